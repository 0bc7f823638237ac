"""What stands between two words of a credit: names, the house of the next office, a report's place.

``本报记者张靖本报通讯员郜敏``: between 记者 and 通讯员 stand a name and a house. ``記者X／台北報導``: between
記者 and 報導 stand a name and a place, glued or set apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import frozen

from banmian.grammar.names import (
    HAN,
    LATIN_NAME,
    NEVER_IN_A_NAME,
    Name,
    Names,
    Trust,
    begins_with_a_surname,
    is_desk,
    is_plainly_a_name,
    read_names,
    split_name_and_place,
)
from banmian.grammar.outlets import glued_outlet, is_outlet
from banmian.grammar.pictures import is_house_of_pictures, is_where_pictures_come_from
from banmian.grammar.places import (
    SEVERAL,
    are_places,
    is_place,
    looks_like_a_place,
    start_of_final_places,
    starts_of_final_places,
)
from banmian.grammar.vocabulary import common_surnames, double_surnames
from banmian.model import BylineRole
from banmian.patterns import pattern


@frozen
class Setting:
    """Where a region stands, and so how far its words are trusted."""

    trust: Trust
    #: in brackets or after a signing mark: nothing else but a credit is expected
    enclosed: bool = False
    #: names without any word of office will do: （惠晓霜）
    bare_names: bool = False
    #: after a mark that signs: ■ 王小明
    signed: bool = False


LINE = Setting(Trust.SOME)
BRACKET = Setting(Trust.SOME, enclosed=True)
AFTER_DATELINE = Setting(Trust.FULL, enclosed=True, bare_names=True)
FINAL_BRACKET = Setting(Trust.SOME, enclosed=True, bare_names=True)


class Part(NamedTuple):
    """A credit in the making: an office or a label, and what stands with it."""

    start: int
    end: int
    names: Names = Names()
    office: str | None = None  # as printed
    role: BylineRole | None = None  # of the office
    label: tuple[BylineRole, ...] | None = None  # of 文/ or 摄影：; empty for work that is no byline
    suffix: tuple[BylineRole, ...] | None = None
    title: str | None = None
    outlet: str | None = None
    place: str | None = None
    reported: bool = False
    names_first: bool = False


class Gap(NamedTuple):
    """What stands between two words of office."""

    names: Names = Names()
    outlet: str | None = None
    outlet_start: int = -1
    place: str | None = None
    start: int = 0
    end: int = 0
    title: str | None = None


#: Amy, O.Denney: a word of a Latin name
WORD_OF_A_LATIN_NAME = pattern(r"(?:[A-Z][a-z]{0,3}\.)?[A-Z][a-z.'’-]+\Z")

TRIM = frozenset(" 、，；/|：·—丨。&●■\\")
#: what parts a word of office from its names, a colon aside
GAPS = frozenset("/|丨 \\")

FIELD_MARK = pattern(r"[/|—丨●]+")

#: a job's last word, before a name that is glued to it: 党总支书记罗嵘
JOB = pattern(
    r"(?:书记|主任|局长|镇长|县长|市长|乡长|村长|区长|处长|科长|所长|院长|校长|教师|老师|教授|医生|主席|会长|委员|支书"
    r"|干部|社长|经理|董事长|队长|馆长|代表|分析师|研究员|评论家|作家|学者|律师|工程师|设计师|经济学家|委员长)"
)
#: what people who write to a paper or for one say that they are
CALLING = pattern(
    rf"(?:{JOB.pattern}|诗人|画家|导演|艺术家|评论人|媒体人|传媒人|工作者|学生|博士|硕士|研究生|主妇|上班族|自由业|公务员|护士|护理师"
    r"|医师|牧师|工人|农民|农夫|店员|业者|志工|义工|社工|教练|编剧|策展人|主持人|创办人|执行长|秘书长|理事长|司机|退休人士)"
)


def read_gap(
    text: str,
    folded: str,
    start: int,
    end: int,
    current: Part | None,
    setting: Setting,
    *,
    before_report: bool = False,
    wired: bool = False,
    before_picture: bool = False,
    outlet_first: bool = False,
    outlet_last: bool = False,
    final: bool = False,
) -> Gap | None:
    """What ``folded[start:end]`` between two words of a credit is; ``None`` if more stands there.

    ``current`` is the credit that is open on the left. A report's verb on the right has a place before
    it, an office on the right may have its house before it, and a credit without an office its house first.
    """
    trust = _trust_in(folded, start, current, setting, before_report=before_report)
    start, end = without_marks(folded, start, end)
    if start == end:
        return Gap(start=start, end=end)
    if _are_of_pictures(current) and is_where_pictures_come_from(folded, start, end):
        return Gap(Names(desks=(text[start:end],)), start=start, end=end)  # 图/IC photo 文/X
    outlet: tuple[int, int] | None = None
    if outlet_last:
        if current is None and (gap := _house_or_place(text, folded, start, end)):
            return gap
        if current is None and (posted := _posted(text, folded, start, end)):
            return posted
        outlet = _house_at_the_end(folded, start, end, current)
        if outlet:
            end = without_marks(folded, start, outlet[0])[1]
    fields = fields_of(folded, start, end)
    if len(fields) > 1 and final and current is not None and is_house_of_pictures(folded, *fields[-1]):
        fields = fields[:-1]  # 摄影：X/视觉中国
        end = fields[-1][1]
    place: str | None = None
    has_people = current is not None and bool(current.names.people)
    if fields and (before_report or (final and len(fields) > 1)):
        found = _place_of_report(folded, fields, has_people, final=final, wired=wired)
        if found is not None:
            place_start, fields = found
            place = text[place_start:end].strip()
    elif outlet_last and current is not None and len(fields) > 1 and are_places(folded[slice(*fields[-1])]):
        place = text[slice(*fields[-1])]  # 記者X／台北、記者Y／高雄報導
        fields = fields[:-1]
    elif fields and before_picture:
        found = _place_of_picture(folded, fields)
        if found is not None:
            place_start, fields = found
            place = text[place_start:end].strip()
    elif final and has_people:  # 范麗玉記者 台南
        return (
            Gap(place=text[start:end], start=start, end=end)
            if looks_like_a_place(folded[start:end])
            else None
        )
    if outlet_first:
        fields, outlet = without_leading_outlets(folded, fields)
    people = _people_in(text, folded, fields, trust, current)
    if people is None:
        return None
    names, title = people
    house = text[slice(*outlet)] if outlet else None
    return Gap(names, house, outlet[0] if outlet else -1, place, start, end, title)


def _trust_in(
    folded: str, start: int, current: Part | None, setting: Setting, *, before_report: bool
) -> Trust:
    """How far the names of a gap are trusted: little without an office, or glued to one in open text."""
    if current is None:
        return Trust.NONE
    if setting.trust is Trust.FULL or setting.enclosed or before_report:
        return setting.trust
    before, first = folded[start - 1 : start], folded[start : start + 1]
    glued = first not in TRIM and before not in GAPS
    return Trust.NONE if glued or before == "：" else setting.trust


def without_marks(folded: str, start: int, end: int) -> tuple[int, int]:
    """The part between commas, slashes, colons and blanks."""
    while start < end and folded[start] in TRIM:
        start += 1
    while end > start and folded[end - 1] in TRIM:
        end -= 1
    return start, end


def _house_or_place(text: str, folded: str, start: int, end: int) -> Gap | None:
    """What stands before the first office, if it is a house (今傳媒/) or a place (台北／) as a whole."""
    fields = fields_of(folded, start, end)
    # 台北／記者X, 台北訊／記者X
    places = [is_place(folded[left:right].removesuffix("讯")) for left, right in fields]
    if all(places):
        return Gap(place=text[start:end], start=start, end=start)
    for (left, right), place in zip(fields, places, strict=True):
        if not (place or is_outlet(folded[left:right]) or are_outlets(folded[left:right])):
            return _house_and_place(text, folded, left, right) if len(fields) == 1 else None
    left = fields[places.index(False)][0]
    right = fields[-1 - places[::-1].index(False)][1]  # 扬子晚报/紫牛新闻记者
    return Gap(outlet=text[left:right], outlet_start=left, start=start, end=start)


def _house_and_place(text: str, folded: str, start: int, end: int) -> Gap | None:
    """联合早报北京特派员: the house, and where its man is."""
    if end - start > LONGEST_HOUSE_AND_PLACE:
        return None
    for cut in starts_of_final_places(folded[start:end]):
        if is_outlet(folded[start : start + cut]):
            place = text[start + cut : end]
            return Gap(
                outlet=text[start : start + cut], outlet_start=start, place=place, start=start, end=start
            )
    return None


LONGEST_HOUSE_AND_PLACE = 16


def _posted(text: str, folded: str, start: int, end: int) -> Gap | None:
    """王小明 北京特派员: the name, and where its bearer is."""
    space = folded.find(" ", start, end)
    if space < 0 or not is_place(folded[space + 1 : end]) or not is_plainly_a_name(folded[start:space]):
        return None
    name = Name(text[start:space], start, space)
    return Gap(Names((name,)), place=text[space + 1 : end], start=start, end=space)


def _house_at_the_end(folded: str, start: int, end: int, current: Part | None) -> tuple[int, int] | None:
    """The house of the next office: 本报记者张靖本报通讯员郜敏, 记者 X 株洲日报通讯员 Y."""
    left = max(start, max(folded.rfind(mark, start, end) for mark in " 、，/|—丨") + 1)
    token = folded[left:end]
    if current is not None and WORD_OF_A_LATIN_NAME.match(token):
        return None  # Amy Denney 編譯
    if (cut := glued_outlet(token)) is not None:
        return left + cut, end
    return (left, end) if is_outlet(token) else None


def _people_in(
    text: str, folded: str, fields: list[tuple[int, int]], trust: Trust, current: Part | None
) -> tuple[Names, str | None] | None:
    """The people of all fields, and the office that is printed before a single name."""
    people: tuple[Name, ...] = ()
    desks: tuple[str, ...] = ()
    unresolved = False
    of_pictures = _are_of_pictures(current)
    supplied = (
        current is not None and current.label == () and OF_OTHERS.search(folded, current.start, current.end)
    )
    for left, right in fields:
        if (of_pictures and is_where_pictures_come_from(folded, left, right)) or (
            supplied and A_WORD.fullmatch(folded, left, right)
        ):
            desks += (text[left:right],)
            continue
        if of_pictures:
            right = _before_the_source(folded, left, right)
        names = read_names(text, folded, left, right, trust)
        if names is None or names.unresolved:
            pen_name = _pen_name(text, folded, left, right, current)
            names = pen_name or names
        if names is None and current is not None and current.role in WRITE_FOR_AN_INSTITUTION:
            names = _name_behind_an_institution(text, folded, left, right)
        if names is None:
            titled = _titled_name(text, folded, left, right, current) if len(fields) == 1 else None
            return (Names((titled[0],)), titled[1]) if titled else None
        people += names.people
        desks += names.desks
        unresolved = unresolved or names.unresolved
    return Names(people, desks, unresolved), None


def _name_behind_an_institution(text: str, folded: str, start: int, end: int) -> Names | None:
    """通讯员市公安局李丽: an institution, and its man."""
    found = INSTITUTION_AND_NAME.fullmatch(folded, start, end)
    if found is None or found["name"][0] not in common_surnames() or not is_plainly_a_name(found["name"]):
        return None
    left, right = found.span("name")
    house = text[slice(*found.span("house"))]
    return Names((Name(text[left:right], left, right),), desks=(house,))


#: those who write for an institution: 通讯员, 实习生
WRITE_FOR_AN_INSTITUTION = frozenset([BylineRole.CORRESPONDENT, BylineRole.INTERN])
INSTITUTION_AND_NAME = pattern(
    rf"(?P<house>{HAN}{{1,12}}(?:局|院|委|办|处|校|公司|大队|支队|中队|学院|大学|中学|小学|医院|政府|公安|交警|工会|妇联|团委|集团|银行))(?P<name>{HAN}{{2,3}})"
)


def _are_of_pictures(current: Part | None) -> bool:
    """图/, 摄影：, 绘图/: what follows may be a source instead of a person."""
    return current is not None and current.label is not None and not OF_PICTURES.isdisjoint(current.label)


def _before_the_source(folded: str, start: int, end: int) -> int:
    """Where the people of 图/X、视觉中国 end."""
    mark = max(folded.rfind(mark, start, end) for mark in "、， ")
    return mark if mark > start and is_where_pictures_come_from(folded, mark + 1, end) else end


#: 图片提供/X, 图源：X, 受访者：X 某大学教授: whoever it is, it is nobody's credit
OF_OTHERS = pattern(r"提供|供图|来源|图源|受访|采访对象|被采访|嘉宾|鸣谢")
A_WORD = pattern(r"[^\W_]{2,12}(?:[ ][^\W_]{2,12}){0,2}")


def _pen_name(text: str, folded: str, start: int, end: int, current: Part | None) -> Names | None:
    """文/老树画画, 文：陳Sir: behind the label of a text and its slash any short word is who wrote it."""
    if current is None or current.office is not None or BylineRole.AUTHOR not in (current.label or ()):
        return None
    if not PEN_NAME.fullmatch(folded, start, end):
        return None
    name = folded[start:end]
    latin = name[0].isascii() or name[-1].isascii()
    if not latin and not SLASH.search(folded, current.start, start):
        return None
    if NEVER_IN_A_NAME.search(name) or is_desk(name) or (not latin and (is_outlet(name) or are_places(name))):
        return None
    return Names((Name(text[start:end], start, end),))


SLASH = pattern(r"[/|丨]")
#: 老树画画, 陳Sir, 小Q, A君
PEN_NAME = pattern(rf"{HAN}{{4,5}}|{HAN}{{1,3}}[A-Za-z]{{1,8}}|[A-Z][a-z]{{0,7}}{HAN}")


OF_PICTURES = frozenset([BylineRole.PHOTOGRAPHER, BylineRole.ILLUSTRATOR])


def fields_of(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between slashes and bars, blanks trimmed."""
    parts: list[tuple[int, int]] = []
    at = start
    for mark in FIELD_MARK.finditer(folded, start, end):
        parts.append((at, mark.start()))
        at = mark.end()
    parts.append((at, end))
    inner = [trimmed(folded, *part) for part in parts]
    return [part for part in inner if part[0] < part[1]]


