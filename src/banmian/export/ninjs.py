"""The page as ninjs 3.1, the International Press Telecommunications Council's news in JSON.

The page is one item of the type composite; each article is an associated item of the type text, each
picture's text one of the type picture (https://iptc.org/standards/ninjs/).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from banmian.export.fields import (
    LANGUAGES,
    full_date,
    identity,
    identity_within,
    jump_lines,
    only_printed,
    people,
    printed_credits,
    separate_dateline,
)

if TYPE_CHECKING:
    from banmian.model import Article, Caption, Page

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
#: ninjs wants a time with every date, a newspaper prints none: midnight in China
MIDNIGHT = "T00:00:00+08:00"


def to_ninjs(page: Page) -> dict[str, Any]:
    """The page as one object of ninjs, its articles in ``associations``."""
    folio = page.folio
    whole = identity(page)
    return only_printed(
        {
            "uri": whole,
            "standard": STANDARD,
            "type": "composite",
            "language": LANGUAGES[page.script],
            "title": " ".join(filter(None, [folio.newspaper, full_date(folio.date), folio.page])),
            **_issue(page),
            "edNote": "\n".join(problem.message for problem in page.problems),
            "associations": [
                _article(page, number, identity_within(whole, number), article)
                for number, article in enumerate(page.articles)
            ],
        }
    )


def _article(page: Page, number: int, uri: str, article: Article) -> dict[str, Any]:
    dateline = article.dateline
    sections = [(page.folio.section, "section"), (article.column, "column")]
    sources = [(page.folio.newspaper, "publisher"), (dateline.agency if dateline else None, "agency")]
    return only_printed(
        {
            "name": article.headline or f"article {number + 1}",
            "rel": "article",
            "uri": uri,
            "type": "text",
            "language": LANGUAGES[article.script],
            **_issue(page),
            "headlines": [
                {"role": role, "contentType": "text/plain", "value": value}
                for role, value in (
                    ("kicker", article.kicker),
                    ("main", article.headline),
                    ("subhead", article.deck),
                )
                if value
            ],
            "by": "\n".join(printed_credits(article)),
            "people": [{"name": name, "rel": str(byline.role)} for byline, name in people(article)],
            "organisations": [
                {"name": name, "rel": "affiliation"}
                for name in dict.fromkeys(byline.affiliation for byline in article.bylines)
                if name
            ],
            "located": "、".join(dateline.places) if dateline else None,
            "infoSources": [{"name": name, "role": role} for name, role in sources if name],
            "subjects": [{"name": name, "rel": rel} for name, rel in sections if name],
            "bodies": [
                {
                    "role": "main",
                    "contentType": "text/plain",
                    "charCount": len(article.text),
                    "value": article.text,
                },
                {"role": "main", "contentType": "text/html", "value": _markup(article)},
            ],
            "edNote": "\n".join(jump_lines(article)),
            "associations": [
                _picture(identity_within(uri, at), caption) for at, caption in enumerate(article.captions)
            ],
        }
    )


def _picture(uri: str, caption: Caption) -> dict[str, Any]:
    return only_printed(
        {
            "name": caption.text or caption.credit,
            "rel": "picture",
            "uri": uri,
            "type": "picture",
            "descriptions": [{"role": "caption", "contentType": "text/plain", "value": caption.text}],
            "by": caption.credit,
        }
    )


def _issue(page: Page) -> dict[str, Any]:
    date = full_date(page.folio.date)
    ids = [("page", page.folio.page), ("serial number", page.folio.number)]
    return {
        "contentCreated": date and date + MIDNIGHT,
        "altIds": [{"role": role, "value": value} for role, value in ids if value],
    }


def _markup(article: Article) -> str:
    """The body with its subheads, in HTML."""
    lines = []
    dateline = separate_dateline(article)
    if dateline:
        lines.append(f"<p>{escape(dateline.text)}</p>")
    for section in article.sections:
        if section.title:
            lines.append(f"<h2>{escape(section.title)}</h2>")
        lines += [f"<p>{escape(paragraph.text)}</p>" for paragraph in section.paragraphs]
    return "\n".join(lines)
