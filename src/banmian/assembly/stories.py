"""Roles into stories: where each begins and ends, which was interrupted by which.

A wrong merge costs more than a wrong split, so a story takes in only what follows it without a sign
of a new one.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from banmian.assembly.paragraphs import NOTE, can_go_on
from banmian.assembly.story import OUTSIDE, TITLE, Story
from banmian.grammar import jump
from banmian.heuristics.labels import is_a_box_label
from banmian.model import Role
from banmian.patterns import pattern
from banmian.reading.looks import breaks_off
from banmian.words import coverage, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Block
    from banmian.words import Pair, Words

#: how much a paragraph must share with a story, at least, to count as kin to it
KINDRED = 0.7
#: what it costs to leave the title that cut in without any text
LEFT_EMPTY = 0.3
FAINT = 0.03  #: what any two texts share, so that a chance word decides nothing
MOST_TO_PART = 40  #: paragraphs behind a title that cut in, which are compared with each other
BRACKETS = "（(【[〔［"
NAMES = pattern(r"记者|記者|编译|編譯|通讯员|通訊員")
#: of a title's pairs, that its own first paragraph has
SAME_SUBJECT = 0.34
#: no sentence begins with one of these
INSIDE_A_SENTENCE = frozenset("，。、；：！？”’）》")


def tell_stories(blocks: Sequence[Block]) -> list[Story]:
    """The stories of a page, in the order in which their first blocks are printed."""
    return _Telling(blocks).stories


class _Telling:
    """One walk down the page."""

    def __init__(self, blocks: Sequence[Block]) -> None:
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
            self.column = block
            self.left = self.current or self.left
            self.current = None
        elif role in TITLE:
            self._title(block)
        elif role is Role.BYLINE:
            self._byline(blocks, i)
        elif role is Role.PARAGRAPH:
            return self._paragraph(blocks, i)
        else:
            self._other(blocks, i)
        return i + 1

    def _open(self, reason: str, block: Block) -> Story:
        story = Story()
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

    def _title(self, block: Block) -> None:
        story = self.current
        if story is not None and _has_only_a_note(story) and _belongs_to_the_title(story, block):
            story.head.append(block)
            return
        above = story or self.left
        self.left = None
        broken = above.last_text if above is not None and not above.ended else None
        if broken is not None and breaks_off(broken):
            self.interrupted = above
        elif above is not None and above.body:
            self.interrupted = None
        self._open("a title opens a story", block).head.append(block)

    def _byline(self, blocks: Sequence[Block], i: int) -> None:
        block, story = blocks[i], self.current
        if story is None:
            self._open("a byline opens a story", block).signatures.append(block)
        elif not story.has_text and not story.ended:
            story.signatures.append(block)
        elif _stands_after_the_first_paragraph(story, blocks, i):
            story.signatures.append(block)
        elif _signs_what_stands_above(story, blocks, i):
            story.body.append(block)
        else:
            self.interrupted = None
            self._open("a byline above a text opens a story", block).signatures.append(block)

    def _other(self, blocks: Sequence[Block], i: int) -> None:
        block, story = blocks[i], self.current
        if story is None:
            story = self._open("no story before it", block)
        if block.role is Role.JUMP:
            moved = block.look.jump
            if moved and moved.direction == "from" and story.has_text:
                story = self._open("a story goes on from another page", block)
        elif block.role is Role.SUBHEAD and story.ended and not is_a_box_label(block):
            story = self._open("the story before ended", block)
            story.roles[block.index] = Role.HEADLINE
            story.head.append(block)
            return
        story.body.append(block)

    def _paragraph(self, blocks: Sequence[Block], i: int) -> int:
        block, story = blocks[i], self.current
        if story is None:
            self._open("no story before it", block).body.append(block)
            return i + 1
        cut = self.interrupted
        if cut is not None and cut is not story and not story.has_text:
            self.interrupted = None
            if can_go_on(block) and not _is_its_own_text(block, story, cut):
                return self._resume(cut, story, blocks, i)
        if story.has_text and NOTE.match(block.folded):
            following = blocks[i + 1 : i + 5]
            if following and following[0].role in TITLE and _speaks_of_what_follows(block, story, following):
                story = self._open("an editor's note above a title", block)
        elif story.has_text and (half := self._half_that_goes_on(story, block)):
            half.reasons[block.index] = "goes on inside a sentence behind another story"
            self.current = story = half
        elif story.has_text and (reason := _opens_another(story, block)):
            if story.ended and (waiting := self._waiting(story)) and can_go_on(block):
                waiting.reasons[block.index] = "goes on behind another story"
                self.current = story = waiting
            else:
                story = self._open(reason, block)
        story.body.append(block)
        return i + 1

    def _waiting(self, ended: Story) -> Story | None:
        """The story just before this one, if it broke off and its other half has not come yet."""
        at = len(self.stories) - 1
        while at >= 0 and self.stories[at] is not ended:
            at -= 1
        above = self.stories[at - 1] if at > 0 else None
        return above if above is not None and _is_open(above) else None

    def _half_that_goes_on(self, story: Story, block: Block) -> Story | None:
        """The one open story that a paragraph starting with ， or 。 goes on with, if this story is whole."""
        last = story.last_text
        if block.folded[0] not in INSIDE_A_SENTENCE or last is None or not last.look.closed:
            return None
        halves = [one for one in self.stories if one is not story and _is_open(one)]
        return halves[0] if len(halves) == 1 else None

    def _resume(self, cut: Story, story: Story, blocks: Sequence[Block], i: int) -> int:
        """A story goes on behind the title that interrupted it; the title's own text comes later."""
        end = i
        while end < len(blocks) and blocks[end].role not in TITLE | {Role.STANDING_HEAD, Role.BYLINE}:
            end += 1
        split = _where_the_next_begins(cut, story, blocks[i:end])
        for block in blocks[i : i + split]:
            cut.body.append(block)
        cut.reasons[blocks[i].index] = "goes on where a title interrupted it"
        for block in blocks[i + split : end]:
            if story.has_text and block.role is Role.PARAGRAPH and (reason := _opens_another(story, block)):
                story = self._open(reason, block)
            story.body.append(block)
        # what follows without a title: a signature belongs to whichever of the two has come to its end
        self.current = story if split < end - i else cut
        return end


