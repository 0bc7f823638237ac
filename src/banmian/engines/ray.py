"""Ray Data: a dataset of pages into a dataset of articles, by ``map_batches``."""

# pyright: reportMissingImports=false
from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from banmian.arrow import parse_table

if TYPE_CHECKING:
    from ray.data import Dataset

    from banmian.archive.rows import Shape

PAGES_AT_A_TIME = 64  #: half a second's work


def parse_pages(
    dataset: Dataset,
    *,
    rows: Shape = "articles",
    text: str = "text",
    source: str | None = None,
    encoding: str | None = None,
    **options: Any,
) -> Dataset:
    """The pages in the column ``text``, parsed; ``options`` are for ``Dataset.map_batches``.

    The others are those of ``banmian.arrow.parse_batch``.
    """
    parse = partial(parse_table, rows=rows, text=text, source=source, encoding=encoding)
    options = {"batch_size": PAGES_AT_A_TIME, "zero_copy_batch": True, **options}
    return dataset.map_batches(parse, batch_format="pyarrow", **options)
