"""What titles look like: 引题, 主题, 副题 above a story, 小标题 inside it.

By its own shape a short line is a title in a third of the cases only; what stands around it decides.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from banmian.heuristics.labels import DIGEST, NOTE_BOX, is_a_standing_label
from banmian.heuristics.runs import FEW_LINES, short_lines_around
from banmian.patterns import pattern
from banmian.reading.looks import breaks_off
from banmian.words import words_of, written

if TYPE_CHECKING:
    from banmian.model import Block
    from banmian.words import Pair

DASH = pattern(r"(?:——?|--)\s*\Z")
DASH_START = pattern(r"\s*(?:—|--)")
BOX = pattern(r"【[^【】]{1,14}】\Z")
NUMBERED = pattern(
    r"(?:[一二三四五六七八九十]{1,2}|[（][一二三四五六七八九十]{1,2}[）]|第[一二三四五六七八九十][章节回])[、，\s ]|[A-Z]\Z|[①-⑩]\Z|0?\d{1,2}\Z"
)
SERIES = pattern(
    r"之[一二三四五六七八九十]{1,3}\Z|[（][上中下一二三四五六七八九十\d]{1,4}[）]\Z|[①-⑳]\Z|系列(?:报道|述评)"
)
SERIAL = pattern(
    r"[（][一二三四五六七八九十百〇○\d]{1,4}[）]|第[一二三四五六七八九十百〇○\d]{1,4}[回章集]"
)
TWO_PHRASES = pattern(r"[^\s，：]{4,16} {1,2}[^\s，：]{4,16}(?: {1,2}[^\s]{3,16})?\Z")
LABEL_AT_END = pattern(r"[（](?:人民时评|社论|和音|链接|人民论坛|现场评论|短评|时评|快评)[）]\Z")
#: characters of text on both sides that are compared
WINDOW = 400


def is_marked_as_a_heading(block: Block) -> str | None:
    """A line after # or in bold was printed bigger: a title of some kind, or a label.

    >>> is_marked_as_a_heading(read_blocks("## 医保“药耗子”现形记")[0])
    'marked with ##'
    >>> is_marked_as_a_heading(read_blocks("医保“药耗子”现形记")[0])
    """
    if block.look.length > 70:
        return None
    if block.level:
        return f"marked with {'#' * block.level}"
    return "in bold" if block.bold else None


def is_short_and_no_sentence(block: Block) -> str | None:
    """Up to forty-four characters without a full stop could be a title.

    >>> is_short_and_no_sentence(read_blocks("重实去虚，阵地强干劲足")[0])
    '10 characters and no sentence'
    >>> is_short_and_no_sentence(read_blocks("省长出席会议并讲话。")[0])
    """
    facts = block.look
    return f"{facts.length - block.folded.count('，')} characters and no sentence" if facts.titular else None


def stands_above_a_byline(block: Block) -> str | None:
    """What stands above the line that names the reporter is the title.

    >>> page = read_blocks("医保“药耗子”现形记\\n\\n株洲日报记者 陈正明\\n\\n近日，此事有了结果。")
    >>> stands_above_a_byline(page[0])
    'above 株洲日报记者 陈正明'
    >>> stands_above_a_byline(page[2])
    """
    after = block.after
    if not block.look.titular or after is None or after.folded[:1] == "（":
        return None
    facts = after.look
    return f"above {after.text[:20]}" if facts.credit and not facts.photo else None


def stands_above_a_dateline(block: Block) -> str | None:
    """What stands above 本报讯 or 新华社某地电 is the title.

    >>> page = read_blocks("医保“药耗子”现形记\\n\\n本报讯 近日，此事有了结果。")
    >>> stands_above_a_dateline(page[0])
    'above 本报讯'
    >>> stands_above_a_dateline(page[1])
    """
    after = block.after
    if not block.look.titular or after is None:
        return None
    lede = after.look.lede
    return f"above {lede[:20]}" if lede else None


def stands_above_the_title_of_a_report(block: Block) -> str | None:
    """A line above a line above a byline or dateline belongs to the same title.

    >>> page = read_blocks("外贸总额创新高\\n\\n醴陵获评先进县\\n\\n本报讯 今年，该市培育主体。")
    >>> stands_above_the_title_of_a_report(page[0])
    'one of several title lines above 本报讯'
    >>> stands_above_the_title_of_a_report(page[1])
    """
    if not block.look.titular:
        return None
    above = block.after
    for _ in range(3):
        if above is None or not above.look.titular or stands_over_items(above):
            return None
        below = above.after
        if below is None:
            return None
        facts = below.look
        if facts.lede or (facts.credit and not facts.photo and below.folded[:1] != "（"):
            return f"one of several title lines above {below.text[:20] if facts.credit else facts.lede and facts.lede[:20]}"
        above = below
    return None


def stands_above_text(block: Block) -> str | None:
    """A short line above a paragraph is a title or a subhead.

    >>> page = read_blocks("重实去虚\\n\\n现在好多事在村部就能办，不用往镇里跑了。")
    >>> stands_above_text(page[0])
    'above a paragraph'
    >>> stands_above_text(page[1])
    """
    after = block.after
    if not block.look.titular or after is None:
        return None
    return "above a paragraph" if after.look.prose else None


def stands_inside_a_story(block: Block) -> str | None:
    """A short line between two paragraphs, the second of which opens no report, is a subhead.

    >>> page = read_blocks("好多事在村部就能办，不用往镇里跑了。\\n\\n重实去虚\\n\\n该区以党建引领各项工作，让群众满意。")
    >>> stands_inside_a_story(page[1])
    'between two paragraphs'
    >>> stands_inside_a_story(page[0])
    """
    before, after = text_before(block), block.after
    if not block.look.titular or before is None or after is None:
        return None
    facts = after.look
    if not facts.prose or facts.lede:
        return None
    return "between two paragraphs"


def starts_where_a_story_ended(block: Block) -> str | None:
    """After a tail dateline, a signature or a jump the next line is a title.

    >>> page = read_blocks("文明新风浸润人心。\\n\\n（本报海口7月8日讯）\\n\\n省政府与公司签约\\n\\n省长出席会议。")
    >>> starts_where_a_story_ended(page[2])
    'the story before ended'
    >>> starts_where_a_story_ended(page[1])
    """
    before = block.before
    if not block.look.titular or before is None:
        return None
    facts = before.look
    if facts.jump and facts.jump.direction == "to":
        return "the story before ended"
    if facts.closing or facts.signed or (facts.credit and not facts.photo and before.folded[:1] == "（"):
        return "the story before ended"
    return None


def starts_the_page(block: Block) -> str | None:
    """The first line after the folio is a title more often than not.

    >>> starts_the_page(read_blocks("医保“药耗子”现形记\\n\\n近日，此事有了结果。")[0])
    'first on the page'
    >>> starts_the_page(read_blocks("近日，此事有了结果。\\n\\n医保“药耗子”现形记")[1])
    """
    if not block.look.titular or block.look.folio:
        return None
    before = block.before
    while before is not None and (before.look.folio or before.kind != "text"):
        before = before.before
    return "first on the page" if before is None else None


def goes_on_with_the_same_words(block: Block) -> str | None:
    """Text on both sides of a subhead speaks of the same things.

    >>> page = read_blocks(
    ...     "醫管局接獲合適移植的心臟，兩地醫護團隊運送器官到港，展開心臟移植手術。\\n\\n冀跨境移植恆常化\\n\\n"
    ...     "醫管局指合適移植的心臟難求，兩地醫護團隊運送器官到港，展開心臟移植手術後監察傷口。"
    ... )
    >>> goes_on_with_the_same_words(page[1])
    'the text goes on with 队运, 适移, 送器 …'
    >>> goes_on_with_the_same_words(page[0])
    """
    shared = shared_around(block)
    if shared is None or shared[0] < KINDRED:
        return None
    spread = words_of(block.sheet).spread
    telling = sorted([(-spread[pair], written(pair)) for pair in shared[1]], reverse=True)
    return "the text goes on with " + ", ".join([pair for _, pair in telling[:3]]) + " …"


def changes_the_subject(block: Block) -> str | None:
    """Text below a headline has little in common with the text above it.

    >>> page = read_blocks(
    ...     "醫管局接獲合適移植的心臟，醫護團隊展開手術。\\n\\n阿里騰訊參與\\n\\n中美貿易戰開打，兩國在科技領域激烈競爭。"
    ... )
    >>> changes_the_subject(page[1])
    'the text changes its subject'
    >>> changes_the_subject(page[0])
    """
    shared = shared_around(block)
    if shared is None or shared[0] >= STRANGE or is_not_the_biggest_line_of_its_title(block):
        return None
    return "the text changes its subject"


#: measured over 340 titles and 190 subheads of 60 pages: less than 0.8 is shared across 31 % of the
#: titles and 5 % of the subheads, 3.5 or more across 38 % and 81 %
KINDRED = 3.5
STRANGE = 0.8
#: what any two texts of a page share: a word or two that stand everywhere on it
CHANCE = 0.3


def shared_around(block: Block) -> tuple[float, set[Pair]] | None:
    """How much the text above and the text below a short line share; None without text on both sides."""
    if not block.look.titular:
        return None
    above = _text_window(block, -1)
    below = _text_window(block, +1)
    if not above or not below:
        return None
    # the lines of one title stand between the same two texts
    memo, place = block.sheet.kinships, (above[0].index, below[0].index)
    known: tuple[float, set[Pair]] | None = memo.get(place)
    if known is None:
        words = words_of(block.sheet)
        shared = words.shared(above, below)
        memo[place] = known = words.weight(shared), shared
    return known


def _text_window(block: Block, step: int) -> list[Block]:
    blocks = block.sheet.blocks
    found: list[Block] = []
    size = passed = 0
    i = block.index + step
    while 0 <= i < len(blocks) and size < WINDOW and passed < 6:
        if blocks[i].look.prose:
            found.append(blocks[i])
            size += blocks[i].look.length
        else:
            passed += 1
            if found:
                break
        i += step
    return found


def text_before(block: Block) -> Block | None:
    """The running text before, that could go on; pictures and their captions between are passed over."""
    before = block.before
    for _ in range(3):
        if before is None or not before.look.photo:
            break
        before = before.before
    if before is not None and before.kind == "image" and before is not block.before:
        before = before.before  # the picture that the caption belongs to
    if before is None or not before.look.prose or before.look.closing:
        return None
    return before


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
    facts = after.look
    if not facts.titular or facts.credit:
        return None
    below = after.after
    title = size_of(after) or (below is not None and (below.look.credit or below.look.lede))
    return "ends with —— above a title" if title else None


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


def is_lighter_than_the_title_below(block: Block) -> str | None:
    """A line above a bigger title is its kicker (引题).

    >>> page = read_blocks("适应训练求过于供\\n\\n# 团体促增拨资源助长者\\n\\n记者 王某\\n\\n正文。")
    >>> is_lighter_than_the_title_below(page[0])
    'above a bigger title'
    >>> is_lighter_than_the_title_below(page[1])
    """
    after = block.after
    if after is None or not block.look.titular or not after.look.titular or block.look.credit:
        return None
    return "above a bigger title" if size_of(after) > size_of(block) else None


def is_lighter_than_the_title_above(block: Block) -> str | None:
    """A line under a bigger title, with no paragraph between, is its deck (副题).

    >>> page = read_blocks("## 醴陵获评先进县\\n\\n外贸总额首次突破5亿美元\\n\\n株洲日报记者 李逸峰")
    >>> is_lighter_than_the_title_above(page[1])
    'under a bigger title'
    >>> is_lighter_than_the_title_above(page[0])
    """
    before = block.before
    if before is None or not block.look.titular or not before.look.titular or before.look.credit:
        return None
    return "under a bigger title" if size_of(before) > size_of(block) else None


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


def size_of(block: Block) -> int:
    """How big a line seems to be printed: # over ## over bold over plain."""
    return 7 - block.level if block.level else int(block.bold)


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


