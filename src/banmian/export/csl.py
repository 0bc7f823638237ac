"""The articles as CSL data, for Zotero, Pandoc and every citation processor.

An item of the type ``article-newspaper`` for each article (https://docs.citationstyles.org).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from banmian.export.fields import LANGUAGES, identity, identity_within, people
from banmian.model import BylineRole

if TYPE_CHECKING:
    from banmian.model import Article, Date, Page

#: the variable of CSL that says what somebody did
VARIABLES = {
    BylineRole.EDITOR: "editor",
    BylineRole.COMPILER: "compiler",
    BylineRole.TRANSLATOR: "translator",
    BylineRole.ILLUSTRATOR: "illustrator",
    BylineRole.PHOTOGRAPHER: "contributor",
    BylineRole.NARRATOR: "contributor",
}


def to_csl(page: Page) -> list[dict[str, Any]]:
    """The page's articles as items of CSL data, a list as Zotero and Pandoc read it.

    A name is one ``literal``: whether its first or first two characters are the surname is not guessed.
    Kicker, deck and dateline, for which CSL has no variable, are lines of the ``note``.
    """
    whole = identity(page)
    return [
        _item(page, identity_within(whole, number), article) for number, article in enumerate(page.articles)
    ]


def _item(page: Page, name: str, article: Article) -> dict[str, Any]:
    folio = page.folio
    notes = [
        ("kicker", article.kicker),
        ("deck", article.deck),
        ("column", article.column),
        ("dateline", article.dateline.text if article.dateline else None),
    ]
    item = {
        "id": name,
        "type": "article-newspaper",
        "title": article.headline,
        **_names(article),
        "container-title": folio.newspaper,
        "issued": _issued(folio.date),
        "page": folio.page,
        "section": folio.section,
        "language": LANGUAGES[article.script],
        "note": "\n".join(f"{label}: {value}" for label, value in notes if value),
    }
    return {key: value for key, value in item.items() if value}


def _names(article: Article) -> dict[str, list[dict[str, str]]]:
    names: dict[str, list[dict[str, str]]] = {}
    for byline, name in people(article):
        held = names.setdefault(VARIABLES.get(byline.role, "author"), [])
        if {"literal": name} not in held:
            held.append({"literal": name})
    return names


def _issued(date: Date | None) -> dict[str, Any] | None:
    if date is None or date.year is None:
        return None
    parts = [
        date.year,
        *([date.month] if date.month else []),
        *([date.day] if date.month and date.day else []),
    ]
    return {"date-parts": [parts]}
