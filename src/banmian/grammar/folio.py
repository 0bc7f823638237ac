"""Page furniture (版头): what a page prints about itself, and no headline or paragraph.

A line is furniture only if every part of it is: nameplate, date, weekday, page number and section,
serial number, price, the people who made the page, weather, addresses. One part that is none of these,
and the line is a headline's or a story's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from banmian.grammar.dates import NUMERAL, REPUBLIC, is_possible, number, possible_date
from banmian.grammar.furniture import (
    ERAS,
    FIRST_HINT,
    HINT,
    LONGEST_NUMBERED_SECTION,
    MONTHS,
    NUMBERED_SECTION,
    PAGE_CODE,
    SECTION_ALONE,
    TO_PAGE,
    part_of_furniture,
)
from banmian.grammar.jump import ROMAN, normal_page
from banmian.grammar.lines import lines_of
from banmian.grammar.names import HAN, Names, Trust, read_names
from banmian.grammar.places import is_place
from banmian.grammar.vocabulary import newspapers
from banmian.model import Date, Folio, Span, Staff
from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

#: what stands between parts
BETWEEN = pattern(r"[ ，、；：·|│┃丨/●○◎■□◆◇★☆▲▼—（）【】*#{}<>《》〈〉。.-]*")
#: one of these, and the line is furniture; the rest only keeps it company
DECISIVE = frozenset(
    ["date", "weekday", "lunar", "page", "coded", "many", "issue", "serial", "post", "pricing"]
).union(["imprint", "plate", "staff", "numbered"])
SUPPORTING = frozenset(("mail", "web", "phone", "address", "weather"))
LONGEST_LINE = 170
MOST_PARTS = 40
#: longer lines are furniture only if they label their parts: 主编：X
LONGEST_WITHOUT_LABELS = 80
#: characters of a theme after the section
LONGEST_THEME = 24
#: 责编王明; but 主编王明 and 设计王明 may be of a story, unless another duty stands beside
ALWAYS_A_DUTY = frozenset(
    ("责编", "责任编辑", "本版编辑", "本版责编", "美编", "美术编辑", "校对", "检校", "责校", "责任校对")
)
PAGE_GROUPS = ("page1", "page2", "page3", "page4", "page5", "page6", "page7", "page8", "page9", "page10")
PRINTS_ITS_PAGE = frozenset(("page", "coded", "loose"))
#: parts that are furniture only beside a date
BESIDE_A_DATE = frozenset(("number", "unknown plate"))
#: a title that no list knows: 晚潮报, 今日青溪
UNKNOWN_PLATE = pattern(rf"(?:{HAN}{{1,6}}报|今日{HAN}{{2}})(?=[ |]|\Z)")
#: 第08版 市场, 思想·文化 第14版: a section that no list knows, on a line that prints date and page
UNKNOWN_SECTION = pattern(rf"(?:\A|(?<=[ |])){HAN}{{2,5}}(?:[·/]{HAN}{{2,5}})?(?=[ |]|\Z)")
#: — 12 —: the number of a page in a file, above or below the print
NUMBER_BETWEEN_DASHES = pattern(r"[—-]{1,2} ?(?P<page>[0-9]{1,3}) ?[—-]{1,2}\Z")
#: 2 0 1 5 年: letters set apart
LETTER_SPACED = pattern(rf"(?:[^ ][ ]){{4}}|(?:[^ ][ ]){{2,3}}[^ ]\Z|{HAN}[ ]{HAN}[ ][A-D]?[0-9]{{1,2}}\Z")
#: 要 闻: two characters set apart from each other and from the rest
TWO_APART = pattern(rf"(?<![^ ]){HAN}( ){HAN}(?![^ ])")
#: words that end like a nameplate and are none
NOT_A_PLATE = pattern(
    r"(?:喜|捷|海|预|电|情|(?<!文)汇|通|简|战|公|月|年|回|申|举|警)报\Z|(?:\A.?|要闻|新闻|消息|工作|战况|信息|图片|财经|体育|赛事)快报\Z|[的在是和与]|本报|日报道|订阅"
)
A_PAGE = pattern(
    rf"[A-Z]叠[ ]?第?[ ]?[0-9]{{1,2}}|[A-Za-z]{{0,2}}[ ]?[0-9]{{1,3}}(?:{TO_PAGE}[A-Z]{{0,2}}[0-9]{{1,3}})?|{ROMAN}"
    rf"|{NUMERAL}{{1,3}}(?:至{NUMERAL}{{1,3}})?"
)
NUMBERED = pattern(rf"(?:{NUMERAL}|[百千万，, ])+")
#: horizontal lines of old papers that reading machines return back to front: 年四十四國民華
RIGHT_TO_LEFT = pattern(r"报[日晚]|日.{1,4}月.{1,4}年|[版期].{1,5}第")
#: years below this are the Republic's even where 民國 is not printed
REPUBLICAN_YEARS = range(20, 151)
POSSIBLE_YEARS = range(1800, 2201)


def find_folio(text: str) -> Folio:
    """What the lines of a text say about the page they stand on.

    Raises TypeError for anything but a string.

    >>> find_folio("海南日报\\n2026年7月9日 星期四\\nA01 头版").page
    'A1'
    """
    folios = []
    for start, printed, folded in lines_of(text, "find_folio"):
        found = read_folio_line(printed, folded)
        if found is not None:
            folios.append(_moved(found, start))
    return merge_folios(folios)


def merge_folios(folios: Iterable[Folio]) -> Folio:
    """One folio from the lines of a page: the first that prints a field decides, editors add up."""
    fields: dict[str, Any] = {}
    editors: dict[tuple[str, tuple[str, ...]], Staff] = {}
    for folio in folios:
        for name in ("newspaper", "date", "weekday", "page", "section", "number", "price"):
            if getattr(folio, name) is not None:
                fields.setdefault(name, getattr(folio, name))
        for staff in folio.editors:
            editors.setdefault((staff.duty, staff.names), staff)
    return Folio(**fields, editors=tuple(editors.values()))


def _moved(folio: Folio, by: int) -> Folio:
    editors = [
        evolve(staff, span=Span(staff.span.start + by, staff.span.end + by)) for staff in folio.editors
    ]
    return evolve(folio, editors=tuple(editors))


def read_folio_line(text: str, folded: str) -> Folio | None:
    """What the line says about the page, if it is nothing but page furniture.

    >>> read_folio_line("A01 头版", "A01 头版").page
    'A1'
    >>> read_folio_line("A股大涨", "A股大涨") is None
    True
    """
    length = len(folded)
    if folded[:1] in "—-" and (numbered := NUMBER_BETWEEN_DASHES.match(folded)):
        return Folio(page=normal_page(numbered["page"]))
    if (  # cheap tests first: most lines are no furniture
        not 2 <= length <= LONGEST_LINE
        or folded[-1] in "。！？”，、；"
        or (length > LONGEST_WITHOUT_LABELS and "：" not in folded and "/" not in folded)
        or not FIRST_HINT.search(folded)
        or "记者" in folded
        or not _may_be_furniture(folded)
    ):
        return None
    for line, where in _ways_to_read(folded):
        found = _read_parts(text, line, where)
        if found is not None:
            return found
    return None


def _ways_to_read(folded: str) -> Iterator[tuple[str, list[int] | range]]:
    """The line closed up, as it stands and back to front, each with where its characters are printed."""
    everything = range(len(folded))
    if apart := TWO_APART.search(folded):  # 要 闻 2
        blank = apart.start(1)
        yield folded[:blank] + folded[blank + 1 :], [index for index in everything if index != blank]
    if LETTER_SPACED.search(folded):  # 2 0 1 5 年 5 月 2 2 日
        printed = [index for index in everything if folded[index] != " "]
        yield "".join([folded[index] for index in printed]), printed
    yield folded, everything
    if RIGHT_TO_LEFT.search(folded):
        yield folded[::-1], everything[::-1]


def _may_be_furniture(folded: str) -> bool:
    return (
        HINT.search(folded) is not None
        or PAGE_CODE.search(folded) is not None
        or (len(folded) <= LONGEST_NUMBERED_SECTION and NUMBERED_SECTION.match(folded) is not None)
    )


def _read_parts(text: str, folded: str, where: list[int] | range) -> Folio | None:
    """The line as a row of parts, quoted from the print at ``where``; ``None`` if one is no furniture."""
    print_of = "".join([text[index] for index in where])
    part = part_of_furniture()
    fields: dict[str, Any] = {}
    editors: list[Staff] = []
    kinds: list[str] = []
    at = _after(folded, 0)
    while at < len(folded):
        match = part.match(folded, at)
        if match is not None and match.end() > at and len(kinds) <= MOST_PARTS:
            kind, end = (match.lastgroup or "is_")[3:], match.end()
            found = _fields_of(kind, match, print_of)
            if found is None:
                return None
            if kind == "staff":
                staff = _staff(text, folded, print_of, match, where)
                if staff is None:
                    return None
                editors.append(staff)
                if match["staff"] is None and match["duty"] not in ALWAYS_A_DUTY:
                    kind = "glued staff"
        elif (plate_end := _plate_at(folded, at)) is not None:
            kind, end = "plate", plate_end
            found = {"newspaper": print_of[at:end]}
        elif (plate := UNKNOWN_PLATE.match(folded, at)) and not NOT_A_PLATE.search(plate[0]):
            kind, end = "unknown plate", plate.end()
            found = {"newspaper": print_of[at:end]}
        elif section := UNKNOWN_SECTION.match(folded, at):
            kind, end = "unknown section", section.end()
            found = {"section": print_of[at:end]}
        elif _only_a_theme_follows(kinds, fields, folded, at):
            if folded[at - 1] != " ":  # 本省新闻 关注 is the section and the theme's first word
                fields["section"] = fields["section"].partition(" ")[0]
            break
        else:
            return None
        for name, value in found.items():
            if value is not None:
                fields.setdefault(name, value)
        kinds.append(kind)
        at = _after(folded, end)
    if not _is_furniture(kinds, folded, editors):
        return None
    date, section = fields.get("date"), fields.get("section", "")
    if date and "民国" in folded and date.year < REPUBLIC_ENDS and _is_named_after_its_town(fold(section)):
        fields.setdefault("newspaper", fields.pop("section"))
    if "section" in kinds and folded.startswith("头版"):
        fields.setdefault("page", "1")
    return Folio(**fields, editors=tuple(editors))


def _is_named_after_its_town(section: str) -> bool:
    """北平新聞 on a line with the date: a paper, where today it would be the page with the town's news."""
    return section.endswith("新闻") and is_place(section.removesuffix("新闻"))


