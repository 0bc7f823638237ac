"""Labels over a column or a box (栏题)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.names import is_plainly_a_name
from banmian.heuristics.credits import is_padded_like_a_name
from banmian.heuristics.sizes import is_a_short_head_over_a_title, size_of, stands_over_items
from banmian.heuristics.titles import stands_above_the_title_of_a_report
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block

LABEL = pattern(
    r"[【·]?(?:(?:警方|消费|健康|交警|气象|法律|安全)(?:提示|提醒)|(?:民意|读者)?交流[站台]|[侨会校书社企农商医文体科影剧展赛艺]讯|(?:国内|国外|特约|本馆|本报)?(?:专电|要电|公电|译电)|(?:本埠|外埠|本外埠)新闻|(?:地方|各地)通信|商情|杂俎|余兴|文苑|丛谈|专栏[·：][\u4e00-\u9fff]{2,10}|简讯|短讯|短波|短评|言论|社论|社评|(?:本报)?评论员文章|小消息|本埠消息|国内简讯|国际简讯|国际短波|要闻简报|一句话新闻|简明新闻|图片新闻|图说|新闻集锦|今日导读|"
    r"读者来信|读者来函|来信|来函|读者投书|来[信函](?:照登|综述|选登|摘登|摘编|选刊)|回音壁?|争鸣|百家争鸣|专题讨论|编读往来|本报专栏|专栏|连载|(?:长篇|小说){1,2}连载|连载(?:小说|长篇)|时评|街谈巷议|大家谈|百家言|"
    r"(?:国际|国内|本市|本省|各地|本埠|世界|地方)要闻|[今昨]日[\u4e00-\u9fff]{0,4}(?:行市|行情|市价|市况|物价)|[居百民读群市][民姓生者众]热线|(?:便民|服务|供求|招聘|市场|生活|文化|经济|科技|体育|文教|农村|商品|金融|城乡|国际|国内)信息|"
    r"[\u4e00-\u9fff]{1,4}(?:短波|短讯|简讯|简报|快报|快讯|快拍|速报|速览|速读|短打|扫描|拾零|集萃|花絮|瞭望|走笔|絮语|论坛|茶座|聚焦|传真|速递|播报|信箱|问答|钩沉|"
    r"时评|快评|锐评|短论|小议|漫议|课堂|讲堂|观察|笔记|随笔|札记|手记|视点|话题|看台|放谈|漫笔|杂谈|夜话|家书|档案|采风|心语|园地|天地|之窗|之声|之歌|见闻|专递|动态|观察站)"
    r"|(?:(?:读者|本报|网友)[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff《》“”·]{0,14}(?:作品|稿件|摄影|来稿|征文))(?:选登|选刊|摘登|选载))[】·]?\Z"
)

#: boxes inside a story: notes, links, glossaries, tables
NOTE_BOX = pattern(
    r"【?(?:编者按|编者的话|编后|编后语|开栏的话|开栏语|写在前面的话|写在前面|引言|引子|前言|编按|编者话|"
    r"记者手记|采访手记|记者观察|记者感言|记者调查|链接|新闻链接|相关链接|相关新闻|相关报道|延伸阅读|"
    r"背景|新闻背景|背景链接|名词解释|数读|新闻多一点|小贴士|提示|声音|各方反应|专家观点|"
    r"小资料|小档案|小百科|小辞典|小词典|积分榜|射手榜|奖牌榜|排行榜|赛果|赛程|成绩单|话你知|新闻Q&A|懒人包|核心提示|核心阅读|阅读提示|内容提要|尾声|结语|后记)(?:】|[/：|].{1,14})?\Z"
    r"|[◎●■◆【]?[\u4e00-\u9fff]{0,8}(?:小资料|小档案|小百科|小辞典|小贴士|懒人包|资料卡|信息卡)】?\Z"
)


#: of the labels, those that have several items under them
DIGEST = pattern(
    r"[【·]?.{0,4}(?:讯|消息|短波|简报|新闻|集锦|集萃|花絮|快讯|快拍|速报|传真|速递|播报|专电|要电|公电|来信|来函|来稿|信箱|投书|速览|速读|短打|扫描|拾零|动态|要闻|信息|问答|门诊|坐诊|释疑)[】·]?\Z"
)


def is_a_standing_label(block: Block) -> str | None:
    """简讯, 国际短波, 读者来信 stand over one or more items (栏题).

    >>> is_a_standing_label(read_blocks("国际短波")[0])
    'a column label'
    >>> is_a_standing_label(read_blocks("国际短波电台开播")[0])
    """
    if block.look.length > LONGEST_LABEL:
        return None
    known = block.sheet.standing_labels  # its neighbours ask as well
    found = known.get(block.index, "")
    if found == "":
        found = known[block.index] = _standing_label(block)
    return found


def _standing_label(block: Block) -> str | None:
    label = label_of(block)
    if not LABEL.match(label) or NOTE_BOX.match(label):
        return None
    after = block.after
    if after is not None and after.look.row:
        return None  # the title of a table
    if (
        QUESTIONS.search(label)
        and after is not None
        and (not after.look.titular or ITEM_NUMBER.match(after.folded))
    ):
        return None  # the title of one text
    return "a column label"


def heads_questions(block: Block) -> str | None:
    """楼市问答 over 问：… and 答：… is the title of the one text of its column.

    >>> page = read_blocks("#### 楼市问答\\n\\n问：去年买的期房今年四月交房，我可以退房吗？\\n\\n答：可以书面要求退房。")
    >>> heads_questions(page[0])
    'over questions'
    >>> heads_questions(page[1])
    """
    after = block.after
    if block.look.length > LONGEST_LABEL or after is None or not QUESTIONS.search(label_of(block)):
        return None
    return "over questions" if ASKED.match(after.folded) else None


ASKED = pattern(r"(?:[^，。：]{0,12})?(?:问|读者|网友|[Qq]|答)[^，。：]{0,8}[：.]")
LONGEST_LABEL = 24  #: characters


def label_of(block: Block) -> str:
    """A line as a label: without blanks, and without the number that counts it among the titles of a page."""
    return ITEM_NUMBER.sub("", "".join(block.folded.split()))


#: columns of questions, each under a title of its own
QUESTIONS = pattern(r"(?:问答|信箱|门诊|坐诊|释疑)】?\Z")
#: 6.简讯
ITEM_NUMBER = pattern(r"\A\d{1,2}[.、．]")


BOX = pattern(r"【[^【】]{1,14}】\Z")


def is_a_box_label(block: Block) -> str | None:
    """【启示录】 and other labels in lenticular brackets head a box inside a story.

    >>> is_a_box_label(read_blocks("### 【启示录】")[0])
    'a box label'
    >>> is_a_box_label(read_blocks("【本报讯】昨日开会。")[0])
    """
    if block.look.length > LONGEST_LABEL or block.look.lede or block.look.credit:
        return None
    if not (BOX.match(block.folded) or NOTE_BOX.match(block.folded)) or is_a_standing_label(block):
        return None
    return "a box label"


def heads_items_with_bold_leads(block: Block) -> str | None:
    """A word or two over three paragraphs and more, each with its first words in bold, is the head of a digest.

    So is one over three readers and more who ring up, 市民左先生：… and nobody answers.

    >>> page = read_blocks(
    ...     "# 新知\\n\\n**乌鸦会算概率** 研究小组训练乌鸦在九个图案中选择一个。\\n\\n**月壤里长出草** 科学家用月壤种出了拟南芥，两天发芽。\\n\\n"
    ...     "**用声音灭火** 学生团队用低频声波扑灭了一小盆酒精火。"
    ... )
    >>> heads_items_with_bold_leads(page[0])
    'over 3 items with bold leads'
    >>> heads_items_with_bold_leads(page[1])
    """
    items, after = 0, block.after
    if after is None or not block.look.titular or not 2 <= block.look.length <= SHORT_HEAD:
        return None
    mark = item_mark(after)
    if mark != "caller" and (mark != "bold" or not size_of(block)):
        return None
    while after is not None and after.look.prose and item_mark(after) == mark and items < FEWEST_BOLD:
        if LEAD_WITH_A_COLON.match(after.sheet.text, after.span.start):
            return None  # 传言： and 真相： of one text
        items += 1
        after = after.after
    if items < FEWEST_BOLD:
        return None
    return f"over {items} items with bold leads" if mark == "bold" else f"over {items} readers who rang up"


SHORT_HEAD = 6  #: characters
FEWEST_BOLD = 3
LEAD_WITH_A_COLON = pattern(r"\*\*[^*\n]{1,12}[：:]\*\*|\*\*[^*\n]{1,12}\*\*[：:]")


def stands_in_a_box(block: Block) -> str | None:
    """Under 数读, 小资料 or 相关链接 short lines without marks are the lines of the box.

    >>> page = read_blocks("## 抢装潮\\n\\n本报讯 船不够用。\\n\\n**【数读】**\\n\\n11条 同时作业的船\\n\\n310万千瓦 规划容量\\n\\n## 港口忙")
    >>> stands_in_a_box(page[4])
    'in the box 【数读】'
    >>> stands_in_a_box(page[5])
    """
    facts = block.look
    if block.level or block.bold or facts.length > LONGEST_LINE_OF_A_BOX:
        return None
    if facts.jump or facts.lede or facts.credit:
        return None
    if facts.folio and (facts.folio.editors or facts.folio.date or facts.folio.page):
        return None  # the page's own, and not only a telephone
    before = block.before
    for _ in range(MOST_LINES_OF_A_BOX):
        if before is None:
            return None
        if is_a_box_label(before):
            named = LINES_BOX.match(label_of(before))
            marked = before.level or before.bold or marks_its_titles(block)
            return f"in the box {before.text.strip()}" if named and marked else None
        if before.level or before.bold or before.look.length > LONGEST_LINE_OF_A_BOX or before.look.lede:
            return None
        before = before.before
    return None


def marks_its_titles(block: Block) -> bool:
    """Whether two titles of the page and more have #."""
    sheet = block.sheet
    if sheet.marked is None:
        sheet.marked = sum(1 for one in sheet.blocks if one.level)
    return sheet.marked >= 2


