"""A heuristic: a reading, the role that it speaks for, and how much it counts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from attrs import Factory, field, frozen, validators

from banmian.model import Block, Role

Reading = Callable[[Block], str | None]
#: of the blocks of a page, which are asked, by their indexes
Among = Callable[[tuple[Block, ...]], Iterable[int]]


#: attributes of ``block.look`` that a heuristic may ask for before it is asked itself
FACTS = (
    "titular",
    "prose",
    "closed",
    "unfinished",
    "credit",
    "photo",
    "lede",
    "signed",
    "dateline",
    "jump",
    "folio",
    "row",
)


# attrs looks at the signature of a converter; that of a class takes long to find out
def role_of(value: str) -> Role:
    try:
        return Role(value)
    except ValueError:
        raise ValueError(f"no role is called {value!r}{or_nearly(str(value), Role)}") from None


def weight_of(value: float | str) -> float:
    try:
        weight = float(value)
    except (TypeError, ValueError) as error:
        raise type(error)(f"a weight is a finite number, not {value!r}") from None
    if not math.isfinite(weight):
        raise ValueError(f"a weight is a finite number, not {value!r}")
    return weight


def no_reason(answer: object) -> TypeError:
    """What is wrong with an answer that is neither a reason nor ``None``: ``False``, say, or nothing in words."""
    return TypeError(f"a reading answers with its reason, a str, or with None, not with {printed(answer)}")


def printed(value: object) -> str:
    """A value from anybody, for a message: its ``repr``, or its type if that fails, too."""
    try:
        return repr(value)
    except Exception:
        return f"<{type(value).__name__}>"


def or_nearly(name: str, known: Iterable[str]) -> str:
    """What somebody may have meant, for the end of an error's message."""
    from difflib import get_close_matches  # rarely needed

    near = get_close_matches(name, sorted(known), n=3)
    return f"; did you mean {' or '.join(near)}?" if near else ""


@frozen
class Heuristic:
    """A reading of a block that votes for a role.

    ``reading`` gets a block and answers with its reason, in words, or ``None``. ``weight`` is added to
    the role's score when it speaks; a negative weight speaks against the role. Rows of the table may
    share a name: one observation that bears on several roles.

    The other fields say of which blocks it is asked: of all, unless they are given. They change no
    answer; they spare questions whose answer is known to be ``None``.
    """

    reading: Reading = field(validator=validators.is_callable())
    role: Role = field(converter=role_of)
    weight: float = field(converter=weight_of)
    name: str = field(
        default=Factory(lambda self: name_of(self.reading), takes_self=True),
        kw_only=True,
        validator=validators.instance_of(str),
    )
    #: blocks with more characters are not asked, because no answer could change their role
    longest: int | None = field(default=None, kw_only=True)
    #: only lines that could be titles by their shape are asked
    titular: bool = field(default=False, kw_only=True)
    #: only blocks are asked of whose ``look`` this is true: ``credit``, ``photo``, ``folio`` …
    fact: str | None = field(default=None, kw_only=True, validator=validators.optional(validators.in_(FACTS)))
    #: only blocks are asked of whose neighbour's ``look`` this is true, of the block above or below
    above: str | None = field(
        default=None, kw_only=True, validator=validators.optional(validators.in_(FACTS))
    )
    below: str | None = field(
        default=None, kw_only=True, validator=validators.optional(validators.in_(FACTS))
    )
    #: only blocks are asked in whose folded text one of these characters stands
    cues: str = field(default="", kw_only=True)
    #: only blocks are asked whose folded text begins with one of these characters
    opening: str = field(default="", kw_only=True)
    #: only these blocks of a page are asked; found out once for the page
    among: Among | None = field(default=None, kw_only=True)
    #: where it is asked, no other reading of banmian's is: none could change the role (others' are)
    settles: bool = field(default=False, kw_only=True)
    #: the package that it comes from
    origin: str = field(default="banmian", kw_only=True)


def name_of(reading: Reading) -> str:
    """What a reading is called in the table: the name of its function."""
    return str(getattr(reading, "__name__", type(reading).__name__))
