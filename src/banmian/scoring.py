"""How right a parse is: its figures against a page that a person has labelled, each from 0 to 1.

role      macro F1 of the roles over the lines that are judged
bcubed    B-cubed F1 of the division into articles, every printed character weighted alike
pq        panoptic quality of the articles, matched where they overlap by more than half
headline  share of titles that were given to the right article, in full
byline    F1 over (article, role, name), where the labels name people
join      F1 over pairs of lines joined into one paragraph, where labels or parse have any
score     the mean of those that apply
"""

from __future__ import annotations

import csv
from collections import Counter
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from banmian.export.margin import Labelled, Person, Row, labels_of, numbered_lines
from banmian.model import BylineRole, Role
from banmian.reading.decoding import decode
from banmian.reading.labels import labelled_as

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from banmian.model import Article, Page

TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK)
#: what stands in an article; all else is furniture of the page
OF_ARTICLES = frozenset(
    [*TITLES, Role.BYLINE, Role.SUBHEAD, Role.PARAGRAPH, Role.CAPTION, Role.CREDIT, Role.DATELINE, Role.JUMP]
)
FIGURES = ("role", "bcubed", "pq", "headline", "byline", "join")


@frozen
class Figures:
    """How right a parse is; ``None`` where the labels do not say enough to tell."""

    role: float
    bcubed: float
    pq: float
    headline: float | None
    byline: float | None
    join: float | None

    @property
    def score(self) -> float:
        """The mean of the figures that apply."""
        applying = [figure for figure in self.by_name().values() if figure is not None]
        return sum(applying) / len(applying)

    def by_name(self) -> dict[str, float | None]:
        """The figures without the score."""
        return {name: getattr(self, name) for name in FIGURES}


def score(page: Page, labelled: Labelled) -> Figures:
    """The figures of a parse against labels of the same text."""
    if page.text != labelled.text:
        raise ValueError("the labels are those of another text than the page's")
    parsed = {row.line: row for row in labels_of(page).rows}
    overlap = Overlap.of(page, labelled)
    return Figures(
        role=_role(page, labelled),
        bcubed=_bcubed(overlap),
        pq=_panoptic_quality(overlap),
        headline=_headline(page, labelled, overlap),
        byline=_byline(page, labelled, overlap),
        join=_join(labelled, parsed),
    )


