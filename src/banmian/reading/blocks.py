"""Text into blocks: the units that roles are given to.

A block is a paragraph, a heading line, a caption, a credit: one printed line of the text, or the
lines of one hard-wrapped paragraph. Every character that is not white space stands in exactly one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from banmian.model import Block, Role, Sheet, Span, UnreadBlock
from banmian.reading.labels import without_labels
from banmian.reading.lines import read_lines
from banmian.reading.looks import take_looks
from banmian.reading.wrapping import continued

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Problem
    from banmian.reading.lines import Line


def read_sheet(text: str, encoding: str | None = None, problems: tuple[Problem, ...] = ()) -> Sheet:
    """The page in reading units, in source order, all of them still without a role."""
    sheet = Sheet(text, encoding, problems)
    lines = read_lines(text)
    texts = [joined(sheet.folded, line.pieces) for line in lines]
    if not without_labels(sheet.folded, lines, texts):
        sheet.labels = False
    goes_on = continued(lines, texts)
    units = []
    folded = []
    start = 0
    for i, line in enumerate(lines):
        if goes_on[i]:
            continue
        if start < i:
            line = _unwrapped(text, lines[start : i + 1])
            texts[i] = joined(sheet.folded, line.pieces)
        units.append(line)
        folded.append(texts[i])
        start = i + 1
    compose(sheet, units, folded)
    take_looks(sheet)  # every reading will ask
    return sheet


def compose(sheet: Sheet, units: Sequence[Line], folded: Sequence[str] | None = None) -> Sheet:
    """Sets the units on the sheet as its blocks; with their ``folded`` texts, if all will be asked at once."""
    text = sheet.text
    blocks = []
    for index, unit in enumerate(units):
        block = _Draft()
        block.span, block.pieces = unit.span, unit.pieces
        block.text = printed = joined(text, unit.pieces)
        block.role, block.article, block.ballot, block.margin = Role.PARAGRAPH, None, (), 0.0
        block.index = index
        block.level, block.bold, block.indent = unit.level, unit.bold, int(unit.indent)
        block.kind, block.listed, block.gap = unit.kind, unit.listed, unit.gap
        block.sheet = sheet
        if folded is None:
            block.__class__ = UnreadBlock  # type: ignore[assignment]
        else:
            # most lines of a Simplified page are printed as they are matched: one string for both
            block.folded = printed if printed == folded[index] else folded[index]
            block.__class__ = Block  # type: ignore[assignment]
        blocks.append(block)
    sheet.blocks = tuple(cast("list[Block]", blocks))
    return sheet


class _Draft:
    """A block in the making, the same in memory and not frozen yet.

    Each field of a frozen value is set through a call, which takes five times as long, and a block has
    fifteen: that was a tenth of the time of reading a page.
    """

    __slots__ = vars(Block)["__slots__"]

    if TYPE_CHECKING:

        def __setattr__(self, name: str, value: object) -> None: ...


def _unwrapped(text: str, lines: Sequence[Line]) -> Line:
    """Hard-wrapped lines as the one paragraph that they are."""
    pieces = [*lines[0].pieces]
    for before, line in pairwise(lines):
        pieces += _wrap_space(text, before, line)
        pieces += line.pieces
    return lines[0]._replace(span=Span(lines[0].span.start, lines[-1].span.end), pieces=tuple(pieces))


def _wrap_space(text: str, before: Line, after: Line) -> tuple[Span, ...]:
    """The line break between two Latin words stands for a space; between Han characters for nothing."""
    left, right = text[before.span.end - 1], text[after.span.start]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return (Span(before.span.end, before.span.end + 1),)
    return ()


def joined(text: str, pieces: Sequence[Span]) -> str:
    """What stands in these places of a text, line breaks as spaces."""
    if len(pieces) == 1:
        start, end = pieces[0]
        return text[start:end]
    return "".join([text[start:end] for start, end in pieces]).replace("\n", " ").replace("\r", " ")
