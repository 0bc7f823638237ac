"""How big a line was printed: what #, bold and plain tell beside each other."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from banmian.grammar.names import is_plainly_a_name
from banmian.heuristics.runs import FEW_LINES, short_lines_around
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block

DASH_START = pattern(r"\s*(?:—|--)")


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


def size_of(block: Block) -> int:
    """How big a line seems to be printed: # over ## over bold over plain."""
    return 7 - block.level if block.level else int(block.bold)


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
    size = size_of(block)
    if not size or not block.look.titular or block.look.length > LONGEST_NAME:
        return None
    after = block.after
    if after is None or not after.look.titular:
        return None
    smaller = size_of(after)
    if not 0 < smaller < size:
        return None
    items, i = 0, after.index
    blocks = block.sheet.blocks
    while i + 1 < len(blocks) and i - block.index < 80:
        other = blocks[i]
        if other.look.titular and not other.look.credit:
            if size_of(other) > smaller:
                break  # a title of another size: what follows is its own
            items += size_of(other) == smaller and (
                bool(blocks[i + 1].look.credit) or _is_signed(blocks, i + 1)
            )
        i += 1
    return f"over {items} smaller titles with people of their own" if items >= 2 else None


def _is_signed(blocks: tuple[Block, ...], first: int) -> bool:
    """Whether the text that begins here closes with a name in brackets, before the next title."""
    for block in blocks[first : first + MOST_OF_AN_ITEM]:
        if block.look.signed or (
            block.folded[:1] == "（" and (block.look.credit or NAMELIKE.match(block.folded))
        ):
            return True
        if not block.look.prose:
            return False
    return False


MOST_OF_AN_ITEM = 5  #: blocks
LONGEST_NAME = 14  #: characters of the name of a column; headlines have fifteen in the middle
#: （阿枝）: a pen name
NAMELIKE = pattern(r"（(?!完|未完|待续|上|中|下|[一二三四五六七八九十]{1,3}）)[\u4e00-\u9fff]{2,4}）\Z")


def is_marked_big(block: Block) -> str | None:
    """One or two # mark the biggest type of a page; subheads seldom get them.

    >>> is_marked_big(read_blocks("## 医保“药耗子”现形记")[0])
    'marked with ##'
    >>> is_marked_big(read_blocks("### 重实去虚，阵地强干劲足")[0])
    """
    if not 0 < block.level <= 2 or len(sizes_of_reports(block)) > MANY_SIZES or _has_one_mark(block):
        return None
    if block.level > 1 and _is_a_part_of_a_feature(block):
        return None
    return f"marked with {'#' * block.level}"


def _is_a_part_of_a_feature(block: Block) -> bool:
    """On a page whose first heading is the only one with #, and few of those with ## open a report."""
    sheet = block.sheet
    if sheet.feature is None:
        levels = [one.level for one in sheet.blocks if one.level]
        alone = levels[:1] == [1] and levels.count(1) == 1
        sheet.feature = alone and sizes_of_reports(block)[BIG] * PARTS_TO_A_REPORT <= levels.count(2)
    return bool(sheet.feature)


PARTS_TO_A_REPORT = 4  #: a feature may have a small report beside it, under the mark of its crossheads


BIG = 5  #: the size of ##
#: titles of reports with more different marks than that: on this page marks tell nothing
MANY_SIZES = 2


def is_marked_small(block: Block) -> str | None:
    """Three and more # mark smaller type: subheads, decks, heads of items.

    >>> is_marked_small(read_blocks("### 重实去虚，阵地强干劲足")[0])
    'marked with ###'
    >>> is_marked_small(read_blocks("## 医保“药耗子”现形记")[0])
    """
    return f"marked with {'#' * block.level}" if block.level > 2 else None


