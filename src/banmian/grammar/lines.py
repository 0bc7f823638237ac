"""The lines of a text that somebody asks the grammar about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


#: **本报讯**, _摄影_, ## 本报记者 X, <b>本报记者 X</b>: marks of headings and emphasis, which nobody printed
MARKUP = pattern(
    r"\*+|(?<![^\W_])_+|_+(?![^\W_])|\A[ ]{0,3}#{1,6}(?=[ ])|</?[A-Za-z][A-Za-z0-9]{0,9}(?:[ ][^<>]{0,200})?/?>"
)
HAS_MARKUP = pattern(r"[*_#<]")


def lines_of(text: str, asker: str) -> Iterator[tuple[int, str, str]]:
    """Each line: where it begins, as printed, and as folded for matching, blanks instead of markup.

    Raises TypeError, in the name of the function that was asked, for anything but a string.

    >>> list(lines_of("本報訊\\n昨日", "find_dateline"))
    [(0, '本報訊', '本报讯'), (4, '昨日', '昨日')]
    """
    if not isinstance(text, str):
        given = type(text).__name__
        advice = "; decode bytes first, or let banmian.parse do it" if given == "bytes" else ""
        message = f"{asker} takes a str, not {given}{advice}"
        raise TypeError(message)
    start = 0
    for line in fold(text).split("\n"):
        end = start + len(line)
        yield start, text[start:end], MARKUP.sub(_blanks, line) if HAS_MARKUP.search(line) else line
        start = end + 1


def _blanks(mark: re.Match[str]) -> str:
    """As many blanks, so that what is found keeps its place."""
    return " " * len(mark[0])
