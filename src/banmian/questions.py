"""Which readings are asked of which block.

Of a table of a hundred readings, nearly all have nothing to say about any one block, and a heuristic may
tell why: the block is too long, has none of the characters that it looks for, is no credit. Blocks that
meet the same conditions are asked the same, so what to ask is worked out once for each kind of block.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from banmian.heuristics.record import FACTS, no_reason
from banmian.model import Block, Role
from banmian.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from banmian.heuristics.record import Among, Heuristic, Reading
    from banmian.model import Ballot, Said
    from banmian.reading.looks import Look

#: what a reading says: (name, role, weight) for each of its rows of the table
Rows = tuple[tuple[str, Role, float], ...]
Plan = tuple[tuple["Reading", Rows], ...]
#: what is done about a reading that raised an error on a block
Failed = Callable[["Reading", Block, Exception], None]
#: kinds of blocks that are remembered; a newspaper has some hundred
MOST_KINDS = 4096


class Plans:
    """The table in the order of work: each reading once, and of each kind of block only what it is asked.

    A condition is a bit. The conditions that a block meets are added up in one number, its kind.
    """

    __slots__ = (
        "_amongs",
        "_beside",
        "_bounds",
        "_cue",
        "_cues",
        "_facts",
        "_heuristics",
        "_known",
        "_lengths",
        "_openings",
        "_rows",
        "_searched",
        "_settled",
        "_shared",
    )

    def __init__(self, heuristics: Sequence[Heuristic]) -> None:
        self._heuristics = tuple(heuristics)
        conditions = _Conditions()
        facts = {fact: conditions.bit(fact) for fact in FACTS}
        # the same facts of the blocks above and below: the same bits, moved up
        above, below = (
            {fact: conditions.bit((where, fact)) for fact in FACTS} for where in ("above", "below")
        )
        self._bounds = sorted({one.longest for one in heuristics if one.longest is not None})
        bits = [conditions.bit(bound) for bound in self._bounds]
        #: what a block of each class of lengths meets: its own bound and all above
        self._lengths = [sum(bits[i:]) for i in range(len(bits) + 1)]
        self._facts = tuple(facts.values())
        self._amongs: dict[Among, int] = {}
        self._cues: dict[str, int] = {}
        #: in longer blocks nobody looks for a cue, but in what could be a title
        self._searched = 0
        self._openings: dict[str, int] = {}
        self._rows: list[tuple[int, Reading, tuple[str, Role, float]]] = []
        self._settled = 0  #: the conditions of heuristics that settle what a block is
        #: facts of the blocks above and below that somebody asks for, and those of a block of which all of them ask
        self._beside = (0, 0, (1 << len(FACTS)) - 1)
        for one in sorted(heuristics, key=lambda one: (one.name, one.role, one.weight)):
            if not one.weight:
                continue
            needs = 0
            if one.longest is not None:
                needs |= bits[self._bounds.index(one.longest)]
            for fact in ("titular",) * one.titular + ((one.fact,) if one.fact else ()):
                needs |= facts[fact]
            if one.above or one.below:
                asked_above, asked_below, own = self._beside
                asked_above |= facts[one.above] if one.above else 0
                asked_below |= facts[one.below] if one.below else 0
                self._beside = asked_above, asked_below, own & needs
                needs |= (above[one.above] if one.above else 0) | (below[one.below] if one.below else 0)
            if one.among is not None:
                needs |= self._amongs.setdefault(one.among, conditions.bit(one.among))
                if one.settles:
                    self._settled |= self._amongs[one.among]
            if one.cues and not one.titular:
                self._searched = max(self._searched, one.longest or sys.maxsize)
            for characters, table in ((one.cues, self._cues), (one.opening, self._openings)):
                if characters:
                    bit = conditions.bit((id(table), characters))
                    needs |= bit
                    for character in characters:
                        table[character] = table.get(character, 0) | bit
            self._rows.append((needs, one.reading, (one.name, one.role, one.weight)))
        self._cue = _any_of(self._cues)
        self._known: dict[int, Plan] = {}
        #: what a reading says in many plans is one tuple, by which those who sum up know it again
        self._shared: dict[Rows, Rows] = {}

    def for_blocks(self, blocks: tuple[Block, ...], failed: Failed) -> list[Plan]:
        """What to ask about each block of a page."""
        if not blocks:
            return []
        kinds = self._beside_each_other(
            [sum(compress(self._facts, _facts_of(block.look))) for block in blocks]
        )
        for i, block in enumerate(blocks):
            kinds[i] |= self._print_of(block)
        for among, bit in self._amongs.items():
            try:
                for index in among(blocks):
                    kinds[index] |= bit
            except Exception as error:  # it may come from anybody
                asks = next(one.reading for one in self._heuristics if one.among is among)
                failed(asks, blocks[0], error)
        known = self._known
        return [known.get(kind) or self._work_out(kind) for kind in kinds]

    def _beside_each_other(self, facts: list[int]) -> list[int]:
        """The facts of each block and, as far as somebody asks, of the block above it and below it."""
        asked_above, asked_below, own = self._beside
        up, further_up = len(FACTS), 2 * len(FACTS)
        return [
            here | (above & asked_above) << up | (below & asked_below) << further_up
            if here & own == own
            else here
            for above, here, below in zip([0, *facts[:-1]], facts, [*facts[1:], 0], strict=True)
        ]

    def _print_of(self, block: Block) -> int:
        """What a block meets by its length and its characters."""
        folded = block.folded
        kind = self._lengths[bisect_left(self._bounds, len(folded))]
        kind |= self._openings.get(folded[:1], 0)
        if len(folded) <= self._searched or block.look.titular:
            cues = self._cues
            for cue in set(self._cue.findall(folded)):
                kind |= cues[cue]
        return kind

    def _work_out(self, kind: int) -> Plan:
        said: dict[Reading, list[tuple[str, Role, float]]] = {}
        settled = kind & self._settled
        for needs, reading, row in self._rows:
            if settled and not needs & settled and _is_ours(reading):
                continue
            if needs & kind == needs:
                said.setdefault(reading, []).append(row)
        shared = self._shared.setdefault
        plan = tuple(
            [
                (reading, shared(rows, rows))
                for reading, rows in zip(said, map(tuple, said.values()), strict=True)
            ]
        )
        if len(self._known) >= MOST_KINDS:
            self._known.clear()
        self._known[kind] = plan
        return plan

    def __reduce__(self) -> tuple[type[Plans], tuple[tuple[Heuristic, ...]]]:
        return Plans, (self._heuristics,)


def _is_ours(reading: Reading) -> bool:
    return getattr(reading, "__module__", "").startswith("banmian.")


#: ``jump`` is the first of the ``jumps``, and takes longer to ask
_facts_of = cast(
    "Callable[[Look], tuple[Any, ...]]",
    attrgetter(*["jumps" if fact == "jump" else fact for fact in FACTS]),
)


class _Conditions(dict[object, int]):
    """Every condition of the table, and its bit."""

    def bit(self, condition: object) -> int:
        return self.setdefault(condition, 1 << len(self))


def _any_of(characters: Sequence[str] | dict[str, int]) -> re.Pattern[str]:
    """Finds each of these characters, or nothing if there are none."""
    # a code point as \UXXXXXXXX means itself in every class
    return pattern(f"[{''.join([f'{chr(92)}U{ord(c):08x}' for c in characters])}]" if characters else r"(?!)")


def cast_votes(block: Block, plan: Plan, failed: Failed) -> Ballot:
    """What every reading of the plan says about a block."""
    ballot: list[Said] = []
    for reading, rows in plan:
        try:
            reason = reading(block)
        except Exception as error:  # a reading may come from anybody
            failed(reading, block, error)
            continue
        if reason is None:
            continue
        if reason and isinstance(reason, str):
            ballot.append((rows, reason))
        else:
            failed(reading, block, no_reason(reason))
    return tuple(ballot)
