"""Pages that look like newspapers, put together from the pieces of the case files.

A strategy for Hypothesis. Stories are set from heads, credits, paragraphs and furniture as they stand in
``tests/cases``, and then go through what happens to a page before it comes here: paragraphs break at the
end of a column, lines are wrapped to a measure, a line is repeated, columns are read across, a page is
printed in the other script, characters are lost.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

import banmian
from banmian.export.margin import read_margin

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "cases"
TITLES = ("kicker", "headline", "deck")
#: what stands between stories or inside them
FURNITURE = (
    "subhead", "caption", "credit", "dateline", "jump", "standing_head", "teaser", "folio", "advert", "artifact",
)  # fmt: skip
MARKS = (
    "",
    "# ",
    "## ",
    "### ",
    "**",
    "- ",
    "> ",
    "▲",
    "标题：",
    "**正文**：",
    "　　",
    "<div align=center>",
    "\u200b",
    "\ufeff",
)
GAPS = ("\n\n", "\n", "\n\n\n", "\r\n", "\r\n\r\n", "\n　\n", "\n---\n")
#: what reading machines and copying leave in a text
DEBRIS = (
    "\x00",
    "\ufffd",
    "\ud800",
    "\u202e",
    "\u0301",
    "**",
    "$12\\%$",
    "![](imgs/1.jpg)",
    "|",
    "…",
    "　　　",
)


@cache
def pieces() -> dict[str, list[str]]:
    """The lines of the case files by the role that is likeliest for each."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(CASES.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n---\n"):
            for row in read_margin(case.strip("\n")).rows:
                if row.roles:
                    found[row.roles[0]].append(row.text)
    return found


def lines_of(*roles: str) -> st.SearchStrategy[str]:
    """A line of one of these roles."""
    return st.sampled_from([line for role in roles for line in pieces()[role]])


@st.composite
def stories(draw: st.DrawFn) -> list[str]:
    """A story: its title or none, who wrote it, its paragraphs and what stands between them."""
    head = draw(st.lists(lines_of(*TITLES), max_size=3))
    marks = draw(st.lists(st.sampled_from(MARKS), min_size=len(head), max_size=len(head)))
    head = [
        mark + line.lstrip("#* ") + ("**" if mark == "**" else "")
        for mark, line in zip(marks, head, strict=True)
    ]
    credits = draw(st.lists(lines_of("byline"), max_size=2))
    body: list[str] = []
    for paragraph in draw(st.lists(lines_of("paragraph"), max_size=5)):
        if len(paragraph) > 8 and draw(st.integers(0, 3)) == 0:  # the end of a column, in any place
            cut = draw(st.integers(1, len(paragraph) - 1))
            body += paragraph[:cut], *draw(st.lists(lines_of(*FURNITURE), max_size=1)), paragraph[cut:]
        else:
            body.append(paragraph)
    at = draw(st.integers(0, len(body)))
    body[at:at] = draw(st.lists(lines_of(*FURNITURE), max_size=2))
    order: list[list[str]] = (
        draw(st.permutations([head, credits, body])) if draw(st.booleans()) else [head, credits, body]
    )
    return [line for part in order for line in part]


def wrapped(lines: list[str], measure: int) -> list[str]:
    """Lines broken to a measure, as a column of lead type is transcribed."""
    return [line[i : i + measure] for line in lines for i in range(0, len(line) or 1, measure)]


def zipped(lines: list[str], measure: int) -> list[str]:
    """Two columns read across."""
    half = (len(lines) + 1) // 2
    left, right = lines[:half], [*lines[half:], ""]
    return [f"{one.ljust(measure, '　')}　　{other}" for one, other in zip(left, right, strict=False)]


@st.composite
def newspapers(draw: st.DrawFn) -> str:
    """The text of a page."""
    lines = [line for story in draw(st.lists(stories(), min_size=1, max_size=5)) for line in story]
    if lines and draw(st.integers(0, 4)) == 0:  # the reading machine got caught in a loop
        at = draw(st.integers(0, len(lines) - 1))
        lines[at:at] = [lines[at]] * draw(st.integers(1, 14))
    shape = draw(st.integers(0, 5))
    if shape == 0:
        lines = wrapped(lines, draw(st.integers(7, 24)))
    elif shape == 1:
        lines = zipped(wrapped(lines, 12), 12)
    text = draw(st.sampled_from(GAPS)).join(lines)
    damage: list[Callable[[str], str]] = [
        lambda text: banmian.convert(text, "traditional"),
        lambda text: text[: len(text) // 2],  # cut off
        lambda text: text.replace("。", ""),
        lambda text: text.replace("\n\n", "\n"),
    ]
    for number in draw(st.sets(st.integers(0, len(damage) * 3), max_size=2)):
        if number < len(damage):
            text = damage[number](text)
    for spot in draw(st.lists(st.sampled_from(DEBRIS) | st.text(max_size=3), max_size=2)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + spot + text[at:]
    return text
