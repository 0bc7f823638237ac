"""The labels that a model writes before the lines of a page are no print, and say what the lines are."""

from __future__ import annotations

import pytest

import banmian
from tests.promises import keep_every_promise

FORMS = [
    ("**标题**：{}", "**作者**：{}", "**正文**：{}"),
    ("**标题：** {}", "**作者：** {}", "**正文：** {}"),
    ("标题：{}", "作者：{}", "正文：{}"),
    ("標題：{}", "作者：{}", "內文：{}"),
    ("【标题】{}", "【作者】{}", "【正文】{}"),
    ("【标题】：{}", "【作者】：{}", "【正文】：{}"),
    ("## 标题：{}", "作者：{}", "### 正文\n\n{}"),
    ("### 标题\n{}", "### 作者\n{}", "### 正文\n{}"),
    ("- **标题**：{}", "- **作者**：{}", "- **正文**：{}"),
    ("**Headline:** {}", "**Byline:** {}", "**Body:** {}"),
    ("Title: {}", "Author: {}", "Text: {}"),
    ('  "title": "{}",', '  "author": "{}",', '  "content": "{}"'),
    ('  "标题": "{}",', '  "作者": "{}",', '  "正文": "{}"'),
    ("### 文章一：{}", "作者：{}", "{}"),
]
STORIES = [
    ("夜校开到菜场边", "记者 柏小川", "柳河街的夜校昨晚在菜场边上开课，二十名摊主收了摊就来听记账。"),
    ("渡口添了两盏灯", "记者 岑若梅", "南渡口前天添了两盏灯，摆渡的老人说，夜里靠岸再不用喊人打手电。"),
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[0])
def test_labels_are_taken_at_their_word(form: tuple[str, str, str]) -> None:
    """Whatever form they have, titles, authors and texts come out without them."""
    lines = [
        label.replace("文章一", ("文章一", "文章二")[number]).format(value)
        for number, story in enumerate(STORIES)
        for label, value in zip(form, story, strict=True)
    ]
    page = keep_every_promise("\n\n".join(lines))
    assert [(article.headline, article.bylines[0].names, article.text) for article in page.articles] == [
        (title, (byline.removeprefix("记者 "),), text) for title, byline, text in STORIES
    ]


PRINTED = [
    # a list of prizes, the data of books
    "题目：盐田的夏天\n\n作者：吴一\n\n题目：过桥\n\n作者：柯牧村\n\n内容：写一座桥的四十年。",
    # one label proves nothing, nor does the word in a sentence
    "总编辑只说了一句：\n\n标题：不准超过十二个字。\n\n我又删掉两个字，他才点头放行。",
    "标题是门面，也是承诺。\n\n标题可以漂亮，承诺不能跳票。\n\n正文写得再好，也要有人肯往下看。",
    "广告：真情实意的话\n\n作者：白石\n\n栏目：夜读\n\n版面：四版",
]


@pytest.mark.parametrize("text", PRINTED)
def test_a_newspaper_prints_such_words_itself(text: str) -> None:
    assert [block.text for block in banmian.parse(text).blocks] == text.split("\n\n")


def test_numbers_before_all_titles_are_the_models() -> None:
    """1. 2. 3. before every bold line of a page count its stories."""
    titles = ["夜校开到菜场边", "渡口添了两盏灯", "老井今日重见天日"]
    text = "柳河日报昨日开设新栏，读者纷纷来信来电，编辑部逐条作了答复，并请有关部门在本周之内办理完毕。"
    page = keep_every_promise(
        "\n\n".join(f"{number}. **{title}**\n\n{text}" for number, title in enumerate(titles, 1))
    )
    assert [article.headline for article in page.articles] == titles


def test_the_parts_of_one_text_keep_their_numbers() -> None:
    """Under a title of their own, numbers count subheads."""
    parts = "\n\n".join(f"{number}. **第{number}步先看灯**\n\n站稳了再走，不要抢。" for number in (1, 2, 3))
    page = keep_every_promise(f"# 过街怎么走\n\n{parts}")
    assert [article.headline for article in page.articles] == ["过街怎么走"]
    assert [block.text for block in page.blocks][1::2] == [
        f"{number}. 第{number}步先看灯" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    "line", ["[部分文字无法辨认]", "（此处文字模糊，无法识别）", "[Illegible text]", "[此处有图片]"]
)
def test_what_the_machine_could_not_read(line: str) -> None:
    page = banmian.parse(
        f"# 夜校开到菜场边\n\n本报讯 夜校昨晚开课。\n\n{line}\n\n二十名摊主来听记账。\n\n课后发了账本。"
    )
    assert page.blocks[2].role == "artifact"