REPUBLIC_ENDS = 1949  #: on the mainland, where papers were so called


def _fields_of(kind: str, match: re.Match[str], print_of: str) -> dict[str, Any] | None:
    """What one part tells of the page; ``None`` if it only had the form of furniture."""

    def printed(*groups: str) -> str | None:
        spans = [match.span(group) for group in groups if match[group]]
        return print_of[slice(*spans[0])].strip() if spans else None

    if kind == "date":
        date = _date_of(match)
        return None if date is None else {"date": date}
    if kind == "weekday":
        return {"weekday": (printed("weekday") or "").rstrip("，,") or None}
    if kind in ("page", "coded", "loose", "numbered", "number"):
        code = next((match[group] for group in PAGE_GROUPS if match[group]), None)
        if code and not A_PAGE.fullmatch(code):
            return None
        page = normal_page(code.upper() if code[0] != "p" else code[1:]) if code else None
        return {"page": page, "section": printed("section1", "section2", "section3", "section5", "section6")}
    if kind == "section":
        return {"section": printed("section4")}
    if kind == "issue":
        return {} if not match["issue"] or NUMBERED.fullmatch(match["issue"]) else None
    if kind == "serial":
        return {"number": f"CN{match['cn1']}-{match['cn2']}"}
    if kind == "pricing":
        return {"price": printed("price")}
    if kind == "plate":
        return None if NOT_A_PLATE.search(match["paper"]) else {"newspaper": printed("paper")}
    return {}


