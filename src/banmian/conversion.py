"""A page in another script: every string of it, and every span as valid as before.

A paragraph is converted as it was joined, so that a phrase broken over two lines or two columns comes
out whole; everything else block by block; marks and white space between the blocks stay. Whatever the
model says as printed is then read off the converted text, so that no two places disagree.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from banmian.grammar.names import is_desk
from banmian.model import Block, Paragraph, Role, Script, Section, Sheet, Span
from banmian.reading.blocks import joined
from banmian.reading.lines import printed_in
from banmian.script import convert_pieces, fold
from banmian.script.conversion import script_of_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from banmian.model import Article, Byline, Caption, Dateline, Folio, Jump, Page, Staff
    from banmian.script.phrases import Converter


def convert_page(
    page: Page, target: str, *, names: Iterable[str] = (), converter: Converter | None = None
) -> Page:
    """The page in another script; see ``Page.to``."""
    given = (names,) if isinstance(names, str) else tuple(names)
    order = Order(target, script_of_target(target), (*given, *_people(page)), converter)
    passages = list(_passages(page))
    converted = _converted(passages, order)
    text = _printed_over(page.text, passages, converted)
    blocks = _blocks_over(page, text)
    paper = Reprint(page, blocks, order)
    paragraphs = iter(converted)  # those of the articles come first
    return evolve(
        page,
        text=text,
        blocks=blocks,
        articles=tuple([_article(one, paper, paragraphs) for one in page.articles]),
        folio=_folio(page.folio, paper),
        script=order.script,
    )


class Order(NamedTuple):
    """What a page is to become, and what is needed for it."""

    target: str
    script: Script  #: that the target is written in
    names: tuple[str, ...]
    converter: Converter | None


def _people(page: Page) -> Iterator[str]:
    """Everybody who signed the page; an office that stands where people stand is nobody."""
    signatures = [byline.names for article in page.articles for byline in article.bylines]
    staff = [one.names for one in page.folio.editors]
    for names in (*signatures, *staff):
        yield from [name for name in names if not is_desk(fold(name))]


# --- what is converted at one go ------------------------------------------------------------------


class Passage(NamedTuple):
    """A text that is converted as one, where it stands on the page, and the script around it."""

    text: str
    folded: str
    spans: tuple[Span, ...]
    around: Script


def _passages(page: Page) -> Iterator[Passage]:
    """The paragraphs of the articles, and then every block that is in none of them."""
    folded = page.blocks[0].sheet.folded if page.blocks else fold(page.text)
    joined: set[Span] = set()
    around = [page.script if one.script is Script.MIXED else one.script for one in page.articles]
    for article, script in zip(page.articles, around, strict=True):
        for section in article.sections:
            for paragraph in section.paragraphs:
                joined.update(paragraph.spans)
                text = paragraph.text
                pieces = "".join([folded[start:end] for start, end in paragraph.spans])
                yield Passage(
                    text, pieces if len(pieces) == len(text) else fold(text), paragraph.spans, script
                )
    covered = sorted(joined)
    for block in page.blocks:
        script = page.script if block.article is None else around[block.article]
        # of a loop the block's text is one copy; on the page all of them stand
        printed = tuple(printed_in(page.text, block.span)) if block.kind == "loop" else block.pieces
        rest = _uncovered(printed, covered)
        if rest == block.pieces:
            yield Passage(block.text, block.folded, rest, script)
        elif rest:  # a jump mark set into a paragraph, which was converted above
            text = "".join([page.text[start:end] for start, end in rest])
            yield Passage(text, fold(text), rest, script)


def _uncovered(pieces: Sequence[Span], covered: Sequence[Span]) -> tuple[Span, ...]:
    """What of these pieces stands in none of the covered spans, which are sorted and lie apart."""
    rest: list[Span] = []
    for start, end in pieces:
        i = max(0, bisect_right(covered, (start, start)) - 1)
        while i < len(covered) and covered[i].start < end:
            if start < covered[i].start:
                rest.append(Span(start, covered[i].start))
            start = max(start, covered[i].end)
            i += 1
        if start < end:
            rest.append(Span(start, end))
    return tuple(rest)


def _converted(passages: Sequence[Passage], order: Order) -> list[str]:
    """The passages in the target's script, each from the script that it is in."""
    texts = [passage.text for passage in passages]
    for script in {passage.around for passage in passages}:
        places = [i for i, passage in enumerate(passages) if passage.around is script]
        converted = convert_pieces(
            [texts[i] for i in places],
            order.target,
            names=order.names,
            folded=[passages[i].folded for i in places],
            around=script,
            converter=order.converter,
        )
        for i, text in zip(places, converted, strict=True):
            texts[i] = text
    return texts


