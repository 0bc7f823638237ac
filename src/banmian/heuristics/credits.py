"""What credits, datelines, jumps and captions look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.byline import is_an_office_alone
from banmian.grammar.fields import are_plain_names
from banmian.grammar.names import is_plainly_a_name
from banmian.grammar.vocabulary import words_like_names
from banmian.heuristics.pointers import is_an_arrow_below_a_title
from banmian.heuristics.runs import short_lines_around
from banmian.heuristics.sizes import NAMELIKE, size_of
from banmian.heuristics.subheads import is_from_before_1949
from banmian.heuristics.verse import verse_around
from banmian.patterns import pattern
from banmian.reading.looks import GREETING

if TYPE_CHECKING:
    from banmian.model import Block, Byline

SENTENCE = pattern(r"[，。；！？]")
CAPTION_START = pattern(
    r"[（【\[](?:附?图片?|照片|配图|插图|图片说明)[：]|(?:（附?图片?）)?图为|（(?:附?图片?|压题照片|资料照片)）|[上下左右]图|[▲▼](?!.{0,3}[报讯])|图[一二三四①②③④\d]"
)
POSITIONS = pattern(r"[（][^（）]{0,8}(?:[左右中前后][一二三四]?|图)[）]|左起|右起|前排|后排")
BULLETS = "■□◆●▲▼△◎▶◀►◄"
BULLET = pattern(f"[{BULLETS}]")
SPEAKS = pattern(r"(?:表示|介绍|认为|指出|强调|说|透露|坦言|告诉记者)[，：]|据(?:介绍|了解|悉)，")
OF_THE_PAGE = pattern(r"本[版报]图|均[由为]|除署名")
LONGEST_CAPTION = 200


def names_its_makers(block: Block) -> str | None:
    """A line that says nothing but who wrote it is a byline (署名).

    >>> names_its_makers(read_blocks("株洲日报记者 廖喜康")[0])
    'credits reporter 廖喜康'
    >>> names_its_makers(read_blocks("记者昨日在现场看到，工人们正在检修线路。")[0])
    """
    credit = block.look.credit
    if not credit:
        return None
    said = " ".join(
        [f"{one.role} {'、'.join(one.names) or one.affiliation or one.title or ''}".strip() for one in credit]
    )
    return f"credits {said}"


def is_a_name_below_an_office(block: Block) -> str | None:
    """A line of names right below 本报记者 alone goes on with that byline.

    >>> page = read_blocks("本报记者\\n\\n王小明\\n\\n李丽")
    >>> is_a_name_below_an_office(page[2])
    'names below 本报记者'
    >>> is_a_name_below_an_office(page[0])
    """
    office = office_above(block)
    return f"names below {office.text}" if office else None


def office_above(block: Block) -> Byline | None:
    """The office that stands alone above a line of names, or above several of them."""
    above: Block | None = block
    for _ in range(MOST_LINES_OF_NAMES):
        office = above.look.credit if above is not None else None
        if above is None or office:
            return office[0] if office and above is not block and is_an_office_alone(office) else None
        if not above.look.titular or not are_plain_names(above.folded, 0, len(above.folded)):
            return None
        above = above.before
    return None


MOST_LINES_OF_NAMES = 8


def is_in_brackets(block: Block) -> str | None:
    """A credit in brackets closes what stands above it.

    >>> is_in_brackets(read_blocks("（株洲日报记者 李军 整理）")[0])
    'in brackets'
    >>> is_in_brackets(read_blocks("株洲日报记者 李军")[0])
    """
    folded = block.folded
    return "in brackets" if block.look.credit and folded[0] == "（" and folded[-1] == "）" else None


def credits_a_picture(block: Block) -> str | None:
    """A line that says nothing but whose picture it is (图片署名).

    >>> credits_a_picture(read_blocks("新华社记者 李 涛摄")[0])
    '新华社记者 李 涛摄'
    >>> credits_a_picture(read_blocks("新华社记者 李涛")[0])
    """
    facts = block.look
    if not facts.photo or facts.length > len(facts.photo[0]) + 2:
        return None
    return facts.photo[0]


def ends_with_a_picture_credit(block: Block) -> str | None:
    """A short text that ends with 某某摄 or 供图 is a caption (图片说明).

    >>> ends_with_a_picture_credit(read_blocks("工人在检修线路。本报记者 王小明 摄")[0])
    '本报记者 王小明 摄'
    >>> ends_with_a_picture_credit(read_blocks("他喜欢去山里拍摄")[0])
    """
    facts = block.look
    if not facts.photo or facts.length > LONGEST_CAPTION or facts.length <= len(facts.photo[0]) + 2:
        return None
    return facts.photo[0]


def ends_with_a_picture_agency(block: Block) -> str | None:
    """A short sentence and 新华社发, 资料图片 or 视觉中国 behind it: a caption (图片说明).

    >>> ends_with_a_picture_agency(read_blocks("选手在比赛中劈刺。 新华社发")[0])
    '新华社发'
    >>> ends_with_a_picture_agency(read_blocks("这条消息由新华社发")[0])
    """
    if block.look.length > LONGEST_CAPTION:
        return None
    found = PICTURE_AGENCY.search(block.folded)
    return found["agency"] if found else None


PICTURE_AGENCY = pattern(
    r"[。！」”）] {0,3}[（(]?(?P<agency>(?:新华社|中新社|新华社记者|中新)发|(?:新华社|中新社)/[\u4e00-\u9fff]{2,4}|视觉中国|CFP|IC ?photo|(?:本报)?资料(?:图片?|照片?|片))[）)]?\Z"
)


def ends_with_who_drew_it(block: Block) -> str | None:
    """A legend that ends with who drew it, 制图：某某, belongs to a drawing or a chart (图表).

    >>> ends_with_who_drew_it(read_blocks("沪指近三个月走势。数据来源：某某软件 制图：尤里")[0])
    '制图：尤里'
    >>> ends_with_who_drew_it(read_blocks("沪指近三个月走势平稳。")[0])
    """
    if block.look.credit or block.look.length > LONGEST_CAPTION:
        return None
    drawn = DRAWN.search(block.folded)
    return block.text[slice(*drawn.span("who"))] if drawn else None


DRAWN = pattern(
    r"(?<=[。；，、 \u4e00-\u9fff])[（ ]?(?P<who>(?:制图|绘图|制表|插图|漫画|图表制作)[：/ ][^ ，。；：]{2,6})[）]?\Z"
)


def stands_above_a_picture_credit(block: Block) -> str | None:
    """A short text above a line that says whose picture it is, is the picture's caption.

    A caption tells what is seen: 某某表示 is of a report. And 本版图片均由某某摄 speaks of the page.

    >>> page = read_blocks("金柱墩接后立起，接口清晰可见。\\n\\n通讯员 姜木生 摄")
    >>> stands_above_a_picture_credit(page[0])
    'above 通讯员 姜木生 摄'
    >>> stands_above_a_picture_credit(page[1])
    """
    after = block.after
    if after is None or block.look.length > 100 or block.look.credit or block.look.lede:
        return None
    if SPEAKS.search(block.folded) or OF_THE_PAGE.search(after.folded):
        return None
    return f"above {after.text[:20]}" if credits_a_picture(after) else None


def starts_like_a_caption(block: Block) -> str | None:
    """图为…, 上图… and ▲… tell what a picture shows.

    >>> starts_like_a_caption(read_blocks("图为工作人员在检修线路")[0])
    'starts with 图为'
    >>> starts_like_a_caption(read_blocks("图书馆昨日开放")[0])
    >>> starts_like_a_caption(read_blocks("▼下转A3版")[0])
    """
    facts = block.look
    start = CAPTION_START.match(block.folded)
    if start is None or facts.length > LONGEST_CAPTION or facts.lede or facts.jump:
        return None
    return f"starts with {block.text[: start.end()]}"


def tells_who_stands_where(block: Block) -> str | None:
    """（左）, 前排左二 and 左起 tell who is who in a picture.

    >>> tells_who_stands_where(read_blocks("罗嵘（左）与村民交谈")[0])
    'tells who stands where'
    >>> tells_who_stands_where(read_blocks("罗嵘（化名）与村民交谈")[0])
    """
    facts = block.look
    if facts.length > LONGEST_CAPTION or not POSITIONS.search(block.folded):
        return None
    return "tells who stands where"


def says_in_a_sentence_who_stands_where(block: Block) -> str | None:
    """One short sentence with 右二 or 左 in brackets behind a name explains a picture, and tells no story.

    >>> says_in_a_sentence_who_stands_where(read_blocks("罗嵘（左二）在田头给村民讲解育秧。")[0])
    'one sentence on who stands where'
    >>> says_in_a_sentence_who_stands_where(read_blocks("罗嵘（左二）在讲解。村民听得入神。")[0])
    """
    facts = block.look
    if facts.length > LONGEST_LEGEND or not IN_A_ROW.search(block.folded):
        return None
    return (
        "one sentence on who stands where" if block.folded.find("。") in (-1, len(block.folded) - 1) else None
    )


LONGEST_LEGEND = 60  #: characters
IN_A_ROW = pattern(r"[（](?:[前后中]排)?(?:[左右][一二三四五六]?|中|[前后中]排[左右]?[一二三四五六]?)[）]")


def stands_under_a_picture(block: Block) -> str | None:
    """A short sentence right after an image mark may be its caption.

    >>> stands_under_a_picture(read_blocks("![](1.jpg)\\n\\n罗嵘与村民交谈。")[1])
    'stands under a picture'
    >>> stands_under_a_picture(read_blocks("罗嵘与村民交谈。")[0])
    """
    before = block.before
    facts = block.look
    if before is None or before.kind != "image" or not 6 <= facts.length <= 60 or block.level or block.bold:
        return None
    return "stands under a picture" if not facts.lede and not facts.credit else None


def stands_in_the_place_of_a_picture(block: Block) -> str | None:
    """<img>…</img> of an engine holds the words that are printed below the picture.

    >>> stands_in_the_place_of_a_picture(read_blocks("<img>罗嵘与村民交谈</img>")[1])
    'in the place of a picture'
    >>> stands_in_the_place_of_a_picture(read_blocks("![](1.jpg)\\n\\n罗嵘与村民交谈")[1])
    """
    before = block.before
    if before is None or before.kind != "image" or before.span.end != block.span.start:
        return None
    return "in the place of a picture"


def starts_with_a_bullet(block: Block) -> str | None:
    """Hong Kong papers set ■ before a caption: ■ and a sentence, no name alone.

    >>> starts_with_a_bullet(read_blocks("■隨着人口老化，服務供不應求。")[0])
    'starts with ■'
    >>> starts_with_a_bullet(read_blocks("■ 本报评论员")[0])
    """
    facts = block.look
    if (
        not BULLET.match(block.folded)
        or facts.credit
        or facts.lede
        or not 10 <= facts.length <= LONGEST_CAPTION
    ):
        return None
    if not SENTENCE.search(block.folded):
        return None
    return f"starts with {block.text[0]}"


def is_a_dateline_alone(block: Block) -> str | None:
    """（本报某地7月8日讯） on a line of its own closes the article (电头).

    >>> is_a_dateline_alone(read_blocks("（本报海口7月8日讯）")[0])
    'nothing but a dateline'
    >>> is_a_dateline_alone(read_blocks("本报海口7月8日讯 昨日开会。")[0])
    """
    return "nothing but a dateline" if block.look.dateline else None


def sends_the_reader_on(block: Block) -> str | None:
    """下转A3版 on a line of its own is a jump (转版).

    >>> sends_the_reader_on(read_blocks("下转 A3版")[0])
    'to page A3'
    >>> sends_the_reader_on(read_blocks("转型升级")[0])
    """
    if not block.look.jumps or is_an_arrow_below_a_title(block):
        return None
    return ", ".join(f"{moved.direction} page {moved.page}" for moved in block.look.jumps)


def is_one_of_several_items(block: Block) -> str | None:
    """▲ before this line and before its neighbour marks items of a list, not pictures.

    >>> page = read_blocks("▲焚烧报馆之两犯，昨审结，定五月一日宣判\\n\\n▲毒死养母之钱某，昨日翻供，候改期再讯")
    >>> is_one_of_several_items(page[0])
    'one of several items after ▲'
    >>> is_one_of_several_items(read_blocks("▲焚烧报馆之两犯，昨审结")[0])
    """
    mark = block.folded[:1]
    if not BULLET.match(mark) or block.look.credit or block.look.photo:
        return None
    before, after = block.before, block.after
    if before is not None and before.look.closed and before.look.length < REST_OF_AN_ITEM:
        if not BULLET.match(before.folded):
            before = before.before  # over the last line of the item above
    for other in (before, after):
        if other is not None and other.folded[:1] == mark and not other.look.photo and not other.look.credit:
            return f"one of several items after {mark}"
    return None


REST_OF_AN_ITEM = 24  #: characters


def gives_a_field_of_an_item(block: Block) -> str | None:
    """▲地点：… among others with the same mark is a field of an announcement.

    >>> page = read_blocks("▲時間：10月20日上午9時\\n\\n▲地點：市府廣場\\n\\n▲內容：紅心芭樂、茭白筍、包種茶等六十攤。")
    >>> gives_a_field_of_an_item(page[1])
    'one of several fields after ▲'
    >>> gives_a_field_of_an_item(read_blocks("▲地點：市府廣場")[0])
    """
    if not ITEM_FIELD.match(block.folded) or not is_one_of_several_items(block):
        return None
    return f"one of several fields after {block.folded[0]}"


ITEM_FIELD = pattern(f"[{BULLETS}][\u4e00-\u9fff]{{2,4}}：")


def is_a_name_between_title_and_text(block: Block) -> str | None:
    """A name alone under a title, or alone and indented under a text, signs it (essays, letters).

    >>> page = read_blocks("## 修表的人\\n\\n梁秋白\\n\\n街口有一间修表的铺子，开了四十年。")
    >>> is_a_name_between_title_and_text(page[1])
    'a name alone under a title'
    >>> is_a_name_between_title_and_text(page[0])
    """
    facts, before, after = block.look, block.before, block.after
    if facts.credit or not facts.titular or block.level or block.bold or before is None:
        return None
    name = block.folded.strip()
    if " " in name and (BOOK_SIGNATURE.match(name) or SERIAL_SIGNATURE.match(name)) and before.look.titular:
        return "the author under a title"
    if not SIGNATURE.match(name):
        return _a_name_with_its_house(block)
    if LABEL_OF_A_TEXT.search(name):
        return None
    named = is_plainly_a_name("".join(name.split()))
    serial = before.look.titular and (A_CHAPTER.match(before.folded) or A_SERIAL.search(before.folded))
    if serial and after is not None and after.look.prose:
        return "the author of a serial"
    if not named and not before.level and not before.bold:
        return "a pen name under a title" if _is_a_pen_name(block) else None
    below = after is None or not after.look.prose
    if named and after is not None and after.look.titular and 0 < size_of(after) < size_of(before):
        return "a name alone under a title"  # the first part has a title of its own
    if not below and (before.level or before.bold or before.look.titular) and not before.look.prose:
        return "a name alone under a title"
    if before.look.prose and block.indent >= 4 and (below or named):
        return "a name alone under a text"
    return None


#: 安全课堂 under a title is the name of its column
LABEL_OF_A_TEXT = pattern(
    r"(?:课堂|讲堂|学堂|论坛|短论|短评|评论|杂谈|杂文|随笔|小品|小说|故事|寓言|散文|传真|之窗|园地|天地|专栏|连载|综述|纪实|特写|侧记|手记|问答|信箱|访谈|聚焦|视点|茶座|夜话|絮语)\Z"
)


def _is_a_pen_name(block: Block) -> bool:
    """天虚 between title and text of an old paper: pen names of two characters, whatever they mean (笔名)."""
    before, after = block.before, block.after
    if before is None or after is None or block.look.length != LONGEST_PEN_NAME or not after.look.prose:
        return False
    if not before.look.titular or after.look.lede:
        return False
    above = before.before
    titled = before.look.length > block.look.length or (above is not None and above.look.titular)
    return (
        titled
        and short_lines_around(block)[0] <= LINES_WITH_A_PEN_NAME
        and is_from_before_1949(block.sheet.blocks)
    )


LONGEST_PEN_NAME = 2  #: characters
LINES_WITH_A_PEN_NAME = 3  #: the column's name, the title, the author


def is_marked_as_a_byline(block: Block) -> str | None:
    """□ and a name or two words between a title and its text say who wrote it, be it a pen name.

    >>> page = read_blocks("## 方言里的吃\\n\\n□ 老 秤\\n\\n桃溪人说吃，花样最多，吃烟吃茶不算稀奇。\\n\\n□ 每人限领一份")
    >>> is_marked_as_a_byline(page[1])
    'marked with □ under a title'
    >>> is_marked_as_a_byline(page[3])
    """
    before, after = block.before, block.after
    if before is None or after is None or not before.look.titular or before.look.prose:
        return None
    if (
        not MARKED_NAME.fullmatch(block.folded.strip())
        or not after.look.prose
        or size_of(block) > size_of(before)
    ):
        return None
    return f"marked with {block.text.strip()[0]} under a title"


MARKED_NAME = pattern(
    r"[□■◇◆◎○●▪口][ ]?(?:[\u4e00-\u9fff（）\d]{2,16}[ ]{1,2})?(?P<name>[\u4e00-\u9fff]{2,5}|[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff])"
)


def is_padded_like_a_name(block: Block) -> str | None:
    """津　客 between a title and its text: names of two characters are set as wide as those of three.

    >>> page = read_blocks("三不管的落子馆\\n\\n津　客\\n\\n三不管一带，落子馆栉比，每届午后，锣鼓喧天，游人如织。")
    >>> is_padded_like_a_name(page[1])
    'padded like a name, under a title'
    >>> is_padded_like_a_name(page[0])
    """
    before, after = block.before, block.after
    if before is None or after is None or not before.look.titular or after.look.lede:
        return None
    if not after.look.prose and not verse_around(after):
        return None
    if (
        size_of(block)
        or before.look.length < LEAST_OF_A_TITLE
        or not PADDED_ALL.fullmatch(block.folded.strip())
    ):
        return None
    return "padded like a name, under a title"


LEAST_OF_A_TITLE = 2  #: characters; 说 over 忙 is one title


def is_signed_by_the_editors(block: Block) -> str | None:
    """编　者 alone under a text signs a note or an answer of the paper's.

    >>> page = read_blocks("你的来信已经转给县邮局，据该局来信说，情况属实。\\n\\n编　者\\n\\n编者按")
    >>> is_signed_by_the_editors(page[1])
    'signed by the editors'
    >>> is_signed_by_the_editors(page[2])
    """
    before = block.before
    if before is None or not before.look.prose or not EDITORS.fullmatch(block.folded.strip()):
        return None
    return "signed by the editors"


EDITORS = pattern(r"(?:——)?(?:编 {0,2}[者辑]|本报编辑部|编辑部|本刊编者)")


def is_set_to_the_right_under_a_text(block: Block) -> str | None:
    """长宁区　陆文雄: a place and a name, set far to the right under a text, sign it.

    >>> page = read_blocks("人行道上的自行车越停越多，希望给盲人留一条路。\\n\\n　　　　　　长宁区　陆文雄\\n\\n长宁区　陆文雄")
    >>> is_set_to_the_right_under_a_text(page[1])
    'a place and a name, set to the right'
    >>> is_set_to_the_right_under_a_text(page[2])
    """
    before = block.before
    if before is None or not before.look.prose or block.indent < FAR or not block.look.titular:
        return None
    found = PLACE_AND_NAME.fullmatch(block.folded.strip())
    if found is None or not is_plainly_a_name("".join(found["name"].split())):
        return None
    return "a place and a name, set to the right"


FAR = 4  #: cells
PLACE_AND_NAME = pattern(
    r"[\u4e00-\u9fff]{2,12}[ ]{1,4}(?P<name>[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,3})"
)


def names_a_work_of_art(block: Block) -> str | None:
    """山居图（国画） 尤子山 作 and 剪纸/戴红 stand under a picture.

    >>> names_a_work_of_art(read_blocks("山居图（国画） 尤子山 作")[0])
    'a work of art and who made it'
    >>> names_a_work_of_art(read_blocks("山居图（国画） 入选省展")[0])
    """
    found = WORK_OF_ART.fullmatch(block.folded.strip())
    if found is None:
        return None
    apart = found["gap"].count(" ") >= FAR_APART
    if not (found["made"] or apart or is_plainly_a_name("".join(found["name"].split()))):
        return None
    return "a work of art and who made it"


WORK_OF_ART = pattern(
    r"[《]?[^ ，。（）]{1,20}[》]?[ ]?[（](?:国画|中国画|油画|版画|水彩|水彩画|水墨|书法|篆刻|速写|素描|剪纸|摄影|(?:套色|水印)?木刻|漫画|年画|工笔|雕塑|粉画|水粉|插图|根雕|泥塑)[）]"
    r"(?P<gap>[ /：]{0,40})(?:作者[：/ ]?)?(?P<name>[\u4e00-\u9fff]{1,2}[ ]{0,2}[\u4e00-\u9fff]{1,2})[ ]{0,2}(?P<made>[作摄绘画书刻])?"
)


FAR_APART = 4  #: blanks between the name of a work and its maker's

#: 第十九回　卖艺女含泪别歌场
A_CHAPTER = pattern(r"第[一二三四五六七八九十百〇\d]{1,4}[回章集](?: |\Z)")
A_SERIAL = pattern(
    r"小说|连载|[^ ]{2,} {1,4}（[一二三四五六七八九十百〇○\d]{1,4}）\Z|[^ ]{3,}（[一二三四五六七八九十百〇○]{2,4}）\Z"
)


def signs_a_letter(block: Block) -> str | None:
    """读者章子和启, or place and name under a letter to the editor, sign it.

    >>> page = read_blocks("读者来函\\n\\n走廊不是杂货店\\n\\n我住在一座组屋，走廊宽约一米半。\\n\\n梳邦再也 陈玉华\\n\\n## 别的消息")
    >>> signs_a_letter(page[3])
    'under a letter'
    >>> signs_a_letter(page[2])
    """
    before, after = block.before, block.after
    if before is None or not before.look.closed or not before.look.prose or block.level or block.bold:
        return None
    if after is not None and _is_answered(block, after):
        return "answered below"
    if after is not None and (after.look.credit or (after.look.prose and not after.look.lede)):
        if not after.look.photo and not _stands_among_letters(block):
            return None
    name = LETTER_SIGNATURE.match(block.folded.strip())
    if name is None:
        return None
    if name["close"]:
        return "closes a letter"
    signed = is_plainly_a_name("".join(name["name"].split())) or (
        SOME_READERS.match(name["name"]) and (name["place"] or name["name"][0] in "一几")
    )
    if not name["sent"] and not signed:
        return "answers a letter" if OFFICE.search(name["name"]) and _answers_a_letter(before) else None
    if name["others"] and signed:
        return "signed by several"
    if signed and name["place"] and name["place"].strip().count(" ") and house_and_name(block.folded):
        return "place, work and name"
    if not name["sent"] and not name["place"]:
        return "one of several letters" if _stands_among_letters(block) else None
    for _ in range(MOST_OF_A_LETTER):
        if before is None or not before.look.prose:
            break
        if GREETING.match(before.folded):
            return "under a letter"
        before = before.before
    if before is not None and GREETING.match(before.folded):
        return "under a letter"
    for _ in range(2):  # its title, and the label above
        if before is None:
            return None
        if LETTERS.search("".join(before.folded.split())):
            return "under a letter"
        before = before.before
    return "one of several letters" if _stands_among_letters(block) else None


def _is_answered(block: Block, after: Block) -> bool:
    """沙洋农场 邱玉兰 over 邱玉兰观众：请把天线升高…"""
    name = block.folded.split()[-1]
    address = after.folded[: len(name) + LONGEST_ADDRESS]
    return 2 <= len(name) <= 4 and address.startswith(name) and "：" in address


LONGEST_ADDRESS = 5  #: characters, of 读者： behind a name


def is_a_padded_name_under_a_text(block: Block) -> str | None:
    """闻　笛 under an essay signs it: only a name of two characters is set over the width of three.

    >>> page = read_blocks("身后二十三只闹钟各走各的，像一条河里游着许多条鱼。\\n\\n闻　笛\\n\\n# 潮信")
    >>> is_a_padded_name_under_a_text(page[1])
    'a padded name under a text'
    >>> is_a_padded_name_under_a_text(read_blocks("闻　笛")[0])
    """
    before, after = block.before, block.after
    if before is None or not before.look.prose or not before.look.closed or block.level or block.bold:
        return None
    padded = PADDED.match(block.folded)
    if padded is None or padded["one"] + padded["other"] in words_like_names():
        return None
    if after is not None and after.look.prose and not after.look.lede:
        return None
    if after is not None and (after.look.credit or house_and_name(after.folded)):
        return None  # a padded title over its author
    return "a padded name under a text"


#: 韩　十　三 as well, and 李　克　华山: two people
PADDED_ALL = pattern(
    r"[\u4e00-\u9fff](?: {1,3}[\u4e00-\u9fff]){1,2}|[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,3} {1,3}[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff]"
)
PADDED = pattern(r" *(?P<one>[\u4e00-\u9fff]) {1,3}(?P<other>[\u4e00-\u9fff]) *\Z")


def closes_with_a_pen_name(block: Block) -> str | None:
    """（阿枝） under a text signs it, whatever the characters mean.

    >>> page = read_blocks("隊伍很長，沒有人知道前面賣什麼，他還是排了進去。\\n\\n（阿枝）")
    >>> closes_with_a_pen_name(page[1])
    'in brackets under a text'
    >>> closes_with_a_pen_name(page[0])
    """
    before = block.before
    if before is None or not before.look.prose or not before.look.closed or block.look.credit:
        return None
    folded = block.folded.strip()
    if _house_and_name_in_brackets(folded):
        return "in brackets under a text"
    if block.level or block.bold or not NAMELIKE.match(folded):
        return None
    return "in brackets under a text"


def _house_and_name_in_brackets(folded: str) -> bool:
    """（土木工程学院 施萌）."""
    return folded[:1] == "（" and folded[-1:] == "）" and house_and_name(folded[1:-1]) is not None


def _answers_a_letter(block: Block) -> bool:
    """贵报七月一日刊登的来信收悉…特此函告: an office writes to the paper."""
    text: Block | None = block
    for _ in range(MOST_OF_A_LETTER):
        if text is None or not text.look.prose:
            return False
        if ANSWERS.search(text.folded):
            return True
        text = text.before
    return False


def _stands_among_letters(block: Block) -> bool:
    """Texts and titles up to the label 读者来函, and nothing that opens a report."""
    before = block.before
    for _ in range(MOST_OF_LETTERS):
        if before is None or before.look.lede or (before.look.credit and not before.look.photo):
            return False
        if before.look.titular and LETTERS.search("".join(before.folded.split())):
            return True
        before = before.before
    return False


MOST_OF_LETTERS = 40  #: blocks
#: 几名女工, 一读者, 部分居民
SOME_READERS = pattern(r"(?:[几数一二三四五六七八九十]名?|部分|一群|众)[\u4e00-\u9fff]{2,5}\Z")
ANSWERS = pattern(r"贵[报刊]|特此函[告复]|来信收悉")
OFFICE = pattern(r"(?:办公室|[局厅委处科社司厂校院站]|政府|公司|委员会|管理所|供销社)\Z")
MOST_OF_A_LETTER = 12  #: paragraphs
LETTERS = pattern(
    r"(?:来信|来函|来鸿|投书|信箱|读者之声|读者园地|民意论坛|编读往来|交流[站台]|来信(?:照登|综述|选登|摘登)|\A回音)】?\Z"
)
LETTER_SIGNATURE = pattern(
    r"(?P<place>(?:[\u4e00-\u9fff]{2,16} {1,4}){1,2}?)?(?P<name>[\u4e00-\u9fff]{2,14}?|[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff])(?P<close>[谨敬手叩拜][启上]|谨识|顿首)?(?P<sent>启)?"
    r"(?P<others> {0,2}等[一二三四五六七八九十百\d]{1,4}[人名户位])?\Z"
)


def _a_name_with_its_house(block: Block) -> str | None:
    """某大学研究中心 邬志清 under a title, 某市市长 闻人杰 under a speech's, 某地 陈玉华 under a letter."""
    if house_and_name(block.folded) is None:
        return None
    before, after = block.before, block.after
    above = before is not None and (before.level or before.bold or before.look.titular)
    if above and after is not None and (after.look.prose or verse_around(after)) and not after.look.lede:
        return "a name with its house under a title"
    return None


