"""Issues of several pages: every story that goes on is joined, and nothing else.

A file of ``tests/issues`` has its pages between lines of ``=``, and at its end what a reader would say: the
joins with the last words before the break and the first behind it, the jumps that stay open, and what the
pages say of themselves.
"""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import banmian
from banmian.cli import main
from banmian.export.json import from_dict, issue_to_dict
from banmian.export.outline import WIDTH, issue_outline

FOLDER = Path(__file__).parent / "issues"


class Join(NamedTuple):
    """One break of a story."""

    pages: str
    headline: str
    last: str
    first: str


class Expected(NamedTuple):
    """What a reader makes of an issue."""

    pages: list[str]
    joins: list[Join]
    open: list[str]
    facts: list[str]


def read(path: Path) -> Expected:
    *parts, expectations = path.read_text(encoding="utf-8").split("=====\n")
    lists: dict[str, list[str]] = {"joins": [], "open": [], "facts": []}
    current: list[str] = []
    for line in expectations.splitlines():
        if line in lists:
            current = lists[line]
        else:
            current.append(line)
    joins = [Join(*(field.strip() for field in line.split("|"))) for line in lists["joins"]]
    return Expected(
        parts[1:], joins, lists["open"], [field.strip() for field in lists["facts"][0].split("|")]
    )


ISSUES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.txt"))}


def squashed(text: str) -> str:
    return "".join(text.split())


def found_joins(issue: banmian.Issue) -> set[Join]:
    """The breaks inside the articles of an issue, as the parts on their pages show them."""
    joins = set()
    for article in issue.articles:
        for one, other in pairwise(article.parts):
            before = squashed(issue.pages[one.index].articles[one.article].text)
            behind = squashed(issue.pages[other.index].articles[other.article].text)
            assert before in squashed(article.text)
            assert behind in squashed(article.text)
            pages = f"{one.index + 1} {other.index + 1}"
            joins.add(Join(pages, article.headline or "", before, behind))
    return joins


@pytest.mark.parametrize("name", ISSUES)
def test_stories_are_joined_as_a_reader_would(name: str) -> None:
    """Each join with the two ends that belong together, and none beyond."""
    expected = ISSUES[name]
    issue = banmian.stitch([banmian.parse(page) for page in expected.pages])
    found = found_joins(issue)
    for join in expected.joins:
        assert any(
            one.headline == join.headline
            and one.last.endswith(squashed(join.last))
            and one.first.startswith(squashed(join.first))
            for one in found
        ), join
    assert len(found) == len(expected.joins)


@pytest.mark.parametrize("name", ISSUES)
def test_a_jump_without_its_other_end_stays_and_is_a_problem(name: str) -> None:
    """What is open is still among the jumps of its article; what is joined is not."""
    expected = ISSUES[name]
    issue = banmian.stitch([banmian.parse(page) for page in expected.pages])
    problems = [one for one in issue.problems if one.kind == "jump_without_end"]
    assert sorted(issue.text[slice(*(one.span or (0, 0)))] for one in problems) == sorted(expected.open)
    assert sorted(jump.text for one in issue.articles for jump in one.jumps) == sorted(expected.open)
    assert not any(one.span is None for one in problems)


@pytest.mark.parametrize("name", ISSUES)
def test_the_pages_agree_on_what_the_issue_is(name: str) -> None:
    """Paper, date, serial number, and the number of every page."""
    expected = ISSUES[name]
    issue = banmian.stitch([banmian.parse(page) for page in expected.pages])
    numbers = " ".join(number or "-" for number in issue.page_numbers)
    date = "????-??-??" if issue.date is None else str(issue.date)
    assert [issue.newspaper or "-", date, issue.number or "-", numbers] == expected.facts


@pytest.mark.parametrize("name", ISSUES)
def test_the_order_of_the_pages_changes_no_join(name: str) -> None:
    """Pages that print their numbers may come in any order."""
    expected = ISSUES[name]
    pages = [banmian.parse(page) for page in expected.pages]
    texts = {one.text for one in banmian.stitch(pages).articles}
    if not all(page.folio.page for page in pages):
        pytest.skip("without numbers the order is all that tells the pages apart")
    for seed in range(6):
        random.Random(seed).shuffle(pages)
        assert {one.text for one in banmian.stitch(pages).articles} == texts


@pytest.mark.parametrize("name", ISSUES)
def test_a_page_that_is_taken_away_leaves_its_jumps_open(name: str) -> None:
    """Whatever page is missing, nothing is joined that was not joined with it."""
    pages = [banmian.parse(page) for page in ISSUES[name].pages]
    whole = {(one.last, one.first) for one in found_joins(banmian.stitch(pages))}
    for missing in range(len(pages)):
        rest = [*pages[:missing], *pages[missing + 1 :]]
        left = {(one.last, one.first) for one in found_joins(banmian.stitch(rest))}
        assert left <= whole


