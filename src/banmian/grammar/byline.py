"""Bylines and credits (署名): who wrote, translated, photographed, and for whom.

Credits stand on lines of their own (``credit_lines``), at the head of a paragraph and in its last characters
(``paragraph_credits``), and at the end of captions (``picture_credits``). ``credits`` reads what stands there,
and all of it must be a credit: a reporter in a sentence (警方告訴記者王小明) leaves words over, and so is none.
Matching is done on the folded print, values are quoted from the print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.grammar.fields import are_plain_names, trimmed
from banmian.grammar.lines import lines_of
from banmian.grammar.names import Trust, read_names
from banmian.model import Byline, Span
from banmian.patterns import pattern
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

from banmian.grammar.credit_lines import moved, read_credit_line
from banmian.grammar.paragraph_credits import read_paragraph_credits


def find_bylines(text: str) -> tuple[Byline, ...]:
    """The credits in any text: a byline, a lede, a caption, a signature, a whole article.

    Raises TypeError for anything but a string.

    >>> [byline.names for byline in find_bylines("记者王小明 通讯员 李 四")]
    [('王小明',), ('李四',)]
    >>> find_bylines("警方告訴記者王小明，事件仍待調查。")
    ()
    """
    found: list[Byline] = []
    pictures: list[Byline] = []
    above: Byline | None = None
    for start, printed, folded in lines_of(text, "find_bylines"):
        below = read_names_below(above, printed, folded) if above and folded.strip() else None
        if below is not None:
            if found[-1:] == [above]:  # named now
                found.pop()
            found.append(moved(below, start))
        elif len(folded) > 2:
            whole = read_credit_line(printed, folded)
            credits = read_paragraph_credits(printed, folded) if whole is None else whole
            into = pictures if whole is None and IS_CAPTION.match(folded) else found
            into.extend(moved(credit, start) for credit in credits)
            above = found[-1] if whole and is_an_office_alone(whole) else None
    # who took a picture is a story's credit only where the text is a caption by itself
    if not any(credit.names for credit in found):
        found = sorted(found + pictures, key=lambda credit: credit.span)
    return _each_once(found)


def is_an_office_alone(credits: Iterable[Byline]) -> bool:
    """本报记者 with nobody named, whose names may stand on the lines below."""
    alone = list(credits)
    return len(alone) == 1 and not alone[0].names and fold(alone[0].title or "").endswith(OFFICES_WITH_NAMES)


OFFICES_WITH_NAMES = ("记者", "通讯员", "实习生", "特派员")


def read_names_below(office: Byline, text: str, folded: str) -> Byline | None:
    """The credit of a line of names below an office that stands alone; ``None`` for any other line.

    >>> (office,) = read_credit_line("本报记者", "本报记者")
    >>> read_names_below(office, "王明　李小丽", "王明 李小丽").names
    ('王明', '李小丽')
    """
    start, end = trimmed(folded, 0, len(folded))
    if not 2 <= end - start <= LONGEST_ROW_OF_NAMES or not are_plain_names(folded, start, end):
        return None
    names = read_names(text, folded, start, end, Trust.NONE)
    if names is None:
        return None
    people = tuple([name.text for name in names.people])
    return evolve(office, names=people, text=text[start:end], span=Span(start, end))


LONGEST_ROW_OF_NAMES = 40
IS_CAPTION = pattern(r"[ ]*(?:[▲▼△▽■◀▶]|图[为：/一二三四五1-9]|[上下左右题]图)")


def _each_once(credits: Iterable[Byline]) -> tuple[Byline, ...]:
    kept: dict[object, Byline] = {}
    for credit in credits:
        kept.setdefault((credit.role, credit.names, credit.title, credit.affiliation), credit)
    return tuple(kept.values())
