"""One region of print as a chain of credits: a line, a bracket, the end of a caption.

The chain must explain all of the region; anything left over, and the region is no credit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar.credit_words import BOTH_SUFFIX, OFFICE_WORDS, POSTED, TOKEN
from banmian.grammar.dates import DATE
from banmian.grammar.gaps import (
    JOB,
    Gap,
    Part,
    Setting,
    fields_of,
    read_gap,
    trimmed,
    without_leading_outlets,
    without_marks,
)
from banmian.grammar.marks import PRINTERS_MARK
from banmian.grammar.names import HAN, NEVER_IN_A_NAME, Name, Names, Trust, is_plainly_a_name, read_names
from banmian.grammar.outlets import SELF, SENTENCE, is_outlet
from banmian.grammar.pictures import (
    SOURCE_AFTER_A_CREDIT,
    SOURCE_AFTER_PHOTOGRAPHER,
    SOURCE_IN_BRACKETS,
    SOURCE_OF_A_PICTURE,
    SOURCE_REACH,
)
from banmian.grammar.places import are_places, is_place
from banmian.grammar.roles import ARTS, LABELS, OFFICES, RANKS, SUFFIXES, SUFFIXES_WITHOUT_BYLINE
from banmian.grammar.vocabulary import common_surnames, wire_agencies, words_like_names
from banmian.model import Byline, BylineRole, Span
from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

#: any mark before a signature; 口 is what OCR makes of □, and 〇 of ○
LEADING_MARK = pattern(
    rf"[ ]*(?:(?:{PRINTERS_MARK}|〇){{1,8}}|口(?=[ ]?(?:本报|本刊|新华社|记者|通讯员|特约|{HAN}{{2,4}}\Z)))[ ]*"
)
#: only these mark a signature by itself
SIGNING_MARK = pattern(r"[ ]*[■□◎⊙☉口][ ]*")
LONGEST_CREDIT = 160
CLOSERS = {"（": "）", "【": "】"}
PICTURES_BEGIN = frozenset("本以文上下左右资档（中图照相摄由")

PICTURES_BY = pattern(
    r"(?:本版|本组|以上|文中|上图|下图|左图|右图|资料|[（]?[上下左右中][）]?)?"
    r"(?:图片|照片|相片|文图|图文|图|摄影|稿件|文字|报道)?[ ]?"
    r"(?:除署名外)?[ ]?(?:均|皆|都)?由(?=[^ ])"
    r"|(?:本版|本组)(?:图片|照片|摄影)(?![ ]?[：/])[ ]?"
    r"|(?:资料|档案)(?:照片?|图片?)[，、： ]+(?=[^ ])"
    r"|图[①-⑳0-9]{1,6}(?:均|皆)?[为由：](?=[^ ])"
)

DATE_AFTER_PICTURE = pattern(rf"(?<=[摄真供])[ ]+{DATE}\Z")

OUTLET_THEN_BRACKET = pattern(r"(?P<outlet>[^【】（）]{2,14}?)[ ]?[【（](?!发自)(?P<inside>[^【】]+)[】）]\Z")

#: 作者：X（作者单位：某市实验中学）: what the author is besides
NOTE_ON_THE_AUTHOR = pattern(
    r"(?<=[^ （【])[ ]?（(?:作者|笔者)?(?:单位|系|为|是|现为|现任|简介)[^（）]{2,40}）\Z"
)

#: 王小明（本报特约记者）, 王小明、李大华（新华社记者）: the office behind the names
NAME_THEN_OFFICE = pattern(
    rf"(?P<name>(?:{HAN}{{2,4}}|{HAN}[ ]{{1,2}}{HAN})(?:[、 ]{HAN}{{2,4}}){{0,5}})[ ]?（(?P<inside>[^（）]{{2,20}}[员者人生笔])）"
)
HINT_OF_OFFICE = pattern(r"记者|整理|采访|通讯员")
A_RANK = pattern(rf"(?:{RANKS})(?=.)")
#: X 7月9日摄于巴黎
TAKEN_AT = pattern(rf"(?:[ ，]+{DATE})?[ ，]*摄于(?P<place>[^ ，。的]{{2,12}})\Z")
#: the paper and page that the web prints behind a credit: 《 人民日报 》（ 2019年12月27日 03 版）
PRINTED_IN = pattern(r"[ ]*《[ ]?[^《》 ]{2,14}[ ]?》[ ]*(?:（[^（）]{4,28}版[ ]?）)?\Z")
#: X 译自《卫报》, X编译自英国《卫报》
TRANSLATED_FROM = pattern(r"(?<=译)自[^，。 ]{2,20}\Z")
LONGEST_MAIL = 90
#: 记者 X x@paper.example: where to write to
MAIL_AFTER_CREDIT = pattern(
    r"[ ，/]+(?:（)?(?:(?:电子)?(?:邮箱|邮件|信箱)：?[ ]?)?[A-Za-z0-9][\w.+-]{0,40}@[A-Za-z0-9.-]{3,40}(?:）)?\Z"
)
#: （作者：X，系某大学教授）, （作者X为本报评论员）
AUTHOR_AND_WHAT_HE_IS = pattern(
    rf"(?P<office>(?:本文)?作者)[ ：]{{0,2}}(?P<name>{HAN}{{2,4}}?|{HAN}[ ]{{1,2}}{HAN})[ ]?"
    r"(?:[，/](?:分别)?(?:系|为|是|现为|现任|单位：?)?|[ ；](?:作者)?单位：|系|为|是|现为|现任)(?P<what>[^，。；][^。；]{2,60})"
)

BRACKETED_OUTLET = pattern(r"[【（](?P<outlet>[^【】（）]{2,14})[】）][ ]?")

#: 新华社发（N 摄）
DISTRIBUTED = pattern(r"(?P<outlet>新华社|中新社|中央社|本报)(?:记者)?发?[ ]?（(?P<inside>[^（）]+)）\Z")

#: words of daily speech too: glued to a name in open text they are no credit (王小明讲述)
WEAK_SUFFIX = frozenset(
    ["整理", "采访整理", "译", "翻译", "编译", "辑", "编", "编写", "文", "撰", "图", "画", "绘", "漫画"]
).union(["讲述", "口述", "采访", "传真", "记录"])
#: after one person's name and before another's: 记者 X 摄影 Y
SET_BEFORE_NAMES = frozenset(["摄影", "摄像", "航拍"])
EMPTY = Names()
BETWEEN_LABELS = pattern(r"[、./及和&]")
#: a place may stand before these: 記者X台北攝
TAKEN_THERE = frozenset(["摄", "摄影", "传真", "拍摄", "摄影报道"])
WIRED = pattern(r"专?[电讯]|特电")
#: 据新华社, 综合新华社、央视新闻, 《联合早报》 before 报道: whose report is told, nobody's credit
RELAY = pattern(r"[ ]*(?:据|综合(?P<houses>[^ ]{2,})|《[^《》]{2,16}》[ ]?\Z)")
DESK_OF_NEWS = ("中心", "频道", "部", "组")


def read_region(text: str, folded: str, start: int, end: int, setting: Setting) -> tuple[Byline, ...] | None:
    """The credits that ``folded[start:end]`` is, or ``None`` if anything is left over.

    Empty if it is a credit that names nobody who counts: 受访者供图.
    """
    start, end = trimmed(folded, start, end)
    if end - start > LONGEST_CREDIT:
        return None
    if folded[end - 1 : end] in ("日", "号") and (date := DATE_AFTER_PICTURE.search(folded, start, end)):
        end = date.start()
    if folded[end - 1 : end] == "）" and (note := NOTE_ON_THE_AUTHOR.search(folded, start, end)):
        end = note.start()
    if folded.find("译自", max(start, end - SOURCE_REACH), end) >= 0:
        left, right = without_brackets(folded, start, end)
        if origin := TRANSLATED_FROM.search(folded, left, right):
            if left > start:
                setting = evolve(setting, enclosed=True)
            start, end = left, origin.start()
    if (folded[end - 1 : end] == "》" or folded.endswith(("版）", "版 ）"), start, end)) and (
        printed_in := PRINTED_IN.search(folded, max(start, end - 60), end)
    ):
        end = printed_in.start()
    if folded.find("@", max(start, end - LONGEST_MAIL), end) >= 0 and (
        mail := MAIL_AFTER_CREDIT.search(folded, max(start, end - LONGEST_MAIL), end)
    ):
        end = mail.start()
    if folded[end - 1 : end] == "）" and (opener := folded.rfind("（", start, end)) > start:
        where = folded[opener + 1 : end - 1]
        if are_places(where) and folded[opener - 1] not in "（ ":  # 报道：X（吉隆坡）
            place = text[opener + 1 : end - 1]
            credits = read_region(text, folded, start, opener, setting)
            return credits and tuple([evolve(credit, place=credit.place or place) for credit in credits])
    if (
        folded.find("图", max(start, end - SOURCE_REACH), end) >= 0
        or folded.find("照片", max(start, end - SOURCE_REACH), end) >= 0
    ):
        if source := SOURCE_AFTER_A_CREDIT.search(folded, max(start, end - SOURCE_REACH), end):
            end = source.start()
    if folded.find("摄于", max(start, end - 24), end) >= 0 and (
        taken := TAKEN_AT.search(folded, max(start, end - 32), end)
    ):
        credits = read_region(text, folded, start, taken.start(), setting)
        place = text[slice(*taken.span("place"))]
        photographer = BylineRole.PHOTOGRAPHER
        return credits and tuple([evolve(credit, role=photographer, place=place) for credit in credits])
    if bracketed_office := NAME_THEN_OFFICE.fullmatch(folded, start, end):
        return _with_name_before(text, folded, bracketed_office, setting)
    if (
        folded.startswith(
            ("作者为", "作者系", "作者是", "作者单位", "本文作者"),
            start + (folded[start : start + 1] == "（"),
        )
        and (comma := folded.rfind("，", start, end)) > 0
        and HINT_OF_OFFICE.search(folded, comma, end)
    ):  # （作者为某大学教授，本报记者X采访整理）
        return read_region(text, folded, comma + 1, end - (folded[end - 1] == "）"), setting)
    if folded.startswith(("（作者", "作者", "（本文作者", "本文作者"), start):
        inner = without_brackets(folded, start, end)
        if named := AUTHOR_AND_WHAT_HE_IS.fullmatch(folded, *inner):
            return _author(text, named)
    house: str | None = None
    if marked := LEADING_MARK.match(folded, start, end):
        start = marked.end()
    bracketed = folded[end - 1 : end] in ("）", "】")
    if bracketed and (distributed := DISTRIBUTED.fullmatch(folded, start, end)):
        house = text[slice(*distributed.span("outlet"))]
        start, end = distributed.span("inside")
        setting = evolve(setting, enclosed=True)
    elif (
        bracketed
        and (plated := OUTLET_THEN_BRACKET.fullmatch(folded, start, end))
        and is_outlet(plated["outlet"])
    ):  # 中國時報【N╱宜蘭報導】
        house = text[slice(*plated.span("outlet"))]
        start, end = plated.span("inside")
        setting = evolve(setting, enclosed=True)
    elif folded[start : start + 1] in CLOSERS:
        outlet = BRACKETED_OUTLET.match(folded, start, end)
        if outlet and outlet.end() < end and is_outlet(outlet["outlet"]):
            house = text[slice(*outlet.span("outlet"))]
            start = outlet.end()
        start, end = without_brackets(folded, start, end)
    if folded.find("摄", max(start, end - SOURCE_REACH), end) >= 0 and (
        source := SOURCE_AFTER_PHOTOGRAPHER.search(folded, max(start, end - SOURCE_REACH), end)
    ):
        end = source.start()  # （X摄/光明图片）
    if folded[start : start + 1] in PICTURES_BEGIN and (by := PICTURES_BY.match(folded, start, end)):
        start = by.end()
    while end > start and folded[end - 1] in " 。，、":
        end -= 1
    found: list[Byline] = []
    recognised = False
    for left, right in _clauses(folded, start, end):
        parts = _read_chain(text, folded, left, right, setting)
        if parts is None or any(_says_nothing(part) for part in parts):
            return None
        recognised = recognised or any(part.suffix == () for part in parts)
        for credit in _bylines_of(text, folded, parts, setting):
            own = credit.affiliation is not None or house is None
            found.append(credit if own else evolve(credit, affiliation=house))
    if any(credit.names for credit in found):  # 【环球时报报道 记者X】
        found = [credit for credit in found if credit.names or credit.title]
    return tuple(found) if found or recognised else None


def _with_name_before(
    text: str, folded: str, match: re.Match[str], setting: Setting
) -> tuple[Byline, ...] | None:
    """王小明（本报特约记者）: the credit in the bracket is that of the name."""
    names = read_names(text, folded, *match.span("name"), Trust.NONE)
    inside = read_region(text, folded, *match.span("inside"), setting)
    if names is None or inside is None or len(inside) != 1:
        return None
    (credit,) = inside
    if credit.names or credit.title is None or names.desks or names.unresolved:
        return None
    if not all(_signs_alone(folded[name.start : name.end]) for name in names.people):
        return None
    people = tuple([name.text for name in names.people])
    return (evolve(credit, names=people, text=text[slice(*match.span())], span=Span(*match.span())),)


def _author(text: str, match: re.Match[str]) -> tuple[Byline, ...] | None:
    """The author whom a note names; what he is is his title."""
    name = match["name"].replace(" ", "")
    if not is_plainly_a_name(name) or is_place(name) or is_plainly_a_name(match["what"]):
        return () if match["name"][0] in "系为是" else None
    left, right = match.span("name")
    printed = "".join(text[left:right].split())
    whole = Span(*match.span())
    return (
        Byline(
            BylineRole.AUTHOR,
            (printed,),
            text[slice(*match.span("what"))].strip(),
            None,
            None,
            text[whole.start : whole.end],
            whole,
        ),
    )


def _says_nothing(part: Part) -> bool:
    """記者 alone, or 美國記者: an office without a name or a house is no credit."""
    nobody = not (part.names.people or part.names.desks or part.names.unresolved)
    return nobody and part.outlet is None and not part.reported and part.suffix is None and part.label != ()


def without_brackets(folded: str, start: int, end: int) -> tuple[int, int]:
    """Inside the brackets, where one pair encloses all."""
    while (
        end - start > 2
        and folded[start] in CLOSERS
        and folded.find(CLOSERS[folded[start]], start, end) == end - 1
    ):
        start, end = trimmed(folded, start + 1, end - 1)
    return start, end


def _clauses(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between semicolons."""
    parts: list[tuple[int, int]] = []
    at = start
    while (cut := folded.find("；", at, end)) >= 0:
        parts.append((at, cut))
        at = cut + 1
    parts.append((at, end))
    return [part for part in parts if part[0] < part[1]]


