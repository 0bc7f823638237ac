"""Simplified and Traditional: telling them apart, folding for matching, converting for people."""

from __future__ import annotations

from banmian.script.conversion import convert, convert_name, convert_pieces
from banmian.script.detection import detect
from banmian.script.folding import fold

__all__ = ["convert", "convert_name", "convert_pieces", "detect", "fold"]
