"""Whole archives into rows of JSON Lines or Parquet.

A row for each article, or for each page. A page that cannot be read, or takes too long, is a row with an error; the
run goes on, and ends with status 1. OUT is there when all rows are; --resume goes on with a run that was interrupted.

    banmian batch archive/ -o articles.jsonl
    banmian batch 'archive/2019/**/*.md' -o pages.parquet --rows pages --resume
"""

from __future__ import annotations

import argparse
import os
import pickle
import signal
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import banmian
from banmian.commands.inputs import add_reading, parser_of
from banmian.commands.output import SOME_FAILED, SUCCESS, Complaint, complain, refuse_to_overwrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from banmian.archive.output import Output, Progress
    from banmian.archive.rows import Reader
    from banmian.archive.sources import Source
    from banmian.parser import Parser

MOST_NAMED = 20  #: pages that failed; the rows have all
TIMEOUT = 60.0  #: seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="a page, a folder of pages, a pattern ('2019/**/*.md'), a .jsonl (.gz) or .parquet file",
    )
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="a .jsonl or .parquet file")
    parser.add_argument(
        "--rows", choices=("articles", "pages"), default="articles", help="what has a row; default: articles"
    )
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        default=_cores(),
        help="processes that read; default: one for each core",
    )
    parser.add_argument(
        "--timeout",
        type=_seconds,
        metavar="SECONDS",
        default=TIMEOUT,
        help=f"that a page may take, 0 for any time; default: {TIMEOUT:g}",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the run that was interrupted, if any"
    )
    parser.add_argument(
        "--text-column",
        metavar="NAME",
        default="text",
        help="where the pages stand in JSON Lines and Parquet; default: text",
    )
    parser.add_argument("--id-column", metavar="NAME", help="what names them there; default: file and row")
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    from banmian.archive.output import Output, OutputError
    from banmian.archive.rows import Reader
    from banmian.archive.sources import Columns, SourceError, files_of, pages_of
    from banmian.archive.workers import WorkerError, prepare

    prepare()
    columns = Columns(options.text_column, options.id_column)
    reader = Reader(options.rows, options.encoding, options.to, own_parser=_parser_to_send(options))
    settings = {
        "version": banmian.__version__,
        "text": columns.text,
        "id": columns.name,
        "encoding": options.encoding,
        "to": options.to,
        "plugins": not options.no_plugins,
        "weights": options.weights,
    }
    try:
        output = Output(options.output, options.rows, settings)
        files = files_of(options.inputs)
        refuse_to_overwrite(output.path, files)  # the next run would read it again
        next(files, None)  # an input that names nothing is told before anything is written
        sources = pages_of(files_of(options.inputs), columns)
        with output.alone():
            return _write(output, sources, reader, options)
    except (OutputError, SourceError, WorkerError) as error:
        raise Complaint(str(error)) from error


def _write(output: Output, sources: Iterator[Source], reader: Reader, options: argparse.Namespace) -> int:
    """The rows of all sources, and at the end the summary; the exit status."""
    from banmian.archive.sources import count_pages, files_of
    from banmian.archive.workers import read_all

    if output.interrupted and not options.resume:
        raise Complaint(
            f"{output.part} is left of a run that was interrupted: --resume goes on with it, or delete "
            f"{output.record} to start anew"
        )
    if output.interrupted:
        output.resume(sources)
    else:
        output.begin()
    before = output.progress.pages
    began = time.monotonic()
    named = 0
    try:
        with (
            _terminated_like_interrupted(),
            _progress(lambda: count_pages(files_of(options.inputs)), before) as bar,
        ):
            for reading in read_all(sources, reader, options.jobs, options.timeout or None):
                output.write(reading)
                bar.update()
                if reading.error is not None:
                    named += 1
                    if named <= MOST_NAMED:
                        bar.clear()
                        complain(f"{reading.source}: {reading.error}")
    except BaseException:
        if output.progress.pages:
            output.keep()
            complain(f"stopped after {_pages(output.progress.pages)}; --resume goes on from there")
        else:
            output.discard()
        raise
    if not output.progress.pages:
        output.discard()
        raise Complaint("the inputs hold no page")
    output.finish()
    if named > MOST_NAMED:
        complain(f"and {named - MOST_NAMED} more; their rows have an error")
    seconds = time.monotonic() - began
    print(_summary(output.progress, output.progress.pages - before, seconds), file=sys.stderr)
    return SOME_FAILED if output.progress.failed else SUCCESS


def _parser_to_send(options: argparse.Namespace) -> Parser:
    """The parser that the options describe, if other processes can have it."""
    parser = parser_of(options)
    try:
        pickle.dumps(parser)
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        raise Complaint(
            f"a heuristic of an installed package cannot be sent to another process: {error}; --no-plugins does"
            " without"
        ) from error
    return parser


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """A polite end (SIGTERM) leaves the run as Ctrl-C does: to be resumed."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Bar(Protocol):
    """What of tqdm's bar is used."""

    def update(self) -> object: ...

    def clear(self) -> object: ...


class NoBar:
    """Where nobody looks on."""

    def update(self) -> None:
        """Another page."""

    def clear(self) -> None:
        """Something else is printed."""


@contextmanager
def _progress(count: Callable[[], int | None], before: int) -> Iterator[Bar]:
    """A bar on a terminal, where tqdm is installed; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        yield NoBar()
        return
    try:
        from tqdm import tqdm
    except ImportError:
        complain("no progress bar without tqdm: pip install 'banmian[batch]'")
        yield NoBar()
        return
    with tqdm(total=count(), initial=before, unit="page", smoothing=0.05, file=sys.stderr) as bar:
        yield bar


def _summary(done: Progress, now: int, seconds: float) -> str:
    problems = ", ".join(f"{kind} {number:,}" for kind, number in sorted(done.problems.items()))
    lines = [
        f"pages       {done.pages:,}" + (f" ({done.failed:,} failed)" if done.failed else ""),
        f"articles    {done.articles:,}",
        f"characters  {done.characters:,}",
        f"problems    {problems or 'none'}",
        f"time        {seconds:.1f} s, {now / max(seconds, 1e-9):.1f} pages a second",
    ]
    if now != done.pages:
        lines[-1] += f" ({now:,} pages in this run)"
    return "\n".join(lines)


def _pages(number: int) -> str:
    return f"{number:,} page" + ("" if number == 1 else "s")


def _jobs(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one process must read")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number < float("inf"):
        raise argparse.ArgumentTypeError("seconds are 0 or more")
    return number


def _cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
