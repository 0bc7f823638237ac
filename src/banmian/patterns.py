"""Regular expressions, compiled when they are first asked.

Compiling all that this package knows of newspapers takes four times as long as importing it, and nobody
who imports it asks all of it at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Callable

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class Pattern:
    """Stands for a compiled pattern; the first question compiles it, later ones go straight to it."""

    __slots__ = ("flags", "pattern", *METHODS)

    pattern: Any
    flags: int

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # called only as long as the method's slot is empty
        compiled: re.Pattern[Any] = re.compile(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return Pattern, (self.pattern, self.flags)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression of this source, as ``re.compile`` makes it, but not yet.

    An error in the source shows when it is first asked; a test asks them all.

    >>> heading = pattern(r"#{1,6} ")
    >>> heading.match("## 医保").end()
    3
    """
    return cast("re.Pattern[AnyStr]", Pattern(source, flags))
