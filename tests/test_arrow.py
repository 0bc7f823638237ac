"""Record batches in, record batches out: the rows of the plain loop, and a row for what is no page."""

from __future__ import annotations

import pickle
from functools import partial

import pytest

import banmian
from banmian.archive.rows import Reader
from banmian.export.jsonl import article_rows

pa = pytest.importorskip("pyarrow", reason="pip install 'banmian[arrow]'")

from banmian.arrow import (  # noqa: E402
    ARTICLE_SCHEMA,
    PAGE_SCHEMA,
    parse_batch,
    parse_batches,
    parse_table,
    schema_of,
)

PAGE = """\
青山日报

2026年5月6日 星期三

A01 要闻

## 古桥修好了

本报讯 （记者王小明）修了两年的七孔古桥昨天通行。石匠把每一块旧石料编了号，原样砌回桥上。

## 春茶开采

本报讯 （记者李小红）西山茶园昨日开采，头一天采鲜叶两千斤。
"""


def batch(texts: list[object], kind: object = None) -> object:
    names = [f"page {place}" for place in range(len(texts))]
    return pa.RecordBatch.from_arrays([pa.array(names), pa.array(texts, kind)], ["name", "text"])


def test_a_row_for_each_article() -> None:
    """In the columns of JSON Lines, with the page's name and the article's place before them."""
    found = parse_batch(batch([PAGE]), source="name")
    assert found.schema == ARTICLE_SCHEMA
    expected = [
        {"source": "page 0", "error": None, "article": place, **row}
        for place, row in enumerate(article_rows(banmian.parse(PAGE)))
    ]
    assert found.to_pylist() == expected
    assert [row["headline"] for row in expected] == ["古桥修好了", "春茶开采"]


def test_a_row_for_each_page() -> None:
    """With its articles inside."""
    found = parse_batch(batch([PAGE, "一句话。"]), source="name", rows="pages")
    assert found.schema == PAGE_SCHEMA
    first, second = found.to_pylist()
    assert (first["newspaper"], first["date"], first["page"]) == ("青山日报", "2026-05-06", "A1")
    assert first["characters"] == len(PAGE)
    assert first["articles"] == article_rows(banmian.parse(PAGE))
    assert second["source"] == "page 1"


@pytest.mark.parametrize("rows", ["articles", "pages"])
def test_what_is_no_page_is_a_row_with_an_error(rows: str) -> None:
    """And the others are there all the same."""
    found = parse_batch(batch([None, PAGE]), source="name", rows=rows).to_pylist()
    assert found[0]["source"] == "page 0"
    assert found[0]["error"] == "a page is text or bytes, and here is nothing"
    assert found[0]["page"] is None
    assert [row["error"] for row in found[1:]] == [None] * (len(found) - 1)
    assert len(found) > 1
    numbers = parse_batch(batch([7]), rows=rows).to_pylist()
    assert numbers[0]["error"] == "a page is text or bytes, and here is int"


def test_bytes_are_decoded() -> None:
    """In a binary column a page may be of any encoding, or of the one that is declared."""
    (row,) = parse_batch(batch([PAGE.encode("gb18030")], pa.binary()), rows="pages").to_pylist()
    assert (row["encoding"], row["newspaper"]) == ("gb18030", "青山日报")
    (row,) = parse_batch(
        batch(["下轉".encode("big5")], pa.binary()), rows="pages", encoding="big5"
    ).to_pylist()
    assert row["encoding"] == "big5"


def test_a_missing_column_is_an_error_that_names_the_others() -> None:
    """Not a row: no row could be right."""
    with pytest.raises(ValueError, match="there is no column 'body'; there are name, text"):
        parse_batch(batch([PAGE]), text="body")
    with pytest.raises(ValueError, match="rows is 'pages' or 'articles', not 'lines'"):
        schema_of("lines")  # type: ignore[arg-type]


def test_half_a_character_is_replaced() -> None:
    """A heuristic of one's own may name a column with anything; Arrow holds only whole characters."""
    reader = Reader("pages", own_parser=banmian.Parser())
    (row,) = reader.rows("古桥\ud800修好了，昨天通行。", "x")
    from banmian.arrow import to_batch

    (found,) = to_batch([row, {"source": "\udfff"}], PAGE_SCHEMA).slice(1).to_pylist()
    assert found["source"] == "\ufffd"


def test_it_is_cheap_to_send() -> None:
    """What an engine pickles for each worker is a name, not a parser."""
    sent = pickle.dumps(partial(parse_batch, rows="pages", source="name"))
    assert len(sent) < 500
    assert pickle.loads(sent)(batch([PAGE])).num_rows == 1
    reader = Reader("pages")
    assert reader.parser.parse(PAGE).articles
    assert len(pickle.dumps(reader)) < 500


def test_batches_and_tables_give_the_same_rows() -> None:
    """Spark hands on an iterator, Ray and datasets a table."""
    whole = parse_batch(batch([PAGE, PAGE]), source="name")
    halves = [batch([PAGE, PAGE]).slice(0, 1), batch([PAGE, PAGE]).slice(1, 1)]
    assert pa.Table.from_batches(parse_batches(halves, source="name")).to_pylist() == whole.to_pylist()
    assert parse_table(pa.Table.from_batches(halves), source="name").to_pylist() == whole.to_pylist()
    empty = parse_table(pa.table({"text": pa.array([], pa.string())}))
    assert (empty.num_rows, empty.schema) == (0, ARTICLE_SCHEMA)


def test_a_parser_of_ones_own() -> None:
    """Its readings count."""
    plain = parse_batch(batch([PAGE]))
    own = parse_batch(batch([PAGE]), parser=banmian.Parser([]))
    assert own.num_rows != plain.num_rows
