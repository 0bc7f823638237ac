"""Bylines and credits (署名): who wrote, translated, photographed, and for whom.

A credit is a chain of words of office (记者, 通讯员), labels (文/, 摄影：) and suffixes (摄, 整理, ／台北報導)
with names between them. A region of print, a line, a bracket, the end of a caption, is a credit only
if the chain explains all of it: a reporter in a sentence (警方告訴記者王小明) leaves words over, and so is
none. Matching is done on the folded print, values are quoted from the print.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, frozen

from banmian.grammar import dateline as datelines
from banmian.grammar.dates import DATE, NUMERAL
from banmian.grammar.names import (
    HAN,
    NEVER_IN_A_NAME,
    Name,
    Names,
    Trust,
    is_plainly_a_name,
    read_names,
    split_name_and_place,
)
from banmian.grammar.outlets import glued_outlet, is_outlet
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
VERB_ADVERBS = (
    r"(?:综合|即时|连线|独家|专题|采访|外电|现场|联合|特别|深度|编译|摄影|专案|整理|图文|调查|越洋|电话)"
)
#: what closes a report's credit, with the day it was wired on, if printed: ／台北報導, 台北6日電, 綜合外電
REPORT = rf"""
    (?P<date>{DATE})?[ ]?
    (?P<verb> {VERB_ADVERBS}{{0,3}}(?:报道|报导)
            | (?:综合|编译)?外电(?:整理)? | (?<=日)(?:专电|特电|专讯|电|讯) | 专电
            | (?<=/)[ ]?(?:综合|连线)?(?:特稿|专访|分析|整理|特写|专题) )
    (?=[ ]*(?:\Z|[：，；、。）】]|[ ]))
