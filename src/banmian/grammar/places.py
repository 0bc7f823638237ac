"""Places as credits and datelines print them: alone, with 市 or 县, or one after another."""

from __future__ import annotations

from banmian.grammar.vocabulary import places
from banmian.patterns import pattern

#: what may follow a place's short name: 嘉義縣, 加州, 首尔市
DIVISIONS = "市县省州区乡镇村都府道旗盟岛郡里港"
DIVISION_AT_END = pattern(rf"[{DIVISIONS}]\Z")
#: the longest places of the lists have eight characters; two may be glued (加拿大多倫多)
LONGEST_GLUED_PLACE = 12


def is_place(folded: str) -> bool:
    """A place of the gazetteer, with or without its division, or two in a row (台湾台北).

    >>> is_place("台北"), is_place("嘉义县"), is_place("加拿大多伦多"), is_place("陈静文")
    (True, True, True, False)
    """
    known = places()
    if _is_one_place(folded, known):
        return True
    return any(
        _is_one_place(folded[:cut], known) and _is_one_place(folded[cut:], known)
        for cut in range(2, min(len(folded), LONGEST_GLUED_PLACE) - 1)
    )


def _is_one_place(folded: str, known: frozenset[str]) -> bool:
    if folded in known:
        return True
    return len(folded) > 2 and folded[-1] in DIVISIONS and folded[:-1] in known


def looks_like_a_place(folded: str) -> bool:
    """A place of the gazetteer, or two to eight characters that end like one: 某某镇."""
    return is_place(folded) or (3 <= len(folded) <= 8 and DIVISION_AT_END.search(folded) is not None)


def starts_of_final_places(folded: str) -> list[int]:
    """Where a place may begin that ends the run: one place, the longest first, then two in a row.

    >>> starts_of_final_places("廖建智嘉义县")
    [3]
    >>> starts_of_final_places("邱晨加拿大多伦多")
    [4, 5, 2]
    """
    known = places()
    starts = range(max(0, len(folded) - LONGEST_GLUED_PLACE), len(folded) - 1)
    single = [start for start in starts if _is_one_place(folded[start:], known)]
    return single + [start for start in starts if start not in single and is_place(folded[start:])]


def start_of_final_places(folded: str) -> int | None:
    """Where the places begin that end a list: 李慧娟台北、高雄 at 3, 王小明、紐約/華盛頓 at 4.

    ``None`` unless there are several. Whether a name stands before the first is not asked.

    >>> start_of_final_places("王小明、东京、大阪"), start_of_final_places("王小明台北")
    (4, None)
    """
    end = len(folded)
    found: int | None = None
    while True:
        mark = max(folded.rfind(mark, 0, end) for mark in "、/")
        if mark < 0 or not is_place(folded[mark + 1 : end]):
            break
        found, end = mark + 1, mark
    if found is None:
        return None
    mark = max(folded.rfind(mark, 0, end) for mark in "、/")
    starts = [start for start in starts_of_final_places(folded[mark + 1 : end]) if start >= 2]
    if is_place(folded[mark + 1 : end]):
        return mark + 1
    return mark + 1 + starts[0] if starts else found


def are_places(folded: str) -> bool:
    """One place or several: 台北、高雄."""
    return all(is_place(part) for part in SEVERAL.split(folded))


SEVERAL = pattern(r"[、/ —－-]+")
