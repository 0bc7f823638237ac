"""Regions of print that may be credits, and what a form makes of one.

A form takes the region and answers with the credits, with the region that is left to be read, with several, or
with nothing, if the region is not of its form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from banmian.grammar.fields import trimmed
from banmian.grammar.parts import Setting
from banmian.model import Byline

LONGEST_CREDIT = 160
CLOSERS = {"（": "）", "【": "】"}


class Region(NamedTuple):
    """A stretch of print that may be credits."""

    text: str
    folded: str
    start: int
    end: int
    setting: Setting
    house: str | None = None  #: printed before the bracket that the region was in: 中國時報【X】

    def ends_with(self, *endings: str) -> bool:
        return self.folded.endswith(endings, self.start, self.end)

    def begins_with(self, *beginnings: str) -> bool:
        return self.folded.startswith(beginnings, self.start, self.end)

    def without(self, behind: re.Pattern[str], reach: int, *hints: str) -> Region | None:
        """The region without what the pattern finds at its end; the hints are searched for first."""
        near = max(self.start, self.end - reach)
        if hints and not any(self.folded.find(hint, near, self.end) >= 0 for hint in hints):
            return None
        found = behind.search(self.folded, near, self.end)
        return self._replace(end=found.start()) if found else None

    def quoted(self, match: re.Match[str], group: str) -> str:
        """What is printed where a group matched."""
        return self.text[slice(*match.span(group))]


class Read(NamedTuple):
    """The credits of a region that a form has read to its end; ``None`` if they are none after all."""

    credits: tuple[Byline, ...] | None


class Several(NamedTuple):
    """Regions to be read by themselves, and what their credits are together; ``None`` if they are no form."""

    regions: tuple[Region, ...]
    together: Callable[[list[tuple[Byline, ...] | None]], Read | None]


Form = Callable[[Region], "Region | Read | Several | None"]


def without_brackets(folded: str, start: int, end: int) -> tuple[int, int]:
    """Inside the brackets, where one pair encloses all."""
    while (
        end - start > 2
        and folded[start] in CLOSERS
        and folded.find(CLOSERS[folded[start]], start, end) == end - 1
    ):
        start, end = trimmed(folded, start + 1, end - 1)
    return start, end
