"""Votes and neighbourhood into roles: the best sequence for the page as a whole.

Every block has a score for each role that somebody speaks for. A small table says which role likes to
follow which. The sequence with the highest sum is the reading of the page (Viterbi), and the lead of
each block's role over its best rival, everything else chosen as well as it can be, is its margin.
Images, rules and loop copies stand outside the sequence: what they interrupt goes on behind them.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Block, Role, Sheet, Vote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from banmian.heuristics.record import Heuristic, Reading

#: a role this far behind the best of its block cannot win by its neighbours
HOPELESS = 9.0
#: a block that nobody speaks for is running text
UNSPOKEN = 0.5
NEIGHBOURHOOD = "neighbourhood"

#: a reading and what it says: (name, role, weight) for each row of the table
Plan = tuple[tuple["Reading", tuple[tuple[str, Role, float], ...]], ...]


class Plans:
    """The table in the order of work: each reading once, and for each kind of block only what it is asked."""

    __slots__ = ("bounds", "lines", "titles")

    def __init__(self, heuristics: Sequence[Heuristic]) -> None:
        self.bounds = sorted({one.longest for one in heuristics if one.longest is not None})
        bounds = (*self.bounds, None)
        self.titles = [_plan(heuristics, bound, titular=True) for bound in bounds]
        self.lines = [_plan(heuristics, bound, titular=False) for bound in bounds]

    def for_block(self, block: Block) -> Plan:
        """What to ask about a block."""
        plans = self.titles if block.look.titular else self.lines
        return plans[bisect_left(self.bounds, len(block.text))]


def _plan(heuristics: Sequence[Heuristic], length: int | None, *, titular: bool) -> Plan:
    rows: dict[Reading, list[tuple[str, Role, float]]] = {}
    for one in sorted(heuristics, key=lambda one: (one.name, one.role, one.weight)):
        asked = one.longest is None or (length is not None and length <= one.longest)
        if one.weight and asked and (titular or not one.titular):
            rows.setdefault(one.reading, []).append((one.name, one.role, one.weight))
    return tuple((reading, tuple(said)) for reading, said in rows.items())


def cast_votes(block: Block, plan: Plan, failed: Callable[[Reading, Block, Exception], None]) -> list[Vote]:
    """What every reading of the plan says about a block."""
    votes = []
    for reading, said in plan:
        try:
            reason = reading(block)
        except Exception as error:  # a reading may come from anybody
            failed(reading, block, error)
            continue
        if reason is not None:
            votes += [Vote(name, role, weight, reason) for name, role, weight in said]
    return votes


def choose_roles(
    ballots: Sequence[Sequence[Vote]], follows: Mapping[tuple[Role | None, Role | None], float]
) -> list[tuple[Role, float, tuple[Vote, ...]]]:
    """For each block its role, the role's margin, and what the neighbourhood adds to the votes."""
    tallies = [_tally(votes) for votes in ballots]
    chosen: list[tuple[Role, float, tuple[Vote, ...]]] = []
    inside: list[int] = []
    for i, tally in enumerate(tallies):
        best = max(tally, key=lambda role: (tally[role], role))
        chosen.append((best, _lead(tally, best), ()))
        if best is not Role.ARTIFACT:
            inside.append(i)
    sequence = [tallies[i] for i in inside]
    forward = _forward(sequence, follows)
    backward = _backward(sequence, follows)
    before: Role | None = None
    for place, i in enumerate(inside):
        totals = {role: forward[place][role] + backward[place][role] for role in sequence[place]}
        # ties cannot split the path: the best successor of the role chosen before
        best = max(
            totals,
            key=lambda role: (
                sequence[place][role] + follows.get((before, role), 0.0) + backward[place][role],
                role,
            ),
        )
        chosen[i] = (best, _lead(totals, best), _neighbours(follows, before, best))
        before = best
    return chosen


def _tally(votes: Sequence[Vote]) -> dict[Role, float]:
    tally: dict[Role, float] = {Role.PARAGRAPH: UNSPOKEN}
    for vote in votes:
        tally[vote.role] = tally.get(vote.role, 0.0) + vote.weight
    if len(tally) > 1:
        least = max(tally.values()) - HOPELESS
        tally = {role: score for role, score in tally.items() if score >= least}
    return tally


