"""The documents tell the truth: their examples run and print what they show, and their links lead somewhere.

What is an example, in ``README.md``, ``README.zh.md``, ``CONTRIBUTING.md`` and every page under ``docs/``:

- A block ```` ```python ````. The blocks of a page are one program, from top to bottom. If a block
  ```` ```text ```` comes next, it is what the block prints.
- A block ```` ```console ````. Below each ``$ banmian …`` stands what it prints, on standard output and then
  on standard error. ``$ cat FILE`` shows a file: it is written for the examples after it, or, if the
  repository has it, compared. ``$ python …`` runs as it stands; other commands are for the reader.
- A block under a sentence that ends with a file's name and a colon (``... in `page.md`:``) is that file.
- ``…`` alone on a line leaves lines out; inside a line of output it stands for any text.
- ``% needs: NAME`` on a line of its own: the page's examples are skipped where that module is not installed.

They run in a folder that looks like the repository's root, so what they write is not left behind.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

import pytest

from banmian.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TOP = [path for name in ("README.md", "README.zh.md", "CONTRIBUTING.md") if (path := ROOT / name).exists()]
EXAMPLES = ROOT / "docs" / "examples"  # packages with pages of their own
PAGES = [*TOP, *(path for path in sorted(ROOT.glob("docs/**/*.md")) if EXAMPLES not in path.parents)]
OTHERS = sorted(
    {*ROOT.glob("*.md"), *ROOT.glob("seeds/*.md"), *ROOT.glob("docs/examples/**/*.md")} - {*PAGES}
)
FENCE = re.compile(r"^(?P<fence>```+)(?P<language>[^\n`]*)\n(?P<content>.*?)^(?P=fence)$", re.M | re.S)
NEEDS = re.compile(r"^% needs: (.+)$", re.M)
LINK = re.compile(r"\]\((?P<target><[^>\n]+>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\)")
HEADING = re.compile(r"^#{1,6} +(?P<title>.+?)(?: +#+)?$", re.M)
ANCHOR = re.compile(r"^\((?P<name>[\w-]+)\)=$", re.M)
FILE = re.compile(r"`(?P<name>[\w./-]+\.(?:md|txt|py|toml|json|jsonl))`[^`\n]{0,12}[:：]\n\n\Z")
RUNS = ("banmian", "cat", "python")
INSTALL_AND_RUN = "pip install . && banmian seeds/000_8692836f81e36c42.txt"
INSTALL_AND_TEST = 'pip install -e ".[dev]" && pytest'


class Example(NamedTuple):
    """A piece of a page that runs, and what the page says that it prints."""

    language: str
    code: str
    shown: str
    line: int


def examples(page: str) -> Iterator[Example]:
    """The Python blocks and the commands of a page, in its order."""
    fences = [*FENCE.finditer(page)]
    for fence, following in zip_longest(fences, fences[1:]):
        line = page.count("\n", 0, fence.start()) + 2
        content = fence["content"]
        if file := FILE.search(page, 0, fence.start()):
            yield Example("console", f"cat {file['name']}", content, line)
        elif fence["language"] == "python":
            shown = following["content"] if following and following["language"] == "text" else ""
            yield Example("python", content, shown, line)
        elif fence["language"] == "console":
            for session in re.split(r"^\$ ", content, flags=re.M)[1:]:
                command, _, shown = session.replace("\\\n", "").partition("\n")
                if command.split()[0] in RUNS or "| banmian" in command:
                    yield Example("console", command, shown, line)


WITH_EXAMPLES = [page for page in PAGES if any(examples(page.read_text(encoding="utf-8")))]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def shows(shown: str, printed: str) -> bool:
    """Whether that was printed, apart from what … leaves out."""
    pattern = "".join(
        "(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in shown.splitlines(True)
    )
    return re.fullmatch(pattern, printed) is not None


class Desk:
    """A folder like the repository's root, where a page's examples run one after the other."""

    def __init__(self, page: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.page = page
        self.capture = capture
        self.names: dict[str, Any] = {"__name__": "__main__"}

    def run(self, example: Example) -> None:
        if example.language == "python":
            printed = self.printed_by_python(example)
        elif example.code.startswith("cat "):
            printed = self.seen_in_file(example)
        else:
            printed = self.printed_by_command(example.code)
        where = f"{name(self.page)}, line {example.line}"
        if not shows(example.shown, printed):
            pytest.fail(f"{where} shows\n{example.shown}\nbut printed was\n{printed}", pytrace=False)

    def printed_by_python(self, example: Example) -> str:
        code = "\n" * (example.line - 1) + example.code  # so that a traceback names the line of the page
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(code, str(self.page), "exec"), self.names)
        return printed.getvalue()

    def seen_in_file(self, example: Example) -> str:
        path = Path(shlex.split(example.code)[1])
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(example.shown, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    def printed_by_command(self, command: str) -> str:
        words = shlex.split(command, comments=True)
        if words[0] == "banmian" and not {"|", ">", "<", "&&", "2>"} & {*words}:
            self.capture.readouterr()
            with contextlib.suppress(SystemExit):  # wrong use ends the program
                main(words[1:])
            out, errors = self.capture.readouterr()
        else:
            here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
            run = subprocess.run(
                ["bash", "-c", command],
                capture_output=True,
                check=False,
                env={**os.environ, **here, "PYTHONIOENCODING": "utf-8"},
            )
            out, errors = run.stdout, run.stderr
        return (out + errors).decode("utf-8")


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name)
def test_examples_print_what_is_shown(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Every example of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for needed in NEEDS.findall(text):
        for module in needed.replace(",", " ").split():
            pytest.importorskip(module)
    for entry in ROOT.iterdir():
        if not entry.name.startswith("."):
            (tmp_path / entry.name).symlink_to(entry)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    desk = Desk(page, capfdbinary)
    for example in examples(text):
        desk.run(example)


def test_readme_has_examples_of_both_kinds() -> None:
    """The pattern that finds examples finds those of the README."""
    kinds = [example.language for example in examples((ROOT / "README.md").read_text(encoding="utf-8"))]
    assert kinds.count("python") >= 2
    assert "console" in kinds


def test_dots_leave_out_lines_or_parts_of_a_line() -> None:
    """What … stands for, and what it does not."""
    assert shows("a\n…\nd\n", "a\nb\nc\nd\n")
    assert shows("took … ms\n", "took 13 ms\n")
    assert not shows("a\nd\n", "a\nb\nd\n")
    assert not shows("took … ms\n", "took 13\n ms\n")


def anchors(page: str) -> set[str]:
    """The names by which the headings of a page are linked, as GitHub and MyST make them."""
    prose = FENCE.sub("", page)
    found = {match["name"] for match in ANCHOR.finditer(prose)}
    for heading in HEADING.finditer(prose):
        title = re.sub(r"[*`]|\]\([^)]*\)|\[", "", heading["title"]).strip().lower()
        slug = re.sub(r"[^\w\- ]", "", title).replace(" ", "-")
        number = 0
        while (name := f"{slug}-{number}" if number else slug) in found:
            number += 1
        found.add(name)
    return found


@pytest.mark.parametrize("page", [*PAGES, *OTHERS], ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """A link inside the repository names a file that is there and a heading that it has; others are https."""
    text = re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text(encoding="utf-8")))
    lost = []
    for link in LINK.finditer(text):
        target = unquote(link["target"].strip("<>"))
        if target.startswith(("https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        inside = file.resolve().is_relative_to(ROOT)
        if not inside or not file.exists():
            lost.append(target)
        elif anchor and file.suffix == ".md" and anchor not in anchors(file.read_text(encoding="utf-8")):
            lost.append(target)
    assert not lost


def test_set_up_is_two_commands() -> None:
    """The two commands stand in the README, and the checks run the one for the tests."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in (INSTALL_AND_RUN, INSTALL_AND_TEST):
        assert command in readme
    assert INSTALL_AND_TEST in (ROOT / ".ci" / "steps" / "10-tests").read_text(encoding="utf-8")
