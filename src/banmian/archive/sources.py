"""Where pages come from: files, folders, patterns, JSON Lines and Parquet, one page after the other."""

from __future__ import annotations

import glob
import gzip
import json
import os
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGES = (".md", ".markdown", ".txt", ".text")
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
PARQUET = (".parquet",)
ROWS_AT_A_TIME = 64  #: of a Parquet file; a page is some 20 KB


class Source(NamedTuple):
    """A page to read: its name, and its text, its bytes or the file that it stands in."""

    name: str
    data: object = None
    path: str | None = None
    error: str | None = None  #: why there is no page


class SourceError(Exception):
    """An input that names no pages."""


class Columns(NamedTuple):
    """What the columns are called in JSON Lines and Parquet."""

    text: str = "text"
    #: names the page; without one it is named by its file and its row, counted from 1
    name: str | None = None


def files_of(inputs: Iterable[str]) -> Iterator[str]:
    """The files that the inputs name: files themselves, what folders hold, what patterns match.

    Of a folder, at any depth and in the order of the names, the files of pages (``.md``, ``.txt``),
    JSON Lines and Parquet; hidden ones are passed over, and READMEs. A folder inside that cannot be
    listed stands for its files. An input without any file is a ``SourceError``.
    """
    for name in inputs:
        if os.path.isdir(name):
            found = _folder(name)
        elif os.path.exists(name) or not glob.has_magic(name):
            found = iter([name])
        else:
            found = _matches(name)
        first = next(found, None)
        if first is None:
            kind = "no file matches" if glob.has_magic(name) and not os.path.isdir(name) else "no pages in"
            raise SourceError(f"{kind} {name}: pages are {', '.join((*PAGES, *LINES[:1], *PARQUET))}")
        yield first
        yield from found


def _matches(pattern: str) -> Iterator[str]:
    """What ``archive/**`` matches too inside a folder that it matches has been read with the folder."""
    read: list[str] = []
    for match in sorted(glob.iglob(pattern, recursive=True)):
        if match.startswith(tuple(read)):
            continue
        if os.path.isdir(match):
            read.append(os.path.join(match, ""))
            yield from _folder(match)
        else:
            yield match


def _folder(path: str) -> Iterator[str]:
    unlisted: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=unlisted.append):
        yield from _taken(unlisted)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = os.path.join(folder, name)
            # no pipe, no socket; a link that leads nowhere is a page that is missing
            if _may_hold_pages(name) and (os.path.isfile(file) or not os.path.exists(file)):
                yield file
    yield from _taken(unlisted)


def _may_hold_pages(name: str) -> bool:
    low = name.lower()
    return low.endswith((*PAGES, *LINES, *PARQUET)) and not low.startswith((".", "readme."))


def _taken(errors: list[OSError]) -> Iterator[str]:
    while errors:
        yield str(errors.pop(0).filename)


def pages_of(files: Iterable[str], columns: Columns) -> Iterator[Source]:
    """The pages in these files. Only one page, or one small piece of a table, is held at a time."""
    for path in files:
        name = path.lower()
        if name.endswith(LINES):
            yield from _lines(path, columns)
        elif name.endswith(PARQUET):
            yield from _parquet(path, columns)
        else:
            yield Source(path, path=path)


def count_pages(files: Iterable[str]) -> int | None:
    """How many pages these files hold, if that can be told quickly; a blank line counts as one."""
    count = 0
    try:
        for path in files:
            name = path.lower()
            if name.endswith(".gz"):
                return None
            if name.endswith(LINES):
                with open(path, "rb") as file:
                    count += sum(1 for _ in file)
            elif name.endswith(PARQUET):
                count += _open_parquet(path).metadata.num_rows
            else:
                count += 1
    except (OSError, ValueError):
        return None
    return count


def _lines(path: str, columns: Columns) -> Iterator[Source]:
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _line(line, f"{path}:{number}", columns)
    except OSError as error:
        yield Source(path, error=f"cannot read {path}: {error.strerror or error}")
    except (EOFError, zlib.error) as error:  # a .gz that is cut off, or damaged inside
        yield Source(path, error=f"cannot read {path} to its end: {error}")


def _opened(path: str) -> gzip.GzipFile | BinaryIO:
    return gzip.open(path, "rb") if path.lower().endswith(".gz") else open(path, "rb")


def _line(line: bytes, place: str, columns: Columns) -> Source:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Source(place, error=f"no JSON: {error}")
    if not isinstance(value, dict):
        return Source(place, error=f"no JSON object but {type(value).__name__}")
    if columns.text not in value:
        return Source(place, error=f"there is no {columns.text!r}; there are {', '.join(value)}")
    name = value.get(columns.name) if columns.name else None
    return Source(place if name is None else str(name), data=value[columns.text])


def _parquet(path: str, columns: Columns) -> Iterator[Source]:
    wanted = [columns.text] if columns.name is None else [columns.text, columns.name]
    try:
        file = _open_parquet(path)
        names = file.schema_arrow.names
        for name in wanted:
            if name not in names:
                raise SourceError(f"there is no column {name!r} in {path}; there are {', '.join(names)}")
        number = 0
        for batch in file.iter_batches(batch_size=ROWS_AT_A_TIME, columns=wanted):
            texts = batch.column(columns.text).to_pylist()
            given = batch.column(columns.name).to_pylist() if columns.name else [None] * len(texts)
            for text, name in zip(texts, given, strict=True):
                number += 1
                yield Source(f"{path}:{number}" if name is None else str(name), data=text)
    except (OSError, ValueError) as error:  # pyarrow's own errors are both
        yield Source(path, error=f"cannot read {path}: {error}")


def _open_parquet(path: str) -> Any:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise SourceError("Parquet needs pyarrow: pip install 'banmian[batch]'") from error
    return parquet.ParquetFile(path)
