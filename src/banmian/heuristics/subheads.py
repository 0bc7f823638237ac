"""What subheads look like (小标题), and how a story goes on around them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from banmian.grammar.names import is_plainly_a_name
from banmian.grammar.vocabulary import common_surnames
from banmian.heuristics import prose
from banmian.heuristics.kinship import KINDRED, STRANGE, shared_around, text_window
from banmian.heuristics.notices import notices_of
from banmian.heuristics.runs import short_lines_around
from banmian.heuristics.sizes import is_as_big_as_the_titles_of_reports, size_of
from banmian.patterns import pattern
from banmian.reading.looks import breaks_off
from banmian.script import fold
from banmian.words import words_of, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Block, Sheet

#: what the number of a part begins with
NUMBERS = "一二三四五六七八九十（第0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ①②③④⑤⑥⑦⑧⑨⑩"
NUMBERED = pattern(
    r"(?:[一二三四五六七八九十]{1,2}|[（][一二三四五六七八九十]{1,2}[）]|第[一二三四五六七八九十][章节回])[、，\s ]|[A-Z]\Z|[①-⑩]\Z|0?\d{1,2}\Z"
)


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


def text_before(block: Block) -> Block | None:
    """The running text before, that could go on; pictures and their captions between are passed over."""
    before = _over_captions(block.before)
    if before is not None and _is_the_rest_of_a_sentence(before):
        before = _over_captions(before.before)
    if before is not None and before.kind == "image" and before is not block.before:
        before = before.before  # the picture that the caption belongs to
    if before is None or not before.look.prose or before.look.closing:
        return None
    return before


def _over_captions(block: Block | None) -> Block | None:
    for _ in range(3):
        if block is None or not block.look.photo:
            break
        block = block.before
    return block


def _is_the_rest_of_a_sentence(block: Block) -> bool:
    """亿元。 behind a caption: the last words of the paragraph above it."""
    return block.look.closed and block.look.length <= REST and not (block.level or block.bold)


REST = 14  #: characters


def is_numbered(block: Block) -> str | None:
    """一、 and （二） number the parts of a story.

    >>> is_numbered(read_blocks("一、加强领导")[0])
    'numbered'
    >>> is_numbered(read_blocks("一线职工受表彰")[0])
    """
    return "numbered" if block.look.titular and NUMBERED.match(block.folded) else None


def stands_between_reports(block: Block) -> str | None:
    """Where the titles above and below open with datelines and this one does not, it is a subhead of the one above.

    >>> page = read_blocks(
    ...     "**甲地开会**\\n\\n【本报讯】甲地昨日开会，到会两百人。\\n\\n**会场之外**\\n\\n会场之外下着大雨，群众撑伞等候。\\n\\n"
    ...     "**乙地开会**\\n\\n【本报讯】乙地昨日开会。\\n\\n**丙地开会**\\n\\n【本报讯】丙地昨日开会。"
    ... )
    >>> stands_between_reports(page[2])
    'between titles of reports'
    >>> stands_between_reports(page[4])
    """
    if not opens_no_report(block) or stands_inside_a_story(block) is None or not size_of(block):
        return None
    blocks = block.sheet.blocks
    sides = []
    for step in (-1, 1):
        at = block.index + step
        while 0 <= at < len(blocks) and abs(at - block.index) <= MOST_BETWEEN:
            one = blocks[at]
            if one.look.titular and size_of(one) == size_of(block):
                below = one.after
                if below is not None and below.look.lede:
                    sides.append(one)
                    break
                if step > 0 or below is None or not stands_inside_a_story(one):
                    return None
            at += step
    return "between titles of reports" if len(sides) == len((-1, 1)) else None


MOST_BETWEEN = 12  #: blocks of one report


def names_who_speaks_below(block: Block) -> str | None:
    """屋宇署：… inside a story, above a paragraph that begins with 屋宇署, turns to another side of it.

    >>> page = read_blocks(
    ...     "唐楼昨晨发生火警，一对夫妇抱着女婴逃生。\\n\\n屋宇署：已发清拆令\\n\\n屋宇署回复说，去年已向业主发出清拆令。"
    ... )
    >>> names_who_speaks_below(page[1])
    '屋宇署 speaks below'
    >>> names_who_speaks_below(page[0])
    """
    speaker, colon, _ = block.folded.partition("：")
    if not colon or not 2 <= len(speaker) <= LONGEST_SPEAKER or stands_inside_a_story(block) is None:
        return None
    after = block.after
    if after is None or not after.folded.startswith(speaker):
        return None
    return f"{block.text[: len(speaker)]} speaks below"


LONGEST_SPEAKER = 8  #: characters


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
    around = titles_around(block)
    if not around:
        return None
    first, last = block.folded[:3], block.folded[-2:]
    ordinal = _without_numerals(block.folded[:LIKE])
    colon = facts.length < 14 and block.folded.find("：", 2, 5)
    for other in around:
        alike = abs(other.look.length - facts.length) <= 1
        if ordinal and _without_numerals(other.folded[:LIKE]) == ordinal:
            return f"numbered like {other.text[:16]}"
        if other.folded[:3] == first or (other.folded[-2:] == last and alike):
            return f"worded like {other.text[:16]}"
        if colon > 0 and alike and 0 < other.folded.find("：") < 5 and opens_no_report(block):
            return f"set like {other.text[:16]}"
        if colon > 0 and other.folded.find("：") == colon and not size_of(block) and not size_of(other):
            return f"set like {other.text[:16]}"
    return None


def _without_numerals(folded: str) -> str | None:
    """第#次“搬 for 第二次“搬家”; None where nothing is numbered."""
    key = NUMERAL.sub("#", folded)
    return key if key != folded else None


