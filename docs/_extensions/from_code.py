"""Reference pages made from the code, when the documentation is built.

Where a page has a line ``<!-- from the code: NAME -->`` stands afterwards what the function of that name in
``PARTS`` writes: Markdown, from the definitions of roles, the tables of heuristics, the command's own help.
"""

from __future__ import annotations

import argparse
import inspect
import json
import pkgutil
import re
import textwrap
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import banmian
from banmian import export
from banmian.commands import DEFAULT, NAMES
from banmian.definitions import BYLINE_ROLES, ROLES
from banmian.heuristics import DEFAULT_HEURISTICS, FOLLOWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx.application import Sphinx

    from banmian.definitions import Definition

MARK = re.compile(r"^<!-- from the code: (?P<part>\w+) -->$", re.M)
LITERAL = re.compile(r"``([^`]+)``")
ARTICLE_ROLES = 11  # the others stand on the page by themselves

#: the public names, in the order in which a reader wants them; whatever else is public comes last
API = {
    "Read a page": "parse parse_file read_blocks label assemble stitch",
    "Parsers and heuristics": "Parser Heuristic DEFAULT_HEURISTICS Boundary Pairing Join DEFAULT_ASSEMBLY "
    "installed_heuristics tune ReadingError",
    "Read single lines": "find_bylines find_dateline find_jumps find_folio",
    "Convert": "convert",
    "What comes back": "Page Article Section Paragraph Byline Dateline Date Caption Jump Folio Staff Block Vote "
    "Span Problem Issue Part",
    "Vocabularies": "Role BylineRole ProblemKind Script Direction",
}
#: modules with public functions of their own
MODULES = [
    *(f"banmian.export.{module.name}" for module in pkgutil.iter_modules(export.__path__)),
    "banmian.scoring",
    "banmian.arrow",
    "banmian.definitions",
]
SCHEMAS = Path(__file__).parent.parent / "schema"

#: what the tables of assembly decide
QUESTIONS = {
    "Boundary": "Does a new story begin here?",
    "Pairing": "Is this the title of that text?",
    "Join": "Is this one paragraph?",
}
MADE_BY_USERS = ("Parser", "Heuristic", "Boundary", "Pairing", "Join")
LONGEST_DEFAULT = 40


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("source-read", _fill_in)
    app.connect("autodoc-process-signature", _short_signature)
    return {"parallel_read_safe": True}


def _fill_in(app: Sphinx, name: str, source: list[str]) -> None:
    source[0] = MARK.sub(lambda mark: "\n".join(PARTS[mark["part"]]()), source[0])


def _short_signature(
    app: Sphinx, what: str, name: str, thing: object, options: object, signature: str, returns: str
) -> tuple[str, str] | None:
    """How a class is called, without types, which stand below; nothing for values that only a parse makes."""
    if not inspect.isclass(thing) or issubclass(thing, Exception):
        return None
    if name.removeprefix("banmian.") not in MADE_BY_USERS:
        return "", ""
    parameters = []
    for parameter in inspect.signature(thing).parameters.values():
        default: object = parameter.default
        if default is not parameter.empty and len(repr(default)) > LONGEST_DEFAULT:
            default = next(
                (Named(key) for key, value in vars(banmian).items() if value is default), Named("…")
            )
        parameters.append(parameter.replace(annotation=parameter.empty, default=default))
    return str(inspect.Signature(parameters)), ""


