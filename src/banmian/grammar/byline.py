"""Bylines and credits (署名): who wrote, translated, photographed, and for whom.

Credits stand on lines of their own, at the head of a paragraph, in its last characters, and at the end
of captions. This module knows the positions; ``credits`` reads what stands there, and all of it must be
a credit: a reporter in a sentence (警方告訴記者王小明) leaves words over, and so is none. Matching is done
on the folded print, values are quoted from the print.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar import dateline as datelines
from banmian.grammar.credits import (
    CLOSERS,
    DISTRIBUTED,
    LEADING_MARK,
    LONGEST_CREDIT,
    SIGNING_MARK,
    read_region,
    without_brackets,
)
from banmian.grammar.gaps import (
    AFTER_DATELINE,
    BRACKET,
    FINAL_BRACKET,
    LINE,
    Setting,
    are_plain_names,
    trimmed,
)
from banmian.grammar.lines import lines_of
from banmian.grammar.marks import PRINTERS_MARK
from banmian.grammar.names import ENDS_OF_A_CLAUSE, HAN, NEVER_IN_A_NAME, Trust, is_plainly_a_name, read_names
from banmian.grammar.outlets import is_outlet
from banmian.grammar.pictures import (
    LABELLED_PICTURE,
    PICTURE_END,
    PICTURE_LAST,
    SOURCE_IN_BRACKETS,
    SOURCE_OF_A_PICTURE,
    start_of_source,
)
from banmian.grammar.places import is_place
from banmian.grammar.roles import PRINTS, WORK
from banmian.grammar.vocabulary import common_surnames, surnames, words_like_names
from banmian.model import Byline, BylineRole, Span
from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from banmian.grammar.dateline_parts import Opening

#: a sentence is no credit; the last 。 may be (楊偉亨攝。)
SENTENCE = pattern(r"[。！？…“”‘’；](?!\Z)")
#: no credit without one of these words; every branch begins with a letter, which makes the search quick
HINT = pattern(
    r"记者|记 者|讯员|信员| 员|评论员|实习|特派|报道|报导|外电|专电|采写|采访|撰|执笔|主笔|作者"
    r"|文[ ]?[/：|丨·、&图◎●■◆\\]|文 |图[ ]?[/：|丨·、&文◎●■◆]|图 |摄|传真|供图|供稿|提供|资料|截图|互联网|网上图|图片"
    r"|法新|路透|美联|视觉中国|整理|编制|文字|口述|讲述|记录|综编|译|编写|编译|摘编|编辑|核稿|绘|制图|漫画|画[）】：/|丨 ]|原[著作][：/|丨 ]|主讲"
    r"|习生|评人|诗[/：|丨]|文字[：/|丨]|采编|航拍|片[：/|丨]|记录[：/|丨]|插画|图表"
    r"|（[文图]）|投稿|合写|合著|合撰|笔记|笔录|速记|插图|著[）】 ]*\Z|著[ ，]|辑[）】 ]*\Z|编[）】 ]*\Z|By |/[^/]{2,12}\Z|/ ?[文图译绘画]\Z|文[并与和][文图摄]|图[并与和][文图摄]|文[ ]?/\w"
    r"|讲[ ，、/]{1,2}\w{2,3}[记曲笔]|说[ ，、/]{1,2}\w{2,3}[记笔]|词[ ，、/]{1,2}\w{2,3}[记曲]|作[ ，、/]{1,2}\w{2,3}[记曲]"
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


def find_bylines(text: str) -> tuple[Byline, ...]:
    """The credits in any text: a byline, a lede, a caption, a signature, a whole article.

    Raises TypeError for anything but a string.

    >>> [byline.names for byline in find_bylines("记者王小明 通讯员 李 四")]
    [('王小明',), ('李四',)]
    >>> find_bylines("警方告訴記者王小明，事件仍待調查。")
    ()
    """
    found: list[Byline] = []
    pictures: list[Byline] = []
    above: Byline | None = None
    for start, printed, folded in lines_of(text, "find_bylines"):
        below = read_names_below(above, printed, folded) if above and folded.strip() else None
        if below is not None:
            found = [credit for credit in found if credit is not above]
            found.append(_moved(below, start))
        elif len(folded) > 2:
            whole = read_credit_line(printed, folded)
            credits = read_paragraph_credits(printed, folded) if whole is None else whole
            into = pictures if whole is None and IS_CAPTION.match(folded) else found
            into.extend(_moved(credit, start) for credit in credits)
            above = found[-1] if whole and is_an_office_alone(whole) else None
    # who took a picture is a story's credit only where the text is a caption by itself
    if not any(credit.names for credit in found):
        found = sorted(found + pictures, key=lambda credit: credit.span)
    return _each_once(found)


def is_an_office_alone(credits: Iterable[Byline]) -> bool:
    """本报记者 with nobody named, whose names may stand on the lines below."""
    alone = list(credits)
    return len(alone) == 1 and not alone[0].names and fold(alone[0].title or "").endswith(OFFICES_WITH_NAMES)


OFFICES_WITH_NAMES = ("记者", "通讯员", "实习生", "特派员")


def read_names_below(office: Byline, text: str, folded: str) -> Byline | None:
    """The credit of a line of names below an office that stands alone; ``None`` for any other line.

    >>> (office,) = read_credit_line("本报记者", "本报记者")
    >>> read_names_below(office, "王明　李小丽", "王明 李小丽").names
    ('王明', '李小丽')
    """
    start, end = trimmed(folded, 0, len(folded))
    if not 2 <= end - start <= LONGEST_ROW_OF_NAMES or not are_plain_names(folded, start, end):
        return None
    names = read_names(text, folded, start, end, Trust.NONE)
    if names is None:
        return None
    people = tuple([name.text for name in names.people])
    return evolve(office, names=people, text=text[start:end], span=Span(start, end))


LONGEST_ROW_OF_NAMES = 40

IS_CAPTION = pattern(r"[ ]*(?:[▲▼△▽■◀▶]|图[为：/一二三四五1-9]|[上下左右题]图)")


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


def read_credit_line(text: str, folded: str, head: Opening | None = None) -> tuple[Byline, ...] | None:
    """The credits that the whole line is, or ``None``: own-line bylines, signatures, picture credits.

    ``head`` is the dateline that it opens with, for a caller who knows.
    """
    if not 3 <= len(folded) <= LONGEST_LINE:
        return None
    if " " in folded[:2] and SPREAD.match(folded):
        return _spread_credits(text, folded)
    if not (HINT.search(folded) or BARE_SIGNATURE.match(folded) or _ends_in_a_signature(folded)):
        return None
    if plain := PLAIN_LINE.fullmatch(folded, 0, len(folded.rstrip(" "))):
        byline = _plain_byline(text, folded, plain)
        if byline is not None:
            return (byline,)
    if len(within := _between_stamps(folded)) < len(folded):
        start, end = within.start, within.stop
        credits = read_credit_line(text[start:end], folded[start:end])
        return tuple([_moved(credit, start) for credit in credits]) if credits else None
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
        return _credits_of_opening(text, folded, opening)
    if opening and not opening.credits and end - opening.end <= OFFICES_REACH:
        found = read_region(text, folded, opening.end, end, LINE)  # 本报讯 记者王小明
        if found and all(credit.title and credit.names for credit in found):
            return _of_the_house(found, opening)
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


def _between_stamps(folded: str) -> range:
    """The places of a line that its web edition did not set beside the credit: date, source, count of words."""
    opened = STAMPS_BEFORE.match(folded)
    start = opened.end() if opened else 0
    closed = STAMPS_BEHIND.search(folded, start)
    return range(start, closed.start() if closed else len(folded))


STAMP = (
    r"(?:[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.|年[0-9]{1,2}月)[0-9]{1,2}日?"
    r"(?:[ ]+[0-9]{1,2}：[0-9]{2}(?:：[0-9]{2})?)?(?:[ ]*(?:星期|周)[一二三四五六日天])?"
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


#: the commonest line, read in one go: 株洲日报记者 王小明 李 强, （X日报记者 王小明 整理）
PLAIN_LINE = pattern(
    rf"""
    (?:[■□◎][ ]?|（)?
    (?P<outlet>[^\W!-~]{{2,8}}(?:日报|晚报|早报|时报|新闻|商报|晨报)社?|本报|新华社|人民网)?
    (?P<title>(?:全媒体|融媒体|首席|高级|见习|实习|特约)?记者|通讯员|实习生)
    (?:[ /]|：(?=[^ ]*[ ]|[^ ]*\Z))
    (?P<names>{HAN}{{2,3}}(?:[ 、](?!整理|通讯|实习){HAN}{{2,3}}){{0,11}})
    (?<!摄)(?P<suffix>[ ]整理|[ ]?摄)?  # 王 明摄: the last character is no part of the name
    ）?
    """,
    re.VERBOSE,
)
#: characters that desks end with and names seldom do; such a line is read with care
CARE = frozenset("心闻道部组室台网社报刊馆院局厅委处时合团队司会学府体志视播端号者方位牌频料电坛构行防等员")
PLAIN_ROLES = {"记者": BylineRole.REPORTER, "讯员": BylineRole.CORRESPONDENT, "习生": BylineRole.INTERN}
PLAIN_SUFFIXES = {" 整理": BylineRole.COMPILER, " 摄": BylineRole.PHOTOGRAPHER, "摄": BylineRole.PHOTOGRAPHER}


def _plain_byline(text: str, folded: str, match: re.Match[str]) -> Byline | None:
    """The one credit of the commonest line; ``None`` if any name in it needs care."""
    if (folded[0] == "（") != (folded[match.end() - 1] == "）"):
        return None
    start, end = match.span("names")
    known, words = surnames(), words_like_names()
    names: list[str] = []
    at = start
    for name in folded[start:end].replace("、", " ").split(" "):
        if (
            name[0] not in known
            or name in words
            or name in WORK
            or name[-1] in CARE
            or NEVER_IN_A_NAME.search(name)
            or name.endswith(ENDS_OF_A_CLAUSE)
        ):
            return None
        names.append(text[at : at + len(name)])
        at += len(name) + 1
    house_at = match.start("outlet")
    title_at, title_end = match.span("title")
    suffix = match["suffix"]
    role = PLAIN_ROLES[match["title"][-2:]] if suffix is None else PLAIN_SUFFIXES[suffix]
    left = title_at if house_at < 0 else house_at
    right = end if suffix is None else match.end("suffix")
    return Byline(
        role,
        tuple(names),
        text[title_at:title_end],
        None if house_at < 0 else text[house_at:title_at],
        None,
        text[left:right],
        Span(left, right),
    )


def read_photo_credit(text: str, folded: str) -> tuple[str, tuple[Byline, ...]] | None:
    """The picture's credit at the end of a caption or on a line of its own, and who took the picture.

    >>> read_photo_credit("市民在公園。（陳曉瑩攝）", "市民在公园。（陈晓莹摄）")[0]
    '陳曉瑩攝'
    """
    has_a_picture = "摄" in folded
    if has_a_picture and (others := _pictures_before_the_last(text, folded)):
        start, found = others
        last_one = read_photo_credit(text[start:], folded[start:])
        if last_one is None:
            return None
        return last_one[0], (*found, *[_moved(credit, start) for credit in last_one[1]])
    if has_a_picture and (whose := start_of_source(folded, 0, len(folded))) is not None:
        taken = read_photo_credit(text[:whose], folded[:whose])
        if taken and taken[1]:
            begin = text.rindex(taken[0], 0, whose)
            return text[begin : len(folded.rstrip(" 。"))], taken[1]
    last = folded[-1:]
    if last in CLOSING_MARKS:
        last = folded.rstrip(" 。）】")[-1:]
    reach = max(0, len(folded) - PICTURE_REACH)
    ends_so = last in PICTURE_LAST and not (last == "日" and _is_a_bare_date(folded, reach))
    if not ((ends_so and PICTURE_END.search(folded, reach)) or LABELLED_PICTURE.search(folded, reach)):
        return None
    end = len(folded.rstrip(" 。"))
    for start, right, setting in _final_regions(folded, end):
        outer, right = trimmed(folded, start, right)
        if not DISTRIBUTED.fullmatch(folded, outer, right):
            left, right = without_brackets(folded, outer, right)
        else:
            left = outer
        source = SOURCE_OF_A_PICTURE.fullmatch(folded, left, right)
        if source is None and left > outer:
            source = SOURCE_IN_BRACKETS.fullmatch(folded, left, right)
        if source is not None:
            return text[left:right], ()
        credits = read_region(text, folded, left, right, setting)
        if credits is not None and _is_of_a_picture(credits, folded, left, right):
            return text[left:right], credits
    return None


def _is_a_bare_date(folded: str, reach: int) -> bool:
    """2021年3月25日, 星期日: the day that a picture was taken on has a word for that before it, as in 摄 7月9日."""
    before = folded[folded.rfind("日") - 1]
    return (before in DAYS) and TAKEN.search(folded, reach) is None


DAYS = frozenset("0123456789〇零一二三四五六七八九十廿卅期")
TAKEN = pattern(r"[摄影拍真供自图]")


def _pictures_before_the_last(text: str, folded: str) -> tuple[int, tuple[Byline, ...]] | None:
    """图①：……。X摄 图②：……。Y摄: where the last picture's text begins, and who took those before it."""
    if "摄" not in folded:
        return None
    starts = [match.end() for match in NEXT_PICTURE.finditer(folded)]
    if not starts or len(starts) > MOST_PICTURES:
        return None
    found: list[Byline] = []
    for left, right in pairwise([0, *starts]):
        one = folded[left:right].rstrip(" ；，")
        credit = read_photo_credit(text[left : left + len(one)], one)
        found += [_moved(taken, left) for taken in credit[1]] if credit else []
    return (starts[-1], tuple(found)) if found else None


