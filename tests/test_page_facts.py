"""What a page says of itself and its stories: dates, jumps, folio, problems, explanations."""

from __future__ import annotations

import pytest

import banmian
from banmian import Date, Direction, ProblemKind, Role, Script

REPORT = "新华社北京7月14日电 （记者王某）会议14日在京召开，与会者畅所欲言，气氛热烈。"


def test_a_dateline_takes_its_year_from_the_folio() -> None:
    """The folio prints the issue's date; what the dateline leaves out is filled in and marked."""
    page = banmian.parse(f"某某日报\n\n2026年7月15日 星期三\n\n## 会议在京召开\n\n{REPORT}")
    assert page.folio.date == Date(2026, 7, 15)
    dateline = page.articles[0].dateline
    assert dateline is not None
    assert dateline.date == Date(2026, 7, 14, inferred=("year",))
    assert (dateline.agency, dateline.places, dateline.kind) == ("新华社", ("北京",), "电")


def test_a_day_alone_takes_month_and_year_from_the_issue() -> None:
    """31日 in an issue of the first belongs to the month before."""
    page = banmian.parse(
        "2026年8月1日 星期六\n\n## 会议召开\n\n本报济南31日电 会议31日召开，与会者畅所欲言，气氛热烈。"
    )
    dateline = page.articles[0].dateline
    assert dateline is not None
    assert dateline.date is not None
    assert (dateline.date.year, dateline.date.month, dateline.date.day) == (2026, 7, 31)
    assert set(dateline.date.inferred) == {"year", "month"}


def test_datelines_date_an_issue_without_a_folio() -> None:
    """A dateline's day is the day before the issue's; what follows from that is marked."""
    second = REPORT.replace("北京", "上海").replace("王某", "李某")
    page = banmian.parse(f"## 会议在京召开\n\n{REPORT}\n\n## 展览在沪开幕\n\n{second}")
    date = page.folio.date
    assert date is not None
    assert (date.month, date.day) == (7, 15)
    assert {"month", "day"} <= set(date.inferred)


@pytest.mark.parametrize(
    ("folio", "lede", "dated"),
    [
        ("", "昨日，市图书馆新馆开放，读者早早来到门口等候。", (7, 15)),
        ("", "7月12日，市图书馆新馆开放，读者早早来到门口等候。", (7, 15)),
        ("", "8月9日，市图书馆新馆开放，读者早早来到门口等候。", None),
        ("", "江城日报讯 8月9日，市图书馆新馆开放，读者早早来到门口等候。", None),
        ("", "8月9日，市图书馆新馆将开放，读者可以提前预约参观。", (7, 15)),
        ("", "8月9日起，市图书馆新馆每周一休息，读者可以提前预约参观。", (7, 15)),
        ("", "11月9日，市图书馆新馆开放，读者早早来到门口等候。", (7, 15)),
    ],
)
def test_old_datelines_date_no_issue(folio: str, lede: str, dated: tuple[int, int] | None) -> None:
    """A page that reports what happened on a later day is of no issue that its datelines would give."""
    page = banmian.parse(
        f"{folio}## 会议在京召开\n\n{REPORT}\n\n## 图书馆新馆开放\n\n{lede}馆内藏书三十万册。"
    )
    date = page.folio.date
    assert (date and (date.month, date.day)) == dated


@pytest.mark.parametrize(("weekday", "dated"), [("星期三", True), ("星期五", False)])
def test_a_weekday_alone_is_asked(weekday: str, dated: bool) -> None:
    """15 July 2026 was a Wednesday: on a page that prints Friday, datelines of the 14th are old."""
    page = banmian.parse(f"{weekday}\n\n## 会议在京召开\n\n{REPORT.replace('7月', '2026年7月')}")
    assert page.folio.weekday == weekday
    assert (page.folio.date is not None) is dated


def test_the_folio_is_put_together_from_its_lines() -> None:
    """Nameplate, date, page, section, number, price and the page's editors."""
    page = banmian.parse(
        "某某日报\n\n2019年12月27日 星期五\n\nA01 要闻\n\n国内统一刊号 CN43-0009\n\n## 会议在京召开\n\n"
        + REPORT
        + "\n\n责任编辑：王小明 版式：李小红 校对：张大山"
    )
    folio = page.folio
    assert (folio.newspaper, folio.date, folio.page, folio.section) == (
        "某某日报",
        Date(2019, 12, 27),
        "A1",
        "要闻",
    )
    assert folio.number == "CN43-0009"
    assert [(one.duty, one.names) for one in folio.editors] == [
        ("责任编辑", ("王小明",)),
        ("版式", ("李小红",)),
        ("校对", ("张大山",)),
    ]
    assert all(page.text[slice(*one.span)] for one in folio.editors)
    assert not any(byline.names == ("王小明",) for byline in page.articles[0].bylines)


