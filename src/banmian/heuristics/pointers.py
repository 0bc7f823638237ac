"""Lines that point to another page of the paper: teasers and tables of contents (导读), references (参见)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar import jump
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block

PAGE = r"(?:第?[一二三四五六七八九十]{1,3}版|(?:第|[A-Z]{1,2})\d{1,3}(?:[/-][A-Z]?\d{1,3})?版?|第\d{1,3}页|\d{1,2}版|[Pp]\d{1,2}版?)"
TEASER = pattern(
    rf"[（【{{]?{PAGE}[）】}}]?\Z|(?:详见|见|刊|刊于|全文见|报道见|详刊){PAGE}[）】}}]?\Z|今日导读\Z|导读\Z"
)
#: a text's own reference: ……尊重决定。（相关新闻见A4）
BEHIND_A_SENTENCE = pattern(r"[。！？][”’]?[（【][^（【]{0,28}\Z")
LONGEST_TEASER_END = 32  #: characters; what TEASER finds at the end of a line is shorter
LAST_OF_A_LABEL = frozenset("读览点要录目】：")
#: or a figure
LAST_OF_A_TEASER = frozenset("版页读）】}")
TEASER_START = pattern(r"[▶►]?[A-Z]\d{1,2}版? +(?=[^ ])|[▶►].*(?:→|＞|>)")
LONGEST_PAGE = 5  #: characters, of ▶第二版
#: 二版：清河公社怎样当年改变面貌
PAGE_FIRST = pattern(r"[▶►●■◆]? ?(?:第?[一二三四五六七八九十]{1,2}版|[A-Z]?\d{1,2}版)[：/| ] ?[^ ]{4}")
TEASER_LABEL = pattern(
    r"【?(?:今日|本期|版面)?(?:[一二三四五六七八九十、]{1,9}版)?(?:导读|导览|看点|提要|目录|要目)】?[：]?\Z"
)


def points_to_a_page(block: Block) -> str | None:
    """A short line that ends with a page, or the word 导读, points into the paper (导读).

    >>> points_to_a_page(read_blocks("全省外贸工作会议召开（A04）")[0])
    'points to a page'
    >>> points_to_a_page(read_blocks("全省外贸工作会议召开")[0])
    >>> points_to_a_page(read_blocks("全省外贸工作会议召开（上接A01版）")[0])
    >>> points_to_a_page(read_blocks("省里昨天开会部署外贸工作。（相关新闻见A04）")[0])
    """
    facts, folded = block.look, block.folded
    jumps = facts.jump and not is_an_arrow_below_a_title(block)
    if facts.length > 60 or jumps or facts.folio or facts.lede:
        return None
    if "版" in folded[:LONGEST_PAGE] and PAGE_FIRST.match(folded):
        beside = any(one is not None and PAGE_FIRST.match(one.folded) for one in (block.before, block.after))
        return "one of several pages and what stands there" if beside and "。" not in folded else None
    last = folded.rstrip(" ")[-1:]
    if last in LAST_OF_A_LABEL and TEASER_LABEL.match(folded):
        return "names the contents of the paper"
    if facts.length > 5 and TEASER_START.match(folded):
        return "names a page and what stands there"
    if last not in LAST_OF_A_TEASER and not last.isdecimal():
        return None
    if not TEASER.search(folded.replace(" ", "")[-LONGEST_TEASER_END:]) or BEHIND_A_SENTENCE.search(folded):
        return None
    return None if jump.closes_with_jump(block.text, folded) else "points to a page"


def is_an_arrow_below_a_title(block: Block) -> bool:
    """→A3版 where no text stands above that it could lead on."""
    if block.before is None or block.before.look.prose:
        return False
    arrow = jump.is_an_arrow(block.folded)
    return arrow is not None and arrow["to"] is not None


def refers_to_another_page(block: Block) -> str | None:
    """（讲话全文见A02版） under a story refers to another page; it is a line of the story (参见).

    >>> refers_to_another_page(read_blocks("（讲话全文见A02版）（决定全文见A03版）")[0])
    'a reference in brackets'
    >>> refers_to_another_page(read_blocks("全省外贸工作会议召开（A04）")[0])
    """
    folded = block.folded
    return (
        "a reference in brackets"
        if folded[:1] == "（" and folded[-1:] == "）" and REFERENCE.search(folded)
        else None
    )


REFERENCE = pattern(r"见.{0,6}(?:版|[A-Z]\d{1,2}）)")