def house_and_name(folded: str) -> tuple[int, int] | None:
    """Where the name stands in 某大学研究中心 邬志清, if the line is nothing else."""
    found = MARKED_NAME.fullmatch(folded.strip())
    if found is not None:
        start, end = found.span("name")
        return start + len(folded) - len(folded.lstrip()), end + len(folded) - len(folded.lstrip())
    line = folded.strip()
    if line[-1:] == "）":
        found = NAME_AND_HOUSE.match(line)
    elif line.find(" ", -LONGEST_LAST_WORD - 1) >= 0:
        found = HOUSE_AND_NAME.match(line)
    if found is None or not is_plainly_a_name("".join(found["name"].split())):
        return None
    shift = len(folded) - len(folded.lstrip())
    start, end = found.span("name")
    return start + shift, end + shift


LONGEST_LAST_WORD = 4  #: characters of a name
#: who somebody is: a house, or an office
HOUSE_AND_NAME = pattern(
    r"(?:[\u4e00-\u9fff]{2,8} {1,4})?[\u4e00-\u9fff（）·“”\d]{0,22}?(?:\d{2,4}级|[\u4e00-\u9fff]{2}\d{2}|[级班]|研究生|本科生|大学|[农师工医科]大|学院|中心|研究[所院室]|学会|协会|委员会|[局厅部处科署]|[支大中总]队|派出所|公司|集团|中学|小学|学校|医院|报社|出版社|工厂|[钢机纺电船化][\u4e00-\u9fff]{0,4}厂|部队|公社|合作社|农场|林场"
    r"|[市县区省镇乡村局厅处科院校馆所会社部]长|主任|书记|教授|研究员|主席|代表|委员|作家|教师|律师|医生|学者|经理|董事长|诗人|画家|评论员|博士|院士|工程师|工人|农民|社员|战士|学生|护士|教员|[\u4e00-\u9fff]{1,2}工|干部|分析师|经济学家|策略师|基金经理|投资顾问|总监|总裁|总编辑?|技术员|营业员|店员|编辑|记者|演员|歌手|教练|校友)"
    r" {1,4}(?P<name>[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,3})\Z"
)


