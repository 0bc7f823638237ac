"""What a function accepts, and a ``TypeError`` that says so in plain words for anything else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from types import UnionType

T = TypeVar("T")


def all_of(kind: type[T] | UnionType, values: Iterable[T], wanted: str) -> tuple[T, ...]:
    """The values, if all are of a kind; ``wanted`` begins the message of the ``TypeError``."""
    if isinstance(values, kind):
        raise TypeError(f"{wanted}; one by itself goes into a list")
    if not isinstance(values, Iterable):
        raise TypeError(f"{wanted}, not {described(values)}")
    found = tuple(values)
    for value in found:
        if not isinstance(value, kind):
            raise TypeError(f"{wanted}, not {described(value)}")
    return found


def described(value: object) -> str:
    """What somebody gave, in a word or two.

    >>> described(["深圳"]), described(len), described(int)
    ('a list', 'the function len', 'the class int')
    """
    if isinstance(value, type):
        return f"the class {value.__name__}"
    name = getattr(value, "__name__", None)
    if callable(value) and isinstance(name, str):
        return f"the function {name}"
    kind = type(value).__name__
    return kind if value is None else f"{'an' if kind[0] in 'AEIOUaeiou' else 'a'} {kind}"
