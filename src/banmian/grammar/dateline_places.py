"""Datelines that begin with where or when it was reported: 南京廿三日電, （居銮24日讯）, （八日中央社電）."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar.dateline_parts import (
    DAY_AHEAD,
    FULL_WIRE,
    HIS_MAN_THERE,
    HOUR,
    NOT_A_KIND,
    SELF,
    SHORT_PLACE,
    WIRE,
    Opening,
    behind_people,
    is_no_place,
    names_a_house,
    places_at,
    printed,
    split_places,
    told,
    with_people,
    with_place_and_date,
    without_more,
)
from banmian.grammar.dates import DATE, NUMERAL
from banmian.grammar.names import HAN
from banmian.grammar.places import SEVERAL, is_place, looks_like_a_place, starts_of_final_places
from banmian.patterns import pattern

if TYPE_CHECKING:
    import re

#: 南京廿三日電, 吉隆坡訊: without brackets only places that are known, or with their people (某城讯（记者X）)
PLACE_AT_HEAD = pattern(
    rf"[ ]*(?P<open>[（【])?(?:[又另]?(?P<relay>据)|[又另])?"
    rf"(?P<place>(?:(?!{DAY_AHEAD}){HAN}){{2,8}}?|(?(open)(?!)|{SHORT_PLACE}(?={NUMERAL}{{1,3}}日[专急特]?电)))(?(open)[）】])"
    rf"(?:[ ]?(?P<date>{DATE}){HOUR}(?P<kind>专电|特电|专讯|综合讯|急电|航讯|电|讯)"
    rf"|(?P<kind2>综合讯|专讯|讯|(?:[专急特]?电|电讯|通[讯信]|航讯)(?!（)|消息(?=：))(?=[ ：（|]|\Z))"
)
#: print that counts its days in Arabic figures sets a dateline apart: 北京5日电动车新规 is none
ARABIC_DAY = pattern(r".*[0-9０-９][日号]")
SET_APART = pattern(r"[ ：，。、（“【|—]|\Z")
#: 喜讯, 短讯: a word, and no place
A_WORD_BEFORE_KIND = pattern(r".*[快简短喜捷电通音资音情战时要]\Z")
#: 【滬訊】, 【漢五日電】
SHORT_PLACE_ONLY = pattern(
    rf"[ ]*(?P<open>[（【])(?P<place>{SHORT_PLACE})(?P<date>{DATE})?(?P<kind>[专特]?电|[专特]?讯)[）】]"
)
#: 本市訊, 【本埠消息】: no place's name, and yet where
HERE = pattern(r"本[市埠港澳县省镇地]|外埠")
#: （居銮24日讯）, （香港综合讯）, （新加坡讯）
PLACE_ONLY = pattern(
    rf"[ ]*(?P<open>[（【])(?:(?P<relay>综合)(?=[^）】]{{2,12}}{DATE}))?"
    rf"(?P<place>(?!综合)(?:(?!{DAY_AHEAD}){HAN}|[·/、]){{2,12}}?)[ ]?"
    rf"(?:(?:(?:北京|台北|香港|当地)时间)?(?P<date>{DATE}){HOUR})?"
    rf"(?P<kind>综合讯|综合电|专电|特电|急电|专讯|特讯|讯|电|航讯|[快简短电]讯|通讯|[通快航]信|广播|(?:长途)?电话|消息)"
    rf"(?:[ ，](?P<people>(?:记者|通讯员|见习记者|实习生)[^（）【】]{{2,60}}))?[）】]"
)
#: （八日南京專電）, 八日中央社電, 7月14日讯
DATE_FIRST = pattern(
    rf"[ ]*(?P<open>[（【])?(?P<date>{DATE})(?<!号){HOUR}"
    rf"(?P<agency>{WIRE}|{SELF})?(?:发自|自)?(?P<place>{HAN}{{2,8}}?)?(?P<wire>{WIRE})?"
    rf"(?P<kind>[专急特]?电|[专急特电]?讯)(?(open)[）】]|(?=[ ：，。（]|\Z))"
)
#: （华盛顿路透电）, （首尔/东京路透电）: place and agency without a day
PLACE_AND_WIRE = pattern(
    rf"[ ]*(?P<open>[（【])?(?P<place>(?:(?!{DAY_AHEAD}){HAN}|[·/、]){{2,14}}?)[ ]?"
    rf"(?P<agency>{WIRE})[ ]?(?:(?P<date>{DATE}){HOUR})?"
    rf"(?P<kind>综合讯|综合电|专电|专讯|特电|电讯|讯|电)(?(open)[）】]|(?=[ ：，]|\Z))"
)
#: （倫敦廿四日哈瓦斯電）, （柏林廿七日電）; 西德。巴登巴登拾五日合衆社電;
#: from letterpress reading machines return B for 日, 竈 or 豕 for 電, 飘 or 巩 for 訊
PLACE_FIRST = pattern(
    rf"[ ]*(?P<open>[（【])?(?P<relay>据)?(?!{FULL_WIRE})(?P<place>(?:(?!{DAY_AHEAD})[\w。·、，]){{2,14}}?)[ ]?"
    rf"(?P<date>{DATE}|(?P<damaged>{NUMERAL}{{1,3}}B)){HOUR}[。，、· ]?"
    rf"(?:[电灶豕][。，、· ])?(?P<agency>{WIRE}|{SELF})[。，、· ]?(?:社)?"
    rf"(?P<kind>急电|专电|特电|电讯|电|讯|[灶豕飘巩](?=[ 。，：）】]|\Z))[ ]?[）】]?"
)
#: 【特訊】, 【又訊】 without an agency; 又訊 follows an item, and needs no brackets
AGAIN = "[又另续][讯电]"
BARE = pattern(
    r"[ ]*(?:[（【](?P<kind>专电|急电|特讯|正视听|综合外电|专讯|快讯|综合讯|综合(?:外电)?报道|综合(?:外电)?报导|综合(?:外电)?消息|特稿"
    rf"|{AGAIN})[）】]|(?P<again>{AGAIN})(?=[ ：，]|\Z))"
)


def for_an_agency(text: str, folded: str, start: int) -> Opening | None:
    """（华盛顿路透电）."""
    if folded.find("电", start, start + 24) < 0 and folded[start : start + 1] not in ("（", "【"):
        return None
    match = PLACE_AND_WIRE.match(folded, start, start + 40)
    if match is None:
        return None
    if match["open"] is None or match["agency"][-1] != "社":  # （某镇中央社电）
        places = split_places(folded, *match.span("place"))
        known = is_place if match["open"] is None else looks_like_a_place
        if not places or not all(known(folded[left:right]) for left, right in places):
            return None
    return without_more(text, match)


def in_brackets(text: str, folded: str, start: int) -> Opening | None:
    """（居銮24日讯）, 【X／台北訊】, 【大紀元7月8日訊】."""
    if short := SHORT_PLACE_ONLY.match(folded, start, start + 20):
        return without_more(text, short)
    match = PLACE_ONLY.match(folded, start, start + 100)
    if match is None or (not match["date"] and is_no_place(match["place"])):
        return None
    place = match["place"]
    if behind_people(place):
        return with_place_and_date(text, match)
    if match["kind"] in LETTER_FROM and not (is_place(place) or HERE.fullmatch(place)):
        return None
    if match["kind"] == "电" and not match["date"] and not _are_places_or_here(place):
        return None  # 【無線電】
    dateline = told(text, match)
    if his_man := HIS_MAN_THERE.fullmatch(place):  # 【北京特派員X八日電】
        there = places_at(text, folded, match.start("place"), match.start("place") + his_man.end("where"))
        return Opening(
            evolve(dateline, places=there), match.end(), ((match.start("place"), match.end("kind")),)
        )
    if names_a_house(place):
        dateline = evolve(dateline, agency=printed(text, match, "place"), places=())
    elif (agency := AGENCY_AND_PLACE.fullmatch(place)) and is_place(agency["place"]):  # 【日聯社東京五日電】
        cut = match.start("place") + agency.end("agency")
        there = places_at(text, folded, cut, match.end("place"))
        dateline = evolve(dateline, agency=text[match.start("place") : cut], places=there)
    people = (match.span("people"),) if match["people"] else ()
    opening = Opening(dateline, match.end(), people)
    return opening if people else with_people(folded, opening, bare=False)


def _are_places_or_here(place: str) -> bool:
    return HERE.fullmatch(place) is not None or all(map(looks_like_a_place, SEVERAL.split(place)))


AGENCY_AND_PLACE = pattern(rf"(?P<agency>{HAN}{{1,4}}社)(?P<place>{HAN}{{2,5}})")
#: 【廣州通訊】, 【本埠消息】: after other words than places these are headings
LETTER_FROM = frozenset(
    ["通讯", "通信", "快信", "航信", "快讯", "简讯", "短讯", "电讯", "广播", "电话", "长途电话", "消息"]
)


def at_the_head(text: str, folded: str, start: int) -> Opening | None:
    """南京廿三日電, （天津）八日電."""
    match = PLACE_AT_HEAD.match(folded, start, start + 40)
    if match is None or NOT_A_KIND.match(folded, match.end()):
        return None
    place, date = match["place"], match["date"]
    if date and ARABIC_DAY.match(date) and not SET_APART.match(folded, match.end()):
        return None
    dateline = evolve(told(text, match), kind=printed(text, match, "kind" if date else "kind2"))
    known = is_place(place) or HERE.fullmatch(place) is not None
    if not known and names_a_house(place):
        dateline = evolve(dateline, agency=printed(text, match, "place"), places=())
    opening = with_people(folded, Opening(dateline, match.end()), bare=False)
    if known:
        return opening
    if len(place) == 1:  # 滬廿三日專電
        return opening if SET_APART.match(folded, match.end()) else None
    if len(place) > LONGEST_UNKNOWN_PLACE or A_WORD_BEFORE_KIND.match(place) or is_no_place(place):
        return None
    if date:
        return opening if _is_sent_from_a_town(folded, opening, match) else None
    return opening if opening.credits else None


#: 某城讯（记者X）: a place that no list knows
LONGEST_UNKNOWN_PLACE = 5


def _is_sent_from_a_town(folded: str, opening: Opening, match: re.Match[str]) -> bool:
    """青川7月8日讯 and 膠縣十二日電 of a town that no list knows: print that is nothing else but a dateline.

    The day stands with its month, or in Chinese numerals before 電; the text is set apart; and what stands
    before the day is no office, no reader and no letter that came.
    """
    date, place = match["date"], match["place"]
    wired = "电" in match["kind"] and ARABIC_DAY.match(date) is None and len(place) <= len("嘉义县")
    if not ("月" in date or wired) or SAYS_MORE_THAN_A_TOWN.search(place) or starts_of_final_places(place):
        return False  # 新华杜北京, an agency misread
    return bool(opening.credits) or TEXT_FOLLOWS.match(folded, match.end()) is not None


TEXT_FOLLOWS = pattern(r"[ ：]|\Z")
#: 气象局7月8日讯, 顷接廿三日电, 本月廿三日电
SAYS_MORE_THAN_A_TOWN = pattern(
    r"[接得致发拍复来去奉收我他她你该本此各某上下同月年日时天]|\A[全各]|[局部委会院所司厂校队团员者人家们行室处科股办台刊理席统记相递]\Z"
)


def date_first(text: str, folded: str, start: int) -> Opening | None:
    """（八日南京專電）; without brackets only with a place that is known, or none."""
    match = DATE_FIRST.match(folded, start, start + 60)
    if match is None or not (match["open"] or match["place"] is None or is_place(match["place"])):
        return None
    opening = with_place_and_date(text, match)
    if opening and match["wire"]:  # （八日倫敦路透電）
        opening = evolve(opening, dateline=evolve(opening.dateline, agency=printed(text, match, "wire")))
    return opening and with_people(folded, opening, bare=False)


def before_an_agency(text: str, folded: str, start: int) -> Opening | None:
    """東京拾四日電•路透社訊."""
    match = PLACE_FIRST.match(folded, start, start + 40)
    if match is None:
        return None
    date = match["date"]
    return Opening(told(text, match, date=date[:-1] + "日" if match["damaged"] else date), match.end())


def nowhere(text: str, folded: str, start: int) -> Opening | None:
    """【又訊】, 又訊."""
    match = BARE.match(folded, start)
    if match is None:
        return None
    kind = printed(text, match, "kind") or printed(text, match, "again")
    return Opening(evolve(told(text, match), kind=kind), match.end())
