"""People's names in the other script, where the dictionaries take them for words.

余华 is no 餘華 and 徐乾學 no 徐干学. A surname has one form in each script; of a given name nobody
can tell which of two Traditional characters the family chose, so it keeps the one that both scripts
print. The table is ``data/script_names.txt``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Script, Span
from banmian.patterns import pattern
from banmian.script.folding import fold
from banmian.script.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from banmian.script.phrases import Converter

#: Two-character names are spread over three cells (于 洋), and a name can be broken at the end of a line.
PADDING = (" ", "  ")
BREAKS = ("\n", "\r\n")


class NameTable(NamedTuple):
    """What becomes of a name's first character, and of any other."""

    first: dict[str, str]
    other: dict[str, str]


def render_name(name: str, script: Script, converter: Converter) -> str:
    """A person's name in a script: by the table of names, and by the dictionaries what it leaves.

    Into Traditional that is character by character, since a name is no phrase; into Simplified the few
    phrases there are know names, 錢鍾書 for one. Padding between the characters stays.
    """
    table = _name_table(script)
    plain = "".join(name.split())
    if script is Script.TRADITIONAL:
        # Nothing is converted across a line break, so one call converts every character by itself.
        alone = converter.convert("\n".join(plain))[::2]
    else:
        alone = converter.convert(plain)
    if len(alone) != len(plain):
        alone = plain  # a converter that changes words; a name is none
    rendered = [table.other.get(one, converted) for one, converted in zip(plain, alone, strict=True)]
    if rendered:
        rendered[0] = table.first.get(plain[0], alone[0])
    if script is Script.TRADITIONAL and plain.startswith("万俟"):
        rendered[0] = "万"  # Moqi, the one double surname with a character of its own
    characters = iter(rendered)
    return "".join([one if one.isspace() else next(characters) for one in name])


def occurrences_of(names: Iterable[str], folded: str) -> Iterator[Span]:
    """Where people's names stand in a folded text, in order, padded, broken or not; the longest of them first.

    Names of a single character are left out: 余 as a word is everywhere.
    """
    forms = {form for name in names for form in _printed_forms(name)}
    if not forms:
        return
    beginning_with: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        beginning_with.setdefault(form[:2], []).append(form)
    pairs = ["".join(set(characters)) for characters in zip(*beginning_with, strict=True)]
    end = 0
    for match in re.finditer(f"[{re.escape(pairs[0])}](?=[{re.escape(pairs[1])}])", folded):
        start = match.start()
        if start >= end and (near := beginning_with.get(folded[start : start + 2])):
            found = next((form for form in near if folded.startswith(form, start)), None)
            before = folded[max(start - 3, 0) : start].rstrip("\r\n")[-1:]
            if found and f"{before}{folded[start]}" not in _words_that_end_like_surnames():
                end = start + len(found)
                yield Span(start, end)


def people_in(text: str) -> Iterator[Span]:
    """The people whom a Simplified text itself shows to be people: 涂先生, 于某称, 作家余华, 范采（44岁）, 余华说.

    Only surnames that are an everyday word as well, 餘 or 範, which conversion would take them for; and of
    a name the surname alone, where nothing shows how long it is.

    >>> [text[start:end] for text in ("涂先生与于采（44岁）", "由于先生") for start, end in people_in(text)]
    ['涂', '于采']
    """
    for found in _SURNAME.finditer(text):
        at = found.start()
        introduced = text.endswith(OFFICES, 0, at)
        if addressed := _ADDRESSED.match(text, at):
            # 有助于老师 and 三十余博士: behind most words the character is a word itself
            is_a_word = text[at] in "于余" and not (introduced or _STANDS_APART.match(text, at))
            if not is_a_word and text[max(at - 1, 0) : at + 1] not in _words_that_end_like_surnames():
                yield Span(*addressed.span())
        if (
            introduced
            and _INTRODUCED.match(text, at)
            and any(is_like_a_name(text[at : at + n]) for n in (2, 3))
        ):
            yield Span(at, at + 1)
        elif said := _SAYS_SOMETHING.match(text, at):
            if is_like_a_name(said["name"]):
                yield Span(*said.span("name"))
        if not introduced or text[at] not in TOLD_BY_THE_NAME:
            continue
        for length in (3, 2) if text[at] in MOSTLY_SURNAMES else (3,):
            end = min(at + length, len(text))
            if is_like_a_name(text[at:end]) and (text[at] != "于" or _SPEAKS.match(text, end)):
                yield Span(at, end)
                break


