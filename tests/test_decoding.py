"""Bytes in any encoding, whole, damaged or cut, become the text that they were written from."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import banmian
from banmian.model import ProblemKind, Script
from banmian.reading.decoding import Decoded, decode
from banmian.script import detect
from tests import clock

ROOT = Path(__file__).resolve().parent.parent
ENCODINGS = (
    "utf-8", "gb2312", "gbk", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be", "hz",
)  # fmt: skip
TRADITIONAL_ONLY = ("big5", "big5hkscs")
SIMPLIFIED_ONLY = ("gb2312", "hz")

#: What an encoding may be read as: a larger one that reads it alike.
READ_AS = {
    "gb2312": {"gb18030"},
    "gbk": {"gb18030"},
    "big5": {"big5", "big5hkscs", "cp950"},
    "big5hkscs": {"big5", "big5hkscs", "cp950"},
}

OWN_PAGE = """# 老街灯会今晚开幕

本报记者 林一舟 通讯员 何 田

本报讯 3月5日，记者从市文化馆获悉，为期十五天的老街灯会将于今晚七时开幕，市民可免费参观。

“今年的花灯都是居民自己动手做的。”社区主任说，最大的一盏高达六米，用去竹篾两百多斤。

## 周末公交延长运营

公交公司介绍，灯会期间，1路、5路、12路公交车末班时间推迟到晚上十点半，请广大乘客合理安排出行。

