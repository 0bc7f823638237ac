"""The lines of a text that somebody asks the grammar about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines_of(text: str, asker: str) -> Iterator[tuple[int, str, str]]:
    """Each line: where it begins, as printed, and as folded for matching.

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
        yield start, text[start:end], line
        start = end + 1
