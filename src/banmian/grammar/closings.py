"""The credits that a word behind their names closes: 記者X／台北報導, X摄, X 整理, X供图."""

from __future__ import annotations

import re

from banmian.grammar.credit_words import BOTH_SUFFIX
from banmian.grammar.fields import are_plain_names, without_marks
from banmian.grammar.gaps import read_gap
from banmian.grammar.names import (
    HAN,
    NEVER_IN_A_NAME,
    Name,
    Names,
    Trust,
    is_desk,
    is_japanese,
    is_of_the_commonest_form,
    is_plainly_a_name,
    split_name_and_place,
)
from banmian.grammar.outlets import is_outlet
from banmian.grammar.parts import Before, Gap, Part
from banmian.grammar.pictures import SOURCE_IN_BRACKETS, SOURCE_OF_A_PICTURE
from banmian.grammar.places import is_place, looks_like_a_place
from banmian.grammar.roles import ARTS, PAIRED, SUFFIXES, SUFFIXES_WITHOUT_BYLINE
from banmian.grammar.turns import FOREIGN_AUTHOR, OF_BOOKS, Seat
from banmian.grammar.vocabulary import common_surnames, double_surnames, wire_agencies
from banmian.model import BylineRole
from banmian.patterns import pattern
from banmian.script import fold

#: words of daily speech too: glued to a name in open text they are no credit (王小明讲述)
WEAK_WORDS = "文字 整理 采访整理 译 翻译 编译 辑 摘 编 编写 文 撰 图 画 绘 漫画 讲述 口述 采访 传真 记录"
WEAK_SUFFIX = frozenset(WEAK_WORDS.split())
#: a place may stand before these: 記者X台北攝
TAKEN_THERE = frozenset(["摄", "摄影", "传真", "拍摄", "摄影报道"])
#: what a reporter's own report is called, at the end of its credit
OWN_REPORTS = frozenset(["专访", "特写", "专稿", "独家", "独家专稿", "直击", "寄"])


def _are_name_and_place(folded: str, start: int, end: int) -> bool:
    """王小明纽约."""
    return split_name_and_place(folded[slice(*without_marks(folded, start, end))]) is not None


WIRED = pattern(r"专?[电讯]|特电")
#: 据新华社, 综合新华社、央视新闻, 《联合早报》 before 报道: whose report is told, nobody's credit
RELAY = pattern(r"[ ]*(?:据|综合(?P<houses>[^ ]{2,})|《[^《》]{2,16}》[ ]?\Z)")
DESK_OF_NEWS = ("中心", "频道", "部", "组")


def roles_of_both(folded: str) -> tuple[BylineRole, ...]:
    """文/图 is an author and a photographer, 报道/摄影 a reporter who took the pictures."""
    reported = "报道" in folded or "报导" in folded
    return BylineRole.REPORTER if reported else BylineRole.AUTHOR, BylineRole.PHOTOGRAPHER


def with_gap(part: Part, gap: Gap) -> Part:
    names = gap.names
    return part._replace(
        names=Names(
            part.names.people + names.people,
            part.names.desks + names.desks,
            part.names.unresolved or names.unresolved,
        ),
        place=gap.place or part.place,
        title=gap.title or part.title,
        end=max(part.end, gap.end) if names.people or names.desks or gap.place else part.end,
    )


def close_with_report(seat: Seat) -> Part | None:
    """The credit that a report's verb ends: 記者X／台北報導, 記者X台北6日電, 記者X發自台北."""
    word, current = seat.word, seat.current
    if (current is None and (_is_a_dateline(seat) or _is_relayed(seat))) or _begins_a_headline(seat):
        return None
    before = Before.WORK
    if word.lastgroup == "report":
        before = Before.WIRE if word["date"] else Before.REPORT
    gap = read_gap(seat.stretch(), before)
    if gap is None and current is None and seat.setting.enclosed:
        gap = _house_and_name(seat.text, seat.folded, seat.at, word.start())
    if gap is None or (current is None and not _credits_somebody(seat, gap)):
        return None
    done = _closed(seat, gap)
    if done is None:
        return None
    done = done._replace(reported=True)
    if where := next((group for group in ("there", "posting", "sent_from") if word[group]), None):
        if where == "there" and not looks_like_a_place(word["there"]):
            return None
        done = done._replace(place=seat.text[slice(*word.span(where))])
    return done


