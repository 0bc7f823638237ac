"""Credits in a paragraph: at its head, in brackets or in its first sentence, and in its last characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar import dateline as datelines
from banmian.grammar.credit_lines import (
    HINT,
    LONGEST_LINE,
    OFFICES_REACH,
    SENTENCE,
    SPREAD,
    credits_of_opening,
    moved,
    of_the_house,
)
from banmian.grammar.credits import read_region
from banmian.grammar.dates import WEB_TIME
from banmian.grammar.names import HAN, is_plainly_a_name
from banmian.grammar.outlets import is_outlet
from banmian.grammar.parts import AFTER_DATELINE, BRACKET, LINE
from banmian.grammar.picture_credits import pictures_before_the_last
from banmian.grammar.pictures import start_of_source
from banmian.grammar.places import is_place
from banmian.grammar.plain_lines import PLAIN_LINE, plain_byline
from banmian.grammar.regions import CLOSERS, LONGEST_CREDIT
from banmian.grammar.tails import final_regions
from banmian.grammar.vocabulary import common_surnames
from banmian.model import Byline
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.grammar.dateline_parts import Opening


def read_paragraph_credits(text: str, folded: str, head: Opening | None = None) -> tuple[Byline, ...]:
    """The credits where a paragraph may have them: at its head, and in its last characters.

    ``head`` is the dateline that it opens with, for a caller who knows.

    >>> read_paragraph_credits("本报讯（记者王小明）近日", "本报讯（记者王小明）近日")[0].names
    ('王小明',)
    """
    if " " in folded[:2] and SPREAD.match(folded):
        return ()
    if len(folded) <= LONGEST_LINE and (plain := PLAIN_LINE.fullmatch(folded, 0, len(folded.rstrip(" ")))):
        byline = plain_byline(text, folded, plain)
        if byline is not None:
            return (byline,)
    if others := pictures_before_the_last(text, folded):
        start, before = others
        after = read_paragraph_credits(text[start:], folded[start:])
        return (*before, *[moved(credit, start) for credit in after])
    if (source := start_of_source(folded, 0, len(folded))) is not None:
        text, folded, head = text[:source], folded[:source], None
    found: tuple[Byline, ...] = ()
    if HEAD_HINT.search(folded, 0, HEAD_STARTS_WITHIN):
        found = _credits_at_the_head(text, folded, head)
    end = len(folded.rstrip())
    if _may_end_with_a_credit(folded, end):
        last = found[-1].span.end if found else 0
        found += tuple([credit for credit in _credits_at_the_end(text, folded) if credit.span.start >= last])
    return found


def _may_end_with_a_credit(folded: str, end: int) -> bool:
    """Most paragraphs end with 。 after no 摄, and need no closer look."""
    last = folded[end - 1 : end]
    if last in ("）", "】"):
        start = folded.rfind("（" if last == "）" else "【", max(0, end - LONGEST_CREDIT), end)
        return start >= 0 and (
            end - start <= LONGEST_BARE_SIGNATURE or HINT.search(folded, start, end) is not None
        )
    if last == "。":
        return folded[end - 2 : end - 1] in ("摄", "影") or folded[end - 3 : end - 1] == "摄）"
    if not last or last in "！？”…；：，、’—":
        return False
    if HINT.search(folded, max(0, end - TAIL_HINT_REACH), end) is not None:
        return True
    if last in "0123456789":
        return STAMP_OF_THE_AGENCY.search(folded, max(0, end - 10), end) is not None
    tail = folded[max(0, end - 6) : end]
    return "□" in tail or "■" in tail or "◎" in tail


HEAD_HINT = pattern(
    r"记[ ]?者|讯[ ]?[（】]|电[ ]?[（】]|专电|报[道导]|编译|外电|特派|通讯员|评论员|实习生"
    r"|（[^（）【】]{0,40}(?:整理|撰稿|执笔|作者)|【[^（）【】]{0,40}(?:整理|撰稿|执笔|作者)"
)
#: a credit begins at once; with its people it may be longer
HEAD_STARTS_WITHIN = 60
HEAD_REACH = 140
TAIL_HINT_REACH = 80
#: （惠晓霜、王小明）: names and no word of office
LONGEST_BARE_SIGNATURE = 18
#: before a credit on the web
TIME_STAMP = pattern(rf"[ ]*(?:发[布稿]?时间：?)?{WEB_TIME}[ ]*")
#: 記者王小明／台北報導 ends with its verb, and the story follows after a space or a colon
REPORTED = pattern(r"(?:报[道导]|特稿|专访|外电|专电)(?=[ ：，。]|\Z)")
#: …報導 without a space: 記者N報道 and then the story's colon
BRACKET_AT_HEAD = pattern(r"[ ]*(?:[^ ，。（【]{2,10}[ ]?)?([（【])")
STAMP_OF_THE_AGENCY = pattern(r"[ ]*[0-9]{5,8}[ ]*\Z")


def _credits_at_the_head(text: str, folded: str, head: Opening | None) -> tuple[Byline, ...]:
    stamp = TIME_STAMP.match(folded)
    start = stamp.end() if stamp else 0
    opening = head if head and not stamp else datelines.read_opening(text, folded, start)
    if opening:
        found = credits_of_opening(text, folded, opening)
        if found or opening.credits:
            return found
        start = opening.end
        if folded[start : start + 1] in (" ", "，", "："):
            start += 1
        setting = AFTER_DATELINE
    else:
        setting = LINE
        bracket = BRACKET_AT_HEAD.match(folded, start)
        if bracket:
            left = bracket.start(1)
            right = folded.find(CLOSERS[bracket[1]], left, left + LONGEST_CREDIT)
            if right > 0:
                inside = read_region(text, folded, start, right + 1, BRACKET)
                if inside:
                    return inside
                # ［台灣新聞雲］記者劉至程/花蓮報導: only the outlet is in brackets
                if not is_outlet(folded[left + 1 : right]):
                    return ()
            else:
                return ()
    limit = min(len(folded), start + HEAD_REACH)
    for verb in REPORTED.finditer(folded, start, limit):
        if SENTENCE.search(folded, start, verb.start()):
            return ()
        found_here = read_region(text, folded, start, verb.end(), setting)
        if folded.startswith("，", verb.end()) and not any(credit.names for credit in found_here or ()):
            continue  # 路透社报道，……: a sentence
        # after a dateline only people with an office are credited: 本报讯 外电报道 names none
        named = folded.startswith("：", verb.end()) and all(credit.names for credit in found_here or ())
        if found_here and (setting is LINE or named or all(credit.title for credit in found_here)):
            return of_the_house(found_here, opening)
    found = _credits_of_the_first_sentence(text, folded, start)
    if not found and opening:
        found = _credits_before_a_blank(text, folded, start)
    return of_the_house(found, opening)


def _credits_of_the_first_sentence(text: str, folded: str, start: int) -> tuple[Byline, ...]:
    """本报记者王明昨日从市公安局获悉，……: who gathers the news in a story's first words wrote it."""
    opened = GATHERS_NEWS.match(folded, start)
    if opened is None or HEARS.search(folded, opened.end(), opened.end() + LONGEST_CLAUSE) is None:
        return ()
    if not all(_begins_a_story(name) for name in opened["names"].replace("、", " ").split()):
        return ()
    return read_region(text, folded, start, opened.end(), LINE) or ()


