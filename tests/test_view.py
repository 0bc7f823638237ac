"""The page view without a browser: what stands in the document, and the command that writes it.

How it looks and what it does is tested in a real browser, by ``tests/browser``.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import banmian
from banmian.cli import main
from banmian.export.margin import labels_of

TEXT = """\
## 老城区三条街巷换新灯

记者 陈某明

昨天傍晚，老城区的三条街巷亮起了新灯，老人们下楼不用再带手电筒。
"""
HOSTILE = (
    "</script><script>alert(1)</script> <img src=x onerror=alert(2)> &amp; \" ' {{program}} \u2028\u2029"
)
TEXTS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Z", "Cc", "Cs"]) | st.sampled_from("\n #<>&\"'{}/\ud840")
)


class Document(HTMLParser):
    """What a browser makes of a document: its elements, their attributes, and the text of each line."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self._open: list[str] = []
        self._deep = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")
        self._open.append(tag)
        if self._deep and tag == "span":
            self._deep += 1
        elif ("class", "text") in attrs:
            self._deep = 1
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open.append(f"/{tag}")
        if self._deep and tag == "span":
            self._deep -= 1

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts[-1] += data
        elif self._deep:
            self.texts[-1] += data


#: the elements of a view are those of its template, and those that a page may call for
ELEMENTS = {tag for tag, _ in Document(banmian.parse("").to_html()).elements} | {
    *("article", "b", "details", "h3", "h4", "i", "li", "p", "small", "span", "summary", "ul")
}
SOURCES = {"src", "href", "action", "srcset", "data", "formaction", "background", "poster"}


@given(TEXTS)
@example(HOSTILE)
def test_any_text_is_only_text(text: str) -> None:
    """Whatever stands on the page adds no element, no handler and no address to the document."""
    page = banmian.parse(text)
    for html in (page.to_html(name=text), page._repr_html_()):
        document = Document(html)
        assert {tag for tag, _ in document.elements} <= ELEMENTS
        for _, attributes in document.elements:
            assert not SOURCES & {*attributes}
            assert not [name for name in attributes if name.startswith("on")]
        rows = [row.text.replace("\ud840", "\ufffd") for row in labels_of(page).rows]
        assert document.texts == [re.sub("[\ud800-\udfff]", "\ufffd", row) for row in rows]
        html.encode("utf-8")


@given(TEXTS)
@example(HOSTILE)
def test_the_program_gets_the_text_as_it_is(text: str) -> None:
    """Nothing in the data ends the script that holds it, and JSON gives back every character."""
    html = banmian.parse(text).to_html()
    data, program = Document(html).scripts
    assert not set("<>&\u2028\u2029") & {*data}
    assert json.loads(data)["text"] == text
    assert program.lstrip().startswith("// The page view")


def test_only_its_own_program_may_run_and_nothing_be_fetched() -> None:
    """The policy of the document names the digest of its program and forbids every connection."""
    document = Document(banmian.parse(TEXT).to_html())
    (policy,) = [held["content"] for tag, held in document.elements if held.get("http-equiv")]
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    digest = b64encode(sha256(document.scripts[1].encode()).digest()).decode()
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == f"'sha256-{digest}'"
    assert not {"connect-src", "img-src", "font-src"} & {*rules}
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\(", banmian.parse("").to_html())


def test_a_notebook_gets_no_program_and_scoped_styles() -> None:
    """Every rule of the styles begins with the class of the view, below the notebook's own theme at most."""
    html = banmian.parse(TEXT)._repr_html_()
    assert "<script" not in html
    styles = re.search(r"<style>(.*?)</style>", html, re.S)
    assert styles
    rules = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", styles[1], flags=re.S))
    assert len(rules) > 40
    for selectors in rules:
        for selector in selectors.split(","):
            assert re.match(r"\s*(\[data-jp-theme-light=\S+\] |\.vscode-\w+ )?\.banmian\b", selector), (
                selector
            )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "一版.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_view_writes_one_file(path: Path, tmp_path: Path) -> None:
    """The file that -o names, the same as from Python."""
    target = tmp_path / "page.html"
    assert main(["view", str(path), "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == banmian.parse_file(path).to_html(name="一版.md")


def test_view_writes_to_a_pipe(path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without -o another program gets it."""
    assert main(["view", str(path)]) == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == banmian.parse_file(path).to_html(name="一版.md")


def test_views_of_several_pages_go_to_a_folder(path: Path, tmp_path: Path) -> None:
    """A file each, named like its page; two of one name are told apart."""
    other = tmp_path / "other" / "一版.md"
    other.parent.mkdir()
    other.write_text("## 河堤步道年底贯通\n", encoding="utf-8")
    folder = tmp_path / "views"
    assert main(["view", str(path), str(other), "-o", str(folder)]) == 0
    assert sorted(file.name for file in folder.iterdir()) == ["一版-2.html", "一版.html"]
    assert "河堤步道年底贯通" in (folder / "一版-2.html").read_text(encoding="utf-8")
    assert main(["view", str(path), "-o", f"{tmp_path / 'single'}/"]) == 0
    assert (tmp_path / "single" / "一版.html").exists()


def test_several_views_without_a_folder_are_wrong_use(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """They cannot stand in one stream."""
    assert main(["view", str(path), str(path)]) == 2
    assert capfd.readouterr().err == "banmian: several views go to a folder: name it with -o\n"


def test_a_view_is_not_poured_over_a_terminal(
    path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Somebody who sees the screen wants a file."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["view", str(path)]) == 2
    assert "write it to a file with -o page.html" in capfd.readouterr().err