@pytest.mark.parametrize("name", ISSUES)
def test_the_command_shows_the_issue(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What it is, each story with its pages and why it was joined, and what stayed open."""
    expected = ISSUES[name]
    monkeypatch.chdir(tmp_path)
    files = written(expected, Path())
    assert main(["stitch", *files]) == 0
    shown = capfdbinary.readouterr().out.decode()
    facts, stories, *_ = shown.split("\n\n")
    newspaper, date, number, numbers = expected.facts
    for label, value in (("newspaper", newspaper), ("date", date), ("number", number)):
        assert (f"    {label:<15}{value}\n" in facts) is (value not in ("-", "????-??-??"))
    assert [row.split(" · ")[2] for row in facts.splitlines() if " · " in row] == files
    assert all(number in ("-", *re.findall(r"[A-Z]?\d+", facts)) for number in numbers.split())
    assert stories.count("    joined ") == len(expected.joins)
    for join in expected.joins:
        assert re.search(rf"^ *\d+  {join.headline}\n    pages  .*,", stories, re.MULTILINE)
    assert shown.count("    open ") == len(expected.open)
    plain = "".join(shown.split())
    assert all(f"'{squashed(jump)}'" in plain for jump in expected.open)


@pytest.mark.parametrize("name", ISSUES)
def test_the_command_writes_the_issue_as_json(
    name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """All that the model holds: the pages come back, and make the same issue."""
    files = written(ISSUES[name], tmp_path)
    assert main(["stitch", "--format", "json", *files]) == 0
    value = json.loads(capfdbinary.readouterr().out)
    assert next(iter(value.items())) == ("schema", "banmian.issue/1")
    assert [page["source"] for page in value["pages"]] == files
    issue = banmian.stitch(from_dict(page) for page in value["pages"])
    assert issue == banmian.stitch(map(banmian.parse_file, files))
    sources = {source for page in value["pages"] if (source := page.pop("source"))}
    assert sources == {*files} and value == issue_to_dict(issue)
    for article in value["articles"]:
        for part in article["parts"]:
            page = value["pages"][part["index"]]
            blocks = page["articles"][part["article"]]["blocks"]
            assert part["spans"] == [page["blocks"][index]["span"] for index in blocks]


def written(issue: Expected, folder: Path) -> list[str]:
    """The files of an issue, a page each."""
    files = []
    for number, page in enumerate(issue.pages, 1):
        files.append(str(folder / f"{number}.md"))
        Path(files[-1]).write_text(page, encoding="utf-8", newline="")
    return files


def test_the_command_says_what_it_could_not_use(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A page that is missing leaves its jumps open, one named twice is one page."""
    expected = ISSUES["hewan-ribao"]
    first, second, *rest = written(expected, tmp_path)
    Path(second).unlink()
    assert main(["stitch", first, second, *rest, first]) == 1
    told = capfd.readouterr()
    assert told.err.splitlines() == [
        f"banmian: {first} is named twice, and read once",
        f"banmian: cannot read {second}: No such file or directory",
    ]
    assert "no page A2 is among the pages given" in " ".join(told.out.split())
    assert main(["stitch", second, "--format", "json"]) == 2
    assert capfd.readouterr().out == ""
    assert main(["stitch", first, "-o", first]) == 2
    assert "is read and cannot be written" in capfd.readouterr().err


def test_an_outline_names_pages_that_print_no_number() -> None:
    """A3? follows from the pages around it; the third page that was given is (3) where nothing tells."""
    numbered = [
        f"青山日报\n\n2026年5月6日 星期三\n\n{number} 要闻\n\n## 古桥修好了" for number in ("A01", "A02")
    ]
    inferred = banmian.stitch(
        map(banmian.parse, [*numbered, "## 春茶开采\n\n西山茶园昨日开采，头一天采鲜叶两千斤。"])
    )
    assert inferred.page_numbers == ("A1", "A2", "A3")
    assert [row.split()[0] for row in re.findall(r"\S.* · .*", issue_outline(inferred))] == [
        "pages",
        "A2",
        "A3?",
    ]
    unknown = banmian.stitch([banmian.parse("## 春茶开采\n\n西山茶园昨日开采，头一天采鲜叶两千斤。")])
    assert "(1) · 1 article\n" in issue_outline(unknown)
    assert issue_outline(banmian.stitch([])) == "an issue without pages"
    path = f"{'archive/' * 12}2026-05-06/A01.md"
    row = next(row for row in issue_outline(unknown, [path]).splitlines() if "A01.md" in row)
    assert len(row) == WIDTH and row.endswith("archive/2026-05-06/A01.md") and " · …" in row
    assert "\x1b[1m春茶开采\x1b[0m" in issue_outline(unknown, coloured=True)


def test_there_are_issues_enough() -> None:
    """Four issues of four pages and more, with twenty jumps between them."""
    assert sum(len(issue.pages) >= 4 for issue in ISSUES.values()) >= 4
    marks = [
        jump
        for issue in ISSUES.values()
        for page in issue.pages
        for article in banmian.parse(page).articles
        for jump in article.jumps
    ]
    assert len(marks) >= 40
    assert sum(len(issue.joins) for issue in ISSUES.values()) >= 20
