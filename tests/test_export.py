"""What is written down can be read back: JSON as an equal page, the margin form as the same text."""

from __future__ import annotations

import json
import re
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import banmian
from banmian.export.json import SCHEMA, from_json, to_dict, to_json
from banmian.export.margin import Person, labels_of, read_margin, to_margin
from banmian.export.outline import WIDTH, columns, cut, to_outline, wrapped

PAGE = """\
某市日报

## 老城区三条街巷换新灯

某市日报记者 陈某明 通讯员 李晓光

某市日报讯 昨天傍晚，老城区的三条街巷亮起了新灯，住在这里的老人说，夜里下楼再也不用带手电筒了。据了

解，三条街巷共换灯八十六盏，每盏灯都比旧灯省电一半。街道办负责人说，明年还要再换五条街巷。

下转 A3版

## 河堤步道年底贯通

某市日报讯 全长六公里的河堤步道将在年底贯通，市民可以从南桥一直走到北桥，沿途设有十二处长椅。
"""
CHARACTERS = st.characters(categories=["L", "N", "P", "Z", "Cc", "Cs"])
#: half characters, control characters, spaces of all kinds, marks of Markdown
TEXTS = st.text(CHARACTERS | st.sampled_from("\n #"))


@pytest.fixture(scope="module")
def page() -> banmian.Page:
    return banmian.parse(PAGE)


def test_json_starts_with_its_schema(page: banmian.Page) -> None:
    """A reader learns the schema before anything else."""
    assert next(iter(json.loads(to_json(page)).items())) == ("schema", "banmian.page/1")


def test_json_keeps_chinese_and_spans(page: banmian.Page) -> None:
    """Non-ASCII is written as it is; a span is a pair of offsets into the text."""
    written = to_json(page)
    assert "老城区三条街巷换新灯" in written
    value = json.loads(written)
    for block in value["blocks"]:
        start, end = block["span"]
        assert value["text"][start:end].strip()


#: how a block stands on the page; no part of its equality
printed = attrgetter("index", "pieces", "folded", "level", "bold", "indent", "kind", "listed", "gap")


def test_json_gives_an_equal_page(page: banmian.Page) -> None:
    """Everything comes back, also what equality does not look at."""
    again = from_json(to_json(page))
    assert again == page
    assert [printed(block) for block in again.blocks] == [printed(block) for block in page.blocks]
    assert again.blocks[1].before is again.blocks[0]
    assert again.blocks[0].explain() == page.blocks[0].explain()


def test_json_of_the_seed_gives_an_equal_page(seed: bytes) -> None:
    """A whole page of a newspaper comes back, with or without indentation."""
    page = banmian.parse(seed)
    assert from_json(to_json(page)) == page
    assert from_json(to_json(page, indent=None)) == page
    assert "\n" not in to_json(page, indent=None)


def test_json_page_can_be_assembled_again(page: banmian.Page) -> None:
    """Blocks that were read back are as good as those that were parsed."""
    assert banmian.assemble(from_json(to_json(page)).blocks) == banmian.assemble(page.blocks)


@given(st.text())
def test_any_text_survives_json(text: str) -> None:
    """Whatever a page says, JSON gives it back."""
    page = banmian.parse(text)
    assert from_json(to_json(page)) == page


@given(TEXTS)
def test_any_text_can_be_written(text: str) -> None:
    """Control characters and halves of characters do not stop any form from being encoded."""
    page = banmian.parse(text)
    json.loads(to_json(page).encode("utf-8"))
    to_outline(page).encode("utf-8")


def test_lone_surrogate_is_escaped() -> None:
    """A half of a character, which UTF-8 cannot write, comes back as it was."""
    page = banmian.parse("老城区\ud840换新灯")
    written = to_json(page)
    assert "\\ud840" in written
    assert from_json(written.encode("utf-8")).text == page.text


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "this is not JSON"),
        ("[]", "expected a JSON object with the schema 'banmian.page/1', found list"),
        ("{}", "expected the schema 'banmian.page/1', found None"),
        ('{"schema": "banmian.page/9"}', "found 'banmian.page/9'"),
        (json.dumps({"schema": SCHEMA}), "'text', but it is missing"),
    ],
)
def test_other_json_is_an_error(text: str, complaint: str) -> None:
    """The error says what is wrong with the JSON."""
    with pytest.raises(ValueError, match=re.escape(complaint)):
        from_json(text)


def test_value_of_another_type_is_an_error(page: banmian.Page) -> None:
    """A span that is no pair is named as such, not with a traceback from inside."""
    value = to_dict(page)
    value["blocks"][0]["span"] = 7
    with pytest.raises(ValueError, match="another type"):
        from_json(json.dumps(value))


@given(TEXTS)
def test_margin_form_gives_the_text_back(text: str) -> None:
    """Every character of any page stands in its margin form."""
    page = banmian.parse(text)
    again = read_margin(to_margin(page))
    assert again.text == page.text
    assert again.rows == labels_of(page).rows


def test_margin_form_of_a_page(page: banmian.Page) -> None:
    """Roles, articles, joined paragraphs and people stand in the margin."""
    rows = {row.line: row for row in read_margin(to_margin(page)).rows}
    assert rows[3].roles == (banmian.Role.HEADLINE,)
    assert [*map(str, rows[5].people)] == ["reporter:陈某明@某市日报", "correspondent:李晓光"]
    assert rows[9].continues == 7
    assert rows[3].article == rows[9].article != rows[13].article


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_margin_form_keeps_the_line_ends(page: banmian.Page, end: str) -> None:
    """Every line of the page is a row, and ends as it does on the page; so does a row that names people."""
    other = banmian.parse(PAGE.replace("\n", end))
    written = to_margin(other)
    assert written == to_margin(page).replace("\n", end)
    again = read_margin(written)
    assert again.text == other.text
    assert again.rows == read_margin(to_margin(page)).rows


