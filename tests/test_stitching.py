"""What ``stitch`` promises of any pages: nothing lost, nothing doubled, nothing guessed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import banmian

FRONT = """\
青山日报

2026年5月6日 星期三

A01 要闻

## 古桥修好了

本报讯 （记者王小明）修了两年的七孔古桥昨天通行。石匠把每一块旧石料编了号，原样砌回桥上。

▶下转A02版
"""
INSIDE = """\
青山日报

2026年5月6日 星期三

A02 城事

## 古桥修好了

◀上接A01版

古桥的七个桥孔里有三个塌过。石匠老韩说，旧石料一块不少，只补了四块新石。
"""


def stitched(*texts: str) -> banmian.Issue:
    return banmian.stitch([banmian.parse(text) for text in texts])


def test_a_joined_article_keeps_its_parts() -> None:
    """Each part says on which page it stands, which article of that page it is, and where."""
    issue = stitched(FRONT, INSIDE)
    (article,) = issue.articles
    assert [part.page for part in article.parts] == ["A1", "A2"]
    for part in article.parts:
        page = issue.pages[part.index]
        assert page.articles[part.article].headline == "古桥修好了"
        printed = [page.text[slice(*span)] for span in part.spans]
        assert printed[0] == "## 古桥修好了"
    assert article.jumps == ()


def test_a_part_says_why_it_was_joined() -> None:
    """And the article says it with the rest."""
    issue = stitched(FRONT, INSIDE)
    first, second = issue.articles[0].parts
    assert first.reason is None
    assert second.reason is not None
    assert second.reason.startswith("▶下转A02版 names the page; ◀上接A01版 names the page; the same title")
    assert f"  page  A2  goes on: {second.reason}" in issue.articles[0].explain()


def test_spans_of_an_issue_are_offsets_in_its_text() -> None:
    """Paragraphs and credits are found where they say, on whichever page they stand."""
    issue = stitched(FRONT, INSIDE)
    (article,) = issue.articles
    for paragraph in article.paragraphs:
        assert "".join(issue.text[slice(*span)] for span in paragraph.spans) == paragraph.text
    (byline,) = article.bylines
    assert issue.text[slice(*byline.span)] == byline.text
    assert issue.text == f"{issue.pages[0].text}\f{issue.pages[1].text}"


def test_a_sentence_broken_by_the_page_is_one_paragraph() -> None:
    """What stood on two pages has a span on each."""
    front = FRONT.replace("原样砌回桥上。", "原样砌回桥")
    inside = INSIDE.replace("古桥的七个桥孔", "上，连桥栏也照旧。古桥的七个桥孔")
    issue = stitched(front, inside)
    (paragraph,) = issue.articles[0].paragraphs
    assert "原样砌回桥上，连桥栏也照旧。" in paragraph.text
    assert "".join(issue.text[slice(*span)] for span in paragraph.spans) == paragraph.text
    assert len(paragraph.spans) == 2


def test_a_page_alone_is_an_issue() -> None:
    """Its jump stays, and its problem says which page is missing."""
    issue = stitched(FRONT)
    assert [jump.text for jump in issue.articles[0].jumps] == ["▶下转A02版"]
    (problem,) = issue.problems
    assert problem.kind == "jump_without_end"
    assert "no page A2 is among the pages given" in problem.message


def test_no_pages_make_an_empty_issue() -> None:
    """And it has no date, no paper and no articles."""
    assert banmian.stitch([]) == banmian.Issue()


def test_text_is_no_page() -> None:
    """The error says what to do."""
    with pytest.raises(TypeError, match=r"pages that banmian\.parse has read, not a str"):
        banmian.stitch([FRONT])  # type: ignore[list-item]


def test_two_rests_that_fit_alike_are_left_open() -> None:
    """The same page twice: which of the two goes on with the story, nothing tells."""
    issue = stitched(FRONT, INSIDE, INSIDE)
    assert len(issue.articles) == 3
    reasons = [problem.message for problem in issue.problems]
    assert len(reasons) == 3
    assert all("could as well belong elsewhere" in reason for reason in reasons)


def test_a_story_does_not_go_on_in_another_days_paper() -> None:
    """A page of the day before is a problem, and nothing is joined to it."""
    older = INSIDE.replace("5月6日 星期三", "5月5日 星期二")
    other = INSIDE.replace("A02", "A03").replace("上接A01版", "上接A09版").replace("古桥修好了", "夜市开张")
    issue = stitched(FRONT, older, other)
    assert len(issue.articles) == 3
    (problem,) = [one for one in issue.problems if one.kind == "another_issue"]
    assert problem.message == "this page prints the date 2026-05-05, and not 2026-05-06 as the others do"
    assert problem.span is not None
    assert issue.text[slice(*problem.span)] == older
    assert str(issue.date) == "2026-05-06"


def test_pages_that_disagree_evenly_agree_on_nothing() -> None:
    """One page against one: neither date is the issue's."""
    issue = stitched(FRONT, INSIDE.replace("5月6日 星期三", "5月5日 星期二"))
    assert issue.date is None
    assert issue.newspaper == "青山日报"
    found = [one for one in issue.problems if one.kind == "another_issue"]
    assert [one.message for one in found] == [
        f"this page prints the date {day}, and no more pages do than print another"
        for day in ("2026-05-06", "2026-05-05")
    ]
    assert [issue.text[slice(*one.span)] for one in found if one.span] == [page.text for page in issue.pages]


