"""Page furniture (版头): what a page prints about itself, and no headline or paragraph.

A line is furniture only if every part of it is: nameplate, date, weekday, page number and section,
serial number, price, the people who made the page, weather, addresses. One part that is none of these,
and the line is a headline's or a story's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from banmian.grammar.dates import NUMERAL, REPUBLIC, is_possible, number, possible_date
from banmian.grammar.jump import normal_page
from banmian.grammar.names import HAN, Trust, read_names
from banmian.model import Date, Folio, Span, Staff
from banmian.script import fold
from banmian.script.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

#: one part of a line of furniture; numerals are matched loosely and read afterwards
DATE = r"(?:公元|西元)?(?P<republic>中华民国|民国)?(?P<year>\w{1,8})[ ]?年[ ]?(?P<month>\w{1,3})[ ]?月[ ]?(?P<day>\w{1,3})[ ]?[日号]"
NUMERIC_DATE = r"(?P<n_year>(?:19|20)[0-9]{2})(?P<n_mark>[./·-])(?P<n_month>[01]?[0-9])(?P=n_mark)(?P<n_day>[0-3]?[0-9])(?![0-9])"
#: without a year a date is furniture only beside its weekday
SHORT_DATE = r"(?P<s_month>\w{1,3})[ ]?月[ ]?(?P<s_day>\w{1,3})[ ]?[日号](?=[ ，·（●]{0,3}(?:星期|周|礼拜))"
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
ENGLISH_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ENGLISH_DATE = (
    rf"(?P<e_month>{MONTHS})[a-z]*\.?[ ](?P<e_day>[0-3]?[0-9])，?[ ](?P<e_year>(?:18|19|20)[0-9]{{2}})"
)
WEEKDAY = rf"(?P<weekday>(?:星期|礼拜|周)[一二三四五六日天](?!{HAN})|{ENGLISH_WEEKDAY}，?)"
STEM, BRANCH = "(?:甲|乙|丙|丁|戊|己|庚|辛|壬|癸)", "(?:子|丑|寅|卯|辰|巳|午|未|申|酉|戌|亥)"
TEN = "[一二三四五六七八九十]"
LUNAR_DAY = f"(?:初{TEN}|廿{TEN}?|卅|{TEN}{{1,3}})日?"
LUNAR_MONTH = f"闰?(?:正|冬|腊|{TEN}{{1,2}})月[大小]?"
SOLAR_TERM = "立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒"
#: 农历己亥年十二月初二, 夏历五月廿六, 今日小暑
LUNAR = (
    rf"(?:农历|夏历|旧历|阴历|古历)[ ]?(?:岁次)?(?:{STEM}{BRANCH}年?)?[ ]?(?:{LUNAR_MONTH})?[ ]?(?:{LUNAR_DAY})?"
    rf"|(?:岁次)?{STEM}{BRANCH}年[ ]?(?:{LUNAR_MONTH})?[ ]?(?:{LUNAR_DAY})?|(?:闰|正|冬|腊)\\w?月(?:大|小)?[ ]?{LUNAR_DAY}"
    rf"|(?:今日|明日|[0-9]{{1,2}}日)(?:{SOLAR_TERM})"
)
#: sections that papers print beside the page number or as a page's head
SECTION_WORDS = (
    "本省新闻|本市新闻|本地新闻|本埠新闻|地方新闻|综合新闻|国际新闻|国内新闻|时事新闻|时政新闻|经济新闻|社会新闻|体育新闻|文化新闻|"
    "都市新闻|焦点新闻|县域新闻|市县新闻|中国新闻|民生新闻|财经新闻|教育新闻|要闻港闻|公益广告|分类广告|大湾区|珠三角|自贸港|"
    "头版|头条|要闻|综合|时政|经济|社会|文化|体育|国际|国内|副刊|理论|评论|教育|科技|法治|法制|健康|生活|民生|财经|娱乐|视点|视觉|专版|专题|"
    "特刊|广告|省内|市县|都市|城事|区域|天下|世界|中国|华夏|热点|焦点|关注|深度|调查|观察|读书|旅游|汽车|房产|金融|证券|消费|农业|三农|"
    "党建|人文|艺术|史话|连载|周刊|聚焦|动态|新闻|港闻|澳闻|两岸|中港|地产|马经|波经|投资|言论|论坛|社论|家园|家居|饮食|时尚|电视|影视|"
    "文艺|文娱|军事|台海|环球|专栏|人物|公告|启事|声明|影像|镜头|服务|信息|资讯|今日"
)
#: a page's head even without a number
SECTION_ALONE = re.compile(
    r"(?:头版|要闻|港闻|澳闻|要闻港闻|副刊|(?:本省|本市|本埠|综合|国际|国内|时事|时政)新闻)(?:[·/、]?(?:综合|要闻|焦点))?[一二三四五]?版?\Z"
)
PAGE_NUMBER = r"(?:[A-Z]{0,2}[ ]?[0-9]{1,3}(?:[/-][A-Z]{0,2}[0-9]{1,3})?|[^\W!-~]{1,3}?(?:至[^\W!-~]{1,3})?)"
#: 第01版：要闻, 第2版, A7版, 三版; the section follows after a mark or is bracketed
PAGE = rf"(?:第[ ]?(?P<page1>{PAGE_NUMBER})[ ]?[版页](?!本)|(?P<page2>[A-Z]{{1,2}}[ ]?[0-9]{{1,3}}|[0-9]{{2}})[ ]?[版页](?!{HAN}{{5}}))"
SECTION_AFTER = rf"(?:[ ]?[：·・（][ ]?|[ ]{{0,3}})(?P<section1>(?:{SECTION_WORDS})(?:[·/、| ]?(?:{SECTION_WORDS}))?|(?<=[：·（]){HAN}{{2,8}}(?:[·|]{HAN}{{2,8}})?|(?<=[：·（] ){HAN}{{2,8}})(?:）|(?!{HAN}))"
#: A01 头版, A13 獨眼, B3 財經, 03 综合新闻
CODED = (
    rf"(?P<page3>[A-Z]{{1,2}}[0-9]{{1,2}}|0[0-9]{{1,2}})[ ：|·]{{1,3}}(?P<section2>(?:{SECTION_WORDS})(?:[·/、| ]?(?:{SECTION_WORDS}))?(?!{HAN})|(?<=[ABCD][0-9][0-9] ){HAN}{{2,4}}\Z|(?<=[ABCD][0-9] ){HAN}{{2,4}}\Z)"
    rf"|(?P<section3>{SECTION_WORDS})[ ：|·]{{0,3}}(?P<page4>[A-Z]{{1,2}}[0-9]{{1,2}}|0[0-9])(?!\w)"
)
LOOSE_PAGE = r"(?P<page5>[A-Z][0-9]{2}|[A-D][0-9]{1,2}|[pP][0-9]{1,2}|0[0-9])(?![0-9A-Za-z年月日.])"
HOW_MANY_PAGES = r"(?:今日|本期|共|本报今日)[ ]?(?:共|出)?[ ]?(?:[A-Z]叠)?\w{1,3}[ ]?(?:大?版|个版|张)(?:[（ ][^（）]{1,20}[）])?"
ISSUE = r"(?:总|新|复刊|创刊)?第[ ]?(?P<issue>[\w，,]{1,10}?)[ ]?(?:期|号|卷)|(?:总|年)?(?:期|卷)号?：?[0-9]{2,6}|Vol\.?[ ]?[0-9]+|No\.?[ ]?[0-9]+|(?:创刊|复刊)于?\w{2,5}年(?:\w{1,2}月)?(?:\w{1,2}日)?(?:创刊|复刊)?"
SERIAL = r"(?:国内)?(?:统一)?(?:连续出版物)?(?:刊号|号)?[：: ]{0,2}CN[ ]?(?P<cn1>[0-9]{2})[ ]?[—-]{1,2}[ ]?(?P<cn2>[0-9]{4})(?:/[A-Z])?"
POST_CODE = r"(?:国内|国外)?(?:邮发)?代号[： ]{0,2}(?:[A-Z]?[0-9]{1,4}(?:[ ]?[—-][ ]?[0-9A-Z]{1,5})?)|ISSN[ ]?[0-9]{4}-[0-9]{3}[0-9X]"
AMOUNT = r"(?:人民币|港币|新台币|HK\$|NT\$|RM|S\$|[¥￥$])?[ ]?(?:[0-9]+(?:\.[0-9]+)?|[^\W!-~]{1,4}?[ ]?(?=[元角分毫仙]))[ ]?(?:元|角|分|毫|仙|令吉)?(?:\w{1,2}[角分])?"
PRICE = rf"(?:零售价?|定价|售价|每份(?:零售|售价|定价|售)?|报价|全年(?:定价|订价)?|每月(?:定价)?|每季(?:定价)?)[： ]{{0,2}}(?:每份)?(?P<price>{AMOUNT})(?:/份|[ ]?每份)?"
WEB = r"(?:网址|官网|网站|数字报)?[：: ]{0,2}(?:https?[：:]//)?(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|cn|net|org|hk|tw|sg|my|mo|news|info)(?:\.[a-z]{2})?(?:/[A-Za-z0-9/._-]*)?"
MAIL = r"(?:投稿|本版|编辑部|电子)?(?:信箱|邮箱|邮件|电邮|E-?mail|email)?[：: ]{0,2}[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{3,40}"
PHONE = (
    r"(?:{HAN}{{0,8}}(?:电话|热线|专线|传真|手机|微信|QQ|Tel|TEL|Fax|FAX))[：: ]{{0,2}}[（]?[+0-9]{{2,5}}[）]?[—0-9 -]{{3,24}}(?:[、转/][0-9 -]{{2,14}}){{0,3}}".replace(
        "{HAN}", HAN
    )
    .replace("{{", "{")
    .replace("}}", "}")
)
ADDRESS = r"(?:本报|社|编辑部|总社|报社)?(?:地址|社址)[：: ][^： ]{4,40}?(?=[ ]|\Z|邮编|邮政编码|电话)|邮政?编码?[：: ]{0,2}[0-9]{6}|(?:广告)?(?:经营)?许可证(?:号)?[：: ][\w —-]{4,24}"
IMPRINT = rf"(?:主管单位|主办单位|主管|主办|出版单位|主办单位|出版|承印|印刷|督印人|承印人|发行|国内外公开发行|协办)[：: ][\w（）、 ]{{2,40}}?(?=[ ，；]|\Z)|{HAN}{{4,24}}(?:主管主办|主管|主办|出版|机关报|承印|印刷|编印|公开发行)(?!{HAN})"
WEATHER = r"(?:今日|今天|明日|本市|\w{0,4})?天气(?:预报)?[： ][^\n]{2,60}?(?:℃|°C|度)[^\n。]{0,30}|(?:多云|晴|阴|小雨|中雨|大雨|阵雨|雷阵雨|雾|雪|小雪)[^\n。]{0,30}[0-9]{1,2}[ ]?(?:℃|°C)(?:[ ]?[~～—-][ ]?-?[0-9]{1,2}[ ]?(?:℃|°C))?|-?[0-9]{1,2}[ ]?(?:℃|°C)?[ ]?[~～—-][ ]?-?[0-9]{1,2}[ ]?(?:℃|°C)|-?[0-9]{1,2}[ ]?(?:℃|°C)"
#: 值班主任：X 主编：X 美编：X
DUTIES = (
    "值班主任|值班总编辑|值班总编|值班编委|值班编辑|值班副总编辑|值班副总编|本期值班|值班|责任编辑|责任编务|责编|本版编辑|本版责编|本版主编|本版责任编辑|本期编辑|本期主编|"
    "[一二三四五六七八九]版责编|执行主编|执行总编辑|执行编辑|总编辑|副总编辑|总编|社长|发行人|主编|副主编|主任|编辑|美术编辑|美术总监|美术|美编|视觉|视觉总监|图片编辑|图编|版式设计|版式制作|版面设计|版式|版面|"
    "设计|排版|组版|制版|制图|校对|检校|校检|校审|审校|审读|一审|二审|三审|初审|复审|终审|签发|编审|监制|统筹|策划|总策划|总监制|网络编辑|新媒体编辑|编务"
)
NAMES_OF_STAFF = r"[\w·、，/ ]{1,36}?"
AFTER_STAFF = rf"(?=[ ，；/|■●◆]*(?:(?:{DUTIES})[ ]?[：/| ]|(?:新闻|编辑部|本版|投稿|联系)?(?:电话|热线|邮箱|信箱|电邮|传真)|E-?mail|[A-D][0-9]{{2}}|（|）|[0-9]|\Z))"
STAFF = rf"(?P<duty>{DUTIES})(?:[ ]?[：/|丨][ ]?|[ ])(?P<staff>{NAMES_OF_STAFF}){AFTER_STAFF}"
PAPER_END = "日报|晚报|晨报|早报|时报|都市报|商报|导报|周报|青年报|特区报|经济报|农民报|工人报|法制报|法治报|新闻报|快报|新报|晚刊|电讯报"
NAMEPLATE = (
    rf"(?P<paper>{HAN}{{2,8}}?(?:{PAPER_END})(?:海外版|农村版|地方版|周末版|华东新闻|市场版)?(?!{HAN}))"
)
LATIN_PLATE = r"(?P<latin>[A-Z][A-Za-z]{2,20}(?:[ ][A-Z][A-Za-z]{1,20}){0,4})(?![A-Za-z@.])"
LOOSE_SECTION = rf"(?P<section4>(?:{SECTION_WORDS})(?:[·/、|]?(?:{SECTION_WORDS}))?[一二三四]?)(?!{HAN})"
EDITION = r"(?:GSM[+][0-9]|北京时间|星期刊|周末版|海外版|晚刊|早刊|日刊|要闻版)"


def _part(name: str, pattern: str) -> str:
    return f"(?P<is_{name}>{pattern})"


PARTS = (
    ("lunar", LUNAR),
    ("date", f"{DATE}|{NUMERIC_DATE}|{SHORT_DATE}|{ENGLISH_DATE}"),
    ("weekday", WEEKDAY),
    ("staff", STAFF),
    ("many", HOW_MANY_PAGES),
    ("page", f"{PAGE}(?:{SECTION_AFTER})?"),
    ("coded", CODED),
    ("issue", ISSUE),
    ("serial", SERIAL),
    ("post", POST_CODE),
    ("pricing", PRICE),
    ("mail", MAIL),
    ("web", WEB),
    ("phone", PHONE),
    ("address", ADDRESS),
    ("imprint", IMPRINT),
    ("weather", WEATHER),
    ("loose", LOOSE_PAGE),
    ("plate", NAMEPLATE),
    ("edition", EDITION),
    ("section", LOOSE_SECTION),
    ("latin_plate", LATIN_PLATE),
)


@cache
def part_of_furniture() -> re.Pattern[str]:
    """One part of a line of furniture, the more particular first; compiled when the first line needs it."""
    return re.compile("|".join(f"(?P<is_{name}>{pattern})" for name, pattern in PARTS))


BETWEEN = re.compile(r"[ ，、；：·|/●○◎■□◆◇★☆▲▼—（）【】*#{}<>《》〈〉。.-]*")
#: one of these, and the line is furniture; the rest only keeps it company
DECISIVE = frozenset(
    {
        "date",
        "staff",
        "many",
        "page",
        "coded",
        "issue",
        "serial",
        "post",
        "pricing",
        "imprint",
        "plate",
        "weekday",
        "lunar",
    }
)
SUPPORTING = frozenset({"mail", "web", "phone", "address", "weather"})
#: no furniture without one of these characters …
FIRST_HINT = re.compile(
    r"[年月版页期号卷报刊星周礼历岁℃@.：/丨|零定售每电热地传主办出印要闻副头责对美编审值天日A-Z0-9]"
)
#: … and one of these; most headlines and paragraphs have none
HINT = re.compile(
    r"[0-9〇○一二三四五六七八九元] ?年 ?\w{1,2} ?月|(?:19|20)[0-9]{2}[./·-]|[版页](?:[ ：·）（，、]|\Z)|第.{1,10}[版页期号卷]|今日|[日晚晨早时商周]报|报(?:[ —（：w]|\Z)"
    r"|星 ?期 ?[一二三四五六日天]|周[一二三四五六日]|礼拜|农历|夏历|岁次|[A-Z][0-9]{1,2}(?![0-9A-Za-z])|\b[0p][0-9]|CN|ISSN|Vol|No|邮发|代号|零售|定价|售价|每份|报价|℃|@|\.(?:com|cn|net|org)"
    r"|(?:编|辑|审|对|式|任|计|划|筹|制|版|监|务|发|长|人|面|觉)[ ]?[：/|丨]|(?:责编|编辑|校对|版式|美编|值班|主编|检校|审)[ ]|电话|热线|地址|社址|传真|主管|主办|出版|印刷|承印"
    r"|要闻|港闻|澳闻|副刊|头版|新闻\Z|南方周末|参考消息|民铁道|联合早|文摘|报[日晚]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* [0-9]|[日天] ?\Z"
)
LONGEST_LINE = 170
MOST_PARTS = 40
#: longer lines are furniture only if they label their parts: 主编：X
LONGEST_WITHOUT_LABELS = 80
#: characters of a theme after the section
LONGEST_THEME = 24
LETTER_SPACED = re.compile(r"(?:[^ ][ ]){4}|(?:[^ ][ ]){2,3}[^ ]\Z")
#: words that end like a nameplate and are none
NOT_A_PLATE = re.compile(
    r"(?:喜|捷|海|预|电|情|汇|通|简|战|公|月|年|回|申|举|警|快|捷)报\Z|[的在是和与]|本报|日报道|订阅"
)
#: horizontal lines of old papers that reading machines return back to front: 年四十四國民華
A_PAGE = re.compile(
    rf"[A-Za-z]{{0,2}}[ ]?[0-9]{{1,3}}(?:[/-][A-Z]{{0,2}}[0-9]{{1,3}})?|{NUMERAL}{{1,3}}(?:至{NUMERAL}{{1,3}})?"
)
NUMBERED = re.compile(rf"(?:{NUMERAL}|[百千万，, ])+")
RIGHT_TO_LEFT = re.compile(r"报[日晚]|日.{1,4}月.{1,4}年|[版期].{1,5}第")


def find_folio(text: str) -> Folio:
    """What the lines of a text say about the page they stand on.

    >>> find_folio("海南日报\\n2026年7月9日 星期四\\nA01 头版").page
    'A1'
    """
    folios = []
    start = 0
    for line in fold(text).split("\n"):
        end = start + len(line)
        found = read_folio_line(text[start:end], line)
        if found is not None:
            folios.append(_moved(found, start))
        start = end + 1
    return merge_folios(folios)


def merge_folios(folios: Iterable[Folio]) -> Folio:
    """One folio from the lines of a page: the first that prints a field decides, editors add up."""
    merged = Folio()
    known = list(folios)

    def first(name: str) -> object:
        return next((value for folio in known if (value := getattr(folio, name)) is not None), None)

    if not known:
        return merged
    fields = ("newspaper", "date", "weekday", "page", "section", "number", "price")
    editors: dict[tuple[str, tuple[str, ...]], Staff] = {}
    for folio in known:
        for staff in folio.editors:
            editors.setdefault((staff.duty, staff.names), staff)
    return Folio(**{name: first(name) for name in fields}, editors=tuple(editors.values()))  # type: ignore[arg-type]


def _moved(folio: Folio, by: int) -> Folio:
    editors = tuple(
        Staff(staff.duty, staff.names, staff.text, Span(staff.span.start + by, staff.span.end + by))
        for staff in folio.editors
    )
    return Folio(
        folio.newspaper,
        folio.date,
        folio.weekday,
        folio.page,
        folio.section,
        folio.number,
        folio.price,
        editors,
    )


def read_folio_line(text: str, folded: str) -> Folio | None:
    """What the line says about the page, if it is nothing but page furniture.

    >>> read_folio_line("A01 头版", "A01 头版").page
    'A1'
    >>> read_folio_line("A股大涨", "A股大涨") is None
    True
    """
    length = len(folded)
    if (
        not 2 <= length <= LONGEST_LINE
        or folded[-1] in "。！？”，、；"
        or not FIRST_HINT.search(folded)
        or not HINT.search(folded)
    ):
        return None
    if "记者" in folded or (length > LONGEST_WITHOUT_LABELS and "：" not in folded and "/" not in folded):
        return None
    where: list[int] | range = range(length)
    if LETTER_SPACED.search(folded):  # 2 0 1 5 年 5 月 2 2 日
        where = [index for index, character in enumerate(folded) if character != " "]
        compact = "".join([folded[index] for index in where])
        found = _read_parts(text, compact, where)
        if found is not None:
            return found
        where = range(length)
    found = _read_parts(text, folded, where)
    if found is None and RIGHT_TO_LEFT.search(folded):
        where = range(length - 1, -1, -1)
        found = _read_parts(text, folded[::-1], where)
    return found


def _read_parts(text: str, folded: str, where: list[int] | range) -> Folio | None:
    """The line as a row of parts, quoted from the print at ``where``; ``None`` if one is no furniture."""

    def printed(match: re.Match[str], group: str) -> str | None:
        if match[group] is None:
            return None
        return "".join([text[where[at]] for at in range(match.start(group), match.end(group))]).strip()

    newspaper = weekday = page = section = number = price = None
    date: Date | None = None
    editors: list[Staff] = []
    kinds: list[str] = []
    part = part_of_furniture()
    at = _after(folded, 0)
    while at < len(folded):
        match = part.match(folded, at)
        if match is None or match.end() == at or len(kinds) > MOST_PARTS:
            plate = _plate_at(folded, at)
            if plate is None:
                # A04 本省新闻 and then the theme of the page
                if (
                    kinds in (["coded"], ["page"])
                    and section
                    and at < len(folded) <= at + LONGEST_THEME
                    and folded[at - 1] == " "
                ):
                    break
                return None
            newspaper = newspaper or "".join([text[where[index]] for index in range(at, plate)])
            kinds.append("plate")
            at = _after(folded, plate)
            continue
        kind = (match.lastgroup or "is_")[3:]
        if kind == "date":
            found = _date_of(match)
            if found is None:
                return None
            date = date or found
        elif kind == "issue":
            if match["issue"] and not NUMBERED.fullmatch(match["issue"]):
                return None
        elif kind == "weekday":
            weekday = weekday or (printed(match, "weekday") or "").rstrip("，,") or None
        elif kind in ("page", "coded", "loose"):
            code = next(
                (match[group] for group in ("page1", "page2", "page3", "page4", "page5") if match[group]),
                None,
            )
            if code and not A_PAGE.fullmatch(code):
                return None
            page = page or (normal_page(code.upper() if code[0] != "p" else code[1:]) if code else None)
            section = section or next(
                (value for group in ("section1", "section2", "section3") if (value := printed(match, group))),
                None,
            )
        elif kind == "section":
            section = section or printed(match, "section4")
        elif kind == "serial":
            number = number or f"CN{match['cn1']}-{match['cn2']}"
        elif kind == "pricing":
            price = price or printed(match, "price")
        elif kind == "staff":
            staff = _staff(text, folded, match, where)
            if staff is None:
                return None
            editors.append(staff)
        elif kind == "plate":
            if NOT_A_PLATE.search(match["paper"]):
                return None
            newspaper = newspaper or printed(match, "paper")
        kinds.append(kind)
        at = _after(folded, match.end())
    if not _is_furniture(kinds, folded, editors):
        return None
    return Folio(newspaper, date, weekday, page, section, number, price, tuple(editors))


def _after(folded: str, at: int) -> int:
    match = BETWEEN.match(folded, at)
    return match.end() if match else at


def _plate_at(folded: str, at: int) -> int | None:
    """Where a nameplate ends that begins here and is one of the list: 信报, 晶报, 南方周末."""
    known = newspapers()
    for size in range(8, 1, -1):
        end = at + size
        if folded[at:end] in known and (end >= len(folded) or folded[end] in " ，·|/（—●：www"):
            return end
    return None


def _is_furniture(kinds: list[str], folded: str, editors: list[Staff]) -> bool:
    """Whether the parts make a line of furniture between them."""
    if not kinds:
        return False
    several = len(kinds) > 1
    if kinds == ["section"]:
        return SECTION_ALONE.match(folded.strip()) is not None
    if kinds == ["loose"] or (kinds[0] == "weather" and "℃" in folded):
        return True
    if "staff" in kinds:  # （編輯：X） after a story is the story's
        return (
            not folded.lstrip().startswith(("（", "【"))
            or len(editors) > 2
            or any("版" in s.duty for s in editors)
        )
    if DECISIVE.intersection(kinds):
        return True
    return bool(SUPPORTING.intersection(kinds)) and (several or kinds[0] in ("web", "mail", "phone"))


def _date_of(match: re.Match[str]) -> Date | None:
    """The date that a part prints; the Republic's years are turned into common ones."""
    if match["year"]:
        year = number(match["year"].replace(" ", ""))
        if year is None:
            return None
        if match["republic"] or 20 <= year <= 150:
            year += REPUBLIC
        if not 1800 <= year <= 2200:
            return None
        return _if_possible(year, match["month"], match["day"])
    if match["n_year"]:
        return _if_possible(int(match["n_year"]), match["n_month"], match["n_day"])
    if match["s_month"]:
        return _if_possible(None, match["s_month"], match["s_day"])
    month = MONTHS.split("|").index(match["e_month"]) + 1
    return _if_possible(int(match["e_year"]), str(month), match["e_day"])


def _if_possible(year: int | None, month: str, day: str) -> Date | None:
    date = possible_date(year, number(month.replace(" ", "")), number(day.replace(" ", "")))
    return date if date is not None and is_possible(date) else None


def _staff(text: str, folded: str, match: re.Match[str], where: list[int] | range) -> Staff | None:
    """Who did what for the page; ``None`` if what stands there are no names."""
    start, end = match.span("staff")
    spaced = isinstance(where, list)
    names = read_names(
        "".join([text[index] for index in where]) if spaced else text, folded, start, end, Trust.SOME
    )
    if names is None:
        return None
    people = tuple(name.text for name in names.people)
    left, right = where[match.start("duty")], where[end - 1] + 1
    left, right = min(left, right), max(left, right)
    duty = text[where[match.start("duty")] : where[match.end("duty") - 1] + 1].replace(" ", "")
    return Staff(duty, people, text[left:right], Span(left, right))


@cache
def newspapers() -> frozenset[str]:
    """Newspapers whose names do not tell what they are: 信报, 南方周末."""
    return frozenset(lines_of("folio_newspapers.txt"))