#: a mark, 图② or 右图 behind the credit of the picture before
NEXT_PICTURE = pattern(
    r"(?:(?<=[摄影真）。；，])|(?<=供图))[ ]*"
    r"(?=图[ ]?[①-⑳一二三四五六七八九十0-9]|[上下左右中前后]图(?!书|片)|[①-⑳]|[▲▼△▽◀▶◤◢])"
)
MOST_PICTURES = 12


def read_paragraph_credits(text: str, folded: str, head: Opening | None = None) -> tuple[Byline, ...]:
    """The credits where a paragraph may have them: at its head, and in its last characters.

    ``head`` is the dateline that it opens with, for a caller who knows.

    >>> read_paragraph_credits("本报讯（记者王小明）近日", "本报讯（记者王小明）近日")[0].names
    ('王小明',)
    """
    if " " in folded[:2] and SPREAD.match(folded):
        return ()
    if len(folded) <= LONGEST_LINE and (plain := PLAIN_LINE.fullmatch(folded, 0, len(folded.rstrip(" ")))):
        byline = _plain_byline(text, folded, plain)
        if byline is not None:
            return (byline,)
    if others := _pictures_before_the_last(text, folded):
        start, before = others
        after = read_paragraph_credits(text[start:], folded[start:])
        return (*before, *[_moved(credit, start) for credit in after])
    if (source := start_of_source(folded, 0, len(folded))) is not None:
        text, folded, head = text[:source], folded[:source], None
    found: tuple[Byline, ...] = ()
    if HEAD_HINT.search(folded, 0, HEAD_STARTS_WITHIN):
        found = _credits_at_the_head(text, folded, head)
    end = len(folded.rstrip())
    if _may_end_with_a_credit(folded, end):
        last = found[-1].span.end if found else 0
        found += tuple([credit for credit in _credits_at_the_end(text, folded) if credit.span.start >= last])
    return found