"""
#: 王小明 文: of one character, and so part of a name unless they stand apart
SHORT_SUFFIXES = [suffix for suffix in SUFFIXES if len(suffix) == 1]
LONG_SUFFIXES = [suffix for suffix in SUFFIXES if len(suffix) > 1]
#: a word of office begins with one of these; other characters are passed over quickly
FIRST_OF_A_TOKEN = "".join(
    sorted(
        {
            word[0]
            for words in (
                OFFICES,
                LABELS,
                SUFFIXES,
                RANKS.split("|"),
                NO_BYLINES.split("|"),
                SUFFIXES_WITHOUT_BYLINE.split("|"),
            )
            for word in words
        }
        | set("驻文图撰采记通本版全A发综即连独专外现联特深编摄整调越电报分元")
    )
)
TOKEN = re.compile(
    rf"""
    (?=[{FIRST_OF_A_TOKEN}]|{NUMERAL}|(?<=/)[ ])(?:
    (?P<report>{REPORT})
  | (?P<suffix>(?:{BOTH}|{_any_of(LONG_SUFFIXES)}|摄|{SUFFIXES_WITHOUT_BYLINE}
                 | (?<=[ ])(?:{_any_of(SHORT_SUFFIXES)}) | (?<={HAN})[译辑绘](?=\Z|）)){END_OF_PART}(?!{COLON}[ ]*\S))
  | (?P<posted>发自[ ]?(?P<posting>[\w、]{{2,10}}?)(?:报道|报导)?)(?=[ ]*(?:\Z|[；。）】]))
  | (?P<both>{BOTH})(?:{COLON}|[ ]|(?<=/[文图])(?={HAN}))
  | (?P<page>(?:{NO_BYLINES}))(?:{COLON}|[ ])
  | (?P<office>(?:驻(?!外记){HAN}{{1,6}}?)?(?:{RANKS}){{0,3}}记[ ]?者
             | (?:驻{HAN}{{1,6}}?)?(?:{RANKS}){{0,3}}(?:通[ ]{{1,2}}讯[ ]{{1,2}}员|{_any_of(OFFICES)}))(?:{COLON})?
  | (?P<label>(?<!{HAN})(?:本文|本版|全文)?(?:AI)?(?:{_any_of(LABELS)}))(?:{COLON}|·|(?<![ 、/：者员生]{HAN}[ ]{HAN})[ ](?={HAN}))
  | (?P<glued>(?<={HAN})(?:制图|绘图|摄影|图片)){COLON}
    )""",
    re.VERBOSE,
)
#: marks before a signature; 口 is what OCR makes of □
MARKS = "■□◆◇●○◎⊙☉▲△★☆▼▽►▶※〇▇█▪◼"
LEADING_MARK = re.compile(
    rf"[ ]*(?:[{MARKS}]+|口(?=[ ]?(?:本报|本刊|新华社|记者|通讯员|特约|{HAN}{{2,4}}\Z)))[ ]*"
)
#: only these mark a signature by itself
SIGNING_MARK = re.compile(r"[ ]*[■□◎⊙☉口][ ]*")
#: a sentence is no credit; the last 。 may be (楊偉亨攝。)
SENTENCE = re.compile(r"[。！？…“”‘’；](?!\Z)")
#: 會上, 獲悉: a sentence without its marks
CLAUSE = re.compile(r"会上|获悉|了解到|表示|指出|提问|回答|告诉|介绍")
#: no credit without one of these words; every branch begins with a letter, which makes the search quick
HINT = re.compile(
    r"记者|记 者|讯员|信员| 员|评论员|实习|特派|译|文[ ]?[/：|丨·、&图]|文 |图[ ]?[/：|丨·、&文]|图 |摄|报道|报导|外电|专电|整理|口述|讲述|执笔|主笔|作者|撰|采写|采访"
    r"|供图|供稿|提供|辑[）】 ]*\Z|编[）】 ]*\Z|绘|画[）】： ]|编写|摘编|编译|制图|漫画|传真|By |编辑|核稿|资料|法新|路透|美联|截图|互联网|网上图|视觉中国|图片"
    r"|/[^/]{2,6}\Z"
)
#: or a mark or a short bracket: ■ 王小明, （惠晓霜）
BARE_SIGNATURE = re.compile(r"[ ]*(?:[■□◎⊙☉口]|（[^（）【】]{2,16}）[ ]*\Z)")
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
        if len(line) > 2:
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
    if not 3 <= len(folded) <= LONGEST_LINE or not (HINT.search(folded) or BARE_SIGNATURE.match(folded)):
        return None
    if plain := PLAIN_LINE.fullmatch(folded):
        byline = _plain_byline(text, folded, plain)
        if byline is not None:
            return (byline,)
    start, end = _trimmed(folded, 0, len(folded))
    if start == end or (SENTENCE.search(folded, start, end) and "；" not in folded):
        return None
    if folded[start] in "Bb" and (english := BYLINE_IN_ENGLISH.match(folded)):
        return (_english_byline(text, english),)
    opening = datelines.read_opening(text, folded) if datelines.HINT.search(folded) else None
    if opening and opening.credits and not folded[opening.end :].strip(" 。"):
        return _credits_of_opening(text, folded, opening)
    marked = LEADING_MARK.match(folded, start, end)
    signing = SIGNING_MARK.match(folded, start, end) is not None
    if marked:
        start = marked.end()
    bracketed = folded[start : start + 1] in ("（", "【") and folded[end - 1] in "）】"
    if PICTURE_END.search(folded) or LABELLED_PICTURE.search(folded):
        inner = _without_brackets(folded, start, end)
        if SOURCE_OF_A_PICTURE.fullmatch(folded, *inner) or (
            bracketed and SOURCE_IN_BRACKETS.fullmatch(folded, *inner)
        ):
            return ()
    setting = FINAL_BRACKET if bracketed else BRACKET if marked else LINE
    if signing and not bracketed:
        setting = Setting(Trust.SOME, enclosed=True, bare_names=True)
    return read_region(text, folded, start, end, setting)


#: the commonest line, read in one go: 株洲日报记者 王小明 李 强, （X日报记者 王小明 整理）
PLAIN_LINE = re.compile(
    rf"""
    (?:[■□◎][ ]?|（)?
    (?P<outlet>[^\W!-~]{{2,8}}(?:日报|晚报|早报|时报|新闻|商报|晨报)社?|本报|新华社|人民网)?
    (?P<title>(?:全媒体|融媒体|首席|高级|见习|实习|特约|摄影)?记者|通讯员|实习生)
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
    if (folded[0] == "（") != (folded[-1] == "）"):
        return None
    start, end = match.span("names")
    known, words = surnames(), words_like_names()
    names: list[str] = []
    at = start
    for name in folded[start:end].replace("、", " ").split(" "):
        if name[0] not in known or name in words or name[-1] in CARE or NEVER_IN_A_NAME.search(name):
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
    last = folded[-1:]
    if last in CLOSING_MARKS:
        last = folded.rstrip(" 。）】")[-1:]
    reach = max(0, len(folded) - PICTURE_REACH)
    if not (
        (last in PICTURE_LAST and PICTURE_END.search(folded, reach)) or LABELLED_PICTURE.search(folded, reach)
    ):
        return None
    end = len(folded.rstrip(" 。"))
    for start, right, setting in _final_regions(folded, end):
        outer, right = _trimmed(folded, start, right)
        if not DISTRIBUTED.fullmatch(folded, outer, right):
            left, right = _without_brackets(folded, outer, right)
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


def read_paragraph_credits(text: str, folded: str) -> tuple[Byline, ...]:
    """The credits where a paragraph may have them: at its head, and in its last characters.

    >>> read_paragraph_credits("本报讯（记者王小明）近日", "本报讯（记者王小明）近日")[0].names
    ('王小明',)
    """
    found: tuple[Byline, ...] = ()
    if HEAD_HINT.search(folded, 0, HEAD_STARTS_WITHIN):
        found = _credits_at_the_head(text, folded)
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
        return folded[end - 2 : end - 1] in ("摄", "影")
    if not last or last in "！？”…；：，、’—":
        return False
    return HINT.search(folded, max(0, end - TAIL_HINT_REACH), end) is not None or last in "0123456789"


