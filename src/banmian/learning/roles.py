"""Weights of the heuristics, and of what follows what, learned from pages whose roles are known.

A page's roles are the sequence with the highest sum, and the sum is linear in the weights, so they are
learned as in any structured linear model: find the sequence that the weights prefer, one wrong role being
worth ``COST`` to it; where it beats the right one, move the weights just so far that it does not
(passive-aggressive, one stretch of wrong roles at a time), and never by more than ``caution`` allows. After
each round all weights go a bit back towards the defaults, and the mean over the last rounds is what was learned.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from banmian.labelling import HOPELESS, UNSPOKEN
from banmian.model import Role
from banmian.questions import Plans, cast_votes

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping, Sequence

    from banmian.heuristics import Heuristic, Reading
    from banmian.learning.example import Example
    from banmian.model import Block

COST = 2.0  #: a lead that the right role is to have over a wrong one, in votes
ROUNDS = 10
COUNTED = 5  #: rounds at the end whose mean is what was learned
KEPT = 0.95  #: of what was learned, after each round
PLACES = 2  #: pages on which a row must have been needed, before its weight moves

#: a row of the table of heuristics, by name and role, or, behind ``None``, of what follows what
Row = tuple[str, Role] | tuple[None, Role | None, Role | None]
Weights = dict[Row, float]
#: how easily a weight rises, and how easily it falls
Ease = tuple[float, float]


class Lines(NamedTuple):
    """The blocks of a page that are part of its sequence: which rows speak for each role, what is right."""

    rows: list[dict[Role, list[Row]]]
    right: list[tuple[Role, ...]]  #: none: not judged


def lines_of(example: Example, table: Sequence[Heuristic]) -> Lines:
    """What every row of a table says about the blocks of a page, whatever it weighs."""
    asked = [one if one.weight else evolve(one, weight=1.0) for one in table]  # 0 would not be asked
    weights: Weights = {(one.name, one.role): one.weight for one in table}
    blocks = example.blocks
    rows: list[dict[Role, list[Row]]] = []
    right: list[tuple[Role, ...]] = []
    for block, plan, roles in zip(
        blocks, Plans(asked).for_blocks(blocks, _passed_over), example.roles, strict=True
    ):
        here: dict[Role, list[Row]] = {}
        for said, _ in cast_votes(block, plan, _passed_over):
            for name, role, _ in said:
                here.setdefault(role, []).append((name, role))
        sums = {role: sum([weights[row] for row in spoken]) for role, spoken in here.items()}
        # what stands outside the sequence teaches nothing about it
        if max(sums, key=lambda role: (sums[role], role), default=None) is not Role.ARTIFACT:
            rows.append(here)
            right.append(roles)
    return Lines(rows, right)


def _passed_over(reading: Reading, block: Block, error: Exception) -> None:
    """A reading that fails is silent."""


def learn_roles(
    pages: Sequence[Lines],
    start: Mapping[Row, float],
    moves: Mapping[Row, Ease],
    caution: float,
    order: random.Random,
) -> Weights:
    """The weights after some rounds over the pages, from ``start``; ``moves`` has the rows that may move."""
    weights: Weights = dict(start)
    learned: Weights = {}
    mean: Weights = {}
    for number in range(ROUNDS):
        for page in order.sample(pages, len(pages)):
            for change, loss in mistakes(page, weights):
                steps = {row: step * moves[row][step < 0] for row, step in change.items() if row in moves}
                norm = sum([step * change[row] for row, step in steps.items()])
                if not norm:
                    continue
                length = min(caution, loss / norm)
                for row, step in steps.items():
                    learned[row] = learned.get(row, 0.0) + length * step
                    weights[row] = start.get(row, 0.0) + learned[row]
        for row in learned:
            learned[row] *= KEPT
            weights[row] = start.get(row, 0.0) + learned[row]
            if number >= ROUNDS - COUNTED:
                mean[row] = mean.get(row, 0.0) + learned[row] / COUNTED
    return {**start, **{row: start.get(row, 0.0) + step for row, step in mean.items()}}


def needed(pages: Sequence[Lines], weights: Mapping[Row, float]) -> set[Row]:
    """The rows that would mend something on several pages; on a single page, if there is but one."""
    places: dict[Row, int] = {}
    for page in pages:
        for row in {row for change, _ in mistakes(page, weights) for row in change}:
            places[row] = places.get(row, 0) + 1
    return {row for row, count in places.items() if count >= min(PLACES, len(pages))}


def mistakes(page: Lines, weights: Mapping[Row, float]) -> Iterable[tuple[dict[Row, float], float]]:
    """The stretches of a page where a wrong sequence comes too near the right one.

    For each, what must weigh more (and less) for the right one, and by how much it falls short.
    """
    tallies = [_tally(rows, weights) for rows in page.rows]
    right = _best_sequence(
        [_only(tally, roles) for tally, roles in zip(tallies, page.right, strict=True)], weights
    )
    costly = [_costly(tally, roles) for tally, roles in zip(tallies, page.right, strict=True)]
    wrong = _best_sequence(costly, weights)
    start: int | None = None
    for i in range(len(right) + 1):
        differs = i < len(right) and right[i] is not wrong[i]
        if differs and start is None:
            start = i
        elif not differs and start is not None:
            change = _change(page, right, wrong, start, i)
            gap = sum([weights.get(row, 0.0) * step for row, step in change.items()])
            gap += UNSPOKEN * sum(
                (right[k] is Role.PARAGRAPH) - (wrong[k] is Role.PARAGRAPH) for k in range(start, i)
            )
            cost = COST * sum(bool(page.right[k]) and wrong[k] not in page.right[k] for k in range(start, i))
            if cost > gap:
                yield change, cost - gap
            start = None


def _change(
    page: Lines, right: Sequence[Role], wrong: Sequence[Role], start: int, end: int
) -> dict[Row, float]:
    change: dict[Row, float] = {}
    for sequence, sign in ((right, 1.0), (wrong, -1.0)):
        for i in range(start, end):
            for row in page.rows[i].get(sequence[i], ()):
                change[row] = change.get(row, 0.0) + sign
        edged = [
            sequence[start - 1] if start else None,
            *sequence[start:end],
            sequence[end] if end < len(sequence) else None,
        ]
        for pair in pairwise(edged):
            change[None, *pair] = change.get((None, *pair), 0.0) + sign
    return {row: step for row, step in change.items() if step}


def _tally(rows: Mapping[Role, Sequence[Row]], weights: Mapping[Row, float]) -> dict[Role, float]:
    """The roles that somebody speaks for, and what they have."""
    sums = {Role.PARAGRAPH: UNSPOKEN}
    for role, spoken in rows.items():
        heard = [weight for row in spoken if (weight := weights.get(row, 0.0))]
        if heard:
            sums[role] = sums.get(role, 0.0) + sum(heard)
    return sums


def _only(tally: Mapping[Role, float], roles: Sequence[Role]) -> dict[Role, float]:
    return {role: tally.get(role, 0.0) for role in roles} if roles else dict(tally)


def _costly(tally: Mapping[Role, float], roles: Sequence[Role]) -> dict[Role, float]:
    least = max(tally.values()) - HOPELESS
    sums = {role: score for role, score in tally.items() if score >= least}
    if roles:
        for role in roles:
            sums.setdefault(role, tally.get(role, 0.0))
        sums = {role: score + COST * (role not in roles) for role, score in sums.items()}
    return sums


def _best_sequence(tallies: Sequence[Mapping[Role, float]], weights: Mapping[Row, float]) -> list[Role]:
    """Viterbi; of equals the role that comes last by name, as in labelling."""
    if not tallies:
        return []
    backs: list[dict[Role, Role | None]] = []
    last: Mapping[Role, float] | Mapping[None, float] = {None: 0.0}
    for tally in tallies:
        now: dict[Role, float] = {}
        back: dict[Role, Role | None] = {}
        for role, score in tally.items():
            total, _, best = max(
                [
                    (sums + weights.get((None, before, role), 0.0), before or "", before)
                    for before, sums in last.items()
                ]
            )
            now[role], back[role] = score + total, best
        backs.append(back)
        last = now
    ends = {role: total + weights.get((None, role, None), 0.0) for role, total in last.items()}
    chosen: Role | None = max(ends, key=lambda role: (ends[role], role or ""))
    sequence: list[Role] = []
    for back in reversed(backs):
        assert chosen is not None
        sequence.append(chosen)
        chosen = back[chosen]
    sequence.reverse()
    return sequence
