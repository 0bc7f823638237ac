"""Labels over a column or a box (栏题)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.sizes import is_a_short_head_over_a_title, size_of
from banmian.heuristics.titles import stands_above_the_title_of_a_report
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block

LABEL = pattern(
    r"[【·]?(?:专栏[·：][\u4e00-\u9fff]{2,10}|简讯|短讯|短波|短评|言论|社评|国内简讯|国际简讯|国际短波|要闻简报|一句话新闻|图片新闻|图说|新闻集锦|今日导读|"
    r"读者来信|读者来函|读者投书|来[信函]照登|编读往来|本报专栏|专栏|连载|(?:长篇|小说){1,2}连载|连载(?:小说|长篇)|时评|街谈巷议|大家谈|百家言|"
    r"(?:国际|国内|本市|本省|各地|本埠|世界|地方)要闻|[今昨]日(?:行市|行情|市价)|(?:便民|服务|供求|招聘|市场|生活|文化)信息|"
    r"[\u4e00-\u9fff]{2,4}(?:短波|短讯|简讯|简报|快讯|快拍|速报|集萃|瞭望|走笔|絮语|论坛|茶座|聚焦|传真|速递|播报|信箱|问答|钩沉|"
    r"观察|笔记|随笔|札记|手记|视点|话题|看台|放谈|漫笔|杂谈|夜话|家书|档案|采风|心语|园地|天地|之窗|之声|见闻|专递|动态|观察站))[】·]?\Z"
)

#: boxes inside a story: notes, links, glossaries, tables
NOTE_BOX = pattern(
    r"【?(?:编者按|编者的话|编后|编后语|开栏的话|开栏语|写在前面的话|写在前面|引言|引子|前言|编按|编者话|"
    r"记者手记|采访手记|记者观察|记者感言|记者调查|链接|新闻链接|相关链接|相关新闻|相关报道|延伸阅读|"
    r"背景|新闻背景|背景链接|名词解释|数读|新闻多一点|小贴士|提示|声音|各方反应|专家观点|"
    r"小资料|小档案|积分榜|射手榜|奖牌榜|排行榜|赛果|赛程|成绩单|话你知|新闻Q&A|懒人包|核心提示|核心阅读|阅读提示|内容提要|尾声|结语|后记)(?:】|[/：|].{1,14})?\Z"
)


#: of the labels, those that have several items under them
DIGEST = pattern(
    r"[【·]?.{0,4}(?:讯|短波|简报|新闻|集锦|集萃|快讯|快拍|速报|传真|速递|播报|来信|来函|来稿|信箱|投书|速览|动态|要闻|信息)[】·]?\Z"
)


def is_a_standing_label(block: Block) -> str | None:
    """简讯, 国际短波, 读者来信 stand over one or more items (栏题).

    >>> is_a_standing_label(read_blocks("国际短波")[0])
    'a column label'
    >>> is_a_standing_label(read_blocks("国际短波电台开播")[0])
    """
    label = "".join(block.folded.split())
    return "a column label" if LABEL.match(label) and not NOTE_BOX.match(label) else None


BOX = pattern(r"【[^【】]{1,14}】\Z")


def is_a_box_label(block: Block) -> str | None:
    """【启示录】 and other labels in lenticular brackets head a box inside a story.

    >>> is_a_box_label(read_blocks("### 【启示录】")[0])
    'a box label'
    >>> is_a_box_label(read_blocks("【本报讯】昨日开会。")[0])
    """
    if block.look.lede or block.look.credit:
        return None
    if is_a_standing_label(block):
        return None
    if BOX.match(block.folded) or NOTE_BOX.match(block.folded):
        return "a box label"
    return None


def stands_under_a_label(block: Block) -> str | None:
    """Under 短评 or 图片新闻 stands a title.

    >>> page = read_blocks("短评\\n\\n账要算在前头\\n\\n有的社办事，先花钱，后算账。")
    >>> stands_under_a_label(page[1])
    'under 短评'
    >>> stands_under_a_label(page[0])
    """
    before = block.before
    if before is None or not block.look.titular:
        return None
    if not is_a_standing_label(before) and not is_a_short_head_over_a_title(before):
        return None
    return f"under {before.text.strip()}"


def is_an_item_of_a_digest(block: Block) -> str | None:
    """Under 短讯 or 读者来信 every title marked one size smaller heads an item of its own.

    >>> page = read_blocks(
    ...     "## 短讯\\n\\n### 大埔火警\\n\\n广福邨昨凌晨发生火警，两名住客送院。\\n\\n### 元朗车祸\\n\\n青山公路昨午三车相撞。"
    ... )
    >>> is_an_item_of_a_digest(page[3])
    'under 短讯'
    >>> is_an_item_of_a_digest(page[0])
    """
    size = size_of(block)
    if not size or not block.look.titular:
        return None
    before = block.before
    for _ in range(MOST_ITEMS):
        if before is None:
            return None
        if size_of(before) > size and before.look.titular:
            label = is_a_standing_label(before) and DIGEST.match("".join(before.folded.split()))
            return f"under {before.text.strip()}" if label else None
        before = before.before
    return None


MOST_ITEMS = 40  #: blocks of a digest


def is_a_marked_item_of_a_digest(block: Block) -> str | None:
    """Under 简讯 every paragraph after △, or with its first words in bold, is an item of its own.

    >>> page = read_blocks("简讯\\n\\n△林场连续二十个月没有发生火灾。\\n\\n△墨厂恢复生产失传多年的古墨。\\n\\n▲田野上的人们都在忙着收割。")
    >>> is_a_marked_item_of_a_digest(page[2])
    'after △ under 简讯'
    >>> is_a_marked_item_of_a_digest(page[3])
    """
    mark = item_mark(block)
    before = block.before
    for _ in range(MOST_ITEMS if mark else 0):
        if before is None:
            return None
        if before.look.titular and not before.look.prose:
            label = "".join(before.folded.split())
            named = is_a_standing_label(before) and DIGEST.match(label)
            return f"after {mark} under {before.text.strip()}" if named else None
        if not before.look.prose or (item_mark(before) not in ("", mark)):
            return None
        before = before.before
    return None


def is_a_bulleted_item_of_a_digest(block: Block) -> str | None:
    """Under 简讯 a paragraph after ▲ is an item, and no caption.

    >>> page = read_blocks("简讯\\n\\n▲林场连续二十个月没有发生火灾。\\n\\n▲墨厂恢复生产失传多年的古墨。")
    >>> is_a_bulleted_item_of_a_digest(page[2])
    'after ▲ under 简讯'
    >>> is_a_bulleted_item_of_a_digest(page[0])
    """
    return is_a_marked_item_of_a_digest(block) if block.folded[:1] in ITEM_MARKS else None


def item_mark(block: Block) -> str:
    """The mark that sets an item off: a bullet, or its first words in bold."""
    if not block.look.prose:
        return ""
    if ITEM.match(block.folded):
        return block.text[0]
    return "bold" if block.sheet.text.startswith("**", block.span.start) and not block.bold else ""


ITEM_MARKS = "△▲▼▽■□◆◇●○◎★☆※▶►"
ITEM = pattern(f"[{ITEM_MARKS}]")


def is_a_label_over_a_report(block: Block) -> str | None:
    """【深读】 over the title of a report names the column that it stands in.

    >>> page = read_blocks("【深读】\\n\\n一条河的三十年\\n\\n本报记者 王小明\\n\\n江川河全长一百四十公里，流经五个县。")
    >>> is_a_label_over_a_report(page[0])
    'over 一条河的三十年'
    >>> is_a_label_over_a_report(page[1])
    """
    after = block.after
    if after is None or not BOX.match(block.folded) or NOTE_BOX.match(block.folded):
        return None
    if block.before is not None and block.before.look.prose and not block.before.look.closed:
        return None
    return f"over {after.text[:16]}" if stands_above_the_title_of_a_report(block) else None
