"""The labelled pages again, a printed line a text line, as plain OCR engines write the columns of a page.

The same texts are broken to columns of several widths, with the indentation of first lines and without. The
lines of a paragraph have to find together, and nothing else may.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from attrs import evolve

import banmian
from banmian import Role
from banmian.export.margin import Labelled, Row, read_margin
from banmian.scoring import score

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
INDENTATION = 2  # cells
NEVER_FIRST = "，。、；：！？”’）》】"  # marks that hang behind a full line
MARKS = re.compile(r"^#+ +|\*\*")


class Passage(NamedTuple):
    """What is broken into lines as one: a paragraph, or as much of it as stands together; or any other line."""

    row: Row
    text: str
    last: int  #: the line that its last piece was


@cache
def labelled(path: Path) -> Labelled:
    with open(path, encoding="utf-8", newline="") as file:
        return read_margin(file.read())


def passages(page: Labelled) -> Iterator[Passage]:
    waiting: Passage | None = None
    for row in page.rows:
        text = row.text.strip()
        if waiting and row.continues == waiting.last and row.roles[:1] == (Role.PARAGRAPH,):
            people = (*waiting.row.people, *row.people)
            waiting = Passage(evolve(waiting.row, people=people), waiting.text + text, row.line)
            continue
        if waiting:
            yield waiting
        waiting = Passage(row, text, row.line)
    if waiting:
        yield waiting


def hard_wrapped(page: Labelled, cells: int, *, indented: bool) -> Labelled:
    """The page with its running text in lines of so many cells; titles and furniture stay as they are."""
    lines: list[str] = []
    rows: list[Row] = []
    ends: dict[int, int] = {}  # by the line that a piece ended on, the line that it ends on now
    carried: dict[int, str] = {}  # what did not fill a line, where a paragraph is interrupted
    interrupted = {row.continues for row in page.rows}
    for row, text, last in passages(page):
        if row.roles[:1] != (Role.PARAGRAPH,) or text.startswith(("|", "<", "!")):
            lines.append(text)
            rows.append(evolve(row, line=len(lines), text=text, continues=ends.get(row.continues or 0)))
            ends[last] = len(lines)
            continue
        starts = row.continues is None
        text = carried.pop(row.continues or 0, "") + MARKS.sub("", text)
        pieces = broken(text, cells, INDENTATION if starts else 0)
        if last in interrupted and len(pieces) > 1:
            carried[last] = pieces.pop()
        for number, piece in enumerate(pieces):
            first = starts and not number
            lines.append(f"{'　' * INDENTATION if first and indented else ''}{piece}")
            goes_on = len(lines) - 1 if number else ends.get(row.continues or 0)
            people = () if number else row.people
            rows.append(evolve(row, line=len(lines), text=lines[-1], continues=goes_on, people=people))
        ends[last] = len(lines)
    return Labelled("\n".join(lines) + "\n", tuple(rows))


def broken(text: str, cells: int, first: int) -> list[str]:
    """The text in lines; no line begins with a closing mark, which hangs behind the one before."""
    lines, line, left = [], "", float(cells - first)
    for character in text:
        width = 0.5 if character.isascii() else 1.0
        if left < width and not (character in NEVER_FIRST and line[-1:] not in NEVER_FIRST):
            lines.append(line)
            line, left = "", float(cells)
        line += character
        left -= width
    return [*lines, line]


def neighbours(page: Labelled) -> Iterator[tuple[bool, bool]]:
    """For each two lines of the page below one another: whether they are one paragraph, and whether they are read so."""
    starts = [0]
    for line in page.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    block_of: dict[int, int] = {}
    for block in banmian.read_blocks(page.text):
        for piece in block.pieces:
            for line in range(bisect_right(starts, piece.start), bisect_right(starts, piece.end - 1) + 1):
                block_of[line] = block.index
    for upper, lower in zip(page.rows, page.rows[1:], strict=False):
        both = upper.roles[:1], lower.roles[:1]
        if lower.line == upper.line + 1 and (Role.PARAGRAPH,) in both:
            yield lower.continues == upper.line, block_of.get(upper.line) == block_of.get(lower.line)


def has_marks(page: Labelled) -> bool:
    """Whether most of the page's longer texts have marks; without any, a narrow column looks like verse."""
    texts = [row.text for row in page.rows if row.roles[:1] == (Role.PARAGRAPH,) and len(row.text) > 44]
    return sum(1 for text in texts if re.search("[，。、；]", text)) * 2 >= len(texts)


@pytest.mark.parametrize("cells", [9, 13, 22])
@pytest.mark.parametrize(
    ("indented", "least_together", "least_apart", "least_score"),
    [(True, 0.97, 0.99, 0.89), (False, 0.94, 0.96, 0.85)],
    ids=["indented", "indentation lost"],
)
def test_columns_are_read_as_paragraphs(
    cells: int, indented: bool, least_together: float, least_apart: float, least_score: float
) -> None:
    pages = [hard_wrapped(page, cells, indented=indented) for page in map(labelled, PAGES) if has_marks(page)]
    told = [pair for page in pages for pair in neighbours(page)]
    together = [found for right, found in told if right]
    apart = [not found for right, found in told if not right]
    assert len(together) > 1500
    assert len(apart) > 1000
    assert sum(together) / len(together) >= least_together
    assert sum(apart) / len(apart) >= least_apart
    scores = [score(banmian.parse(page.text), page).score for page in pages]
    assert sum(scores) / len(scores) >= least_score


def test_a_blank_line_behind_every_line_tells_nothing() -> None:
    """Some engines write every printed line as a paragraph of its own."""
    pages = [hard_wrapped(labelled(path), 13, indented=True) for path in PAGES]
    spread = [banmian.parse(page.text.replace("\n", "\n\n")) for page in pages if len(page.rows) > 60]
    assert len(spread) > 20
    close = [banmian.parse(page.text) for page in pages if len(page.rows) > 60]
    same = [
        [block.text for block in one.blocks] == [block.text for block in other.blocks]
        for one, other in zip(spread, close, strict=True)
    ]
    assert sum(same) / len(same) >= 0.8


@pytest.mark.parametrize("name", ["county-lines", "workers-1985", "tianjin-1947", "county-pdf"])
def test_blank_lines_between_the_lines_of_columns_tell_nothing(name: str) -> None:
    """The same of pages whose titles, credits and tables stand between the columns."""
    page = labelled(Path(__file__).parent / "pages" / f"{name}.txt")
    close = re.sub(r"\n+", "\n", page.text)
    spread = banmian.parse(close.replace("\n", "\n\n"))
    assert [block.text for block in spread.blocks] == [block.text for block in banmian.parse(close).blocks]