def is_numbered(block: Block) -> str | None:
    """一、 and （二） number the parts of a story.

    >>> is_numbered(read_blocks("一、加强领导")[0])
    'numbered'
    >>> is_numbered(read_blocks("一线职工受表彰")[0])
    """
    return "numbered" if block.look.titular and NUMBERED.match(block.folded) else None


def has_siblings(block: Block) -> str | None:
    """Subheads of one story are worded alike: they start or end with the same words.

    >>> page = read_blocks(
    ...     "这是一次主动作为\\n\\n大规划、大布局，体系更加完善。\\n\\n这是一个生动样本\\n\\n实体经济是立身之本。"
    ... )
    >>> has_siblings(page[0])
    'worded like 这是一个生动样本'
    >>> has_siblings(page[1])
    """
    facts = block.look
    if not facts.titular or facts.credit or facts.folio or facts.length < 4:
        return None
    first, last = block.folded[:3], block.folded[-2:]
    for other in titles_around(block):
        alike = abs(other.look.length - facts.length) <= 1
        if other.folded[:3] == first or (other.folded[-2:] == last and alike):
            return f"worded like {other.text[:16]}"
        colon = facts.length < 14 and block.folded.find("：", 2, 5)
        if colon > 0 and other.folded.find("：") == colon and not size_of(block) and not size_of(other):
            return f"set like {other.text[:16]}"
    return None


