"""Datelines (电头, 消息头): whose report it is, from where and when.

新华社北京7月8日电, 本报讯, 【本報訊】, （中央社記者X台北6日電）, （居銮24日讯）, （倫敦廿四日哈瓦斯電）;
at the head of a story or, in brackets, at its end. What stands in the bracket besides is credits, and read
by the grammar of bylines.
"""

from __future__ import annotations

import re
from typing import TypedDict

from attrs import evolve, field, frozen

from banmian.grammar.dates import DATE, NUMERAL, read_date
from banmian.grammar.gaps import trimmed
from banmian.grammar.lines import lines_of
from banmian.grammar.names import HAN, is_plainly_a_name, split_name_and_place
from banmian.grammar.places import SEVERAL, are_places, is_place, looks_like_a_place, start_of_final_places
from banmian.grammar.vocabulary import outlets, wire_agencies
from banmian.model import Dateline, Span
from banmian.patterns import pattern

#: 新华社, 路透社 …: every agency of the list, the longest first
WIRE = "|".join(sorted(wire_agencies(), key=len, reverse=True))
FULL_WIRE = rf"{HAN}{{2}}中通社|" + "|".join(
    sorted((a for a in wire_agencies() if a[-1] in "社网台"), key=len, reverse=True)
)
SELF = (
    "本报|本刊|本社|本网|本台|本版|早报|晚报|晨报|午报|日报|快报|商报|时报|导报|都市报|青年报|"
    "明报|大公报|信报|成报|上报"
)
PAPER = (
    rf"{HAN}{{2,8}}?(?:日报|晚报|晨报|早报|都市报|商报|时报|周报|导报|青年报|文汇报|经济报|法制报|农民报|工人报|"
    rf"新闻网|在线|新闻社|通讯社|电视台|广播电台|解放军报|教育报|文化报|国防报|新京报)社?|《{HAN}{{2,12}}》|[A-Za-z]{{2,12}}{HAN}{{0,4}}"
    # 红星新闻讯, 中国网7月8日讯: such a name is trusted only where the dateline ends at once
    rf"|{HAN}{{1,6}}?(?:新闻(?![处社部署局])|(?<!官)网|(?<![电情战捷喜简通])报)"
    rf"(?=(?:客户端)?(?:讯|消息)|(?:{HAN}{{2,4}}?)?{DATE}[讯电]|(?:特派|特约|首席)?(?:记者|特派员){HAN}{{2,4}}{DATE})"
)
#: 南都讯, 澎湃讯: houses whose names end like any word
HOUSE = "|".join(sorted(outlets(), key=len, reverse=True)).replace("+", "[+]")
AGENCY = rf"(?:(?:{HOUSE})(?=讯[ （])|{FULL_WIRE}|路透|法新|美联|合众|海通|哈瓦斯|塔斯|同盟|{SELF}|{PAPER})"
#: 红网时刻新闻, 中国青年报客户端: the house's channel belongs to its name; 中新网浙江新闻 is where
CHANNEL = r"(?:客户端|新媒体|时刻新闻|(?<=[网报])融媒体?)?"
#: 讯 for what was reported, 电 for what was wired, and their compounds
#: 中央社倫敦五日路透電: told after another agency
VIA = r"(?:路透社?|法新社?|美联社?|合众国际社?|合众社?|联合社?|哈瓦斯社?|海通社?|塔斯社?|同盟社?|国民社?)"
KIND = rf"(?:{VIA}电|综合讯|综合电|专电|特电|急电|电讯|专讯|特讯|快讯|简讯|航讯|通讯|电|讯|消息)"
HONGKONG_KIND = r"(?:综合(?:外电)?(?:报道|报导|消息)|综合外电|报道|报导|专讯|特讯|讯|特稿)"
#: 漢口八日下午十時電; all of it or nothing, or 十時 would be a place
HOUR = rf"(?>(?:[上下]午|[晨晚夜午])?(?:{NUMERAL}{{1,3}}[时点](?:{NUMERAL}{{1,3}}分|半)?)?发?)"
#: 本报特派记者, 本報駐英國特派員: who sent it
OFFICE = rf"(?:驻{HAN}{{1,4}}?)?(?:(?:特派|特约|首席|见习|本地)?(?:记者|通讯员)|特派员)[ ]?"
#: place names hold no numeral before 日 or 月, or the day would be eaten
DAY_AHEAD = rf"{NUMERAL}{{1,4}}[ ]?[日月年]"
PLACE_CHARACTER = rf"(?:(?!{DAY_AHEAD})(?:{HAN}|[·/、—]))"
NOT_AT_WORK = r"(?!从|在|获悉)"
#: “雪龙2”号: a ship or a station as the place
QUOTED_PLACE = rf"{HAN}{{0,6}}“[^“” ]{{1,12}}”{HAN}{{0,4}}"

