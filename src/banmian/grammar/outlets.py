"""Newspapers, agencies and desks as they stand before a reporter: 株洲日报社, CNEWS匯流新聞網, 大公报."""

from __future__ import annotations

import re

from banmian.grammar.vocabulary import newspapers, outlets, wire_agencies
from banmian.patterns import pattern

SELF = ("本报", "本刊", "本社", "本台", "本网", "本站", "我报", "我社")
#: what an outlet's name ends with
END = pattern(
    r"(?:报|报系|电讯|周刊|画刊|月刊|海外版|农村版|报社|日报社|社|网|网站|台|刊|杂志|传媒|新闻|电视|广播|卫视|频道|在线|客户端|报道组|采访组|集团|媒体|新闻云|时报云|中心|视频|资讯|"
    r"通讯|编辑部|热线|工作室|公众号|评论|快讯|导报|论坛|画报|读本|经济报道|头条|全媒|[A-Za-z0-9+]{2}|(?<=[^ ]{3})\+)\Z"
)
LONGEST_END = len("经济报道")
#: 告訴記者, 對本報記者: the word before is part of a sentence
SENTENCE = pattern(
    r"\A(?:据|引|援|由|综合|当)|[的了吗呢吧问答告诉对向据让请被把跟随与和及从等说称会给受或遇遭打拒]|稿件|(?<!自)由|采访|感谢|欢迎|作为|成为|一名|优秀|邀请|召开|举行|通过|[是系曾](?:本报|本刊|本社|本台)\Z"
)
ALLOWED = pattern(r"[\w·•+&.—《》-]+\Z")
LONGEST_OUTLET = 24
IN_TITLE_MARKS = pattern(r"(?:新华社)?[ ]?(?:《[\w·]{2,12}》|“[\w·]{2,8}”)[ ]?")
#: glued to a name before it: 张靖本报通讯员, 记者张三新华社记者李四
GLUED_AT_END = pattern(
    r"(?:本报|本刊|本社|本台|本网|新华社|中新社|中央社|人民日报|中国青年报|光明日报|经济日报|工人日报|解放军报|法制日报|科技日报|中央人民广播电台)社?\Z"
)


def is_outlet(folded: str) -> bool:
    """Whether the string can be a newspaper, an agency or a station.

    >>> [is_outlet(name) for name in ("株洲日报社", "台湾醒报", "TMNU", "大纪元", "警方告诉", "王小明")]
    [True, True, True, True, False, False]
    """
    if IN_TITLE_MARKS.fullmatch(folded):  # 《星島》記者, “新华视点”记者
        return True
    folded = folded.strip(" 《》")
    if not 2 <= len(folded) <= LONGEST_OUTLET or not ALLOWED.match(folded):
        return False
    if folded in SELF or folded in outlets() or folded in wire_agencies() or folded in newspapers():
        return True
    if not END.search(folded, len(folded) - LONGEST_END):
        # 中青报·中青网, and 大河报·豫: the rest is a channel's
        parts = re.split("[·•—+-]", folded)
        if len(parts) > 1:
            return is_outlet(parts[-1]) or is_outlet(parts[0])
        return any(folded[cut:] in outlets() and is_outlet(folded[:cut]) for cut in range(2, len(folded) - 1))
    return SENTENCE.search(folded) is None


def glued_outlet(folded: str) -> int | None:
    """Where an outlet begins that is glued to the name before it: 张靖本报 at 2."""
    match = GLUED_AT_END.search(folded)
    # 陈浩是本报记者 says who he is
    return match.start() if match and match.start() and folded[match.start() - 1] not in "是系曾" else None
