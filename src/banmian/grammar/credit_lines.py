"""Credits on lines of their own: bylines, signatures, picture credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar import dateline as datelines
from banmian.grammar.credits import read_region
from banmian.grammar.dates import WEB_TIME
from banmian.grammar.fields import trimmed
from banmian.grammar.forms import LEADING_MARK, SIGNING_MARK
from banmian.grammar.marks import PRINTERS_MARK
from banmian.grammar.names import HAN, Trust
from banmian.grammar.parts import AFTER_DATELINE, BRACKET, FINAL_BRACKET, LINE, Setting
from banmian.grammar.pictures import (
    LABELLED_PICTURE,
    PICTURE_END,
    SOURCE_IN_BRACKETS,
    SOURCE_OF_A_PICTURE,
    start_of_source,
)
from banmian.grammar.plain_lines import PLAIN_LINE, plain_byline
from banmian.grammar.regions import without_brackets
from banmian.grammar.roles import PRINTS
from banmian.grammar.vocabulary import common_surnames
from banmian.model import Byline, BylineRole, Span
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from banmian.grammar.dateline_parts import Opening

#: a sentence is no credit; the last 。 may be (楊偉亨攝。)
SENTENCE = pattern(r"[。！？…“”‘’；](?!\Z)")
#: no credit without one of these words; every branch begins with a letter, which makes the search quick
HINT = pattern(
    r"记者|记 者|讯员|信员| 员|评论员|实习|特派|报道|报导|外电|专电|采写|采访|撰|执笔|主笔|作者"
    r"|文[ ]?[/：|丨·、&图◎●■◆\\]|文 |图[ ]?[/：|丨·、&文◎●■◆]|图 |摄|传真|供图|供稿|提供|资料|截图|互联网|网上图|图片"
    r"|法新|路透|美联|视觉中国|整理|编制|文字|口述|讲述|记录|综编|译|编写|编译|摘编|编辑|核稿|绘|制[图表]|漫画|画[）】：/|丨 ]|原[著作][：/|丨 ]|主讲"
    r"|习生|评人|诗[/：|丨]|作[ ]?（|文字[：/|丨]|采编|航拍|片[：/|丨]|记录[：/|丨]|插画|图表"
    r"|（[文图]）|投稿|来稿|寄自|寄[）】]?\Z|合写|合著|合撰|笔记|笔录|速记|插图|著[）】 ]*\Z|著[ ，]|辑[）】 ]*\Z|编[）】 ]*\Z|By |/[^/]{2,12}\Z|/ ?[文图译绘画]\Z|文[并与和][文图摄]|图[并与和][文图摄]|文[ ]?/\w"
    r"|体人[ /]|媒人[ /]|论人[ /]|讲[ ，、/]{1,2}\w{2,3}[记曲笔]|说[ ，、/]{1,2}\w{2,3}[记笔]|词[ ，、/]{1,2}\w{2,3}[记曲]|作[ ，、/]{1,2}\w{2,3}[记曲]"
)
#: or a mark or a short bracket: ■ 王小明, （惠晓霜）
BARE_SIGNATURE = pattern(
    rf"[ ]*(?:[■□◎⊙☉口]|{PRINTERS_MARK}{{1,2}}[ ]?{HAN}{{3}}\Z|（[^（）【】]{{2,16}}）(?:[ ]?（[^（）【】]{{2,12}}稿）)?[ ]*\Z)"
)
BYLINE_IN_ENGLISH = pattern(
    r"[ ]*(?:By|BY|by)[ ]+(?P<names>[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}"
    r"(?:(?:，[ ]*(?:and[ ]+)?|[ ]+and[ ]+|[ ]*&[ ]*)[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}){0,6})"
    r"(?:[ ]*[/，|][ ]*(?P<title>(?:(?:Staff|Contributing|Senior|Chief|Special|Guest)[ ])?"
    r"(?:[Rr]eporters?|[Ww]riters?|[Cc]orrespondents?|[Ee]ditors?)"
    r"|(?:STAFF|CONTRIBUTING)[ ](?:REPORTERS?|WRITERS?))(?:[ ]?(?:in|IN|，)[ ][\w ]{2,24}|，[ ]?with[ ]\w+)?)?[ ]*\Z"
)
#: Staff reporter, CONTRIBUTING WRITER
ENGLISH_REPORTER = pattern(r"(?i:.*(?:reporter|correspondent))")
LONGEST_LINE = 120
#: 图 书 馆 开 放: five characters and more with a blank behind each, the way titles are spread over a column
SPREAD = pattern(r" *(?:[\u4e00-\u9fff] {1,3}){4,}[\u4e00-\u9fff] *\Z")


def _spread_credits(text: str, folded: str) -> tuple[Byline, ...] | None:
    """The credits of a spread line: those of the line without its blanks."""
    places = [place for place, one in enumerate(folded) if one != " "]
    close = "".join([text[place] for place in places])
    credits = read_credit_line(close, "".join([folded[place] for place in places]))
    if credits is None:
        return None
    spans = [Span(places[credit.span.start], places[credit.span.end - 1] + 1) for credit in credits]
    return tuple(
        [
            evolve(credit, text=text[slice(*span)], span=span)
            for credit, span in zip(credits, spans, strict=True)
        ]
    )


#: a desk that signs without a reporter, as in Taiwan; 体育中心 and 科技中心 are buildings as well
DESK_ALONE = pattern(
    r"[ ]*(?:(?:国际|政治|社会|大陆|地方|财经|两岸|影剧|突发|政经|即时|采访|编译)中心|港闻部|[两兩]岸组|编译组)[ ]*\Z"
)
LONGEST_DESK_ALONE = 8


def read_credit_line(text: str, folded: str, head: Opening | None = None) -> tuple[Byline, ...] | None:
    """The credits that the whole line is, or ``None``: own-line bylines, signatures, picture credits.

    ``head`` is the dateline that it opens with, for a caller who knows.
    """
    if not 3 <= len(folded) <= LONGEST_LINE or folded[-1] in "？！":
        return None
    if " " in folded[:2] and SPREAD.match(folded):
        return _spread_credits(text, folded)
    if len(folded) <= LONGEST_DESK_ALONE and DESK_ALONE.match(folded):
        desk = Span(*trimmed(folded, 0, len(folded)))
        name = text[slice(*desk)]
        return (Byline(BylineRole.REPORTER, (), affiliation=name, text=name, span=desk),)
    if not (HINT.search(folded) or BARE_SIGNATURE.match(folded) or _ends_in_a_signature(folded)):
        return None
    if plain := PLAIN_LINE.fullmatch(folded, 0, len(folded.rstrip(" "))):
        byline = plain_byline(text, folded, plain)
        if byline is not None:
            return (byline,)
    if others := TAKING_PART.search(folded, 1):
        first, inside = (
            read_credit_line(text[: others.start()], folded[: others.start()]),
            others.start("inside"),
        )
        rest = read_credit_line(text[slice(*others.span("inside"))], others["inside"])
        if first and rest:
            return (*first, *[moved(credit, inside) for credit in rest])
    if len(within := _between_stamps(folded)) < len(folded):
        start, end = within.start, within.stop
        credits = read_credit_line(text[start:end], folded[start:end])
        return tuple([moved(credit, start) for credit in credits]) if credits else None
    if (source := start_of_source(folded, 0, len(folded))) is not None:
        taken = read_credit_line(text[:source], folded[:source])
        if taken:
            return taken
    start, end = trimmed(folded, 0, len(folded))
    if start == end or (SENTENCE.search(folded, start, end) and "；" not in folded):
        return None
    if end - start > LONGEST_WITH_COMMAS and folded.count("，", start, end) > MOST_COMMAS:
        return None
    if folded[start] in "Bb" and (english := BYLINE_IN_ENGLISH.match(folded)):
        return (_english_byline(text, english),)
    opening = head or (datelines.read_opening(text, folded) if datelines.HINT.search(folded) else None)
    if opening and opening.credits and not folded[opening.end :].strip(" 。"):
        return credits_of_opening(text, folded, opening)
    if opening and not opening.credits and end - opening.end <= OFFICES_REACH:
        found = read_region(text, folded, opening.end, end, LINE)  # 本报讯 记者王小明
        if found and all(credit.title and credit.names for credit in found):
            return of_the_house(found, opening)
        if opening.dateline.date and opening.end < end:
            return None
    marked = LEADING_MARK.match(folded, start, end)
    signing = SIGNING_MARK.match(folded, start, end) is not None or _is_a_bulleted_name(folded, start, end)
    if marked:
        start = marked.end()
    bracketed = folded[start : start + 1] in ("（", "【") and folded[end - 1] in "）】"
    if PICTURE_END.search(folded) or LABELLED_PICTURE.search(folded):
        inner = without_brackets(folded, start, end)
        if "记者" not in folded and (
            SOURCE_OF_A_PICTURE.fullmatch(folded, *inner)
            or (bracketed and SOURCE_IN_BRACKETS.fullmatch(folded, *inner))
        ):
            return ()
    setting = FINAL_BRACKET if bracketed else BRACKET if marked else LINE
    if signing and not bracketed:
        setting = SIGNED_NAME
    return read_region(text, folded, start, end, setting)


#: behind the reporters, who helped them: 新华社记者 X（参与采写：Y）
TAKING_PART = pattern(r"[ ]?（(?P<inside>(?:参与|协助)[^（）]{3,60})）[ ]*\Z")


def _between_stamps(folded: str) -> range:
    """The places of a line that its web edition did not set beside the credit: date, source, count of words."""
    opened = STAMPS_BEFORE.match(folded)
    start = opened.end() if opened else 0
    closed = STAMPS_BEHIND.search(folded, start)
    return range(start, closed.start() if closed else len(folded))


STAMP = (
    rf"(?:{WEB_TIME}"
    r"|(?:稿件|文章|新闻|信息)?来源[：/][ ]?[^ ：，。]{2,14}|(?:字数|阅读|点击|浏览|点击率|阅读量|浏览量)[：/][ ]?[0-9]{1,7})"
)
#: what parts them from a credit: 2019-12-26 来源：某报 | 作者：某某
STAMPS_BEFORE = pattern(rf"(?:[ ]*{STAMP}(?=[ |丨])[ |丨]*)+")
STAMPS_BEHIND = pattern(rf"(?:[ |丨]+{STAMP})+[ ]*\Z")


def _ends_in_a_signature(folded: str) -> bool:
    """王小明 作, 江岸晚报 王小明: without a word that always credits."""
    if folded[-4:-3] == " ":
        return folded[-5:-4] in LAST_OF_HOUSES
    end = folded.rstrip("）】 ")
    if end[-1:] in SHORT_WORK:
        return end[-2:-1] in (" ", "/") or end[-2:] in PICTURES_MADE
    return end[-2:] in PICTURES_MADE


LAST_OF_HOUSES = frozenset("报网点闻社台视")
SHORT_WORK = frozenset("文图画作讲记摘")
PICTURES_MADE = frozenset(PRINTS)
#: a sentence has more commas than a row of credits
LONGEST_WITH_COMMAS, MOST_COMMAS = 40, 2
BULLETED_NAME = pattern(rf"{PRINTERS_MARK}{{1,2}}[ ]?(?P<name>{HAN}{{3}})")


def _is_a_bulleted_name(folded: str, start: int, end: int) -> bool:
    """● 王小明, ✎ 王小明: a bullet, and a signature only before a name of the commonest form."""
    match = BULLETED_NAME.fullmatch(folded, start, end)
    return match is not None and match["name"][0] in common_surnames()


OFFICES_REACH = 50


def credits_of_opening(text: str, folded: str, opening: Opening) -> tuple[Byline, ...]:
    """The people of a dateline, in its bracket or the next; its agency is theirs."""
    found: list[Byline] = []
    for left, right in opening.credits:
        found.extend(read_region(text, folded, left, right, AFTER_DATELINE) or ())
    return of_the_house(found, opening)


def of_the_house(credits: Iterable[Byline], opening: Opening | None) -> tuple[Byline, ...]:
    """A dateline's agency is that of its reporters, unless another house is printed."""
    agency = opening.dateline.agency if opening else None
    return tuple(
        credit
        if agency is None or credit.affiliation is not None or not is_a_reporter(credit)
        else evolve(credit, affiliation=agency)
        for credit in credits
    )


def is_a_reporter(credit: Byline) -> bool:
    """记者, and 执笔记者, who is the author."""
    return credit.role is BylineRole.REPORTER or (credit.title or "").endswith(("记者", "記者"))


SIGNED_NAME = Setting(Trust.SOME, enclosed=True, bare_names=True, signed=True)


def _english_byline(text: str, match: re.Match[str]) -> Byline:
    names = re.split(r"[，,][ ]*(?:and[ ]+)?|[ ]+and[ ]+|[ ]*&[ ]*", text[slice(*match.span("names"))])
    title = text[slice(*match.span("title"))] if match["title"] else None
    left = match.start() + len(match[0]) - len(match[0].lstrip())
    right = match.end()
    return Byline(
        BylineRole.REPORTER if title and ENGLISH_REPORTER.match(title) else BylineRole.AUTHOR,
        tuple(" ".join(name.split()) for name in names if name),
        title,
        text=text[left:right],
        span=Span(left, right),
    )


def moved(byline: Byline, by: int) -> Byline:
    return evolve(byline, span=Span(byline.span.start + by, byline.span.end + by))