def test_margin_form_of_ends_of_all_kinds() -> None:
    """Files that were put together from others have them; the last line has none."""
    text = "## 老城区换新灯\r记者 陈某明\r\n\n昨天傍晚，三条街巷亮起了新灯。\r\r下转 A3版\n记者 李晓光"
    written = to_margin(banmian.parse(text))
    assert read_margin(written).text == text
    assert [row.line for row in read_margin(written).rows] == [1, 2, 4, 6, 7]


def test_margin_form_by_hand() -> None:
    """Alternatives, unjudged lines, remarks and people are read as a person writes them."""
    labelled = read_margin(
        "# 一页\n"
        "kicker/deck 1 | 为了夜里的路\n"
        "\n"
        "?  -  |   # 不是标题\n"
        "byline 1| 记者 陈某明\n"
        "= | reporter:陈某明@某市日报; intern:李晓光\n"
        "paragraph | 没有说是哪篇\n"
    )
    assert labelled.remarks == ("# 一页",)
    assert labelled.text == "为了夜里的路\n\n  # 不是标题\n记者 陈某明\n没有说是哪篇\n"
    kicker, unjudged, byline, paragraph = labelled.rows
    assert kicker.roles == (banmian.Role.KICKER, banmian.Role.DECK)
    assert (unjudged.roles, unjudged.article, unjudged.line) == ((), None, 3)
    assert byline.people == (
        Person(banmian.BylineRole.REPORTER, "陈某明", "某市日报"),
        Person(banmian.BylineRole.INTERN, "李晓光"),
    )
    assert not paragraph.placed


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("paragraph 1 昨天傍晚", "line 1 of the margin form: expected 'role article | text'"),
        ("\nheadlin 1 | 新灯", "line 2 of the margin form: no role is called 'headlin'"),
        ("paragraph 1+ | 说", "none of article 1 stands above"),
        ("= | reporter:陈某明", "no row stands above"),
        ("byline 1 | 某某\n= | boss:陈某明", "line 2 of the margin form: expected 'role:Name@Affiliation'"),
    ],
)
def test_slips_in_the_margin_are_errors(text: str, complaint: str) -> None:
    """A typing slip in a label is named with its line, never passed over."""
    with pytest.raises(ValueError, match=re.escape(complaint)):
        read_margin(text)


def test_outline_shows_what_stands_on_the_page(page: banmian.Page) -> None:
    """Number, headline, people, body and jump can be read off."""
    first, second = to_outline(page).split("\n\n")[:2]
    assert first.startswith(" 1  老城区三条街巷换新灯\n")
    for shown in ("reporter       陈某明", "correspondent  李晓光", "dateline       某市日报讯", "to A3"):
        assert shown in first
    assert second.startswith(" 2  河堤步道年底贯通\n")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_are_counted_alike_whatever_they_end_with(end: str) -> None:
    """A line of an old Macintosh is a line."""
    text = "## 老城区换新灯\n\n昨天傍晚，三条街巷亮起了新灯。\n\n## 没有正文的题目\n"
    page, other = banmian.parse(text), banmian.parse(text.replace("\n", end))
    assert "line 5: no text was found" in to_outline(page)
    assert to_outline(other) == to_outline(page)
    assert other.articles[0].explain() == page.articles[0].explain()
    assert "  line   3  paragraph" in page.articles[0].explain()


def test_outline_of_nothing() -> None:
    """A blank page is said to be blank."""
    assert to_outline(banmian.parse(" \n\n")) == "nothing is printed on this page"


@given(TEXTS, st.integers(2, 40))
def test_cut_text_fits(text: str, width: int) -> None:
    """A cut text is one line that a terminal can show in the room that there is."""
    line = cut(text, width)
    assert line.isprintable()
    assert sum(map(columns, line)) <= width


def test_outline_fits_a_terminal(seed: bytes) -> None:
    """No line of an outline is wider than a terminal."""
    for line in to_outline(banmian.parse(seed)).split("\n"):
        assert sum(map(columns, line)) <= WIDTH


def test_columns_of_an_outline_stand_below_each_other(seed: bytes) -> None:
    """Labels and values begin at the same column of a terminal, whatever stands before them."""
    for line in to_outline(banmian.parse(seed)).split("\n"):
        label = re.match(r" {4}([a-z]+ *)(?=\S)", line)
        if label:
            assert len(label[1]) == 15 or label[1].startswith("body")
    shown = [cut("老城区三条街巷换新灯ａｂｃ", width) for width in range(2, 30)]
    assert all(width - 1 <= sum(map(columns, line)) <= width for width, line in enumerate(shown[:-2], 2))


def test_colour_takes_no_room(seed: bytes) -> None:
    """A coloured outline is the same outline, with codes of no width."""
    page = banmian.parse(seed)
    coloured = to_outline(page, coloured=True)
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == to_outline(page)
    assert coloured.count("\x1b[1m") == len(page.articles)
    assert "\x1b[31mproblem\x1b[0m" in coloured


def test_wrapped_text_loses_nothing() -> None:
    """A long message is broken into lines, not cut."""
    message = "the line （某市日报记者 陈某明 整理） stands 13 times in a row; what it displaced is lost"
    lines = list(wrapped(message, 30))
    assert all(sum(map(columns, line)) <= 30 for line in lines)
    assert "".join("".join(lines).split()) == "".join(message.split())
