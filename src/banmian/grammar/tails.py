"""Where in the last characters of a paragraph a credit may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.forms import LEADING_MARK
from banmian.grammar.names import HAN
from banmian.grammar.parts import BRACKET, FINAL_BRACKET, LINE, Setting
from banmian.grammar.regions import LONGEST_CREDIT
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

from banmian.grammar.credit_lines import SIGNED_NAME

TAIL_REACH = 140
LAST_SENTENCE_END = pattern(r"[。！？…”’」』）】]")
STARTS_OF_A_TAIL = pattern(rf"(?<=[。！？…”’）】])|(?<=，)(?={HAN}{{2,4}}摄\Z)|[■□◆◇●◎▲▼]|[ ]+")
MOST_STARTS = 12


def final_regions(folded: str, end: int) -> Iterator[tuple[int, int, Setting]]:
    """Where a credit may stand that ends at ``end``: the last bracket, then what follows each break."""
    if folded[end - 1 : end] in ("）", "】"):
        opener = "（" if folded[end - 1] == "）" else "【"
        start = folded.rfind(opener, max(0, end - LONGEST_CREDIT), end)
        if start < 0:
            return
        # a name by itself closes a story only after its last sentence
        before = folded[:start].rstrip()[-1:] if start else ""
        closes = before in ("", "。", "！", "？", "”", "…", "’")
        # 新华社发（N 摄）: the agency stands before the bracket
        lead = AGENCY_BEFORE_BRACKET.search(folded, max(0, start - 16), start)
        if lead:
            yield lead.start(), end, BRACKET
        yield start, end, FINAL_BRACKET if closes else BRACKET
        return
    if signed := SIGNED.search(folded, max(0, end - 6), end):  # ……。□王小明
        yield signed.start("name"), end, SIGNED_NAME
        return
    first = max(0, end - TAIL_REACH)
    sentence_ends = [match.end() for match in LAST_SENTENCE_END.finditer(folded, first, end - 1)]
    if sentence_ends:
        first = sentence_ends[-1]
    yield first, end, BRACKET if LEADING_MARK.match(folded, first, end) else LINE
    starts = [match.end() for match in STARTS_OF_A_TAIL.finditer(folded, first + 1, end)]
    for start in starts[-MOST_STARTS:]:
        # 接受本报记者 X 采访: what follows an office is not all of a credit
        if not folded.endswith(OFFICES_AT_END, max(0, start - 6), start):
            yield start, end, LINE


#: a name behind a mark that signs closes a text
SIGNED = pattern(rf"[■□◎][ ]?(?P<name>{HAN}{{2,3}}|{HAN}[ ]{HAN})\Z")
OFFICES_AT_END = ("记者 ", "通讯员 ", "实习生 ", "评论员 ", "特派员 ")
AGENCY_BEFORE_BRACKET = pattern(r"(?:新华社|中新社|中央社|本报|记者)[发]?[ ]?\Z")
