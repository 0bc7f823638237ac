"""The place that a report or a picture is from, glued to its names or set apart: 記者X／台北報導, 記者X台北攝."""

from __future__ import annotations

from banmian.grammar.fields import trimmed
from banmian.grammar.names import HAN, is_plainly_a_name, split_name_and_place
from banmian.grammar.parts import Before, Part
from banmian.grammar.places import SEVERAL, are_places, is_place, looks_like_a_place, start_of_final_places
from banmian.grammar.vocabulary import common_surnames, double_surnames
from banmian.patterns import pattern


def place_before(
    folded: str, fields: list[tuple[int, int]], before: Before, current: Part | None
) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place begins that a report or a picture is from, and the fields that are left."""
    if not fields:
        return None
    if before in (Before.REPORT, Before.WIRE) or (before is Before.END and len(fields) > 1):
        has_people = current is not None and bool(current.names.people)
        return _place_of_report(folded, fields, before, has_people=has_people)
    if (
        before is Before.OFFICE
        and current is not None
        and len(fields) > 1
        and are_places(folded[slice(*fields[-1])])
    ):
        return fields[-1][0], fields[:-1]  # 記者X／台北、記者Y／高雄報導
    return _place_of_picture(folded, fields) if before is Before.PICTURE else None


def _place_of_report(
    folded: str, fields: list[tuple[int, int]], before: Before, *, has_people: bool
) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place of a report begins, and the fields that are left: names／台北, names台北."""
    left, right = fields[-1]
    final, wired = before is Before.END, before is Before.WIRE
    last = folded[left:right]
    if several := _several_places(folded, fields):
        return several
    if are_places(last) and (len(fields) > 1 or has_people or not is_plainly_a_name(last)):
        kept = len(fields) - 1
        while kept > 1 and is_place(folded[slice(*fields[kept - 1])]):
            kept -= 1
        return fields[kept][0], fields[:kept]
    if (
        (len(fields) > 1 or has_people)
        and PLACE_IN_REPORT.fullmatch(last)
        and not any(is_plainly_a_name(part) for part in SEVERAL.split(last))
    ):
        cut = split_name_and_place(last)
        if cut is None and not final:
            return left, fields[:-1]
        if cut is None:
            return None
    set_apart = max(left, folded.rfind(" ", left, right) + 1)
    if set_apart > left and are_places(folded[set_apart:right]):  # 香港、深圳
        return set_apart, [*fields[:-1], trimmed(folded, left, set_apart)]
    token_start = _last_token(folded, left, right)
    token = folded[token_start:right]
    if (sent := SENT_FROM.fullmatch(token)) and is_plainly_a_name(sent["name"]) and are_places(sent["place"]):
        return token_start + sent.start("place"), [*fields[:-1], (left, token_start + sent.end("name"))]
    apart = token_start > left and folded[token_start - 1] == " "
    unknown = len(token) == 2 and token[0] not in common_surnames()  # 记者 X 山河报道
    if apart and (unknown or (looks_like_a_place(token) and not is_plainly_a_name(token))):
        return token_start, [*fields[:-1], trimmed(folded, left, token_start)]
    cut = split_name_and_place(token)
    if (
        cut is None
        and len(token) >= 5
        and is_plainly_a_name(token[:3])
        and (
            wired
            or looks_like_a_place(token[3:])
            or token.endswith(WHERE_REPORTERS_WAIT)
            or (len(token) == 5 and token[3] not in common_surnames() and token[:2] not in double_surnames())
        )
    ):
        cut = 3  # no place that is known: names of three characters are the rule
    elif cut is None and wired and len(token) == 4 and is_plainly_a_name(token[:2]):
        cut = 2
    if cut is None:
        return None
    return token_start + cut, [*fields[:-1], (left, token_start + cut)]


#: 王小明自北京, 王小明在首尔
SENT_FROM = pattern(rf"(?P<name>{HAN}{{2,3}})[ ]?(?:[自从由在于]|来自)(?P<place>{HAN}{{2,8}})")
WHERE_REPORTERS_WAIT = (
    "议会",
    "立法院",
    "行政院",
    "法院",
    "地院",
    "机场",
    "车站",
    "监狱",
    "总统府",
    "县府",
    "市府",
    "球场",
)


def _several_places(folded: str, fields: list[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]] | None:
    """Names glued to the first of several places: X台北、高雄, X紐約/華盛頓."""
    first, last = fields[max(0, len(fields) - 2)][0], fields[-1][1]
    start = start_of_final_places(folded[first:last])
    if start is None or not start or folded[first + start - 1] in "/ ":
        return None
    place = first + start
    kept = [field for field in fields if field[0] < place]
    left = kept[-1][0]
    if folded[place - 1] == "、" or not is_plainly_a_name(folded[_last_token(folded, left, place) : place]):
        return None
    return place, [*kept[:-1], (left, place)]


def _last_token(folded: str, start: int, end: int) -> int:
    """Where the last name or place begins."""
    return max(start, max(folded.rfind(mark, start, end) for mark in " 、，") + 1)


def _place_of_picture(folded: str, fields: list[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place begins that a picture was taken at, if a name stands before: X台北攝, X／台北攝."""
    left, right = fields[-1]
    if len(fields) > 1 and are_places(folded[left:right]):
        return left, fields[:-1]
    token_start = _last_token(folded, left, right)
    token = folded[token_start:right]
    if len(token) < 4 or (len(token) == 4 and token[:2] in double_surnames()):
        return None
    cut = split_name_and_place(token)
    return None if cut is None else (token_start + cut, [*fields[:-1], (left, token_start + cut)])


PLACE_IN_REPORT = pattern(rf"{HAN}{{2,8}}(?:[、/]{HAN}{{2,8}})*")