STANDARD = pattern(
    rf"""
    [ ]*(?P<open>[【（])?[ ]*(?P<relay>综合|均?据)?
    (?P<agency>{AGENCY}{CHANNEL}(?:、(?:{FULL_WIRE}))*)
    (?: (?P<date1>{DATE}){HOUR}(?P<place1>{HAN}{{2,8}}?)?  # 本報2011年1月26日台北訊
      | (?:{OFFICE})(?P<who>{HAN}{{2,4}}?(?:、{HAN}{{2,4}}?)?)(?P<date3>{DATE}){HOUR}
        (?P<place3>{HAN}{{2,8}}?)                          # 本报特派员X十二日太原专电
      | [ ]*(?P<place2>(?!综合){PLACE_CHARACTER}{{2,60}}?|{QUOTED_PLACE}(?={DATE}))?[ ]*
        (?:(?P<date2>{DATE}){HOUR}(?P<place4>{HAN}{{2,8}}?)?)?  # 本报北京十二日太原专电
    )[ ]*
    (?P<kind>{KIND}|(?(who)报[道导](?=[】）])|(?!)))              # 侨报记者X3月5日洛杉矶报道
    """,
    re.VERBOSE,
)
#: 【電通東京五日電】, 【美國新聞處紐約十日電】: short names of agencies, in brackets only
SHORT_WIRE = pattern(
    rf"[ ]*(?P<open>[【（])(?P<agency>{HAN}{{2}}(?:中通社|中国通讯社)|{HAN}{{1,3}}新闻处|{WIRE})"
    rf"(?P<place>(?:(?!{DAY_AHEAD})(?:{HAN}|[·/、])){{2,12}}?)?(?P<date>{DATE}){HOUR}(?P<kind>{KIND})[】）]"
)
#: 南京廿三日電, 吉隆坡訊: without brackets only places that are known, or with their people (某城讯（记者X）);
#: 二十二日二十二时电: without a place only with the hour
PLACE_AT_HEAD = pattern(
    rf"[ ]*(?P<place>{HAN}{{2,8}}?)"
    rf"(?:(?P<date>{DATE}){HOUR}(?P<kind>专电|特电|专讯|综合讯|急电|电|讯)|(?P<kind2>综合讯|专讯|讯)(?=[ ：（]|\Z))"
    rf"|[ ]*(?P<date2>{DATE}){HOUR}(?<=[时点分半])(?P<kind3>专电|急电|电|讯)(?=[ ：，。]|\Z)"
)
#: print that counts its days in Arabic figures sets a dateline apart: 北京5日电动车新规 is none
ARABIC_DAY = pattern(r".*[0-9０-９][日号]")
SET_APART = pattern(r"[ ：，。、（“【]|\Z")
#: 喜讯, 短讯: a word, and no place
A_WORD_BEFORE_KIND = pattern(r".*[快简短喜捷电通音资音情战时要]\Z")
#: 本市訊, 【本埠消息】: no place's name, and yet where
HERE = pattern(r"本[市埠港澳县省镇地]|外埠")
#: 【本報港聞部報道】, (星島日報報道), 【明報專訊】
HONGKONG = pattern(
    rf"[ ]*(?P<open>[【（])(?P<agency>{SELF}|{FULL_WIRE}|{PAPER})(?P<desk>(?!记者|驻|特派|特约){HAN}{{0,6}}?)[ ]*"
    rf"(?P<kind>{HONGKONG_KIND})(?P<people>[ ，][^（）【】]{{2,40}})?[】）]"
)
#: 本报综合报道 on a line of its own
COMPILED = pattern(rf"[ ]*(?P<agency>{SELF})(?P<kind>综合(?:报道|报导|消息|讯))[ ]*\Z")
#: （居銮24日讯）, （香港综合讯）, （新加坡讯）
PLACE_ONLY = pattern(
    rf"[ ]*(?P<open>[（【])(?P<place>(?!综合)(?:(?!{DAY_AHEAD}){HAN}|[·/、]){{2,12}}?)[ ]?"
    rf"(?:(?:(?:北京|台北|香港|当地)时间)?(?P<date>{DATE}){HOUR})?"
    rf"(?P<kind>综合讯|综合电|专电|特电|急电|专讯|特讯|讯|电|航讯|通讯|通信|消息)"
    rf"(?:[ ，](?P<people>(?:记者|通讯员|见习记者|实习生)[^（）【】]{{2,60}}))?[）】]"
)
#: 【美国《纽约时报》1月5日报道】, 参考消息网1月5日报道: whose report is told, and of what day
REFERENCE = pattern(
    rf"[ ]*(?P<open>【)?(?P<agency>{HAN}{{0,6}}《[^《》]{{2,16}}》(?:网站|周刊|月刊|双周刊)?|{HAN}{{2,10}}?(?:[网报社]|网站|电台|电视台))"
    rf"(?:驻(?P<place>{HAN}{{2,6}})(?:特派)?(?:记者|特派员))?(?P<date>{DATE})(?P<kind>报道|报导|文章|社论|评论|消息)(?(open)】|(?=[ ：，]|\Z))"
)
#: （八日南京專電）, （八日中央社電）
DATE_FIRST = pattern(
    rf"[ ]*(?P<open>[（【])(?P<date>{DATE}){HOUR}(?:(?P<agency>{WIRE})|(?P<place>{HAN}{{2,8}}?))"
    rf"(?P<kind>专电|急电|特电|专讯|电|讯)[）】]"
)
#: （华盛顿路透电）, （首尔/东京路透电）: place and agency without a day
PLACE_AND_WIRE = pattern(
    rf"[ ]*(?P<open>[（【])?(?P<place>(?:(?!{DAY_AHEAD}){HAN}|[·/、]){{2,14}}?)[ ]?(?P<agency>{WIRE})[ ]?"
    rf"(?P<kind>综合讯|综合电|专电|专讯|特电|电讯|讯|电)(?(open)[）】]|(?=[ ：，]|\Z))"
)
#: （倫敦廿四日哈瓦斯電）, （柏林廿七日電）; 西德。巴登巴登拾五日合衆社電;
#: from letterpress reading machines return B for 日, 竈 or 豕 for 電, 飘 or 巩 for 訊
PLACE_FIRST = pattern(
    rf"[ ]*(?P<open>[（【])?(?P<relay>据)?(?P<place>(?:(?!{DAY_AHEAD})[\w。·、，]){{2,14}}?)"
    rf"(?P<date>{DATE}|(?P<damaged>{NUMERAL}{{1,3}}B))[。，、· ]?"
    rf"(?:[电灶豕][。，、· ])?(?P<agency>{WIRE})[。，、· ]?(?:社)?"
    rf"(?P<kind>急电|专电|特电|电讯|电|讯|[灶豕飘巩](?=[ 。，：）】]|\Z))[ ]?[）】]?"
)
#: （中央社記者謝君臨台北14日電）: reporter and place are glued
CENTRAL = pattern(
    rf"[ ]*(?P<open>[（【])(?P<agency>中央社|{HAN}{{2,8}}[社报网])"
    rf"(?P<office>驻{HAN}{{1,6}}?记者|特派记者|特派员|记者)?"
    rf"(?P<people>(?:(?!{DAY_AHEAD})[\w、，/· ]){{0,40}}?)(?P<date>{DATE})?"
    rf"(?P<kind>综合外电报导|综合外电|综合报导|专电|特稿|电)[）】]"
)
#: 【特訊】, 【又訊】 without an agency
BARE = pattern(
    rf"[ ]*(?P<open>[（【])(?:(?P<date>{DATE}){HOUR}(?=[专急]?[电讯]))?"
    r"(?P<kind>专电|急电|(?<=[日号时点分半午晨晚夜发])[电讯]|特讯|正视听|综合外电|专讯|快讯|综合讯|综合(?:外电)?报道|综合(?:外电)?报导|综合消息|特稿|[又另续]讯|又电)[】）]"
)
#: （据《中国教育报》）, （据央视新闻）: taken over, at the end of a story
RELAYED = pattern(
    rf"[ ]*(?P<open>[（【])(?P<relay>综合|均?据)[ ]?(?P<agency>{AGENCY}|{HAN}{{2,8}}(?:新闻|客户端|网))"
    r"(?P<kind>报道|消息)?[）】]"
)
HINT = pattern(r"讯|电|据|消息|报道|报导|特稿|文章|正视听|灶|豕|飘|巩")
ENDS_A_DATELINE = pattern(r"[讯电息稿道导闻端网】）][ ]*\Z")
REACH = 90
CLOSERS = {"（": "）", "【": "】"}
#: 讯 and 电 begin words as well: 本报电话, 本报讯息
NOT_A_KIND = pattern(
    r"[员话影视梯子池器脑力商台报机动价网站缆厂信竞煤费表瓶杆击灯气量源路扇焊热压荒]|[息线问号]"
)
TAIL_REACH = 220
LONGEST_LINE = 160
CREDITS_ONLY = pattern(r"[ ]*(?:[（【][^（）【】]{0,120}[）】])?[ ]*\Z")


