"""The grammar of newspaper print: strings into values, bylines, datelines, jumps and folios."""

from __future__ import annotations

from banmian.grammar.byline import find_bylines
from banmian.grammar.dateline import find_dateline
from banmian.grammar.folio import find_folio
from banmian.grammar.jump import find_jumps

__all__ = ["find_bylines", "find_dateline", "find_folio", "find_jumps"]
