"""Datelines that begin with whose report it is: 新华社北京7月8日电, 【本報港聞部報道】, （中央社記者X台北6日電）."""

from __future__ import annotations

import re

from attrs import evolve

from banmian.grammar.dateline_parts import (
    AGENCY,
    ALIAS,
    CHANNEL,
    CLOSERS,
    DAY_AHEAD,
    FULL_WIRE,
    HIS_MAN_THERE,
    HONGKONG_KIND,
    HOUR,
    HOUSE,
    KIND,
    NEWSPAPER,
    NOT_A_KIND,
    OFFICE,
    PAPER,
    PLACE_CHARACTER,
    QUOTED_PLACE,
    SELF,
    TAIL_REACH,
    WIRE,
    Opening,
    behind_people,
    is_no_place,
    places_at,
    split_places,
    told,
    with_people,
    with_place_and_date,
    without_more,
)
from banmian.grammar.dates import DATE, ONE_DATE, read_date
from banmian.grammar.names import HAN, is_plainly_a_name, split_name_and_place
from banmian.grammar.places import SEVERAL, are_places, is_place, looks_like_a_place, start_of_final_places
from banmian.grammar.vocabulary import outlets
from banmian.patterns import pattern

REACH = 90
STANDARD = pattern(
    rf"""
    [ ]*(?P<open>[【（])?[ ]*(?P<relay>(?:本报)?综合|均?据)?
    (?P<agency>“(?:{FULL_WIRE})”|(?:{HAN}{{2,8}}?[云网端][·—/-](?=\w))?{AGENCY}{CHANNEL}
        (?:[·—/-](?:{PAPER})|{ALIAS}|(?:、(?:{FULL_WIRE}))*))(?(open)(?P<shut>[】）])?)  # 【新华社】北京8日电
    (?: (?P<date1>{DATE}){HOUR}(?P<place1>(?!{KIND}){HAN}{{2,8}}?)?  # 本報2011年1月26日台北訊
      | (?:{OFFICE})(?P<who>{HAN}{{2,4}}?(?:、{HAN}{{2,4}}?)?)(?P<date3>{DATE}){HOUR}
        (?P<place3>(?!{KIND}){HAN}{{2,8}}?)                          # 本报特派员X十二日太原专电
      | [ ]*(?P<place2>(?!综合[报外消讯电]){PLACE_CHARACTER}{{2,60}}?|{QUOTED_PLACE}(?={DATE}))?[ ]*
        (?:(?P<date2>{DATE}){HOUR}(?P<place4>(?!{KIND}){HAN}{{2,8}}?)?)?  # 本报北京十二日太原专电
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
#: 【本報港聞部報道】, (星島日報報道), 【明報專訊】
HONGKONG = pattern(
    rf"[ ]*(?P<open>[【（])(?P<agency>{SELF}|{FULL_WIRE}|{PAPER})(?P<desk>(?!记者|驻|特派|特约){HAN}{{0,6}}?)[ ]*"
    rf"(?P<kind>{HONGKONG_KIND})(?P<people>[ ，][^（）【】]{{2,40}})?[】）]"
)
#: 本报综合报道, 環球時報綜合報導, set apart
COMPILED = pattern(
    rf"[ ]*(?P<agency>{SELF}|{FULL_WIRE}|{NEWSPAPER}|{PAPER})(?P<kind>综合(?:报道|报导|消息|讯))(?=[ ：]|\Z)"
)
#: 【美国《纽约时报》1月5日报道】, 参考消息网1月5日报道: whose report is told, and of what day
REFERENCE = pattern(
    rf"[ ]*(?P<open>【)?(?P<relay>据)?(?P<agency>{HAN}{{0,6}}《[^《》]{{2,16}}》(?:网站|周刊|月刊|双周刊)?"
    rf"|(?(open)(?:{HOUSE})|(?!))|{HAN}{{2,10}}?(?(open){HAN}{{0,10}}?)(?:[网报社]|网站|电台|电视台|(?(open)(?:之音|广播公司)|(?!))))"
    rf"(?:驻(?P<place>{HAN}{{2,6}})(?:特派)?(?:记者|特派员))?(?P<date>{DATE})(?P<kind>报道|报导|文章|社论|评论|消息|(?(open)广播|(?!))|(?<=日)讯(?=】))(?(open)】|(?=[ ：，]|\Z))"
)
#: （中央社記者謝君臨台北14日電）: reporter and place are glued
CENTRAL = pattern(
    rf"[ ]*(?P<open>[（【])(?P<agency>(?:中央社|{HAN}{{2,8}}[社报网]|{HOUSE}(?=记者|特派)){CHANNEL})?"
    rf"(?P<office>驻{HAN}{{1,6}}?记者|特派记者|特派员|记者)?(?(agency)|(?(office)|(?!)))"
    rf"(?P<people>(?:(?!{DAY_AHEAD})[\w、，/· ]){{0,40}}?)(?P<date>{DATE})?"
    rf"(?P<kind>综合外电报导|综合外电|综合报导|专电|特稿|电)[）】]"
)
#: （据《中国教育报》）, （据央视新闻）: taken over, at the end of a story
TAKEN_FROM = rf"(?:{AGENCY}|(?:{HOUSE})(?=[、）】])|{HAN}{{2,8}}?(?:新闻|客户端|网))"
RELAYED = pattern(
    rf"[ ]*(?P<open>[（【])(?P<relay>综合|均?据)[ ]?(?P<agency>{TAKEN_FROM}(?:、{TAKEN_FROM}){{0,4}})"
    r"(?P<kind>报道|消息)?[）】]"
)


def by_a_house(text: str, folded: str, start: int) -> Opening | None:
    """新华社北京7月8日电, 本报讯（记者X）, 本報2011年1月26日台北訊: the commonest form."""
    match = STANDARD.match(folded, start, min(len(folded), start + REACH + TAIL_REACH))
    if match is None:
        return None
    end, kind = match.end(), match["kind"]
    if match["agency"][-1] == "云" and is_place(match["agency"]):
        return None  # 密云讯
    date = match["date1"] or match["date2"] or match["date3"]
    opener = None if match["shut"] else match["open"]
    places, people = _where_and_who(folded, match)
    if match["place4"] and not (places and is_place(folded[slice(*places[-1])])):
        return None
    if any(AT_WORK.search(folded, *place) for place in places):
        return None
    credits = [(match.end("agency"), match.end("kind"))] if people else []
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
    there = tuple([text[a:b] for a, b in places])
    dateline = told(text, match, end=end if opener else match.end(), places=there, date=date)
    if match["place2"] and not date and _is_a_channel(match["place2"]):
        dateline = evolve(dateline, agency=text[match.start("agency") : match.end("place2")], places=())
    if not opener and folded[end : end + 1] == "】":
        end += 1
    opening = Opening(dateline, end, tuple(credits))
    return opening if opener and credits else with_people(folded, opening, bare=not opener)


def from_several_days(text: str, folded: str, start: int) -> Opening | None:
    """新华社西宁7月8日、兰州9日电: written on the way, at each place on its day."""
    day = folded.find("日", start, start + 40)
    if day < 0 or BETWEEN_DAYS.search(folded, day, start + 40) is None:
        return None
    match = SEVERAL_DAYS.match(folded, start, start + REACH)
    if match is None:
        return None
    stages = list(A_STAGE.finditer(folded, match.end("agency"), match.start("kind")))
    there = [text[left:right] for one in stages for left, right in split_places(folded, *one.span("place"))]
    days = "、".join(dict.fromkeys([one["date"] for one in stages]))  # 9日 is of the month before it
    end = match.end()
    credits: tuple[tuple[int, int], ...] = ()
    if match["open"]:
        close = folded.find(CLOSERS[match["open"]], end, end + TAIL_REACH)
        if close < 0:
            return None
        credits = ((end, close),) if folded[end:close].strip() else ()
        end = close + 1
    date = days if read_date(days) else stages[-1]["date"]
    opening = Opening(told(text, match, end=end, places=tuple(there), date=date), end, credits)
    return opening if match["open"] else with_people(folded, opening, bare=True)


BETWEEN_DAYS = pattern("日[、，和]")
STAGE = rf"[ ]*(?P<place>{PLACE_CHARACTER}{{2,16}}?)[ ]*(?P<date>{ONE_DATE})[、，和]?"
A_STAGE = pattern(STAGE)
SEVERAL_DAYS = pattern(
    rf"[ ]*(?P<open>[【（])?[ ]*(?P<relay>综合|均?据)?(?P<agency>{AGENCY}{CHANNEL})"
    rf"(?:{STAGE.replace('?P<place>', '?:').replace('?P<date>', '?:')}){{2,7}}(?<=[日号]){HOUR}(?P<kind>{KIND})"
)


def by_a_name_and_place(text: str, folded: str, start: int) -> Opening | None:
    """特派員X／華盛頓四日電, 〔駐美特派員X／華府二十日報導〕: the reporter, and then where and when."""
    if SENDER.search(folded, start, start + 20) is None:
        return None
    match = NAME_AND_PLACE.match(folded, start, start + REACH)
    if match is None or not are_places(match["place"]):
        return None
    end = match.end("kind")
    credits = ((match.end("open") if match["open"] else match.start(), end),)
    return Opening(told(text, match), match.end(), credits)


SENDER = pattern("记者|特派员|编译")
NAME_AND_PLACE = pattern(
    rf"[ ]*(?P<open>[（【])?(?P<agency>{SELF}|{FULL_WIRE}|{HAN}{{2,6}}[报社网])?(?:驻{HAN}{{1,4}}?)?"
    rf"(?:(?:特派|特约|首席|实习|资深)?记者|特派员|编译)[ ：/]?[\w、 ·]{{2,24}}?[ ]?[/ ][ ]?"
    rf"(?P<place>(?:(?!{DAY_AHEAD})(?:{HAN}|[、/])){{2,14}}?)[ ]?(?P<date>{DATE}){HOUR}"
    r"(?P<kind>[专特急]?电|专?讯|报[道导])(?(open)[）】]|(?=[ ：，。]|\Z))"
)


def _is_a_channel(folded: str) -> bool:
    """·齐鲁壹点 and 极目新闻 behind a paper's name: more of the name."""
    apart, name = folded.startswith("·"), folded.lstrip("·")
    return not is_place(name) and (apart or name in outlets() or name.endswith(("新闻", "网", "在线")))


def _where_and_who(folded: str, match: re.Match[str]) -> tuple[list[tuple[int, int]], bool]:
    """The places of a match, and whether its slots for places name people besides."""
    places: list[tuple[int, int]] = []
    people = match["who"] is not None
    for group in ("place1", "place2", "place3", "place4"):
        if not match[group]:
            continue
        start, named = _place_after_people(folded, match, group)
        end = _without_branch(folded, start, match.end(group))
        if his_man := HIS_MAN_THERE.fullmatch(folded, start, end):  # 本報東京特派員X五日電
            end, named = his_man.end("where"), named or his_man["who"] is not None
        if rest := behind_people(folded[start:end]):  # 本報記者X／台北十一日電
            start, named = end - len(rest), True
        if posted := POSTED.match(folded, start, end):
            end = posted.end()
        if lately := LATELY.search(folded, start, end):
            end = lately.start()
        places += split_places(folded, start, end)
        people = people or named
    return places, people


def _place_after_people(folded: str, match: re.Match[str], group: str) -> tuple[int, bool]:
    """Where the place begins after what is none, and whether that are people.

    本报特派记者北京8日电, 本报今日讯, 供本报专电.
    """
    start, end = match.span(group)
    if not_a_place := NOT_A_PLACE.match(folded, start, end):
        return not_a_place.end(), False
    if (sent := SENT_FROM.match(folded, start, end)) and not is_place(folded[start:end]):
        return sent.end(), False
    office = OFFICE_BEFORE_PLACE.match(folded, start, end)
    rest = folded[office.end() : end] if office else ""
    if office and not is_place(rest) and (cut := split_name_and_place(rest)) is not None:
        return office.end() + cut, True  # 本報記者X台北訊
    if office and is_plainly_a_name(rest) and not is_place(rest):
        return (office.start("where") if office["where"] else end), True  # 本報駐東京記者X八日電
    if office and office.end() == end and office["where"]:
        return office.start("where"), False  # 本報駐日內瓦特派員三日電
    if office and (looks_like_a_place(rest) or not rest):
        return office.end(), False
    return start, False


#: 今日 is when, 供本报 is for whom
NOT_A_PLACE = pattern(rf"(?:独家|综合|体育|英文|图片|(?:今|昨|前|本)[日天晨晚早夜]|供(?:{SELF})|[·、/])")
#: 北京今日
LATELY = pattern(r"[今昨前本][日天晨晚早夜]\Z")
#: 新华社记者从北京8日电…: a sentence
AT_WORK = pattern("记者[从在]")
#: 自北京 is from where; 自贡 is a place
SENT_FROM = pattern(r"发自|[自由从](?=\w{2})")
OFFICE_BEFORE_PLACE = pattern(OFFICE.replace(rf"(?:驻{HAN}{{1,4}}?)?", rf"(?:驻(?P<where>{HAN}{{1,4}}?))?"))
#: 日內瓦 before 特派員
POSTED = pattern(rf"(?<=驻){HAN}{{1,4}}?(?=(?:特派|特约|首席|见习|本地)?(?:记者|通讯员|特派员))")


def _without_branch(folded: str, start: int, end: int) -> int:
    """Where the place ends in 沈阳分社: the agency's house there."""
    branch = BRANCH_OF_THE_AGENCY.search(folded, start, end)
    return branch.start() if branch and branch.start() > start else end


BRANCH_OF_THE_AGENCY = pattern(r"(?:[分支总]社|记者站)\Z")


def _place_without_date(place: str, kind: str) -> bool:
    """本报平壤电 and 拉萨讯: short, and no clause."""
    longest = max(map(len, SEVERAL.split(place)))  # 巴黎、东京、华盛顿
    return longest <= 8 and not is_no_place(place) and (kind != "消息" or looks_like_a_place(place))


def by_a_reporter(text: str, folded: str, start: int) -> Opening | None:
    """（中央社記者X台北6日電）: the reporter's name and the place are glued."""
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
        credits = ((match.start("office"), match.end("kind")),)
    elif not (match["agency"] or "").startswith("中央社"):
        return None
    elif not looks_like_a_place(people) and (named := split_name_and_place(people)):
        place_at = left + named  # 中央社X台北專電
        credits = ((left, match.end("kind")),)
    there = places_at(text, folded, place_at, right)
    return Opening(told(text, match, places=there), match.end(), credits)


def in_hong_kong(text: str, folded: str, start: int) -> Opening | None:
    """【本報港聞部報道】, with the people behind a comma."""
    match = HONGKONG.match(folded, start, start + 40)
    if match is None:
        return None
    return Opening(told(text, match), match.end(), (match.span("people"),) if match["people"] else ())


def compiled(text: str, folded: str, start: int) -> Opening | None:
    """本报综合报道."""
    if folded.find("综合", start, start + 14) < 0:
        return None
    return without_more(text, COMPILED.match(folded, start))


def told_after_another(text: str, folded: str, start: int) -> Opening | None:
    """【美国《纽约时报》1月5日报道】."""
    if "日" not in folded[start : start + 40]:
        return None
    match = REFERENCE.match(folded, start, start + 40)
    if match is None or read_date(match["date"]) is None:
        return None
    return Opening(
        evolve(told(text, match), relay=bool(match["relay"]) or "《" in match["agency"]), match.end()
    )


def taken_over(text: str, folded: str, start: int) -> Opening | None:
    """（据《中国教育报》）."""
    match = RELAYED.match(folded, start, start + 40)
    if match is None:
        return None
    dateline = told(text, match)
    return Opening(evolve(dateline, agency=(dateline.agency or "").strip("《》") or None), match.end())


def by_a_short_name(text: str, folded: str, start: int) -> Opening | None:
    """【電通東京五日電】."""
    return with_place_and_date(text, SHORT_WIRE.match(folded, start, start + 60))
