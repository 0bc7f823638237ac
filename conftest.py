"""What the examples in docstrings may use without importing it."""

from __future__ import annotations

import pytest

import banmian

#: adapters of engines, which few have installed; tests/engines runs them
collect_ignore = ["src/banmian/engines"]


@pytest.fixture(autouse=True)
def names_in_examples(doctest_namespace: dict[str, object]) -> None:
    """A reading is shown on blocks; how they come about would hide the point."""
    doctest_namespace["read_blocks"] = banmian.read_blocks
