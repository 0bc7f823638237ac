"""Short lines in a row: two to five are a title, many are an advert, a list or verse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block
    from banmian.reading.looks import Look

FEW_LINES = 6  #: so many short lines in a row, and more, are no title
ENDLESS = 500  #: lines; the longest list of a page of classified notices has about three hundred
EDGE = 20  #: lines at both ends of an endless list that may belong to what stands beside it


def short_lines_around(block: Block) -> tuple[int, int, bool]:
    """How many short lines stand in a row here, how many of them after this one, and whether text follows."""
    sheet = block.sheet
    runs: list[tuple[int, int, bool]] = sheet.runs or runs_of(sheet.blocks)
    return runs[block.index]


def runs_of(blocks: tuple[Block, ...]) -> list[tuple[int, int, bool]]:
    """The same for every block of a page, found out once."""
    if not blocks:
        return []
    sheet = blocks[0].sheet
    if sheet.runs is None:
        sheet.runs = _runs(blocks)
    runs: list[tuple[int, int, bool]] = sheet.runs
    return runs


def inside_an_endless_list(runs: list[tuple[int, int, bool]]) -> list[int]:
    """The indexes of the short lines with hundreds of others around them."""
    return [
        index
        for index, (length, after, _) in enumerate(runs)
        if length > ENDLESS and EDGE <= after < length - EDGE
    ]


def _ends_a_paragraph(block: Block) -> bool:
    """里山路。” under a paragraph that breaks off is its last line."""
    before = block.before
    return block.look.closed and before is not None and before.look.prose


def _is_a_short_sentence(block: Block) -> bool:
    """远眺盐田，海风拂面。 above a text is a paragraph, however short: no title has 。"""
    after = block.after
    return "。" in block.folded and after is not None and after.look.prose


def _is_something_else(facts: Look) -> bool:
    return bool(facts.folio or facts.credit or facts.jump or facts.dateline or facts.lede or facts.row)


#: 白云机场进入倒计时 A03: a line that points to a page is no line of a title
POINTER = pattern(
    r".{4,}[ …（【·](?:[A-Z]\d{1,2}版?|[A-Z]?\d{1,2}版|第[一二三四五六七八九十\d]{1,3}[版页])[）】]?\Z"
)


def _points_to_a_page(block: Block) -> bool:
    last = block.folded[-1:]
    return (last.isdecimal() or last in "版页）】") and POINTER.match(block.folded) is not None


def _runs(blocks: tuple[Block, ...]) -> list[tuple[int, int, bool]]:
    runs = [(0, 0, False)] * len(blocks)
    start = 0
    for i in range(len(blocks) + 1):
        facts = blocks[i].look if i < len(blocks) else None
        if (
            facts
            and facts.length
            and (
                (facts.titular and not _points_to_a_page(blocks[i]))
                or (
                    facts.length <= 12
                    and not facts.prose
                    and not _ends_a_paragraph(blocks[i])
                    and not _is_a_short_sentence(blocks[i])
                    and not _is_something_else(facts)
                )
            )
        ):
            continue
        follows = facts is not None and bool(
            facts.prose
            or facts.row
            or facts.lede
            or facts.credit is not None
            or _is_a_short_sentence(blocks[i])
        )
        for k in range(start, i):
            runs[k] = (i - start, i - 1 - k, follows)
        start = i + 1
    return runs