def _read_chain(text: str, folded: str, start: int, end: int, setting: Setting) -> list[Part] | None:
    """Words of office, labels and suffixes with the names between them; ``None`` if more stands there."""
    tokens = list(TOKEN.finditer(folded, start, end))
    if not tokens:
        return _read_bare(text, folded, start, end, setting)
    if len(tokens) > 24:
        return None
    parts: list[Part] = []
    current: Part | None = None
    at = start
    for index, token in enumerate(tokens):
        kind = token.lastgroup
        following = tokens[index + 1].start() if index + 1 < len(tokens) else end
        if kind == "first":
            if not _are_plain_names(folded, token.end(), following) or not (
                len(tokens) > 1 or _is_of_the_commonest_form(folded[token.end() : following])
            ):
                return None
            kind = "label"  # 记者X 摄影Y
        if (
            kind == "suffix"
            and (token.start() == at or (current is None and is_outlet(folded[at : token.start()])))
            and (current is None or not current.names.people)
            and BOTH_SUFFIX.fullmatch(token[0])
        ):
            kind = "both"  # 文/图 X: before the names
        elif (
            kind == "report"
            and (
                folded[token.start() - 1] == " "
                or (
                    current is None
                    and (token.start() == at or is_outlet(folded[at : token.start()].strip("·/")))
                )
            )
            and folded[token.end() : token.end() + 1] == "："
            and token.end() + 1 < end
        ):
            kind = "label"  # 报道：X
        elif (
            kind == "suffix"
            and not parts
            and current is None
            and (token[0] in LABELS or token[0] in OFFICES)
            and (token.start() == at or is_outlet(folded[at : token.start()]))  # 本报编译 X
            and _are_plain_names(folded, token.end(), following)
        ):
            kind = "label" if token[0] in LABELS else "office"  # 摄影 X, 讲述 X
        elif (
            kind == "suffix"
            and token[0] in SET_BEFORE_NAMES
            and current is not None
            and current.office is not None
            and current.label is None
            and folded[token.start() - 1] == " "
            and _are_plain_names(folded, at, token.start())
            and _are_plain_names(folded, token.end(), following)
        ):
            kind = "label"  # 记者 X 摄影 Y
        elif (
            kind == "suffix"
            and token[0] in LABELS
            and current is not None
            and (current.label or current.role in DOES)
            and folded[token.start() - 1] == " "
            and _are_plain_names(folded, at, token.start())
            and _are_plain_names(folded, token.end(), following)
        ):
            kind = "label"  # 文 X 图 Y
        elif (
            kind == "report"
            and current is None
            and token.start() == at == start
            and token[0] in LABELS
            and folded[token.end() : token.end() + 1] == " "
            and _are_plain_names(folded, token.end(), following)
        ):
            kind = "label"  # 报道 X
        if kind == "report" and folded.count("/", at, token.start()) > 1:
            several = _reports_from_several_places(text, folded, at, token, current)
            if several:
                parts += several
                current, at = None, token.end()
                continue
        if kind in ("report", "suffix", "posted"):
            done = _close_with_suffix(text, folded, at, token, current, setting)
            if done is None:
                return None
            if done.reported and done.place and done.label is None:
                parts = _with_place_for_all(parts, done.place)
            parts.append(done)
            current = None
        else:
            gap = read_gap(text, folded, at, token.start(), current, setting, outlet_last=True)
            title: str | None = None
            if (gap is None or gap.outlet is None) and (
                rank := A_RANK.match(folded, token.start(), token.end())
            ):
                house = read_gap(text, folded, at, rank.end(), current, setting, outlet_last=True)
                if house is not None and house.outlet is not None:  # 第一财经记者: the rank is the house's
                    gap, title = house, text[rank.end() : token.end(token.lastgroup or 0)]
            if (
                current is None
                and token.start() > at == start
                and (gap is None or gap.names.people)
                and folded[token.end() : token.end() + 1] == " "
                and _is_an_unknown_house(folded[at : token.start()])
                and _are_plain_names(folded, token.end(), following)
            ):
                gap = Gap(outlet=text[at : token.start()], outlet_start=at, start=at, end=at)
            elif (
                current is not None
                and (gap is None or gap.outlet is None)
                and (left := folded.rfind(" ", at, token.start()) + 1) > at
                and left < token.start()
                and folded[token.end() : token.end() + 1] == " "
                and not is_plainly_a_name(folded[left : token.start()])
                and _is_an_unknown_house(folded[left : token.start()])
                and _are_plain_names(folded, token.end(), following)
                and (names := read_gap(text, folded, at, left, current, setting)) is not None
            ):  # 本报记者 X 潮闻记者 Y
                gap = names._replace(outlet=text[left : token.start()], outlet_start=left)
            if gap is None:
                return None
            if current is None:
                two = setting.trust is Trust.FULL or (
                    gap.outlet in SELF and _are_of_the_commonest_form(gap.names)
                )
                if two and _are_plain_names(folded, token.end(), following):
                    if gap.names.people and not gap.names.desks:  # 本报讯（X 记者 Y）
                        parts.append(Part(gap.start, gap.end, gap.names, suffix=(BylineRole.AUTHOR,)))
                        gap = gap._replace(names=EMPTY)
                current = _begin(text, token, gap, kind)
                if current is None:
                    return None
            else:
                finished, current = _continue(text, token, gap, kind, current)
                if finished:
                    parts.append(finished)
            if title is not None:
                current = current._replace(title=title, office=title)
        at = token.end()
    gap = read_gap(text, folded, at, end, current, setting, final=True)
    if gap is None:
        return None
    if current is None:
        return (
            parts
            if not gap.names.people and not gap.names.desks and not gap.place and gap.outlet is None
            else None
        )
    if current.names_first:
        if gap.names.people or gap.names.desks:
            return None
        parts.append(current)
    else:
        parts.append(_with_gap(current, gap))
    return parts


