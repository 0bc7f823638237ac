"""What datelines are made of: houses, places, hours and kinds as patterns, and how a match is read.

Every form of a dateline is a pattern over these, with the groups agency, place, date, kind, relay, desk
and people, as far as it prints them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from banmian.grammar.dates import DATE, NUMERAL, read_date
from banmian.grammar.fields import trimmed
from banmian.grammar.names import HAN, is_plainly_a_name
from banmian.grammar.places import are_places, is_place
from banmian.grammar.vocabulary import newspapers, outlets, places, wire_agencies
from banmian.model import Dateline, Span
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable


def _one_of(names: Iterable[str]) -> str:
    """One of the names, the longest first; most lines begin with the first character of none."""
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    first = "".join(sorted({name[0] for name in names}))
    return rf"(?=[{first}])(?:{'|'.join(longest_first)})"


#: 新华社, 路透社 …: every agency of the list
WIRE = _one_of(wire_agencies())
FULL_WIRE = rf"(?:{HAN}{{2}}中通社|{_one_of([name for name in wire_agencies() if name[-1] in '社网台'])})"
SELF = (
    "本报|本刊|本馆|本社|本网|本端|本台|本版|早报|晚报|晨报|午报|日报|快报|商报|时报|导报|都市报|青年报|"
    "明报|大公报|信报|成报|上报"
)
#: 红网时刻新闻, 中国青年报客户端, 中央社网站: the house's channel belongs to its name; 中新网浙江新闻 is where
CHANNEL = rf"(?:{HAN}{{0,4}}?客户端|(?:官方)?网站|官网|新媒体|时刻(?:新闻)?|(?<=[网报社台])(?:融媒体?|全媒体|视频|手机报|数字报|电子报|公众号|微信|微博|APP))?"
#: 荆楚网（湖北日报网）, 工人日报—中工网, 南海网、新海南客户端: the house's other names
ALIAS = rf"（{HAN}{{2,8}}[网报端台]）(?=[快专]?讯)|、{HAN}{{2,6}}客户端"
PAPER = (
    # most lines have none of these characters so near their beginning
    rf"(?![昨今前][日天晚晨])(?=[A-Za-z《]|{HAN}{{1,9}}?[报网线社台闻心云端])(?:{HAN}{{2,8}}?(?:日报|晚报|晨报|早报|都市报|商报|时报|周报|导报|青年报|文汇报|经济报|法制报|农民报|工人报|"
    rf"新闻网|在线|新闻社|通讯社|通信社|电视台|广播电台|解放军报|教育报|文化报|国防报|新京报)社?|《{HAN}{{2,12}}》|{HAN}{{0,8}}?[县市区州旗]融媒体?中心|[A-Za-z][A-Za-z0-9.]{{1,11}}{HAN}{{0,4}}(?<![专特综快简])"
    # 江城云讯, 客户端讯: the edition on the web, by its own name
    rf"|(?:{HAN}{{2,8}}?云|{HAN}{{0,6}}?客户端)(?={DATE}[电讯]|快?讯(?:[ （：]|\Z))"
    # 红星新闻讯, 中国网7月8日讯: such a name is trusted only where the dateline ends at once
    rf"|{HAN}{{1,8}}?(?:新闻(?![处社部署局])|(?<![官上联入全电触])网|(?<![电情战捷喜简通])报)"
    rf"(?={ALIAS}|{CHANNEL}(?:[·-]{HAN}{{2,8}})?(?:[快特专]?讯|消息|(?:综合)?报[道导][ 】）])|{CHANNEL}(?:[·-]{HAN}{{2,8}})?(?:{HAN}{{2,4}}?)?{DATE}(?:讯|电|消息)|(?:特派|特约|首席)?(?:记者|特派员){HAN}{{2,4}}{DATE}))"
)
#: 南都讯, 澎湃讯: houses whose names end like any word
HOUSE = _one_of(outlets())
#: 新浪科技: a portal's desk
DESK = "(?:AI|全媒体|科技|财经|体育|娱乐|时政|教育|汽车|房产|新闻)?"
#: 申报, 大公报: papers of the list, unless a place is called the same
#: 申報館專電: the house of the paper
NEWSPAPER = rf"(?:{_one_of(newspapers() - places())})馆?"
AGENCY = rf"(?:(?:{HOUSE}){DESK}(?=[快专]?讯(?:[ （：，]|\Z)|{DATE}(?:讯|电|消息))|{FULL_WIRE}|路透|法新|美联|合众|海通|哈瓦斯|塔斯|同盟|{SELF}|{NEWSPAPER}|{PAPER})"
#: 讯 for what was reported, 电 for what was wired, and their compounds
#: 中央社倫敦五日路透電: told after another agency
VIA = r"(?:路透社?|法新社?|美联社?|合众国际社?|合众社?|联合社?|哈瓦斯社?|海通社?|塔斯社?|同盟社?|国民社?)"
KIND = rf"(?![电通]讯[部处局室科社员])(?:{VIA}电|综合讯|综合电|(?:新媒体)?专电|特电|急电|电讯|专讯|特讯|快讯|简讯|航讯|通讯|(?:长途)?电话(?=[】）])|电(?![视影])|讯|消息)"
HONGKONG_KIND = r"(?:综合(?:外电)?(?:报道|报导|消息)|综合外电|报道|报导|专讯|特讯|讯|专?特稿)"
#: 漢口八日下午十時電, 15日凌晨, 六日14:30; all of it or nothing, or 十時 would be a place
PART_OF_DAY = (
    "凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚间|晚上|入夜|夜间|深夜|午夜|子夜|[晨晚夜午早]"
)
HOUR = (
    rf"(?>[ ]?(?:{PART_OF_DAY})?(?:{NUMERAL}{{1,3}}[时点](?:{NUMERAL}{{1,3}}分|半|正|许|[一三]刻)?"
    r"|[0-9]{1,2}：[0-9]{2})?发?)"
)
#: 本报特派记者, 本報駐英國特派員: who sent it
OFFICE = rf"(?:驻{HAN}{{1,4}}?)?(?:(?:特派|特约|首席|见习|本地)?(?:记者|通讯员)|特派员)[ ]?"
#: place names hold no numeral before 日 or 月, or the day would be eaten
DAY_AHEAD = rf"{NUMERAL}{{1,4}}[ ]?[日曰月年]"
#: 沪, 粤: old papers have one character for the cities that they wire from
SHORT_PLACE = "[京津沪汉粤宁平渝港澳杭苏浙湘赣鄂豫鲁晋陕甘川滇黔桂闽皖沈哈青厦穗]"
PLACE_CHARACTER = rf"(?:(?!{DAY_AHEAD})(?:{HAN}|[·/、—]))"
#: “雪龙2”号: a ship or a station as the place
QUOTED_PLACE = rf"{HAN}{{0,6}}“[^“” ]{{1,12}}”{HAN}{{0,4}}"
CLOSERS = {"（": "）", "【": "】"}
TAIL_REACH = 220


@frozen
class Opening:
    """A dateline and where the credits stand that belong to it: in its bracket or in the next."""

    dateline: Dateline
    end: int  #: where the story begins
    credits: tuple[tuple[int, int], ...] = field(default=())


def told(
    text: str,
    match: re.Match[str],
    *,
    end: int | None = None,
    places: tuple[str, ...] | None = None,
    date: str | None = None,
) -> Dateline:
    """The dateline that the groups of a match tell; ``end`` where it ends behind the match.

    ``places`` and ``date`` where the groups alone do not tell them.
    """
    groups = match.groupdict()
    date = date or groups.get("date")
    start, end = trimmed(match.string, match.start(), match.end() if end is None else end)
    return Dateline(
        agency=printed(text, match, "agency") if groups.get("agency") else None,
        places=places
        if places is not None
        else places_at(text, match.string, *match.span("place"))
        if groups.get("place")
        else (),
        date=read_date(date) if date else None,
        kind=printed(text, match, "kind") if groups.get("kind") else None,
        relay=groups.get("relay") is not None,
        desk=printed(text, match, "desk") if groups.get("desk") else None,
        text=text[start:end],
        span=Span(start, end),
    )


def printed(text: str, match: re.Match[str], group: str) -> str | None:
    """What is printed where a group matched; ``None`` if it did not."""
    start, end = match.span(group)
    return text[start:end] if start >= 0 else None


def places_at(text: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    """The places of a stretch, as printed."""
    return tuple([text[left:right] for left, right in split_places(folded, start, end)])


def split_places(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """首尔、平壤 are two places; 西德。巴登巴登 as well, and 雪兰莪·八打灵, but not 华盛顿·欧文."""
    apart = folded.find("·", start, end) > 0 and are_places(folded[start:end].replace("·", "、"))
    marks = "、/。，— ·" if apart else "、/。，— "
    parts: list[tuple[int, int]] = []
    at = start
    for index in range(start, end + 1):
        if index == end or folded[index] in marks:
            while at < index and folded[at] == "·":
                at += 1
            last = index
            while last > at and folded[last - 1] == "·":  # 吉隆坡·5日讯
                last -= 1
            if last > at:
                parts.append((at, last))
            at = index + 1
    return parts


def names_a_house(folded: str) -> bool:
    """大纪元, 昆明信息港 and 新唐人亚太台: whose report it is, where a place might stand."""
    if is_place(folded):
        return False
    known = outlets()
    return ENDS_LIKE_A_HOUSE.search(folded) is not None or any(
        folded[:size] in known for size in (3, 4, len(folded))
    )


ENDS_LIKE_A_HOUSE = pattern(r"(?:[报社网]|客户端|新闻|在线|热线|信息港|传媒|融媒体?|电视台|电台|广播|头条)\Z")


def behind_people(place: str) -> str:
    """The places of X／台北 and 編譯X／雪梨, if what stands before the slash are people."""
    name, slash, rest = place.partition("/")
    people = OFFICE_AND_NAME.match(name) or (is_plainly_a_name(name) and not is_place(name))
    return rest if slash and people and are_places(rest) else ""


OFFICE_AND_NAME = pattern(
    r"(?:驻\w{1,4}?)?(?:特派|特约|实习|资深)?(?:记者|编译|特派员)|\w{2,6}(?:中心|组)(?=\w{2,4}\Z)"
)


#: 东京特派员X: who sits where
HIS_MAN_THERE = pattern(rf"(?P<where>{HAN}{{2,5}}?)(?:特派员|特派记者)(?P<who>{HAN}{{2,4}})?")


def places_behind(text: str, match: re.Match[str], rest: str) -> tuple[str, ...]:
    end = match.end("place")
    return places_at(text, match.string, end - len(rest), end)


def without_more(text: str, match: re.Match[str] | None) -> Opening | None:
    """The dateline that a match is, and nobody credited in it."""
    return Opening(told(text, match), match.end()) if match else None


def with_place_and_date(text: str, match: re.Match[str] | None) -> Opening | None:
    """The dateline that a match is; before a slash stands who sent it: 【編譯X／雪梨十一日電】."""
    if match is None:
        return None
    rest = behind_people(match["place"] or "")
    if not rest:
        return Opening(told(text, match), match.end())
    who = ((match.start("place"), match.end("kind")),)
    return Opening(told(text, match, places=places_behind(text, match, rest)), match.end(), who)


def with_people(folded: str, opening: Opening, *, bare: bool) -> Opening:
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
PEOPLE = pattern(r"记者|通讯员|实习生|作者|编译|编辑|撰稿|摄|执笔|译|特派员|评论员|整理")
#: 本报讯（王小明 李大华）
BARE_PEOPLE = pattern(r"[^\W0-9]{2,4}(?:[ 、][^\W0-9]{1,4}){0,4}")
#: 本报电话 and 本报也讯 are no datelines: between agency and kind stands a place, or nothing
NO_PLACE = pattern(
    r"综合|本报|[昨今前][日天晚晨]|[的了在从向对和与及并为是有将已被把让就都说称记者据通快获]|消息|读者|编辑|报道"
)


def is_no_place(folded: str) -> bool:
    """Whether it is a clause, and not 成都 or 南通.

    >>> is_no_place("也通报了"), is_no_place("成都"), is_no_place("那大")
    (True, False, False)
    """
    return NO_PLACE.search(folded) is not None and not are_places(folded)


#: 讯 and 电 begin words as well: 本报电话, 本报讯息
NOT_A_KIND = pattern(
    r"[员录话影视梯子池器脑力商台报机动价网站缆厂信竞煤费表瓶杆击灯气量源路扇焊热压荒]|[息线问号稿]"
)
