"""Dates as papers print them: Arabic and Chinese numerals, the years of the Republic, parts left out.

A dateline prints the day, often the month, seldom the year; the rest follows from the issue's date,
and the issue's date from its datelines where the masthead is missing. What follows is marked.
"""

from __future__ import annotations

from collections import Counter
from datetime import date as calendar_date
from datetime import timedelta
from typing import TYPE_CHECKING

from banmian.model import Date
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Arabic and Chinese digits; OCR reads 〇 as ○, O or 0 and 一 seldom as anything else
DIGIT = r"0-9〇○OＯ零一二三四五六七八九"
NUMERAL = rf"[{DIGIT}十廿卅卌拾壹贰叁肆伍陆柒捌玖]"
#: from day to day: 14-15日, 14日、15日, 6月30日至7月1日
TO_ANOTHER = "[ ]?[-—～至到、和][ ]?"
#: the form of a date, loosely: 2011年1月26日, 廿四日, 7月14-15日; ``read_date`` decides whether it is one
ONE_DATE = rf"(?:(?:中华)?民国)?{NUMERAL}[{DIGIT}十廿卅卌拾年月 ]{{0,14}}两?[日曰号]"
DATE = rf"(?={NUMERAL}|中华民国|民国)(?:{NUMERAL}[{DIGIT}十廿卅卌拾年月 ]{{0,14}}[日号]?{TO_ANOTHER}){{0,3}}{ONE_DATE}"
#: 2026/05/15 12:35, 2026年5月15日 12:35:07 星期五: when a web edition put a text up
WEB_TIME = (
    r"[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.|年[0-9]{1,2}月)[0-9]{1,2}日?"
    r"(?:[ ]+[0-9]{1,2}：[0-9]{2}(?:：[0-9]{2})?)?(?:[ ]*(?:星期|周)[一二三四五六日天])?"
)
VALUES = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("0123456789")},
    **{digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **dict.fromkeys("〇○OＯ", 0),
}
HUNDREDS = {"百": 100, "千": 1000}
TENS = {"十": 1, "拾": 1, "廿": 2, "卅": 3, "卌": 4}
#: a reading machine takes 日 for 曰
PARTS = pattern(rf"(?:(?:(民国|中华民国)?({NUMERAL}+) ?年 ?)?({NUMERAL}+) ?月 ?)?({NUMERAL}+) ?[日曰号]")
#: the Republic's first year is 1912
REPUBLIC = 1911
LAST_REPUBLICAN_YEAR = 150


def number(folded: str) -> int | None:
    """The value of a numeral: 廿三 is 23, 二○○五 is 2005, 拾四 is 14, 元 is 1.

    >>> number("廿三"), number("二○○五"), number("卅"), number("15"), number("一百零二")
    (23, 2005, 30, 15, 102)
    """
    if folded == "元":
        return 1
    if not folded or len(folded) > 8:
        return None
    total, pending = 0, -1
    for position, digit in enumerate(folded):
        if digit in HUNDREDS:  # 一百十五, 一千九百二十五
            if total % HUNDREDS[digit] or pending == 0 or (total and digit == "千"):
                return None
            total, pending = total + HUNDREDS[digit] * max(pending, 1), -1
        elif digit in TENS:
            if TENS[digit] == 1:  # 二十五, 十五
                total += 10 * (pending if pending > 0 else 1)
            elif position:
                return None
            else:
                total += 10 * TENS[digit]
            pending = -1
        elif digit in VALUES:
            # 二○○五: digits in a row
            pending = VALUES[digit] if pending < 0 else pending * 10 + VALUES[digit]
        else:
            return None
    return total + max(pending, 0)


def possible_date(year: int | None, month: int | None, day: int | None) -> Date | None:
    """The date, unless its month or day cannot be: there is no 13月 and no 2月30日."""
    if day is not None and not 1 <= day <= 31:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    date = Date(year, month, day)
    return date if is_possible(date) else None


def read_date(folded: str) -> Date | None:
    """The date in ``7月8日``, ``廿四日``, ``2011年1月26日``; None where it cannot be one.

    Of several days (``7月14-15日``) it is the last, when the report was sent; the paper came out after it.

    >>> str(read_date("廿四日")), str(read_date("7月14-15日"))
    ('????-??-24', '????-07-15')
    """
    found: Date | None = None
    for piece in TO_ANOTHER_DAY.split(folded.replace("两日", "日").strip()):
        one = _one_date(piece if piece[-1:] in ("日", "曰", "号") else f"{piece}日")
        found = _following(found, one) if found and one else one
        if found is None:
            return None
    return found


TO_ANOTHER_DAY = pattern(TO_ANOTHER)


def _one_date(folded: str) -> Date | None:
    match = PARTS.fullmatch(folded)
    if match is None:
        return None
    year, month, day = (number(part) if part else None for part in match.groups()[1:])
    if year is not None and match[1]:
        year += REPUBLIC
    elif year is not None and year < 100:
        year = None  # 05年: which century is not printed
    elif year is not None and year <= LAST_REPUBLICAN_YEAR:
        year += REPUBLIC
    return possible_date(year, month, day)