@frozen
class Opening:
    """A dateline and where the credits stand that belong to it: in its bracket or in the next."""

    dateline: Dateline
    end: int  #: where the story begins
    credits: tuple[tuple[int, int], ...] = field(default=())


def find_dateline(text: str) -> Dateline | None:
    """The first dateline of a text, at the head of a line or in brackets at the end of one.

    Raises TypeError for anything but a string.

    >>> find_dateline("新华社北京7月8日电 近日").places
    ('北京',)
    """
    for start, printed, folded in lines_of(text, "find_dateline"):
        if HINT.search(folded):
            found = opens_with_dateline(printed, folded) or closes_with_dateline(printed, folded)
            if found:
                return evolve(found, span=Span(found.span.start + start, found.span.end + start))
    return None


def opens_with_dateline(text: str, folded: str) -> Dateline | None:
    """The dateline that a paragraph begins with."""
    if not HINT.search(folded, 0, REACH):
        return None
    opening = read_opening(text, folded)
    return opening.dateline if opening else None


def closes_with_dateline(text: str, folded: str) -> Dateline | None:
    """The dateline in brackets that a paragraph ends with: （本报海口7月8日讯）."""
    closing = read_closing(text, folded)
    return closing.dateline if closing else None


def is_dateline_line(text: str, folded: str) -> bool:
    """The whole line is a dateline, with or without the reporters in brackets."""
    if not 3 <= len(folded) <= LONGEST_LINE or not ENDS_A_DATELINE.search(folded) or not HINT.search(folded):
        return False
    opening = read_opening(text, folded)
    return opening is not None and CREDITS_ONLY.match(folded, opening.end) is not None


