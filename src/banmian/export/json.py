"""The page as JSON: everything that the model holds, and the page again from it.

``"schema": "banmian.page/1"`` comes first. Names are those of the model; a span is ``[start, end]`` in
code points of ``text``; what is not printed is ``null``. The schema only grows: readers should pass
over what they do not know.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from banmian.labelling import stamped
from banmian.model import (
    Article,
    Byline,
    BylineRole,
    Caption,
    Date,
    Dateline,
    Direction,
    Folio,
    Jump,
    Page,
    Paragraph,
    Problem,
    ProblemKind,
    Role,
    Script,
    Section,
    Sheet,
    Span,
    Staff,
    Vote,
    ballot_of,
)
from banmian.patterns import pattern
from banmian.reading.blocks import compose
from banmian.reading.lines import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from banmian.labelling import Stamp
    from banmian.model import Block, Issue

SCHEMA = "banmian.page/1"
ISSUE_SCHEMA = "banmian.issue/1"
#: problems that reading and labelling find; assembly finds the others anew
BEFORE_ASSEMBLY = (ProblemKind.UNDECODED, ProblemKind.ENCODING, ProblemKind.HEURISTIC)
#: half a character of UTF-16, which no encoding of text takes
LONE_SURROGATE = pattern("[\ud800-\udfff]")


def to_json(page: Page, *, indent: int | None = 2) -> str:
    """The page as a JSON object, ready to be encoded as UTF-8.

    With an ``indent``, whatever holds no objects of its own stands on one line, so that a vote, a
    byline or a paragraph is a line to read; without, all is one line. Lone surrogates are escaped.
    """
    return written(to_dict(page), indent)


def written(value: Mapping[str, Any] | Sequence[Any], indent: int | None = 2) -> str:
    """A JSON object, or a list of objects, in the house style of ``to_json``."""
    text = _ENCODE(value) if indent is None else _spread_out(value, "\n", " " * indent)
    return LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def to_dict(page: Page) -> dict[str, Any]:
    """The page as dicts, lists, strings, numbers, booleans and ``None``, the schema's name first."""
    return {
        "schema": SCHEMA,
        "encoding": page.encoding,
        "script": str(page.script),
        "folio": _folio(page.folio),
        "articles": [_article(article) for article in page.articles],
        "problems": [_problem(problem) for problem in page.problems],
        "blocks": [_block(block) for block in page.blocks],
        "text": page.text,
    }


def issue_to_dict(issue: Issue) -> dict[str, Any]:
    """An issue under the schema ``banmian.issue/1``, with its pages as ``to_dict`` has them.

    ``banmian.stitch`` makes the same issue of the pages again. The spans of articles and problems are offsets
    in ``issue.text``: the texts of the pages with a form feed between one and the next.
    """
    return {
        "schema": ISSUE_SCHEMA,
        "newspaper": issue.newspaper,
        "date": _date(issue.date),
        "number": issue.number,
        "page_numbers": [*issue.page_numbers],
        "articles": [
            {
                **{key: value for key, value in _article(article).items() if key != "blocks"},
                "parts": [
                    {
                        "page": part.page,
                        "index": part.index,
                        "article": part.article,
                        "spans": [[*span] for span in part.spans],
                        "reason": part.reason,
                    }
                    for part in article.parts
                ],
            }
            for article in issue.articles
        ],
        "problems": [_problem(problem) for problem in issue.problems],
        "pages": [to_dict(page) for page in issue.pages],
    }


