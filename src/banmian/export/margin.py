"""The margin form: a page with the role of every line in its margin, to be printed, corrected and kept.

    # 某市日报，一版
    headline   1  | ## 老城区三条街巷换新灯
    byline     1  | 某市日报记者 陈某明 通讯员 李某
    =             | reporter:陈某明@某市日报;correspondent:李某

    paragraph  1  | 某市日报讯 昨天傍晚，老城区的三条街巷亮起了新灯，住在这里的老人
    paragraph  1+ | 说，夜里下楼再也不用带手电筒了。
    advert     -  | 建设一流银行

Every line of the page that is not blank is a row: what the line is for, which article it belongs to
(counted from 1, ``-`` for none), a bar, one space, and the line exactly as printed. ``1+`` says that
the line goes on with the paragraph line of article 1 before it. ``=`` names the people whom the row
above credits. Blank lines stay blank, and a row ends as its line does on the page, with ``\\n``,
``\\r\\n`` or ``\\r``, so that the page's text can be read back without a change.

A person may write ``kicker/headline`` where either is right, ``?`` where nobody can tell, and lines
that start with ``#`` at the top of the file for remarks.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from banmian.accepted import described
from banmian.model import BylineRole, Role
from banmian.patterns import pattern
from banmian.reading.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from banmian.model import Byline, Page, Span

ROW = pattern(
    r"""
      (?P<roles> \? | [a-z_]+ (?:/[a-z_]+)* ) [ ]*
      (?P<article> - | [0-9]+ )? (?P<continues>\+)? [ ]*
      \| [ ]? (?P<text> [^\n]* )
    """,
    re.VERBOSE,
)
PEOPLE = pattern(r"= *\| ?(?P<people>[^\n]*)")
UNJUDGED = "?"
T = TypeVar("T")
ROLES = frozenset(Role)
DUTIES = frozenset(BylineRole)


@frozen
class Person:
    """Somebody whom a line credits: ``reporter:陈某明@某市日报``."""

    role: BylineRole
    name: str
    affiliation: str | None = None

    def __str__(self) -> str:
        return f"{self.role}:{self.name}" + (f"@{self.affiliation}" if self.affiliation else "")


@frozen
class Row:
    """One line of a page that is not blank, and what a person says about it."""

    line: int  #: counted from 1
    text: str  #: as printed, white space and all
    roles: tuple[Role, ...] = ()  #: any of them is right, the first is the likeliest; none: not judged
    article: str | None = None  #: the label of its article, ``None`` outside any article
    continues: int | None = None  #: the line whose paragraph this line goes on with
    people: tuple[Person, ...] = ()
    placed: bool = field(default=True, kw_only=True)  #: whether anything is said about the article


@frozen
class Labelled:
    """A page that a person has labelled, line by line."""

    text: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()  #: the lines that start with ``#`` at the top of the file


def to_margin(page: Page) -> str:
    """The page with the role, the article and the people of every line in its margin.

    A line that several blocks share shows what most of its characters say. ``read_margin`` gives the
    page's text back exactly.
    """
    return write_margin(labels_of(page))


def labels_of(page: Page) -> Labelled:
    """What a parse says about every line, in the words of a person who labels a page."""
    size = len(page.text)
    roles = spread(size, [(block.role, [block.span]) for block in page.blocks])
    articles = spread(size, [(block.article, [block.span]) for block in page.blocks])
    joined = [paragraph.spans for article in page.articles for paragraph in article.paragraphs]
    paragraphs = spread(size, list(enumerate(joined)))
    people = _people_by_start(page)
    rows: list[Row] = []
    last: dict[int, int] = {}  # the last line so far of each paragraph
    for number, start, line in numbered_lines(page.text):
        here = [at for at, character in enumerate(line, start) if not character.isspace()]
        role = most_common(roles[at] for at in here)
        article = most_common(articles[at] for at in here)
        paragraph = most_common(paragraphs[at] for at in here)
        continues = None
        if paragraph is not None:
            continues = last.get(paragraph)
            last[paragraph] = number
        rows.append(
            Row(
                line=number,
                text=line,
                roles=() if role is None else (role,),
                article=None if article is None else str(article + 1),
                continues=continues,
                people=tuple(dict.fromkeys(person for at in here for person in people.get(at, ()))),
            )
        )
    return Labelled(page.text, tuple(rows))


def write_margin(labelled: Labelled) -> str:
    """The margin form of a labelled page.

    A line that goes on with another than the last paragraph line of its article gets no ``+``: the
    form cannot say it.
    """
    roles = {row.line: "/".join(row.roles) or UNJUDGED for row in labelled.rows}
    articles: dict[int, str] = {}
    last: dict[str | None, int] = {}
    for row in labelled.rows:
        joins = row.continues is not None and last.get(row.article) == row.continues
        articles[row.line] = (row.article or "-") + "+" * joins if row.placed else ""
        if Role.PARAGRAPH in row.roles:
            last[row.article] = row.line
    broad = max(map(len, roles.values()), default=0)
    narrow = max(map(len, articles.values()), default=0)
    lines = split_lines(labelled.text)
    for row in labelled.rows:
        _, end = lines[row.line - 1]
        written = f"{roles[row.line]:<{broad}}  {articles[row.line]:<{narrow}} | {row.text}"
        if row.people:
            written += end or "\n"
            written += f"{'=':<{broad}}  {'':<{narrow}} | " + ";".join(map(str, row.people))
        lines[row.line - 1] = written, end
    return "".join([f"{remark}\n" for remark in labelled.remarks] + [line + end for line, end in lines])


def read_margin(text: str) -> Labelled:
    """The page and its labels, from the margin form.

    ``text`` is a file's content; a line that is neither blank nor a row is a ``ValueError`` that names
    it. Roles and duties that do not exist are errors too, so that no typing slip hides in a test.
    """
    if not isinstance(text, str):
        raise TypeError(f"the margin form is read from a str, not from {described(text)}")
    remarks: list[str] = []
    source: list[tuple[str, str]] = []
    rows: list[Row] = []
    last: dict[str | None, int] = {}
    for number, (line, end) in enumerate(split_lines(text), 1):
        if line.startswith("#") and not source:
            remarks.append(line)
        elif not line.strip():
            source.append((line, end))
        elif people := PEOPLE.fullmatch(line):
            rows[-1:] = [_credited(rows, _read_people(people["people"], number), number)]
            source[-1] = source[-1][0], end
        else:
            row = _read_row(line, number, len(source) + 1, last)
            if Role.PARAGRAPH in row.roles:
                last[row.article] = row.line
            rows.append(row)
            source.append((row.text, end))
    return Labelled("".join([line + end for line, end in source]), tuple(rows), tuple(remarks))


def numbered_lines(text: str) -> list[tuple[int, int, str]]:
    """The lines that are not blank: number counted from 1, offset of the first character, the line."""
    lines = []
    start = 0
    for number, (line, end) in enumerate(split_lines(text), 1):
        if line and not line.isspace():
            lines.append((number, start, line))
        start += len(line) + len(end)
    return lines


def most_common(values: Iterable[T]) -> T | None:
    """What most of them say; the first of them where several are equally common."""
    for value, _ in Counter(values).most_common(1):
        return value
    return None


def spread(size: int, values: Iterable[tuple[T, Iterable[Span]]]) -> list[T | None]:
    """For every character of a text, the value whose span it stands in."""
    spread: list[T | None] = [None] * size
    for value, spans in values:
        for start, end in spans:
            spread[start:end] = [value] * (end - start)
    return spread


def _people_by_start(page: Page) -> dict[int, list[Person]]:
    """The people of the page by the offset that their credit begins at."""
    people: dict[int, list[Person]] = {}
    for article in page.articles:
        for byline in article.bylines:
            people.setdefault(byline.span.start, []).extend(_people_of(byline))
    return people


def _people_of(byline: Byline) -> list[Person]:
    return [Person(byline.role, name, byline.affiliation) for name in byline.names]


def _read_row(line: str, number: int, source_line: int, last: dict[str | None, int]) -> Row:
    row = ROW.fullmatch(line)
    if row is None:
        raise ValueError(
            f"line {number} of the margin form: expected 'role article | text' or a blank line, "
            f"found {line[:40]!r}"
        )
    names = [] if row["roles"] == UNJUDGED else row["roles"].split("/")
    if unknown := [name for name in names if name not in ROLES]:
        raise ValueError(
            f"line {number} of the margin form: no role is called {unknown[0]!r}; "
            f"the roles are {', '.join(Role)}"
        )
    article = None if row["article"] in (None, "-") else row["article"]
    continues = None
    if row["continues"]:
        continues = last.get(article)
        if article is None or continues is None:
            raise ValueError(
                f"line {number} of the margin form: '+' goes on with a paragraph of an article, "
                f"but none of article {row['article'] or '-'} stands above"
            )
    return Row(
        line=source_line,
        text=row["text"],
        roles=tuple(Role(name) for name in names),
        article=article,
        continues=continues,
        placed=row["article"] is not None,
    )


def _read_people(text: str, number: int) -> tuple[Person, ...]:
    people = []
    for part in text.split(";"):
        duty, colon, rest = part.strip().partition(":")
        name, _, affiliation = rest.partition("@")
        if not colon or duty not in DUTIES or not name.strip():
            raise ValueError(
                f"line {number} of the margin form: expected 'role:Name@Affiliation', found {part!r}; "
                f"the roles of people are {', '.join(BylineRole)}"
            )
        people.append(Person(BylineRole(duty), name.strip(), affiliation.strip() or None))
    return tuple(people)


def _credited(rows: list[Row], people: tuple[Person, ...], number: int) -> Row:
    if not rows:
        raise ValueError(f"line {number} of the margin form: '=' names people, but no row stands above")
    return evolve(rows[-1], people=(*rows[-1].people, *people))
