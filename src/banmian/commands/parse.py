"""What stands on pages: an outline, or a format for the next program (the default)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands.formats import COLOURED_OUTLINE, FORMATS
from banmian.commands.inputs import Pages, add_pages
from banmian.commands.output import Output, add_output

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    parser.add_argument(
        "--format", choices=list(FORMATS), default="outline", metavar="NAME", help=", ".join(FORMATS)
    )
    add_output(parser)


def run(options: argparse.Namespace) -> int:
    pages = Pages(options)
    between = ""
    with Output(options.output, pages.files) as output:
        coloured = options.format == "outline" and output.coloured
        form = COLOURED_OUTLINE if coloured else FORMATS[options.format]
        for number, (source, page) in enumerate(pages):
            if not number:
                output.write(form.opening)
            for piece in form.pieces(page, source if pages.several else None):
                output.write(between + piece, coloured=coloured)
                between = form.between
        if pages.read:
            output.write(form.closing)
    return pages.status
