"""Input that was made to break parsers: time grows with its length and no faster, a second for a megabyte.

Not part of the default run: ``pytest tests/hostile``. Times are the best of several runs; what is promised of every page is checked on small pieces of the same input.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

import banmian
from tests.promises import keep_every_promise

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1_000_000
RUNS = 5
SECONDS = 1.0  #: for each megabyte
SECONDS_OF_A_DUMP = 3.0  #: for each megabyte of lines that all look like a newspaper's
SECONDS_OF_PIECES = 6.0  #: for each megabyte of lines that are a newspaper's
#: how much more each character may take in four times the text: 1.0 is linear, 4.0 quadratic; this much is the
#: machine's, whose caches are small
GROWTH = 1.6
TOO_SHORT_TO_MEASURE = 0.02  #: seconds
BUSY = 2.0  #: times as long a run may take on a slow machine, or one whose caches other programs share
SMALL = 600  #: characters on which the promises are checked

CHANCE = random.Random(1898)
HAN = [chr(code) for code in range(0x4E00, 0x9000, 7)]


def full(pattern: str) -> Callable[[int], str]:
    """As many characters of the pattern, again and again."""
    return lambda size: (pattern * (size // len(pattern) + 1))[:size]


def nested(opening: str, closing: str) -> Callable[[int], str]:
    """Brackets in brackets."""
    return lambda size: opening * (size // 2 // len(opening)) + closing * (size // 2 // len(closing))


def lines(before: str, least: int, most: int, after: str) -> Callable[[int], str]:
    """Different lines, each of so many characters drawn by chance."""

    def make(size: int) -> str:
        chance = random.Random(1898)
        made: list[str] = []
        while size > 0:
            made.append(before + "".join(chance.choices(HAN, k=chance.randint(least, most))) + after)
            size -= len(made[-1])
        return "".join(made)

    return make


#: a million characters of each
TEXTS: dict[str, Callable[[int], str]] = {
    **{name: full(name) for name in ("的", "（", "#", "**", "记者", "——", "本报讯", "、", "下转", "。", "？”", "1", "x")},
    **{name: full(name) for name in ("<", "<br ", "<!--", "![", "![](", "$", "$1", "$ x", "\\(", "$\\text{", "| a ", "* ", "> ", "\\", "&nbsp;", "<img>", "<p><img>", "<img><p></p>", "<image_1>", "![](a)", "<figure>")},
    **{name: full(name) for name in ("2019年", "12月", "王某、", "（记者", "（记者 ", "记者王某 ", "新华社北京电", "a@b.c ", "1、", "的 ")},
    "ideographic spaces": full("\u3000"),
    "newlines": full("\n"),
    "carriage returns": full("\r\n"),
    "blanks between": full("的　　　"),
    "scripts alternate": full("这条街上的老书店說話的聲音"),
    "scripts alternate by the character": full("国國"),
    "scripts alternate by the line": full("这条街上的老书店\n說話的聲音很大\n"),
    "nested brackets": nested("（【《“", "”》】）"),
    "nested square brackets": nested("[", "]"),
    "combining marks": full("的\u0301\u0301\u0301\u20dd"),
    "combining marks on one character": lambda size: "的" + "\u0301" * (size - 1),
    "bidirectional controls": full("\u202e\u2066的\u202c\u2069\u200f"),
    "characters without width": full("\u200b\u2060\ufeff\u00ad"),
    "NULs": full("\x00"),
    "surrogates": full("\ud800"),
    "surrogates the wrong way round": full("\udc00\ud800的"),
    "lines that differ, of a character": lines("", 1, 1, "\n"),
    "lines that differ, of two": lines("", 2, 2, "\n"),
    "pictures": full("![](imgs/1.jpg)\n\n图为街景。王明摄\n\n"),
    "a cycle of five": full("市里开会\n\n今日晴\n\n本报讯\n\n图为街景\n\n下转A3版\n\n"),
}  # fmt: skip
#: what looks like a newspaper is read line by line, whoever wrote it
DUMPS: dict[str, Callable[[int], str]] = {
    "lines that differ, of three to nine": lines("", 3, 9, "\n"),
    "hard-wrapped lines": lines("", 15, 15, "\n"),
    "lines of a table": lines("| ", 1, 3, " | 1 | 2 |\n"),
    "list items": lines("- ", 3, 9, "\n"),
    "titles in bold": lines("**", 6, 12, "**\n\n"),
    "headlines and a line of text": lines("## 市里开会\n\n", 40, 60, "。\n\n"),
    "titles below one byline": lambda size: (
        "# 市里开会\n\n本报记者 王小明\n\n" + lines("# 修桥\n\n", 40, 60, "。\n\n")(size)
    ),
    "texts that a model labelled": lambda size: "标题：修桥\n" + lines("正文：", 20, 30, "。\n修桥\n")(size),
    "paragraphs with a dateline": lines("本报讯（记者王明）", 40, 60, "。\n\n"),
    "signed paragraphs": lines("", 40, 60, "。（王明）\n\n"),
    "questions": lines("问：", 12, 30, "？\n答：是的。\n"),
}
#: a few lines of a page again and again, numbered: what looks back over a story or the page shows here
PIECES: dict[str, tuple[str, ...]] = {
    "exclamations": ("优惠{0}折！！！", "第{0}问：好吗？"),
    "stories broken off twice": ("# 标题第{0}号在此", "本报讯 今天上午市里开会。", "，然后散会了。"),
    "bylines below captions": ("A{0} 要闻 2019年3月{0}日 星期三", "▲图为市民在观看展览。 王明 摄", "□本报记者 王明"),
    "signatures without a text": ("【启示录】", "摄影 王明", "漫画 王明", "新华社北京3月{0}日电"),
    "folios and where stories come from": ("A{0} 要闻 2019年3月{0}日 星期三", "（上接第3版）"),
    "boxes and where stories come from": ("【启示录】", "上接第一版", "电话：1234567{0}"),
    "datelines and where stories come from": ("（上接第3版）", "新华社北京3月{0}日电"),
    "bylines and where stories come from": ("电话：1234567{0}", "（本报记者 周远文）", "（上接第3版）"),
    "titles above each other's text": (
        "## 街上的书店{0}", "菜场的雨棚{0}换了新的，买菜的人多了起来。", "## 菜场的雨棚{0}", "街上的书店{0}周末开门，旧书有三百册。",
    ),
    "titles without a text": ("旧书店{0}开了门，街坊都去看书。", "## 旧书店{0}", "## 街上的菜场{0}", "街上的菜场{0}换了雨棚。"),
    "stories interrupted": ("## 旧书店{0}", "旧书店今天开了门，街坊都去{0}", "## 菜场{0}", "看书。菜场今天换了雨棚{0}"),
}  # fmt: skip
PIECES_OF_A_PAGE = 240_000  #: characters
#: so many lines, whatever their length
COUNTED: dict[str, tuple[int, Callable[[int], str]]] = {
    "下转 a hundred thousand times": (100_000, lambda count: "下转" * count),
    "lines of one character": (200_000, lambda count: "的\n" * count),
    "lines of one figure": (
        200_000,
        lambda count: "".join(CHANCE.choices("0123456789", k=count)).replace("", "\n"),
    ),
    "equal lines": (100_000, lambda count: "市里昨日开会部署工作\n" * count),
    "equal lines apart": (100_000, lambda count: "市里昨日开会部署工作\n\n" * count),
    "headlines without a body": (50_000, lambda count: lines("## ", 7, 7, "\n\n")(count * 12)),
    "open paragraphs": (50_000, lambda count: lines("据悉，", 57, 57, "\n\n")(count * 62)),
}
ENCODINGS = (
    "utf-8",
    "gb18030",
    "gbk",
    "big5",
    "big5hkscs",
    "hz",
    "utf-16-le",
    "utf-16-be",
    "utf-16",
    "utf-8-sig",
)
PROSE = "市里昨日部署今年的工作，各界人士出席。\n"  # the same in every encoding


def damaged(encoding: str, every: int) -> Callable[[int], bytes]:
    """Text in an encoding, with one byte in so many drawn by chance."""

    def make(size: int) -> bytes:
        text = PROSE * (size // len(PROSE.encode(encoding)) + 2)
        data = bytearray(text.encode(encoding)[:size])
        chance = random.Random(1898)
        for at in range(every // 2, len(data), every):
            data[at] = chance.randrange(256)
        return bytes(data)

    return make


BYTES: dict[str, Callable[[int], bytes]] = {
    "random bytes": lambda size: random.Random(1898).randbytes(size),
    "random high bytes": lambda size: bytes(random.Random(1898).choices(range(128, 256), k=size)),
    "FF": lambda size: b"\xff" * size,
    "80": lambda size: b"\x80" * size,
    "81 30": lambda size: b"\x81\x30" * (size // 2),
    "~{": lambda size: b"~{" * (size // 2),
    "escapes": lambda size: b"\x1b$)A" * (size // 4),
    "NUL and a letter": lambda size: b"\x00A" * (size // 2),
    **{f"{name}, a byte in forty is wrong": damaged(name, 40) for name in ENCODINGS},
}
#: what is left of a newspaper's text: ten thousand lines that still look like some, and are read as such
RUINS: dict[str, Callable[[int], bytes]] = {
    f"{name}, a byte in three is wrong": damaged(name, 3) for name in ENCODINGS
}


def seconds(data: str | bytes) -> float:
    """One run, of the processor: what other programs take is not counted. On a quiet machine it is the clock's."""
    began = time.process_time()
    banmian.parse(data)
    return time.process_time() - began