def titles_around(block: Block) -> list[Block]:
    """The short lines that stand nearest above and below, with text between."""
    blocks = block.sheet.blocks
    found: list[Block] = []
    for step in (-1, 1):
        i, passed, seen = block.index + step, 0, 0
        while 0 <= i < len(blocks) and passed < 14 and seen < 2 and abs(i - block.index) < 40:
            facts = blocks[i].look
            if passed and facts.titular and not facts.credit and not facts.folio and not facts.jump:
                found.append(blocks[i])
                seen += 1
            passed += facts.prose
            i += step
    return found


def has_two_phrases(block: Block) -> str | None:
    """Two or three phrases with a space between are a headline.

    >>> has_two_phrases(read_blocks("中国动力谷 疾速而行")[0])
    'phrases with a space between'
    >>> has_two_phrases(read_blocks("中国动力谷疾速而行")[0])
    """
    if not block.look.titular or block.look.credit:
        return None
    return "phrases with a space between" if TWO_PHRASES.match(block.folded) else None


def tells_a_series(block: Block) -> str | None:
    """…之二 and …系列报道⑤ under or above a title number a series.

    >>> tells_a_series(read_blocks("——奋进2019年度经典特别报道之二")[0])
    'part of a series'
    >>> tells_a_series(read_blocks("醴陵获评先进县")[0])
    """
    return "part of a series" if block.look.titular and SERIES.search(block.folded) else None


