"""Pages that people labelled, as the command line names them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from banmian.commands.inputs import read_bytes, refuse_to_read_twice
from banmian.commands.output import SOME_FAILED, STANDARD, SUCCESS, Complaint, complain

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
        help="a file in the margin form, or - for standard input; or a folder with a page.* and its gold.tsv",
    )


def labelled_pages(sources: Sequence[str]) -> tuple[list[tuple[str, Labelled]], int]:
    """The pages with the names to show them by, and the exit status.

    What cannot be read is named on standard error and passed over; if nothing is left that is a ``Complaint``.
    """
    refuse_to_read_twice(sources)
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
        except UnicodeDecodeError as error:
            complain(f"{source}: the margin form is UTF-8, and this is not: {error.reason}")
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
        if source == STANDARD:
            continue
        folder = Path(source)
        if folder.is_dir():
            yield from map(str, [folder / "gold.tsv", *folder.glob("page.*")])
        else:
            yield source


def _read(source: str) -> list[tuple[str, Labelled]]:
    from banmian.export.margin import read_margin
    from banmian.scoring import read_gold

    path = Path(source)
    if source != STANDARD and path.is_dir():
        return [(path.resolve().name, read_gold(path))]
    texts = read_bytes(source).decode("utf-8-sig").replace("\r\n", "\n").split(BETWEEN)
    pages = [read_margin(text) for text in texts]
    if not any(
        page.rows for page in pages
    ):  # or nothing at all would be a page that was read without a fault
        raise ValueError("no line in it is labelled")
    if len(pages) == 1:
        return [(path.name, pages[0])]
    return [(f"{path.name}:{number}", page) for number, page in enumerate(pages, 1)]
