"""A story while it is put together: its blocks, sorted by what they are to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar import jump
from banmian.model import Role
from banmian.reading.looks import breaks_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Block

TITLE = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
#: what can say that a story ends, or that it does not: a crosshead
TELLING = frozenset({Role.SUBHEAD, Role.JUMP, Role.DATELINE, Role.CREDIT, Role.PARAGRAPH, Role.BYLINE})
OUTSIDE = frozenset({Role.FOLIO, Role.ADVERT, Role.TEASER, Role.ARTIFACT, Role.STANDING_HEAD})


class Story:
    """The blocks of one story. Lives only inside ``assembly``; what leaves it is an ``Article``."""

    __slots__ = (
        "_telling",
        "above",
        "body",
        "column",
        "cut_by",
        "head",
        "joined",
        "page",
        "parts_at",
        "prose",
        "reasons",
        "rivals",
        "roles",
        "shares",
        "signatures",
        "stands_on",
    )

    def __init__(self, page: Sequence[Story] = ()) -> None:
        self.page: Sequence[Story] = page  #: the stories of the page so far, this one among them
        self.head: list[Block] = []  #: kicker, headline, deck
        self.signatures: list[Block] = []  #: the lines above the body that say who wrote it
        self.body: list[Block] = []  #: all else; ``add`` adds to it
        self.prose: list[
            Block
        ] = []  #: of the body its paragraphs, still in the pieces that they were printed in
        self._telling: list[Block] = []  #: of the body what can say whether the story ends
        self.roles: dict[int, Role] = {}  #: roles that assembly changed, by the blocks' indexes
        self.reasons: dict[int, str] = {}  #: why a block was counted to this story
        self.column: str | None = None
        self.joined: set[int] = set()  #: blocks that go on with the paragraph before them
        # while it is interrupted:
        self.cut_by: Story | None = None  #: the title that cut in
        self.parts_at: int | None = None  #: the block before which the words part most easily
        # while titles are given back:
        self.stands_on: Story | None = None  #: the text that a title is printed above, if there is one
        self.shares: dict[Story, float] = {}  #: of a title's pairs, by the other story
        self.rivals: int = 0  #: how many others it had to choose from
        self.above: Story | None = None  #: the story printed before it

    @property
    def blocks(self) -> list[Block]:
        """All its blocks in printed order."""
        return sorted([*self.head, *self.signatures, *self.body], key=lambda block: block.index)

    def role(self, block: Block) -> Role:
        """The role that a block has in this story."""
        return self.roles.get(block.index, block.role)

    def add(self, *blocks: Block) -> None:
        """Blocks go on with the body, in the roles that they have by now."""
        for block in blocks:
            role = self.role(block)
            self.body.append(block)
            if role is Role.PARAGRAPH:
                self.prose.append(block)
            if role in TELLING:
                self._telling.append(block)

    def take_back(self, *blocks: Block) -> None:
        """The last blocks of the body, which were added on trial, leave it again."""
        indexes = {block.index for block in blocks}
        for kept in (self.body, self.prose, self._telling):
            while kept and kept[-1].index in indexes:
                kept.pop()

    def part_with(self, *blocks: Block) -> None:
        """Blocks of the body, wherever in it they stand, leave it for another story."""
        indexes = {block.index for block in blocks}
        if indexes:
            for kept in (self.body, self.prose, self._telling):
                kept[:] = [block for block in kept if block.index not in indexes]

    def take_over(self, other: Story) -> None:
        """The body and the signatures of another story become part of this one, which leaves that empty."""
        self.roles.update(other.roles)
        self.reasons.update(other.reasons)
        self.signatures += other.signatures
        together = sorted([*self.body, *other.body], key=lambda block: block.index)
        for story in (self, other):
            story.body, story.prose, story._telling = [], [], []
        other.signatures = []
        self.add(*together)

    @property
    def has_text(self) -> bool:
        """Whether it has a paragraph."""
        return bool(self.prose)

    @property
    def last_text(self) -> Block | None:
        """The paragraph that it has come to."""
        return self.prose[-1] if self.prose else None

    @property
    def broke_off(self) -> bool:
        """Whether it stops inside a sentence, and its other half has not come yet."""
        last = self.last_text
        return last is not None and not self.ended and breaks_off(last) is not None

    @property
    def ended(self) -> bool:
        """Whether something printed says that it ends here: a tail dateline, a jump, a compiler's line."""
        if not self._telling:
            return False
        block = self._telling[-1]
        role, facts = self.role(block), block.look
        if role is Role.JUMP:
            onward = not facts.jumps or facts.jumps[-1].direction == "to"
            return onward and (
                len(facts.jumps) < 2 or self.has_text
            )  # above the text both pages may be named
        if role is Role.DATELINE:
            return facts.closing is not None
        if role is Role.CREDIT:
            return facts.photo is None
        if role is Role.PARAGRAPH:
            moved = jump.closes_with_jump(block.text, block.folded)
            if moved and moved[-1].direction == "to":
                return True
            return facts.signed or (facts.closing is not None and not facts.lede)
        return role is Role.BYLINE
