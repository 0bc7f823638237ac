"""What every role means, so that people who label pages, and the code, agree on what a kicker is.

The one place where it is written down: the documentation and the tests read it from here. Each definition has
the Chinese terms, what the thing is, where it ends and its neighbour begins, and a piece of a page in the margin
form (``banmian.export.margin``), which the tests parse and compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from banmian.model import BylineRole, Role

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Definition:
    """One role: its names, its meaning, its borders, an example."""

    chinese: str  #: 引题、肩题、眉题
    meaning: str
    borders: tuple[str, ...]  #: what is taken for it and is not, or the other way round; each a sentence
    example: str  #: in the margin form


ROLES: Mapping[Role, Definition] = {
    Role.KICKER: Definition(
        "引题、肩题、眉题",
        "The line above the headline. It gives the background, the cause or the occasion, and may be unfinished "
        "and run on into the headline.",
        (
            "A line that ends with —— above a headline is a kicker; above a paragraph it leads over to the "
            "paragraph and is one itself.",
            "The name of a column (短评, 读者来信) is a standing head: it comes back in other issues.",
            "A headline printed on two lines of the same size is two lines of headline.",
        ),
        """\
kicker    1 | 从摸黑进巷到灯火通明，三条老街一年修了四百盏灯——
headline  1 | ## 老城夜色亮起来
byline    1 | 本报记者 陈明
paragraph 1 | 昨天傍晚，老城区的三条街巷亮起了新灯，住在这里的老人下楼再也不用带手电筒了。""",
    ),
    Role.HEADLINE: Definition(
        "主题、正题、主标题",
        "The main line of the title, the biggest. The only part of a title that is always there.",
        (
            "A heading inside a story is a subhead, even if the same mark stands before it.",
            "A line that names a column and has no text of its own is a standing head.",
            "A headline-like line with a page number behind it and no text is a teaser.",
        ),
        """\
headline  1 | ## 三座便民桥年底通车
byline    1 | 本报记者 林芳
paragraph 1 | 本报讯 市交通局昨日通报，城南三座便民桥的桥面已经合龙，年底可以通车。
headline  2 | ## 旧书市集周末重开
byline    2 | 本报记者 宗楠
paragraph 2 | 本报讯 停办两年的旧书市集周末重开，摊位增至八十个，书商来自六省。""",
    ),
    Role.DECK: Definition(
        "副题、副标题、子题",
        "The line below the headline: a detail, the result, the source, the occasion of a feature (——记某某). "
        "A summary in front of the text (提要题) is a deck too.",
        (
            "A sentence with a full stop under the headline is as a rule the first paragraph.",
            "A line below a byline is no deck; it is a subhead or text.",
        ),
        """\
headline  1 | ## 一盏灯守了四十年
deck      1 | ——记青石渡口老船工周德山
byline    1 | 本报记者 林芳
paragraph 1 | 天还没有亮，周德山已经把渡口的灯点上。这盏灯他守了四十年，换过三次灯罩。""",
    ),
    Role.BYLINE: Definition(
        "署名",
        "A line that says nothing but who made the article: reporter, correspondent, author, narrator and so on, "
        "above the text or on a line of its own below it.",
        (
            "记者了解到… inside a text is no byline, nor is a turn of an interview that opens with 记者：.",
            "A name in brackets at the end of a paragraph (本报记者 宗楠) stays part of the paragraph. It is still "
            "among `article.bylines`.",
            "Editors and proof-readers of the page (责编, 校对) are folio.",
        ),
        """\
headline  1 | ## 造桥人说桥
byline    1 | 本报记者 褚云 通讯员 蓝小川
=           | reporter:褚云;correspondent:蓝小川
paragraph 1 | 记者：换一根新的，不是更省事吗？
paragraph 1 | 蓝师傅：省事。可是桥上的人认它，我小时候就摸过它。""",
    ),
    Role.SUBHEAD: Definition(
        "小标题、插题、分题",
        "A heading inside a story. Labels of boxes that belong to the story (【启示录】) and numbered headings "
        "(一、二、三、) are subheads.",
        (
            "The title of the next story is a headline. Shape does not tell them apart; a byline or 本报讯 behind it "
            "does, and so do siblings of the same build.",
            "A label with text behind it on the same line (【政策干货】大力增加…) opens a paragraph.",
        ),
        """\
