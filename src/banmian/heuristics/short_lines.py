"""Many short lines in a row: an advert or a list, and no titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.adverts import is_like_a_line_of_an_advert
from banmian.heuristics.runs import EDGE, ENDLESS, FEW_LINES, short_lines_around
from banmian.heuristics.verse import verse_around

if TYPE_CHECKING:
    from banmian.model import Block


def stands_in_an_endless_list(block: Block) -> str | None:
    """A short line with hundreds of others around it is no title: no page has so many.

    >>> page = read_blocks("\\n\\n".join(f"第{number}件展品" for number in range(600)))
    >>> stands_in_an_endless_list(page[300])
    '300 short lines stand above it and 299 below'
    >>> stands_in_an_endless_list(page[3])
    """
    length, after, _ = short_lines_around(block)
    if length <= ENDLESS or not EDGE <= after < length - EDGE:
        return None
    return f"{length - 1 - after} short lines stand above it and {after} below"


def is_one_of_many_short_lines(block: Block) -> str | None:
    """More than six short lines in a row are no title: an advert, or a list.

    >>> page = "\\n\\n".join(["大减价", "糖果", "饼干", "面包", "西点", "罐头", "欢迎光临", "今日开幕"])
    >>> is_one_of_many_short_lines(read_blocks(page)[2])
    '8 short lines in a row'
    >>> is_one_of_many_short_lines(read_blocks("大减价")[0])
    """
    run, left, text_follows = short_lines_around(block)
    if (
        run < FEW_LINES
        or (text_follows and left < 4 and not advert_words_around(block))
        or verse_around(block)
        or _stands_above_verse(block)
    ):
        return None
    return f"{run} short lines in a row"


def _stands_above_verse(block: Block) -> bool:
    """A poem's title, or its author's line below it."""
    after = block.after
    for _ in range(LINES_ABOVE_VERSE):
        if after is None:
            return False
        if verse_around(after):
            return True
        after = after.after
    return False


LINES_ABOVE_VERSE = 3  #: the column's name, the title, the author


def advert_words_around(block: Block) -> bool:
    """Whether a row of short lines has the words, telephone numbers and addresses of adverts."""
    sheet = block.sheet
    run, left, _ = short_lines_around(block)
    last = block.index + left
    first = last - run + 1
    known = sheet.selling.get(first)
    if known is None:
        lines = [one.folded for one in sheet.blocks[first : last + 1]]
        selling = sum(map(is_like_a_line_of_an_advert, lines))
        known = sheet.selling[first] = selling * 12 >= run
    return bool(known)


def stands_under_advert_lines(block: Block) -> str | None:
    """A short text between the lines of adverts is the text of one.

    >>> page = "\\n\\n".join(
    ...     ["糖果", "饼干", "面包", "欢迎光临", "今日开幕", "大减价", "宝青春为纯正酵母精制，功能开胃强身。", "芬芳开胃"]
    ... )
    >>> stands_under_advert_lines(read_blocks(page)[6])
    'among the lines of adverts'
    >>> stands_under_advert_lines(read_blocks("宝青春为纯正酵母精制，功能开胃强身。")[0])
    """
    before, after, facts = block.before, block.after, block.look
    if before is None or not facts.prose or facts.lede or facts.length > 120:
        return None
    run, _, _ = short_lines_around(before)
    if run < FEW_LINES or not advert_words_around(before):
        return None
    return "among the lines of adverts" if after is None or after.look.titular else None
