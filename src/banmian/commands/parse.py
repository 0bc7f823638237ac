"""What stands on pages: an outline, or a format for the next program (the default)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands.inputs import Pages, add_pages
from banmian.commands.output import Output, add_output

if TYPE_CHECKING:
    import argparse

    from banmian.model import Page

BETWEEN = {"outline": "\n\n", "json": "", "margin": "\n---\n"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    parser.add_argument("--format", choices=list(BETWEEN), default="outline", help="default: outline")
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    pages = Pages(options)
    with Output(options.output, pages.sources) as output:
        for number, (source, page) in enumerate(pages):
            between = BETWEEN[options.format] if number else ""
            output.write(between + _show(page, options.format, source if pages.several else None))
    return pages.status


def _show(page: Page, form: str, source: str | None) -> str:
    """One page in one form; ``source`` names it where several are shown."""
    if form == "json":
        from banmian.export.json import to_dict, written

        if source is None:
            return written(to_dict(page)) + "\n"
        schema, *rest = to_dict(page).items()
        return written(dict([schema, ("source", source), *rest]), indent=None) + "\n"
    if form == "margin":
        from banmian.export.margin import to_margin

        return to_margin(page) if source is None else f"# {source}\n{to_margin(page)}"
    from banmian.export.outline import to_outline

    return to_outline(page) + "\n" if source is None else f"== {source} ==\n\n{to_outline(page)}\n"
