"""The page to look at: one HTML file without network, and what Jupyter shows.

The source stands in printed order, every line with its role in the margin and in the colour of its article;
beside it stand the articles. ``to_html`` adds a program that explains, filters and corrects. Its template, its
styles and that program are readable files in ``export/view``; nothing is built.

All text of the page is escaped here, or handed to the program as JSON, which shows it as text only. The
document's content security policy allows its own program and no other, and no connection.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from attrs import frozen

from banmian.definitions import ROLES
from banmian.explaining import runner_up
from banmian.export.fields import LANGUAGES, iso_date
from banmian.export.json import LONE_SURROGATE, written
from banmian.export.margin import labels_of, most_common, numbered_lines, spread
from banmian.model import BylineRole, Direction, Role
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from banmian.export.margin import Row
    from banmian.model import Article, Block, Byline, Page, Span

#: degrees between the hues of one article and the next: the golden angle never comes back to a hue
GOLDEN_ANGLE = 137.508
FIRST_HUE = 113  # so that the first article is blue, and none of the first four is near another
#: characters that would end a script element, or a line of it
UNSAFE_IN_SCRIPT = pattern("[<>&\u2028\u2029]")
PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
MOST_PROBLEMS = 6  # that are listed without being asked for
TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
SENT = {Direction.TO: "goes on, on page", Direction.FROM: "comes from page"}


def to_html(page: Page, *, name: str | None = None) -> str:
    """The page as a document of HTML that needs nothing else.

    ``name`` is that of the file that the page was read from: it stands in the document and in the name of
    the labels that are saved from it.
    """
    from base64 import b64encode
    from hashlib import sha256

    sheet = _Sheet.of(page)
    title = _title(page, name)
    program = _file("page.js")
    return _filled(
        _file("page.html"),
        {
            "title": _text(title),
            "masthead": _text(title),
            "facts": "".join(f"<li>{_text(fact)}</li>" for fact in _facts(page, title, name)),
            "policy": f"'sha256-{b64encode(sha256(program.encode()).digest()).decode()}'",
            "sheet_styles": _file("sheet.css"),
            "page_styles": _file("page.css"),
            "language": LANGUAGES[page.script],
            "source": "\n".join(_line(line) for line in sheet.lines),
            "problems": _problems(sheet),
            "articles": "\n".join(_story(sheet, number) for number in range(len(page.articles))),
            "data": _json(_data(sheet, name)),
            "program": program,
        },
    )


def notebook_html(page: Page) -> str:
    """The page as a piece of HTML for a notebook: no program, and styles that touch nothing else.

    Why a line has its role shows when the pointer rests on it.
    """
    sheet = _Sheet.of(page)
    title = _title(page, None)
    return _filled(
        _file("notebook.html"),
        {
            "masthead": _text(title),
            "facts": "".join(f"<li>{_text(fact)}</li>" for fact in _facts(page, title, None)),
            "sheet_styles": _file("sheet.css"),
            "language": LANGUAGES[page.script],
            "source": "\n".join(_line(line, explained=True) for line in sheet.lines),
            "problems": _problems(sheet),
            "articles": "\n".join(_story(sheet, number) for number in range(len(page.articles))),
        },
    )


# --- the page, line by line -------------------------------------------------------------------------


@frozen
class _Line:
    """A printed line, what is said of it in the margin, and what it is made of."""

    row: Row
    start: int
    block: Block | None  #: the one that most of it belongs to
    first: bool  #: whether the block begins here
    joined: bool  #: whether it goes on with a paragraph printed before it
    pieces: tuple[tuple[str, bool], ...]  #: its text, and whether it is a mark and no text
    problems: tuple[str, ...]

    @property
    def role(self) -> str:
        return self.row.roles[0] if self.row.roles else ""


@frozen
class _Sheet:
    """A page and its lines."""

    page: Page
    lines: tuple[_Line, ...]
    starts: tuple[int, ...]  #: where the lines begin

    @staticmethod
    def of(page: Page) -> _Sheet:
        size = len(page.text)
        owners = spread(size, [(block, [block.span]) for block in page.blocks])
        inside = spread(size, [(True, block.pieces) for block in page.blocks])
        flags = spread(size, [(p.message, [p.span]) for p in page.problems if p.span])
        lines: list[_Line] = []
        for (_, start, text), row in zip(numbered_lines(page.text), labels_of(page).rows, strict=True):
            here = range(start, start + len(text))
            block = most_common(owners[at] for at in here if not page.text[at].isspace())
            pieces = groupby(here, key=lambda at: owners[at] is not None and not inside[at])
            lines.append(
                _Line(
                    row=row,
                    start=start,
                    block=block,
                    first=not lines or lines[-1].block is not block,
                    joined=row.continues is not None,
                    pieces=tuple(("".join(page.text[at] for at in held), mark) for mark, held in pieces),
                    problems=tuple(dict.fromkeys(filter(None, (flags[at] for at in here)))),
                )
            )
        return _Sheet(page, tuple(lines), tuple(line.start for line in lines))

    def touched(self, spans: Iterable[Span]) -> list[_Line]:
        """The lines that the spans stand on, each once."""
        found: dict[int, _Line] = {}
        for start, end in spans:
            at = max(bisect_right(self.starts, start) - 1, 0)
            while at < len(self.lines) and self.starts[at] < max(end, start + 1):
                found[at] = self.lines[at]
                at += 1
        return [*found.values()]


def _line(line: _Line, *, explained: bool = False) -> str:
    number = int(line.row.article or 0)
    label = line.role.replace("_", " ") or "?"
    flag = f'<span class="flag" title="{_text(" · ".join(line.problems))}">!</span>' if line.problems else ""
    text = "".join(
        f'<span class="mark">{_text(piece)}</span>' if mark else _text(piece) for piece, mark in line.pieces
    )
    title = f' title="{_text(line.block.explain())}"' if explained and line.block else ""
    classes = "line" + " first" * line.first + " joined" * line.joined + " flagged" * bool(line.problems)
    return (
        f'<li class="{classes}" data-line="{line.row.line}" data-role="{line.role}" data-article="{number}"'
        f"{_hue(number)}{title}>"
        f'<span class="number">{line.row.line}</span>'
        f'<span class="margin">{flag}<span class="role">{label}</span>'
        f'<span class="badge">{number or "–"}</span></span>'
        f'<span class="text">{text}</span></li>'
    )


def _hue(number: int) -> str:
    """The colour of an article, counted from 1; 0 has none."""
    return f' style="--hue:{(FIRST_HUE + number * GOLDEN_ANGLE) % 360:.0f}"' if number else ""


# --- the articles -----------------------------------------------------------------------------------


def _story(sheet: _Sheet, index: int) -> str:
    article = sheet.page.articles[index]
    return (
        f'<article class="story" data-article="{index + 1}" lang="{LANGUAGES[article.script]}"'
        f"{_hue(index + 1)}>\n" + "\n".join(_parts(sheet, index + 1, article)) + "\n</article>"
    )


def _parts(sheet: _Sheet, number: int, article: Article) -> Iterator[str]:
    blocks = [sheet.page.blocks[index] for index in article.blocks]
    at = {role: _at(sheet, [block.span for block in blocks if block.role is role]) for role in TITLES}
    if article.column:
        yield f'<p class="column">{_text(article.column)}</p>'
    if article.kicker:
        yield f'<p class="kicker"{at[Role.KICKER]}>{_text(article.kicker)}</p>'
    headline = _text(article.headline) if article.headline else '<i class="none">no headline</i>'
    yield f'<h3{at[Role.HEADLINE]}><span class="badge">{number}</span>{headline}</h3>'
    if article.deck:
        yield f'<p class="deck"{at[Role.DECK]}>{_text(article.deck)}</p>'
    if article.bylines:
        credits = "".join(_credit(byline, _at(sheet, [byline.span])) for byline in article.bylines)
        yield f'<ul class="credits">{credits}</ul>'
    for section in article.sections:
        if section.title:
            yield f"<h4>{_text(section.title)}</h4>"
        for paragraph in section.paragraphs:
            pieces = len({line.block.index for line in sheet.touched(paragraph.spans) if line.block})
            joined = f'<span class="pieces" title="printed in {pieces} pieces">{pieces}</span>' * (pieces > 1)
            yield f"<p{_at(sheet, paragraph.spans)}>{_text(paragraph.text)}{joined}</p>"
    for caption in article.captions:
        credit = caption.credit if caption.credit and caption.credit not in caption.text else None
        yield (
            f'<p class="caption"{_at(sheet, [caption.span])}>{_text(caption.text)}'
            + (f" <i>{_text(credit)}</i>" if credit else "")
            + "</p>"
        )
    for jump in article.jumps:
        yield (
            f'<p class="jump"{_at(sheet, [jump.span])}>'
            f"<i>{SENT[jump.direction]} {_text(jump.page)}</i> {_text(jump.text)}</p>"
        )


def _credit(byline: Byline, lines: str) -> str:
    names = "、".join(byline.names) or byline.text
    rest = " · ".join(filter(None, [byline.title, byline.affiliation, byline.place]))
    return (
        f"<li{lines}><i>{byline.role}</i> {_text(names)}"
        + (f" <small>{_text(rest)}</small>" * bool(rest))
        + "</li>"
    )


def _at(sheet: _Sheet, spans: Iterable[Span]) -> str:
    """The lines that something was printed on, for the program."""
    lines = " ".join(str(line.row.line) for line in sheet.touched(spans))
    return f' data-lines="{lines}"' if lines else ""


def _problems(sheet: _Sheet) -> str:
    items = []
    for problem in sheet.page.problems:
        lines = sheet.touched([problem.span]) if problem.span else []
        line = f"<b>line {lines[0].row.line}</b> " if lines else ""
        items.append(
            f"<li{_at(sheet, [problem.span] if problem.span else [])}>{line}{_text(problem.message)}</li>"
        )
    if not items:
        return ""
    seen = " open" * (len(items) <= MOST_PROBLEMS)
    return (
        f'<details class="problems"{seen}><summary>{len(items)} problem{"s" * (len(items) != 1)}</summary>'
        f'<ul class="list">{"".join(items)}</ul></details>'
    )


# --- the rest of the document -----------------------------------------------------------------------


def _title(page: Page, name: str | None) -> str:
    """What the page says it is, else its file's name, else its first headline."""
    folio = page.folio
    printed = " · ".join(filter(None, [folio.newspaper, iso_date(folio.date), folio.page, folio.section]))
    headlines = (article.headline for article in page.articles if article.headline)
    return printed or (name and re.split(r"[\\/]", name)[-1]) or next(headlines, "a newspaper page")


