"""Pages as rows of plain values, the same in JSON Lines, in Parquet and in every engine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import field, frozen

from banmian.export.fields import iso_date
from banmian.export.jsonl import article_rows
from banmian.parser import Parser
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Page

#: a row for each page, or one for each article
Shape = Literal["pages", "articles"]
SHAPES: tuple[str, ...] = get_args(Shape)
#: half a character of UTF-16; JSON may hold one, UTF-8 may not
LONE_SURROGATE = pattern("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


class NotAPage(TypeError):
    """What should be a page is neither text nor bytes."""


def page_row(page: Page, source: str | None) -> dict[str, Any]:
    """The page as one row: what it says of itself, its articles and its problems, and no error.

    The articles have the columns of ``banmian.export.jsonl``.
    """
    folio = page.folio
    return {
        "source": source,
        "error": None,
        "newspaper": folio.newspaper,
        "date": iso_date(folio.date),
        "page": folio.page,
        "section": folio.section,
        "number": folio.number,
        "script": str(page.script),
        "encoding": page.encoding,
        "characters": len(page.text),
        "articles": article_rows(page),
        "problems": [
            {
                "kind": str(problem.kind),
                "message": problem.message,
                "span": None if problem.span is None else [*problem.span],
            }
            for problem in page.problems
        ],
    }


def numbered_article_rows(page: Page, source: str | None) -> list[dict[str, Any]]:
    """The page as a row for each article, with its place among the articles of the page from 0."""
    return [
        {"source": source, "error": None, "article": place, **row}
        for place, row in enumerate(article_rows(page))
    ]


@cache
def _parser() -> Parser:
    """The parser of this process. A reading that fails must not cost the page."""
    return Parser(on_error="problem")


@frozen
class Reader:
    """Reads pages into rows. Cheap to pickle: without a parser of its own it has that of its process."""

    shape: Shape = "articles"
    encoding: str | None = None
    #: the script to convert to, one of ``Page.to``
    to: str | None = None
    #: for readings of one's own; its functions must be importable where it reads
    own_parser: Parser | None = field(default=None, repr=False)

    @property
    def parser(self) -> Parser:
        """The parser that it reads with."""
        return _parser() if self.own_parser is None else self.own_parser

    def page(self, data: object) -> Page:
        """The page in text or bytes; anything else is a ``NotAPage``."""
        if not isinstance(data, (str, bytes)):
            found = "nothing" if data is None else type(data).__name__
            raise NotAPage(f"a page is text or bytes, and here is {found}")
        page = self.parser.parse(data, self.encoding if isinstance(data, bytes) else None)
        return page.to(self.to) if self.to else page

    def rows_of(self, page: Page, source: str | None) -> list[dict[str, Any]]:
        """The page's rows in the shape that is asked for."""
        return [page_row(page, source)] if self.shape == "pages" else numbered_article_rows(page, source)

    def rows(self, data: object, source: str | None) -> list[dict[str, Any]]:
        """The rows of what should be a page; whatever goes wrong is a row with an error."""
        try:
            return self.rows_of(self.page(data), source)
        except Exception as error:
            return [failed_row(source, reason(error))]


def failed_row(source: str | None, error: str) -> dict[str, Any]:
    """The row of a page that could not be read: nothing but its source and the error."""
    return {"source": source, "error": error}


def reason(error: Exception) -> str:
    """An error in words for the row of the page."""
    if isinstance(error, NotAPage):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"{type(error).__name__}: {error}"


def in_utf8(value: Any) -> Any:
    """The value with half characters of UTF-16 replaced, wherever in it they stand."""
    if isinstance(value, str):
        return LONE_SURROGATE.sub(REPLACEMENT, value)
    if isinstance(value, dict):
        return {key: in_utf8(held) for key, held in value.items()}
    if isinstance(value, list):
        return [in_utf8(held) for held in value]
    return value
