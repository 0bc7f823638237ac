"""Jump lines (转版): where a story goes on, 下转A3版, and where it comes from, 上接第一版.

A cross-reference (全文见A02版) is none, nor is prose with 转 or 接 in it: a plain 转, 接, 承 or 续, or an
arrow (→2版), counts only on a short line of its own with 版.
"""

from __future__ import annotations

import re

from banmian.grammar.dates import DATE, number
from banmian.grammar.lines import lines_of
from banmian.grammar.marks import PRINTERS_MARK
from banmian.grammar.names import HAN
from banmian.model import Direction, Jump, Span
from banmian.patterns import pattern

NUMERAL = "[一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾][一二三四五六七八九十百零〇○廿卅壹贰叁肆伍陆柒捌玖拾]{0,4}"
#: 2-3版, 第四版、第五版
AND = r"(?:版?[/、至～~—和及与-][ ]?第?|(?<=[0-9])一(?=[0-9]))"  # 2一3: a dash misread
#: there is no page 0
FIGURES = r"(?!0+(?![0-9]))[0-9]{1,3}"
ROMAN = "[Ⅰ-Ⅻ]|[IVX]{2,4}"
#: A3, B叠3, 特1, 2-3, 3、4, 二、第三, 头, Ⅱ
PAGE = (
    rf"(?P<page>(?:p|[A-Z特]{{0,2}}[ ]?(?:(?<=[A-Z])叠[ ]?第?[ ]?)?){FIGURES}(?:{AND}[A-Z特]{{0,2}}{FIGURES}){{0,3}}"
    rf"|[A-Z特]?(?:(?<=[A-Z])叠[ ]?第?)?{NUMERAL}(?:{AND}{NUMERAL}){{0,3}}|头(?=[ ]?版)|(?:{ROMAN})(?=[ ]?版))"
)
#: arrows, bullets, and what stands for an arrow: >>>
ARROW = rf"(?:{PRINTERS_MARK}|[><»«])"
OPENING = rf"[ （【{{《〈》“①-⑨]*(?:{ARROW}|[ ])*[ （【{{]*(?:(?:未完|本文)[，、 ]*)?"
#: （下转第三版，讲话全文见第二版）: where else to look, in the same brackets
ELSEWHERE = rf"[，、； ][\w“”《》]{{2,14}}?[见刊]于?第?(?:[A-Z]?[0-9]{{1,3}}|{NUMERAL})版(?=[）】])"
CLOSING = rf"(?:{ELSEWHERE}|，续?完(?=[）】]))?(?:{ARROW}|[ ）】}}》〉”。….：·]|，(?=[）】]))*"
#: words that are said of nothing else, with 版 or without
PLAIN_WORD = r"续刊|续转|转刊|文续|下[ ]?转|下[ ]?接|上[ ]接|文转|转接|紧接|接续|上文接|上接|上承|承接|续接|接自|续自|承自|文接"
#: words of daily speech: 版 must follow, and the line be short
BARE_WORD = r"转至|转入|续见|接下|续|转|承|接"
#: 第4版·要闻, 03版｜要闻, 08版要闻, 第2版第3条, 第1版《标题》, 2版①
SECTION = f"(?:头[版条]|要闻|港闻|综合|国际|国内|体育|财经|经济|副刊|本地|本埠|{HAN}{{2}}新闻)"
UNIT = (
    rf"(?:(?:[ ]?[版页叠]|[ ]?版面|[板皈](?=[ ）】]))(?:[·： ]?(?!{PLAIN_WORD})(?:[上中下左右]|\w{{2,6}})(?=[）】])|[ ]?{SECTION}(?=[ ]*\Z)"
    r"|[ ]?[·：|丨][ ]?\w{2,6}(?:[·|]\w{2,6})?(?=[ ]*(?:[）】]|\Z))"
    r"|[ ]?《[^《》]{2,30}》|“[^“”]{2,12}”版?|[ ]?（[\u4e00-\u9fff]{2,4}）)?[①②③④⑤⑥⑦⑧⑨]?)"
)
#: 上接3月5日A1版, 下转明日第三版: the mark of a serial; 第二張第三版, 要闻1版: sheet or section before the page
ISSUE = rf"(?:(?:本报)?(?:{DATE}|[昨今明前][日天]|上期|下期)[ ，]?(?:本报)?|第?[ ]?(?:[0-9]{{1,2}}|{NUMERAL})[ ]?[张叠](?=[ ，]?第)|{HAN}{{2}}版(?=第)|{HAN}{{2,3}}(?=[0-9]{{1,2}}[ ]?版))"
FROM = pattern(r"上|接自|续自|承|接\Z|文接")
#: （紧接第1版） and （续第1版） on an inner page come from, on the front page go to
NEITHER = pattern(r"紧接|承接|续\Z")