def from_json(text: str | bytes) -> Page:
    """The page that ``to_json`` wrote, equal to it in everything.

    A text that is not such a page is a ``ValueError`` that says what is wrong with it.
    """
    try:
        value = json.loads(text)
    except ValueError as error:
        raise ValueError(f"this is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ValueError(f"expected a JSON object with the schema {SCHEMA!r}, found {type(value).__name__}")
    return from_dict(value)


def from_dict(value: Mapping[str, Any]) -> Page:
    """The page that ``to_dict`` took apart."""
    if value.get("schema") != SCHEMA:
        raise ValueError(f"expected the schema {SCHEMA!r}, found {value.get('schema')!r}")
    try:
        return _read_page(value)
    except KeyError as error:
        raise ValueError(f"a page of the schema {SCHEMA!r} has {error}, but it is missing") from error
    except TypeError as error:
        raise ValueError(f"a value is of another type than the schema {SCHEMA!r} says: {error}") from error


# --- values into JSON ---------------------------------------------------------------------------


def _article(article: Article) -> dict[str, Any]:
    return {
        "column": article.column,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "bylines": [
            {
                "role": str(byline.role),
                "names": [*byline.names],
                "title": byline.title,
                "affiliation": byline.affiliation,
                "place": byline.place,
                "text": byline.text,
                "span": [*byline.span],
            }
            for byline in article.bylines
        ],
        "dateline": None if article.dateline is None else _dateline(article.dateline),
        "sections": [
            {
                "title": section.title,
                "paragraphs": [
                    {"text": paragraph.text, "spans": [[*span] for span in paragraph.spans]}
                    for paragraph in section.paragraphs
                ],
            }
            for section in article.sections
        ],
        "captions": [
            {"text": caption.text, "credit": caption.credit, "span": [*caption.span]}
            for caption in article.captions
        ],
        "jumps": [
            {
                "direction": str(jump.direction),
                "page": jump.page,
                "printed": jump.printed,
                "text": jump.text,
                "span": [*jump.span],
            }
            for jump in article.jumps
        ],
        "script": str(article.script),
        "blocks": [*article.blocks],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "kind": str(problem.kind),
        "message": problem.message,
        "span": None if problem.span is None else [*problem.span],
    }


def _dateline(dateline: Dateline) -> dict[str, Any]:
    return {
        "agency": dateline.agency,
        "places": [*dateline.places],
        "date": _date(dateline.date),
        "kind": dateline.kind,
        "relay": dateline.relay,
        "desk": dateline.desk,
        "text": dateline.text,
        "span": [*dateline.span],
    }


def _date(date: Date | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {"year": date.year, "month": date.month, "day": date.day, "inferred": [*date.inferred]}


def _folio(folio: Folio) -> dict[str, Any]:
    return {
        "newspaper": folio.newspaper,
        "date": _date(folio.date),
        "weekday": folio.weekday,
        "page": folio.page,
        "section": folio.section,
        "number": folio.number,
        "price": folio.price,
        "editors": [
            {"duty": staff.duty, "names": [*staff.names], "text": staff.text, "span": [*staff.span]}
            for staff in folio.editors
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "role": str(block.role),
        "article": block.article,
        "text": block.text,
        "span": [*block.span],
        "pieces": [[*piece] for piece in block.pieces],
        "level": block.level,
        "bold": block.bold,
        "indent": block.indent,
        "kind": block.kind,
        "listed": block.listed,
        "gap": block.gap,
        "margin": block.margin,
        "votes": [
            {"by": vote.by, "role": str(vote.role), "weight": vote.weight, "reason": vote.reason}
            for vote in block.votes
        ],
    }


# --- JSON into values ---------------------------------------------------------------------------


def _read_page(value: Mapping[str, Any]) -> Page:
    text = value["text"]
    problems = tuple(
        Problem(ProblemKind(p["kind"]), p["message"], None if p["span"] is None else Span(*p["span"]))
        for p in value["problems"]
    )
    early = tuple(problem for problem in problems if problem.kind in BEFORE_ASSEMBLY)
    sheet = Sheet(text, value["encoding"], early)
    plain = compose(sheet, [_read_line(block) for block in value["blocks"]])
    sheet = stamped(plain, [_read_stamp(block) for block in value["blocks"]])
    return Page(
        text=text,
        blocks=sheet.blocks,
        articles=tuple(_read_article(article, sheet) for article in value["articles"]),
        folio=_read_folio(value["folio"]),
        script=Script(value["script"]),
        encoding=value["encoding"],
        problems=problems,
    )


def _read_line(block: Mapping[str, Any]) -> Line:
    """How a block stands on the page; its text is what stands there."""
    return Line(
        span=Span(*block["span"]),
        pieces=_read_spans(block["pieces"]),
        level=block["level"],
        bold=block["bold"],
        listed=block["listed"],
        indent=block["indent"],
        kind=block["kind"],
        gap=block["gap"],
    )


def _read_stamp(block: Mapping[str, Any]) -> Stamp:
    """What was found out about a block."""
    votes = tuple(
        Vote(vote["by"], Role(vote["role"]), vote["weight"], vote["reason"]) for vote in block["votes"]
    )
    return (Role(block["role"]), block["article"], ballot_of(votes), block["margin"])


def _read_article(value: Mapping[str, Any], sheet: Sheet) -> Article:
    return Article(
        kicker=value["kicker"],
        headline=value["headline"],
        deck=value["deck"],
        bylines=tuple(
            Byline(
                role=BylineRole(byline["role"]),
                names=tuple(byline["names"]),
                title=byline["title"],
                affiliation=byline["affiliation"],
                place=byline["place"],
                text=byline["text"],
                span=Span(*byline["span"]),
            )
            for byline in value["bylines"]
        ),
        dateline=None if value["dateline"] is None else _read_dateline(value["dateline"]),
        sections=tuple(
            Section(
                section["title"],
                tuple(Paragraph(p["text"], _read_spans(p["spans"])) for p in section["paragraphs"]),
            )
            for section in value["sections"]
        ),
        captions=tuple(
            Caption(caption["text"], caption["credit"], Span(*caption["span"]))
            for caption in value["captions"]
        ),
        jumps=tuple(
            Jump(
                direction=Direction(jump["direction"]),
                page=jump["page"],
                printed=jump["printed"],
                text=jump["text"],
                span=Span(*jump["span"]),
            )
            for jump in value["jumps"]
        ),
        column=value["column"],
        script=Script(value["script"]),
        blocks=tuple(value["blocks"]),
        sheet=sheet,
    )


def _read_dateline(value: Mapping[str, Any]) -> Dateline:
    return Dateline(
        agency=value["agency"],
        places=tuple(value["places"]),
        date=_read_date(value["date"]),
        kind=value["kind"],
        relay=value["relay"],
        desk=value["desk"],
        text=value["text"],
        span=Span(*value["span"]),
    )


def _read_date(value: Mapping[str, Any] | None) -> Date | None:
    if value is None:
        return None
    return Date(value["year"], value["month"], value["day"], tuple(value["inferred"]))


def _read_folio(value: Mapping[str, Any]) -> Folio:
    return Folio(
        newspaper=value["newspaper"],
        date=_read_date(value["date"]),
        weekday=value["weekday"],
        page=value["page"],
        section=value["section"],
        number=value["number"],
        price=value["price"],
        editors=tuple(
            Staff(staff["duty"], tuple(staff["names"]), staff["text"], Span(*staff["span"]))
            for staff in value["editors"]
        ),
    )


def _read_spans(values: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in values)


# --- writing ------------------------------------------------------------------------------------

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def _spread_out(value: Any, margin: str, step: str) -> str:
    """The value on one line where it holds no objects, else one line for each thing that it holds.

    ``json.dumps`` with an indent puts every number of every span on a line of its own, and is slower.
    """
    inner = margin + step
    if isinstance(value, dict) and any(_holds_objects(held) for held in value.values()):
        return (
            "{"
            + ",".join(
                [f"{inner}{_ENCODE(key)}: {_spread_out(held, inner, step)}" for key, held in value.items()]
            )
            + margin
            + "}"
        )
    if isinstance(value, list) and _holds_objects(value):
        return "[" + ",".join([inner + _spread_out(held, inner, step) for held in value]) + margin + "]"
    return _ENCODE(value)


def _holds_objects(value: Any) -> bool:
    """Whether it is an object or a list of objects; no list of a page is mixed."""
    return isinstance(value, dict) or (isinstance(value, list) and isinstance(next(iter(value), None), dict))
