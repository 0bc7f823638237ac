"""What people add for their own newspaper, and the errors that they meet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import banmian
from banmian import (
    DEFAULT_ASSEMBLY,
    DEFAULT_HEURISTICS,
    Block,
    Boundary,
    Heuristic,
    Join,
    Pairing,
    Parser,
    ProblemKind,
    ReadingError,
    Role,
)
from banmian.export.margin import read_margin
from banmian.heuristics import FOLLOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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


def test_a_parser_shows_itself_in_a_line() -> None:
    """How many rules it has, and what is not as in the defaults; not a table of two hundred rows."""
    rules, joining = len(DEFAULT_HEURISTICS), len(DEFAULT_ASSEMBLY)
    assert repr(Parser()) == f"<Parser: {rules} heuristics, {joining} rules of assembly>"
    mine = Heuristic(stands_under_the_lamp, Role.STANDING_HEAD, 2.0)
    rows = sum(one.name == "ends_with_a_dash" for one in DEFAULT_HEURISTICS)
    parser = Parser(on_error="problem").with_heuristics(mine).without("ends_with_a_dash", "opens_a_report")
    assert repr(parser) == (
        f"<Parser: {rules + 1 - rows} heuristics, {joining - 1} rules of assembly; with stands_under_the_lamp; "
        "without ends_with_a_dash, opens_a_report; on_error='problem'>"
    )
    first, *rest = DEFAULT_HEURISTICS
    heavier = Parser([evolve(first, weight=first.weight + 1), *rest], follows={**FOLLOWS, ("deck", None): 7})
    assert repr(heavier).endswith(" rules of assembly; 2 other weights>")
    assert repr(Parser([])).endswith(f" and {len({one.name for one in DEFAULT_HEURISTICS}) - 3} more>")


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (
            lambda: Parser().without(["is_a_long_text"]),
            "the names of rules, not a list; put * before a sequence",
        ),
        (
            lambda: Parser().without(Heuristic(len, "deck", 1)),
            "not a Heuristic; the name of this one is 'len'",
        ),
        (lambda: Parser().without(5), "without takes the names of rules, not an int"),
        (lambda: Parser().with_heuristics([]), "not a list; put * before a sequence"),
        (lambda: Parser().with_heuristics(len), "not the function len; say what it speaks for and how loud"),
        (lambda: Parser().with_heuristics("len"), "takes Heuristic, Boundary, Pairing and Join, not a str"),
        (lambda: Parser(5), "heuristics= is a table of Heuristic(reading, role, weight), not an int"),
        (lambda: Parser(Heuristic(len, "deck", 1)), "weight); one by itself goes into a list"),
        (lambda: Parser(assembly=5), "assembly= is a table of Boundary, Pairing and Join, not an int"),
        (lambda: Parser(follows=5), "follows= maps pairs of roles"),
        (lambda: Parser(follows={"deck": 5}), "follows= maps pairs of roles"),
        (lambda: Heuristic(len, "deck", None), "a weight is a finite number, not None"),
        (
            lambda: banmian.label("## 老窑厂"),
            "blocks are those of a page, as banmian.read_blocks gives them, not a str",
        ),
        (lambda: banmian.assemble(5), "as banmian.read_blocks gives them, not an int"),
        (
            lambda: banmian.stitch(banmian.parse("")),
            "that banmian.parse has read; one by itself goes into a list",
        ),
        (lambda: banmian.tune(["## 老窑厂"]), "read_margin or banmian.scoring.read_gold, not a str"),
        (lambda: banmian.tune(5), "read_margin or banmian.scoring.read_gold, not an int"),
        (lambda: banmian.tune([], "weights.toml"), "parser= is a Parser, not a str"),
        (lambda: read_margin(b""), "the margin form is read from a str, not from a bytes"),
    ],
)
def test_what_is_none_of_what_is_accepted(made: Callable[[], object], message: str) -> None:
    """The error says what is accepted, what came instead, and where it can what to write."""
    with pytest.raises(TypeError) as caught:
        made()
    assert message in str(caught.value)


def test_an_error_in_what_gives_the_pages_is_its_own() -> None:
    """Not one of the function that asked for them."""

    def pages() -> Iterator[banmian.Page]:
        yield banmian.parse("## 老窑厂")
        raise TypeError("the disk spoke")

    with pytest.raises(TypeError, match="the disk spoke"):
        banmian.stitch(pages())


@pytest.mark.parametrize("answer", [False, 1, "", ["a mark"], math.nan])
def test_an_answer_that_is_no_reason_is_a_failure(answer: Any) -> None:
    """``return "❖" in text and "signed"`` answers ``False`` on every other line; it is no vote there."""

    def forgets_to_answer_none(*_: object) -> Any:
        return answer

    text = "## 老街\n\n老街的石板路修好了，\n\n## 旧书摊\n\n巷口的旧书摊摆了三十年。"
    for rule in (
        Heuristic(forgets_to_answer_none, "advert", 20.0),
        Boundary(forgets_to_answer_none, 20.0),
    ):
        with pytest.raises(ReadingError, match=r"'forgets_to_answer_none' failed on block .* or with None"):
            Parser().with_heuristics(rule).parse(text)
        page = Parser(on_error="problem").with_heuristics(rule).parse(text)
        assert [one.role for one in page.blocks] == [one.role for one in banmian.parse(text).blocks]
        assert page.articles == banmian.parse(text).articles
        assert any(problem.kind is ProblemKind.HEURISTIC for problem in page.problems)


def test_a_reading_may_raise_or_answer_what_cannot_be_printed() -> None:
    """The problem names its type, and the page is there."""

    class SilentError(Exception):
        def __repr__(self) -> str:
            raise RuntimeError

    def raises(block: Block) -> str | None:
        raise SilentError

    def answers(block: Block) -> Any:
        return SilentError()

    for reading in (raises, answers):
        page = (
            Parser(on_error="problem").with_heuristics(Heuristic(reading, "advert", 20.0)).parse("## 旧书摊")
        )
        assert [one.headline for one in page.articles] == ["旧书摊"]
        (problem,) = [one for one in page.problems if one.kind is ProblemKind.HEURISTIC]
        assert problem.message.startswith(f"heuristic {reading.__name__!r} failed on block 0")
        assert "<SilentError>" in problem.message


@pytest.mark.parametrize("weight", [math.nan, math.inf, -math.inf, "nan"])
def test_a_weight_is_a_finite_number(weight: float | str) -> None:
    """With nan every comparison is false, and infinity leaves the others nothing to say."""
    for kind in (Boundary, Pairing, Join):
        with pytest.raises(ValueError, match="a weight is a finite number"):
            kind(lambda above, below: None, weight)
    with pytest.raises(ValueError, match="a weight is a finite number"):
        Heuristic(stands_under_the_lamp, "headline", weight)
    with pytest.raises(ValueError, match="a weight is a finite number"):
        Parser(follows={(Role.KICKER, Role.HEADLINE): float(weight)})


def test_tables_are_checked_when_they_are_made() -> None:
    """Not on the first page that is read, and not never."""
    not_a_reading: Any = "our mark"
    for kind in (Boundary, Pairing, Join):
        with pytest.raises(TypeError, match="must be callable"):
            kind(not_a_reading, 1.0)
    with pytest.raises(TypeError, match="must be callable"):
        Heuristic(not_a_reading, "headline", 1.0)
    no_role: Any = "kickr"
    with pytest.raises(ValueError, match="no role is called 'kickr'; did you mean kicker"):
        Parser(follows={(None, no_role): 1.0})
    no_way: Any = "ignore"
    with pytest.raises(ValueError, match="on_error= is 'raise' or 'problem', not 'ignore'"):
        Parser(on_error=no_way)


def test_one_role_of_a_boundary_may_stand_alone() -> None:
    """``roles="paragraph"`` is one role, not nine letters."""
    assert Boundary(lambda story, block: None, 1.0, roles="paragraph").roles == {Role.PARAGRAPH}
