"""What stands between two words of a credit: names, the house of the next office, a report's place.

``本报记者张靖本报通讯员郜敏``: between 记者 and 通讯员 stand a name and a house. ``記者X／台北報導``: between
記者 and 報導 stand a name and a place, glued or set apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import frozen

from banmian.grammar.names import HAN, Name, Names, Trust, is_plainly_a_name, read_names, split_name_and_place
from banmian.grammar.outlets import glued_outlet, is_outlet
from banmian.grammar.places import is_place, looks_like_a_place
from banmian.model import BylineRole


@frozen
class Setting:
    """Where a region stands, and so how far its words are trusted."""

    trust: Trust
    #: in brackets or after a signing mark: nothing else but a credit is expected
    enclosed: bool = False
    #: names without any word of office will do: （惠晓霜）
    bare_names: bool = False


LINE = Setting(Trust.SOME)
BRACKET = Setting(Trust.SOME, enclosed=True)
AFTER_DATELINE = Setting(Trust.FULL, enclosed=True)
FINAL_BRACKET = Setting(Trust.SOME, enclosed=True, bare_names=True)


class Part(NamedTuple):
    """A credit in the making: an office or a label, and what stands with it."""

    start: int
    end: int
    names: Names = Names()
    office: str | None = None  # as printed
    role: BylineRole | None = None  # of the office
    label: tuple[BylineRole, ...] | None = None  # of 文/ or 摄影：; empty for work that is no byline
    suffix: tuple[BylineRole, ...] | None = None
    title: str | None = None
    outlet: str | None = None
    place: str | None = None
    reported: bool = False
    names_first: bool = False


class Gap(NamedTuple):
    """What stands between two words of office."""

    names: Names = Names()
    outlet: str | None = None
    outlet_start: int = -1
    place: str | None = None
    start: int = 0
    end: int = 0
    title: str | None = None


LATIN_NAME = re.compile(r"[A-Z][a-z.'’-]+\Z")

TRIM = " 、，；/|：·—丨。&"

FIELD_MARK = re.compile(r"[/|—丨]+")

#: a job's last word, before a name that is glued to it: 党总支书记罗嵘
JOB = re.compile(
    r"(?:书记|主任|局长|镇长|县长|市长|乡长|村长|区长|处长|科长|所长|院长|校长|教师|老师|教授|医生|主席|会长|委员|支书|干部|社长|经理|董事长|队长|馆长|代表)"
)


def read_gap(  # every form of what stands between two words
    text: str,
    folded: str,
    start: int,
    end: int,
    current: Part | None,
    setting: Setting,
    *,
    before_report: bool = False,
    outlet_first: bool = False,
    outlet_last: bool = False,
    final: bool = False,
) -> Gap | None:
    glued = (
        start < end
        and folded[start] not in TRIM
        and folded[start - 1 : start] not in ("：", "/", "|", "丨", " ")
    )
    colon = folded[start - 1 : start] == "："
    while start < end and folded[start] in TRIM:
        start += 1
    while end > start and folded[end - 1] in TRIM:
        end -= 1
    if start == end:
        return Gap(start=start, end=end)
    trust = setting.trust
    sure = setting.enclosed or (before_report and current is not None)
    if current is None or (trust is not Trust.FULL and (glued or colon) and not sure):
        trust = Trust.NONE
    fields = fields_of(folded, start, end)
    outlet: str | None = None
    outlet_start = -1
    place: str | None = None
    # the outlet of the next office: 本报记者张靖本报通讯员郜敏
    if outlet_last:
        left, right = fields[-1]
        token_start = max(folded.rfind(mark, left, right) for mark in " 、，") + 1
        token_start = max(token_start, left)
        whole = folded[left:right]
        if current is None and len(fields) == 1 and is_outlet(whole):
            return Gap(outlet=text[left:right], outlet_start=left, start=start, end=start)
        if current is None and all(
            is_outlet(folded[a:b]) or is_place(folded[a:b]) or are_outlets(folded[a:b]) for a, b in fields
        ):
            if all(is_place(folded[a:b]) for a, b in fields):  # 台北／記者林欣漢
                return Gap(place=text[start:end], start=start, end=start)
            left, right = next((a, b) for a, b in fields if not is_place(folded[a:b]))
            return Gap(outlet=text[left:right], outlet_start=left, start=start, end=start)
        token = folded[token_start:right]
        if current is not None and LATIN_NAME.match(token):
            pass  # Amy Denney 編譯
        elif is_outlet(token) and (token_start > left or len(fields) > 1 or current is None):
            outlet, outlet_start = text[token_start:right], token_start
        elif (cut := glued_outlet(token)) is not None:
            outlet, outlet_start = text[token_start + cut : right], token_start + cut
        elif is_outlet(token):
            outlet, outlet_start = text[token_start:right], token_start
        if outlet is not None:
            end = outlet_start
            while end > start and folded[end - 1] in TRIM:
                end -= 1
            if start == end:
                return Gap(outlet=outlet, outlet_start=outlet_start, start=start, end=start)
            fields = fields_of(folded, start, end)
    has_people = current is not None and bool(current.names.people)
    if before_report or (final and len(fields) > 1):
        found = _place_of_report(folded, fields, has_people, final=final)
        if found is not None:
            place_start, fields = found
            place = text[place_start:end].strip()
    elif final and has_people:
        if looks_like_a_place(folded[start:end]):
            return Gap(place=text[start:end], start=start, end=end)
        return None
    if outlet_first and fields:
        fields, outlet_span = without_leading_outlets(folded, fields)
        if outlet_span:
            outlet, outlet_start = text[slice(*outlet_span)], outlet_span[0]
    people: tuple[Name, ...] = ()
    desks: tuple[str, ...] = ()
    unresolved = False
    for left, right in fields:
        names = read_names(text, folded, left, right, trust)
        if names is None:
            titled = _titled_name(text, folded, left, right, current) if len(fields) == 1 else None
            if titled is None:
                return None
            name, title = titled
            return Gap(
                Names((name,)), start=left, end=right, title=title, outlet=outlet, outlet_start=outlet_start
            )
        people += names.people
        desks += names.desks
        unresolved = unresolved or names.unresolved
    return Gap(Names(people, desks, unresolved), outlet, outlet_start, place, start, end)


def fields_of(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between slashes and bars, blanks trimmed."""
    parts: list[tuple[int, int]] = []
    at = start
    for mark in FIELD_MARK.finditer(folded, start, end):
        parts.append((at, mark.start()))
        at = mark.end()
    parts.append((at, end))
    inner = [trimmed(folded, *part) for part in parts]
    return [part for part in inner if part[0] < part[1]]


