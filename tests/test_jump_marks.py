"""A jump mark set into a line is the article's jump, and no part of the text that it stands in."""

from __future__ import annotations

import pytest

import banmian

ROAD = "市里新修的三条公路昨天通车，沿线十二个村的村民第一次坐上了公交车。"
BUS = "“以前进城要走两个小时，现在半小时就到了。”村民老李说，他每周都要去看女儿。"


@pytest.mark.parametrize("arrow", "▲▼△▽◀▶")
def test_an_arrow_before_the_mark_makes_no_caption_of_it(arrow: str) -> None:
    """▼下转A3版 on a line of its own sends on, as ▼ before a sentence tells what a picture shows."""
    for mark, lines in [
        ("下转A3版", "{0}\n\n{1}"),
        ("文轉A4", "{0}\n\n{1}"),
        ("上接A01版", "{1}\n\n{0}"),
        ("文接A1", "{1}\n\n{0}"),
    ]:
        text = "## 三条公路通到家门口\n\n" + lines.format(ROAD, arrow + mark)
        (article,) = banmian.parse(text).articles
        assert not article.captions
        assert [jump.text.lstrip(arrow) for jump in article.jumps] == [mark]
        assert [paragraph.text for paragraph in article.paragraphs] == [ROAD]
    page = banmian.parse(f"## 三条公路通到家门口\n\n{ROAD}\n\n▼村民坐上头一班公交车。")
    assert page.articles[0].captions


@pytest.mark.parametrize(
    ("page", "mark"),
    [
        (f"## 三条公路通到家门口（上接A01版）\n\n{ROAD}\n\n{BUS}", "（上接A01版）"),
        (f"## （上接第一版）三条公路通到家门口\n\n{ROAD}\n\n{BUS}", "（上接第一版）"),
        (f"## 三条公路通到家门口\n\n（上接第一版）{ROAD}\n\n{BUS}", "（上接第一版）"),
        (f"## 三条公路通到家门口\n\n［上接第一版）{ROAD}\n\n{BUS}", "［上接第一版）"),
        (f"## 三条公路通到家门口\n\n{ROAD}\n\n{BUS}（下转第三版）", "（下转第三版）"),
    ],
)
def test_the_mark_is_the_articles_jump_and_not_its_text(page: str, mark: str) -> None:
    """In the title, before the first word, behind the last: the text is the same without it."""
    (article,) = banmian.parse(page).articles
    (jump,) = article.jumps
    assert jump.text == mark
    assert page[slice(*jump.span)] == mark
    assert article.headline == "三条公路通到家门口"
    assert [paragraph.text for paragraph in article.paragraphs] == [ROAD, BUS]
    for paragraph in article.paragraphs:
        assert "".join(page[slice(*span)] for span in paragraph.spans) == paragraph.text


@pytest.mark.parametrize("mark", ["（上接A1版，下转A3版）", "（上接A1版 下轉A3版）", "◀上接A1版 ▶下转A3版"])
@pytest.mark.parametrize(
    "lines", ["{mark}{0}\n\n{1}", "{mark}\n\n{0}\n\n{1}", "{0}\n\n{1}{mark}", "{0}\n\n{1}\n\n{mark}"]
)
def test_a_middle_part_names_two_pages(mark: str, lines: str) -> None:
    """What comes from page A1 and goes on on A3 has both jumps, wherever the paper prints them."""
    if mark.startswith("◀") and lines.startswith("{mark}{0}"):
        mark += " "  # without brackets a blank sets the marks apart
    middle = lines.format(ROAD, BUS, mark=mark)
    page = f"## 三条公路通到家门口\n\n{middle}\n\n## 老街书店重新开张\n\n本报讯（记者罗国梁）老街书店昨天开张，来了三百多人。"
    road, shop = banmian.parse(page).articles
    assert [(jump.direction, jump.page) for jump in road.jumps] == [("from", "A1"), ("to", "A3")]
    assert [paragraph.text for paragraph in road.paragraphs] == [ROAD, BUS]
    assert not shop.jumps