def _printed_over(text: str, passages: Sequence[Passage], converted: Sequence[str]) -> str:
    """The page's text with the converted passages in place of the old ones."""
    changes: list[tuple[Span, str]] = []
    for (old, _, spans, _), new in zip(passages, converted, strict=True):
        if old == new:
            continue
        at = 0
        for span in spans:
            piece = text[span.start : span.end]
            if old.startswith(" ", at) and old.startswith(piece, at + 1) and not old.startswith(piece, at):
                at += 1  # the space between two Latin words where a paragraph was broken
            if old.startswith(piece, at):  # a line break reads as a space, and stays a line break
                changes.append((span, new[at : at + len(piece)]))
            at += len(piece)
    changes.sort()
    pieces: list[str] = []
    at = 0
    for (start, end), new in changes:
        pieces += text[at:start], new
        at = end
    return f"{''.join(pieces)}{text[at:]}"


def _blocks_over(page: Page, text: str) -> tuple[Block, ...]:
    """The blocks of the page as they stand in its converted text."""
    if not page.blocks:
        return ()
    old = page.blocks[0].sheet
    sheet = Sheet(text, page.encoding, old.problems)
    sheet.gains = old.gains
    sheet.blocks = tuple(
        [
            Block(
                one.span,
                joined(text, one.pieces),
                one.role,
                one.article,
                one.ballot,
                one.margin,
                index=one.index,
                pieces=one.pieces,
                level=one.level,
                bold=one.bold,
                indent=one.indent,
                kind=one.kind,
                listed=one.listed,
                gap=one.gap,
                sheet=sheet,
            )
            for one in page.blocks
        ]
    )
    return sheet.blocks


# --- what is read off the converted text ----------------------------------------------------------