def _only_a_theme_follows(kinds: list[str], fields: dict[str, Any], folded: str, at: int) -> bool:
    """A04 本省新闻 and then what the page is about: still the page's head."""
    return (
        kinds in (["coded"], ["page"])
        and "section" in fields
        and (folded[at - 1] == " " or " " in fields["section"])
        and len(folded) <= at + LONGEST_THEME
    )


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
    if "unknown section" in kinds and (
        "date" not in kinds or PRINTS_ITS_PAGE.isdisjoint(kinds) or kinds.count("unknown section") > 1
    ):
        return False
    if kinds in (["section", "number"], ["number", "section"]):  # 要闻 3, 3 要闻
        return True
    if {"section", "loose"} <= set(kinds):  # 新聞 News A2
        return True
    several = len(kinds) > 1
    dated = "date" in kinds or {"plate", "section"} <= set(kinds)  # 江城日报 要闻 2
    if not dated and not BESIDE_A_DATE.isdisjoint(kinds):
        return False
    if kinds == ["section"]:
        return SECTION_ALONE.match(folded.strip()) is not None
    if kinds == ["loose"] or (kinds[0] == "weather" and "℃" in folded):
        return True
    if "staff" in kinds or kinds.count("glued staff") > 1:  # （編輯：X） after a story is the story's
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
        if match["era"]:
            year += ERAS[match["era"]]
        elif year in REPUBLICAN_YEARS:
            year += REPUBLIC
        if year not in POSSIBLE_YEARS:
            return None
        return _if_possible(year, match["month"], match["day"])
    if match["n_year"]:
        year = int(match["n_year"])
        return _if_possible(
            year + REPUBLIC if year in REPUBLICAN_YEARS else year, match["n_month"], match["n_day"]
        )
    if match["s_month"]:
        return _if_possible(None, match["s_month"], match["s_day"])
    month = MONTHS.split("|").index(match["e_month"].capitalize()) + 1
    return _if_possible(int(match["e_year"]), str(month), match["e_day"] or match["e_day2"])


def _if_possible(year: int | None, month: str, day: str) -> Date | None:
    date = possible_date(year, number(month.replace(" ", "")), number(day.replace(" ", "")))
    return date if date is not None and is_possible(date) else None


def _staff(
    text: str, folded: str, print_of: str, match: re.Match[str], where: list[int] | range
) -> Staff | None:
    """Who did what for the page; ``None`` if what stands there are no names."""
    glued = match["staff"] is None
    start, end = match.span("glued_staff" if glued else "staff")
    names = read_names(print_of, folded, start, end, Trust.NONE if glued else Trust.SOME)
    if names is None or (glued and not _are_glued_names(names)):
        return None
    people = tuple(name.text for name in names.people)
    first, last = where[match.start("duty")], where[end - 1]
    left, right = min(first, last), max(first, last) + 1
    duty = "".join(print_of[slice(*match.span("duty"))].split())
    return Staff(duty, people, text[left:right], Span(left, right))


def _are_glued_names(names: Names) -> bool:
    """责编王明: one name that is plainly one, and no place (设计东京)."""
    return len(names.people) == 1 and not names.desks and not is_place(fold(names.people[0].text))
