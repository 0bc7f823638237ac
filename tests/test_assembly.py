"""What people add to the tables of assembly: where stories part, whose title it is, what is one paragraph."""

from __future__ import annotations

import pytest

import banmian
from banmian import DEFAULT_ASSEMBLY, Block, Boundary, Join, Pairing, Parser
from banmian.assembly.story import Story
from tests.promises import keep_every_promise

BRIEFS = """\
## 一周见闻

◆东街小学上周办起了图书角，三百册旧书由街坊捐来，孩子们放学以后可以坐下来读。

◆南门菜场换了新的遮雨棚，摊主说下雨天再也不用拿盆接水了，买菜的人也多了起来。

◆西桥的栏杆修好了，夜里过桥的人可以放心走，桥头还添了两盏灯。
"""


def opens_with_a_diamond(story: Story, block: Block) -> str | None:
    """Our briefs begin with ◆."""
    return "◆ opens a brief" if block.text.startswith("◆") else None


def test_a_boundary_of_ones_own_parts_stories() -> None:
    """By default the three items are one story; the paper's own mark parts them."""
    assert len(banmian.parse(BRIEFS).articles) == 1
    page = Parser().with_heuristics(Boundary(opens_with_a_diamond, 3.0, roles=["paragraph"])).parse(BRIEFS)
    assert [article.text[:5] for article in page.articles] == ["◆东街小学", "◆南门菜场", "◆西桥的栏"]
    assert "◆ opens a brief (opens_with_a_diamond +3.0)" in page.articles[1].explain()
    assert "◆ opens a brief (opens_with_a_diamond +3.0)" in page.blocks[2].explain()


def test_a_title_finds_its_text_by_a_pairing_of_ones_own() -> None:
    """The title shares no word with its text; the paper numbers both."""
    page = """\
上周落成的图书角有三百册旧书，由街坊捐来，孩子们放学以后可以坐下来读到天黑。【一】

## 旧书摊

本报讯 巷口的旧书摊摆了三十年，摊主今年七十一岁，每天清早出摊，天黑才收。

## 星光【一】
"""

    def bears_the_same_number(head: Story, body: Story) -> str | None:
        number = head.head[-1].text.strip()[-3:]
        return f"both bear {number}" if body.prose[-1].text.strip().endswith(number) else None

    assert banmian.parse(page).articles[0].headline is None
    article = Parser().with_heuristics(Pairing(bears_the_same_number, 4.0)).parse(page).articles[0]
    assert article.headline == "星光【一】"
    assert "both bear 【一】 (bears_the_same_number +4.0)" in article.explain()


def test_a_join_of_ones_own_ties_paragraphs() -> None:
    """A paper that sets ＋ where a paragraph goes on in the next column."""
    text = "## 旧书摊\n\n巷口的旧书摊摆了三十年，摊主今年七十一岁。＋\n\n每天清早出摊，天黑才收。"

    def ends_with_a_plus(first: Block, second: Block) -> str | None:
        return "＋ at the end" if first.text.endswith("＋") else None

    parser = Parser().with_heuristics(Join(ends_with_a_plus, 4.0))
    assert len(banmian.parse(text).articles[0].paragraphs) == 2
    (paragraph,) = parser.parse(text).articles[0].paragraphs
    assert len(paragraph.spans) == 2
    assert len(parser.without("ends_with_a_plus").parse(text).articles[0].paragraphs) == 2


def test_a_rule_of_assembly_can_be_left_out() -> None:
    """Without ``opens_a_report``, 本报讯 below a text goes on with the story."""
    text = "## 两件事\n\n本报讯 东街小学上周办起了图书角，街坊捐书。\n\n本报讯 西桥的栏杆修好了，桥头添了两盏灯。"
    assert len(banmian.parse(text).articles) == 2
    assert len(Parser().without("opens_a_report").parse(text).articles) == 1
    with pytest.raises(ValueError, match="did you mean opens_a_report"):
        Parser().without("opens_report")


