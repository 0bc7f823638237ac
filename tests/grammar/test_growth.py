"""Any text, and much of it: the grammar answers, in time that grows with the length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banmian.grammar import find_bylines, find_dateline, find_folio, find_jumps
from banmian.grammar.credit_lines import read_credit_line
from banmian.grammar.dateline import closes_with_dateline, is_dateline_line, opens_with_dateline
from banmian.grammar.folio import read_folio_line
from banmian.grammar.jump import closes_with_jump, opens_with_jump, read_jump_line
from banmian.grammar.paragraph_credits import read_paragraph_credits
from banmian.grammar.picture_credits import read_photo_credit
from banmian.script import fold

FINDERS: list[Callable[[str], object]] = [find_bylines, find_dateline, find_jumps, find_folio]
UNITS = [
    *"（、　 【摄/·王日。年；電\0",
    *("记者", "本报讯", "记者王小明 ", "张三李四", "下转", "文/", "责编：", "A1 ", "（本报", "新华社北京"),
    *(
        "1月",
        "记者王、",
        "（记者",
        "[美]",
        "图①：王小明摄 ",
        "摄影王小明 ",
        "／台北、",
        "22日22时",
        "✎ ",
        "某城讯（",
        "唱）",
        "14、",
        "上接A1版，下转A3版 ",
        "■本报讯",
        "新华社西宁7月8日、",
        "北京7月8日、",
        "特派員王／台北、",
        "江城云讯",
        "→2版 ",
        "（综合新华社、",
    ),
]
LENGTH = 100_000
#: seconds; a machine under load is ten times slower than one at rest
LIMIT = 1.0


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_takes_milliseconds(finder: Callable[[str], object], unit: str) -> None:
    """100,000 characters of one thing are read at once."""
    text = (unit * LENGTH)[:LENGTH]
    start = time.process_time()
    finder(text)
    assert time.process_time() - start < LIMIT


PIECES = st.sampled_from(
    [
        *"（）【】〔／/、：　 王摄文图\n·■版第。，\0\ud800𠮷？",
        *(
            "记者",
            "通讯员",
            "本报",
            "讯",
            "電",
            "小明",
            "報導",
            "台北",
            "7月8日",
            "廿四日",
            "新华社",
            "中央社",
        ),
        *("下转", "A3", "责编", "星期四", "2026年", "整理", "Amy"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=24).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and every value is quoted from where its span says."""
    for byline in find_bylines(text):
        assert text[byline.span.start : byline.span.end] == byline.text
    for jump in find_jumps(text):
        assert text[jump.span.start : jump.span.end] == jump.text
    dateline = find_dateline(text)
    if dateline is not None:
        assert text[dateline.span.start : dateline.span.end] == dateline.text
    find_folio(text)
    folded = fold(text)
    for read in (
        read_credit_line,
        read_photo_credit,
        read_paragraph_credits,
        opens_with_dateline,
        closes_with_dateline,
        is_dateline_line,
        read_jump_line,
        opens_with_jump,
        closes_with_jump,
        read_folio_line,
    ):
        read(text, folded)