MOST_LINES_OF_A_BOX = 10
LONGEST_LINE_OF_A_BOX = 40  #: characters
#: boxes of facts, in lines: the others are texts
LINES_BOX = pattern(
    r"【?(?:数读|数据|数字|资料|小资料|小档案|档案|名片|小贴士|提示|温馨提示|链接|新闻链接|相关链接|积分榜|射手榜|奖牌榜|排行榜|"
    r"赛果|赛程|成绩单|话你知|懒人包|[◎●■◆]?[\u4e00-\u9fff]{0,8}(?:小资料|小档案|小贴士|资料卡|信息卡)|[\u4e00-\u9fff]{2,4}(?:数据|档案|资料|名片|指南))(?:】|[/：|].{1,14})?\Z"
)


def opens_with_the_label_of_a_comment(block: Block) -> str | None:
    """短评　… and 时评｜…: the label and the title of a comment, on one line.

    >>> opens_with_the_label_of_a_comment(read_blocks("短评　账要算在前头")[0])
    'labelled 短评'
    >>> opens_with_the_label_of_a_comment(read_blocks("短评写得好")[0])
    """
    found = COMMENT_AND_TITLE.match(block.folded) if block.look.titular else None
    return f"labelled {block.text[slice(*found.span('label'))]}" if found else None


