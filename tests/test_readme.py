"""The README tells the truth: its examples run, and print what it shows."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from banmian.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
INSTALL_AND_RUN = "pip install . && banmian seeds/000_8692836f81e36c42.txt"
INSTALL_AND_TEST = 'pip install -e ".[dev]" && pytest'


def examples() -> Iterator[tuple[str, str]]:
    """Every Python block of the README with the block of text after it, which is what it prints."""
    blocks = [(fence["language"], fence["content"]) for fence in FENCE.finditer(README)]
    for (language, content), (following, shown) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if language == "python":
            yield content, shown if following == "text" else ""


def sessions() -> Iterator[tuple[str, str]]:
    """Every command of a console block with the output below it."""
    for fence in FENCE.finditer(README):
        if fence["language"] == "console":
            for session in re.split(r"^\$ ", fence["content"], flags=re.MULTILINE)[1:]:
                command, _, shown = session.partition("\n")
                yield command, shown


def test_python_examples_print_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python blocks run from top to bottom as one program."""
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {"__name__": "readme"}
    assert list(examples())
    for code, shown in examples():
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(code, "README.md", "exec"), names)
        assert printed.getvalue() == shown


@pytest.mark.parametrize(("command", "shown"), [*sessions()], ids=[command for command, _ in sessions()])
def test_console_examples_print_what_is_shown(
    command: str, shown: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The commands print what stands below them; a line with … alone leaves some lines out."""
    monkeypatch.chdir(ROOT)
    program, *arguments = shlex.split(command, comments=True)
    assert program == "banmian"
    assert main(arguments) == 0
    printed = capfdbinary.readouterr().out.decode("utf-8")
    beginning, *others = re.split(r"^…\n", shown, flags=re.MULTILINE)
    assert printed.startswith(beginning)
    rest = printed.removeprefix(beginning)
    for other in others:
        assert other in rest
        rest = rest.partition(other)[2] if other else ""
    assert rest == ""


def test_set_up_is_two_commands() -> None:
    """The two commands stand in the README, and the checks run the one for the tests."""
    for command in (INSTALL_AND_RUN, INSTALL_AND_TEST):
        assert command in README
    assert INSTALL_AND_TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
