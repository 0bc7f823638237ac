"""Hugging Face datasets: a dataset of pages into a dataset of articles, by ``map``."""

# pyright: reportMissingImports=false
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasets import Features

from banmian.arrow import parse_table, schema_of

if TYPE_CHECKING:
    from datasets import Dataset

    from banmian.archive.rows import Shape

PAGES_AT_A_TIME = 64


def parse_pages(
    dataset: Dataset,
    *,
    rows: Shape = "articles",
    text: str = "text",
    source: str | None = None,
    encoding: str | None = None,
    **options: Any,
) -> Dataset:
    """The pages in the column ``text``, parsed; ``options`` are for ``Dataset.map``: ``num_proc=8``.

    The others are those of ``banmian.arrow.parse_batch``.
    """
    how = {"rows": rows, "text": text, "source": source, "encoding": encoding}
    options = {"batch_size": PAGES_AT_A_TIME, "desc": "banmian", **options}
    return dataset.with_format("arrow").map(
        parse_table,
        batched=True,
        fn_kwargs=how,
        remove_columns=dataset.column_names,
        features=Features.from_arrow_schema(schema_of(rows)),
        **options,
    )