#: it begins with one of these
COMMENTS = "【（短评快锐微时社杂漫随小编今"
COMMENT_AND_TITLE = pattern(
    r"[【（]?(?P<label>短评|评论|快评|锐评|微评|时评|社论|社评|杂谈|漫谈|随笔|杂感|小言论|编后|今日谈|评论员文章)(?:[】）]|[ ：|/丨·])[ ]*[^ ，。]{4,}"
)


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


def is_named_like_a_column(block: Block) -> str | None:
    """夜谈 and 随想录 without a mark over a title with an author name the column (栏题).

    >>> page = read_blocks("夜谈\\n\\n也说“研究研究”\\n\\n柳　堤\\n\\n“研究研究”本来是办事认真的意思，后来成了推托的代名词。")
    >>> is_named_like_a_column(page[0])
    'over 也说“研究研究”'
    >>> is_named_like_a_column(page[1])
    """
    after = block.after
    if (
        not block.look.titular
        or block.look.length > LONGEST_COLUMN
        or after is None
        or not after.look.titular
    ):
        return None
    below = after.after
    if below is None or size_of(block) > size_of(after):
        return None
    if block.look.credit or is_plainly_a_name(block.folded.strip()) or block.look.length >= after.look.length:
        return None
    if below.look.length <= LONGEST_COLUMN and (is_padded_like_a_name(below) or _signs(below)):
        return f"over {after.text.strip()[:16]}"
    if not NAME_OF_A_COLUMN.fullmatch("".join(block.folded.split())):
        return None
    return f"over {after.text.strip()[:16]}" if below.look.prose or below.look.credit else None


