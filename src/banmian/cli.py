"""The command: its first argument names a subcommand, and without one it parses pages."""

from __future__ import annotations

import argparse
import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

import banmian
from banmian.commands import DEFAULT, NAMES
from banmian.commands.output import TROUBLE, Complaint, cannot_write, complain

if TYPE_CHECKING:
    from collections.abc import Sequence

CLOSED_PIPE = 141  # what a shell reports of a program that SIGPIPE ended
SHELLS = ("bash", "zsh", "tcsh")
FILES = ("pages", "output", "inputs", "weights")  # arguments that name files
INTERRUPTED = 130  # and of one that Ctrl-C ended
DESCRIPTION = "Read the text of whole Chinese newspaper pages and print their articles."
EPILOG = """\
examples:
  banmian page.md                      what stands on the page, at a glance
  banmian --format json page.md        everything, for a program
  banmian --encoding big5 old/*.txt    several pages of which you know more
  pdftotext page.pdf - | banmian -     what another program hands over
  banmian explain page.md --line 5     why a line was read as it was
  banmian view page.md -o page.html    all of it in a browser, to correct

Several pages as JSON are a line each, with the file as "source"; in the margin
form they stand with a line --- between. The exit status is 1 where some pages
could not be read, 2 where none could, and for wrong use. A page whose file is
called like a command is ./view, or parse view.
"""


class Command(Protocol):
    """What a module of ``banmian.commands`` has."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 where all went well, 1 where some inputs failed, 2 where nothing could be done."""
    words = sys.argv[1:] if arguments is None else [*arguments]
    _see_to_the_streams()
    try:
        try:
            return _run(words)
        finally:  # also behind a help that nobody reads to its end
            sys.stdout.flush()
    except BrokenPipeError:
        return _leave_quietly()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Complaint as complaint:
        complain(str(complaint))
        return TROUBLE
    except OSError as error:  # from print: a full disk, a terminal that has gone
        _leave_quietly()
        complain(str(cannot_write("standard output", error)))
        return TROUBLE


def _run(words: Sequence[str]) -> int:
    name = words[0] if words and words[0] in NAMES else None
    command = _command(name or DEFAULT)
    parser = _Parser() if name is None else _parser_of(name, command)
    command.add_arguments(parser)
    return command.run(parser.parse_args(words if name is None else words[1:]))


def _parser_of(name: str, command: Command) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        f"banmian {name}", description=command.__doc__, formatter_class=_Paragraphs
    )


class _Paragraphs(argparse.HelpFormatter):
    """The help of a subcommand: its docstring, every paragraph by itself, and examples, which are set in, as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        paragraphs = text.strip("\n").split("\n\n")
        return "\n\n".join([one if one.startswith(" ") else fill(one, width, indent) for one in paragraphs])


class _Parser(argparse.ArgumentParser):
    """The command without a subcommand: it has the help of all."""

    def __init__(self) -> None:
        super().__init__(
            "banmian",
            usage="%(prog)s [COMMAND] [options] PAGE ...",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_argument("--version", action="version", version=f"banmian {banmian.__version__}")
        self.add_argument(
            "--print-completion",
            action=_PrintCompletion,
            choices=SHELLS,
            help="print what makes a shell complete the command (needs shtab)",
        )

    def format_help(self) -> str:
        """With a line of every command, which are loaded for that alone."""
        commands = "".join([f"\n  {name:<12} {_help(name)}" for name in NAMES])
        self.description = f"{DESCRIPTION}\n\ncommands (banmian COMMAND --help says more):{commands}"
        self.epilog = EPILOG
        return super().format_help()


class _PrintCompletion(argparse.Action):
    """``--print-completion bash``: the completions of all subcommands, for a shell to read."""

    def __call__(self, parser: argparse.ArgumentParser, *arguments: object) -> None:
        shell = cast("str", arguments[1])
        try:
            import shtab
        except ImportError:
            raise Complaint("completion needs shtab: pip install 'banmian[completion]'") from None
        whole = _Parser()
        subparsers = whole.add_subparsers(parser_class=argparse.ArgumentParser)
        for name in NAMES:
            command = _command(name)
            command.add_arguments(subparsers.add_parser(name, help=_help(name)))
        _command(DEFAULT).add_arguments(whole)
        for one in (whole, *subparsers.choices.values()):
            for action in one._actions:
                if action.dest in FILES:
                    action.complete = shtab.FILE  # type: ignore[attr-defined]
        print(shtab.complete(whole, shell=shell))
        if shell == "bash":  # the first word may be a page as well as a subcommand
            print("_shtab_banmian_pos_0_COMPGEN=_shtab_compgen_files")
        parser.exit()


def _command(name: str) -> Command:
    return cast("Command", import_module(f"banmian.commands.{name}"))


def _help(name: str) -> str:
    """The first line of a command's docstring."""
    return (_command(name).__doc__ or "").partition("\n")[0].rstrip(".")


def _see_to_the_streams() -> None:
    """Whatever the locale says: what is printed is Chinese. A program may also be run with closed streams."""
    if sys.stdout is None:  # a stream for reading refuses what is written as a closed one would
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:  # or print would take what is for it to standard output
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _leave_quietly() -> int:
    """Nobody takes the output any more: keep Python from saying so when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED_PIPE


if __name__ == "__main__":
    sys.exit(main())