（下转第三版）
"""


def load_texts() -> dict[str, str]:
    texts = {
        "own": OWN_PAGE,
        "seed": (ROOT / "seeds" / "000_8692836f81e36c42.txt").read_text(encoding="utf-8"),
    }
    for path in sorted((ROOT.parent / "shared" / "gold").glob("*/page.*")):
        data = path.read_bytes()
        try:
            texts[path.parent.name] = data.decode("utf-8")
        except UnicodeDecodeError:
            texts[path.parent.name] = data.decode("gb18030")
    return texts


def in_encoding(text: str, encoding: str) -> bytes:
    """The page in an encoding, in a script that it can write; what it lacks is left out."""
    if encoding in TRADITIONAL_ONLY and detect(text) is not Script.TRADITIONAL:
        text = TO_TRADITIONAL.convert(text)
    if encoding in SIMPLIFIED_ONLY and detect(text) is not Script.SIMPLIFIED:
        text = TO_SIMPLIFIED.convert(text)
    return text.encode(encoding, "ignore")


TO_TRADITIONAL, TO_SIMPLIFIED = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")
TEXTS = load_texts()
PAGES = {
    (name, encoding): in_encoding(text, encoding) for name, text in TEXTS.items() for encoding in ENCODINGS
}
# Traditional pages in GBK, and Simplified ones, are both common.
PAGES |= {
    (f"{name} in the other script", "gbk"): (
        TO_SIMPLIFIED if detect(text) is Script.TRADITIONAL else TO_TRADITIONAL
    ).convert(text).encode("gbk", "ignore")
    for name, text in TEXTS.items()
}  # fmt: skip
EVERY_PAGE = pytest.mark.parametrize(("name", "encoding"), PAGES)


def is_right(decoded: Decoded, encoding: str) -> bool:
    return decoded.encoding in READ_AS.get(encoding, {encoding})


# --- whole pages ----------------------------------------------------------------------------------


@EVERY_PAGE
def test_a_whole_page_is_read_in_its_encoding(name: str, encoding: str) -> None:
    data = PAGES[name, encoding]
    decoded = decode(data)
    assert is_right(decoded, encoding), decoded.encoding
    assert decoded.text == data.decode(encoding)
    assert decoded.problems == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_byte_order_mark_settles_the_encoding_and_is_no_part_of_the_text(name: str, encoding: str) -> None:
    decoded = decode(TEXTS[name].encode(encoding))
    assert decoded.text == TEXTS[name]
    assert decoded.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]


def test_marks_of_the_other_byte_order_are_known() -> None:
    assert decode(b"\xfe\xff" + OWN_PAGE.encode("utf-16-be")) == Decoded(OWN_PAGE, "utf-16-be")
    assert decode(b"\x00\x00\xfe\xff" + OWN_PAGE.encode("utf-32-be")) == Decoded(OWN_PAGE, "utf-32-be")


@EVERY_PAGE
def test_a_long_head_in_ascii_hides_nothing(name: str, encoding: str) -> None:
    if encoding.startswith("utf-16"):
        pytest.skip("UTF-16 has no ASCII bytes")
    data = b"<script>var page = 1;</script>\n" * 10_000 + PAGES[name, encoding]
    decoded = decode(data)
    assert is_right(decoded, encoding)
    assert decoded.text == data.decode(encoding)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        (b"plain text", "utf-8"),
        ("中".encode("gb2312"), "gb18030"),
        ("联通".encode("gbk"), "gb18030"),
        ("本报讯".encode("gbk"), "gb18030"),
        ("新聞".encode("big5"), "big5"),
        ("歐元€和中文報紙，新聞記者報導".encode("cp950"), "cp950"),
        ("嘅咗唔佢啲嚟喺冇嘢，記者報道".encode("big5hkscs"), "big5hkscs"),
        ("Newspaper page\n".encode("utf-16-le") * 9, "utf-16-le"),
        ("café résumé naïve · ×".encode(), "utf-8"),
        ("Газета сообщает, что".encode(), "utf-8"),
        ("It’s a “quoted” café".encode("cp1252"), "cp1252"),
        ("Это русская газета, корреспондент сообщает. ".encode("koi8-r") * 5, "koi8-r"),
        (b"https://www.example.com/2026/A1-INDEX.html", "utf-8"),
        (b"VGhpcyBpcyBhIHRlc3Qgb2YgYmFzZTY0IGVuY29kaW5nIG9mIGEgdGV4dA==", "utf-8"),
        (b"if (x ~{ y) { return ~{0}; }", "utf-8"),
    ],
    ids=repr,
)
def test_what_short_bytes_are_read_as(data: bytes, encoding: str) -> None:
    assert decode(data) == Decoded(data.decode(encoding), encoding)


# --- damaged pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("damaged", [1, 3, 10])
@EVERY_PAGE
def test_damaged_bytes_do_not_change_the_encoding(name: str, encoding: str, damaged: int) -> None:
    for seed in range(3):
        chance = random.Random(f"{name} {encoding} {damaged} {seed}")
        data = bytearray(PAGES[name, encoding])
        for _ in range(damaged):
            data[chance.randrange(len(data))] = chance.randrange(256)
        decoded = decode(bytes(data))
        assert is_right(decoded, encoding), decoded.encoding


def test_bytes_that_no_character_stands_for_are_counted_in_one_problem() -> None:
    data = bytearray(OWN_PAGE.encode("utf-8"))
    for at in (10, 100, 200):
        data[at] = 0xFF
    decoded = decode(bytes(data))
    (problem,) = decoded.problems
    assert problem.kind is ProblemKind.UNDECODED
    assert problem.message.startswith(f"{decoded.text.count(chr(0xFFFD))} places")
    assert problem.span is not None
    assert decoded.text[problem.span.start] == "\ufffd"


def test_a_replacement_character_that_the_page_holds_is_no_problem() -> None:
    assert decode("本报\ufffd讯".encode()).problems == ()
    (problem,) = decode("本报\ufffd讯，记者获悉".encode() + b"\xff").problems
    assert problem.message.startswith("one place")


# --- pieces of pages ------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "share"), [(64, 0.95), (24, 0.85)])
@pytest.mark.parametrize("at_characters", [True, False], ids=["between characters", "anywhere"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_short_piece_is_read_in_its_encoding(
    encoding: str, at_characters: bool, size: int, share: float
) -> None:
    chance = random.Random(f"{encoding} {at_characters} {size}")
    right = total = 0
    for (_, page_encoding), data in PAGES.items():
        if page_encoding != encoding:
            continue
        text = data.decode(encoding)
        for _ in range(12):
            if at_characters:
                start = chance.randrange(len(text) - size)
                ends = range(start + 1, start + size + 1)
                piece = max(
                    (
                        text[start:end].encode(encoding)
                        for end in ends
                        if len(text[start:end].encode(encoding)) <= size
                    ),
                    key=len,
                )
            else:
                start = chance.randrange(len(data) - size)
                piece = data[start : start + size]
            if piece.isascii() and not encoding.startswith(("utf-16", "hz")):
                continue  # nothing in it tells
            total += 1
            right += is_right(decode(piece), encoding)
    assert right >= share * total


def test_half_a_character_at_the_beginning_does_not_spoil_the_rest() -> None:
    text = "本报讯，记者昨日从市文化馆获悉，灯会将于今晚开幕"
    for encoding in ("gbk", "utf-16-le", "utf-16-be", "hz"):
        data = text.encode(encoding)
        decoded = decode(data[3:] if encoding == "hz" else data[1:])
        assert is_right(decoded, encoding)
        assert decoded.text == "\ufffd" + text[1:]
        assert decoded.problems[0].kind is ProblemKind.UNDECODED


# --- declared encodings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "declared", "name"),
    [
        ("gbk", "gb2312", "gb18030"),
        ("gbk", "GBK", "gb18030"),
        ("utf-8", "UTF8", "utf-8"),
        ("utf-8-sig", "utf-8", "utf-8"),
        ("utf-16-le", "utf-16-le", "utf-16-le"),
        ("gb18030", "latin-1", "iso8859-1"),
    ],
)
def test_a_declared_encoding_wins_if_it_decodes(written: str, declared: str, name: str) -> None:
    decoded = decode(OWN_PAGE.encode(written), declared)
    assert decoded.encoding == name
    assert decoded.problems == ()
    assert decoded.text == OWN_PAGE or declared == "latin-1"


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb_2312-80"])
def test_pages_declared_as_gb2312_may_hold_what_only_gb18030_has(declared: str) -> None:
    text = f"{OWN_PAGE}\n朱镕基、𠮷野家"
    assert decode(text.encode("gb18030"), declared) == Decoded(text, "gb18030")


@pytest.mark.parametrize("declared", ["big5", "cp950", "big5hkscs"])
def test_pages_declared_as_big5_may_be_in_any_of_its_family(declared: str) -> None:
    text = opencc.OpenCC("s2tw").convert(OWN_PAGE)
    for written, character in (("cp950", "€"), ("big5hkscs", "嘅"), ("big5", "，")):
        decoded = decode(f"{text}{character}".encode(written), declared)
        assert decoded == Decoded(f"{text}{character}", decoded.encoding)
        assert decoded.encoding in READ_AS["big5"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_in_big5_that_is_declared_as_gb2312_is_read_as_big5(name: str) -> None:
    """GB18030 decodes most such pages without an error; GB2312 does not."""
    data = PAGES[name, "big5"]
    decoded = decode(data, "gb2312")
    assert (decoded.text, decoded.encoding) == (data.decode("big5"), "big5")
    (problem,) = decoded.problems
    assert problem.message == "the page is declared as 'gb2312', which does not decode it"


@pytest.mark.parametrize(
    "declared", ["big5", "utf-8", "ascii", "no-such-encoding", "base64", "", "\0", "idna"]
)
def test_a_declared_encoding_that_does_not_decode_is_reported_and_the_bytes_decide(declared: str) -> None:
    decoded = decode(OWN_PAGE.encode("gbk"), declared)
    assert (decoded.text, decoded.encoding) == (OWN_PAGE, "gb18030")
    (problem,) = decoded.problems
    assert problem.kind is ProblemKind.ENCODING
    assert repr(declared) in problem.message


# --- properties and costs -------------------------------------------------------------------------


@given(st.binary(max_size=200), st.sampled_from((None, "utf-8", "gbk", "big5", "utf-16", "hz", "nonsense")))
@settings(deadline=None, max_examples=400)
def test_any_bytes_decode(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert isinstance(decoded.text, str)
    assert decoded == decode(data, declared)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf8_with_a_mark_decodes_to_what_was_written(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == Decoded(text, "utf-8")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4))
def test_utf8_in_chinese_decodes_to_what_was_written(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")


def test_chardet_is_imported_only_for_what_is_not_settled_without_it() -> None:
    program = (
        "import sys; from banmian.reading.decoding import decode;"
        "decode('本报记者获悉'.encode('gbk') * 9); decode('本報記者獲悉'.encode('big5') * 9);"
        "print([m for m in sys.modules if m.startswith(('chardet', 'opencc'))])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert printed.strip() == "[]"


@pytest.mark.parametrize(("encoding", "share"), [("utf-8", 0.2), ("gb18030", 1.0), ("big5", 1.0)])
def test_decoding_costs_a_fifth_of_the_parse_in_utf8_and_no_more_than_it_elsewhere(
    encoding: str, share: float
) -> None:
    data = PAGES["seed", encoding]
    text = data.decode(encoding)
    assert clock.within(
        share, lambda: clock.seconds(lambda: decode(data)), lambda: clock.seconds(lambda: banmian.parse(text))
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 2_000_000,
        b"\x81" * 2_000_000,
        b"~{" * 1_000_000,
        b"~" * 2_000_000,
        b"!" * 2_000_000 + b"~}",
        b"\x00" * 2_000_000,
        b"\xc6\xa1" * 1_000_000,
        b"a\x80" * 1_000_000,
    ],
    ids=["ff", "81", "hz opened", "tildes", "hz closed", "nul", "disputed", "alternating"],
)
def test_hostile_bytes_take_no_longer_than_their_length_warrants(data: bytes) -> None:
    start = time.process_time()
    decode(data)
    assert time.process_time() - start < 1.0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("head", ["abc def\n" * 30, "<p>x</p>\n" * 5, "abc " * 25_000])
def test_the_order_of_bytes_behind_a_head_of_ascii(head: str, encoding: str) -> None:
    """Latin letters say little about the order of bytes; the Chinese behind them does."""
    text = f"{head}# 头发的故事\n\n本报讯 今天上午，省政府召开会议，讲话。"
    decoded = decode(text.encode(encoding))
    assert (decoded.encoding, decoded.text) == (encoding, text)


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("declared", ["utf-16", "UTF16", "utf-32"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_declaration_without_an_order_of_bytes_leaves_the_order_to_them(
    mark: str, declared: str, order: str
) -> None:
    name = f"utf-{declared[-2:]}-{order}"
    for text in ("本报讯 今天上午开会。", "# 头发的故事\n\nBy hand.\n"):
        decoded = decode(f"{mark}{text}".encode(name), declared)
        assert (decoded.encoding, decoded.text, decoded.problems) == (name, text, ())


@pytest.mark.parametrize("name", ["x-gbk", "GB_2312-80", "windows-936", "gb-18030", "CP936"])
def test_names_of_encodings_on_the_web(name: str) -> None:
    """Pages are declared by names that Python does not know."""
    decoded = decode("本报讯 今天上午开会。".encode("gbk"), name)
    assert (decoded.encoding, decoded.problems) == ("gb18030", ())


@pytest.mark.parametrize("name", ["foo", "unicode_escape", "raw_unicode_escape"])
def test_what_is_no_encoding_is_said_to_be_none(name: str) -> None:
    """A declared name that means nothing is a problem, and the bytes decide."""
    decoded = decode("本报讯 今天上午开会。".encode("gbk"), name)
    assert decoded.encoding == "gb18030"
    assert "is no encoding known here" in decoded.problems[0].message


def test_a_byte_order_mark_that_was_read_as_text_hides_no_heading() -> None:
    """``open(path, encoding="utf-8")`` leaves U+FEFF before the first line."""
    page = banmian.parse("\ufeff# 头发的故事\n\n本报讯 今天上午，省政府召开会议，讲话。")
    assert page.text.startswith("\ufeff")
    assert page.articles[0].headline == "头发的故事"


def test_an_encoding_that_is_no_name_is_an_error_that_says_so() -> None:
    with pytest.raises(TypeError, match="not int"):
        banmian.parse(b"abc", encoding=5)  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
@pytest.mark.parametrize("nuls", [16, 200, 5_000])
def test_nuls_that_fill_up_a_record_are_no_halves_of_characters(encoding: str, nuls: int) -> None:
    text = "# 書店搬家\n\n本報訊 街上的書店明天搬到河邊，老闆說房租便宜一半，店面也大得多。\n"
    for data in (text.encode(encoding) + bytes(nuls), bytes(nuls) + text.encode(encoding)):
        page = banmian.parse(data)
        assert page.text.strip("\0") == text
        assert page.encoding in (encoding, "big5")


def test_nuls_in_place_of_damaged_bytes_are_no_halves_of_characters() -> None:
    chance = random.Random(4)
    data = bytearray(
        ("本报讯 街上的书店明天搬到河边，老板说房租便宜一半，店面也大得多。\n" * 15).encode("utf-8")
    )
    for at in chance.sample(range(len(data)), len(data) // 20):
        data[at] = 0
    assert banmian.parse(bytes(data)).encoding == "utf-8"
