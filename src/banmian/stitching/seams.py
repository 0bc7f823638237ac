"""Where one part of a story breaks off and the next goes on: inside a sentence, or between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.assembly.paragraphs import LABEL, NOTE
from banmian.grammar.dateline import opens_with_dateline
from banmian.heuristics.prose import LIST_ITEM
from banmian.reading.looks import FINAL, FINAL_BY_THEMSELVES, FINAL_CLOSERS, FRAGMENT
from banmian.script import fold

if TYPE_CHECKING:
    from banmian.model import Article

GOES_ON = 1.0
OPENS_ANEW = -2.0
HALF_A_SENTENCE = -3.0  #: behind a whole one
SHORTEST_HALF = 12  #: characters of a paragraph that breaks off; shorter ones are labels and verse
#: no sentence begins with one of these
INSIDE_A_SENTENCE = "，。、；：！？”’）》"


def runs_on(first: str, second: str) -> bool:
    """Whether two paragraphs on two pages are the halves of one.

    >>> runs_on("近年来，许多商场悄然增加座椅休息区，", "消费者不再被迫赶路。")
    True
    >>> runs_on("产业发展有了新的方向。", "技术团队一头扎进实验室。")
    False
    """
    if not first or not second or _opens_anew(second):
        return False
    if not _is_unfinished(first):
        return fold(second)[0] in INSIDE_A_SENTENCE
    return len(first) >= SHORTEST_HALF or FRAGMENT.match(fold(second)) is not None


def fits(first: Article, second: Article) -> float:
    """What the end of one text and the beginning of another say for their being one text."""
    if not first.paragraphs or not second.paragraphs:
        return 0.0
    end, start = first.paragraphs[-1].text, second.paragraphs[0].text
    unfinished, inside = _is_unfinished(end), fold(start)[:1] in tuple(INSIDE_A_SENTENCE)
    if unfinished:
        return OPENS_ANEW if _opens_anew(start) else GOES_ON
    if inside:
        return HALF_A_SENTENCE
    return OPENS_ANEW if _opens_anew(start) else 0.0


def _is_unfinished(text: str) -> bool:
    folded = fold(text).rstrip()
    return folded[-1:] not in FINAL_BY_THEMSELVES and folded.rstrip(FINAL_CLOSERS)[-1:] not in FINAL


def _opens_anew(text: str) -> bool:
    """本报讯, an editor's note, ■ or the number of a list begin something of their own."""
    folded = fold(text)
    return bool(
        opens_with_dateline(text, folded)
        or LABEL.match(folded)
        or NOTE.match(folded)
        or LIST_ITEM.match(folded)
    )
