"""Labels over a column or a box (栏题)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banmian.model import Block

LABEL = re.compile(
    r"[【·]?(?:简讯|短讯|短波|短评|言论|社评|国内简讯|国际简讯|国际短波|要闻简报|一句话新闻|图片新闻|图说|新闻集锦|今日导读|"
    r"读者来信|读者投书|来信照登|编读往来|一线传真|本报专栏|专栏|连载|(?:长篇|小说){1,2}连载|时评|街谈巷议|大家谈|百家言|"
    r"[\u4e00-\u9fff]{2,4}(?:短波|短讯|简讯|简报|快讯|集萃|瞭望|走笔|絮语|论坛|茶座|聚焦|传真|速递|播报|信箱|问答|钩沉|"
    r"观察|笔记|随笔|札记|手记|视点|话题|看台|放谈|漫笔|杂谈|夜话|家书|档案|采风|心语|园地|天地|之窗|之声|见闻|专递))[】·]?\Z"
)


def is_a_standing_label(block: Block) -> str | None:
    """简讯, 国际短波, 读者来信 stand over one or more items (栏题).

    >>> is_a_standing_label(read_blocks("国际短波")[0])
    'a column label'
    >>> is_a_standing_label(read_blocks("国际短波电台开播")[0])
    """
    return "a column label" if LABEL.match("".join(block.folded.split())) else None
