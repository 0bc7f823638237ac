"""Where on a page a reading may have something to say, found out once for the whole page.

Each function gives the indexes of blocks. A heuristic that names one in ``among`` is asked of no other
block; it may be asked of more than it speaks of, never of fewer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.byline import is_an_office_alone
from banmian.heuristics.adverts import ADDRESS_HINT, ADVERTISES, PHONE_HINT, SELLS
from banmian.heuristics.captions import ACTION, LAST_OF_A_CHART
from banmian.heuristics.captions import LONGEST as LONGEST_CAPTION_ALONE
from banmian.heuristics.credits import MOST_LINES_OF_NAMES
from banmian.heuristics.edges import edges_of, top_of
from banmian.heuristics.labels import MOST_LINES_OF_A_BOX, is_a_box_label
from banmian.heuristics.notices import DATE_LINE, NOTICE_FORMULA, NOTICE_WORDS, notices_of
from banmian.heuristics.pointers import LAST_OF_A_LABEL, LAST_OF_A_TEASER, LONGEST_PAGE
from banmian.heuristics.runs import FEW_LINES, inside_an_endless_list, runs_of
from banmian.heuristics.subheads import MOST_OF_A_PART, PART, is_from_before_1949
from banmian.heuristics.traces import ONE_LINK, loops_of
from banmian.heuristics.verse import verses_of
from banmian.patterns import pattern
from banmian.reading.labels import labels_of
from banmian.words import places_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from banmian.model import Block

    Blocks = tuple[Block, ...]

MOST_PARTS = 40  #: of the stories of a page
LONGEST_GREETING = 8  #: characters, of 编辑同志们：
LONGEST_QUESTION = 32  #: characters, of 某县某乡读者 耿某 问：
REACH = 12  #: blocks below the title of a notice that may still be its text


def copies(blocks: Blocks) -> Iterable[int]:
    """Blocks that repeat what stands before them."""
    return loops_of(blocks)


def verses(blocks: Blocks) -> Iterable[int]:
    """Lines of poems."""
    return verses_of(blocks)


def notices(blocks: Blocks) -> Iterable[int]:
    """Titles and texts of notices."""
    return notices_of(blocks)


def above_notices(blocks: Blocks) -> Iterable[int]:
    """The blocks right above notices."""
    return [index - 1 for index in notices_of(blocks) if index]


def under_notices(blocks: Blocks) -> Iterable[int]:
    """The blocks below notices, as far as their text may go."""
    found = notices_of(blocks)
    return (
        {below for index in found for below in range(index + 1, min(index + 1 + REACH, len(blocks)))}
        if found
        else ()
    )


def near_dates(blocks: Blocks) -> Iterable[int]:
    """Short lines that are a date, and the lines above them."""
    found: list[int] = []
    for block in blocks:
        if block.folded[-1:] == "日" and DATE_LINE.match(block.folded.strip()):
            found += (block.index - 1, block.index) if block.index else (0,)
    return found


def with_words_of_notices(blocks: Blocks) -> Iterable[int]:
    """Blocks that have a word of the formulae of notices."""
    return places_of(blocks[0].sheet, NOTICE_FORMULA, NOTICE_WORDS) if blocks else ()


def with_words_of_adverts(blocks: Blocks) -> Iterable[int]:
    """Blocks that have a word of adverts."""
    return places_of(blocks[0].sheet, SELLS) if blocks else ()


def with_figures_or_streets(blocks: Blocks) -> Iterable[int]:
    """Blocks with four figures in a row, and lines with a word of addresses."""
    return [
        block.index
        for block in blocks
        if block.look.length <= 120
        and (
            PHONE_HINT.search(block.folded) or (block.look.length <= 40 and ADDRESS_HINT.search(block.folded))
        )
    ]


def with_words_of_the_web(blocks: Blocks) -> Iterable[int]:
    """Blocks that have a word of the frame that a web edition sets around a page."""
    return places_of(blocks[0].sheet, ONE_LINK) if blocks else ()


def above_picture_credits(blocks: Blocks) -> Iterable[int]:
    """The blocks right above lines that name a photographer."""
    return [block.index - 1 for block in blocks if block.look.photo and block.index]


def under_offices(blocks: Blocks) -> Iterable[int]:
    """The lines below 本报记者 alone, as many as names may stand there."""
    size = len(blocks)
    return [
        below
        for block in blocks
        if block.look.credit and is_an_office_alone(block.look.credit)
        for below in range(block.index + 1, min(block.index + MOST_LINES_OF_NAMES, size))
    ]


def with_doings(blocks: Blocks) -> Iterable[int]:
    """Short lines without marks that may tell what somebody is doing."""
    return [
        block.index
        for block in blocks
        if block.look.length <= LONGEST_CAPTION_ALONE
        and not block.level
        and not block.bold
        and (block.look.titular or block.look.closed)
        and ACTION.search(block.folded)
    ]


def named_like_charts(blocks: Blocks) -> Iterable[int]:
    """Lines that end as the legend of a chart does."""
    return [block.index for block in blocks if block.look.titular and block.folded[-1:] in LAST_OF_A_CHART]


def under_pictures(blocks: Blocks) -> Iterable[int]:
    """The blocks right below pictures."""
    last = len(blocks) - 1
    return [block.index + 1 for block in blocks if block.kind == "image" and block.index < last]


def marked_adverts(blocks: Blocks) -> Iterable[int]:
    """Blocks that have a word of adverts that look like reports."""
    return places_of(blocks[0].sheet, ADVERTISES) if blocks else ()


def above_marked_adverts(blocks: Blocks) -> Iterable[int]:
    """The blocks right above those, and above what sells something."""
    return [index - 1 for index in {*marked_adverts(blocks), *with_words_of_adverts(blocks)} if index]


def under_box_labels(blocks: Blocks) -> Iterable[int]:
    """The blocks below 【小资料】 and its like, as far as the lines of a box may go."""
    size = len(blocks)
    return [
        below
        for block in blocks
        if block.look.titular and is_a_box_label(block)
        for below in range(block.index + 1, min(block.index + 1 + MOST_LINES_OF_A_BOX, size))
    ]


def at_the_edges(blocks: Blocks) -> Iterable[int]:
    """The first two and the last two blocks of a page."""
    size = len(blocks)
    return {*range(min(2, size)), *range(max(0, size - 2), size)}


def labelled(blocks: Blocks) -> Iterable[int]:
    """All blocks, if the model labelled the lines of the page."""
    return range(len(blocks)) if blocks and labels_of(blocks[0].sheet) else ()


def under_titles(blocks: Blocks) -> Iterable[int]:
    """The blocks right below lines that could be marked titles."""
    last = len(blocks) - 1
    return [
        block.index + 1
        for block in blocks
        if block.look.titular and (block.level or block.bold) and block.index < last
    ]


def in_long_runs(blocks: Blocks) -> Iterable[int]:
    """Short lines of which many stand in a row."""
    return [index for index, run in enumerate(runs_of(blocks)) if run[0] >= FEW_LINES]


def after_long_runs(blocks: Blocks) -> Iterable[int]:
    """What stands right below a line of many short ones."""
    last = len(blocks) - 1
    return [index + 1 for index, run in enumerate(runs_of(blocks)) if run[0] >= FEW_LINES and index < last]


def with_a_weekday(blocks: Blocks) -> Iterable[int]:
    """Short lines that name a day of the week, with figures."""
    return [
        block.index
        for block in blocks
        if block.look.length <= 60 and DATE_HINT.search(block.folded) and WEEKDAY_HINT.search(block.folded)
    ]


DATE_HINT = pattern(r"年|[-./]\d")
WEEKDAY_HINT = pattern(r"星期|周|礼拜")


def fragments(blocks: Blocks) -> Iterable[int]:
    """Blocks whose first or second character is a mark."""
    return [block.index for block in blocks if not block.folded[:2].isalnum()]


def above_fragments(blocks: Blocks) -> Iterable[int]:
    """The blocks right above those."""
    return [block.index - 1 for block in blocks if block.index and not block.folded[:2].isalnum()]


def without_a_letter_first(blocks: Blocks) -> Iterable[int]:
    """Blocks that begin with a mark or a sign."""
    return [block.index for block in blocks if not block.folded[:1].isalnum()]


def pointers(blocks: Blocks) -> Iterable[int]:
    """Short lines that begin or end as a pointer to a page does."""
    found = []
    for block in blocks:
        if block.look.length <= 60:
            folded = block.folded.rstrip(" ")
            last = folded[-1:]
            if (
                last in LAST_OF_A_LABEL
                or last in LAST_OF_A_TEASER
                or last.isdecimal()
                or folded[:1] in "▶►"
                or ("A" <= folded[:1] <= "Z")
                or "版" in folded[:LONGEST_PAGE]
            ):
                found.append(block.index)
    return found


def with_positions(blocks: Blocks) -> Iterable[int]:
    """Blocks with a bracket, or with a word for a row or an end of people."""
    return [
        block.index
        for block in blocks
        if "（" in block.folded or "起" in block.folded or "排" in block.folded
    ]


def with_a_full_stop(blocks: Blocks) -> Iterable[int]:
    """Blocks with a full stop."""
    return [block.index for block in blocks if "。" in block.folded]


def items(blocks: Blocks) -> Iterable[int]:
    """Lines that begin as items of a list do."""
    return [
        block.index
        for block in blocks
        if block.listed or not block.folded[:1].isalpha() or block.folded[0] in "第一二三四五六七八九十"
    ]


def lettered_parts(blocks: Blocks) -> Iterable[int]:
    """A, B and 1, 2 on lines of their own, and the lines right below them."""
    marks = [block.index for block in blocks if len(block.folded) <= 2 and PART.fullmatch(block.folded)]
    if not 2 <= len(marks) <= MOST_PARTS:
        return ()
    return [at for mark in marks for at in range(mark, min(mark + MOST_OF_A_PART + 1, len(blocks)))]


def marked(blocks: Blocks) -> Iterable[int]:
    """Lines with # before them, or in bold."""
    return [block.index for block in blocks if block.level or block.bold]


