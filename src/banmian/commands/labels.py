"""Pages that people labelled, as the command line names them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from banmian.commands.output import SOME_FAILED, SUCCESS, Complaint, complain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from banmian.export.margin import Labelled

BETWEEN = "\n---\n"  #: several pages in one file of the margin form


def add_labelled(parser: argparse.ArgumentParser) -> None:
    """``PAGE_WITH_LABELS...``, for ``labelled_pages``."""
    parser.add_argument(
        "pages",
        nargs="+",
        metavar="PAGE_WITH_LABELS",
        help="a file in the margin form, or a folder with a page.* and its gold.tsv",
    )


def labelled_pages(sources: Sequence[str]) -> tuple[list[tuple[str, Labelled]], int]:
    """The pages with the names to show them by, and the exit status.

    What cannot be read is named on standard error and passed over; if nothing is left that is a ``Complaint``.
    """
    found: list[tuple[str, Labelled]] = []
    status = SUCCESS
    for source in sources:
        try:
            found += _read(source)
        except OSError as error:
            complain(f"cannot read {error.filename or source}: {error.strerror or error}")
            status = SOME_FAILED
        except KeyError as error:
            complain(f"{source}: gold.tsv has no column {error}")
            status = SOME_FAILED
        except ValueError as error:
            complain(f"{source}: {error}")
            status = SOME_FAILED
    if not found:
        raise Complaint("no labelled page could be read")
    return found, status


def labelled_files(sources: Sequence[str]) -> Iterator[str]:
    """The files that ``labelled_pages`` reads: those named, and in folders the page and its table."""
    for source in sources:
        folder = Path(source)
        if folder.is_dir():
            yield from map(str, [folder / "gold.tsv", *folder.glob("page.*")])
        else:
            yield source


def _read(source: str) -> list[tuple[str, Labelled]]:
    from banmian.export.margin import read_margin
    from banmian.scoring import read_gold

    path = Path(source)
    if path.is_dir():
        return [(path.resolve().name, read_gold(path))]
    with open(path, encoding="utf-8-sig", newline="") as file:
        texts = file.read().replace("\r\n", "\n").split(BETWEEN)
    if len(texts) == 1:
        return [(path.name, read_margin(texts[0]))]
    return [(f"{path.name}:{number}", read_margin(text)) for number, text in enumerate(texts, 1)]
