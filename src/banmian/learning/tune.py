"""Fits a parser's weights to labelled pages, and says on pages that were held back whether it helped."""

from __future__ import annotations

import random
from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, frozen

from banmian.accepted import all_of, described
from banmian.assembly.record import AssemblyRule, Boundary
from banmian.export.margin import Labelled
from banmian.heuristics.house import BOUNDARY, PREFIX, HouseBoundary, HouseFact, house_facts, kind_of
from banmian.heuristics.record import Heuristic
from banmian.learning import roles, stories
from banmian.learning.example import example_of
from banmian.model import Role
from banmian.parser import Parser
from banmian.scoring import figures_by_role, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from banmian.learning.example import Example
    from banmian.learning.roles import Lines, Row
    from banmian.learning.stories import Decision
    from banmian.scoring import Figures


class Course(NamedTuple):
    """A way to learn: how far one mistake may move a weight, in votes, and how easily each kind moves.

    The defaults were weighed on many papers, a house fact on none: it moves more easily, and what is
    printed in front of a line more easily than where the line stands.
    """

    caution: float
    mark: float
    size: float = 0.0
    place: float = 0.0
    default: float = 0.0
    follows: float = 0.0
    assembly: float = 0.0


#: from the narrowest to the widest; which is best is found on pages held back
COURSES = (
    Course(0.2, mark=1.0),
    Course(0.6, mark=1.0),
    Course(0.6, mark=1.0, size=1.0),
    Course(0.05, mark=1.0, size=1.0, place=0.2, default=0.2, follows=0.1, assembly=0.3),
    Course(0.2, mark=1.0, size=1.0, place=0.2, default=0.2, follows=0.1, assembly=0.3),
    Course(0.6, mark=1.0, size=1.0, place=0.2, default=0.2, follows=0.1, assembly=0.3),
)
MOST_PARTS = 5  #: parts of the pages that are held back in turn
#: a house fact is learned if it stands on so many pages, and on so many blocks of them
PAGES_OF_A_FACT, BLOCKS_OF_A_FACT = 2, 3
FAINT = 0.05  #: a house fact that weighs less is left out
#: of the lines that are set in one way, for a house fact to speak for a role, and against it
NEARLY_ALL, HARDLY_ANY = 0.8, 0.02
LEAST_GAIN = 0.004  #: in the mean score of pages held back, to give up the defaults for
#: Standard errors that a gain must exceed. Of six courses the best gains more than one of them by chance in
#: most cases, and more than two in one of eight.
BEYOND_CHANCE = 2.0


@frozen
class Moved:
    """A weight that tuning changed."""

    rule: str
    speaks_for: str  #: a role, or the table of assembly
    before: float
    after: float


@frozen
class Tuned:
    """A parser whose weights were fitted, and how much that helped on pages that were held back."""

    parser: Parser
    pages: int
    before: tuple[Figures, ...]  #: of each page, by the parser as it was
    after: tuple[Figures, ...]  #: of each page, by weights tuned on others
    roles: Mapping[Role, tuple[float, float]]  #: F1 of each role over all pages, before and after
    moved: tuple[Moved, ...]  #: the weights that moved, the most first; none if the defaults were kept
    copies: int = 0  #: of pages that were given more than once, left out

    @property
    def gain(self) -> float:
        """In the mean score of pages held back."""
        return _mean(self.after) - _mean(self.before)

    def report(self, most: int = 20) -> str:
        """Figures before and after, per role, and the weights that moved most."""
        kept = "" if self.moved else "; no weights did better, so they stay as they were"
        lines = [f"{self.pages} pages, each read by weights that were tuned on others{kept}"]
        if self.copies:
            several = f"{self.copies} copies of pages" if self.copies > 1 else "1 copy of a page"
            lines.append(f"left out: {several} given more than once; the first of each counts")
        lines.append("")
        lines.append(f"{'':<16}{'before':>8}{'after':>8}{'change':>8}")
        for name in (*self.before[0].by_name(), "score"):
            pairs = [
                (old, new)
                for old, new in zip(_column(self.before, name), _column(self.after, name), strict=True)
                if old is not None and new is not None
            ]
            if pairs:
                lines.append(
                    _row(
                        name, sum(old for old, _ in pairs) / len(pairs), sum(n for _, n in pairs) / len(pairs)
                    )
                )
        lines += ["", "F1 of each role"]
        lines += [_row(role, before, after) for role, (before, after) in self.roles.items()]
        if self.moved:
            lines += ["", "weights that moved most" if len(self.moved) > most else "weights that moved"]
        for one in self.moved[:most]:
            lines.append(f"  {one.before:+6.2f} to {one.after:+6.2f}  {one.speaks_for:<13}  {one.rule}")
        return "\n".join(lines)


