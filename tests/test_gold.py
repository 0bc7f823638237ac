"""Pages of real newspapers, which stay out of the repository: they lie beside it, or are skipped."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import banmian
from banmian.scoring import read_gold, score

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold"
FOLDERS = sorted(table.parent for table in GOLD.glob("*/gold.tsv"))
SEED = "zhuzhou-2019-a1"
FIGURES = ("role", "bcubed", "pq", "headline", "byline", "join")

needs_gold = pytest.mark.skipif(not FOLDERS, reason=f"no labelled newspaper pages in {GOLD}")


@pytest.fixture(scope="module")
def scorer() -> Any:
    """The script that scores the same pages from outside."""
    if not (GOLD / "score.py").exists():
        pytest.skip(f"no score.py in {GOLD}")
    spec = importlib.util.spec_from_file_location("score_gold", GOLD / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch = pytest.MonkeyPatch()
    with monkeypatch.context() as context:  # nothing is written beside pages that are not ours
        context.setattr(sys, "dont_write_bytecode", True)
        spec.loader.exec_module(module)
    return module


@needs_gold
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_figures_are_those_of_the_script(folder: Path, scorer: Any) -> None:
    """Our figures and those of the script outside agree to nine places."""
    page = banmian.parse(next(folder.glob("page.*")).read_bytes())
    figures = score(page, read_gold(folder))
    assert {**figures.by_name(), "score": figures.score} == pytest.approx(scorer.score(folder), abs=1e-9)


@needs_gold
@pytest.mark.skipif(not (GOLD / SEED).exists(), reason=f"{SEED} is not there")
def test_seed_is_right_in_every_respect() -> None:
    """Every figure of the seed page is 1."""
    page = banmian.parse(next((GOLD / SEED).glob("page.*")).read_bytes())
    assert score(page, read_gold(GOLD / SEED)).by_name() == dict.fromkeys(FIGURES, 1.0)


@needs_gold
def test_mean_holds_its_floor(hold_floor: Callable[[str, Mapping[str, float | None]], None]) -> None:
    """The mean score over all pages beside the repository does not fall."""
    scores = [
        score(banmian.parse(next(folder.glob("page.*")).read_bytes()), read_gold(folder)).score
        for folder in FOLDERS
    ]
    hold_floor(f"{len(FOLDERS)} gold pages", {"score": sum(scores) / len(scores)})
