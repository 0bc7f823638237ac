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


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles(name: str) -> None:
    """Patterns are compiled when they are first asked, so an error in one could hide for long."""
    for value in vars(import_module(name)).values():
        if isinstance(value, Pattern):
            assert value.groups >= 0