def test_pages_of_two_papers_are_told_of_both() -> None:
    """One against one: neither paper is the issue's, and the date that both print is."""
    issue = stitched(FRONT, INSIDE.replace("青山日报", "碧湖晚报"))
    assert issue.newspaper is None
    assert str(issue.date) == "2026-05-06"
    assert [one.message.split(",")[0] for one in issue.problems if one.kind == "another_issue"] == [
        "this page prints the paper 青山日报",
        "this page prints the paper 碧湖晚报",
    ]


def test_the_number_of_a_page_follows_from_the_pages_around_it() -> None:
    """Between A1 and A3 stands A2; behind them A4 follows only where all count on."""
    plain = "\n\n".join(INSIDE.split("\n\n")[3:])
    third = INSIDE.replace("A02", "A03").replace("◀上接A01版\n\n", "")
    assert stitched(FRONT, plain, third).page_numbers == ("A1", "A2", "A3")
    assert stitched(FRONT, INSIDE, plain).page_numbers == ("A1", "A2", "A3")
    assert stitched(FRONT, third, plain).page_numbers == ("A1", "A3", None)
    assert stitched(plain, plain).page_numbers == (None, None)


def test_a_continued_mark_is_read_by_the_page_that_it_stands_on() -> None:
    """紧接第3版 on page 4 comes from page 3."""
    third = FRONT.replace("A01 要闻", "第3版 要闻").replace("▶下转A02版", "（紧接第4版）")
    fourth = INSIDE.replace("A02 城事", "第4版 城事").replace("◀上接A01版", "（紧接第3版）")
    (article,) = stitched(third, fourth).articles
    assert [part.page for part in article.parts] == ["3", "4"]


def test_a_folder_of_copies_is_read_in_seconds() -> None:
    """A hundred times the same two pages: nothing can be told apart, and nobody waits for it."""
    pages = [banmian.parse(FRONT), banmian.parse(INSIDE)] * 60
    began = time.process_time()
    issue = banmian.stitch(pages)
    assert time.process_time() - began < 20
    assert len(issue.articles) == 120


MARKS = st.sampled_from(
    ["下转A02版", "（上接第一版）", "◀上接A01版", "下轉A3版", "## 标题一则", "紧接2版", "\n", "本报讯 今天。"]
)
LINES = st.lists(st.one_of(MARKS, st.text(max_size=40)), max_size=8)


@given(st.lists(LINES, max_size=5))
def test_every_article_of_every_page_is_in_the_issue_once(pages: list[list[str]]) -> None:
    """Whatever the pages are, their articles are the parts of the issue's."""
    issue = stitched(*["\n\n".join(lines) for lines in pages])
    parts = [(part.index, part.article) for article in issue.articles for part in article.parts]
    assert sorted(parts) == [
        (index, place) for index, page in enumerate(issue.pages) for place in range(len(page.articles))
    ]
    open_jumps = sum(len(article.jumps) for article in issue.articles)
    assert open_jumps <= sum(len(article.jumps) for page in issue.pages for article in page.articles)
