"""Roles into stories: where each begins and ends, which was interrupted by which.

A wrong merge costs more than a wrong split, so a story takes in only what follows it without a sign
of a new one.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from banmian.assembly.boundaries import MOST_PARAGRAPHS, half_above, stands_after_the_first_paragraph
from banmian.assembly.story import OUTSIDE, TITLE, Story
from banmian.model import Role
from banmian.reading.looks import breaks_off
from banmian.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.assembly.hearing import Hearing
    from banmian.model import Block
    from banmian.words import Pair, Words

#: what it costs to leave the title that cut in without any text
LEFT_EMPTY = 0.3
FAINT = 0.03  #: what any two texts share, so that a chance word decides nothing


def tell_stories(blocks: Sequence[Block], hearing: Hearing) -> list[Story]:
    """The stories of a page, in the order in which their first blocks are printed."""
    return _Telling(blocks, hearing).stories


class _Telling:
    """One walk down the page."""

    def __init__(self, blocks: Sequence[Block], hearing: Hearing) -> None:
        self.hearing = hearing
        self.stories: list[Story] = []
        self.current: Story | None = None
        self.column: Block | None = None
        self.column_used = False
        #: the story that stood before a standing head
        self.left: Story | None = None
        #: the story that a title cut in two, while the cut is open
        self.interrupted: Story | None = None
        inside = [block for block in blocks if block.role not in OUTSIDE or block.role is Role.STANDING_HEAD]
        i = 0
        while i < len(inside):
            i = self._take(inside, i)

    def _take(self, blocks: Sequence[Block], i: int) -> int:
        block = blocks[i]
        role = block.role
        if role is Role.STANDING_HEAD:
            self.column = None if _heads_teasers(block) else block
            self.left = self.current or self.left
            self.current = None
        elif role in TITLE:
            self._title(block)
        elif role is Role.BYLINE:
            self._byline(block)
        elif role is Role.PARAGRAPH:
            return self._paragraph(blocks, i)
        else:
            self._other(block)
        return i + 1

    def _open(self, reason: str, block: Block) -> Story:
        story = Story(self.stories)
        if self.column is not None and (
            not self.column.level or not block.level or block.level > self.column.level
        ):
            story.column = self.column.text
        else:
            self.column = None
        story.reasons[block.index] = reason
        self.stories.append(story)
        self.current = story
        return story

    def _opens(self, story: Story, block: Block) -> str | None:
        """Why a block opens a story of its own below another; if it does not, why not is noted."""
        score, reason = self.hearing.boundary(story, block)
        if score > 0:
            return reason
        if reason:
            story.reasons[block.index] = reason
        return None

    def _title(self, block: Block) -> None:
        story = self.current
        reason: str | None = "a title opens a story"
        if story is not None:
            reason = self._opens(story, block)
            if reason is None:
                story.head.append(block)
                return
        above = story or self.left
        self.left = None
        broken = above.last_text if above is not None and not above.ended else None
        if broken is not None and breaks_off(broken):
            self.interrupted = above
        elif above is not None and above.body:
            self.interrupted = None
        self._open(reason or "", block).head.append(block)

    def _byline(self, block: Block) -> None:
        story = self.current
        if story is None:
            self._open("a byline opens a story", block).signatures.append(block)
        elif reason := self._opens(story, block):
            self.interrupted = None
            self._open(reason, block).signatures.append(block)
        elif not (story.has_text or story.ended) or stands_after_the_first_paragraph(story, block):
            story.signatures.append(block)
        else:
            story.add(block)

    def _other(self, block: Block) -> None:
        story = self.current
        moved = block.look.jump if block.role is Role.JUMP else None
        if moved is not None and moved.direction == "from":
            self.interrupted = None  # the text below is no half of a story of this page
        if story is None:
            story = self._open("no story before it", block)
        elif reason := self._opens(story, block):
            story = self._open(reason, block)
            if block.role is Role.SUBHEAD:
                story.roles[block.index] = Role.HEADLINE
                story.head.append(block)
                return
        story.add(block)

    def _paragraph(self, blocks: Sequence[Block], i: int) -> int:
        block, story = blocks[i], self.current
        if story is None:
            self._open("no story before it", block).add(block)
            return i + 1
        cut = self.interrupted
        if cut is not None and cut is not story and not story.has_text:
            self.interrupted = None
            cut.cut_by = story
            if self._joins(cut, block):
                own = self.hearing.boundary(cut, block)
                if own.score <= 0:
                    return self._resume(cut, story, blocks, i)
                story.reasons[block.index] = own.reason
        if story.has_text and (reason := self._opens(story, block)):
            half = half_above(story, block) or (self._waiting(story) if story.ended else None)
            if half is not None and self._joins(half, block):
                half.reasons[block.index] = f"{reason}; goes on behind another story"
                self.current = story = half
            else:
                story = self._open(reason, block)
        story.add(block)
        return i + 1

    def _joins(self, cut: Story, block: Block) -> bool:
        """Whether a block could be the second half of the paragraph at which a story was cut."""
        last = cut.last_text
        return last is not None and self.hearing.join(last, block).score > 0

    def _waiting(self, ended: Story) -> Story | None:
        """The story just before this one, if it broke off and its other half has not come yet."""
        at = len(self.stories) - 1
        while at >= 0 and self.stories[at] is not ended:
            at -= 1
        above = self.stories[at - 1] if at > 0 else None
        return above if above is not None and above.broke_off else None

    def _resume(self, cut: Story, story: Story, blocks: Sequence[Block], i: int) -> int:
        """A story goes on behind the title that interrupted it; the title's own text comes later."""
        end = i
        while end < len(blocks) and blocks[end].role not in TITLE | {Role.STANDING_HEAD, Role.BYLINE}:
            end += 1
        split, reason = self._where_the_next_begins(cut, story, blocks[i:end])
        cut.add(*blocks[i : i + split])
        cut.reasons[blocks[i].index] = "goes on where a title interrupted it"
        if split < end - i:
            story.reasons[blocks[i + split].index] = reason
        for block in blocks[i + split : end]:
            if story.has_text and block.role is Role.PARAGRAPH and (opens := self._opens(story, block)):
                story = self._open(opens, block)
            story.add(block)
        # what follows without a title: a signature belongs to whichever of the two has come to its end
        self.current = story if split < end - i else cut
        return end

    def _where_the_next_begins(self, cut: Story, story: Story, run: Sequence[Block]) -> tuple[int, str]:
        """How many blocks of the run still belong to the story that was cut, at least one; and why no more.

        The first block that opens a story parts the run; else it may part where its words do.
        """
        trial = tuple(run)
        try:
            for k in range(1, len(run)):
                cut.add(run[k - 1])
                score, reason = self.hearing.boundary(cut, run[k])
                if score > 0:
                    return k, reason
            cut.take_back(*trial)
            k = _loosest_place(cut, story, run[:MOST_PARAGRAPHS])
            if k < len(run):
                cut.add(*run[:k])
                cut.parts_at = run[k].index
                score, reason = self.hearing.boundary(cut, run[k])
                if score > 0:
                    return k, reason
        finally:
            cut.take_back(*trial)
        return len(run), ""