def _reports_from_several_places(
    text: str, folded: str, at: int, token: re.Match[str], current: Part | None
) -> list[Part] | None:
    """記者X／台北、Y／高雄報導: each with the place behind the slash; ``None`` if it is no such row."""
    rows: list[tuple[int, int, int, int]] = []  # names and place, where they begin and end
    left = at
    slash = folded.find("/", at, token.start())
    while slash >= 0:
        following = folded.find("/", slash + 1, token.start())
        place, place_end = trimmed(folded, slash + 1, token.start() if following < 0 else following)
        names_at = place_end
        if following >= 0:  # 台北、Y
            ends = [mark.end() for mark in BETWEEN_REPORTS.finditer(folded, place, place_end)]
            ends = [end for end in ends if _are_plain_names(folded, end, following)]
            if not ends:
                return None
            names_at = ends[0]
        place, place_end = without_marks(folded, place, names_at)
        if not are_places(folded[place:place_end]) or not _are_plain_names(folded, left, slash):
            return None
        rows.append((left, slash, place, place_end))
        left, slash = names_at, following
    first = current or Part(at, token.end())
    reports: list[Part] = []
    for left, right, place, place_end in rows:
        names = read_names(text, folded, *without_marks(folded, left, right), Trust.SOME)
        if names is None:
            return None
        start = first.start if not reports else left
        reports.append(
            first._replace(
                start=start, end=place_end, names=names, place=text[place:place_end], reported=True
            )
        )
    return reports


