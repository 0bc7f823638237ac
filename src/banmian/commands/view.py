"""A page to look at and to correct, as one file of HTML.

It needs no network. What is corrected there is saved in the margin form, which score and tune read.

    banmian view page.md -o page.html
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from banmian.commands.inputs import Pages, add_pages, add_reading
from banmian.commands.output import STANDARD, Complaint, Output

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to this file; for several pages to this folder, made where it is missing",
    )
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    pages = Pages(options)
    targets = _targets(options.output, pages.sources)
    for source, page in pages:
        name = None if source == STANDARD else source
        with Output(targets[source], pages.files) as output:
            output.write(page.to_html(name=name and os.path.basename(name)))
    return pages.status


def _targets(path: str | None, sources: list[str]) -> dict[str, str | None]:
    """Where the view of each page goes."""
    if path is None and sys.stdout.isatty():
        raise Complaint("a view is for a browser: write it to a file with -o page.html")
    folder = path is not None and (os.path.isdir(path) or path.endswith(("/", os.sep)))
    if len(sources) == 1 and not folder:
        return {sources[0]: path}
    if path is None:
        raise Complaint("several views go to a folder: name it with -o")
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise Complaint(f"{path} cannot be the folder of several views: {error.strerror or error}") from error
    targets: dict[str, str | None] = {}
    taken: set[str] = set()
    for source in dict.fromkeys(sources):
        stem = "page" if source == STANDARD else os.path.splitext(os.path.basename(source))[0]
        name, number = stem, 1
        while name in taken:  # pages of one name in two folders
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        targets[source] = os.path.join(path, f"{name}.html")
    return targets
