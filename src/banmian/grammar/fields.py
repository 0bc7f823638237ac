"""The parts of a credit's print: between slashes and bars, without the marks around them."""

from __future__ import annotations

from banmian.grammar.names import LATIN_NAME, Trust, begins_with_a_surname, is_plainly_a_name, read_names
from banmian.grammar.places import is_place
from banmian.patterns import pattern

TRIM = frozenset(" 、，；/|：·—丨。&●■\\")
FIELD_MARK = pattern(r"[/|—丨●]+")


def without_marks(folded: str, start: int, end: int) -> tuple[int, int]:
    """The part between commas, slashes, colons and blanks."""
    while start < end and folded[start] in TRIM:
        start += 1
    while end > start and folded[end - 1] in TRIM:
        end -= 1
    return start, end


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


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """The part between blanks."""
    while start < end and folded[start] == " ":
        start += 1
    while start < end and folded[end - 1] == " ":
        end -= 1
    return start, end


def are_plain_names(folded: str, start: int, end: int, trust: Trust = Trust.NONE) -> bool:
    """Whether nothing but names stands there, blanks or 、 between them.

    In a row that has its offices, words are names too, if they begin with a surname: 摄影 谷雨.
    """
    start, end = without_marks(folded, start, end)
    if start == end or "/" in folded[start:end]:
        return False
    noted = NOTE_BEHIND_A_NAME.search(folded, start, end)  # 口述 X（退休教师） 整理 Y
    names = read_names(folded, folded, start, noted.start() if noted else end, trust)
    if names is None or names.desks or names.unresolved:
        return False
    return all(
        (
            is_plainly_a_name(name.text)
            or (name.end - name.start > len(name.text) and begins_with_a_surname(name.text))  # 万　方
            or LATIN_NAME.fullmatch(name.text) is not None
            or (trust and begins_with_a_surname(name.text))
        )
        and not is_place(name.text)
        for name in names.people
    )


NOTE_BEHIND_A_NAME = pattern(r"(?<=[^ ])[ ]?（[^（）]{2,30}）\Z")