def _row(name: str, before: float, after: float) -> str:
    return f"  {name:<14}{before:>8.3f}{after:>8.3f}{after - before:>+8.3f}"


def _column(figures: Sequence[Figures], name: str) -> list[float | None]:
    return [one.score if name == "score" else one.by_name()[name] for one in figures]


def _mean(figures: Sequence[Figures]) -> float:
    return sum([one.score for one in figures]) / len(figures)


@frozen
class Material:
    """All that is learned from: what the rows of the tables say of the pages, and what is right."""

    parser: Parser
    heuristics: tuple[Heuristic, ...]  #: those of the parser and the house facts
    rules: tuple[AssemblyRule, ...]
    examples: tuple[Example, ...]
    lines: tuple[Lines, ...]
    decisions: tuple[list[Decision], ...]


@frozen
class Trial:
    """Every page read by a parser that did not learn from it."""

    readers: tuple[Parser, ...]  #: one for each page
    figures: tuple[Figures, ...]


def _nobody(done: int, of: int) -> None:
    """Is told how far it is, and keeps it."""


def fit(
    pages: Iterable[Labelled], parser: Parser, *, seed: int = 0, told: Callable[[int, int], None] = _nobody
) -> Tuned:
    """A parser fitted to labelled pages, if pages held back say that it reads better than before.

    ``told`` hears how many of the ways to learn were tried, and how many there are.
    Deterministic for a seed. Fewer than two pages are a ``ValueError``: nothing could be held back. A page
    given more than once counts once, or one of its copies would be held back while the other is learned from.
    """
    given = all_of(
        Labelled,
        pages,
        "labelled pages come from banmian.export.margin.read_margin or banmian.scoring.read_gold",
    )
    if not isinstance(parser, Parser):
        raise TypeError(f"parser= is a Parser, not {described(parser)}")
    once: dict[str, Labelled] = {}
    for page in given:
        once.setdefault("".join(page.text.split()), page)
    copies = len(given) - len(once)
    if len(once) < 2:
        raise ValueError(
            f"tuning needs two labelled pages at least, and has {len(once)}"
            + "; copies of a page do not count" * (copies > 0)
        )
    material = _material([*once.values()], parser)
    examples = material.examples
    as_it_was = _trial([material.parser] * len(examples), examples)
    trials: list[Trial] = []
    for course in COURSES:
        told(len(trials), len(COURSES))
        trials.append(_held_back(material, course, seed))
    told(len(trials), len(COURSES))
    best = max(trials, key=lambda trial: _mean(trial.figures))
    # the narrowest that does as well, as far as so few pages can tell
    best = next(trial for trial in trials if trial is best or not _is_better(best, trial))
    if not _is_better(best, as_it_was):
        best, tuned = as_it_was, parser
    else:
        learned = _learned(material, range(len(examples)), COURSES[trials.index(best)], seed)
        tuned = evolve(learned, on_error=parser.on_error)
    return Tuned(
        parser=tuned,
        pages=len(examples),
        before=as_it_was.figures,
        after=best.figures,
        roles=_by_role(examples, as_it_was, best),
        moved=_moved(parser, tuned),
        copies=copies,
    )


