"""Datelines (电头, 消息头): whose report it is, from where and when.

新华社北京7月8日电, 本报讯, 【本報訊】, （中央社記者X台北6日電）, （居銮24日讯）, （倫敦廿四日哈瓦斯電）;
at the head of a story or, in brackets, at its end. What stands in the bracket besides is credits, and read
by the grammar of bylines.
"""

from __future__ import annotations

from attrs import evolve

from banmian.grammar import dateline_houses as houses
from banmian.grammar import dateline_places as places
from banmian.grammar.dateline_houses import REACH
from banmian.grammar.dateline_parts import TAIL_REACH, Opening
from banmian.grammar.jump import closes_with_jump
from banmian.grammar.lines import lines_of
from banmian.grammar.marks import PRINTERS_MARK
from banmian.model import Dateline, Span
from banmian.patterns import pattern

HINT = pattern(
    r"讯|电|据|通信|快信|航信|日广播|日社论|日评论|消息|报道|报导|特稿|文章|正视听|灶|豕|飘|巩|综合(?=[^，。（）【】]{2,40}[）】])"
)
ENDS_A_DATELINE = pattern(r"[讯电息稿道导闻端网】）][ ]*\Z")
LONGEST_LINE = 160
CREDITS_ONLY = pattern(r"[ ]*(?:[（【][^（）【】]{0,120}[）】])?[ ]*\Z")


def find_dateline(text: str) -> Dateline | None:
    """The first dateline of a text, at the head of a line or in brackets at the end of one.

    Its date is the day it was sent, the last of several (7月14-15日电), and as partial as it was printed. Raises TypeError for anything but a string.

    >>> find_dateline("新华社北京7月8日电 近日").places
    ('北京',)
    """
    for start, printed, folded in lines_of(text, "find_dateline"):
        if HINT.search(folded):
            found = opens_with_dateline(printed, folded) or closes_with_dateline(printed, folded)
            if found:
                return evolve(found, span=Span(found.span.start + start, found.span.end + start))
    return None


def opens_with_dateline(text: str, folded: str) -> Dateline | None:
    """The dateline that a paragraph begins with."""
    opening = read_head(text, folded)
    return opening.dateline if opening else None


def read_head(text: str, folded: str) -> Opening | None:
    """The same with where it ends, and with the credits that belong to it."""
    return read_opening(text, folded) if HINT.search(folded, 0, REACH) else None


def closes_with_dateline(text: str, folded: str) -> Dateline | None:
    """The dateline in brackets that a paragraph ends with: （本报海口7月8日讯）."""
    closing = read_closing(text, folded)
    return closing.dateline if closing else None


def is_dateline_line(text: str, folded: str, head: Opening | None = None) -> bool:
    """The whole line is a dateline, with or without the reporters in brackets. ``head``: what it opens with."""
    if not 3 <= len(folded) <= LONGEST_LINE or not ENDS_A_DATELINE.search(folded) or not HINT.search(folded):
        return False
    opening = head or read_opening(text, folded)
    return opening is not None and CREDITS_ONLY.match(folded, opening.end) is not None


def read_closing(text: str, folded: str) -> Opening | None:
    """The dateline in the bracket that ends the text, with the credits in it."""
    end = len(folded.rstrip())
    if not end or folded[end - 1] not in "）】":
        return None
    if jumps := closes_with_jump(text, folded):  # （新华社北京7月8日电）（下转第三版）
        end = len(folded[: jumps[0].span.start].rstrip())
        if folded[end - 1 : end] not in ("）", "】"):
            return None
    opener = "（" if folded[end - 1] == "）" else "【"
    start = folded.rfind(opener, max(0, end - TAIL_REACH), end)
    if start < 0 or not HINT.search(folded, start, end):
        return None
    found = read_opening(text, folded, start)
    if found is None or found.end < end or folded[found.dateline.span.start] not in "（【":
        return None
    return found


def read_opening(text: str, folded: str, start: int = 0) -> Opening | None:
    """The dateline that begins at ``start``, first form first."""
    first = start
    while first < len(folded) and folded[first] == " ":
        first += 1
    letter = "\u3400" <= folded[first : first + 1] <= "\u9fff" and folded[first + 1 : first + 2] != "、"
    if not letter and (mark := MARK_AT_HEAD.match(folded, first)):  # ▲中央社南京廿三日電, an item's mark
        start = first = mark.end()
    forms = BRACKETED if folded[first : first + 1] in ("（", "【") else AT_THE_HEAD
    for form in forms:
        if found := form(text, folded, start):
            return found
    return None


#: and marks of Markdown: a quotation's, an item's; the numbers of items
MARK_AT_HEAD = pattern(
    rf"(?:(?:{PRINTERS_MARK}|[·>①-⑨]){{1,2}}|-(?=[ ])|[1-9][0-9]?[.、]|[一二三四五六七八九十]{{1,2}}、|（[一二三四五六七八九十1-9]{{1,2}}）)[ ]?"
)
#: the forms of datelines, the more particular first
BRACKETED = (
    houses.by_a_reporter,
    houses.from_several_days,
    houses.by_a_house,
    houses.by_a_name_and_place,
    houses.in_hong_kong,
    houses.by_a_short_name,
    places.for_an_agency,
    places.in_brackets,
    places.date_first,
    places.before_an_agency,
    houses.taken_over,
    houses.told_after_another,
    places.nowhere,
    places.at_the_head,
)
AT_THE_HEAD = (
    houses.from_several_days,
    houses.by_a_house,
    houses.by_a_name_and_place,
    places.before_an_agency,
    places.for_an_agency,
    places.at_the_head,
    places.date_first,
    houses.compiled,
    houses.told_after_another,
    places.nowhere,
)
