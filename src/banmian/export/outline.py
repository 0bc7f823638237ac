"""A page at a glance, for a person at a terminal: what stands on it, and what to look at.

     2  老城区三条街巷换新灯
        reporter       陈某明 · 某市日报
        correspondent  李某、王某
        dateline       某市日报讯
        body           3 ¶  昨天傍晚，老城区的三条街巷亮起了新灯…
                       2 ¶  【记者手记】

Kickers stand above the headline, as in print. A section shows its subhead, the opening its first
words, so that a head that stands over another story's body strikes the eye.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from banmian.model import ProblemKind, Role
from banmian.patterns import pattern
from banmian.reading.lines import line_number
from banmian.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from banmian.model import Article, Byline, Caption, Folio, Issue, Page, Problem, Span

WIDTH = 80  #: columns of a terminal; a Chinese character takes two
GUTTER = 4  #: for the number of the article
LABEL = 15  #: room for the longest label, correspondent
MOST = 6  #: adverts, teasers and problems of a kind that are shown
#: titles that say no more than the label before them
PLAIN_TITLES = frozenset(
    ["记者", "通讯员", "实习生", "摄", "摄影", "整理", "编辑", "编译", "译", "讲述人", "口述", "评论员", "文"]
)
BRACKETED = pattern(r"[（(〔［【\[][^（(〔［【\[）)〕］】\]]{1,80}[）)〕］】\]]")
UNTITLED = "(no headline)"
PLAIN, BOLD, FAINT, RED = "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m"
HEADLINE_ROW = pattern(r"^( *[0-9]+)  (.*)$", re.MULTILINE)
PROBLEM_ROW = pattern(r"^( {4})(problem)(?= )", re.MULTILINE)
LABELLED_ROW = pattern(r"^( {4})([a-z]+)(?= )", re.MULTILINE)
#: what a line may break after: a word of Latin letters with its space, or any one wide character
WORD = pattern(r"[\u0021-\u024f]+[ ]*|.[ ]*", re.DOTALL)


def to_outline(page: Page, *, coloured: bool = False) -> str:
    """The page's articles in order, then its folio, adverts, teasers and problems; no final newline.

    ``coloured`` sets headlines bold, labels faint and problems red, in the codes that terminals know.
    """
    stories = ["\n".join(_article(number, article)) for number, article in enumerate(page.articles, 1)]
    furniture = "\n".join(_furniture(page))
    outline = "\n\n".join(filter(None, [*stories, furniture])) or "nothing is printed on this page"
    return in_colour(outline) if coloured else outline


def issue_outline(issue: Issue, sources: Sequence[str] = (), *, coloured: bool = False) -> str:
    """What the issue is, its pages, its stories with the pages that they stand on and why they were joined.

    Then the jumps that stayed open, and the problems; no final newline. ``sources`` name the files of the pages.
    """
    names = _names(issue)
    stories = [
        row for number, article in enumerate(issue.articles, 1) for row in _story(number, article, names)
    ]
    parts = map("\n".join, [_facts(issue, names, sources), stories, _problems_of(issue, names)])
    outline = "\n\n".join(filter(None, parts)) or "an issue without pages"
    return in_colour(outline) if coloured else outline


def in_colour(outline: str) -> str:
    """An outline in the codes of a terminal; the width of its lines stays.

    >>> in_colour(" 2  老城区").split("老")[0]
    '\\x1b[2m 2\\x1b[0m  \\x1b[1m'
    """
    headed = HEADLINE_ROW.sub(rf"{FAINT}\1{PLAIN}  {BOLD}\2{PLAIN}", outline)
    marked = PROBLEM_ROW.sub(rf"\1{RED}\2{PLAIN}", headed)
    return LABELLED_ROW.sub(rf"\1{FAINT}\2{PLAIN}", marked)


def cut(text: str, width: int) -> str:
    """The text on one line of a terminal, cut with an ellipsis where it is longer than ``width``.

    >>> cut("老城区三条街巷换新灯", 12)
    '老城区三条…'
    >>> cut("老城区三条街巷", 14)
    '老城区三条街巷'
    """
    line = shown(text[: 4 * width])  # enough, unless most of it is white space
    if len(text) <= 4 * width and sum(map(columns, line)) <= width:
        return line
    room = width - 1
    for at, character in enumerate(line):
        room -= columns(character)
        if room < 0:
            return line[:at].rstrip() + "…"
    return line + "…"


def shown(text: str) -> str:
    """The text on one line: single spaces, and U+FFFD for what a terminal would obey or cannot show."""
    return "".join([c if c.isprintable() else "\ufffd" for c in " ".join(text.split())])


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most ``width`` columns, broken at spaces and between Han characters.

    >>> list(wrapped("line 3 stands twice: 老城区", 12))
    ['line 3', 'stands', 'twice: 老城', '区']
    """
    line, room = "", width
    for word in WORD.findall(shown(text)):
        need = sum(map(columns, word.rstrip()))
        if need > room and line:
            yield line.rstrip()
            line, room = "", width
        line += word
        room -= sum(map(columns, word))
    if line:
        yield line.rstrip()


