"""Printed lines and the marks that engines put around them.

Vision models write Markdown, often with remnants of HTML and LaTeX; exports write plain text. Marks
are taken as evidence of how a line looked, never as truth: they are kept beside the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Span
from banmian.patterns import pattern
from banmian.reading.runs import long_runs
from banmian.reading.spacing import closed_up, stands_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.reading.runs import Run

LINE_END = pattern(r"(\r\n|\n|\r)")
#: nothing in such a line needs a closer look
PLAIN = pattern(r"[^[#*_<>!|$`~=+&\\\u200b-\u200f\u2060\ufeff\u00ad-]*\Z")
HEADING = pattern(r"#{1,6}(?!#)[ \t\u3000]*")
QUOTE = pattern(r"(?:>[ \t]*)+")
BULLET = pattern(r"[-*+][ \t]+(?=\S)")
DASHES = "─━—－"
#: ``---``, ``***``, ``===``, code fences, what LaTeX begins and ends; a dash line of print (————) is one as well
RULE = pattern(
    rf"(?:[-*_=~`][ \t]*){{3,}}\Z|[{DASHES}]{{3,}}\Z|#+\Z|[*_]+\Z|(?:```|~~~)[A-Za-z]*\Z"
    r"|\{\d{1,4}\}-{6,}\Z"  # Marker, between two pages
    r"|\\(?:begin|end)\{[a-z]{1,20}\*?\}(?:\{[^{}\n]{0,80}\}|\[[^\]\n]{0,80}\])*\Z"
    r"|\\(?:captionsetup|documentclass|usepackage|maketitle|centering)\b[^\u2e80-\uffef\n]{0,200}\Z"
)
#: a title as HTML has it, perhaps centred
HTML_TITLE = pattern(
    r"(?:<(?:center|div|p|span|font)\b[^<>\n]{0,200}>\s*)*"
    r"(?:<(?:h(?P<level>[1-6])|section_header_level_(?P<section>[1-6])|(?P<bold>b|strong))\b[^<>\n]{0,200}>"
    r"|(?P<stars>\*\*|__))",
    re.IGNORECASE,
)
#: a line of LaTeX, a title perhaps: \section*{…}
LATEX = pattern(
    r"\\(?P<name>title|section|subsection|subsubsection|author|date|caption|footnotetext)\*?\{(?=[^{}\n]*\}\Z)"
)
LATEX_LEVELS = {"title": 1, "section": 2, "subsection": 3, "subsubsection": 4}
#: an engine can write the picture itself into its place (data:image/…), by the hundred thousand characters; no two
#: branches match the same, or a row of pictures could be read in two to the power of their number of ways
IMAGE = pattern(
    r"(?:</?(?:div|p|span|center|a)\b[^<>\n]{0,200}>\s*){0,6}"
    r"(?:(?:!\[[^\]\n]{0,400}\]\((?:data:image/[^)\s]*+|(?!data:image/)[^)\n]{0,2000})\)|<img(?=[\s/>])[^<>\n]*+>"
    r"|<(?:(?:image|picture)(?:[ _-]?\d{1,4})?|(?:img|figure)[_-]?\d{1,4})[ ]?/?>"
    r"|\\includegraphics\b[^\u2e80-\uffef\n]{0,400}\Z)"
    r"\s*(?:</?(?:div|p|span|center|a)\b[^<>\n]{0,200}>\s*){0,6})+\Z",
    re.IGNORECASE,
)
#: <img>市民在公园散步</img>: a picture's place, and what is printed below it
IMAGE_WITH_WORDS = pattern(r"<(?:img|picture)>(?=[^<>\n]{1,400}</(?:img|picture)>\Z)", re.IGNORECASE)
PLACE_OF_AN_IMAGE = pattern(
    r"\[(?:(?:此处|此處|这里|這裡|這裏)(?:有|为|為|是)?(?:一?[张張幅])?)?(?:图片|圖片|图像|圖像|照片|插图|插圖|image|figure|photo)(?:[ _-]?\d{0,4}|位置|略)\]\Z",
    re.IGNORECASE,
)
#: what the machine says of the page before the page begins: --- language: zh ---
FRONT_MATTER = pattern(
    r"\s*+---[ \t]*+\n[A-Za-z_][\w.-]{0,40}:(?=\s)[^\n]*+\n"
    r"(?:(?:[A-Za-z_][\w.-]{0,40}:(?=\s)|[ \t]*+-[ \t]|[ \t]++(?=\S))[^\n]*+\n|[ \t]*+\n){0,60}?---[ \t]*+(?:\n|\Z)"
)
#: a row keeps its marks: without them nobody could tell its cells apart
TABLE_ROW = pattern(r"\|.*\|\Z|</?(?:table|tr|td|th|thead|tbody)\b", re.IGNORECASE | re.DOTALL)
#: what stands in a line but is not printed on the page
MARK = pattern(
    r"""
      \*\*+ | __+                                # emphasis
    | </?(?:br|div|center|p|span|b|i|u|font|sup|sub|h[1-6]|strong|em|img|table|tr|td|th|thead|tbody
      |small|big|section|article|header|footer|main|figure|figcaption|caption|ul|ol|li|a|hr|blockquote|mark|del|ins
      |html|head|body|title|pre|code|watermark|signature|page_number|doctag|page_header|page_footer|section_header_level_[1-6]
      |text|picture|list_item|(?:un)?ordered_list|footnote)
      (?:\s[^<>\n]{0,200})?/?>                   # HTML that a model left in, and tags of its own
    | <!--[^\n]{0,400}?-->
    | <\|ref\|>[a-z_ ]{1,30}<\|/ref\|>            # what a model says of a piece and where it saw it
    | <\|det\|>[^<\n]{0,200}<\|/det\|> | <box>[^<\n]{0,200}</box> | </?ref> | <loc_\d{1,4}>
    | <\|[^<>|\n]{1,30}\|>
    | &(?:nbsp|e[mn]sp|thinsp|shy|zwn?j);
    | (?P<formula>                               # $12\%$ and \(12\%\); a price is none: US$5, HK$40
        (?<![A-Za-z])(?P<sign>\$\$?) (?:\\text\{[^{}$\n]{0,80}\} | (?!\\text\{)[^$\n\u2e80-\uffef]){1,120} (?P=sign)(?!\d)
      | \\\( (?:\\text\{[^{}$\n]{0,80}\} | (?!\\[()]|\\text\{)[^\n\u2e80-\uffef]){1,120} \\\) )
    | \\(?=[!-/:-@\[-`{-~])                     # CommonMark: any of ASCII's signs may be escaped
    | [\u200b-\u200f\u2060\ufeff\u00ad]          # no width
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: what of a formula is not printed: the delimiters, commands of style, braces, and what raises or lowers
FORMULA_MARK = pattern(
    r"""
      [ ]*\$+[ ]* | \\\([ ]* | [ ]*\\\)
    | \\(?:text|mathrm|mathbf|mathit|mathsf|textbf|textcircled|circled|bf|rm|it|displaystyle|left|right)(?![A-Za-z])[ ]*
    | \^?\{?\\circ\}?
    | \\[,;:!]
    | \\(?=[%$#&_{}])
    | (?<!\\)[{}]
    | [_^](?=[{\\\w])
    """,
    re.VERBOSE,
)
PRINTED = pattern(r"\S+")
PRINTED_LINE = pattern(r"\S(?:[^\n]*\S)?")
WORD = pattern(r"\w")
NO_WIDTH = "\ufeff\u200b\u2060"
INDENT = {" ": 0.5, "\u00a0": 0.5, "\t": 2.0, "\u2002": 0.5, "\u2003": 1.0, "\u3000": 1.0}


class Line(NamedTuple):
    """One line that is not blank: where it stands, and what of it is text."""

    span: Span
    pieces: tuple[Span, ...]
    level: int = 0
    bold: bool = False
    listed: bool = False
    indent: float = 0.0
    kind: str = "text"
    gap: bool = False

    @property
    def marked(self) -> bool:
        """Whether it was printed bigger or heavier than text."""
        return self.level > 0 or self.bold


def split_lines(text: str) -> list[tuple[str, str]]:
    """The lines of ``text``, blank ones too, each with what it ends with: nothing for the last.

    >>> split_lines("一行\\r\\n又一行\\r")
    [('一行', '\\r\\n'), ('又一行', '\\r'), ('', '')]
    """
    parts = LINE_END.split(text)
    return [*zip(parts[::2], [*parts[1::2], ""], strict=True)]


def line_number(text: str, at: int) -> int:
    """The line that the character at an offset stands on, counted from 1."""
    return text.count("\n", 0, at) + text.count("\r", 0, at) - text.count("\r\n", 0, at) + 1


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, without their marks."""
    plain = text.replace("\r", "\n") if "\r" in text else text
    lines: list[Line] = []
    at = 0
    if front := FRONT_MATTER.match(plain):
        at = front.end()
        lines += [line._replace(kind="rule") for line in _lines_between(text, plain, 0, at)]
    for run in long_runs(plain):
        lines += _lines_between(text, plain, at, run.start)
        lines.append(_read_run(plain, run._replace(start=max(at, run.start))))
        at = run.end
    lines += _lines_between(text, plain, at, len(text))
    if stands_apart(plain):
        return [line._replace(pieces=closed_up(plain, line.pieces)) for line in lines]
    return lines


def printed_in(text: str, span: Span) -> Iterator[Span]:
    """What of the lines in a span of ``text`` is printed, and the breaks between them: no word goes over one."""
    plain = text[span.start : span.end].replace("\r", "\n")
    apart = stands_apart(text)
    for line in _lines_between(plain, plain, 0, len(plain)):
        for start, end in closed_up(plain, line.pieces) if apart else line.pieces:
            yield Span(span.start + start, span.start + end)
        if (end := plain.find("\n", line.span.end)) >= 0:
            yield Span(span.start + end, span.start + end + 1)


def _lines_between(text: str, plain: str, start: int, end: int) -> Iterator[Line]:
    gap = start > 0
    for raw in (plain[start:end] if end - start < len(plain) else plain).split("\n"):
        body = raw.strip()
        if body:
            white = 0 if body == raw else raw.index(body[0])
            first = start + white
            if body[0] == "<" and (words := IMAGE_WITH_WORDS.match(body)):
                yield Line(Span(first, first + words.end()), (), kind="image", gap=gap)
                body, first, gap = body[words.end() :], first + words.end(), False
            yield _read_line(body, first, raw[:white], gap)
            gap = False
        elif start and not (start <= len(text) and text[start - 1 : start + 1] == "\r\n"):
            gap = True
        start += len(raw) + 1


def _read_run(text: str, run: Run) -> Line:
    """Lines that are one block: a loop has the text of one copy, a run of single characters that of all."""
    body = text[run.start : run.end]
    first = run.start + len(body) - len(body.lstrip())
    end = run.start + len(body.rstrip())
    if run.copies:
        line = PRINTED_LINE.search(text, first, end)
        return Line(Span(first, end), (Span(*line.span()),) if line else (), kind="loop", gap=True)
    pieces = [Span(*piece.span()) for piece in PRINTED.finditer(text, first, end)]
    return Line(Span(first, end), tuple(pieces), gap=True, kind="text" if WORD.search(body) else "rule")


def _read_line(body: str, first: int, white: str, gap: bool) -> Line:
    span = Span(first, first + len(body))
    indent = sum(INDENT.get(c, 0.5) for c in white) if white else 0.0
    if PLAIN.match(body):
        if body[0] in DASHES and RULE.match(body):
            return Line(span, (), kind="rule", gap=gap)
        return Line(span, (span,), indent=indent, gap=gap)
    at, end = len(body) - len(body.lstrip(NO_WIDTH)), len(body)  # a byte order mark that was read as text
    if (heading := HEADING.match(body, at)) and heading.end() < end and PLAIN.match(body, heading.end()):
        title = _trimmed(
            [Span(first + heading.end(), first + end)], body, first
        )  # the commonest of marked lines
        return Line(span, tuple(title), len(heading.group().rstrip()), indent=indent, gap=gap)
    if quote := QUOTE.match(body, at):
        at = quote.end()
        inner = body[at:].lstrip()
        indent = sum(INDENT.get(c, 0.5) for c in body[at : len(body) - len(inner)])
        at = len(body) - len(inner)
    if IMAGE.match(body, at):
        return Line(span, (), kind="image", gap=gap)
    if PLACE_OF_AN_IMAGE.match(body, at):
        return Line(span, (Span(first + at, first + end),), kind="image", gap=gap)
    if RULE.match(body, at) and at < end:
        return Line(span, (), kind="rule", gap=gap)
    level = 0
    listed = False
    html = HTML_TITLE.match(body, at) if body[at : at + 1] == "<" else None
    if html and (number := html["level"] or html["section"]):
        level = int(number)
    if latex := LATEX.match(body, at):
        level = LATEX_LEVELS.get(latex["name"], 0)
        at, end = latex.end(), end - 1
    if heading := HEADING.match(body, at):
        level = len(heading.group().rstrip())
        at = heading.end()
        while end > at and body[end - 1] in "# \t\u3000":
            end -= 1
    elif bullet := BULLET.match(body, at):
        listed = True
        at = bullet.end()
    kind = "table" if TABLE_ROW.match(body, at) else "text"
    pieces = []
    bold = body.startswith(("**", "__"), at) or bool(html and (html["bold"] or html["stars"]))
    starts_single = body.startswith("*", at) and not bold and body.endswith("*", at, end) and end - at > 2
    if starts_single:
        at, end, bold = at + 1, end - 1, True
    begin = at
    for start, stop in _marks(body, at, end):
        if at < start:
            pieces.append(Span(first + at, first + start))
        at = stop
    if at < end:
        pieces.append(Span(first + at, first + end))
        bold = bold and starts_single
    bold = bold and len(pieces) == 1
    pieces = _trimmed(pieces, body, first)
    if pieces and body[0] == "<":  # <p>　　 is an indented paragraph
        inside = body[: pieces[0].start - first]
        indent += sum(INDENT.get(c, 0.5) for c in inside[len(inside.rstrip()) :])
    if not pieces:
        kind = "rule"
    elif kind == "table":
        pieces = [Span(first + begin, first + end)]
    return Line(span, tuple(pieces), level, bold, listed, indent, kind, gap)


def _marks(body: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in a line its marks stand."""
    for mark in MARK.finditer(body, at, end):
        if mark["formula"]:
            for part in FORMULA_MARK.finditer(body, *mark.span()):
                yield part.span()
        else:
            yield mark.span()


def _trimmed(pieces: list[Span], body: str, first: int) -> list[Span]:
    """The pieces without white space at both ends of the line."""
    while pieces:
        low, high = pieces[0]
        kept = body[low - first : high - first].lstrip()
        if kept:
            pieces[0] = Span(high - len(kept), high)
            break
        pieces.pop(0)
    while pieces:
        low, high = pieces[-1]
        kept = body[low - first : high - first].rstrip()
        if kept:
            pieces[-1] = Span(low, low + len(kept))
            break
        pieces.pop()
    return pieces
