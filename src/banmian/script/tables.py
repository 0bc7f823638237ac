"""The tables of this package, read from ``banmian/data``."""

from __future__ import annotations

from pkgutil import get_data


def lines_of(name: str) -> list[str]:
    """The lines of a data file, without its header and blank lines."""
    data = get_data("banmian", f"data/{name}")
    if data is None:
        message = f"banmian/data/{name} is missing: the installation is incomplete, install banmian again."
        raise FileNotFoundError(message)
    return [line for line in data.decode("utf-8").split("\n") if line and line[0] != "#"]


class CharacterTable(dict[int, str]):
    """A table for ``str.translate`` that grows by the characters that stand for themselves.

    ``str.translate`` answers a missing key three times slower than a found one.
    """

    def __missing__(self, code: int) -> str:
        character = self[code] = chr(code)
        return character