def read_closing(text: str, folded: str) -> Opening | None:
    """The dateline in the bracket that ends the text, with the credits in it."""
    end = len(folded.rstrip())
    if not end or folded[end - 1] not in "）】":
        return None
    opener = "（" if folded[end - 1] == "）" else "【"
    start = folded.rfind(opener, max(0, end - TAIL_REACH), end)
    if start < 0 or not HINT.search(folded, start, end):
        return None
    found = read_opening(text, folded, start)
    if found is None or found.end < end or folded[found.dateline.span.start] not in "（【":
        return None
    return found


def read_opening(text: str, folded: str, start: int = 0) -> Opening | None:
    """The dateline that begins at ``start``, first form first."""
    first = start
    while first < len(folded) and folded[first] == " ":
        first += 1
    if folded[first : first + 1] in MARKS_AT_HEAD:  # ▲中央社南京廿三日電
        first += 1
        start = first
    bracketed = folded[first : first + 1] in ("（", "【")
    if bracketed:
        return (
            _central(text, folded, start)
            or _standard(text, folded, start)
            or _hongkong(text, folded, start)
            or _with_place_and_date(text, folded, SHORT_WIRE, start)
            or _place_and_wire(text, folded, start)
            or _place_only(text, folded, start)
            or _with_place_and_date(text, folded, DATE_FIRST, start)
            or _place_first(text, folded, start)
            or _relayed(text, folded, start)
            or _reference(text, folded, start)
            or _bare(text, folded, start)
        )
    return (
        _standard(text, folded, start)
        or _place_first(text, folded, start)
        or _place_and_wire(text, folded, start)
        or _place_at_head(text, folded, start)
        or _compiled(text, folded, start)
        or _reference(text, folded, start)
    )