def close_with_work(seat: Seat, *, glued_too: bool) -> Part | None:
    """The credit that a word of work ends: X摄, X 整理.

    A word of daily speech that is glued to its name is trusted only if the row vouches for it: X口述 Y整理.
    """
    text, folded, at, token, current = seat.text, seat.folded, seat.at, seat.word, seat.current
    work = re.sub(r"[ （）]|[/：|丨]\Z", "", token[0])
    if work == "翻摄" and current is not None and current.office is not None:
        work = "摄"  # 記者X翻攝: a picture of a picture
    if work in ARTS.split("|") and work not in SUFFIXES:  # （王小明唱）
        return Part(at, token.end(), suffix=()) if are_plain_names(folded, at, token.start()) else None
    if work in SUFFIXES_WITHOUT_BYLINE.split("|"):
        return _whose_picture(seat)
    before = Before.PICTURE if current is not None and work in TAKEN_THERE else Before.WORK
    gap = read_gap(seat.stretch(), before)
    if gap is None and current is None and (work in TAKEN_THERE or work in OF_BOOKS):
        gap = _unknown_maker(text, folded, at, token, whole=work in TAKEN_THERE)
    if gap is None or (current is None and not (gap.names.people or gap.names.unresolved)):
        return None
    glued = token.start() == 0 or folded[token.start() - 1] not in " /"
    if current is None and work in WEAK_SUFFIX and glued and not glued_too:
        # 王小明译 is a credit only as the whole of a line
        people = [fold(name.text) for name in gap.names.people]
        whole = at == 0 and len(people) == 1
        if not whole or work not in ("译", "绘") or not _is_of_everyday_form(people[0]):
            return None
    done = _closed(seat, gap)
    if done is None:
        return None
    both = BOTH_SUFFIX.fullmatch(work) is not None
    return done._replace(suffix=roles_of_both(work) if both else SUFFIXES.get(work) or PAIRED[work])


def _is_of_everyday_form(folded: str) -> bool:
    """王小明, 欧阳丽华."""
    return is_of_the_commonest_form(folded) or (len(folded) == 4 and folded[:2] in double_surnames())


def _closed(seat: Seat, gap: Gap) -> Part | None:
    """The open credit, or a new one, with what stands before the word that ends it."""
    current, names = seat.current, gap.names
    if current is None:
        start = gap.outlet_start if gap.outlet is not None else gap.start
        current = Part(start, seat.word.end(), outlet=gap.outlet)
    elif current.names_first and (names.people or names.desks):
        return None
    return with_gap(current, gap)._replace(end=seat.word.end())


def _is_a_dateline(seat: Seat) -> bool:
    """路透社台北14日電: read elsewhere."""
    wired = WIRED.match(seat.word["verb"] or "") is not None
    return wired and seat.setting.trust is not Trust.FULL and "/" not in seat.before


def _begins_a_headline(seat: Seat) -> bool:
    """记者王小明专访 begins one; in brackets, or at the end of a row of an office and its names, it is a credit."""
    folded, at, right = seat.folded, seat.at, seat.word.start()
    if seat.word["verb"] not in OWN_REPORTS or seat.setting.enclosed or "/" in seat.before:
        return False
    if seat.current is None or not seat.current.office or seat.word.end() < len(folded.rstrip()):
        return True
    named = seat.word["verb"] != "直击" and are_plain_names(folded, at, right)
    return not (named or _are_name_and_place(folded, at, right))


