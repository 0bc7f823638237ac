"""Poems (诗): short lines under a title and an author that sell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.heuristics.adverts import is_like_a_line_of_an_advert
from banmian.heuristics.listings import FIELD
from banmian.heuristics.runs import FEW_LINES
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block


def is_a_line_of_verse(block: Block) -> str | None:
    """Short lines under a title or an author, that sell nothing, are verse (诗).

    Six and more; three are enough between the author and the next title, or in a poem after a poem.

    >>> page = "\\n\\n".join(["## 夜航", "把灯调暗一些，", "再暗一些", "直到星星肯下来", "机器在舱底咳嗽", "它也老了。", "白头"])
    >>> is_a_line_of_verse(read_blocks(page)[3])
    'one of 6 lines of verse'
    >>> is_a_line_of_verse(read_blocks("把灯调暗一些")[0])
    """
    count = verse_around(block)
    return f"one of {count} lines of verse" if count and not _is_a_title_in_a_cycle(block) else None


def heads_the_next_poem(block: Block) -> str | None:
    """A marked line between two poems is the title of the second, under the title of both (组诗).

    >>> verses = "\\n\\n".join(["船是父亲的", "桨是爷爷的", "水不是谁的", "它路过我们村", "像一个客", "如今桥修好了"])
    >>> page = read_blocks(f"## 渡口谣\\n\\n{verses}\\n\\n**夜航**\\n\\n{verses}")
    >>> heads_the_next_poem(page[7])
    'between two poems'
    >>> heads_the_next_poem(page[0])
    """
    before, after = block.before, block.after
    if before is None or after is None or not block.look.titular or not verse_around(after):
        return None
    if _is_a_title_in_a_cycle(block):
        return "one of several poems"
    return "between two poems" if verse_around(before) else None


def verse_around(block: Block) -> int:
    """How many lines of verse stand together here."""
    return verses_of(block.sheet.blocks).get(block.index, 0)


def verses_of(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The lines of verse of a page, each with how many stand together."""
    if not blocks:
        return {}
    sheet = blocks[0].sheet
    if sheet.verse is None:
        sheet.verse = _verses(blocks)
    return sheet.verse


def _verses(blocks: tuple[Block, ...]) -> dict[int, int]:
    blocks = tuple(one for one in blocks if one.kind != "image")  # a drawing stands among the lines of a poem
    verses: dict[int, int] = {}
    could = [_could_be_verse(block) if 1 < block.look.length <= LONGEST_VERSE else False for block in blocks]
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and could[end]:
            end += 1
        first = blocks[start]
        if (could[start] or first.level or first.bold) and _signs_a_title(blocks, start - 1):
            further = _end_of_verse(blocks, start)
            if further < len(blocks) and blocks[further].look.credit:
                further -= 1  # the title of the next
            if _is_marked_at_random(blocks[start:further]):
                end = further
        if end - start > LEAST_VERSE and end < len(blocks) and _is_signed_by_a_writer(blocks, end):
            end -= 1  # the title of the next
        if start and end - start >= LEAST_VERSE:
            if start > 1 and _is_signed_by_a_writer(blocks, start - 1) and not blocks[start - 2].level:
                end = _last_closed(blocks, start, end)
            lines = blocks[start:end]
            prints_verse = not _sells(lines) and not _are_fields(lines)
            if prints_verse and len(lines) >= _least_verse(blocks, start, end, verses):
                verses.update({one.index: len(lines) for one in lines})
        start = max(end, start) + 1 if end < len(blocks) and not could[end] else max(end, start + 1)
    return verses


def _is_a_title_in_a_cycle(block: Block) -> bool:
    """茶山短笛（二首） has two titles among its lines, the shortest; with 外一首 the first poem has the title above."""
    if not verse_around(block) or block.look.length > LONGEST_POEM_TITLE or block.look.closed:
        return False
    blocks = block.sheet.blocks
    start = end = block.index
    while start and verse_around(blocks[start - 1]):
        start -= 1
    while end < len(blocks) and verse_around(blocks[end]):
        end += 1
    titles = [CYCLE.search(above.folded) for above in blocks[max(0, start - 2) : start]]
    found = next(filter(None, titles), None)
    if found is None:
        return False
    count, lines = NUMBER_OF_POEMS.index(found["count"]), blocks[start:end]
    by_length = sorted(lines, key=lambda one: (one.look.length, one.index))
    chosen, rest = by_length[:count], by_length[count:]
    if block not in chosen or not rest or chosen[-1].look.length >= rest[0].look.length:
        return False
    return (lines[0] in chosen) != bool(found["beside"]) and lines[-1] not in chosen


