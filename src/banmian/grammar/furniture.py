"""The parts of page furniture (版头) as patterns: dates, pages, prices, duties, addresses, nameplates.

Numerals are matched loosely and read afterwards. The parts are compiled into one pattern when the first
line that may be furniture asks for it.
"""

from __future__ import annotations

import re
from functools import cache

from banmian.grammar.names import HAN
from banmian.patterns import pattern
from banmian.script.tables import lines_of


def _any_of(words: str) -> str:
    return "|".join(words.split())


def _any_line_of(name: str) -> str:
    return "|".join(sorted(lines_of(name), key=len, reverse=True))


# ---------------------------------------------------------------- dates

#: the year before an era's first; papers under the older emperors count lunar months
ERAS = {"中华民国": 1911, "民国": 1911, "明治": 1867, "大正": 1911, "昭和": 1925, "大同": 1931, "康德": 1933}
DATE = (
    rf"(?:公元|西元|[西公阳国]历|大(?=中华民国))?(?P<era>{'|'.join(ERAS)})?(?!光绪|宣统|同治)"
    r"(?P<year>[\w○]{1,8})[ ]?年"
    r"[ /]?(?P<month>[\w○]{1,3})[ ]?月[ /]?(?P<day>[\w○]{1,3})[ ]?[日号]"
)
NUMERIC_DATE = (
    # 115.7.8: the Republic's year
    r"(?P<n_year>(?:19|20)[0-9]{2}|1[0-3][0-9](?=[./][01]?[0-9][./][0-3]?[0-9] (?:星期|周)))(?P<n_mark>[./·-])(?P<n_month>[01]?[0-9])(?P=n_mark)"
    r"(?P<n_day>[0-3]?[0-9])(?![0-9])"
)
#: without a year a date is furniture only beside its weekday
SHORT_DATE = r"(?P<s_month>\w{1,3})[ ]?月[ ]?(?P<s_day>\w{1,3})[ ]?[日号](?=[ ，·（●]{0,3}(?:星期|周|礼拜))"
MONTHS = _any_of("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
MONTHS_IN_PRINT = f"{MONTHS}|{MONTHS.upper()}"
ENGLISH_DATE = (
    rf"(?:(?P<e_day2>[0-3]?[0-9])[ ])?(?P<e_month>{MONTHS_IN_PRINT})[A-Za-z]*\.?"
    r"(?(e_day2)|[ ](?P<e_day>[0-3]?[0-9]))，?[ ](?P<e_year>(?:18|19|20)[0-9]{2})"
)
WEEKDAY = rf"(?P<weekday>[月火水木金土日]曜日?(?!{HAN})|(?:星期|礼拜|周)[一二三四五六日天](?:(?!{HAN})|(?=第|责编|责任|今日))|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day，?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY，?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?![A-Za-z])[.，]?)"
STEM, BRANCH = _any_of("甲 乙 丙 丁 戊 己 庚 辛 壬 癸"), _any_of("子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥")
LUNAR_YEAR = f"(?:{STEM})(?:{BRANCH})年"
TEN = "[一二三四五六七八九十]"
LUNAR_DAY = f"(?:初{TEN}|廿{TEN}?|卅|{TEN}{{1,3}})日?"
LUNAR_MONTH = f"闰?(?:正|冬|腊|{TEN}{{1,2}})月(?:大|小)?"
SOLAR_TERM = _any_of(
    "立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 "
    "立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒"
)
#: 农历己亥年十二月初二, 己亥年, 腊月廿三, 今日小暑
LUNAR = (
    rf"(?:光绪|宣统|同治)(?:{TEN}{{1,3}}|元)年[ ]?{LUNAR_MONTH}[ ]?(?:{LUNAR_DAY})?|"
    rf"(?:农历|夏历|旧历|阴历|古历)[ ]?(?:岁次)?(?:{LUNAR_YEAR})?[ ]?(?:{LUNAR_MONTH})?[ ]?(?:{LUNAR_DAY})?"
    rf"|(?:岁次)?{LUNAR_YEAR}[ ]?(?:{LUNAR_MONTH})?[ ]?(?:{LUNAR_DAY})?"
    rf"|(?:闰\w|正|冬|腊)月(?:大|小)?[ ]?{LUNAR_DAY}"
    rf"|(?:今日|明日|[0-9]{{1,2}}日)(?:{SOLAR_TERM})"
)

# ---------------------------------------------------------------- pages and sections

#: 04/05, A2-A3, 04～05
TO_PAGE = "[/~～—-]"
PAGE_NUMBER = rf"(?:[A-Z]{{0,2}}[ ]?[0-9]{{1,3}}(?:{TO_PAGE}[A-Z]{{0,2}}[0-9]{{1,3}})?|{HAN}{{1,3}}?(?:至{HAN}{{1,3}})?|[IVX]{{2,4}})"
#: 第2版, A7版; not 第三版《…》出版
PAGE = (
    rf"(?:第[ ]?(?P<page1>{PAGE_NUMBER})[ ]?[版页](?!本)"
    r"|(?P<page9>[A-Z]叠[ ]?第?[ ]?[0-9]{1,2})[ ]?版|版次[：: ]{1,2}(?P<page10>[A-Z]?[0-9]{1,3}(?![0-9]))"
    rf"|(?P<page2>[A-Z]{{1,2}}[ ]?[0-9]{{1,3}}|[0-9]{{2}}(?:{TO_PAGE}[0-9]{{2}})?|[Ⅰ-Ⅻ]|[IVX]{{2,4}})[ ]?[版页](?!{HAN}{{5}}))"
)
#: A01, B3, p02 and 02 by themselves
LOOSE_PAGE = r"(?P<page5>[A-Z][0-9]{2}(?:[/~～—-][A-Z]?[0-9]{2})?|[A-D][0-9]{1,2}|[pP][0-9]{1,2}|0[0-9])(?![0-9A-Za-z年月日.])"
#: 叁版, 二版
NUMBERED_PAGE = r"(?P<page8>[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}|[1-9](?=[ ]?版(?:(?:[）】]?[ ]*|[ ：·|│]{1,3}\w{2,5})\Z|[ ：·|│]{1,3}(?:\w{2,5}[ ：·|│]{1,3})?(?:[12][0-9]{3}[年./-]|星期))))[ ]?版(?![\w本])"
#: 第一張第三版: papers of several sheets
SHEET = (
    r"第[ ]?[0-9一二三四五六七八九十]{1,2}[ ]?[张叠](?=[ ，]?第|[ ，]|\Z)"
    # 第二十一年第三百四十期
    r"|第[ ]?[0-9一二三四五六七八九十百〇○]{1,5}[ ]?年(?=[ ，]?第)"
)
#: the page's number by itself, first or last on the line; it needs a date beside it
BARE_NUMBER = r"(?P<page6>\A[1-9][0-9]{0,2}(?=[ |])|[1-9][0-9]{0,2}(?=[ |]*\Z)|(?<=[\u4e00-\u9fff] )[1-9][0-9]?(?=[ |]{1,3}[12][0-9]{3}年))"
HOW_MANY_PAGES = (
    r"(?:今日|本期|共|本报今日)[ ]?(?:共|出)?[ ]?(?:[四对]开)?(?:[A-Z]叠)?\w{1,3}?[ ]?(?:大?版|个版|张(?:[ ]?\w{1,3}版)?)"
    r"(?:[ ]?[A-Z]叠[0-9]{1,3}版)*(?:[（ ][^（）]{1,20}[）])?|[四对八]开[ ]?\w{1,3}版"
)
#: a page's head even without a number
SECTION_ALONE = pattern(
    r"(?:头版|要闻|港闻|澳闻|要闻港闻|副刊|(?:本省|本市|本埠|综合|国际|国内|时事|时政)新闻)"
    r"(?:[·/、]?(?:综合|要闻|焦点))?[一二三四五]?版?\Z"
)


def _sections() -> tuple[str, str, str]:
    """After a page's number (第01版：要闻), with its code (A13 獨眼), and alone beside other parts."""
    words = _any_line_of("folio_sections.txt")
    one_or_two = rf"(?:{words})(?:(?:[ ]?[·/、|][ ]?|[ ])?(?:{words}))?"
    after = (
        rf"(?:[ ]?[：·・（][ ]?|[ ]{{0,3}})"
        rf"(?P<section1>{one_or_two}|(?<=[：·（])(?!(?:修订|增订|修正|中文|英文|精装|平装)版){HAN}{{2,8}}(?:[·|]{HAN}{{2,8}})?|(?<=[：·（] ){HAN}{{2,8}})"
        r"(?:）|(?!\w))"
    )
    coded = (
        rf"(?P<page3>[A-Z]{{1,2}}[0-9]{{1,2}}(?:[/-][A-Z]{{0,2}}[0-9]{{1,2}})?|[A-D][ ][0-9]{{1,2}}|0[0-9]{{1,2}})[ ：|·]{{1,3}}"
        rf"(?P<section2>{one_or_two}(?!{HAN})"
        # a section of the paper's own: only after a code that is nothing else (G20, C919)
        rf"|(?<=[ABCD][0-9][0-9] ){HAN}{{2,4}}\Z|(?<=[ABCD][0-9] ){HAN}{{2,4}}\Z)"
        # A03要闻
        rf"|(?P<page7>[A-D][0-9]{{1,2}}|0[0-9])(?P<section5>{one_or_two})(?!{HAN})"
        rf"|(?P<section3>{one_or_two})[ ：|·]{{0,3}}(?P<page4>[A-Z]{{1,2}}[0-9]{{1,2}}|0[0-9])(?!\w)"
    )
    loose = rf"(?P<section4>(?:{words})(?:[·/、|]?(?:{words}))?[一二三四]?)(?!{HAN})"
    return after, coded, loose


# ---------------------------------------------------------------- numbers and prices

ISSUE = (
    r"(?:总|新|复刊|创刊)?第[ ]?(?P<issue>[\w，,]{1,10}?)[ ]?(?:期|号|卷)|(?:总|年)?(?:期|卷)号?：?[0-9]{2,6}"
    r"|Vol\.?[ ]?[0-9]+|No\.?[ ]?[0-9]+"
    r"|(?:创刊|复刊)于?\w{2,5}年(?:\w{1,2}月)?(?:\w{1,2}日)?(?:创刊|复刊)?"
)
SERIAL = (
    r"(?:国内)?(?:统一)?(?:连续出版物)?(?:刊号|号)?[：: ]{0,2}"
    r"CN[ ]?(?P<cn1>[0-9]{2})[ ]?[—-]{1,2}[ ]?(?P<cn2>[0-9]{4})(?:/?[（]?[A-Z](?![A-Za-z0-9])[）]?)?"
)
POST_CODE = (
    r"(?:国内|国外)?(?:邮发)?代号[： ]{0,2}[A-Z]?[0-9]{1,4}(?:[ ]?[—-][ ]?[0-9A-Z]{1,5})?"
    r"|ISSN[ ]?[0-9]{4}-[0-9]{3}[0-9X]"
)
AMOUNT = (
    r"(?:人民币|港币|新台币|国币|大洋|HK|NT|RM|S|澳门币)?[ ]?[¥￥$]?[ ]?"
    r"(?:[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百两半壹贰叁肆伍陆柒捌玖拾]{1,4}?[ ]?(?=[元角分毫仙]))[ ]?"
    r"(?:元|角|分|毫|仙|令吉)?(?:\w{1,2}[角分])?"
)
PRICE = (
    r"(?:(?:(?:本报)?(?:零售价?|定价|售价)|每份(?:零售价?|售价|定价|售)?|售(?=港币|国币|大洋)|报价|全年(?:定价|订价)?|每月(?:定价)?|每季(?:定价)?)"
    r"[： ]{0,2}(?:每份[： ]?)?"
    # 港幣十元: in small sums a paper names its price alone
    rf"|(?=(?:港币|国币|大洋|葡币)[ ]?(?:{HAN}{{1,2}}|[0-9]{{1,2}})[ ]?[元角分毫仙](?:[ ，/）]|\Z)))"
    rf"(?P<price>{AMOUNT})(?:/份|[ ]?每份)?"
)

# ---------------------------------------------------------------- addresses and makers

WEB = (
    r"(?:网址|官网|网站|数字报)?[：: ]{0,2}(?:https?[：:]//)?(?:[A-Za-z0-9-]{1,40}\.){1,4}"
    r"(?:com|cn|net|org|hk|tw|sg|my|mo|news|info)(?:\.[a-z]{2})?(?:/[A-Za-z0-9/._-]*)?"
)
MAIL = (
    r"(?:投稿|本版|编辑部|电子)?(?:信箱|邮箱|邮件|电邮|E-?mail|email)?[：: /]{0,2}"
    r"[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{3,40}"
)
CHANNELS = r"电话|热线|专线|邮箱|信箱|电邮|传真|手机|微信|QQ群?|Tel|TEL|Fax|FAX|E-?mail"
PHONE = (
    rf"{HAN}{{0,8}}(?:电话|热线|专线|传真|手机|微信|QQ|Tel|TEL|Fax|FAX)[：: ]{{0,2}}"
    r"[（]?[+0-9]{2,5}[）]?[—0-9 -]{3,24}(?:[、/][0-9 -]{2,14}|转[ ]?[0-9]{1,14}){0,3}"
    r"|QQ群?[：: ]{0,2}[0-9]{3,12}"
    # only the paper's own, where figures are no sign of furniture: 電話二三七 is an advertiser's
    r"|(?:本[报社馆刊]|编辑部|营业部|经理部|发行部|广告部)\w{0,4}电话[：: ]{0,2}[〇○零一二三四五六七八九]{3,8}(?!\w)"
)
ADDRESS = (
    r"(?:本报|社|编辑部|总社|报社)?(?:地址|社址)[：: ][^： ]{4,40}?(?=[ ]|\Z|邮编|邮政编码|电话)"
    r"|邮政?编码?[：: ]{0,2}[0-9]{6}|(?:广告)?(?:经营)?许可证(?:号)?[：: ][\w —-]{4,24}"
)
IMPRINT = (
    r"(?:主管单位|主办单位|出版单位|主管|主办|出版|承印|印刷|督印人|承印人|发行|国内外公开发行|协办)[：: ]"
    r"[\w（）、 ]{2,40}?(?=[ ，；]|\Z)"
    # an institution did it: no 第3版教材今年出版
    rf"|{HAN}{{4,24}}(?<=[社局委部会院府司厂馆团报厅处所室校网台盟联心外])"
    rf"(?:主管主办|主管|主办|出版|机关报|承印|印刷|编印|公开发行)(?!{HAN})"
)
DEGREES = r"-?[0-9]{1,2}[ ]?(?:℃|°C)"
WEATHER = (
    r"(?:今日|今天|明日|本市|\w{0,4})?天气(?:预报)?[： ][^\n]{2,60}?(?:℃|°C|度)[^\n。]{0,30}"
    rf"|(?:多云|晴|阴|小雨|中雨|大雨|阵雨|雷阵雨|雾|雪|小雪)[^\n。]{{0,30}}?"
    rf"{DEGREES}(?:[ ]?[~～—-][ ]?{DEGREES})?"
    rf"|-?[0-9]{{1,2}}[ ]?(?:℃|°C)?[ ]?[~～—-][ ]?{DEGREES}|{DEGREES}"
)


def _staff() -> str:
    """值班主任：X 主编：X 美编：X, glued or apart: names up to the next duty or the line's end."""
    # 版面责编, 执行主编: a word before the duty belongs to it
    duties = (
        r"(?:本版|本期|版面|[一二三四五六七八九十头]版|值班|执行|首席|实习|见习|轮值|视觉|图片|文字|网络|夜班|今日|学生|栏目|特约|要闻|新闻|国际|国内|财经|体育|文娱|副刊|民生|港闻)"
        r"(?:责任编辑|责编|编辑|主编|主持|美编|校对|责校|设计|版式|视觉|美术编辑|编委|总编辑|总编)|"
    ) + "|".join(
        # 编 辑：X: duties are padded like names
        sorted(("[ ]{0,2}".join(duty) for duty in lines_of("folio_duties.txt")), key=len, reverse=True)
    )
    following = (
        rf"(?=[ ，；/|■●◆□◎○★▲△◇]*(?:(?:{duties})(?:[ ]?[：/| ]|(?={HAN}))"
        rf"|(?:投稿|承印|印刷|出版|地址|社址)：|(?:新闻|编辑部|本版|投稿|联系|电子|读者服务|读者|发行|广告)?(?:{CHANNELS})"
        r"|(?:星期|周|礼拜)[一二三四五六日天]|第|[A-D][0-9]{2}|（|）|[0-9]|\Z))"
    )
    return (
        rf"(?P<duty>{duties})(?:(?:[ ]?[：/|丨][ ]?|[ ])(?P<staff>[\w·、，/ ]{{1,36}}?)"
        rf"|(?P<glued_staff>{HAN}{{2,4}}|{HAN}[ ]{{1,2}}{HAN})){following}"
    )


# ---------------------------------------------------------------- nameplates

PAPER_END = _any_of(
    "日报 晚报 晨报 早报 时报 都市报 商报 导报 周报 青年报 特区报 经济报 "
    "农民报 工人报 法制报 法治报 新闻报 快报 新报 晚刊 电讯报 文汇报"
)
#: 江城日报数字报: what the web edition adds to the plate
ON_THE_WEB = "(?:多媒体)?数字(?:报纸|报|版)|电子[报版]|网络版"
NAMEPLATE = rf"(?P<paper>{HAN}{{2,8}}?(?:{PAPER_END})(?:海外版|农村版|地方版|周末版|华东新闻|市场版)?(?:(?!{HAN})|(?={ON_THE_WEB})))"
LATIN_PLATE = (
    r"(?P<latin>(?:[A-Z][A-Za-z]{1,20}(?=[ ][A-Z])|[A-Z][A-Za-z]{2,20})"
    r"(?:(?:[ ](?:of|the|and))?[ ][A-Z][A-Za-z]{1,20}){0,5})(?![A-Za-z@.])"
)
EDITION = rf"(?:GSM[+][0-9]|北京时间|星期刊|周末版|海外版|晚刊|早刊|日刊|夕刊|朝刊|晨刊|要闻版|{ON_THE_WEB})"


@cache
def part_of_furniture() -> re.Pattern[str]:
    """One part of a line of furniture, the more particular first."""
    after, coded, loose_section = _sections()
    parts = {
        "lunar": LUNAR,
        "date": f"{DATE}|{NUMERIC_DATE}|{SHORT_DATE}|{ENGLISH_DATE}",
        "weekday": WEEKDAY,
        "staff": _staff(),
        "many": HOW_MANY_PAGES,
        "page": rf"{PAGE}(?:{after})?|版名：(?P<section6>{HAN}{{2,8}})(?!\w)",
        "sheet": SHEET,
        "numbered": NUMBERED_PAGE,
        "coded": coded,
        "issue": ISSUE,
        "serial": SERIAL,
        "post": POST_CODE,
        "pricing": PRICE,
        "mail": MAIL,
        "web": WEB,
        "phone": PHONE,
        "address": ADDRESS,
        "imprint": IMPRINT,
        "weather": WEATHER,
        "loose": LOOSE_PAGE,
        "plate": NAMEPLATE,
        "edition": EDITION,
        "section": loose_section,
        # 六月十四 without 日: beside a date the moon's
        "moon": rf"{TEN}{{1,2}}月(?:初{TEN}|廿{TEN}?|卅|{TEN}{{2,3}})(?!\w)",
        "term": rf"(?:{SOLAR_TERM})(?!{HAN})",
        "number": BARE_NUMBER,
        "latin_plate": LATIN_PLATE,
    }
    return re.compile("|".join(f"(?P<is_{name}>{pattern})" for name, pattern in parts.items()))


# ---------------------------------------------------------------- may a line be furniture?

#: no furniture without one of these characters …
FIRST_HINT = pattern(
    r"[年月版页期号卷报刊星周礼历岁℃@.：/丨|零定售每币洋电热地传主办出印要闻副头责对美编审值天日A-Z0-9]"
)
DUTY = "[编辑审对式任委计划筹制版监务发长人面觉]"
NUMERAL_BEFORE = "[0-9〇○一二三四五六七八九元]"
MONTH_AND_DAY = "|".join([rf"{month}[A-Za-z]* [0-9]" for month in MONTHS_IN_PRINT.split("|")])
#: … and one of these, or a page's code or number; most headlines and paragraphs have none. Every branch begins with
#: a character, which makes the search quick; what has to stand before it is looked at afterwards
HINT = pattern(
    # dates and weekdays
    rf"年(?:(?<={NUMERAL_BEFORE}年)|(?<={NUMERAL_BEFORE} 年)) ?\w{{1,2}} ?月|年(?<=[子丑寅卯辰巳午未申酉戌亥]年)"
    r"|19[0-9]{2}[./·-]|20[0-9]{2}[./·-]|星 ?期 ?[一二三四五六日天]|周[一二三四五六日]"
    rf"|礼拜|农历|夏历|岁次|{MONTH_AND_DAY}|日 ?\Z|天 ?\Z"
    # pages and sections
    r"|版[次名]：|版(?:[ ：·）（，、]|\Z)|页(?:[ ：·）（，、]|\Z)|第.{1,10}[版页期号卷]|今日|0(?<!\w0)[0-9]|p(?<!\wp)[0-9]"
    r"|要闻|要 闻|港闻|澳闻|副刊|头版|新闻\Z"
    # nameplates, also back to front
    r"|报(?<=[日晚晨早时商周]报)|报(?:[ —（：w日晚]|\Z)|南方周末|参考消息|民铁道|联合早|文摘"
    # numbers and prices
    r"|CN|ISSN|Vol|No|邮发|代号|零售|定价|售价|每份|港币|国币|大洋|葡币|报价|℃"
    # addresses and makers
    r"|@|\.(?:com|cn|net|org)|电话|热线|地址|社址|传真|主管|主办|出版|印刷|承印"
    + "".join([rf"|{mark}(?:(?<={DUTY}{mark})|(?<={DUTY} {mark}))" for mark in ("：", "/", r"\|", "丨")])
    + r"|责 ?编|责任编辑|编辑 |编委 |校对 ?|版式 |美编|美术编辑|值班 |主编 |总编 |检校 |审 |设计 |制作 "
)
#: A01
PAGE_CODE = pattern(r"[A-Z][0-9]{1,2}(?![0-9A-Za-z])")
#: 12 港闻速递, 体育 3
NUMBERED_SECTION = pattern(rf"[1-9][0-9]? {HAN}{{2,4}}\Z|{HAN}{{2,4}} [1-9][0-9]?\Z")
LONGEST_NUMBERED_SECTION = len("体育新闻 12")
