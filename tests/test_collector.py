"""While pages are read the collector of cyclic garbage comes seldom, and afterwards as before."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

import banmian
from banmian import Heuristic, Parser, ReadingError, Role
from banmian.collector import MANY, seldom_collected
from banmian.model import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXT = "## 旧书摊\n\n本报记者 林芳\n\n巷口的旧书摊摆了三十年，摊主今年七十一岁。"
USUAL = 701


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """The collector is switched on and has a threshold of its own; it gets its old one back."""
    before, was_on = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(USUAL, *before[1:])
    gc.enable()
    yield
    gc.set_threshold(*before)
    (gc.enable if was_on else gc.disable)()


def seen_inside(look: Callable[[], object]) -> list[object]:
    """What a reading sees while a page is read."""
    seen: list[object] = []

    def looks(block: banmian.Block) -> str | None:
        seen.append(look())
        return None

    Parser().with_heuristics(Heuristic(looks, Role.ADVERT, 1.0)).parse(TEXT)
    assert seen
    return seen


def threshold() -> int:
    return gc.get_threshold()[0]


def test_it_comes_seldom_while_a_page_is_read() -> None:
    """And as often as before when the page is there."""
    assert set(seen_inside(threshold)) == {MANY}
    assert threshold() == USUAL


@pytest.mark.parametrize("stage", ["read_blocks", "label", "assemble", "parse"])
def test_every_stage_gives_it_back(stage: str) -> None:
    """Also when it fails."""
    blocks = banmian.label(banmian.read_blocks(TEXT))
    getattr(banmian, stage)(TEXT if stage in {"read_blocks", "parse"} else blocks)
    assert threshold() == USUAL
    with pytest.raises((TypeError, ValueError, AttributeError)):
        getattr(banmian, stage)(5 if stage in {"read_blocks", "parse"} else blocks[1:])
    assert threshold() == USUAL


def test_a_reading_that_raises_gives_it_back() -> None:
    """An error goes through all stages."""

    def fails(block: banmian.Block) -> str | None:
        raise RuntimeError("no")

    with pytest.raises(ReadingError):
        Parser().with_heuristics(Heuristic(fails, Role.ADVERT, 1.0)).parse(TEXT)
    assert threshold() == USUAL


def test_a_page_read_inside_another() -> None:
    """The inner one does not end the outer one's wait."""

    def reads() -> int:
        banmian.parse(TEXT)
        return threshold()

    assert set(seen_inside(reads)) == {MANY}
    assert threshold() == USUAL


def test_who_switched_it_off_finds_it_off() -> None:
    """Whether with disable or with a threshold of 0, before or meanwhile."""
    gc.disable()
    assert set(seen_inside(gc.isenabled)) == {False}
    assert not gc.isenabled()
    gc.enable()
    seen_inside(gc.disable)
    assert not gc.isenabled()
    gc.enable()
    gc.set_threshold(0)
    assert set(seen_inside(threshold)) == {0}
    assert threshold() == 0


def test_a_threshold_that_somebody_sets_stays() -> None:
    """A higher one from before, and any that a program sets while a page is read."""
    gc.set_threshold(MANY * 5)
    assert set(seen_inside(threshold)) == {MANY * 5}
    assert threshold() == MANY * 5
    gc.set_threshold(USUAL)
    seen_inside(lambda: gc.set_threshold(1234))
    assert threshold() == 1234


def test_sixteen_threads() -> None:
    """Whoever is the last gives it back, errors or not."""
    begin = threading.Barrier(16)
    before = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)

    def reads(number: int) -> int:
        begin.wait()
        for turn in range(30):
            if (number + turn) % 3:
                banmian.parse(TEXT)
            else:
                with pytest.raises(TypeError):
                    banmian.parse(number)  # type: ignore[arg-type]
        return number

    try:
        with ThreadPoolExecutor(16) as pool:
            assert [*pool.map(reads, range(16))] == [*range(16)]
    finally:
        sys.setswitchinterval(before)
    assert threshold() == USUAL
    assert gc.isenabled()


def test_garbage_goes_although_somebody_is_always_reading() -> None:
    """A page refers to its blocks and they to it: only the collector can free it."""
    with seldom_collected:  # as another thread might, all the time
        for _ in range(2000):
            banmian.parse(TEXT * 3)
    assert sum(isinstance(one, Sheet) for one in gc.get_objects()) < 1000


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork on this system")
def test_a_process_that_was_forked_meanwhile() -> None:
    """Nobody in it is reading, and its collector comes as often as ever."""
    with seldom_collected, multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(threshold) == USUAL
        assert threshold() == MANY
    assert threshold() == USUAL
