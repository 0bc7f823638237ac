"""Apache Spark: a data frame of pages into a data frame of articles, by ``mapInArrow``."""

# pyright: reportMissingImports=false
from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pyspark.sql.pandas.types import from_arrow_schema

from banmian.arrow import parse_batches, schema_of

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from banmian.archive.rows import Shape


def parse_pages(
    frame: DataFrame,
    *,
    rows: Shape = "articles",
    text: str = "text",
    source: str | None = None,
    encoding: str | None = None,
) -> DataFrame:
    """The pages in the column ``text``, parsed; the options are those of ``banmian.arrow.parse_batch``.

    Only the columns that are needed go to the workers. Each needs banmian and pyarrow.
    """
    columns = [text] if source is None else [text, source]
    parse = partial(parse_batches, rows=rows, text=text, source=source, encoding=encoding)
    return frame.select(*columns).mapInArrow(parse, from_arrow_schema(schema_of(rows)))
