"""banmian (版面): the text of one whole Chinese newspaper page, and its articles."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from banmian.model import (
    Article,
    Block,
    Byline,
    BylineRole,
    Caption,
    Date,
    Dateline,
    Direction,
    Folio,
    Issue,
    Jump,
    Page,
    Paragraph,
    Part,
    Problem,
    ProblemKind,
    Role,
    Script,
    Section,
    Span,
    Staff,
    Vote,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from banmian.assembly.record import Boundary, Join, Pairing
    from banmian.assembly.table import DEFAULT_ASSEMBLY
    from banmian.export.margin import Labelled
    from banmian.grammar.byline import find_bylines
    from banmian.grammar.dateline import find_dateline
    from banmian.grammar.folio import find_folio
    from banmian.grammar.jump import find_jumps
    from banmian.heuristics import DEFAULT_HEURISTICS, Heuristic
    from banmian.parser import Parser, ReadingError
    from banmian.plugins import installed_heuristics
    from banmian.script import convert
    from banmian.stitching import stitch

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_ASSEMBLY",
    "DEFAULT_HEURISTICS",
    "Article",
    "Block",
    "Boundary",
    "Byline",
    "BylineRole",
    "Caption",
    "Date",
    "Dateline",
    "Direction",
    "Folio",
    "Heuristic",
    "Issue",
    "Join",
    "Jump",
    "Page",
    "Pairing",
    "Paragraph",
    "Parser",
    "Part",
    "Problem",
    "ProblemKind",
    "ReadingError",
    "Role",
    "Script",
    "Section",
    "Span",
    "Staff",
    "Vote",
    "assemble",
    "convert",
    "find_bylines",
    "find_dateline",
    "find_folio",
    "find_jumps",
    "installed_heuristics",
    "label",
    "parse",
    "parse_file",
    "read_blocks",
    "stitch",
    "tune",
]

#: What is not imported before somebody asks for it, so that ``import banmian`` is quick (PEP 562).
_ROOMS = {
    "banmian.assembly.record": ("Boundary", "Join", "Pairing"),
    "banmian.assembly.table": ("DEFAULT_ASSEMBLY",),
    "banmian.grammar.byline": ("find_bylines",),
    "banmian.grammar.dateline": ("find_dateline",),
    "banmian.grammar.folio": ("find_folio",),
    "banmian.grammar.jump": ("find_jumps",),
    "banmian.heuristics": ("DEFAULT_HEURISTICS", "Heuristic"),
    "banmian.parser": ("Parser", "ReadingError"),
    "banmian.plugins": ("installed_heuristics",),
    "banmian.script": ("convert",),
    "banmian.stitching": ("stitch",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


if not TYPE_CHECKING:  # or a checker would take any misspelt name for one of these

    def __getattr__(name: str) -> object:
        if name not in _ROOM_OF:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = globals()[name] = getattr(import_module(_ROOM_OF[name]), name)
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


@cache
def _default() -> Parser:
    from banmian.parser import Parser

    return Parser()


def parse(data: bytes | str, encoding: str | None = None) -> Page:
    """The page in ``data``: bytes in any Chinese encoding, or text.

    ``encoding`` is what the bytes are declared to be; it wins if it decodes them. Any text makes a
    page; what went wrong is in ``page.problems``. Anything but bytes and text is a ``TypeError``.
    """
    return _default().parse(data, encoding)


def parse_file(path: str | os.PathLike[str], encoding: str | None = None) -> Page:
    """The page in a file; a missing file is an ``OSError``, as for ``open``."""
    return _default().parse_file(path, encoding)


def read_blocks(data: bytes | str, encoding: str | None = None) -> tuple[Block, ...]:
    """The page in reading units, without roles yet."""
    return _default().read_blocks(data, encoding)


def label(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their roles, and every vote with its reason."""
    return _default().label(blocks)


def tune(labelled_pages: Iterable[Labelled], parser: Parser | None = None, *, seed: int = 0) -> Parser:
    """A parser whose weights were fitted to pages that people labelled.

    Pages come from ``banmian.export.margin.read_margin`` or ``banmian.scoring.read_gold``; ``parser``
    is where the weights start, the defaults unless it is given. Pages are held back in turn to see
    whether tuning helps; if it does not, the parser comes back as it was. Deterministic for a seed.
    A page that is given more than once counts once. Fewer than two pages are a ``ValueError``.
    """
    from banmian.learning.tune import fit

    return fit(labelled_pages, parser or _default(), seed=seed).parser


def assemble(blocks: Iterable[Block]) -> Page:
    """The page that these blocks make; correct a role by hand and assemble again."""
    return _default().assemble(blocks)
