"""What people add for their own newspaper, and the errors that they meet."""

from __future__ import annotations

import pytest

import banmian
from banmian import DEFAULT_HEURISTICS, Block, Heuristic, Parser, Role


def stands_under_the_lamp(block: Block) -> str | None:
    """A line with our mark is a standing head."""
    return "our mark" if block.text.startswith("灯下") else None


def test_a_reading_in_five_lines_changes_a_page() -> None:
    """A function of a block and a row of the table."""
    text = "## 旧书摊\n\n巷口的旧书摊摆了三十年，摊主今年七十一岁。\n\n灯下漫笔之十二\n\n## 老街\n\n老街的石板路修好了。"
    parser = Parser([*DEFAULT_HEURISTICS, Heuristic(stands_under_the_lamp, "standing_head", 20.0)])
    assert banmian.parse(text).blocks[2].role is not Role.STANDING_HEAD
    page = parser.parse(text)
    assert page.blocks[2].role is Role.STANDING_HEAD
    assert page.articles[1].column == "灯下漫笔之十二"
    assert parser.without("stands_under_the_lamp") == Parser()


def test_what_opens_a_section_is_a_reading_too() -> None:
    """A paper that sets ◎链接 over a box: the reading speaks for ``subhead``, and a section opens there."""

    def opens_a_box(block: Block) -> str | None:
        return "◎ opens a box" if block.text.startswith("◎") else None

    text = (
        "## 老窑厂变身陶艺村\n\n本报讯 停产九年的老窑厂将改造为陶艺村，明年春天开放。\n\n"
        "◎链接：全市已有陶艺村三个，从业者四百人\n\n最早的一个建于十年前，如今每年接待游客两万人。"
    )
    (article,) = Parser().with_heuristics(Heuristic(opens_a_box, Role.SUBHEAD, 9.0)).parse(text).articles
    assert [section.title for section in article.sections] == [
        None,
        "◎链接：全市已有陶艺村三个，从业者四百人",
    ]


def test_a_block_knows_its_place_on_the_page() -> None:
    """Neighbours, how wide it was printed, how often it stands there."""
    first, second, third = banmian.read_blocks("灯下\n\n## 旧书摊\n\n灯  下")
    assert first.before is None and first.after is second and second.after is third
    assert (first.width, second.width, third.width) == (2, 3, 4)
    assert (first.times, second.times, third.times) == (2, 1, 2)


def test_roles_that_do_not_exist_are_named_with_their_like() -> None:
    """``headlin`` was probably meant to be ``headline``."""
    with pytest.raises(ValueError, match="no role is called 'headlin'; did you mean headline"):
        Heuristic(stands_under_the_lamp, "headlin", 1.0)


def test_names_are_unique() -> None:
    """Two rows of one name are one reading that speaks for two roles."""

    def another(block: Block) -> str | None:
        return None

    mine = Heuristic(stands_under_the_lamp, Role.STANDING_HEAD, 2.0)
    Parser([mine, Heuristic(stands_under_the_lamp, Role.HEADLINE, -2.0)])
    with pytest.raises(ValueError, match="two heuristics are called 'stands_under_the_lamp' and speak for"):
        Parser([mine, mine])
    with pytest.raises(ValueError, match="two readings are called 'stands_under_the_lamp'"):
        Parser([mine, Heuristic(another, Role.HEADLINE, 1.0, name="stands_under_the_lamp")])
    with pytest.raises(TypeError, match="Heuristic"):
        Parser([stands_under_the_lamp])  # type: ignore[list-item]
