"""A heuristic: a reading, the role that it speaks for, and how much it counts."""

from __future__ import annotations

from collections.abc import Callable

from attrs import Factory, field, frozen, validators

from banmian.model import Block, Role

Reading = Callable[[Block], str | None]


@frozen
class Heuristic:
    """A reading of a block that votes for a role.

    ``reading`` gets a block and answers with its reason, in words, or ``None``. ``weight`` is added to
    the role's score when it speaks; a negative weight speaks against the role. Rows of the table may
    share a name: one observation that bears on several roles.
    """

    reading: Reading
    role: Role = field(converter=Role)
    weight: float = field(converter=float)
    name: str = field(
        default=Factory(lambda self: name_of(self.reading), takes_self=True),
        kw_only=True,
        validator=validators.instance_of(str),
    )
    #: blocks with more characters are not asked, because no answer could change their role
    longest: int | None = field(default=None, kw_only=True)
    #: only lines that could be titles by their shape are asked
    titular: bool = field(default=False, kw_only=True)
    #: the package that it comes from
    origin: str = field(default="banmian", kw_only=True)


def name_of(reading: Reading) -> str:
    """What a reading is called in the table: the name of its function."""
    return str(getattr(reading, "__name__", type(reading).__name__))