# ---------------------------------------------------------------- where credits stand

HEAD_HINT = re.compile(
    r"记[ ]?者|专电|报[道导]|编译|外电|特派|通讯员|评论员|实习生|[（【][^（）【】]{0,40}(?:整理|撰稿|执笔|作者)"
)
#: a credit begins at once; with its people it may be longer
HEAD_STARTS_WITHIN = 60
HEAD_REACH = 140
TAIL_REACH = 140
TAIL_HINT_REACH = 80
#: （惠晓霜、王小明）: names and no word of office
LONGEST_BARE_SIGNATURE = 18
#: a picture's credit ends with one of these, brackets and all, or begins with a label
PICTURE_END = re.compile(
    r"(?:摄影?|影像|供图|提供|传真|报道|图片|照片|资料|截图|图表?|网络|互联网|档案|新华社|法新社?|路透社?|美联社?|彭博社?|欧新社?|共同社|韩联社|视觉中国"
    r"|AFP|AP|Reuters|Images?|IC|ic|CFP|授权|授权使用|惠供|文|日)[）】 。]*\Z"
)
PICTURE_LAST = frozenset("摄影像图供真道片料络网案社新透联国PsecC权用文日")
LABELLED_PICTURE = re.compile(
    r"图片?[ ]?[/：|丨·]|图 |摄影?[ ]?[/：|丨·]|摄影 |摄自|截自|取自|撷自|拍自|摘自"
)
PICTURE_REACH = 64
CLOSING_MARKS = frozenset(" 。）】")
#: 2026/05/15 12:35 before a credit on the web
TIME_STAMP = re.compile(
    r"[ ]*(?:发[布稿]?时间：?)?[0-9]{4}[-/年.][0-9]{1,2}[-/月.][0-9]{1,2}日?(?:[ ]+[0-9]{1,2}：[0-9]{2}(?:：[0-9]{2})?)?[ ]*"
)
#: 記者王小明／台北報導 ends with its verb, and the story follows after a space or a colon
REPORTED = re.compile(r"(?:报[道导]|特稿|专访|外电|专电)(?=[ ：，。]|\Z)")
#: …報導 without a space: 記者N報道 and then the story's colon
BRACKET_AT_HEAD = re.compile(r"[ ]*(?:[^ ，。（【]{2,10}[ ]?)?([（【])")
STAMP_OF_THE_AGENCY = re.compile(r"[ ]*[0-9]{5,8}[ ]*\Z")
LAST_SENTENCE_END = re.compile(r"[。！？…”’」』）】]")
STARTS_OF_A_TAIL = re.compile(r"(?<=[。！？…”’）】])|[■□◆◇●◎▲▼]|[ ]+")
MOST_STARTS = 12
AGENCY = (
    "新华社|中新社|中央社|法新社?|路透社?|美联社?|彭博社?|欧新社?|共同社|时事社|韩联社|塔斯社|德新社|视觉中国|东方[iI][cC]|"
    "达志影像|Getty ?Images?|AFP|AP|Reuters|CFP|CNSPHOTO"
)
GIVER = "受访者|受访单位|受访企业|采访对象|当事人|主办方|主办单位|承办方|作者|本人|家属|家人|读者|网友|市民|通讯员|业者|店家|品牌|品牌方|片方|剧组|警方|校方|院方|官方|企业|单位|球会|机构"
#: whose picture it is, when no person is named: 受访者供图, 資料圖片, 新华社/法新
SOURCE_OF_A_PICTURE = re.compile(
    rf"""
    (?:图片?[：/]?|相片?[：/]?|照片[：/]?|图片来源[：/]|来源[：/]|图[片源][：/]?|本版图片?)?[ ]?(?:除署名外)?(?:均)?(?:由|为)?
    (?: (?:{AGENCY})(?:[/、及 ][ ]?(?:{AGENCY}|发|图))?(?:[发图]|照片|图片|资料照片|资料图片|供图|提供|传真照片)?
      | \w{{0,16}}?(?:资料图片|资料照片?|资料图|档案照片?|档案图片|网上图片|网络图片|网路图片|网络截图|网图|设计图片|示意图
          |效果图|电视截图|视频截图|影片截图|萤幕截图|截图|互联网|本报图片|本报制图)
      | [\w·、《》]{{2,20}}?供图 | (?:{GIVER})(?:提供|图片|授权使用|翻摄|摄)
)
    """,
    re.VERBOSE,
)
#: in brackets more is a source: （圖由屏東縣政府提供）, （翻攝自網路）
SOURCE_IN_BRACKETS = re.compile(
    r"""
    (?:图片?|照片|相片)?[ ]?[：/]?[ ]?(?:均|皆)?由?
    (?: [\w·、《》 ]{2,24}?(?:供图|提供|图片|照片|授权|惠供|影像|翻摄)
      | (?:翻摄|翻拍|取|撷取|撷|截|摘|拍摄)自[\w·. ]{2,24}
      | 资料 | 档案 | 组图 | 附图片? | 网络 )
    """,
    re.VERBOSE,
)