def _credits_somebody(seat: Seat, gap: Gap) -> bool:
    """經濟日報／綜合報導 and 【本報綜合報導】 credit the house; 路透社报道 tells whose report is told."""
    if gap.names.people or gap.names.desks:
        return True
    if not (gap.names.unresolved or gap.outlet or gap.place):
        return False
    apart = "/" in seat.before
    return apart or (seat.setting.enclosed and gap.outlet not in wire_agencies())


def _house_and_name(text: str, folded: str, start: int, end: int) -> Gap | None:
    """（联合早报林夕报道）: a house and its reporter, glued."""
    start, end = without_marks(folded, start, end)
    for size in (3, 2):
        cut = end - size
        name = folded[cut:end]
        if cut - start < 2 or name[0] not in common_surnames() or not is_plainly_a_name(name):
            continue
        if is_outlet(folded[start:cut]) and not is_outlet(folded[start:end]):
            person = Name(text[cut:end], cut, end)
            return Gap(Names((person,)), text[start:cut], start, start=start, end=end)
    return None


def _unknown_maker(text: str, folded: str, at: int, token: re.Match[str], *, whole: bool) -> Gap | None:
    """赛罕 摄影 as a whole line, 村上春树 著: a few characters set apart are the name, whatever they mean."""
    name = (UNKNOWN_PHOTOGRAPHER if whole else FOREIGN_AUTHOR).fullmatch(folded, at, token.start())
    if name is None and not whole and is_japanese(folded[at : token.start()]):  # 村上春树著
        return Gap(Names((Name(text[at : token.start()], at, token.start()),)), start=at, end=token.start())
    if name is None or is_place(name["name"]):
        return None
    if whole and (at or token.end() != len(folded.rstrip())):
        return None
    if NEVER_IN_A_NAME.search(name["name"]) or is_desk(name["name"]) or is_outlet(name["name"]):
        return None
    left, right = name.span("name")
    return Gap(Names((Name(text[left:right], left, right),)), start=left, end=right)


UNKNOWN_PHOTOGRAPHER = pattern(rf"(?P<name>{HAN}{{2,3}})[ ]{{1,4}}")


def _whose_picture(seat: Seat) -> Part | None:
    """X供图, 受访者提供: whose pictures they are, and nobody who made them."""
    folded, token, at, current = seat.folded, seat.word, seat.at, seat.current
    source = SOURCE_IN_BRACKETS if seat.setting.enclosed else SOURCE_OF_A_PICTURE
    start = current.start if current else at
    if source.fullmatch(folded, start, token.end()) or (current and token[0] in ("供图", "供稿")):
        return Part(start, token.end(), suffix=())
    if current is None or current.label is None:
        return None
    # 图：X、受访者提供: somebody took pictures, others were given
    mark = max(folded.rfind(mark, at, token.start()) for mark in "、，/ ")
    if mark < 0 or SOURCE_OF_A_PICTURE.fullmatch(folded, mark + 1, token.end()) is None:
        return None
    gap = read_gap(seat.stretch(mark), Before.WORK)
    return None if gap is None else with_gap(current, gap)


def _is_relayed(seat: Seat) -> bool:
    """据新华社报道, 综合新华社、央视新闻报道, 《联合早报》报道, 路透社6月5日报道: told after another house."""
    folded, at, token = seat.folded, seat.at, seat.word
    house = seat.before.strip()
    if token.lastgroup == "report" and token["date"] and (house.endswith(HOUSES) or house in wire_agencies()):
        return True
    relay = RELAY.match(folded, at, token.start())
    if relay is None or relay["houses"] is None:
        return relay is not None
    first = HOUSES_PART.split(relay["houses"])[0]
    return is_outlet(first) and not first.endswith(DESK_OF_NEWS)


HOUSES = ("》", "网", "报", "社", "网站", "电台", "电视台")
HOUSES_PART = pattern(r"[、，/和及与]")