LIKE = 5  #: characters with which numbered subheads begin alike
NUMERAL = pattern(r"[一二三四五六七八九十\d]+")


def titles_around(block: Block) -> list[Block]:
    """The short lines that stand nearest above and below, with text between."""
    around = block.sheet.around
    found = around.get(block.index)
    if found is None:
        found = around[block.index] = _titles_around(block)
    return found


def _titles_around(block: Block) -> list[Block]:
    blocks, index = block.sheet.blocks, block.index
    titles, texts = _titles_and_texts(block.sheet)
    before, after = texts[index], texts[index + 1]
    # the last title with a text between it and the block, and the first below
    end = bisect_left(titles, bisect_left(texts, before) - 1)
    start = bisect_left(titles, bisect_right(texts, after))
    above = reversed(titles[max(0, end - NEAREST) : end])
    found = [blocks[at] for at in above if index - at < FAR and before - texts[at + 1] < MANY_TEXTS]
    below = titles[start : start + NEAREST]
    found += [blocks[at] for at in below if at - index < FAR and texts[at] - after < MANY_TEXTS]
    return found


FAR = 40  #: blocks
MANY_TEXTS = 14  #: between two subheads of one story
NEAREST = 2  #: on each side


def _titles_and_texts(sheet: Sheet) -> tuple[Sequence[int], Sequence[int]]:
    """Where the short lines of a page stand that sign nothing, and how many texts stand before each block."""
    if sheet.titles is None:
        looks = [block.look for block in sheet.blocks]
        titles = [
            index
            for index, facts in enumerate(looks)
            if facts.titular and not facts.credit and not facts.folio and not facts.jumps
        ]
        sheet.titles = array("L", titles), array("L", accumulate([facts.prose for facts in looks], initial=0))
    titles_and_texts: tuple[Sequence[int], Sequence[int]] = sheet.titles
    return titles_and_texts


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
    lines = sorted([one.look.length for one in blocks[block.index + left - run + 1 : block.index + left + 1]])
    if lines[0] * 3 <= lines[-1] * 2 and lines[0] <= LONGEST_LABEL_OF_A_TITLE and not size_of(block):
        return None  # 短论 over 不能只靠一个人: a label and a title
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


LONGEST_LABEL_OF_A_TITLE = 4  #: characters


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


def is_shorter_than_the_titles_of_reports(block: Block) -> str | None:
    """Where reports open with bylines and datelines, and their titles are longer, a short line is a subhead.

    >>> page = read_blocks(
    ...     "**甲地昨日召开大会**\\n\\n本报讯 甲地昨日开会。\\n\\n**乙地昨日召开大会**\\n\\n本报讯 乙地昨日开会。\\n\\n"
    ...     "**丙地昨日召开大会**\\n\\n本报讯 丙地昨日开会。\\n\\n**会后的账**\\n\\n各方都对此表示欢迎，也提出了一些意见。"
    ... )
    >>> is_shorter_than_the_titles_of_reports(page[6])
    '4 characters, the titles of reports 8 and more'
    >>> is_shorter_than_the_titles_of_reports(page[0])
    """
    if block.look.length > SHORT_SUBHEAD or not opens_no_report(block) or short_lines_around(block)[0] != 1:
        return None
    if not is_as_big_as_the_titles_of_reports(block):
        return None  # its mark tells
    if block.before is not None and not block.before.look.closed and not block.before.look.photo:
        return None
    if _is_signed_below(block):
        return None
    least = _shortest_title_of_a_report(block)
    if block.look.length * 3 > least * 2:
        return None
    return f"{block.look.length} characters, the titles of reports {least} and more"