def _credits_at_the_head(text: str, folded: str) -> tuple[Byline, ...]:
    stamp = TIME_STAMP.match(folded)
    start = stamp.end() if stamp else 0
    opening = datelines.read_opening(text, folded, start)
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
        # after a dateline only people with an office are credited: 本报讯 外电报道 names none
        if found_here and (setting is LINE or all(credit.title for credit in found_here)):
            return found_here
    return ()


CLOSERS = {"（": "）", "【": "】"}


def _credits_of_opening(text: str, folded: str, opening: datelines.Opening) -> tuple[Byline, ...]:
    """The people of a dateline, in its bracket or the next; its agency is theirs."""
    found: list[Byline] = []
    agency = opening.dateline.agency
    for left, right in opening.credits:
        for credit in read_region(text, folded, left, right, AFTER_DATELINE) or ():
            own = credit.affiliation is not None or credit.role is not BylineRole.REPORTER
            found.append(credit if own else evolve(credit, affiliation=agency))
    return tuple(found)


def _credits_at_the_end(text: str, folded: str) -> tuple[Byline, ...]:
    closing = datelines.read_closing(text, folded)
    if closing:
        return _credits_of_opening(text, folded, closing)
    end = len(folded.rstrip())
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
    first = max(0, end - TAIL_REACH)
    sentence_ends = [match.end() for match in LAST_SENTENCE_END.finditer(folded, first, end - 1)]
    if sentence_ends:
        first = sentence_ends[-1]
    yield first, end, BRACKET if LEADING_MARK.match(folded, first, end) else LINE
    starts = [match.end() for match in STARTS_OF_A_TAIL.finditer(folded, first + 1, end)]
    for start in starts[-MOST_STARTS:]:
        yield start, end, LINE


AGENCY_BEFORE_BRACKET = re.compile(r"(?:新华社|中新社|中央社|本报|记者)[发]?[ ]?\Z")


def _is_of_a_picture(credits: tuple[Byline, ...], folded: str, start: int, end: int) -> bool:
    if credits:
        return any(credit.role is BylineRole.PHOTOGRAPHER for credit in credits)
    return True


# ---------------------------------------------------------------- one region of print


class _Part(NamedTuple):
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


class _Gap(NamedTuple):
    """What stands between two words of office."""

    names: Names = Names()
    outlet: str | None = None
    outlet_start: int = -1
    place: str | None = None
    start: int = 0
    end: int = 0
    title: str | None = None


EMPTY = Names()
LATIN_NAME = re.compile(r"[A-Z][a-z.'’-]+\Z")
TRIM = " 、，；/|：·—丨。&"
FIELD_MARK = re.compile(r"[/|—丨]+")
PICTURES_BEGIN = frozenset("本以文上下左右资（中图照相摄由")
PICTURES_BY = re.compile(
    r"(?:本版|本组|以上|文中|上图|下图|左图|右图|资料|[（]?[上下左右中][）]?)?(?:图片|照片|相片|图|摄影)?[ ]?(?:除署名外)?[ ]?(?:均|皆|都)?由(?=[^ ])"
    r"|(?:本版|本组)(?:图片|照片|摄影)[ ]?[：/]?[ ]?"
)
DATE_AFTER_PICTURE = re.compile(rf"(?<=[摄真供])[ ]+{DATE}\Z")
OUTLET_THEN_BRACKET = re.compile(r"(?P<outlet>[^【】（）]{2,14}?)[ ]?[【（](?P<inside>[^【】]+)[】）]\Z")
BRACKETED_OUTLET = re.compile(r"[【（](?P<outlet>[^【】（）]{2,14})[】）][ ]?")
#: 新华社发（N 摄）
DISTRIBUTED = re.compile(r"(?P<outlet>新华社|中新社|中央社|本报)(?:记者)?发?[ ]?（(?P<inside>[^（）]+)）\Z")
#: a job's last word, before a name that is glued to it: 党总支书记罗嵘
JOB = re.compile(
    r"(?:书记|主任|局长|镇长|县长|市长|乡长|村长|区长|处长|科长|所长|院长|校长|教师|老师|教授|医生|主席|会长|委员|支书|干部|社长|经理|董事长|队长|馆长|代表)"
)
WEAK_SUFFIX = frozenset(
    {
        "整理",
        "译",
        "辑",
        "编",
        "文",
        "图",
        "画",
        "绘",
        "撰",
        "讲述",
        "口述",
        "翻译",
        "编写",
        "采访",
        "漫画",
        "传真",
        "采访整理",
        "编译",
    }
)


