"""Dates in Arabic and Chinese numerals, and what follows from one another."""

from __future__ import annotations

import pytest

from banmian.grammar.dates import complete_date, issue_date_from, number, read_date
from banmian.model import Date


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("廿三", 23),
        ("卅", 30),
        ("卅一", 31),
        ("二十五", 25),
        ("十", 10),
        ("拾四", 14),
        ("二○○五", 2005),
        ("二〇二六", 2026),
        ("12", 12),
        ("元", 1),
        ("", None),
        ("王", None),
        ("999999999", None),
    ],
)
def test_numerals(printed: str, value: int | None) -> None:
    """Digits in a row, tens, 廿 and 卅."""
    assert number(printed) == value


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("7月8日", "????-07-08"),
        ("廿四日", "????-??-24"),
        ("2011年1月26日", "2011-01-26"),
        ("二○○五年三月十二日", "2005-03-12"),
        ("99日", None),
        ("13月1日", None),
    ],
)
def test_dates(printed: str, date: str | None) -> None:
    """Partial dates stay partial; impossible ones are none."""
    found = read_date(printed)
    assert (found and str(found)) == date


@pytest.mark.parametrize(
    ("date", "issue", "completed", "inferred"),
    [
        (Date(day=8), Date(2026, 7, 9), "2026-07-08", ("month", "year")),
        (Date(month=7, day=8), Date(2026, 7, 9), "2026-07-08", ("year",)),
        (Date(day=31), Date(2026, 8, 1), "2026-07-31", ("month", "year")),
        (Date(day=31), Date(2026, 1, 1), "2025-12-31", ("month", "year")),
        (Date(month=12, day=31), Date(2026, 1, 1), "2025-12-31", ("year",)),
        (Date(2024, 2, 29), Date(2024, 3, 1), "2024-02-29", ()),
        (Date(day=31), Date(2026, 3, 1), "????-??-31", ()),
        (Date(), Date(2026, 3, 1), "????-??-??", ()),
        # what is older than half a month prints its month
        (Date(day=14), Date(2026, 7, 10), "????-??-14", ()),
        (Date(day=25), Date(2026, 7, 10), "2026-06-25", ("month", "year")),
        (Date(day=9), Date(2026, 7, 25), "????-??-09", ()),
        (Date(month=6, day=14), Date(2026, 7, 10), "2026-06-14", ("year",)),
        (Date(day=8), Date(), "????-??-08", ()),
    ],
)
def test_a_dateline_lies_before_its_issue(
    date: Date, issue: Date, completed: str, inferred: tuple[str, ...]
) -> None:
    """Month and year come from the issue and are marked; a date that cannot be stays as printed."""
    found = complete_date(date, issue)
    assert str(found) == completed
    assert found.inferred == inferred


def test_the_issue_is_dated_the_day_after_its_datelines() -> None:
    """The latest day of the datelines decides; the year stays open if none prints it."""
    found = issue_date_from([Date(None, 7, 8), Date(None, 7, 8), Date(None, 7, 6)])
    assert found == Date(None, 7, 9, ("month", "day"))
    # wires of three days: the issue is later than the latest
    assert issue_date_from([Date(1955, 3, 14)] * 3 + [Date(1955, 3, 15)]) == Date(
        1955, 3, 16, ("year", "month", "day")
    )
    # one against many is misread; against a few it leaves open which are old
    assert issue_date_from([Date(None, 7, 8)] * 4 + [Date(None, 7, 18)]) == Date(None, 7, 9, ("month", "day"))
    assert issue_date_from([Date(None, 6, 14)] * 2 + [Date(None, 7, 9)]) is None
    assert issue_date_from([Date(None, 6, 14), Date(None, 7, 9)]) == Date(None, 7, 10, ("month", "day"))
    # at New Year the later of two days that are equally common is January's
    assert issue_date_from([Date(None, 12, 31), Date(None, 1, 1)]) == Date(None, 1, 2, ("month", "day"))
    assert issue_date_from([Date(2026, 12, 31)]) == Date(2027, 1, 1, ("year", "month", "day"))
    assert issue_date_from([Date(day=8)]) is None
    assert issue_date_from([]) is None
    assert issue_date_from([Date(None, 2, 28)]) is None  # 29 February or 1 March
