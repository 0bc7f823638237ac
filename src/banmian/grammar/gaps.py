"""What stands between two words of a credit: names, the house of the next office, a report's place.

``本报记者张靖本报通讯员郜敏``: between 记者 and 通讯员 stand a name and a house. ``記者X／台北報導``: between
記者 and 報導 stand a name and a place, glued or set apart.
"""

from __future__ import annotations

import re

from banmian.grammar.fields import TRIM, fields_of, trimmed, without_marks
from banmian.grammar.names import HAN, Name, Names, Trust, is_plainly_a_name
from banmian.grammar.outlets import glued_outlet, is_outlet
from banmian.grammar.parts import Before, Gap, Part, Stretch
from banmian.grammar.people import are_of_pictures, people_in
from banmian.grammar.pictures import is_house_of_pictures, is_where_pictures_come_from
from banmian.grammar.places import is_place, looks_like_a_place, starts_of_final_places
from banmian.grammar.reported_places import place_before
from banmian.patterns import pattern

#: Amy, O.Denney: a word of a Latin name
WORD_OF_A_LATIN_NAME = pattern(r"(?:[A-Z][a-z]{0,3}\.)?[A-Z][a-z.'’-]+\Z")
#: what parts a word of office from its names, a colon aside
GAPS = frozenset("/|丨 \\")


def read_gap(stretch: Stretch, before: Before) -> Gap | None:
    """What a stretch between two words of a credit is; ``None`` if more stands there.

    A report's verb on the right has a place before it, an office on the right may have its house before it,
    and a credit without an office its house first.
    """
    text, folded, start, end, _, current = stretch
    trust = _trust_in(stretch, before)
    start, end = without_marks(folded, start, end)
    if start == end:
        return Gap(start=start, end=end)
    if are_of_pictures(current) and is_where_pictures_come_from(folded, start, end):
        where = Name(text[start:end], start, end)  # 图/IC photo 文/X
        return Gap(Names(desks=(where,)), start=start, end=end)
    outlet: tuple[int, int] | None = None
    if before is Before.OFFICE:
        if current is None and (gap := _house_or_place(text, folded, start, end)):
            return gap
        if current is None and (posted := _posted(text, folded, start, end)):
            return posted
        outlet = _house_at_the_end(folded, start, end, current)
        if outlet:
            end = without_marks(folded, start, outlet[0])[1]
    fields = fields_of(folded, start, end)
    if len(fields) > 1 and before is Before.END and current and is_house_of_pictures(folded, *fields[-1]):
        fields = fields[:-1]  # 摄影：X/视觉中国
        end = fields[-1][1]
    found = place_before(folded, fields, before, current)
    if (
        before is Before.END and current is not None and current.names.people and len(fields) < 2
    ):  # 范麗玉記者 台南
        place = text[start:end]
        return Gap(place=place, start=start, end=end) if looks_like_a_place(folded[start:end]) else None
    place_start, fields = found or (end, fields)
    if current is None and before is not Before.OFFICE:
        fields, outlet = without_leading_outlets(folded, fields)
    people = people_in(text, folded, fields, trust, current)
    if people is None:
        return None
    names, title = people
    house = text[slice(*outlet)] if outlet else None
    return Gap(
        names, house, outlet[0] if outlet else -1, text[place_start:end].strip() or None, start, end, title
    )


def _trust_in(stretch: Stretch, before: Before) -> Trust:
    """How far the names of a gap are trusted: little without an office, or glued to one in open text."""
    _, folded, start, _, setting, current = stretch
    if current is None:
        return Trust.NONE
    if setting.trust is Trust.FULL or setting.enclosed or before in (Before.REPORT, Before.WIRE):
        return setting.trust
    last, first = folded[start - 1 : start], folded[start : start + 1]
    glued = first not in TRIM and last not in GAPS
    return Trust.NONE if glued or last == "：" else setting.trust


def _house_or_place(text: str, folded: str, start: int, end: int) -> Gap | None:
    """What stands before the first office, if it is a house (今傳媒/) or a place (台北／) as a whole."""
    fields = fields_of(folded, start, end)
    # 台北／記者X, 台北訊／記者X
    places = [is_place(folded[left:right].removesuffix("讯")) for left, right in fields]
    if all(places):
        return Gap(place=text[start:end], start=start, end=start)
    for (left, right), place in zip(fields, places, strict=True):
        if not (place or is_outlet(folded[left:right]) or are_outlets(folded[left:right])):
            return _house_and_place(text, folded, left, right) if len(fields) == 1 else None
    left = fields[places.index(False)][0]
    right = fields[-1 - places[::-1].index(False)][1]  # 扬子晚报/紫牛新闻记者
    return Gap(outlet=text[left:right], outlet_start=left, start=start, end=start)


def _house_and_place(text: str, folded: str, start: int, end: int) -> Gap | None:
    """联合早报北京特派员: the house, and where its man is."""
    if end - start > LONGEST_HOUSE_AND_PLACE:
        return None
    for cut in starts_of_final_places(folded[start:end]):
        if is_outlet(folded[start : start + cut]):
            place = text[start + cut : end]
            return Gap(
                outlet=text[start : start + cut], outlet_start=start, place=place, start=start, end=start
            )
    return None


LONGEST_HOUSE_AND_PLACE = 16


def _posted(text: str, folded: str, start: int, end: int) -> Gap | None:
    """王小明 北京特派员: the name, and where its bearer is."""
    space = folded.find(" ", start, end)
    if space < 0 or not is_place(folded[space + 1 : end]) or not is_plainly_a_name(folded[start:space]):
        return None
    name = Name(text[start:space], start, space)
    return Gap(Names((name,)), place=text[space + 1 : end], start=start, end=space)


def _house_at_the_end(folded: str, start: int, end: int, current: Part | None) -> tuple[int, int] | None:
    """The house of the next office: 本报记者张靖本报通讯员郜敏, 记者 X 株洲日报通讯员 Y."""
    left = max(start, max(folded.rfind(mark, start, end) for mark in " 、，/|—丨") + 1)
    token = folded[left:end]
    if current is not None and WORD_OF_A_LATIN_NAME.match(token):
        return None  # Amy Denney 編譯
    if (cut := glued_outlet(token)) is not None:
        return left + cut, end
    return (left, end) if is_outlet(token) else None


#: 體育中心X, 編譯組X
DESK_AND_NAME = pattern(rf"(?P<desk>{HAN}{{2,4}}?(?:中心|[组部]))(?=[^心组部]{{2,4}}\Z).{{2,4}}")


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
        if token.endswith("发") and is_outlet(token[:-1]) and space >= 0:  # 新华社发 X摄
            token = token[:-1]
        if token.endswith("综合") and is_outlet(token[:-2]) and space >= 0:  # 本报综合 X
            token = token[:-2]
        if desk := DESK_AND_NAME.fullmatch(token):  # 國際組X
            token_end = left + desk.end("desk")
            token = desk["desk"]
        elif not (is_outlet(token) or are_outlets(token)) or is_plainly_a_name(token):
            break
        following = trimmed(folded, token_end, right)
        if WORD_OF_A_LATIN_NAME.match(token) and WORD_OF_A_LATIN_NAME.match(folded[slice(*following)]):
            break  # Amy Wong 報道
        outlet = (outlet[0] if outlet else left, left + len(token))
        if folded.startswith("发 ", following[0]):  # 新华社 发 X摄
            following = trimmed(folded, following[0] + 1, right)
        rest = ([following] if following[0] < following[1] else []) + rest[1:]
    return rest, outlet
