"""Weights of the tables of assembly, learned from pages whose articles are known.

A page is put together with the roles and the decisions of its labels; what the rows of the tables say at
each decision is noted down. Where they would have decided otherwise, their weights move.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from banmian.assembly import put_together
from banmian.assembly.hearing import Bench, Hearing, Verdict
from banmian.labelling import sheet_of
from banmian.model import with_roles

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping, Sequence

    from banmian.assembly.hearing import Row
    from banmian.assembly.record import AssemblyRule
    from banmian.assembly.story import Story
    from banmian.learning.example import Example
    from banmian.model import Block
    from banmian.parser import Parser

ROUNDS = 10
KEPT = 0.95  #: of what was learned, after each round
PLACES = 2  #: pages on which a row must have been needed, before its weight moves
SURE = 1.0  #: a yes is to have so much
STEP = 4.0  #: decisions are few beside roles: a step may be so much longer


class Decision(NamedTuple):
    """What the rows of a table said of two things, and what is right."""

    said: tuple[str, ...]
    right: bool


def decisions_of(example: Example, parser: Parser, rules: Sequence[AssemblyRule]) -> list[Decision]:
    """Every decision on a page of which the labels say how it should end."""
    blocks = parser.label(example.blocks)
    roles = {
        block.index: right[0]
        for block, right in zip(blocks, example.roles, strict=True)
        if right and block.role not in right
    }
    teacher = Teacher(rules, example)
    put_together(sheet_of(with_roles(tuple(blocks), roles)), teacher)
    return teacher.decisions


class Teacher(Hearing):
    """Decides as the labels say, and notes what the tables would have said."""

    __slots__ = ("_articles", "_joined", "decisions")

    def __init__(self, rules: Sequence[AssemblyRule], example: Example) -> None:
        super().__init__(Bench(rules), _passed_over)
        self._articles = example.articles
        self._joined = example.joined
        self.decisions: list[Decision] = []

    def boundary(self, story: Story, block: Block) -> Verdict:
        above = self._article(story)
        if above is None or self._articles.get(block.index) is None:
            return super().boundary(story, block)
        return self._note(
            self._bench.boundaries[block.role], story, block, self._articles[block.index] != above
        )

    def pairing(self, head: Story, body: Story) -> Verdict:
        title, text = self._article(head), self._article(body)
        if title is None or text is None:
            return super().pairing(head, body)
        return self._note(self._bench.pairings, head, body, title == text)

    def join(self, first: Block, second: Block) -> Verdict:
        above, below = self._articles.get(first.index), self._articles.get(second.index)
        if above is None or below is None:
            return super().join(first, second)
        return self._note(self._bench.joins, first, second, above == below and second.index in self._joined)

    def _article(self, story: Story) -> str | None:
        labels = Counter([self._articles.get(block.index) for block in story.blocks])
        return labels.most_common(1)[0][0] if labels else None

    def _note(self, rows: Iterable[Row], above: object, below: object, right: bool) -> Verdict:
        said = []
        for rule in rows:
            try:
                if rule.reading(above, below) is not None:
                    said.append(rule.name)
            except Exception:  # a reading that fails is silent
                continue
        self.decisions.append(Decision(tuple(said), right))
        return Verdict(SURE if right else -SURE, "as labelled")


def _passed_over(name: str, block: Block, error: Exception) -> None:
    """A reading that fails is silent."""


def needed(pages: Sequence[Sequence[Decision]], weights: Mapping[str, float]) -> set[str]:
    """The rows that would mend a decision on several pages; on a single page, if there is but one."""
    places: Counter[str] = Counter()
    for page in pages:
        places.update({name for one in page if _loss(one, weights) > 0 for name in one.said})
    return {name for name, count in places.items() if count >= min(PLACES, len(pages))}


def learn_decisions(
    pages: Sequence[Sequence[Decision]],
    start: Mapping[str, float],
    moves: Mapping[str, float],
    caution: float,
    order: random.Random,
) -> dict[str, float]:
    """The weights after some rounds over the decisions of all pages."""
    decisions = [one for page in pages for one in page]
    weights = dict(start)
    learned: dict[str, float] = {}
    mean: dict[str, float] = {}
    for _ in range(ROUNDS):
        for one in order.sample(decisions, len(decisions)):
            loss = _loss(one, weights)
            moving = [name for name in one.said if name in moves]
            if loss <= 0 or not moving:
                continue
            length = min(STEP * caution, loss / sum([moves[name] for name in moving]))
            for name in moving:
                step = length * moves[name]
                learned[name] = learned.get(name, 0.0) + (step if one.right else -step)
                weights[name] = start.get(name, 0.0) + learned[name]
        for name in learned:
            learned[name] *= KEPT
            weights[name] = start.get(name, 0.0) + learned[name]
            mean[name] = mean.get(name, 0.0) + learned[name] / ROUNDS
    return {**start, **{name: start.get(name, 0.0) + step for name, step in mean.items()}}


def _loss(one: Decision, weights: Mapping[str, float]) -> float:
    """By how much a decision falls short: a yes needs ``SURE``, a no is any sum that is not above 0."""
    score = sum([weights.get(name, 0.0) for name in one.said])
    if one.right:
        return SURE - score
    return score + SURE if score > 0 else 0.0