def says_what_the_body_says(block: Block) -> str | None:
    """A headline shares its words with the text below it.

    >>> page = read_blocks("蓄电池将获梯次利用\\n\\n废旧蓄电池的梯次利用项目昨日签约。")
    >>> says_what_the_body_says(page[0])
    'half of its words stand in the text below'
    >>> says_what_the_body_says(page[1])
    """
    if not block.look.titular:
        return None
    below = _text_window(block, +1)
    words = words_of(block.sheet)
    head = words.pairs[block.index]
    if not below or len(head) < 3:
        return None
    shared = len(words.shared(below, [block]))
    return "half of its words stand in the text below" if shared * 2 >= len(head) else None


def is_plain_among_marked_titles(block: Block) -> str | None:
    """A short line without marks, above a marked title and sharing no word with the text around, is a slogan.

    >>> page = read_blocks("粮油企业获得补贴。\\n\\n建设一流银行\\n\\n## 做村情的明白人\\n\\n我到村里任村书记，主持例会。")
    >>> is_plain_among_marked_titles(page[1])
    'no mark, and no word of the text around it'
    >>> is_plain_among_marked_titles(page[2])
    """
    facts, after = block.look, block.after
    if (
        not facts.titular
        or facts.credit
        or size_of(block)
        or block.folded[0] == "（" or " " in block.folded.strip()
        or DASH.search(block.folded)
    ):
        return None
    if has_a_twin_stack(block):
        return None
    if after is None or not size_of(after) or facts.length > 20:
        return None
    words = words_of(block.sheet)
    own = words.pairs[block.index]
    around = [after, *_text_window(block, +1), *_text_window(block, -1)]
    strange = own and words.weight(words.shared(around, [block])) < CHANCE
    return "no mark, and no word of the text around it" if strange else None


def stands_alone(block: Block) -> str | None:
    """A short line with no text of its own below it: the page ends, or only short lines follow.

    >>> stands_alone(read_blocks("粮油企业获得补贴。\\n\\n建设一流银行")[1])
    'no text below it'
    >>> stands_alone(read_blocks("建设一流银行\\n\\n粮油企业获得补贴，好消息传来。")[0])
    """
    if not block.look.titular:
        return None
    _, left, text_follows = short_lines_around(block)
    return None if text_follows and left < FEW_LINES else "no text below it"


def stands_in_a_stack(block: Block) -> str | None:
    """Two to five short lines in a row, with a text below, are the lines of one title.

    >>> page = read_blocks("伊朗王储与\\n\\n埃郡主结婚\\n\\n（伊朗京城廿三日路透电）伊朗王储与埃及郡主结婚。")
    >>> stands_in_a_stack(page[0])
    'one of 2 short lines above a text'
    >>> stands_in_a_stack(page[2])
    """
    if not block.look.titular:
        return None
    run, left, text_follows = short_lines_around(block)
    if not text_follows or not 2 <= run < FEW_LINES:
        return None
    if run == 2 and opens_no_report(block.sheet.blocks[block.index + left]):
        return None
    return f"one of {run} short lines above a text"


def stands_over_items(block: Block) -> str | None:
    """A title over two or more smaller titles that each name their own people is a standing head (栏题).

    >>> page = read_blocks(
    ...     "## 一线传真\\n\\n### 做村情的明白人\\n\\n讲述人：村支书 罗嵘\\n\\n我到村里任村书记，主持例会。\\n\\n"
    ...     "### 做村里的当家人\\n\\n讲述人：副镇长 付聪\\n\\n我到镇里任副镇长，走访群众。"
    ... )
    >>> stands_over_items(page[0])
    'over 2 smaller titles with people of their own'
    >>> stands_over_items(page[1])
    """
    after = block.after
    size = size_of(block)
    if after is None or not size or not block.look.titular or not after.look.titular:
        return None
    smaller = size_of(after)
    if not 0 < smaller < size:
        return None
    items, i = 0, after.index
    blocks = block.sheet.blocks
    while i + 1 < len(blocks) and i - block.index < 80:
        other = blocks[i]
        if other.look.titular and not other.look.credit:
            if size_of(other) >= size:
                break
            items += size_of(other) == smaller and bool(blocks[i + 1].look.credit)
        i += 1
    return f"over {items} smaller titles with people of their own" if items >= 2 else None