MARKS_AT_HEAD = frozenset("▲△●◆◎★※")


def _standard(text: str, folded: str, start: int) -> Opening | None:
    match = STANDARD.match(folded, start, min(len(folded), start + REACH + TAIL_REACH))
    if match is None:
        return None
    end = match.end()
    kind = match["kind"]
    date = match["date1"] or match["date2"] or match["date3"]
    opener = match["open"]
    credits: list[tuple[int, int]] = []
    places: list[tuple[int, int]] = []
    for group in ("place1", "place2", "place3", "place4"):
        if match[group]:
            place_at, credits = _place_after_people(folded, match, group)
            place_end = _without_branch(folded, place_at, match.end(group))
            if his_man := HIS_MAN_THERE.fullmatch(folded, place_at, place_end):  # 本報東京特派員X五日電
                place_end = his_man.end("where")
                credits = [(match.end("agency"), match.end("kind"))]
            if rest := _behind_people(folded[place_at:place_end]):  # 本報記者X／台北十一日電
                place_at = place_end - len(rest)
                credits = [(match.end("agency"), match.end("kind"))]
            if posted := POSTED.match(folded, place_at, place_end):
                place_end = posted.end()
            places += _split_places(folded, place_at, place_end)
    if match["who"]:
        credits = [(match.end("agency"), match.end("kind"))]
    if match["place4"] and not is_place(match["place4"]):
        return None
    if opener:
        close = folded.find(CLOSERS[opener], end, end + TAIL_REACH)
        if close < 0:
            return None
        if folded[end:close].strip():
            if folded[end] not in " ，、（；：。·/" and not date:
                return None
            credits.append((end, close))
        end = close + 1
    elif not date and not places and folded[end : end + 1] in ("）", "】"):
        return None  # 美聯社電）: the rest of a bracket that opened on the line before
    elif (not (date and places) and NOT_A_KIND.match(folded, end)) or (
        kind == "消息" and folded[end : end + 1] not in ("", "：", "，", " ", "（")
    ):
        return None
    if places and not date and not _place_without_date(folded[places[0][0] : places[-1][1]], kind):
        return None
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        places=tuple(text[a:b] for a, b in places),
        date=read_date(date) if date else None,
        kind=_printed(text, match, "kind"),
        relay=match["relay"] is not None,
        **_where(text, folded, match.start(), end if opener else match.end()),
    )
    if not opener and folded[end : end + 1] == "】":
        end += 1
    opening = Opening(dateline, end, tuple(credits))
    return opening if opener and credits else _with_people(folded, opening, bare=not opener)


def _with_people(folded: str, opening: Opening, *, bare: bool) -> Opening:
    """The dateline and the people in the next bracket: 本报讯（记者X）; ``bare`` names will do, too."""
    end = opening.end
    following = NEXT_BRACKET.match(folded, end)
    if following is None:
        return opening
    start = following.end()
    close = folded.find(CLOSERS[folded[start - 1]], start, start + TAIL_REACH)
    inside = folded[start:close] if close > 0 else ""
    if not (PEOPLE.search(inside) or (bare and BARE_PEOPLE.fullmatch(inside))):
        return opening
    return Opening(opening.dateline, close + 1, (*opening.credits, (start, close)))


