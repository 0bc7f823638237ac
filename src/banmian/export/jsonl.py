"""An article a line, in flat columns: for ``jq``, pandas, DuckDB and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from banmian.export.fields import iso_date, printed_credits
from banmian.export.json import written

if TYPE_CHECKING:
    from banmian.model import Page

#: the columns, in their order
COLUMNS = (
    "newspaper",
    "date",
    "page",
    "section",
    "column",
    "headline",
    "kicker",
    "deck",
    "byline",
    "names",
    "dateline",
    "body",
    "jumps",
    "spans",
)


def to_jsonl(page: Page, *, source: str | None = None) -> str:
    """The page's articles as JSON, each an object on a line of its own.

    ``source`` names the page where the lines of several stand in one file; it comes first.
    """
    named = {} if source is None else {"source": source}
    return "".join(written({**named, **row}, indent=None) + "\n" for row in article_rows(page))


def article_rows(page: Page) -> list[dict[str, Any]]:
    """The articles in flat columns.

    Strings or ``None``; ``names`` and ``jumps`` are lists of strings (``to A3``), ``spans`` the
    ``[start, end]`` of every block of the article in ``page.text``; credits and body have a line for each
    credit and each paragraph.
    """
    folio = page.folio
    return [
        {
            "newspaper": folio.newspaper,
            "date": iso_date(folio.date),
            "page": folio.page,
            "section": folio.section,
            "column": article.column,
            "headline": article.headline,
            "kicker": article.kicker,
            "deck": article.deck,
            "byline": "\n".join(printed_credits(article)) or None,
            "names": [*dict.fromkeys(name for byline in article.bylines for name in byline.names)],
            "dateline": article.dateline.text if article.dateline else None,
            "body": article.text,
            "jumps": [f"{jump.direction} {jump.page}" for jump in article.jumps],
            "spans": [[*page.blocks[index].span] for index in article.blocks],
        }
        for article in page.articles
    ]
