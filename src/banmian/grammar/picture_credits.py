"""The credits of pictures, at the end of captions or on lines of their own."""

from __future__ import annotations

from itertools import pairwise

from banmian.grammar.credit_lines import moved
from banmian.grammar.credits import read_region
from banmian.grammar.fields import trimmed
from banmian.grammar.forms import DISTRIBUTED
from banmian.grammar.pictures import (
    LABELLED_PICTURE,
    PICTURE_END,
    PICTURE_LAST,
    SOURCE_IN_BRACKETS,
    SOURCE_OF_A_PICTURE,
    start_of_source,
)
from banmian.grammar.regions import without_brackets
from banmian.grammar.tails import final_regions
from banmian.model import Byline, BylineRole
from banmian.patterns import pattern


def read_photo_credit(text: str, folded: str) -> tuple[str, tuple[Byline, ...]] | None:
    """The picture's credit at the end of a caption or on a line of its own, and who took the picture.

    >>> read_photo_credit("市民在公園。（陳曉瑩攝）", "市民在公园。（陈晓莹摄）")[0]
    '陳曉瑩攝'
    """
    if len(folded) <= LONGEST_AGENCY and AGENCY_ALONE.fullmatch(folded.strip()):
        return text.strip().strip("（）()"), ()
    has_a_picture = "摄" in folded
    if has_a_picture and (others := pictures_before_the_last(text, folded)):
        start, found = others
        last_one = read_photo_credit(text[start:], folded[start:])
        if last_one is None:
            return None
        return last_one[0], (*found, *[moved(credit, start) for credit in last_one[1]])
    if has_a_picture and (whose := start_of_source(folded, 0, len(folded))) is not None:
        taken = read_photo_credit(text[:whose], folded[:whose])
        if taken and taken[1]:
            begin = text.rindex(taken[0], 0, whose)
            return text[begin : len(folded.rstrip(" 。"))], taken[1]
    last = folded[-1:]
    if last in CLOSING_MARKS:
        last = folded.rstrip(" 。）】")[-1:]
    reach = max(0, len(folded) - PICTURE_REACH)
    ends_so = last in PICTURE_LAST and not (last == "日" and _is_a_bare_date(folded, reach))
    if not ((ends_so and PICTURE_END.search(folded, reach)) or LABELLED_PICTURE.search(folded, reach)):
        return None
    end = len(folded.rstrip(" 。"))
    for start, right, setting in final_regions(folded, end):
        outer, right = trimmed(folded, start, right)
        if not DISTRIBUTED.fullmatch(folded, outer, right):
            left, right = without_brackets(folded, outer, right)
        else:
            left = outer
        source = SOURCE_OF_A_PICTURE.fullmatch(folded, left, right)
        if source is None and left > outer:
            source = SOURCE_IN_BRACKETS.fullmatch(folded, left, right)
        if source is not None:
            return text[left:right], ()
        credits = read_region(text, folded, left, right, setting)
        if credits is not None and _is_of_a_picture(credits, folded, left, right):
            return text[left:right], credits
    return None


LONGEST_AGENCY = 12  #: characters
#: 新华社发 or 资料图片 on a line of its own, under somebody's picture
AGENCY_ALONE = pattern(
    r"[（]?(?:据?(?:新华社|中新社|人民视觉)发|视觉中国|人民视觉|东方IC|CFP|(?:本报|网络)?资料(?:图片?|照片?|片))[）]?"
)


def _is_a_bare_date(folded: str, reach: int) -> bool:
    """2021年3月25日, 星期日: the day that a picture was taken on has a word for that before it, as in 摄 7月9日."""
    before = folded[folded.rfind("日") - 1]
    return (before in DAYS) and TAKEN.search(folded, reach) is None


DAYS = frozenset("0123456789〇零一二三四五六七八九十廿卅期")
TAKEN = pattern(r"[摄影拍真供自图]")


def pictures_before_the_last(text: str, folded: str) -> tuple[int, tuple[Byline, ...]] | None:
    """图①：……。X摄 图②：……。Y摄: where the last picture's text begins, and who took those before it."""
    if "摄" not in folded:
        return None
    starts = [match.end() for match in NEXT_PICTURE.finditer(folded)]
    if not starts or len(starts) > MOST_PICTURES:
        return None
    found: list[Byline] = []
    for left, right in pairwise([0, *starts]):
        one = folded[left:right].rstrip(" ；，")
        credit = read_photo_credit(text[left : left + len(one)], one)
        found += [moved(taken, left) for taken in credit[1]] if credit else []
    return (starts[-1], tuple(found)) if found else None


#: a mark, 图② or 右图 behind the credit of the picture before
NEXT_PICTURE = pattern(
    r"(?:(?<=[摄影真）。；，])|(?<=供图))[ ]*"
    r"(?=图[ ]?[①-⑳一二三四五六七八九十0-9]|[上下左右中前后]图(?!书|片)|[①-⑳]|[▲▼△▽◀▶◤◢])"
)
MOST_PICTURES = 12
PICTURE_REACH = 64
CLOSING_MARKS = frozenset(" 。）】")


def _is_of_a_picture(credits: tuple[Byline, ...], folded: str, start: int, end: int) -> bool:
    if credits:
        return any(credit.role is BylineRole.PHOTOGRAPHER for credit in credits)
    return True