NEXT_BRACKET = pattern(r"[ ]{0,4}[（【]")


def _place_after_people(folded: str, match: re.Match[str], group: str) -> tuple[int, list[tuple[int, int]]]:
    """Where the place begins after what is none: 本报特派记者北京8日电, 本报今日讯, 供本报专电; and the people."""
    start, end = match.span(group)
    if not_a_place := NOT_A_PLACE.match(folded, start, end):
        return not_a_place.end(), []
    office = OFFICE_BEFORE_PLACE.match(folded, start, end)
    if office and is_plainly_a_name(folded[office.end() : end]) and not is_place(folded[office.end() : end]):
        return end, [(match.end("agency"), match.end("kind"))]  # 本報記者X八日專電
    if office and office.end() == end and office["where"]:
        return office.start("where"), []  # 本報駐日內瓦特派員三日電
    if office is None or looks_like_a_place(folded[office.end() : end]) or office.end() == end:
        return (office.end() if office else start), []
    cut = split_name_and_place(folded[office.end() : end])
    if cut is None:
        return start, []
    return office.end() + cut, [(match.end("agency"), match.end("kind"))]


HIS_MAN_THERE = pattern(rf"(?P<where>{HAN}{{2,5}}?)(?:特派员|特派记者){HAN}{{2,4}}")
#: 今日 is when, 供本报 is for whom
NOT_A_PLACE = pattern(rf"(?:体育|英文|图片|(?:今|昨|前|本)[日天晨晚早夜]|供(?:{SELF})|[·、/])")
OFFICE_BEFORE_PLACE = pattern(OFFICE.replace(rf"(?:驻{HAN}{{1,4}}?)?", rf"(?:驻(?P<where>{HAN}{{1,4}}?))?"))
#: 日內瓦 before 特派員
POSTED = pattern(rf"(?<=驻){HAN}{{1,4}}?(?=(?:特派|特约|首席|见习|本地)?(?:记者|通讯员|特派员))")
PEOPLE = pattern(r"记者|通讯员|实习生|作者|编译|编辑|撰稿|摄|执笔|译|特派员|评论员|整理")
#: 本报讯（王小明 李大华）
BARE_PEOPLE = pattern(r"[^\W0-9]{2,4}(?:[ 、][^\W0-9]{1,4}){0,4}")
#: 本报电话 and 本报也讯 are no datelines: between agency and kind stands a place, or nothing
NO_PLACE = pattern(r"[的了在从向对和与及并为是有将已被把让就都说称记者据通快获]|消息|读者|编辑|报道")


def _without_branch(folded: str, start: int, end: int) -> int:
    """Where the place ends in 沈阳分社: the agency's house there."""
    branch = BRANCH_OF_THE_AGENCY.search(folded, start, end)
    return branch.start() if branch and branch.start() > start else end


BRANCH_OF_THE_AGENCY = pattern(r"(?:[分支总]社|记者站)\Z")


def _place_without_date(place: str, kind: str) -> bool:
    """本报平壤电 and 拉萨讯: short, and no clause."""
    longest = max(map(len, SEVERAL.split(place)))  # 巴黎、东京、华盛顿
    return longest <= 8 and NO_PLACE.search(place) is None and (kind != "消息" or looks_like_a_place(place))


def _central(text: str, folded: str, start: int) -> Opening | None:
    match = CENTRAL.match(folded, start, start + 120)
    if match is None or not (match["date"] or match["kind"] in ("专电", "特稿", "综合外电报导")):
        return None
    left, right = match.span("people")
    people = folded[left:right]
    place_at = left
    credits: tuple[tuple[int, int], ...] = ()
    if match["office"]:
        last = max(people.rfind(mark) for mark in "、， /") + 1
        cut = split_name_and_place(people[last:])
        several = start_of_final_places(people)
        if several is None and cut is None:  # no place that is known: names of three characters are the rule
            length = len(people) - last
            cut = 3 if length >= 5 else 2 if length == 4 else length
        place_at = left + (last + (cut or 0) if several is None else several)
        credits = ((match.end("agency"), match.end("kind")),)
    elif match["agency"] != "中央社":
        return None
    elif not looks_like_a_place(people) and (named := split_name_and_place(people)):
        place_at = left + named  # 中央社X台北專電
        credits = ((left, match.end("kind")),)
    place = folded[place_at:right]
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        places=tuple(text[a:b] for a, b in _split_places(folded, place_at, right)) if place else (),
        date=read_date(match["date"]) if match["date"] else None,
        kind=_printed(text, match, "kind"),
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end(), credits)


