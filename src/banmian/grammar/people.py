"""The people that a stretch of a credit names, and what is printed of them besides.

讲述人：朱亭镇杉桥村党总支书记 罗嵘, 通讯员市公安局李丽, 文/老树画画, 摄影/视觉中国.
"""

from __future__ import annotations

from banmian.grammar.fields import trimmed
from banmian.grammar.names import (
    HAN,
    NEVER_IN_A_NAME,
    Name,
    Names,
    Trust,
    is_desk,
    is_plainly_a_name,
    read_names,
)
from banmian.grammar.outlets import is_outlet
from banmian.grammar.parts import Part
from banmian.grammar.pictures import is_where_pictures_come_from
from banmian.grammar.places import are_places
from banmian.grammar.vocabulary import common_surnames, headline_words
from banmian.model import BylineRole
from banmian.patterns import pattern

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


def people_in(
    text: str, folded: str, fields: list[tuple[int, int]], trust: Trust, current: Part | None
) -> tuple[Names, str | None] | None:
    """The people of all fields, and the office that is printed before a single name."""
    people: tuple[Name, ...] = ()
    desks: tuple[Name, ...] = ()
    unresolved = False
    of_pictures = are_of_pictures(current)
    supplied = (
        current is not None and current.label == () and OF_OTHERS.search(folded, current.start, current.end)
    )
    for left, right in fields:
        if (of_pictures and is_where_pictures_come_from(folded, left, right)) or (
            supplied and A_WORD.fullmatch(folded, left, right)
        ):
            desks += (Name(text[left:right], left, right),)
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
    house = found.span("house")
    return Names((Name(text[left:right], left, right),), desks=(Name(text[slice(*house)], *house),))


#: those who write for an institution: 通讯员, 实习生
WRITE_FOR_AN_INSTITUTION = frozenset([BylineRole.CORRESPONDENT, BylineRole.INTERN])
INSTITUTION_AND_NAME = pattern(
    rf"(?P<house>{HAN}{{1,12}}(?:局|院|委|办|处|校|公司|大队|支队|中队|学院|大学|中学|小学|医院|政府|公安|交警|工会|妇联|团委|集团|银行))(?P<name>{HAN}{{2,3}})"
)


def are_of_pictures(current: Part | None) -> bool:
    """图/, 摄影：, 绘图/: what follows may be a source instead of a person."""
    return current is not None and current.label is not None and not OF_PICTURES.isdisjoint(current.label)


def _before_the_source(folded: str, start: int, end: int) -> int:
    """Where the people of 图/X、视觉中国 end."""
    mark = max(folded.rfind(mark, start, end) for mark in "、， ")
    return mark if mark > start and is_where_pictures_come_from(folded, mark + 1, end) else end


#: 图片提供/X, 图源：X, 受访者：X 某大学教授: whoever it is, it is nobody's credit
OF_OTHERS = pattern(r"提供|供图|来源|图源|受访|采访对象|被采访|嘉宾|鸣谢|场地|服装|道具|化妆|妆发|造型|模特")
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
    if name[:2] in headline_words() or name[-2:] in headline_words():  # 文/白话对照
        return None
    if NEVER_IN_A_NAME.search(name) or is_desk(name) or (not latin and (is_outlet(name) or are_places(name))):
        return None
    return Names((Name(text[start:end], start, end),))


SLASH = pattern(r"[/|丨]")
#: 老树画画, 陳Sir, 小Q, A君
PEN_NAME = pattern(rf"{HAN}{{4,5}}|{HAN}{{1,3}}[A-Za-z]{{1,8}}|[A-Z][a-z]{{0,7}}{HAN}")
OF_PICTURES = frozenset([BylineRole.PHOTOGRAPHER, BylineRole.ILLUSTRATOR])
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
