"""How right pages are read, against pages that you labelled.

Figures from 0 to 1. Pages are files in the margin form (what banmian margin printed, corrected), or folders with
a page.* and a gold.tsv.

    banmian score page-*.txt --roles
    banmian score page-*.txt --weights weights.toml
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands.inputs import add_rules, parser_of, tell_of_failures
from banmian.commands.labels import add_labelled, labelled_pages

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from banmian.scoring import Figures


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_labelled(parser)
    parser.add_argument("--roles", action="store_true", help="also F1 of each role over all pages")
    add_rules(parser)


def run(options: argparse.Namespace) -> int:
    from banmian.scoring import FIGURES, figures_by_role, score

    pages, status = labelled_pages(options.pages)
    parser = parser_of(options)
    parsed = [(source, parser.parse(page.text), page) for source, page in pages]
    for source, page, _ in parsed:
        tell_of_failures(source, page)
    figures = [(source, score(page, labels)) for source, page, labels in parsed]
    width = max(len(source) for source, _ in figures)
    print(" " * width + "".join(f"{name:>9}" for name in (*FIGURES, "score")))
    for source, one in figures:
        print(f"{source:<{width}}" + "".join(map(_cell, _values([one]))))
    if len(figures) > 1:
        print(f"{'mean':<{width}}" + "".join(map(_cell, _values([one for _, one in figures]))))
    if options.roles:
        print()
        by_role = figures_by_role([(page, labels) for _, page, labels in parsed])
        width = max(width, *map(len, by_role))
        for role, figure in by_role.items():
            print(f"{role:<{width}}{figure:>9.3f}")
    return status


def _values(figures: Sequence[Figures]) -> list[float | None]:
    """The means of the figures, each over the pages that it applies to."""
    columns = zip(*[(*one.by_name().values(), one.score) for one in figures], strict=True)
    applying = [[value for value in column if value is not None] for column in columns]
    return [sum(column) / len(column) if column else None for column in applying]


def _cell(value: float | None) -> str:
    return f"{'-':>9}" if value is None else f"{value:>9.3f}"
