"""Pages read by several processes, in the order given, whatever happens to a process.

Each process gets a few pages at a time when it has none left, and answers page by page, so that neither
side ever waits for the other to empty a pipe. The parent knows by that which page a process is at: one
that takes too long, or ends the process, becomes a row with an error; the process is replaced, and the
rest of its pages go to the new one.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import time
from collections import Counter, deque
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, NamedTuple

from banmian.archive.rows import failed_row, in_utf8, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext

    from banmian.archive.rows import Reader
    from banmian.archive.sources import Source

AT_A_TIME = 8  #: pages that a process gets, unless they are long
LONG = 1 << 18  #: bytes
#: pages that may be read ahead of one that takes long
AHEAD = 1024
START_TRIES = 3
#: a fork of this process could hang, if it has threads; where there are forks, a process without any has read
#: the word lists once, and is forked instead
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES: ForkServerContext | SpawnContext = (
    multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn")
)
#: short, and has something of everything: what is read for the first time takes long
A_PAGE = "青山日报 2026年5月6日 A01\n\n## 古桥修好了\n\n本报讯 （记者 王小明）古桥昨天通行，“修旧如旧”。\n\n下转A02版\n"
ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class Reading(NamedTuple):
    """What came of a page."""

    source: str
    lines: bytes  #: its rows as JSON Lines
    articles: int = 0
    characters: int = 0
    problems: tuple[tuple[str, int], ...] = ()
    error: str | None = None


class WorkerError(Exception):
    """The processes do not start."""


def prepare() -> None:
    """Have the process made that others are forked from, while the caller sees to something else."""
    if FORKS:
        from multiprocessing import forkserver

        PROCESSES.set_forkserver_preload(["banmian.archive.ready"])
        forkserver.ensure_running()


def read_all(
    sources: Iterator[Source], reader: Reader, jobs: int, timeout: float | None
) -> Iterator[Reading]:
    """The readings of all sources, in their order. ``timeout`` is in seconds, for a page."""
    prepare()
    workers = [_Worker(reader) for _ in range(jobs)]
    finished: dict[int, Reading] = {}
    taken = given_out = 0
    try:
        while True:
            for worker in workers:
                if worker.ready and not worker.pages and taken - given_out < AHEAD:
                    pages = _take(sources)
                    worker.give([(taken + place, page) for place, page in enumerate(pages)])
                    taken += len(pages)
            while given_out in finished:
                yield finished.pop(given_out)
                given_out += 1
            waiting = [worker for worker in workers if worker.pages or not worker.ready]
            if given_out == taken and all(worker.ready for worker in workers):
                return  # nobody had anything to do
            deadline = min([worker.deadline(timeout) for worker in waiting], default=None)
            pause = None if deadline is None else max(0.0, deadline - time.monotonic())
            if pause == float("inf"):
                pause = None
            ready = set(wait([worker.connection for worker in waiting], pause))
            for worker in waiting:
                if worker.connection in ready:
                    finished.update(worker.answers())
                elif worker.deadline(timeout) <= time.monotonic():
                    finished.update(worker.give_up(f"no answer in {timeout:g} seconds"))
    finally:
        for worker in workers:
            worker.stop()


def _take(sources: Iterator[Source]) -> list[Source]:
    pages: list[Source] = []
    size = 0
    while len(pages) < AT_A_TIME and size < LONG:
        page = next(sources, None)
        if page is None:
            break
        pages.append(page)
        size += len(page.data) if isinstance(page.data, (str, bytes)) else 0
    return pages


class _Worker:
    """One process, and the pages that it has not answered yet."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pages: deque[tuple[int, Source]] = deque()
        self.tries = 0
        self._start()

    def _start(self) -> None:
        self.connection, theirs = PROCESSES.Pipe()
        self.process = PROCESSES.Process(target=_read_here, args=(theirs, self.reader), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.since = time.monotonic()

    def give(self, pages: list[tuple[int, Source]]) -> None:
        if pages:
            self.pages.extend(pages)
            self._send()

    def _send(self) -> None:
        self.since = time.monotonic()
        with suppress(OSError):  # it has ended; the next look at it tells
            self.connection.send([page for _, page in self.pages])

    def deadline(self, timeout: float | None) -> float:
        """When its page has taken too long. While it starts, none of its pages has begun."""
        return self.since + timeout if timeout and self.ready and self.pages else float("inf")

    def answers(self) -> dict[int, Reading]:
        """The next answer, or what is known if the process has ended."""
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            return self._ended()
        self.since = time.monotonic()
        if answer is None:
            self.ready, self.tries = True, 0
            if self.pages:  # those that its predecessor left
                self._send()
            return {}
        number, _ = self.pages.popleft()
        return {number: answer}

    def _ended(self) -> dict[int, Reading]:
        self.process.join()
        code = self.process.exitcode or 0
        if self.ready and self.pages:
            names = {one.value: one.name for one in signal.Signals}
            how = names.get(-code, f"signal {-code}") if code < 0 else f"status {code}"
            return self.give_up(f"the process that read it ended with {how}")
        self.tries += 1
        if self.tries >= START_TRIES:
            raise WorkerError(f"a process that should read pages ended with {code} before it began")
        self.stop()
        self._start()
        return {}

    def give_up(self, error: str) -> dict[int, Reading]:
        """The page that it is at fails, and another process takes over."""
        number, page = self.pages.popleft()
        self.stop()
        self._start()
        return {number: failed(page.name, error)}

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def failed(name: str, error: str) -> Reading:
    """The reading of a page that could not be read."""
    return Reading(name, _written([failed_row(name, error)]), error=error)


def _read_here(connection: Connection, reader: Reader) -> None:
    """What a process does: read what comes, answer, and end with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to see to
    reader.parser.parse(A_PAGE)
    gc.freeze()  # word lists and rules stay as long as the process does
    try:
        connection.send(None)
        while True:
            for page in connection.recv():
                connection.send(read_one(page, reader))
    except (EOFError, OSError):
        os._exit(0)


def read_one(page: Source, reader: Reader) -> Reading:
    """The reading of one source; whatever goes wrong is an error in it."""
    if page.error is not None:
        return failed(page.name, page.error)
    try:
        data = page.data
        if page.path is not None:
            with open(page.path, "rb") as file:
                data = file.read()
        read = reader.page(data)
        lines = _written(reader.rows_of(read, page.name))
    except Exception as error:
        return failed(page.name, reason(error))
    problems = Counter(str(problem.kind) for problem in read.problems)
    return Reading(page.name, lines, len(read.articles), len(read.text), (*problems.items(),))


def _written(rows: list[dict[str, Any]]) -> bytes:
    text = "".join([ENCODE(row) + "\n" for row in rows])
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return str(in_utf8(text)).encode("utf-8")