BETWEEN_REPORTS = pattern(r"[ 、，；—]+")


def _are_of_the_commonest_form(names: Names) -> bool:
    return bool(names.people) and all(_is_of_the_commonest_form(fold(name.text)) for name in names.people)


def _are_plain_names(folded: str, start: int, end: int) -> bool:
    """Whether nothing but names stands there, blanks or 、 between them."""
    start, end = without_marks(folded, start, end)
    if start == end or "/" in folded[start:end]:
        return False
    noted = NOTE_BEHIND_A_NAME.search(folded, start, end)  # 口述 X（退休教师） 整理 Y
    names = read_names(folded, folded, start, noted.start() if noted else end, Trust.NONE)
    if names is None or names.desks or names.unresolved:
        return False
    return all(is_plainly_a_name(name.text) and not is_place(name.text) for name in names.people)


NOTE_BEHIND_A_NAME = pattern(r"(?<=[^ ])[ ]?（[^（）]{2,30}）\Z")


def _is_of_the_commonest_form(folded: str) -> bool:
    """王小明: three characters after an everyday surname."""
    return len(folded) == 3 and folded[0] in common_surnames() and is_plainly_a_name(folded)


def _with_place_for_all(parts: list[Part], place: str) -> list[Part]:
    """記者A、實習記者B／台北報導: both reported from there."""
    return [
        part
        if part.place or part.suffix is not None or part.reported or part.label is not None
        else part._replace(place=place)
        for part in parts
    ]


