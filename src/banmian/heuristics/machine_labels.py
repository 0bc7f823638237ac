"""What a model says of the lines of a page in labels of its own: **标题**：, 作者：, "正文": .

The labels were taken from the text where it was read (``reading.labels``); here they speak for the roles
that they name. A model that tells title from text so is nearly always right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.model import Role
from banmian.reading.labels import labelled_as, labels_of

if TYPE_CHECKING:
    from banmian.model import Block


def is_labelled_a_headline(block: Block) -> str | None:
    """标题：, 主标题： or ### 文章一： before a line of a labelled page makes it the headline.

    >>> page = read_blocks("**标题**：夜校开课\\n\\n**正文**：夜校昨晚开课。")
    >>> is_labelled_a_headline(page[0])
    'labelled a headline'
    >>> is_labelled_a_headline(page[1])
    """
    return _labelled(block, Role.HEADLINE)


def is_labelled_a_kicker(block: Block) -> str | None:
    """引题：, 眉题： before a line of a labelled page makes it the kicker.

    >>> page = read_blocks("引题：区里出钱\\n标题：夜校开课\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_kicker(page[0])
    'labelled a kicker'
    >>> is_labelled_a_kicker(page[1])
    """
    return _labelled(block, Role.KICKER)


def is_labelled_a_deck(block: Block) -> str | None:
    """副标题： before a line of a labelled page makes it the deck.

    >>> page = read_blocks("标题：夜校开课\\n副标题：首批二十人\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_deck(page[1])
    'labelled a deck'
    >>> is_labelled_a_deck(page[0])
    """
    return _labelled(block, Role.DECK)


def is_labelled_a_subhead(block: Block) -> str | None:
    """小标题： before a line of a labelled page makes it a subhead.

    >>> page = read_blocks("标题：夜校开课\\n正文：夜校昨晚开课。\\n小标题：有人来听")
    >>> is_labelled_a_subhead(page[2])
    'labelled a subhead'
    >>> is_labelled_a_subhead(page[0])
    """
    return _labelled(block, Role.SUBHEAD)


def is_labelled_a_byline(block: Block) -> str | None:
    """作者： before a line of a labelled page makes it the byline.

    >>> page = read_blocks("标题：夜校开课\\n作者：白石\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_byline(page[1])
    'labelled a byline'
    >>> is_labelled_a_byline(page[2])
    """
    return _labelled(block, Role.BYLINE)


def is_labelled_a_paragraph(block: Block) -> str | None:
    """正文：, 内容： before a line of a labelled page makes it text.

    >>> page = read_blocks("标题：夜校开课\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_paragraph(page[1])
    'labelled a paragraph'
    >>> is_labelled_a_paragraph(page[0])
    """
    return _labelled(block, Role.PARAGRAPH)


def is_labelled_a_caption(block: Block) -> str | None:
    """图片说明： before a line of a labelled page makes it a caption.

    >>> page = read_blocks("标题：夜校开课\\n正文：夜校昨晚开课。\\n图片说明：学员在听课。")
    >>> is_labelled_a_caption(page[2])
    'labelled a caption'
    >>> is_labelled_a_caption(page[1])
    """
    return _labelled(block, Role.CAPTION)


def is_labelled_a_standing_head(block: Block) -> str | None:
    """栏目： before a line of a labelled page makes it a standing head.

    >>> page = read_blocks("栏目：夜读\\n标题：夜校开课\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_standing_head(page[0])
    'labelled a standing_head'
    >>> is_labelled_a_standing_head(page[1])
    """
    return _labelled(block, Role.STANDING_HEAD)


def is_labelled_a_folio(block: Block) -> str | None:
    """版面：, 日期：, 报纸名称： before a line of a labelled page makes it a folio line.

    >>> page = read_blocks("版面：A7 港闻\\n标题：夜校开课\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_folio(page[0])
    'labelled a folio'
    >>> is_labelled_a_folio(page[1])
    """
    return _labelled(block, Role.FOLIO)


def is_labelled_an_advert(block: Block) -> str | None:
    """广告： before a line of a labelled page makes it an advert.

    >>> page = read_blocks("标题：夜校开课\\n正文：夜校昨晚开课。\\n广告：安乐茶庄 新茶上市")
    >>> is_labelled_an_advert(page[2])
    'labelled an advert'
    >>> is_labelled_an_advert(page[1])
    """
    return _labelled(block, Role.ADVERT)


def is_labelled_a_teaser(block: Block) -> str | None:
    """导读： before a line of a labelled page makes it a teaser.

    >>> page = read_blocks("导读：夜校明年扩班 四版\\n标题：夜校开课\\n正文：夜校昨晚开课。")
    >>> is_labelled_a_teaser(page[0])
    'labelled a teaser'
    >>> is_labelled_a_teaser(page[1])
    """
    return _labelled(block, Role.TEASER)


def is_unlabelled_among_labels(block: Block) -> str | None:
    """Where the model labels every title, a short line without a label is none.

    >>> page = read_blocks("标题：夜校开课\\n正文：夜校昨晚开课。\\n有人来听\\n标题：早市收摊\\n正文：早市昨日收摊。")
    >>> is_unlabelled_among_labels(page[2])
    'the titles of the page are labelled, this line is not'
    >>> is_unlabelled_among_labels(page[3])
    """
    labels = labels_of(block.sheet)
    if labels is None or not labels.titles or labels.roles[block.index] is not None:
        return None
    return "the titles of the page are labelled, this line is not"


def _labelled(block: Block, role: Role) -> str | None:
    if labelled_as(block) is not role:
        return None
    return f"labelled {'an' if role is Role.ADVERT else 'a'} {role}"
