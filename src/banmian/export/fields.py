"""What every format asks of a page and its articles: dates, languages, identities, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from banmian.model import Direction, Script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.model import Article, Byline, Date, Dateline, Page

#: the tags of BCP 47
LANGUAGES = {Script.SIMPLIFIED: "zh-Hans", Script.TRADITIONAL: "zh-Hant", Script.MIXED: "zh"}


def iso_date(date: Date | None) -> str | None:
    """A date of ISO 8601, as far as it is printed: ``2019-12-27``, ``2019-12``, ``2019``, ``--12-27``.

    >>> from banmian import Date
    >>> iso_date(Date(2019, 12, 27)), iso_date(Date(None, 12, 27)), iso_date(Date(2019))
    ('2019-12-27', '--12-27', '2019')
    """
    if date is None:
        return None
    if date.year is None:
        return None if date.month is None or date.day is None else f"--{date.month:02d}-{date.day:02d}"
    year = f"{date.year:04d}"
    if date.month is None:
        return year
    return f"{year}-{date.month:02d}" + ("" if date.day is None else f"-{date.day:02d}")


def full_date(date: Date | None) -> str | None:
    """The date if year, month and day are known."""
    return iso_date(date) if date and date.year and date.month and date.day else None


def identity(page: Page) -> str:
    """A name for the page that the same text always gets: ``urn:uuid:`` and a UUID over the text."""
    from uuid import NAMESPACE_URL, uuid5

    return uuid5(NAMESPACE_URL, page.text.encode("utf-8", "surrogatepass").hex()).urn


def identity_within(whole: str, number: int) -> str:
    """A name for a part of what has the name ``whole``: an article of a page, a picture of an article."""
    from uuid import UUID, uuid5

    return uuid5(UUID(whole), str(number)).urn


def only_printed(value: dict[str, Any]) -> dict[str, Any]:
    """Less what is not printed: most formats have no null and no empty list."""
    return {key: held for key, held in value.items() if held not in (None, "", [])}


def printed_credits(article: Article) -> list[str]:
    """The credits as printed, each once."""
    return [*dict.fromkeys(byline.text for byline in article.bylines if byline.text)]


def people(article: Article) -> Iterator[tuple[Byline, str]]:
    """Everybody whom the article credits, with the credit."""
    for byline in article.bylines:
        for name in byline.names:
            yield byline, name


def jump_lines(article: Article) -> list[str]:
    """Where the story goes on or comes from, as printed, or in words where it is not."""
    ways = {Direction.TO: "to", Direction.FROM: "from"}
    return [jump.text or f"{ways[jump.direction]} {jump.page}" for jump in article.jumps]


def separate_dateline(article: Article) -> Dateline | None:
    """The dateline, where it does not open the first paragraph anyway."""
    dateline = article.dateline
    if dateline is None or any(
        start <= dateline.span.start < end for part in article.paragraphs for start, end in part.spans
    ):
        return None
    return dateline
