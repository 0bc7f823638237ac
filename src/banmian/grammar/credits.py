"""One region of print as credits: a line, a bracket, the end of a caption.

``forms`` takes off what may stand before and behind a row of credits. What is left is a row (``chain``), and
the row must explain all of it; anything left over, and the region is no credit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar.chain import read_chain
from banmian.grammar.credit_words import TOKEN
from banmian.grammar.fields import are_plain_names, trimmed
from banmian.grammar.forms import FORMS
from banmian.grammar.marks import PRINTERS_MARK
from banmian.grammar.names import HAN, Names, Trust, is_desk, is_plainly_a_name
from banmian.grammar.outlets import is_outlet
from banmian.grammar.parts import Part, Setting
from banmian.grammar.places import looks_like_a_place
from banmian.grammar.regions import LONGEST_CREDIT, Read, Region, Several
from banmian.grammar.roles import OFFICES, WORK
from banmian.model import Byline, BylineRole, Span
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

#: a mark before the next credit
INNER_MARK = pattern(rf"[■□◆◇●○◎▲△★☆](?=[ ]?{HAN})")
#: a plain row of credits has none of these, and is of no other form
HINT_OF_A_FORM = pattern(
    rf"/{HAN}{{2,12}}\Z|[（）【】》@摄图译照提供作由为资档日号口〇版综据于自]|书[局店馆]|[体媒论评]人[ /]|{PRINTERS_MARK}"
)


def read_region(text: str, folded: str, start: int, end: int, setting: Setting) -> tuple[Byline, ...] | None:
    """The credits that ``folded[start:end]`` is, or ``None`` if anything is left over.

    Empty if it is a credit that names nobody who counts: 受访者供图.
    """
    start, end = trimmed(folded, start, end)
    if end - start > LONGEST_CREDIT:
        return None
    if INNER_MARK.search(folded, start + 1, end):  # □ 记者 X □ 通讯员 Y, 文◎X 图◎Y
        folded = folded[: start + 1] + INNER_MARK.sub(" ", folded[start + 1 : end]) + folded[end:]
    printed = folded
    if "】" in folded and folded.startswith("【", start):
        folded = WORK_IN_BRACKETS.sub(_with_a_colon, folded, count=0)
    region = Region(text, folded, start, end, setting)
    for form in FORMS if HINT_OF_A_FORM.search(folded, start, end) else ():
        answer = form(region)
        if isinstance(answer, Several):
            answer = answer.together([read_region(*part[:5]) for part in answer.regions])
        if isinstance(answer, Read):
            return answer.credits
        region = answer or region
    found = _read_rows(region)
    return (
        found
        if region.folded is printed or found is None
        else tuple([_with_its_bracket(one, text) for one in found])
    )


def _with_its_bracket(credit: Byline, text: str) -> Byline:
    """【记者】X and not 记者】X."""
    start, end = credit.span
    if start == 0 or text[start - 1] != "【" or "】" not in credit.text.partition("【")[0]:
        return credit
    return evolve(credit, text=text[start - 1 : end], span=Span(start - 1, end))


#: 【记者】X 【摄影】Y
WORK_IN_BRACKETS = pattern(r"【[ ]?(?P<work>[^【】 ]{2,8})[ ]?】(?=[ ]{0,2}[^\W_])")


def _with_a_colon(bracket: re.Match[str]) -> str:
    """A word of work in brackets, as if it stood before a colon; any other bracket as it is."""
    work = bracket["work"]
    if work not in WORK and work not in OFFICES and TOKEN.fullmatch(work) is None:
        return bracket[0]
    return " " + bracket[0][1:-1] + "："


def _read_rows(region: Region) -> tuple[Byline, ...] | None:
    """The credits of a row, or of several with semicolons between."""
    text, folded, start, end, setting, house = region
    while end > start and folded[end - 1] in " 。，、":
        end -= 1
    folded = _without_unknown_work(folded, start, end)
    found: list[Byline] = []
    recognised = False
    for left, right in _clauses(folded, start, end):
        parts = read_chain(text, folded, left, right, setting)
        if parts is None or any(_says_nothing(part) for part in parts):
            return None
        recognised = recognised or any(part.suffix == () for part in parts)
        for credit in _bylines_of(text, folded, parts, setting):
            own = credit.affiliation is not None or house is None
            found.append(credit if own else evolve(credit, affiliation=house))
    if any(credit.names for credit in found):  # 【环球时报报道 记者X】
        found = [credit for credit in found if credit.names or credit.title]
    return tuple(found) if found or recognised else None


def _without_unknown_work(folded: str, start: int, end: int) -> str:
    """文/X 灯光/Y: blanks instead of work that no list knows and of whose it is, so that the rest is read."""
    works = list(WORK_AND_MARK.finditer(folded, start, end))
    known = [word.span() for word in TOKEN.finditer(folded, start, end)] if works else []
    for work in works if known else ():
        left, right = work.span()
        if any(word_end > left and word < right for word, word_end in known) or not _may_be_work(
            work["work"]
        ):
            continue
        following = [word for word, _ in known if word > left] + [
            one.start() for one in works if one.start() > left
        ]
        end_of_names = min([*following, end])
        if are_plain_names(folded, right, end_of_names, Trust.SOME):
            folded = folded[:left] + " " * (end_of_names - left) + folded[end_of_names:]
    return folded


def _may_be_work(folded: str) -> bool:
    return not (
        is_plainly_a_name(folded) or looks_like_a_place(folded) or is_outlet(folded) or is_desk(folded)
    )


#: 灯光：, 灯光/
WORK_AND_MARK = pattern(rf"(?:(?<=[ ；，])|\A)(?P<work>{HAN}{{2,8}})[ ]?[：/丨|]")


def _says_nothing(part: Part) -> bool:
    """記者 alone, or 美國記者: an office without a name or a house is no credit."""
    nobody = not (part.names.people or part.names.desks or part.names.unresolved)
    placed = part.reported and (part.place is not None or part.office is None)  # 记者追踪报道 is neither
    return nobody and part.outlet is None and not placed and part.suffix is None and part.label != ()


def _clauses(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between semicolons."""
    parts: list[tuple[int, int]] = []
    at = start
    while (cut := folded.find("；", at, end)) >= 0:
        parts.append((at, cut))
        at = cut + 1
    parts.append((at, end))
    return [part for part in parts if part[0] < part[1]]