def _is_signed_below(block: Block) -> bool:
    """Whether the text below a line, a few paragraphs, closes with a signature: an item of its own."""
    below = block.after
    for _ in range(FEW_PARAGRAPHS):
        if below is None or not below.look.prose:
            break
        below = below.after
    return below is not None and bool(below.look.credit) and below.folded[:1] == "（"


FEW_PARAGRAPHS = 4


def _shortest_title_of_a_report(block: Block) -> int:
    sheet = block.sheet
    if sheet.shortest is None:
        lengths = [
            above.look.length
            for above, below in pairwise(sheet.blocks)
            if above.look.titular and (below.look.lede or (below.look.credit and below.folded[:1] != "（"))
        ]
        sheet.shortest = min(lengths, default=0)
    shortest: int = sheet.shortest
    return shortest


def interrupts_a_sentence(block: Block) -> str | None:
    """A subhead never stands inside a sentence; the title of another story may (断栏).

    >>> page = read_blocks("陵水县建设集团的负责人说，这一带的村民多年来都盼着把路修到家门口的\\n\\n# 事务所成立\\n\\n那一天。")
    >>> interrupts_a_sentence(page[1])
    'the paragraph before breaks off'
    >>> interrupts_a_sentence(page[0])
    """
    before = block.before
    if not block.look.titular or before is None or before.look.folio:
        return None
    return "the paragraph before breaks off" if breaks_off(before) else None


def stands_in_an_old_paper(block: Block) -> str | None:
    """Before the war subheads had a character or two; longer lines are titles.

    >>> page = read_blocks(
    ...     "国际会议昨日开幕、各国代表到会者二百余人、大会主席致词后即分组讨论、下午继续开会、五时许散会、定今日讨论章程、会期共计五日、闭幕之日将发表宣言、\\n\\n"
    ...     "商轮断舵漂流\\n\\n商轮一艘日前在洋面遇风断舵、漂流三日三夜、幸遇某国军舰驶过、始得救起、全船六十二人均已脱险、今晨抵埠云、船主谈当时情形、至今犹有余悸、"
    ... )
    >>> stands_in_an_old_paper(page[1])
    'the texts close with 、 or with no mark'
    >>> stands_in_an_old_paper(page[0])
    """
    if not block.look.titular or block.look.length < LEAST_OF_A_TITLE:
        return None
    if block.look.light:
        return "the texts close with 、 or with no mark"
    return "printed before 1949" if is_from_before_1949(block.sheet.blocks) else None


def is_from_before_1949(blocks: tuple[Block, ...]) -> bool:
    """Whether the head of a page gives a year of the Republic."""
    return any(BEFORE_1949.search(one.folded) for one in blocks[:HEAD_OF_A_PAGE])


HEAD_OF_A_PAGE = 4  #: blocks
#: 中华民国二十五年; the years from the thirty-ninth on are Taiwan's
BEFORE_1949 = pattern(
    r"民国 ?(?:(?:[一二]?十|廿)[一二三四五六七八九]?|(?:三十|卅)[一二三四五六七八]?|[元一二三四五六七八九]) ?年 ?[一二三四五六七八九十]{1,2} ?月"
)


LEAST_OF_A_TITLE = 4  #: characters


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
    if block.index in notices_of(block.sheet.blocks):
        return None
    run, left, text_follows = short_lines_around(block)
    if not text_follows or run > 4:
        return None
    last = block.index + left
    lines = block.sheet.blocks[last - run + 1 : last + 1]
    if run > 1 and is_plainly_a_name(lines[-1].folded):
        return None  # a title and who wrote the text
    tiny = all(one.look.length <= 2 for one in lines)
    return "lines of one or two characters" if tiny else None


def heads_a_lettered_part(block: Block) -> str | None:
    """A, B, C or 1, 2, 3 on lines of their own number the parts of one story; so do the lines right below them.

    >>> page = read_blocks(
    ...     "# 万人一杆枪\\n\\n正文在此。\\n\\nA\\n\\n### 支持系统：\\n\\n### 撑起钢铁骨骼\\n\\n正文在此。\\n\\nB\\n\\n### 供气系统：\\n\\n正文。"
    ... )
    >>> [heads_a_lettered_part(page[at]) for at in (2, 4, 6, 0)]
    ['the part A, with B below', 'in the title of the part A', 'the part B, with A above', None]
    """
    above: Block | None = block
    for lines in range(MOST_OF_A_PART + 1):
        if above is None or not above.look.length or (above.look.prose and lines):
            return None
        if (part := PART.fullmatch(above.folded)) is not None:
            return _in_a_series(above, part[0], lines)
        if not above.look.titular or above.look.length > 24:
            return None
        above = above.before
    return None


