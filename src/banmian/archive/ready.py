"""Makes a process ready to read: imported by the one that the others are forked from, it reads a page."""

from __future__ import annotations

from banmian.archive.rows import Reader
from banmian.archive.workers import A_PAGE

Reader().parser.parse(A_PAGE)
