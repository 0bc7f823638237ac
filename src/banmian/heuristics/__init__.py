"""What a block looks like: small functions that vote, and the one table of them all."""

from __future__ import annotations

from banmian.heuristics.record import Heuristic, Reading
from banmian.heuristics.table import DEFAULT_HEURISTICS, FOLLOWS

__all__ = ["DEFAULT_HEURISTICS", "FOLLOWS", "Heuristic", "Reading"]
