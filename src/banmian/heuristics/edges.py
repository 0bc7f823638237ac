"""Where the print of a page begins and ends: pictures, tags and words of the machine around it do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.traces import is_a_word_of_the_machine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from banmian.model import Block, Sheet


def lines_above(block: Block) -> int:
    """How many lines of the page stand above a block.

    >>> [lines_above(block) for block in read_blocks("```markdown\\n![](1.jpg)\\n江城晚报\\n2012年3月5日 星期一")]
    [-2, -1, 0, 1]
    """
    return block.index - edges_of(block.sheet)[0]


def lines_below(block: Block) -> int:
    """How many lines of the page stand below a block."""
    return edges_of(block.sheet)[1] - block.index


def edges_of(sheet: Sheet) -> tuple[int, int]:
    """The indexes of a page's first and last line, found out once; those of its first and last block if it has none."""
    if sheet.edges is None:
        last = len(sheet.blocks) - 1
        sheet.edges = (
            next(_printed(sheet.blocks), 0),
            next(_printed(sheet.blocks[::-1]), last),
        )
    return sheet.edges


def top_of(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first six lines of a page."""
    top = edges_of(blocks[0].sheet)[0] if blocks else 0
    return blocks[top : top + 6]


def _printed(blocks: Iterable[Block]) -> Iterator[int]:
    return (
        block.index
        for block in blocks
        if block.kind not in {"image", "rule"} and not is_a_word_of_the_machine(block)
    )
