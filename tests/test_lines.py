"""What engines write around the print, and what is left of a line without it."""

from __future__ import annotations

import pytest

import banmian
from tests.promises import keep_every_promise

PRINTED = [
    # marks of Markdown, and signs that are escaped because Markdown would take them for marks
    ("## **大坝合龙**", "大坝合龙"),
    (r"1\. 凭证入场 2\. 对号入座", "1. 凭证入场 2. 对号入座"),
    (r"网址 www\.example\.com/a\_b", "网址 www.example.com/a_b"),
    (r"C:\资料", r"C:\资料"),
    # formulas of LaTeX, which models write for figures and signs
    (r"同比增长$12\%$，投资 $ 1.2 $ 亿元", "同比增长12%，投资 1.2 亿元"),
    (r"同比增长\( 12\% \)。", "同比增长12%。"),
    (r"$\textcircled{1}$ 图为大坝合龙现场。", "1 图为大坝合龙现场。"),
    (r"减排$\mathrm{CO}_2$二百吨，建房$40m^{2}$", "减排CO2二百吨，建房40m2"),
    (r"$\text{万元}$", "万元"),
    # money is no formula
    ("票價由US$100減至US$80", "票價由US$100減至US$80"),
    ("成人$100，小童$50", "成人$100，小童$50"),
    ("每份$5-$6", "每份$5-$6"),
    ("美元兌港元(US$/HK$)", "美元兌港元(US$/HK$)"),
    # HTML
    ("<b>大坝</b>&emsp;合龙<br>", "大坝合龙"),
    ("<center>大坝合龙</center>", "大坝合龙"),
    ('<h2 data-bbox="10 20 300 60">大坝合龙</h2>', "大坝合龙"),
    ('# <span id="page-0-1"></span>**大坝合龙**', "大坝合龙"),
    # tags that engines have of their own
    ("<page_number>A05</page_number>", "A05"),
    ("<section_header_level_1><loc_12><loc_9>大坝合龙</section_header_level_1>", "大坝合龙"),
    # lines of LaTeX
    (r"\section*{大坝合龙}", "大坝合龙"),
    (r"\caption{图为合龙现场。}", "图为合龙现场。"),
    # what a model says of a piece, and where on the scan it saw it
    ("<|ref|>大坝合龙<|/ref|><|det|>[[48, 30, 512, 70]]<|/det|>", "大坝合龙"),
    ("<ref>大坝合龙</ref><box>(48,30),(512,70)</box>", "大坝合龙"),
    # a row keeps its marks: they part its cells
    ("| 2路 | 高铁东站 |", "| 2路 | 高铁东站 |"),
    ("<tr><td>2路</td><td>高铁东站</td></tr>", "<tr><td>2路</td><td>高铁东站</td></tr>"),
]


@pytest.mark.parametrize(("line", "printed"), PRINTED)
def test_what_is_printed(line: str, printed: str) -> None:
    (block,) = banmian.read_blocks(line)
    assert block.text == printed
    assert "".join(line[start:end] for start, end in block.pieces) == printed


NOT_PRINTED = [
    *("---", "***", "===", "```", "<table>", "</tbody>", "<br>", "&nbsp;"),
    *("<html><body>", "</doctag>", r"\begin{figure}", r"\captionsetup{labelformat=empty}"),
    *("<!-- image -->", "![](imgs/1.jpg)", "<image_1>", "[图片]", "[Image 2]"),
    *('<span id="page-0-0"></span>![](_page_0_Picture_1.jpeg)', r"\includegraphics[width=9cm]{images/1.jpg}"),
    '<div class="image" data-bbox="1 2 3 4"><img data-bbox="1 2 3 4"/></div>',
    f"![](data:image/png;base64,{'iVBORw0KGgo' * 9_000})",
    "<|ref|>sub_title<|/ref|><|det|>[[48, 100, 512, 130]]<|/det|>",
    *("**（左上）**", "【右侧栏】", "## 第二栏", "页脚：", "【底部广告】", "【版面右下角】", "[左侧文章]"),
    *("--- Page 1 ---", "[Page 3]", "第 1 页 / 共 4 页", "Page 1 of 4", "[END OF PAGE]", f"{{0}}{48 * '-'}"),
    "以上就是这张报纸版面的全部文字内容。",
]


@pytest.mark.parametrize("line", NOT_PRINTED)
def test_nothing_is_printed(line: str) -> None:
    (block,) = banmian.parse(line).blocks
    assert block.role == "artifact"


def test_the_words_in_a_pictures_place_are_its_caption() -> None:
    """<img>…</img> is what some engines write for a picture and the line below it."""
    story = "昨天上午，江上的大坝合龙了，工人们在坝顶上拍照留念。"
    text = f"## 大坝合龙\n\n{story}\n\n<img>坝顶上的工人</img>\n\n## 渡口停航\n\n{story}"
    page = banmian.parse(text)
    keep_every_promise(text)
    assert [caption.text for caption in page.articles[0].captions] == ["坝顶上的工人"]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        (r"\title{大坝合龙}", 1),
        (r"\section*{大坝合龙}", 2),
        (r"\subsection*{大坝合龙}", 3),
        ("<h3 class=title>大坝合龙</h3>", 3),
        ("<section_header_level_2>大坝合龙</section_header_level_2>", 2),
    ],
)
def test_a_title_has_the_level_that_its_engine_gave_it(line: str, level: int) -> None:
    (block,) = banmian.read_blocks(line)
    assert (block.text, block.level) == ("大坝合龙", level)


@pytest.mark.parametrize(
    "line", ["## 中部新闻", "**左图：**", "## 上下", "第2版", "（上）", "## 底部的工人", "**右转**"]
)
def test_print_that_looks_like_a_place(line: str) -> None:
    page = banmian.parse(f"{line}\n\n昨天上午，江上的大坝合龙了，工人们在坝顶上拍照留念。")
    assert page.blocks[0].role != "artifact"


FRONT_MATTER = "---\nprimary_language: zh\ntags:\n  - 报纸\n---\n"


def test_what_stands_before_the_page_begins() -> None:
    """Front matter in YAML is the machine's; two rules of a page and what they part are the page's."""
    page = keep_every_promise(f"{FRONT_MATTER}# 大坝合龙\n\n本报讯 昨日上午，大坝合龙。\n")
    assert [block.role for block in page.blocks] == [*["artifact"] * 5, "headline", "paragraph"]
    page = keep_every_promise("---\n今日导读\n---\n# 大坝合龙\n\n本报讯 昨日上午，大坝合龙。\n")
    assert page.blocks[1].text == "今日导读"
    keep_every_promise(FRONT_MATTER * 400)


@pytest.mark.parametrize(
    "cycle", ["![图书](1.jpg)\n", "# 图书\n![图书](1.jpg)\n报后\n", "报后 \r\n\r\n  台湾\r\n"]
)
def test_a_loop_is_converted_as_one_copy_is(cycle: str) -> None:
    """What is not printed stays as it is, in the first copy and in all others."""
    page = keep_every_promise(cycle * 900)
    assert any(block.kind == "loop" for block in page.blocks)
    printed = banmian.parse(cycle).to("traditional").text
    assert page.to("traditional").text == printed * 900
