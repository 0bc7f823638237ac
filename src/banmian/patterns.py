"""Regular expressions, compiled when they are first asked.

Compiling all that this package knows of newspapers takes four times as long as importing it, and nobody
who imports it asks all of it at once.
"""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]  # how the standard library takes a pattern apart
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return Pattern, (self.pattern, self.flags)


class _Compiled:
    """A pattern that was compiled: the same without ``__getattr__``, which makes every question slow."""

    __slots__ = Pattern.__slots__
    __reduce__ = Pattern.__reduce__

    if TYPE_CHECKING:
        pattern: Any
        flags: int


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression of this source, as ``re.compile`` makes it, but not yet.

    An error in the source shows when it is first asked; a test asks them all.

    >>> heading = pattern(r"#{1,6} ")
    >>> heading.match("## 医保").end()
    3
    """
    return cast("re.Pattern[AnyStr]", Pattern(source, flags))


def telling_words(source: str) -> frozenset[str]:
    """Words of one or two characters, one of which stands in whatever a pattern finds.

    A text that has none of them need not be searched. A branch of the pattern that asks for no character
    in particular is a ``ValueError``.

    >>> sorted(telling_words(r"特此(?:声明|公告)|限\\d+日内|聘[男女]工?"))
    ['日内', '特此', '聘']
    """
    words = _told_by(_parser.parse(source))
    if not words:
        raise ValueError(f"nothing tells where {source!r} may be found")
    return frozenset(words)


def _told_by(tokens: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The words that tell of a row of tokens: two characters beside each other, or the fewest branches."""
    told: list[set[str]] = []
    before = ""
    for kind, value in tokens:
        name = str(kind)
        here = chr(value) if name == "LITERAL" else ""
        if here:
            told.append({here})
            if before and _worth(before + here):
                told.append({before + here})
        elif name == "BRANCH":
            branches = [_told_by(branch) for branch in value[1]]
            if None not in branches:
                told.append(set().union(*[branch for branch in branches if branch]))
        elif name == "SUBPATTERN":
            told += filter(None, [_told_by(value[-1])])
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0]:
            told += filter(None, [_told_by(value[2])])
        elif name == "IN" and all(str(one) == "LITERAL" for one, _ in value):
            told.append({chr(code) for _, code in value})
        before = here
    # two characters tell more than one, a Han character more than a figure or a mark
    return max(told, key=lambda words: (min(map(_worth, words)), -len(words)), default=None)


def _worth(word: str) -> int:
    return len(word) if all("\u3400" <= character <= "\u9fff" for character in word) else 0
