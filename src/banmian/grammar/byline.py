"""Bylines and credits (署名): who wrote, translated, photographed, and for whom.

A credit is a chain of words of office (记者, 通讯员), labels (文/, 摄影：) and suffixes (摄, 整理, ／台北報導)
with names between them. A region of print, a line, a bracket, the end of a caption, is a credit only
if the chain explains all of it: a reporter in a sentence (警方告訴記者王小明) leaves words over, and so is
none. Matching is done on the folded print, values are quoted from the print.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from banmian.grammar import dateline as datelines
from banmian.grammar.dates import DATE
from banmian.grammar.names import (
    HAN,
    Name,
    Names,
    Trust,
    is_desk,
    is_plainly_a_name,
    read_names,
    split_name_and_place,
)
from banmian.grammar.outlets import SELF, glued_outlet, is_outlet
from banmian.grammar.places import is_place, looks_like_a_place
from banmian.grammar.roles import (
    LABELS,
    NO_BYLINES,
    OFFICES,
    RANKS,
    SUFFIXES,
    SUFFIXES_WITHOUT_BYLINE,
)
from banmian.grammar.vocabulary import common_surnames, surnames, words_like_names
from banmian.model import Byline, BylineRole, Span
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


COLON = r"[ ]*[：/|丨]"
END_OF_PART = r"(?=[ ]*(?:\Z|[、，；。/）】]|[ ]))"
#: 文/图, 图／文, 文并图: one person did both
BOTH = r"(?:文[ ]?[/、&并+]?[ ]?图|图[ ]?[/、&并+]?[ ]?文|文字[/、]摄影|撰文[/、并]摄影|采写[/、]摄影|文[/、]摄影?)"
VERB_ADVERBS = r"(?:综合|即时|连线|独家|专题|采访|外电|现场|联合|特别|深度|编译|摄影|专案|整理|图文|调查|越洋|电话)"
#: what closes a report's credit, with the day it was wired on, if printed: ／台北報導, 台北6日電, 綜合外電
REPORT = rf"""
    (?P<date>{DATE})?[ ]?
    (?P<verb> {VERB_ADVERBS}{{0,3}}(?:报道|报导)
            | (?:综合|编译)?外电(?:整理)? | (?<=日)(?:专电|特电|专讯|电|讯) | 专电
            | (?<=[/ ])(?:综合|连线)?(?:特稿|专访|分析|整理|综合整理|特写|专题) )
    (?=[ ]*(?:\Z|[：，；、。）】]|[ ]))