class Reprint:
    """A page before and after: where a string stood, its converted form stands."""

    __slots__ = ("after", "before", "folio", "order", "script", "standing_heads", "starts")

    def __init__(self, page: Page, after: tuple[Block, ...], order: Order) -> None:
        self.before: tuple[Block, ...] = page.blocks
        self.after: tuple[Block, ...] = after
        self.order: Order = order
        self.script: Script = page.script
        self.starts: list[int] = [block.span.start for block in page.blocks]
        self.standing_heads: list[int] = [
            block.index for block in page.blocks if block.role is Role.STANDING_HEAD
        ]
        self.folio: list[int] = [block.index for block in page.blocks if block.role is Role.FOLIO]

    def at(self, value: str, span: Span) -> str:
        """A string that was read in a span of the page."""
        return self.among(value, self.under(span), span.start)

    def under(self, span: Span) -> range:
        """The blocks that a span touches."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        return range(first, max(bisect_left(self.starts, span.end), min(first + 1, len(self.before))))

    def among(self, value: str, indexes: Iterable[int], start: int = 0) -> str:
        """A string that was read in one of these blocks, ``start`` or later if it stands there."""
        if not value:
            return value
        indexes = tuple(indexes)
        for index in indexes:
            old = self.before[index].text
            at = old.find(value, _place_in(self.before[index], start))
            if at < 0:
                at = old.find(value)
            if at >= 0:
                return self.after[index].text[at : at + len(value)]
        # Padding was removed, or put in: 刘 歌 is 刘歌.
        spread = re.compile(r"\s*".join(map(re.escape, "".join(value.split()))))
        for index in indexes:
            if found := spread.search(self.before[index].text):
                characters = iter("".join(self.after[index].text[found.start() : found.end()].split()))
                return "".join([one if one.isspace() else next(characters, one) for one in value])
        (converted,) = _converted([Passage(value, fold(value), (), self.script)], self.order)
        return converted

    def lines(self, value: str, indexes: Iterable[int], role: Role) -> str:
        """A string put together from one or more lines of one role."""
        rest = f"{value} "
        found: list[str] = []
        of_the_role = [index for index in indexes if self.before[index].role is role]
        for index in of_the_role:
            line = self.before[index].text.strip()
            if line and rest.startswith(f"{line} "):
                found.append(self.after[index].text.strip())
                rest = rest[len(line) + 1 :]
        return self.among(value, of_the_role) if rest else " ".join(found)


def _place_in(block: Block, source: int) -> int:
    """Where in the text of a block a place of the page is."""
    at = 0
    for start, end in block.pieces:
        if source < end:
            return at + max(source - start, 0)
        at += end - start
    return 0


def _article(article: Article, paper: Reprint, paragraphs: Iterator[str]) -> Article:
    blocks = article.blocks
    return evolve(
        article,
        kicker=article.kicker and paper.lines(article.kicker, blocks, Role.KICKER),
        headline=article.headline and paper.lines(article.headline, blocks, Role.HEADLINE),
        deck=article.deck and paper.lines(article.deck, blocks, Role.DECK),
        bylines=tuple([_byline(one, paper) for one in article.bylines]),
        dateline=article.dateline and _dateline(article.dateline, paper),
        sections=tuple(
            [
                Section(
                    section.title and paper.lines(section.title, blocks, Role.SUBHEAD),
                    tuple([Paragraph(next(paragraphs), one.spans) for one in section.paragraphs]),
                )
                for section in article.sections
            ]
        ),
        captions=tuple([_caption(one, blocks, paper) for one in article.captions]),
        jumps=tuple([_jump(one, paper) for one in article.jumps]),
        column=article.column and paper.among(article.column, paper.standing_heads),
        script=paper.order.script,
        sheet=paper.after[0].sheet if paper.after else None,
    )


def _byline(byline: Byline, paper: Reprint) -> Byline:
    span = byline.span
    return evolve(
        byline,
        names=tuple([paper.at(name, span) for name in byline.names]),
        title=byline.title and paper.at(byline.title, span),
        affiliation=byline.affiliation and paper.at(byline.affiliation, span),
        place=byline.place and paper.at(byline.place, span),
        text=paper.at(byline.text, span),
    )


def _dateline(dateline: Dateline, paper: Reprint) -> Dateline:
    span = dateline.span
    return evolve(
        dateline,
        agency=dateline.agency and paper.at(dateline.agency, span),
        places=tuple([paper.at(place, span) for place in dateline.places]),
        kind=dateline.kind and paper.at(dateline.kind, span),
        desk=dateline.desk and paper.at(dateline.desk, span),
        text=paper.at(dateline.text, span),
    )


def _caption(caption: Caption, blocks: Sequence[int], paper: Reprint) -> Caption:
    credit = caption.credit and paper.among(caption.credit, (*paper.under(caption.span), *blocks))
    return evolve(caption, text=paper.at(caption.text, caption.span), credit=credit)


def _jump(jump: Jump, paper: Reprint) -> Jump:
    return evolve(jump, printed=paper.at(jump.printed, jump.span), text=paper.at(jump.text, jump.span))


def _folio(folio: Folio, paper: Reprint) -> Folio:
    lines = paper.folio
    return evolve(
        folio,
        newspaper=folio.newspaper and paper.among(folio.newspaper, lines),
        weekday=folio.weekday and paper.among(folio.weekday, lines),
        section=folio.section and paper.among(folio.section, lines),
        number=folio.number and paper.among(folio.number, lines),
        price=folio.price and paper.among(folio.price, lines),
        editors=tuple([_staff(one, paper) for one in folio.editors]),
    )


def _staff(staff: Staff, paper: Reprint) -> Staff:
    return evolve(
        staff,
        duty=paper.at(staff.duty, staff.span),
        names=tuple([paper.at(name, staff.span) for name in staff.names]),
        text=paper.at(staff.text, staff.span),
    )
