"""Runs of lines so long that no page prints them: read as one block each.

A reading machine that loops writes the same lines until somebody stops it. Type set from top to bottom, and
tables that were taken apart, come as a character or two on a line. A few such lines are read like any others;
hundreds of them are one thing, and asking about each would take a long time and say nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

#: lines; the longest list of a page of classified notices has about three hundred
MANY = 500
#: one to six lines that stand there four times
CYCLE = pattern(r"^((?:[^\n]++\n++){1,6}?)(?=\1\1\1)", re.MULTILINE)
#: lines of a character or two, blank lines between them or not
SPECKS = pattern(r"^(?:[^\S\n]*+\S{1,2}[^\S\n]*+\n\s*+){2,}+", re.MULTILINE)


class Run(NamedTuple):
    """Lines of a text that are one block: from where to where, and how often one thing stands there."""

    start: int
    end: int
    copies: int  #: of the lines before it; 0 for lines of a character or two


def long_runs(text: str) -> list[Run]:
    """The runs of a text, in its order; its lines end with ``\\n``."""
    if text.count("\n") < MANY:
        return []
    found: list[Run] = []
    at = 0
    for loop in (*_loops(text), Run(len(text), len(text), 0)):
        for specks in SPECKS.finditer(text, at, loop.start):
            if len(specks.group().split()) >= MANY:
                found.append(Run(specks.start(), specks.end(), 0))
        if loop.copies:
            found.append(loop)
        at = loop.end
    return found


def _loops(text: str) -> Iterator[Run]:
    """What a reading machine wrote again and again, without the first time."""
    at = 0
    while cycle := CYCLE.search(text, at):
        lines = cycle.group(1)
        at = first = cycle.end()
        while text.startswith(lines, at):
            at += len(lines)
        copies = (at - first) // len(lines)
        if copies * lines.count("\n") >= MANY and not lines.isspace():
            yield Run(first, at, copies)
