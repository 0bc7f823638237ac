"""What a person should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.dates import printed_weekday, weekday_of
from banmian.heuristics.traces import loops_of
from banmian.model import Problem, ProblemKind, Role, Span
from banmian.reading.looks import breaks_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.assembly.story import Story
    from banmian.model import Block

NARROW = 0.75  #: a lead so small could as well be none
GAP = "   "
LEAST_HALF = 8  #: characters on either side of a gap; a line of verse has seven
MOST_GAPS = 3  #: lines with a wide gap inside that chance makes
MOST_DOUBTS = 20  #: a page with more doubtful blocks is listed by the first of them


def problems_of(blocks: Sequence[Block], stories: Sequence[Story]) -> list[Problem]:
    """The problems of a page, in printed order."""
    found = [*_loops(blocks), *_halves(stories), *_breaks(stories), *_zipped(blocks), *_doubts(blocks)]
    found += _weekdays(blocks)
    return sorted(found, key=lambda problem: problem.span or Span(0, 0))


def _loops(blocks: Sequence[Block]) -> list[Problem]:
    copies = sorted(copy for copy in loops_of(tuple(blocks)) if blocks[copy].role is Role.ARTIFACT)
    found: list[Problem] = []
    start = 0
    for i in range(1, len(copies) + 1):
        if i < len(copies) and copies[i] == copies[i - 1] + 1:
            continue
        first, last = blocks[copies[start]], blocks[copies[i - 1]]
        count = sum(map(_copies, [blocks[copy] for copy in copies[start:i]]))
        found.append(
            Problem(
                ProblemKind.LOOP,
                f"{count} {'copy' if count == 1 else 'copies'} of {first.text.strip()[:24]!r}: the reading machine"
                " looped; the text that it displaced is lost, and the page is probably cut off",
                Span(first.span.start, last.span.end),
            )
        )
        start = i
    return found


def _copies(block: Block) -> int:
    """How often the text of a loop stands in its block: once, but in a run that was read as one block."""
    return block.sheet.text.count(block.text, *block.span) if block.kind == "loop" else 1


def _halves(stories: Sequence[Story]) -> list[Problem]:
    found = []
    for story in stories:
        if story.head and not story.has_text:
            title = story.head[0]
            found.append(
                Problem(
                    ProblemKind.HEADLINE_WITHOUT_BODY,
                    f"no text was found for {title.text.strip()[:30]!r}",
                    title.span,
                )
            )
        elif story.has_text and not story.head:
            text = story.prose[0]
            if not text.look.lede:  # an untitled brief is no problem
                found.append(
                    Problem(
                        ProblemKind.BODY_WITHOUT_HEADLINE,
                        f"no headline was found for {text.text.strip()[:24]!r}",
                        text.span,
                    )
                )
    return found


def _breaks(stories: Sequence[Story]) -> list[Problem]:
    found = []
    for story in stories:
        last = story.last_text
        if last is None or not breaks_off(last):
            continue
        if any(story.role(block) is Role.JUMP for block in story.body):
            continue
        found.append(
            Problem(
                ProblemKind.BROKEN_PARAGRAPH,
                f"breaks off after {last.text.strip()[-12:]!r}, and no other half was found",
                last.span,
            )
        )
    return found


def _weekdays(blocks: Sequence[Block]) -> list[Problem]:
    """A folio line whose date fell on another day of the week."""
    found = []
    for block in blocks:
        if block.role is not Role.FOLIO or not (folio := block.look.folio) or not folio.date:
            continue
        printed = printed_weekday(folio.weekday) if folio.weekday else None
        computed = weekday_of(folio.date)
        if printed and computed and printed != computed:
            found.append(
                Problem(
                    ProblemKind.WRONG_WEEKDAY,
                    f"{folio.date} is printed as {folio.weekday}, but was 星期{computed}:"
                    " the date or the weekday is misread",
                    block.span,
                )
            )
    return found


def _zipped(blocks: Sequence[Block]) -> list[Problem]:
    """Two columns read across: line after line has a wide gap inside."""
    wide = bool(blocks) and GAP in blocks[0].sheet.folded
    torn = [
        piece
        for block in blocks
        if block.role is Role.PARAGRAPH and block.kind == "text" and len(block.pieces) > MOST_GAPS
        for piece in _torn(block)
    ]
    gaps = torn or [
        piece
        for block in (blocks if wide else ())
        if block.role is not Role.ADVERT
        and block.kind == "text"
        and GAP in block.sheet.folded[slice(*block.span)]
        for piece in block.pieces
        if _has_a_gap_inside(block.sheet.folded[piece.start : piece.end])
    ]
    if len(gaps) <= MOST_GAPS:
        return []
    return [
        Problem(
            ProblemKind.ZIPPED_COLUMNS,
            f"{len(gaps)} lines have a wide gap inside: two columns may have been read across",
            Span(gaps[0].start, gaps[-1].end),
        )
    ]


def _torn(block: Block) -> list[Span]:
    """The lines of a block that all have a gap at one place, give or take a character."""
    folded = block.sheet.folded
    found: list[Span] = []
    run: list[Span] = []
    place = -1
    for piece in block.pieces:
        line = folded[piece.start : piece.end]
        near = line.find(" ", max(place - 1, LEAST_HALF), place + 2) if run else -1
        if near < 0:
            if len(run) > MOST_GAPS:
                found += run
            run = []
            near = line.find(" ", LEAST_HALF)
        if near >= 0 and len(line[near:].strip()) >= LEAST_HALF:
            run.append(piece)
            place = near
    return found + run if len(run) > MOST_GAPS else found


def _has_a_gap_inside(folded: str) -> bool:
    left, gap, right = folded.partition(GAP)
    return bool(gap) and len(left.strip()) > 6 and len(right.strip()) > 6


def _doubts(blocks: Sequence[Block]) -> list[Problem]:
    doubtful = [block for block in blocks if block.margin < NARROW and block.ballot]
    return [
        Problem(
            ProblemKind.LOW_MARGIN,
            f"read as {block.role} by {max(block.margin, 0.0):.1f} only: {block.text.strip()[:24]!r}",
            block.span,
        )
        for block in doubtful[:MOST_DOUBTS]
    ]
