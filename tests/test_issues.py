"""Issues of several pages: every story that goes on is joined, and nothing else.

A file of ``tests/issues`` has its pages between lines of ``=``, and at its end what a reader would say: the
joins with the last words before the break and the first behind it, the jumps that stay open, and what the
pages say of themselves.
"""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import banmian

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