def _is_an_unknown_house(folded: str) -> bool:
    """明镜 in 明镜记者 王小明, where names follow; no clause, and no person of the commonest form."""
    if not 2 <= len(folded) <= LONGEST_UNKNOWN_HOUSE or not folded.isalnum() or PRAISE.search(folded):
        return False
    if SENTENCE.search(folded) or NEVER_IN_A_NAME.search(folded):
        return False
    return not (len(folded) == 3 and folded[0] in common_surnames() and is_plainly_a_name(folded))


LONGEST_UNKNOWN_HOUSE = 6
#: said of a reporter in a headline: 著名记者, 对话记者
PRAISE = pattern(r"[著知有]名|优秀|对话|专访|访|寻找|记[住得]|[老女男原前名]\Z")


def _is_rather_a_house(name: Name, gap: Gap) -> bool:
    """明鏡記者: two characters after no everyday surname, and no place, are a paper's short name."""
    return len(name.text) == 2 and gap.place is None and fold(name.text[0]) not in common_surnames()


def _begin(text: str, token: re.Match[str], gap: Gap, kind: str | None) -> Part | None:
    """A new credit; names before the word of office belong to it: 范麗玉記者."""
    names = gap.names
    if (names.people or names.unresolved) and kind != "office":
        return None
    if any(name.text[-1] in "讯訊" for name in names.people):
        return None  # 南都讯 记者X
    if len(names.people) == 1 and _is_rather_a_house(names.people[0], gap):
        (house,) = names.people
        gap = gap._replace(names=EMPTY, outlet=house.text, outlet_start=house.start)
        names = EMPTY
    start = gap.outlet_start if gap.outlet is not None else gap.start if names.people else token.start()
    part = _part_of(text, token, kind, start)
    return part._replace(
        outlet=gap.outlet, place=gap.place or part.place, names=names, names_first=bool(names.people)
    )