def is_marked_big(block: Block) -> str | None:
    """One or two # mark the biggest type of a page; subheads seldom get them.

    >>> is_marked_big(read_blocks("## 医保“药耗子”现形记")[0])
    'marked with ##'
    >>> is_marked_big(read_blocks("### 重实去虚，阵地强干劲足")[0])
    """
    if not 0 < block.level <= 2 or len(sizes_of_reports(block)) > MANY_SIZES:
        return None
    return f"marked with {'#' * block.level}"


#: titles of reports with more different marks than that: on this page marks tell nothing
MANY_SIZES = 2


def is_marked_small(block: Block) -> str | None:
    """Three and more # mark smaller type: subheads, decks, heads of items.

    >>> is_marked_small(read_blocks("### 重实去虚，阵地强干劲足")[0])
    'marked with ###'
    >>> is_marked_small(read_blocks("## 医保“药耗子”现形记")[0])
    """
    return f"marked with {'#' * block.level}" if block.level > 2 else None


def is_long_for_a_subhead(block: Block) -> str | None:
    """Subheads have 3 to 24 characters, nearly all of them up to 20.

    >>> is_long_for_a_subhead(read_blocks("国家科学技术奖励大会两院院士大会中国科协第十一次全国代表大会")[0])
    '30 characters'
    >>> is_long_for_a_subhead(read_blocks("重实去虚，阵地强干劲足")[0])
    """
    length = block.look.length
    return f"{length} characters" if length > 20 else None


def has_a_twin_stack(block: Block) -> str | None:
    """Subheads of two lines are set alike: each line as long as its twin in the next one.

    >>> page = read_blocks(
    ...     "### 突出思想引领\\n\\n### 理论传遍万家\\n\\n海南将理论传播作为首要任务，精心谋划系列宣讲。\\n\\n"
    ...     "### 丰润道德滋养\\n\\n### 涵养向上风尚\\n\\n一个榜样就是一面旗帜，哪里有榜样，哪里就有新气象。"
    ... )
    >>> has_a_twin_stack(page[0])
    'set like 丰润道德滋养'
    >>> has_a_twin_stack(page[2])
    """
    if not block.look.titular:
        return None
    run, left, text_follows = short_lines_around(block)
    if not text_follows or not 2 <= run <= 3:
        return None
    blocks = block.sheet.blocks
    place = run - left
    for other in titles_around(block):
        their_run, their_left, follows = short_lines_around(other)
        if not follows or their_run != run or their_run == 0:
            continue
        twin = blocks[other.index + their_left - their_run + place]
        alike = all(
            abs(blocks[block.index + left - k].look.length - blocks[other.index + their_left - k].look.length)
            <= 1
            for k in range(run)
        )
        if alike and twin is not block:
            return f"set like {twin.text[:16]}"
    return None


def opens_no_report(block: Block) -> str | None:
    """On a page whose reports open with bylines and datelines, a title without either is a subhead.

    >>> page = read_blocks(
    ...     "甲地开会\\n\\n本报讯 甲地昨日开会。\\n\\n乙地开会\\n\\n本报讯 乙地昨日开会。\\n\\n"
    ...     "丙地开会\\n\\n本报讯 丙地昨日开会。\\n\\n各方反应\\n\\n各方都对此表示欢迎，也提出了一些意见。"
    ... )
    >>> opens_no_report(page[6])
    'the reports of this page open with a byline or dateline'
    >>> opens_no_report(page[0])
    """
    after = block.after
    if not block.look.titular or after is None:
        return None
    below = after.look
    if not below.prose or below.lede or below.credit:
        return None
    sheet = block.sheet
    if sheet.openings is None:
        facts = [one.look for one in sheet.blocks]
        sheet.openings = sum(
            1 for one in facts if not one.dateline and (one.lede or (one.credit and not one.photo))
        )
    if sheet.big is None:
        sheet.big = sum(1 for one in sheet.blocks if 0 < one.level <= 2)
    usual = sheet.openings >= 3 and sheet.openings * 2 >= sheet.big
    return "the reports of this page open with a byline or dateline" if usual else None


def interrupts_a_sentence(block: Block) -> str | None:
    """A subhead never stands inside a sentence; the title of another story may (断栏).

    >>> page = read_blocks("陵水县建设集团的负责人说，这一带的村民多年来都盼着把路修到家门口的\\n\\n# 事务所成立\\n\\n那一天。")
    >>> interrupts_a_sentence(page[1])
    'the paragraph before breaks off'
    >>> interrupts_a_sentence(page[0])
    """
    before = block.before
    if not block.look.titular or before is None:
        return None
    return "the paragraph before breaks off" if breaks_off(before) else None


def is_smaller_than_the_titles(block: Block) -> str | None:
    """On a page whose titles have #, a line in bold is set smaller: a subhead.

    >>> page = read_blocks("## 子女移民\\n\\n正文在此。\\n\\n**逾三成不求助**\\n\\n正文在此。\\n\\n## 弱视妇胡思乱想")
    >>> is_smaller_than_the_titles(page[2])
    'in bold, where titles have #'
    >>> is_smaller_than_the_titles(page[0])
    """
    if not block.bold or block.level:
        return None
    sheet = block.sheet
    if sheet.marked is None:
        sheet.marked = sum(1 for one in sheet.blocks if one.level)
    return "in bold, where titles have #" if sheet.marked >= 2 else None