def columns(character: str) -> int:
    """How many columns of a terminal a character takes: two for Han, none for combining marks."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _article(number: int, article: Article) -> Iterator[str]:
    yield from _row("column", article.column)
    yield from _row("kicker", article.kicker)
    yield f"{number:>{GUTTER - 2}}  {cut(article.headline or UNTITLED, WIDTH - GUTTER)}"
    yield from _row("deck", article.deck)
    for byline in article.bylines:
        yield from _row(byline.role, _credit(byline))
    if article.dateline:
        yield from _row("dateline", article.dateline.text)
    yield from _body(article)
    yield from _rows("caption", map(_caption, article.captions))
    yield from _rows("jump", (f"{jump.direction} {jump.page}" for jump in article.jumps))


def _credit(byline: Byline) -> str:
    names = "、".join(byline.names)
    title = None if fold(byline.title or "") in PLAIN_TITLES else byline.title
    return " · ".join(filter(None, [names, title, byline.affiliation, byline.place])) or byline.text


def _body(article: Article) -> Iterator[str]:
    counts = [len(section.paragraphs) for section in article.sections]
    broad = len(str(max(counts, default=0)))
    label = "body"
    for section, count in zip(article.sections, counts, strict=True):
        yield from _row(label, section.title or _opening(article), f"{count:>{broad}} ¶  ")
        label = ""


def _opening(article: Article) -> str:
    """The first words of the body, less the dateline and the credit that have rows of their own."""
    text = article.paragraphs[0].text if article.paragraphs else ""
    if article.dateline:
        text = text.removeprefix(article.dateline.text).lstrip()
    credit = BRACKETED.match(text)
    if credit and any(byline.text in credit[0] for byline in article.bylines):
        return text[credit.end() :]
    return text


def _caption(caption: Caption) -> str:
    if not caption.text:
        return caption.credit or ""
    if caption.credit and caption.credit not in caption.text:
        return f"{caption.text} · {caption.credit}"
    return caption.text


def _furniture(page: Page) -> Iterator[str]:
    yield from _row("folio", _folio(page.folio))
    yield from _rows("editors", (f"{staff.duty} {'、'.join(staff.names)}" for staff in page.folio.editors))
    for role in (Role.ADVERT, Role.TEASER):
        yield from _rows(role, _at_most([block.text for block in page.blocks if block.role is role]))
    for kind in ProblemKind:  # what is lost comes before what is only doubtful
        messages = [_problem(problem, page.text) for problem in page.problems if problem.kind is kind]
        for message in _at_most(messages):
            yield from _message("problem", message)


def _at_most(texts: list[str]) -> list[str]:
    return texts if len(texts) <= MOST else [*texts[: MOST - 1], f"and {len(texts) - MOST + 1} more"]


def _folio(folio: Folio) -> str:
    date = str(folio.date) if folio.date else None
    parts = [folio.newspaper, date, folio.weekday, folio.page, folio.section, folio.number, folio.price]
    return " · ".join(filter(None, parts))


def _problem(problem: Problem, text: str) -> str:
    where = f"line {line_number(text, problem.span.start)}: " if problem.span else ""
    return f"{where}{problem.message}"


def _facts(issue: Issue, names: Sequence[str], sources: Sequence[str]) -> Iterator[str]:
    yield from _row("newspaper", issue.newspaper)
    yield from _row("date", str(issue.date) if issue.date else None)
    yield from _row("number", issue.number)
    rows = []
    for index, (name, page) in enumerate(zip(names, issue.pages, strict=True)):
        count = f"{len(page.articles)} article{'s' * (len(page.articles) != 1)}"
        row = f"{name} · {count}"
        for source in sources[index : index + 1]:
            row += " · "
            room = WIDTH - GUTTER - LABEL - len(row)
            row += cut(source[::-1], room)[::-1]  # the end of a path says more than its beginning
        rows.append(row)
    yield from _rows("pages", rows)


def _names(issue: Issue) -> list[str]:
    """What to call the pages: A3 is printed, A3? follows from the pages around it, (3) is the third given."""
    return [
        f"({place})" if number is None else number if page.folio.page else f"{number}?"
        for place, (number, page) in enumerate(zip(issue.page_numbers, issue.pages, strict=True), 1)
    ]


def _story(number: int, article: Article, names: Sequence[str]) -> Iterator[str]:
    yield f"{number:>{GUTTER - 2}}  {cut(article.headline or UNTITLED, WIDTH - GUTTER)}"
    pages = ", ".join([names[part.index] for part in article.parts])
    yield from _row("page" if len(article.parts) == 1 else "pages", pages)
    for part in article.parts:
        if part.reason:
            yield from _message("joined", f"page {names[part.index]}: {part.reason}")


def _problems_of(issue: Issue, names: Sequence[str]) -> Iterator[str]:
    """What stayed open, then what else is wrong with the issue, then how much with each of its pages."""
    for opened in (True, False):
        for problem in issue.problems:
            if (problem.kind is ProblemKind.JUMP_WITHOUT_END) is opened:
                where = _where(issue, names, problem.span)
                yield from _message("open" if opened else "problem", f"{where}{problem.message}")
    for name, page in zip(names, issue.pages, strict=True):
        if page.problems:
            kinds = Counter([problem.kind for problem in page.problems])
            counts = ", ".join([f"{kind} {kinds[kind]}" for kind in ProblemKind if kind in kinds])
            yield from _message("problem", f"page {name}: {counts}")


def _where(issue: Issue, names: Sequence[str], span: Span | None) -> str:
    if span is None:
        return ""
    start = 0
    for name, page in zip(names, issue.pages, strict=True):
        end = start + len(page.text)
        if span.start <= end:
            whole = span == (start, end)
            line = line_number(page.text, span.start - start)
            return f"page {name}: " if whole else f"page {name}, line {line}: "
        start = end + 1
    return ""


def _message(label: str, message: str) -> Iterator[str]:
    yield from _rows(label, wrapped(message, WIDTH - GUTTER - LABEL))


def _row(label: str, value: str | None, lead: str = "") -> Iterator[str]:
    if value:
        room = WIDTH - GUTTER - LABEL - len(lead)
        yield f"{'':{GUTTER}}{label:<{LABEL}}{lead}{cut(value, room)}"


def _rows(label: str, values: Iterable[str]) -> Iterator[str]:
    """Rows of one kind, the label before the first of them only."""
    for value in values:
        yield from _row(label, value)
        label = ""