#: 王振春（收藏家）, □ 王振春（收藏家）
NAME_AND_HOUSE = pattern(
    r"(?:[■□◆◇●○◎▪] ?)?(?P<name>[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,2})（[\u4e00-\u9fff，、]{2,16}）\Z"
)


def is_a_name_inside_a_title(block: Block) -> str | None:
    """（某某） between the lines of a title belongs to the title.

    >>> page = read_blocks("某公之生平\\n\\n（毛思诚）\\n\\n十九岁至二十四岁\\n\\n三月，兄补奉化县学附生。")
    >>> is_a_name_inside_a_title(page[1])
    'a name between title lines'
    >>> is_a_name_inside_a_title(page[0])
    """
    before, after = block.before, block.after
    if not block.look.credit or block.folded[:1] != "（" or before is None or after is None:
        return None
    return "a name between title lines" if before.look.titular and after.look.titular else None


def dates_a_text(block: Block) -> str | None:
    """二〇二三年十月 于沙洋 under an essay tells when and where it was written.

    >>> dates_a_text(read_blocks("　　　　二〇二三年十月 于沙洋")[0])
    'when and where it was written'
    >>> dates_a_text(read_blocks("二〇二三年十月，他到了沙洋。")[0])
    """
    return "when and where it was written" if WRITTEN.match(block.folded.strip()) else None


