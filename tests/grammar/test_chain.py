"""Rows of credits: the short way of the commonest says what the long way says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.grammar import chain
from banmian.grammar.chain import read_chain
from banmian.grammar.parts import AFTER_DATELINE, BRACKET, FINAL_BRACKET, LINE
from banmian.script import fold

if TYPE_CHECKING:
    from banmian.grammar.parts import Part, Setting

SETTINGS = [LINE, BRACKET, AFTER_DATELINE, FINAL_BRACKET]
HOUSES = ["", "本报", "本報", "本刊", "潮闻", "新华社", "江岸晚报"]
OFFICES = [
    "记者",
    "記者",
    "首席记者",
    "见习记者",
    "通讯员",
    "通訊員",
    "实习生",
    "评论员",
    "特派员",
    "编译",
    "作者",
]
#: and what only looks like a name, or could be two
NAMES = [
    "王小明", "李丽", "龔小滿", "周永和", "温馨", "司徒文", "张译", "高图", "南都", "王明等", "林立对", "莽九", "贵阳",
    "欧阳", "张社", "编辑部", "昨日", "整理", "摄影", "王 明", "刘", "连线", "江北", "报道",
]  # fmt: skip
MARKS = [" ", "、", "  ", "，", "/", "：", ""]


def long_way(text: str, setting: Setting) -> list[Part] | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chain, "_offices_and_names", lambda *_: None)
        return read_chain(text, fold(text), 0, len(text), setting)


office = st.builds("{}{} ".format, st.sampled_from(HOUSES), st.sampled_from(OFFICES))
row = st.lists(
    st.builds(
        "{}{}{}".format,
        office,
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(" ".join),
        st.sampled_from(MARKS),
    ),
    min_size=1,
    max_size=3,
).map("".join)


@given(row.map(str.strip), st.sampled_from(SETTINGS))
def test_the_short_way_says_what_the_long_way_says(text: str, setting: Setting) -> None:
    """Whatever stands behind the offices of a row, and wherever the row stands."""
    assert read_chain(text, fold(text), 0, len(text), setting) == long_way(text, setting)


@pytest.mark.parametrize("text", ["记者 王小明 通讯员 李丽 周永和", "本报记者 龔小滿、李丽 实习生 王小明"])
def test_the_commonest_rows_go_the_short_way(text: str) -> None:
    """The two ways are compared above only if there are two."""
    folded = fold(text)
    words = list(chain.TOKEN.finditer(folded))
    assert chain._offices_and_names(text, folded, words, 0, len(text), LINE) is not None
