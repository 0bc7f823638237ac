"""banmian (版面): the text of one whole Chinese newspaper page, and its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.assembly.record import Boundary, Join, Pairing
from banmian.assembly.table import DEFAULT_ASSEMBLY
from banmian.grammar.byline import find_bylines
from banmian.grammar.dateline import find_dateline
from banmian.grammar.folio import find_folio
from banmian.grammar.jump import find_jumps
from banmian.heuristics import DEFAULT_HEURISTICS, Heuristic
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
from banmian.parser import Parser, ReadingError
from banmian.plugins import installed_heuristics
from banmian.script import convert
from banmian.stitching import stitch

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from banmian.export.margin import Labelled

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

_DEFAULT = Parser()


def parse(data: bytes | str, encoding: str | None = None) -> Page:
    """The page in ``data``: bytes in any Chinese encoding, or text.

    ``encoding`` is what the bytes are declared to be; it wins if it decodes them. Any text makes a
    page; what went wrong is in ``page.problems``. Anything but bytes and text is a ``TypeError``.
    """
    return _DEFAULT.parse(data, encoding)


def parse_file(path: str | os.PathLike[str], encoding: str | None = None) -> Page:
    """The page in a file; a missing file is an ``OSError``, as for ``open``."""
    return _DEFAULT.parse_file(path, encoding)


def read_blocks(data: bytes | str, encoding: str | None = None) -> tuple[Block, ...]:
    """The page in reading units, without roles yet."""
    return _DEFAULT.read_blocks(data, encoding)


def label(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their roles, and every vote with its reason."""
    return _DEFAULT.label(blocks)


def tune(labelled_pages: Iterable[Labelled], parser: Parser | None = None, *, seed: int = 0) -> Parser:
    """A parser whose weights were fitted to pages that people labelled.

    Pages come from ``banmian.export.margin.read_margin`` or ``banmian.scoring.read_gold``; ``parser``
    is where the weights start, the defaults unless it is given. Pages are held back in turn to see
    whether tuning helps; if it does not, the parser comes back as it was. Deterministic for a seed.
    Fewer than two pages are a ``ValueError``.
    """
    from banmian.learning.tune import fit

    return fit(labelled_pages, parser or _DEFAULT, seed=seed).parser


def assemble(blocks: Iterable[Block]) -> Page:
    """The page that these blocks make; correct a role by hand and assemble again."""
    return _DEFAULT.assemble(blocks)
