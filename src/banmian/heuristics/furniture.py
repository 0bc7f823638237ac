"""What belongs to the page and not to an article: folios, adverts, teasers, standing heads, traces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian.heuristics.looks import look
from banmian.heuristics.runs import FEW_LINES, short_lines_around

if TYPE_CHECKING:
    from banmian.model import Block

PAGE = r"(?:第?[一二三四五六七八九十]{1,3}版|(?:第|[A-Z]{1,2})\d{1,3}(?:[/-][A-Z]?\d{1,3})?版?|\d{1,2}版|[Pp]\d{1,2}版?)"
TEASER = re.compile(
    rf"[（【{{]?{PAGE}[）】}}]?\Z|(?:详见|见|刊|刊于|全文见|报道见|详刊)第?{PAGE}[）】}}]?\Z|今日导读\Z|导读\Z"
)
TEASER_LABEL = re.compile(r"【?(?:今日|本期|版面)?(?:导读|导览|看点|提要|目录)】?[：:]?\Z")
NOTICE = re.compile(
    r"【?(?:[\u4e00-\u9fff]{0,12}(?:遗失|挂失|注销|清算|减资|增资|拍卖|招标|招租|招聘|转让|出租|寻人|寻物|催收|送达|债权|"
    r"解除|更正|致歉|结婚|征婚|迁址|停水|停电|竞买|竞价|公示|承领|认尸)(?:声明|公告|启事|通告|通知)?"
    r"|[\u4e00-\u9fff（）]{0,30}(?:公告|启事|通告|声明|讣告|讣闻))】?(?=\s|：|\Z)"
)
NOTICE_FORMULA = re.compile(
    r"特此(?:声明|公告|通告|通知|启事)|声明作废|(?:遗失|丢失|不慎).{0,60}(?:作废|声明|挂失)|"
    r"自公告之日起|现公告如下|有意者(?:请)?(?:致电|联系|电)|(?:证号|编号|身份证号|执照号)[：\dA-Z]|"
    r"竞买人?|保证金|营业执照.{0,40}(?:作废|遗失)"
)
SELLS = re.compile(
    r"广告|诚招|招商|招租|加盟|代理商?\Z|热销|优惠|减价|大酬宾|折扣|\d折|特价|欢迎(?:光临|参观|选购|各界|来电|惠顾|订阅)|"
    r"函索|批发|零售|总经销|代售|经售|发售|各大公司|药房|均售|均有出售|专治|主治|"
    r"(?:咨询|订购|预订|预约|联系|服务|报名|投诉|发行|订阅|销售|购房|贵宾|抢购)(?:热线|电话|专线)|热线|"
    r"扫码|二维码|公众号|(?:元|￥)起|￥\d|赞助|冠名|旗舰店|专卖|连锁|门市"
)
PHONE = re.compile(r"(?:电话|电|热线|手机|Tel|TEL|传真|专线)[：\s]*[\d〇○零一二三四五六七八九（）—-]{4,}|\b1[3-9]\d{9}\b|\b0\d{2,3}[-—]?\d{7,8}\b|\b\d{3,4}[-—\s]\d{4}\b|\b\d{7,8}\b")
ADDRESS = re.compile(r"(?:地址|地点|诊所|总店|分店|支店|厂址|店址)[：\s]|[路街道巷弄](?:口|\d|[一二三四五六七八九十百]).{0,8}[号弄室楼]")
LABEL = re.compile(
    r"【?(?:简讯|短讯|短波|国内简讯|国际短波|要闻简报|一句话新闻|图片新闻|图说|新闻集锦|今日导读|"
    r"读者来信|来信照登|编读往来|一线传真|本报专栏|专栏|连载|长篇连载|长篇小说|时评|街谈巷议|"
    r"[\u4e00-\u9fff]{2,4}(?:短波|短讯|简讯|简报|快讯|集萃|瞭望|走笔|絮语|论坛|茶座|聚焦|传真|速递|播报|信箱))】?\Z"
)
DIGIT = re.compile(r"[0-9]")


def is_furniture_of_the_page(block: Block) -> str | None:
    """Nameplate, date, page number, serial number, price, staff lines are the folio (版头).

    >>> is_furniture_of_the_page(read_blocks("2019年12月27日 星期五")[0])
    'furniture of the page'
    >>> is_furniture_of_the_page(read_blocks("2019年12月27日，全省会议召开")[0])
    """
    return "furniture of the page" if look(block).folio else None


def stands_at_the_page_edge(block: Block) -> str | None:
    """Folio lines stand first and last on a page, beside each other.

    >>> stands_at_the_page_edge(read_blocks("2019年12月27日 星期五\\n\\n正文。")[0])
    'among the folio lines at the edge of the page'
    >>> stands_at_the_page_edge(read_blocks("正文。\\n\\n2019年12月27日 星期五\\n\\n正文。")[1])
    """
    if not look(block).folio:
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
    return None if any(map(str.isalnum, block.folded)) else "no words"


def points_to_a_page(block: Block) -> str | None:
    """A short line that ends with a page, or the word 导读, points into the paper (导读).

    >>> points_to_a_page(read_blocks("全省外贸工作会议召开（A04）")[0])
    'points to a page'
    >>> points_to_a_page(read_blocks("全省外贸工作会议召开")[0])
    """
    facts = look(block)
    if facts.length > 60 or facts.jump or facts.folio or facts.opening:
        return None
    if TEASER_LABEL.match(block.folded):
        return "names the contents of the paper"
    return "points to a page" if TEASER.search(block.folded.replace(" ", "")) else None


def is_a_notice(block: Block) -> str | None:
    """遗失声明, 拍卖公告 and the like are notices (启事).

    >>> is_a_notice(read_blocks("遗失声明 本人不慎遗失身份证，声明作废。")[0])
    '遗失声明'
    >>> is_a_notice(read_blocks("省政府公告栏前围满了人。")[0])
    """
    folded = block.folded
    notice = NOTICE.match(folded)
    if notice and (look(block).length <= 40 or NOTICE_FORMULA.search(folded) or len(notice.group()) <= 6):
        return block.text[: notice.end()]
    return None


def has_the_words_of_a_notice(block: Block) -> str | None:
    """特此声明, 声明作废 and 有意者请联系 are formulae of notices.

    >>> has_the_words_of_a_notice(read_blocks("张某不慎遗失身份证，声明作废。")[0])
    '不慎遗失身份证，声明作废'
    >>> has_the_words_of_a_notice(read_blocks("他昨日丢了身份证。")[0])
    """
    if look(block).opening:
        return None
    formula = NOTICE_FORMULA.search(block.folded)
    return block.text[formula.start() : formula.end()] if formula else None


def has_something_to_sell(block: Block) -> str | None:
    """广告, 热线, 诚招代理, 欢迎选购 are words of adverts (广告).

    >>> has_something_to_sell(read_blocks("热线电话：0898-66810888 诚招代理")[0])
    '热线'
    >>> has_something_to_sell(read_blocks("全省外贸工作会议召开")[0])
    """
    if look(block).length > 120 or look(block).opening:
        return None
    words = SELLS.search(block.folded)
    return block.text[words.start() : words.end()] if words else None


def gives_a_telephone_number(block: Block) -> str | None:
    """A telephone number or a street number in a short line belongs to an advert.

    >>> gives_a_telephone_number(read_blocks("电话：0898-66810888")[0])
    'a telephone number'
    >>> gives_a_telephone_number(read_blocks("今年签证7575份")[0])
    """
    if look(block).length > 120 or look(block).opening:
        return None
    if PHONE.search(block.folded):
        return "a telephone number"
    return "an address" if look(block).length <= 40 and ADDRESS.search(block.folded) else None


def is_one_of_many_short_lines(block: Block) -> str | None:
    """More than six short lines in a row are no title: an advert, or a list.

    >>> page = "\\n\\n".join(["大减价", "糖果", "饼干", "面包", "西点", "罐头", "欢迎光临", "今日开幕"])
    >>> is_one_of_many_short_lines(read_blocks(page)[2])
    '8 short lines in a row'
    >>> is_one_of_many_short_lines(read_blocks("大减价")[0])
    """
    run, left, text_follows = short_lines_around(block)
    if run < FEW_LINES or (text_follows and left < 4):
        return None
    return f"{run} short lines in a row"


def is_a_standing_label(block: Block) -> str | None:
    """简讯, 国际短波, 读者来信 stand over one or more items (栏题).

    >>> is_a_standing_label(read_blocks("国际短波")[0])
    'a column label'
    >>> is_a_standing_label(read_blocks("国际短波电台开播")[0])
    """
    return "a column label" if LABEL.match(block.folded.strip()) else None


def repeats_the_section_of_the_folio(block: Block) -> str | None:
    """A line that repeats the section of the page number line is its standing head.

    >>> page = read_blocks("A13 獨眼\\n\\n**獨眼**\\n\\n正文在此。")
    >>> repeats_the_section_of_the_folio(page[1])
    'the section of the page'
    >>> repeats_the_section_of_the_folio(page[2])
    """
    facts = look(block)
    if not facts.titular or facts.length > 12:
        return None
    for other in block.sheet.blocks[:6]:
        furniture = look(other).folio
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


def loops_of(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The blocks that only repeat what stands before them, each with the block that it repeats.

    A reading machine that loops writes the same lines again and again, one line or a cycle of up to
    six, and may stop inside a line. Two equal lines in a row are none: couplets and credits do that.
    """
    sheet = blocks[0].sheet if blocks else None
    if sheet is not None and sheet.loops is not None:
        known: dict[int, int] = sheet.loops
        return known
    folded = [block.folded.replace(" ", "") if block.kind == "text" else "" for block in blocks]
    loops: dict[int, int] = {}
    i = 0
    while i < len(folded):
        for cycle in range(1, 7):
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
    if end < len(folded) and end >= cycle and 3 < len(folded[end]) and folded[end - cycle].startswith(folded[end]):
        return 1
    return 0


def refers_to_another_page(block: Block) -> str | None:
    """（讲话全文见A02版） under a story refers to another page; it is a line of the story (参见).

    >>> refers_to_another_page(read_blocks("（讲话全文见A02版）（决定全文见A03版）")[0])
    'a reference in brackets'
    >>> refers_to_another_page(read_blocks("全省外贸工作会议召开（A04）")[0])
    """
    folded = block.folded
    return "a reference in brackets" if folded[:1] == "（" and folded[-1:] == "）" and "见" in folded and "版" in folded else None
