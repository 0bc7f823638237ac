"""Signatures: credits without any word of office, （惠晓霜）, ■ 王小明（台中市，國小教師）, 大成報／王小明."""

from __future__ import annotations

import re

from banmian.grammar.fields import are_plain_names, fields_of
from banmian.grammar.gaps import without_leading_outlets
from banmian.grammar.names import (
    HAN,
    Name,
    Names,
    Trust,
    begins_with_a_surname,
    is_plainly_a_name,
    read_names,
)
from banmian.grammar.outlets import SELF
from banmian.grammar.parts import Part, Setting
from banmian.grammar.people import JOB
from banmian.grammar.places import are_places, is_place
from banmian.grammar.roles import WORK
from banmian.grammar.vocabulary import common_surnames, headline_words, words_like_names
from banmian.model import BylineRole
from banmian.patterns import pattern


def read_bare(text: str, folded: str, start: int, end: int, setting: Setting) -> list[Part] | None:
    """Credits without any word of office: （惠晓霜）, 波新聞─范曉龍／台北市."""
    if setting.signed and (described := DESCRIBED.fullmatch(folded, start, end)):
        return _described(text, start, end, described)
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
    if setting.bare_names and setting.enclosed and (padded := PADDED.fullmatch(folded, *fields[0])):
        return _padded(text, start, end, padded, signed=setting.signed)
    if setting.bare_names and (space := folded.rfind(" ", *fields[0])) > 0:
        left, right = fields[0]
        before = folded[left:space].strip()
        bare = before.removesuffix(sent[0]) if (sent := SENT_AS.search(before)) else before
        if are_places(bare):  # （江苏南京 王小明）, （南京通信 王小明）
            place = text[left:space].strip()[: len(bare)]
            role = BylineRole.AUTHOR if bare == before else BylineRole.REPORTER
            fields = [(space + 1, right)]
    signs = outlet is not None and (setting.enclosed or _is_signed_by_name(folded, start, end, fields[0]))
    if not (place or setting.bare_names or signs):
        return None
    left, right = fields[0]
    names = read_names(text, folded, left, right, Trust.NONE)
    if names is None or not (place or outlet or _all_sign(folded, names, setting)):
        closes = setting.enclosed and setting.bare_names
        names = _several_who_sign(text, folded, left, right) if closes else None
    if names is None or names.desks or not names.people or len(names.people) > 6:
        return None
    return [Part(start, end, names, suffix=(role,), outlet=outlet, place=place)]


def _all_sign(folded: str, names: Names, setting: Setting) -> bool:
    """Whether all of them are trusted alone; in a dateline's bracket several of two characters are, too."""
    beside = setting.trust is Trust.FULL and len(names.people) > 1
    return all(
        signs_alone(folded[name.start : name.end]) or (beside and name.end - name.start == 2)
        for name in names.people
    )


def _several_who_sign(text: str, folded: str, start: int, end: int) -> Names | None:
    """（青木 陶短房 甄翔） closes a text: a pen name beside two people who are plainly some."""
    if SEVERAL.fullmatch(folded, start, end) is None:
        return None
    names = read_names(text, folded, start, end, Trust.SOME)
    if names is None or names.desks or names.unresolved or len(names.people) < 3:
        return None
    printed = [folded[name.start : name.end] for name in names.people]
    others = [name for name in printed if not signs_alone(name)]
    return names if len(others) < 2 and all(_may_be_a_name(name) for name in others) else None


#: people of two or three characters, a blank between them
SEVERAL = pattern(rf"{HAN}{{2,3}}(?:[ ]{HAN}{{2,3}}){{2,5}}")


def _may_be_a_name(folded: str) -> bool:
    """青木: after a surname, and no place nor word."""
    known = folded in words_like_names() or folded in headline_words() or folded in WORK
    return begins_with_a_surname(folded) and not known and not is_place(folded)


#: 南京通信, 西安航讯
SENT_AS = pattern(r"(?:通信|通讯|航讯|航信|特讯|专讯)\Z")


#: 小 樱: only names are padded to the width of three characters
PADDED = pattern(rf"(?P<one>{HAN})[ ]{{1,2}}(?P<other>{HAN})")


def _padded(text: str, start: int, end: int, padded: re.Match[str], *, signed: bool) -> list[Part] | None:
    """（小　樱） closes a text: a pen name, if the two are no word (待　续, 全　文); □苗　圃 is a name even so."""
    if padded["other"] in ENDS_OF_NOTES:
        return None
    if padded["one"] + padded["other"] in words_like_names() and not (
        signed and padded["one"] in common_surnames()
    ):
        return None
    left, right = padded.span()
    name = Name("".join(text[left:right].split()), left, right)
    return [Part(start, end, Names((name,)), suffix=(BylineRole.AUTHOR,))]


#: 附　图, 完　毕, 编　者
ENDS_OF_NOTES = frozenset("图表续完毕终接转略注者按页版")


def _is_signed_by_name(folded: str, start: int, end: int, field: tuple[int, int]) -> bool:
    """大成報／王小明, 联合早报 王小明: house and name, the name of the commonest form, and nothing else."""
    left, right = field
    name = folded[left:right]
    if folded[start:left].rstrip().endswith(("报道组", "采访组")):
        return right == end and are_plain_names(folded, left, right)
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
    if not signs_alone(match[group]):
        return None
    name = Name("".join(text[left:right].split()), left, right)
    title = text[slice(*match.span(note))]
    return [Part(start, end, Names((name,)), suffix=(BylineRole.AUTHOR,), title=title)]


def signs_alone(folded: str) -> bool:
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
