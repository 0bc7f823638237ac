"""Whole pages in the margin form: what is read back from their text, and no worse than before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import banmian
from banmian.export.margin import Labelled, read_margin, write_margin
from banmian.scoring import score

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
PERFECT = dict.fromkeys(("role", "bcubed", "pq", "headline", "byline", "join"), 1.0)


def labelled(path: Path) -> Labelled:
    with open(path, encoding="utf-8", newline="") as file:
        return read_margin(file.read())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_holds_its_floors(path: Path, hold_floor: Callable[[str, Mapping[str, float | None]], None]) -> None:
    """No figure of a page falls below what it once reached."""
    page = labelled(path)
    figures = score(banmian.parse(page.text), page)
    hold_floor(path.stem, {**figures.by_name(), "score": figures.score})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_margin_form_is_read_back(path: Path) -> None:
    """What a person labelled survives writing and reading."""
    page = labelled(path)
    assert read_margin(write_margin(page)) == page


def test_seed_is_right_in_every_respect(seed: bytes) -> None:
    """The page that this library was first built for: eight articles, nothing wrong."""
    labels = labelled(Path(__file__).parent / "pages" / "seed.txt")
    assert labels.text == seed.decode("utf-8")
    assert score(banmian.parse(seed), labels).by_name() == PERFECT
