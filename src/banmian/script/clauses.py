"""Which script each part of a text is in: the whole, its lines, and in a line of both the clauses.

A Simplified story quotes a Traditional letter, a Hong Kong story a notice from the mainland. Text that is
Traditional already must not be converted as if it were Simplified (里長 is no 裏長), so each clause counts
for itself, and what decides nothing goes with the quotation, the line, and the text that it stands in.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Script
from banmian.patterns import pattern
from banmian.script.detection import QUOTATION, is_japanese, may_hold_japanese, weigh
from banmian.script.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: What ends a clause. No phrase of the dictionaries crosses it: these are the separators of the dependency.
MARKS = frozenset(
    "-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼"
    "︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
)
SEPARATOR = pattern(rf"[\s{re.escape(''.join(MARKS))}]")
_CLAUSE = pattern(rf"[^\s{re.escape(''.join(MARKS))}]+")


class Run(NamedTuple):
    """A part of a text that is in one script."""

    start: int
    end: int
    script: Script


def runs_of(text: str, around: Script) -> list[Run]:
    """The parts of a text by the script that they are in, in order, all of it.

    ``around`` is the script of what decides nothing by itself, simplified or traditional. What is Japanese
    is called mixed.

    >>> [(run.start, run.script.value) for run in runs_of("他念道：“里長宣布請吃飯。”头发白了", Script.SIMPLIFIED)]
    [(0, 'simplified'), (4, 'traditional'), (14, 'simplified')]
    """
    runs = _runs_in_chinese(text, around)
    return _less(runs, _japanese_in(text)) if may_hold_japanese(text) else runs


def _japanese_in(text: str) -> Iterator[tuple[int, int]]:
    """The lines in Japanese, and in other lines the clauses."""
    for line in _LINE.finditer(text):
        if is_japanese(line.group()):
            yield line.span()
        else:
            clauses = _CLAUSE.finditer(text, *line.span())
            yield from [clause.span() for clause in clauses if is_japanese(clause.group())]


_LINE = pattern(r"[^\n]+")


def _less(runs: Sequence[Run], foreign: Iterable[tuple[int, int]]) -> list[Run]:
    """The runs, with what is in another language as mixed runs among them."""
    found: list[Run] = []
    holes = iter(foreign)
    low, high = next(holes, NOWHERE)
    for start, end, script in runs:
        at = start
        while low < end:
            _add(found, at, max(low, at), script)
            _add(found, max(low, at), min(high, end), Script.MIXED)
            at = min(high, end)
            if high > end:
                break  # the rest of it stands in the next run
            low, high = next(holes, NOWHERE)
        _add(found, at, end, script)
    return found


NOWHERE = (sys.maxsize, sys.maxsize)


def _runs_in_chinese(text: str, around: Script) -> list[Run]:
    other = OTHER[around]
    if not holds(other, text):
        return [Run(0, len(text), around)]
    if not holds(around, text):
        return [Run(0, len(text), other)]
    runs: list[Run] = []
    end = 0
    for found in _only_in(other).finditer(text):
        if found.start() < end:
            continue
        start = max(text.rfind("\n", end, found.start()) + 1, end)
        _add(runs, end, start, around)
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _add_line(runs, text[start:end], start, around)
    _add(runs, end, len(text), around)
    return runs


OTHER = {Script.SIMPLIFIED: Script.TRADITIONAL, Script.TRADITIONAL: Script.SIMPLIFIED}


def holds(script: Script, text: str) -> bool:
    """Whether a text holds a character that only this script prints."""
    return _only_in(script).search(text) is not None


def _add(runs: list[Run], start: int, end: int, script: Script) -> None:
    if start == end:
        return
    if runs and runs[-1].script is script:
        start = runs.pop().start
    runs.append(Run(start, end, script))


def _add_line(runs: list[Run], line: str, start: int, around: Script) -> None:
    """The runs of a line that holds both scripts, or the one that is not around it."""
    frame = weigh(QUOTATION.sub("", line)).leaning
    frame = around if frame is Script.MIXED else frame
    at = 0
    for quotation in QUOTATION.finditer(line):
        _add_clauses(runs, line, at, quotation.start(), start, frame)
        at = quotation.end()
        _add_clauses(runs, line, quotation.start(), at, start, _own_script(quotation.group(), frame))
    _add_clauses(runs, line, at, len(line), start, frame)


def _add_clauses(runs: list[Run], line: str, low: int, high: int, offset: int, around: Script) -> None:
    at = low
    for clause in _CLAUSE.finditer(line, low, high):
        script = _own_script(clause.group(), around)
        _add(runs, offset + at, offset + clause.start(), runs[-1].script if runs and at > low else around)
        _add(runs, offset + clause.start(), offset + clause.end(), script)
        at = clause.end()
    _add(runs, offset + at, offset + high, around)


def _own_script(text: str, around: Script) -> Script:
    """The script that leads in a text; it takes two characters to be Simplified in the midst of Traditional.

    One may be the odd 双 or 体 of handwriting. The other way round one is enough, since not to convert a
    clause does less harm than to convert what is Traditional as if it were Simplified.
    """
    simplified, traditional = weigh(text)
    if simplified == traditional or (simplified == 1 and not traditional and around is Script.TRADITIONAL):
        return around
    return Script.SIMPLIFIED if simplified > traditional else Script.TRADITIONAL


@cache
def _only_in(script: Script) -> re.Pattern[str]:
    """Finds the characters that only one script prints, and those of other planes."""
    characters = "".join(lines_of(f"script_{script}.txt"))
    # One range for all that are beyond the basic plane, since a class of many searches slowly.
    plane = [character for character in characters if character <= "\uffff"]
    return re.compile(f"[{''.join(sorted(plane))}\U00020000-\U0003ffff]")
