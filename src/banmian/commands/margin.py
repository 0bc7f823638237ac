"""Every line of a page with its role in the margin, to correct and keep as a test.

The same as ``banmian parse --format margin``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands import parse
from banmian.commands.inputs import add_pages
from banmian.commands.output import add_output

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    add_output(parser)
    parser.set_defaults(format="margin")


def run(options: argparse.Namespace) -> int:
    return parse.run(options)
