"""One parser, many threads and processes: the same answers, and values that travel."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import banmian
from banmian import DEFAULT_HEURISTICS, Heuristic, Page, Parser, Role
from banmian.export.margin import read_margin

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parent / "pages"
THREADS = 16


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Pages of several kinds: a hard-wrapped one, Traditional ones, adverts."""
    names = ("hongkong-daily", "republican-1940s", "classified-adverts", "county-paper", "seed")
    return [read_margin((PAGES / f"{name}.txt").read_text(encoding="utf-8")).text for name in names]


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns a thousand times as often as they would."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_one_parser_in_sixteen_threads(texts: list[str]) -> None:
    """A parser that no page has been read with yet, and all threads begin at once."""
    expected = [Parser().parse(text) for text in texts]
    parser = Parser()
    with ThreadPoolExecutor(THREADS) as pool:
        pages = [*pool.map(parser.parse, texts * 4)]
        converted = [*pool.map(lambda page: page.to("traditional").text, pages)]
        explained = [*pool.map(lambda page: [block.explain() for block in page.blocks], pages)]
    assert pages == expected * 4
    assert converted == [page.to("traditional").text for page in expected] * 4
    assert explained == [[block.explain() for block in page.blocks] for page in expected] * 4


@pytest.mark.usefixtures("hasty")
def test_one_page_in_sixteen_threads(texts: list[str]) -> None:
    """What a page works out when somebody asks comes out the same for everybody."""
    expected = [block.explain() for block in banmian.parse(texts[0]).blocks]
    page = banmian.parse(texts[0])
    with ThreadPoolExecutor(THREADS) as pool:
        answers = [*pool.map(lambda _: [block.explain() for block in page.blocks], range(THREADS))]
    assert answers == [expected] * THREADS


@pytest.mark.parametrize("start", ["spawn", "fork"])
def test_one_parser_in_a_pool_of_processes(texts: list[str], start: str) -> None:
    """Parser and pages go through the pool's pipes and come back equal."""
    if start not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {start} on this system")
    parser = Parser().without("is_a_notice")
    context = multiprocessing.get_context(start)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        pages = [*pool.map(parser.parse, texts)]
    assert pages == [parser.parse(text) for text in texts]


def travelled(value: object) -> Iterator[object]:
    """The value by every way that values travel."""
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))
    yield copy.copy(value)
    yield copy.deepcopy(value)


def test_pages_travel(texts: list[str]) -> None:
    """Pickled, copied, deeply copied: equal, and as good as the page itself."""
    for text in texts:
        page = banmian.parse(text)
        for other in travelled(page):
            assert isinstance(other, Page)
            assert other == page
            assert repr(other) == repr(page)
            assert [block.explain() for block in other.blocks] == [block.explain() for block in page.blocks]
            assert other.to("traditional") == page.to("traditional")
            assert banmian.assemble(other.blocks) == banmian.assemble(page.blocks)
            assert banmian.label(other.blocks) == banmian.label(page.blocks)
    assert banmian.parse(texts[0]) != banmian.parse(texts[1])


def test_parsers_travel(texts: list[str]) -> None:
    """A parser that went through a pickle reads pages as before."""
    for parser in (
        Parser(),
        Parser(on_error="problem"),
        Parser().without("is_a_notice"),
        Parser([*DEFAULT_HEURISTICS, Heuristic(ends_with_a_lamp, Role.ADVERT, 3.0)]),
    ):
        for other in travelled(parser):
            assert isinstance(other, Parser)
            assert other == parser
            assert hash(other) == hash(parser)
            assert other.parse(texts[0]) == parser.parse(texts[0])
    assert Parser() != Parser().without("is_a_notice")


def ends_with_a_lamp(block: banmian.Block) -> str | None:
    """A reading of somebody else's."""
    return "ends with a lamp" if block.text.endswith("灯") else None


def test_a_page_that_was_not_read_here_answers_as_the_one_that_was(texts: list[str]) -> None:
    """From JSON, from a pickle, copied: equal before somebody asks a block for more, and after."""
    for text in texts:
        page = banmian.parse(text)
        for other in (Page.from_json(page.to_json()), copy.deepcopy(page), pickle.loads(pickle.dumps(page))):
            block = other.blocks[-1]
            assert block == page.blocks[-1]
            assert isinstance(block, banmian.Block)
            assert block.__class__ is banmian.Block
            assert b"Unread" not in pickle.dumps(other)
            with pytest.raises(AttributeError, match="'Block' object has no attribute 'headline'"):
                block.headline  # type: ignore[attr-defined]  # noqa: B018
            assert [one.folded for one in other.blocks] == [one.folded for one in page.blocks]
            assert block.look.length == page.blocks[-1].look.length
            assert [type(one) for one in other.blocks] == [type(one) for one in page.blocks]
            assert other == page


@pytest.mark.usefixtures("hasty")
def test_a_page_that_was_not_read_here_in_sixteen_threads(texts: list[str]) -> None:
    """Its blocks answer everybody alike, whoever asks first."""
    page = banmian.parse(texts[0])
    expected = asked_of(page)
    with ThreadPoolExecutor(THREADS) as pool:
        for _ in range(20):
            other = Page.from_json(page.to_json())
            asked = pool.map(asked_of, [other] * THREADS)
            assert [*asked] == [expected] * THREADS


def asked_of(page: Page) -> list[tuple[str, bool]]:
    """What nobody asked while the page was read."""
    return [(block.folded, block.look.titular) for block in page.blocks]


def test_a_pickled_page_carries_no_dictionaries(texts: list[str]) -> None:
    """It holds the page and what was read in it: no word lists, no table of heuristics, no parser."""
    for text in texts:
        page = banmian.parse(text)
        page.to("traditional")
        for block in page.blocks:
            block.explain()
        written = pickle.dumps(page)
        # names of classes and functions that a pickle refers to
        for name in (b"Heuristic", b"Parser", b"Words", b"CharacterTable", b"re._compile", b"Converter"):
            assert name not in written
        assert len(written) < 12 * len(text.encode()) + 500 * len(page.blocks) + 4_000
    assert len(pickle.dumps(banmian.parse("旧书摊"))) < 4_000
    assert len(pickle.dumps(Parser())) < 44_000
