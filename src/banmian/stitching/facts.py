"""What the pages of an issue say of themselves, and what follows from it for the others."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Problem, ProblemKind, Span
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from banmian.model import Date, Page

LETTERS_AND_DIGITS = re.compile(r"([^0-9]*)([0-9]+)")


class Facts(NamedTuple):
    """What the pages agree on."""

    newspaper: str | None
    date: Date | None
    number: str | None
    dates: tuple[Date | None, ...]  #: what each page prints; no story goes on in another day's paper
    problems: tuple[Problem, ...]


def agree(pages: Sequence[Page]) -> Facts:
    """The issue's paper, date and serial number: each what more pages say than say anything else."""
    papers = [page.folio.newspaper for page in pages]
    dates = [page.folio.date for page in pages]
    date = _agreed_date(dates)
    newspaper = _commonest(papers)
    days_differ = date is None and _differ(day for day in dates if day and _printed(day))
    papers_differ = newspaper is None and len({_plain(paper) for paper in papers if paper}) > 1
    problems = []
    start = 0
    for page, paper, day in zip(pages, papers, dates, strict=True):
        found = []
        if date and day and not agreeing(date, day) and _printed(day):
            found.append(f"the date {day}, and not {date}")
        if newspaper and paper and _plain(paper) != _plain(newspaper):
            found.append(f"the paper {paper}, and not {newspaper}")
        open_ones = []
        if days_differ and day and _printed(day):
            open_ones.append(f"the date {day}")
        if papers_differ and paper:
            open_ones.append(f"the paper {paper}")
        messages = []
        if found:
            messages.append(f"this page prints {' and '.join(found)} as the others do")
        if open_ones:
            messages.append(
                f"this page prints {' and '.join(open_ones)}, and no more pages do than print another"
            )
        if messages:
            message = "; ".join(messages)
            problems.append(Problem(ProblemKind.ANOTHER_ISSUE, message, Span(start, start + len(page.text))))
        start += len(page.text) + 1
    printed = tuple([day if day and _printed(day) else None for day in dates])
    return Facts(newspaper, date, _commonest([page.folio.number for page in pages]), printed, tuple(problems))


def agreeing(one: Date | None, other: Date | None) -> bool:
    """Whether two dates could be the same day, as far as both are known."""
    return (
        one is None
        or other is None
        or all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in ((one.year, other.year), (one.month, other.month), (one.day, other.day))
        )
    )


def _differ(dates: Iterable[Date]) -> bool:
    return any(not agreeing(one, other) for one, other in combinations(dict.fromkeys(dates), 2))


def _printed(date: Date) -> bool:
    return "day" not in date.inferred


def _agreed_date(dates: Iterable[Date | None]) -> Date | None:
    """The day that most pages print, in its fullest form; what only follows from datelines counts last."""
    known = [date for date in dates if date is not None]
    for candidates in ([date for date in known if _printed(date)], known):
        votes = Counter(
            {
                date: sum(agreeing(date, other) for other in candidates)
                for date in dict.fromkeys(candidates)
                if date.day is not None
            }
        )
        if votes:
            most = max(votes.values())
            best = [date for date in votes if votes[date] == most]
            if all(agreeing(best[0], date) for date in best):
                return max(best, key=lambda date: (date.year is not None, date.month is not None))
    return None


def _commonest(values: Iterable[str | None]) -> str | None:
    """The value that more pages print than any other, in its commonest spelling; a tie decides nothing."""
    printed = Counter(value for value in values if value)
    alike: Counter[str] = Counter()
    for value, count in printed.items():
        alike[_plain(value)] += count
    if not alike:
        return None
    (best, most), *others = alike.most_common()
    if others and others[0][1] == most:
        return None
    return max((value for value in printed if _plain(value) == best), key=lambda value: printed[value])


def _plain(value: str) -> str:
    return "".join(fold(value).split())


class Number(NamedTuple):
    """What is known of a page's number."""

    name: str | None  #: in normal form: A3, 1
    printed: bool
    place: int  #: where it stands among the pages given, from 1


def number_pages(pages: Sequence[Page]) -> list[Number]:
    """The number of each page: printed on it, or the one that is missing where it stands.

    Without a number, the third of four pages is A3 if it stands between A2 and A4, or behind A1 and A2
    and before nothing that says otherwise.
    """
    printed = [page.folio.page for page in pages]
    taken = set(printed)
    numbers = []
    for index, name in enumerate(printed):
        found = name or _between(printed, index)
        if name is None and found in taken:
            found = None
        numbers.append(Number(found, name is not None, index + 1))
    return numbers


def _between(printed: Sequence[str | None], index: int) -> str | None:
    before = _nearest(printed, range(index - 1, -1, -1))
    after = _nearest(printed, range(index + 1, len(printed)))
    guesses = []
    for near in (before, after):
        if near is not None:
            position, letters, number = near
            guesses.append((letters, number + index - position))
    if not guesses or len(set(guesses)) > 1 or guesses[0][1] < 1:
        return None
    if len(guesses) == 1 and not _in_step(printed):
        return None
    letters, number = guesses[0]
    return f"{letters}{number}"


def _nearest(printed: Sequence[str | None], places: Iterable[int]) -> tuple[int, str, int] | None:
    for place in places:
        name = printed[place]
        if name is not None:
            split = split_name(name)
            return None if split is None else (place, *split)
    return None


def _in_step(printed: Sequence[str | None]) -> bool:
    """Whether the pages that print a number, two or more, all count on in the order given."""
    steps = []
    for place, name in enumerate(printed):
        if name is not None:
            split = split_name(name)
            steps.append(None if split is None else (split[0], split[1] - place))
    return len(steps) > 1 and len(set(steps)) == 1 and steps[0] is not None


def split_name(name: str) -> tuple[str, int] | None:
    """The letters and the number of a page: A and 3 of A3.

    >>> split_name("A3"), split_name("12"), split_name("头")
    (('A', 3), ('', 12), None)
    """
    match = LETTERS_AND_DIGITS.fullmatch(name)
    return (match[1], int(match[2])) if match else None


def same_page(said: str, name: str) -> bool:
    """Whether a jump can mean this page: 第二版 is A2 where the pages have letters.

    >>> same_page("2", "A2"), same_page("A2", "B2"), same_page("A2", "A2")
    (True, False, True)
    """
    one, other = split_name(said), split_name(name)
    if one is None or other is None:
        return said == name
    return one[1] == other[1] and (one[0] == other[0] or not one[0] or not other[0])
