"""What the next tool gets: every format holds what its standard can hold, and is valid under it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from referencing import Registry, Resource

import banmian
from banmian.cli import main
from banmian.commands.formats import FORMATS
from banmian.export.csl import to_csl
from banmian.export.fields import iso_date
from banmian.export.json import issue_to_dict, to_dict
from banmian.export.jsonl import COLUMNS, article_rows, to_jsonl
from banmian.export.markdown import escaped, to_markdown
from banmian.export.ninjs import to_ninjs
from banmian.export.schema_org import to_schema_org
from banmian.model import BylineRole, Direction, ProblemKind, Role, Script

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMAS = Path(__file__).parent.parent / "docs" / "schema"
PAGE = """\
江城日报 2019年12月27日 星期五 A1版 要闻

夜里的路更亮了

## 老城区三条街巷换新灯

——城市更新的一个小侧面

江城日报记者 陈明 通讯员 李晓光

江城日报讯 昨天傍晚，老城区的三条街巷亮起了新灯，住在这里的老人说，夜里下楼再也不用带手电筒了。

### 一盏灯省一半电

据了解，三条街巷共换灯八十六盏，每盏灯都比旧灯省电一半。街道办负责人说，明年还要再换五条街巷。

图为工人正在换灯。（陈明 摄）

下转 A3版

## 河堤步道年底贯通

