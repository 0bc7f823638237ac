"""Page furniture (版头): what a page prints about itself, and no headline or paragraph.

A line is furniture only if every part of it is: nameplate, date, weekday, page number and section,
serial number, price, the people who made the page, weather, addresses. One part that is none of these,
and the line is a headline's or a story's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian.grammar.dates import NUMERAL, REPUBLIC, is_possible, number, possible_date
from banmian.grammar.furniture import FIRST_HINT, HINT, MONTHS, SECTION_ALONE, newspapers, part_of_furniture
from banmian.grammar.jump import normal_page
from banmian.grammar.names import Trust, read_names
from banmian.model import Date, Folio, Span, Staff
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

BETWEEN = re.compile(r"[ ，、；：·|/●○◎■□◆◇★☆▲▼—（）【】*#{}<>《》〈〉。.-]*")
#: one of these, and the line is furniture; the rest only keeps it company
DECISIVE = frozenset(
    {
        "date",
        "staff",
        "many",
        "page",
        "coded",
        "issue",
        "serial",
        "post",
        "pricing",
        "imprint",
        "plate",
        "weekday",
        "lunar",
    }
)
SUPPORTING = frozenset({"mail", "web", "phone", "address", "weather"})
LONGEST_LINE = 170
MOST_PARTS = 40
#: longer lines are furniture only if they label their parts: 主编：X
LONGEST_WITHOUT_LABELS = 80
#: characters of a theme after the section
LONGEST_THEME = 24
LETTER_SPACED = re.compile(r"(?:[^ ][ ]){4}|(?:[^ ][ ]){2,3}[^ ]\Z")
#: words that end like a nameplate and are none
NOT_A_PLATE = re.compile(
    r"(?:喜|捷|海|预|电|情|汇|通|简|战|公|月|年|回|申|举|警|快|捷)报\Z|[的在是和与]|本报|日报道|订阅"
)
#: horizontal lines of old papers that reading machines return back to front: 年四十四國民華
A_PAGE = re.compile(
    rf"[A-Za-z]{{0,2}}[ ]?[0-9]{{1,3}}(?:[/-][A-Z]{{0,2}}[0-9]{{1,3}})?|{NUMERAL}{{1,3}}(?:至{NUMERAL}{{1,3}})?"
)
NUMBERED = re.compile(rf"(?:{NUMERAL}|[百千万，, ])+")
RIGHT_TO_LEFT = re.compile(r"报[日晚]|日.{1,4}月.{1,4}年|[版期].{1,5}第")


def find_folio(text: str) -> Folio:
    """What the lines of a text say about the page they stand on.

    >>> find_folio("海南日报\\n2026年7月9日 星期四\\nA01 头版").page
    'A1'
    """
    folios = []
    start = 0
    for line in fold(text).split("\n"):
        end = start + len(line)
        found = read_folio_line(text[start:end], line)
        if found is not None:
            folios.append(_moved(found, start))
        start = end + 1
    return merge_folios(folios)


def merge_folios(folios: Iterable[Folio]) -> Folio:
    """One folio from the lines of a page: the first that prints a field decides, editors add up."""
    merged = Folio()
    known = list(folios)

    def first(name: str) -> object:
        return next((value for folio in known if (value := getattr(folio, name)) is not None), None)

    if not known:
        return merged
    fields = ("newspaper", "date", "weekday", "page", "section", "number", "price")
    editors: dict[tuple[str, tuple[str, ...]], Staff] = {}
    for folio in known:
        for staff in folio.editors:
            editors.setdefault((staff.duty, staff.names), staff)
    return Folio(**{name: first(name) for name in fields}, editors=tuple(editors.values()))  # type: ignore[arg-type]


def _moved(folio: Folio, by: int) -> Folio:
    editors = tuple(
        Staff(staff.duty, staff.names, staff.text, Span(staff.span.start + by, staff.span.end + by))
        for staff in folio.editors
    )
    return Folio(
        folio.newspaper,
        folio.date,
        folio.weekday,
        folio.page,
        folio.section,
        folio.number,
        folio.price,
        editors,
    )


def read_folio_line(text: str, folded: str) -> Folio | None:
    """What the line says about the page, if it is nothing but page furniture.

    >>> read_folio_line("A01 头版", "A01 头版").page
    'A1'
    >>> read_folio_line("A股大涨", "A股大涨") is None
    True
    """
    length = len(folded)
    if (
        not 2 <= length <= LONGEST_LINE
        or folded[-1] in "。！？”，、；"
        or not FIRST_HINT.search(folded)
        or not HINT.search(folded)
    ):
        return None
    if "记者" in folded or (length > LONGEST_WITHOUT_LABELS and "：" not in folded and "/" not in folded):
        return None
    where: list[int] | range = range(length)
    if LETTER_SPACED.search(folded):  # 2 0 1 5 年 5 月 2 2 日
        where = [index for index, character in enumerate(folded) if character != " "]
        compact = "".join([folded[index] for index in where])
        found = _read_parts(text, compact, where)
        if found is not None:
            return found
        where = range(length)
    found = _read_parts(text, folded, where)
    if found is None and RIGHT_TO_LEFT.search(folded):
        where = range(length - 1, -1, -1)
        found = _read_parts(text, folded[::-1], where)
    return found


def _read_parts(text: str, folded: str, where: list[int] | range) -> Folio | None:
    """The line as a row of parts, quoted from the print at ``where``; ``None`` if one is no furniture."""

    def printed(match: re.Match[str], group: str) -> str | None:
        if match[group] is None:
            return None
        return "".join([text[where[at]] for at in range(match.start(group), match.end(group))]).strip()

    newspaper = weekday = page = section = number = price = None
    date: Date | None = None
    editors: list[Staff] = []
    kinds: list[str] = []
    part = part_of_furniture()
    at = _after(folded, 0)
    while at < len(folded):
        match = part.match(folded, at)
        if match is None or match.end() == at or len(kinds) > MOST_PARTS:
            plate = _plate_at(folded, at)
            if plate is None:
                # A04 本省新闻 and then the theme of the page
                if (
                    kinds in (["coded"], ["page"])
                    and section
                    and at < len(folded) <= at + LONGEST_THEME
                    and folded[at - 1] == " "
                ):
                    break
                return None
            newspaper = newspaper or "".join([text[where[index]] for index in range(at, plate)])
            kinds.append("plate")
            at = _after(folded, plate)
            continue
        kind = (match.lastgroup or "is_")[3:]
        if kind == "date":
            found = _date_of(match)
            if found is None:
                return None
            date = date or found
        elif kind == "issue":
            if match["issue"] and not NUMBERED.fullmatch(match["issue"]):
                return None
        elif kind == "weekday":
            weekday = weekday or (printed(match, "weekday") or "").rstrip("，,") or None
        elif kind in ("page", "coded", "loose"):
            code = next(
                (match[group] for group in ("page1", "page2", "page3", "page4", "page5") if match[group]),
                None,
            )
            if code and not A_PAGE.fullmatch(code):
                return None
            page = page or (normal_page(code.upper() if code[0] != "p" else code[1:]) if code else None)
            section = section or next(
                (value for group in ("section1", "section2", "section3") if (value := printed(match, group))),
                None,
            )
        elif kind == "section":
            section = section or printed(match, "section4")
        elif kind == "serial":
            number = number or f"CN{match['cn1']}-{match['cn2']}"
        elif kind == "pricing":
            price = price or printed(match, "price")
        elif kind == "staff":
            staff = _staff(text, folded, match, where)
            if staff is None:
                return None
            editors.append(staff)
        elif kind == "plate":
            if NOT_A_PLATE.search(match["paper"]):
                return None
            newspaper = newspaper or printed(match, "paper")
        kinds.append(kind)
        at = _after(folded, match.end())
    if not _is_furniture(kinds, folded, editors):
        return None
    return Folio(newspaper, date, weekday, page, section, number, price, tuple(editors))


def _after(folded: str, at: int) -> int:
    match = BETWEEN.match(folded, at)
    return match.end() if match else at


def _plate_at(folded: str, at: int) -> int | None:
    """Where a nameplate ends that begins here and is one of the list: 信报, 晶报, 南方周末."""
    known = newspapers()
    for size in range(8, 1, -1):
        end = at + size
        if folded[at:end] in known and (end >= len(folded) or folded[end] in " ，·|/（—●：www"):
            return end
    return None


def _is_furniture(kinds: list[str], folded: str, editors: list[Staff]) -> bool:
    """Whether the parts make a line of furniture between them."""
    if not kinds:
        return False
    several = len(kinds) > 1
    if kinds == ["section"]:
        return SECTION_ALONE.match(folded.strip()) is not None
    if kinds == ["loose"] or (kinds[0] == "weather" and "℃" in folded):
        return True
    if "staff" in kinds:  # （編輯：X） after a story is the story's
        return (
            not folded.lstrip().startswith(("（", "【"))
            or len(editors) > 2
            or any("版" in s.duty for s in editors)
        )
    if DECISIVE.intersection(kinds):
        return True
    return bool(SUPPORTING.intersection(kinds)) and (several or kinds[0] in ("web", "mail", "phone"))


def _date_of(match: re.Match[str]) -> Date | None:
    """The date that a part prints; the Republic's years are turned into common ones."""
    if match["year"]:
        year = number(match["year"].replace(" ", ""))
        if year is None:
            return None
        if match["republic"] or 20 <= year <= 150:
            year += REPUBLIC
        if not 1800 <= year <= 2200:
            return None
        return _if_possible(year, match["month"], match["day"])
    if match["n_year"]:
        return _if_possible(int(match["n_year"]), match["n_month"], match["n_day"])
    if match["s_month"]:
        return _if_possible(None, match["s_month"], match["s_day"])
    month = MONTHS.split("|").index(match["e_month"]) + 1
    return _if_possible(int(match["e_year"]), str(month), match["e_day"])


def _if_possible(year: int | None, month: str, day: str) -> Date | None:
    date = possible_date(year, number(month.replace(" ", "")), number(day.replace(" ", "")))
    return date if date is not None and is_possible(date) else None


def _staff(text: str, folded: str, match: re.Match[str], where: list[int] | range) -> Staff | None:
    """Who did what for the page; ``None`` if what stands there are no names."""
    start, end = match.span("staff")
    spaced = isinstance(where, list)
    names = read_names(
        "".join([text[index] for index in where]) if spaced else text, folded, start, end, Trust.SOME
    )
    if names is None:
        return None
    people = tuple(name.text for name in names.people)
    left, right = where[match.start("duty")], where[end - 1] + 1
    left, right = min(left, right), max(left, right)
    duty = text[where[match.start("duty")] : where[match.end("duty") - 1] + 1].replace(" ", "")
    return Staff(duty, people, text[left:right], Span(left, right))
