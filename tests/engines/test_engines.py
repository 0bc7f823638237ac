"""Four engines, and the rows of the plain loop from each, on five hundred pages.

Not part of the default run: ``pip install -e '.[engines]'``, then ``pytest tests/engines``. Spark needs Java.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

import banmian
from banmian.archive.rows import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGES = 505  #: five of them without a text
EMPTY = 101  #: one of so many
SHAPES = ("articles", "pages")


@pytest.fixture(scope="session")
def pages(composed_pages: Callable[[int], list[str]]) -> pa.Table:
    """The pages, each with a name."""
    texts = [None if place % EMPTY == 5 else text for place, text in enumerate(composed_pages(PAGES))]
    names = [f"page-{place:04d}" for place in range(PAGES)]
    return pa.table({"id": names, "text": texts})


@pytest.fixture(scope="session")
def expected(pages: pa.Table) -> dict[str, list[dict[str, Any]]]:
    """What the plain loop makes of the pages, in the types of Arrow."""
    from banmian.arrow import schema_of, to_batch

    found = {}
    for shape in SHAPES:
        reader = Reader(shape, own_parser=banmian.Parser())
        rows = [row for page in pages.to_pylist() for row in reader.rows(page["text"], page["id"])]
        found[shape] = to_batch(rows, schema_of(shape)).to_pylist()
    assert len(found["pages"]) == PAGES
    assert len(found["articles"]) > PAGES
    assert sum(row["error"] is not None for row in found["articles"]) == 5
    return found


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Engines promise no order."""
    return sorted(rows, key=lambda row: (row["source"], row.get("article") or 0))


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "64").getOrCreate()
    yield session
    session.stop()


@pytest.mark.parametrize("shape", SHAPES)
def test_spark(shape: str, session: Any, pages: pa.Table, expected: dict[str, Any], tmp_path: Path) -> None:
    """In local mode, from a Parquet file in four partitions."""
    import pyarrow.parquet as parquet

    from banmian.engines import spark

    parquet.write_table(pages, tmp_path / "pages.parquet")
    frame = session.read.parquet(str(tmp_path / "pages.parquet")).repartition(4)
    found = spark.parse_pages(frame, rows=shape, source="id")
    rows = [row.asDict(recursive=True) for row in found.collect()]
    assert in_order(rows) == expected[shape]


@pytest.fixture(scope="session")
def cluster() -> Iterator[None]:
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


@pytest.mark.parametrize("shape", SHAPES)
def test_ray(shape: str, cluster: None, pages: pa.Table, expected: dict[str, Any]) -> None:
    """On two workers."""
    import ray.data

    from banmian.engines import ray as engine

    dataset = ray.data.from_arrow(pages).repartition(4)
    found = engine.parse_pages(dataset, rows=shape, source="id", concurrency=2)
    tables = ray.get(found.to_arrow_refs())
    rows = [row for table in tables for row in table.to_pylist()]
    assert in_order(rows) == expected[shape]


@pytest.mark.parametrize("shape", SHAPES)
def test_datasets(shape: str, pages: pa.Table, expected: dict[str, Any]) -> None:
    """In two processes, and the order stays."""
    from datasets import Dataset

    from banmian.engines import huggingface

    found = huggingface.parse_pages(Dataset(pages), rows=shape, source="id", num_proc=2)
    assert found.with_format("arrow")[:].to_pylist() == expected[shape]


@pytest.mark.parametrize("shape", SHAPES)
def test_datatrove(shape: str, pages: pa.Table, expected: dict[str, Any], tmp_path: Path) -> None:
    """A pipeline of two tasks in two processes, from JSON Lines to JSON Lines."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from banmian.engines.datatrove import ParsePages

    (tmp_path / "in").mkdir()
    rows = [row for row in pages.to_pylist() if row["text"]]  # its readers drop what has no text
    for half in (0, 1):
        lines = "".join(json.dumps(row) + "\n" for row in rows[half::2])
        (tmp_path / "in" / f"{half}.jsonl").write_text(lines, encoding="utf-8")
    executor = LocalPipelineExecutor(
        [
            JsonlReader(str(tmp_path / "in")),
            ParsePages(rows=shape),
            JsonlWriter(str(tmp_path / "out"), compression=None),
        ],
        tasks=2,
        workers=2,
        logging_dir=str(tmp_path / "logs"),
    )
    executor.run()
    documents = [
        json.loads(line)
        for path in sorted((tmp_path / "out").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    columns = list(expected[shape][0])
    found = [{name: document["metadata"].get(name) for name in columns} for document in documents]
    assert in_order(found) == [row for row in expected[shape] if row["error"] is None]
    if shape == "articles":
        assert all(document.get("text", "") == document["metadata"]["body"] for document in documents)