新华社北京12月26日电（记者 王芳）全长六公里的河堤步道将在年底贯通，市民可以从南桥一直走到北桥，沿途设有长椅。
"""
#: text with everything that a format might take for its own: marks, tags, half characters, line ends
TEXTS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Z", "Cc", "Cs"]) | st.sampled_from("\n #*_<>&`[]\\-.")
)


@pytest.fixture(scope="module")
def page() -> banmian.Page:
    page = banmian.parse(PAGE)
    # these tests say what the formats make of the page, and rely on this much of the parse
    first, second = page.articles
    assert (first.headline, second.headline) == ("老城区三条街巷换新灯", "河堤步道年底贯通")
    assert first.deck and first.jumps and first.captions and len(first.sections) == 2
    assert iso_date(page.folio.date) == "2019-12-27"
    return page


def schema(name: str, *others: Any) -> Draft202012Validator:
    """The validator of one of the published schemas, itself checked; the others are those it refers to."""
    value = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(value)
    return with_others(value, *others)


def with_others(value: Any, *others: Any) -> Draft202012Validator:
    known = [(other["$id"], Resource.from_contents(other)) for other in others]
    return Draft202012Validator(value, registry=Registry().with_resources(known))


PAGE_SCHEMA = schema("banmian.page-1.schema.json")
ROW_SCHEMA = schema("banmian.article-1.schema.json")
ISSUE_SCHEMA = schema("banmian.issue-1.schema.json", PAGE_SCHEMA.schema)


def closed(value: Any) -> Any:
    """The schema with no room for anything that it does not describe."""
    if isinstance(value, dict):
        inner = {key: closed(held) for key, held in value.items()}
        return {**inner, "additionalProperties": False} if "properties" in value else inner
    return [closed(held) for held in value] if isinstance(value, list) else value


def test_json_is_what_its_schema_says(page: banmian.Page, seed: bytes) -> None:
    """Every key that is written is described, and nothing that is described is missing."""
    validator = Draft202012Validator(closed(PAGE_SCHEMA.schema))
    validator.validate(to_dict(page))
    validator.validate(to_dict(banmian.parse(seed)))


def test_json_of_an_issue_is_what_its_schema_says(page: banmian.Page) -> None:
    """Every key that is written is described, in the schema of the issue or in that of a page."""
    rest = "江城日报 2019年12月27日 星期五 A3版 要闻\n\n## 老城区三条街巷换新灯\n\n上接 A1版\n\n街巷里的老人说，灯亮了，路就短了。\n"
    issue = banmian.stitch([page, banmian.parse(rest), banmian.parse("下转 A9版")])
    assert any(len(article.parts) == 2 for article in issue.articles) and issue.problems
    value = issue_to_dict(issue)
    with_others(closed(ISSUE_SCHEMA.schema), closed(PAGE_SCHEMA.schema)).validate(value)
    ISSUE_SCHEMA.validate(issue_to_dict(banmian.stitch([])))
    value["articles"][0]["parts"][0]["spans"] = [[0, 1, 2]]
    assert not ISSUE_SCHEMA.is_valid(value)


def test_json_schema_names_every_member_of_the_model() -> None:
    """What the model can say, the schema allows, and no more."""
    names = PAGE_SCHEMA.schema["$defs"]
    for said, members in (
        (names["role"], Role),
        (names["script"], Script),
        (names["byline"]["properties"]["role"], BylineRole),
        (names["jump"]["properties"]["direction"], Direction),
        (names["problem"]["properties"]["kind"], ProblemKind),
    ):
        assert said["enum"] == [member.value for member in members]


def test_json_schema_refuses_what_is_no_page(page: banmian.Page) -> None:
    """A role that does not exist, a span of three numbers, a missing text: each is refused."""
    for path, wrong in (("blocks", [{"role": "poem"}]), ("articles", None), ("schema", "banmian.page/9")):
        assert not PAGE_SCHEMA.is_valid({**to_dict(page), path: wrong})
    value = to_dict(page)
    value["blocks"][0]["span"] = [0, 1, 2]
    assert not PAGE_SCHEMA.is_valid(value)
    assert not PAGE_SCHEMA.is_valid({key: held for key, held in to_dict(page).items() if key != "text"})


@given(TEXTS)
def test_json_of_any_text_is_valid_and_comes_back(text: str) -> None:
    """Whatever stands on the page, its JSON is valid and gives an equal page."""
    page = banmian.parse(text)
    written = page.to_json()
    PAGE_SCHEMA.validate(json.loads(written))
    assert banmian.Page.from_json(written) == page


def test_jsonl_is_an_article_a_line(page: banmian.Page) -> None:
    """Flat columns, in their order."""
    first, second = [json.loads(line) for line in to_jsonl(page).splitlines()]
    assert [*first] == [*COLUMNS]
    assert (first["newspaper"], first["date"], first["page"]) == ("江城日报", "2019-12-27", "A1")
    assert first["names"][:2] == ["陈明", "李晓光"]
    assert first["jumps"] == ["to A3"]
    assert first["body"].startswith("江城日报讯 昨天傍晚")
    assert second["headline"] == "河堤步道年底贯通"
    assert second["deck"] is None
    for row in (first, second):
        ROW_SCHEMA.validate(row)
        assert row["headline"] in "".join(page.text[start:end] for start, end in row["spans"])


@given(TEXTS)
def test_jsonl_of_any_text_is_valid(text: str) -> None:
    """A line break in a text breaks no line of the file."""
    page = banmian.parse(text)
    lines = to_jsonl(page, source="页").split("\n")[:-1]
    assert len(lines) == len(page.articles)
    for line, row in zip(lines, article_rows(page), strict=True):
        ROW_SCHEMA.validate(json.loads(line))
        assert json.loads(line) == {"source": "页", **row}


def rendered(markdown: str) -> Iterator[tuple[str, str]]:
    """What a reader sees of Markdown: the kind of each block, and its text."""
    kinds: list[str] = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type == "inline":
            assert token.children is not None
            text = "".join("\n" if "break" in child.type else child.content for child in token.children)
            assert all(
                child.type
                in {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close", "hardbreak"}
                for child in token.children
            )
            yield kinds[-1], text
        elif token.nesting == 1:
            kinds.append("quote" if "blockquote_open" in kinds[-1:] else token.tag)
            kinds[-1] = token.type if token.type == "blockquote_open" else kinds[-1]


def test_markdown_is_clean(page: banmian.Page) -> None:
    """Headings by level, the rest in the order of print."""
    shown = [*rendered(to_markdown(page))]
    assert ("h1", "老城区三条街巷换新灯") in shown
    assert ("h2", "一盏灯省一半电") in shown
    assert ("h1", "河堤步道年底贯通") in shown
    assert ("p", page.articles[0].deck) in shown
    assert ("quote", page.articles[0].captions[0].text) in shown
    texts = [text for _, text in shown]
    for article in page.articles:
        for paragraph in article.paragraphs:
            assert paragraph.text in texts


@given(TEXTS.filter(lambda text: text.strip()))
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    """Marks in the text are escaped: the reader sees what was printed, in one paragraph."""
    seen = "".join(text.split())
    if "\0" in text:  # CommonMark puts U+FFFD in its place
        return
    (kind, shown), *rest = rendered(escaped(text))
    assert (kind, "".join(shown.split()), rest) == ("p", seen, [])


def test_schema_org_can_stand_in_a_document(tmp_path: Path) -> None:
    """A page with </script> on it does not end the <script> that its articles are put into."""
    source, target = tmp_path / "page.md", tmp_path / "page.jsonld"
    source.write_text(PAGE.replace("三条街巷", "三条</script><!--街巷"), encoding="utf-8")
    assert main(["--format", "schema.org", str(source), "-o", str(target)]) == 0
    written = target.read_text(encoding="utf-8")
    assert "<" not in written
    assert json.loads(written) == to_schema_org(banmian.parse_file(source))
    assert "</script><!--" in json.loads(written)["@graph"][0]["headline"]


def test_schema_org_is_a_graph_of_articles(page: banmian.Page) -> None:
    """What schema.org has a property for stands there."""
    value = to_schema_org(page)
    assert value["@context"] == "https://schema.org"
    first, second = value["@graph"]
    assert first["@type"] == "NewsArticle"
    assert first["headline"] == "老城区三条街巷换新灯"
    assert page.articles[0].deck in first["alternativeHeadline"]
    assert [person["name"] for person in first["author"]] == ["陈明", "李晓光"]
    assert first["author"][0]["affiliation"]["name"] == "江城日报"
    photographer = first["contributor"][0]
    assert (photographer["roleName"], photographer["contributor"]["name"]) == ("photographer", "陈明")
    assert (first["printPage"], first["printSection"]) == ("A1", "要闻")
    assert first["datePublished"] == "2019-12-27"
    assert first["isPartOf"]["isPartOf"] == {"@type": "Newspaper", "name": "江城日报"}
    assert first["inLanguage"] == "zh-Hans"
    assert "工人正在换灯" in first["image"][0]["caption"]
    assert second["dateline"].startswith("新华社北京12月26日电")
    assert second["locationCreated"] == [{"@type": "Place", "name": "北京"}]
    assert second["sourceOrganization"]["name"] == "新华社"
    assert second["articleBody"] == page.articles[1].text
    assert first["@id"] != second["@id"]
    assert to_schema_org(banmian.parse(PAGE)) == value


#: the part of ninjs 3.1 that pages need; the standard allows no other names
NINJS: dict[str, Any] = {
    "$defs": {
        "texts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "role": {"type": "string"},
                    "contentType": {"type": "string"},
                    "charCount": {"type": "integer"},
                    "value": {"type": "string"},
                },
                "required": ["value"],
                "additionalProperties": False,
            },
        },
        "named": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "rel": {"type": "string"}},
                "additionalProperties": False,
            },
        },
        "item": {
            "type": "object",
            "properties": {
                "uri": {"type": "string", "pattern": "^urn:uuid:[0-9a-f-]{36}$"},
                "standard": {"type": "object"},
                "type": {"enum": ["text", "picture", "composite"]},
                "name": {"type": "string"},
                "rel": {"type": "string"},
                "language": {"enum": ["zh-Hans", "zh-Hant", "zh"]},
                "title": {"type": "string"},
                "contentCreated": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$"},
                "altIds": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"role": {"type": "string"}, "value": {"type": "string"}},
                        "additionalProperties": False,
                    },
                },
                "edNote": {"type": "string"},
                "headlines": {"$ref": "#/$defs/texts"},
                "bodies": {"$ref": "#/$defs/texts"},
                "descriptions": {"$ref": "#/$defs/texts"},
                "by": {"type": "string"},
                "people": {"$ref": "#/$defs/named"},
                "organisations": {"$ref": "#/$defs/named"},
                "subjects": {"$ref": "#/$defs/named"},
                "located": {"type": "string"},
                "infoSources": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"name": {"type": "string"}, "role": {"type": "string"}},
                        "additionalProperties": False,
                    },
                },
                "associations": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/item", "required": ["name", "uri"]},
                },
            },
            "required": ["uri"],
            "additionalProperties": False,
        },
    },
    "$ref": "#/$defs/item",
}


@given(TEXTS)
def test_ninjs_of_any_text_is_valid(text: str) -> None:
    """No name that ninjs does not have, and none of its names without what it needs."""
    Draft202012Validator(NINJS).validate(to_ninjs(banmian.parse(text)))


def test_ninjs_is_a_composite_of_articles(page: banmian.Page) -> None:
    """The page is one item, its articles are associated, and their pictures with them."""
    value = to_ninjs(page)
    Draft202012Validator(NINJS).validate(value)
    assert value["standard"]["version"] == "3.1"
    assert (value["type"], value["contentCreated"]) == ("composite", "2019-12-27T00:00:00+08:00")
    first, second = value["associations"]
    headlines = {line["role"]: line["value"] for line in first["headlines"]}
    assert (headlines["main"], headlines["subhead"]) == ("老城区三条街巷换新灯", page.articles[0].deck)
    assert {"name": "李晓光", "rel": "correspondent"} in first["people"]
    assert {"role": "page", "value": "A1"} in first["altIds"]
    plain, marked = first["bodies"]
    assert plain["value"] == page.articles[0].text
    assert "<h2>一盏灯省一半电</h2>" in marked["value"]
    assert first["edNote"].startswith("下转")
    assert first["associations"][0]["type"] == "picture"
    assert (second["located"], second["infoSources"][-1]["name"]) == ("北京", "新华社")


def test_ninjs_body_is_escaped() -> None:
    """Tags that stand in the text are text."""
    page = banmian.parse(
        "## 甲乙丙丁新闻\n\n昨天傍晚，街上<script>alert(1)</script>亮起了新灯，老人们都说很好看。\n"
    )
    body = to_ninjs(page)["associations"][0]["bodies"][1]["value"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body


#: the variables of CSL data that pages need
CSL: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **{
                key: {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"literal": {"type": "string"}},
                        "additionalProperties": False,
                    },
                }
                for key in ["author", "editor", "compiler", "translator", "illustrator", "contributor"]
            },
            **{
                key: {"type": "string"}
                for key in ["id", "title", "container-title", "page", "section", "language", "note"]
            },
            "type": {"const": "article-newspaper"},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "minItems": 1,
                            "maxItems": 3,
                        },
                        "maxItems": 1,
                    }
                },
                "additionalProperties": False,
            },
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}


@given(TEXTS)
def test_csl_of_any_text_is_valid(text: str) -> None:
    """Only variables that CSL has."""
    Draft202012Validator(CSL).validate(to_csl(banmian.parse(text)))


def test_csl_is_a_newspaper_article(page: banmian.Page) -> None:
    """What a bibliography needs is there."""
    first, _ = to_csl(page)
    Draft202012Validator(CSL).validate([first])
    assert first["title"] == "老城区三条街巷换新灯"
    assert first["author"] == [{"literal": "陈明"}, {"literal": "李晓光"}]
    assert first["container-title"] == "江城日报"
    assert first["issued"] == {"date-parts": [[2019, 12, 27]]}
    assert (first["page"], first["section"]) == ("A1", "要闻")
    assert f"deck: {page.articles[0].deck}" in first["note"]


@pytest.mark.parametrize("form", ["json", "jsonl", "schema.org", "ninjs", "csl"])
@pytest.mark.parametrize("copies", [1, 2])
def test_the_command_writes_valid_json(
    form: str, copies: int, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """For one page and for several, also where one of them is empty."""
    path = tmp_path / "页.md"
    path.write_text(PAGE, encoding="utf-8")
    blank = tmp_path / "空.md"
    blank.write_text(" \n", encoding="utf-8")
    assert main(["--format", form, str(blank), *[str(path)] * copies]) == 0
    printed = capfdbinary.readouterr().out.decode("utf-8")
    if form in ("schema.org", "csl"):
        value = json.loads(printed)
        assert len(value if form == "csl" else value["@graph"]) == 2 * copies
    else:
        lines = [json.loads(line) for line in printed.splitlines()]
        assert len(lines) == (2 * copies if form == "jsonl" else copies + 1)


def test_every_format_writes_a_blank_page(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Nothing on the page is no reason to fail."""
    path = tmp_path / "空.md"
    path.write_text("", encoding="utf-8")
    for form in FORMATS:
        assert main(["--format", form, str(path)]) == 0, form
        capfdbinary.readouterr()