def _begins_a_story(folded: str) -> bool:
    """王小明, but no word that opens a clause: 连日, 曾多次, 于北京."""
    if folded[0] not in common_surnames() or folded[0] in BEGIN_A_CLAUSE or not is_plainly_a_name(folded):
        return False
    return ENDS_LIKE_A_TIME.search(folded) is None and not is_place(folded[1:])


#: when, or where from: 记者王明 and one of these
WHEN = "今[日天晨早晚]|昨[日天晨夜晚]|前[日天晚]|[日近]前|近[日期]|刚刚|刚|[0-9]{1,2}[日号]|上午|下午|清晨|凌晨|傍晚"
GATHERS_NEWS = pattern(
    rf"[ ]*(?:{HAN}{{2,14}}?)?记者[ ]?(?P<names>{HAN}{{2,3}}?(?:[ 、]{HAN}{{2,3}}?){{0,4}}?)(?=[ ]?(?:{WHEN})|[从自][^ ，。]{{2}})"
)
#: what tells that somebody gathers news
HEARS = pattern(r"获悉|得知|了解到|获知|看到|见到|听到|注意到|发现[，：]?|走访|探访|发回|报道|目击")
LONGEST_CLAUSE = 40
#: everyday surnames that also open a clause: 记者从市公安局, 记者曾多次在, 记者连日
BEGIN_A_CLAUSE = frozenset("从于向和应时经由连曾常单陆")
ENDS_LIKE_A_TIME = pattern(r"[日天晨晚年月时]\Z")


def _credits_before_a_blank(text: str, folded: str, start: int) -> tuple[Byline, ...]:
    """本报讯 记者王小明 通讯员李大华 昨日，……: the longest row of offices and names after a dateline."""
    office = OFFICE_AT_HEAD.match(folded, start)
    if office is None:
        return ()
    blanks = [match.start() for match in BLANK.finditer(folded, office.end(), start + OFFICES_REACH)]
    for blank in reversed(blanks):
        found = read_region(text, folded, start, blank, LINE)
        if found and all(credit.title and credit.names for credit in found):
            return found
    return ()


OFFICE_AT_HEAD = pattern(r"[^ ，。]{0,10}(?:记者|通讯员)")
BLANK = pattern(r"(?<=[^ ])[ ]")


def _credits_at_the_end(text: str, folded: str) -> tuple[Byline, ...]:
    closing = datelines.read_closing(text, folded)
    if closing:
        return credits_of_opening(text, folded, closing)
    end = len(folded.rstrip())
    if folded[end - 3 : end] == "摄）。":
        end -= 1
    if stamp := STAMP_OF_THE_AGENCY.search(folded, max(0, end - 10), end):
        end = stamp.start()
    for start, right, setting in final_regions(folded, end):
        found = read_region(text, folded, start, right, setting)
        if found is not None:
            return found
    return ()
