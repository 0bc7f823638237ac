"""Hard-wrapped text: which lines go on in the next one.

Columns of lead type are transcribed a printed line a text line. Such a column shows itself: its
lines are equally wide, break off anywhere, and only the last line of a paragraph is shorter. Titles
between two columns have widths of their own.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.reading.lines import Line

NARROWEST = 7  #: cells; the narrowest column of a 1939 tabloid has eight
FEWEST = 3  #: lines of one width that make a column
SOME = 6  #: lines of one width on a short page, if they are a third of its lines
MANY = 8  #: lines of one width that make it a measure of the page, for every piece of text on it
MOST = 40  #: of a narrower width, which a title may have by chance
INDENTED = 1.5  #: cells of white space that start a paragraph
LONG_RUN = 40  #: lines
LONGER_THAN_A_VERSE = 10  #: cells
WIDE = 12  #: cells; in so wide a column a line that lost or gained a character is still full
LONGEST_IN_BRACKETS = 16  #: characters of the next line, of a signature that a line's end parts
INDENTATION = 2  #: cells before the first line of a paragraph
STRIPPED = 2.5  #: cells that a first line may lack whose indentation was lost

#: a mark at the end of a line that can close a paragraph; prewar papers close with 、 as well
CLOSED = frozenset("。！？…；：、，,.!?;:”’）》】")
#: a short last line ends so; a title may end with a quotation mark
ENDS_PARAGRAPH = pattern(r"[。！？…；：、，,.!?;:）】][”’》]*\Z")
ENDS_SENTENCE = pattern(r"[。！？!?][”’）》】]*\Z")
#: no sentence and no line of a title starts with these
FRAGMENT = frozenset("，。、；：！？”’）》】")
#: phrases with a space between them, and no mark: no column prints so
TITLE = pattern(r"[^，。、；：！？]{2,} +[^，。、；：！？ ][^，。、；：！？]*\Z")
#: the title of an essay or a serial, and who wrote it
WITH_AUTHOR = pattern(r" （[^（）]*）\Z")
#: lines of their own behind a text: who the author is, where it goes on, the label of a box
APART = pattern(
    r"[（(](?:作者|编译|編譯|数据来源|資料來源|资料来源|本栏目|下转|下轉)[^（()）]*[）)]?\Z|【[^【】]{2,8}】\Z"
)
#: 二、防治病虫 after a full stop
NUMBERED = pattern(r"[一二三四五六七八九十]{1,2}、")
#: the last word of a teaser: the page that it points to
TO_A_PAGE = pattern(r"[ 见見][A-Z](?:0[1-9]|[1-9]\d?)\Z")
#: a mark of running text inside a line; lists and titles have few
INSIDE = pattern(r"[，。、].")
#: 上海　四一二、〇〇〇 among others of the kind is a row of a table; so is 3 好戏连场 康明 马智强 130 7
ROW = pattern(
    r"[^\d ]{1,8} +[-\d〇○零一二三四五六七八九十百千万亿、，.%％]{2,14}\Z|(?:[^ ，。]{1,12} +){3,9}[-+]?\d[\d.:：]{0,7}\Z"
    r"|(?:[^ ，。]{1,12} +){2,9}[一二三四五六七八九十]{1,3}时半?\Z"
)
#: a line that says who wrote the text below
BYLINE = pattern(r"[■□●◆◎]? ?[\u4e00-\u9fff]{0,12}(?:记者|記者|通讯员|通訊員) [\u4e00-\u9fff ]{2,16}\Z")
PUNCTUATION = pattern(r"[，。、；：！？]")
#: — 12 — between the lines of a column is the page's number in a file
DASHES = "—-"
PAGE_NUMBER = pattern(r"[—-]{1,2} ?\d{1,3} ?[—-]{1,2}\Z")
#: marks that open an item or a paragraph
OPENS = pattern(
    r"[▲△▼▽■□◆◇●○◎★☆※▶►]|\d{1,2}[.．](?!\d)"
    r"|[（【]?(?:本报|本刊|据?新华社|据?中新社|据?中央社)[^。，]{0,14}?[讯电】）]"
    r"|[（【][^（）【】。，]{1,16}?[〇○零一二三四五六七八九十廿卅\d]日[^（）【】。，]{0,10}?[电讯][）】]"
)


def continued(lines: Sequence[Line], texts: Sequence[str]) -> list[bool]:
    """For each line, whether its paragraph goes on in the next line.

    ``texts`` are the lines' folded texts. Only runs of lines without a blank line between them and
    without marks can be a column; unless every line has a blank line behind it, as some engines write.
    """
    goes_on = [False] * len(lines)
    zones = _zones(lines, texts, [line.gap for line in lines])
    if _stand_apart(lines, texts):
        together = _zones(lines, texts, [False] * len(lines))
        # of pages of columns this is half of the lines and more, of others none
        if 3 * sum(map(bool, chain.from_iterable(zone.columns for zone in together))) >= len(lines):
            zones = together
    measures = _measures(zones)
    for zone in zones:
        zone.measure(measures)
        starts = True
        for i in range(zone.start, zone.end - 1):
            goes_on[i] = zone.goes_on(i - zone.start, starts)
            starts = not goes_on[i]
    return goes_on


def _marked(line: Line) -> bool:
    return bool(line.level or line.bold or line.listed or line.kind != "text")


def _stand_apart(lines: Sequence[Line], texts: Sequence[str]) -> bool:
    """Whether a blank line stands between any two short lines, so that blank lines tell nothing."""
    apart = sum(line.gap for line in lines)
    return apart >= MOST and apart * 20 >= 19 * (len(lines) - 1) and sum(map(len, texts)) <= 30 * len(texts)


def _zones(lines: Sequence[Line], texts: Sequence[str], gaps: Sequence[bool]) -> list[_Zone]:
    """The runs of lines without a gap before them and without marks."""
    zones = []
    start = 0
    alone = [text[:1] in DASHES and PAGE_NUMBER.match(text) is not None for text in texts]
    for i in range(1, len(lines) + 1):
        if (
            i == len(lines)
            or gaps[i]
            or _marked(lines[i])
            or _marked(lines[i - 1])
            or alone[i]
            or alone[i - 1]
        ):
            if i - start > 1:
                zones.append(_Zone(lines, texts, start, i))
            start = i
    return zones


def _measures(zones: Sequence[_Zone]) -> list[int]:
    """The widths that columns of the page have; on a short page, the one that its lines of text have."""
    counts = Counter(round(column) for zone in zones for column in zone.columns if column)
    found = [width for width, count in counts.most_common(3) if count >= (MANY if width >= WIDE else MOST)]
    if found:
        return found
    lines = [(width, text) for zone in zones for width, text in zip(zone.widths, zone.texts, strict=True)]
    widest = sorted({round(width) for width, _ in lines if width >= WIDE}, reverse=True)
    return [measure for measure in widest[:MANY] if _is_measure(measure, lines)][:1]


def _is_measure(measure: int, lines: Sequence[tuple[float, str]]) -> bool:
    """Whether a third of the lines are as wide, most of them running text, and hardly a line is wider.

    First lines whose indentation was lost count as well, at most twice as many as full lines there are.
    """
    full = [text for width, text in lines if abs(width - measure) <= 1]
    first = sum(1 for width, text in lines if _lost_its_indentation(width, text, measure))
    wider = sum(1 for width, _ in lines if width > measure + 1)
    texts = sum(1 for text in full if INSIDE.search(text))
    return (
        len(full) >= SOME
        and (len(full) + min(first, 2 * len(full))) * 3 >= len(lines)
        and wider * 8 <= len(lines)
        and texts * 2 >= len(full)
    )


def _lost_its_indentation(width: float, text: str, measure: float) -> bool:
    """Whether a line of running text breaks off just as much before the measure as a first line is indented."""
    lacking = abs(width + INDENTATION - measure) <= 0.5
    return lacking and PUNCTUATION.search(text) is not None and text[-1:] not in CLOSED


class _Zone:
    """Lines that stand close to each other, and how wide they are."""

    def __init__(self, lines: Sequence[Line], texts: Sequence[str], start: int, end: int) -> None:
        self.start, self.end = start, end
        self.texts = texts[start:end]
        margin = min(line.indent for line in lines[start:end])
        self.indents = [line.indent - margin for line in lines[start:end]]
        self.widths = [
            _width(text) + (indent if indent <= 4 else 0)
            for text, indent in zip(self.texts, self.indents, strict=True)
        ]
        self.columns = _columns(self.widths, self.texts)
        self.bare = _bare_columns(self.columns, self.widths, self.indents, self.texts)
        self.titles: list[bool] = []  #: lines that are like a title; found out with the measure
        self.measured: set[int] = set()  #: lines whose column is known only from the measure of the page

    def measure(self, measures: Sequence[int]) -> None:
        """Lines that fill a measure of the page stand in a column, however few there are.

        So does a first line that breaks off inside a sentence and lacks just the indentation that was lost.
        """
        for i in range(len(self.texts)):
            if not self.columns[i]:
                self.columns[i] = next((float(m) for m in measures if self._fills(i, m)), 0.0)
                if self.columns[i]:
                    self.measured.add(i)
        self.titles = [self._is_like_a_title(i) for i in range(len(self.texts))]

    def _fills(self, i: int, measure: int) -> bool:
        width, text = self.widths[i], self.texts[i]
        speaks = PUNCTUATION.search(text) is not None
        if measure < WIDE:  # titles are as long as narrow columns are wide
            goes_on = i > 0 and self.columns[i - 1] == measure and self.texts[i - 1][-1:] not in CLOSED
            hung = width == measure + 1 and text[-1:] in CLOSED
            return (abs(width - measure) <= 0.5 or hung) and (
                speaks or goes_on or self.indents[i] >= INDENTED
            )
        if abs(width - measure) <= 1:
            return True
        return _lost_its_indentation(width, text, measure)

    def goes_on(self, i: int, starts: bool) -> bool:
        """Whether the paragraph of a line goes on in the next; ``starts``: it began with this line."""
        if self.columns[i] and self._is_inside_brackets(i):
            return True  # （王海林 / 赵秀珍）
        if self.titles[i] or self.titles[i + 1]:
            return False
        if starts and BYLINE.match(self.texts[i]) and self.texts[i + 1][:1] not in FRAGMENT:
            return False
        if self._is_no_first_line(i):
            return False
        if i in self.bare and not self.columns[i + 1]:  # nothing but its length tells the last line
            return self.indents[i + 1] < INDENTED and self.widths[i + 1] < self.columns[i]
        return _goes_on(i, starts, self.widths, self.indents, self.columns, self.texts)

    def _is_inside_brackets(self, i: int) -> bool:
        """Whether a full line opens a bracket near its end that the next line closes near its beginning."""
        text, after = self.texts[i], self.texts[i + 1]
        opened = text.rfind("（")
        closed = after.find("）", 0, LONGEST_IN_BRACKETS)
        return opened >= 0 and "）" not in text[opened:] and closed >= 0 and "（" not in after[:closed]

    def _is_no_first_line(self, i: int) -> bool:
        """A title above a narrow column: it has no mark, and does not lack just the indentation that was lost."""
        if self.columns[i] or i + 1 not in self.measured or self.columns[i + 1] >= WIDE:
            return False
        lacking = self.columns[i + 1] - self.widths[i]
        return abs(lacking - INDENTATION) > 0.5 and not PUNCTUATION.search(self.texts[i])

    def _is_like_a_title(self, i: int) -> bool:
        """Phrases with a space between. In a full line of a column they may be names, or a title that is quoted."""
        text, column = self.texts[i], self.columns[i]
        if " " not in text or not TITLE.match(text) or OPENS.match(text):
            return False
        return not (column and abs(self.widths[i] - column) <= 0.5) or WITH_AUTHOR.search(text) is not None


def _width(text: str) -> float:
    """Cells: a Han character is one wide, a Latin letter half."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def _columns(widths: Sequence[float], texts: Sequence[str]) -> list[float]:
    """The width of the column that each line stands in; 0 for a line in none."""
    columns = [0.0] * len(widths)
    i = 0
    while i < len(widths):
        width = widths[i]
        wide = width >= WIDE
        slack = 1.0 if wide else 0.5
        hangs = width > NARROWEST + 1  # titles are as long as narrower columns are wide
        exact, same = 0, 0
        last = full = i  # the last line as wide, the last one up to which the width is this column's own
        lines = 0
        j = i
        while width >= NARROWEST and j < len(widths):
            if abs(widths[j] - width) <= slack or (hangs and _hangs(widths[j], texts[j], width)):
                exact += 1
                same += abs(widths[j] - width) <= 0.5
                last = j
                if same * 2 > exact - wide:
                    full, lines = j, exact
            elif widths[j] < width - STRIPPED and texts[j][-1:] not in CLOSED:
                break  # a short line closes a paragraph, and a paragraph ends with a mark
            elif widths[j] > width + 1 or (j > i + 6 and exact * 3 < j - i):
                break
            if exact > LONG_RUN and same * 2 < exact:
                break  # the width of another column
            if j - last > 2:  # three lines of other widths: the column is over
                break
            j += 1
        column = lines >= FEWEST and lines * 3 >= full - i + 1
        if column and _reads_on(texts, widths, i, full):
            while i and not columns[i - 1] and _hangs(widths[i - 1], texts[i - 1], width):
                i -= 1
            for k in range(i, full + 1):
                columns[k] = width
            i = full + 1
        elif column and full - i > LONG_RUN:
            i = full + 1  # a long run of lines that do not read on holds no column either
        else:
            i += 1
    return columns


