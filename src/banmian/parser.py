"""The parser: bytes, text, blocks, roles, articles, one stage after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from banmian.assembly import put_together
from banmian.heuristics import DEFAULT_HEURISTICS, FOLLOWS, Heuristic
from banmian.heuristics.record import or_nearly
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
    import os

    from banmian.heuristics import Reading


#: which role gains by following which; ``None`` is the edge of the page
Follows = Mapping[tuple[Role | None, Role | None], float]


class ReadingError(Exception):
    """A heuristic raised on a block; says which, and where."""


def _as_tuple(heuristics: Iterable[Heuristic]) -> tuple[Heuristic, ...]:
    return tuple(heuristics)


def _as_dict(follows: Follows) -> Follows:
    return FOLLOWS if follows == FOLLOWS else dict(follows)


def _check_names(heuristics: Sequence[Heuristic]) -> None:
    """A name is one reading, which has one row for each role."""
    readings: dict[str, Reading] = {}
    roles: set[tuple[str, str]] = set()
    for one in heuristics:
        if not isinstance(one, Heuristic):
            raise TypeError(f"a table holds Heuristic(reading, role, weight), not {one!r}")
        if (one.name, one.role) in roles:
            raise ValueError(
                f"two heuristics are called {one.name!r} and speak for {one.role}; "
                "give one of them another name="
            )
        if readings.setdefault(one.name, one.reading) != one.reading:
            raise ValueError(f"two readings are called {one.name!r}; give one of them another name=")
        roles.add((one.name, one.role))


@frozen
class Parser:
    """Reads pages by tables of rules. Frozen: it holds only the tables.

    ``heuristics`` says what each block looks like, ``follows`` how much a role gains by following another
    (``None`` is the edge of the page). ``on_error`` says what happens when a reading raises: ``"raise"`` a
    ``ReadingError`` that names it and the block, or note a ``"problem"`` on the page and go on without its
    vote.
    """

    heuristics: tuple[Heuristic, ...] = field(default=DEFAULT_HEURISTICS, converter=_as_tuple)
    on_error: Literal["raise", "problem"] = field(default="raise", kw_only=True)
    follows: Follows = field(default=FOLLOWS, converter=_as_dict, kw_only=True, repr=False, hash=False)
    _plans: Plans = field(init=False, repr=False, eq=False)
    _neighbourhood: Neighbourhood = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        _check_names(self.heuristics)
        object.__setattr__(self, "_plans", Plans(self.heuristics))
        object.__setattr__(self, "_neighbourhood", Neighbourhood(self.follows))

    def with_heuristics(self, *heuristics: Heuristic) -> Parser:
        """This parser and these heuristics."""
        return evolve(self, heuristics=(*self.heuristics, *heuristics))

    def without(self, *names: str) -> Parser:
        """This parser less the heuristics of these names; an unknown name is a ``ValueError``."""
        known = {heuristic.name for heuristic in self.heuristics}
        for name in names:
            if name not in known:
                raise ValueError(f"no heuristic is called {name!r}{or_nearly(name, known)}")
        return evolve(self, heuristics=tuple(one for one in self.heuristics if one.name not in names))

    def parse(self, data: bytes | str, encoding: str | None = None) -> Page:
        """The page in ``data``: bytes in any Chinese encoding, or text.

        ``encoding`` is what the bytes are declared to be; it wins if it decodes them.
        """
        return put_together(self._label(self._read(data, encoding), stamp_unseen), stamp_unseen)

    def parse_file(self, path: str | os.PathLike[str], encoding: str | None = None) -> Page:
        """The page in a file."""
        with open(path, "rb") as file:
            return self.parse(file.read(), encoding)

    def read_blocks(self, data: bytes | str, encoding: str | None = None) -> Blocks:
        """The page in reading units, without roles."""
        return Blocks.of(self._read(data, encoding))

    def label(self, blocks: Iterable[Block]) -> Blocks:
        """The blocks with their roles, and every vote with its reason."""
        return Blocks.of(self._label(sheet_of(blocks), stamped))

    def assemble(self, blocks: Iterable[Block]) -> Page:
        """The page that these blocks, with these roles, make."""
        return put_together(sheet_of(blocks))

    def _read(self, data: bytes | str, encoding: str | None) -> Sheet:
        if isinstance(data, str):
            return read_sheet(data)
        if isinstance(data, (bytes, bytearray, memoryview)):
            decoded = decode(bytes(data), encoding)
            return read_sheet(decoded.text, decoded.encoding, decoded.problems)
        raise TypeError(
            f"a page is bytes or str, not {type(data).__name__}; for a file use banmian.parse_file(path)"
        )

    def _label(self, sheet: Sheet, stamp: Callable[[Sheet, Sequence[Stamp]], Sheet]) -> Sheet:
        problems: list[Problem] = []

        def failed(reading: Reading, block: Block, error: Exception) -> None:
            name = next(one.name for one in self.heuristics if one.reading is reading)
            message = f"heuristic {name!r} failed on block {block.index} ({block.text[:20]!r}): {error!r}"
            if self.on_error == "raise":
                raise ReadingError(message) from error
            problems.append(Problem(ProblemKind.HEURISTIC, message, block.span))

        plans = self._plans.for_blocks(sheet.blocks)
        ballots = [cast_votes(block, plan, failed) for block, plan in zip(sheet.blocks, plans, strict=True)]
        stamps = [
            Stamp(role, None, ballot + neighbours, margin)
            for ballot, (role, margin, neighbours) in zip(
                ballots, choose_roles(ballots, self._neighbourhood), strict=True
            )
        ]
        labelled = stamp(sheet, stamps)
        labelled.gains = None if self.follows is FOLLOWS else self.follows
        labelled.problems = (*labelled.problems, *problems)
        return labelled
