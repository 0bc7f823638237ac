"""How fast an archive is read: by two processes beside one, by record batches beside the plain loop, by engines.

Not part of the default run: ``pytest tests/benchmarks/test_archive.py``. What is compared is run in turn, several
times, and the quickest of each counts, so that what else the machine does matters little. Engines are measured where
they are installed (``pip install -e '.[engines]'``).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import banmian

if TYPE_CHECKING:
    from collections.abc import Callable

pa = pytest.importorskip("pyarrow", reason="pip install -e '.[batch]'")

PAGES = 2000
ROUNDS = 5
LEAST_SPEEDUP = 1.8  #: of two processes
#: of what two processes gain that only count; on a busy machine, or on two halves of a core, that is less than 2
LEAST_SHARE = 0.95
COUNT = "for _ in range(20_000_000): pass"
MOST_OVERHEAD = 1.15  #: of record batches


@pytest.fixture(scope="module")
def texts(composed_pages: Callable[[int], list[str]]) -> list[str]:
    return composed_pages(PAGES)


def seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}")


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core")
def test_two_jobs_are_nearly_twice_as_fast(
    texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole command, from its start to the finished file."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    (tmp_path / "in.jsonl").write_text(lines, encoding="utf-8")

    def batch(jobs: int) -> None:
        command = [sys.executable, "-m", "banmian.cli", "batch", "in.jsonl", "-o", "out.jsonl"]
        subprocess.run([*command, "--jobs", str(jobs)], cwd=tmp_path, stderr=subprocess.DEVNULL, check=True)

    def count(jobs: int) -> None:
        for _ in range(2 // jobs):
            running = [subprocess.Popen([sys.executable, "-c", COUNT]) for _ in range(jobs)]
            for process in running:
                process.wait()

    best = {1: float("inf"), 2: float("inf")}
    counting = {1: float("inf"), 2: float("inf")}
    for _ in range(ROUNDS):
        for jobs in best:
            counting[jobs] = min(counting[jobs], seconds(lambda jobs=jobs: count(jobs)))
            best[jobs] = min(best[jobs], seconds(lambda jobs=jobs: batch(jobs)))
    speedup, possible = best[1] / best[2], counting[1] / counting[2]
    rates = ", ".join(f"{jobs} jobs {PAGES / took:.0f} pages/s" for jobs, took in best.items())
    say(
        capsys,
        f"batch, {PAGES} pages: {rates}: {speedup:.2f} times as fast (counting: {possible:.2f} times)",
    )
    assert speedup >= min(LEAST_SPEEDUP, LEAST_SHARE * possible)


@pytest.mark.parametrize("shape", ["articles", "pages"])
def test_record_batches_cost_little(texts: list[str], shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Reading a column and writing rows, beside parsing alone. In pieces, turn by turn."""
    from banmian.arrow import parse_batch

    plain = batched = 0.0
    for start in range(0, 640, 64):
        piece = texts[start : start + 64]
        batch = pa.RecordBatch.from_pydict({"text": piece})

        def loop(piece: list[str] = piece) -> None:
            for text in piece:
                banmian.parse(text)

        def whole(batch: object = batch) -> object:
            return parse_batch(batch, rows=shape)  # type: ignore[arg-type]

        pairs = [(seconds(loop), seconds(whole)) for _ in range(ROUNDS)]
        plain += min(one for one, _ in pairs)
        batched += min(other for _, other in pairs)
    ratio = batched / plain
    say(capsys, f"parse {plain:.2f} s, parse_batch into {shape} {batched:.2f} s: ratio {ratio:.3f}")
    assert ratio <= MOST_OVERHEAD


def test_spark(texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two local cores; the session and its first Python worker are the start."""
    sql = pytest.importorskip("pyspark.sql", reason="pip install -e '.[engines]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    import pyarrow.parquet as parquet

    from banmian.engines import spark

    parquet.write_table(pa.table({"text": texts}), tmp_path / "pages.parquet")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    began = time.perf_counter()
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "64").getOrCreate()
    frame = session.read.parquet(str(tmp_path / "pages.parquet")).repartition(8).cache()
    assert frame.count() == PAGES
    spark.parse_pages(frame.limit(2)).count()
    start = time.perf_counter() - began

    def run() -> None:
        spark.parse_pages(frame).write.mode("overwrite").parquet(str(tmp_path / "articles"))

    took = min(seconds(run) for _ in range(3))
    session.stop()
    say(capsys, f"Spark, {PAGES} pages: {PAGES / took:.0f} pages/s, started in {start:.1f} s")
    assert took > 0


def test_ray(texts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two workers; the cluster and the first task are the start."""
    ray = pytest.importorskip("ray", reason="pip install -e '.[engines]'")
    pytest.importorskip("ray.data")

    from banmian.engines import ray as engine

    began = time.perf_counter()
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    dataset = ray.data.from_arrow(pa.table({"text": texts})).repartition(8).materialize()
    engine.parse_pages(dataset.limit(2)).materialize()
    start = time.perf_counter() - began

    def run() -> None:
        engine.parse_pages(dataset).write_parquet(str(tmp_path / f"articles {time.time()}"))

    took = min(seconds(run) for _ in range(3))
    ray.shutdown()
    say(capsys, f"Ray Data, {PAGES} pages: {PAGES / took:.0f} pages/s, started in {start:.1f} s")
    assert took > 0
