"""Page furniture (版头): what a page prints about itself, and no headline or paragraph.

A line is furniture only if every part of it is: nameplate, date, weekday, page number and section,
serial number, price, the people who made the page, weather, addresses. One part that is none of these,
and the line is a headline's or a story's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian.grammar.dates import NUMERAL, number, possible_date
from banmian.grammar.jump import normal_page
from banmian.grammar.names import HAN, Trust, read_names
from banmian.model import Date, Folio, Span, Staff
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

#: digits of any kind, letter-spaced or not: 2 0 1 5 年
SPACED = rf"(?:[ ]?{NUMERAL})"
YEAR = rf"(?P<year>{NUMERAL}{SPACED}{{1,6}}|元)"
DATE = rf"""
    (?:公元|西元)?(?P<republic>中华[ ]?民[ ]?国|民国)?[ ]?{YEAR}[ ]?年
    [ ]?(?P<month>{NUMERAL}{SPACED}{{0,2}})[ ]?月[ ]?(?P<day>{NUMERAL}{SPACED}{{0,2}})[ ]?[日号]
"""
NUMERIC_DATE = r"(?P<n_year>(?:19|20)[0-9]{2})(?P<n_mark>[./·-])(?P<n_month>[01]?[0-9])(?P=n_mark)(?P<n_day>[0-3]?[0-9])"
SHORT_DATE = rf"(?P<s_month>{NUMERAL}{{1,3}})[ ]?月[ ]?(?P<s_day>{NUMERAL}{{1,3}})[ ]?[日号]"
ENGLISH_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
ENGLISH_DATE = (
    rf"(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?，?[ ])?(?P<e_month>{ENGLISH_MONTHS})[a-z]*\.?[ ]"
    r"(?P<e_day>[0-3]?[0-9])，?[ ](?P<e_year>(?:18|19|20)[0-9]{2})"
)
WEEKDAY = r"(?P<weekday>(?:星[ ]?期|礼[ ]?拜|周)[ ]?(?P<weekday_name>[一二三四五六日天]))"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
#: 农历己亥年十二月初二, 夏历…
LUNAR = (
    rf"(?:农历|夏历|旧历|阴历|古历)?[ ]?(?:岁次)?(?:[{STEMS}][{BRANCHES}](?:\(?[鼠牛虎兔龙蛇马羊猴鸡狗猪]\)?)?年?)?[ ]?"
    rf"(?:闰?[正一二三四五六七八九十冬腊]{{1,2}}月[大小]?)?[ ]?(?:(?:初|十|廿|二十|三十|卅)[一二三四五六七八九十]?日?)?"
)
LUNAR_PART = (
    rf"(?:(?:农历|夏历|旧历|阴历|古历)[ ]?(?:岁次)?[ ]?(?:[{STEMS}][{BRANCHES}]年?)?[ ]?(?:闰?[正一二三四五六七八九十冬腊]{{1,2}}月[大小]?)?[ ]?"
    rf"(?:(?:初|十|廿|二十|三十|卅)[一二三四五六七八九十]?日?)?"
    rf"|(?:岁次)?[{STEMS}][{BRANCHES}]年[ ]?(?:闰?[正一二三四五六七八九十冬腊]{{1,2}}月[大小]?[ ]?(?:(?:初|十|廿|二十|三十|卅)[一二三四五六七八九十]?日?)?)?"
    rf"|闰?[正一二三四五六七八九十冬腊]{{1,2}}月[大小]?[ ]?(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)日?"
    rf"|(?:今日|明日|昨日|[0-9]{{1,2}}日)?(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)(?:[初一二三四五六七八九十日]{{1,4}})?)"
)
#: sections that papers print beside the page number
SECTIONS = (
    "头版|要闻|综合|时政|经济|社会|文化|体育|国际|国内|副刊|理论|评论|教育|科技|法治|法制|健康|生活|民生|财经|娱乐|视点|视觉|专版|专题|"
    "特刊|广告|公益广告|本省新闻|本市新闻|本地新闻|本埠新闻|地方新闻|省内|市县|都市|城事|区域|天下|世界|中国|华夏|热点|焦点|关注|深度|调查|观察|"
    "读书|旅游|汽车|房产|金融|证券|消费|农业|三农|党建|人文|艺术|史话|连载|周刊|聚焦|动态|新闻|港闻|澳闻|两岸|中港|地产|马经|波经|投资|"
    "言论|论坛|社论|名家|家园|家居|饮食|时尚|电视|影视|文艺|文娱|军事|台海|大湾区|珠三角|自贸港|环球|专栏|人物|公告|启事|声明|分类广告|独眼|今日|"
    "综合新闻|国际新闻|国内新闻|时事新闻|经济新闻|社会新闻|体育新闻|文化新闻|都市新闻|要闻港闻|焦点新闻|县域新闻|图片新闻|影像|镜头|服务|信息|资讯|天气"
)
PAGE_CODE = r"[A-Z]{0,2}[ ]?[0-9]{1,3}"
PAGE_NUMBER = rf"(?P<page_number>{PAGE_CODE}|[一二三四五六七八九十]{{1,3}})"
MOST_LETTERS_OF_A_SECTION = 8


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
        folio.newspaper, folio.date, folio.weekday, folio.page, folio.section, folio.number, folio.price, editors
    )


def read_folio_line(text: str, folded: str) -> Folio | None:
    return None