def _may_end_with_a_credit(folded: str, end: int) -> bool:
    """Most paragraphs end with 。 after no 摄, and need no closer look."""
    last = folded[end - 1 : end]
    if last in ("）", "】"):
        start = folded.rfind("（" if last == "）" else "【", max(0, end - LONGEST_CREDIT), end)
        return start >= 0 and (
            end - start <= LONGEST_BARE_SIGNATURE or HINT.search(folded, start, end) is not None
        )
    if last == "。":
        return folded[end - 2 : end - 1] in ("摄", "影") or folded[end - 3 : end - 1] == "摄）"
    if not last or last in "！？”…；：，、’—":
        return False
    if HINT.search(folded, max(0, end - TAIL_HINT_REACH), end) is not None:
        return True
    if last in "0123456789":
        return STAMP_OF_THE_AGENCY.search(folded, max(0, end - 10), end) is not None
    tail = folded[max(0, end - 6) : end]
    return "□" in tail or "■" in tail or "◎" in tail


HEAD_HINT = pattern(
    r"记[ ]?者|讯[ ]?[（】]|电[ ]?[（】]|专电|报[道导]|编译|外电|特派|通讯员|评论员|实习生"
    r"|（[^（）【】]{0,40}(?:整理|撰稿|执笔|作者)|【[^（）【】]{0,40}(?:整理|撰稿|执笔|作者)"
)
#: a credit begins at once; with its people it may be longer
HEAD_STARTS_WITHIN = 60
HEAD_REACH = 140
TAIL_REACH = 140
TAIL_HINT_REACH = 80
#: （惠晓霜、王小明）: names and no word of office
LONGEST_BARE_SIGNATURE = 18
PICTURE_REACH = 64
CLOSING_MARKS = frozenset(" 。）】")
#: 2026/05/15 12:35 before a credit on the web
TIME_STAMP = pattern(
    r"[ ]*(?:发[布稿]?时间：?)?[0-9]{4}[-/年.][0-9]{1,2}[-/月.][0-9]{1,2}日?"
    r"(?:[ ]+[0-9]{1,2}：[0-9]{2}(?:：[0-9]{2})?)?[ ]*"
)
#: 記者王小明／台北報導 ends with its verb, and the story follows after a space or a colon
REPORTED = pattern(r"(?:报[道导]|特稿|专访|外电|专电)(?=[ ：，。]|\Z)")
#: …報導 without a space: 記者N報道 and then the story's colon
BRACKET_AT_HEAD = pattern(r"[ ]*(?:[^ ，。（【]{2,10}[ ]?)?([（【])")
STAMP_OF_THE_AGENCY = pattern(r"[ ]*[0-9]{5,8}[ ]*\Z")
LAST_SENTENCE_END = pattern(r"[。！？…”’」』）】]")
STARTS_OF_A_TAIL = pattern(rf"(?<=[。！？…”’）】])|(?<=，)(?={HAN}{{2,4}}摄\Z)|[■□◆◇●◎▲▼]|[ ]+")
MOST_STARTS = 12