def sums_up_at_length(block: Block) -> str | None:
    """A long line without a full stop under a marked title, with the report below, is a deck (提要题).

    >>> page = read_blocks(
    ...     "# 大会在京召开\\n\\n发表重要讲话强调，必须抓住历史机遇，迎接时代挑战，加快推进高水平科技自立自强，扎扎实实"
    ...     "支撑现代化\\n\\n新华社北京7月8日电 大会8日召开。"
    ... )
    >>> sums_up_at_length(page[1])
    'a long line without a full stop, between title and report'
    >>> sums_up_at_length(page[2])
    """
    facts, before, after = block.look, block.before, block.after
    if not 30 < facts.length < 160 or facts.closed or DASH.search(block.folded) or facts.lede or facts.credit:
        return None
    if before is None or after is None or not size_of(before) or not before.look.titular:
        return None
    if after.look.lede or after.look.credit or (after.look.titular and _report_follows(after)):
        return "a long line without a full stop, between title and report"
    return None


def _report_follows(block: Block) -> bool:
    after = block.after
    return after is not None and bool(after.look.lede or after.look.credit)


def is_unmarked_among_marked_titles(block: Block) -> str | None:
    """Where titles have marks, an unmarked line above a text that opens no report is a subhead.

    >>> page = read_blocks(
    ...     "## 子女移民\\n\\n本报讯 正文在此。\\n\\n逾三成不求助\\n\\n正文在此，写得比前面的要长一些，好让人看懂。\\n\\n## 弱视妇胡思乱想\\n\\n本报讯 正文。"
    ... )
    >>> is_unmarked_among_marked_titles(page[2])
    'no mark, where titles have marks'
    >>> is_unmarked_among_marked_titles(page[0])
    """
    after = block.after
    if not block.look.titular or size_of(block) or after is None:
        return None
    below = after.look
    if not below.prose or below.lede or below.credit:
        return None
    sheet = block.sheet
    if sheet.marked is None:
        sheet.marked = sum(1 for one in sheet.blocks if one.level)
    return "no mark, where titles have marks" if sheet.marked >= 2 else None


def is_a_character_or_two(block: Block) -> str | None:
    """Lines of one or two characters, alone or in a column, head a part of a story.

    >>> page = read_blocks("（华盛顿电）官方印象良好。\\n\\n法\\n\\n（巴黎廿七日电）法国政界表示庆贺。")
    >>> is_a_character_or_two(page[1])
    'lines of one or two characters'
    >>> is_a_character_or_two(read_blocks("法国政界\\n\\n（巴黎廿七日电）法国政界表示庆贺。")[0])
    """
    facts = block.look
    if not facts.titular or facts.length > 2 or size_of(block):
        return None
    run, left, text_follows = short_lines_around(block)
    if not text_follows or run > 4:
        return None
    last = block.index + left
    tiny = all(one.look.length <= 2 for one in block.sheet.blocks[last - run + 1 : last + 1])
    return "lines of one or two characters" if tiny else None


def is_smaller_than_the_titles_of_reports(block: Block) -> str | None:
    """Where every title above a byline or dateline is bigger, this one is a subhead.

    >>> page = read_blocks(
    ...     "## 时光深处\\n\\n本报记者 王某\\n\\n许多人说，读物影响一生。\\n\\n### 启蒙\\n\\n父母都热爱阅读，舍得花钱。"
    ... )
    >>> is_smaller_than_the_titles_of_reports(page[3])
    'smaller than the titles of the reports'
    >>> is_smaller_than_the_titles_of_reports(page[0])
    """
    if not block.look.titular:
        return None
    sheet = block.sheet
    if sheet.smallest is None:
        sheet.smallest = _smallest_title_of_a_report(sheet.blocks)
    size = size_of(block)
    return "smaller than the titles of the reports" if size < sheet.smallest else None


def _smallest_title_of_a_report(blocks: tuple[Block, ...]) -> int:
    return min(_sizes_of_titles_of_reports(blocks), default=0)


def _sizes_of_titles_of_reports(blocks: tuple[Block, ...]) -> list[int]:
    """How big the biggest line of each title above a byline or dateline is."""
    sizes = []
    for above, below in zip(blocks, blocks[1:], strict=False):
        facts = below.look
        opens = facts.lede or (facts.credit and not facts.photo and below.folded[0] != "（")
        if above.look.titular and opens and not facts.dateline:
            run, _, _ = short_lines_around(above)
            first = max(0, above.index - max(1, min(run, FEW_LINES)) + 1)
            sizes.append(max(size_of(line) for line in blocks[first : above.index + 1]))
    return sizes