headline  1 | ## 山村电影院的十年
byline    1 | 本报记者 林芳
paragraph 1 | 青石村的电影院在山腰上，屋顶是蓝色的铁皮，一到雨天，看电影的人就听见两种声音。
subhead   1 | ### 一块白布起家
paragraph 1 | 十年前，放映员老周把一块白布挂在两棵樟树之间，村民们自己搬来了板凳和竹椅。
subhead   1 | ### 两百个位子不够
paragraph 1 | 如今的放映厅有两百个位子，一到周末还是不够坐，邻村的人骑着摩托车翻山过来。""",
    ),
    Role.PARAGRAPH: Definition(
        "正文",
        "Running text. A turn of an interview, a line of verse, a row of a table, a greeting (编辑同志：), an item of "
        "a list are text as well.",
        (
            "本报讯 or a dateline in front of a text belongs to the paragraph that it opens.",
            "A piece of a paragraph, broken by the end of a column, is a paragraph; `article.paragraphs` has the "
            "pieces joined. In the margin form the second piece is marked `1+`.",
        ),
        """\
headline  1  | ## 水厂今起检修
paragraph 1  | 本报讯 记者从市自来水公司获悉，城东水厂今起停产检修三天，检修期间城东片区的居民用水将由备用水厂供应，高层住户可能出
paragraph 1+ | 现水压不足的情况，请市民提前储水。""",
    ),
    Role.CAPTION: Definition(
        "图片说明",
        "What a picture shows, with or without the credit at its end.",
        (
            "The text of a photo story (图片新闻) is a paragraph of that story: it says what happened, and the picture "
            "is its occasion.",
            "A credit alone on its line is a credit.",
        ),
        """\
headline  1 | ## 渡口添了新船
byline    1 | 本报记者 林芳
paragraph 1 | 本报讯 青石渡口昨天迎来了一条新船，船上有四十个座位，比旧船多一倍。
caption   1 | 图为新船靠岸，船工在系缆绳。本报记者 林芳摄""",
    ),
    Role.CREDIT: Definition(
        "图片署名、编者署名",
        "A line alone, beside or after the text, that says whose picture it is, who compiled a column, or what the "
        "author is (作者系…).",
        (
            "The line above the text that says who wrote it is a byline.",
            "Those who supplied a picture (受访者供图) are a credit, and nobody's byline.",
        ),
        """\
headline  1 | ### 做村里的明白人
byline    1 | 讲述人：青石镇樟树村党总支书记 罗嵘
paragraph 1 | 这天是周二，我和以前一样主持召开村里的例会，会后去看五保户。
credit    1 | （某某日报记者 李军 整理）
=           | compiler:李军@某某日报""",
    ),
    Role.DATELINE: Definition(
        "电头、消息头",
        "Agency, place and date alone on a line; it mostly closes the story.",
        (
            "In front of a text (新华社北京7月14日电) it is a part of the paragraph; `article.dateline` has it all "
            "the same.",
            "The date of the issue in the head of the page is folio.",
        ),
        """\
headline  1 | ## 稻香里的夜校
paragraph 1 | 田埂上亮起了灯，老师把黑板挂在樟树下，村民搬来板凳，听他讲怎样算一亩田的账。
dateline  1 | （本报青石7月8日讯）""",
    ),
    Role.JUMP: Definition(
        "转版",
        "Where the story goes on (下转A3版) or where it comes from (上接第一版).",
        (
            "相关新闻见A4版, 讲话全文见A02版 point to another text: teaser, if alone on the line.",
            "A jump inside a line of text stays in its paragraph; `article.jumps` has it all the same.",
        ),
        """\
