"""What is printed of an author besides the name: 王小明（本报特约记者）, （作者：X，系某大学教授）."""

from __future__ import annotations

import re

from attrs import evolve

from banmian.grammar.credit_words import OFFICE_WORDS, TOKEN
from banmian.grammar.names import HAN, Trust, is_plainly_a_name, read_names
from banmian.grammar.people import CALLING
from banmian.grammar.places import is_place
from banmian.grammar.regions import LONGEST_CREDIT, Read, Region, Several, without_brackets
from banmian.grammar.roles import OFFICES
from banmian.grammar.signatures import signs_alone
from banmian.model import Byline, BylineRole, Span
from banmian.patterns import pattern


def note_on_the_author(region: Region) -> Region | None:
    """作者：X（作者单位：某市实验中学）: what the author is besides."""
    if not region.ends_with("）") and region.folded.find("单位：", region.start, region.end) < 0:
        return None
    left = region.without(NOTE_ON_THE_AUTHOR, LONGEST_CREDIT)
    if left is None or region.folded.find("作者", left.end, region.end) < 0:
        return left
    # the names before it are those of authors, without any word of office
    return left._replace(setting=evolve(region.setting, enclosed=True, bare_names=True))


#: 作者：X（作者单位：某市实验中学）: what the author is besides
NOTE_ON_THE_AUTHOR = pattern(
    r"(?<=[^ （【])(?:[ ]?（(?:作者|笔者)?(?:单位|系|为|是|现为|现任|简介)[^（）]{2,40}）|[ ，；]+(?:作者)?单位：[^（），； ]{2,30})\Z"
)


# ---------------------------------------------------------------- what somebody is


def office_behind_the_names(region: Region) -> Read | Several | None:
    """王小明（本报特约记者）, 王小明、李大华（新华社记者）: the credit in the bracket is theirs."""
    text, folded, start, end, _, _ = region
    match = NAME_THEN_OFFICE.fullmatch(folded, start, end)
    if match is None:
        return None
    names = read_names(text, folded, *match.span("name"), Trust.NONE)
    if names is None or names.desks or names.unresolved:
        return Read(None)
    if not all(signs_alone(folded[name.start : name.end]) for name in names.people):
        return Read(None)
    people, whole = tuple([name.text for name in names.people]), Span(*match.span())
    office = TOKEN.fullmatch(folded, *match.span("inside"))
    if office and office.lastgroup == "office":  # （特约撰述）, without a house
        title = text[slice(*office.span())]
        role = OFFICES[next(word for word in OFFICE_WORDS if office[0].endswith(word))]
        return Read((Byline(role, people, title, text=text[slice(*whole)], span=whole),))

    def theirs(found: list[tuple[Byline, ...] | None]) -> Read:
        (inside,) = found
        if inside is None or len(inside) != 1 or inside[0].names or inside[0].title is None:
            return Read(None)
        return Read((evolve(inside[0], names=people, text=text[slice(*whole)], span=whole),))

    left, right = match.span("inside")
    return Several((region._replace(start=left, end=right),), theirs)


#: 王小明（本报特约记者）, 王小明、李大华（新华社记者）: the office behind the names
NAME_THEN_OFFICE = pattern(
    rf"(?P<name>(?:{HAN}{{2,4}}|{HAN}[ ]{{1,2}}{HAN})(?:[、 ]{HAN}{{2,4}}){{0,5}})[ ]?（(?P<inside>[^（）]{{2,20}}(?:[员者人生笔]|撰述|撰稿))）"
)


def credit_behind_a_note(region: Region) -> Read | Several | None:
    """（作者为某大学教授，本报记者X采访整理）."""
    _, folded, start, end, _, _ = region
    opened = start + region.begins_with("（")
    if not folded.startswith(("作者为", "作者系", "作者是", "作者单位", "本文作者"), opened):
        return None
    comma = folded.rfind("，", start, end)
    if comma <= 0 or not HINT_OF_OFFICE.search(folded, comma, end):
        if signed := AUTHOR_BEHIND_WHAT_HE_IS.fullmatch(folded, opened, end - region.ends_with("）")):
            return Read(_author(region.text, signed))
        # （作者系律师）: what he is, and no name
        return Read(()) if WHAT_HE_IS.match(folded, opened) else None
    behind = region._replace(start=comma + 1, end=end - region.ends_with("）"))
    return Several((behind,), lambda found: Read(found[0]))


