"""While a page is read, Python's collector of cyclic garbage comes seldom.

The collector runs whenever some hundreds of objects were made that may hold others, and looks at them all;
now and then at all that live. A page is thousands of such objects, a long text hundreds of thousands, and
none of them is garbage before the page is read: the collector would come again and again and find nothing,
the oftener the longer the text. So it is told to wait for a great many of them, which one page never makes.

It is told to wait, and not switched off. In a program whose threads read pages one after the other without a
pause, somebody is always reading, and what is no longer used must go all the same. The collector is one for
the whole process; for that time it comes seldom to the other threads as well. Whether it is switched on or off
is never touched, nor a threshold that somebody sets meanwhile, nor one that is as high already.
"""

from __future__ import annotations

import gc
import os
from threading import RLock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType

#: objects made and not given back before the collector comes; a broadsheet makes five thousand
MANY = 100_003  # a number that nobody else would choose: it tells whether the threshold is still ours


class _Seldom:
    """Holds the collector's threshold up as long as somebody is inside, in whatever thread."""

    __slots__ = ("_before", "_inside", "_lock")

    def __init__(self) -> None:
        self._lock = RLock()  # a finaliser that runs while it is held may read a page
        self._inside = 0
        self._before = 0

    def __enter__(self) -> None:
        with self._lock:
            if not self._inside:
                self._before = gc.get_threshold()[0]
                if 0 < self._before < MANY:
                    gc.set_threshold(MANY)
            self._inside += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._restore()

    def _restore(self) -> None:
        if gc.get_threshold()[0] == MANY:
            gc.set_threshold(self._before)

    def left_alone(self) -> None:
        """In a process forked while threads were reading: they are not there, and will never be done."""
        self._lock = RLock()
        if self._inside:
            self._inside = 0
            self._restore()


#: ``with seldom_collected:`` around the reading of one page; may be entered within itself
seldom_collected: Final = _Seldom()

if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=seldom_collected.left_alone)
