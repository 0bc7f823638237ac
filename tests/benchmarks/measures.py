"""How things are measured: in turns, and each that leaves traces in a process of its own.

Time is the processor's time of this process: what other programs do on the machine does not count.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MEGABYTE = 1_000_000


def seconds(job: Callable[[], object]) -> float:
    """One run."""
    began = time.process_time()
    job()
    return time.process_time() - began


def in_turns(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Every job once in each round, so that whatever slows the machine down slows down all of them."""
    for job in jobs.values():
        job()  # what is loaded by the first call is no matter of speed
    gc.collect()
    gc.freeze()  # nobody has to go through what the others have loaded
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            times[name].append(seconds(job))
    gc.unfreeze()
    return times


def ratio(times: Mapping[str, list[float]], one: str, other: str) -> float:
    """The median, over the rounds, of what one took to what the other took in the same round."""
    return statistics.median([a / b for a, b in zip(times[one], times[other], strict=True)])


class Import(NamedTuple):
    """What ``import banmian`` costs."""

    seconds: float  #: the quickest of several processes, less what an empty Python takes
    modules: int
    heavy: list[str]  #: modules that nobody should load who does not need them


HEAVY = ("argparse", "chardet", "difflib", "html", "json", "opencc", "tomllib")
IMPORT = f"""
import sys, time
before = {{*sys.modules}}
began = time.process_time()
import banmian
took = time.process_time() - began
loaded = {{*sys.modules}} - before
import json
print(json.dumps([took, len(loaded), sorted(loaded & {{*{HEAVY!r}}})]))
"""


def importing(runs: int = 15) -> Import:
    """``import banmian`` in fresh processes."""
    found = [in_a_process(IMPORT) for _ in range(runs)]
    return Import(min(took for took, _, _ in found), found[0][1], found[0][2])


class Memory(NamedTuple):
    """What reading a long text takes, in bytes for each byte of the input."""

    traced: float  #: the peak of what Python allocated while reading, the input itself not counted
    resident: float  #: by how much the process grew


PEAK = """
import sys, json, resource, tracemalloc
from pathlib import Path
import banmian
from tests.benchmarks.pages import measured_pages

data = measured_pages()[2].times(1000).encode()[: int(sys.argv[1])]
banmian.parse(measured_pages()[2].text)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
unit = 1 if sys.platform == "darwin" else 1024
if sys.argv[2] == "traced":
    tracemalloc.start()
    page = banmian.parse(data)
    print(json.dumps(tracemalloc.get_traced_memory()[1] / len(data)))
else:
    page = banmian.parse(data)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps((after - before) * unit / len(data)))
"""


def peak_memory(size: int = 10 * MEGABYTE) -> Memory:
    """The broadsheet again and again, up to so many bytes of UTF-8."""
    return Memory(in_a_process(PEAK, str(size), "traced"), in_a_process(PEAK, str(size), "resident"))


def in_a_process(code: str, *arguments: str):  # type: ignore[no-untyped-def]
    """What the code prints as JSON, in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])