def _trial(readers: Sequence[Parser], examples: Sequence[Example]) -> Trial:
    figures = [
        score(reader.parse(one.labelled.text), one.labelled)
        for reader, one in zip(readers, examples, strict=True)
    ]
    return Trial(tuple(readers), tuple(figures))


def _held_back(material: Material, course: Course, seed: int) -> Trial:
    count = len(material.examples)
    parts = min(MOST_PARTS, count)
    tuned = [
        _learned(material, [i for i in range(count) if i % parts != part], course, seed)
        for part in range(parts)
    ]
    return _trial([tuned[i % parts] for i in range(count)], material.examples)


def _is_better(trial: Trial, before: Trial) -> bool:
    """Whether the gain is worth having, and more than the pages differ by chance."""
    gains = [new.score - old.score for new, old in zip(trial.figures, before.figures, strict=True)]
    mean = sum(gains) / len(gains)
    spread = sqrt(sum([(gain - mean) ** 2 for gain in gains]) / (len(gains) - 1))
    return mean >= LEAST_GAIN and mean > BEYOND_CHANCE * spread / sqrt(len(gains))


def _by_role(examples: Sequence[Example], before: Trial, after: Trial) -> dict[Role, tuple[float, float]]:
    old, new = (
        figures_by_role(
            [
                (reader.parse(one.labelled.text), one.labelled)
                for reader, one in zip(trial.readers, examples, strict=True)
            ]
        )
        for trial in (before, after)
    )
    return {role: (old[role], new[role]) for role in old}


def _material(pages: Sequence[Labelled], parser: Parser) -> Material:
    examples = tuple([example_of(page, parser.read_blocks(page.text)) for page in pages])
    heuristics = (*parser.heuristics, *_house_heuristics(examples, parser))
    rules = (*parser.assembly, *_house_boundaries(examples, parser))
    heard = tuple([rule if rule.weight else evolve(rule, weight=1.0) for rule in rules])
    return Material(
        parser,
        heuristics,
        rules,
        examples,
        tuple([roles.lines_of(example, heuristics) for example in examples]),
        tuple([stories.decisions_of(example, parser, heard) for example in examples]),
    )


def _house_heuristics(examples: Sequence[Example], parser: Parser) -> list[Heuristic]:
    """A row of weight 0 for every role and every fact that is common on these pages."""
    known = {(one.name, one.role) for one in parser.heuristics}
    rows = []
    for fact in _common([[fact for block in one.blocks for fact in house_facts(block)] for one in examples]):
        reading = HouseFact(fact)
        for role in Role:
            if role is not Role.ARTIFACT and (PREFIX + fact, role) not in known:
                rows.append(Heuristic(reading, role, 0.0, origin="house"))
    return rows


def _house_boundaries(examples: Sequence[Example], parser: Parser) -> list[Boundary]:
    known = {rule.name for rule in parser.assembly}
    facts = _common(
        [
            [
                mark
                for block in one.blocks
                for fact in house_facts(block)
                for mark in (fact, f"above {fact}")
                if mark.startswith(BOUNDARY)
            ]
            for one in examples
        ]
    )
    rows = [Boundary(HouseBoundary(fact), 0.0, roles=[Role.PARAGRAPH], origin="house") for fact in facts]
    return [row for row in rows if row.name not in known]


def _common(facts: Sequence[Sequence[str]]) -> list[str]:
    """The facts that stand on several pages and several blocks."""
    blocks = Counter([fact for page in facts for fact in page])
    pages = Counter([fact for page in facts for fact in set(page)])
    least = min(PAGES_OF_A_FACT, len(facts))
    return sorted([fact for fact in pages if pages[fact] >= least and blocks[fact] >= BLOCKS_OF_A_FACT])


