"""Paths, the seed page, and the floors below which no figure may fall.

``tests/floors.json`` holds the figures that every labelled page has reached. A test fails when a page
falls below its floor. ``--update-floors`` raises them to what the parse reaches now, and never lowers
one; ``--lower-floors`` lowers them too, and prints what was lowered, so that it is seen in review.
"""

from __future__ import annotations

import json
import math
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "floors.json"
# the first page of a run reads word lists; no text is slow to parse for its own sake
settings.register_profile("banmian", deadline=None)
settings.load_profile("banmian")
PLACES = 4  # floors are rounded down to these
WIDTH = 24


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("banmian")
    group.addoption("--update-floors", action="store_true", help="raise tests/floors.json to today's figures")
    group.addoption("--lower-floors", action="store_true", help="lower them as well, and say so")


class Floors:
    """The figures that pages have reached, and those that they reach in this run."""

    def __init__(self, known: dict[str, dict[str, float]], raising: bool, lowering: bool) -> None:
        self.known = known
        self.reached: dict[str, dict[str, float]] = {}
        self.raising = raising or lowering
        self.lowering = lowering

    def hold(self, name: str, figures: Mapping[str, float | None]) -> None:
        """Fail if a figure of the page is below its floor, or if it has no floor yet."""
        now = {key: rounded_down(value) for key, value in figures.items() if value is not None}
        self.reached[name] = now
        if self.lowering:
            return
        floors = self.known.get(name, now if self.raising else {})
        assert floors, f"{name} has no floors yet: pytest --update-floors"
        fallen = {key: (floor, now.get(key)) for key, floor in floors.items() if now.get(key, 1.0) < floor}
        assert not fallen, f"{name} fell below its floors (was, is): {fallen}"

    def write(self) -> Iterator[str]:
        """Write the new floors; yields a line for each that was changed."""
        floors = {name: dict(figures) for name, figures in self.known.items()}
        for name, figures in self.reached.items():
            for key, now in figures.items():
                before = floors.setdefault(name, {}).get(key)
                if before is None or now > before or (self.lowering and now < before):
                    floors[name][key] = now
                    verb = "new" if before is None else "raised" if now > before else "LOWERED"
                    yield f"{verb:<8} {name:<{WIDTH}} {key:<9} {before or 0:.4f} -> {now:.4f}"
        rows = [f"  {json.dumps(name)}: {json.dumps(floors[name])}" for name in sorted(floors)]
        FLOORS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def rounded_down(figure: float) -> float:
    return math.floor(figure * 10**PLACES + 1e-6) / 10**PLACES


FLOORS_OF_THIS_RUN = pytest.StashKey[Floors]()


def pytest_configure(config: pytest.Config) -> None:
    # a shell has what it puts into the background ignore Ctrl-C; tests send it to what they start
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    known = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    raising, lowering = config.getoption("--update-floors"), config.getoption("--lower-floors")
    config.stash[FLOORS_OF_THIS_RUN] = Floors(known, raising, lowering)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    floors = config.stash[FLOORS_OF_THIS_RUN]
    if floors.raising and floors.reached:
        terminalreporter.section("floors")
        for line in floors.write():
            terminalreporter.line(line)


@pytest.fixture
def hold_floor(request: pytest.FixtureRequest) -> Callable[[str, Mapping[str, float | None]], None]:
    """Compare a page's figures with its floors."""
    return request.config.stash[FLOORS_OF_THIS_RUN].hold


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def seed() -> bytes:
    """The seed page as it stands in the repository."""
    return next((ROOT / "seeds").glob("*.txt")).read_bytes()


@pytest.fixture(scope="session")
def composed_pages() -> Callable[[int], list[str]]:
    """Makes any number of different pages from the blocks of those in ``tests/pages`` and ``tests/issues``."""
    import random

    from banmian.export.margin import read_margin

    files = sorted((ROOT / "tests" / "pages").glob("*.txt"))
    texts = [read_margin(path.read_text(encoding="utf-8")).text for path in files]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "issues").glob("*.txt"))]
    blocks = [
        block for text in texts for block in text.split("\n\n") if block.strip() and "=====" not in block
    ]

    def compose(number: int) -> list[str]:
        dice = random.Random(20260506)
        starts = [(dice.randrange(len(blocks)), dice.randrange(4, 60)) for _ in range(number)]
        return ["\n\n".join(blocks[start : start + size]) for start, size in starts]

    return compose