"""
TOKEN = re.compile(
    rf"""
    (?P<report>{REPORT})
  | (?P<suffix>(?:{BOTH}|{_any_of(SUFFIXES)}|{SUFFIXES_WITHOUT_BYLINE}){END_OF_PART}(?!{COLON}[ ]*\S))
  | (?P<both>{BOTH})(?:{COLON}|[ ]|(?=[{HAN}]))
  | (?P<page>(?:{NO_BYLINES}))(?:{COLON}|[ ])
  | (?P<office>(?:驻(?!外记)[{HAN}]{{1,6}}?)?(?:{RANKS}){{0,3}}记[ ]?者
             | (?:驻[{HAN}]{{1,6}}?)?(?:{RANKS}){{0,3}}(?:通[ ]{{1,2}}讯[ ]{{1,2}}员|{_any_of(OFFICES)}))(?:{COLON})?
  | (?P<label>(?<![{HAN}])(?:本文|本版|全文)?(?:{_any_of(LABELS)}))(?:{COLON}|[ ](?=[{HAN}]))
  | (?P<glued>(?<=[{HAN}])(?:制图|绘图|摄影|图片|图|文)){COLON}
    """,
    re.VERBOSE,
)
#: marks before a signature; 口 is what OCR makes of □
MARKS = "■□◆◇●○◎⊙☉▲△★☆▼▽►▶※〇▇█▪◼"
LEADING_MARK = re.compile(rf"[ ]*(?:[{MARKS}]+|口(?=[ ]?(?:本报|本刊|新华社|记者|通讯员|特约|[{HAN}]{{2,4}}\Z)))[ ]*")
#: only these mark a signature by itself
SIGNING_MARK = re.compile(r"[ ]*[■□◎⊙☉口◆●][ ]*")
#: a sentence is no credit; the last 。 may be (楊偉亨攝。)
SENTENCE = re.compile(r"[。！？…“”‘’；](?!\Z)")
#: 會上, 獲悉: a sentence without its marks
CLAUSE = re.compile(r"会上|获悉|了解到|表示|指出|提问|回答|告诉|介绍")
HINT = re.compile(
    r"记[ ]?者|[通讯 ]员|特派|实习|编译|评论员|[文图摄译辑撰编][ ]*[/：|丨摄]|摄|报[道导]|外电|[整讲口述][理述]|执笔|主笔|作者|译|辑|撰|采写|供图|绘"
    r"|编辑|提供|[■□◎⊙☉口◆●]|核稿|绘|传真|By |图|文[ ]"
)
BYLINE_IN_ENGLISH = re.compile(
    r"[ ]*(?:By|BY|by)[ ]+(?P<names>[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}"
    r"(?:(?:，[ ]*|[ ]+and[ ]+|[ ]*&[ ]*)[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}){0,6})[ ]*\Z"
)
LONGEST_CREDIT = 160
LONGEST_LINE = 120
SPACES = " "


@frozen
class Setting:
    """Where a region stands, and so how far its words are trusted."""

    trust: Trust
    #: in brackets or after a signing mark: nothing else but a credit is expected
    enclosed: bool = False
    #: names without any word of office will do: （惠晓霜）
    bare_names: bool = False


LINE = Setting(Trust.SOME)
BRACKET = Setting(Trust.SOME, enclosed=True)
AFTER_DATELINE = Setting(Trust.FULL, enclosed=True)
FINAL_BRACKET = Setting(Trust.SOME, enclosed=True, bare_names=True)


# ---------------------------------------------------------------- the public functions


def find_bylines(text: str) -> tuple[Byline, ...]:
    """The credits in any text: a byline, a lede, a caption, a signature, a whole article.

    >>> [byline.names for byline in find_bylines("记者王小明 通讯员 李 四")]
    [('王小明',), ('李四',)]
    >>> find_bylines("警方告訴記者王小明，事件仍待調查。")
    ()
    """
    folded = fold(text)
    found: list[Byline] = []
    pictures: list[Byline] = []
    start = 0
    for line in folded.split("\n"):
        end = start + len(line)
        if line and HINT.search(line):
            printed = text[start:end]
            whole = read_credit_line(printed, line)
            credits = read_paragraph_credits(printed, line) if whole is None else whole
            into = pictures if whole is None and IS_CAPTION.match(line) else found
            into.extend(_moved(credit, start) for credit in credits)
        start = end + 1
    # who took a picture is a story's credit only where the text is a caption by itself
    if not any(credit.names for credit in found):
        found = sorted(found + pictures, key=lambda credit: credit.span)
    return _each_once(found)


IS_CAPTION = re.compile(r"[ ]*(?:[▲▼△▽■◀▶]|图[为：/一二三四五1-9]|[上下左右题]图)")


def read_credit_line(text: str, folded: str) -> tuple[Byline, ...] | None:
    """The credits that the whole line is, or ``None``: own-line bylines, signatures, picture credits."""
    if len(folded) > LONGEST_LINE or not HINT.search(folded):
        return None
    start, end = _trimmed(folded, 0, len(folded))
    if start == end or (SENTENCE.search(folded, start, end) and "；" not in folded):
        return None
    if english := BYLINE_IN_ENGLISH.match(folded):
        return (_english_byline(text, english),)
    opening = datelines.read_opening(text, folded)
    if opening and opening.credits and not folded[opening.end :].strip(" 。"):
        return _credits_of_opening(text, folded, opening)
    marked = LEADING_MARK.match(folded, start, end)
    signing = SIGNING_MARK.match(folded, start, end) is not None
    if marked:
        start = marked.end()
    bracketed = folded[start : start + 1] in ("（", "【") and folded[end - 1] in "）】"
    setting = FINAL_BRACKET if bracketed else BRACKET if marked else LINE
    if signing and not bracketed:
        setting = Setting(Trust.SOME, enclosed=True, bare_names=True)
    return read_region(text, folded, start, end, setting) or None


def read_photo_credit(text: str, folded: str) -> tuple[str, tuple[Byline, ...]] | None:
    """The picture's credit at the end of a caption or on a line of its own, and who took the picture.

    >>> read_photo_credit("（陳曉瑩攝）", "（陈晓莹摄）")[0]
    '陳曉瑩攝'
    """
    return None


def read_paragraph_credits(text: str, folded: str) -> tuple[Byline, ...]:
    """The credits at a paragraph's head and in its last characters."""
    return ()


def read_region(text: str, folded: str, start: int, end: int, setting: Setting) -> tuple[Byline, ...] | None:
    return None


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] == " ":
        start += 1
    while start < end and folded[end - 1] == " ":
        end -= 1
    return start, end


def _moved(byline: Byline, by: int) -> Byline:
    return evolve(byline, span=Span(byline.span.start + by, byline.span.end + by))


def _each_once(credits: Iterable[Byline]) -> tuple[Byline, ...]:
    kept: dict[object, Byline] = {}
    for credit in credits:
        kept.setdefault((credit.role, credit.names, credit.title, credit.affiliation), credit)
    return tuple(kept.values())
