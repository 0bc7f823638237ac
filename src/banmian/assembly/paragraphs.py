"""Paragraphs: which pieces belong together, and which only stand one after the other.

In clean text 0.25 % of the paragraphs of more than thirty characters end without a final mark, so one
that does was broken by the end of a column almost surely (domain 7, rows 2 and 3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian.heuristics.looks import FRAGMENT, closes_with_a_light_comma, look
from banmian.heuristics.prose import LIST_ITEM
from banmian.model import Role

if TYPE_CHECKING:
    from banmian.model import Block

LEAST = 24  #: shorter lines without a final mark are verse, lists and labels
#: a paragraph ends so, also before a list or a quotation
FINAL = re.compile(r"[。！？!?…；;：:][”’）》】\])]*\s*\Z|[）】]\s*\Z|—\s*\Z|[”’]\s*\Z")
LABEL = re.compile(r"【|[■□◆◇●○◎★☆※▶▲△▼]")


def breaks_off(block: Block) -> str | None:
    """A long paragraph without a final mark goes on elsewhere.

    >>> breaks_off(read_blocks("据悉，湖南中大新能源科技有限公司是一家专业从事新能源技术开发的有限公")[0])
    'ends with 公 after 33 characters'
    >>> breaks_off(read_blocks("据悉，湖南中大新能源科技有限公司是一家专业从事新能源技术开发的企业。")[0])
    """
    facts = look(block)
    text = block.folded
    if closes_with_a_light_comma(block.sheet):
        return None  # such papers leave the last mark out as often as not
    if facts.length <= LEAST or FINAL.search(text) or facts.photo or facts.closing:
        return None
    return f"ends with {block.text.rstrip()[-1]} after {facts.length} characters"


def can_go_on(block: Block) -> bool:
    """Whether a block could be the second half of a paragraph: it opens nothing."""
    facts = look(block)
    if facts.opening or facts.credit or facts.dateline or facts.jump or facts.folio:
        return False
    return not LABEL.match(block.folded) and not LIST_ITEM.match(block.folded)


def goes_on(first: Block, second: Block) -> str | None:
    """Whether two pieces that stand one after the other in a story are one paragraph.

    >>> broken, rest = read_blocks("这笔账，村里人算了整整一个冬天，眼看春耕就要开始，村里决定先把最难走的\\n\\n路修好。")
    >>> goes_on(broken, rest)
    'ends with 的 after 34 characters'
    >>> whole, another = read_blocks("这笔账，村里人算了整整一个冬天。\\n\\n路修好了。")
    >>> goes_on(whole, another)
    """
    if second.role is not Role.PARAGRAPH or not can_go_on(second):
        return None
    broken = breaks_off(first)
    if broken:
        return broken
    facts = look(first)
    if 8 < facts.length <= LEAST and FRAGMENT.match(second.folded) and not facts.closed:
        return "the next line starts inside a sentence"
    return None
