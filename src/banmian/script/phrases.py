"""The converter: what opencc-python-reimplemented does with its dictionaries, many times faster.

The dependency cuts a text at punctuation, and in each piece takes the longest dictionary phrase
wherever it stands, then the longest in what is left on both sides, and at last single characters.
Nearly every phrase says what its characters say anyway. Here the whole text goes through the table of
characters at once, and only pieces with a phrase that says otherwise are worked out as it does.

Dictionaries are read on first use, once for all threads.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from bisect import bisect_left
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol
from zlib import crc32

from attrs import evolve, field, frozen

from banmian.patterns import pattern
from banmian.script.clauses import MARKS, SEPARATOR
from banmian.script.tables import CharacterTable, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BASIC_PLANE = 0x10000
PREPARED = "STPhrases.txt"  # 49,000 phrases: to index them takes longer than to convert ten pages

REMEDY = (
    "pip uninstall -y opencc opencc-python-reimplemented; "
    "pip install --force-reinstall opencc-python-reimplemented"
)


class Converter(Protocol):
    """Whatever converts a string."""

    def convert(self, text: str, /) -> str:
        """The text in the other script."""
        ...


def converter_for(configuration: str) -> Converter:
    """The converter of one OpenCC configuration, by whichever package is installed as ``opencc``.

    With opencc-python-reimplemented its dictionaries are read and worked out here; the C++ wheel is
    called. Raises ImportError with the remedy when what is installed is neither.
    """
    try:
        module = sys.modules.get("opencc")
        paths = _installed_paths() if module is None else tuple(getattr(module, "__path__", ()))
        with _LOADING:
            home = _dictionary_home(paths)
            if home is not None:
                return _own_converter(home, configuration)
            return _foreign_converter(import_module("opencc").OpenCC, configuration)
    except Exception as error:  # whatever half of a package may do
        missing = isinstance(error, ModuleNotFoundError) and error.name == "opencc"
        what = "is not installed" if missing else f"is broken: {error}"
        message = f"conversion needs the package opencc, which {what}. The remedy: {REMEDY}"
        raise ImportError(message) from error


_LOADING = RLock()


@cache
def _installed_paths() -> tuple[str, ...]:
    try:
        spec = find_spec("opencc")
    except ValueError:  # a stand-in without a specification
        return ()
    return tuple(spec.submodule_search_locations or ()) if spec else ()


@cache
def _dictionary_home(paths: tuple[str, ...]) -> Path | None:
    for home in map(Path, paths):
        if (home / "dictionary" / PREPARED).is_file() and (home / "config" / "s2t.json").is_file():
            return home
    return None


@cache
def _foreign_converter(factory: Callable[[str], Converter], configuration: str) -> Converter:
    converter = Guarded(factory(configuration))
    if "".join(map(converter.convert, PROBE)) == PROBE:
        message = f"it converts nothing by {configuration}"
        raise ValueError(message)
    return converter


PROBE = "记記裏爲"  # each configuration of ours converts one of them, by itself


#: The C++ library ends a text at the first NUL, and half a surrogate pair is no text to it.
_UNFIT = pattern("([\0\ud800-\udfff]+)")


@frozen(eq=False)
class Guarded:
    """A converter that never sees the characters that it cannot take; they stay as they are."""

    converter: Converter

    def convert(self, text: str) -> str:
        """The text in the other script."""
        pieces = _UNFIT.split(text)
        pieces[::2] = [self.converter.convert(piece) for piece in pieces[::2]]
        return "".join(pieces)


@cache
def _own_converter(home: Path, configuration: str) -> Converter:
    settings = json.loads((home / "config" / f"{configuration}.json").read_text(encoding="utf-8"))
    stages: list[Stage] = []
    for link in settings["conversion_chain"]:
        paths = tuple(home / "dictionary" / name for name in _files(link["dict"]))
        if stages and all(map(_is_of_characters, paths)):
            stages[-1] = stages[-1].followed_by(_single_characters(paths))
        else:
            stages.append(_stage(paths))
    return Chain(tuple(stages))


def _files(node: dict[str, Any]) -> Iterator[str]:
    if node["type"] == "group":
        for member in node["dicts"]:
            yield from _files(member)
    else:
        yield node["file"]


@cache
def _lines(path: Path) -> list[str]:
    """The lines of a dictionary, in order: a key, a tab, its values with the usual one first."""
    text = path.read_bytes().decode("utf-8")  # reading as text takes three times as long
    return sorted((text.replace("\r\n", "\n") if "\r" in text else text).strip().split("\n"))


@cache
def _singles(path: Path) -> dict[str, str]:
    """What a dictionary says of single characters."""
    return {line[0]: line[2:].partition(" ")[0] for line in _lines(path) if line[1] == "\t"}


class Phrases(dict[str, "dict[str, str]"]):
    """A dictionary by the two characters that its phrases begin with, and by one alone.

    A page has few of the 49,000, so that each beginning is looked up when it is first met.
    """

    def __init__(self, lines: list[str], singles: dict[str, str]) -> None:
        super().__init__()
        self._lines = lines
        self._singles = singles

    def __missing__(self, pair: str) -> dict[str, str]:
        if len(self) >= MOST_BEGINNINGS:
            self.clear()
        found: dict[str, str] = {}
        if pair[0] in self._singles:
            found[pair[0]] = self._singles[pair[0]]
        at = bisect_left(self._lines, pair)
        while len(pair) == 2 and at < len(self._lines) and self._lines[at].startswith(pair):
            key, _, values = self._lines[at].partition("\t")
            found[key] = values.partition(" ")[0]
            at += 1
        self[pair] = found = found or NO_PHRASES
        return found

    def in_piece(self, piece: str) -> list[tuple[int, int, str, str]]:
        """The phrases in a piece of text: negative length, place, phrase, what becomes of it.

        The longest come first, those of one length from left to right.
        """
        found = [
            (-len(phrase), at, phrase, value)
            for at in range(len(piece))
            for phrase, value in self[piece[at : at + 2]].items()
            if piece.startswith(phrase, at)
        ]
        found.sort()
        return found


NO_PHRASES: dict[str, str] = {}  # one for all, since most pairs begin none
MOST_BEGINNINGS = 50_000  # that are remembered at a time


@frozen(eq=False)
class Stage:
    """One link of a conversion chain: phrases first, then single characters."""

    #: the dictionaries with phrases, in their order of precedence
    dictionaries: tuple[Phrases, ...] = field(repr=False)
    #: what becomes of a single character here, and in links of single characters that follow at one go
    characters: CharacterTable = field(repr=False)
    later: tuple[CharacterTable, ...] = field(repr=False)
    #: all of these in one, a string indexed by code point: of the tables for ``str.translate`` the fastest
    bulk: str = field(repr=False)
    #: finds the characters that a phrase converts otherwise than the table of characters does
    telling: re.Pattern[str] | None = field(repr=False)
    #: such a character and its neighbour, to the phrases that hold both, each after the place of the
    #: two in it, a hexadecimal digit: "0头发,0发廊"
    witnesses: dict[str, str] = field(repr=False)

    def followed_by(self, characters: CharacterTable) -> Stage:
        """This link and one of single characters after it."""
        later = (*self.later, characters)
        return evolve(self, later=later, bulk=_in_one((self.characters, *later)))

    def convert(self, text: str) -> str:
        """The text after this link."""
        converted = text.translate(self.bulk)
        pieces: list[str] = []
        done = 0
        for start, end in self._pieces_to_work_out(text):
            pieces += converted[done:start], self._work_out(text[start:end], converted[start:end])
            done = end
        return f"{''.join(pieces)}{converted[done:]}" if pieces else converted

    def _pieces_to_work_out(self, text: str) -> Iterator[tuple[int, int]]:
        """What stands between two separators and holds a phrase that the characters do not convert."""
        if self.telling is None:
            return
        witnesses = self.witnesses
        found = [
            at
            for at in map(re.Match.start, self.telling.finditer(text))
            if text[at : at + 2] in witnesses or text[at - 1 : at + 1] in witnesses or text[at] in witnesses
        ]
        end = 0
        for at in found:
            if at >= end and self._is_in_a_telling_phrase(text, at):
                start = at
                while start > end and text[start - 1] not in MARKS and not text[start - 1].isspace():
                    start -= 1
                separator = SEPARATOR.search(text, at)
                end = separator.start() if separator else len(text)
                yield start, end

    def _is_in_a_telling_phrase(self, text: str, at: int) -> bool:
        for start, end in ((at, at + 2), (at - 1, at + 1), (at, at + 1)):
            phrases = self.witnesses.get(text[start:end])
            for entry in phrases.split(",") if phrases else ():
                offset = int(entry[0], 16)
                if offset <= start and text.startswith(entry[1:], start - offset):
                    return True
        return False

    def _work_out(self, piece: str, by_characters: str) -> str:
        """A piece without separators, as the dependency converts it; what no phrase holds, by characters."""
        parts = list(by_characters)
        if max(piece) >= chr(BASIC_PLANE):
            parts = [_through(self.later, self.characters[ord(character)]) for character in piece]
        taken = bytearray(len(piece))
        for phrases in self.dictionaries:
            for _, start, phrase, value in phrases.in_piece(piece):
                end = start + len(phrase)
                if 1 not in taken[start:end]:
                    taken[start:end] = b"\1" * len(phrase)
                    parts[start:end] = [_through(self.later, value), *[""] * (len(phrase) - 1)]
        return "".join(parts)


def _through(tables: tuple[CharacterTable, ...], text: str) -> str:
    for table in tables:
        text = text.translate(table)
    return text


@frozen(eq=False)
class Chain:
    """The links of a conversion, one after the other."""

    stages: tuple[Stage, ...]

    def convert(self, text: str) -> str:
        """The text after all of them."""
        for stage in self.stages:
            text = stage.convert(text)
        return text


def _stage(paths: tuple[Path, ...]) -> Stage:
    """One link of the chain, with an index of the phrases that the characters alone get wrong."""
    characters = _single_characters(paths)
    dictionaries = tuple(
        Phrases(_lines(path), _singles(path)) for path in paths if not _is_of_characters(path)
    )
    telling, witnesses = _prepared_index(paths) or index_of(paths)
    beyond = [chr(code) for code in characters if code >= BASIC_PLANE]  # which the string does not reach
    witnesses.update((character, f"0{character}") for character in beyond if character not in witnesses)
    # One range for all of them, since a class with many characters of other planes searches slowly.
    choice = re.escape(telling) + ("\U00010000-\U0010ffff" if beyond else "")
    pattern = re.compile(f"[{choice}]") if choice else None
    return Stage(dictionaries, characters, (), _in_one((characters,)), pattern, witnesses)


def _in_one(tables: tuple[CharacterTable, ...]) -> str:
    """What becomes of each character of the basic plane by all of the tables, one after the other."""
    codes = array("I", _basic_plane())
    for code in set().union(*tables):
        if code < BASIC_PLANE:
            character = chr(code)
            for table in tables:
                character = table.get(ord(character), character)
            codes[code] = ord(character)
    return codes.tobytes().decode("utf-32", "surrogatepass")  # native order, there being no mark


@cache
def _basic_plane() -> array[int]:
    return array("I", range(BASIC_PLANE))


def _is_of_characters(path: Path) -> bool:
    """Whether a dictionary has no phrases."""
    return len(_singles(path)) == len(_lines(path))


def _single_characters(paths: tuple[Path, ...]) -> CharacterTable:
    table = CharacterTable()
    for path in reversed(paths):  # the first dictionary of a group has the last word
        table.update((ord(key), value) for key, value in _singles(path).items() if len(value) == 1)
    return table


def index_of(paths: tuple[Path, ...]) -> tuple[str, dict[str, str]]:
    """What tells that characters alone do not convert a text, for the dictionaries of one link.

    The characters that some phrase converts otherwise than their table does; and such a character
    with its neighbour, to the phrases that hold both.
    """
    characters = _single_characters(paths)
    telling: set[str] = set()
    witnesses: dict[str, str] = {}
    for path in paths:
        for line in _lines(path):
            phrase, _, value = line.partition("\t")
            value = value.partition(" ")[0]
            plain = phrase.translate(characters)
            if plain == value:
                continue
            at = 0
            if len(plain) == len(value):
                while plain[at] == value[at]:
                    at += 1
            telling.add(phrase[at])
            start = at - 1 if at and at == len(phrase) - 1 else at
            pair = phrase[start : start + 2]
            entry = f"{start:x}{phrase}"
            witnesses[pair] = f"{witnesses[pair]},{entry}" if pair in witnesses else entry
    return "".join(sorted(telling)), witnesses


def checksum_of(paths: tuple[Path, ...]) -> str:
    """A number for what stands in some dictionaries."""
    return f"{crc32(b''.join(path.read_bytes() for path in paths)):08x}"


def _prepared_index(paths: tuple[Path, ...]) -> tuple[str, dict[str, str]] | None:
    """The index of the largest dictionary, worked out beforehand, if it belongs to these files."""
    if paths[0].name != PREPARED:
        return None
    checksum, telling, *lines = lines_of("script_phrases.txt")
    if checksum != checksum_of(paths):
        return None
    words = iter(" ".join(lines).split(" "))
    return telling, dict(zip(words, words, strict=True))
