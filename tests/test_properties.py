"""What holds of any text: nothing is lost, nothing stands twice, nothing raises."""

from __future__ import annotations

import copy
import pickle
import random
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import banmian
from banmian import (
    DEFAULT_ASSEMBLY,
    DEFAULT_HEURISTICS,
    Boundary,
    Heuristic,
    Join,
    Pairing,
    Parser,
    Role,
)
from banmian.export.margin import read_margin
from banmian.heuristics import FOLLOWS
from tests.newspapers import newspapers
from tests.promises import keep_every_promise

#: pieces that pages are made of, and what machines leave between them
PIECES = [
    "## 医保“药耗子”现形记",
    "**文明身影，汇成最美风景**",
    "株洲日报记者 陈某明",
    "通讯员/马某 谭某云",
    "本报讯（记者王某）近日，市里开会部署工作，与会者畅所欲言。",
    "〔記者王小明／台北報導〕市長今天公布政策，各界反應不一。",
    "（倫敦廿四日路透電）英國方面、力促蘇聯允諾、",
    "据悉，某某新能源科技有限公司是一家从事开发、转让、服务的有限公",
    "司的产品昨日下线。",
    "下转 A3版",
    "（本报某地7月8日讯）",
    "（某某日报记者 李某 整理）",
    "![](imgs/19.jpg)",
    "遗失声明 本人不慎遗失身份证，声明作废。",
    "| 名次 | 球队 | 胜 |",
    "一、加强领导",
    "2019年12月27日 星期五",
    "责编：王某 校对：李某",
    "▲",
    "——",
    "　　　　",
    "\u200b",
    "\x00",
    "\ud800",
    "<div align=center>",
    "$12\\%$",
    "#",
    "**",
]
TEXTS = st.text(max_size=400) | st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=40).flatmap(
    lambda pieces: st.sampled_from(["\n\n", "\n", "\r\n", "\r", " "]).map(lambda gap: gap.join(pieces))
)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_makes_a_page_and_nothing_is_lost(text: str) -> None:
    """Blocks stand in order, do not overlap, and cover every character that is not blank."""
    keep_every_promise(text, scripts=[])


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_the_stages_make_the_same_page(text: str) -> None:
    """parse is read, label and assemble; twice is the same as once."""
    page = banmian.parse(text)
    assert page == banmian.assemble(banmian.label(banmian.read_blocks(text)))
    assert page == banmian.parse(text)


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes_make_a_page(data: bytes) -> None:
    """Bytes that are no text make a page with a problem, never an error."""
    keep_every_promise(data, scripts=[])


@given(newspapers())
@settings(max_examples=60, deadline=None)
def test_newspaper_pages_keep_every_promise(text: str) -> None:
    """Stories broken, wrapped, zipped, looped and damaged; tests/fuzz reads many more of them."""
    keep_every_promise(text, scripts=["traditional"])


