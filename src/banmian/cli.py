"""The command: pages in, an outline, JSON or the margin form out."""

from __future__ import annotations

import argparse
import codecs
import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

import banmian
from banmian.export.json import to_dict, written
from banmian.export.margin import to_margin
from banmian.export.outline import to_outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.model import Page

BETWEEN = {"outline": b"\n\n", "json": b"", "margin": b"\n---\n"}
SUCCESS, TROUBLE = 0, 2
CLOSED_PIPE = 141  # what a shell reports of a program that SIGPIPE ended
STANDARD_INPUT = "-"
DESCRIPTION = "Read the text of whole Chinese newspaper pages and print their articles."
EPILOG = """\
examples:
  banmian page.md                        what stands on the page, at a glance
  banmian --format json page.md          everything, for a program
  banmian --format margin page.md        each line with its role, to correct and keep as a test
  banmian --encoding big5 old/*.txt      several pages; without --encoding it is found out
  pdftotext page.pdf - | banmian -       from another program

Several pages as JSON are a line each, with the file as "source"; in the margin form they
stand with a line --- between. The exit status is 2 where a file could not be read.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 where all went well, 2 where anything could not be read or written."""
    options = _arguments().parse_args(arguments)
    try:
        return _print_pages(options.pages, options.encoding, options.format, options.output)
    except BrokenPipeError:
        return _leave_quietly()
    except OSError as error:
        return _complain(f"cannot write {options.output or 'standard output'}: {error.strerror or error}")


def _print_pages(sources: Sequence[str], encoding: str | None, form: str, path: str | None) -> int:
    parser = banmian.Parser(on_error="problem")  # one reading that fails must not cost the page
    status = SUCCESS
    output: BinaryIO | None = None  # opened for the first page, so that no error empties an older file
    with ExitStack() as closing:
        for source in sources:
            try:
                data = _read(source)
            except OSError as error:
                status = _complain(f"cannot read {source}: {error.strerror or error}")
                continue
            page = parser.parse(data, encoding)
            if output is None:
                output = _opened(path, closing)
            else:
                output.write(BETWEEN[form])
            # a lone surrogate has no form in UTF-8; JSON has escaped it already
            text = _show(page, form, source if len(sources) > 1 else None)
            output.write(text.encode("utf-8", "backslashreplace"))
        if output is not None:
            output.flush()
    return status


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="banmian",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "pages", nargs="+", metavar="PAGE", help="a file of text or Markdown; - for standard input"
    )
    parser.add_argument("--format", choices=list(BETWEEN), default="outline", help="default: outline")
    parser.add_argument(
        "--encoding", type=_encoding, metavar="NAME", help="that of the pages; default: found out"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument("--version", action="version", version=f"banmian {banmian.__version__}")
    return parser


def _encoding(name: str) -> str:
    try:
        "版面".encode(name, "replace")
    except (LookupError, UnicodeError):
        raise argparse.ArgumentTypeError(f"no encoding of text is called {name!r}") from None
    return codecs.lookup(name).name


def _read(source: str) -> bytes:
    if source == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    with open(source, "rb") as file:
        return file.read()


def _opened(path: str | None, closing: ExitStack) -> BinaryIO:
    return sys.stdout.buffer if path is None else closing.enter_context(open(path, "wb"))


def _show(page: Page, form: str, source: str | None) -> str:
    """One page in one form; ``source`` names it where several are shown."""
    if form == "json":
        if source is None:
            return written(to_dict(page)) + "\n"
        schema, *rest = to_dict(page).items()
        return written(dict([schema, ("source", source), *rest]), indent=None) + "\n"
    if form == "margin":
        return to_margin(page) if source is None else f"# {source}\n{to_margin(page)}"
    return to_outline(page) + "\n" if source is None else f"== {source} ==\n\n{to_outline(page)}\n"


def _complain(message: str) -> int:
    print(f"banmian: {message}", file=sys.stderr)
    return TROUBLE


def _leave_quietly() -> int:
    """Whoever read the output has gone: keep Python from saying so when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED_PIPE


if __name__ == "__main__":
    sys.exit(main())
