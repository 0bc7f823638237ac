"""The stories of one issue, joined over its pages.

Give every page of the issue; any order will do if they print their numbers. A jump (下转A3版) whose other end is
not found stays open, and is named.

    banmian stitch 2026-05-06/*.md
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from banmian.commands.inputs import Pages, add_pages, add_reading
from banmian.commands.output import STANDARD, Output, add_format, add_output, complain

if TYPE_CHECKING:
    import argparse

    from banmian.model import Issue

FORMATS = ("outline", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_pages(parser)
    add_format(parser, FORMATS)
    add_output(parser)
    add_reading(parser)


def run(options: argparse.Namespace) -> int:
    from banmian.stitching import stitch

    options.pages = _each_once(options.pages)
    pages = Pages(options)
    with Output(options.output, pages.files) as output:
        read = [*pages]
        sources = [source for source, _ in read]
        if read:
            issue = stitch(page for _, page in read)
            if options.format == "json":
                output.write(_json(issue, sources))
            else:
                from banmian.export.outline import issue_outline

                coloured = output.coloured
                output.write(issue_outline(issue, sources, coloured=coloured) + "\n", coloured=coloured)
    return pages.status


def _json(issue: Issue, sources: list[str]) -> str:
    from banmian.export.json import issue_to_dict, written

    value = issue_to_dict(issue)
    value["pages"] = [
        {"schema": page["schema"], "source": source, **page}
        for page, source in zip(value["pages"], sources, strict=True)
    ]
    return written(value) + "\n"


def _each_once(sources: list[str]) -> list[str]:
    """The pages without those named before: no story can go on in two copies of a page."""
    once: dict[str, str] = {}
    for source in sources:
        place = STANDARD if source == STANDARD else os.path.realpath(source)
        if place in once:
            complain(f"{source} is named twice, and read once")
        once.setdefault(place, source)
    return [*once.values()]
