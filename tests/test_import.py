"""``import banmian`` is quick: it loads no dictionaries and compiles no regular expressions."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import banmian
from banmian.patterns import Pattern

MODULES = [
    module.name
    for module in pkgutil.walk_packages(banmian.__path__, "banmian.")
    if not module.name.endswith("__main__") and not module.name.startswith("banmian.engines.")
]


def test_loads_nothing_that_only_some_need() -> None:
    """Dependencies are loaded by the first call that needs them."""
    code = "import banmian, sys; print({'argparse', 'chardet', 'opencc'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_loads_the_rooms_that_read_a_page_when_a_page_is_read() -> None:
    code = (
        "import banmian, sys; rooms = {'banmian.parser', 'banmian.heuristics'}\n"
        "print(rooms & {*sys.modules}); banmian.parse('本报讯'); print(rooms <= {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["set()", "True"]


def test_every_public_name_is_there_and_no_other() -> None:
    assert {name for name in banmian.__all__ if getattr(banmian, name) is not None} <= {*dir(banmian)}
    everything: dict[str, object] = {}
    exec("from banmian import *", everything)
    assert {*banmian.__all__} <= everything.keys()
    assert not hasattr(banmian, "parse_page")
    with pytest.raises(ImportError, match="parse_page"):
        exec("from banmian import parse_page")


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles(name: str) -> None:
    """Patterns are compiled when they are first asked, so an error in one could hide for long."""
    for value in vars(import_module(name)).values():
        if isinstance(value, Pattern):
            assert value.groups >= 0