def _credits_at_the_head(text: str, folded: str, head: Opening | None) -> tuple[Byline, ...]:
    stamp = TIME_STAMP.match(folded)
    start = stamp.end() if stamp else 0
    opening = head if head and not stamp else datelines.read_opening(text, folded, start)
    if opening:
        found = _credits_of_opening(text, folded, opening)
        if found or opening.credits:
            return found
        start = opening.end
        if folded[start : start + 1] in (" ", "，", "："):
            start += 1
        setting = AFTER_DATELINE
    else:
        setting = LINE
        bracket = BRACKET_AT_HEAD.match(folded, start)
        if bracket:
            left = bracket.start(1)
            right = folded.find(CLOSERS[bracket[1]], left, left + LONGEST_CREDIT)
            if right > 0:
                inside = read_region(text, folded, start, right + 1, BRACKET)
                if inside:
                    return inside
                # ［台灣新聞雲］記者劉至程/花蓮報導: only the outlet is in brackets
                if not is_outlet(folded[left + 1 : right]):
                    return ()
            else:
                return ()
    limit = min(len(folded), start + HEAD_REACH)
    for verb in REPORTED.finditer(folded, start, limit):
        if SENTENCE.search(folded, start, verb.start()):
            return ()
        found_here = read_region(text, folded, start, verb.end(), setting)
        if folded.startswith("，", verb.end()) and not any(credit.names for credit in found_here or ()):
            continue  # 路透社报道，……: a sentence
        # after a dateline only people with an office are credited: 本报讯 外电报道 names none
        named = folded.startswith("：", verb.end()) and all(credit.names for credit in found_here or ())
        if found_here and (setting is LINE or named or all(credit.title for credit in found_here)):
            return _of_the_house(found_here, opening)
    found = _credits_of_the_first_sentence(text, folded, start)
    if not found and opening:
        found = _credits_before_a_blank(text, folded, start)
    return _of_the_house(found, opening)


