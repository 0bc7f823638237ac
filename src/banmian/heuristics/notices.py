"""Notices (启事): what courts, companies and families have printed, from its title to its signer and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.patterns import pattern
from banmian.words import places_of

if TYPE_CHECKING:
    from banmian.model import Block

KINDS_OF_NOTICE = (
    r"遗失|挂失|注销|清算|减资|增资|拍卖|招标|招租|招聘|转让|出租|求租|求购|寻人|寻物|寻狗|寻猫|催收|送达|债权转让|解除|更正|致歉|"
    r"结婚|征婚|迁址|停水|停电|停气|闭馆|放假|封闭施工|报名|招领|竞买|竞价|公示|承领|认尸|认领|法院|开庭|环评|征集|搬迁|停业|开业|招生|家政|搬家|分类|暂停申购"
)
#: 声明 and 公告 end the titles of news as well; these are the ones that people and companies pay for
NOTICE = pattern(
    rf"[【■△▲●]?(?:[\u4e00-\u9fff]{{0,30}}(?:{KINDS_OF_NOTICE})(?:声明|公告|启事|通告|通知|广告|信息)"
    rf"|(?:{KINDS_OF_NOTICE})[\u4e00-\u9fff]{{0,2}}(?=】|\s|：|\Z)"
    r"|[\u4e00-\u9fff]{1,6}(?:出租|转让|求租|招租|招聘|回收|求购|出售)(?=：)"
    r"|[\u4e00-\u9fff（）“”]{0,40}(?:公司|集团|法院|银行|合作社|基金|事务所|拍卖行)[\u4e00-\u9fff（）“”\d]{0,40}(?:公告|通告|声明)|[\u4e00-\u9fff（）]{2,30}公司关于[\u4e00-\u9fff（）“”\d]{4,40}的?(?:通知|提示)|[\u4e00-\u9fff（）“”]{4,50}的(?:公告|通告|公示)"
    r"|(?:须予披露|关连|主要|非常重大|持续关连)[\u4e00-\u9fff]{0,8}交易"
    r"|[\u4e00-\u9fff（）“”]{0,12}(?:启事|讣告|讣闻)|(?:敬致谢忱|鸣谢启?事?|谢启|哀启|沉痛哀悼|沉痛悼念|深切哀悼|敬告亲友|喜结良缘|新婚志喜|公告|通告|通知|声明|广告|工商服务|工商资讯|广编特辑))】?(?=\s|：|\Z)"
)
#: no notice without one of these words
NOTICE_HINT = pattern(
    rf"{KINDS_OF_NOTICE}|声明|公告|启事|通告|通知|广告|信息|讣告|讣闻|工商|广编|谢忱|鸣谢|谢启|哀启|哀悼|悼念|敬告|志喜|良缘|交易"
)
LOST = r".{0,60}(?:作废|声明|挂失|证|执照|公章|发票)"
# Every branch of the four below begins with a character, not a choice: such a search is ten times as fast.
NOTICE_FORMULA = pattern(
    rf"承董事会命|董事会欣然宣布|注册成立之有限公司|股份代号：|特此(?:声明|公告|通告|通知|启事|致歉|更正|讣告)|声明作废|遗失{LOST}|丢失{LOST}|不慎{LOST}|"
    r"自公告(?:之日|发布)起|公告之日起|现公告如下|有意者(?:请)?(?:致电|联系|电|面议)|营业执照.{0,40}(?:作废|遗失|声明)|"
    r"公章.{0,20}遗失|证券代码：|基金主?代码|董事会及全体董事|风险提示：|投险提示：|非存款|投资[须需]谨慎(?!。)|寿终[内正]寝|享[寿年][\u4e00-\u9fff]{0,4}岁|泣启\Z|敬启\Z|同启\Z|敬挽\Z|千古\Z|登报致谢|谨此致谢|治丧|谨此(?:讣告|公告)|本公告"
)
NUMBER = r"[：为]?[\dA-Z]{4}"
NOTICE_WORDS = pattern(
    rf"证号{NUMBER}|编号{NUMBER}|号码{NUMBER}|身份证号{NUMBER}|执照号{NUMBER}|代码{NUMBER}|"
    r"竞买人?|保证金|郑重提示|月租|面议|诚聘|聘[\u4e00-\u9fff]{2,6}\s|"
    r"限\d+日内|逾期|酬谢|重谢|重酬|有知情者|告别仪式|享年|申报债权|清算组|基金合同|申购|赎回"
)


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
    close = folded.replace(" ", "")
    if block.look.lede or block.look.folio or not NOTICE_HINT.search(close):
        return None
    notice = NOTICE.match(folded) or (NOTICE.match(close) if close != folded else None)
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
