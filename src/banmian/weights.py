"""The weights of a parser as a file of TOML that a person can read and change.

    format = "banmian.weights/1"

    [heuristics.is_a_long_text]
    paragraph = 3.0

    [follows.kicker]
    headline = 1.5

    [boundary]
    opens_a_report = 3.0

``[follows.edge]`` is the edge of the page. Rules that the file does not name keep their weights.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import evolve

from banmian.assembly.record import AssemblyRule, Boundary, Join, Pairing
from banmian.heuristics.house import PREFIX, HouseBoundary, HouseFact, boundary_facts_with, facts_with
from banmian.heuristics.record import Heuristic, or_nearly
from banmian.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from banmian.parser import Parser

FORMAT = "banmian.weights/1"
EDGE = "edge"
#: the tables of assembly, by their names in the file
TABLES: dict[str, type[AssemblyRule]] = {"boundary": Boundary, "pairing": Pairing, "join": Join}
BARE = re.compile(r"[A-Za-z0-9_-]+")


def written(parser: Parser, defaults: Parser) -> str:
    """All weights of a parser; rules of the defaults that it does without weigh 0."""
    lines = [f'format = "{FORMAT}"']
    rows: dict[str, dict[str, float]] = {}
    for heuristic in (*defaults.heuristics, *parser.heuristics):
        rows.setdefault(heuristic.name, {})[heuristic.role] = 0.0
    for heuristic in parser.heuristics:
        rows[heuristic.name][heuristic.role] = heuristic.weight
    for name, weights in rows.items():
        lines += ["", f"[heuristics.{_key(name)}]", *_pairs(weights)]
    follows: dict[str, dict[str, float]] = {}
    for before, role in (*defaults.follows, *parser.follows):
        follows.setdefault(before or EDGE, {})[role or EDGE] = parser.follows.get((before, role), 0.0)
    for before_name, weights in follows.items():
        lines += ["", f"[follows.{_key(before_name)}]", *_pairs(weights)]
    for table, kind in TABLES.items():
        weights = {rule.name: 0.0 for rule in defaults.assembly if isinstance(rule, kind)}
        weights |= {rule.name: rule.weight for rule in parser.assembly if isinstance(rule, kind)}
        if weights:
            lines += ["", f"[{table}]", *_pairs(weights)]
    return "\n".join(lines) + "\n"


def read(text: str, parser: Parser) -> Parser:
    """The parser with the weights of a file; errors are ``ValueError`` and say what is wrong with it."""
    import tomllib

    weights = tomllib.loads(text)  # its error is a ValueError with line and column
    if weights.get("format") != FORMAT:
        raise ValueError(f"expected format = {FORMAT!r}, found {weights.get('format')!r}")
    unknown = sorted(set(weights) - {"format", "heuristics", "follows", *TABLES})
    if unknown:
        raise ValueError(f"no table of weights is called {', '.join(map(repr, unknown))}")
    heuristics = _rows(weights, "heuristics")
    assembly = {table: dict(_numbers(_table(weights, table), table)) for table in TABLES}
    strange = _strangers(heuristics, assembly, parser)
    if strange:
        raise ValueError("unknown heuristics: " + ", ".join(strange))
    follows = dict(parser.follows)
    for before, row in _rows(weights, "follows").items():
        for role, weight in row.items():
            follows[_place(before), _place(role)] = weight
    return evolve(
        parser, heuristics=_weighed(heuristics, parser), assembly=_decided(assembly, parser), follows=follows
    )


def _strangers(
    heuristics: Mapping[str, Mapping[str, float]], assembly: Mapping[str, Mapping[str, float]], parser: Parser
) -> list[str]:
    """The rules that the parser does not have, each with those that may be meant."""
    rows = {(one.name, str(one.role)) for one in parser.heuristics}
    names = {name for name, _ in rows}
    strange = _unknown(heuristics, names, PREFIX, facts_with)
    strange += [
        f"{name} for {role}{or_nearly(role, {own for rule, own in rows if rule == name})}"
        for name, row in heuristics.items()
        for role in row
        if (name in names and (name, role) not in rows) and not _is_of_a_house(name)
    ]
    for table, weights in assembly.items():
        known = {rule.name for rule in parser.assembly if isinstance(rule, TABLES[table])}
        facts = boundary_facts_with if table == "boundary" else lambda name: ()
        strange += _unknown(weights, known, HouseBoundary.PREFIX, facts)
    return strange


def _unknown(
    names: Iterable[str], known: Collection[str], prefix: str, facts: Callable[[str], Iterable[str]]
) -> list[str]:
    """The names that no rule has, nor a fact of a paper's style, which tuning adds to the tables."""
    found = []
    for name in names:
        possible = {*known, *map(prefix.__add__, facts(name))}
        if name not in possible:
            found.append(name + or_nearly(name, possible))
    return found


def _is_of_a_house(name: str) -> bool:
    """Whether it is a fact of a paper's style, which tuning adds to the tables."""
    return name.startswith(PREFIX)


def _weighed(weights: Mapping[str, Mapping[str, float]], parser: Parser) -> list[Heuristic]:
    rows = [
        evolve(one, weight=weights.get(one.name, {}).get(one.role, one.weight)) for one in parser.heuristics
    ]
    known = {(one.name, one.role) for one in rows}
    for name, row in weights.items():
        if _is_of_a_house(name):
            reading = HouseFact(name.removeprefix(PREFIX))
            for role, weight in row.items():
                added = Heuristic(reading, role, weight, origin="house")
                if (name, added.role) not in known:
                    rows.append(added)
    return rows


def _decided(weights: Mapping[str, Mapping[str, float]], parser: Parser) -> list[AssemblyRule]:
    rows: list[AssemblyRule] = []
    for rule in parser.assembly:
        table = next(table for table, kind in TABLES.items() if isinstance(rule, kind))
        rows.append(evolve(rule, weight=weights[table].get(rule.name, rule.weight)))
    known = {rule.name for rule in rows}
    for name, weight in weights["boundary"].items():
        if name not in known:
            fact = name.removeprefix(HouseBoundary.PREFIX)
            rows.append(Boundary(HouseBoundary(fact), weight, roles=[Role.PARAGRAPH], origin="house"))
    return rows


def _place(name: str) -> Role | None:
    if name == EDGE:
        return None
    try:
        return Role(name)
    except ValueError:
        raise ValueError(f"[follows]: no role is called {name!r}{or_nearly(name, (*Role, EDGE))}") from None


def _table(weights: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = weights.get(name, {})
    if not isinstance(table, dict):
        raise ValueError(f"[{name}] is to be a table, not {table!r}")
    return table


def _rows(weights: Mapping[str, Any], name: str) -> dict[str, dict[str, float]]:
    table = _table(weights, name)
    return {key: dict(_numbers(_table(table, key), f"{name}.{key}")) for key in table}


def _numbers(table: Mapping[str, Any], place: str) -> Iterator[tuple[str, float]]:
    for key, value in table.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1e6 < value < 1e6:
            raise ValueError(f"[{place}]: the weight of {key} is to be a number, not {value!r}")
        yield key, float(value)


def _pairs(weights: Mapping[str, float]) -> list[str]:
    return [f"{_key(name)} = {weight!r}" for name, weight in weights.items()]


def _key(name: str) -> str:
    """A key of TOML: bare if it may be, else a string, whose escapes are those of JSON."""
    if BARE.fullmatch(name):
        return name
    import json

    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
