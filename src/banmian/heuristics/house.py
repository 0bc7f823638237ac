"""How one paper sets its lines: plain facts that mean nothing in general and much on its own pages.

That a line is marked with ### or opens with ◆ speaks for no role; in one paper every headline may be set
so. A house fact has the weight 0 for every role until it is learned from pages of that paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.assembly.story import Story
    from banmian.model import Block

PREFIX = "house: "  #: before the fact in the name of a rule
#: 文｜ 摄影/ 链接：
LABEL = pattern(r"[\u3400-\u9fff]{1,4}[｜|丨:：/◇◆●■□○★☆▲△▼▽]")
#: 陈某 摄
LAST_WORD = pattern(r"(?<=[ /])[\u3400-\u9fff]{1,2}\Z")
ONE_WORD = pattern(r"[\u3400-\u9fff]{1,2}")
#: upper bounds of classes of lengths, in characters
LENGTHS = (4, 8, 14, 24, 44)
#: marks that stand at the edges of any text
COMMON_OPENINGS = frozenset("“‘《「『\"'")
COMMON_CLOSINGS = frozenset("。！？…；：，、”’》」』!?;:,.\"'")
#: how those facts begin that a boundary may rest on
BOUNDARY = ("opens", "label", "above closes")
FIRST, LAST = "first on the page", "last on the page"
LONG = f"length over {LENGTHS[-1]}"
SIZES = ("plain", "bold", *[f"level {level}" for level in range(1, 7)])
#: what a neighbour is at a glance, if it is not marked
TEXT, SHORT = "text", "a short line"
#: the facts that name no mark
UNMARKED = (
    *SIZES,
    *[f"length to {bound}" for bound in LENGTHS],
    LONG,
    *[f"{place} {kind}" for place in ("below", "above") for kind in (TEXT, SHORT, *SIZES[1:])],
    FIRST,
    LAST,
)


@frozen
class HouseFact:
    """A fact of a block, such as ``level 3`` or ``opens with ◆``; as a reading, of a block or a boundary."""

    fact: str

    @property
    def __name__(self) -> str:
        return PREFIX + self.fact

    def __call__(self, block: Block) -> str | None:
        return self.fact if self.fact in house_facts(block) else None


@frozen
class HouseBoundary:
    """A house fact of the block at a boundary, or, after ``above ``, of the last text above it."""

    PREFIX: ClassVar[str] = f"{PREFIX}boundary, "
    fact: str

    @property
    def __name__(self) -> str:
        return self.PREFIX + self.fact

    def __call__(self, story: Story, block: Block) -> str | None:
        return self.fact if self.fact in boundary_facts(story, block) else None


def house_facts(block: Block) -> frozenset[str]:
    """The facts of a block that a paper's own style may rest on.

    >>> sorted(house_facts(read_blocks("### ◆老窑厂变身")[0]))
    ['first on the page', 'last on the page', 'length to 8', 'level 3', 'opens with ◆']
    """
    known: dict[int, frozenset[str]] | None = block.sheet.facts
    if known is None:
        known = block.sheet.facts = {}
    if block.index not in known:
        known[block.index] = frozenset(_facts(block))
    return known[block.index]


def facts_with(name: str) -> frozenset[str]:
    """All facts of a block that there can be, of marks only those with the mark that a name ends with.

    >>> sorted(facts_with("opens wth ◆") - facts_with(""))
    ['closes with ◆', 'opens with ◆']
    """
    mark = fold(name.rpartition(" ")[2])  # blocks are looked at so
    facts = set(UNMARKED)
    if len(mark) == 1 and _is_an_opening(mark):
        facts.add(f"opens with {mark}")
    if len(mark) == 1 and _is_a_closing(mark):
        facts.add(f"closes with {mark}")
    if LABEL.fullmatch(mark):
        facts.add(f"label {mark}")
    if ONE_WORD.fullmatch(mark):
        facts.add(f"last word {mark}")
    return frozenset(facts)


def boundary_facts_with(name: str) -> frozenset[str]:
    """All facts of a boundary that there can be, with the mark that a name ends with.

    >>> sorted(boundary_facts_with("opens with ◆"))
    ['above closes with ◆', 'opens with ◆']
    """
    facts = facts_with(name)
    return frozenset([fact for fact in [*facts, *map("above {}".format, facts)] if fact.startswith(BOUNDARY)])


def kind_of(fact: str) -> str:
    """Whether a fact is a ``mark`` that somebody set, the ``size`` of a line, or its length and ``place``."""
    if fact.startswith(("opens", "closes", "label", "last word")):
        return "mark"
    return "size" if fact.startswith(("level", "bold")) else "place"


def boundary_facts(story: Story, block: Block) -> frozenset[str]:
    """The marks at a boundary: those of the block, and those that close the text above."""
    facts = [*house_facts(block)]
    if story.last_text is not None:
        facts += map("above {}".format, house_facts(story.last_text))
    return frozenset([fact for fact in facts if fact.startswith(BOUNDARY)])


def _facts(block: Block) -> Iterator[str]:
    folded = block.folded.strip()
    yield _size(block)
    bound = next((bound for bound in LENGTHS if block.look.length <= bound), None)
    yield f"length to {bound}" if bound else LONG
    if folded and _is_an_opening(folded[0]):
        yield f"opens with {folded[0]}"
    if folded and _is_a_closing(folded[-1]):
        yield f"closes with {folded[-1]}"
    if label := LABEL.match(folded):
        yield f"label {label[0]}"
    if word := LAST_WORD.search(folded):
        yield f"last word {word[0]}"
    yield f"below {_kind(block.before)}" if block.before is not None else FIRST
    yield f"above {_kind(block.after)}" if block.after is not None else LAST


def _is_an_opening(character: str) -> bool:
    return not character.isalnum() and not character.isspace() and character not in COMMON_OPENINGS


def _is_a_closing(character: str) -> bool:
    return not character.isalnum() and not character.isspace() and character not in COMMON_CLOSINGS


def _size(block: Block) -> str:
    return f"level {block.level}" if block.level else "bold" if block.bold else "plain"


def _kind(block: Block) -> str:
    """What a neighbour is at a glance."""
    if block.level or block.bold:
        return _size(block)
    return TEXT if block.look.prose else SHORT