def _credits_of_the_first_sentence(text: str, folded: str, start: int) -> tuple[Byline, ...]:
    """本报记者王明昨日从市公安局获悉，……: who gathers the news in a story's first words wrote it."""
    opened = GATHERS_NEWS.match(folded, start)
    if opened is None or HEARS.search(folded, opened.end(), opened.end() + LONGEST_CLAUSE) is None:
        return ()
    if not all(_begins_a_story(name) for name in opened["names"].replace("、", " ").split()):
        return ()
    return read_region(text, folded, start, opened.end(), LINE) or ()


def _begins_a_story(folded: str) -> bool:
    """王小明, but no word that opens a clause: 连日, 曾多次, 于北京."""
    if folded[0] not in common_surnames() or folded[0] in BEGIN_A_CLAUSE or not is_plainly_a_name(folded):
        return False
    return ENDS_LIKE_A_TIME.search(folded) is None and not is_place(folded[1:])


#: when, or where from: 记者王明 and one of these
WHEN = "今[日天晨早晚]|昨[日天晨夜晚]|前[日天晚]|[日近]前|近[日期]|刚刚|刚|[0-9]{1,2}[日号]|上午|下午|清晨|凌晨|傍晚"
GATHERS_NEWS = pattern(
    rf"[ ]*(?:{HAN}{{2,14}}?)?记者[ ]?(?P<names>{HAN}{{2,3}}?(?:[ 、]{HAN}{{2,3}}?){{0,4}}?)(?=[ ]?(?:{WHEN})|[从自][^ ，。]{{2}})"
)
#: what tells that somebody gathers news
HEARS = pattern(
    r"获悉|得知|了解到|获知|看到|见到|听到|注意到|发现[，：]?|采访了?|走访|探访|专访|发回|报道|目击"
)
LONGEST_CLAUSE = 40
#: everyday surnames that also open a clause: 记者从市公安局, 记者曾多次在, 记者连日
BEGIN_A_CLAUSE = frozenset("从于向和应时经由连曾常单陆")
ENDS_LIKE_A_TIME = pattern(r"[日天晨晚年月时]\Z")


