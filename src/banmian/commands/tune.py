"""Weights fitted to pages that you corrected, and whether they help.

Pages are files in the margin form (what banmian margin printed, corrected), or folders with a page.* and a gold.tsv.
The report is honest: each page is read by weights that were tuned on others, and if none do better than those before,
they stay.

    banmian tune page-*.txt -o weights.toml
    banmian --weights weights.toml page.md
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from attrs import evolve

from banmian.commands.inputs import add_rules, parser_of
from banmian.commands.labels import add_labelled, labelled_files, labelled_pages
from banmian.commands.output import Complaint, Output

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_labelled(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="where the weights go, as TOML; - for standard output",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="for the order of learning; default: 0"
    )
    add_rules(parser)


def run(options: argparse.Namespace) -> int:
    from banmian.learning.tune import fit
    from banmian.parser import Parser, ReadingError
    from banmian.weights import written

    output = Output(options.output, [*labelled_files(options.pages)])
    output.refuse_if_unwritable()
    pages, status = labelled_pages(options.pages)
    try:
        parser = evolve(
            parser_of(options), on_error="raise"
        )  # to weigh what a failed reading says would be wrong
        tuned = fit([page for _, page in pages], parser, seed=options.seed, told=_tell)
    except (ValueError, ReadingError) as error:
        raise Complaint(str(error)) from error
    try:
        with output:
            output.write(written(tuned.parser, Parser()))
    finally:  # what took so long is told whatever became of the file
        print(tuned.report(), file=sys.stderr if output.path is None else sys.stdout)
    return status


def _tell(done: int, of: int) -> None:
    """How far it is, for a person who waits; the line is gone at the end."""
    if sys.stderr.isatty():
        line = f"tuning: {done} of {of} ways to learn tried" if done < of else ""
        print(f"\r{line:<40}", end="" if line else "\r", file=sys.stderr, flush=True)
