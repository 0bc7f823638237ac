"""Names: what is one, and where one ends and the next begins."""

from __future__ import annotations

import pytest

from banmian.grammar.names import Trust, read_names, split_glued_names, split_name_and_place
from banmian.script import fold


def people(text: str, trust: Trust = Trust.SOME) -> list[str] | None:
    names = read_names(text, fold(text), 0, len(text), trust)
    return None if names is None else [name.text for name in names.people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("孟祥林 黄发明 刘 歌", ["孟祥林", "黄发明", "刘歌"]),
        ("焦　翔　王海林", ["焦翔", "王海林"]),
        ("万 宇 马 菲", ["万宇", "马菲"]),
        ("燕  雁", ["燕雁"]),
        ("司马 光", ["司马光"]),
        ("莽九晨", ["莽九晨"]),
        ("林鄭月娥", ["林鄭月娥"]),
        ("谷辣斯．尤達卡", ["谷辣斯·尤達卡"]),
        ("阿依古丽•买买提", ["阿依古丽·买买提"]),
        ("Amy Denney", ["Amy Denney"]),
        ("王小明、李 强、SNG", ["王小明", "李强"]),
        ("王小明等", ["王小明"]),
        ("王小明（女） 韦明（壮族）", ["王小明", "韦明"]),
        ("曾坤颜世贵", ["曾坤", "颜世贵"]),
        ("王彬乔斌曹晓云周秉荣", ["王彬", "乔斌", "曹晓云", "周秉荣"]),
        ("國際中心", []),
        ("您怎么看", None),
        ("王小明。", None),
    ],
)
def test_names_of_a_list(text: str, names: list[str] | None) -> None:
    """Padding, dots, Latin letters, notes and glued names."""
    assert people(text) == names


def test_an_unclear_cut_names_nobody() -> None:
    """A wrong split is worse than none: the list is there, its names are not told."""
    text = "林文明华文林"
    names = read_names(text, text, 0, len(text), Trust.SOME)
    assert names is not None
    assert names.people == ()
    assert names.unresolved
    assert split_glued_names(text) is None


@pytest.mark.parametrize(
    ("run", "cut"),
    [
        ("陆希休士顿", 2),
        ("廖建智嘉义县", 3),
        ("邱晨加拿大多伦多", 2),
        ("戴雅真名古屋", 3),
        ("卓羽榛台北", 3),
        ("李大连", None),
        ("王小明", None),
    ],
)
def test_where_the_place_begins(run: str, cut: int | None) -> None:
    """The longest place that leaves a name; 李大连 stays a name."""
    assert split_name_and_place(run) == cut
