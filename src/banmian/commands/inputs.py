"""What the command reads: the pages that its arguments name, by the parser that its options describe."""

from __future__ import annotations

import argparse
import codecs
import errno
import os
import sys
from typing import TYPE_CHECKING

from attrs import evolve

from banmian.commands import NAMES
from banmian.commands.output import SOME_FAILED, STANDARD, SUCCESS, TROUBLE, Complaint, complain
from banmian.heuristics.record import or_nearly
from banmian.model import ProblemKind
from banmian.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from banmian.assembly.record import AssemblyRule
    from banmian.heuristics import Heuristic
    from banmian.model import Page

#: the scripts of ``Page.to``
SCRIPTS = ("simplified", "traditional", "taiwan", "hongkong")


def add_pages(parser: argparse.ArgumentParser) -> None:
    """``PAGE...``, for ``Pages``."""
    parser.add_argument(
        "pages", nargs="+", metavar="PAGE", help="a file of text or Markdown; - for standard input"
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """How pages are read: what ``parser_of`` needs, ``options.encoding`` and ``options.to``."""
    parser.add_argument(
        "--encoding", type=_encoding, metavar="NAME", help="what the pages are encoded in; default: found out"
    )
    *most, last = SCRIPTS
    parser.add_argument(
        "--to", choices=SCRIPTS, metavar="SCRIPT", help=f"convert to {', '.join(most)} or {last}"
    )
    add_rules(parser)


def add_rules(parser: argparse.ArgumentParser) -> None:
    """By which rules pages are read: what ``parser_of`` needs."""
    parser.add_argument(
        "--weights", metavar="FILE", help="weights that banmian tune wrote, instead of the defaults"
    )
    parser.add_argument(
        "--no-plugins", action="store_true", help="leave out the heuristics of installed packages"
    )


def parser_of(options: argparse.Namespace) -> Parser:
    """The parser that the options describe.

    A reading that fails must not cost the page: it becomes a problem on it.
    """
    rules: tuple[Heuristic | AssemblyRule, ...] = ()
    parser = Parser(on_error="problem")
    if not options.no_plugins:
        from banmian.plugins import installed_heuristics

        try:
            rules = installed_heuristics()
            parser = parser.with_heuristics(*rules)
        except (ImportError, ValueError) as error:
            raise Complaint(f"{error}; --no-plugins does without") from error
    if options.weights is None:
        return parser
    try:
        return evolve(Parser.load(options.weights, rules), on_error="problem")
    except OSError as error:
        raise Complaint(f"cannot read {options.weights}: {error.strerror or error}") from error
    except ValueError as error:
        raise Complaint(str(error)) from error


def tell_of_failures(source: str, page: Page) -> None:
    """Say on standard error which heuristics failed on a page, where the output would not show it."""
    for problem in page.problems:
        if problem.kind is ProblemKind.HEURISTIC:
            complain(f"{source}: {problem.message}")


def read_bytes(source: str) -> bytes:
    """What stands in a file, or comes from standard input for ``-``; errors are those of ``open``."""
    if source == STANDARD:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        return sys.stdin.buffer.read()
    with open(source, "rb") as file:
        return file.read()


def refuse_to_read_twice(sources: Sequence[str]) -> None:
    """A ``Complaint`` where standard input is named more than once."""
    if sources.count(STANDARD) > 1:
        raise Complaint("standard input can be read only once: name - once")


class Pages:
    """The pages that a command line names, each parsed when it is its turn.

    What cannot be read is named on standard error and passed over. ``status`` tells, at the end, whether
    all, some or none could be read.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        self.sources: list[str] = options.pages
        self._options = options
        self.read: int = 0  #: how many could be read so far
        self._failed = 0
        refuse_to_read_twice(self.sources)

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        parser = parser_of(self._options)
        for source in self.sources:
            try:
                data = read_bytes(source)
            except (OSError, ValueError) as error:  # ValueError: a name with a null character
                complain(f"cannot read {source}: {self._reason(source, error)}")
                self._failed += 1
                continue
            page = parser.parse(data, self._options.encoding)
            if self._options.to:
                page = _converted(page, self._options.to)
            self.read += 1
            yield source, page

    def _reason(self, source: str, error: OSError | ValueError) -> str:
        """Why a page cannot be read, and what may be meant."""
        reason = getattr(error, "strerror", None) or str(error)
        if isinstance(error, OSError) and os.path.isdir(source):
            return f"{reason}; banmian batch reads folders"
        if isinstance(error, FileNotFoundError) and source is self.sources[0] and source.isalpha():
            return reason + or_nearly(source, NAMES)  # a command in which a letter is wrong
        return reason

    @property
    def files(self) -> list[str]:
        """All that is read, and must not be written over."""
        return [*self.sources, *filter(None, [self._options.weights])]

    @property
    def several(self) -> bool:
        """Whether pages must be told apart."""
        return len(self.sources) > 1

    @property
    def status(self) -> int:
        """The exit status of the command."""
        if not self._failed:
            return SUCCESS
        return SOME_FAILED if self.read else TROUBLE


def _converted(page: Page, target: str) -> Page:
    try:
        return page.to(target)
    except ImportError as error:  # opencc is broken, and the error says how to mend it
        raise Complaint(str(error)) from error


def _encoding(name: str) -> str:
    try:
        "版面".encode(name, "replace")
    except (LookupError, UnicodeError):
        raise argparse.ArgumentTypeError(f"no encoding of text is called {name!r}") from None
    return codecs.lookup(name).name