def _forward(
    sequence: Sequence[dict[Role, float]], follows: Mapping[tuple[Role | None, Role | None], float]
) -> list[dict[Role, float]]:
    """The best sum of everything up to and with each block, for each of its roles."""
    sums: list[dict[Role, float]] = []
    before: dict[Role | None, float] = {None: 0.0}
    get = follows.get
    for tally in sequence:
        here: dict[Role, float] = {}
        for role, score in tally.items():
            here[role] = score + max([total + get((last, role), 0.0) for last, total in before.items()])
        sums.append(here)
        before = dict(here)
    return sums


def _backward(
    sequence: Sequence[dict[Role, float]], follows: Mapping[tuple[Role | None, Role | None], float]
) -> list[dict[Role, float]]:
    """The best sum of everything after each block, for each of its roles."""
    sums: list[dict[Role, float]] = [{} for _ in sequence]
    get = follows.get
    for i in range(len(sequence) - 1, -1, -1):
        if i + 1 == len(sequence):
            sums[i] = {role: get((role, None), 0.0) for role in sequence[i]}
        else:
            after = [(role, score + sums[i + 1][role]) for role, score in sequence[i + 1].items()]
            sums[i] = {
                role: max([get((role, following), 0.0) + total for following, total in after])
                for role in sequence[i]
            }
    return sums


def _lead(totals: dict[Role, float], best: Role) -> float:
    rivals = [total for role, total in totals.items() if role is not best]
    return totals[best] - max(rivals) if rivals else HOPELESS


def _neighbours(
    follows: Mapping[tuple[Role | None, Role | None], float], before: Role | None, role: Role
) -> tuple[Vote, ...]:
    weight = follows.get((before, role), 0.0)
    if not weight:
        return ()
    return (Vote(NEIGHBOURHOOD, role, weight, f"after {before or 'the edge of the page'}"),)


class Stamp(NamedTuple):
    """What later stages set on a block."""

    role: Role
    article: int | None
    votes: tuple[Vote, ...]
    margin: float


def stamped(sheet: Sheet, stamps: Sequence[Stamp]) -> Sheet:
    """The sheet with roles and articles on its blocks."""
    new = sheet.copy()
    new.blocks = tuple(
        [
            Block(
                block.span,
                block.text,
                *stamp,
                index=block.index,
                pieces=block.pieces,
                folded=block.folded,
                level=block.level,
                bold=block.bold,
                indent=block.indent,
                kind=block.kind,
                listed=block.listed,
                gap=block.gap,
                look=block.look,
                sheet=new,
            )
            for block, stamp in zip(sheet.blocks, stamps, strict=True)
        ]
    )
    return new


def stamp_unseen(sheet: Sheet, stamps: Sequence[Stamp]) -> Sheet:
    """The sheet with roles and articles set on its own blocks, which are nobody else's yet.

    Only while a page is parsed in one go: no caller holds a block that could change under his eyes, and
    copying every block at every stage would take as long as reading it.
    """
    write = object.__setattr__
    for block, (role, article, votes, margin) in zip(sheet.blocks, stamps, strict=True):
        write(block, "role", role)
        write(block, "article", article)
        write(block, "votes", votes)
        write(block, "margin", margin)
    return sheet


class Blocks(tuple[Block, ...]):
    """The blocks of one page, in order. A tuple; knows the page's text even where it has no block."""

    sheet: Sheet

    @classmethod
    def of(cls, sheet: Sheet) -> Blocks:
        """The blocks of a sheet."""
        blocks = cls(sheet.blocks)
        blocks.sheet = sheet
        return blocks


def sheet_of(blocks: Iterable[Block]) -> Sheet:
    """The sheet that these blocks stand on, with the roles that they have now.

    Blocks may have been changed by hand (``attrs.evolve(block, role=...)``), none may be missing.
    """
    if isinstance(blocks, Blocks):
        return blocks.sheet
    given = tuple(blocks)
    if not given:
        return Sheet("", "")
    sheet = given[0].sheet
    if [block.index for block in given] != list(range(len(sheet.blocks))):
        raise ValueError("these are not all the blocks of one page in their order; change roles, not the row")
    if all(map(is_, given, sheet.blocks)):
        return sheet
    return stamped(sheet, [Stamp(block.role, block.article, block.votes, block.margin) for block in given])
