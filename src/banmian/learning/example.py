"""A labelled page as something to learn from: what a person says about each of its blocks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from banmian.export.margin import numbered_lines
from banmian.model import Role

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from typing import TypeVar

    from banmian.export.margin import Labelled, Row
    from banmian.labelling import Blocks
    from banmian.model import Block

    T = TypeVar("T", bound=Hashable)


@frozen
class Example:
    """The blocks of a page, and what the labels of their lines say about each."""

    labelled: Labelled
    blocks: Blocks
    #: the roles that are right, the likeliest first; none: not judged
    roles: tuple[tuple[Role, ...], ...]
    #: the label of the article, ``None`` outside any; blocks of which nothing is said are left out
    articles: Mapping[int, str | None]
    #: blocks that go on with the paragraph before them
    joined: frozenset[int]


def example_of(labelled: Labelled, blocks: Blocks) -> Example:
    """What the labels say about the blocks of their page.

    A block takes what most of its characters say: hard-wrapped lines that were read as one paragraph may
    be labelled apart.
    """
    rows = {row.line: row for row in labelled.rows}
    lines = [
        (start, start + len(line), rows[number])
        for number, start, line in numbered_lines(labelled.text)
        if number in rows
    ]
    roles: list[tuple[Role, ...]] = []
    articles: dict[int, str | None] = {}
    joined: set[int] = set()
    at = 0
    for block in blocks:
        while at < len(lines) and lines[at][1] <= block.span.start:
            at += 1
        touched = _touched(block, lines, at)
        roles.append(_most([(row.roles, size) for row, size in touched]) or ())
        placed = [(row.article, size) for row, size in touched if row.placed]
        if placed:
            articles[block.index] = _most(placed)
        if touched and touched[0][0].continues is not None:
            joined.add(block.index)
    return Example(labelled, blocks, tuple(roles), articles, frozenset(joined))


def _touched(block: Block, lines: Sequence[tuple[int, int, Row]], at: int) -> list[tuple[Row, int]]:
    """The rows of the lines that a block stands on, from ``at`` on, and on how many characters of each."""
    found = []
    while at < len(lines) and lines[at][0] < block.span.end:
        start, end, row = lines[at]
        found.append((row, min(end, block.span.end) - max(start, block.span.start)))
        at += 1
    return found


def _most(values: Sequence[tuple[T, int]]) -> T | None:
    sizes: Counter[T] = Counter()
    for value, size in values:
        sizes[value] += size
    return max(sizes, key=lambda value: sizes[value]) if sizes else None
