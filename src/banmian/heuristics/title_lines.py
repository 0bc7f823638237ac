"""Which of a title's lines is which: 引题 (kicker), 主题 (headline), 副题 (deck).

Size tells, where it is known. Elsewhere a kicker names the occasion and stops short, a headline is what the text
takes up, and a deck gives the details.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.names import is_plainly_a_name
from banmian.heuristics.runs import FEW_LINES, short_lines_around
from banmian.heuristics.sizes import DASH_START, size_of
from banmian.heuristics.subheads import is_a_character_or_two
from banmian.heuristics.titles import (
    DASH,
    has_two_phrases,
    says_what_the_body_says,
    stands_above_the_title_of_a_report,
    stands_in_a_stack,
)
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block


def ends_with_a_dash(block: Block) -> str | None:
    """A line that ends with —— above a title is its kicker (引题).

    >>> page = read_blocks("党组织的凝聚力、战斗力不断提升——\\n\\n## 处处“党旗红”\\n\\n株洲日报记者 邹怡敏")
    >>> ends_with_a_dash(page[0])
    'ends with —— above a title'
    >>> ends_with_a_dash(page[1])
    """
    after = block.after
    if after is None or not DASH.search(block.folded) or block.look.length > 80 or "。" in block.folded:
        return None
    if block.look.folio:  # — 2 —
        return None
    facts = after.look
    if not facts.titular or facts.credit:
        return None
    below = after.after
    title = size_of(after) or (below is not None and (below.look.credit or below.look.lede))
    return "ends with —— above a title" if title else None


def ends_with_a_verb_of_saying(block: Block) -> str | None:
    """…会议强调 above another title line runs on into what was said there: the kicker (引题).

    >>> page = read_blocks("全市现场推进会要求\\n\\n把输血变成造血\\n\\n本报记者 章丽\\n\\n昨日，推进会在安平县召开。")
    >>> ends_with_a_verb_of_saying(page[0])
    'ends with 要求'
    >>> ends_with_a_verb_of_saying(page[1])
    """
    after = block.after
    if not block.look.titular or after is None or not after.look.titular or size_of(after) < size_of(block):
        return None
    found = SAYS.search(block.folded)
    return f"ends with {found['verb']}" if found else None


SAYS = pattern(r"[\u4e00-\u9fff”》]{4}(?P<verb>强调|指出|要求|提出|时说|表示)[：]?\Z")


def leads_over_with_a_dash(block: Block) -> str | None:
    """A line that ends with —— above a paragraph leads over to it: 86 of 6,976 paragraphs of one paper do.

    >>> page = read_blocks("这是愈加充盈的爱国深情——\\n\\n十月一日，广场上人潮如海，歌声四起，久久不散。")
    >>> leads_over_with_a_dash(page[0])
    'ends with —— above a paragraph'
    >>> leads_over_with_a_dash(page[1])
    """
    after = block.after
    if after is None or size_of(block) or not DASH.search(block.folded) or block.look.length < 10:
        return None
    return "ends with —— above a paragraph" if after.look.prose and not after.look.lede else None


def starts_with_a_dash(block: Block) -> str | None:
    """A line that starts with —— under a title is its deck (副题).

    >>> page = read_blocks("## 中国动力谷 疾速而行\\n\\n——奋进2019年度经典特别报道之二")
    >>> starts_with_a_dash(page[1])
    'starts with —— under a title'
    >>> starts_with_a_dash(page[0])
    """
    before = block.before
    if before is None or not DASH_START.match(block.folded) or block.look.length > 60:
        return None
    return "starts with —— under a title" if before.look.titular or before.level else None


def is_longer_than_the_title_below(block: Block) -> str | None:
    """Of two title lines of one size the longer is set in smaller type: above, it is the kicker.

    >>> page = read_blocks("**北京民营企业座谈会 多家科技企业参与**\\n\\n**要破除竞争障碍**\\n\\n会议昨日召开。")
    >>> is_longer_than_the_title_below(page[0])
    'longer than the title below'
    >>> is_longer_than_the_title_below(page[1])
    """
    after = block.after
    if after is None or not block.look.titular or not after.look.titular or size_of(after) != size_of(block):
        return None
    return "longer than the title below" if block.look.length * 4 >= after.look.length * 5 else None


def is_longer_than_the_title_above(block: Block) -> str | None:
    """Of two title lines of one size the longer is set in smaller type: below, it is the deck.

    >>> page = read_blocks("要破除竞争障碍\\n\\n北京民营企业座谈会 多家科技企业参与\\n\\n会议昨日上午在北京召开，多家企业的代表发言。")
    >>> is_longer_than_the_title_above(page[1])
    'longer than the title above'
    >>> is_longer_than_the_title_above(page[0])
    """
    before = block.before
    if (
        before is None
        or not block.look.titular
        or not before.look.titular
        or size_of(before) != size_of(block)
    ):
        return None
    longer = block.look.length * 4 >= before.look.length * 5 and stands_in_a_stack(block)
    return "longer than the title above" if longer else None


def says_what_the_lead_says(block: Block) -> str | None:
    """Of two title lines of one size the headline is the one whose words the lead takes up (导语).

    >>> page = read_blocks(
    ...     "新口岸水浸黑点将建泵房\\n\\n商户忧影响生意\\n\\n新口岸水浸黑点将建泵房，排水能力提高一倍，工程下月动工。"
    ... )
    >>> says_what_the_lead_says(page[0])
    '10 pairs of its characters open the text'
    >>> says_what_the_lead_says(page[1])
    """
    others = _other_lines(block)
    if not others:
        return None
    last = max(block.index, others[-1].index)
    lead = _lead_below(block.sheet.blocks, last)
    own = _pairs_in(block.folded, lead)
    for other in others:
        theirs = _pairs_in(other.folded, lead)
        if own <= theirs or own * other.look.length <= theirs * block.look.length:
            return None  # a longer line has more pairs in common with any text
    return f"{own} pairs of its characters open the text"


def _other_lines(block: Block) -> tuple[Block, ...]:
    """The other lines of a title of two or three, if all have one size."""
    run, left, text_follows = short_lines_around(block)
    if not text_follows or not 2 <= run <= MOST_LINES or not block.look.titular:
        return ()
    last = block.index + left
    lines = block.sheet.blocks[last - run + 1 : last + 1]
    if any(size_of(one) != size_of(block) for one in lines):
        return ()
    return tuple([one for one in lines if one is not block])


MOST_LINES = 3  #: of a title


def _lead_below(blocks: tuple[Block, ...], last: int) -> str:
    """The first words of the text under a title, without byline and dateline."""
    for block in blocks[last + 1 : last + 1 + LINES_BEFORE_A_LEAD]:
        if block.look.prose or block.look.lede:
            start = len(block.look.lede or "")
            return block.folded[start : start + LEAD]
    return ""


LINES_BEFORE_A_LEAD = 4  #: bylines and captions

LEAD = 40  #: characters; the longer the lead, the less the two lines differ


def _pairs_in(line: str, text: str) -> int:
    pairs = [line[at : at + 2] for at in range(len(line) - 1)]
    return len([pair for pair in pairs if pair in text and pair.isalnum()])


def explains_the_title_above(block: Block) -> str | None:
    """（第五至第八集） and the like, in brackets between a title and its text, add to the title: the deck (副题).

    >>> page = read_blocks("八集电视剧《大坝风云》剧情简介\\n\\n（第五至第八集）\\n\\n汛期提前到来，围堰出现管涌，总工程师主张停工加固。")
    >>> explains_the_title_above(page[1])
    'in brackets under a title'
    >>> explains_the_title_above(page[0])
    """
    before, after, folded = block.before, block.after, block.folded
    if before is None or after is None or folded[:1] != "（" or folded[-1:] != "）" or block.look.credit:
        return None
    if not before.look.titular or before.folded[:1] == "（" or not 4 <= block.look.length <= LONGEST_NOTE:
        return None
    return "in brackets under a title" if after.look.prose or after.look.credit else None


LONGEST_NOTE = 32  #: characters


def quotes_a_person(block: Block) -> str | None:
    """方振邦：… or “…” under another title line is what somebody said, and the headline (主题).

    Of ten title lines that are a quotation and no more all ten are headlines.

    >>> page = read_blocks("新片首映 两代影帝同台\\n\\n方振邦：做戏好似煲汤\\n\\n方振邦昨晚出席首映礼，大批影迷到场支持。")
    >>> quotes_a_person(page[1])
    'says what 方振邦 said'
    >>> quotes_a_person(page[0])
    """
    before = block.before
    if before is None or not before.look.titular or size_of(before) > size_of(block):
        return None
    if QUOTATION.fullmatch(block.folded.strip()):
        return "says what somebody said"
    speaker, colon, said = block.folded.partition("：")
    if not colon or len(said) < SHORTEST_QUOTATION or not is_plainly_a_name(speaker):
        return None
    if speaker[-1] in LAST_OF_AN_OFFICE:
        return None
    return f"says what {block.text[: len(speaker)]} said"


SHORTEST_QUOTATION = 4  #: characters
QUOTATION = pattern(r"“[^“”]{4,}”")

LAST_OF_AN_OFFICE = frozenset("局署会部厅院社处委办司校")


def names_the_occasion(block: Block) -> str | None:
    """A line that names a meeting, an agency or who speaks, and no more, stands above the headline (引题).

    >>> page = read_blocks("全县公路养护现场会在石塘召开\\n\\n三百里村道有了守路人\\n\\n全县公路养护现场会昨日召开，各乡镇代表参加。")
    >>> names_the_occasion(page[0])
    'names the occasion: 召开'
    >>> names_the_occasion(page[1])
    """
    after = block.after
    if not block.look.titular or after is None or not after.look.titular or size_of(after) < size_of(block):
        return None
    found = OCCASION.search(block.folded)
    return f"names the occasion: {found[0]}" if found else None


OCCASION = pattern(r"(?:会|会议|大会|召开|举行|开幕|启动|通知|布告|数据|声音|课题)：?\Z|[\u4e00-\u9fff]：\Z")


def is_half_of_a_couplet(block: Block) -> str | None:
    """Two lines of one length, with a word at the same place, are a couplet: both are the headline (对偶).

    >>> page = read_blocks("联产承包要稳定\\n\\n服务体系要跟上\\n\\n一家一户办不好的事，就该集体来办，农民只要管好田间。")
    >>> is_half_of_a_couplet(page[0])
    'like 服务体系要跟上, with 要 at the same place'
    >>> is_half_of_a_couplet(page[2])
    """
    others = _other_lines(block)
    if len(others) != 1 and (len(others) != MOST_LINES - 1 or others[-1].folded[:1] != "—"):
        return None
    other = others[0]
    own, theirs = block.folded.strip(), other.folded.strip()
    if len(own) != len(theirs) or not SHORTEST_HALF <= len(own) <= LONGEST_HALF or own[0] == "—":
        return None
    same = [one for one, two in zip(own[1:-1], theirs[1:-1], strict=True) if one == two and one.isalpha()]
    return f"like {other.text.strip()}, with {same[0]} at the same place" if same else None


SHORTEST_HALF, LONGEST_HALF = 5, 12  #: characters


def names_an_office_alone(block: Block) -> str | None:
    """州人民医院 above a title line is who did it: never the headline itself, but what stands above it (引题).

    >>> page = read_blocks("州人民医院\\n\\n首例心脏支架手术成功\\n\\n本报讯 州人民医院成功实施首例冠状动脉支架植入术。")
    >>> names_an_office_alone(page[0])
    'an office and no more'
    >>> names_an_office_alone(page[1])
    """
    after = block.after
    if not block.look.titular or after is None or not after.look.titular or size_of(after) < size_of(block):
        return None
    return "an office and no more" if AN_OFFICE_ALONE.fullmatch(block.folded) else None


AN_OFFICE_ALONE = pattern(
    r"[\u4e00-\u9fff]{1,8}(?:医院|大学|学院|中学|小学|公司|集团|企业|法院|检察院|政府|公安局|交警|[农林]场|厂|公社|大队)|[\u4e00-\u9fff]{1,4}(?:县|市|区|镇|乡|村|街道|社区)"
)


def gives_a_detail(block: Block) -> str | None:
    """Under another title line, one that opens with a figure or without a subject adds to it: the deck (副题).

    >>> page = read_blocks("我省今冬供暖保障有力\\n\\n仅存煤就可用29天\\n\\n记者昨日从省能源局了解到，我省今冬供暖保障有力。")
    >>> gives_a_detail(page[1])
    'adds to the line above: 仅'
    >>> gives_a_detail(page[0])
    """
    before = block.before
    if (
        before is None
        or not block.look.titular
        or not before.look.titular
        or size_of(before) < size_of(block)
    ):
        return None
    found = DETAIL.match(block.folded)
    if AN_OFFICE_ALONE.fullmatch(before.folded):
        return None  # what it does
    return f"adds to the line above: {found[0]}" if found else None


DETAIL = pattern(
    r"\d|约|近|逾|超|从|至|每[年月周日天]|无人|受惠|涉及|[一二三四五六七八九十两半]{1,3}(?:小时|分钟|斤|亩|里|米|成|倍|公里)|首批|首次|首日|预计|未来|已|将|可|仅|只|其中|取消|最[高低快慢大小多少]|[一二三四五六七八九十百]{1,3}[年月日天个名人元万]|(?:专家|医生|官员|警方|校方|当局|[\u4e00-\u9fff]{0,4}(?:要求|提醒|原因|回应))："
)


def tells_who_presided(block: Block) -> str | None:
    """市长讲话 副市长主持 under the title of a meeting tells who took part, and above it likewise: no headline.

    >>> page = read_blocks("全市防汛会议召开\\n\\n周启山讲话 何文谦主持\\n\\n本报讯 全市防汛会议昨日召开。")
    >>> tells_who_presided(page[1])
    'who did what at a meeting'
    >>> tells_who_presided(page[0])
    """
    before, after = block.before, block.after
    if not block.look.titular or not PRESIDED.match(block.folded):
        return None
    beside = (before is not None and before.look.titular) or (after is not None and after.look.titular)
    return "who did what at a meeting" if beside else None


#: two clauses and more, each of people and of what people do at a meeting
PRESIDED = pattern(
    r"(?:[\u4e00-\u9fff、]{2,20}?(?:主持(?:会议)?|出席(?:会议)?|(?:并)?讲话|致辞|参加|列席|陪同|(?:宣读|作)[\u4e00-\u9fff]{2,8})(?: {1,3}|\Z)){2,5}\Z"
)


def is_a_second_line_of_two_phrases(block: Block) -> str | None:
    """A line of two phrases is a whole title: a second one with the same mark is its deck (副题).

    >>> page = read_blocks("**小贩中心翻新 摊贩担心生意**\\n\\n**六个月没生意 房租照样要付**\\n\\n红山小贩中心下个月起关闭翻新。")
    >>> is_a_second_line_of_two_phrases(page[1])
    'two phrases under two phrases'
    >>> is_a_second_line_of_two_phrases(page[0])
    """
    before = block.before
    if before is None or not size_of(block) or size_of(before) != size_of(block):
        return None
    whole = has_two_phrases(block) and has_two_phrases(before)
    return "two phrases under two phrases" if whole else None


def tells_a_series(block: Block) -> str | None:
    """…之二 and …系列报道⑤ under or above a title number a series.

    >>> tells_a_series(read_blocks("——奋进2019年度经典特别报道之二")[0])
    'part of a series'
    >>> tells_a_series(read_blocks("醴陵获评先进县")[0])
    """
    return "part of a series" if block.look.titular and SERIES.search(block.folded) else None


SERIES = pattern(
    r"之[一二三四五六七八九十]{1,3}\Z|[（][上中下一二三四五六七八九十\d]{1,4}[）]\Z|[①-⑳]\Z|系列(?:报道|述评)"
)

#: one of these stands in whatever numbers a series
SERIAL_SIGNS = "之）列①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def is_one_of_three_title_lines(block: Block) -> str | None:
    """Three and more short lines above a text are a title; subheads have one line or two.

    >>> page = read_blocks(
    ...     "损失达四百余码，警局已饬队追缉。\\n\\n夜半锯声\\n\\n窃贼盗割铜线\\n\\n学校三度遭劫\\n\\n北门外某中学，电灯铜线迭被割窃。"
    ... )
    >>> is_one_of_three_title_lines(page[1])
    'one of 3 lines'
    >>> is_one_of_three_title_lines(page[0])
    """
    if not block.look.titular or is_a_character_or_two(block):
        return None
    run, left, text_follows = short_lines_around(block)
    if not text_follows or not 3 <= run < FEW_LINES:
        return None
    last = block.index + left
    if any(size_of(one) for one in block.sheet.blocks[last - run + 1 : last + 1]):
        return None
    return f"one of {run} lines"


def is_the_middle_of_three_title_lines(block: Block) -> str | None:
    """Of three lines without marks the second is the headline, between kicker and deck (引题, 主题, 副题).

    >>> page = read_blocks(
    ...     "打破铁交椅\\n\\n机床厂招聘车间主任\\n\\n四名工人走上领导岗位\\n\\n本报讯 机床厂最近公开张榜，招聘四名车间主任。"
    ... )
    >>> is_the_middle_of_three_title_lines(page[1])
    'between two title lines'
    >>> is_the_middle_of_three_title_lines(page[2])
    """
    if stands_above_the_title_of_a_report(block) is None or is_one_of_three_title_lines(block) is None:
        return None
    if says_what_the_body_says(block) is None:
        return None
    run, left, _ = short_lines_around(block)
    return "between two title lines" if run == MIDDLE_OF and left == 1 else None


MIDDLE_OF = 3  #: lines


def is_the_first_of_three_title_lines(block: Block) -> str | None:
    """Of three lines without marks, the second of them the headline, the first is the kicker (引题).

    >>> page = read_blocks(
    ...     "打破铁交椅\\n\\n机床厂招聘车间主任\\n\\n四名工人走上领导岗位\\n\\n本报讯 机床厂最近公开张榜，招聘四名车间主任。"
    ... )
    >>> is_the_first_of_three_title_lines(page[0])
    'above the headline 机床厂招聘车间主任'
    >>> is_the_first_of_three_title_lines(page[1])
    """
    after = block.after
    if after is None or block.folded[:1] == "（" or short_lines_around(block)[1] != MIDDLE_OF - 1:
        return None
    return f"above the headline {after.text[:16]}" if is_the_middle_of_three_title_lines(after) else None


def is_as_long_as_a_headline(block: Block) -> str | None:
    """Half of the headlines have fourteen characters and more; of the subheads one in eleven has.

    >>> is_as_long_as_a_headline(read_blocks("上半年海南离岛免税购物金额近200亿元")[0])
    '19 characters'
    >>> is_as_long_as_a_headline(read_blocks("医保“药耗子”现形记")[0])
    """
    length = block.look.length
    return f"{length} characters" if block.look.titular and length >= LONG_HEADLINE else None


LONG_HEADLINE = 14
