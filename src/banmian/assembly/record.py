"""What decides when stories are put together: readings of two things that stand beside each other.

A reading of a block answers what the block looks like; a reading here answers whether two belong
together, with its reason or ``None``. What all rows of a table say adds up, and more than 0 is a yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from attrs import Factory, field, frozen, validators

from banmian.assembly.story import Story
from banmian.heuristics.record import name_of, role_of, weight_of
from banmian.model import Block, Role

Above = TypeVar("Above")
Below = TypeVar("Below")


def _roles(values: Iterable[str]) -> frozenset[Role]:
    return frozenset(map(role_of, (values,) if isinstance(values, str) else values))


@frozen
class _Rule(Generic[Above, Below]):
    reading: Callable[[Above, Below], str | None] = field(validator=validators.is_callable())
    #: added when the reading speaks; negative to speak against
    weight: float = field(converter=weight_of)
    name: str = field(default=Factory(lambda self: name_of(self.reading), takes_self=True), kw_only=True)
    #: the package that it comes from
    origin: str = field(default="banmian", kw_only=True)


@frozen
class Boundary(_Rule[Story, Block]):
    """Whether a new story begins at a block: a reading of the story above it and the block.

    The story is what was counted to it so far: ``head``, ``signatures``, ``body``, ``prose``,
    ``last_text``, ``has_text``, ``ended``. It is asked of a title line, a byline and whatever else stands
    below a text; ``roles`` says of which roles' blocks, of all unless they are given.
    """

    roles: frozenset[Role] = field(default=frozenset(Role), converter=_roles, kw_only=True)


@frozen
class Pairing(_Rule[Story, Story]):
    """Whether a title belongs to a text: one without a text to a text without a title.

    A reading of a story that has but a ``head``, and of a story with ``prose``. It is asked as well of a title
    that ``stands_on`` the text of a title that it ran together with, or on one with which it shares hardly a
    pair.
    """


@frozen
class Join(_Rule[Block, Block]):
    """Whether two blocks that stand one after the other in a story are one paragraph."""


AssemblyRule = Boundary | Pairing | Join
