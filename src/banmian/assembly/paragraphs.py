"""Paragraphs: which pieces belong together, and which only stand one after the other.

In clean text 0.25 % of the paragraphs of more than thirty characters end without a final mark, so one
that does was broken by the end of a column almost surely (domain 7, rows 2 and 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.prose import HALF_A_DASH, LIST_ITEM, is_a_clause_between_paragraphs
from banmian.heuristics.verse import verse_around
from banmian.model import Role
from banmian.patterns import pattern
from banmian.reading.looks import FRAGMENT, LEAST, TURN, breaks_off

if TYPE_CHECKING:
    from banmian.assembly.hearing import Hearing
    from banmian.assembly.story import Story
    from banmian.model import Block

NOTE = pattern(r"【?(?:编者按|编者的话|编者附[言记]|编者|开栏的话|编按)(?:[：】 ]|\Z)")
LABEL = pattern(r"【|[■□◆◇●○◎★☆※▶▲△▼]")


#: no line ends with one of these
OPENING = frozenset("“‘（《【")


def can_go_on(block: Block) -> bool:
    """Whether a block could be the second half of a paragraph: it opens nothing."""
    facts = block.look
    if facts.lede or facts.credit or facts.dateline or facts.jump or facts.folio:
        return False
    return (
        not LABEL.match(block.folded)
        and not NOTE.match(block.folded)
        and not LIST_ITEM.match(block.folded)
        and not TURN.match(block.folded)
    )


def join_paragraphs(story: Story, hearing: Hearing) -> None:
    """Note which paragraphs of a story go on with the one before them, over captions and the like."""
    last: Block | None = None
    for block in story.body:
        role = story.role(block)
        if role is Role.SUBHEAD:
            last = None
        elif role is Role.PARAGRAPH:
            if last is not None and block.role is role:
                score, reason = hearing.join(last, block)
                if score > 0:
                    story.joined.add(block.index)
                    story.reasons[block.index] = "; ".join(
                        filter(
                            None, (story.reasons.get(block.index), f"goes on with the paragraph: {reason}")
                        )
                    )
            last = block


def breaks_off_above(first: Block, second: Block) -> str | None:
    """A long paragraph without a final mark goes on in the next.

    >>> broken, rest = read_blocks("这笔账，村里人算了整整一个冬天，眼看春耕就要开始，村里决定先把最难走的\\n\\n路修好。")
    >>> breaks_off_above(broken, rest)
    'ends with 的 after 35 characters'
    >>> whole, another = read_blocks("这笔账，村里人算了整整一个冬天。\\n\\n路修好了。")
    >>> breaks_off_above(whole, another)
    """
    return breaks_off(first)


def goes_on_inside_a_sentence(first: Block, second: Block) -> str | None:
    """A short line goes on where no sentence could start so.

    >>> goes_on_inside_a_sentence(*read_blocks("这笔账村里人算了整整一冬\\n\\n天，眼看春耕就要开始。"))
    'the next line starts inside a sentence'
    >>> goes_on_inside_a_sentence(*read_blocks("这笔账村里人算了整整一冬。\\n\\n眼看春耕就要开始。"))
    """
    if first.folded.rstrip()[-1:] in OPENING and can_go_on(second):
        return "the line ends with an opening mark"
    facts = first.look
    if 8 < facts.length <= LEAST and FRAGMENT.match(second.folded) and not facts.closed:
        return "the next line starts inside a sentence"
    return None


def parts_a_dash(first: Block, second: Block) -> str | None:
    """A dash takes two characters, and the column ended after the first.

    >>> parts_a_dash(*read_blocks("她到了昆明的花卉市场—\\n\\n—那是中国最大的鲜花市场。"))
    'the two halves of a dash'
    >>> parts_a_dash(*read_blocks("她到了昆明的花卉市场——\\n\\n那是中国最大的鲜花市场。"))
    """
    halves = first.folded.rstrip().endswith("—") and HALF_A_DASH.match(second.folded)
    return "the two halves of a dash" if halves else None


def goes_on_after_a_clause(first: Block, second: Block) -> str | None:
    """A clause and a half between two paragraphs goes on in the second of them.

    >>> page = read_blocks(
    ...     "## 知识竞赛开赛\\n\\n7月11日，知识竞赛在海口开赛。\\n\\n总决赛分为小学组和中学组，覆盖基础教育全\\n\\n"
    ...     "学段。赛事设置必答题和抢答题两个环节，考察选手的知识。\\n\\n## 老街通车"
    ... )
    >>> goes_on_after_a_clause(page[2], page[3])
    'a clause between two paragraphs'
    >>> goes_on_after_a_clause(page[1], page[2])
    """
    return is_a_clause_between_paragraphs(first)


def opens_something(first: Block, second: Block) -> str | None:
    """A dateline, a label, a note or a list mark is no second half.

    >>> opens_something(*read_blocks("村里决定先把最难走的\\n\\n本报讯 路修好了。"))
    'opens something of its own'
    >>> opens_something(*read_blocks("村里决定先把最难走的\\n\\n路修好。"))
    """
    if FIELD.match(first.folded) and FIELD.match(second.folded):
        return "one of several fields"
    return None if can_go_on(second) else "opens something of its own"


#: 一等奖：…, and 二等奖：… below it
FIELD = pattern(r"[■●◆·]?[\u4e00-\u9fff]{2,6}：")


def stands_in_a_poem(first: Block, second: Block) -> str | None:
    """Lines of a poem end without a mark and are whole.

    >>> stands_in_a_poem(*read_blocks("村里决定先把最难走的\\n\\n路修好。"))
    """
    return "a line of verse" if verse_around(second) else None
