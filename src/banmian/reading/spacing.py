"""Blanks between characters, where print has none: Tesseract and others set one behind every character.

Such a blank is no text. On a page where most characters stand apart it is left out, as marks are; a line that is
spread on a page of close print (a title over the width of its column) keeps its blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.model import Span
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

HAN = "[\u3400-\u9fff\uf900-\ufaff]"
APART = pattern(rf"{HAN} (?={HAN})")
CLOSE = pattern(rf"{HAN}(?={HAN})")
#: fewer characters that stand apart are names and titles, not a page
LEAST_APART = 60
#: one blank beside a character that is not ASCII; between two Latin words it is a word's end
BLANK = pattern(r"(?<=[^\x00-\x7f\s]) (?=\S|\Z)|(?<=\S) (?=[^\x00-\x7f\s])")


def stands_apart(text: str) -> bool:
    """Whether most characters of a text have a blank behind them.

    >>> stands_apart("本 报 讯 昨 日 ， 大 坝 合 龙 。 " * 12), stands_apart("本报讯 昨日，大坝合龙。" * 12)
    (True, False)
    """
    if text.count(" ") * 4 < len(text):
        return False
    apart = len(APART.findall(text))
    return apart >= LEAST_APART and apart > len(CLOSE.findall(text))


def closed_up(text: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """These pieces of a text without the blanks between characters."""
    closed: list[Span] = []
    for start, end in pieces:
        at = start
        for blank in BLANK.finditer(text, start, end):
            closed.append(Span(at, blank.start()))
            at = blank.end()
        closed.append(Span(at, end))
    return tuple(closed)