headline  1 | ## 港区夜校开出七门课
byline    1 | 本报记者 黎小舟
paragraph 1 | 傍晚六点半，港区夜校的走廊里挤满了人。今年秋天，这里新开了七门课，从电工到会计都有。
jump      1 | 下转A3版""",
    ),
    Role.STANDING_HEAD: Definition(
        "栏题、栏目名",
        "The name of a column, over one or more items. It comes back from issue to issue and has no text of its own; "
        "`article.column` says under which one a story stands.",
        (
            "A headline has a text of its own.",
            "The name of the page or section in the head of the page (要闻, 第三版 国际) is folio.",
        ),
        """\
standing_head -  | 读者来信
headline      1  | 秤为什么总差一点
paragraph     1  | 编辑同志：
paragraph     1  | 我村供销社的秤总是差一点，社员们很有意见，请帮助查一查。""",
    ),
    Role.TEASER: Definition(
        "导读",
        "Points to a story elsewhere in the paper: a title with a page number and no text.",
        ("下转 and 上接 are jumps: they continue this very story.",),
        """\
standing_head/teaser - | 导读
teaser        - | 全市供暖今日启动 A03
teaser        - | 二手书店里的黄昏 A07
headline      1 | ## 三座便民桥年底通车
byline        1 | 本报记者 林芳
paragraph     1 | 本报讯 市交通局昨日通报，城南三座便民桥的桥面已经合龙，年底可以通车。""",
    ),
    Role.FOLIO: Definition(
        "版头、报头",
        "What the page says about itself: nameplate, date, page number, section, serial number, price, weather, "
        "hotline, and the people who made the page. `page.folio` has the values.",
        ("The editor or translator of one article, named at its end, is among the article's bylines.",),
        """\
folio     - | 2021年3月5日 星期五 A2版 综合新闻
folio     - | 责任编辑：李文 美编：周洁 校对：赵芸
headline  1 | ## 三座便民桥年底通车
byline    1 | 本报记者 林芳
paragraph 1 | 本报讯 市交通局昨日通报，城南三座便民桥的桥面已经合龙，年底可以通车。""",
    ),
    Role.ADVERT: Definition(
        "广告、启事",
        "Adverts, legal and private notices (遗失声明, 招标公告, 讣告), slogans of a sponsor.",
        (
            "A notice in which the newspaper reports (本报讯 …公告) is a story.",
            "The newspaper's own hotline and subscription line in the head of the page are folio.",
        ),
        """\
headline  1 | ## 旧书市集周末重开
paragraph 1 | 本报讯 停办两年的旧书市集周末重开，摊位增至八十个，书商来自六省。
advert    - | 遗失声明
advert    - | 周德山遗失机动车驾驶证，证号：000000000000000000，声明作废。
advert    - | 青石镇某某商店遗失营业执照副本，编号：000000000，声明作废。""",
    ),
    Role.ARTIFACT: Definition(
        "识别残留",
        "What the reading machine left behind: marks of images, rules, the copies of a line on which it looped.",
        ("The first of the repeated lines is what was printed, and has a role of its own.",),
        """\