def _is_open(story: Story) -> bool:
    """Whether a story broke off, and its other half has not come yet."""
    last = story.last_text
    return last is not None and not story.ended and breaks_off(last) is not None


def _speaks_of_what_follows(note: Block, story: Story, following: Sequence[Block]) -> bool:
    """Whether an editor's note has more in common with the next story than with the one above."""
    words = words_of(note.sheet)
    pairs = words.pairs[note.index]
    return words.weight(pairs & words.of(following)) >= words.weight(pairs & words.of(story.prose[-4:]))


def _has_only_a_note(story: Story) -> bool:
    """Whether nothing stands below the story's title yet, an editor's note or 上接A01版 aside."""
    return all(
        NOTE.match(block.folded) or (block.look.jump is not None and block.look.jump.direction == "from")
        for block in story.body
    )


def _belongs_to_the_title(story: Story, block: Block) -> bool:
    """Whether a title line goes on with the title above it."""
    if not story.head and not story.signatures:
        return True  # a title below an editor's note
    if story.signatures and not story.head:
        return True  # a byline printed above its title
    if story.signatures:
        return False
    last = story.head[-1]
    if block.role is Role.KICKER:
        return last.role is Role.KICKER
    return True


def _stands_after_the_first_paragraph(story: Story, blocks: Sequence[Block], i: int) -> bool:
    """【本報訊】, the first paragraph, and only then who wrote it: the Hong Kong way."""
    if story.signatures or story.ended or len(story.prose) > 2 or i + 1 == len(blocks):
        return False
    lede = story.prose[0].look.lede
    return bool(lede) and not NAMES.search(lede or "") and blocks[i + 1].role is Role.PARAGRAPH


def _signs_what_stands_above(story: Story, blocks: Sequence[Block], i: int) -> bool:
    """Whether a byline after a text closes it (署名), rather than opening the next."""
    after = i + 1
    while after < len(blocks) and blocks[after].role is Role.BYLINE:
        after += 1
    if after == len(blocks) or blocks[after].role is not Role.PARAGRAPH:
        return True
    if story.ended:
        return False
    if story.signatures:
        return False
    words = words_of(blocks[i].sheet)
    shared = words.of(story.prose[-3:]) & words.of(blocks[after : after + 1])
    return words.weight(shared) >= KINDRED


def _opens_another(story: Story, block: Block) -> str | None:
    """Why a paragraph begins a story of its own although no title stands above it."""
    if story.ended:
        return "the story before ended"
    moved = jump.opens_with_jump(block.text, block.folded)
    if moved is not None and moved.direction == "from":
        return "a story goes on from another page"
    facts = block.look
    if facts.lede is None:
        return None
    prose = story.prose
    first = prose[0].look.lede
    if first is None and (len(prose) == 1 or not any(one.look.closed for one in prose)):
        words = words_of(block.sheet)
        if words.weight(words.shared(prose, [block])) >= KINDRED:
            return None  # a summary above the report
    dated = facts.opening is not None and facts.opening.date is not None
    if first is not None and story.head and dated and facts.lede[:1] in BRACKETS and first[:1] in BRACKETS:
        return None  # several telegrams under one title
    return f"opens with {facts.lede}"


def _is_its_own_text(block: Block, story: Story, cut: Story) -> bool:
    """Whether the paragraph under a title speaks of the title's subject and not of the story cut off above."""
    words = words_of(block.sheet)
    pairs = words.pairs[block.index]
    if coverage(words.of(story.head), pairs) < SAME_SUBJECT:
        return False
    return words.weight(pairs & words.of(cut.prose)) < KINDRED


def _where_the_next_begins(cut: Story, story: Story, run: Sequence[Block]) -> int:
    """How many blocks of the run still belong to the story that was cut; at least one."""
    for k in range(1, len(run)):
        before, block = run[k - 1].look, run[k].look
        if block.lede and not block.closing:
            return k
        if run[k - 1].role in {Role.DATELINE, Role.CREDIT} and not before.photo:
            return k
        if before.closing and run[k - 1].role is Role.PARAGRAPH and not before.lede:
            return k
    return _loosest_place(cut, story, run[:MOST_TO_PART])


def _loosest_place(cut: Story, story: Story, run: Sequence[Block]) -> int:
    """Where the text parts most easily in two: before it the story that was cut, after it the new one.

    The normalised cut of a small graph: its nodes are the cut story, the new title and the paragraphs
    of the run, its edges what two of them share.
    """
    words = words_of(run[0].sheet)
    nodes = [words.of(cut.prose), *[words.pairs[block.index] for block in run], words.of(story.head)]
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
