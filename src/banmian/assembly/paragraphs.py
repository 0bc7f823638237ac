"""Paragraphs: which pieces belong together, and which only stand one after the other.

In clean text 0.25 % of the paragraphs of more than thirty characters end without a final mark, so one
that does was broken by the end of a column almost surely (domain 7, rows 2 and 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.furniture import verse_around
from banmian.heuristics.prose import LIST_ITEM
from banmian.model import Role
from banmian.patterns import pattern
from banmian.reading.looks import FRAGMENT, LEAST, breaks_off

if TYPE_CHECKING:
    from banmian.model import Block

NOTE = pattern(r"【?(?:编者按|编者的话|编者|开栏的话|编按)(?:[：】 ]|\Z)")
LABEL = pattern(r"【|[■□◆◇●○◎★☆※▶▲△▼]")


def can_go_on(block: Block) -> bool:
    """Whether a block could be the second half of a paragraph: it opens nothing."""
    facts = block.look
    if facts.lede or facts.credit or facts.dateline or facts.jump or facts.folio:
        return False
    return (
        not LABEL.match(block.folded) and not NOTE.match(block.folded) and not LIST_ITEM.match(block.folded)
    )


def goes_on(first: Block, second: Block) -> str | None:
    """Whether two pieces that stand one after the other in a story are one paragraph.

    >>> broken, rest = read_blocks("这笔账，村里人算了整整一个冬天，眼看春耕就要开始，村里决定先把最难走的\\n\\n路修好。")
    >>> goes_on(broken, rest)
    'ends with 的 after 35 characters'
    >>> whole, another = read_blocks("这笔账，村里人算了整整一个冬天。\\n\\n路修好了。")
    >>> goes_on(whole, another)
    """
    if second.role is not Role.PARAGRAPH or not can_go_on(second) or verse_around(second):
        return None
    broken = breaks_off(first)
    if broken:
        return broken
    facts = first.look
    if 8 < facts.length <= LEAST and FRAGMENT.match(second.folded) and not facts.closed:
        return "the next line starts inside a sentence"
    return None
