"""The labels that a model writes before the lines of a page: **标题**：, 作者：, 正文：, "title": , ### 文章一.

Asked for the text of a page, many a model also says what each line is. Its words are no print: they are
kept beside the text like other marks. A newspaper prints 作者： and 题目： itself, in the data of a book or
a list of prizes, so one label proves nothing; a page is labelled where titles and texts are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from banmian.model import Role, Span
from banmian.patterns import pattern

if TYPE_CHECKING:
    from banmian.model import Block, Sheet
    from banmian.reading.lines import Line

#: what models call the parts of a page, in folded characters; the first two kinds tell a labelled page
NAMES = {
    Role.HEADLINE: r"(?:主|大|正|新闻|文章|报道|稿件)?标题|主题|题目|(?:main )?(?:headline|title)",
    Role.PARAGRAPH: r"(?:文章|新闻|报道)?(?:正文|内文|内容)|导语|全文|(?:article )?(?:body|content|text)(?: text)?|lead",
    Role.DECK: r"副标?题|subtitle|sub-?headline|deck",
    Role.KICKER: r"引题|[肩眉上]标?题|kicker|eyebrow",
    Role.SUBHEAD: r"[小子分]标题|sub-?head(?:ing)?|section (?:title|heading)",
    Role.BYLINE: r"(?:文章)?作者|署名|by-?line|author",
    Role.CAPTION: r"图片?说明?|图[说注]|照片说明|(?:image |photo )?caption",
    Role.STANDING_HEAD: r"栏[目题]|专栏|栏目名称?|section|column",
    Role.FOLIO: r"版[面次名]|页码|报头|报[纸刊]?名称?|报纸|(?:出版)?日期|(?:出版)?时间|刊号|(?:page|newspaper|date|publication|edition|masthead)(?: (?:name|number))?",
    Role.ADVERT: r"广告|ad(?:vertise?ment)?",
    Role.TEASER: r"导读|teasers?",
}
#: 标题： **标题**： 【标题】 "title": and the number that a model gave it, 标题1：
LABEL = pattern(
    r"(?P<open>[【\[（\"“])?(?:"
    + "|".join(f"(?P<{role}>{names})" for role, names in NAMES.items())
    + r")[ ]?[0-9一二三四五六七八九十]{0,2}(?:(?(open)[】\]）\"”][ ]*：?|：))[ ]*(?P<quote>\"(?=.*\"，?\Z))?",
    re.IGNORECASE,
)
LONGEST_LABEL = 24  #: characters
#: the first characters of NAMES
BEGINS_A_NAME = frozenset("标主大正新文报稿题内导全副引肩眉上小子分作署图照栏专版页出日时刊广abcdehiklmnpst")
OPENS_A_LABEL = '【（“"'
#: no other line of a page has these words
SURE = pattern(r"标题|正文|内文|headline|title|body", re.IGNORECASE)
#: ### 文章一, ## 第2篇, Article 3: before its title or alone
COUNTED = pattern(
    r"[【\[]?(?:(?:文章|新闻|报道|稿件|(?:news )?article|story|news|item)[ ]?#?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
    r"|第(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[篇则条](?:文章|新闻|报道|稿件)?)[】\]]?(?:：[ ]*|\Z)",
    re.IGNORECASE,
)
#: of a page in JSON: braces, and the name of a list
BRACES = pattern(r"(?:[\"“][^\"“”]{1,20}[\"”]：)?[ ]*[【】{}，]+\Z")
CLOSING_QUOTE = pattern(r"\"，?\Z")
#: 作者：无
NOTHING = pattern(
    r"[（“\"]*(?:无|未注明|未署名|未知|未提供|不详|[-/—]+|n/?a|none|unknown|null)[）\"”]*[。.，]?\Z",
    re.IGNORECASE,
)
#: a cheap look before the dear one: a page without these words has no labels
TITLED = ("标题", "题目", "eadline", "itle", "EADLINE", "ITLE")
FIRST_STORIES = (
    "文章一",
    "文章1",
    "报道一",
    "报道1",
    "新闻一",
    "新闻1",
    "稿件一",
    "稿件1",
    "rticle 1",
    "tory 1",
)
FIRST_NUMBERS = ("1. **", "1.**", "# 1.", "**1.", "1、**", "# 1、", "**1、")
#: what stands before a line and is not printed
MARKS = pattern(r"[#*_>`~]|<[^<>]{0,200}>")
FEWEST_TITLES = 2
NUMBER = pattern(r"(?P<n>[0-9]{1,2})[.、][ ]*")
FEWEST_NUMBERS = 3
#: what may stand before the first title of a page
OF_THE_PAGE = pattern(r"[0-9]日|[日月]星期|[0-9][版页]|\b[A-Z][0-9]|图片|版面|文字|[日晚早时周]报\Z")


def without_labels(folded: str, lines: list[Line], texts: list[str]) -> bool:
    """Takes what the model wrote before lines from the ``lines`` and from their ``texts``, in place.

    Whether there was anything to take.
    """
    counted = _has_one_of(FIRST_STORIES, folded) and _are_counted(lines, texts)
    named = (counted or _has_one_of(TITLED, folded)) and _without_names(lines, texts, counted=counted)
    numbered = _has_one_of(FIRST_NUMBERS, folded) and _without_numbers(folded, lines, texts)
    return named or numbered


def _has_one_of(words: tuple[str, ...], text: str) -> bool:
    """Whether one of the words stands anywhere in the text."""
    return any([word in text for word in words])


def _without_names(lines: list[Line], texts: list[str], *, counted: bool) -> bool:
    named: dict[int, tuple[Role, int]] = {}
    sure = {Role.HEADLINE: 0, Role.PARAGRAPH: 0}
    for i, text in enumerate(texts):
        if lines[i].kind == "text" and (label := _label(text, alone=lines[i].marked)):
            named[i] = label
            if label[0] in sure and SURE.search(text, 0, label[1]):
                sure[label[0]] += 1
    if not counted and sure[Role.HEADLINE] < (1 if sure[Role.PARAGRAPH] else FEWEST_TITLES):
        return False
    for i, text in enumerate(texts):
        line = lines[i]
        if line.kind != "text":
            continue
        end = len(text)
        role, start = named.get(i, (None, 0))
        if role is None and (count := COUNTED.match(text)):
            start = count.end()
        elif role is None and BRACES.match(text):
            start = end
        elif role is not None and text[start - 1] == '"' and start < end:
            closing = CLOSING_QUOTE.search(text, start)
            end = closing.start() if closing else end
        if start and (start >= end or NOTHING.match(text, start, end)):
            lines[i], texts[i] = line._replace(kind="rule", pieces=()), ""
        elif start:
            lines[i], texts[i] = line._replace(pieces=_cut(line.pieces, start, end)), text[start:end]
    return True


def _without_numbers(folded: str, lines: list[Line], texts: list[str]) -> bool:
    """Takes the numbers away with which a model counted all titles of a page: 1. **…**, ### 2. ….

    A text in parts counts its subheads too. But there a title without a number comes first.
    """
    counted: list[tuple[int, int]] = []
    for i, (line, text) in enumerate(zip(lines, texts, strict=True)):
        number = NUMBER.match(text)
        if number and int(number["n"]) == len(counted) + 1 and (line.marked or _is_bold_behind(folded, line)):
            counted.append((i, number.end()))
        elif not counted and (line.kind != "text" or OF_THE_PAGE.search(text)):
            continue
        elif not counted or line.level:
            return False
    if len(counted) < FEWEST_NUMBERS:
        return False
    for i, end in counted:
        line = lines[i]
        lines[i] = line._replace(pieces=_cut(line.pieces, end, len(texts[i])), bold=not line.level)
        texts[i] = texts[i][end:]
    return True


def _is_bold_behind(folded: str, line: Line) -> bool:
    """1. **…**: a number, and all that follows in bold."""
    return len(line.pieces) == 2 and folded[line.pieces[1].end : line.span.end].strip() == "**"


class Labels(NamedTuple):
    """What the labels of the model call each block of a page, and whether they tell its titles."""

    roles: tuple[Role | None, ...]
    titles: bool


def labels_of(sheet: Sheet) -> Labels | None:
    """The labels of a page, found out once; ``None`` if the model wrote none."""
    if sheet.labels is None:
        may_be = _has_one_of(TITLED + FIRST_STORIES + FIRST_NUMBERS, sheet.folded)
        roles = tuple([_label_before(block) for block in sheet.blocks]) if may_be else ()
        sheet.labels = Labels(roles, Role.HEADLINE in roles) if any(roles) else False
    found: Labels | Literal[False] = sheet.labels
    return found or None


def labelled_as(block: Block) -> Role | None:
    """What the label of the model calls a block: its own, or one alone on the line before."""
    labels = labels_of(block.sheet)
    return labels.roles[block.index] if labels else None


def _label_before(block: Block) -> Role | None:
    if not block.pieces:
        return None
    if before := _before(block):
        label = _label(before)
        if label:
            return label[0]
        return Role.HEADLINE if COUNTED.match(before) or NUMBER.fullmatch(before) else None
    above = block.before
    if above is None or above.kind != "rule":
        return None
    label = _label(_before(above), alone=True)
    return label[0] if label else None


def _before(block: Block) -> str:
    """What stands before the text of a block and is no mark of Markdown or HTML."""
    end = block.pieces[0].start if block.pieces else block.span.end
    if end == block.span.start:
        return ""
    return MARKS.sub("", block.sheet.folded[block.span.start : end]).strip()


def _label(text: str, *, alone: bool = False) -> tuple[Role, int] | None:
    """The role that a label at the start of a text names, and where the label ends."""
    opened = text[:1] in OPENS_A_LABEL
    if text[opened : opened + 1].lower() not in BEGINS_A_NAME or not (
        alone or opened or "：" in text[:LONGEST_LABEL]
    ):
        return None
    label = LABEL.match(text)
    if label is None and alone:
        label = LABEL.match(text + "：")  # ### 正文
        if label is not None and label.end() <= len(text):
            return None
    if label is None:
        return None
    role = next(Role(name) for name, value in label.groupdict().items() if value and name in NAMES)
    return role, min(label.end(), len(text))


def _are_counted(lines: list[Line], texts: list[str]) -> bool:
    """Whether the model counted the stories: 文章一 and 文章二, in headings or alone on their lines."""
    counts = [
        count
        for line, text in zip(lines, texts, strict=True)
        if line.kind == "text"
        and (count := COUNTED.match(text))
        and count["n"]
        and (line.marked or count.end() == len(text))
    ]
    return len(counts) > 1 and [count["n"] for count in counts[:2]] in (["1", "2"], ["一", "二"])


def _cut(pieces: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The pieces of a line from one of its characters to another."""
    kept = []
    at = 0
    for low, high in pieces:
        size = high - low
        left, right = max(low, low + start - at), min(high, low + end - at)
        if left < right:
            kept.append(Span(left, right))
        at += size
    return tuple(kept)