LONGEST_COLUMN = 5  #: characters


def names_a_column_and_its_part(block: Block) -> str | None:
    """走进贫困村·蹲点日记 over a title is the name of a column and of its part (栏题), set apart by ·.

    >>> page = read_blocks("## 走进贫困村·蹲点日记\\n\\n## 蜂箱搬上鸡公岭\\n\\n本报记者 王小明\\n\\n清晨六点，他就背着喷烟器上了山。")
    >>> names_a_column_and_its_part(page[0])
    'over 蜂箱搬上鸡公岭'
    >>> names_a_column_and_its_part(page[1])
    """
    after = block.after
    if after is None or not block.look.titular or not after.look.titular or size_of(block) > size_of(after):
        return None
    if not COLUMN_AND_PART.fullmatch(block.folded.strip()) or is_plainly_a_name(block.folded.strip()):
        return None
    return f"over {after.text.strip()[:16]}"


COLUMN_AND_PART = pattern(r"[\u4e00-\u9fff“”]{2,9} ?[·•・|▪] ?[\u4e00-\u9fff“”]{2,9}")


def _signs(block: Block) -> bool:
    """A name alone above a text."""
    after = block.after
    return (
        after is not None
        and after.look.prose
        and not after.look.lede
        and is_plainly_a_name(block.folded.strip())
    )


NAME_OF_A_COLUMN = pattern(r"[\u4e00-\u9fff]{1,4}[谈话语坛录窗苑角廊亭札议笔记]")


def is_an_item_of_a_digest(block: Block) -> str | None:
    """Under 短讯 or 读者来信 every title marked one size smaller heads an item of its own.

    >>> page = read_blocks(
    ...     "## 短讯\\n\\n### 大埔火警\\n\\n广福邨昨凌晨发生火警，两名住客送院。\\n\\n### 元朗车祸\\n\\n青山公路昨午三车相撞。"
    ... )
    >>> is_an_item_of_a_digest(page[3])
    'under 短讯'
    >>> is_an_item_of_a_digest(page[0])
    """
    if not size_of(block) or not block.look.titular:
        return None
    before = _bigger_title_above(block)
    if before is None or not _is_over_items(before):
        return None
    return f"under {before.text.strip()}"


def _bigger_title_above(block: Block) -> Block | None:
    """The nearest line above that could be a title and is marked bigger, if it is not too far above."""
    sheet = block.sheet
    if sheet.bigger is None:  # found out once for the page
        sheet.bigger = {}
        sizes: list[tuple[int, Block]] = []  # of titles above, each bigger than those behind it
        for one in sheet.blocks:
            if one.look.titular and (size := size_of(one)):
                while sizes and sizes[-1][0] <= size:
                    sizes.pop()
                if sizes:
                    sheet.bigger[one.index] = sizes[-1][1]
                sizes.append((size, one))
    above = sheet.bigger.get(block.index)
    return above if above is not None and block.index - above.index <= MOST_ITEMS else None


def _is_over_items(block: Block) -> bool:
    """Whether a line is a label of a digest, or stands over smaller titles with people of their own."""
    known = block.sheet.over_items
    if block.index not in known:
        label = is_a_standing_label(block) and DIGEST.match(label_of(block))
        known[block.index] = bool(label or stands_over_items(block))
    return known[block.index]


def is_an_item_of_a_short_head(block: Block) -> str | None:
    """Under a word or two, and as big as the title right below that, stands the next item's title.

    >>> page = read_blocks(
    ...     "## 小问号\\n\\n### 树叶为什么会变红？\\n\\n秋天气温降低，叶绿素渐渐分解，叶子就红了。\\n\\n### 打哈欠为什么会传染？\\n\\n"
    ...     "看见别人打哈欠，镜像神经元就会模仿起来。"
    ... )
    >>> is_an_item_of_a_short_head(page[3])
    'like 树叶为什么会变红？ under 小问号'
    >>> is_an_item_of_a_short_head(page[1])
    """
    size = size_of(block)
    if not size or not block.look.titular:
        return None
    above = _bigger_title_above(block)
    first = above.after if above is not None else None
    if above is None or first is None or first is block or size_of(first) != size:
        return None
    if is_a_short_head_over_a_title(block) or not is_a_short_head_over_a_title(above):
        return None
    if _opens_a_report(first) and not _opens_a_report(block):
        return None  # the deck of a feature, and a crosshead
    return f"like {first.text.strip()[:16]} under {above.text.strip()}"