def _heads_teasers(block: Block) -> bool:
    """今日导读 stands over what is printed elsewhere, and no story of this page."""
    after = block.after
    while after is not None and after.role is Role.ARTIFACT:
        after = after.after
    return after is not None and after.role is Role.TEASER


def _loosest_place(cut: Story, story: Story, run: Sequence[Block]) -> int:
    """Where the text parts most easily in two: before it the story that was cut, after it the new one.

    The normalised cut of a small graph: its nodes are the cut story, the new title and the paragraphs
    of the run, its edges what two of them share.
    """
    words = words_of(run[0].sheet)
    nodes = [
        words.of(cut.prose[-MOST_PARAGRAPHS:]),
        *[words.pairs[block.index] for block in run],
        words.of(story.head),
    ]
    last = len(nodes) - 1
    edges = [[_bond(words, one, other) for other in nodes] for one in nodes]
    volumes = [sum(row) for row in edges]
    total = sum(volumes)
    best, least = len(run), float("inf")
    for k in range(1, len(run) + 1):
        if k < len(run) and run[k].role is not Role.PARAGRAPH:
            continue
        across = sum(edges[i][j] for i in range(k + 1) for j in range(k + 1, last + 1))
        after = sum(volumes[k + 1 :])
        cost = across / (total - after + FAINT) + across / (after + FAINT)
        if (k == len(run)) != bool(story.body):
            cost += LEFT_EMPTY  # a title without a text is rare; one with a caption may have lost it
        if cost < least:
            best, least = k, cost
    return best


def _bond(words: Words, one: set[Pair], other: set[Pair]) -> float:
    if one is other or not one or not other:
        return 0.0
    return words.weight(one & other) / sqrt(len(one) * len(other))