def _bare_columns(
    columns: list[float], widths: Sequence[float], indents: Sequence[float], texts: Sequence[str]
) -> set[int]:
    """Lines of columns without any mark, as telegrams were printed; their width is added to ``columns``.

    Three lines of one width, more than a verse has, the first of them indented or opening with a dateline;
    two, if it is both.
    """
    bare: set[int] = set()
    i = 0
    while i < len(widths):
        width, j, signs = widths[i], i, 0
        if not columns[i] and width >= LONGER_THAN_A_VERSE:
            signs = (indents[i] >= INDENTED) + (OPENS.match(texts[i]) is not None)
        if signs:
            while j < len(widths) and abs(widths[j] - width) <= 0.5 and not columns[j] and _is_bare(texts[j]):
                j += 1
        if j - i >= FEWEST + 1 - signs:
            bare.update(range(i, j))
            columns[i:j] = [width] * (j - i)
        i = max(j, i + 1)
    return bare


def _is_bare(text: str) -> bool:
    return " " not in text and PUNCTUATION.search(text) is None


def _hangs(width: float, text: str, column: float) -> bool:
    """Whether a mark hangs behind a full line, since no line begins with one."""
    return width == column + 1 and text[-1:] in CLOSED


def _reads_on(texts: Sequence[str], widths: Sequence[float], first: int, last: int) -> bool:
    """Whether lines break off anywhere, as a column's do; a poem's and a list's do not."""
    rows = sum(1 for i in range(first, last + 1) if ROW.match(texts[i]))
    items = sum(1 for i in range(first, last + 1) if OPENS.match(texts[i]) or TITLE.match(texts[i]))
    if rows * 2 > last - first or items > last - first:
        return False
    column = widths[first]
    closed = sum(
        1 for i in range(first, last) if texts[i][-1:] in CLOSED and not _hangs(widths[i], texts[i], column)
    )
    marks = sum(1 for i in range(first, last + 1) if PUNCTUATION.search(texts[i]))
    if last - first < FEWEST and not any(texts[i][:1] in FRAGMENT for i in range(first + 1, last + 1)):
        return marks > 1 and closed <= 1 and (not first or bool(OPENS.match(texts[first - 1] + texts[first])))
    return marks > 0 and closed * 2 <= last - first


