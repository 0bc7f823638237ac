"""Traces of the reading machine: images, rules, lines without a word, loops, its own remarks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block


def is_an_image_or_rule(block: Block) -> str | None:
    """Image marks, rules and empty tags are traces of the reading machine.

    >>> is_an_image_or_rule(read_blocks("![](imgs/19.jpg)")[0])
    'image'
    >>> is_an_image_or_rule(read_blocks("图片新闻")[0])
    """
    return block.kind if block.kind in {"image", "rule"} else None


def has_no_words(block: Block) -> str | None:
    """A line without any letter, figure or character of writing says nothing.

    >>> has_no_words(read_blocks("〓〓〓")[0])
    'no words'
    >>> has_no_words(read_blocks("第3")[0])
    """
    folded = block.folded
    if folded[:1].isalnum() or any(map(str.isalnum, folded)):
        return None
    if block.kind == "table":  # the line under a table's head is the table's, if rows follow
        after = block.after
        return None if after is not None and after.kind == "table" else "no words, and no rows below"
    return "no words"


def is_repeated_at_once(block: Block) -> str | None:
    """The third and further copy of a line in a row, or a copy of a whole paragraph, is a loop.

    >>> page = read_blocks("本报讯 今日有雨。\\n\\n" * 4)
    >>> is_repeated_at_once(page[1])
    'repeats what stands before it'
    >>> is_repeated_at_once(page[0])
    """
    return "repeats what stands before it" if block.index in loops_of(block.sheet.blocks) else None


def is_a_word_of_the_machine(block: Block) -> str | None:
    """以上为版面文字识别结果 before or behind a page is what the reading machine says of its work.

    >>> is_a_word_of_the_machine(read_blocks("（注：以上为报纸版面文字识别结果，部分文字可能有误。）")[0])
    'the machine on its reading'
    >>> is_a_word_of_the_machine(read_blocks("以上为本次抽查结果。")[0])
    """
    if block.look.length > LONGEST_WORD_OF_THE_MACHINE:
        return None
    return "the machine on its reading" if OF_THE_READING.search(block.folded) else None


def says_what_it_cannot_read(block: Block) -> str | None:
    """[部分文字无法辨认] in brackets on a line of its own is what the reading machine could not read.

    >>> says_what_it_cannot_read(read_blocks("[此处文字模糊，无法辨认]")[0])
    'the machine on what it cannot read'
    >>> says_what_it_cannot_read(read_blocks("（字迹模糊的信他也收着）")[0])
    """
    return "the machine on what it cannot read" if UNREADABLE.match(block.folded) else None


UNREADABLE = pattern(
    r"[（【][^（）【】]{0,30}(?:(?:无法|不能|难以|未能)(?:完整)?(?:识别|辨认|辨识|看清|读取)|(?:文字|字迹|图像|图片|内容)(?:模糊|不清|缺失|残缺|被遮挡)(?![^，。、）】])"
    r"|illegible|unreadable|not legible|cut off)[^（）【】]{0,60}[）】][。.]?\Z",
    re.IGNORECASE,
)
LONGEST_WORD_OF_THE_MACHINE = 120  #: characters
OF_THE_READING = pattern(
    r"(?:以上|以下|上述|下面)(?:内容)?(?:为|是|即)[^。]{0,24}(?:识别|提取|转录|转写|OCR)[^。]{0,12}(?:结果|内容|文字|文本|Markdown)"
    r"|(?:图片|图像|图中|版面)[^。]{0,20}(?:文字|内容|部分)[^。]{0,16}(?:无法(?:识别|辨认|看清)|识别(?:不清|有误)|难以辨认)"
    r"|\A(?:好的|当然)[，。！].{0,40}(?:识别|提取|转录|Markdown|报纸)|\A(?:Here is|Here's|The following is|Sure[，！!])"
    r"|\A(?:以[上下]|下面)(?:就?是|为)(?:您?所?[提给上]供?传?的?)?(?:这张|该|本)?(?:图片|图像|照片|报纸|版面)[^。]{0,12}(?:文字|文本|内容)[^。]{0,4}[：。]?\Z"
    r"|\A[（【]?注：[^。]{0,30}(?:识别|辨认)[^。]{0,12}(?:误差|错误|偏差|出入|不准|有误)"
    r"|\A[（【]?注：[^。]{0,20}(?:文字|字迹|内容|部分)[^。]{0,16}(?:模糊|不清|残缺|遮挡)[^。]{0,12}(?:识别|辨认|看清|省略)"
    r"|希望(?:以上内容|这些内容|这)?对您?你?有(?:所)?帮助"
)


def says_where_on_the_page(block: Block) -> str | None:
    """（左上）, **右侧栏**, 第一栏： or --- Page 1 --- over what stands there is the machine's word, not the paper's.

    >>> [says_where_on_the_page(read_blocks(line)[0]) for line in ("**（左上）**", "## 第一栏", "[Page 1]")]
    ['a place on the page', 'a place on the page', 'the number of a page of the scan']
    >>> [says_where_on_the_page(read_blocks(line)[0]) for line in ("左上", "左图：", "## 中部崛起", "第1版")]
    [None, None, None, None]
    """
    folded = block.folded
    if PAGE_OF_THE_SCAN.match(folded):
        return "the number of a page of the scan"
    if PLACE_ON_THE_PAGE.match(folded) and (
        block.level or block.bold or folded[0] in "（【<" or folded[-1] == "："
    ):
        return "a place on the page"
    return None


LONGEST_PLACE = 24  #: characters
#: a character of each of the words below
PLACES_HAVE = "左右栏列侧角边部方头眼眉脚首尾页Pp"
#: of 上方, 中间 and the like only with what stands there: 中部 is a part of the country as well
PLACE_ON_THE_PAGE = pattern(
    r"[（【<]?(?:版面|页面|本版)?(?:"
    r"(?:最?[左右](?:[上下](?:方|侧|角|部)?|[方侧边])(?:栏目?|[版板]块|区域?|部分|文章|报道|内容|新闻|专栏)?"
    r"|[左右上下]半(?:版|页|部分)"
    r"|(?:顶部|底部|[上下]方|[上中下]部|中间|中央|正中)(?:栏|[版板]块|区域?|部分|文章|内容|广告)"
    r"|(?:左|中|右|第[一二三四五六七八\d]{1,2})[栏列]|(?:左|右)侧栏)"
    r"|(?:报头|版头|报眼|页眉|页脚|页首|页尾|刊头|报尾)(?:区域?|部分|信息|内容|文字)?"
    r"|(?:页面)?[顶底]部(?:信息|文字)?)[）】>]?：?\Z"
)
PAGE_OF_THE_SCAN = pattern(
    r"[-=*]{2,} ?(?:page ?\d{1,4}|第 ?\d{1,4} ?页) ?[-=*]{2,}\Z|[【<](?:page ?\d{1,4}|第 ?\d{1,4} ?页)[】>]\Z"
    r"|page \d{1,4} (?:of|/) \d{1,4}\Z|第 ?\d{1,4} ?页 ?[,，/|] ?共 ?\d{1,4} ?页\Z"
    r"|【?end of (?:page|document)(?: ?\d{1,4})?】?\Z",
    re.IGNORECASE,
)


def leads_through_the_web_edition(block: Block) -> str | None:
    """上一版　下一版, 放大 缩小 默认, 分享到：微信 微博 are set around a page by its web edition, not on it.

    >>> leads_through_the_web_edition(read_blocks("上一篇　下一篇")[0])
    'leads through the web edition'
    >>> leads_through_the_web_edition(read_blocks("上一版的报道")[0])
    """
    if block.look.length > LONGEST_ROW_OF_LINKS:
        return None
    folded = block.folded
    return "leads through the web edition" if LINKS.match(folded) and ONE_LINK.search(folded) else None


LONGEST_ROW_OF_LINKS = 70  #: characters
#: words that no printed page sets on a line of its own
ONE_LINK = pattern(
    r"[上下前后]一[版篇页期条]|放大|缩小|默认|字号|分享|朋友圈|复制链接|打印|关闭|返回|版面(?:概览|导航|目录|列表)|[标稿文]题?[件章]?导航"
    r"|往期|数字报|电子报|PDF|全文复制|日期检索|选择日期|按日期|收藏|我要评论|发表评论"
)
LINKS = pattern(
    r"(?:[^\w]*(?:[上下前后]一[版篇页期条]|放大[+]?|缩小[-]?|默认|字[号体]|大|中|小|分享[到至]?|微信(?:朋友圈)?|朋友圈|(?:新浪|腾讯)?微博|[Qq][Qq](?:空间|好友)?"
    r"|人人网|豆瓣|复制链接|打印(?:本[页稿文])?|关闭(?:窗口|本页)?|返回(?:目录|首页|顶部|主页|列表|版面|上页)?|首页|主页|版面(?:概览|导航|目录|列表)|[标稿文]题?[件章]?导航"
    r"|往期(?:回顾|报纸|查询|检索)|数字报(?:首页|刊|纸)?|电子报|PDF(?:版|下载)?|下载(?:PDF)?|全文复制|朗读|收听|语音播报|收藏(?:本[页文])?|(?:我要|发表)?评论|纠错"
    r"|日期检索|按日期(?:检索|查询|查找)|选择日期|高级检索|检索|搜索|本版(?:新闻|标题|目录)|目录|更多|Facebook|Twitter|X|Line))+[^\w]*\Z",
    re.IGNORECASE,
)


def loops_of(blocks: tuple[Block, ...]) -> dict[int, int]:
    """The blocks that only repeat what stands before them, each with the block that it repeats.

    A reading machine that loops writes the same lines again and again, one line or a cycle of up to
    six, and may stop inside a line. Two equal lines in a row are none: couplets and credits do that.
    """
    sheet = blocks[0].sheet if blocks else None
    if sheet is not None and sheet.loops is not None:
        known: dict[int, int] = sheet.loops
        return known
    loops = {block.index: block.index - 1 for block in blocks if block.kind == "loop"}
    if len({block.folded for block in blocks}) == len(blocks):  # no line stands twice
        if sheet is not None:
            sheet.loops = loops
        return loops
    folded = [block.folded.replace(" ", "") if block.kind == "text" else "" for block in blocks]
    copies_of = Counter(folded)
    done = 0
    for i in [place for place, line in enumerate(folded) if copies_of[line] > 1]:
        if i < done:
            continue
        for cycle in range(1, 7):
            size = sum(map(len, folded[i : i + cycle]))
            if size <= 2:  # 的 above 的 is no line that a machine repeats
                continue
            end = i + cycle
            while end < len(folded) and folded[end] and folded[end] == folded[end - cycle]:
                end += 1
            copies = (end - i) // cycle
            tail = _opens_of(folded, end, cycle)
            if copies >= 3 or (copies == 2 and (size > 40 or (tail and size > 12))):
                end += tail
                for k in range(i + cycle, end):
                    loops[k] = i + (k - i) % cycle
                done = end
                break
    if sheet is not None:
        sheet.loops = loops
    return loops


def _opens_of(folded: list[str], end: int, cycle: int) -> int:
    """1 where an unfinished last copy follows."""
    if (
        end < len(folded)
        and end >= cycle
        and len(folded[end]) > 3
        and folded[end - cycle].startswith(folded[end])
    ):
        return 1
    return 0
