"""What every reading wants to know of a block, found out once.

A look holds facts of a block alone: its length, how it ends, which strings of the grammar it is.
Readings ask ``block.look`` and the looks of its neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve

from banmian.grammar import dateline, folio, jump
from banmian.grammar.credit_lines import read_credit_line
from banmian.grammar.names import is_plainly_a_name
from banmian.grammar.picture_credits import read_photo_credit
from banmian.model import Block, BylineRole, Dateline, Folio, Jump, UnreadBlock, become
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.grammar.dateline_parts import Opening
    from banmian.model import Byline, Sheet

#: characters, spaces left out; 95 % of 767 mainland main titles have no more than 33, the longest 51
LONGEST_TITLE = 44
#: 0.25 % of paragraphs above this length end without a final mark
LONG = 60
#: no sentence starts so: the line before goes on here (domain 7.1)
FRAGMENT = pattern(
    r"[，。、；：！？”’）》]|[了着的地得们者性化][，。、；]|(?![一二三四五六七八九十]、)[\u4e00-\u9fff][。，、；]"
)
#: a sentence ends here, in a quotation or a bracket perhaps: no title (0 of 2,011 headlines contain 。)
SENTENCE_ENDS = frozenset("。！？!?…")
CLOSERS = "”’）】》"
#: …某某印象记… is set between ornaments
ORNAMENT = pattern(r"…[^。！？]{1,30}…\Z")
UNFINISHED = frozenset("，、,（《“‘【")
#: a turn of an interview, however short, and in bold as often as not
TURN = pattern(r"(?:[\u4e00-\u9fff]{0,2}记者|问|答|[QqAa]|主持人)：(?=.{4})")
#: 问　舍弟年十七、夜间盗汗、 as papers before the war set it
ASKS_OR_ANSWERS = pattern(r"[问答] {1,2}(?=[^ ]{12})")
#: 编辑同志： opens a letter, 各位代表： a speech
GREETING = pattern(
    r"编辑部?：\Z|各位[\u4e00-\u9fff、，]{2,16}[：！]\Z|(?:[\u4e00-\u9fff]{0,4}(?:同志|朋友|女士|先生|同学|代表|委员|乡亲|战友)们[、，]?){1,4}！\Z|[\u4e00-\u9fff]{1,8}(?:同志|先生|女士|朋友|老师|编辑部|小姐|阁下|读者|网友|同学|市民)们?：\Z"
)
#: 主要目标是： leads over to what it announces
ANNOUNCES = pattern(r"(?:是|为|如下|包括|分别有|任命|免去|决定|摘译如下|要求)：\Z")
WORDS = pattern(r"[\u3400-\u9fff〇A-Za-z]")
FIGURES = pattern(r"\d")
LEAST = 24  #: shorter lines without a final mark are verse, lists and labels
#: a paragraph ends so, also before a list or a quotation, and in any of these closers
FINAL = frozenset("。！？!?…；;：:")
FINAL_CLOSERS = "”’）》】])"
FINAL_BY_THEMSELVES = frozenset("”’）】—")


@define(eq=False)  # nobody changes one; to freeze it would take longer than to make it
class Look:
    """Facts of one block."""

    length: int  #: printed characters, white space left out
    titular: bool  #: short, and no sentence
    prose: bool  #: running text: sentences with their marks
    closed: bool  #: ends like a sentence
    unfinished: bool  #: ends with , or an opening bracket
    credit: tuple[Byline, ...] | None  #: the whole line says who wrote or photographed
    photo: tuple[str, tuple[Byline, ...]] | None  #: ends with a picture's credit
    lede: str | None  #: opens a report: 本报讯, 〔記者某某／台北報導〕
    signed: bool  #: running text that ends with its author in brackets
    opening: Dateline | None
    closing: Dateline | None
    dateline: bool  #: nothing but a dateline
    jumps: tuple[Jump, ...]  #: nothing but jumps: 上接A1版 下转A3版
    folio: Folio | None  #: furniture of the page
    row: bool = False  #: of a table, marked or flattened
    light: bool = False  #: on a page that closes its stories with 、
    head: Opening | None = None  #: the opening with where it ends, and its credits

    @property
    def jump(self) -> Jump | None:
        """The first of its jumps."""
        return self.jumps[0] if self.jumps else None


SHORT_ENOUGH_FOR_A_CREDIT = 100
SHORT_ENOUGH_FOR_A_FOLIO = 160


def take_looks(sheet: Sheet) -> Sequence[Look]:
    """The facts of every block of a sheet, found out once, and set on its blocks."""
    if sheet.looks is None:
        sheet.looks = look_at(sheet.blocks)
    write = object.__setattr__
    for block, look in zip(sheet.blocks, sheet.looks, strict=True):
        write(block, "look", look)
        if type(block) is UnreadBlock:
            block.folded  # noqa: B018 (found out as well)
            become(block, Block)
    return sheet.looks


def look_at(blocks: Sequence[Block]) -> list[Look]:
    """The facts of every block of a page, each by itself and then beside its neighbour."""
    known: dict[tuple[str, bool, str], Look] = {}  # a reading machine that loops repeats the dearest lines
    looks = []
    for block in blocks:
        print_and_marks = block.text, bool(block.level or block.bold), block.kind
        look = known.get(print_and_marks)
        if look is None:
            look = known[print_and_marks] = _look(block)
        looks.append(look)
    unpointed = is_unpointed(blocks, looks)
    if unpointed or closes_with_a_light_comma(blocks, looks):
        _see_an_old_paper(blocks, looks, unpointed=unpointed)
    for i in _rows_beside_rows(blocks, looks):
        looks[i] = evolve(looks[i], titular=False, row=True)
    for i in range(len(looks) - 1):
        this = looks[i]
        if not this.titular or blocks[i].level or blocks[i].bold or this.closed or not looks[i + 1].prose:
            continue
        broken = i > 0 and looks[i - 1].prose and not looks[i - 1].closed
        if FRAGMENT.match(blocks[i + 1].folded) and not broken:
            # the next block goes on inside the sentence: this is its first half, however short
            looks[i] = evolve(this, titular=False, prose=this.length > 14)
    return looks


def _see_an_old_paper(blocks: Sequence[Block], looks: Sequence[Look], *, unpointed: bool) -> None:
    """Corrects the facts of blocks on a page that closes its stories with 、, or sets its texts without any mark.

    Nobody else has these looks yet, so they can be changed where they are.
    """
    for block, look in zip(blocks, looks, strict=True):
        if look.light:  # equal lines have one look
            continue
        if unpointed and look.titular and look.length > LONGEST_BARE_TITLE and not look.closed:
            look.titular, look.prose = False, True
        if look.unfinished and look.length > SHORT_ITEM and block.folded[-1] in "、，":
            look.prose = True
        if look.prose:
            look.unfinished = False
            if block.folded.endswith(("、", "，")) or (unpointed and not MARKS.search(block.folded)):
                look.closed = True
        look.light = True


def closes_with_a_light_comma(blocks: Sequence[Block], looks: Sequence[Look]) -> bool:
    """Papers before the war set 、 where a full stop stands today, at the end of a story too."""
    light = prose = 0
    for block, facts in zip(blocks, looks, strict=True):
        if facts.prose:
            prose += 1
            light += block.folded[-1] == "、"
    return light * 3 > prose


def is_unpointed(blocks: Sequence[Block], looks: Sequence[Look]) -> bool:
    """Papers before the war set many reports without any mark: the end of a line says nothing there."""
    long = bare = 0
    for block, facts in zip(blocks, looks, strict=True):
        if facts.length > LONGEST_TITLE and block.kind == "text":
            long += 1
            bare += MARKS.search(block.folded) is None
    return bare >= FEWEST_BARE and bare * 2 > long


FEWEST_BARE = 2
SHORT_ITEM = 14  #: characters; longer lines that close with 、 are texts
#: where texts have no marks, longer lines are texts
LONGEST_BARE_TITLE = 24
MARKS = pattern(r"[，。、；？！]")


def _look(block: Block) -> Look:
    text, folded = block.text, block.folded
    if block.kind != "text" or not folded:
        return Look(
            0, False, False, False, False, None, None, None, False, None, None, False, (), None,
            row=block.kind == "table",
        )  # fmt: skip
    first, last = folded[0], folded[-1]
    cells = folded.split()
    length = len(cells[0]) if len(cells) == 1 else sum(map(len, cells))
    closed = _ends_a_sentence(folded) and not ORNAMENT.match(folded)
    head = dateline.read_head(text, folded)
    opening = head.dateline if head else None
    closing = dateline.closes_with_dateline(text, folded) if last in "）】" else None
    photo = read_photo_credit(text, folded)
    lede = opening.text if opening else _credited_lede(text, folded) if first in "【（记编特" else None
    signed = photo is None and closing is None and last not in SENTENCE_ENDS and _is_signed(text, folded)
    if length > SHORT_ENOUGH_FOR_A_FOLIO:
        return Look(
            length, False, True, closed, False, None, photo, lede, signed, opening, closing, False, (), None,
            head=head,
        )  # fmt: skip
    moved = jump.read_jump_line(text, folded) if length <= 30 else ()
    credit = None if moved or length > SHORT_ENOUGH_FOR_A_CREDIT else _credit(text, folded, head)
    if credit and photo and any(one.role is not BylineRole.PHOTOGRAPHER for one in credit):
        photo = None  # 文/某某 图/某某 signs the text as well
    wholly = dateline.is_dateline_line(text, folded, head) if opening or closing else False
    furniture = folio.read_folio_line(text, folded)
    sentences = "。" in folded
    unfinished = last in UNFINISHED
    row = furniture is None and len(cells) >= FEWEST_CELLS and _is_a_row_of_figures(cells)
    turn = closed and TURN.match(folded) is not None
    if first in "问答" and ASKS_OR_ANSWERS.match(folded):
        turn = True
    if last == "：" and not block.level:
        turn = (
            GREETING.match(folded) is not None
            or ANNOUNCES.search(folded, max(0, len(folded) - 8)) is not None
        )
    elif last == "！" and GREETING.match(folded):
        turn = True
    opens = (
        length > 14
        and not (block.level or block.bold)
        and (first.isdecimal() or first in "近日昨今据據目")
        and OPENS_A_TEXT.match(folded) is not None
    )
    titular = (
        1 <= length <= LONGEST_TITLE
        and not opens
        and not sentences
        and not unfinished
        and last != "；"
        and not row
        and not (closed and length > 26)
        and not turn
        and not (length > 30 and "，" in folded and not (block.level or block.bold))
        and WORDS.search(folded) is not None
        and not (lede or wholly or credit or moved or furniture)
    )
    prose = (
        turn
        or opens
        or length > LONG
        or (length > 14 and (sentences or closed or (length > 34 and "，" in folded)))
    )
    return Look(
        length,
        titular,
        prose,
        closed,
        unfinished,
        credit,
        photo,
        None if credit else lede,
        signed and prose,
        opening,
        closing,
        wholly,
        moved,
        furniture,
        row=row,
        head=head,
    )


#: 7月1日，某某… is how a text begins, however short its first line; no title does
OPENS_A_TEXT = pattern(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号號][早晚上中下]?[午晨间間]?，|(?:近日|日前|昨[日天]|今[日天]|据悉|據悉|近年来|近年來|目前)，"
)
NUMERALS = "[一二三四五六七八九十百千万亿〇零半廿卅]"
MONEY = "(?:先令|便士|法郎|马克|[元角分厘圆镑钱文枚]|[斤两担石])"
AMOUNT = f"{NUMERALS}{{1,8}}{MONEY}"
FIGURE = pattern(
    r"(?!.*\d{7})[+-]?\d[\d.,：:/—-]*%?\Z|[—-]+\Z"
    rf"|{NUMERALS}{{2,}}{MONEY}?\Z|(?:{NUMERALS}{{1,8}}{MONEY}){{1,4}}{NUMERALS}{{0,5}}\Z"
    r"|[一二三四五六七八九十]{1,3}时半?\Z"
    rf"|{AMOUNT}合[\u4e00-\u9fff]{{0,3}}{AMOUNT}\Z"
    rf"|[\u4e00-\u9fff]{{0,6}}?(?:{AMOUNT}){{2,4}}\Z"
    rf"|[\u4e00-\u9fff]{{0,6}}每[公市]?[\u4e00-\u9fff](?:{NUMERALS}{{1,8}}{MONEY}){{1,4}}{NUMERALS}{{0,5}}\Z"
    r"|[一二三四五六七八九〇零○]{1,3}(?:[、，.·点][一二三四五六七八九〇零○]{1,3})+[元角分斤两]?\Z"
)
#: 216个 座位数, 5:50 最晚离开时间
FIGURE_FIRST = pattern(
    r"(?:[约近超逾])?\d[\d,.，：:]*(?:[%％‰]|[万亿多余]{0,2}(?:[\u4e00-\u9fff]{1,3}(?:/[\u4e00-\u9fff]{1,2})?)?)[ ]{1,4}[\u4e00-\u9fff]"
)
FEWEST_ROWS = 3  #: of two cells each, to be a table
#: 单位：万元/吨 above a table
UNITS = pattern(r"单位：")
#: 1.陶阿木（云南）2：16：21
NUMBERED = pattern(r"[（]?(\d{1,2})[）、.．](?!\d)")


def _rows_beside_rows(blocks: Sequence[Block], looks: Sequence[Look]) -> set[int]:
    """Lines in cells that end with a figure, or with numbers, three of them together, and the head above."""
    cells = [
        len(block.folded.split()) if facts.row or (facts.titular and " " in block.folded) else 0
        for block, facts in zip(blocks, looks, strict=True)
    ]
    numbers = [_number_of(block) if facts.titular else 0 for block, facts in zip(blocks, looks, strict=True)]
    shares, results = _answers_with_shares(blocks), _results(blocks, looks)
    if not shares and not results and not any(cells) and not any(numbers):
        return set()
    rows = [
        facts.row or (count >= 2 and not block.level and FIGURE.match(block.folded.split()[-1]) is not None)
        for count, block, facts in zip(cells, blocks, looks, strict=True)
    ]
    figured = [
        count >= 2 and not block.level and FIGURE_FIRST.match(block.folded) is not None
        for count, block in zip(cells, blocks, strict=True)
    ]
    for i in range(1, len(figured) - 1):
        if figured[i - 1] and figured[i] and figured[i + 1]:
            rows[i - 1] = rows[i] = rows[i + 1] = True
    for i in range(1, len(cells) - 1):  # T7785次 芜江—合浦 06:42开
        if cells[i - 1] == cells[i] == cells[i + 1] >= FEWEST_ROWS and all(
            [FIGURES.search(one.folded) and not one.level for one in blocks[i - 1 : i + 2]]
        ):
            rows[i - 1] = rows[i] = rows[i + 1] = True
    for i in range(len(numbers) - 1):
        if 0 < numbers[i] == numbers[i + 1] - 1:
            rows[i] = rows[i + 1] = True
    found = shares | results
    start = 0
    for i in range(len(rows) + 1):
        if i < len(rows) and rows[i]:
            continue
        if i - start >= FEWEST_ROWS:
            found.update(k for k in range(start, i) if not looks[k].row)
            head = start - 1
            if head >= 0 and not blocks[head].level and looks[head].titular:
                if cells[head] == cells[start] >= FEWEST_ROWS or UNITS.search(blocks[head].folded):
                    found.add(head)
                    if cells[head - 1] >= FEWEST_ROWS and FIGURES.search(blocks[head - 1].folded):
                        found.add(head - 1)  # 第一场 四班 1200米
        start = i + 1
    timed = [
        count >= 2 and TIME_FIRST.match(block.folded) for count, block in zip(cells, blocks, strict=True)
    ]
    found.update(at for i in range(len(timed) - 1) if timed[i] and timed[i + 1] for at in (i, i + 1))
    if found:
        found.update(_between_rows(cells, looks, found))
    return found


def _answers_with_shares(blocks: Sequence[Block]) -> set[int]:
    """会降：46% and its like, three of them together."""
    shares = [
        block.index
        for block in blocks
        if block.folded[-1:] == "%" and SHARE.fullmatch(block.folded) is not None
    ]
    together = [at for at in shares if {at - 1, at + 1} <= set(shares)] if len(shares) >= FEWEST_ROWS else []
    return {near for at in together for near in (at - 1, at, at + 1)}


def _between_rows(cells: Sequence[int], looks: Sequence[Look], found: set[int]) -> set[int]:
    """第二场 五班 1650米 泥地, one line or two in cells between two rows: of the same table."""
    row = [at in found or facts.row for at, facts in enumerate(looks)]
    filled: set[int] = set()
    for i in range(1, len(row) - 1):
        if row[i] or not row[i - 1]:
            continue
        gap = next((at for at in range(i, min(i + MOST_BETWEEN_ROWS + 1, len(row))) if row[at]), i)
        if gap > i and all(cells[at] >= FEWEST_ROWS for at in range(i, gap)):
            filled.update(range(i, gap))
    return filled


def _results(blocks: Sequence[Block], looks: Sequence[Look]) -> set[int]:
    """北疆3：2海滨 and its like, two of them together."""
    played = {
        block.index
        for block, facts in zip(blocks, looks, strict=True)
        if facts.titular and not block.level and not block.bold and RESULT.fullmatch(block.folded) is not None
    }
    return {at for at in played if at - 1 in played or at + 1 in played}


MOST_BETWEEN_ROWS = 3
#: 北疆 3：2 海滨, 津门队1∶1岭南队（半场0∶1）
RESULT = pattern(
    r"[\u4e00-\u9fff]{2,8} {0,3}\d{1,3} ?[：:∶比-] ?\d{1,3} {0,3}[\u4e00-\u9fff]{2,8}(?: ?（[^（）。]{1,24}）)?"
)
#: 会降，至少降两成：46%
SHARE = pattern(r"[^：。]{1,16}：\d[\d.]{0,5}%\Z")
#: 19：40 电视连续剧: a programme
TIME_FIRST = pattern(r"\d{1,2}[：.]\d{2} ")


def _number_of(block: Block) -> int:
    number = None if block.level else NUMBERED.match(block.folded)
    return int(number[1]) if number else 0


FEWEST_CELLS = 3


def _is_a_row_of_figures(cells: Sequence[str]) -> bool:
    """青禾成长 1.4832 2.1032 0.51: three cells and more, half of them figures."""
    figures = sum(1 for cell in cells if FIGURE.match(cell))
    return figures >= 2 and figures * 2 >= len(cells)


def _ends_a_sentence(folded: str) -> bool:
    return folded.rstrip(CLOSERS)[-1:] in SENTENCE_ENDS


#: Taiwan papers name the reporter where others set the dateline
CREDITED_LEDE = pattern(
    r"[【（][^【】（）。]{2,40}(?:报导|报道|特稿|专访|连线)[】）]"
    r"|(?:记者|编译|特派员)[^，。【】（）]{2,24}/ ?[^，。【】（）/]{2,8}(?:报导|报道)(?=.{6})"
)


#: the Central News Agency closes with its editor and the date: （編輯：某某）1151006
STAMP = pattern(r"[）】]\d{6,8}\Z")


def _credit(text: str, folded: str, head: Opening | None) -> tuple[Byline, ...] | None:
    stamp = STAMP.search(folded) if folded[-1].isdecimal() else None
    if stamp:
        return read_credit_line(text[: stamp.start() + 1], folded[: stamp.start() + 1])
    return read_credit_line(text, folded, head)


def _credited_lede(text: str, folded: str) -> str | None:
    lede = CREDITED_LEDE.match(folded)
    return text[: lede.end()] if lede else None


def _is_signed(text: str, folded: str) -> bool:
    """（某某）, or ◆本报记者 某某, after the last full stop."""
    start = max(0, len(folded) - SHORT_ENOUGH_FOR_A_SIGNATURE)
    at = folded.rfind("（", start) if folded[-1] == "）" else folded.rfind("。", start) + 1
    if at < 1 or not _ends_a_sentence(folded[:at].rstrip()):
        return False
    while at < len(folded) and folded[at] in " ”’":
        at += 1
    return at < len(folded) and bool(read_credit_line(text[at:], folded[at:]))


SHORT_ENOUGH_FOR_A_SIGNATURE = 40


def _is_an_opening(block: Block) -> bool:
    """7月1日，某某在 is the first line of a text; in a list of dates the next line opens with one as well."""
    opens = block.look.prose and OPENS_A_TEXT.match(block.folded) is not None
    return opens and (block.after is None or not OPENS_A_TEXT.match(block.after.folded))


NUMBER_AT_THE_END = pattern(r"(?:电话|热线|手机|联系)[^。]{0,16}[\d*]{5}\Z")
#: 方志达 市第一医院呼吸内科主任医师，从事…二十余年: beside somebody's portrait, and it needs no full stop
INTRODUCES = pattern(
    r"(?P<name>[\u4e00-\u9fff]{2,4})[ ，：/|]{1,3}[^。]{0,30}(?:医师|教授|研究员|博士|院长|主任|教练|律师|会长|馆长|作家|画家|工程师|传承人)(?:[，、；]|\Z)"
)


#: “……”——某某在研讨会上: a saying and whose it is, which needs no full stop
SAYING = pattern(r"“.+[。！？…]”\s*——[^。，！？]{2,30}")


def breaks_off(block: Block) -> str | None:
    """A long paragraph without a final mark goes on elsewhere.

    >>> breaks_off(read_blocks("据悉，湖南中大新能源科技有限公司是一家专业从事新能源技术开发的有限公")[0])
    'ends with 公 after 34 characters'
    >>> breaks_off(read_blocks("据悉，湖南中大新能源科技有限公司是一家专业从事新能源技术开发的企业。")[0])
    """
    facts = block.look
    if facts.light or facts.closed:
        return None  # papers before the war leave the last mark out as often as not
    if facts.photo or facts.signed or facts.closing or block.kind == "table":
        return None
    opening = bool(facts.lede) or _is_an_opening(block)
    if facts.length <= LEAST and not opening and "\n" not in block.sheet.text[slice(*block.span)]:
        return None
    text = block.folded.rstrip()
    if NUMBER_AT_THE_END.search(text):
        return None  # a telephone number closes a notice
    if (person := INTRODUCES.match(text)) and is_plainly_a_name(person["name"]):
        return None
    if SAYING.fullmatch(text):
        return None
    if text[-1:] in FINAL_BY_THEMSELVES or text.rstrip(FINAL_CLOSERS)[-1:] in FINAL:
        return None
    if len(FIGURES.findall(text)) * 5 > facts.length and not opening and "，" not in text:
        return None  # a row of a table
    return f"ends with {block.text.rstrip()[-1]} after {facts.length} characters"
