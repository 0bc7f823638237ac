"""Whether something is as fast as it should be beside something else, on a machine that may have other work."""

from __future__ import annotations

import gc
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: other work can only make a run slower, so the fastest of many is nearest to the truth
ROUNDS = 25


def seconds(work: Callable[[], object]) -> float:
    """One run, of the processor's time, without the garbage collector: its share is that of all that the tests hold."""
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        gc.enable()


def within(share: float, ours: Callable[[], float], theirs: Callable[[], float]) -> bool:
    """Whether our fastest run takes at most this share of their fastest: measured in turn, until it is shown."""
    fastest, their_fastest = ours(), theirs()
    for _ in range(ROUNDS):
        fastest, their_fastest = min(fastest, ours()), min(their_fastest, theirs())
        if fastest <= share * their_fastest:
            return True
    return False