_SURNAME = pattern("[余于范涂郁朴岳游谷种干]")
_ADDRESSED = pattern(
    r"[余于范涂郁朴岳游谷](?:(?=先生|女士|小姐|太太|老师|教授|博士|同志|师傅|阿姨|大爷|大妈|奶奶|爷爷"
    r"|某(?:某|说|称|表示|[，。、；）”]))|[\u4e00-\u9fff]{1,2}(?=[（(]\d{1,3}岁))"
)
#: behind a mark, or a word that people stand behind; 于某 and 于采（44岁） are people anywhere
_STANDS_APART = pattern(r"(?<![\u4e00-\u9fff])|(?<=[和与及跟同请问对人])|.(?=某)|..?.?(?=[（(])")
#: what follows is not 余下, 范围 and the like; 于 and 游 mean too much else to be told by an office before them
_INTRODUCED = pattern(
    r"余(?=[\u4e00-\u9fff])(?![下额款地钱粮数温震波热辉味音韵兴党毒存量暇外者年力留等])"
    r"|范(?=[\u4e00-\u9fff])(?![围例畴本文式儿])"
    r"|郁(?=[\u4e00-\u9fff])(?![闷郁结葱])"
)
#: at the start of a clause: 余华认为, 范长江说
_SAYS_SOMETHING = pattern(
    r"(?<![^，。；：、！？（“‘”’）—·,;:!?(\s])(?P<name>[余范涂郁][\u4e00-\u9fff]{1,2}?)"
    r"(?=说|称|表示|认为|介绍|告诉|指出|透露|回忆|坦言|感慨|强调)"
)
TOLD_BY_THE_NAME = frozenset("于涂朴岳游种干")
#: behind 记者于凌晨 and 学生于国庆节 something else follows
_SPEAKS = pattern(r"说|称|表示|认为|介绍|告诉|指出|透露|回忆|坦言|感慨|强调|）|\s|\Z")
MOSTLY_SURNAMES = frozenset("于涂朴")
OFFICES = (
    "记者", "作家", "诗人", "画家", "导演", "演员", "歌手", "学者", "教授", "院士", "博士", "律师", "法官", "民警",
    "医生", "医师", "护士", "老师", "教师", "教练", "主任", "主席", "书记", "部长", "省长", "市长", "区长", "县长",
    "镇长", "乡长", "村长", "局长", "厅长", "处长", "科长", "所长", "校长", "院长", "行长", "会长", "社长", "队长",
    "团长", "董事长", "运动员", "选手", "司机", "村民", "居民", "市民", "学生", "同学", "战士", "店主", "摊主", "业主",
    "志愿者", "总裁", "总经理", "经理", "工程师", "研究员", "编辑", "通讯员", "摄影师", "设计师",
)  # fmt: skip


def names_alone(text: str, target: Script) -> Iterator[Span]:
    """The people of a text that is nothing but names: 余华, 于 洋, 范长江、李岩; 徐乾學.

    Only those whose characters the dictionaries would take for words. A name is a surname and what parents
    call a child; an everyday word of that look (岳西, 应征) is none.

    >>> given = ("余华", "于 洋", "余下", "余姚")
    >>> [[text[start:end] for start, end in names_alone(text, Script.TRADITIONAL)] for text in given]
    [['余华'], ['于 洋'], [], []]
    """
    if len(text) > LONGEST_LIST:
        return
    spans = [found.span() for found in _ONE_OF_A_LIST.finditer(text)]
    if _ONE_OF_A_LIST.sub("", text).strip("、，, \u3000\n"):
        return
    is_one = is_like_a_name if target is Script.TRADITIONAL else _is_like_a_traditional_name
    for start, end in spans:
        if is_one("".join(text[start:end].split())):
            yield Span(start, end)


LONGEST_LIST = 200  # code points
_ONE_OF_A_LIST = pattern(
    r"[\u4e00-\u9fff](?: {1,2}|\u3000)[\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,}"
)


def is_like_a_name(word: str) -> bool:
    """Whether a word of two or three characters is rather a name than what its characters say."""
    if not 2 <= len(word) <= 3 or word in _words_like_names():
        return False
    surname, given = word[0], word[1:]
    if word == "冬冬":  # a child's, and hardly ever the drum's 鼕鼕
        return True
    if surname in WORD_OR_SURNAME:
        return _given_characters().issuperset(given) and (len(given) > 1 or surname not in NEEDS_TWO)
    return surname in EVERYDAY_SURNAMES and (given in WORD_OR_GIVEN or given == "冬冬")


def _is_like_a_traditional_name(word: str) -> bool:
    """徐乾學 and 王汎森, whose 乾 and 汎 are no 干 and 泛; 江乾涸 is no name."""
    return fold(word[:1]) in EVERYDAY_SURNAMES and _OLD_FORM_IN_A_NAME.fullmatch(word, 1) is not None


_OLD_FORM_IN_A_NAME = pattern(r"乾[^淨燥旱枯脆杯糧涸癟洗裂爽冷果媽爹]|汎.|.汎")


#: what conversion takes for the word: 餘, 於, 範; of some hardly a name has one character more
WORD_OR_SURNAME = frozenset("余于范涂郁朴岳游种干党")
NEEDS_TWO = frozenset("党")
WORD_OR_GIVEN = frozenset("岩征采干丑岳朴郁范涂")
EVERYDAY_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛阎潘杜戴夏汪田任姜"
    "范谭廖邹熊陆郝孔邵孟秦江尹崔段雷侯龚邱贺顾毛龙万钱汤余于涂陶洪"
)


@cache
def _words_like_names() -> frozenset[str]:
    return frozenset(word for line in lines_of("script_words_like_names.txt") for word in line.split())


@cache
def _given_characters() -> frozenset[str]:
    return frozenset("".join(lines_of("script_given_names.txt")))


def _printed_forms(name: str) -> tuple[str, ...]:
    plain = "".join(fold(name).split())
    if len(plain) < 2:
        return ()
    between = (*PADDING, *BREAKS) if len(plain) == 2 else BREAKS
    broken = [f"{plain[:at]}{gap}{plain[at:]}" for at in range(1, len(plain)) for gap in between]
    return (plain, *broken)


@cache
def _words_that_end_like_surnames() -> frozenset[str]:
    """位于, 剩余, 规范: no name begins with the second character of these."""
    return frozenset(word for line in lines_of("script_words.txt") for word in line.split())


@cache
def _name_table(script: Script) -> NameTable:
    pairs: dict[str, dict[str, str]] = {"surname": {}, "given": {}, "traditional": {}, "family": {}}
    for line in lines_of("script_names.txt"):
        position, *words = line.split(" ")
        pairs[position].update((word[0], word[1]) for word in words)
    if script is Script.TRADITIONAL:
        return NameTable(pairs["surname"], pairs["given"])
    return NameTable({**pairs["traditional"], **pairs["family"]}, pairs["traditional"])
