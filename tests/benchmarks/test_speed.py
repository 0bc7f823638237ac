"""How fast a page is read, beside what a web extractor needs for the same lines as HTML.

Not part of the default run: ``pytest tests/benchmarks``. The line to hold is one quarter.
"""

from __future__ import annotations

import html
import statistics
import time
from typing import TYPE_CHECKING

import pytest

import banmian

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

trafilatura = pytest.importorskip("trafilatura", reason="pip install -e '.[bench]'")
MOST = 0.25
ROUNDS = 40


def as_html(text: str) -> str:
    """The lines of a page as a web page would have them: headings and paragraphs."""
    body = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        level = min(len(line) - len(line.lstrip("#")), 6)
        tag = f"h{level}" if level else "p"
        body.append(f"<{tag}>{html.escape(line.lstrip('# '))}</{tag}>")
    return f"<html><body>\n{chr(10).join(body)}\n</body></html>"


def seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


@pytest.mark.benchmark(group="the seed page")
def test_parse(benchmark: BenchmarkFixture, seed: bytes) -> None:
    """banmian: bytes into articles."""
    assert benchmark(banmian.parse, seed).articles


@pytest.mark.benchmark(group="the seed page")
def test_extract(benchmark: BenchmarkFixture, seed: bytes) -> None:
    """trafilatura: the same lines as HTML into one text."""
    assert benchmark(trafilatura.extract, as_html(seed.decode("utf-8")))


def test_parse_takes_a_quarter_of_extract(seed: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """Both in turn, so that whatever slows the machine down slows down both."""
    page = as_html(seed.decode("utf-8"))
    pairs = [
        (seconds(lambda: banmian.parse(seed)), seconds(lambda: trafilatura.extract(page)))
        for _ in range(ROUNDS)
    ]
    parse, extract = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = parse / extract
    with capsys.disabled():
        print(f"\nparse {parse * 1e3:.2f} ms, extract {extract * 1e3:.2f} ms: ratio {ratio:.3f}")
    assert ratio <= MOST