def test_the_order_of_the_tables_never_matters(seed: bytes) -> None:
    """The tables in reverse, with a rule that weighs nothing: the same page."""
    parser = Parser(assembly=[*reversed(DEFAULT_ASSEMBLY), Boundary(opens_with_a_diamond, 0.0)])
    assert parser.parse(seed) == banmian.parse(seed)
    assert parser.parse(BRIEFS) == banmian.parse(BRIEFS)


def test_a_reading_of_assembly_that_fails_is_named_or_becomes_a_problem() -> None:
    """As for the readings of blocks."""

    def divides_by_zero(story: Story, block: Block) -> str | None:
        raise ZeroDivisionError

    rule = Boundary(divides_by_zero, 1.0)
    with pytest.raises(banmian.ReadingError, match=r"divides_by_zero.*南门菜场"):
        Parser().with_heuristics(rule).parse(BRIEFS)
    page = Parser(assembly=[*DEFAULT_ASSEMBLY, rule], on_error="problem").parse(BRIEFS)
    assert page.articles == banmian.parse(BRIEFS).articles
    assert sum("divides_by_zero" in problem.message for problem in page.problems) == 2


def test_a_tag_on_a_line_of_its_own_is_no_paragraph() -> None:
    """Tables come as HTML, one tag a line; only a row of cells is a paragraph, with the tags that part them."""
    text = "## 公交线路调整\n\n本报讯 两条线路改道。\n\n<table>\n<tr>\n<td>2路</td><td>高铁东站</td>\n</tr>\n</table>\n"
    (article,) = banmian.parse(text).articles
    assert [one.text for one in article.paragraphs] == [
        "本报讯 两条线路改道。",
        "<td>2路</td><td>高铁东站</td>",
    ]
    page = keep_every_promise("<tr>\n\n<td>2路<\n\n/td><td\n\n>高铁东站</\n\ntd></tr\n\n>")
    assert [one.text for one in page.articles[0].paragraphs] == ["<td>2路<"]


def test_names_are_unique_over_all_tables() -> None:
    """``without`` takes a name, whichever table it is in."""
    rule = Boundary(opens_with_a_diamond, 1.0)
    with pytest.raises(ValueError, match="two rules are called 'opens_with_a_diamond'"):
        Parser().with_heuristics(rule, Boundary(opens_with_a_diamond, 2.0))
    with pytest.raises(TypeError, match="Boundary, Pairing and Join"):
        Parser(assembly=[opens_with_a_diamond])  # type: ignore[list-item]


SCHOOL = "本报讯 东街小学上周办起了图书角，三百册旧书由街坊捐来，孩子们放学以后可以坐下来"
MARKET = "本报讯 南门菜场换了新的遮雨棚，摊主说下雨天再也不用拿盆接水了，买菜的人也多了起来。"


def paragraphs(text: str, *without: str) -> list[tuple[str | None, list[str]]]:
    """Each article's headline, and how its paragraphs begin and end."""
    return [
        (article.headline, [f"{one.text[:6]}…{one.text[-4:]}" for one in article.paragraphs])
        for article in Parser().without(*without).parse(text).articles
    ]


def test_a_comma_goes_on_with_the_story_further_up_that_broke_off() -> None:
    """The end of the first story came out below the second one, which is whole."""
    page = f"""\
## 东街小学办起图书角

{SCHOOL}

## 南门菜场换了遮雨棚

{MARKET}

，读到天黑再回家，家长下班以后来接也不着急。
"""
    assert paragraphs(page) == [
        ("东街小学办起图书角", ["本报讯 东街…不着急。"]),
        ("南门菜场换了遮雨棚", ["本报讯 南门…了起来。"]),
    ]
    why = banmian.parse(page).blocks[-1].explain()
    assert "broke off further up (goes_on_in_a_story_further_up +8.0)" in why
    assert paragraphs(page, "goes_on_in_a_story_further_up") == [
        ("东街小学办起图书角", ["本报讯 东街…以坐下来"]),
        ("南门菜场换了遮雨棚", ["本报讯 南门…了起来。", "，读到天黑再…不着急。"]),
    ]