def _hongkong(text: str, folded: str, start: int) -> Opening | None:
    match = HONGKONG.match(folded, start, start + 40)
    if match is None:
        return None
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        kind=_printed(text, match, "kind"),
        desk=_printed(text, match, "desk") or None,
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end(), (match.span("people"),) if match["people"] else ())


def _compiled(text: str, folded: str, start: int) -> Opening | None:
    if len(folded) - start > LONGEST_COMPILED or (match := COMPILED.match(folded, start)) is None:
        return None
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        kind=_printed(text, match, "kind"),
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end())


LONGEST_COMPILED = 12


def _place_and_wire(text: str, folded: str, start: int) -> Opening | None:
    if folded.find("电", start, start + 24) < 0 and folded[start : start + 1] not in ("（", "【"):
        return None
    match = PLACE_AND_WIRE.match(folded, start, start + 40)
    if match is None:
        return None
    places = _split_places(folded, *match.span("place"))
    known = is_place if match["open"] is None else looks_like_a_place
    if match["open"] is None or match["agency"][-1] != "社":  # （某镇中央社电）
        if not places or not all(known(folded[left:right]) for left, right in places):
            return None
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        places=tuple(text[left:right] for left, right in places),
        kind=_printed(text, match, "kind"),
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end())


def _place_only(text: str, folded: str, start: int) -> Opening | None:
    match = PLACE_ONLY.match(folded, start, start + 100)
    if match is None or (not match["date"] and NO_PLACE.search(match["place"])):
        return None
    place = match["place"]
    if rest := _behind_people(place):  # 【X／台北訊】
        dateline = Dateline(
            places=_places_behind(text, match, rest),
            date=read_date(match["date"]) if match["date"] else None,
            kind=_printed(text, match, "kind"),
            **_where(text, folded, match.start(), match.end()),
        )
        return Opening(dateline, match.end(), ((match.start("place"), match.end("kind")),))
    if match["kind"] in LETTER_FROM and not (is_place(place) or HERE.fullmatch(place)):
        return None
    # 【大紀元7月8日訊】, 【太陽報專訊】: a house, of the list or by its name
    house = (place[-1] in "报社网" or place in outlets()) and not is_place(place)
    dateline = Dateline(
        agency=_printed(text, match, "place") if house else None,
        places=() if house else _places(text, match, "place"),
        date=read_date(match["date"]) if match["date"] else None,
        kind=_printed(text, match, "kind"),
        **_where(text, folded, match.start(), match.end()),
    )
    people = (match.span("people"),) if match["people"] else ()
    opening = Opening(dateline, match.end(), people)
    return opening if people else _with_people(folded, opening, bare=False)


#: 【廣州通訊】, 【本埠消息】: after other words than places these are headings
LETTER_FROM = frozenset(["通讯", "通信", "消息"])


def _reference(text: str, folded: str, start: int) -> Opening | None:
    if "日" not in folded[start : start + 40]:
        return None
    match = REFERENCE.match(folded, start, start + 40)
    if match is None or read_date(match["date"]) is None:
        return None
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        places=_places(text, match, "place"),
        date=read_date(match["date"]),
        kind=_printed(text, match, "kind"),
        relay="《" in match["agency"],
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end())


