"""What stands on pages, as an outline or in another format.

This is what banmian does without the name of a command.

    banmian parse page.md
    banmian parse --format jsonl -o articles.jsonl 2026-05-06/*.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.commands.formats import COLOURED_OUTLINE, FORMATS
from banmian.commands.inputs import Pages, add_pages, add_reading
from banmian.commands.output import Output, add_format, add_output

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    add_format(parser, FORMATS)
    add_output(parser)
    add_reading(parser)


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
