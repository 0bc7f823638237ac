"""Lines of a form: fields of a box, days of a calendar, rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.patterns import pattern

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