def _place_at_head(text: str, folded: str, start: int) -> Opening | None:
    match = PLACE_AT_HEAD.match(folded, start, start + 40)
    if match is None or NOT_A_KIND.match(folded, match.end()):
        return None
    place, date = match["place"], match["date"] or match["date2"]
    if date and ARABIC_DAY.match(date) and not SET_APART.match(folded, match.end()):
        return None
    dateline = Dateline(
        places=_places(text, match, "place"),
        date=read_date(date) if date else None,
        kind=_printed(text, match, next(kind for kind in ("kind", "kind2", "kind3") if match[kind])),
        **_where(text, folded, match.start(), match.end()),
    )
    opening = _with_people(folded, Opening(dateline, match.end()), bare=False)
    if place is None or is_place(place) or HERE.fullmatch(place):
        return opening
    names_its_people = opening.credits and date is None and len(place) <= LONGEST_UNKNOWN_PLACE
    return (
        opening
        if names_its_people and not (A_WORD_BEFORE_KIND.match(place) or NO_PLACE.search(place))
        else None
    )


#: 某城讯（记者X）: a place that no list knows
LONGEST_UNKNOWN_PLACE = 5


def _with_place_and_date(text: str, folded: str, form: re.Pattern[str], start: int) -> Opening | None:
    match = form.match(folded, start, start + 60)
    if match is None:
        return None
    rest = _behind_people(match["place"] or "")  # 【編譯X／雪梨十一日電】
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        places=_places_behind(text, match, rest) if rest else _places(text, match, "place"),
        date=read_date(match["date"]),
        kind=_printed(text, match, "kind"),
        **_where(text, folded, match.start(), match.end()),
    )
    people = ((match.start("place"), match.end("kind")),) if rest else ()
    return Opening(dateline, match.end(), people)


def _place_first(text: str, folded: str, start: int) -> Opening | None:
    match = PLACE_FIRST.match(folded, start, start + 60)
    if match is None:
        return None
    date = match["date"]
    dateline = Dateline(
        agency=_printed(text, match, "agency"),
        places=_places(text, match, "place"),
        date=read_date(date[:-1] + "日" if match["damaged"] else date),
        kind=_printed(text, match, "kind"),
        relay=match["relay"] is not None,
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end())


def _relayed(text: str, folded: str, start: int) -> Opening | None:
    match = RELAYED.match(folded, start, start + 40)
    if match is None:
        return None
    dateline = Dateline(
        agency=(_printed(text, match, "agency") or "").strip("《》") or None,
        kind=_printed(text, match, "kind"),
        relay=True,
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end())


def _bare(text: str, folded: str, start: int) -> Opening | None:
    match = BARE.match(folded, start)
    if match is None:
        return None
    dateline = Dateline(
        date=read_date(match["date"]) if match["date"] else None,
        kind=_printed(text, match, "kind"),
        **_where(text, folded, match.start(), match.end()),
    )
    return Opening(dateline, match.end())


def _behind_people(place: str) -> str:
    """The places of X／台北 and 編譯X／雪梨, if what stands before the slash are people."""
    name, slash, rest = place.partition("/")
    people = OFFICE_AND_NAME.match(name) or (is_plainly_a_name(name) and not is_place(name))
    return rest if slash and people and are_places(rest) else ""


OFFICE_AND_NAME = pattern(r"(?:特派|特约|实习|资深)?(?:记者|编译|特派员)|\w{2,6}(?:中心|组)(?=\w{2,4}\Z)")


def _places_behind(text: str, match: re.Match[str], rest: str) -> tuple[str, ...]:
    end = match.end("place")
    return tuple(text[a:b] for a, b in _split_places(match.string, end - len(rest), end))


def _printed(text: str, match: re.Match[str], group: str) -> str | None:
    """What is printed where a group matched."""
    return text[match.start(group) : match.end(group)] if match[group] is not None else None


class _Where(TypedDict):
    text: str
    span: Span


def _where(text: str, folded: str, start: int, end: int) -> _Where:
    start, end = trimmed(folded, start, end)
    return {"text": text[start:end], "span": Span(start, end)}


def _places(text: str, match: re.Match[str], group: str) -> tuple[str, ...]:
    if match[group] is None:
        return ()
    return tuple(text[a:b] for a, b in _split_places(match.string, *match.span(group)))


def _split_places(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """首尔、平壤 are two places; 西德。巴登巴登 as well."""
    parts: list[tuple[int, int]] = []
    at = start
    for index in range(start, end + 1):
        if index == end or folded[index] in "、/。，— ":
            if index > at:
                parts.append((at, index))
            at = index + 1
    return parts
