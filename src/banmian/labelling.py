"""Votes and neighbourhood into roles: the best sequence for the page as a whole.

Every block has a score for each role that somebody speaks for. A small table says which role likes to
follow which. The sequence with the highest sum is the reading of the page (Viterbi), and the lead of
each block's role over its best rival, everything else chosen as well as it can be, is its margin.
Images, rules and loop copies stand outside the sequence: what they interrupt goes on behind them.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from banmian.accepted import all_of
from banmian.model import Block, Role, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from banmian.model import Ballot

#: a role this far behind the best of its block cannot win by its neighbours
HOPELESS = 9.0
#: a block that nobody speaks for is running text
UNSPOKEN = 0.5
NEIGHBOURHOOD = "neighbourhood"


class Neighbourhood:
    """The table of which role likes to follow which, ready to be asked many times over."""

    __slots__ = ("after", "said")

    def __init__(self, follows: Mapping[tuple[Role | None, Role | None], float]) -> None:
        ends = (*Role, None)
        #: ``after[before][role]``: what the role gains by its place; 0 where the table says nothing
        self.after: After = {
            before: {role: follows.get((before, role), 0.0) for role in ends} for before in ends
        }
        #: the same as what it adds to the votes
        self.said: dict[tuple[Role | None, Role], Ballot] = {
            (before, role): ((((NEIGHBOURHOOD, role, weight),), f"after {before or 'the edge of the page'}"),)
            for (before, role), weight in follows.items()
            if role is not None and weight
        }


#: what a block is, by how much it leads, and what the neighbourhood adds to its votes
Choice = tuple[Role, float, "Ballot"]
#: roles that are still in the race, and their sums
Tally = dict[Role, float]
#: what a role gains by what stands before it, as ``Neighbourhood.after``
After = dict[Role | None, dict[Role | None, float]]


def choose_roles(ballots: Sequence[Ballot], neighbourhood: Neighbourhood) -> list[Choice]:
    """For each block its role, the role's margin, and what the neighbourhood adds to the votes.

    Most blocks can be one thing only. They part the page into runs that do not touch each other, and
    only within a run is there anything to choose.
    """
    said = neighbourhood.said
    chosen: list[Choice] = [(Role.ARTIFACT, 0.0, ())] * len(ballots)
    before: Role | None = None
    run: list[tuple[int, Tally]] = []
    known: dict[tuple[int, ...], Tally] = {}  # half of the blocks have the same votes as another
    for i, ballot in enumerate(ballots):
        votes = tuple([id(rows) for rows, _ in ballot])
        tally = known.get(votes) or known.setdefault(votes, _tally(ballot))
        if len(tally) > 1:
            if Role.ARTIFACT in tally and _best(tally) is Role.ARTIFACT:
                chosen[i] = (Role.ARTIFACT, _lead(tally, Role.ARTIFACT), ())
            else:
                run.append((i, tally))
            continue
        (role,) = tally
        if role is Role.ARTIFACT:
            chosen[i] = (role, HOPELESS, ())
            continue
        if run:
            before = _choose_in_a_run(run, before, role, neighbourhood, chosen)
            run = []
        chosen[i] = (role, HOPELESS, said.get((before, role), ()))
        before = role
    if run:
        _choose_in_a_run(run, before, None, neighbourhood, chosen)
    return chosen


def _choose_in_a_run(
    run: Sequence[tuple[int, Tally]],
    before: Role | None,
    behind_it: Role | None,
    neighbourhood: Neighbourhood,
    chosen: list[Choice],
) -> Role | None:
    """The roles of a run of blocks between two that are settled, or the page's edge; the last of them."""
    after, said = neighbourhood.after, neighbourhood.said
    if len(run) == 1:  # as the most are
        ((i, tally),) = run
        gains = after[before]
        totals = {role: score + gains[role] + after[role][behind_it] for role, score in tally.items()}
        best = _best(totals)
        chosen[i] = (best, _lead(totals, best), said.get((before, best), ()))
        return best
    tallies = [tally for _, tally in run]
    forward = _forward(tallies, before, after)
    backward = _backward(tallies, behind_it, after)
    for (i, tally), sums, ahead in zip(run, forward, backward, strict=True):
        # ties cannot split the path: the best successor of the role chosen before
        gains = after[before]
        best = _best({role: score + gains[role] + ahead[role] for role, score in tally.items()})
        lead = _lead({role: sums[role] + ahead[role] for role in tally}, best)
        chosen[i] = (best, lead, said.get((before, best), ()))
        before = best
    return before


def _tally(ballot: Ballot) -> Tally:
    tally: Tally = {Role.PARAGRAPH: UNSPOKEN}
    so_far = tally.get
    for rows, _ in ballot:
        for _, role, weight in rows:
            tally[role] = so_far(role, 0.0) + weight
    if len(tally) > 1:
        least = max(tally.values()) - HOPELESS
        if min(tally.values()) < least:
            tally = {role: score for role, score in tally.items() if score >= least}
    return tally


def _best(totals: Mapping[Role, float]) -> Role:
    most = max(totals.values())
    best = [role for role, total in totals.items() if total == most]
    return best[0] if len(best) == 1 else max(best)


def _forward(tallies: Sequence[Tally], before: Role | None, after: After) -> list[Tally]:
    """The best sum of everything in the run up to and with each block, for each of its roles."""
    sums: list[Tally] = []
    sources = [(after[before], 0.0)]
    for tally in tallies:
        here = {
            role: score + max([total + gains[role] for gains, total in sources])
            for role, score in tally.items()
        }
        sums.append(here)
        sources = [(after[role], total) for role, total in here.items()]
    return sums


def _backward(tallies: Sequence[Tally], behind: Role | None, after: After) -> list[Tally]:
    """The best sum of everything in the run after each block, for each of its roles."""
    sums: list[Tally] = []
    following: list[tuple[Role | None, float]] = [(behind, 0.0)]
    for tally in reversed(tallies):
        here = {}
        for role in tally:
            gains = after[role]
            here[role] = max([gains[next_role] + total for next_role, total in following])
        sums.append(here)
        following = [(role, score + here[role]) for role, score in tally.items()]
    sums.reverse()
    return sums


def _lead(totals: Mapping[Role, float], best: Role) -> float:
    if len(totals) == 1:
        return HOPELESS
    return totals[best] - max([total for role, total in totals.items() if role is not best])


#: what later stages set on a block: its role, its article, what was said about it, its margin
Stamp = tuple[Role, int | None, "Ballot", float]


def stamp_of(block: Block) -> Stamp:
    """What is set on a block now."""
    return block.role, block.article, block.ballot, block.margin


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
                level=block.level,
                bold=block.bold,
                indent=block.indent,
                kind=block.kind,
                listed=block.listed,
                gap=block.gap,
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
    for block, (role, article, ballot, margin) in zip(sheet.blocks, stamps, strict=True):
        write(block, "role", role)
        write(block, "article", article)
        write(block, "ballot", ballot)
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
    given = all_of(Block, blocks, "blocks are those of a page, as banmian.read_blocks gives them")
    if not given:
        return Sheet("")
    sheet = given[0].sheet
    if [block.index for block in given] != list(range(len(sheet.blocks))):
        raise ValueError("these are not all the blocks of one page in their order; change roles, not the row")
    if all(map(is_, given, sheet.blocks)):
        return sheet
    return stamped(sheet, [stamp_of(block) for block in given])
