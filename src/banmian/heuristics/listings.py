"""Lines of a form: fields of a box, days of a calendar, rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.patterns import pattern
from banmian.reading.looks import SHARE

if TYPE_CHECKING:
    from banmian.model import Block


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
    if block.before is not None and block.before.look.row and NOTE_UNDER_A_TABLE.match(block.folded):
        return "a note under a table"
    beside = [one for one in (block.before, block.after) if one is not None and FIELD.match(one.folded)]
    if any(AT_A_TABLE.match(one.folded) for one in beside):
        return None  # the title of a talk, and who leads it
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
    r"(?:[至到—-]{1,2}(?:\d{1,2}月)?\d{1,2}[日号]|起|前)?"
    r"(?:[ ，]?(?:上午|下午|晚上|早上|中午|傍晚|晚)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:时|点|：\d{2})| {1,3}[^ ])"
)
#: 19:35 opens a line of a listing
TIME = pattern(r"\d{1,2}[：.]\d{2} ")
PRACTICAL = pattern(
    r"[■●◆·]?(?:时间|地点|地址|电话|票价|费用|主办|主讲|对象|联系人|交通|营业时间|开放时间|价格|售价|推荐指数|推荐度|难度)："
)
AT_A_TABLE = pattern(r"(?:主持人?|嘉宾|对话人|受访者|访谈嘉宾)：")
NOTE_UNDER_A_TABLE = pattern(r"[\u4e00-\u9fff]{0,3}(?:注|说明|单位|心水|贴士|[总合小]计|口径)：")
FIELD = pattern(r"[■●◆·]?[\u4e00-\u9fff]{2,6}：[^：]{1,30}\Z")


def gives_the_data_of_a_book(block: Block) -> str | None:
    """周某著 某某出版社 2014年4月 45.00元 under a title says who wrote a book and who published it (书目).

    >>> page = read_blocks("《南方草木》\\n\\n周濂之著 岭海出版社 2014年4月 45.00元\\n\\n作者以日记体记录岭南的植物，并配手绘插图八十幅。")
    >>> gives_the_data_of_a_book(page[1])
    'the data of a book'
    >>> gives_the_data_of_a_book(page[0])
    """
    if block.level or block.look.length > LONGEST_DATA:
        return None
    kind = _part_of_the_data(block)
    for beside in (block.before, block.after) if kind else ():
        if beside is not None and _part_of_the_data(beside) not in (None, kind):
            return "one of several data of a book"
    if not PUBLISHED.search(block.folded):
        return None
    return "the data of a book" if WRITTEN_BY.search(block.folded) and "。" not in block.folded else None


def _part_of_the_data(block: Block) -> str | None:
    """Which of the data of a book a line gives, if it gives nothing else."""
    if block.look.length > LONGEST_PART:
        return None
    found = PART_OF_THE_DATA.fullmatch(block.folded.strip())
    return found.lastgroup if found else None


LONGEST_PART = 30  #: characters
PART_OF_THE_DATA = pattern(
    r"(?P<author>[\u4e00-\u9fff·]{1,12}(?: {1,2}[\u4e00-\u9fff]{1,4}){0,3} +(?:著|编著|译|主编))"
    r"|(?P<house>[\u4e00-\u9fff]{2,10}(?:出版社|书局|书店|出版公司)[ ]*(?:\d{4}年\d{0,2}月?版?)?)"
    r"|(?P<price>(?:定价|售价)：?[ ]?[\d.]+元)"
)
LONGEST_DATA = 70  #: characters
PUBLISHED = pattern(r"(?:出版社|出版公司|书局|书店|书社|出版)(?:[ ，/(（]|\d|\Z)")
WRITTEN_BY = pattern(r"[\u4e00-\u9fff·](?:等|编|主|合|翻|选|点|校)?[著译编撰注绘](?:[ ，/；、]|\Z)|作者：")


def heads_the_data_of_a_book(block: Block) -> str | None:
    """What stands above the data of a book is its title: the headline of a notice of it (书讯).

    >>> page = read_blocks("《南方草木》\\n\\n周濂之著 岭海出版社 2014年4月 45.00元\\n\\n作者以日记体记录岭南的植物，并配手绘插图八十幅。")
    >>> heads_the_data_of_a_book(page[0])
    'above the data of a book'
    >>> heads_the_data_of_a_book(page[1])
    """
    after = block.after
    if after is None or not block.look.titular or not gives_the_data_of_a_book(after):
        return None
    return "above the data of a book"


def asks_what_readers_answered(block: Block) -> str | None:
    """A question over 会降：46% and 不会降：54% is the title of a poll (读者调查).

    >>> page = read_blocks("### 你认为房价还会降吗？\\n\\n会降：46%\\n\\n不会降：31%\\n\\n说不清：23%")
    >>> asks_what_readers_answered(page[0])
    'over answers and their shares'
    >>> asks_what_readers_answered(page[1])
    """
    after = block.after
    if after is None or block.folded.rstrip()[-1:] != "？" or not SHARE.match(after.folded):
        return None
    return "over answers and their shares"


def opens_a_days_programme(block: Block) -> str | None:
    """10月19日（星期一） above lines that open with a time is a day of a listing (节目预告), and no date of the page.

    >>> page = read_blocks("10月19日（星期一）\\n\\n19：00 新闻联播\\n\\n19：40 电视连续剧\\n\\n21：25 体育大世界")
    >>> opens_a_days_programme(page[0])
    'above 19：00'
    >>> opens_a_days_programme(page[1])
    """
    after = block.after
    if after is None or block.look.length > LONGEST_DAY or not DAY.match(block.folded):
        return None
    found = TIME.match(after.folded)
    return f"above {found[0].strip()}" if found else None


LONGEST_DAY = 20  #: characters
DAY = pattern(
    r"(?:\d{1,2}月)?\d{1,2}[日号](?:[ （]|\Z)|(?:星期|周)[一二三四五六日天](?:[ （]|\Z)|[今明后]天\Z"
)


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
