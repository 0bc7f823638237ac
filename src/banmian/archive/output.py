"""Rows into a file that is there whole or not at all, and a run that can go on where it was interrupted.

While a run lasts its rows stand as JSON Lines in ``OUT.part``, and ``OUT.resume`` says how far they
count: so many pages, so many bytes, and which pages. Both are kept when the run is interrupted, even by
a power cut, because a record is written only after the rows that it counts.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING, Any

from attrs import define, field

from banmian.archive.lock import Taken, lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from banmian.archive.rows import Shape
    from banmian.archive.sources import Source
    from banmian.archive.workers import Reading

SCHEMA = "banmian.batch/1"
FORMS = (".jsonl", ".ndjson", ".parquet")
EVERY = 2.0  #: seconds between two records of how far the rows count
ROWS_AT_A_TIME = 1000  #: of a Parquet row group while it is written


class OutputError(Exception):
    """Why the rows cannot be written there."""


@define
class Progress:
    """What has been done, over all the runs that it took."""

    pages: int = 0
    articles: int = 0
    characters: int = 0
    failed: int = 0
    problems: Counter[str] = field(factory=Counter)
    chain: str = ""  #: tells which pages these were

    def count(self, reading: Reading) -> None:
        """One page more."""
        self.pages += 1
        self.articles += reading.articles
        self.characters += reading.characters
        self.failed += reading.error is not None
        for kind, number in reading.problems:
            self.problems[kind] += number
        self.chain = linked(self.chain, reading.source)


def linked(chain: str, name: str) -> str:
    """A digest of all names so far, in their order."""
    return sha256(f"{chain}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()


class Output:
    """The rows of a run on their way to ``path``; ``settings`` are what a resumed run must share."""

    def __init__(self, path: str, shape: Shape, settings: Mapping[str, Any]) -> None:
        if not path.lower().endswith(FORMS):
            raise OutputError(f"cannot tell what {path} should be: call it {' or '.join(FORMS)}")
        if path.lower().endswith(".parquet") and find_spec("pyarrow") is None:  # better now than at the end
            raise OutputError("Parquet needs pyarrow: pip install 'banmian[batch]'")
        self.path = path
        self.part: str = f"{path}.part"
        self.record: str = f"{path}.resume"
        self.shape: Shape = shape
        self.settings: dict[str, Any] = {"rows": shape, **settings}
        self.progress: Progress = Progress()
        self._file: IO[bytes] | None = None
        self._recorded = 0.0

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While it lasts no other run writes there; an ``OutputError`` where one does."""
        with ExitStack() as stack:
            try:
                with _named(self.path):
                    stack.enter_context(lock(f"{self.path}.lock"))
            except Taken:
                raise OutputError(
                    f"another run is writing {self.path}; wait for its end, or name another file with -o"
                ) from None
            yield

    @property
    def interrupted(self) -> bool:
        """Whether an earlier run to this file was interrupted."""
        return os.path.exists(self.record)

    def begin(self) -> None:
        """Open a new part; what an earlier run left is lost."""
        self._file = self._opened("wb")
        self._write_record()

    def resume(self, sources: Iterator[Source]) -> None:
        """Go on behind the pages that are done; the sources are moved past them."""
        try:
            with open(self.record, encoding="utf-8") as file:
                record = json.load(file)
            if record["schema"] != SCHEMA:
                raise OutputError(f"{self.record} is not of this version; delete it to start anew")
            if record["settings"] != self.settings:
                raise OutputError(
                    f"the interrupted run had other options ({_differences(record['settings'], self.settings)});"
                    f" use them again, or delete {self.record} to start anew"
                )
            done = Progress(
                record["pages"], record["articles"], record["characters"], record["failed"],
                Counter(record["problems"]), record["chain"],
            )  # fmt: skip
            size = record["bytes"]
        except (KeyError, TypeError, ValueError) as error:
            raise OutputError(f"{self.record} is damaged; delete it to start anew") from error
        chain = ""
        for _ in range(done.pages):
            source = next(sources, None)
            chain = linked(chain, source.name) if source is not None else "missing"
        if chain != done.chain:
            raise OutputError(
                f"the interrupted run read other pages; give the same inputs, or delete {self.record} to start anew"
            )
        self._file = self._opened("r+b")
        if self._file.seek(0, os.SEEK_END) < size:
            raise OutputError(f"{self.part} is cut off; delete {self.record} to start anew")
        self._file.truncate(size)
        self._file.seek(size)
        self.progress = done

    def write(self, reading: Reading) -> None:
        """The rows of the next page."""
        file = self._file
        if file is None:
            raise RuntimeError("neither begun nor resumed")
        with _named(self.part):
            file.write(reading.lines)
            self.progress.count(reading)
            if time.monotonic() - self._recorded > EVERY:
                self._write_record()

    def keep(self) -> None:
        """Leave all so that the run can be resumed."""
        if self._file is not None:
            with _named(self.part):
                self._write_record()
                self._file.close()

    def discard(self) -> None:
        """Leave nothing behind: there is nothing to resume."""
        if self._file is not None:
            self._file.close()
        for path in (self.part, self.record):
            with suppress(FileNotFoundError):
                os.remove(path)

    def finish(self) -> None:
        """Put the rows in their place, in one step."""
        self.keep()
        with _named(self.path):
            if self.path.lower().endswith(".parquet"):
                made = f"{self.path}.tmp"
                _to_parquet(self.part, made, self.shape)
                os.replace(made, self.path)
                os.remove(self.part)
            else:
                os.replace(self.part, self.path)
            with suppress(FileNotFoundError):
                os.remove(self.record)

    def _opened(self, mode: str) -> IO[bytes]:
        with _named(self.part):
            return open(self.part, mode)

    def _write_record(self) -> None:
        file = self._file
        if file is None:
            return
        file.flush()
        os.fsync(file.fileno())  # the rows first, then the record that counts them
        done = self.progress
        record = {
            "schema": SCHEMA,
            "settings": self.settings,
            "bytes": file.tell(),
            "pages": done.pages,
            "articles": done.articles,
            "characters": done.characters,
            "failed": done.failed,
            "problems": done.problems,
            "chain": done.chain,
        }
        with open(f"{self.record}.tmp", "w", encoding="utf-8") as new:
            json.dump(record, new)
            new.flush()
            os.fsync(new.fileno())
        os.replace(f"{self.record}.tmp", self.record)
        self._recorded = time.monotonic()


class _named:
    """Errors of the system as an ``OutputError`` that names the file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise OutputError(f"cannot write {self.path}: {error.strerror or error}") from error


def _differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {one.get(name)}" for name in one if one.get(name) != other.get(name))


def _to_parquet(lines: str, path: str, shape: Shape) -> None:
    import pyarrow.parquet as parquet

    from banmian.arrow import schema_of, to_batch

    schema = schema_of(shape)
    with open(lines, "rb") as file, parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _in_pieces(file):
            writer.write_batch(to_batch(rows, schema))


def _in_pieces(lines: Iterable[bytes]) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    for line in lines:
        rows.append(json.loads(line))
        if len(rows) == ROWS_AT_A_TIME:
            yield rows
            rows = []
    if rows:
        yield rows