def unmarked(blocks: Blocks) -> Iterable[int]:
    """Lines without # before them, and not in bold."""
    return [block.index for block in blocks if not (block.level or block.bold)]


def with_marks(blocks: Blocks) -> Iterable[int]:
    """All blocks, if a line of the page has # or is bold."""
    return range(len(blocks)) if any(block.level or block.bold for block in blocks) else ()


def without_headings(blocks: Blocks) -> Iterable[int]:
    """All blocks, if no line of the page has #."""
    return () if any(block.level for block in blocks) else range(len(blocks))


def on_old_pages(blocks: Blocks) -> Iterable[int]:
    """All blocks, if the page is from before 1949, or sets its texts as papers did then."""
    old = is_from_before_1949(blocks) or any(block.look.light for block in blocks)
    return range(len(blocks)) if old else ()


def above_marked(blocks: Blocks) -> Iterable[int]:
    """The lines right above those with marks."""
    return [block.index - 1 for block in blocks if (block.level or block.bold) and block.index]


def in_stacks(blocks: Blocks) -> Iterable[int]:
    """Two to five short lines in a row, with a text below."""
    return [
        i for i, (run, _, text_follows) in enumerate(runs_of(blocks)) if text_follows and 1 < run < FEW_LINES
    ]


def first_lines(blocks: Blocks) -> Iterable[int]:
    """What stands at the head of a page: folio lines and pictures, and the line below them."""
    for block in blocks:
        yield block.index
        if not block.look.folio and block.kind == "text":
            break


