"""The articles of an issue: those of its pages, and the parts of one story put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from banmian.assembly.articles import run_on
from banmian.model import Article, Direction, Paragraph, Part, Problem, ProblemKind, Section, Span
from banmian.stitching.facts import split_name
from banmian.stitching.seams import runs_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from banmian.model import Byline, Jump, Page
    from banmian.stitching.ends import Joins
    from banmian.stitching.facts import Number


class Placed(NamedTuple):
    """An article, and where it stands."""

    page: int  #: its page in ``issue.pages``
    at: int  #: among the articles of that page
    article: Article


def articles_of(
    placed: Sequence[Placed], joins: Joins, pages: Sequence[Page], numbers: Sequence[Number]
) -> tuple[tuple[Article, ...], list[Problem]]:
    """The issue's articles in the order of its pages, and a problem for every jump that stayed open."""
    starts = [0]
    for page in pages:
        starts.append(starts[-1] + len(page.text) + 1)
    order = _order(numbers)
    moved = [_moved(one.article, starts[one.page]) for one in placed]
    stay = {(end.article, end.jump.span) for end, _ in joins.open}
    reasons = {second: why for seconds in joins.followers.values() for second, why in seconds.items()}
    articles = []
    for index in sorted(range(len(placed)), key=lambda index: (order[placed[index].page], placed[index].at)):
        if index not in reasons:
            group = _walk(index, joins, placed, order)
            parts = tuple([_part(placed[one], pages, numbers, reasons.get(one)) for one in group])
            jumps = [
                evolve(jump, span=_by(jump.span, starts[placed[one].page]))
                for one in group
                for jump in placed[one].article.jumps
                if (one, jump.span) in stay
            ]
            articles.append(_joined([moved[one] for one in group], jumps, parts))
    problems = []
    for end, reason in joins.open:
        one = placed[end.article]
        title = one.article.headline or one.article.text[:12]
        word = "at the end of" if end.jump.direction is Direction.TO else "above"
        problems.append(
            Problem(
                ProblemKind.JUMP_WITHOUT_END,
                f"{end.jump.text!r} {word} {title[:24]!r}: {reason}",
                _by(end.jump.span, starts[one.page]),
            )
        )
    return tuple(articles), sorted(problems, key=lambda problem: problem.span or Span(0, 0))


def _order(numbers: Sequence[Number]) -> list[tuple[str, int, int]]:
    """Pages by their numbers; one without stands behind the page that it was given behind."""
    keys = []
    last = ("", 0)
    for number in numbers:
        last = (number.name and split_name(number.name)) or last
        keys.append((*last, number.place))
    return keys


def _walk(
    index: int, joins: Joins, placed: Sequence[Placed], order: Sequence[tuple[str, int, int]]
) -> list[int]:
    """An article and all that goes on with it, in the order of reading."""
    found = [index]
    for second in sorted(joins.followers.get(index, ()), key=lambda one: order[placed[one].page]):
        found += _walk(second, joins, placed, order)
    return found


def _part(one: Placed, pages: Sequence[Page], numbers: Sequence[Number], reason: str | None) -> Part:
    blocks = pages[one.page].blocks
    spans = tuple([blocks[index].span for index in one.article.blocks])
    return Part(numbers[one.page].name, one.page, one.at, spans, reason)


def _joined(articles: Sequence[Article], jumps: Iterable[Jump], parts: tuple[Part, ...]) -> Article:
    """One article from its parts: the first title, every credit once, the texts one after the other."""
    first = next((one for one in articles if one.headline is not None), articles[0])
    return evolve(
        articles[0],
        kicker=first.kicker,
        headline=first.headline,
        deck=first.deck,
        bylines=_credits(articles),
        dateline=next((one.dateline for one in articles if one.dateline), None),
        sections=_sections(articles),
        captions=tuple([caption for one in articles for caption in one.captions]),
        jumps=tuple(jumps),
        column=next((one.column for one in articles if one.column), None),
        parts=parts,
    )


def _credits(articles: Sequence[Article]) -> tuple[Byline, ...]:
    """The credits of all parts; one that a later part repeats is the same credit."""
    found: list[Byline] = []
    known: set[object] = set()
    for article in articles:
        found += [one for one in article.bylines if _who(one) not in known]
        known.update(map(_who, article.bylines))
    return tuple(found)


def _who(byline: Byline) -> object:
    return (byline.role, byline.names, byline.affiliation, byline.title)


def _sections(articles: Sequence[Article]) -> tuple[Section, ...]:
    """The sections of all parts; a paragraph that the page's end broke is made whole."""
    found: list[Section] = []
    for article in articles:
        sections = list(article.sections)
        if found and sections and sections[0].title is None:
            found[-1] = _lengthened(found[-1], sections.pop(0).paragraphs)
        found += sections
    return tuple(found)


def _lengthened(section: Section, more: tuple[Paragraph, ...]) -> Section:
    paragraphs = section.paragraphs
    if paragraphs and more and runs_on(paragraphs[-1].text, more[0].text):
        last, rest = paragraphs[-1], more[0]
        whole = Paragraph(run_on(last.text, rest.text), (*last.spans, *rest.spans))
        paragraphs, more = (*paragraphs[:-1], whole), more[1:]
    return Section(section.title, (*paragraphs, *more))


def _by(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _moved(article: Article, offset: int) -> Article:
    """The article with its spans in the text of the issue."""
    return evolve(
        article,
        bylines=tuple([evolve(one, span=_by(one.span, offset)) for one in article.bylines]),
        dateline=article.dateline and evolve(article.dateline, span=_by(article.dateline.span, offset)),
        sections=tuple(
            [
                Section(
                    section.title,
                    tuple(
                        [
                            Paragraph(one.text, tuple([_by(span, offset) for span in one.spans]))
                            for one in section.paragraphs
                        ]
                    ),
                )
                for section in article.sections
            ]
        ),
        captions=tuple([evolve(one, span=_by(one.span, offset)) for one in article.captions]),
    )
