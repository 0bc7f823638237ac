"""One run at a time writes to an output: the others are refused.

The lock is the system's, on a file beside the output: it ends with the process that has it, however that
ends, so that none is ever left of a run that is no more. The file itself may be left, and does no harm.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Taken(Exception):
    """Another run has the lock."""


@contextmanager
def lock(path: str) -> Iterator[None]:
    """Nobody else gets the lock while it lasts. ``Taken`` where somebody has it, ``OSError`` as from ``open``."""
    file = _taken(path)
    while not _stands_there(file, path):  # whoever had it has put the file away meanwhile
        file.close()
        file = _taken(path)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no file that is open
            os.remove(path)
        file.close()
        if sys.platform == "win32":
            with suppress(OSError):
                os.remove(path)


def _taken(path: str) -> IO[bytes]:
    file = open(path, "ab")  # noqa: SIM115
    try:
        _take(file)
    except (BlockingIOError, PermissionError) as error:
        file.close()
        raise Taken(path) from error
    except OSError:
        pass  # a file system without locks
    return file


def _stands_there(file: IO[bytes], path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except FileNotFoundError:
        return False
