"""Text into blocks: the units that roles are given to.

A block is a paragraph, a heading line, a caption, a credit: one printed line of the text, or the
lines of one hard-wrapped paragraph. Every character that is not white space stands in exactly one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Block, Sheet, Span
from banmian.reading.lines import read_lines
from banmian.reading.looks import look_at
from banmian.reading.wrapping import continued
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Problem
    from banmian.reading.lines import Line


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
    text, folded = sheet.text, sheet.folded
    proofs = [
        Proof(_joined(text, unit.pieces), _joined(folded, unit.pieces), unit.marked, unit.kind)
        for unit in units
    ]
    sheet.blocks = tuple(
        [
            Block(
                unit.span,
                proof.text,
                index=index,
                pieces=unit.pieces,
                folded=proof.folded,
                level=unit.level,
                bold=unit.bold,
                indent=int(unit.indent),
                kind=unit.kind,
                listed=unit.listed,
                gap=unit.gap,
                look=look,
                sheet=sheet,
            )
            for index, (unit, proof, look) in enumerate(zip(units, proofs, look_at(proofs), strict=True))
        ]
    )
    return sheet


class Proof(NamedTuple):
    """A block in the making."""

    text: str
    folded: str
    marked: bool
    kind: str


def _unwrapped(text: str, lines: Sequence[Line]) -> Line:
    """Hard-wrapped lines as the one paragraph that they are."""
    pieces = lines[0].pieces
    for before, line in pairwise(lines):
        pieces = (*pieces, *_wrap_space(text, before, line), *line.pieces)
    return lines[0]._replace(span=Span(lines[0].span.start, lines[-1].span.end), pieces=pieces)


def _wrap_space(text: str, before: Line, after: Line) -> tuple[Span, ...]:
    """The line break between two Latin words stands for a space; between Han characters for nothing."""
    left, right = text[before.span.end - 1], text[after.span.start]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return (Span(before.span.end, before.span.end + 1),)
    return ()


def _joined(text: str, pieces: Sequence[Span]) -> str:
    if len(pieces) == 1:
        start, end = pieces[0]
        return text[start:end]
    return "".join([text[start:end] for start, end in pieces]).replace("\n", " ").replace("\r", " ")