def _in_a_series(block: Block, part: str, lines: int) -> str | None:
    before, after = chr(ord(part[-1]) - 1), chr(ord(part[-1]) + 1)
    for other in block.sheet.blocks:
        if other is not block and other.folded in (part[:-1] + before, part[:-1] + after):
            if lines:
                return f"in the title of the part {part}"
            return f"the part {part}, with {other.folded} {'above' if other.index < block.index else 'below'}"
    return None


MOST_OF_A_PART = 2  #: lines of a title below its letter
PART = pattern(r"[A-H]|0?[1-9]|[①-⑨]")


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
        sheet.alone = -1 if parts_strange_texts(block) else _only_opening(sheet.blocks)
    if not 0 <= sheet.alone < block.index or _stands_behind_another_title(block, sheet.alone):
        return None
    return "the one byline of the page stands above"


def _stands_behind_another_title(block: Block, opened: int) -> bool:
    """Whether a line marked as big as the report's own title, and bigger than this one, stands between; or this one is it."""
    sheet = block.sheet
    if sheet.ends is None:
        title = max((size_of(one) for one in sheet.blocks[max(0, opened - LINES_ABOVE) : opened]), default=0)
        sheet.ends = next(
            (
                one.index
                for one in sheet.blocks[opened + 1 :]
                if title > 1 and size_of(one) >= title and one.look.titular
            ),
            len(sheet.blocks),
        )
    ends: int = sheet.ends
    if ends > block.index:
        return False
    return size_of(sheet.blocks[ends]) > size_of(block) or _has_smaller_titles_above(block, opened)


def _has_smaller_titles_above(block: Block, opened: int) -> bool:
    """Whether the report's own subheads are set smaller than this line."""
    sheet = block.sheet
    if sheet.first_of_size is None:
        sheet.first_of_size = {}
        for one in sheet.blocks[opened + 1 :]:
            if one.look.titular:
                sheet.first_of_size.setdefault(size_of(one), one.index)
    return any(
        0 < size < size_of(block) and first < block.index for size, first in sheet.first_of_size.items()
    )


LINES_ABOVE = 5  #: of a title, above its byline


def stands_among_stacks_of_one_report(block: Block) -> str | None:
    """Where one report fills the page, and more than one pair of short lines stands in it, they are subheads.

    >>> page = read_blocks(
    ...     "本报记者 王某\\n\\n许多人去过这座盐田，也去过那座矿山。\\n\\n### 老矿山开放\\n\\n旧机器焕发新的活力\\n\\n"
    ...     "电机车、推土机一字排开，孩子们围着看。\\n\\n### 盐焗美食留下记忆\\n\\n### 古盐田起新风\\n\\n七月的一个上午，盐田上海风拂面，盐工已经下田。"
    ... )
    >>> stands_among_stacks_of_one_report(page[5])
    'like 老矿山开放'
    >>> stands_among_stacks_of_one_report(page[0])
    """
    run, _, text_follows = short_lines_around(block)
    if run != LINES_OF_A_STACK or not text_follows or stands_on_the_page_of_one_report(block) is None:
        return None
    opened = block.sheet.alone or 0
    for other in titles_around(block):
        if other.index > opened and short_lines_around(other)[0] == run:
            return f"like {block.sheet.blocks[other.index + short_lines_around(other)[1] - 1].text[:16]}"
    return None


LINES_OF_A_STACK = 2


def stands_between_turns(block: Block) -> str | None:
    """Short lines between two turns of an interview are subheads; an interview has no end inside.

    >>> page = read_blocks(
    ...     "记者：您还记得修的第一座房子吗？\\n\\n谈某：记得，是我们村口那座戏台，修了三年。\\n\\n## 修旧如旧还是修旧如新\\n\\n"
    ...     "“最怕甲方说好看”\\n\\n记者：这些年修房子的人多了，您怎么看？"
    ... )
    >>> stands_between_turns(page[2])
    'between the turns of 谈某 and 记者'
    >>> stands_between_turns(page[4])
    """
    run, left, text_follows = short_lines_around(block)
    if not text_follows or not 1 <= run <= LINES_OF_A_STACK:
        return None
    blocks = block.sheet.blocks
    last = block.index + left
    asks = prose.turn_of(blocks[last + 1])
    answers = _last_turn_above(blocks[last - run + 1]) if asks else None
    if not asks or not answers or block.folded[:1] == "（":
        return None
    if not _speaks(asks, block) or not _speaks(answers, block):
        return None  # 原料： and 做法： of a recipe
    if CLAIM.fullmatch(fold(asks)):
        return None  # 传言： and 真相： are the halves of one item
    return f"between the turns of {answers} and {asks}"


