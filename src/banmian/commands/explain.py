"""Why each line has its role, and why blocks are one article.

For a line: the role, by how much it leads over which other, and every vote with its reason.

    banmian explain page.md --line 5
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands.inputs import Pages, add_pages, add_reading, tell_of_failures
from banmian.commands.output import Complaint, Output, add_output

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from banmian.model import Page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    parser.add_argument(
        "--line",
        type=int,
        metavar="N",
        help="only this line of the page, counted from 1; without it all, and the articles",
    )
    add_output(parser)
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    pages = Pages(options)
    with Output(options.output, pages.files) as output:
        for number, (source, page) in enumerate(pages):
            tell_of_failures(source, page)
            if pages.several:
                output.write("\n" * bool(number) + f"== {source} ==\n\n")
            told = _line(page, options.line) if options.line is not None else _page(page)
            output.write("\n\n".join(told) + "\n")
    return pages.status


def _page(page: Page) -> Iterator[str]:
    from banmian.explaining import line_of

    for number, article in enumerate(page.articles, 1):
        yield f"article {number}: {article.explain()}"
    for block in page.blocks:
        yield f"line {line_of(block)}: {block.explain()}"


def _line(page: Page, number: int) -> Iterator[str]:
    """The blocks that a line of the page touches."""
    from banmian.reading.lines import split_lines

    lines = [line + end for line, end in split_lines(page.text) if line or end]
    if not 1 <= number <= len(lines):
        count = f"{len(lines)} line" if len(lines) == 1 else f"{len(lines) or 'no'} lines"
        raise Complaint(f"--line {number}: the page has {count}")
    start = sum(map(len, lines[: number - 1]))
    end = start + len(lines[number - 1])
    touched = [block for block in page.blocks if block.span.start < end and block.span.end > start]
    if not touched:
        raise Complaint(f"--line {number}: nothing is printed there")
    for block in touched:
        place = "no article" if block.article is None else f"article {block.article + 1}"
        yield f"line {number}, {place}: {block.explain()}"