def are_outlets(folded: str) -> bool:
    """Lai傳媒、記者爆料網: several houses share a story."""
    parts = re.split(r"[、， ]+", folded)
    return len(parts) > 1 and all(is_outlet(part) for part in parts)


def without_leading_outlets(
    folded: str, fields: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """新唐人亞太電視 黃亮戩 林嘉韋: the house first, then its people."""
    outlet: tuple[int, int] | None = None
    rest = list(fields)
    while rest:
        left, right = rest[0]
        space = folded.find(" ", left, right)
        token_end = space if space >= 0 else right
        token = folded[left:token_end]
        if not (is_outlet(token) or are_outlets(token)) or is_plainly_a_name(token):
            break
        outlet = (outlet[0] if outlet else left, token_end)
        following = trimmed(folded, token_end, right)
        rest = ([following] if following[0] < following[1] else []) + rest[1:]
    return rest, outlet


def _place_of_report(
    folded: str, fields: list[tuple[int, int]], has_people: bool, *, final: bool
) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place of a report begins, and the fields that are left: names／台北, names台北."""
    left, right = fields[-1]
    last = folded[left:right]
    if is_place(last) and (len(fields) > 1 or has_people or not is_plainly_a_name(last)):
        kept = len(fields) - 1
        while kept > 1 and is_place(folded[slice(*fields[kept - 1])]):
            kept -= 1
        return fields[kept][0], fields[:kept]
    if (len(fields) > 1 or has_people) and PLACE_IN_REPORT.fullmatch(last) and not is_plainly_a_name(last):
        cut = split_name_and_place(last)
        if cut is None and not final:
            return left, fields[:-1]
        if cut is None:
            return None
    token_start = max(left, max(folded.rfind(mark, left, right) for mark in " 、，") + 1)
    token = folded[token_start:right]
    if (
        token_start > left
        and folded[token_start - 1] == " "
        and looks_like_a_place(token)
        and not is_plainly_a_name(token)
    ):
        return token_start, [*fields[:-1], trimmed(folded, left, token_start)]
    if token_start > left and folded[token_start - 1] == " " and is_place(token):
        return token_start, [*fields[:-1], trimmed(folded, left, token_start)]
    cut = split_name_and_place(token)
    if cut is None and len(token) >= 5 and is_plainly_a_name(token[:3]) and looks_like_a_place(token[3:]):
        cut = 3
    if cut is None:
        return None
    return token_start + cut, [*fields[:-1], (left, token_start + cut)]


PLACE_IN_REPORT = re.compile(rf"{HAN}{{2,8}}(?:[、/]{HAN}{{2,8}})*")


def _titled_name(
    text: str, folded: str, start: int, end: int, current: Part | None
) -> tuple[Name, str] | None:
    """讲述人：朱亭镇杉桥村党总支书记 罗嵘: the job, then the name."""
    if current is None or current.role not in (BylineRole.NARRATOR, BylineRole.AUTHOR) or end - start > 60:
        return None
    space = folded.rfind(" ", start, end)
    if space > start:
        padded = folded.rfind(" ", start, space)
        if end - space == 2 and padded >= 0 and space - padded == 2:  # 罗 嵘
            space = padded
        name = folded[space:end].replace(" ", "")
        if is_plainly_a_name(name):
            printed = text[space:end].replace(" ", "").replace("\u3000", "")
            left, right = trimmed(folded, start, space)
            return Name(printed, space + 1, end), text[left:right]
        return None
    job = None
    for job in JOB.finditer(folded, start, end):
        pass
    if job and is_plainly_a_name(folded[job.end() : end]):
        return Name(text[job.end() : end], job.end(), end), text[start : job.end()]
    return None


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] == " ":
        start += 1
    while start < end and folded[end - 1] == " ":
        end -= 1
    return start, end