#: offices that say what somebody did, so that another may follow: 执笔：本报记者
DOES = frozenset([BylineRole.AUTHOR, BylineRole.COMPILER, BylineRole.TRANSLATOR, BylineRole.NARRATOR])


def _continue(
    text: str, token: re.Match[str], gap: Gap, kind: str | None, current: Part
) -> tuple[Part | None, Part]:
    """The next word of office ends the credit before, unless they are said of one person: 文/记者X."""
    if current.label is not None and current.names == EMPTY and len(gap.names.people) == 1:
        (house,) = gap.names.people
        if house.end == token.start() and _is_rather_a_house(house, gap):  # 采写：南城记者 X
            gap = gap._replace(names=EMPTY, outlet=house.text, outlet_start=house.start)
    nobody = not (gap.names.people or gap.names.desks or gap.names.unresolved)
    start = gap.outlet_start if gap.outlet is not None else token.start()
    following = _part_of(text, token, kind, start)
    if nobody and not current.names_first:
        if current.role in DOES and current.label is None and following.office is not None:
            does = (current.role,)  # 执笔：本报记者 X
            return None, following._replace(label=does, start=current.start, outlet=gap.outlet)
        if current.label is not None and following.office is not None:  # 文/本报记者 X
            return None, following._replace(label=current.label, start=current.start, outlet=gap.outlet)
        if current.office is not None and following.label is not None:  # 本报记者 文/图 X
            return None, current._replace(label=following.label, end=following.end)
        if current.label is not None and following.label is not None and current.names == EMPTY:
            return None, following._replace(label=current.label + following.label, start=current.start)
    finished = current if current.names_first else _with_gap(current, gap)
    outlet = gap.outlet
    label = following.label
    over_offices = current.label is not None and current.office is not None and token[0][-1] not in "：/|"
    if following.office is not None and label is None and over_offices:
        label = current.label  # 图/记者A 通讯员B, but not 策划：A 记者：B
    return finished, following._replace(outlet=outlet, label=label)


def _part_of(text: str, token: re.Match[str], kind: str | None, start: int) -> Part:
    if kind == "both":
        return Part(start, token.end(), label=(BylineRole.AUTHOR, BylineRole.PHOTOGRAPHER))
    word = token[token.lastgroup or 0].replace(" ", "")
    if kind == "office":
        left, right = token.span(token.lastgroup or 0)
        printed = text[left:right].replace(" ", "").replace("\u3000", "")
        key = next((office for office in OFFICE_WORDS if word.endswith(office)), "记者")
        place = None
        if word[0] in "驻赴特" and (posted := POSTED.match(word)):
            place = printed[slice(*posted.span(1))]
        return Part(start, token.end(), office=printed, role=OFFICES[key], title=printed, place=place)
    if kind == "page":
        return Part(start, token.end(), label=())
    word = (
        re.sub(r"\A(?:本文|(?:本版|本组)(?:稿件|报道)?|全文)?(?:AI)?", "", word)
        if word not in LABELS
        else word
    )
    if word[-2:] in ("报道", "报导"):  # 独家报道：X
        word = "报道"
    words = [word] if word in LABELS else BETWEEN_LABELS.split(word)  # 采访、撰文：X
    roles = dict.fromkeys(role for one in words for role in LABELS.get(one, ()) if role)
    return Part(start, token.end(), label=tuple(roles))


def _with_gap(part: Part, gap: Gap) -> Part:
    names = gap.names
    return part._replace(
        names=Names(
            part.names.people + names.people,
            part.names.desks + names.desks,
            part.names.unresolved or names.unresolved,
        ),
        place=gap.place or part.place,
        title=gap.title or part.title,
        end=max(part.end, gap.end) if names.people or names.desks or gap.place else part.end,
    )