class Named:
    """A default that is shown by its name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


def roles() -> Iterator[str]:
    """A section for every role."""
    yield "## Roles of an article's blocks\n"
    for number, (role, definition) in enumerate(ROLES.items()):
        if number == ARTICLE_ROLES:
            yield "## Roles of what stands on the page by itself\n"
        yield from _definition(role, definition, "###")


def byline_roles() -> Iterator[str]:
    for role, definition in BYLINE_ROLES.items():
        yield from _definition(role, definition, "##")


def role_table() -> Iterator[str]:
    yield from _overview(ROLES)


def byline_role_table() -> Iterator[str]:
    yield from _overview(BYLINE_ROLES)


def _overview(definitions: Mapping[str, Definition]) -> Iterator[str]:
    yield "| | 中文 | |\n|---|---|---|"
    for role, definition in definitions.items():
        meaning = re.split(r"(?<=[.:]) ", definition.meaning)[0].rstrip(":.")
        yield f"| [`{role}`](#{role.replace('_', '-')}) | {definition.chinese.partition('、')[0]} | {meaning} |"
    yield ""


def _definition(role: str, definition: Definition, level: str) -> Iterator[str]:
    yield f"({role.replace('_', '-')})=\n{level} `{role}` {definition.chinese}\n"
    yield f"{definition.meaning}\n"
    yield from (f"- {border}" for border in definition.borders)
    yield f"\n```text\n{definition.example}\n```\n"


def heuristics() -> Iterator[str]:
    """A section for every module of readings, with an entry for every reading."""
    rows = defaultdict(list)
    for heuristic in DEFAULT_HEURISTICS:
        rows[heuristic.name].append(heuristic)
    topics: dict[str, list[str]] = defaultdict(list)
    for name, votes in rows.items():
        topics[votes[0].reading.__module__].append(name)
    for module, names in topics.items():
        title, _, rest = inspect.cleandoc(import_module(module).__doc__ or "").partition("\n")
        yield f"## {_markdown(title).rstrip('.')}\n\n{_markdown(rest.strip())}\n"
        for name in names:
            votes = rows[name]
            yield f"(heuristic-{name})=\n### `{name}`\n"
            yield ", ".join(
                f"[`{vote.role}`](roles.md#{_anchor(vote.role)}) {vote.weight:+g}" for vote in votes
            )
            yield f"\n{_documentation(votes[0].reading)}\n"


def assembly() -> Iterator[str]:
    """A section for each question of assembly, with an entry for every rule that has a say in it."""
    tables: dict[str, list[Any]] = defaultdict(list)
    for rule in banmian.DEFAULT_ASSEMBLY:
        tables[type(rule).__name__].append(rule)
    for kind, rules in tables.items():
        yield f"## {QUESTIONS[kind]}\n\nRules of the kind `{kind}`. What they say adds up; more than 0 is a yes.\n"
        for rule in rules:
            yield f"(heuristic-{rule.name})=\n### `{rule.name}`\n\n{rule.weight:+g}\n"
            yield f"{_documentation(rule.reading)}\n"


def follows() -> Iterator[str]:
    """Which role likes to follow which, as a table; the edge of the page is a neighbour too."""
    ends = [*banmian.Role, None]
    yield "| before ↓ after → |" + "".join(f" {_short(role)} |" for role in ends)
    yield "|---" * (len(ends) + 1) + "|"
    for before in ends:
        weights = (FOLLOWS.get((before, role)) for role in ends)
        cells = "".join(f" {weight:+g} |" if weight else " |" for weight in weights)
        yield f"| {_short(before)} |{cells}"
    yield ""


def command() -> Iterator[str]:
    """A section for every subcommand: what it does, its usage, its arguments."""
    for name in NAMES:
        module = import_module(f"banmian.commands.{name}")
        parser = argparse.ArgumentParser(f"banmian {name}", add_help=False)
        module.add_arguments(parser)
        title = f"## `banmian {name}`" + (" and `banmian`" if name == DEFAULT else "")
        yield f"{title}\n\n{_documentation(module)}\n"
        usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
        yield f"```text\n{textwrap.fill(usage, 80, subsequent_indent='    ')}\n```\n"
        yield from _arguments(parser)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help is argparse.SUPPRESS:
            continue
        value = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
        if action.choices and not action.metavar:
            value = "|".join(map(str, action.choices))
        names = [f"{option} {value}".strip() for option in action.option_strings] or [str(value)]
        explained = (action.help or "").replace("%(default)s", str(action.default))
        yield f"{', '.join(f'`{name}`' for name in names)}\n: {explained}\n"


def api() -> Iterator[str]:
    """The public names, by topic."""
    left = {*banmian.__all__}
    for title, names in API.items():
        here = [name for name in names.split() if name in left]
        left -= {*here}
        yield from _group(title, here)
    if left:
        yield from _group("More", sorted(left))
    for name in MODULES:
        module = import_module(name)
        here = [each for each, value in vars(module).items() if _is_public_in(each, value, name)]
        yield from _group(f"`{name}`", here, name)


def _is_public_in(name: str, value: object, module: str) -> bool:
    is_own = (inspect.isfunction(value) or inspect.isclass(value)) and value.__module__ == module
    return is_own and not name.startswith("_") and bool(inspect.getdoc(value))


def _group(title: str, names: Iterable[str], module: str = "banmian") -> Iterator[str]:
    yield f"## {title}\n"
    if module != "banmian":
        yield _markdown((inspect.getdoc(import_module(module)) or "").partition("\n\n")[0]) + "\n"
    yield "```{eval-rst}"
    for name in names:
        value = getattr(import_module(module), name)
        kind = "class" if inspect.isclass(value) else "function" if callable(value) else "data"
        if kind == "class" and issubclass(value, Exception):
            kind = "exception"
        if kind == "data":
            yield f".. py:data:: {module}.{name}\n\n   All of them are described in :doc:`heuristics`.\n"
            continue
        yield f".. auto{kind}:: {module}.{name}"
        yield from ("   :members:", "   :undoc-members:") if kind == "class" else ()
        yield ""
    yield "```\n"


def json_schemas() -> Iterator[str]:
    """A section for every schema, with a table for each kind of object in it."""
    for path in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        name = schema["title"]
        yield f"## `{name}`\n\n{schema.get('description', '')}\n\nThe schema: [{path.name}](../schema/{path.name})\n"
        yield from _properties(schema, name)
        for key, kind in schema.get("$defs", {}).items():
            yield f"({_target(name, key)})=\n### {key}\n\n{kind.get('description', '')}\n"
            if "enum" in kind:
                yield ", ".join(f"`{value}`" for value in kind["enum"]) + "\n"
            yield from _properties(kind, name)


def _properties(kind: Mapping[str, Any], name: str) -> Iterator[str]:
    if "properties" in kind:
        yield "| key | value | |\n|---|---|---|"
        for key, value in kind["properties"].items():
            yield f"| `{key}` | {_type(value, name)} | {value.get('description', '')} |"
        yield ""


def _type(value: Mapping[str, Any], name: str) -> str:
    """What a property may be, in words: ``[span](#…) or null``, ``list of string``."""
    if "$ref" in value:
        there, _, key = value["$ref"].partition("#/$defs/")
        there = there.removeprefix("../") or name  # another schema
        return f"[{key}](#{_target(there, key)})" if key else f"`{there}`"
    if "const" in value:
        return f"`{json.dumps(value['const'])}`"
    if "enum" in value:
        return " or ".join(f"`{json.dumps(each)}`" for each in value["enum"])
    for several in ("anyOf", "oneOf"):
        if several in value:
            return " or ".join(_type(each, name) for each in value[several])
    kinds = [value["type"]] if isinstance(value.get("type"), str) else value.get("type", [])
    of = f" of {_type(value['items'], name)}" if value.get("items") else ""
    return " or ".join("list" + of if kind == "array" else kind for kind in kinds)


def _target(name: str, key: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", f"{name}-{key}".lower())


def _documentation(thing: object) -> str:
    """A docstring as Markdown, its doctests as blocks of code."""
    parts = re.split(r"^(>>>(?:.*\n?)(?:(?!\n).*\n?)*)", inspect.getdoc(thing) or "", flags=re.M)
    return "\n\n".join(
        f"```pycon\n{part.strip()}\n```" if part.startswith(">>>") else _markdown(part.strip())
        for part in parts
        if part.strip()
    )


def _markdown(text: str) -> str:
    return LITERAL.sub(r"`\1`", text)


def _anchor(role: str) -> str:
    return role.replace("_", "-")


def _short(role: str | None) -> str:
    return "edge" if role is None else str(role).replace("_", " ")


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    part.__name__: part
    for part in (
        roles,
        role_table,
        byline_roles,
        byline_role_table,
        heuristics,
        assembly,
        follows,
        command,
        json_schemas,
        api,
    )
}
