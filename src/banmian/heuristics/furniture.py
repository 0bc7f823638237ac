"""What belongs to the page and not to an article: folios, adverts, teasers, standing heads, traces."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from banmian.grammar import jump
from banmian.heuristics.runs import EDGE, ENDLESS, FEW_LINES, short_lines_around
from banmian.patterns import pattern
from banmian.words import places_of

if TYPE_CHECKING:
    from banmian.model import Block

PAGE = r"(?:第?[一二三四五六七八九十]{1,3}版|(?:第|[A-Z]{1,2})\d{1,3}(?:[/-][A-Z]?\d{1,3})?版?|\d{1,2}版|[Pp]\d{1,2}版?)"
TEASER = pattern(
    rf"[（【{{]?{PAGE}[）】}}]?\Z|(?:详见|见|刊|刊于|全文见|报道见|详刊){PAGE}[）】}}]?\Z|今日导读\Z|导读\Z"
)
LONGEST_TEASER_END = 32  #: characters; what TEASER finds at the end of a line is shorter
LAST_OF_A_LABEL = frozenset("读览点要录】：")
#: or a figure
LAST_OF_A_TEASER = frozenset("版读）】}")
TEASER_START = pattern(r"[▶►]?[A-Z]\d{1,2}版? +(?=[^ ])|[▶►].*(?:→|＞|>)")
TEASER_LABEL = pattern(r"【?(?:今日|本期|版面)?(?:导读|导览|看点|提要|目录)】?[：]?\Z")
KINDS_OF_NOTICE = (
    r"遗失|挂失|注销|清算|减资|增资|拍卖|招标|招租|招聘|转让|出租|求租|求购|寻人|寻物|寻狗|催收|送达|债权转让|解除|更正|致歉|"
    r"结婚|征婚|迁址|停水|停电|停气|闭馆|放假|封闭施工|报名|招领|竞买|竞价|公示|承领|认尸|认领|法院|开庭|环评|征集|搬迁|停业|开业|招生|家政|搬家|分类|暂停申购"
)
#: 声明 and 公告 end the titles of news as well; these are the ones that people and companies pay for
NOTICE = pattern(
    rf"[【■△▲●]?(?:[\u4e00-\u9fff]{{0,30}}(?:{KINDS_OF_NOTICE})(?:声明|公告|启事|通告|通知|广告|信息)"
    rf"|(?:{KINDS_OF_NOTICE})[\u4e00-\u9fff]{{0,2}}(?=】|\s|：|\Z)"
    r"|[\u4e00-\u9fff]{1,6}(?:出租|转让|求租|招租|招聘|回收|求购|出售)(?=：)"
    r"|[\u4e00-\u9fff（）“”]{0,40}(?:公司|集团|法院|银行|合作社|基金|事务所|拍卖行)[\u4e00-\u9fff（）“”\d]{0,40}(?:公告|通告|声明)|[\u4e00-\u9fff（）]{2,30}公司关于[\u4e00-\u9fff（）“”\d]{4,40}的?(?:通知|提示)|[\u4e00-\u9fff（）“”]{4,50}的(?:公告|通告|公示)"
    r"|[\u4e00-\u9fff（）“”]{0,12}(?:启事|讣告|讣闻)|(?:敬致谢忱|鸣谢启?事?|谢启|哀启|沉痛哀悼|沉痛悼念|深切哀悼|敬告亲友|喜结良缘|新婚志喜|公告|通告|通知|声明|广告|工商服务|工商资讯|广编特辑))】?(?=\s|：|\Z)"
)
#: no notice without one of these words
NOTICE_HINT = pattern(
    rf"{KINDS_OF_NOTICE}|声明|公告|启事|通告|通知|广告|信息|讣告|讣闻|工商|广编|谢忱|鸣谢|谢启|哀启|哀悼|悼念|敬告|志喜|良缘"
)
LOST = r".{0,60}(?:作废|声明|挂失|证|执照|公章|发票)"
# Every branch of the four below begins with a character, not a choice: such a search is ten times as fast.
NOTICE_FORMULA = pattern(
    rf"特此(?:声明|公告|通告|通知|启事|致歉|更正|讣告)|声明作废|遗失{LOST}|丢失{LOST}|不慎{LOST}|"
    r"自公告(?:之日|发布)起|公告之日起|现公告如下|有意者(?:请)?(?:致电|联系|电|面议)|营业执照.{0,40}(?:作废|遗失|声明)|"
    r"公章.{0,20}遗失|证券代码：|基金主?代码|董事会及全体董事|风险提示：|投险提示：|非存款|投资[须需]谨慎(?!。)|寿终[内正]寝|享[寿年][\u4e00-\u9fff]{0,4}岁|泣启\Z|敬启\Z|同启\Z|敬挽\Z|千古\Z|登报致谢|谨此致谢|治丧|谨此(?:讣告|公告)|本公告"
)
NUMBER = r"[：为]?[\dA-Z]{4}"
NOTICE_WORDS = pattern(
    rf"证号{NUMBER}|编号{NUMBER}|号码{NUMBER}|身份证号{NUMBER}|执照号{NUMBER}|代码{NUMBER}|"
    r"竞买人?|保证金|郑重提示|月租|面议|诚聘|聘[\u4e00-\u9fff]{2,6}\s|"
    r"限\d+日内|逾期|酬谢|重谢|有知情者|告别仪式|享年|申报债权|清算组|基金合同|申购|赎回"
)
DISCOUNT = "|".join([f"{figure}折" for figure in "0123456789一二三四五六七八九"])
SERVICES = "咨询|订购|预订|预约|联系|服务|报名|投诉|发行|订阅|销售|购房|贵宾|抢购|订座|刊登"
HOTLINE = "|".join([f"{service}(?:热线|电话|专线)" for service in SERVICES.split("|")])
SELLS = pattern(
    rf"广告|诚招|招商|招租|加盟|代理商?\Z|热销|优惠|减价|大酬宾|折扣|{DISCOUNT}|特价|{HOTLINE}|"
    r"欢迎(?:光临|参观|选购|各界|来电|惠顾|订阅|试用|预订)|函索|批发|零售|总经销|代售|经售|发售|各大公司|药房|均售|均有出售|"
    r"专治|主治|热线|扫码|二维码|公众号|元起|元/[\u4e00-\u9fff]{1,2}起|￥起|￥\d|\$\d|赞助|冠名|旗舰店|专卖|连锁|门市|分期|买[一二三]送一|志庆|酬宾|大减价|新到|"
    r"定制|牌[\u4e00-\u9fff]{2,4}\Z|随叫随到|疏通|高价回收|长期回收|上门服务|上门收购|保洁|搬家公司|化粪池|价格从优|开业大吉|现款提货|代办托运|现货供应|备有现货|函购|邮购|特约(?:修理|维修|经销)"
)
FIGURES = r"[\d〇○零一二三四五六七八九（）*—-]"
#: no telephone number without four figures in a row
PHONE_HINT = pattern(rf"{FIGURES}{FIGURES}{{3}}")
SAID_TO_BE_ONE = rf"[：\s]*{FIGURES}{{4}}"
#: here too every branch begins with a character; what has to stand before it is looked at afterwards
PHONE = pattern(
    rf"电话?{SAID_TO_BE_ONE}|热线{SAID_TO_BE_ONE}|手机{SAID_TO_BE_ONE}|T[Ee][Ll]{SAID_TO_BE_ONE}|t[Ee][Ll]{SAID_TO_BE_ONE}"
    rf"|传真{SAID_TO_BE_ONE}|专线{SAID_TO_BE_ONE}|洽{SAID_TO_BE_ONE}"
    r"|1(?<!\w1)[3-9]\d[\d*]{8}\b|1(?<!\w1)\d\d\*{4}\d{4}\b|0(?<!\w0)\d{2,3}[-—]?\d{7,8}\b"
    + "".join([rf"|{dash}(?:(?<=\b\d{{3}}{dash})|(?<=\b\d{{4}}{dash}))\d{{4}}\b" for dash in "-—"])
)
ADDRESS_HINT = pattern(r"[址点所店路街道巷弄]")
ADDRESS = pattern(
    r"(?:地址|地点|诊所|总店|分店|支店|厂址|店址)[：\s]|[路街道巷弄](?:口|\d|[一二三四五六七八九十百]).{0,8}[号弄室楼]"
)


def has_a_telephone_number(folded: str) -> bool:
    """Whether a number to call stands in a line."""
    return PHONE_HINT.search(folded) is not None and PHONE.search(folded) is not None


def is_like_a_line_of_an_advert(folded: str) -> bool:
    """Whether a line sells something, or says where to call or to go."""
    return bool(SELLS.search(folded) or has_a_telephone_number(folded) or ADDRESS.search(folded))


def is_furniture_of_the_page(block: Block) -> str | None:
    """Nameplate, date, page number, serial number, price, staff lines are the folio (版头).

    >>> is_furniture_of_the_page(read_blocks("2019年12月27日 星期五")[0])
    'furniture of the page'
    >>> is_furniture_of_the_page(read_blocks("2019年12月27日，全省会议召开")[0])
    """
    return "furniture of the page" if block.look.folio else None


def names_the_staff(block: Block) -> str | None:
    """责编：某某 校对：某某 names those who made the page.

    >>> names_the_staff(read_blocks("责任编辑：王小明 校对：李小红")[0])
    'names 责任编辑, 校对'
    >>> names_the_staff(read_blocks("本报记者 王小明")[0])
    """
    folio = block.look.folio
    if not folio or not folio.editors:
        return None
    return "names " + ", ".join(dict.fromkeys(one.duty for one in folio.editors))


def is_damaged_furniture(block: Block) -> str | None:
    """A date, or duties and names, of which the engine misread a character or two: 2026牛7月9日 星期四.

    >>> is_damaged_furniture(read_blocks("2026牛7月9日 星期四")[0])
    'a damaged date'
    >>> is_damaged_furniture(read_blocks("值班主仟：陈蔚 主编：李豪杰 美编：杨千懿")[0])
    'damaged duties'
    >>> is_damaged_furniture(read_blocks("2026年开春以后的几件事")[0])
    """
    facts, folded = block.look, block.folded.strip()
    if facts.folio or facts.credit or block.level:
        return None
    if _is_nearly_a_date(folded):
        return "a damaged date"
    return "damaged duties" if LIKE_DUTIES.match(folded) and DUTY.search(folded) else None


def _is_nearly_a_date(folded: str) -> bool:
    """Whether a line is a date and a weekday but for two characters that were misread or lost."""
    if folded[:2] not in {"19", "20"} or not folded[:4].isdecimal() or len(folded) > LONGEST_DATE:
        return False
    figures = sum(map(str.isdecimal, folded))
    words = sum(map(folded.count, "年月日星期"))
    others = len("".join(folded.split())) - figures - words - (folded[-1] in "一二三四五六日天")
    return figures >= 5 and words >= 3 and others <= 2


LONGEST_DATE = 20  #: characters
LIKE_DUTIES = pattern(r"(?:[■●/|]? ?[\u4e00-\u9fff]{1,5}：[\u4e00-\u9fff]{1,4}(?: {1,3}|\Z)){2,6}\Z")
DUTY = pattern(r"(?:主编|编辑|责编|美编|版式|校对|主任|视觉|设计|审读|监制|编审|组版)：")


def is_the_nameplate(block: Block) -> str | None:
    """The first line of a page, ending with 报, above the date, is the paper's name (报头).

    >>> page = read_blocks("**岚溪报**\\n\\n2024年4月10日 星期三\\n\\n正文在此。")
    >>> is_the_nameplate(page[0])
    'the name of the paper'
    >>> is_the_nameplate(page[2])
    """
    after = block.after
    if block.index > 1 or after is None:
        return None
    if LATIN_NAMEPLATE.match(block.folded) and after.look.folio:
        return "the name of the paper"
    plate = OTHER_SCRIPT.sub("", "".join(block.folded.split()))
    if not NAMEPLATE.match(plate):
        dated = block.index == 0 and after.look.folio is not None and after.look.folio.date
        return "above the date" if dated and UNKNOWN_PLATE.match(plate) else None
    beside = after.look.folio or LATIN_NAMEPLATE.match(after.folded)
    return "the name of the paper" if beside else None


NAMEPLATE = pattern(r"[\u4e00-\u9fff]{2,8}[报刊]\Z|今日[\u4e00-\u9fff]{2}\Z")
#: a paper whose name ends with no word for a paper: 白石新闻
UNKNOWN_PLATE = pattern(r"[\u4e00-\u9fff]{2,6}\Z")
#: the name again in the letters of the region: Cyrillic, Arabic, Mongolian, Tibetan, Korean, Yi
OTHER_SCRIPT = pattern(
    r"[\u0400-\u052f\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af\u1100-\u11ff\uac00-\ud7af\ua000-\ua4cf]+"
)
#: QINGXI DAILY under the Chinese name
LATIN_NAMEPLATE = pattern(
    r"(?:THE )?[A-Z]+(?: [A-Z]+)* (?:DAILY|NEWS|TIMES|POST|WEEKLY|HERALD|JOURNAL|RIBAO|WANBAO|CHENBAO|ZAOBAO|BAO)\Z",
    re.IGNORECASE,
)


def is_a_sponsors_line(block: Block) -> str | None:
    """A bank, a company or a hospital and its slogan, with no text below it, is an advert.

    >>> page = read_blocks("手续齐全的，一般五到七个月可以建成。\\n\\n**滨江农商银行 存款有礼**")
    >>> is_a_sponsors_line(page[1])
    'a sponsor and no text'
    >>> is_a_sponsors_line(page[0])
    """
    if not block.look.titular or not SPONSOR.search(block.folded):
        return None
    _, _, text_follows = short_lines_around(block)
    return None if text_follows else "a sponsor and no text"


SPONSOR = pattern(
    r"[\u4e00-\u9fff]{2}(?:银行|公司|集团|医院|药业|酒业|酒厂|商场|商城|商厦|家具城|置业|地产|保险|电器|旅行社|诊所|眼镜店|影楼|宾馆|大酒店)(?: |，|！|\Z)"
)


def says_where_to_buy(block: Block) -> str | None:
    """The address and the telephone right below a line that sells something are the advert's.

    >>> page = read_blocks("海州眼科医院 近视手术全城6.8折\\n\\n电话：0518-80000000 地址：朝阳路99号\\n\\n电话：0518-80000000")
    >>> says_where_to_buy(page[1])
    'the address below an advert'
    >>> says_where_to_buy(page[0])
    """
    before = block.before
    if before is None or not CONTACT.match(block.folded) or not has_something_to_sell(before):
        return None
    if OWN_LINES.search(block.folded):
        return None
    return "the address below an advert" if not before.look.closed else None


CONTACT = pattern(r"[ ]*(?:[\u4e00-\u9fff]{0,4}(?:电话|热线|地址|联系人)|Tel|TEL)[：: ]")


def gives_the_papers_hotline(block: Block) -> str | None:
    """本报新闻热线 and a number at the head or the foot of the page is the paper's own line.

    >>> gives_the_papers_hotline(read_blocks("本报24小时新闻热线 020-80000000")[0])
    'the hotline of the paper'
    >>> gives_the_papers_hotline(read_blocks("本报记者拨打热线 020-80000000")[0])
    """
    return "the hotline of the paper" if PAPERS_HOTLINE.match(block.folded) else None


PAPERS_HOTLINE = pattern(
    r"[ ]*(?:本报|[\u4e00-\u9fff]{0,4}[日晚晨早商都时]报)(?:24小时)?(?:新闻|报料|爆料|读者|发行|民生|服务|呼叫)?(?:热线|专线|报料电话|新闻电话)[：: ]{1,3}[\d—-]{5,16}(?:[ /、]|\Z)"
)


def counts_the_sheet(block: Block) -> str | None:
    """第三张 behind the name of the paper: until 1949 every sheet of four pages was counted (张).

    >>> page = read_blocks("沪江新闻　第三张\\n\\n江北水灾奇重\\n\\n运河水位连日暴涨，高邮邵伯间堤岸决口三处。")
    >>> counts_the_sheet(page[0])
    'counts the sheets of the paper'
    >>> counts_the_sheet(page[1])
    """
    return "counts the sheets of the paper" if SHEET.fullmatch(block.folded.strip()) else None


SHEET = pattern(
    r"(?:[\u4e00-\u9fff]{2,8}[ ]+)?(?:[\u4e00-\u9fff\d]{5,20}[ ]+)?第[一二三四五六七八九十]{1,2}张(?:[ ]*第[一二三四五六七八九十]{1,2}[版页])?"
)


def has_the_date_and_the_weekday(block: Block) -> str | None:
    """A short line with the whole date and the weekday behind it is the folio, whatever else it says.

    >>> page = read_blocks("南洋公报 2004年7月12日 星期一 国内 5\\n\\n会议定于2004年7月12日举行。")
    >>> has_the_date_and_the_weekday(page[0])
    'the date and the weekday'
    >>> has_the_date_and_the_weekday(page[1])
    """
    found = "。" not in block.folded and DATE_AND_WEEKDAY.search(block.folded)
    return "the date and the weekday" if found else None


DATE_AND_WEEKDAY = pattern(r"\d{4}年 ?\d{1,2}月 ?\d{1,2}日[ ，,·•●]{0,3}(?:星期|周|礼拜)[一二三四五六日天]")


def counts_beside_the_folio(block: Block) -> str | None:
    """A bare number, or the number of the issue behind a name, beside the date is the folio's.

    >>> page = read_blocks("2016年3月18日 星期五\\n\\n3\\n\\n桃溪文艺 第46期\\n\\n一棵树的履历")
    >>> counts_beside_the_folio(page[1]), counts_beside_the_folio(page[2])
    ('a number beside the folio', 'a number beside the folio')
    >>> counts_beside_the_folio(page[3])
    """
    if not COUNTED.fullmatch(block.folded.strip()):
        return None
    beside = [one for one in (block.before, block.after) if one is not None]
    beside += [one.before for one in beside[:1] if one.before is not None and COUNTED.fullmatch(one.folded)]
    return "a number beside the folio" if any(one.look.folio for one in beside) else None


COUNTED = pattern(r"[A-Z]?\d{1,3}|(?:[\u4e00-\u9fff]{2,8} {1,2})?第[\d〇一二三四五六七八九十百]{1,5}期")


def names_the_section_in_a_word(block: Block) -> str | None:
    """市井 below two lines of the folio and above a longer title is the section of the page.

    >>> page = read_blocks("皖江晚报\\n\\n2007/3/27 星期二\\n\\n市井\\n\\n三轮车夫捡到八万元支票\\n\\n晚报讯 昨天上午，他在大桥路口捡到一个皮包。")
    >>> names_the_section_in_a_word(page[2])
    'a word between the folio and the first title'
    >>> names_the_section_in_a_word(page[3])
    """
    before, after = block.before, block.after
    if not block.look.titular or not 2 <= block.look.length <= A_WORD or after is None or before is None:
        return None
    if not before.look.folio or before.before is None or block.level or block.bold:
        return None
    above = before.before.look.folio or is_the_nameplate(before.before)
    longer = after.look.titular and after.look.length >= 2 * block.look.length
    return "a word between the folio and the first title" if above and longer else None


A_WORD = 3  #: characters; no kicker has so few


def names_the_section_beside_the_folio(block: Block) -> str | None:
    """05 深读 or A5 生活 beside the date line is the page number and its section.

    >>> page = read_blocks("山城晨报\\n\\n2025年4月13日 星期日\\n\\n05 深读\\n\\n桥在，路就没有断")
    >>> names_the_section_beside_the_folio(page[2])
    'page and section'
    >>> names_the_section_beside_the_folio(page[3])
    """
    if block.index > 5 or block.look.jump:
        return None
    if DATED_SECTION.match(block.folded):
        return "section and date"
    around = (block.before, block.after)
    beside = sum(1 for one in around if one is not None and one.look.folio)
    if not beside:
        return None
    if PAGE_AND_SECTION.match(block.folded) or TWO_SECTIONS.match(block.folded):
        return "page and section"
    return "between folio lines" if beside == len(around) and SECTION.match(block.folded) else None


def repeats_the_nameplate(block: Block) -> str | None:
    """The name of the paper alone on a line again is a running head (书眉).

    >>> page = read_blocks("白石新闻\\n\\n2010年12月7日 星期二\\n\\n冬修水利掀高潮\\n\\n白石新闻\\n\\n食品安全工作受视察")
    >>> repeats_the_nameplate(page[3])
    'the name of the paper again'
    >>> repeats_the_nameplate(page[2])
    """
    first = block.sheet.blocks[0]
    if block is first or block.look.length != first.look.length or block.folded != first.folded:
        return None
    return "the name of the paper again" if is_the_nameplate(first) else None


def tells_the_weather(block: Block) -> str | None:
    """今夜到明天：多云转阵雨 19℃～26℃ stands in the ear of the page.

    >>> tells_the_weather(read_blocks("今夜到明天：多云转阵雨 19℃～26℃ 东南风3～4级")[0])
    'a weather line'
    >>> tells_the_weather(read_blocks("今年夏天，多云天气增多，气温偏低。")[0])
    """
    if block.look.length > 60 or "。" in block.folded or not SKY.search(block.folded):
        return None
    signs = WEATHER.findall(block.folded)
    return "a weather line" if len(set(signs)) >= 3 or ("℃" in signs and len(set(signs)) >= 2) else None


PAGE_AND_SECTION = pattern(
    r"(?:第?[A-Z]?\d{1,2}版?)[ ：·]{0,2}[\u4e00-\u9fff·/. ]{2,8}\Z|[\u4e00-\u9fff·]{2,6} ?[A-Z]?\d{1,2}版?\Z"
)
#: 侨乡·侨讯, 大都会 / 社区
TWO_SECTIONS = pattern(r"[\u4e00-\u9fff]{2,4} ?[·/|] ?[\u4e00-\u9fff]{2,4}\Z")
#: 新加坡 | 2018年3月14日 星期三
DATED_SECTION = pattern(r"[\u4e00-\u9fff]{2,6} ?[|·/] ?\d{4}年\d{1,2}月\d{1,2}日[ （]?(?:星期.）?)?\Z")
SECTION = pattern(r"[\u4e00-\u9fff]{2,6}\Z")
SKY = pattern(r"[℃雨云晴阴]")
WEATHER = pattern(r"℃|多云|阵雨|小雨|中雨|大雨|晴|阴|东风|南风|西风|北风|级|湿度|天气")


def stands_at_the_page_edge(block: Block) -> str | None:
    """Folio lines stand first and last on a page, beside each other.

    >>> stands_at_the_page_edge(read_blocks("2019年12月27日 星期五\\n\\n正文。")[0])
    'among the folio lines at the edge of the page'
    >>> stands_at_the_page_edge(read_blocks("正文。\\n" * 5 + "2019年12月27日 星期五\\n" + "正文。\\n" * 5)[5])
    """
    if not block.look.folio:
        return None
    index = block.index
    if index < 4 or index >= len(block.sheet.blocks) - 3:
        return "among the folio lines at the edge of the page"
    return None


def is_an_image_or_rule(block: Block) -> str | None:
    """Image marks, rules and empty tags are traces of the reading machine.

    >>> is_an_image_or_rule(read_blocks("![](imgs/19.jpg)")[0])
    'image'
    >>> is_an_image_or_rule(read_blocks("图片新闻")[0])
    """
    return block.kind if block.kind in {"image", "rule"} else None


def has_no_words(block: Block) -> str | None:
    """A line without any letter, figure or character of writing says nothing.

    >>> has_no_words(read_blocks("〓〓〓")[0])
    'no words'
    >>> has_no_words(read_blocks("第3")[0])
    """
    folded = block.folded
    if folded[:1].isalnum() or block.kind == "table" or any(map(str.isalnum, folded)):
        return None
    return "no words"


def points_to_a_page(block: Block) -> str | None:
    """A short line that ends with a page, or the word 导读, points into the paper (导读).

    >>> points_to_a_page(read_blocks("全省外贸工作会议召开（A04）")[0])
    'points to a page'
    >>> points_to_a_page(read_blocks("全省外贸工作会议召开")[0])
    >>> points_to_a_page(read_blocks("全省外贸工作会议召开（上接A01版）")[0])
    """
    facts = block.look
    if facts.length > 60 or facts.jump or facts.folio or facts.lede:
        return None
    folded = block.folded
    last = folded.rstrip(" ")[-1:]
    if last in LAST_OF_A_LABEL and TEASER_LABEL.match(folded):
        return "names the contents of the paper"
    if facts.length > 5 and TEASER_START.match(folded):
        return "names a page and what stands there"
    if last not in LAST_OF_A_TEASER and not last.isdecimal():
        return None
    if not TEASER.search(folded.replace(" ", "")[-LONGEST_TEASER_END:]):
        return None
    return None if jump.closes_with_jump(block.text, folded) else "points to a page"


def asks_for_contributions(block: Block) -> str | None:
    """来信请寄… and 投稿邮箱：…, with the address, are words of the paper about itself.

    >>> asks_for_contributions(read_blocks("来信请寄：某市金台路2号 邮政编码：100000")[0])
    'asks for letters'
    >>> asks_for_contributions(read_blocks("村里的来信请人代读。")[0])
    """
    if block.look.length > LONGEST_CALL or block.look.folio or not CALL.search(block.folded):
        return None
    return "asks for letters" if MAIL_OR_CODE.search(block.folded) else None


LONGEST_CALL = 120  #: characters
CALL = pattern(
    r"(?:来信|来稿|投稿|稿件)(?:请|可)?(?:寄|发送?[至到]|投[至递]|邮箱|信箱|地址|方式|：)|(?:请|可)(?:寄|发送?)[至到]"
)
MAIL_OR_CODE = pattern(r"@|邮(?:政)?编码?：?[ ]?\d{6}|：\d{6}")


def is_a_notice(block: Block) -> str | None:
    """遗失声明, 拍卖公告 and the like are notices (启事).

    >>> is_a_notice(read_blocks("遗失声明 本人不慎遗失身份证，声明作废。")[0])
    '遗失声明'
    >>> is_a_notice(read_blocks("省政府公告栏前围满了人。")[0])
    """
    return notices_of(block.sheet.blocks).get(block.index)


def notices_of(blocks: tuple[Block, ...]) -> dict[int, str]:
    """The blocks of a page that are notices, and what says so; on most pages none is."""
    if not blocks:
        return {}
    sheet = blocks[0].sheet
    if sheet.notices is None:
        hinted = set(places_of(sheet, NOTICE_HINT))
        found = [
            (block.index, _notice_in(block))
            for block in blocks
            if block.index in hinted
            or (" " in block.folded and block.look.length <= LONGEST_SPACED)  # 启　事
        ]
        sheet.notices = {index: notice for index, notice in found if notice}
    return sheet.notices


LONGEST_SPACED = 30  #: characters of a title that is set with spaces


def _is_spaced(folded: str) -> bool:
    """启　事: characters stand by themselves."""
    return " " in folded and any(map((1).__eq__, map(len, folded.split())))


def _notice_in(block: Block) -> str | None:
    folded = block.folded
    if not NOTICE_HINT.search(folded.replace(" ", "")) or block.look.lede or block.look.folio:
        return None
    notice = NOTICE.match(folded) or NOTICE.match(folded.replace(" ", ""))
    if notice and heads_a_correction(block):
        return None
    if notice and (block.look.length <= 60 or NOTICE_FORMULA.search(folded) or len(notice.group()) <= 6):
        return notice.group().strip()
    return None


def heads_a_correction(block: Block) -> str | None:
    """更正 over 本报昨日A2版《…》一文: the paper corrects itself, and nobody paid for it.

    >>> page = read_blocks("更正\\n\\n本报昨日A2版《车站选址》一文中，“关闸站”误为“关前站”，特此更正。")
    >>> heads_a_correction(page[0])
    "over the paper's own correction"
    >>> heads_a_correction(page[1])
    """
    after = block.after
    if block.look.length > LONGEST_CORRECTION or not CORRECTION.match(block.folded.replace(" ", "")):
        return None
    if after is None or not OWN_REPORT.match(after.folded):
        return None
    return "over the paper's own correction"


LONGEST_CORRECTION = 10
CORRECTION = pattern(r"[【■]?(?:更正|致歉|更正(?:与|及|和|暨)?(?:致歉|说明|启事)|勘误)】?\Z")
#: of the paper's own reports, not of a company's notice
OWN_REPORT = pattern(r"(?:本报|本刊).{0,16}[版刊日期载登].{0,40}(?:一文|报道|报导|新闻|图片|照片|标题|文章)")


def has_words_that_notices_use(block: Block) -> str | None:
    """保证金, 月租, 重谢, 享年 stand in notices, and in news as well.

    >>> has_words_that_notices_use(read_blocks("库房出租，层高6米，月租面议。")[0])
    '月租'
    >>> has_words_that_notices_use(read_blocks("他昨日丢了身份证。")[0])
    """
    if block.look.lede or block.look.length > 200:
        return None
    words = NOTICE_WORDS.search(block.folded)
    return block.text[words.start() : words.end()] if words else None


def stands_under_a_notice(block: Block) -> str | None:
    """What follows the title of a notice, down to its signer and date, is the notice.

    >>> page = read_blocks("注销公告\\n\\n绿野合作社拟注销，请债权人申报债权。\\n\\n绿野合作社\\n\\n2018年10月21日")
    >>> stands_under_a_notice(page[1])
    'under the notice 注销公告'
    >>> stands_under_a_notice(page[0])
    """
    folio = block.look.folio
    if block.look.lede or (folio and folio.editors) or (block.look.titular and (block.level or block.bold)):
        return None
    before, after = block.before, block.after
    if not notices_of(block.sheet.blocks):
        return None
    if block.look.titular and after is not None and after.look.lede:
        return None  # the title of a report
    for _ in range(12):
        if before is None or before.look.lede or before.look.folio:
            return None
        if is_a_notice(before) and before.look.length <= 60:
            if before.look.closed:
                return None  # the notice is whole: one line has its title and its text
            return f"under the notice {before.text.strip()[:12]}"
        if before.level or (before.bold and before.look.titular) or before.look.credit:
            return None
        before = before.before
    return None


def stands_above_a_notice_title(block: Block) -> str | None:
    """The company's name above …的公告 is the first line of the notice's title.

    >>> page = read_blocks("青禾基金管理有限公司关于青禾货币基金\\n\\n假期前暂停申购业务的公告\\n\\n公告送出日期如下。")
    >>> stands_above_a_notice_title(page[0])
    'above 假期前暂停申购业务的公告'
    >>> stands_above_a_notice_title(page[1])
    """
    after = block.after
    if after is None or not COMPANY.search(block.folded) or not is_a_notice(after):
        return None
    return f"above {after.text.strip()[:16]}" if after.look.titular else None


COMPANY = pattern(r"公司|集团|法院|银行|合作社|基金|事务所|管委会")


def signs_a_notice(block: Block) -> str | None:
    """A notice is signed with an institution's name and a date, each on a line of its own.

    >>> page = read_blocks("特此公告。\\n\\n某市自来水有限公司\\n\\n2024年4月10日")
    >>> signs_a_notice(page[1]), signs_a_notice(page[2])
    ('signs a notice', 'dates a notice')
    >>> signs_a_notice(read_blocks("某市自来水有限公司扩建")[0])
    """
    facts = block.look
    if facts.length > 30:
        return None
    folded = block.folded.strip()
    after = block.after
    if DATE_LINE.match(folded) and block.index > 1:
        return "dates a notice"
    if INSTITUTION.search(folded) and after is not None and DATE_LINE.match(after.folded.strip()):
        return "signs a notice"
    return None


DATE_LINE = pattern(
    r"(?:\d{4}|[一二〇○零九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日\Z"
)
INSTITUTION = pattern(r"(?:公司|局|厅|处|所|院|会|社|中心|厂|行|校|委|府|小组|管理站|事务所)\Z")


def has_the_words_of_a_notice(block: Block) -> str | None:
    """特此声明, 声明作废 and 有意者请联系 are formulae of notices.

    >>> has_the_words_of_a_notice(read_blocks("张某不慎遗失身份证，声明作废。")[0])
    '不慎遗失身份证，声明作废'
    >>> has_the_words_of_a_notice(read_blocks("他昨日丢了身份证。")[0])
    """
    if block.look.lede or OWN_REPORT.match(block.folded):
        return None
    formula = NOTICE_FORMULA.search(block.folded)
    return block.text[formula.start() : formula.end()] if formula else None


def has_something_to_sell(block: Block) -> str | None:
    """广告, 热线, 诚招代理, 欢迎选购 are words of adverts (广告).

    >>> has_something_to_sell(read_blocks("热线电话：0898-66810888 诚招代理")[0])
    '热线'
    >>> has_something_to_sell(read_blocks("全省外贸工作会议召开")[0])
    """
    if block.look.length > 120 or block.look.lede or tells_readers_where_to_ask(block):
        return None
    if _is_the_papers_own(block):
        return None
    words = SELLS.search(block.folded)
    return block.text[words.start() : words.end()] if words else None


def _is_the_papers_own(block: Block) -> bool:
    """新闻热线：0000-6210000 投稿邮箱：… at the edge of a page."""
    return stands_at_the_page_edge(block) is not None and OWN_LINES.search(block.folded) is not None


OWN_LINES = pattern(
    r"@|(?:新闻|健康|本版|编辑部|投稿|报料|爆料|发行|读者|刊登|广告)(?:热线|电话|专线)|许可证"
)


def gives_a_telephone_number(block: Block) -> str | None:
    """A telephone number or a street number in a short line belongs to an advert.

    >>> gives_a_telephone_number(read_blocks("电话：0898-66810888")[0])
    'a telephone number'
    >>> gives_a_telephone_number(read_blocks("今年签证7575份")[0])
    """
    if block.look.length > 120 or block.look.lede or tells_readers_where_to_ask(block):
        return None
    if _is_the_papers_own(block):
        return None
    if has_a_telephone_number(block.folded):
        return "a telephone number"
    if block.look.length > 40 or not ADDRESS_HINT.search(block.folded):
        return None
    return "an address" if ADDRESS.search(block.folded) else None


def tells_readers_where_to_ask(block: Block) -> str | None:
    """市民可拨打服务热线… is a sentence of a report.

    >>> tells_readers_where_to_ask(read_blocks("市民可查询到站信息，也可拨打服务热线0000-96196。")[0])
    'where readers may ask'
    >>> tells_readers_where_to_ask(read_blocks("咨询热线：0000-96196。")[0])
    """
    if not block.look.closed or "。" not in block.folded:
        return None
    return "where readers may ask" if MAY_ASK.search(block.folded) else None


MAY_ASK = pattern(
    r"(?:市民|居民|读者|群众|公众|旅客|乘客|学生|考生|家长|企业|用户|患者|村民|农户|大家|者)(?:们)?(?:还|也|均|都)?(?:可|请|如)[^。]{0,40}"
    r"(?:拨打|致电|热线|电话|登录|小程序|公众号|扫码)"
)


def is_marked_as_an_advert(block: Block) -> str | None:
    """（广告） at its end, or words that no report has, mark an advert that looks like a report.

    >>> is_marked_as_an_advert(read_blocks("祖传秘方，三天见效，无效退款！")[0])
    '祖传秘方'
    >>> is_marked_as_an_advert(read_blocks("他们把祖传的手艺教给邻居。")[0])
    """
    if block.look.lede or block.look.length > LONGEST_ADVERT:
        return None
    words = ADVERTISES.search(block.folded)
    return block.text[slice(*words.span())] if words else None


LONGEST_ADVERT = 160  #: characters
ADVERTISES = pattern(
    r"祖传秘方|无效退款|药到病除|包治|疗程(?:见效|治愈)|当天见效|[一二三四五六七\d]天见效|前\d+名.{0,10}(?:免费|赠送|优惠)|免费赠送|[（【]广告[）】]\Z|\A广告\Z|资料由客户提供"
)


def heads_an_advert(block: Block) -> str | None:
    """The title right above a text that is marked as an advert is the advert's.

    >>> page = read_blocks("## 百年古方显神奇\\n\\n祖传秘方，三天见效，无效退款！\\n\\n## 市区再添公园")
    >>> heads_an_advert(page[0])
    'above an advert'
    >>> heads_an_advert(page[2])
    """
    after = block.after
    if after is None or (block.before is not None and block.before.look.unfinished):
        return None
    if block.folded[:1] == "（":
        return None  # a remark closes the text above
    if is_marked_as_an_advert(after):
        return "above an advert"
    sells = has_something_to_sell(after) and gives_a_telephone_number(after)
    return "above an advert" if sells and has_something_to_sell(block) else None


def stands_in_an_endless_list(block: Block) -> str | None:
    """A short line with hundreds of others around it is no title: no page has so many.

    >>> page = read_blocks("\\n\\n".join(f"第{number}件展品" for number in range(600)))
    >>> stands_in_an_endless_list(page[300])
    '300 short lines stand above it and 299 below'
    >>> stands_in_an_endless_list(page[3])
    """
    length, after, _ = short_lines_around(block)
    if length <= ENDLESS or not EDGE <= after < length - EDGE:
        return None
    return f"{length - 1 - after} short lines stand above it and {after} below"


def is_one_of_many_short_lines(block: Block) -> str | None:
    """More than six short lines in a row are no title: an advert, or a list.

    >>> page = "\\n\\n".join(["大减价", "糖果", "饼干", "面包", "西点", "罐头", "欢迎光临", "今日开幕"])
    >>> is_one_of_many_short_lines(read_blocks(page)[2])
    '8 short lines in a row'
    >>> is_one_of_many_short_lines(read_blocks("大减价")[0])
    """
    run, left, text_follows = short_lines_around(block)
    if (
        run < FEW_LINES
        or (text_follows and left < 4 and not advert_words_around(block))
        or verse_around(block)
        or _stands_above_verse(block)
    ):
        return None
    return f"{run} short lines in a row"


def _stands_above_verse(block: Block) -> bool:
    """A poem's title, or its author's line below it."""
    after = block.after
    if after is None:
        return False
    return bool(verse_around(after) or (after.after is not None and verse_around(after.after)))


def is_a_line_of_verse(block: Block) -> str | None:
    """Short lines under a title or an author, that sell nothing, are verse (诗).

    Six and more; three are enough between the author and the next title, or in a poem after a poem.

    >>> page = "\\n\\n".join(["## 夜航", "把灯调暗一些，", "再暗一些", "直到星星肯下来", "机器在舱底咳嗽", "它也老了。", "白头"])
    >>> is_a_line_of_verse(read_blocks(page)[3])
    'one of 6 lines of verse'
    >>> is_a_line_of_verse(read_blocks("把灯调暗一些")[0])
    """
    count = verse_around(block)
    return f"one of {count} lines of verse" if count else None


def heads_the_next_poem(block: Block) -> str | None:
    """A marked line between two poems is the title of the second, under the title of both (组诗).

    >>> verses = "\\n\\n".join(["船是父亲的", "桨是爷爷的", "水不是谁的", "它路过我们村", "像一个客", "如今桥修好了"])
    >>> page = read_blocks(f"## 渡口谣\\n\\n{verses}\\n\\n**夜航**\\n\\n{verses}")
    >>> heads_the_next_poem(page[7])
    'between two poems'
    >>> heads_the_next_poem(page[0])
    """
    before, after = block.before, block.after
    if before is None or after is None or not block.look.titular:
        return None
    return "between two poems" if verse_around(before) and verse_around(after) else None


def verse_around(block: Block) -> int:
    """How many lines of verse stand together here."""
    return verses_of(block.sheet.blocks).get(block.index, 0)


def verses_of(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The lines of verse of a page, each with how many stand together."""
    if not blocks:
        return {}
    sheet = blocks[0].sheet
    if sheet.verse is None:
        sheet.verse = _verses(blocks)
    return sheet.verse


