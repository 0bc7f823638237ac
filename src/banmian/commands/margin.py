"""Every line with its role in the margin, to correct and keep.

A page that was corrected is a test, and tune learns from it. The same as banmian --format margin.

    banmian margin page.md -o page.txt
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands import parse
from banmian.commands.inputs import add_pages, add_reading
from banmian.commands.output import add_output

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    add_output(parser)
    add_reading(parser)
    parser.set_defaults(format="margin")


def run(options: argparse.Namespace) -> int:
    return parse.run(options)
