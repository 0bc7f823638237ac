"""Small cases in the margin form: one thing each, said in the remark above it.

A file of ``tests/cases`` holds several, with a line ``---`` between. A row without an article number
says nothing about articles; with one, the division into articles must be the labelled one, and a
paragraph goes on with another (``1+``) exactly where the case says so. A ``=`` row says who is
credited there, ``role:Name``, ``@Affiliation`` where it matters. The examples of the definitions of roles
are cases too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import banmian
from banmian.definitions import BYLINE_ROLES, ROLES
from banmian.export.margin import Labelled, labels_of, read_margin, to_margin
from banmian.model import BylineRole, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.export.margin import Row

CASES = Path(__file__).parent / "cases"


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for text in path.read_text(encoding="utf-8").split("\n---\n"):
            remark = text.strip("\n").partition("\n")[0].lstrip("# ")
            yield pytest.param(text.strip("\n"), id=f"{path.stem}: {remark}")
    for role, definition in [*ROLES.items(), *BYLINE_ROLES.items()]:
        yield pytest.param(definition.example, id=f"definition of {type(role).__name__}.{role}")


@pytest.mark.parametrize("text", [*cases()])
def test_reads_as_labelled(text: str) -> None:
    """Roles, articles, joins and people are those in the margin."""
    labelled = read_margin(text)
    page = banmian.parse(labelled.text)
    wrong = list(differences(labelled, labels_of(page)))
    votes = [block.explain() for block in page.blocks]
    assert not wrong, "\n".join([*wrong, "", "found:", to_margin(page), "", *votes])


def differences(wanted: Labelled, found: Labelled) -> Iterator[str]:
    labels: dict[str | None, str | None] = {None: None}  # our article for each labelled one
    for row, got in zip(wanted.rows, found.rows, strict=True):
        where = f"line {row.line} ({row.text[:20]})"
        if row.roles and not set(got.roles) & set(row.roles):
            yield f"{where}: {'/'.join(row.roles)} expected, {'/'.join(got.roles)} found"
        if row.people and not names_all(row, got):
            yield f"{where}: {[*map(str, row.people)]} expected, {[*map(str, got.people)]} found"
        if not row.placed:
            continue
        if labels.setdefault(row.article, got.article) != got.article:
            yield f"{where}: article {labels[row.article]} expected, {got.article} found"
        if Role.PARAGRAPH in row.roles and row.continues != got.continues:
            yield f"{where}: goes on with line {row.continues} expected, {got.continues} found"
    ours = [ours for ours in labels.values() if ours is not None]
    if len(set(ours)) < len(ours):
        yield f"articles run into one: {labels}"


def names_all(row: Row, got: Row) -> bool:
    """Whether the same people are credited; an affiliation counts where the case names one."""
    stated = {(person.role, person.name): person.affiliation for person in row.people}
    people = [
        person if stated.get((person.role, person.name)) else evolve(person, affiliation=None)
        for person in got.people
    ]
    return sorted(map(str, people)) == sorted(map(str, row.people))


def test_everything_is_defined_by_an_example_of_it() -> None:
    """Every role has a definition, and its example shows it."""
    assert [*ROLES] == [*Role]
    assert [*BYLINE_ROLES] == [*BylineRole]
    for role, definition in ROLES.items():
        assert role in {each for row in read_margin(definition.example).rows for each in row.roles}
    for duty, definition in BYLINE_ROLES.items():
        people = {person.role for row in read_margin(definition.example).rows for person in row.people}
        assert duty in people