def _following(first: Date, last: Date) -> Date | None:
    """The last day with the month and year that only the first one prints; none if it is the earlier."""
    year, month, day = last.year or first.year, last.month or first.month, last.day
    if last.year is None and year and month and first.month and month < first.month:
        year += 1  # 2025年12月31日至1月1日
    earlier = month and month == first.month and year == first.year and day and first.day and day <= first.day
    return None if earlier else possible_date(year, month, day)


def complete_date(date: Date, issue: Date) -> Date:
    """The date with month and year filled in from the issue's date, and marked as inferred.

    A dateline's day lies before the issue: 31日 in an issue of the 1st belongs to the month before. What is
    older than half a month has its month printed; a day alone that would be is misread, and stays as it is.

    >>> str(complete_date(Date(day=31), Date(2026, 8, 1))), str(complete_date(Date(day=14), Date(2026, 7, 10)))
    ('2026-07-31', '????-??-14')
    """
    if date.day is None or issue.month is None:
        return date
    year, month, inferred = date.year, date.month, list(date.inferred)
    if month is None:
        month = issue.month
        inferred.append("month")
        # one day ahead is an evening paper's or a misprint; more is last month
        if issue.day is not None and date.day > issue.day + 1:
            month = month - 1 or 12
    if year is None and issue.year is not None:
        year = issue.year
        inferred.append("year")
        if month > issue.month + 1:  # 12月31日 in an issue of January
            year -= 1
    completed = Date(year, month, date.day, tuple(inferred))
    if not is_possible(completed):
        return date
    old = date.month is None and days_after(issue, completed) > HALF_A_MONTH
    return date if old else completed


HALF_A_MONTH = 15


def days_after(date: Date, other: Date) -> int:
    """How many days after the other a date lies; half a year away at most, if only one prints its year.

    >>> days_after(Date(None, 1, 2), Date(None, 12, 31)), days_after(Date(2026, 7, 8), Date(2026, 7, 9))
    (2, -1)
    """
    if date.month is None or date.day is None or other.month is None or other.day is None:
        return 0
    both = date.year is not None and other.year is not None
    year, other_year = (date.year, other.year) if both else (LEAP_YEAR, LEAP_YEAR)
    days = (
        calendar_date(year or LEAP_YEAR, date.month, date.day)
        - calendar_date(other_year or LEAP_YEAR, other.month, other.day)
    ).days
    return days if both else (days + 183) % 366 - 183


LEAP_YEAR = 2000


def is_possible(date: Date) -> bool:
    """30 February is not."""
    if date.month is None or date.day is None:
        return True
    try:
        calendar_date(date.year or 2000, date.month, date.day)
    except ValueError:
        return False
    return True


WEEKDAYS = "一二三四五六日"
LUMINARIES = "月火水木金土日"
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday_of(date: Date) -> str | None:
    """The day of the week, 一 to 日, of a date that prints its year.

    >>> weekday_of(Date(2019, 12, 27)), weekday_of(Date(None, 12, 27))
    ('五', None)
    """
    if date.year is None or date.month is None or date.day is None or not is_possible(date):
        return None
    return WEEKDAYS[calendar_date(date.year, date.month, date.day).weekday()]


def printed_weekday(weekday: str) -> str | None:
    """The day of the week, 一 to 日, in what is printed: 星期五, 週五, 禮拜天, 金曜日, Friday.

    >>> printed_weekday("星期天"), printed_weekday("木曜日"), printed_weekday("Friday")
    ('日', '四', '五')
    """
    english = weekday[:3].capitalize()
    if english in ENGLISH_WEEKDAYS:
        return WEEKDAYS[ENGLISH_WEEKDAYS.index(english)]
    if weekday[1:2] == "曜":
        return WEEKDAYS[LUMINARIES.index(weekday[0])] if weekday[0] in LUMINARIES else None
    last = weekday[-1:].replace("天", "日")
    return last if last and last in WEEKDAYS else None


def issue_date_from(datelines: Iterable[Date]) -> Date | None:
    """The issue's date, from its datelines: the day after the latest of them; ``None`` where they do not tell.

    Measured: 307 of 307 datelines of one daily and 207 of 212 of another are dated the day before the issue;
    wires of old papers were a day or two on their way. No report is later than its issue, so a day later than
    the commonest counts, unless more than three stand against each of it: then it is misread. One that counts
    and is many days later leaves open which of them are old.
    """
    days = [one for one in datelines if one.month and one.day and is_possible(one)]
    if not days:
        return None
    after_the_first = Counter(days_after(one, days[0]) for one in days)
    commonest = max(after_the_first, key=lambda after: (after_the_first[after], after))
    latest = max(
        after for after, times in after_the_first.items() if times * OUTVOTED >= after_the_first[commonest]
    )
    if latest > commonest + LONGEST_WAY:
        return None
    last = next(one for one in days if days_after(one, days[0]) == latest)
    years = Counter(one.year for one in days if one.year)
    year = last.year or (years.most_common(1)[0][0] if years else None)
    if last.month is None or last.day is None or not is_possible(Date(year, last.month, last.day)):
        return None
    if year is None and (last.month, last.day) == (2, 28):
        return None  # whether a 29th follows, only the year tells
    following = calendar_date(year or LEAP_YEAR, last.month, last.day) + timedelta(days=1)
    if year is None:
        return Date(None, following.month, following.day, ("month", "day"))
    return Date(following.year, following.month, following.day, ("year", "month", "day"))


OUTVOTED = 3
LONGEST_WAY = 3  #: days that a wire was on its way
