"""What the page says about itself, and the dates that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar import dates
from banmian.grammar.folio import merge_folios, read_folio_line
from banmian.grammar.jump import NUMERAL, normal_page
from banmian.model import Folio, Role, Span, Staff
from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Article, Block, Date


def folio_of(blocks: Sequence[Block]) -> Folio:
    """The folio lines of a page put together."""
    found = []
    for block in blocks:
        if block.role is Role.FOLIO:
            # a reading machine may set the head of a page as a table
            furniture = block.look.folio or (
                read_folio_line(block.text, block.folded) if block.kind == "table" else None
            )
            if furniture:
                staff = tuple([_placed(one, block) for one in furniture.editors])
                found.append(evolve(furniture, editors=staff))
            else:
                found.append(_by_its_place(block))
    return merge_folios(found)


PLATE = pattern(r"[\u4e00-\u9fff]{2,8}[报刊]\Z")
PAGE_AND_SECTION = pattern(rf"第?(?P<page>[A-Z]?\d{{1,2}}|{NUMERAL})版?[ ：·]{{1,2}}(?P<section>[^ ].*)\Z")


def _by_its_place(block: Block) -> Folio:
    """What a line says that is furniture by where it stands, though no list knows its words.

    北川农垦报 above the date is the newspaper, 04版 深读 below it page and section.
    """
    text = block.text.strip()
    if PLATE.match("".join(block.folded.split())):
        return Folio(newspaper="".join(text.split()))
    if match := PAGE_AND_SECTION.match(block.folded.strip()):
        return Folio(page=normal_page(match["page"]), section=text[slice(*match.span("section"))])
    return Folio()


def _placed(one: Staff, block: Block) -> Staff:
    return evolve(one, span=block.source_span(*one.span) if one.span != Span(0, 0) else block.span)


def dated(folio: Folio, articles: Sequence[Article]) -> tuple[Folio, list[Article]]:
    """The issue's date, printed or inferred, and the articles' dates filled in from it.

    A dateline's day is the day before the issue's in 514 of 519 cases, so datelines tell the date of
    an issue whose folio is lost; what is filled in is marked as inferred. Where the page says otherwise,
    the datelines are old, and tell nothing.
    """
    if folio.date is None:
        inferred = dates.issue_date_from(
            [one.dateline.date for one in articles if one.dateline and one.dateline.date]
        )
        if inferred and not _on_another_weekday(inferred, folio) and not _reports_later(inferred, articles):
            folio = evolve(folio, date=inferred)
    issue = folio.date
    if issue is None:
        return folio, list(articles)
    completed = []
    for article in articles:
        line = article.dateline
        if line is not None and line.date is not None:
            article = evolve(article, dateline=evolve(line, date=dates.complete_date(line.date, issue)))
        completed.append(article)
    return folio, completed


def _on_another_weekday(date: Date, folio: Folio) -> bool:
    printed = dates.printed_weekday(folio.weekday) if folio.weekday else None
    computed = dates.weekday_of(date)
    return None not in (printed, computed) and printed != computed


def _reports_later(date: Date, articles: Sequence[Article]) -> bool:
    """Whether an article tells what happened on that day or after it: 7月9日，市图书馆开放."""
    for article in articles:
        for paragraph in article.paragraphs:
            opening = OPENS_WITH_ITS_DAY.match(fold(paragraph.text[:OPENING]))
            if opening is None or STILL_TO_COME.search(opening["rest"]):
                continue
            day = dates.read_date(opening["day"])
            if day and 0 <= dates.days_after(day, date) <= TWO_MONTHS and day.month:
                return True
    return False


OPENING = 80  #: characters
OPENS_WITH_ITS_DAY = pattern(
    rf"[^，。]{{0,24}}?(?:\A|(?<=[ 讯电）】]))(?P<day>{dates.ONE_DATE})(?:[上下中]午|[凌清]晨|晚上?|傍晚)?，(?P<rest>[^。]*)"
)
STILL_TO_COME = pattern("[将拟]|计划|预计|准备|定于")
TWO_MONTHS = 60  #: days; what is further off is a day of the year before