def _verses(blocks: tuple[Block, ...]) -> dict[int, int]:
    blocks = tuple(one for one in blocks if one.kind != "image")  # a drawing stands among the lines of a poem
    verses: dict[int, int] = {}
    could = [_could_be_verse(block) if 1 < block.look.length <= LONGEST_VERSE else False for block in blocks]
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and could[end]:
            end += 1
        if _signs_a_title(blocks, start - 1):
            further = _end_of_verse(blocks, start)
            if further < len(blocks) and blocks[further].look.credit:
                further -= 1  # the title of the next
            if _is_marked_at_random(blocks[start:further]):
                end = further
        if start and end - start >= LEAST_VERSE:
            if start > 1 and _is_signed_by_a_writer(blocks, start - 1) and not blocks[start - 2].level:
                end = _last_closed(blocks, start, end)
            lines = blocks[start:end]
            prints_verse = not _sells(lines) and not _are_fields(lines)
            if prints_verse and len(lines) >= _least_verse(blocks, start, end, verses):
                verses.update({one.index: len(lines) for one in lines})
        start = max(end, start) + 1 if end < len(blocks) and not could[end] else max(end, start + 1)
    return verses


def _last_closed(blocks: tuple[Block, ...], start: int, end: int) -> int:
    """Where a poem ends on a page without marks: behind its last line that ends like a sentence."""
    for last in range(end - 1, start, -1):
        if blocks[last].look.closed:
            return last + 1
    return end


