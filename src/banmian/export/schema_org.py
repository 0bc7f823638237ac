"""The articles as schema.org NewsArticle, in JSON-LD (https://schema.org/NewsArticle)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from banmian.export.fields import (
    LANGUAGES,
    full_date,
    identity,
    identity_within,
    iso_date,
    only_printed,
    people,
    printed_credits,
)
from banmian.model import BylineRole

if TYPE_CHECKING:
    from banmian.model import Article, Byline, Page

CONTEXT = "https://schema.org"
#: the property of a NewsArticle that says what somebody did; others are contributors, with a role
PROPERTIES = {
    BylineRole.REPORTER: "author",
    BylineRole.CORRESPONDENT: "author",
    BylineRole.INTERN: "author",
    BylineRole.AUTHOR: "author",
    BylineRole.COMMENTATOR: "author",
    BylineRole.EDITOR: "editor",
    BylineRole.TRANSLATOR: "translator",
}


def to_schema_org(page: Page) -> dict[str, Any]:
    """The page as a graph of JSON-LD: a NewsArticle for each article, as part of the newspaper's issue."""
    whole = identity(page)
    return {
        "@context": CONTEXT,
        "@graph": [
            _article(page, identity_within(whole, number), article)
            for number, article in enumerate(page.articles)
        ],
    }


def _article(page: Page, name: str, article: Article) -> dict[str, Any]:
    dateline = article.dateline
    return only_printed(
        {
            "@type": "NewsArticle",
            "@id": name,
            "headline": article.headline,
            "alternativeHeadline": [*filter(None, [article.kicker, article.deck])],
            "creditText": "\n".join(printed_credits(article)),
            **_credits(article),
            "dateline": dateline.text if dateline else None,
            "locationCreated": [
                {"@type": "Place", "name": place} for place in (dateline.places if dateline else ())
            ],
            "sourceOrganization": _organization(dateline.agency if dateline else None),
            "articleSection": article.column,
            "articleBody": article.text,
            "image": [
                only_printed({"@type": "ImageObject", "caption": caption.text, "creditText": caption.credit})
                for caption in article.captions
            ],
            "inLanguage": LANGUAGES[article.script],
            "datePublished": full_date(page.folio.date),
            "printPage": page.folio.page,
            "printSection": page.folio.section,
            "isPartOf": _issue(page),
        }
    )


def _credits(article: Article) -> dict[str, Any]:
    """Who did what, by property, each person once."""
    credits: dict[str, list[dict[str, Any]]] = {}
    for byline, name in people(article):
        held = PROPERTIES.get(byline.role, "contributor")
        who = _person(byline, name)
        if held == "contributor":
            who = {"@type": "Role", "roleName": str(byline.role), held: who}
        if who not in credits.setdefault(held, []):
            credits[held].append(who)
    return credits


def _person(byline: Byline, name: str) -> dict[str, Any]:
    return only_printed(
        {
            "@type": "Person",
            "name": name,
            "jobTitle": byline.title,
            "affiliation": _organization(byline.affiliation),
        }
    )


def _organization(name: str | None) -> dict[str, Any] | None:
    return {"@type": "NewsMediaOrganization", "name": name} if name else None


def _issue(page: Page) -> dict[str, Any] | None:
    folio = page.folio
    if not (folio.newspaper or folio.date):
        return None
    newspaper = {"@type": "Newspaper", "name": folio.newspaper, "identifier": folio.number}
    return only_printed(
        {
            "@type": "PublicationIssue",
            "datePublished": iso_date(folio.date),
            "isPartOf": only_printed(newspaper) if folio.newspaper else None,
        }
    )
