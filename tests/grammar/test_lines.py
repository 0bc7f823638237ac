"""Lines as papers of all kinds print them, and all that is found in them; lines.tsv has them.

A byline is written ``role:name、name@affiliation>place``, a dateline ``agency|places|date|kind``, a jump
``to A3``, a folio ``page=3 section=要闻``. Nothing expected means that nothing is to be found.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from banmian import find_bylines, find_dateline, find_folio, find_jumps

CASES = Path(__file__).with_name("lines.tsv")
FOLIO = ("newspaper", "date", "weekday", "page", "section", "number", "price")


def rows() -> list[tuple[str, str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [
            (row["find"], row["text"], row["expected"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def written_bylines(text: str) -> str:
    credits = []
    for byline in find_bylines(text):
        credit = f"{byline.role}:{'、'.join(byline.names)}"
        credit += f"@{byline.affiliation}" if byline.affiliation else ""
        credits.append(credit + (f">{byline.place}" if byline.place else ""))
    return "；".join(credits)


def written_dateline(text: str) -> str:
    found = find_dateline(text)
    if found is None:
        return ""
    return f"{found.agency or ''}|{' '.join(found.places)}|{found.date or ''}|{found.kind or ''}"


def written_jumps(text: str) -> str:
    return "；".join(f"{jump.direction} {jump.page}" for jump in find_jumps(text))


def written_folio(text: str) -> str:
    folio = find_folio(text)
    fields = [f"{name}={getattr(folio, name)}" for name in FOLIO if getattr(folio, name) is not None]
    if folio.editors:
        staff = " ".join(f"{one.duty}:{'、'.join(one.names)}" for one in folio.editors)
        fields.append(f"editors={staff}")
    return " ".join(fields)


WRITTEN = {
    "bylines": written_bylines,
    "dateline": written_dateline,
    "jumps": written_jumps,
    "folio": written_folio,
}


@pytest.mark.parametrize(("find", "text", "expected"), rows())
def test_what_is_found_in_a_line(find: str, text: str, expected: str) -> None:
    """Every row of lines.tsv: all that is found, and nothing else."""
    assert WRITTEN[find](text.replace("\\n", "\n")) == expected


@pytest.mark.parametrize("text", sorted({text.replace("\\n", "\n") for _, text, _ in rows()}))
def test_what_is_found_is_printed_where_it_says(text: str) -> None:
    """Every value has its print and the place of it; marks of Markdown around it belong to neither."""
    dateline = find_dateline(text)
    values = [
        *find_bylines(text),
        *find_jumps(text),
        *find_folio(text).editors,
        *([dateline] if dateline else []),
    ]
    for value in values:
        assert text[value.span.start : value.span.end] == value.text
        assert value.text == value.text.strip("*_# ")


FINDERS: list[Callable[[str], object]] = [find_bylines, find_dateline, find_jumps, find_folio]


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
@pytest.mark.parametrize("given", ["本报".encode(), None, 3], ids=str)
def test_anything_but_a_string_is_refused(find: Callable[[object], object], given: object) -> None:
    """The error names the function, what it takes and what it was given."""
    with pytest.raises(TypeError, match=rf"{find.__name__} takes a str, not {type(given).__name__}"):
        find(given)
