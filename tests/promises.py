"""What is promised of the page that any input makes, whatever was fed in.

Used by every test that feeds texts of its own making: properties, hostile input, fuzzing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category

import banmian
from banmian import Page, Span
from banmian.export.json import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCRIPTS = ("simplified", "traditional", "taiwan", "hongkong")


def keep_every_promise(data: bytes | str, scripts: Iterable[str] = SCRIPTS) -> Page:
    """Parse, and check all that is promised; raises AssertionError where a promise is broken.

    ``scripts`` are those that the page is converted to.
    """
    page = banmian.parse(data)
    nothing_is_lost(page)
    articles_share_nothing(page)
    spans_are_valid(page)
    paragraphs_are_made_of_blocks(page)
    explanations_can_be_printed(page)
    assert banmian.parse(data) == page, "the same text makes the same page"
    assert from_json(to_json(page)) == page, "JSON there and back"
    if isinstance(data, str):
        assert page.text == data
    for script in scripts:
        conversion_keeps_spans(page, script)
    return page


def nothing_is_lost(page: Page) -> None:
    """Every character that is not blank stands in exactly one block; blocks stand in order."""
    end = 0
    for number, block in enumerate(page.blocks):
        assert block.index == number
        assert end <= block.span.start < block.span.end <= len(page.text), block
        between = page.text[end : block.span.start]
        assert not between or between.isspace(), f"{between!r} stands in no block"
        end = block.span.end
    rest = page.text[end:]
    assert not rest or rest.isspace(), f"{rest!r} stands in no block"


def articles_share_nothing(page: Page) -> None:
    """Every block belongs to at most one article, and block and article say the same."""
    owner: dict[int, int] = {}
    for number, article in enumerate(page.articles):
        assert article.blocks, "an article has blocks"
        for index in article.blocks:
            assert index not in owner, f"block {index} stands in two articles"
            owner[index] = number
    for block in page.blocks:
        assert block.article == owner.get(block.index)


def spans_are_valid(page: Page) -> None:
    """Every span lies in the text."""
    for span in spans_of(page):
        assert isinstance(span, Span)
        assert 0 <= span.start <= span.end <= len(page.text), span


def spans_of(page: Page) -> Iterator[Span]:
    """Every span that a page holds."""
    for block in page.blocks:
        yield block.span
        yield from block.pieces
    for article in page.articles:
        yield from (byline.span for byline in article.bylines)
        yield from (caption.span for caption in article.captions)
        yield from (jump.span for jump in article.jumps)
        yield from (span for paragraph in article.paragraphs for span in paragraph.spans)
        if article.dateline:
            yield article.dateline.span
    yield from (staff.span for staff in page.folio.editors)
    yield from (problem.span for problem in page.problems if problem.span)


def paragraphs_are_made_of_blocks(page: Page) -> None:
    """A paragraph is the text at its spans; they lie in blocks of its article, and no two overlap."""
    for number, article in enumerate(page.articles):
        pieces = sorted(piece for index in article.blocks for piece in page.blocks[index].pieces)
        used: list[Span] = []
        for paragraph in article.paragraphs:
            assert paragraph.spans, f"article {number} has a paragraph from nowhere: {paragraph!r}"
            printed = "".join([page.text[start:end] for start, end in paragraph.spans])
            assert "".join(paragraph.text.split()) == "".join(printed.split())
            used += paragraph.spans
        used.sort()
        at = 0
        assert all(one.end <= other.start for one, other in pairwise(used)), "pieces of paragraphs overlap"
        for span in used:
            while at < len(pieces) and pieces[at].end < span.end:
                at += 1
            assert at < len(pieces) and pieces[at].start <= span.start, f"{span} is no text of the article"


def explanations_can_be_printed(page: Page) -> None:
    """An explanation can be written to any terminal that takes UTF-8, and does nothing to it."""
    for block in page.blocks:
        explanation = block.explain()
        explanation.encode("utf-8")
        odd = [c for c in explanation if not c.isprintable() and c != "\n" and category(c) != "Zs"]
        assert not odd, f"{explanation!r} holds {odd}"


def conversion_keeps_spans(page: Page, script: str) -> None:
    """A page in another script has its blocks where they were, and its text can be parsed again."""
    converted = page.to(script)
    assert len(converted.text) == len(page.text)
    assert [*spans_of(converted)] == [*spans_of(page)]
    nothing_is_lost(converted)
    paragraphs_are_made_of_blocks(converted)
    again = banmian.parse(converted.text)
    assert [block.span for block in again.blocks] == [block.span for block in page.blocks]
