"""Where the command writes: standard output or the file that ``-o`` names, always in UTF-8."""

from __future__ import annotations

import os
import re
import sys
from contextlib import ExitStack, suppress
from errno import EBADF
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from types import TracebackType

SUCCESS, SOME_FAILED, TROUBLE = 0, 1, 2
STANDARD = "-"  #: standard input among the pages, standard output after -o
#: What a terminal would obey instead of showing it: control characters, separators of lines, and those that
#: turn the direction of writing. A page or the name of a file may hold any of them.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Complaint(Exception):
    """Why the command cannot go on, in one line for the person who typed it."""


def complain(message: str) -> None:
    """One line on standard error, in the name of the command."""
    print(f"banmian: {harmless(' '.join(message.splitlines()))}", file=sys.stderr)


def cannot_write(name: str, error: OSError | ValueError) -> Complaint:
    """What the system has against writing there, for the person who typed the name."""
    closed = isinstance(error, OSError) and error.errno == EBADF
    reason = "it is closed" if closed else getattr(error, "strerror", None) or str(error)
    return Complaint(f"cannot write {name}: {reason}")


def refuse_to_overwrite(path: str, files: Iterable[str]) -> None:
    """A ``Complaint`` where the output is one of the files that the command reads."""
    if os.path.exists(path):
        for file in files:
            if os.path.exists(file) and os.path.samefile(file, path):
                raise Complaint(f"{path} is read and cannot be written at the same time")


def harmless(text: str) -> str:
    """The text for a terminal: U+FFFD for what it would obey, and lines that end as its own do."""
    return OBEYED.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def add_format(parser: argparse.ArgumentParser, names: Iterable[str]) -> None:
    """``--format NAME``, as ``options.format``; the first of the names is the default."""
    first, *others = names
    parser.add_argument(
        "--format",
        choices=[first, *others],
        default=first,
        metavar="NAME",
        help=f"{first} (the default), {', '.join(others)}",
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """``-o FILE``, as ``options.output``."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, not to standard output")


class Output:
    """What a command writes to, opened by the first ``write``, so that no error empties an older file.

    ``sources`` are the files that the command reads: it is a ``Complaint`` to write over one of them.
    """

    def __init__(self, path: str | None, sources: Sequence[str] = ()) -> None:
        self.path: str | None = None if path == STANDARD else path
        self._closing = ExitStack()
        self._stream: IO[bytes] | None = None
        if self.path is not None:
            refuse_to_overwrite(self.path, [source for source in sources if source != STANDARD])

    def write(self, text: str, *, coloured: bool = False) -> None:
        """The text in UTF-8; half a character of UTF-16, which has no form there, is escaped.

        A terminal gets it ``harmless``, unless it is ``coloured``: then its codes are ours, and whoever
        coloured it has seen to the rest. Files and pipes get every character.
        """
        if not coloured and self.path is None and sys.stdout.isatty():
            text = harmless(text)
        data = text.encode("utf-8", "backslashreplace")
        try:
            if self._stream is None:
                self._stream = self._opened()
            self._stream.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._complaint(error) from error

    def refuse_if_unwritable(self) -> None:
        """A ``Complaint`` where nothing can be written: better before long work than behind it."""
        if self.path is None:
            return
        there = os.path.exists(self.path)
        if there and not (os.path.isfile(self.path) or os.path.isdir(self.path)):
            return  # who reads a pipe would take the try for its end
        try:
            with open(self.path, "ab"):
                pass
            if not there:
                os.remove(self.path)
        except (OSError, ValueError) as error:  # ValueError: a name with a null character
            raise cannot_write(self.path, error) from error

    @property
    def coloured(self) -> bool:
        """Whether a person looks on: a terminal, and neither ``NO_COLOR`` nor a dumb one."""
        return self.path is None and coloured(sys.stdout)

    def _opened(self) -> IO[bytes]:
        if self.path is None:
            sys.stdout.flush()
            return sys.stdout.buffer
        return self._closing.enter_context(open(self.path, "wb"))

    def _complaint(self, error: OSError) -> Complaint:
        return cannot_write(self.path or "standard output", error)

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._stream is not None:
                self._stream.flush()
            self._closing.close()
        except BrokenPipeError:
            raise
        except OSError as error:  # a full disk shows when the last of it is written
            with suppress(OSError):  # the same, once more
                self._closing.close()
            raise self._complaint(error) from error


def coloured(stream: IO[str]) -> bool:
    """Whether what is written there may be coloured; https://no-color.org."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