def _goes_on(
    i: int,
    starts: bool,
    widths: Sequence[float],
    indents: Sequence[float],
    columns: Sequence[float],
    texts: Sequence[str],
) -> bool:
    text, after = texts[i], texts[i + 1]
    column = columns[i]
    if not column:  # the first line of a paragraph whose indentation was lost
        column = columns[i + 1]
        if not column or not column - STRIPPED <= widths[i] < column:
            return False
    elif widths[i] < column - (STRIPPED if starts else 1):
        return False  # a short line closes its paragraph
    elif widths[i] < column - 0.5 and text[-1:] in CLOSED:
        if ENDS_SENTENCE.search(text) or not (columns[i + 1] and abs(widths[i + 1] - column) <= 0.5):
            return False  # a last line; a first line is followed by a full one
    if after[:1] in FRAGMENT:
        return True
    if indents[i + 1] >= INDENTED and indents[i + 1] > indents[i] - 0.5 and indents[i] < INDENTED:
        return False
    if indents[i + 1] >= INDENTED and indents[i] >= INDENTED:
        return False  # two first lines: the first was a paragraph of one line
    if OPENS.match(after + (texts[i + 2] if i + 2 < len(texts) else "")):
        return False
    if ENDS_SENTENCE.search(text) and NUMBERED.match(after):
        return False
    to_a_page = text[-1:].isdecimal() and TO_A_PAGE.search(text) is not None
    if APART.match(after) or (to_a_page and not after.startswith("版")):
        return False
    ends_the_text = i + 2 < len(texts) and indents[i + 2] >= INDENTED > indents[i + 1]
    if ENDS_SENTENCE.search(text) and ends_the_text and not ENDS_PARAGRAPH.search(after):
        return False  # a title, set as wide as the column: the last line of a paragraph ends with a mark
    following = columns[i + 1]
    if following and widths[i + 1] >= following - 0.5:
        return True  # a full line after a full line; one with a mark hung behind it is fuller
    if i + 2 == len(texts) and columns[i] and text[-1:] not in CLOSED and abs(widths[i] - column) <= 0.5:
        return True  # a column that breaks off: its last line is short, and the sentence is not over
    if ENDS_PARAGRAPH.search(after) or (following and widths[i + 1] >= following - 1):
        if ENDS_SENTENCE.search(text) and following and i + 2 < len(widths):
            # after a full stop at the end of a full line, a shorter line followed by a full one is a first line
            return abs(widths[i + 2] - following) > 0.5 or bool(ENDS_SENTENCE.search(after))
        return True
    return False
