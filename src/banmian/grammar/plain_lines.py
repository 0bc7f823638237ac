"""The commonest credit line, read in one go: 株洲日报记者 王小明 李 强."""

from __future__ import annotations

import re

from banmian.grammar.names import ENDS_OF_A_CLAUSE, HAN, NEVER_IN_A_NAME
from banmian.grammar.roles import WORK
from banmian.grammar.vocabulary import surnames, words_like_names
from banmian.model import Byline, BylineRole, Span
from banmian.patterns import pattern

#: the commonest line, read in one go: 株洲日报记者 王小明 李 强, （X日报记者 王小明 整理）
PLAIN_LINE = pattern(
    rf"""
    (?:[■□◎][ ]?|（)?
    (?P<outlet>[^\W!-~]{{2,8}}(?:日报|晚报|早报|时报|新闻|商报|晨报)社?|本报|新华社|人民网)?
    (?P<title>(?:全媒体|融媒体|首席|高级|见习|实习|特约)?记者|通讯员|实习生)
    (?:[ /]|：(?=[^ ]*[ ]|[^ ]*\Z))
    (?P<names>{HAN}{{2,3}}(?:[ 、](?!整理|通讯|实习){HAN}{{2,3}}){{0,11}})
    (?<!摄)(?P<suffix>[ ]整理|[ ]?摄)?  # 王 明摄: the last character is no part of the name
    ）?
    """,
    re.VERBOSE,
)
#: characters that desks end with and names seldom do; such a line is read with care
CARE = frozenset("心闻道部组室台网社报刊馆院局厅委处时合团队司会学府体志视播端号者方位牌频料电坛构行防等员")
PLAIN_ROLES = {"记者": BylineRole.REPORTER, "讯员": BylineRole.CORRESPONDENT, "习生": BylineRole.INTERN}
PLAIN_SUFFIXES = {" 整理": BylineRole.COMPILER, " 摄": BylineRole.PHOTOGRAPHER, "摄": BylineRole.PHOTOGRAPHER}


def plain_byline(text: str, folded: str, match: re.Match[str]) -> Byline | None:
    """The one credit of the commonest line; ``None`` if any name in it needs care."""
    if (folded[0] == "（") != (folded[match.end() - 1] == "）"):
        return None
    start, end = match.span("names")
    known, words = surnames(), words_like_names()
    names: list[str] = []
    at = start
    for name in folded[start:end].replace("、", " ").split(" "):
        if (
            name[0] not in known
            or name in words
            or name in WORK
            or name[-1] in CARE
            or NEVER_IN_A_NAME.search(name)
            or name.endswith(ENDS_OF_A_CLAUSE)
        ):
            return None
        names.append(text[at : at + len(name)])
        at += len(name) + 1
    house_at = match.start("outlet")
    title_at, title_end = match.span("title")
    suffix = match["suffix"]
    role = PLAIN_ROLES[match["title"][-2:]] if suffix is None else PLAIN_SUFFIXES[suffix]
    left = title_at if house_at < 0 else house_at
    right = end if suffix is None else match.end("suffix")
    return Byline(
        role,
        tuple(names),
        text[title_at:title_end],
        None if house_at < 0 else text[house_at:title_at],
        None,
        text[left:right],
        Span(left, right),
    )