def _credits_before_a_blank(text: str, folded: str, start: int) -> tuple[Byline, ...]:
    """本报讯 记者王小明 通讯员李大华 昨日，……: the longest row of offices and names after a dateline."""
    office = OFFICE_AT_HEAD.match(folded, start)
    if office is None:
        return ()
    blanks = [match.start() for match in BLANK.finditer(folded, office.end(), start + OFFICES_REACH)]
    for blank in reversed(blanks):
        found = read_region(text, folded, start, blank, LINE)
        if found and all(credit.title and credit.names for credit in found):
            return found
    return ()


OFFICE_AT_HEAD = pattern(r"[^ ，。]{0,10}(?:记者|通讯员)")
BLANK = pattern(r"(?<=[^ ])[ ]")
OFFICES_REACH = 50


def _credits_of_opening(text: str, folded: str, opening: Opening) -> tuple[Byline, ...]:
    """The people of a dateline, in its bracket or the next; its agency is theirs."""
    found: list[Byline] = []
    for left, right in opening.credits:
        found.extend(read_region(text, folded, left, right, AFTER_DATELINE) or ())
    return _of_the_house(found, opening)


def _of_the_house(credits: Iterable[Byline], opening: Opening | None) -> tuple[Byline, ...]:
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


def _credits_at_the_end(text: str, folded: str) -> tuple[Byline, ...]:
    closing = datelines.read_closing(text, folded)
    if closing:
        return _credits_of_opening(text, folded, closing)
    end = len(folded.rstrip())
    if folded[end - 3 : end] == "摄）。":
        end -= 1
    if stamp := STAMP_OF_THE_AGENCY.search(folded, max(0, end - 10), end):
        end = stamp.start()
    for start, right, setting in _final_regions(folded, end):
        found = read_region(text, folded, start, right, setting)
        if found is not None:
            return found
    return ()


