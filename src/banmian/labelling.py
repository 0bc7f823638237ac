"""Votes and neighbourhood into roles: the best sequence for the page as a whole.

Every block has a score for each role that somebody speaks for. A small table says which role likes to
follow which. The sequence with the highest sum is the reading of the page (Viterbi), and the lead of
each block's role over its best rival, everything else chosen as well as it can be, is its margin.
Images, rules and loop copies stand outside the sequence: what they interrupt goes on behind them.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Block, Role, Sheet, Vote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: a role this far behind the best of its block cannot win by its neighbours
HOPELESS = 9.0
#: a block that nobody speaks for is running text
UNSPOKEN = 0.5
NEIGHBOURHOOD = "neighbourhood"


class Neighbourhood:
    """The table of which role likes to follow which, ready to be asked many times over."""

    __slots__ = ("after", "votes")

    def __init__(self, follows: Mapping[tuple[Role | None, Role | None], float]) -> None:
        ends = (*Role, None)
        #: ``after[before][role]``: what the role gains by its place; 0 where the table says nothing
        self.after = {before: {role: follows.get((before, role), 0.0) for role in ends} for before in ends}
        #: the same as the votes that say so
        self.votes = {
            (before, role): (Vote(NEIGHBOURHOOD, role, weight, f"after {before or 'the edge of the page'}"),)
            for (before, role), weight in follows.items()
            if role is not None and weight
        }


def choose_roles(
    ballots: Sequence[Sequence[Vote]], neighbourhood: Neighbourhood
) -> list[tuple[Role, float, tuple[Vote, ...]]]:
    """For each block its role, the role's margin, and what the neighbourhood adds to the votes."""
    tallies = [_tally(votes) for votes in ballots]
    chosen: list[tuple[Role, float, tuple[Vote, ...]]] = [(Role.ARTIFACT, 0.0, ())] * len(tallies)
    inside: list[int] = []
    for i, tally in enumerate(tallies):
        if Role.ARTIFACT in tally and _best(tally) is Role.ARTIFACT:
            chosen[i] = (Role.ARTIFACT, _lead(tally, Role.ARTIFACT), ())
        else:
            inside.append(i)
    sequence = [tallies[i] for i in inside]
    after = neighbourhood.after
    forward = _forward(sequence, after)
    backward = _backward(sequence, after)
    before: Role | None = None
    for i, tally, behind, ahead in zip(inside, sequence, forward, backward, strict=True):
        if len(tally) == 1:
            (best,) = tally
            lead = HOPELESS
        else:
            # ties cannot split the path: the best successor of the role chosen before
            gains = after[before]
            best = _best({role: score + gains[role] + ahead[role] for role, score in tally.items()})
            lead = _lead({role: behind[role] + ahead[role] for role in tally}, best)
        chosen[i] = (best, lead, neighbourhood.votes.get((before, best), ()))
        before = best
    return chosen


def _tally(votes: Sequence[Vote]) -> dict[Role, float]:
    tally: dict[Role, float] = {Role.PARAGRAPH: UNSPOKEN}
    for _, role, weight, _ in votes:
        tally[role] = tally.get(role, 0.0) + weight
    if len(tally) > 1:
        least = max(tally.values()) - HOPELESS
        tally = {role: score for role, score in tally.items() if score >= least}
    return tally


def _best(totals: Mapping[Role, float]) -> Role:
    most = max(totals.values())
    best = [role for role, total in totals.items() if total == most]
    return best[0] if len(best) == 1 else max(best)


#: what a role gains by what stands before it, as ``Neighbourhood.after``
After = dict[Role | None, dict[Role | None, float]]


def _forward(sequence: Sequence[dict[Role, float]], after: After) -> list[dict[Role, float]]:
    """The best sum of everything up to and with each block, for each of its roles."""
    sums: list[dict[Role, float]] = []
    before = [(after[None], 0.0)]
    for tally in sequence:
        here = {
            role: score + max([total + gains[role] for gains, total in before])
            for role, score in tally.items()
        }
        sums.append(here)
        before = [(after[role], total) for role, total in here.items()]
    return sums


def _backward(sequence: Sequence[dict[Role, float]], after: After) -> list[dict[Role, float]]:
    """The best sum of everything after each block, for each of its roles."""
    sums: list[dict[Role, float]] = []
    following: list[tuple[Role | None, float]] = [(None, 0.0)]
    for tally in reversed(sequence):
        here = {}
        for role in tally:
            gains = after[role]
            here[role] = max([gains[next_role] + total for next_role, total in following])
        sums.append(here)
        following = [(role, score + here[role]) for role, score in tally.items()]
    sums.reverse()
    return sums


def _lead(totals: Mapping[Role, float], best: Role) -> float:
    rivals = [total for role, total in totals.items() if role is not best]
    return totals[best] - max(rivals) if rivals else HOPELESS


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