def read_region(text: str, folded: str, start: int, end: int, setting: Setting) -> tuple[Byline, ...] | None:
    """The credits that ``folded[start:end]`` is, or ``None`` if anything is left over.

    Empty if it is a credit that names nobody who counts: 受访者供图.
    """
    start, end = _trimmed(folded, start, end)
    if end - start > LONGEST_CREDIT:
        return None
    if folded[end - 1 : end] in ("日", "号") and (date := DATE_AFTER_PICTURE.search(folded, start, end)):
        end = date.start()
    house: str | None = None
    if marked := LEADING_MARK.match(folded, start, end):
        start = marked.end()
    bracketed = folded[end - 1 : end] in ("）", "】")
    if bracketed and (distributed := DISTRIBUTED.fullmatch(folded, start, end)):
        house = text[slice(*distributed.span("outlet"))]
        start, end = distributed.span("inside")
        setting = evolve(setting, enclosed=True)
    elif bracketed and (
        plated := OUTLET_THEN_BRACKET.fullmatch(folded, start, end)
    ):  # 中國時報【N╱宜蘭報導】
        if not is_outlet(plated["outlet"]):
            return None
        house = text[slice(*plated.span("outlet"))]
        start, end = plated.span("inside")
        setting = evolve(setting, enclosed=True)
    elif folded[start : start + 1] in CLOSERS:
        outlet = BRACKETED_OUTLET.match(folded, start, end)
        if outlet and outlet.end() < end and is_outlet(outlet["outlet"]):
            house = text[slice(*outlet.span("outlet"))]
            start = outlet.end()
        start, end = _without_brackets(folded, start, end)
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
    return tuple(found) if found or recognised else None


def _says_nothing(part: _Part) -> bool:
    """記者 alone, or 美國記者: an office without a name or a house is no credit."""
    nobody = not (part.names.people or part.names.desks or part.names.unresolved)
    return nobody and part.outlet is None and not part.reported and part.suffix is None and part.label != ()


def _without_brackets(folded: str, start: int, end: int) -> tuple[int, int]:
    """Inside the brackets, where one pair encloses all."""
    while (
        end - start > 2
        and folded[start] in CLOSERS
        and folded.find(CLOSERS[folded[start]], start, end) == end - 1
    ):
        start, end = _trimmed(folded, start + 1, end - 1)
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


def _read_chain(text: str, folded: str, start: int, end: int, setting: Setting) -> list[_Part] | None:
    """Words of office, labels and suffixes with the names between them; ``None`` if more stands there."""
    tokens = list(TOKEN.finditer(folded, start, end))
    if not tokens:
        return _read_bare(text, folded, start, end, setting)
    if len(tokens) > 24:
        return None
    parts: list[_Part] = []
    current: _Part | None = None
    at = start
    for token in tokens:
        kind = token.lastgroup
        if (
            kind == "suffix"
            and token.start() == at
            and (current is None or not current.names.people)
            and BOTH_SUFFIX.fullmatch(token[0])
        ):
            kind = "both"  # 文/图 X: before the names
        if kind in ("report", "suffix", "posted"):
            done = _close_with_suffix(text, folded, at, token, current, setting)
            if done is None:
                return None
            parts.append(done)
            current = None
        else:
            gap = _read_gap(text, folded, at, token.start(), current, setting, outlet_last=True)
            if gap is None:
                return None
            if current is None:
                current = _begin(text, token, gap, kind)
                if current is None:
                    return None
            else:
                finished, current = _continue(text, token, gap, kind, current)
                if finished:
                    parts.append(finished)
        at = token.end()
    gap = _read_gap(text, folded, at, end, current, setting, final=True)
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


def _begin(text: str, token: re.Match[str], gap: _Gap, kind: str | None) -> _Part | None:
    """A new credit; names before the word of office belong to it: 范麗玉記者."""
    names = gap.names
    if (names.people or names.unresolved) and kind != "office":
        return None
    start = gap.outlet_start if gap.outlet is not None else gap.start if names.people else token.start()
    part = _part_of(text, token, kind, start)
    return part._replace(
        outlet=gap.outlet, place=gap.place or part.place, names=names, names_first=bool(names.people)
    )


def _continue(
    text: str, token: re.Match[str], gap: _Gap, kind: str | None, current: _Part
) -> tuple[_Part | None, _Part]:
    """The next word of office ends the credit before, unless they are said of one person: 文/记者X."""
    nobody = not (gap.names.people or gap.names.desks or gap.names.unresolved)
    start = gap.outlet_start if gap.outlet is not None else token.start()
    following = _part_of(text, token, kind, start)
    if nobody and not current.names_first:
        if current.label is not None and following.office is not None:  # 文/本报记者 X
            return None, following._replace(label=current.label, start=current.start, outlet=gap.outlet)
        if current.office is not None and following.label is not None:  # 本报记者 文/图 X
            return None, current._replace(label=following.label, end=following.end)
        if current.label is not None and following.label is not None and current.names == EMPTY:
            return None, following._replace(label=current.label + following.label, start=current.start)
    finished = current if current.names_first else _with_gap(current, gap)
    outlet = gap.outlet
    label = following.label
    if following.office is not None and current.label is not None and label is None:
        label = current.label  # 图/记者A 通讯员B
    return finished, following._replace(outlet=outlet, label=label)