def test_jumps_are_read_in_normal_form() -> None:
    """第二版 is 2 and A03 is A3; what follows the mark stays with its paragraph."""
    page = banmian.parse(
        f"## 会议在京召开\n\n{REPORT}\n\n（下转第二版）\n\n## 水利工程开工\n\n（上接A01版）工程旨在提升灌溉能力，惠及十万亩农田。"
    )
    first, second = page.articles
    assert [(jump.direction, jump.page) for jump in first.jumps] == [(Direction.TO, "2")]
    assert [(jump.direction, jump.page) for jump in second.jumps] == [(Direction.FROM, "A1")]
    assert "工程旨在提升灌溉能力" in second.text
    for article in page.articles:
        for jump in article.jumps:
            assert page.text[slice(*jump.span)].strip() == jump.text.strip()


def test_credits_keep_what_was_printed() -> None:
    """Office, affiliation and place stand beside the names, and the span says where."""
    page = banmian.parse(
        "## 做村情的“明白人”\n\n讲述人：某镇某村党总支书记 罗嵘\n\n我到村里任村书记已经一百多天，主持召开例会。"
    )
    (credit,) = page.articles[0].bylines
    assert (credit.role, credit.names, credit.title) == ("narrator", ("罗嵘",), "某镇某村党总支书记")
    assert page.text[slice(*credit.span)] == credit.text


def test_a_loop_is_a_problem_and_what_it_displaced_is_said_to_be_lost() -> None:
    """A cycle of two lines, with an unfinished last copy."""
    cycle = "甲村的粮仓昨日完工，可储粮三百吨。\n\n乙村的水渠昨日通水，灌溉良田千亩。\n\n"
    page = banmian.parse("## 乡间近闻\n\n" + cycle * 4 + "甲村的粮仓昨")
    (problem,) = [one for one in page.problems if one.kind is ProblemKind.LOOP]
    assert "7 copies" in problem.message
    assert [block.role for block in page.blocks].count(Role.ARTIFACT) == 7
    assert len(page.articles) == 1
    assert len(page.articles[0].paragraphs) == 2


BRIEF = (
    "\n\n## 大桥通车\n\n本报宁波7月8日讯（记者 何远）近日，大桥通车，市民前来参观。桥长三公里，双向六车道。\n"
)


@pytest.mark.parametrize(
    ("folio", "wrong"),
    [
        ("2019年12月27日 星期五 A1", False),
        ("2019年12月27日 星期四 A1", True),
        ("2019年12月27日 A1", False),
        ("12月27日 星期四 A1", False),
        ("中華民國91年3月19日 星期二 第一版", False),
        ("Wednesday, December 14 1949", False),
        ("2026年7月5日 星期天 第02版", False),
    ],
)
def test_a_weekday_that_its_date_had_not_is_reported(folio: str, wrong: bool) -> None:
    """One of the two is misread, so a person should look; both stay as printed."""
    page = banmian.parse(folio + BRIEF)
    problems = [problem for problem in page.problems if problem.kind is ProblemKind.WRONG_WEEKDAY]
    assert bool(problems) is wrong
    if wrong:
        assert page.folio.weekday == "星期四"
        assert "星期五" in problems[0].message


def test_zipped_columns_are_reported_not_guessed() -> None:
    """Lines with a wide gap inside are two columns read across."""
    left = [
        "今年春天雨水偏多，茶农们比往年",
        "早了十天上山，第一批新茶已经在",
        "市场上卖到每斤八百元，价格比去",
        "年同期高出两成，来自外地的客商",
        "住满了镇上的客栈，一房难求呢。",
    ]
    right = [
        "市图书馆的夜间开放时间自下周起",
        "延长到十点，读者可以凭身份证在",
        "自助机上借书，阅览室增设了六十",
        "个座位，馆方说这是应读者的要求",
        "而作出的安排，将试行三个月吧。",
    ]
    text = "## 新茶上市\n\n" + "\n".join(f"{a}      {b}" for a, b in zip(left, right, strict=True))
    page = banmian.parse(text)
    assert any(one.kind is ProblemKind.ZIPPED_COLUMNS for one in page.problems)


def test_the_script_of_page_and_article_is_told() -> None:
    """A Traditional item on a Simplified page has a script of its own."""
    page = banmian.parse(
        "## 会议在京召开\n\n"
        + REPORT * 3
        + "\n\n## 檳城戲台動工重修\n\n【本報訊】百年戲台昨日動工重修，預計後年元宵啟用，工程費用由鄉親捐助，老匠人帶著徒弟拆下樑柱編號。"
    )
    assert [article.script for article in page.articles] == [Script.SIMPLIFIED, Script.TRADITIONAL]


def test_undecodable_bytes_are_counted() -> None:
    """U+FFFD in the text, and one problem that says how many."""
    data = "## 会议在京召开\n\n本报讯 会议昨日在京召开，与会者畅所欲言，气氛热烈。".encode()
    page = banmian.parse(data[:30] + b"\xff" + data[30:])
    assert page.encoding == "utf-8"
    (problem,) = [one for one in page.problems if one.kind is ProblemKind.UNDECODED]
    assert str(page.text.count("\ufffd")) in problem.message


def test_every_block_can_say_why() -> None:
    """The winner, the margin, and every vote with its reason."""
    page = banmian.parse(f"## 会议在京召开\n\n{REPORT}")
    told = page.blocks[0].explain()
    assert told.startswith("headline")
    assert "stands_above_a_dateline: above 新华社北京7月14日电" in told