MARK = pattern(
    rf"""
    (?P<opening>{OPENING})
    (?: (?P<word>{PLAIN_WORD}) (?:{ARROW}|[ ]){{0,4}}(?:至|到|自)?[ ]?{ISSUE}?[ ]?第?[ ]?{PAGE} (?:{UNIT}|(?:(?<=[A-Z][0-9])|(?<=[A-Z][0-9][0-9]))[ ·|]?{SECTION}(?=[）】 ]*\Z))?
      | (?P<bare>{BARE_WORD}) [ ]?第?[ ]?{PAGE.replace("page", "bare_page")}
        (?:{UNIT}|(?<=[A-Z][0-9])|(?<=[A-Z][0-9][0-9])) )
    (?P<closing>{CLOSING})
    """,
    re.VERBOSE,
)
ENGLISH = pattern(
    r"[ （【]*(?P<word>Cont(?:inued|’d|'d|\.) (?:on|from)|CONTINUED (?:ON|FROM)|Turn to|TURN TO|From|FROM|See [A-Za-z ]{1,30}，)[ ]?"
    r"(?:(?:[Pp]age|PAGE|[Pp]\.?(?=[0-9]))[ ]?(?=[A-Z0-9])|(?=[A-Z]))"
    r"(?P<page>[A-Z]?[0-9]{1,3}|(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b)[ ）】.]*"
)
NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: →2版, ▶▶A3版, ◀1版: the arrow says where, and 版 that it is a page
ARROW_ALONE = pattern(
    rf"[ （【]*(?:(?P<to>[→➔➜➡⇒⇨▶►▷↘↗↓☞👉>»]{{1,4}})|[←⬅⇐⇦◀◄◁«]{{1,4}})\ufe0f?[ ]?第?[ ]?{PAGE}[ ]?版[ ）】]*"
)
HINT = pattern(r"转|接|续|承|Cont|CONTINUED|Turn|TURN|See |From|FROM|Page|page")
LONGEST_LINE = 40
#: 轉A3版, 文轉A3: a bare word on a line of its own
LONGEST_BARE_LINE = 14
#: 轉A2, 續見A8: without 版
LONGEST_BARE_CODE = 8
UNIT_AT_END = pattern(r"[版页叠面]")
REACH = 24
CLOSING_BRACKET = pattern(r"[）】}]")
FULLY_MARKED = pattern(rf"[ ]*(?:[（【{{]|{PRINTERS_MARK})")


def find_jumps(text: str) -> tuple[Jump, ...]:
    """The jump marks in any text: on lines of their own, at a paragraph's beginning or its end.

    Raises TypeError for anything but a string.

    >>> find_jumps("……（下转A3版）")[0].page
    'A3'
    >>> find_jumps("转型升级，续写新篇章")
    ()
    """
    found: list[Jump] = []
    for start, printed, folded in lines_of(text, "find_jumps"):
        if marks := read_jump_line(printed, folded):
            found.extend([_moved(mark, start) for mark in marks])
        elif HINT.search(folded):
            marks = (
                *opens_with_jump(printed, folded),
                *closes_with_jump(printed, folded),
            )
            found.extend([_moved(mark, start) for mark in marks])
    return tuple(found)


def _moved(jump: Jump, by: int) -> Jump:
    return Jump(
        jump.direction, jump.page, jump.printed, jump.text, Span(jump.span.start + by, jump.span.end + by)
    )


def read_jump_line(text: str, folded: str) -> tuple[Jump, ...]:
    """The jumps that the whole line is: 下转 A3版, （上接第一版）, （上接A1版，下转A3版）."""
    if len(folded) > LONGEST_LINE:
        return ()
    if alone := is_an_arrow(folded):
        return (_arrow(text, alone),)
    if not HINT.search(folded):
        return ()
    match = MARK.fullmatch(folded) or MARK.fullmatch(folded, 0, len(folded.rstrip()))
    if match is None:
        if english := ENGLISH.fullmatch(folded):
            return (_english(text, english),)
        marks = _in_a_row(folded, 0)
        return _jumps(text, marks) if marks and marks[-1].end() == len(folded) else ()
    longest = LONGEST_BARE_LINE if UNIT_AT_END.search(folded) else LONGEST_BARE_CODE
    if match["bare"] and len(folded.strip()) > longest:
        return ()
    return _jumps(text, [match])


def is_an_arrow(folded: str) -> re.Match[str] | None:
    """Whether the line is an arrow and a page, without a word: a jump below a text, below a title a teaser."""
    short = len(folded) <= LONGEST_BARE_LINE and "版" in folded
    return ARROW_ALONE.fullmatch(folded) if short else None


def _in_a_row(folded: str, start: int) -> list[re.Match[str]]:
    """The marks that stand there one behind the other: 上接A1版，下转A3版."""
    marks: list[re.Match[str]] = []
    match = MARK.match(folded, start)
    while match is not None and not (marks and match["bare"]):
        marks.append(match)
        between = BETWEEN_MARKS.match(folded, match.end())
        match = MARK.match(folded, between.end() if between else match.end())
    return marks


BETWEEN_MARKS = pattern(r"[，、；/|]")


