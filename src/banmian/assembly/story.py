"""A story while it is put together: its blocks, sorted by what they are to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar import jump
from banmian.model import Role

if TYPE_CHECKING:
    from banmian.model import Block

TITLE = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
OUTSIDE = frozenset({Role.FOLIO, Role.ADVERT, Role.TEASER, Role.ARTIFACT, Role.STANDING_HEAD})


class Story:
    """The blocks of one story. Lives only inside ``assembly``; what leaves it is an ``Article``."""

    __slots__ = (
        "above",
        "body",
        "column",
        "head",
        "joined",
        "reasons",
        "rivals",
        "roles",
        "shares",
        "signatures",
    )

    def __init__(self) -> None:
        self.head: list[Block] = []  #: kicker, headline, deck
        self.signatures: list[Block] = []  #: the lines above the body that say who wrote it
        self.body: list[Block] = []  #: all else
        self.roles: dict[int, Role] = {}  #: roles that assembly changed, by the blocks' indexes
        self.reasons: dict[int, str] = {}  #: why a block was counted to this story
        self.column: str | None = None
        self.joined: set[int] = set()  #: blocks that go on with the paragraph before them
        # while titles are given back:
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

    @property
    def prose(self) -> list[Block]:
        """Its paragraphs, still in the pieces that they were printed in."""
        roles = self.roles
        return [block for block in self.body if roles.get(block.index, block.role) is Role.PARAGRAPH]

    @property
    def has_text(self) -> bool:
        """Whether it has a paragraph."""
        roles = self.roles
        for block in self.body:  # noqa: SIM110 - asked of every block; the first is mostly one
            if roles.get(block.index, block.role) is Role.PARAGRAPH:
                return True
        return False

    @property
    def last_text(self) -> Block | None:
        """The paragraph that it has come to."""
        for block in reversed(self.body):
            if self.role(block) is Role.PARAGRAPH:
                return block
        return None

    @property
    def ended(self) -> bool:
        """Whether something printed says that it ends here: a tail dateline, a jump, a compiler's line."""
        for block in reversed(self.body):
            role = self.role(block)
            facts = block.look
            if role is Role.SUBHEAD:
                return False
            if role is Role.JUMP:
                return facts.jump is None or facts.jump.direction == "to"
            if role is Role.DATELINE:
                return facts.closing is not None
            if role is Role.CREDIT:
                return facts.photo is None
            if role is Role.PARAGRAPH:
                moved = jump.closes_with_jump(block.text, block.folded)
                if moved is not None and moved.direction == "to":
                    return True
                return facts.signed or (facts.closing is not None and not facts.lede)
            if role is Role.BYLINE:
                return True
        return False