def is_linear(whole: str | bytes, quarter: str | bytes, limit: float = SECONDS) -> None:
    """A second for a megabyte, and four times the text takes four times as long.

    Another program on the machine can slow a run down; none can make it faster. So the best of several runs
    counts, and one is enough that is good enough.
    """
    size = len(whole) if isinstance(whole, bytes) else len(whole.encode("utf-8", "surrogatepass"))
    allowed = BUSY * limit * max(1.0, size / MEGABYTE)
    times = len(whole) / len(quarter)
    # a quarter of ruined bytes may look like another encoding than the whole, and then tells nothing of growth
    alike = isinstance(whole, str) or banmian.parse(whole).encoding == banmian.parse(quarter).encoding
    short = long = float("inf")
    for _ in range(RUNS):
        short, long = min(short, seconds(quarter)), min(long, seconds(whole))
        growth = long / max(short, TOO_SHORT_TO_MEASURE) / times
        if long <= allowed and (growth <= GROWTH or not alike):
            return
    assert long <= allowed, f"{long:.2f} s for {size:,} bytes"
    assert growth <= GROWTH or not alike, (
        f"{short:.3f} s for {len(quarter):,}, {long:.3f} s for {len(whole):,}: {growth:.2f}"
    )


@pytest.mark.parametrize("name", TEXTS)
def test_a_million_characters(name: str) -> None:
    """Linear, and within a second for a megabyte."""
    is_linear(TEXTS[name](MEGABYTE), TEXTS[name](MEGABYTE // 4))


@pytest.mark.parametrize("name", DUMPS)
def test_a_million_characters_of_newspaper(name: str) -> None:
    """Linear as well, if not as quick."""
    is_linear(DUMPS[name](MEGABYTE), DUMPS[name](MEGABYTE // 4), SECONDS_OF_A_DUMP)


@pytest.mark.parametrize("name", COUNTED)
def test_so_many_lines(name: str) -> None:
    """Linear, and within a second for a megabyte, whatever the number of lines."""
    count, make = COUNTED[name]
    is_linear(make(count), make(count // 4))


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["close", "apart"])
@pytest.mark.parametrize("name", PIECES)
def test_pieces_of_a_page_over_and_over(name: str, between: str) -> None:
    """Linear as well; every line is one that a newspaper prints, and is looked at from all sides."""
    pieces = PIECES[name]
    count = PIECES_OF_A_PAGE // len(between.join(pieces))
    made = [between.join(pieces).format(number) for number in range(100_000, 100_000 + count)]
    is_linear(between.join(made), between.join(made[: count // 4]), SECONDS_OF_PIECES)


@pytest.mark.parametrize("name", BYTES)
def test_a_megabyte_of_bytes(name: str) -> None:
    """Linear, and within a second, whether they decode or not."""
    is_linear(BYTES[name](MEGABYTE), BYTES[name](MEGABYTE // 4))


@pytest.mark.parametrize("name", RUINS)
def test_a_megabyte_of_ruins(name: str) -> None:
    """Linear as well, if not as quick."""
    is_linear(RUINS[name](MEGABYTE), RUINS[name](MEGABYTE // 4), SECONDS_OF_A_DUMP)


@pytest.mark.parametrize("name", [*TEXTS, *DUMPS])
def test_texts_keep_every_promise(name: str) -> None:
    """Nothing is lost of hostile text either."""
    keep_every_promise((TEXTS | DUMPS)[name](SMALL), scripts=["traditional"])


@pytest.mark.parametrize(
    "name", ["的\n", "的\n　\n", "## 市里开会\n\n", "甲\r\n乙\r\n", "。\n", "#\n", "| a |\n", "\ufeff\n"]
)
def test_long_runs_keep_every_promise(name: str) -> None:
    """A run that is read as one block, with text before it and behind it."""
    page = keep_every_promise(
        f"# 旧书摊\n\n巷口的旧书摊摆了三十年。\n{name * 700}\n\n## 新书摊\n\n说的是新书。", ["traditional"]
    )
    assert len(page.blocks) < 20


@pytest.mark.parametrize("name", [*BYTES, *RUINS])
def test_bytes_keep_every_promise(name: str) -> None:
    """Nothing is lost of what was decoded from hostile bytes."""
    keep_every_promise((BYTES | RUINS)[name](SMALL), scripts=["simplified"])