def opens_with_jump(text: str, folded: str) -> tuple[Jump, ...]:
    """The marks that a paragraph begins with: （上接第一版）工程旨在….

    What follows it on the line is the paragraph. Without brackets the mark must be unmistakable.
    """
    if not HINT.search(folded, 0, REACH):
        return ()
    marks = _in_a_row(folded, 0)
    if not marks:
        return ()
    first, end = marks[0], marks[-1].end()
    closed = CLOSING_BRACKET.search(marks[-1]["closing"]) is not None
    if first["bare"]:  # （接第一版）工程旨在…
        return _jumps(text, marks) if closed and first["opening"].strip() else ()
    if end == len(folded):
        return _jumps(text, marks)
    says_page = "版" in folded[:end]
    bracketed = closed and (says_page or FULLY_MARKED.match(folded))
    apart = folded[end - 1] == " " and says_page
    return _jumps(text, marks) if bracketed or apart else ()


def closes_with_jump(text: str, folded: str) -> tuple[Jump, ...]:
    """The marks that a paragraph ends with: ……（下转第二版）."""
    if not HINT.search(folded, max(0, len(folded) - REACH)):
        return ()
    length = len(folded)
    for word in CLOSING_WORD.finditer(folded, max(0, length - REACH)):
        start = word.start()
        while start and BEFORE_A_JUMP.match(folded, start - 1):
            start -= 1
        if unfinished := UNFINISHED.search(folded, max(0, start - 10), start):
            start = unfinished.start()
        marks = _in_a_row(folded, start)
        if not marks or marks[0]["bare"] or marks[-1].end() != length:
            continue
        # inside a sentence (以上接第一版) the word stands between characters; a jump is set apart
        if start == 0 or start < word.start() or folded[start - 1] in "。！？”…":
            return _jumps(text, marks)
    return ()


BEFORE_A_JUMP = pattern(rf"[ （【{{]|{ARROW}")
CLOSING_WORD = pattern(PLAIN_WORD)
UNFINISHED = pattern(r"[ （【]*未完[，、 ]*\Z")


def normal_page(folded: str) -> str:
    """A page's name in normal form: 1 for 01 and 第一, A3 for A03.

    >>> normal_page("A03"), normal_page("一"), normal_page("02")
    ('A3', '1', '2')
    """
    if value := ROMAN_NUMERALS.get(folded):
        return str(value)
    pages = []
    for part in re.split(r"[/、至～~—和及与-]|(?<=[0-9])一(?=[0-9])", folded.replace(" ", "").lstrip("p")):
        part = NO_PART_OF_A_NAME.sub("", part)
        letters = part.rstrip("0123456789")
        digits = part[len(letters) :]
        if digits:
            pages.append(f"{letters}{int(digits)}")
        else:
            section = letters[:1] if letters[:1].isascii() or letters[:1] == "特" else ""  # A二
            value = 1 if letters == "头" else number(letters[len(section) :])
            pages.append(letters if value is None else f"{section}{value}")
    return "/".join(pages)


ROMAN_NUMERALS = {
    numeral: value
    for signs in ("Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ Ⅵ Ⅶ Ⅷ Ⅸ Ⅹ Ⅺ Ⅻ", "I II III IV V VI VII VIII IX X XI XII")
    for value, numeral in enumerate(signs.split(), 1)
}
NO_PART_OF_A_NAME = pattern("[第叠版]")


def _jumps(text: str, marks: list[re.Match[str]]) -> tuple[Jump, ...]:
    return tuple([_jump(text, match) for match in marks])


def _jump(text: str, match: re.Match[str]) -> Jump:
    word = match["word"] or match["bare"]
    group = "page" if match["word"] else "bare_page"
    start, end = match.span(group)
    page = normal_page(match[group])
    direction = Direction.TO
    if NEITHER.match(word):  # the first page is where a story comes from
        direction = Direction.FROM if page in ("1", "A1") else Direction.TO
    elif FROM.match(word) or word in ("承", "接"):
        direction = Direction.FROM
    left = match.start() + len(match[0]) - len(match[0].lstrip(" "))
    right = match.start() + len(match[0].rstrip(" "))
    return Jump(direction, page, text[start:end], text[left:right], Span(left, right))


def _arrow(text: str, match: re.Match[str]) -> Jump:
    left = match.end() - len(match[0].lstrip(" "))
    right = match.start() + len(match[0].rstrip(" "))
    direction = Direction.TO if match["to"] else Direction.FROM
    printed = text[slice(*match.span("page"))]
    return Jump(direction, normal_page(match["page"]), printed, text[left:right], Span(left, right))


def _english(text: str, match: re.Match[str]) -> Jump:
    start, end = match.span("page")
    direction = Direction.FROM if "rom" in match["word"].lower() else Direction.TO
    word = match["page"].lower()
    page = str(NUMBER_WORDS.index(word) + 1) if word in NUMBER_WORDS else normal_page(match["page"])
    return Jump(
        direction,
        page,
        text[start:end],
        text[slice(*match.span())],
        Span(*match.span()),
    )
