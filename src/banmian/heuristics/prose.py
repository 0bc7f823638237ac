"""What running text looks like (正文)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from banmian.heuristics.sizes import marked_titles
from banmian.patterns import pattern
from banmian.reading.looks import ANNOUNCES, FRAGMENT, GREETING, LONG, LONGEST_TITLE, breaks_off

if TYPE_CHECKING:
    from banmian.model import Block

SPEAKER = pattern(
    r"(?![上下左右]图|[今明昨]|未来)(?:记者|问|答|[Qq]|[Aa]|主持人|[\u4e00-\u9fff]{0,8}读者[\u4e00-\u9fff]{2,4}问|(?:[\u4e00-\u9fff]{2,6} )?[\u4e00-\u9fff]{2,4}(?:先生|女士)?)：(?=.{6})"
)
LIST_ITEM = pattern(
    r"[①-⑳]|\d{1,2}：\d{2} |[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)|第[一二三四五六七八九十]+[，、条]"
)
QUOTE = pattern(r"[“‘].*[。！？…，][”’]\Z|.{0,20}：[“‘]", re.DOTALL)
COMMA = pattern(r"[，；]")
#: of lines without a final mark, above this length, most are paragraphs that a column's end broke
SHORT_TITLE = 24
SHORT_CLAUSE = 13  #: characters of a crosshead with a comma
FEWEST_MARKED = 2  #: titles with marks that make a page one where titles have them
LONGEST_DECK = 30  #: characters of a deck that may have a comma


@lru_cache
def characters(count: int) -> str:
    """The reason that a thousand lines of a long text give: one string for each length, and not for each line."""
    return f"{count} characters"


@lru_cache
def _ends_with(mark: str) -> str:
    return f"ends with {mark}"


def is_too_long_for_a_title(block: Block) -> str | None:
    """A block longer than any title is running text.

    >>> is_too_long_for_a_title(read_blocks("近日，" + "市里开会，" * 12)[0])
    '63 characters'
    >>> is_too_long_for_a_title(read_blocks("醴陵获评全省外贸工作先进县")[0])
    """
    length = block.look.length
    return characters(length) if length > LONGEST_TITLE else None


def is_a_long_text(block: Block) -> str | None:
    """Nothing but running text has more than sixty characters, notices and captions aside.

    >>> is_a_long_text(read_blocks("近日，" + "市里开会，" * 12)[0])
    '63 characters'
    >>> is_a_long_text(read_blocks("近日，市里开会。")[0])
    """
    length = block.look.length
    return characters(length) if length > LONG else None


def has_a_full_stop(block: Block) -> str | None:
    """A full stop (句号) stands in running text: 0 of 2,011 headlines have one.

    >>> has_a_full_stop(read_blocks("省长出席会议并讲话。")[0])
    'has 。'
    >>> has_a_full_stop(read_blocks("省长出席会议并讲话")[0])
    """
    return "has 。" if "。" in block.folded else None


def ends_like_a_sentence(block: Block) -> str | None:
    """A block that ends with 。！？… is running text rather than a title.

    >>> ends_like_a_sentence(read_blocks("如何让基层党建更有“存在感”？")[0])
    'ends with ？'
    >>> ends_like_a_sentence(read_blocks("重实去虚，阵地强干劲足")[0])
    """
    return _ends_with(block.text[-1]) if block.look.closed else None


def breaks_off_after_a_comma(block: Block) -> str | None:
    """A block that ends with ，or 、 breaks off inside a sentence.

    >>> breaks_off_after_a_comma(read_blocks("全家一起去爬山，")[0])
    'ends with ，'
    >>> breaks_off_after_a_comma(read_blocks("全家一起去爬山")[0])
    """
    return f"ends with {block.text[-1]}" if block.look.unfinished else None


def starts_inside_a_sentence(block: Block) -> str | None:
    """A block that starts with a mark or the end of a word goes on with the one before.

    >>> starts_inside_a_sentence(read_blocks("补。但据我了解，他没有那么多牛。")[0])
    'starts inside a sentence'
    >>> starts_inside_a_sentence(read_blocks("据我了解，他没有那么多牛。")[0])
    """
    return "starts inside a sentence" if FRAGMENT.match(block.folded) else None


def opens_with_a_dateline(block: Block) -> str | None:
    """A text after 本报讯 or 新华社某地电 is the first paragraph of a report (电头).

    >>> opens_with_a_dateline(read_blocks("本报讯 昨日上午，全市第一座电池医院开业。")[0])
    'opens with 本报讯'
    >>> opens_with_a_dateline(read_blocks("昨日上午，全市第一座电池医院开业。")[0])
    """
    facts = block.look
    if facts.lede is None or facts.dateline:
        return None
    return f"opens with {facts.lede}"


def quotes_speech(block: Block) -> str | None:
    """A sentence in quotation marks is somebody speaking.

    >>> quotes_speech(read_blocks("“老板，这烤肠多少钱一个？”")[0])
    'a quoted sentence'
    >>> quotes_speech(read_blocks("“退役”蓄电池将获梯次利用")[0])
    """
    return "a quoted sentence" if QUOTE.match(block.folded) else None


def names_a_speaker(block: Block) -> str | None:
    """记者：… and 答：… are turns of an interview.

    >>> names_a_speaker(read_blocks("记者：您如何评价今年的收成？")[0])
    'a turn of 记者'
    >>> names_a_speaker(read_blocks("记者 王某")[0])
    """
    speaker = turn_of(block)
    return f"a turn of {speaker}" if speaker else None


def turn_of(block: Block) -> str | None:
    """Who speaks here, if the block is a turn of an interview."""
    turn = SPEAKER.match(block.folded)
    facts = block.look
    if (
        turn is None
        or block.level
        or block.folded.startswith(TO_WHOM)
        or (not facts.closed and not ("，" in block.folded and facts.length > 20))
    ):
        return None
    return block.text[: turn.end() - 1]


TO_WHOM = ("敬启者", "径启者", "启者")  #: 敬启者： opens a notice or a letter


def greets_the_reader(block: Block) -> str | None:
    """编辑同志： opens a letter, and 各位代表，同志们！ a speech and its parts.

    >>> greets_the_reader(read_blocks("编辑同志：")[0])
    'greets'
    >>> greets_the_reader(read_blocks("各位代表，同志们、朋友们！")[0])
    'greets'
    >>> greets_the_reader(read_blocks("记者：")[0])
    """
    return "greets" if GREETING.match(block.folded) else None


def leads_over_to_a_list(block: Block) -> str | None:
    """主要目标是： and 名单如下： lead over to what they announce.

    >>> leads_over_to_a_list(read_blocks("主要预期目标是：")[0])
    'announces a list'
    >>> leads_over_to_a_list(read_blocks("领航定向：")[0])
    """
    announces = ANNOUNCES.search(block.folded) and not block.level
    return "announces a list" if announces else None


def is_a_list_item(block: Block) -> str | None:
    """A line after ▲, ① or 1. that has clauses is an item of a list.

    >>> is_a_list_item(read_blocks("①要全力做好搜救，尽快查明原因")[0])
    'a list item'
    >>> is_a_list_item(read_blocks("一、加强领导")[0])
    """
    folded = block.folded
    if not (block.listed or LIST_ITEM.match(folded)):
        return None
    return "a list item" if COMMA.search(folded) or block.look.closed else None


def has_clauses(block: Block) -> str | None:
    """Two commas or a semicolon in a line of more than twenty characters are running text.

    >>> has_clauses(read_blocks("清早起来，他挑起担子，沿着河边往镇上走去")[0])
    'several clauses'
    >>> has_clauses(read_blocks("互学互鉴，协同发力")[0])
    """
    folded = block.folded
    commas = folded.count("，") + 2 * folded.count("；")
    return "several clauses" if commas >= 2 and block.look.length > 18 else None


def is_as_short_as_a_title(block: Block) -> str | None:
    """Of lines up to 24 characters without a final mark 90 % are titles and credits.

    >>> is_as_short_as_a_title(read_blocks("重实去虚，阵地强干劲足")[0])
    '10 characters'
    >>> is_as_short_as_a_title(read_blocks("省长出席会议并讲话。")[0])
    """
    facts = block.look
    if not facts.titular or facts.closed or facts.length > SHORT_TITLE:
        return None
    return characters(facts.length - block.folded.count("，"))


def is_a_piece_of_a_sentence(block: Block) -> str | None:
    """An unmarked line of more than 24 characters with a comma is a paragraph that a column's end broke.

    >>> is_a_piece_of_a_sentence(read_blocks("中央党政军群有关部门主要负责同志，中央科技委员会委员，国家科")[0])
    'a clause and a half'
    >>> is_a_piece_of_a_sentence(read_blocks("互学互鉴，协同发力")[0])
    """
    facts = block.look
    if facts.length <= SHORT_TITLE or block.folded[-1:] == "—" or block.level or block.bold or facts.credit:
        return None
    if facts.photo or facts.signed:
        return None
    before = block.before
    if before is not None and before.level and before.look.titular and facts.length <= LONGEST_DECK:
        if not block.folded[0].isdecimal():  # texts open with a date
            return None  # a deck
    return "a clause and a half" if COMMA.search(block.folded) and not facts.closed else None


def is_a_clause_between_paragraphs(block: Block) -> str | None:
    """Where titles have marks, a line without one that has a comma and stands between two paragraphs is no title.

    Of some hundred such lines of fourteen characters and more none was; a crosshead may have a comma up to
    there, 互学互鉴，协同发力, and so may the two halves of a couplet.

    >>> page = read_blocks(
    ...     "## 知识竞赛开赛\\n\\n7月11日，知识竞赛在海口开赛。\\n\\n总决赛分为小学组和中学组，覆盖基础教育全\\n\\n"
    ...     "学段。赛事设置必答题和抢答题两个环节，考察选手的知识。\\n\\n## 老街通车"
    ... )
    >>> is_a_clause_between_paragraphs(page[2])
    'a clause between two paragraphs'
    >>> is_a_clause_between_paragraphs(page[0])
    """
    facts, before, after = block.look, block.before, block.after
    if not facts.titular or not SHORT_CLAUSE < facts.length <= SHORT_TITLE or facts.closed or facts.credit:
        return None
    if block.level or block.bold or "，" not in block.folded or LIST_ITEM.match(block.folded):
        return None
    clauses = block.folded.strip().split("，")
    if len(clauses[0]) == len(clauses[1]) or not clauses[-1][-1:].isalnum():
        return None  # a couplet, or 抓产业促增收，强村富民有新路; a quotation
    if before is None or after is None:
        return None
    if not before.look.prose or not before.look.closed or not after.look.prose or after.look.lede:
        return None
    return "a clause between two paragraphs" if marked_titles(block) >= FEWEST_MARKED else None


def fills_more_than_a_line(block: Block) -> str | None:
    """What filled a line of a column and goes on in the next, with a comma inside, is running text, even if it breaks off.

    >>> column = "　　村民过去不识字，没有进过城，如今\\n能用手机卖天麻，替邻居写信，一年写了\\n四十多封，没有人不夸她好，她自己说还\\n要学会记账。\\n"
    >>> broken = "　　她的女儿在省城读书，放假回来就教\\n她算账，教她怎么把"
    >>> fills_more_than_a_line(read_blocks(column + broken)[1])
    'fills more than a line'
    >>> fills_more_than_a_line(read_blocks("村民过去不识字，如今能用手机卖天麻")[0])
    """
    if block.level or block.bold or block.look.credit:
        return None
    return "fills more than a line" if "\n" in block.sheet.text[slice(*block.span)] else None


def ends_with_a_semicolon(block: Block) -> str | None:
    """Clauses of one long sentence, each a paragraph, end with ；.

    >>> ends_with_a_semicolon(read_blocks("田埂垄畔间，稻香传进农户耳里；")[0])
    'ends with ；'
    >>> ends_with_a_semicolon(read_blocks("田埂垄畔间，稻香传进农户耳里")[0])
    """
    return "ends with ；" if block.folded.rstrip().endswith("；") else None


#: a dash takes two characters; a column may end after the first
HALF_A_DASH = pattern(r"—(?!—)")


def is_finished_by_the_next_block(block: Block) -> str | None:
    """What goes on in the next block, inside a sentence, is running text.

    >>> page = read_blocks("中国动力谷始于梦想、基于创\\n\\n新、成于实干。她的气质由实干定义。")
    >>> is_finished_by_the_next_block(page[0])
    'the next block goes on inside the sentence'
    >>> is_finished_by_the_next_block(page[1])
    """
    after = block.after
    if after is None or block.level or block.bold or block.look.closed or block.look.credit:
        return None
    parted = block.folded.rstrip().endswith("—") and HALF_A_DASH.match(after.folded)
    if not after.look.prose or not (parted or FRAGMENT.match(after.folded)) or block.look.folio:
        return None
    before = block.before
    if block.look.titular and before is not None and before.look.prose and breaks_off(before):
        return None  # it goes on from there, over a title
    return "the next block goes on inside the sentence"


def is_a_remark_in_brackets(block: Block) -> str | None:
    """（本栏仅代表个人观点） under a text is a line of it.

    >>> is_a_remark_in_brackets(read_blocks("市场仍需耐心观察，投资者不必着急入场。\\n\\n（本栏仅代表个人观点，风险自担）")[1])
    'a remark in brackets'
    >>> is_a_remark_in_brackets(read_blocks("（某某日报记者 李某）")[0])
    """
    before = block.before
    facts, folded = block.look, block.folded
    if folded[:1] != "（" or folded[-1:] != "）" or facts.length < 8 or "（" in folded[1:]:
        return None
    if before is None or not (before.look.prose or before.look.row or "，" in folded):
        return None
    return None if facts.credit or facts.dateline or facts.jump else "a remark in brackets"