@given(TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_tables_never_matters(text: str, shuffled: random.Random) -> None:
    """Permuted tables read the same page."""
    table, assembly, follows = list(DEFAULT_HEURISTICS), list(DEFAULT_ASSEMBLY), list(FOLLOWS.items())
    for rows in (table, assembly, follows):
        shuffled.shuffle(rows)  # type: ignore[arg-type]
    page = Parser(table, assembly=assembly, follows=dict(follows)).parse(text)
    assert page == banmian.parse(text)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_what_never_speaks_or_weighs_nothing_changes_nothing(text: str) -> None:
    """A silent heuristic and one of weight zero are as good as absent."""

    def keeps_silent(*_: object) -> str | None:
        return None

    def speaks_always(*_: object) -> str | None:
        return "here"

    parser = Parser().with_heuristics(
        Heuristic(keeps_silent, Role.HEADLINE, 5.0), Heuristic(speaks_always, Role.ADVERT, 0.0)
    )
    for kind in (Boundary, Pairing, Join):
        parser = parser.with_heuristics(
            kind(keeps_silent, 5.0, name=f"silent {kind.__name__}"),
            kind(speaks_always, 0.0, name=f"weightless {kind.__name__}"),
        )
    assert parser.parse(text) == banmian.parse(text)


@given(TEXTS, st.sampled_from([*DEFAULT_HEURISTICS, *DEFAULT_ASSEMBLY]))
@settings(max_examples=60, deadline=None)
def test_a_weight_of_zero_is_as_good_as_absent(
    text: str, rule: Heuristic | Boundary | Pairing | Join
) -> None:
    """For every rule of the defaults, whatever table it stands in."""
    name = rule.name
    weightless = Parser(
        [evolve(one, weight=0.0) if one.name == name else one for one in DEFAULT_HEURISTICS],
        assembly=[evolve(one, weight=0.0) if one.name == name else one for one in DEFAULT_ASSEMBLY],
    )
    assert weightless.parse(text) == Parser().without(name).parse(text)


def test_blank_texts_make_empty_pages() -> None:
    """No text, no article, no problem."""
    for text in ("", " ", "\n\n\n", "\r\n\u3000\t"):
        page = banmian.parse(text)
        assert (page.text, page.blocks, page.articles, page.problems) == (text, (), (), ())


def test_only_bytes_and_text_are_pages() -> None:
    """The error says what is accepted."""
    with pytest.raises(TypeError, match="bytes or str, not int"):
        banmian.parse(123)  # type: ignore[arg-type]


def test_a_role_is_corrected_by_hand() -> None:
    """Correct a role, assemble again: the title that was a crosshead opens an article of its own."""
    text = "本报讯 市里昨日开会，部署今年的工作。\n\n老窑厂变身\n\n停产九年的窑厂将改造为陶艺村，明年开放。"
    blocks = banmian.label(banmian.read_blocks(text))
    corrected = [
        evolve(block, role=Role.HEADLINE) if block.text == "老窑厂变身" else block for block in blocks
    ]
    page = banmian.assemble(corrected)
    assert [article.headline for article in page.articles] == [None, "老窑厂变身"]
    with pytest.raises(ValueError, match="all the blocks of one page"):
        banmian.assemble(corrected[1:])


def test_pages_and_parsers_travel() -> None:
    """Pages and parsers can be pickled, copied and compared."""
    text = "\n\n".join(PIECES[:12])
    page = banmian.parse(text)
    assert pickle.loads(pickle.dumps(page)) == page
    assert copy.deepcopy(page) == page
    assert len(pickle.dumps(page)) < 40 * len(text) + 60_000
    parser = Parser().without("is_a_notice")
    assert pickle.loads(pickle.dumps(parser)) == parser


def test_unknown_heuristics_are_named() -> None:
    """without() knows what was probably meant."""
    with pytest.raises(ValueError, match="did you mean ends_with_a_dash"):
        Parser().without("ends_with_dash")


def test_a_reading_that_fails_is_named_or_becomes_a_problem() -> None:
    """The name of the heuristic and the block are in the message."""

    def divides_by_zero(block: banmian.Block) -> str | None:
        raise ZeroDivisionError

    heuristic = Heuristic(divides_by_zero, Role.HEADLINE, 1.0)
    with pytest.raises(banmian.ReadingError, match=r"divides_by_zero.*医保"):
        Parser().with_heuristics(heuristic).parse("## 医保“药耗子”现形记")
    page = Parser((*DEFAULT_HEURISTICS, heuristic), on_error="problem").parse("## 医保“药耗子”现形记")
    assert page.articles[0].headline == "医保“药耗子”现形记"
    assert any("divides_by_zero" in problem.message for problem in page.problems)


def test_many_short_lines_one_below_the_other_are_read() -> None:
    """No reading goes up a page by calling itself: a few hundred lines would exhaust the stack."""
    for line in (
        "优惠{}折！！！",
        "第{}问：好吗？",
        "快来吧{}！",
        "一{}……",
        "第{}名 王强！",
        "（{}）好。",
        "图{}：你好！",
    ):
        for between in ("\n", "\n\n"):
            page = banmian.parse(between.join([line.format(number) for number in range(3000)]))
            assert sum(len(block.text) for block in page.blocks) > 10_000


PIECE = 341  #: characters, and so pieces of about a kilobyte


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "pages").glob("*.txt")), ids=lambda path: path.stem
)
def test_pieces_of_pages_keep_every_promise(path: Path) -> None:
    """A page that begins and ends anywhere."""
    text = read_margin(path.read_text(encoding="utf-8")).text
    for start in range(0, len(text), PIECE):
        keep_every_promise(text[start : start + PIECE].encode(), [])