#: 體育中心X, 編譯組X
DESK_AND_NAME = pattern(rf"(?P<desk>{HAN}{{2,4}}?(?:中心|[组部]))(?=[^心组部]{{2,4}}\Z).{{2,4}}")


def are_outlets(folded: str) -> bool:
    """Lai傳媒、記者爆料網: several houses share a story."""
    parts = re.split(r"[、， ]+", folded)
    return len(parts) > 1 and all(is_outlet(part) for part in parts)


def without_leading_outlets(
    folded: str, fields: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """新唐人亞太電視 黃亮戩 林嘉韋: the house first, then its people."""
    outlet: tuple[int, int] | None = None
    rest = list(fields)
    while rest:
        left, right = rest[0]
        space = folded.find(" ", left, right)
        token_end = space if space >= 0 else right
        token = folded[left:token_end]
        if token.endswith("发") and is_outlet(token[:-1]) and space >= 0:  # 新华社发 X摄
            token = token[:-1]
        if token.endswith("综合") and is_outlet(token[:-2]) and space >= 0:  # 本报综合 X
            token = token[:-2]
        if desk := DESK_AND_NAME.fullmatch(token):  # 國際組X
            token_end = left + desk.end("desk")
            token = desk["desk"]
        elif not (is_outlet(token) or are_outlets(token)) or is_plainly_a_name(token):
            break
        following = trimmed(folded, token_end, right)
        if WORD_OF_A_LATIN_NAME.match(token) and WORD_OF_A_LATIN_NAME.match(folded[slice(*following)]):
            break  # Amy Wong 報道
        outlet = (outlet[0] if outlet else left, left + len(token))
        if folded.startswith("发 ", following[0]):  # 新华社 发 X摄
            following = trimmed(folded, following[0] + 1, right)
        rest = ([following] if following[0] < following[1] else []) + rest[1:]
    return rest, outlet


def _place_of_report(
    folded: str, fields: list[tuple[int, int]], has_people: bool, *, final: bool, wired: bool
) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place of a report begins, and the fields that are left: names／台北, names台北."""
    left, right = fields[-1]
    last = folded[left:right]
    if several := _several_places(folded, fields):
        return several
    if are_places(last) and (len(fields) > 1 or has_people or not is_plainly_a_name(last)):
        kept = len(fields) - 1
        while kept > 1 and is_place(folded[slice(*fields[kept - 1])]):
            kept -= 1
        return fields[kept][0], fields[:kept]
    if (
        (len(fields) > 1 or has_people)
        and PLACE_IN_REPORT.fullmatch(last)
        and not any(is_plainly_a_name(part) for part in SEVERAL.split(last))
    ):
        cut = split_name_and_place(last)
        if cut is None and not final:
            return left, fields[:-1]
        if cut is None:
            return None
    set_apart = max(left, folded.rfind(" ", left, right) + 1)
    if set_apart > left and are_places(folded[set_apart:right]):  # 香港、深圳
        return set_apart, [*fields[:-1], trimmed(folded, left, set_apart)]
    token_start = _last_token(folded, left, right)
    token = folded[token_start:right]
    if (sent := SENT_FROM.fullmatch(token)) and is_plainly_a_name(sent["name"]) and are_places(sent["place"]):
        return token_start + sent.start("place"), [*fields[:-1], (left, token_start + sent.end("name"))]
    apart = token_start > left and folded[token_start - 1] == " "
    unknown = len(token) == 2 and token[0] not in common_surnames()  # 记者 X 山河报道
    if apart and (unknown or (looks_like_a_place(token) and not is_plainly_a_name(token))):
        return token_start, [*fields[:-1], trimmed(folded, left, token_start)]
    cut = split_name_and_place(token)
    if (
        cut is None
        and len(token) >= 5
        and is_plainly_a_name(token[:3])
        and (
            wired
            or looks_like_a_place(token[3:])
            or token.endswith(WHERE_REPORTERS_WAIT)
            or (len(token) == 5 and token[3] not in common_surnames() and token[:2] not in double_surnames())
        )
    ):
        cut = 3  # no place that is known: names of three characters are the rule
    elif cut is None and wired and len(token) == 4 and is_plainly_a_name(token[:2]):
        cut = 2
    if cut is None:
        return None
    return token_start + cut, [*fields[:-1], (left, token_start + cut)]


#: 王小明自北京, 王小明在首尔
SENT_FROM = pattern(rf"(?P<name>{HAN}{{2,3}})[ ]?(?:[自从由在于]|来自)(?P<place>{HAN}{{2,8}})")
WHERE_REPORTERS_WAIT = (
    "议会",
    "立法院",
    "行政院",
    "法院",
    "地院",
    "机场",
    "车站",
    "监狱",
    "总统府",
    "县府",
    "市府",
    "球场",
)


def _several_places(folded: str, fields: list[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]] | None:
    """Names glued to the first of several places: X台北、高雄, X紐約/華盛頓."""
    first, last = fields[max(0, len(fields) - 2)][0], fields[-1][1]
    start = start_of_final_places(folded[first:last])
    if start is None or not start or folded[first + start - 1] in "/ ":
        return None
    place = first + start
    kept = [field for field in fields if field[0] < place]
    left = kept[-1][0]
    if folded[place - 1] == "、" or not is_plainly_a_name(folded[_last_token(folded, left, place) : place]):
        return None
    return place, [*kept[:-1], (left, place)]


def _last_token(folded: str, start: int, end: int) -> int:
    """Where the last name or place begins."""
    return max(start, max(folded.rfind(mark, start, end) for mark in " 、，") + 1)


def _place_of_picture(folded: str, fields: list[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place begins that a picture was taken at, if a name stands before: X台北攝, X／台北攝."""
    left, right = fields[-1]
    if len(fields) > 1 and are_places(folded[left:right]):
        return left, fields[:-1]
    token_start = _last_token(folded, left, right)
    token = folded[token_start:right]
    if len(token) < 4 or (len(token) == 4 and token[:2] in double_surnames()):
        return None
    cut = split_name_and_place(token)
    return None if cut is None else (token_start + cut, [*fields[:-1], (left, token_start + cut)])


PLACE_IN_REPORT = pattern(rf"{HAN}{{2,8}}(?:[、/]{HAN}{{2,8}})*")


#: what they are is printed besides: 讲述人：村党总支书记 X, 文/X（某大学教授）
TELLERS = frozenset([BylineRole.NARRATOR, BylineRole.AUTHOR])


def _titled_name(
    text: str, folded: str, start: int, end: int, current: Part | None
) -> tuple[Name, str] | None:
    """讲述人：朱亭镇杉桥村党总支书记 罗嵘: the job, then the name."""
    if current is None or end - start > 60:
        return None
    if current.role not in TELLERS and not TELLERS.intersection(current.label or ()):
        return None
    if (described := NAME_AND_WHAT_HE_IS.fullmatch(folded, start, end)) and is_plainly_a_name(
        described["name"].replace(" ", "")
    ):
        left, right = described.span("name")
        group = "note" if described["note"] else "what"
        narrator = Name("".join(text[left:right].split()), left, right)
        return narrator, text[slice(*described.span(group))].strip()
    space = folded.rfind(" ", start, end)
    if space > start:
        padded = folded.rfind(" ", start, space)
        if end - space == 2 and padded >= 0 and space - padded == 2:  # 罗 嵘
            space = padded
        name = folded[space:end].replace(" ", "")
        if is_plainly_a_name(name):
            printed = text[space:end].replace(" ", "").replace("\u3000", "")
            left, right = trimmed(folded, start, space)
            return Name(printed, space + 1, end), text[left:right]
        return None
    jobs = list(JOB.finditer(folded, start, end))
    at = jobs[-1].end() if jobs else end
    if is_plainly_a_name(folded[at:end]):  # 党总支书记罗嵘
        return Name(text[at:end], at, end), text[start:at]
    return None


#: 王小明 67岁 退休教师, 王小明（67岁，退休教师）
NAME_AND_WHAT_HE_IS = pattern(
    rf"(?P<name>{HAN}{{2,4}}|{HAN}[ ]{HAN})(?:[ ]?（(?P<note>[^（）]{{2,40}})）|[ ，]+(?P<what>[0-9]{{1,3}}岁.{{0,40}}))"
)


def trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """The part between blanks."""
    while start < end and folded[start] == " ":
        start += 1
    while start < end and folded[end - 1] == " ":
        end -= 1
    return start, end


def are_plain_names(folded: str, start: int, end: int, trust: Trust = Trust.NONE) -> bool:
    """Whether nothing but names stands there, blanks or 、 between them.

    In a row that has its offices, words are names too, if they begin with a surname: 摄影 谷雨.
    """
    start, end = without_marks(folded, start, end)
    if start == end or "/" in folded[start:end]:
        return False
    noted = NOTE_BEHIND_A_NAME.search(folded, start, end)  # 口述 X（退休教师） 整理 Y
    names = read_names(folded, folded, start, noted.start() if noted else end, trust)
    if names is None or names.desks or names.unresolved:
        return False
    return all(
        (
            is_plainly_a_name(name.text)
            or (name.end - name.start > len(name.text) and begins_with_a_surname(name.text))  # 万　方
            or LATIN_NAME.fullmatch(name.text) is not None
            or (trust and begins_with_a_surname(name.text))
        )
        and not is_place(name.text)
        for name in names.people
    )


NOTE_BEHIND_A_NAME = pattern(r"(?<=[^ ])[ ]?（[^（）]{2,30}）\Z")
