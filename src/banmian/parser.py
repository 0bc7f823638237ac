"""The parser: bytes, text, blocks, roles, articles, one stage after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from banmian.assembly import put_together
from banmian.heuristics import DEFAULT_HEURISTICS, FOLLOWS, Heuristic
from banmian.labelling import (
    Blocks,
    Neighbourhood,
    Stamp,
    choose_roles,
    sheet_of,
    stamp_unseen,
    stamped,
)
from banmian.model import Block, Page, Problem, ProblemKind, Sheet
from banmian.questions import Plans, cast_votes
from banmian.reading.blocks import read_sheet
from banmian.reading.decoding import decode

if TYPE_CHECKING:
    import os

    from banmian.heuristics import Reading


NEIGHBOURHOOD = Neighbourhood(FOLLOWS)


class ReadingError(Exception):
    """A heuristic raised on a block; says which, and where."""


def _as_tuple(heuristics: Iterable[Heuristic]) -> tuple[Heuristic, ...]:
    return tuple(heuristics)


@frozen
class Parser:
    """Reads pages by a table of heuristics. Frozen: it holds only the table.

    ``on_error`` says what happens when a reading raises: ``"raise"`` a ``ReadingError`` that names it
    and the block, or note a ``"problem"`` on the page and go on without its vote.
    """

    heuristics: tuple[Heuristic, ...] = field(default=DEFAULT_HEURISTICS, converter=_as_tuple)
    on_error: Literal["raise", "problem"] = field(default="raise", kw_only=True)
    _plans: Plans = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, str]] = set()
        for heuristic in self.heuristics:
            key = (heuristic.name, heuristic.role)
            if key in seen:
                raise ValueError(
                    f"two heuristics are called {heuristic.name!r} and speak for {heuristic.role}; "
                    "give one of them another name="
                )
            seen.add(key)
        object.__setattr__(self, "_plans", Plans(self.heuristics))

    def with_heuristics(self, *heuristics: Heuristic) -> Parser:
        """This parser and these heuristics."""
        return Parser((*self.heuristics, *heuristics), on_error=self.on_error)

    def without(self, *names: str) -> Parser:
        """This parser less the heuristics of these names; an unknown name is a ``ValueError``."""
        known = {heuristic.name for heuristic in self.heuristics}
        for name in names:
            if name not in known:
                from difflib import get_close_matches  # rarely needed

                near = get_close_matches(name, known, n=3)
                hint = f"; did you mean {' or '.join(near)}?" if near else ""
                raise ValueError(f"no heuristic is called {name!r}{hint}")
        return Parser(tuple(one for one in self.heuristics if one.name not in names), on_error=self.on_error)

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
                ballots, choose_roles(ballots, NEIGHBOURHOOD), strict=True
            )
        ]
        labelled = stamp(sheet, stamps)
        labelled.problems = (*labelled.problems, *problems)
        return labelled