def _learned(material: Material, inside: Iterable[int], course: Course, seed: int) -> Parser:
    """The parser with the weights that some of the pages teach."""
    inside = list(inside)
    parser = material.parser
    lines = [material.lines[i] for i in inside]
    start: roles.Weights = {(one.name, one.role): one.weight for one in material.heuristics}
    start |= {(None, *pair): weight for pair, weight in parser.follows.items()}
    needed = roles.needed(lines, start)
    shares = _shares([material.examples[i] for i in inside])
    moves = {row: ease for row in needed if any(ease := _ease(row, shares, course))}
    weights = roles.learn_roles(lines, start, moves, course.caution, random.Random(seed))
    decisions = [material.decisions[i] for i in inside]
    first = {rule.name: rule.weight for rule in material.rules}
    wanted = stories.needed(decisions, first)
    eases = {name: course.mark if name.startswith(PREFIX) else course.assembly for name in wanted}
    eases = {name: ease for name, ease in eases.items() if ease}
    verdicts = stories.learn_decisions(decisions, first, eases, course.caution, random.Random(seed))
    return evolve(
        parser,
        heuristics=[
            evolve(one, weight=weight)
            for one in material.heuristics
            if (weight := _rounded(weights[one.name, one.role], one)) or not _is_faint(one)
        ],
        follows={
            (row[1], row[2]): round(weight, 2)
            for row, weight in weights.items()
            if len(row) == 3 and (round(weight, 2) or (row[1], row[2]) in parser.follows)
        },
        assembly=[
            evolve(rule, weight=weight)
            for rule in material.rules
            if (weight := _rounded(verdicts[rule.name], rule)) or not _is_faint(rule)
        ],
    )


def _ease(row: Row, shares: Mapping[tuple[str, Role], float], course: Course) -> roles.Ease:
    """How easily the weight of a row rises and falls.

    A house fact rises for a role that nearly all lines have that are set so, and falls for one that
    none of them has.
    """
    if len(row) == 3:
        return course.follows, course.follows
    if not row[0].startswith(PREFIX):
        return course.default, course.default
    fact = row[0].removeprefix(PREFIX)
    ease: float = getattr(course, kind_of(fact))
    share = shares.get((fact, row[1]), 0.0)
    return ease * (share >= NEARLY_ALL), ease * (share <= HARDLY_ANY)


def _shares(examples: Sequence[Example]) -> dict[tuple[str, Role], float]:
    """Of the blocks that a fact is true of, the share that has a role."""
    blocks: Counter[str] = Counter()
    found: Counter[tuple[str, Role]] = Counter()
    for one in examples:
        for block, right in zip(one.blocks, one.roles, strict=True):
            if right:
                blocks.update(house_facts(block))
                found.update([(fact, role) for fact in house_facts(block) for role in right])
    return {(fact, role): count / blocks[fact] for (fact, role), count in found.items()}


def _rounded(weight: float, rule: Heuristic | AssemblyRule) -> float:
    """Two places are enough for a person; a house fact that hardly weighs anything says nothing."""
    return 0.0 if rule.name.startswith(PREFIX) and abs(weight) < FAINT else round(weight, 2)


def _is_faint(rule: Heuristic | AssemblyRule) -> bool:
    """Whether a row of weight 0 need not be kept: a house fact that was not learned."""
    return rule.name.startswith(PREFIX)


def _moved(before: Parser, after: Parser) -> tuple[Moved, ...]:
    changes = []
    old, new = _weights(before), _weights(after)
    for key in {**old, **new}:
        was, is_now = old.get(key, 0.0), new.get(key, 0.0)
        if was != is_now:
            changes.append(Moved(key[1], key[0], was, is_now))
    return tuple(sorted(changes, key=lambda one: (-abs(one.after - one.before), one.rule, one.speaks_for)))


def _weights(parser: Parser) -> dict[tuple[str, str], float]:
    found = {(str(one.role), one.name): one.weight for one in parser.heuristics}
    found |= {(type(rule).__name__.lower(), rule.name): rule.weight for rule in parser.assembly}
    for (before, role), weight in parser.follows.items():
        found[str(role or "the edge"), f"after {before or 'the edge of the page'}"] = weight
    return found