def _part_of(text: str, token: re.Match[str], kind: str | None, start: int) -> _Part:
    if kind == "both":
        return _Part(start, token.end(), label=(BylineRole.AUTHOR, BylineRole.PHOTOGRAPHER))
    word = token[kind or 0].replace(" ", "")
    if kind == "office":
        left, right = token.span("office")
        printed = text[left:right].replace(" ", "").replace("\u3000", "")
        key = next((office for office in OFFICE_WORDS if word.endswith(office)), "记者")
        place = None
        if word.startswith("驻") and (posted := POSTED.match(word)):
            place = printed[1 : posted.end(1)]
        return _Part(start, token.end(), office=printed, role=OFFICES[key], title=printed, place=place)
    if kind == "page":
        return _Part(start, token.end(), label=())
    word = re.sub(r"\A(?:本文|本版|全文)?(?:AI)?", "", word) if word not in LABELS else word
    return _Part(start, token.end(), label=tuple(role for role in LABELS.get(word, ()) if role))


OFFICE_WORDS = sorted(OFFICES, key=len, reverse=True)
POSTED = re.compile(rf"驻({HAN}{{1,6}}?)(?:(?:{RANKS}){{0,3}})(?:{_any_of(OFFICES)})\Z")


def _with_gap(part: _Part, gap: _Gap) -> _Part:
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
    text: str, folded: str, at: int, token: re.Match[str], current: _Part | None, setting: Setting
) -> _Part | None:
    """The credit that a suffix ends: ／台北報導, 摄, 整理."""
    reported = token.lastgroup in ("report", "posted")
    word = re.sub(r"[ ]", "", token[0])
    if not reported and word in SUFFIXES_WITHOUT.split("|"):
        source = SOURCE_IN_BRACKETS if setting.enclosed else SOURCE_OF_A_PICTURE
        begin = current.start if current else at
        if source.fullmatch(folded, begin, token.end()) is None and not (
            current and word in ("供图", "供稿")
        ):
            return None
        start = current.start if current else at
        return _Part(start, token.end(), suffix=())
    gap = _read_gap(
        text,
        folded,
        at,
        token.start(),
        current,
        setting,
        before_report=token.lastgroup == "report",
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
            glued = token.start() == 0 or folded[token.start() - 1] != " "
            if word in WEAK_SUFFIX and glued and not setting.enclosed:
                return None
        elif not names.people and not names.desks and not setting.enclosed and gap.outlet is None:
            if not (gap.place and "/" in folded[at : token.start()]):
                return None
        start = gap.outlet_start if gap.outlet is not None else gap.start
        current = _Part(start, token.end(), outlet=gap.outlet)
    elif current.names_first and (names.people or names.desks):
        return None
    done = _with_gap(current, gap)
    if token.lastgroup == "posted":
        return done._replace(end=token.end(), reported=True, place=text[slice(*token.span("posting"))])
    if reported:
        return done._replace(end=token.end(), reported=True)
    if BOTH_SUFFIX.fullmatch(token[0].strip()):
        author = BylineRole.AUTHOR if done.role is None else done.role
        return done._replace(end=token.end(), suffix=(author, BylineRole.PHOTOGRAPHER))
    return done._replace(end=token.end(), suffix=SUFFIXES[word])


SUFFIXES_WITHOUT = SUFFIXES_WITHOUT_BYLINE
BOTH_SUFFIX = re.compile(BOTH)


def _read_gap(  # every form of what stands between two words
    text: str,
    folded: str,
    start: int,
    end: int,
    current: _Part | None,
    setting: Setting,
    *,
    before_report: bool = False,
    outlet_first: bool = False,
    outlet_last: bool = False,
    final: bool = False,
) -> _Gap | None:
    glued = (
        start < end
        and folded[start] not in TRIM
        and folded[start - 1 : start] not in ("：", "/", "|", "丨", " ")
    )
    colon = folded[start - 1 : start] == "："
    while start < end and folded[start] in TRIM:
        start += 1
    while end > start and folded[end - 1] in TRIM:
        end -= 1
    if start == end:
        return _Gap(start=start, end=end)
    trust = setting.trust
    sure = setting.enclosed or (before_report and current is not None)
    if current is None or (trust is not Trust.FULL and (glued or colon) and not sure):
        trust = Trust.NONE
    fields = _fields(folded, start, end)
    outlet: str | None = None
    outlet_start = -1
    place: str | None = None
    # the outlet of the next office: 本报记者张靖本报通讯员郜敏
    if outlet_last:
        left, right = fields[-1]
        token_start = max(folded.rfind(mark, left, right) for mark in " 、，") + 1
        token_start = max(token_start, left)
        whole = folded[left:right]
        if current is None and len(fields) == 1 and is_outlet(whole):
            return _Gap(outlet=text[left:right], outlet_start=left, start=start, end=start)
        if current is None and all(
            is_outlet(folded[a:b]) or is_place(folded[a:b]) or _are_outlets(folded[a:b]) for a, b in fields
        ):
            if all(is_place(folded[a:b]) for a, b in fields):  # 台北／記者林欣漢
                return _Gap(place=text[start:end], start=start, end=start)
            left, right = next((a, b) for a, b in fields if not is_place(folded[a:b]))
            return _Gap(outlet=text[left:right], outlet_start=left, start=start, end=start)
        token = folded[token_start:right]
        if current is not None and LATIN_NAME.match(token):
            pass  # Amy Denney 編譯
        elif is_outlet(token) and (token_start > left or len(fields) > 1 or current is None):
            outlet, outlet_start = text[token_start:right], token_start
        elif (cut := glued_outlet(token)) is not None:
            outlet, outlet_start = text[token_start + cut : right], token_start + cut
        elif is_outlet(token):
            outlet, outlet_start = text[token_start:right], token_start
        if outlet is not None:
            end = outlet_start
            while end > start and folded[end - 1] in TRIM:
                end -= 1
            if start == end:
                return _Gap(outlet=outlet, outlet_start=outlet_start, start=start, end=start)
            fields = _fields(folded, start, end)
    has_people = current is not None and bool(current.names.people)
    if before_report or (final and len(fields) > 1):
        found = _place_of_report(folded, fields, has_people, final=final)
        if found is not None:
            place_start, fields = found
            place = text[place_start:end].strip()
    elif final and has_people:
        if looks_like_a_place(folded[start:end]):
            return _Gap(place=text[start:end], start=start, end=end)
        return None
    if outlet_first and fields:
        fields, outlet_span = _without_leading_outlets(folded, fields)
        if outlet_span:
            outlet, outlet_start = text[slice(*outlet_span)], outlet_span[0]
    people: tuple[Name, ...] = ()
    desks: tuple[str, ...] = ()
    unresolved = False
    for left, right in fields:
        names = read_names(text, folded, left, right, trust)
        if names is None:
            titled = _titled_name(text, folded, left, right, current) if len(fields) == 1 else None
            if titled is None:
                return None
            name, title = titled
            return _Gap(
                Names((name,)), start=left, end=right, title=title, outlet=outlet, outlet_start=outlet_start
            )
        people += names.people
        desks += names.desks
        unresolved = unresolved or names.unresolved
    return _Gap(Names(people, desks, unresolved), outlet, outlet_start, place, start, end)


def _fields(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between slashes and bars, blanks trimmed."""
    parts: list[tuple[int, int]] = []
    at = start
    for mark in FIELD_MARK.finditer(folded, start, end):
        parts.append((at, mark.start()))
        at = mark.end()
    parts.append((at, end))
    trimmed = [_trimmed(folded, *part) for part in parts]
    return [part for part in trimmed if part[0] < part[1]]


def _are_outlets(folded: str) -> bool:
    """Lai傳媒、記者爆料網: several houses share a story."""
    parts = re.split(r"[、， ]+", folded)
    return len(parts) > 1 and all(is_outlet(part) for part in parts)


def _without_leading_outlets(
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
        if not (is_outlet(token) or _are_outlets(token)) or is_plainly_a_name(token):
            break
        outlet = (outlet[0] if outlet else left, token_end)
        following = _trimmed(folded, token_end, right)
        rest = ([following] if following[0] < following[1] else []) + rest[1:]
    return rest, outlet


def _place_of_report(
    folded: str, fields: list[tuple[int, int]], has_people: bool, *, final: bool
) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the place of a report begins, and the fields that are left: names／台北, names台北."""
    left, right = fields[-1]
    last = folded[left:right]
    if is_place(last) and (len(fields) > 1 or has_people or not is_plainly_a_name(last)):
        kept = len(fields) - 1
        while kept > 1 and is_place(folded[slice(*fields[kept - 1])]):
            kept -= 1
        return fields[kept][0], fields[:kept]
    if (len(fields) > 1 or has_people) and PLACE_IN_REPORT.fullmatch(last) and not is_plainly_a_name(last):
        cut = split_name_and_place(last)
        if cut is None and not final:
            return left, fields[:-1]
        if cut is None:
            return None
    token_start = max(left, max(folded.rfind(mark, left, right) for mark in " 、，") + 1)
    token = folded[token_start:right]
    if (
        token_start > left
        and folded[token_start - 1] == " "
        and looks_like_a_place(token)
        and not is_plainly_a_name(token)
    ):
        return token_start, [*fields[:-1], _trimmed(folded, left, token_start)]
    if token_start > left and folded[token_start - 1] == " " and is_place(token):
        return token_start, [*fields[:-1], _trimmed(folded, left, token_start)]
    cut = split_name_and_place(token)
    if cut is None and len(token) >= 5 and is_plainly_a_name(token[:3]) and looks_like_a_place(token[3:]):
        cut = 3
    if cut is None:
        return None
    return token_start + cut, [*fields[:-1], (left, token_start + cut)]


PLACE_IN_REPORT = re.compile(rf"{HAN}{{2,8}}(?:[、/]{HAN}{{2,8}})*")


def _titled_name(
    text: str, folded: str, start: int, end: int, current: _Part | None
) -> tuple[Name, str] | None:
    """讲述人：朱亭镇杉桥村党总支书记 罗嵘: the job, then the name."""
    if current is None or current.role not in (BylineRole.NARRATOR, BylineRole.AUTHOR) or end - start > 60:
        return None
    space = folded.rfind(" ", start, end)
    if space > start:
        padded = folded.rfind(" ", start, space)
        if end - space == 2 and padded >= 0 and space - padded == 2:  # 罗 嵘
            space = padded
        name = folded[space:end].replace(" ", "")
        if is_plainly_a_name(name):
            printed = text[space:end].replace(" ", "").replace("\u3000", "")
            left, right = _trimmed(folded, start, space)
            return Name(printed, space + 1, end), text[left:right]
        return None
    job = None
    for job in JOB.finditer(folded, start, end):
        pass
    if job and is_plainly_a_name(folded[job.end() : end]):
        return Name(text[job.end() : end], job.end(), end), text[start : job.end()]
    return None


def _read_bare(text: str, folded: str, start: int, end: int, setting: Setting) -> list[_Part] | None:
    """Credits without any word of office: （惠晓霜）, 波新聞─范曉龍／台北市."""
    fields = _fields(folded, start, end)
    if not fields:
        return None
    place: str | None = None
    outlet: str | None = None
    if len(fields) > 1 and is_place(folded[slice(*fields[-1])]):
        place = text[slice(*fields[-1])]
        fields = fields[:-1]
    fields, outlet_span = _without_leading_outlets(folded, fields)
    if outlet_span:
        outlet = text[slice(*outlet_span)]
    if len(fields) != 1 or not (place or setting.bare_names or (outlet and setting.enclosed)):
        return None
    left, right = fields[0]
    names = read_names(text, folded, left, right, Trust.NONE)
    if names is None or names.desks or not names.people or len(names.people) > 6:
        return None
    if (
        not place
        and not outlet
        and not all(_signs_alone(folded[name.start : name.end]) for name in names.people)
    ):
        return None
    role = BylineRole.REPORTER if place else BylineRole.AUTHOR
    return [_Part(start, end, names, suffix=(role,), outlet=outlet, place=place)]


def _signs_alone(folded: str) -> bool:
    """A name that is trusted without any word beside it."""
    bare = folded.replace(" ", "")
    if "·" in bare or bare.isascii():
        return False
    return is_plainly_a_name(bare) and not is_place(bare) and (len(bare) > 2 or bare[0] in common_surnames())


def _bylines_of(text: str, folded: str, parts: list[_Part], setting: Setting) -> Iterator[Byline]:
    """The credits of a chain; the outlet of an office is also that of later reporters without one."""
    outlet: str | None = None
    for part in parts:
        roles = _roles_of(part, setting)
        if part.label is not None and not part.names.people and not part.names.unresolved:
            roles = ()  # 图/洋浦海事局: whose picture it is, nobody who took it
        if part.outlet is not None:
            outlet = part.outlet
        elif part.office is None or part.role is not BylineRole.REPORTER:
            outlet = None if part.role is not BylineRole.REPORTER else outlet
        own = part.outlet
        if own is None and part.role is BylineRole.REPORTER:
            own = outlet
        if own is None and part.names.desks and not part.names.people:
            own = part.names.desks[0]
        left, right = _trimmed(folded, part.start, part.end)
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


def _roles_of(part: _Part, setting: Setting) -> tuple[BylineRole, ...]:
    if part.role is BylineRole.EDITOR and not setting.bare_names:
        return ()  # of the page, not of the article
    if part.suffix is not None:
        return part.suffix
    if part.label is not None:
        if part.role is None or not part.label:
            return part.label
        return tuple(dict.fromkeys(part.role if role is BylineRole.AUTHOR else role for role in part.label))
    return (part.role,) if part.role is not None else (BylineRole.REPORTER,)


def _english_byline(text: str, match: re.Match[str]) -> Byline:
    names = re.split(r"，[ ]*|,[ ]*|[ ]+and[ ]+|[ ]*&[ ]*", text[slice(*match.span("names"))])
    left = match.start() + len(match[0]) - len(match[0].lstrip())
    right = match.end()
    return Byline(
        BylineRole.AUTHOR,
        tuple(" ".join(name.split()) for name in names if name),
        text=text[left:right],
        span=Span(left, right),
    )


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
