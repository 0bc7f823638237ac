"""Tuned on any half of pages of many papers, the other half is read no worse than by the defaults.

On the labelled pages beside the repository, if they are there, and on those of ``tests/pages``.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from banmian import Parser, tune
from banmian.export.margin import Labelled, read_margin
from banmian.scoring import read_gold, score

ROOT = Path(__file__).parent.parent.parent
GOLD = sorted(table.parent for table in (ROOT.parent / "shared" / "gold").glob("*/gold.tsv"))
HALVES = 5


def mean(parser: Parser, pages: list[Labelled]) -> float:
    return sum(score(parser.parse(page.text), page).score for page in pages) / len(pages)


def no_worse(pages: list[Labelled], seed: int) -> None:
    shuffled = random.Random(seed).sample(pages, len(pages))
    half, other = shuffled[: len(pages) // 2], shuffled[len(pages) // 2 :]
    assert mean(tune(half), other) >= mean(Parser(), other)


@pytest.mark.skipif(not GOLD, reason="no labelled newspaper pages beside the repository")
@pytest.mark.parametrize("seed", range(HALVES))
def test_any_half_of_the_gold_pages(seed: int) -> None:
    """Five random halves of pages of real newspapers."""
    no_worse([read_gold(folder) for folder in GOLD], seed)


@pytest.mark.parametrize("seed", range(HALVES))
def test_any_half_of_the_pages_of_the_repository(seed: int) -> None:
    """Five random halves of the pages that were written for the tests, each of another paper."""
    paths = sorted((ROOT / "tests" / "pages").glob("*.txt"))
    no_worse([read_margin(path.read_text(encoding="utf-8")) for path in paths], seed)
