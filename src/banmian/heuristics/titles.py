"""Titles (标题) above a story: what shows that a short line is one.

By its own shape a short line is a title in a third of the cases only; what stands around it decides. Which of a
title's lines is kicker, headline or deck is a question of its own: ``title_lines``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.jump import closes_with_jump, opens_with_jump
from banmian.heuristics.credits import credits_a_picture, house_and_name, starts_like_a_caption
from banmian.heuristics.kinship import CHANCE, STRANGE, shared_around, text_window
from banmian.heuristics.prose import turn_of
from banmian.heuristics.runs import FEW_LINES, short_lines_around
from banmian.heuristics.sizes import (
    is_not_the_biggest_line_of_its_title,
    marked_titles,
    size_of,
    stands_over_items,
)
from banmian.heuristics.subheads import (
    has_a_twin_stack,
    opens_no_report,
    parts_strange_texts,
    stands_inside_a_story,
)
from banmian.model import BylineRole
from banmian.patterns import pattern
from banmian.reading.looks import GREETING, breaks_off
from banmian.words import coverage, words_of

if TYPE_CHECKING:
    from banmian.model import Block

DASH = pattern(r"(?:——?|--)\s*\Z")

TWO_PHRASES = pattern(r"[^\s，：]{4,16} {1,2}[^\s，：]{4,16}(?: {1,2}[^\s]{3,16})?\Z")


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


def stands_above_a_continued_text(block: Block) -> str | None:
    """What stands above （上接第一版） is the title of the story that goes on here.

    >>> page = read_blocks("## 防汛部署会议昨召开\\n\\n（上接第一版）会议要求，各地要守住河堤，备足物资。")
    >>> stands_above_a_continued_text(page[0])
    'above （上接第一版）'
    >>> stands_above_a_continued_text(page[1])
    """
    after = block.after
    if after is None or not block.look.titular:
        return None
    moved = after.look.jumps or opens_with_jump(after.text, after.folded)
    return f"above {moved[0].text}" if moved and moved[0].direction == "from" else None


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


def stands_on_a_page_of_short_items(block: Block) -> str | None:
    """On a page without marks or bylines most lines part texts that have no word in common: titles of items.

    >>> page = read_blocks(
    ...     "轨道交通集团昨日公布，八号线南延段七座车站的站名敲定。\\n\\n今日热词\\n\\n反向抹零是指商家把零头抹成更大的整数。\\n\\n"
    ...     "公积金提取\\n\\n租房提取公积金不再需要单位盖章，带身份证到柜台即可办理。\\n\\n失物招领\\n\\n二号线终点站拾到黑色双肩包一个、乌龟一只，请失主领取。"
    ... )
    >>> stands_on_a_page_of_short_items(page[1])
    '3 of 3 lines between texts change the subject'
    >>> stands_on_a_page_of_short_items(page[0])
    """
    sheet = block.sheet
    if sheet.marked is None:
        sheet.marked = sum(1 for one in sheet.blocks if one.level)
    if sheet.marked or block.bold or not changes_the_subject(block) or opens_no_report(block):
        return None
    if sheet.items is None:
        between = [one for one in sheet.blocks if one.look.titular and stands_inside_a_story(one)]
        sheet.items = sum(1 for one in between if changes_the_subject(one)), len(between)
    strange, lines = sheet.items
    if strange < FEWEST_ITEMS or strange * 3 < lines * 2:
        alone = short_lines_around(block)[0] == 1
        if not alone or not parts_strange_texts(block):
            return None
    return f"{strange} of {lines} lines between texts change the subject"


FEWEST_ITEMS = 3  #: lines


def has_two_phrases(block: Block) -> str | None:
    """Two or three phrases with a space between are a headline.

    >>> has_two_phrases(read_blocks("中国动力谷 疾速而行")[0])
    'phrases with a space between'
    >>> has_two_phrases(read_blocks("中国动力谷疾速而行")[0])
    """
    if not block.look.titular or block.look.credit:
        return None
    return "phrases with a space between" if TWO_PHRASES.match(block.folded) else None


def says_what_the_body_says(block: Block) -> str | None:
    """A headline shares its words with the text below it.

    >>> page = read_blocks("蓄电池将获梯次利用\\n\\n废旧蓄电池的梯次利用项目昨日签约。")
    >>> says_what_the_body_says(page[0])
    'half of its words stand in the text below'
    >>> says_what_the_body_says(page[1])
    """
    if not block.look.titular:
        return None
    below = text_window(block, +1)
    words = words_of(block.sheet)
    head = words.pairs[block.index]
    if not below or len(head) < 3:
        return None
    shared = len(words.shared(below, [block]))
    return "half of its words stand in the text below" if shared * 2 >= len(head) else None


def speaks_of_the_text_below_only(block: Block) -> str | None:
    """In a text without marks a headline shares its words with the text below and none with the text above.

    >>> page = read_blocks(
    ...     "承包商说，混凝土必须在当晚浇灌完毕，他们会安装隔音屏障。\\n\\n环线下月起延迟收车\\n\\n"
    ...     "管理局宣布，由下月五日起，环线末班车将延迟四十分钟收车。"
    ... )
    >>> speaks_of_the_text_below_only(page[1])
    'no word of it stands in the text above'
    >>> speaks_of_the_text_below_only(page[0])
    """
    if (
        marked_titles(block)
        or block.bold
        or short_lines_around(block)[0] != 1
        or not says_what_the_body_says(block)
    ):
        return None
    above = text_window(block, -1)
    if not above or words_of(block.sheet).shared(above, [block]):
        return None
    return "no word of it stands in the text above"


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
        or facts.photo
        or size_of(block)
        or block.folded[0] == "（"
        or " " in block.folded.strip()
        or DASH.search(block.folded)
    ):
        return None
    if has_a_twin_stack(block) or not short_lines_around(block)[0]:
        return None
    if after is None or not size_of(after) or facts.length > 20:
        return None
    words = words_of(block.sheet)
    own = words.pairs[block.index]
    around = [after, *text_window(block, +1), *text_window(block, -1)]
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
    run, left, text_follows = short_lines_around(block)
    if not run:
        return None  # it points to a page
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
    if facts.signed or facts.photo:
        return None
    if closes_with_jump(block.text, block.folded):
        return None  # a text that goes on on another page
    above = before.before
    if above is not None and above.look.prose and breaks_off(above):
        return None  # the other half of the paragraph above the title
    if after.look.lede or after.look.credit or (after.look.titular and _report_follows(after)):
        return "a long line without a full stop, between title and report"
    return None


def _report_follows(block: Block) -> bool:
    after = block.after
    return after is not None and bool(after.look.lede or after.look.credit)


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


def stands_above_a_greeting(block: Block) -> str | None:
    """What stands above 编辑同志： or 各位代表： is the title of a letter or a speech.

    >>> page = read_blocks("秤为什么总是差一点\\n\\n编辑同志：\\n\\n我在供销社买了三斤盐，回家一称少了三两。")
    >>> stands_above_a_greeting(page[0])
    'above 编辑同志：'
    >>> stands_above_a_greeting(page[1])
    """
    after = block.after
    if after is None:
        return None
    greets = (after.folded.endswith("：") and GREETING.match(after.folded)) or TO_THE_EDITORS.match(
        after.folded
    )
    return f"above {after.text[:20]}" if greets or ASKED.match(after.folded) else None


#: 编辑同志：我家去年买的… , the letter on the same line
TO_THE_EDITORS = pattern(r"(?:编辑部?|编者|主编|记者)(?:同志|先生|女士|朋友|老师|大姐|您好)们?：|编辑部?：")

#: 某县某乡读者 耿某 问：
ASKED = pattern(
    r"[^，。：]{0,16}(?:读者|网友|听众|观众|农民|村民|市民)[^，。：]{0,10}问：|(?:读者|网友|听众|观众) ?[\u4e00-\u9fff]{1,3}(?:先生|女士)?："
)


def stands_behind_an_answer(block: Block) -> str | None:
    """Behind 某医师答：…, and above a text that nobody asks, another item begins.

    >>> page = read_blocks(
    ...     "## 醋泡脚能通血管吗\\n\\n读者问：泡脚真能软化血管吗？\\n\\n汤医师答：醋不能通过皮肤进入血管，谈不上软化。\\n\\n## 体检前别做错\\n\\n"
    ...     "前一天晚上八点以后不要吃东西，喝水没关系。"
    ... )
    >>> stands_behind_an_answer(page[3])
    'behind an answer'
    >>> stands_behind_an_answer(page[0])
    """
    before, after = block.before, block.after
    if before is None or after is None or not block.look.titular or not before.look.closed:
        return None
    if not after.look.prose or not ANSWER.match(before.folded):
        return None
    if ANSWER.match(after.folded) or turn_of(after):
        return None
    return "behind an answer"


#: 答：, 南山医院 副主任医师 汤一鸣答：; 汤一鸣： is a turn of an interview, which goes on
ANSWER = pattern(r"[^，。：？]{0,24}答：")


def stands_under_its_own_text(block: Block) -> str | None:
    """Under a report without a title, before the next title or the end of the page, its own may have been printed.

    >>> page = read_blocks(
    ...     "雨下了一夜。（完）\\n\\n本报讯 全省青年岗位能手大赛日前在省城结束，十八名选手获奖。\\n\\n全省青年岗位能手大赛落幕\\n\\n本版责编 叶青"
    ... )
    >>> stands_under_its_own_text(page[2])
    '82% of its pairs stand in the report above, which has no title'
    >>> stands_under_its_own_text(page[1])
    """
    above, after = block.before, block.after
    if not block.look.titular or block.look.credit or above is None or not above.look.closed:
        return None
    if after is not None and not (after.look.titular or after.look.folio or after.look.lede):
        return None
    report: list[Block] = []
    while above is not None and above.look.prose and len(report) < MOST_OF_A_BRIEF:
        report.append(above)
        if above.look.lede:
            break
        above = above.before
    if not report or not report[-1].look.lede:
        return None
    title = report[-1].before
    words = words_of(block.sheet)
    if title is not None and title.look.titular and words.pairs[title.index] & words.of(report):
        return None
    share = coverage(words.pairs[block.index], words.of(report))
    if share < OWN_TITLE:
        return None
    return f"{share:.0%} of its pairs stand in the report above, which has no title"


MOST_OF_A_BRIEF = 4  #: paragraphs
OWN_TITLE = 0.5  #: of the pairs of a title, in the text of its own report


def names_its_author(block: Block) -> str | None:
    """茶馆里的算命先生　（瘦鸥） is the title of an essay with its author, …　（一二六）　顾某 of a serial.

    >>> names_its_author(read_blocks("茶館裏的算命先生　（瘦鷗）")[0])
    'names its author 瘦鷗'
    >>> names_its_author(read_blocks("茶館裏的算命先生")[0])
    """
    at = author_in_a_title(block.folded) if block.look.titular else None
    return f"names its author {block.text[at[0] : at[1]]}" if at else None


def names_a_serial(block: Block) -> str | None:
    """…　长篇社会小说 is the title of a serial, with its kind.

    >>> names_a_serial(read_blocks("春江风月　长篇社会小说")[0])
    'a serial'
    >>> names_a_serial(read_blocks("他写了三部长篇小说")[0])
    """
    return "a serial" if block.look.titular and A_SERIAL.match(block.folded) else None


A_SERIAL = pattern(
    r"[^ 。，]{2,12}[ 　（【·]{1,4}(?:长篇|中篇|短篇|社会|言情|武侠|侦探|章回|历史|连载|科学|哀情|滑稽){1,3}(?:小说|连载)[）】]?\Z"
)


def heads_a_text_of_another(block: Block) -> str | None:
    """The text above has its author above it, that below has another at its end: two texts, and two titles.

    >>> page = read_blocks(
    ...     "## 腰封的歪风\\n\\n■ 陈小怡\\n\\n腰封从不是读者买书的理由，好书才是。\\n\\n### 医师速成\\n\\n学医没有捷径，真才实学才能担当。\\n\\n"
    ...     "（文/韩小慧）"
    ... )
    >>> heads_a_text_of_another(page[3])
    'signed by 韩小慧, below a text by 陈小怡'
    >>> heads_a_text_of_another(page[0])
    """
    if not block.look.titular:
        return None
    below = _writers(block, 1)
    above = _writers(block, -1) if below else below
    if not above or not below.isdisjoint(above):
        return None
    return f"signed by {'、'.join(sorted(below))}, below a text by {'、'.join(sorted(above))}"


def _writers(block: Block, step: int) -> set[str]:
    """Who signs the text below a line at its end, or the text above it at its beginning, under a title."""
    blocks = block.sheet.blocks
    at, prose = block.index + step, 0
    while 0 <= at < len(blocks) and abs(at - block.index) < FARTHEST_AUTHOR:
        facts = blocks[at].look
        if step > 0 and prose and (name := _name_in_brackets(blocks[at].folded)):
            return {name}
        if facts.credit and prose:
            before = blocks[at - 1].look if at else None
            if before is None or (before.titular if step < 0 else before.prose):
                return {name for one in facts.credit if one.role in WRITING for name in one.names}
            return set()
        if facts.titular and step > 0:
            return set()
        prose += facts.prose
        at += step
    return set()


def _name_in_brackets(folded: str) -> str | None:
    """钱国梁 in （市房地产学会副会长 钱国梁）."""
    if folded[:1] != "（" or folded[-1:] != "）":
        return None
    at = house_and_name(folded[1:-1])
    return folded[1:-1][slice(*at)] if at else None


WRITING = frozenset({BylineRole.AUTHOR, BylineRole.REPORTER, BylineRole.CORRESPONDENT})

FARTHEST_AUTHOR = 24  #: blocks


def is_the_title_of_a_document(block: Block) -> str | None:
    """What an office decided or whom it named is printed under a title of its own, and with nothing above it.

    >>> is_the_title_of_a_document(read_blocks("某市人民代表大会常务委员会任免名单")[0])
    'names a document: 名单'
    >>> is_the_title_of_a_document(read_blocks("获奖名单")[0])
    """
    found = DOCUMENT.fullmatch(block.folded) if block.look.titular else None
    return f"names a document: {found['kind']}" if found else None


#: 关于…的决定, and what ends with its kind and names the office; 获奖名单 inside a report is neither
DOCUMENT = pattern(
    r"(?:(?:关于|關於).{4,}的|.{2,}(?:委员会|委員會|代表大会|代表大會|国务院|國務院|人民政府|法院|检察院|檢察院).{0,16}?)"
    r"(?P<kind>决定|決定|决议|決議|公报|公報|公告|通知|规定|規定|名单|名單|令)"
)


def author_in_a_title(folded: str) -> tuple[int, int] | None:
    """Where a title says who wrote the text."""
    found = TITLE_AND_AUTHOR.match(folded)
    if found is None:
        return None
    name = "essay" if found["essay"] else "serial"
    return found.span(name)


TITLE_AND_AUTHOR = pattern(
    r"[^ （）]{2,20} {1,3}(?:（(?P<essay>(?![一二三四五六七八九十百〇]{2,3}）)[\u4e00-\u9fff]{2,3})）|（[一二三四五六七八九十百〇○\d]{1,4}） {1,3}(?P<serial>[\u4e00-\u9fff]{2,4}))\Z"
)


def stands_above_photo_news(block: Block) -> str | None:
    """A line, one paragraph and the photographer are an item of their own (图片新闻).

    >>> page = read_blocks("千人夜跑看江潮\\n\\n5月11日晚，1200名跑友从滨江码头出发，沿江堤夜跑。（王石磊 摄）")
    >>> stands_above_photo_news(page[0])
    'the text below ends with 王石磊 摄'
    >>> stands_above_photo_news(page[1])
    """
    after = block.after
    if not block.look.titular or after is None or not after.look.prose or starts_like_a_caption(after):
        return None
    if after.look.photo:
        return f"the text below ends with {after.look.photo[0]}"
    credit = after.after
    if credit is None or not credits_a_picture(credit):
        return None
    below = credit.after
    whole = below is None or below.kind == "image" or (below.look.titular and bool(size_of(below)))
    return f"{credit.text.strip()} stands under the text below" if whole else None