def sizes_of_reports(block: Block) -> Counter[int]:
    """How many titles above bylines and datelines have which mark."""
    sheet = block.sheet
    if sheet.sizes is None:
        sheet.sizes = Counter(_sizes_of_titles_of_reports(sheet.blocks))
    sizes: Counter[int] = sheet.sizes
    return sizes


def is_the_biggest_line_of_its_title(block: Block) -> str | None:
    """Of title lines with different marks the biggest is the headline (主题).

    >>> page = read_blocks("## 适应训练求过于供\\n\\n# 团体促增拨资源助长者\\n\\n观塘日前有长者倒毙家中，引起关注。")
    >>> is_the_biggest_line_of_its_title(page[1])
    'the biggest of 2 title lines'
    >>> is_the_biggest_line_of_its_title(page[0])
    """
    sizes = _sizes_of_the_title(block)
    size = size_of(block)
    if not sizes or size < max(sizes) or min(sizes) == size or sizes.count(size) > 1:
        return None
    return f"the biggest of {len(sizes)} title lines"


def is_not_the_biggest_line_of_its_title(block: Block) -> str | None:
    """Of title lines with different marks the smaller are kicker and deck (引题, 副题).

    >>> page = read_blocks("## 适应训练求过于供\\n\\n# 团体促增拨资源助长者\\n\\n观塘日前有长者倒毙家中，引起关注。")
    >>> is_not_the_biggest_line_of_its_title(page[0])
    'smaller than another line of the title'
    >>> is_not_the_biggest_line_of_its_title(page[1])
    """
    sizes = _sizes_of_the_title(block)
    return "smaller than another line of the title" if sizes and size_of(block) < max(sizes) else None


def _sizes_of_the_title(block: Block) -> list[int]:
    if not block.look.titular:
        return []
    run, left, text_follows = short_lines_around(block)
    if not text_follows or not 2 <= run < FEW_LINES:
        return []
    last = block.index + left
    lines = block.sheet.blocks[last - run + 1 : last + 1]
    for i, line in enumerate(lines):
        if stands_over_items(line):  # a standing head is no line of the title below it
            lines = lines[i + 1 :] if line.index < block.index else lines[:i]
            break
    return [size_of(one) for one in lines]


def is_as_big_as_the_titles_of_reports(block: Block) -> str | None:
    """Where three titles above bylines and datelines have one mark, a line with that mark is a title.

    >>> page = read_blocks(
    ...     "### 甲地开会\\n\\n本报讯 甲地昨日开会。\\n\\n### 乙地开会\\n\\n本报讯 乙地昨日开会。\\n\\n"
    ...     "### 丙地开会\\n\\n本报讯 丙地昨日开会。\\n\\n### 老窑厂变身\\n\\n停产九年的城南窑厂将改造为陶艺村。\\n\\n各方欢迎"
    ... )
    >>> is_as_big_as_the_titles_of_reports(page[6])
    'marked like the titles of 3 reports'
    >>> is_as_big_as_the_titles_of_reports(page[8])
    """
    if not block.look.titular or not size_of(block) or is_not_the_biggest_line_of_its_title(block):
        return None
    sizes = sizes_of_reports(block)
    if len(sizes) > MANY_SIZES:
        return None
    count = sizes[size_of(block)]
    return f"marked like the titles of {count} reports" if count >= 3 else None


def stands_above_a_signed_text(block: Block) -> str | None:
    """A paragraph that ends with its author in brackets is a whole item, and the line above it its title.

    >>> page = read_blocks("### 老窑厂变身\\n\\n停产九年的窑厂将改造为陶艺村。（本报记者 宗楠）")
    >>> stands_above_a_signed_text(page[0])
    'the text below is signed'
    >>> stands_above_a_signed_text(page[1])
    """
    after = block.after
    if not block.look.titular or after is None:
        return None
    return "the text below is signed" if after.look.signed else None


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


def stands_under_a_label(block: Block) -> str | None:
    """Under 短评 or 图片新闻 stands a title.

    >>> page = read_blocks("短评\\n\\n账要算在前头\\n\\n有的社办事，先花钱，后算账。")
    >>> stands_under_a_label(page[1])
    'under 短评'
    >>> stands_under_a_label(page[0])
    """
    before = block.before
    if before is None or not block.look.titular or not is_a_standing_label(before):
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


def stands_on_the_page_of_one_report(block: Block) -> str | None:
    """Where one report fills the page, the short lines after its byline are subheads.

    >>> page = read_blocks(
    ...     "## 时光深处\\n\\n本报记者 王某\\n\\n许多人说，读物影响一生。\\n\\n启蒙\\n\\n父母都热爱阅读，舍得花钱。\\n\\n"
    ...     "成长\\n\\n课桌抽屉里放着杂志。\\n\\n远行\\n\\n他们带着书去了远方。"
    ... )
    >>> stands_on_the_page_of_one_report(page[3])
    'the one byline of the page stands above'
    >>> stands_on_the_page_of_one_report(page[0])
    """
    if not block.look.titular:
        return None
    sheet = block.sheet
    if sheet.alone is None:
        sheet.alone = _only_opening(sheet.blocks)
    return "the one byline of the page stands above" if 0 <= sheet.alone < block.index else None


