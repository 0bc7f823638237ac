"""Heuristics of other packages: what they offer, and what is said if it is not what it should be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import banmian
from banmian import installed_heuristics
from banmian.cli import main


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Lays a package with an entry point beside those that are installed."""

    def lay(code: str) -> None:
        (tmp_path / "lamplight.py").write_text(code, encoding="utf-8")
        information = tmp_path / "lamplight-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text("Metadata-Version: 2.1\nName: lamplight\nVersion: 1.0\n")
        (information / "entry_points.txt").write_text("[banmian.heuristics]\nlamp = lamplight:HEURISTICS\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(sys.modules, "lamplight", raising=False)

    return lay


GOOD = """
from banmian import Boundary, Heuristic

def opens_with_a_lamp(block):
    return "the lamp" if block.text.startswith("灯下") else None

def opens_a_brief(story, block):
    return "a lamp" if block.text.startswith("灯") else None

HEURISTICS = [Heuristic(opens_with_a_lamp, "standing_head", 15.0), Boundary(opens_a_brief, 2.0)]
"""


def test_rules_come_with_the_name_of_their_package(install) -> None:  # type: ignore[no-untyped-def]
    """The package is their origin; the parser takes them all, whatever their table."""
    install(GOOD)
    rules = [rule for rule in installed_heuristics() if rule.origin == "lamplight"]
    assert [rule.name for rule in rules] == ["opens_with_a_lamp", "opens_a_brief"]
    parser = banmian.Parser().with_heuristics(*rules)
    assert parser.parse("灯下漫笔之十二，写给今年夏天").blocks[0].role == "standing_head"


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("import nowhere_at_all", "heuristics 'lamp' of the package lamplight cannot be loaded"),
        ("HEURISTICS = 3", "cannot be loaded: TypeError"),
        ("HEURISTICS = [lambda block: None]", "a sequence of Heuristic, but hold <function"),
        (GOOD.replace("opens_with_a_lamp", "ends_with_a_dash"), "two readings are called 'ends_with_a_dash'"),
    ],
)
def test_a_package_that_is_wrong_is_named(  # type: ignore[no-untyped-def]
    install, code: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says which package, and how to do without it."""
    install(code)
    page = tmp_path / "page.md"
    page.write_text("## 老城区三条街巷换新灯\n", encoding="utf-8")
    assert main([str(page)]) == 2
    told = capsys.readouterr().err
    assert complaint in told and told.endswith("--no-plugins does without\n") and told.count("\n") == 1
    assert main(["--no-plugins", str(page)]) == 0