def _speaks(label: str, block: Block) -> bool:
    """Whether the label of a turn is somebody: the reporter, a name, or a word that stands there again."""
    folded = fold(label)
    if ASKS.match(folded) or (folded[0] in common_surnames() and is_plainly_a_name(folded)):
        return True
    return sum(1 for one in block.sheet.blocks if one.folded.startswith(f"{folded}：")) > 1


#: what opens an item that puts a rumour right
CLAIM = pattern(r"(?:网络?)?(?:传言|流言|谣言|谣传|误区|说法)[一二三四五六七八九十\d]{0,2}")
ASKS = pattern(r".{0,2}记者\Z|[问答QqAa]\Z|主持人\Z|.{2,4}(?:先生|女士)\Z")


def _last_turn_above(block: Block) -> str | None:
    """Who spoke last before these lines, perhaps with one more paragraph or a caption behind it."""
    above = text_before(block)
    if above is None:
        return None
    speaker = prose.turn_of(above)
    if speaker is None and (first := text_before(above)) is not None:
        speaker = prose.turn_of(first)
    return speaker


def heads_a_table_of_the_story(block: Block) -> str | None:
    """A line over a table, with words of the text above, heads a box of that story.

    >>> page = read_blocks(
    ...     "记者从城东批发市场了解到，大白菜批发价格一周跌了两成。\\n\\n### 城东批发市场价格\\n\\n"
    ...     "| 品名 | 昨日 |\\n| 大白菜 | 0.50 |"
    ... )
    >>> heads_a_table_of_the_story(page[1])
    'over a table, with words of the text above'
    >>> heads_a_table_of_the_story(page[0])
    """
    share = _share_of_the_text_above(block)
    return "over a table, with words of the text above" if share is not None and share >= A_THIRD else None


def heads_a_table_of_its_own(block: Block) -> str | None:
    """A line over a table that shares few words with the text above is a title.

    >>> page = read_blocks(
    ...     "记者从气象台了解到，未来三天有一次降雨过程。\\n\\n### 城东市场价格\\n\\n| 品名 | 昨日 |\\n| 大白菜 | 0.50 |"
    ... )
    >>> heads_a_table_of_its_own(page[1])
    'over a table, with few words of the text above'
    >>> heads_a_table_of_its_own(page[0])
    """
    share = _share_of_the_text_above(block)
    return "over a table, with few words of the text above" if share is not None and share < A_THIRD else None


A_THIRD = 0.34


def _share_of_the_text_above(block: Block) -> float | None:
    """How many of a line's pairs stand in the text above it, if a table stands below it."""
    after = block.after
    if after is None or not after.look.row:
        return None
    above = text_window(block, -1)
    words = words_of(block.sheet)
    own = words.pairs[block.index]
    return len(words.shared(above, [block])) / len(own) if above and own else None


def parts_strange_texts(block: Block) -> bool:
    """Whether most lines of a page without marks part texts that have no word in common: items, no parts of a report."""
    sheet = block.sheet
    if sheet.parted is None:
        sheet.parted = _part_strange_texts(sheet.blocks)
    return bool(sheet.parted)


def _part_strange_texts(blocks: tuple[Block, ...]) -> bool:
    if any(one.level or one.bold for one in blocks):
        return False  # their marks tell
    parted = [
        shared_around(one)
        for one in blocks
        if one.look.titular
        and one.after is not None
        and one.after.look.prose
        and not is_numbered(one)
        and not has_siblings(one)
    ]
    strange = sum(1 for one in parted if one is not None and one[0] < STRANGE)
    return strange >= FEWEST_ITEMS and strange * 3 >= len(parted) * 2


FEWEST_ITEMS = 4  #: lines


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
    if texts_above > 1:
        return -1
    if any(block.look.titular and LETTERS.search(block.folded.strip()) for block in blocks[opened[0] :]):
        return -1  # a column of letters is no part of a report
    texts = [block for block in blocks[opened[0] :] if block.look.prose]
    # a text that is signed at its end is over, and what comes behind is another's
    return -1 if any(block.look.signed for block in texts[:-1]) else opened[-1]


LETTERS = pattern(r"(?:来信|来函|信箱|投书)】?\Z")


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


#: measured on 265 headlines and 289 subheads of 66 pages
SHORT_SUBHEAD = 9