WRITTEN = pattern(
    r"[（【]?(?:[\d一二三四五六七八九〇○零]{4}年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?) ?(?:[写作改草定稿完]{0,2}于.{1,12})[）】]?\Z"
)


def ends_or_goes_on_next_time(block: Block) -> str | None:
    """（未完待续） and （完） close an instalment, on a line of their own or after its last words.

    >>> ends_or_goes_on_next_time(read_blocks("（未完待续）")[0])
    'closes an instalment'
    >>> ends_or_goes_on_next_time(read_blocks("未完待续的故事")[0])
    """
    return "closes an instalment" if INSTALMENT.search(block.folded.rstrip()) else None


INSTALMENT = pattern(r"[（【](?:未完待续|未完|待续|完|全文完|续完|连载完|明日续完)[）】]\Z")


def tells_who_the_author_is(block: Block) -> str | None:
    """（作者系某大学教授） under a text tells who its author is.

    >>> tells_who_the_author_is(read_blocks("（作者系海南师范大学文学院教授）")[0])
    'about the author'
    >>> tells_who_the_author_is(read_blocks("作者写得很慢")[0])
    """
    return "about the author" if AUTHOR_NOTE.match(block.folded) else None


SIGNATURE = pattern(r"[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,3}\Z")
#: （五七）　漱石生 under the title of a serial
SERIAL_SIGNATURE = pattern(
    r"（[一二三四五六七八九十百〇○\d]{1,4}） {1,6}(?P<name>[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,3})\Z"
)
BOOK_SIGNATURE = pattern(r"[\u4e00-\u9fff](?: {0,2}[\u4e00-\u9fff]){1,3} +[著文作译]\Z")
AUTHOR_NOTE = pattern(r"[（【]?(?:本文)?作者(?:系|为|是|单位|简介|：)")


def names_a_source(block: Block) -> str | None:
    """数据来源：某中心 under a table or text names its source.

    >>> names_a_source(read_blocks("数据来源：江南茧丝绸交易中心")[0])
    'a source'
    >>> names_a_source(read_blocks("数据来源可靠，专家说。")[0])
    >>> names_a_source(read_blocks("来源：江南日报　作者：王小明")[0])
    """
    facts = block.look
    if facts.length > 50 or any(credit.names for credit in facts.credit or ()):
        return None
    return "a source" if SOURCE.match(block.folded) else None


SOURCE = pattern(
    r"(?:\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?: \d{1,2}：\d{2}(?:：\d{2})?)? +)?[（【]?(?:数据|资料|图片|稿件|新闻|文章|信息|本文)?来源[：/]|（(?:原载|线索提供|报料人?|线索|转载自|摘自|选自)[^（）。]{2,24}）\Z|（[^（）。]{0,20}综合[^（）。]{2,20}(?:消息|报道|报导|电)）\Z|[（【]?据(?:新华社|《[^》]{2,12}》|[\u4e00-\u9fff]{2,8}[报网])[）】]?\Z"
)
