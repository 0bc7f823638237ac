"""Text into blocks: the units that roles are given to.

A block is a paragraph, a heading line, a caption, a credit: one printed line of the text, or the
lines of one hard-wrapped paragraph. Every character that is not white space stands in exactly one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.model import Block, Print, Sheet, Span
from banmian.reading.lines import read_lines
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
    texts = [_joined(sheet.folded, line.pieces) for line in lines]
    goes_on = continued(lines, texts)
    blocks: list[Block] = []
    start = 0
    for i in range(len(lines)):
        if not goes_on[i]:
            blocks.append(_block(sheet, lines[start : i + 1], len(blocks)))
            start = i + 1
    sheet.blocks = tuple(blocks)
    return sheet


def _block(sheet: Sheet, lines: Sequence[Line], index: int) -> Block:
    first = lines[0]
    pieces = first.pieces
    for before, line in zip(lines, lines[1:], strict=False):
        pieces = (*pieces, *_wrap_space(sheet.text, before, line), *line.pieces)
    return Block(
        span=Span(first.span.start, lines[-1].span.end),
        text=_joined(sheet.text, pieces),
        print=Print(
            index=index,
            pieces=pieces,
            folded=_joined(sheet.folded, pieces),
            level=first.level,
            bold=first.bold,
            indent=int(first.indent),
            kind=first.kind,
            listed=first.listed,
            gap=first.gap,
        ),
        sheet=sheet,
    )


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