WHAT_HE_IS = pattern(r"(?:本文)?作者(?:系|为|是)")
#: （作者系某研究院研究员 X）
AUTHOR_BEHIND_WHAT_HE_IS = pattern(
    rf"(?:本文)?作者(?:系|为|是)(?P<what>[^，。；]{{2,40}})[ ](?P<name>{HAN}{{2,4}}|{HAN}[ ]{{1,2}}{HAN})"
)
HINT_OF_OFFICE = pattern(r"记者|整理|采访|通讯员")


def author_and_what_he_is(region: Region) -> Read | None:
    """（作者：X，系某大学教授）, （作者X为本报评论员）: what he is is his title."""
    if not region.begins_with("（作者", "作者", "（本文作者", "本文作者"):
        return None
    match = AUTHOR_AND_WHAT_HE_IS.fullmatch(
        region.folded, *without_brackets(region.folded, region.start, region.end)
    )
    return Read(_author(region.text, match)) if match else None


#: （作者：X，系某大学教授）, （作者X为本报评论员）
AUTHOR_AND_WHAT_HE_IS = pattern(
    rf"(?P<office>(?:本文)?作者)[ ：]{{0,2}}(?P<name>(?:{HAN}{{2,4}}?|{HAN}[ ]{{1,2}}{HAN})(?:[、 ]{HAN}{{2,4}}?){{0,4}})[ ]?"
    r"(?:[，/](?:分别)?(?:系|为|是|现为|现任|单位：?)?|[ ；](?:作者)?单位：|系|为|是|现为|现任)(?P<what>[^，。；][^。；]{2,60})"
)


def author_with_his_calling(region: Region) -> Read | None:
    """X／作家, and, closing a text, （X，學生，新北市） or （X系某大学教授）: who signs says what he is."""
    folded = region.folded
    start, end = without_brackets(folded, region.start, region.end)
    bracketed = start > region.start or region.setting.signed
    if bracketed and not region.setting.bare_names:
        return None
    signed = AUTHOR_WITH_HIS_CALLING.fullmatch(folded, start, end)
    if signed is None or not (bracketed or signed["mark"] == "/") or not signs_alone(signed["name"]):
        return None
    return Read(_author(region.text, signed))


def writer_behind_his_calling(region: Region) -> Read | None:
    """资深传媒人 X, 影评人 X: one who lives by writing, and nothing else on the line."""
    signed = WRITER_BEHIND_HIS_CALLING.fullmatch(region.folded, region.start, region.end)
    return Read(_author(region.text, signed)) if signed and signs_alone(signed["name"]) else None


#: other callings stand before those who are written about: 诗人 X
WRITES = "媒体人|传媒人|评论人|影评人|乐评人|书评人|剧评人"
WRITER_BEHIND_HIS_CALLING = pattern(
    rf"(?P<what>[^\W_]{{0,8}}(?:{WRITES}))[ /](?P<name>{HAN}{{2,4}}|{HAN}[ ]{{1,2}}{HAN})"
)
#: X／作家, X，學生，新北市, X系某大学教授
AUTHOR_WITH_HIS_CALLING = pattern(
    rf"(?P<name>{HAN}{{2,4}}?|{HAN}[ ]{{1,2}}{HAN})[ ]?(?P<mark>[/，系为 ])[ ]?"
    rf"(?P<what>(?:[^，/；：。（） ]{{2,12}}[，/、][ ]?)?[^，/；：。（） ]{{0,16}}{CALLING.pattern}(?:[，/、][ ]?{HAN}{{2,8}})?)"
)


def _author(text: str, match: re.Match[str]) -> tuple[Byline, ...] | None:
    """The authors whom a note names; what they are is their title."""
    found = read_names(text, match.string, *match.span("name"), Trust.NONE)
    people = found.people if found and not found.desks and not found.unresolved else ()
    names = [match.string[name.start : name.end].replace(" ", "") for name in people]
    plain = bool(names) and all(is_plainly_a_name(name) and not is_place(name) for name in names)
    if not plain or is_plainly_a_name(match["what"]):
        return () if match["name"][0] in "系为是" else None
    whole = Span(*match.span())
    return (
        Byline(
            BylineRole.AUTHOR,
            tuple([name.text for name in people]),
            text[slice(*match.span("what"))].strip(),
            None,
            None,
            text[whole.start : whole.end],
            whole,
        ),
    )
