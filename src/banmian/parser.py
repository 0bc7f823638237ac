"""The parser: bytes, text, blocks, roles, articles, one stage after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from banmian.accepted import all_of, described
from banmian.assembly import put_together
from banmian.assembly.hearing import Bench, Hearing
from banmian.assembly.record import AssemblyRule
from banmian.assembly.table import DEFAULT_ASSEMBLY
from banmian.collector import seldom_collected
from banmian.heuristics import DEFAULT_HEURISTICS, FOLLOWS, Heuristic
from banmian.heuristics.record import or_nearly, printed, role_of, weight_of
from banmian.labelling import (
    Blocks,
    Neighbourhood,
    Stamp,
    choose_roles,
    sheet_of,
    stamp_unseen,
    stamped,
)
from banmian.model import Block, Page, Problem, ProblemKind, Role, Sheet
from banmian.questions import Plans, cast_votes
from banmian.reading.blocks import read_sheet
from banmian.reading.decoding import decode

if TYPE_CHECKING:
    from banmian.heuristics import Reading


#: which role gains by following which; ``None`` is the edge of the page
Follows = Mapping[tuple[Role | None, Role | None], float]


MOST_NAMED = 3  #: rules in a ``repr``


class ReadingError(Exception):
    """A heuristic raised on a block; says which, and where."""


def _as_tuple(heuristics: Iterable[Heuristic]) -> tuple[Heuristic, ...]:
    return all_of(Heuristic, heuristics, "heuristics= is a table of Heuristic(reading, role, weight)")


def _as_rules(assembly: Iterable[AssemblyRule]) -> tuple[AssemblyRule, ...]:
    return all_of(AssemblyRule, assembly, "assembly= is a table of Boundary, Pairing and Join")


def _as_dict(follows: Follows) -> Follows:
    if follows == FOLLOWS:
        return FOLLOWS
    if not isinstance(follows, Mapping) or not all(
        isinstance(pair, tuple) and len(pair) == 2 for pair in follows
    ):
        raise TypeError(
            "follows= maps pairs of roles, (before, role), to numbers, like banmian's own FOLLOWS"
        )
    return {(_place(before), _place(role)): weight_of(gain) for (before, role), gain in follows.items()}


def _place(role: Role | None) -> Role | None:
    return None if role is None else role_of(role)


def _check_names(heuristics: Sequence[Heuristic], assembly: Sequence[AssemblyRule]) -> None:
    """A name is one reading, which has one row for each role."""
    readings: dict[str, object] = {}
    roles: set[tuple[str, str]] = set()
    for one in heuristics:
        if (one.name, one.role) in roles:
            raise ValueError(
                f"two heuristics are called {one.name!r} and speak for {one.role}; "
                "give one of them another name="
            )
        if readings.setdefault(one.name, one.reading) != one.reading:
            raise ValueError(f"two readings are called {one.name!r}; give one of them another name=")
        roles.add((one.name, one.role))
    for rule in assembly:
        if rule.name in readings:
            raise ValueError(f"two rules are called {rule.name!r}; give one of them another name=")
        readings[rule.name] = rule.reading


def _hint(given: object) -> str:
    """What to write instead."""
    if isinstance(given, Heuristic | AssemblyRule):
        return f"; the name of this one is {given.name!r}"
    if isinstance(given, Iterable) and not isinstance(given, str):
        return "; put * before a sequence of several"
    if callable(given):
        return "; say what it speaks for and how loud: Heuristic(reading, role, weight)"
    return ""


@frozen
class Parser:
    """Reads pages by tables of rules. Frozen: it holds only the tables.

    ``heuristics`` says what each block looks like, ``follows`` how much a role gains by following another
    (``None`` is the edge of the page), ``assembly`` where stories begin, which title is whose, and what is
    one paragraph. ``on_error`` says what happens when a reading raises: ``"raise"`` a
    ``ReadingError`` that names it and the block, or note a ``"problem"`` on the page and go on without its
    vote.
    """

    heuristics: tuple[Heuristic, ...] = field(default=DEFAULT_HEURISTICS, converter=_as_tuple)
    on_error: Literal["raise", "problem"] = field(default="raise", kw_only=True)
    assembly: tuple[AssemblyRule, ...] = field(default=DEFAULT_ASSEMBLY, converter=_as_rules, kw_only=True)
    follows: Follows = field(default=FOLLOWS, converter=_as_dict, kw_only=True, hash=False)
    _plans: Plans = field(init=False, eq=False)
    _neighbourhood: Neighbourhood = field(init=False, eq=False)
    _bench: Bench = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.on_error not in {"raise", "problem"}:
            raise ValueError(f"on_error= is 'raise' or 'problem', not {self.on_error!r}")
        _check_names(self.heuristics, self.assembly)
        object.__setattr__(self, "_plans", Plans(self.heuristics))
        object.__setattr__(self, "_neighbourhood", Neighbourhood(self.follows))
        object.__setattr__(self, "_bench", Bench(self.assembly))

    def __repr__(self) -> str:
        said = [
            f"{len(self.heuristics)} heuristics, {len(self.assembly)} rules of assembly",
            *self._differences(),
        ]
        return f"<Parser: {'; '.join(said)}>"

    def _differences(self) -> Iterator[str]:
        """What is not as in the defaults, in a few words."""
        usual, own = (
            {(one.name, getattr(one, "role", None)): one.weight for one in (*looking, *joining)}
            for looking, joining in ((DEFAULT_HEURISTICS, DEFAULT_ASSEMBLY), (self.heuristics, self.assembly))
        )
        for word, these, others in (("with", own, usual), ("without", usual, own)):
            names = [*dict.fromkeys(name for name, role in these if (name, role) not in others)]
            if names:
                rest = len(names) - MOST_NAMED
                yield f"{word} {', '.join(names[:MOST_NAMED])}" + f" and {rest} more" * (rest > 0)
        weights = sum(own[row] != weight for row, weight in usual.items() if row in own)
        weights += sum(self.follows.get(pair) != FOLLOWS.get(pair) for pair in {*self.follows, *FOLLOWS})
        if weights:
            yield f"{weights} other weight{'s' * (weights > 1)}"
        if self.on_error != "raise":
            yield f"on_error={self.on_error!r}"

    def with_heuristics(self, *rules: Heuristic | AssemblyRule) -> Parser:
        """This parser and these rules: ``Heuristic``, and ``Boundary``, ``Pairing``, ``Join`` for the assembly."""
        for rule in rules:
            if not isinstance(rule, Heuristic | AssemblyRule):
                raise TypeError(
                    f"with_heuristics takes Heuristic, Boundary, Pairing and Join, not {described(rule)}{_hint(rule)}"
                )
        joining = [one for one in rules if isinstance(one, AssemblyRule)]
        looking = [one for one in rules if not isinstance(one, AssemblyRule)]
        return evolve(self, heuristics=(*self.heuristics, *looking), assembly=(*self.assembly, *joining))

    def without(self, *names: str) -> Parser:
        """This parser less the rules of these names; an unknown name is a ``ValueError``."""
        known = {rule.name for rule in (*self.heuristics, *self.assembly)}
        for name in names:
            if not isinstance(name, str):
                raise TypeError(f"without takes the names of rules, not {described(name)}{_hint(name)}")
            if name not in known:
                raise ValueError(f"no heuristic is called {name!r}{or_nearly(name, known)}")
        return evolve(
            self,
            heuristics=tuple(one for one in self.heuristics if one.name not in names),
            assembly=tuple(one for one in self.assembly if one.name not in names),
        )

    @classmethod
    def load(cls, path: str | os.PathLike[str], rules: Iterable[Heuristic | AssemblyRule] = ()) -> Parser:
        """The parser with the weights of a file that ``save`` or ``banmian tune`` wrote.

        ``rules`` are those beside the defaults that the parser had: they keep their readings, and get
        their weights from the file. Unknown names in the file are a ``ValueError`` that lists them.
        """
        from banmian import weights

        with open(path, "rb") as file:
            written = file.read()
        try:
            text = written.decode("utf-8-sig").replace("\r\n", "\n")
            return weights.read(text, cls().with_heuristics(*rules))
        except ValueError as error:
            raise ValueError(f"weights in {os.fspath(path)}: {error}") from error

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write all weights to a file of TOML, for ``load``."""
        from banmian import weights

        text = weights.written(self, Parser())
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def parse(self, data: bytes | str, encoding: str | None = None) -> Page:
        """The page in ``data``: bytes in any Chinese encoding, or text.

        ``encoding`` is what the bytes are declared to be; it wins if it decodes them.
        """
        with seldom_collected:
            return self._assemble(self._label(self._read(data, encoding), stamp_unseen), stamp_unseen)

    def parse_file(self, path: str | os.PathLike[str], encoding: str | None = None) -> Page:
        """The page in a file."""
        with open(path, "rb") as file:
            return self.parse(file.read(), encoding)

    def read_blocks(self, data: bytes | str, encoding: str | None = None) -> Blocks:
        """The page in reading units, without roles."""
        with seldom_collected:
            return Blocks.of(self._read(data, encoding))

    def label(self, blocks: Iterable[Block]) -> Blocks:
        """The blocks with their roles, and every vote with its reason."""
        with seldom_collected:
            return Blocks.of(self._label(sheet_of(blocks), stamped))

    def assemble(self, blocks: Iterable[Block]) -> Page:
        """The page that these blocks, with these roles, make."""
        with seldom_collected:
            return self._assemble(sheet_of(blocks), stamped)

    def _read(self, data: bytes | str, encoding: str | None) -> Sheet:
        if isinstance(data, str):
            return read_sheet(data)
        if isinstance(data, (bytes, bytearray, memoryview)):
            decoded = decode(bytes(data), encoding)
            return read_sheet(decoded.text, decoded.encoding, decoded.problems)
        raise TypeError(
            f"a page is bytes or str, not {type(data).__name__}; for a file use banmian.parse_file(path)"
        )

    def _failed(self, name: str, block: Block, error: Exception) -> Problem:
        message = f"heuristic {name!r} failed on block {block.index} ({block.text[:20]!r}): {printed(error)}"
        if self.on_error == "raise":
            raise ReadingError(message) from error
        return Problem(ProblemKind.HEURISTIC, message, block.span)

    def _assemble(self, sheet: Sheet, stamp: Callable[[Sheet, Sequence[Stamp]], Sheet]) -> Page:
        problems: list[Problem] = []

        def failed(name: str, block: Block, error: Exception) -> None:
            problems.append(self._failed(name, block, error))

        page = put_together(sheet, Hearing(self._bench, failed), stamp)
        if problems:
            page = evolve(page, problems=(*page.problems, *problems))
        return page

    def _label(self, sheet: Sheet, stamp: Callable[[Sheet, Sequence[Stamp]], Sheet]) -> Sheet:
        problems: list[Problem] = []

        def failed(reading: Reading, block: Block, error: Exception) -> None:
            name = next(one.name for one in self.heuristics if one.reading is reading)
            problems.append(self._failed(name, block, error))

        plans = self._plans.for_blocks(sheet.blocks, failed)
        ballots = [cast_votes(block, plan, failed) for block, plan in zip(sheet.blocks, plans, strict=True)]
        stamps: list[Stamp] = [
            (role, None, ballot + neighbours, margin)
            for ballot, (role, margin, neighbours) in zip(
                ballots, choose_roles(ballots, self._neighbourhood), strict=True
            )
        ]
        labelled = stamp(sheet, stamps)
        labelled.gains = None if self.follows is FOLLOWS else self.follows
        labelled.problems = (*labelled.problems, *problems)
        return labelled
