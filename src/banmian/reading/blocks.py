"""Text into blocks: the units that roles are given to.

A block is a paragraph, a heading line, a caption, a credit: one printed line of the text, or the
lines of one hard-wrapped paragraph. Every character that is not white space stands in exactly one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.model import Block, Print, Sheet, Span
from banmian.reading.lines import read_lines
from banmian.reading.looks import look_at
from banmian.reading.wrapping import continued
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Problem
    from banmian.reading.lines import Line
    from banmian.reading.looks import Look


def read_sheet(text: str, encoding: str | None = None, problems: tuple[Problem, ...] = ()) -> Sheet:
    """The page in reading units, in source order, all of them still without a role."""
    sheet = Sheet(text, fold(text), encoding, problems)
    lines = read_lines(text)
    goes_on = continued(lines, [_joined(sheet.folded, line.pieces) for line in lines])
    units = []
    start = 0
    for i, line in enumerate(lines):
        if not goes_on[i]:
            units.append(line if start == i else _unwrapped(text, lines[start : i + 1]))
            start = i + 1
    return compose(sheet, units)


def compose(sheet: Sheet, units: Sequence[Line]) -> Sheet:
    """Sets the units on the sheet as its blocks."""
    proofs = [_Proof(sheet, unit) for unit in units]
    looks = look_at(proofs)
    sheet.blocks = tuple(
        [
            _block(sheet, index, proof, facts)
            for index, (proof, facts) in enumerate(zip(proofs, looks, strict=True))
        ]
    )
    return sheet


class _Proof:
    """A block in the making."""

    __slots__ = ("folded", "kind", "marked", "text", "unit")

    def __init__(self, sheet: Sheet, unit: Line) -> None:
        self.unit = unit
        self.text = _joined(sheet.text, unit.pieces)
        self.folded = _joined(sheet.folded, unit.pieces)
        self.kind = unit.kind
        self.marked = unit.marked


def _block(sheet: Sheet, index: int, proof: _Proof, facts: Look) -> Block:
    unit = proof.unit
    return Block(
        span=unit.span,
        text=proof.text,
        print=Print(
            index,
            unit.pieces,
            proof.folded,
            unit.level,
            unit.bold,
            int(unit.indent),
            unit.kind,
            unit.listed,
            unit.gap,
            facts,
        ),
        sheet=sheet,
    )


def _unwrapped(text: str, lines: Sequence[Line]) -> Line:
    """Hard-wrapped lines as the one paragraph that they are."""
    pieces = lines[0].pieces
    for before, line in zip(lines, lines[1:], strict=False):
        pieces = (*pieces, *_wrap_space(text, before, line), *line.pieces)
    return evolve(lines[0], span=Span(lines[0].span.start, lines[-1].span.end), pieces=pieces)


def _wrap_space(text: str, before: Line, after: Line) -> tuple[Span, ...]:
    """The line break between two Latin words stands for a space; between Han characters for nothing."""
    left, right = text[before.span.end - 1], text[after.span.start]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return (Span(before.span.end, before.span.end + 1),)
    return ()


def _joined(text: str, pieces: Sequence[Span]) -> str:
    if len(pieces) == 1:
        return text[pieces[0].start : pieces[0].end]
    return "".join([text[start:end] for start, end in pieces]).replace("\n", " ").replace("\r", " ")