def _end_of_verse(blocks: tuple[Block, ...], start: int) -> int:
    """Where the lines that could be of a poem end, those with marks among them."""
    end = start
    while end < len(blocks) and _could_be_verse(blocks[end], marked=True):
        end += 1
    return end


def _is_marked_at_random(lines: tuple[Block, ...]) -> bool:
    """Whether the marks of a poem's lines say nothing: some have one, some have none."""
    marked = sum(1 for one in lines if one.level or one.bold)
    return len(lines) >= FEW_LINES and marked >= 3 and marked * 5 >= len(lines) > marked


def _are_fields(lines: tuple[Block, ...]) -> bool:
    """助人为乐：丁玉兰　符国强, and more of the kind: a list."""
    return sum(1 for one in lines if FIELD.match(one.folded)) * 2 >= len(lines)


def _sells(lines: tuple[Block, ...]) -> bool:
    return any(is_like_a_line_of_an_advert(one.folded) for one in lines)


def _signs_a_title(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether this line is the author's under a title that is marked."""
    if at < 1 or not blocks[at].look.credit:
        return at > 0 and _is_signed_by_a_writer(blocks, at)
    title = blocks[at - 1]
    return title.look.titular and bool(title.level or title.bold)


def _is_signed_by_a_writer(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether this line is 社员　周大河 under a title, marked or not."""
    return blocks[at - 1].look.titular and A_WRITER.match(blocks[at].folded) is not None


def _least_verse(blocks: tuple[Block, ...], start: int, end: int, verses: dict[int, int]) -> float:
    """How many short lines make verse here: few where a poem's title and its author stand above."""
    above = blocks[start - 1]
    marked = bool(above.level or above.bold)
    title = blocks[start - 2] if start > 1 else None
    below = blocks[end] if end < len(blocks) else None
    if start > 1 and _is_signed_by_a_writer(blocks, start - 1):
        return LEAST_VERSE
    if below is None or below.level or below.bold:
        if _signs_a_title(blocks, start - 1):
            return LEAST_VERSE
        if marked and title is not None and title.index in verses:
            return LEAST_VERSE  # the next poem of the same author
    signed = above.look.credit and above.folded[:1] != "（"
    return FEW_LINES if marked or signed else float("inf")


def _could_be_verse(block: Block, *, marked: bool = False) -> bool:
    facts = block.look
    if (
        not 1 < facts.length <= LONGEST_VERSE
        or block.kind != "text"
        or ((block.level or block.bold) and not marked)
    ):
        return False
    if " " in block.folded and A_WRITER.match(block.folded):
        return False
    return not (facts.credit or facts.folio or facts.jump or facts.lede or facts.dateline)


#: 文学院2013级 舒窈 under the title of a poem
A_WRITER = pattern(
    r"[^ ，。]{0,14}(?:学院|大学|[中小]学|学校|\d{2,4}级|[级班]|公司|厂|村|镇|社员|战士|工人|农民|学生|教师|干部|矿工)[ ]{1,4}[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,2}\Z"
)
LEAST_VERSE = 3
LONGEST_VERSE = 22  #: characters of a line of verse


def advert_words_around(block: Block) -> bool:
    """Whether a row of short lines has the words, telephone numbers and addresses of adverts."""
    sheet = block.sheet
    run, left, _ = short_lines_around(block)
    last = block.index + left
    first = last - run + 1
    known = sheet.selling.get(first)
    if known is None:
        lines = [one.folded for one in sheet.blocks[first : last + 1]]
        selling = sum(map(is_like_a_line_of_an_advert, lines))
        known = sheet.selling[first] = selling * 12 >= run
    return bool(known)


def stands_under_advert_lines(block: Block) -> str | None:
    """A short text between the lines of adverts is the text of one.

    >>> page = "\\n\\n".join(
    ...     ["糖果", "饼干", "面包", "欢迎光临", "今日开幕", "大减价", "宝青春为纯正酵母精制，功能开胃强身。", "芬芳开胃"]
    ... )
    >>> stands_under_advert_lines(read_blocks(page)[6])
    'among the lines of adverts'
    >>> stands_under_advert_lines(read_blocks("宝青春为纯正酵母精制，功能开胃强身。")[0])
    """
    before, after, facts = block.before, block.after, block.look
    if before is None or not facts.prose or facts.lede or facts.length > 120:
        return None
    run, _, _ = short_lines_around(before)
    if run < FEW_LINES or not advert_words_around(before):
        return None
    return "among the lines of adverts" if after is None or after.look.titular else None


def repeats_the_section_of_the_folio(block: Block) -> str | None:
    """A line that repeats the section of the page number line is its standing head.

    >>> page = read_blocks("A13 獨眼\\n\\n**獨眼**\\n\\n正文在此。")
    >>> repeats_the_section_of_the_folio(page[1])
    'the section of the page'
    >>> repeats_the_section_of_the_folio(page[2])
    """
    facts = block.look
    if not facts.titular or facts.length > 12:
        return None
    for other in block.sheet.blocks[:6]:
        furniture = other.look.folio
        if furniture and furniture.section and other.index < block.index:
            if furniture.section.strip() == block.text.strip():
                return "the section of the page"
    return None


def is_repeated_at_once(block: Block) -> str | None:
    """The third and further copy of a line in a row, or a copy of a whole paragraph, is a loop.

    >>> page = read_blocks("本报讯 今日有雨。\\n\\n" * 4)
    >>> is_repeated_at_once(page[1])
    'repeats what stands before it'
    >>> is_repeated_at_once(page[0])
    """
    return "repeats what stands before it" if block.index in loops_of(block.sheet.blocks) else None


def is_a_word_of_the_machine(block: Block) -> str | None:
    """以上为版面文字识别结果 before or behind a page is what the reading machine says of its work.

    >>> is_a_word_of_the_machine(read_blocks("（注：以上为报纸版面文字识别结果，部分文字可能有误。）")[0])
    'the machine on its reading'
    >>> is_a_word_of_the_machine(read_blocks("以上为本次抽查结果。")[0])
    """
    if block.look.length > LONGEST_WORD_OF_THE_MACHINE:
        return None
    return "the machine on its reading" if OF_THE_READING.search(block.folded) else None


LONGEST_WORD_OF_THE_MACHINE = 120  #: characters
OF_THE_READING = pattern(
    r"(?:以上|以下|上述|下面)(?:内容)?(?:为|是|即)[^。]{0,24}(?:识别|提取|转录|转写|OCR)[^。]{0,12}(?:结果|内容|文字|文本|Markdown)"
    r"|(?:图片|图像|图中|版面)[^。]{0,20}(?:文字|内容|部分)[^。]{0,16}(?:无法(?:识别|辨认|看清)|识别(?:不清|有误)|难以辨认)"
    r"|\A(?:好的|当然)[，。！].{0,40}(?:识别|提取|转录|Markdown|报纸)|\A(?:Here is|Here's|The following is|Sure[，！!])"
    r"|\A(?:以下|下面)(?:是|为)(?:您?所?[提给上]供?传?的?)?(?:这张|该|本)?(?:图片|图像|照片|报纸|版面)[^。]{0,12}(?:文字|文本|内容)[^。]{0,4}[：。]?\Z"
    r"|\A[（【]?注：[^。]{0,20}(?:文字|字迹|内容|部分)[^。]{0,16}(?:模糊|不清|残缺|遮挡)[^。]{0,12}(?:识别|辨认|看清|省略)"
    r"|希望(?:以上内容|这些内容|这)?对您?你?有(?:所)?帮助"
)


def loops_of(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The blocks that only repeat what stands before them, each with the block that it repeats.

    A reading machine that loops writes the same lines again and again, one line or a cycle of up to
    six, and may stop inside a line. Two equal lines in a row are none: couplets and credits do that.
    """
    sheet = blocks[0].sheet if blocks else None
    if sheet is not None and sheet.loops is not None:
        known: dict[int, int] = sheet.loops
        return known
    loops = {block.index: block.index - 1 for block in blocks if block.kind == "loop"}
    if len({block.folded for block in blocks}) == len(blocks):  # no line stands twice
        if sheet is not None:
            sheet.loops = loops
        return loops
    folded = [block.folded.replace(" ", "") if block.kind == "text" else "" for block in blocks]
    copies_of = Counter(folded)
    i = 0
    while i < len(folded):
        for cycle in range(1, 7) if copies_of[folded[i]] > 1 else ():
            size = sum(map(len, folded[i : i + cycle]))
            if size <= 2:  # 的 above 的 is no line that a machine repeats
                continue
            end = i + cycle
            while end < len(folded) and folded[end] and folded[end] == folded[end - cycle]:
                end += 1
            copies = (end - i) // cycle
            tail = _opens_of(folded, end, cycle)
            if copies >= 3 or (copies == 2 and (size > 40 or (tail and size > 12))):
                end += tail
                for k in range(i + cycle, end):
                    loops[k] = i + (k - i) % cycle
                i = end - 1
                break
        i += 1
    if sheet is not None:
        sheet.loops = loops
    return loops


def _opens_of(folded: list[str], end: int, cycle: int) -> int:
    """1 where an unfinished last copy follows."""
    if (
        end < len(folded)
        and end >= cycle
        and len(folded[end]) > 3
        and folded[end - cycle].startswith(folded[end])
    ):
        return 1
    return 0


def refers_to_another_page(block: Block) -> str | None:
    """（讲话全文见A02版） under a story refers to another page; it is a line of the story (参见).

    >>> refers_to_another_page(read_blocks("（讲话全文见A02版）（决定全文见A03版）")[0])
    'a reference in brackets'
    >>> refers_to_another_page(read_blocks("全省外贸工作会议召开（A04）")[0])
    """
    folded = block.folded
    return (
        "a reference in brackets"
        if folded[:1] == "（" and folded[-1:] == "）" and REFERENCE.search(folded)
        else None
    )


REFERENCE = pattern(r"见.{0,6}(?:版|[A-Z]\d{1,2}）)")


def gives_a_field(block: Block) -> str | None:
    """品種：台南11號 among lines of the same form is a field of a box (小档案).

    >>> page = read_blocks("面积：62平方米\\n\\n品种：台南11号\\n\\n收成：12公斤")
    >>> gives_a_field(page[1])
    'one of several fields'
    >>> gives_a_field(read_blocks("品种：台南11号")[0])
    """
    if block.level or block.look.credit or block.look.folio:
        return None
    if PRACTICAL.match(block.folded) or TIME.match(block.folded):
        return "a practical detail"
    if not FIELD.match(block.folded):
        return None
    beside = [one for one in (block.before, block.after) if one is not None and FIELD.match(one.folded)]
    return "one of several fields" if beside and not any(one.look.credit for one in beside) else None


def is_a_day_of_a_calendar(block: Block) -> str | None:
    """A line that opens with a day, among others that do, is an entry of a calendar (日历, 活动预告).

    >>> page = read_blocks("7月14日 超级月亮\\n\\n7月21日 火星合月，后半夜可见\\n\\n7月30日 流星雨极大")
    >>> is_a_day_of_a_calendar(page[1])
    'one of several dates'
    >>> is_a_day_of_a_calendar(read_blocks("7月14日 超级月亮")[0])
    """
    if block.level or block.look.credit or block.look.folio or not ON_A_DAY.match(block.folded):
        return None
    beside = any(one is not None and ON_A_DAY.match(one.folded) for one in (block.before, block.after))
    return "one of several dates" if beside else None


#: 11月17日（周四）9:00, 九月初一（10月18日）晚上8时：, 7月14日 超级月亮
ON_A_DAY = pattern(
    r"[■●◆·]? ?(?:农历)?[\d一二三四五六七八九十正腊]{1,3}月(?:初|廿)?[\d一二三四五六七八九十]{1,3}[日号]?(?:（[^（）]{1,10}）)?"
    r"(?:[ ，]?(?:上午|下午|晚上|早上|中午|傍晚|晚)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:时|点|：\d{2})| {1,3}[^ ])"
)
#: 19:35 opens a line of a listing
TIME = pattern(r"\d{1,2}[：.]\d{2} ")
PRACTICAL = pattern(
    r"[■●◆·]?(?:时间|地点|地址|电话|票价|费用|主办|主讲|对象|联系人|交通|营业时间|开放时间|价格|售价)："
)
FIELD = pattern(r"[■●◆·]?[\u4e00-\u9fff]{2,6}：[^：]{1,30}\Z")


def is_a_row_of_a_table(block: Block) -> str | None:
    """Rows of a table, marked or with four figures in columns, belong to the text they stand in.

    >>> is_a_row_of_a_table(read_blocks("| 名次 | 球队 | 胜 |")[0])
    'a row of a table'
    >>> is_a_row_of_a_table(read_blocks("青禾成长 1.4832 2.1032 0.51")[0])
    'a row of figures'
    >>> is_a_row_of_a_table(read_blocks("青禾成长 1.4832")[0])
    """
    if block.kind == "table":
        return "a row of a table"
    return "a row of figures" if block.look.row else None