def _facts(page: Page, title: str, name: str | None) -> Iterator[str]:
    """What is known of the page as a whole, in a few words each."""
    for count, thing in (
        (len(page.articles), "article"),
        (len(page.blocks), "block"),
        (len(page.problems), "problem"),
    ):
        if count or thing == "article":
            yield f"{count} {thing}{'s' * (count != 1)}"
    yield str(page.script)
    if page.encoding:
        yield page.encoding
    if name and name != title:
        yield name


def _data(sheet: _Sheet, name: str | None) -> dict[str, Any]:
    """What the program needs to know beyond what it finds in the document."""
    page = sheet.page
    return {
        "name": name,
        "text": page.text,
        "articles": len(page.articles),
        "hue": {"first": FIRST_HUE, "step": GOLDEN_ANGLE},
        "roles": {str(role): [ROLES[role].chinese, ROLES[role].meaning] for role in ROLES},
        "duties": [*map(str, BylineRole)],
        "lines": [
            {
                "line": line.row.line,
                "role": line.role,
                "article": int(line.row.article or 0),
                "joined": line.joined,
                "people": ";".join(map(str, line.row.people)),
                "block": -1 if line.block is None else line.block.index,
            }
            for line in sheet.lines
        ],
        "blocks": [_explained(block) for block in page.blocks],
    }


def _explained(block: Block) -> dict[str, Any]:
    return {
        "margin": block.margin,
        "rival": runner_up(block),
        "votes": [[vote.by, str(vote.role), vote.weight, vote.reason] for vote in block.votes],
    }


def _json(value: Mapping[str, Any]) -> str:
    """JSON that can stand inside a script element: nothing in it ends the element."""
    return UNSAFE_IN_SCRIPT.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", written(value, indent=None))


def _text(text: str) -> str:
    """The text as it can stand anywhere in HTML; halves of characters, which cannot, are replaced."""
    return escape(LONE_SURROGATE.sub("\ufffd", text))


def _filled(template: str, values: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda placeholder: values[placeholder[1]], template)


def _file(name: str) -> str:
    from importlib.resources import files

    return (files("banmian.export") / "view" / name).read_text(encoding="utf-8")
