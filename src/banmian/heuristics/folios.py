"""What a paper prints about itself: nameplate, date, page, section, staff, hotline, weather (版头、书眉、报尾)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian.heuristics.edges import edges_of, lines_above, lines_below, top_of
from banmian.model import Folio
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block


def is_furniture_of_the_page(block: Block) -> str | None:
    """Nameplate, date, page number, serial number, price, staff lines are the folio (版头).

    >>> is_furniture_of_the_page(read_blocks("2019年12月27日 星期五")[0])
    'furniture of the page'
    >>> is_furniture_of_the_page(read_blocks("2019年12月27日，全省会议召开")[0])
    """
    return "furniture of the page" if block.look.folio else None


def is_a_column_in_another_paper(block: Block) -> str | None:
    """市井快报 over its items, on a page whose nameplate is another, is a column (栏目) and no nameplate.

    >>> page = read_blocks("# 江城晚报\\n\\n## 市井快报\\n\\n### 鞋匠补鞋不收钱\\n\\n昨日，城南的鞋匠摆出一块牌子。")
    >>> is_a_column_in_another_paper(page[1])
    'a column: the paper is 江城晚报'
    >>> is_a_column_in_another_paper(page[0])
    """
    folio, after = block.look.folio, block.after
    if not (folio and folio.newspaper) or after is None or not after.look.titular:
        return None
    if folio != Folio(newspaper=folio.newspaper):
        return None
    for other in top_of(block.sheet.blocks):
        plate = other.look.folio and other.look.folio.newspaper
        if plate and other.index < block.index and not (plate in block.text or block.text in plate):
            return f"a column: the paper is {plate}"
    return None


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
    if lines_above(block) > 1 or after is None:
        return None
    if LATIN_NAMEPLATE.match(block.folded) and after.look.folio:
        return "the name of the paper"
    plate = OTHER_SCRIPT.sub("", "".join(LATIN_NAME_BEHIND.sub("", block.folded).split()))
    if not NAMEPLATE.match(plate):
        dated = lines_above(block) == 0 and after.look.folio is not None and after.look.folio.date
        return "above the date" if dated and UNKNOWN_PLATE.match(plate) else None
    issued = opens_with_the_date_of_issue(after) or has_the_date_and_the_weekday(after)
    beside = after.look.folio or LATIN_NAMEPLATE.match(after.folded) or issued
    return "the name of the paper" if beside else None


NAMEPLATE = pattern(r"[\u4e00-\u9fff]{2,8}[报刊]\Z|今日[\u4e00-\u9fff]{2}\Z")
#: a paper whose name ends with no word for a paper: 白石新闻
UNKNOWN_PLATE = pattern(r"[\u4e00-\u9fff]{2,6}\Z")
#: the name again in the letters of the region: Cyrillic, Arabic, Mongolian, Tibetan, Korean, Yi
OTHER_SCRIPT = pattern(
    r"[\u0400-\u052f\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af\u1100-\u11ff\uac00-\ud7af\ua000-\ua4cf]+"
)
#: 欧陆侨报 NOUVELLES D'OUTRE-MER
LATIN_NAME_BEHIND = pattern(r"(?<=[报刊])[* ]*[A-Z][A-Za-z’' .&-]{3,60}\Z")
#: QINGXI DAILY under the Chinese name
LATIN_NAMEPLATE = pattern(
    r"(?:THE )?[A-Z]+(?: [A-Z]+)* (?:DAILY|NEWS|TIMES|POST|WEEKLY|HERALD|JOURNAL|EXPRESS|GAZETTE|RIBAO|WANBAO|CHENBAO|ZAOBAO|SHIBAO|SHANGBAO|BAO|PAO|PO)\Z",
    re.IGNORECASE,
)


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


DATE_AND_WEEKDAY = pattern(
    r"(?:(?:\d{4}|[一二三四五六七八九〇○零]{4})年 ?[\d一二三四五六七八九十]{1,2}月 ?[\d一二三四五六七八九十廿卅]{1,3}[日号]"
    r"|\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2})"
    r"[ ，,·•●（]{0,3}(?:星期|周|礼拜)[一二三四五六日天]"
)


def opens_with_the_date_of_issue(block: Block) -> str | None:
    """A date and the number of the issue, whatever else stands behind them on a short line at the head of a page.

    >>> page = read_blocks("小星星作文报\\n\\n2011年11月3日 第41期 小学中高年级版 佳作园\\n\\n2011年11月3日，作文赛开幕。")
    >>> opens_with_the_date_of_issue(page[1])
    'the date and the number of the issue'
    >>> opens_with_the_date_of_issue(page[2])
    """
    if block.look.length > LONGEST_FOLIO or "。" in block.folded or "，" in block.folded:
        return None
    return "the date and the number of the issue" if DATE_AND_NUMBER.match(block.folded) else None


LONGEST_FOLIO = 44  #: characters
DATE_AND_NUMBER = pattern(
    r" *\d{4}(?:年 ?\d{1,2}月 ?\d{1,2}日|[./-]\d{1,2}[./-]\d{1,2}) .{0,12}(?:第 ?\d{1,6} ?[期号]|总第)"
)


def names_the_paper_and_its_page(block: Block) -> str | None:
    """中教新报 05 基教周刊 at the head of a page: the paper, and the number or the name of the page.

    >>> page = read_blocks("中教新报 05 基教周刊\\n\\n华青报 冰河周刊 第417期\\n\\n校报 记者团招新")
    >>> names_the_paper_and_its_page(page[0]), names_the_paper_and_its_page(page[1])
    ('the paper and the page', 'the paper and the page')
    >>> names_the_paper_and_its_page(page[2])
    """
    if block.look.length > LONGEST_FOLIO or not PAPER_AND_PAGE.fullmatch(block.folded.strip()):
        return None
    return "the paper and the page"


PAPER_AND_PAGE = pattern(
    r"[\u4e00-\u9fff]{1,8}[报刊] {1,4}(?:[A-Z]?\d{1,2}版? {1,4}[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,6} {1,4}(?:[A-Z]?\d{1,2}版?|第\d{1,5}期)|第\d{1,5}期(?: {1,4}[\u4e00-\u9fff]{2,6})?)"
)


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


COUNTED = pattern(
    r"[A-Z]?\d{1,3}|(?:[\u4e00-\u9fff]{2,8} {1,4})?(?:副刊|专刊|周刊)?第[\d〇一二三四五六七八九十百]{1,5}期"
)


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
    if lines_above(block) > 5 or block.look.jump:
        return None
    if DATED_SECTION.match(block.folded):
        return "section and date"
    around = (block.before, block.after)
    beside = sum(1 for one in around if one is not None and one.look.folio)
    if not beside:
        return None
    line = STAFF_BEHIND.sub("", block.folded)
    if PAGE_AND_SECTION.match(line) or TWO_SECTIONS.match(line):
        return "page and section"
    return "between folio lines" if beside == len(around) and SECTION.match(block.folded) else None


def repeats_the_nameplate(block: Block) -> str | None:
    """The name of the paper alone on a line again is a running head (书眉).

    >>> page = read_blocks("白石新闻\\n\\n2010年12月7日 星期二\\n\\n冬修水利掀高潮\\n\\n白石新闻\\n\\n食品安全工作受视察")
    >>> repeats_the_nameplate(page[3])
    'the name of the paper again'
    >>> repeats_the_nameplate(page[2])
    """
    first = block.sheet.blocks[edges_of(block.sheet)[0]]
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
#: 综合新闻 2 责任编辑：某某
STAFF_BEHIND = pattern(r" {1,4}(?:责任编辑|责编|编辑|主编|美编|版式|组版)[：:/ ].{2,24}\Z")
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
    if lines_above(block) < 4 or lines_below(block) < 3:
        return "among the folio lines at the edge of the page"
    return None


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
    for other in top_of(block.sheet.blocks):
        furniture = other.look.folio
        if furniture and furniture.section and other.index < block.index:
            if furniture.section.strip() == block.text.strip():
                return "the section of the page"
    return None