def _bylines_of(text: str, folded: str, parts: list[Part], setting: Setting) -> Iterator[Byline]:
    """The credits of a chain; the outlet of an office is also that of later reporters without one."""
    outlet: str | None = None
    for part in parts:
        roles = _roles_of(part, setting)
        if part.label is not None and not part.names.people and not part.names.unresolved:
            roles = ()  # 图/洋浦海事局: whose picture it is, nobody who took it
        if part.outlet is not None:
            outlet = part.outlet
        elif not _is_of_the_staff(part):
            outlet = None
        own = part.outlet
        if own is None and _is_of_the_staff(part):
            own = outlet
        for house, row in _row_of_each_house(part, own):
            left, right = trimmed(folded, row.start, row.end)
            for role in roles:
                yield Byline(
                    role,
                    tuple(name.text for name in row.names.people),
                    part.title,
                    house,
                    part.place,
                    text[left:right],
                    Span(left, right),
                )


def _row_of_each_house(part: Part, own: str | None) -> Iterator[tuple[str | None, Part]]:
    """记者 X 共享联盟·临江 Y: a house between names is that of the names behind it, and of no other."""
    people, desks = part.names.people, part.names.desks
    if part.label is not None or part.suffix is not None:
        yield own, part
        return
    between = [desk for desk in desks if people and people[0].start < desk.start < people[-1].start]
    starts = [part.start, *[desk.start for desk in between]]
    for index, start in enumerate(starts):
        end = starts[index + 1] if index < len(between) else part.end
        named = tuple([name for name in people if start <= name.start < end]) if between else people
        if between and not named:
            continue
        house: str | None
        if index:
            house = between[index - 1].text
        else:
            others = [desk for desk in desks if desk not in between]
            house = others[0].text if len(others) == 1 and own is None else own
        yield house, part._replace(start=start, end=end, names=Names(named))


def _roles_of(part: Part, setting: Setting) -> tuple[BylineRole, ...]:
    if part.role is BylineRole.EDITOR and not (setting.bare_names or part.reported):
        return ()  # of the page, not of the article
    office = part.role or BylineRole.REPORTER
    if part.suffix is not None:
        return part.suffix
    if part.label is not None:
        # what somebody did goes before what he is: 文/记者X is an author; 采写：实习生X says no more than 实习生
        return tuple(dict.fromkeys(office if role is BylineRole.REPORTER else role for role in part.label))
    return (office,)


def _is_of_the_staff(part: Part) -> bool:
    """记者, 摄影记者 and 执笔记者: their house is printed once for all."""
    return part.role is BylineRole.REPORTER or (part.office or "").endswith(("记者", "記者"))