def _close_with_suffix(
    text: str, folded: str, at: int, token: re.Match[str], current: Part | None, setting: Setting
) -> Part | None:
    """The credit that a suffix ends: ／台北報導, 摄, 整理."""
    reported = token.lastgroup in ("report", "posted")
    if reported and current is None and setting.trust is not Trust.FULL and WIRED.match(token["verb"] or ""):
        return None  # 路透社台北14日電: a dateline, read elsewhere
    if reported and current is None and _is_relayed(folded, at, token):
        return None
    if (
        reported
        and token["verb"] in ("专访", "特写")
        and not setting.enclosed
        and "/" not in folded[at : token.start()]
        and not (
            current
            and current.office
            and token.end() == len(folded.rstrip())
            and _are_plain_names(folded, at, token.start())
        )
    ):
        return None  # 记者王小明专访 begins a headline; in brackets it closes a credit
    word = re.sub(r"[ （）]", "", token[0])
    if word == "翻摄" and current is not None and current.office is not None:
        word = "摄"  # 記者X翻攝: a picture of a picture
    if not reported and word in ARTS.split("|") and word not in SUFFIXES:  # （王小明唱）
        return Part(at, token.end(), suffix=()) if _are_plain_names(folded, at, token.start()) else None
    if not reported and word in SUFFIXES_WITHOUT_BYLINE.split("|"):
        return _whose_picture(text, folded, at, token, current, setting)
    gap = read_gap(
        text,
        folded,
        at,
        token.start(),
        current,
        setting,
        before_report=token.lastgroup == "report",
        wired=token.lastgroup == "report" and token["date"] is not None,
        before_picture=current is not None and word in TAKEN_THERE,
        outlet_first=current is None,
    )
    if gap is None:
        return None
    names = gap.names
    if current is None:
        if not (names.people or names.desks or names.unresolved or gap.outlet or gap.place):
            return None
        if not reported:
            if not (names.people or names.unresolved):
                return None
            glued = token.start() == 0 or folded[token.start() - 1] not in " /"
            whole = (
                at == 0 and len(names.people) == 1 and _is_of_the_commonest_form(fold(names.people[0].text))
            )
            if (
                word in WEAK_SUFFIX
                and glued
                and not setting.enclosed
                and not (whole and word in ("译", "绘"))
            ):
                return None  # 王小明译 is a credit only as the whole of a line
        elif not (names.people or names.desks):
            # 經濟日報／綜合報導 and 【本報綜合報導】 credit the house; 路透社报道 tells whose report is told
            set_apart = setting.enclosed or "/" in folded[at : token.start()]
            if not set_apart or (gap.outlet in wire_agencies() and "/" not in folded[at : token.start()]):
                return None
        start = gap.outlet_start if gap.outlet is not None else gap.start
        current = Part(start, token.end(), outlet=gap.outlet)
    elif current.names_first and (names.people or names.desks):
        return None
    done = _with_gap(current, gap)
    if token.lastgroup == "posted":
        return done._replace(end=token.end(), reported=True, place=text[slice(*token.span("posting"))])
    if reported:
        return done._replace(end=token.end(), reported=True)
    if BOTH_SUFFIX.fullmatch(word):
        return done._replace(end=token.end(), suffix=(BylineRole.AUTHOR, BylineRole.PHOTOGRAPHER))
    return done._replace(end=token.end(), suffix=SUFFIXES[word])


def _whose_picture(
    text: str, folded: str, at: int, token: re.Match[str], current: Part | None, setting: Setting
) -> Part | None:
    """X供图, 受访者提供: whose pictures they are, and nobody who made them."""
    source = SOURCE_IN_BRACKETS if setting.enclosed else SOURCE_OF_A_PICTURE
    start = current.start if current else at
    if source.fullmatch(folded, start, token.end()) or (current and token[0] in ("供图", "供稿")):
        return Part(start, token.end(), suffix=())
    if current is None or current.label is None:
        return None
    # 图：X、受访者提供: somebody took pictures, others were given
    mark = max(folded.rfind(mark, at, token.start()) for mark in "、，/ ")
    if mark < 0 or SOURCE_OF_A_PICTURE.fullmatch(folded, mark + 1, token.end()) is None:
        return None
    gap = read_gap(text, folded, at, mark, current, setting)
    return None if gap is None else _with_gap(current, gap)


def _is_relayed(folded: str, at: int, token: re.Match[str]) -> bool:
    """据新华社报道, 综合新华社、央视新闻报道, 《联合早报》报道, 路透社6月5日报道: told after another house."""
    house = folded[at : token.start()].strip()
    if token.lastgroup == "report" and token["date"] and (house.endswith(HOUSES) or house in wire_agencies()):
        return True
    relay = RELAY.match(folded, at, token.start())
    if relay is None or relay["houses"] is None:
        return relay is not None
    first = HOUSES_PART.split(relay["houses"])[0]
    return is_outlet(first) and not first.endswith(DESK_OF_NEWS)