def _opens_a_report(block: Block) -> bool:
    """Whether what stands right below a title says who wrote the text, or where it comes from."""
    after = block.after
    return after is not None and bool(after.look.credit or after.look.lede)


def is_a_work_under_a_label(block: Block) -> str | None:
    """Under 书架 every title that is nothing but 《…》 heads a review of its own.

    >>> page = read_blocks(
    ...     "## 书架\\n\\n### 《风从草原来》\\n\\n作者用十一年走遍北方草原，记下四十位牧民的口述。\\n\\n"
    ...     "### 《菜市场的账》\\n\\n一个学者在菜市场卖了一年菜，写成这本书，写得诚实。"
    ... )
    >>> is_a_work_under_a_label(page[3])
    'like 《风从草原来》 under 书架'
    >>> is_a_work_under_a_label(page[0])
    """
    size = size_of(block)
    if not size or not block.look.titular or not A_WORK.fullmatch(block.folded.strip()):
        return None
    above, first = block.before, None
    for _ in range(MOST_ITEMS):
        if above is None:
            return None
        if above.look.titular and size_of(above) == size:
            if not A_WORK.fullmatch(above.folded.strip()):
                return None
            first = above
        elif above.look.titular and size_of(above) > size:
            named = above.look.length <= LONGEST_COLUMN
            return f"like {(first or block).text.strip()} under {above.text.strip()}" if named else None
        above = above.before
    return None


A_WORK = pattern(r"《[^《》]{1,24}》")


def is_a_short_item_of_a_digest(block: Block) -> str | None:
    """Under 短讯 titles with the mark of the label head items too, as long as each has one short paragraph.

    >>> page = read_blocks(
    ...     "**短讯**\\n\\n**大埔火警**\\n\\n广福邨昨凌晨发生火警，两名住客送院。\\n\\n**元朗车祸**\\n\\n青山公路昨午三车相撞，一度封闭两条行车线。"
    ... )
    >>> is_a_short_item_of_a_digest(page[3])
    'item 2 under 短讯'
    >>> is_a_short_item_of_a_digest(page[0])
    """
    size = size_of(block)
    if not size or not block.look.titular or block.after is None or not block.after.look.prose:
        return None
    text, items = block.before, 1
    for _ in range(MOST_ITEMS):
        if text is None or not text.look.prose or text.look.length > LONGEST_ITEM or text.before is None:
            return None
        title = text.before
        if size_of(title) != size or not title.look.titular or title.before is None:
            return None
        items += 1
        label = title.before
        if size_of(label) == size and is_a_standing_label(label) and DIGEST.match(label_of(label)):
            return f"item {items} under {label.text.strip()}"
        text = label
    return None


LONGEST_ITEM = 160  #: characters of an item of a digest
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
            named = (
                is_a_standing_label(before) and DIGEST.match(label_of(before))
            ) or heads_items_with_bold_leads(before)
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
    """The mark that sets an item off: a bullet, that of a list, or its first words in bold."""
    if not block.look.prose:
        return ""
    if ITEM.match(block.folded):
        return block.text[0]
    if block.listed:
        return "-"
    if block.folded[0] == "【" and not block.look.lede and TAGGED.match(block.folded):
        return "【"
    if CALLER.match(block.folded):
        return "caller"
    return "bold" if block.sheet.text.startswith("**", block.span.start) and not block.bold else ""


#: 市民左先生：, 读者倪女士（手机尾号3391）来电：
CALLER = pattern(
    r"(?:市民|读者|网友|听众|居民|村民|街坊)[\u4e00-\u9fff]{1,3}(?:先生|女士|师傅|小姐|大[妈爷姐]|阿姨|老师|同学)?"
    r"(?:（[^）]{1,16}）)?(?:来电|反映|投诉|咨询|建议|求助)?："
)
#: 【挪威】 opens an item of a digest
TAGGED = pattern(r"【[\u4e00-\u9fff]{1,6}】[^ ]")
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
    if not stands_above_the_title_of_a_report(block) and not 0 < size_of(block) <= size_of(after):
        return None
    return f"over {after.text[:16]}"