def has_the_only_mark(block: Block) -> str | None:
    """Some engines know one mark for all lines in big type, kickers, decks and subheads among them.

    >>> titles = "\\n\\n".join(f"## 第{number}条街亮灯\\n\\n正文在此，写了一句话。" for number in "一二三四五六七八")
    >>> has_the_only_mark(read_blocks(f"## 老街换新颜\\n\\n{titles}")[1])
    'all titles of the page have this mark'
    >>> has_the_only_mark(read_blocks(f"# 老街换新颜\\n\\n{titles}")[1])
    """
    return "all titles of the page have this mark" if 0 < block.level <= 2 and _has_one_mark(block) else None


def _has_one_mark(block: Block) -> bool:
    """Whether many titles of the page have the same mark, none another, and two lines of one title have it."""
    sheet = block.sheet
    if sheet.one_mark is None:
        marks = [size for one in sheet.blocks if (size := size_of(one))]
        stacked = any(one and below for one, below in pairwise(map(size_of, sheet.blocks)))
        sheet.one_mark = stacked and len(marks) >= MANY_TITLES and len(set(marks)) == 1
    return bool(sheet.one_mark)


MANY_TITLES = 5  #: with the same mark


def is_bigger_than_the_title_above(block: Block) -> str | None:
    """Behind a title or subhead and its text, one with a bigger mark heads another story.

    Of 33 such lines over a text without byline and dateline 28 do on a hundred and ninety pages.

    >>> page = read_blocks("# 石窟体检\\n\\n记者 王某\\n\\n## 水是敌人\\n\\n砂岩最怕水，雨水渗进岩体带走了胶结物。\\n\\n# 章鱼变色\\n\\n章鱼做梦时会变色。")
    >>> is_bigger_than_the_title_above(page[4])
    'bigger than 水是敌人 above'
    >>> is_bigger_than_the_title_above(page[2])
    """
    size = size_of(block)
    if not size or not block.look.titular or (above := block.before) is None or not above.look.prose:
        return None
    if COUNTS.match(block.folded):
        return None
    for _ in range(MOST_BETWEEN_TITLES):
        if above is None or above.look.credit or above.look.lede:
            return None  # what marks the titles of reports is no smaller
        if above.look.titular and (smaller := size_of(above)):
            label = above.folded[:1] == "【"
            return f"bigger than {above.text.strip()[:16]} above" if smaller < size and not label else None
        above = above.before
    return None


#: 第二次…, 二、…: one of several
COUNTS = pattern(r"第[一二三四五六七八九十]|[一二三四五六七八九十]{1,2}[、是]|[（]?\d")


MOST_BETWEEN_TITLES = 16  #: blocks


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
    return "no mark, where titles have marks" if marked_titles(block) >= 2 else None


def marked_titles(block: Block) -> int:
    """How many lines of the page have a heading mark."""
    sheet = block.sheet
    if sheet.marked is None:
        sheet.marked = sum(1 for one in sheet.blocks if one.level)
    count: int = sheet.marked
    return count


def asks_or_exclaims(block: Block) -> str | None:
    """Where titles have marks, an unmarked line with a comma inside that ends with ？ or ！ is a paragraph.

    All 15 of the gold pages are; a title of that form has a mark.

    >>> page = read_blocks("## 一锅水\\n\\n水开了。\\n\\n技术有了，产品有了，下一步怎么走？\\n\\n## 一碗面")
    >>> asks_or_exclaims(page[2])
    'a sentence that asks'
    >>> asks_or_exclaims(read_blocks("技术有了，产品有了，下一步怎么走？")[0])
    """
    if size_of(block) or "，" not in block.folded or marked_titles(block) < 2:
        return None
    return {"？": "a sentence that asks", "！": "a sentence that exclaims"}.get(block.folded[-1])


