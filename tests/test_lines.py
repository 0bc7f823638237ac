"""What engines write around the print, and what is left of a line without it."""

from __future__ import annotations

import pytest

import banmian

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
    # a row keeps its marks: they part its cells
    ("| 2路 | 高铁东站 |", "| 2路 | 高铁东站 |"),
    ("<tr><td>2路</td><td>高铁东站</td></tr>", "<tr><td>2路</td><td>高铁东站</td></tr>"),
]


@pytest.mark.parametrize(("line", "printed"), PRINTED)
def test_what_is_printed(line: str, printed: str) -> None:
    (block,) = banmian.read_blocks(line)
    assert block.text == printed
    assert "".join(line[start:end] for start, end in block.pieces) == printed


@pytest.mark.parametrize("line", ["---", "***", "===", "```", "<table>", "</tbody>", "<br>", "&nbsp;"])
def test_nothing_is_printed(line: str) -> None:
    (block,) = banmian.read_blocks(line)
    assert block.text == ""
    assert banmian.parse(line).blocks[0].role == "artifact"
