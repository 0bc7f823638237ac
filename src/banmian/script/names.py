"""People's names in the other script, where the dictionaries take them for words.

余华 is no 餘華 and 徐乾學 no 徐干学. A surname has one form in each script; of a given name nobody
can tell which of two Traditional characters the family chose, so it keeps the one that both scripts
print. The table is ``data/script_names.txt``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Script, Span
from banmian.script.folding import fold
from banmian.script.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from banmian.script.phrases import Converter

PADDING = ("", " ", "  ")  # two-character names are spread over three cells: 于 洋


class NameTable(NamedTuple):
    """What becomes of a name's first character, and of any other."""

    first: dict[str, str]
    other: dict[str, str]


def render_name(name: str, script: Script, converter: Converter) -> str:
    """A person's name in a script: by the table of names, and by the dictionaries what it leaves.

    Into Traditional that is character by character, since a name is no phrase; into Simplified the few
    phrases there are know names, 錢鍾書 for one. Padding between the characters stays.
    """
    table = _name_table(script)
    if script is Script.TRADITIONAL:
        # Nothing is converted across a line break, so one call converts every character by itself.
        alone = converter.convert("\n".join(name))[::2]
    else:
        alone = converter.convert(name)
    rendered = []
    names = table.first
    for character, converted in zip(name, alone, strict=True):
        rendered.append(names.get(character, converted))
        if not character.isspace():
            names = table.other
    if script is Script.TRADITIONAL and name.startswith("万俟"):
        rendered[0] = "万"  # Moqi, the one double surname with a character of its own
    return "".join(rendered)


def occurrences_of(names: Iterable[str], text: str) -> Iterator[Span]:
    """Where people's names stand in a text, in either script, padded or not; the longest first.

    Names of a single character are left out: 余 as a word is everywhere.
    """
    candidates: dict[str, set[str]] = {}
    for name in names:
        plain = "".join(fold(name).split())
        if len(plain) > 1:
            forms = {f"{plain[0]}{pad}{plain[1]}" for pad in PADDING} if len(plain) == 2 else {plain}
            candidates.setdefault(plain[0], set()).update(forms)
    if not candidates:
        return
    longest_first = {
        beginning: sorted(forms, key=len, reverse=True) for beginning, forms in candidates.items()
    }
    folded = fold(text)
    end = 0
    for match in re.finditer(f"[{re.escape(''.join(candidates))}]", folded):
        start = match.start()
        if start >= end:
            form = next((form for form in longest_first[match[0]] if folded.startswith(form, start)), None)
            if form:
                end = start + len(form)
                yield Span(start, end)


@cache
def _name_table(script: Script) -> NameTable:
    pairs: dict[str, dict[str, str]] = {"surname": {}, "given": {}, "traditional": {}, "family": {}}
    for line in lines_of("script_names.txt"):
        position, *words = line.split(" ")
        pairs[position].update((word[0], word[1]) for word in words)
    if script is Script.TRADITIONAL:
        return NameTable(pairs["surname"], pairs["given"])
    return NameTable({**pairs["traditional"], **pairs["family"]}, pairs["traditional"])
