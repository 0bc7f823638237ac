"""Heuristics that other packages offer, under the entry point group ``banmian.heuristics``.

In a package's ``pyproject.toml``:

    [project.entry-points."banmian.heuristics"]
    lamp = "our_paper.rules:HEURISTICS"

The command loads them by itself, the library never: what ``banmian.parse`` gives back does not depend
on what is installed beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.assembly.record import AssemblyRule
from banmian.heuristics import Heuristic

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "banmian.heuristics"


def installed_heuristics() -> tuple[Heuristic | AssemblyRule, ...]:
    """The heuristics of all installed packages, by package and entry point, their origin set.

    Rules of assembly (``Boundary``, ``Pairing``, ``Join``) may be among them.
    ``Parser().with_heuristics(*installed_heuristics())`` reads with them. An entry point that cannot be
    loaded, or that is no sequence of such rules, is an ``ImportError`` that names it and its package.
    """
    from importlib.metadata import entry_points  # takes a third of the time of importing banmian

    found = sorted(entry_points(group=GROUP), key=lambda point: (_package(point), point.name))
    return tuple(evolve(one, origin=_package(point)) for point in found for one in _offered(point))


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else point.value.partition(":")[0]


def _offered(point: EntryPoint) -> tuple[Heuristic | AssemblyRule, ...]:
    place = f"heuristics {point.name!r} of the package {_package(point)}"
    try:
        offered = tuple(point.load())
    except Exception as error:  # the package may be anybody's
        raise ImportError(f"the {place} cannot be loaded: {error!r}") from error
    for one in offered:
        if not isinstance(one, Heuristic | AssemblyRule):
            raise ImportError(f"the {place} are to be a sequence of Heuristic, but hold {one!r}")
    return offered
