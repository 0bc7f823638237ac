"""Jump lines: where a story goes on and where it comes from."""

from __future__ import annotations

import pytest

from banmian.grammar.jump import (
    closes_with_jump,
    find_jumps,
    normal_page,
    opens_with_jump,
    read_jump_line,
)
from banmian.script import fold

LINES = [
    ("下转 A3版", "to", "A3", "A3"),
    ("（下转第二版）", "to", "2", "二"),
    ("（下转第2版）", "to", "2", "2"),
    ("下转A8版", "to", "A8", "A8"),
    ("▶▶下转A03版", "to", "A3", "A03"),
    ("（下转02版）", "to", "2", "02"),
    (">>>下转A4", "to", "A4", "A4"),
    ("（紧接第2版）", "to", "2", "2"),
    ("（上接第一版）", "from", "1", "一"),
    ("◀上接A01版", "from", "A1", "A01"),
    ("上接A01版", "from", "A1", "A01"),
    ("◀ 上接 A01 版", "from", "A1", "A01"),
    ("[上接第一版）", "from", "1", "一"),
    ("（紧接第1版）", "from", "1", "1"),
    ("(上接1版)", "from", "1", "1"),
    ("下轉A2版", "to", "A2", "A2"),
    ("轉A3版", "to", "A3", "A3"),
    ("文轉A3", "to", "A3", "A3"),
    ("續A3版", "to", "A3", "A3"),
    ("下接A3", "to", "A3", "A3"),
    ("(轉第三版)", "to", "3", "三"),
    ("上接A1版", "from", "A1", "A1"),
    ("承A1版", "from", "A1", "A1"),
    ("接A1版", "from", "A1", "A1"),
    ("續自A1", "from", "A1", "A1"),
    ("（下转第16页）", "to", "16", "16"),
    ("Continued on Page A3", "to", "A3", "A3"),
    ("Turn to A3", "to", "A3", "A3"),
    ("See Harbour, Page A3", "to", "A3", "A3"),
    ("Continued from Page A1", "from", "A1", "A1"),
    ("From A1", "from", "A1", "A1"),
    ("CONTINUED ON A3", "to", "A3", "A3"),
    ("（未完，下转第3版）", "to", "3", "3"),
    ("（下转第4版·要闻）", "to", "4", "4"),
    ("（下转2版①）", "to", "2", "2"),
    ("（下转3、4版）", "to", "3/4", "3、4"),
    ("（下转第二、三版）", "to", "2/3", "二、三"),
    ("（下转A二版）", "to", "A2", "A二"),
    ("（下转叁版）", "to", "3", "叁"),
    ("下转头版", "to", "1", "头"),
    ("（上接头版）", "from", "1", "头"),
    ("下转特1版", "to", "特1", "特1"),
    ("下转▶A3版", "to", "A3", "A3"),
    ("下 转 第 3 版", "to", "3", "3"),
    ("轉A2", "to", "A2", "A2"),
    ("（下转第四版、第五版）", "to", "4/5", "四版、第五"),
    ("（下转05版、06版）", "to", "5/6", "05版、06"),
    ("（下转2—3版）", "to", "2/3", "2—3"),
    ("（下转第2版第3条）", "to", "2", "2"),
    ("（下转08版要闻）", "to", "8", "08"),
    ("（上接第1版左下角）", "from", "1", "1"),
    ("上接1版《大桥通车》", "from", "1", "1"),
    ("（續刊第四版）", "to", "4", "四"),
    ("（文接A1）", "from", "A1", "A1"),
    ("Continued from Page One", "from", "1", "One"),
    ("Continued on Page Two", "to", "2", "Two"),
    ("續見A8", "to", "A8", "A8"),
    ("上接3月5日A1版", "from", "A1", "A1"),
    ("（上接昨日第一版）", "from", "1", "一"),
]


@pytest.mark.parametrize(("text", "direction", "page", "printed"), LINES)
def test_a_jump_line(text: str, direction: str, page: str, printed: str) -> None:
    """The whole line is a jump; its page in normal form and as printed."""
    (jump,) = read_jump_line(text, fold(text))
    assert (jump.direction, jump.page, jump.printed) == (direction, page, printed)
    assert text[jump.span.start : jump.span.end] == jump.text


@pytest.mark.parametrize(
    "text",
    [
        "转型升级",
        "下转网站",
        "故事未完，转身离开",
        "续写新篇章",
        "接 3 个电话",
        "转 20 多次",
        "（讲话全文见A02版）",
        "详见A5版",
        "相關新聞刊P4版",
        "{相關新聞見p04}",
        "训练场上人群转向，准备接力",
        "以上接第三版的修订为准。",
        "Related story, A4",
        "More on A5",
        "",
    ],
)
def test_no_jump(text: str) -> None:
    """Prose with 转 or 接 and references to other stories are no jumps."""
    assert read_jump_line(text, fold(text)) == ()
    assert find_jumps(text) == ()


def test_a_mark_at_a_paragraphs_head() -> None:
    """[上接第一版）工程…: the paragraph follows on the same line, even inside a sentence."""
    text = "[上接第一版）工程旨在提升农业生产能力。"
    (jump,) = opens_with_jump(text, fold(text))
    assert (jump.direction, jump.page, jump.text) == ("from", "1", "[上接第一版）")
    assert find_jumps(text) == (jump,)


@pytest.mark.parametrize(
    "text", ["（接第一版）工程旨在提升。", "上接第1版）工程旨在提升。", "(上接一版)工程旨在提升。"]
)
def test_marks_that_a_machine_read_badly(text: str) -> None:
    """A bracket lost or the word short: the paragraph behind it still goes on from page one."""
    (jump,) = opens_with_jump(text, fold(text))
    assert (jump.direction, jump.page) == ("from", "1")


def test_a_mark_at_a_paragraphs_end() -> None:
    """……（下转A3版）"""
    text = "大桥今天通车。（下转A3版）"
    (jump,) = closes_with_jump(text, fold(text))
    assert (jump.direction, jump.page, jump.text) == ("to", "A3", "（下转A3版）")


def test_marks_in_a_row() -> None:
    """（上接A1版，下转A3版）: a story's middle part names both pages, and the paragraph is without the marks."""
    line = "（上接A1版，下转A3版）"
    back, forth = read_jump_line(line, fold(line))
    assert (back.direction, back.page, back.text) == ("from", "A1", "（上接A1版")
    assert (forth.direction, forth.page, forth.text) == ("to", "A3", "下转A3版）")
    for text in (line + "工程旨在提升农业生产能力。", "工程旨在提升农业生产能力。" + line):
        assert [(one.direction, one.page) for one in find_jumps(text)] == [("from", "A1"), ("to", "A3")]


@pytest.mark.parametrize(
    ("printed", "normal"),
    [("A01", "A1"), ("01", "1"), ("一", "1"), ("十二", "12"), ("A 3", "A3"), ("A04/05", "A4/5")],
)
def test_pages_in_normal_form(printed: str, normal: str) -> None:
    """第一版 and 01版 are page 1, A03 is A3."""
    assert normal_page(printed) == normal