def is_long_without_a_mark(block: Block) -> str | None:
    """Where titles have marks, a long line without one is half of a paragraph, even if it has no mark at its end.

    All ten lines of more than 24 characters in the gold pages are, but for decks, which stand below a title.

    >>> page = read_blocks(
    ...     "## 一锅水\\n\\n水开了。\\n\\n某师范大学法学院的教授在屯子里的一次宣讲中结合了实际的\\n\\n案例。\\n\\n"
    ...     "## 一碗面\\n\\n面凉了。\\n\\n## 一壶茶"
    ... )
    >>> is_long_without_a_mark(page[2])
    'no mark, and 27 characters'
    >>> is_long_without_a_mark(page[1])
    """
    facts, before = block.look, block.before
    if not facts.titular or facts.length <= LONG_FOR_A_SUBHEAD or size_of(block) or marked_titles(block) < 3:
        return None
    if before is None or size_of(before) or " " in block.folded or "——" in block.folded:
        return None
    return f"no mark, and {facts.length} characters"


LONG_FOR_A_SUBHEAD = 24  #: characters


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
    for above, below in pairwise(blocks):
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
    sizes = sizes_of_the_title(block)
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
    sizes = sizes_of_the_title(block)
    return "smaller than another line of the title" if sizes and size_of(block) < max(sizes) else None


def sizes_of_the_title(block: Block) -> list[int]:
    """The sizes of all lines of the title that a line belongs to; none if it stands alone."""
    known = block.sheet.title_sizes
    sizes = known.get(block.index)
    if sizes is None:
        sizes = known[block.index] = _sizes_of_the_title(block)
    return sizes


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


def has_the_mark_of_the_line_above(block: Block) -> str | None:
    """That the first of two title lines is marked like a headline says nothing of the second: it may be the deck.

    >>> page = read_blocks(
    ...     "## 甲地开会\\n\\n本报讯 甲地昨日开会。\\n\\n## 乙地开会\\n\\n本报讯 乙地昨日开会。\\n\\n"
    ...     "## 丙地开会\\n\\n## 到会二百人\\n\\n本报讯 丙地昨日开会。"
    ... )
    >>> has_the_mark_of_the_line_above(page[5])
    'marked like 丙地开会'
    >>> has_the_mark_of_the_line_above(page[4])
    """
    before = block.before
    if before is None or not before.look.titular or size_of(before) != size_of(block):
        return None
    return f"marked like {before.text.strip()[:16]}" if is_as_big_as_the_titles_of_reports(block) else None


def _leads_over_to_text(block: Block) -> bool:
    """An unmarked line between a marked title and its text: who wrote it, or a deck."""
    after = block.after
    return not size_of(block) and block.look.titular and after is not None and bool(after.look.prose)


def is_a_short_line_over_a_bigger_title(block: Block) -> str | None:
    """社论 or 众说 in smaller type over a title names the column: no kicker has so few characters (0 of 34).

    >>> page = read_blocks("**众说**\\n\\n## 半份菜该不该推广\\n\\n近日，多所高校的食堂推出半份菜，价格减半。")
    >>> is_a_short_line_over_a_bigger_title(page[0])
    'over 半份菜该不该推广'
    >>> is_a_short_line_over_a_bigger_title(page[1])
    """
    after = block.after
    if not block.look.titular or not 2 <= block.look.length <= SHORTEST_KICKER or after is None:
        return None
    least = size_of(block) if block.look.length <= A_WORD_OR_TWO and size_of(block) else size_of(block) + 1
    if not after.look.titular or size_of(after) < least or block.look.closed or block.look.credit:
        return None
    if after.look.length < 2 * block.look.length:
        return None  # one title in two lines
    if block.folded[-1] in "：—" or is_plainly_a_name("".join(block.folded.split())):
        return None
    return f"over {after.text[:16]}"


SHORTEST_KICKER = 5  #: characters
A_WORD_OR_TWO = 3  #: characters; over a title with the same mark
ITEM = pattern(r"\d{1,2}[.、．]")


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
    if not size_of(after) and ITEM.match(after.folded):
        return None  # the first item of a list
    own = below.look.prose or below.look.credit or _leads_over_to_text(below)
    if is_plainly_a_name("".join(after.folded.split())):
        return None  # 渡口 over 梅之焕: a title and its author
    return f"over {after.text[:16]}" if own and after.look.length > block.look.length else None