headline  1 | ## 旧书市集周末重开
artifact  - | ![](images/0.jpg)
paragraph 1 | 本报讯 停办两年的旧书市集周末重开，摊位增至八十个，书商来自六省。
artifact  - | ---""",
    ),
}


def _credited(line: str, *people: str) -> str:
    """A byline above a text, with those whom it credits."""
    return (
        f"headline  1 | ## 三座便民桥年底通车\nbyline    1 | {line}\n=           | {';'.join(people)}\n"
        "paragraph 1 | 市交通局昨日通报，城南三座便民桥的桥面已经合龙，年底可以通车，两岸的居民不必再绕路。"
    )


BYLINE_ROLES: Mapping[BylineRole, Definition] = {
    BylineRole.REPORTER: Definition(
        "记者",
        "Who reports for the newspaper or the agency, of any rank: 首席记者, 特派记者, 见习记者, 驻…记者. The rank stays "
        "in `byline.title` as printed.",
        (
            "记者了解到… in a sentence and 记者： in an interview credit nobody.",
            "An institution without a person (新华社记者 alone) is a byline without names.",
            "摄影记者 is a photographer, 通讯员 a correspondent.",
        ),
        _credited("株洲日报首席记者 廖喜康", "reporter:廖喜康@株洲日报"),
    ),
    BylineRole.CORRESPONDENT: Definition(
        "通讯员、特约通讯员",
        "Somebody outside the paper, unpaid, who writes for it: often the press officer of the body that is written "
        "about.",
        ("Not the foreign correspondent of English newspapers: 特派记者 and 驻京记者 are reporters.",),
        _credited("通讯员 辛集涛 赵 敏", "correspondent:辛集涛", "correspondent:赵敏"),
    ),
    BylineRole.INTERN: Definition(
        "实习生",
        "A student who works at the paper, mostly named last.",
        ("实习记者 and 见习记者 are on the staff, and reporters.",),
        _credited("本报记者 王建国 实习生 李芳", "reporter:王建国", "intern:李芳"),
    ),
    BylineRole.PHOTOGRAPHER: Definition(
        "摄、摄影、图",
        "Whose picture it is: X摄, 摄影：X, 图/X, 摄影记者 X.",
        (
            "Who supplied the picture (供图, 提供, 資料圖片) did not take it, and is credited nowhere but in the caption.",
            "摄影并报道 names a reporter as well.",
        ),
        _credited("文/周立 图/陈晨", "author:周立", "photographer:陈晨"),
    ),
    BylineRole.AUTHOR: Definition(
        "文、撰文、作者",
        "Who wrote it and is said to have written it: essays, poems, contributed articles, 文/X, and names alone "
        "(■ 许汀).",
        (
            "A note on the author (作者系…教授) is a credit line and names nobody.",
            "What somebody did goes before what he is: 文/本报记者 X is an author whose title is 记者, as 本报记者 X摄 is "
            "a photographer.",
        ),
        _credited("■ 许汀", "author:许汀"),
    ),
    BylineRole.EDITOR: Definition(
        "编辑、核稿",
        "Who edited this article, named with it.",
        ("The editors of the page (责任编辑, 本版编辑) are in `page.folio.editors`.",),
        """\
headline  1 | ## 港區夜校開課
paragraph 1 | （中央社記者王小明台北8日電）港區夜校今天開課，首日有三百人報名，課程從電工到會計都有。（編輯：陳美玲）
=           | reporter:王小明@中央社;editor:陳美玲""",
    ),
    BylineRole.COMPILER: Definition(
        "整理、编译、辑、摘编",
        "Who put it together out of others' words or reports; 编译 does so from another language.",
        ("Who translated one text as a whole is a translator.",),
        _credited("本报记者 李军 整理", "compiler:李军"),
    ),
    BylineRole.TRANSLATOR: Definition(
        "译、翻译、译者",
        "Who translated it.",
        ("编译 is a compiler.",),
        _credited("译者：林志远", "translator:林志远"),
    ),
    BylineRole.NARRATOR: Definition(
        "讲述人、口述",
        "Who tells the story that somebody else wrote down. The office before the name is the `title`: "
        "朱亭镇杉桥村党总支书记.",
        ("People quoted in a text are no narrators.",),
        _credited("讲述人：青石镇樟树村党总支书记 罗嵘", "narrator:罗嵘"),
    ),
    BylineRole.COMMENTATOR: Definition(
        "评论员、特约评论员",
        "Who comments for the paper.",
        ("本报评论员 alone is the paper speaking: a byline without names.",),
        _credited("本报评论员 陈明", "commentator:陈明"),
    ),
    BylineRole.ILLUSTRATOR: Definition(
        "制图、绘图、漫画、插图",
        "Who drew the picture, the cartoon, the chart or the map.",
        ("版式, 美编 and 设计 made the page: folio.",),
        _credited("文/周立 制图/孙梅", "author:周立", "illustrator:孙梅"),
    ),
}
