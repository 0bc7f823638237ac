"""How fast banmian reads, beside what others do with the same lines, and how time and memory grow.

    python -m tests.benchmarks                  everything, some minutes
    python -m tests.benchmarks --rounds 5       quicker, less certain
    python -m tests.benchmarks --check          status 1 if a figure misses its goal

Needs the extra ``bench``. On every page, every tool takes its turn in every round; what is printed are the
medians, and the median over the rounds of each tool's time to banmian's in the same round. The others do
another job, and are a measure of what a page is worth: trafilatura, newspaper4k and gne find the one article
of a web page, markdown makes HTML. The floor is one ``str.translate`` over the text, by a full table.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import warnings
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import banmian
from banmian.script.folding import _folded_forms
from tests.benchmarks.measures import importing, in_turns, peak_memory, ratio, seconds
from tests.benchmarks.pages import measured_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.pages import Measured

ROUNDS = 15
GROWTH = (1, 10, 100)
#: what is to be reached
OF_TRAFILATURA = 0.25
OF_THE_FLOOR = 25.0
GROWTH_PER_CHARACTER = 1.15
IMPORT_SECONDS = 0.060
BYTES_PER_BYTE = 20.0


class Figure(NamedTuple):
    """A figure with a goal."""

    name: str
    value: float
    goal: float

    def __str__(self) -> str:
        verdict = "holds" if self.value <= self.goal else "MISSED"
        return f"{self.name:<44} {self.value:8.3f}   at most {self.goal:<6g}  {verdict}"


def tools(page: Measured) -> dict[str, Callable[[], object]]:
    """What each tool does with the page, by name."""
    import gne
    import markdown
    import newspaper
    import trafilatura

    text, html, data = page.text, page.html, page.text.encode()
    forms = _folded_forms()

    def newspaper4k() -> object:
        article = newspaper.Article("http://localhost/", language="zh")
        article.download(input_html=html)
        article.parse()
        return article

    return {
        "floor": partial(text.translate, forms),
        "banmian": partial(banmian.parse, data),
        "trafilatura": partial(trafilatura.extract, html),
        "newspaper4k": newspaper4k,
        "gne": partial(gne.GeneralNewsExtractor().extract, html),
        "markdown": partial(markdown.markdown, text),
    }


def compare(page: Measured, rounds: int) -> dict[str, float]:
    """The tools side by side on one page; prints them, and returns each tool's time in banmian's."""
    times = in_turns(tools(page), rounds)
    lines = sum(map(bool, map(str.strip, page.text.split("\n"))))
    print(f"\n{page.name}: {len(page.text):,} characters, {lines} lines")
    ratios = {name: ratio(times, name, "banmian") for name in times}
    for name, runs in times.items():
        per_character = statistics.median(runs) / len(page.text) * 1e9
        print(
            f"  {name:<12} {statistics.median(runs) * 1e3:9.3f} ms  {per_character:8.1f} ns/character"
            f"  {ratios[name]:8.3f} of banmian's"
        )
    return ratios


def growth(page: Measured, rounds: int) -> float:
    """Time for each character at 1, 10 and 100 times the page; returns that at 100 to that at 1."""
    texts = {count: page.times(count) for count in GROWTH}
    best: dict[int, float] = {}
    for _ in range(max(2, rounds // 3)):
        for count, text in texts.items():
            runs = max(1, 20 // count)  # a short run is disturbed more
            took = min(seconds(partial(banmian.parse, text)) for _ in range(runs)) / len(text)
            best[count] = min(took, best.get(count, took))
    print(f"  {page.name:<12}", *[f"{count:>4}x {best[count] * 1e9:7.1f} ns/character" for count in GROWTH])
    return best[GROWTH[-1]] / best[GROWTH[0]]


def main() -> int:
    """Measure, print, and say which goals were missed."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=__doc__.partition("\n")[0]
    )
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, metavar="N", help=f"turns of each tool: {ROUNDS}"
    )
    parser.add_argument("--check", action="store_true", help="status 1 if a goal is missed")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # the others' own
    figures = []
    for page in measured_pages():
        ratios = compare(page, options.rounds)
        if page.name == "seed":
            figures.append(
                Figure("time on the seed page, of trafilatura's", 1 / ratios["trafilatura"], OF_TRAFILATURA)
            )
        figures.append(
            Figure(f"time on the page {page.name}, of the floor's", 1 / ratios["floor"], OF_THE_FLOOR)
        )
    print("\nhow time grows with the page, the best of several runs")
    for page in measured_pages():
        figures.append(
            Figure(f"growth 1x to 100x, {page.name}", growth(page, options.rounds), GROWTH_PER_CHARACTER)
        )
    loaded = importing()
    print(
        f"\nimport banmian: {loaded.seconds * 1e3:.1f} ms, {loaded.modules} modules, heavy: {loaded.heavy or 'none'}"
    )
    figures.append(Figure("import banmian, seconds", loaded.seconds, IMPORT_SECONDS))
    memory = peak_memory()
    print(f"10 MB of text: {memory.traced:.1f} bytes traced and {memory.resident:.1f} resident for each byte")
    figures.append(Figure("peak memory, bytes for a byte of 10 MB", memory.traced, BYTES_PER_BYTE))
    print("\ngoals", *figures, sep="\n  ")
    return int(options.check and any(figure.value > figure.goal for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