def test_a_text_on_the_subject_of_the_title_above_it_is_no_half_of_the_story_before() -> None:
    """The first story broke off for good; what follows the next title speaks of that title's subject."""
    page = f"""\
## 东街小学办起图书角

{SCHOOL}

## 南门菜场换了遮雨棚

南门菜场的遮雨棚上周换了新的，菜场里的摊主说下雨天再也不用拿盆接水，遮雨棚下也亮了许多。
"""
    own = ("南门菜场换了遮雨棚", ["南门菜场的遮…了许多。"])
    assert paragraphs(page) == [("东街小学办起图书角", ["本报讯 东街…以坐下来"]), own]
    assert "(speaks_of_the_title_that_cut_in +3.0)" in banmian.parse(page).blocks[-1].explain()
    assert own not in paragraphs(page, "speaks_of_the_title_that_cut_in")


def test_behind_a_title_that_cut_in_the_text_parts_where_its_words_do() -> None:
    """Neither dateline nor byline says where the second story begins."""
    page = f"""\
## 东街小学办起图书角

{SCHOOL}

## 南门菜场换了遮雨棚

读到天黑再回家。图书角的旧书按年级摆放，孩子们自己登记，借走的旧书一周之内还回图书角。

南门菜场的遮雨棚用了二十年，一到下雨就漏，菜场的摊主只好拿盆接水。

新的遮雨棚上周装好，菜场里亮了许多，买菜的人也多了起来。
"""
    assert paragraphs(page) == [
        ("东街小学办起图书角", ["本报讯 东街…图书角。"]),
        ("南门菜场换了遮雨棚", ["南门菜场的遮…盆接水。", "新的遮雨棚上…了起来。"]),
    ]
    assert "(stands_where_the_words_part +3.0)" in banmian.parse(page).blocks[-2].explain()
    assert paragraphs(page, "stands_where_the_words_part")[1] == ("南门菜场换了遮雨棚", [])


def test_two_titles_above_each_others_text_change_places() -> None:
    page = f"""\
## 东街小学办起图书角

{MARKET}菜场的遮雨棚用了二十年。

## 南门菜场换了遮雨棚

{SCHOOL}读。图书角由小学的老师看管。
"""
    assert paragraphs(page) == [
        ("东街小学办起图书角", ["本报讯 东街…师看管。"]),
        ("南门菜场换了遮雨棚", ["本报讯 南门…二十年。"]),
    ]
    why = banmian.parse(page).articles[0].explain()
    assert "75% of the title's pairs stand in this text (shares_far_more_than_any_other +3.0)" in why
    assert paragraphs(page, "shares_far_more_than_any_other") == [
        ("东街小学办起图书角", ["本报讯 南门…二十年。"]),
        ("南门菜场换了遮雨棚", ["本报讯 东街…师看管。"]),
    ]


def test_two_titles_that_ran_together_are_parted() -> None:
    """The upper one stands behind its own text, and has nothing of the text below."""
    page = f"""\
{SCHOOL}读。图书角由小学的老师看管。

## 东街小学办起图书角

## 南门菜场换了遮雨棚

{MARKET}菜场的遮雨棚用了二十年。
"""
    assert paragraphs(page) == [
        ("东街小学办起图书角", ["本报讯 东街…师看管。"]),
        ("南门菜场换了遮雨棚", ["本报讯 南门…二十年。"]),
    ]
    left_out = paragraphs(page, "shares_far_more_than_any_other", "has_nothing_of_the_text_below")
    assert [headline for headline, _ in left_out] == [None, "东街小学办起图书角 南门菜场换了遮雨棚"]
