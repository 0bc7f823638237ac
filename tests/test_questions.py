"""A heuristic may tell of which blocks it is asked; that spares questions and changes no answer."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from attrs import evolve

import banmian
from banmian import DEFAULT_HEURISTICS, Block, Heuristic, Parser, Role
from banmian.export.margin import read_margin

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
ASKED_OF_ALL = Parser(
    [
        evolve(one, fact=None, above=None, below=None, cues="", opening="", among=None)
        for one in DEFAULT_HEURISTICS
    ]
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_condition_changes_an_answer(path: Path) -> None:
    """A block that a heuristic is not asked about is one that it has nothing to say about."""
    text = read_margin(path.read_text(encoding="utf-8")).text
    for asked, asked_always in zip(banmian.parse(text).blocks, ASKED_OF_ALL.parse(text).blocks, strict=True):
        assert sorted(asked.votes) == sorted(asked_always.votes)


def says_something(block: Block) -> str | None:
    """Speaks whenever it is asked."""
    return "asked"


@pytest.mark.parametrize(
    ("conditions", "asked"),
    [
        ({}, "新华社记者 王小明|省长出席会议并讲话。|医保改革"),
        ({"fact": "credit"}, "新华社记者 王小明"),
        ({"cues": "。！"}, "省长出席会议并讲话。"),
        ({"opening": "医省"}, "省长出席会议并讲话。|医保改革"),
        ({"longest": 4}, "医保改革"),
        ({"among": lambda blocks: [len(blocks) - 1, 0]}, "新华社记者 王小明|医保改革"),
        ({"among": lambda blocks: range(2), "cues": "。"}, "省长出席会议并讲话。"),
        ({"below": "closed"}, "新华社记者 王小明"),
        ({"above": "closed"}, "医保改革"),
        ({"above": "credit", "below": "titular"}, "省长出席会议并讲话。"),
        ({"above": "credit", "fact": "titular"}, ""),
        ({"cues": "议]", "opening": "省^", "longest": 20}, "省长出席会议并讲话。"),
    ],
)
def test_only_blocks_that_meet_every_condition_are_asked(conditions: dict[str, object], asked: str) -> None:
    """Conditions are joined by and."""
    parser = Parser([Heuristic(says_something, Role.ADVERT, 9.0, **conditions)])  # type: ignore[arg-type]
    blocks = parser.label(parser.read_blocks("新华社记者 王小明\n\n省长出席会议并讲话。\n\n医保改革"))
    assert "|".join([block.text for block in blocks if block.role is Role.ADVERT]) == asked


def test_a_fact_that_no_block_has_is_an_error() -> None:
    """A misspelt condition would silence its heuristic."""
    with pytest.raises(ValueError, match="fact"):
        Heuristic(says_something, Role.ADVERT, 1.0, fact="credits")


def test_parsers_copy_and_pickle_after_use() -> None:
    """What a parser remembers of the blocks that it met is no part of it."""
    parser = Parser()
    page = parser.parse("# 医保改革\n\n省长出席会议并讲话。")
    for other in (copy.copy(parser), copy.deepcopy(parser), pickle.loads(pickle.dumps(parser))):
        assert other == parser
        assert other.parse(page.text) == page
