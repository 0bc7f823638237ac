"""The labelled pages again, disturbed as engines and columns disturb them: what is right stays right."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import banmian
from banmian import Role
from banmian.export.margin import Labelled, Row, read_margin
from banmian.scoring import score

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
LONG = 60  #: characters of a paragraph that is broken
BETWEEN = (
    (Role.CAPTION, "▲图为市民在公园里散步。本报记者 周某 摄"),
    (Role.ADVERT, "遗失声明 本人不慎遗失身份证一张，声明作废。"),
    (Role.ARTIFACT, "![](imgs/12.jpg)"),
    (Role.FOLIO, "A03 要闻 2019年3月5日 星期二"),
)
HEADING = re.compile(r"(#{1,6}) +(.*)")


@cache
def labelled(path: Path) -> Labelled:
    with open(path, encoding="utf-8", newline="") as file:
        return read_margin(file.read())


def broken_by_columns(page: Labelled, dice: random.Random) -> Labelled:
    """The page with one long paragraph in three broken anywhere, and something else between its halves."""
    lines: list[str] = []
    rows: list[Row] = []
    ends: dict[int, int] = {}  # by the line that something was, the line that it ends on now

    def put(row: Row, text: str, goes_on: int | None) -> int:
        lines.extend([text, ""])
        rows.append(evolve(row, line=len(lines) - 1, text=text, continues=goes_on))
        return len(lines) - 1

    for row in page.rows:
        text, goes_on = row.text, ends.get(row.continues or 0)
        if (
            row.roles[:1] == (Role.PARAGRAPH,)
            and len(text) > LONG
            and text[0] not in "|<"
            and dice.random() < 0.3
        ):
            place = dice.randint(25, len(text) - 20)
            goes_on = put(row, text[:place], goes_on)
            role, other = dice.choice(BETWEEN)
            put(Row(0, other, (role,), row.article if role is Role.CAPTION else None), other, None)
            row, text = evolve(row, people=()), text[place:]
        ends[row.line] = put(row, text, goes_on)
    return Labelled("\n".join(lines), tuple(rows))


def test_paragraphs_broken_by_columns_find_together() -> None:
    """Over captions, pictures, notices and heads of pages, and no article falls apart for that."""
    dice = random.Random(1)
    figures = [
        score(banmian.parse(page.text), page)
        for page in (broken_by_columns(labelled(path), dice) for path in PAGES)
    ]
    joins = [one.join for one in figures if one.join is not None]
    assert len(joins) > 35
    assert sum(joins) / len(joins) >= 0.78  # prewar papers and hard-wrapped ones among them
    assert sum(one.bcubed for one in figures) / len(figures) >= 0.94


def as_html(line: str) -> str:
    heading = HEADING.fullmatch(line)
    return f"<h{len(heading[1])}>{heading[2]}</h{len(heading[1])}>" if heading else line


def as_qwen(line: str) -> str:
    """As QwenVL writes a page: HTML, and where on the scan each piece was seen."""
    box = 'data-bbox="31 64 512 98"'
    if heading := HEADING.fullmatch(line):
        return f"<h{len(heading[1])} {box}>{heading[2]}</h{len(heading[1])}>"
    if line.startswith("!["):
        return f'<div class="image" {box}><img {box}/></div>'
    return f"<p {box}>{line}</p>" if line else ""


def as_marker(line: str) -> str:
    """As Marker writes one: places to link to, and titles in bold."""
    if heading := HEADING.fullmatch(line):
        return f'{heading[1]} <span id="page-0-3"></span>**{heading[2].replace("**", "")}**'
    return f'<span id="page-0-4"></span>{line}' if line.startswith("![") else line


def as_paddle(line: str) -> str:
    """As PaddleOCR writes one: pictures in the middle of their column."""
    if line.startswith("!["):
        return '<div style="text-align: center;"><img src="imgs/box_31.jpg" alt="Image" width="50%" /></div>'
    return line


def as_mathpix(line: str) -> str:
    r"""As Mathpix writes one: LaTeX. Of sizes it knows \\title, \\section and those below."""
    name = ("title", "section*", "subsection*", "subsubsection*")
    if (heading := HEADING.fullmatch(line)) and len(heading[1]) <= len(name) and "{" not in line:
        return rf"\{name[len(heading[1]) - 1]}{{{heading[2]}}}"
    return r"\includegraphics[max width=\textwidth]{images/31.jpg}" if line.startswith("![") else line


def by_lines(dressed: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(map(dressed, text.split("\n")))


DRESSES: dict[str, Callable[[str], str]] = {
    "QwenVL": lambda text: f"```html\n<html><body>\n{by_lines(as_qwen)(text)}\n</body></html>\n```",
    "Marker": by_lines(as_marker),
    "PaddleOCR": by_lines(as_paddle),
    "Mathpix": by_lines(as_mathpix),
    "titles in HTML": by_lines(as_html),
    "quoted": by_lines(lambda line: f"> {line}" if line.strip() else line),
    "in a fence": lambda text: f"```markdown\n{text}\n```",
    "blanks at the ends of lines": by_lines(lambda line: f"{line}  "),
    "Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_page_is_the_same_in_any_dress(dress: str) -> None:
    """What an engine puts around the lines of a page changes nothing about its articles; on nearly all pages."""
    pages = [page for page in map(labelled, PAGES) if "|" not in page.text and "<" not in page.text]
    same = [titles(page.text) == titles(DRESSES[dress](page.text)) for page in pages]
    assert len(same) > 25
    assert sum(same) / len(same) >= 0.9, [
        page.text[:40] for page, one in zip(pages, same, strict=True) if not one
    ]


CLOSE = re.compile(r"(?<=[^\x00-\x7f\s])(?=\S)|(?<=\S)(?=[^\x00-\x7f\s])")


def test_a_page_with_a_blank_behind_every_character_is_read_as_one_without() -> None:
    """As Tesseract writes Chinese; marks and blanks of its own it has none."""
    same = []
    for page in map(labelled, PAGES):
        close = "\n".join("".join(re.sub(r"[#*|<>]", "", line).split()) for line in page.text.split("\n"))
        apart = CLOSE.sub(" ", close)
        if len(close) > 500:
            same.append(articles(apart) == articles(close))
    assert len(same) > 60
    assert sum(same) / len(same) >= 0.9


def articles(text: str) -> list[tuple[str | None, list[str], list[tuple[str, ...]]]]:
    return [
        (one.headline, [paragraph.text for paragraph in one.paragraphs], [by.names for by in one.bylines])
        for one in banmian.parse(text).articles
    ]


def titles(text: str) -> list[tuple[str | None, int]]:
    page = banmian.parse(text)
    return [(article.headline, len(article.paragraphs)) for article in page.articles]