def _final_regions(folded: str, end: int) -> Iterator[tuple[int, int, Setting]]:
    """Where a credit may stand that ends at ``end``: the last bracket, then what follows each break."""
    if folded[end - 1 : end] in ("）", "】"):
        opener = "（" if folded[end - 1] == "）" else "【"
        start = folded.rfind(opener, max(0, end - LONGEST_CREDIT), end)
        if start < 0:
            return
        # a name by itself closes a story only after its last sentence
        before = folded[:start].rstrip()[-1:] if start else ""
        closes = before in ("", "。", "！", "？", "”", "…", "’")
        # 新华社发（N 摄）: the agency stands before the bracket
        lead = AGENCY_BEFORE_BRACKET.search(folded, max(0, start - 16), start)
        if lead:
            yield lead.start(), end, BRACKET
        yield start, end, FINAL_BRACKET if closes else BRACKET
        return
    if signed := SIGNED.search(folded, max(0, end - 6), end):  # ……。□王小明
        yield signed.start("name"), end, SIGNED_NAME
        return
    first = max(0, end - TAIL_REACH)
    sentence_ends = [match.end() for match in LAST_SENTENCE_END.finditer(folded, first, end - 1)]
    if sentence_ends:
        first = sentence_ends[-1]
    yield first, end, BRACKET if LEADING_MARK.match(folded, first, end) else LINE
    starts = [match.end() for match in STARTS_OF_A_TAIL.finditer(folded, first + 1, end)]
    for start in starts[-MOST_STARTS:]:
        # 接受本报记者 X 采访: what follows an office is not all of a credit
        if not folded.endswith(OFFICES_AT_END, max(0, start - 6), start):
            yield start, end, LINE


#: a name behind a mark that signs closes a text
SIGNED = pattern(rf"[■□◎][ ]?(?P<name>{HAN}{{2,3}}|{HAN}[ ]{HAN})\Z")
SIGNED_NAME = Setting(Trust.SOME, enclosed=True, bare_names=True, signed=True)
OFFICES_AT_END = ("记者 ", "通讯员 ", "实习生 ", "评论员 ", "特派员 ")
AGENCY_BEFORE_BRACKET = pattern(r"(?:新华社|中新社|中央社|本报|记者)[发]?[ ]?\Z")


def _is_of_a_picture(credits: tuple[Byline, ...], folded: str, start: int, end: int) -> bool:
    if credits:
        return any(credit.role is BylineRole.PHOTOGRAPHER for credit in credits)
    return True


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


def _moved(byline: Byline, by: int) -> Byline:
    return evolve(byline, span=Span(byline.span.start + by, byline.span.end + by))


def _each_once(credits: Iterable[Byline]) -> tuple[Byline, ...]:
    kept: dict[object, Byline] = {}
    for credit in credits:
        kept.setdefault((credit.role, credit.names, credit.title, credit.affiliation), credit)
    return tuple(kept.values())