HOUSES = ("》", "网", "报", "社", "网站", "电台", "电视台")
HOUSES_PART = pattern(r"[、，/和及与]")


def _read_bare(text: str, folded: str, start: int, end: int, setting: Setting) -> list[Part] | None:
    """Credits without any word of office: （惠晓霜）, 波新聞─范曉龍／台北市."""
    fields = fields_of(folded, start, end)
    if not fields:
        return None
    place: str | None = None
    outlet: str | None = None
    role = BylineRole.AUTHOR
    if len(fields) > 1 and is_place(folded[slice(*fields[-1])]):
        place = text[slice(*fields[-1])]
        fields = fields[:-1]
        role = BylineRole.REPORTER
    fields, outlet_span = without_leading_outlets(folded, fields)
    if outlet_span:
        outlet = text[slice(*outlet_span)]
    if len(fields) != 1:
        return None
    if len(fields) == 1 and setting.bare_names and (space := folded.rfind(" ", *fields[0])) > 0:
        left, right = fields[0]
        if are_places(folded[left:space].strip()):  # （江苏南京 王小明）
            place = text[left:space].strip()
            fields = [(space + 1, right)]
    signs = outlet is not None and (setting.enclosed or _is_signed_by_name(folded, start, end, fields[0]))
    if not (place or setting.bare_names or signs):
        return None
    left, right = fields[0]
    if setting.signed and (described := DESCRIBED.fullmatch(folded, left, right)):
        return _described(text, start, end, described)
    names = read_names(text, folded, left, right, Trust.NONE)
    if names is None or names.desks or not names.people or len(names.people) > 6:
        return None
    if (
        not place
        and not outlet
        and not all(
            _signs_alone(folded[name.start : name.end])
            or (setting.trust is Trust.FULL and len(names.people) > 1 and name.end - name.start == 2)
            for name in names.people
        )
    ):
        return None
    return [Part(start, end, names, suffix=(role,), outlet=outlet, place=place)]


def _is_signed_by_name(folded: str, start: int, end: int, field: tuple[int, int]) -> bool:
    """大成報／王小明, 联合早报 王小明: house and name, the name of the commonest form, and nothing else."""
    left, right = field
    name = folded[left:right]
    if folded[start:left].rstrip().endswith(("报道组", "采访组")):
        return right == end and _are_plain_names(folded, left, right)
    return (
        right == end
        and len(name) == 3
        and name[0] in common_surnames()
        and name[-1] not in ENDS_OF_SECTIONS
        and folded[left - 1] in " /"
        and folded[start : left - 1].strip(" /") not in SELF
    )


#: 华商报 文化版: a page's name, not a person's
ENDS_OF_SECTIONS = frozenset("版刊报页叠专周号讯电网")


#: □某某证券首席策略分析师 王小明, ■王小明（台中市，國小教師）
DESCRIBED = pattern(
    rf"(?P<title>[^ （）]{{2,24}}{JOB.pattern})[ ](?P<name>{HAN}{{2,4}}|{HAN}[ ]{HAN})"
    rf"|(?P<signer>{HAN}{{2,4}})[ ]?（(?P<note>[^（）]{{2,24}})）"
)


def _described(text: str, start: int, end: int, match: re.Match[str]) -> list[Part] | None:
    """A signature with what its writer is: before the name, or after it in brackets."""
    group, note = ("name", "title") if match["name"] else ("signer", "note")
    left, right = match.span(group)
    if not _signs_alone(match[group]):
        return None
    name = Name("".join(text[left:right].split()), left, right)
    title = text[slice(*match.span(note))]
    return [Part(start, end, Names((name,)), suffix=(BylineRole.AUTHOR,), title=title)]


def _signs_alone(folded: str) -> bool:
    """A name that is trusted without any word beside it."""
    bare = folded.replace(" ", "")
    if "·" in bare or bare.isascii():
        return False
    if not is_plainly_a_name(bare) or is_place(bare) or (len(bare) == 2 and bare[0] not in common_surnames()):
        return False
    # 台北訊, 全文完: they begin with a word; 王家村 is where people live
    return not (
        len(bare) == 3
        and (is_place(bare[:2]) or bare[:2] in words_like_names() or bare[-1] in ENDS_OF_VILLAGES)
    )


ENDS_OF_VILLAGES = frozenset("村庄镇县乡区路街")


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
        if own is None and part.names.desks and not part.names.people:
            own = part.names.desks[0]
        left, right = trimmed(folded, part.start, part.end)
        for role in roles:
            yield Byline(
                role,
                tuple(name.text for name in part.names.people),
                part.title,
                own,
                part.place,
                text[left:right],
                Span(left, right),
            )


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