def beside_verses(blocks: Blocks) -> Iterable[int]:
    """Lines of verse, and those right below one."""
    last = len(blocks) - 1
    return {near for index in verses_of(blocks) for near in (index, min(index + 1, last))}


def like_the_first(blocks: Blocks) -> Iterable[int]:
    """Lines that say what the first line of the page says."""
    first = blocks[edges_of(blocks[0].sheet)[0]].folded if blocks else ""
    return [block.index for block in blocks if block.folded == first]


def above_greetings(blocks: Blocks) -> Iterable[int]:
    """Lines above one that ends with ： or has a question."""
    return [
        block.index - 1
        for block in blocks
        if block.index
        and (
            block.folded[-1:] == "："
            or "问：" in block.folded[:LONGEST_QUESTION]
            or (block.folded[:1] in "编主记读网听观" and "：" in block.folded[:LONGEST_GREETING])
        )
    ]


def pictures_and_rules(blocks: Blocks) -> Iterable[int]:
    """What is no text and no table."""
    return [block.index for block in blocks if block.kind in {"image", "rule"}]


def endless_lists(blocks: Blocks) -> Iterable[int]:
    """Short lines with hundreds of others around them."""
    return inside_an_endless_list(runs_of(blocks))


def with_a_section(blocks: Blocks) -> Iterable[int]:
    """All blocks, if the page's number line names a section."""
    names_one = any(block.look.folio and block.look.folio.section for block in top_of(blocks))
    return range(len(blocks)) if names_one else ()


def near_the_top(blocks: Blocks) -> Iterable[int]:
    """The first lines of a page."""
    return [block.index for block in top_of(blocks)]