def read_gold(folder: str | os.PathLike[str]) -> Labelled:
    """The labels in a folder that holds a page and a table of its lines.

    ``page.*`` is the page in any encoding; ``gold.tsv`` has a row for every line that is not blank,
    with the columns line, article, role (``a|b`` where either is right, ``?`` where nobody can tell),
    continues, detail (``role:Name@Affiliation`` and other things, ``;`` between). A file that is not
    there is an ``OSError``, a table without these columns a ``KeyError``.
    """
    folder = Path(folder)
    source = next((path for path in sorted(folder.iterdir()) if path.stem == "page"), None)
    if source is None:
        raise FileNotFoundError(ENOENT, "a labelled page is a file page.* and a gold.tsv", str(folder))
    text = decode(source.read_bytes()).text
    lines = {number: line for number, _, line in numbered_lines(text)}
    with open(folder / "gold.tsv", encoding="utf-8", newline="") as table:
        rows = [
            Row(
                line=int(row["line"]),
                text=lines.get(int(row["line"]), ""),
                roles=() if row["role"] == "?" else tuple(Role(role) for role in row["role"].split("|")),
                article=None if row["article"] == "-" else row["article"],
                continues=int(row["continues"]) if row["continues"] else None,
                people=_people(row["detail"] or ""),
            )
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    return Labelled(text, tuple(rows))


def f1(right: float, extra: float, missing: float) -> float:
    """The harmonic mean of precision and recall; 1 where there was nothing to find."""
    return 2 * right / (2 * right + extra + missing) if right + extra + missing else 1.0


@frozen
class Overlap:
    """How many characters the labelled articles and the parsed ones share."""

    shared: Mapping[tuple[str, int], int]  #: characters by (label, index of the parsed article)
    labelled: Mapping[str, int]  #: characters of each labelled article
    parsed: Mapping[int, int]  #: characters of each parsed article

    @property
    def best(self) -> dict[str, int]:
        """The parsed article that shares most with each labelled one."""
        most: dict[str, tuple[int, int]] = {}
        for (label, index), count in self.shared.items():
            most[label] = max(most.get(label, (0, -1)), (count, index))
        return {label: most[label][1] for label in self.labelled if label in most}

    @classmethod
    def of(cls, page: Page, labelled: Labelled) -> Overlap:
        """Count the printed characters of all labelled lines."""
        article_at: list[int | None] = [None] * len(page.text)
        for block in page.blocks:
            if block.role in OF_ARTICLES:
                article_at[slice(*block.span)] = [block.article] * (block.span.end - block.span.start)
        starts = {number: start for number, start, _ in numbered_lines(page.text)}
        shared: Counter[tuple[str, int]] = Counter()
        labels: Counter[str] = Counter()
        articles: Counter[int] = Counter()
        for row in labelled.rows:
            for at, character in enumerate(row.text, starts.get(row.line, 0)):
                if character.isspace():
                    continue
                index = article_at[at]
                if row.article is not None:
                    labels[row.article] += 1
                if index is not None:
                    articles[index] += 1
                if row.article is not None and index is not None:
                    shared[row.article, index] += 1
        return cls(shared, labels, articles)


def figures_by_role(pages: Iterable[tuple[Page, Labelled]]) -> dict[Role, float]:
    """F1 of each role that is labelled, over the lines of all pages, by the order of ``Role``."""
    right: Counter[Role] = Counter()
    missing: Counter[Role] = Counter()
    extra: Counter[Role] = Counter()
    for page, labelled in pages:
        parsed = {row.line: row for row in labels_of(page).rows}
        for row in labelled.rows:
            if not row.roles:
                continue
            found = parsed[row.line].roles[:1]
            if set(found) & set(row.roles):
                right[row.roles[0]] += 1
            else:
                missing[row.roles[0]] += 1
                extra.update(found)
    return {role: f1(right[role], extra[role], missing[role]) for role in Role if right[role] + missing[role]}


def _role(page: Page, labelled: Labelled) -> float:
    figures = figures_by_role([(page, labelled)])
    return sum(figures.values()) / len(figures) if figures else 1.0


def _bcubed(overlap: Overlap) -> float:
    if not overlap.labelled and not overlap.parsed:
        return 1.0  # a page without articles, and none were found
    shared = overlap.shared.items()
    precision = sum(n * n / overlap.parsed[index] for (_, index), n in shared)
    precision /= max(1, sum(overlap.parsed.values()))
    recall = sum(n * n / overlap.labelled[label] for (label, _), n in shared)
    recall /= max(1, sum(overlap.labelled.values()))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _panoptic_quality(overlap: Overlap) -> float:
    total = 0.0
    for (label, index), count in overlap.shared.items():
        over_union = count / (overlap.labelled[label] + overlap.parsed[index] - count)
        if over_union > 0.5:
            total += over_union
    articles = len(overlap.labelled) + len(overlap.parsed)
    return total / (articles / 2) if articles else 1.0


def _headline(page: Page, labelled: Labelled, overlap: Overlap) -> float | None:
    """Where the labels do not tell kicker, headline and deck apart, the three are read together."""
    wanted: dict[str, str] = {}
    loose: set[str] = set()
    best = overlap.best
    starts = {number: start for number, start, _ in numbered_lines(page.text)}
    labels = {block.span.start: block.text for block in page.blocks if labelled_as(block)}

    def printed(row: Row) -> str:
        """The line without its marks, and without the label that a model wrote before it."""
        start = starts[row.line] + len(row.text) - len(row.text.lstrip())
        return _squashed(labels[start]) if start in labels else _unmarked(row.text)

    optional: list[tuple[str, str]] = []  # lines that an editor may count to the title or not
    for row in labelled.rows:
        if row.article is None or not row.roles:
            continue
        if row.roles[0] is Role.HEADLINE:
            wanted[row.article] = wanted.get(row.article, "") + printed(row)
            if len(row.roles) > 1:
                loose.add(row.article)
        elif not set(TITLES).isdisjoint(row.roles):
            optional.append((row.article, printed(row)))

    def is_right(label: str) -> bool:
        index = best.get(label)
        if index is None:
            return False
        if label not in loose:
            return _title(page.articles[index], (Role.HEADLINE,)) == wanted[label]
        title = _title(page.articles[index], TITLES)
        for owner, line in optional:
            if owner == label and line not in wanted[label]:
                title = title.replace(line, "", 1)
        return title == wanted[label]

    return sum(map(is_right, wanted)) / len(wanted) if wanted else None


def _byline(page: Page, labelled: Labelled, overlap: Overlap) -> float | None:
    wanted = Counter(
        (row.article, person.role, _squashed(person.name))
        for row in labelled.rows
        for person in row.people
        if row.article is not None
    )
    if not wanted:
        return None
    label_of: dict[int, str] = {}
    for label, index in overlap.best.items():
        label_of.setdefault(index, label)
    found = Counter(
        (label_of.get(index, f"?{index}"), byline.role, _squashed(name))
        for index, article in enumerate(page.articles)
        for byline in article.bylines
        for name in byline.names
    )
    right = (wanted & found).total()
    return f1(right, found.total() - right, wanted.total() - right)


def _join(labelled: Labelled, parsed: Mapping[int, Row]) -> float | None:
    wanted = _pairs(labelled.rows)
    found = _pairs(parsed[row.line] for row in labelled.rows)
    if not wanted | found:
        return None
    return f1(len(wanted & found), len(found - wanted), len(wanted - found))


def _pairs(rows: Iterable[Row]) -> set[tuple[int, int]]:
    return {(row.continues, row.line) for row in rows if row.continues is not None}


def _people(detail: str) -> tuple[Person, ...]:
    """The people in a detail of the gold; datelines and jumps stand beside them and are left out."""
    people = []
    for part in detail.split(";"):
        kind, _, value = part.partition(":")
        if kind in frozenset(BylineRole):
            name, _, affiliation = value.partition("@")
            people.append(Person(BylineRole(kind), name, affiliation or None))
    return tuple(people)


def _title(article: Article, parts: tuple[Role, ...]) -> str:
    return "".join(_squashed(getattr(article, part)) for part in parts)


def _unmarked(line: str) -> str:
    return _squashed(line.lstrip("# ").strip("*"))


def _squashed(text: str | None) -> str:
    return "".join((text or "").split())
