"""Pages in Apache Arrow: record batches in, record batches out. Needs the extra ``arrow``.

``parse_batch`` is what engines call. Its rows are those of ``banmian batch``: for each page one, with
its articles inside (``rows="pages"``, ``PAGE_SCHEMA``), or for each article one (``rows="articles"``,
``ARTICLE_SCHEMA``). A page that cannot be read is a row with an ``error``, never an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

try:
    import pyarrow as pa
except ImportError as _error:
    raise ImportError("banmian.arrow needs pyarrow: pip install 'banmian[arrow]'") from _error

from banmian.archive.rows import SHAPES, Reader, in_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from banmian.archive.rows import Shape
    from banmian.parser import Parser

__all__ = ["ARTICLE_SCHEMA", "PAGE_SCHEMA", "parse_batch", "parse_batches", "parse_table", "schema_of"]

_SPAN = pa.list_(pa.int32())  #: start and end in code points of the page's text
_ARTICLE = [
    ("newspaper", pa.string()),
    ("date", pa.string()),  #: as far as it is printed, in the form of ISO 8601
    ("page", pa.string()),
    ("section", pa.string()),
    ("column", pa.string()),
    ("headline", pa.string()),
    ("kicker", pa.string()),
    ("deck", pa.string()),
    ("byline", pa.string()),
    ("names", pa.list_(pa.string())),
    ("dateline", pa.string()),
    ("body", pa.string()),
    ("jumps", pa.list_(pa.string())),
    ("spans", pa.list_(_SPAN)),
]
#: a row for each page
PAGE_SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("error", pa.string()),
        ("newspaper", pa.string()),
        ("date", pa.string()),
        ("page", pa.string()),
        ("section", pa.string()),
        ("number", pa.string()),
        ("script", pa.string()),
        ("encoding", pa.string()),
        ("characters", pa.int64()),
        ("articles", pa.list_(pa.struct(_ARTICLE))),
        (
            "problems",
            pa.list_(pa.struct([("kind", pa.string()), ("message", pa.string()), ("span", _SPAN)])),
        ),
    ]
)
#: a row for each article
ARTICLE_SCHEMA = pa.schema(
    [("source", pa.string()), ("error", pa.string()), ("article", pa.int32()), *_ARTICLE]
)


def schema_of(rows: Shape) -> pa.Schema:
    """``PAGE_SCHEMA`` or ``ARTICLE_SCHEMA``; any other name of a shape is a ``ValueError``."""
    if rows not in SHAPES:
        raise ValueError(f"rows is {' or '.join(map(repr, SHAPES))}, not {rows!r}")
    return PAGE_SCHEMA if rows == "pages" else ARTICLE_SCHEMA


def parse_batch(
    batch: pa.RecordBatch,
    *,
    rows: Shape = "articles",
    text: str = "text",
    source: str | None = None,
    encoding: str | None = None,
    parser: Parser | None = None,
) -> pa.RecordBatch:
    """The pages of a record batch, parsed, in the order given.

    The column ``text`` holds a page in each row, as text or as bytes of any Chinese encoding;
    ``encoding`` is what the bytes are declared to be. The column ``source`` says where each page comes
    from, and is handed on as text. ``parser`` is yours if you have readings of your own. A missing
    column is a ``ValueError``; a row never raises.
    """
    records = _records([batch], Reader(rows, encoding, own_parser=parser), text, source)
    return to_batch(records, schema_of(rows))


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    rows: Shape = "articles",
    text: str = "text",
    source: str | None = None,
    encoding: str | None = None,
    parser: Parser | None = None,
) -> Iterator[pa.RecordBatch]:
    """Each record batch parsed when it is its turn, as ``mapInArrow`` of Spark asks for."""
    for batch in batches:
        yield parse_batch(batch, rows=rows, text=text, source=source, encoding=encoding, parser=parser)


def parse_table(
    table: pa.Table,
    *,
    rows: Shape = "articles",
    text: str = "text",
    source: str | None = None,
    encoding: str | None = None,
    parser: Parser | None = None,
) -> pa.Table:
    """A table parsed, as Ray Data and Hugging Face datasets ask for."""
    schema = schema_of(rows)
    records = _records([table], Reader(rows, encoding, own_parser=parser), text, source)
    return pa.Table.from_batches([to_batch(records, schema)], schema)


def to_batch(records: Sequence[dict[str, Any]], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as a record batch; half characters, which Arrow cannot hold, become U+FFFD."""
    try:
        return pa.RecordBatch.from_pylist(records, schema)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist(in_utf8(records), schema)


def _records(
    batches: Iterable[pa.RecordBatch | pa.Table], reader: Reader, text: str, source: str | None
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for batch in batches:
        pages = _column(batch, text)
        sources = _column(batch, source) if source is not None else [None] * len(pages)
        for page, name in zip(pages, sources, strict=True):
            found += reader.rows(page, None if name is None else str(name))
    return found


def _column(batch: pa.RecordBatch | pa.Table, name: str) -> list[Any]:
    if name not in batch.schema.names:
        raise ValueError(f"there is no column {name!r}; there are {', '.join(batch.schema.names)}")
    values: list[Any] = batch.column(name).to_pylist()
    return values
