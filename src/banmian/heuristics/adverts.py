"""Adverts (广告): words that sell, telephone numbers and addresses, sponsors and their slogans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.folios import stands_at_the_page_edge
from banmian.heuristics.runs import short_lines_around
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block

DISCOUNT = "|".join([f"{figure}折" for figure in "0123456789一二三四五六七八九"])
SERVICES = "咨询|订购|预订|预约|联系|服务|报名|投诉|发行|订阅|销售|购房|贵宾|抢购|订座|刊登"
HOTLINE = "|".join([f"{service}(?:热线|电话|专线)" for service in SERVICES.split("|")])
SELLS = pattern(
    rf"广告|诚招|招商|招租|加盟|代理商?\Z|热销|优惠|减价|大酬宾|折扣|{DISCOUNT}|特价|{HOTLINE}|"
    r"欢迎(?:光临|参观|选购|各界|来电|惠顾|订阅|试用|预订)|函索|批发|零售|总经销|代售|经售|发售|各大公司|药房|均售|均有出售|"
    r"专治|主治|搬家 \d{6}|开锁 \d{6}|疏通 \d{6}|起步价|征订启事|均可订阅|全年定价|订阅电话|承接婚宴|承办酒席|承接酒席|全线公映|全线上映|隆重公映|隆重献映|隆重上映|今日公映|即日公映|热线|扫码|二维码|公众号|元起|元/[\u4e00-\u9fff]{1,2}起|￥起|￥\d|\$\d|赞助|冠名|旗舰店|专卖|连锁|门市|分期|买[一二三]送一|志庆|酬宾|大减价|新到|"
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
    r"|电话?：? ?\d{2,3}(?:[ .]\d{2,4}){3,4}\b"
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


#: the last characters of what a sponsor is
SPONSORS = "行司团院业厂场城厦产险器社所店楼馆"
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


def sells_in_phrases(block: Block) -> str | None:
    """Three phrases and more, two words that sell among them, are an advert in one line.

    >>> sells_in_phrases(read_blocks("百龄机 开胃润肠 补血强身 总经销九福公司 各大药房均售")[0])
    '总经销, 药房'
    >>> sells_in_phrases(read_blocks("各大药房昨起均售新药")[0])
    """
    if block.folded.strip().count(" ") < MANY_PHRASES - 1 or "。" in block.folded or block.look.lede:
        return None
    found = list(dict.fromkeys(SELLS.findall(block.folded)))
    return ", ".join(found[:2]) if len(found) > 1 else None


MANY_PHRASES = 3


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
    marked = bool(block.level or block.bold)
    bare = marked and not after.look.closed and "。" not in after.folded  # no report is
    return "above an advert" if sells and (bare or has_something_to_sell(block)) else None