def _only_opening(blocks: tuple[Block, ...]) -> int:
    """Where the only byline or dateline of a page stands, if it opens the first report; else -1."""
    opened = []
    for block in blocks:
        facts = block.look
        if not facts.dateline and (
            facts.lede or (facts.credit and not facts.photo and block.folded[0] != "（")
        ):
            opened.append(block.index)
    if not opened or opened[0] > 9 or opened[-1] - opened[0] > 3:
        return -1
    texts_above = sum(block.look.prose for block in blocks[: opened[0]])
    return opened[-1] if texts_above <= 1 else -1


def is_as_short_as_a_subhead(block: Block) -> str | None:
    """Half of the subheads have no more than eight characters; of the headlines one in ten has.

    >>> page = read_blocks("新店一家接一家地陸續開張，市民人人叫好。\\n\\n讓商業慢下來\\n\\n海口的商業，正用別的姿態重新定義自己。")
    >>> is_as_short_as_a_subhead(page[1])
    '6 characters'
    >>> is_as_short_as_a_subhead(page[0])
    """
    length = block.look.length
    if not 1 < length <= SHORT_SUBHEAD or not stands_inside_a_story(block):
        return None
    return f"{length} characters"


def is_as_long_as_a_headline(block: Block) -> str | None:
    """Half of the headlines have fourteen characters and more; of the subheads one in eleven has.

    >>> is_as_long_as_a_headline(read_blocks("上半年海南离岛免税购物金额近200亿元")[0])
    '19 characters'
    >>> is_as_long_as_a_headline(read_blocks("医保“药耗子”现形记")[0])
    """
    length = block.look.length
    return f"{length} characters" if block.look.titular and length >= LONG_HEADLINE else None


#: measured on 265 headlines and 289 subheads of 66 pages
SHORT_SUBHEAD = 9
LONG_HEADLINE = 14


def names_its_author(block: Block) -> str | None:
    """茶馆里的算命先生　（瘦鸥） is the title of an essay with its author, …　（一二六）　顾某 of a serial.

    >>> names_its_author(read_blocks("茶館裏的算命先生　（瘦鷗）")[0])
    'names its author 瘦鷗'
    >>> names_its_author(read_blocks("茶館裏的算命先生")[0])
    """
    at = author_in_a_title(block.folded) if block.look.titular else None
    return f"names its author {block.text[at[0] : at[1]]}" if at else None


def author_in_a_title(folded: str) -> tuple[int, int] | None:
    """Where a title says who wrote the text."""
    found = TITLE_AND_AUTHOR.match(folded)
    if found is None:
        return None
    name = "essay" if found["essay"] else "serial"
    return found.span(name)


TITLE_AND_AUTHOR = pattern(
    r"[^ （）]{2,20} {1,3}(?:（(?P<essay>[\u4e00-\u9fff]{2,3})）|（[一二三四五六七八九十百〇○\d]{1,4}） {1,3}(?P<serial>[\u4e00-\u9fff]{2,4}))\Z"
)


def is_a_short_head_over_a_title(block: Block) -> str | None:
    """A marked word or two over a smaller title with a text of its own names a column (栏题).

    >>> page = read_blocks("### 街巷志\\n\\n**修表的老庹**\\n\\n认识他是因为一块老手表，那是外公退休时发的。")
    >>> is_a_short_head_over_a_title(page[0])
    'over 修表的老庹'
    >>> is_a_short_head_over_a_title(page[1])
    """
    after = block.after
    if not block.look.titular or not 2 <= block.look.length <= 5 or after is None or not after.look.titular:
        return None
    below = after.after
    if below is None or size_of(block) <= size_of(after) or DASH_START.match(after.folded):
        return None
    own = below.look.prose or below.look.credit
    return f"over {after.text[:16]}" if own and after.look.length > block.look.length else None


def stands_above_photo_news(block: Block) -> str | None:
    """A line, one paragraph and the photographer are an item of their own (图片新闻).

    >>> page = read_blocks("千人夜跑看江潮\\n\\n5月11日晚，1200名跑友从滨江码头出发，沿江堤夜跑。（王石磊 摄）")
    >>> stands_above_photo_news(page[0])
    'the text below ends with 王石磊 摄'
    >>> stands_above_photo_news(page[1])
    """
    after = block.after
    if not block.look.titular or after is None or not after.look.photo or not after.look.prose:
        return None
    return f"the text below ends with {after.look.photo[0]}"
