"""The formats that pages can be written in, each by a module of ``banmian.export``.

A file holds the pieces of one or several pages: what opens it, what stands between two pieces, what closes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from banmian.commands.output import harmless

if TYPE_CHECKING:
    from banmian.model import Page

#: a page in pieces; the second argument names the page where several stand in one file, else ``None``
Pieces = Callable[["Page", "str | None"], Iterable[str]]


@frozen
class Format:
    """How a file of one format comes about."""

    pieces: Pieces
    opening: str = ""
    between: str = ""
    closing: str = ""


def outline(page: Page, source: str | None, *, coloured: bool = False) -> Iterable[str]:
    from banmian.export.outline import to_outline

    heading = "" if source is None else f"== {harmless(source) if coloured else source} ==\n\n"
    yield heading + to_outline(page, coloured=coloured) + "\n"


def json(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.json import to_dict, written

    if source is None:
        yield written(to_dict(page)) + "\n"
    else:
        schema, *rest = to_dict(page).items()
        yield written(dict([schema, ("source", source), *rest]), indent=None) + "\n"


def jsonl(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.jsonl import to_jsonl

    yield to_jsonl(page, source=source)


def margin(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.margin import to_margin

    # a comment is one line, also where the name of the file is two
    yield to_margin(page) if source is None else f"# {' '.join(source.splitlines())}\n{to_margin(page)}"


def markdown(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.markdown import to_markdown

    yield to_markdown(page) + "\n"


def schema_org(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.json import written
    from banmian.export.schema_org import to_schema_org

    for article in to_schema_org(page)["@graph"]:
        # "<" only stands in strings; escaped, no text of a page can end the <script> that people put this into
        yield written(article).replace("<", r"\u003c")


def ninjs(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.json import written
    from banmian.export.ninjs import to_ninjs

    yield written(to_ninjs(page), 2 if source is None else None) + "\n"


def csl(page: Page, source: str | None) -> Iterable[str]:
    from banmian.export.csl import to_csl
    from banmian.export.json import written

    for item in to_csl(page):
        yield written(item)


#: the outline on a terminal
COLOURED_OUTLINE = Format(partial(outline, coloured=True), between="\n\n")
FORMATS = {
    "outline": Format(outline, between="\n\n"),
    "json": Format(json),
    "jsonl": Format(jsonl),
    "markdown": Format(markdown, between="\n---\n\n"),
    "schema.org": Format(
        schema_org,
        opening='{"@context": "https://schema.org", "@graph": [\n',
        between=",\n",
        closing="\n]}\n",
    ),
    "ninjs": Format(ninjs),
    "csl": Format(csl, opening="[\n", between=",\n", closing="\n]\n"),
    "margin": Format(margin, between="\n---\n"),
}
