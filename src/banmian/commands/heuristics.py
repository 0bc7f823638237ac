"""Every rule, with its weight, its origin and what it claims.

Rules of one name are one reading that speaks for several roles, or against them.

    banmian heuristics
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands.inputs import add_rules, parser_of
from banmian.commands.output import Output, add_output

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from banmian.parser import Parser


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_output(parser)
    add_rules(parser)


def run(options: argparse.Namespace) -> int:
    rows = [("speaks for", "weight", "name", "origin", "claim"), *rules(parser_of(options))]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    with Output(options.output) as output:
        for role, weight, name, origin, claim in rows:
            output.write(
                f"{role:<{widths[0]}}  {weight:>{widths[1]}}  {name:<{widths[2]}}  {origin:<{widths[3]}}  {claim}\n"
            )
    return 0


def rules(parser: Parser) -> Iterator[tuple[str, str, str, str, str]]:
    """What the rule speaks for, its weight, its name, its origin, the first line of its docstring."""
    for one in parser.heuristics:
        yield str(one.role), f"{one.weight:+.1f}", one.name, one.origin, _claim(one.reading)
    for rule in parser.assembly:
        table = type(rule).__name__.lower()
        yield table, f"{rule.weight:+.1f}", rule.name, rule.origin, _claim(rule.reading)


def _claim(reading: object) -> str:
    first, *_ = (reading.__doc__ or "").strip().splitlines() or [""]
    return first
