"""The tables of assembly, asked: every row's reading, what its answers add up to, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from banmian.assembly.record import Boundary, Join, Pairing
from banmian.heuristics.record import no_reason
from banmian.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from banmian.assembly.record import AssemblyRule
    from banmian.assembly.story import Story
    from banmian.model import Block


class Verdict(NamedTuple):
    """What a table says about two things."""

    score: float  #: more than 0 is a yes
    reason: str  #: what was said, the heaviest first, each with its name and weight


SILENCE = Verdict(0.0, "")


class Row(NamedTuple):
    """A row of a table, as it is asked."""

    weight: float
    reading: Callable[[Any, Any], str | None]
    name: str


class Bench:
    """The rows of the three tables in the order of work. Weights of 0 are left out."""

    __slots__ = ("boundaries", "joins", "pairings")

    def __init__(self, rules: Sequence[AssemblyRule]) -> None:
        heard = sorted([one for one in rules if one.weight], key=lambda one: (-one.weight, one.name))
        parting = [one for one in heard if isinstance(one, Boundary)]
        self.boundaries: dict[Role, list[Row]] = {
            role: _rows([one for one in parting if role in one.roles]) for role in Role
        }
        self.pairings: list[Row] = _rows([one for one in heard if isinstance(one, Pairing)])
        self.joins: list[Row] = _rows([one for one in heard if isinstance(one, Join)])


def _rows(rules: Iterable[AssemblyRule]) -> list[Row]:
    return [Row(rule.weight, rule.reading, rule.name) for rule in rules]


class Hearing:
    """The tables while one page is put together.

    ``failed`` is told of a reading that raises: its name, the block, and the error.
    """

    __slots__ = ("_bench", "_failed")

    def __init__(self, bench: Bench, failed: Callable[[str, Block, Exception], None]) -> None:
        self._bench = bench
        self._failed = failed

    def boundary(self, story: Story, block: Block) -> Verdict:
        """Whether a new story begins at the block below a story."""
        return self._ask(self._bench.boundaries[block.role], story, block, block)

    def pairing(self, head: Story, body: Story) -> Verdict:
        """Whether a title is that of a text."""
        return self._ask(self._bench.pairings, head, body, head.head[0])

    def join(self, first: Block, second: Block) -> Verdict:
        """Whether two blocks of a story are one paragraph."""
        return self._ask(self._bench.joins, first, second, second)

    def _ask(self, rows: Iterable[Row], above: object, below: object, block: Block) -> Verdict:
        score = 0.0
        said: list[tuple[str, str, float]] = []
        for weight, reading, name in rows:
            if weight < 0 and score <= 0:
                break  # the rows that speak for it come first; the others cannot turn a no into a yes
            try:
                reason = reading(above, below)
            except Exception as error:  # a reading may come from anybody
                self._failed(name, block, error)
                continue
            if reason is None:
                continue
            if reason and isinstance(reason, str):
                score += weight
                said.append((reason, name, weight))
            else:
                self._failed(name, block, no_reason(reason))
        if not said:
            return SILENCE
        return Verdict(
            score, "; ".join([f"{reason} ({name} {weight:+.1f})" for reason, name, weight in said])
        )