LONGEST_POEM_TITLE = 8  #: characters
CYCLE = pattern(r"（(?P<beside>外)?(?P<count>[一二三四五六])首）")
NUMBER_OF_POEMS = "〇一二三四五六"


def _last_closed(blocks: tuple[Block, ...], start: int, end: int) -> int:
    """Where a poem ends on a page without marks: behind its last line that ends like a sentence."""
    indented = blocks[start].indent
    if indented >= SET_IN:
        return next((at for at in range(start, end) if blocks[at].indent < indented), end)
    for last in range(end - 1, start, -1):
        if blocks[last].look.closed:
            return last + 1
    return end


def _end_of_verse(blocks: tuple[Block, ...], start: int) -> int:
    """Where the lines that could be of a poem end, those with marks among them."""
    end = start
    while end < len(blocks) and _could_be_verse(blocks[end], marked=True):
        end += 1
    return end


def _is_marked_at_random(lines: tuple[Block, ...]) -> bool:
    """Whether the marks of a poem's lines say nothing: some have one, some have none."""
    marked = sum(1 for one in lines if one.level or one.bold)
    return len(lines) >= FEW_LINES and marked >= 3 and marked * 5 >= len(lines) > marked


def _are_fields(lines: tuple[Block, ...]) -> bool:
    """助人为乐：丁玉兰　符国强, and more of the kind: a list."""
    return sum(1 for one in lines if FIELD.match(one.folded)) * 2 >= len(lines)


def _sells(lines: tuple[Block, ...]) -> bool:
    return any(is_like_a_line_of_an_advert(one.folded) for one in lines)


def _signs_a_title(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether this line is the author's under a title that is marked."""
    if at < 1 or not blocks[at].look.credit:
        return at > 0 and _is_signed_by_a_writer(blocks, at)
    title = blocks[at - 1]
    return title.look.titular and bool(title.level or title.bold)


def _is_signed_by_a_writer(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether this line is 社员　周大河 under a title, marked or not."""
    line = blocks[at].folded
    if " " not in line or not blocks[at - 1].look.titular:
        return False
    return bool(A_WRITER.match(line) or A_SPACED_NAME.fullmatch(line))


def _least_verse(blocks: tuple[Block, ...], start: int, end: int, verses: dict[int, int]) -> float:
    """How many short lines make verse here: few where a poem's title and its author stand above."""
    above = blocks[start - 1]
    marked = bool(above.level or above.bold)
    title = blocks[start - 2] if start > 1 else None
    below = blocks[end] if end < len(blocks) else None
    if start > 1 and _is_signed_by_a_writer(blocks, start - 1):
        return LEAST_VERSE
    if below is None or below.level or below.bold:
        if _signs_a_title(blocks, start - 1):
            return LEAST_VERSE
        if marked and title is not None and title.index in verses:
            return LEAST_VERSE  # the next poem of the same author
    signed = above.look.credit and above.folded[:1] != "（"
    return FEW_LINES if marked or signed else float("inf")


def _could_be_verse(block: Block, *, marked: bool = False) -> bool:
    facts = block.look
    if (
        not 1 < facts.length <= LONGEST_VERSE
        or block.kind != "text"
        or ((block.level or block.bold) and not marked)
    ):
        return False
    if " " in block.folded and (A_WRITER.match(block.folded) or A_SPACED_NAME.fullmatch(block.folded)):
        return False
    return not (facts.credit or facts.folio or facts.jump or facts.lede or facts.dateline)


#: 文学院2013级 舒窈 under the title of a poem
A_WRITER = pattern(
    r"[^ ，。]{0,14}(?:学院|大学|[中小]学|学校|\d{2,4}级|[\u4e00-\u9fff]{2}\d{2}|[级班]|公司|厂|村|镇|社员|战士|工人|农民|学生|教师|干部|矿工)[ ]{1,4}[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,2}\Z"
)
A_SPACED_NAME = pattern(r" *[\u4e00-\u9fff](?: {1,3}[\u4e00-\u9fff]){1,2} *")  #: 韩　十　三
LEAST_VERSE = 3
SET_IN = 2  #: cells before every line of a poem; the next title is not set in
LONGEST_VERSE = 22  #: characters of a line of verse
