"""The command, in this process and as one of its own."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import banmian
from banmian.cli import main
from banmian.commands import NAMES
from banmian.export.json import from_json, to_json
from banmian.export.margin import read_margin, to_margin
from banmian.export.outline import to_outline

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = """\
## 老城区三条街巷换新灯

记者 陈某明

昨天傍晚，老城区的三条街巷亮起了新灯，老人们下楼不用再带手电筒。
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "老城区.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "banmian.cli", *map(str, arguments)]
    # the tests may run on a tree that is not installed
    paths = os.pathsep.join([str(Path(banmian.__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        command, input=data, capture_output=True, env={**os.environ, "PYTHONPATH": paths, **environment}
    )


def output(capture: pytest.CaptureFixture[bytes], arguments: Sequence[str | Path]) -> str:
    """What the command prints when all goes well."""
    assert main([*map(str, arguments)]) == 0
    return capture.readouterr().out.decode("utf-8")


def test_prints_an_outline(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without more words, the command shows what stands on the page."""
    assert output(capfdbinary, [page]) == to_outline(banmian.parse(TEXT)) + "\n"


def test_prints_json(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """JSON is what the library writes."""
    printed = output(capfdbinary, ["--format", "json", page])
    assert json.loads(printed)["schema"] == "banmian.page/1"
    assert printed == to_json(banmian.parse_file(page)) + "\n"
    assert from_json(printed) == banmian.parse_file(page)


def test_prints_the_margin_form(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The page's text can be read back from what is printed."""
    assert read_margin(output(capfdbinary, ["--format", "margin", page])).text == TEXT


def test_reads_standard_input() -> None:
    """A dash stands for what another program hands over."""
    assert run("-", data=TEXT.encode()).stdout.decode() == to_outline(banmian.parse(TEXT)) + "\n"


def test_reads_standard_input_in_process(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The same without a process."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    assert "老城区三条街巷换新灯" in output(capfdbinary, ["--encoding", "gb18030", "-"])


def test_writes_to_a_file(page: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With -o nothing is printed."""
    target = tmp_path / "page.json"
    assert output(capfdbinary, ["--format=json", "-o", target, page]) == ""
    assert from_json(target.read_bytes()) == banmian.parse_file(page)


def test_several_pages(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Several pages are told apart in every form."""
    assert output(capfdbinary, [page, page]).count(f"== {page} ==") == 2
    lines = output(capfdbinary, ["--format=json", page, page]).splitlines()
    assert [json.loads(line)["source"] for line in lines] == [str(page)] * 2
    assert [*json.loads(lines[0])][:2] == ["schema", "source"]
    margins = output(capfdbinary, ["--format=margin", page, page]).split("\n---\n")
    assert [read_margin(margin).text for margin in margins] == [TEXT] * 2


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    """A file that is not there is said in one line, without a traceback."""
    done = run(tmp_path / "nowhere.md")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().splitlines() == [
        f"banmian: cannot read {tmp_path / 'nowhere.md'}: No such file or directory"
    ]


def test_a_command_with_a_wrong_letter_is_told(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is no command is a page, and a page that is not there may have been meant as a command."""
    assert main(["exlpain", str(page)]) == 1
    missing = "banmian: cannot read exlpain: No such file or directory; did you mean explain?\n"
    assert capfd.readouterr().err == missing
    for words in (["parse", str(page), "exlpain"], ["exlpain.md"]):
        main(words)
        assert "did you mean" not in capfd.readouterr().err


def test_directory_is_one_line(tmp_path: Path) -> None:
    """Neither is a directory a page."""
    done = run(tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"banmian: cannot read {tmp_path}: Is a directory; banmian batch reads folders"
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_one_line(page: Path) -> None:
    """Nor a file that may not be read."""
    page.chmod(0)
    done = run(page)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [f"banmian: cannot read {page}: Permission denied"]


def test_goes_on_after_a_missing_file(
    page: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The other pages are printed, and the status still tells."""
    assert main([str(tmp_path / "nowhere.md"), str(page)]) == 1
    printed = capfdbinary.readouterr()
    assert "老城区三条街巷换新灯" in printed.out.decode()
    assert printed.err.count(b"\n") == 1


def test_output_that_cannot_be_written_is_one_line(page: Path, tmp_path: Path) -> None:
    """A target in a directory that does not exist is an error of one line, too."""
    done = run("-o", tmp_path / "no" / "page.json", page)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("banmian: cannot write ")
    assert done.stderr.count(b"\n") == 1


def test_missing_input_leaves_an_older_output_alone(tmp_path: Path) -> None:
    """An error does not empty the file that -o names."""
    target = tmp_path / "page.json"
    target.write_text("older", encoding="utf-8")
    assert main(["-o", str(target), str(tmp_path / "nowhere.md")]) == 2
    assert target.read_text(encoding="utf-8") == "older"


def test_no_arguments_print_the_usage() -> None:
    """Without a page there is nothing to do but say how."""
    done = run()
    assert done.returncode == 2
    assert done.stderr.startswith(b"usage: banmian")


def test_words_before_the_page_name_a_command(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without a command the page is parsed, as by ``parse``; ``margin`` is a form of its own."""
    assert output(capfdbinary, ["parse", page]) == output(capfdbinary, [page])
    assert output(capfdbinary, ["margin", page]) == output(capfdbinary, ["--format=margin", page])


def test_a_page_may_be_called_like_a_command(
    page: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The file ``margin`` is ./margin, or comes behind parse."""
    page.rename(page.parent / "margin")
    monkeypatch.chdir(page.parent)
    assert "老城区三条街巷换新灯" in output(capfdbinary, ["./margin"])
    assert "老城区三条街巷换新灯" in output(capfdbinary, ["parse", "margin"])


def test_every_command_explains_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The help names every command in a line that says something, and each has a help of its own."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= 80
    for name in NAMES:
        assert re.search(rf"^  {name} +\w.{{20,}}$", shown, re.MULTILINE)
        with pytest.raises(SystemExit, match="0"):
            main([name, "--help"])
        own = capsys.readouterr().out
        assert own.startswith(f"usage: banmian {name} ")
        assert re.search(rf"^    banmian {name}\b", own, re.MULTILINE), "an example"
        assert max(map(len, own.splitlines())) <= 80


def test_the_examples_of_the_help_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    """Every option that they name exists."""
    for name in NAMES:
        module = import_module(f"banmian.commands.{name}")
        examples = re.findall(r"^    banmian (.*)$", module.__doc__ or "", re.MULTILINE)
        assert examples
        for example in examples:
            words = shlex.split(example)
            command = import_module(f"banmian.commands.{words[0] if words[0] in NAMES else 'parse'}")
            parser = argparse.ArgumentParser()
            command.add_arguments(parser)
            parser.parse_args(words[words[0] in NAMES :])


def test_a_command_loads_no_other(page: Path) -> None:
    """What only one command needs is imported for that one."""
    code = f"import sys; from banmian.cli import main; main([{str(page)!r}]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in NAMES if f"banmian.commands.{name}" in done.stdout.split()}
    assert loaded == {"parse"}


def test_converts_to_another_script(page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With --to the page is shown in another script."""
    assert "老城區三條街巷換新燈" in output(capfdbinary, ["--to", "traditional", page])


def test_does_not_write_over_a_page_that_it_reads(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """-o with the name of the page is a slip; the page is still there."""
    assert main(["-o", str(page), str(page)]) == 2
    assert capfd.readouterr().err == f"banmian: {page} is read and cannot be written at the same time\n"
    assert page.read_text(encoding="utf-8") == TEXT


def test_unknown_encoding_is_an_error() -> None:
    """A name that no encoding of text has is refused before any page is read."""
    for name in ("klingon", "hex"):
        done = run("--encoding", name, "-")
        assert done.returncode == 2
        assert f"no encoding of text is called '{name}'" in done.stderr.decode()


def test_help_comes_out_in_an_ascii_locale() -> None:
    """The usage needs no more than ASCII."""
    done = run("--help", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert b"examples:" in done.stdout


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is that of the package."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"banmian {banmian.__version__}\n"


def test_output_is_utf8_in_any_locale(page: Path) -> None:
    """Whatever the terminal claims, the output is UTF-8."""
    for form in ("outline", "json", "margin"):
        done = run("--format", form, page, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert done.returncode == 0
        assert "老城区三条街巷换新灯" in done.stdout.decode("utf-8")


def test_missing_file_with_a_chinese_name_in_an_ascii_locale(tmp_path: Path) -> None:
    """The complaint comes out even where its characters cannot."""
    done = run(tmp_path / "没有.md", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
def test_broken_pipe_is_quiet(seed: bytes, tmp_path: Path) -> None:
    """When the reader has gone, the command goes as well, without a word."""
    path = tmp_path / "page.md"
    path.write_bytes(seed)
    reading, writing = os.pipe()
    os.close(reading)
    paths = os.pathsep.join([str(Path(banmian.__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "banmian.cli", "--format=json", str(path)],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
@pytest.mark.parametrize("arguments", [["--help"], ["view", "--help"], ["margin", "page.md"]])
def test_broken_pipe_is_quiet_everywhere(arguments: list[str], page: Path) -> None:
    """Also behind a help that nobody reads to its end."""
    page.rename(page.parent / "page.md")
    reading, writing = os.pipe()
    os.close(reading)
    paths = os.pathsep.join([str(Path(banmian.__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "banmian.cli", *arguments],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
        cwd=page.parent,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141 or "--help" in arguments  # argparse itself takes no offence


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full disk at hand")
@pytest.mark.parametrize("arguments", [[], ["view"], ["explain"]])
def test_full_disk_is_one_line(arguments: list[str], page: Path) -> None:
    """What could not be written is said, whatever the command."""
    for more, name in ((["-o", "/dev/full"], "/dev/full"), ([], "standard output")):
        with open("/dev/full", "wb") as full:
            command = [sys.executable, "-m", "banmian.cli", *arguments, str(page), *more]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
        assert done.stderr.decode() == f"banmian: cannot write {name}: No space left on device\n"
        assert done.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no shell of that kind")
def test_closed_streams(page: Path, tmp_path: Path) -> None:
    """A program without standard streams can still write to a file; reading from nothing is one line."""
    target = tmp_path / "out.json"
    command = f'exec "{sys.executable}" -m banmian.cli'
    written = subprocess.run(
        ["sh", "-c", f'{command} --format json "{page}" -o "{target}" >&- <&-'], capture_output=True
    )
    assert (written.returncode, written.stderr) == (0, b"")
    assert from_json(target.read_bytes()) == banmian.parse_file(page)
    unread = subprocess.run(["sh", "-c", f"{command} - <&-"], capture_output=True)
    assert (unread.returncode, unread.stderr) == (2, b"banmian: cannot read -: it is closed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no shell of that kind")
@pytest.mark.parametrize("arguments", ["", "--format json", "view", "explain", "margin", "heuristics"])
def test_closed_output_is_an_error(arguments: str, page: Path) -> None:
    """What nobody can read is no success."""
    given = "" if arguments == "heuristics" else f'"{page}"'
    command = f'exec "{sys.executable}" -m banmian.cli {arguments} {given} >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True)
    assert (done.returncode, done.stderr) == (2, b"banmian: cannot write standard output: it is closed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no shell of that kind")
def test_complaints_never_go_to_standard_output(page: Path) -> None:
    """Where standard error is closed nobody hears them; the status still tells."""
    command = f'exec "{sys.executable}" -m banmian.cli "{page}" ./nowhere 2>&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True)
    assert done.returncode == 1
    assert "老城区三条街巷换新灯" in done.stdout.decode() and b"cannot read" not in done.stdout


OBEYED = "\x1b[31m\x07\x08\x7f\x9b\u202e\u2028\x1b]0;旧货\x07"


@pytest.mark.parametrize("command", [["margin"], ["explain"], ["--format", "markdown"], ["--format", "json"]])
def test_a_terminal_does_not_obey_a_page(command: list[str], tmp_path: Path) -> None:
    """What stands on a page is shown, never done; a pipe and a file get every character."""
    name, text = (
        "陋\x1b[32m巷.md",
        f"## 老城区三条{OBEYED}街巷换新灯\n\n\u3000\u3000昨天傍晚，街巷亮起了新灯。\n",
    )
    page, target = tmp_path / name, tmp_path / "out.txt"
    page.write_text(text, encoding="utf-8")
    printed = on_terminal(*command, page, page)
    assert "街巷换新灯" in printed and "\ufffd" in printed
    assert set(OBEYED).intersection(printed) <= set("[31m]0;旧货")
    piped = run(*command, page, page).stdout
    assert main([*command, str(page), str(page), "-o", str(target)]) == 0
    assert piped == target.read_bytes()
    if command == ["margin"]:
        assert "\u3000\u3000昨天" in printed
        assert OBEYED in piped.decode()


def test_a_terminal_shows_lines_whatever_they_end_with(tmp_path: Path) -> None:
    """A lone carriage return would write one line over the other."""
    page = tmp_path / "page.md"
    page.write_text(TEXT.replace("\n", "\r"), encoding="utf-8", newline="")
    assert on_terminal("margin", page) == to_margin(banmian.parse(TEXT))
    assert run("margin", page).stdout.decode() == to_margin(banmian.parse(TEXT)).replace("\n", "\r")


def test_a_terminal_does_not_obey_the_name_of_a_file(tmp_path: Path) -> None:
    """The names above several outlines are shown, too, whether there is colour or not."""
    page = tmp_path / "陋\x1b[32m巷.md"
    page.write_text(TEXT, encoding="utf-8")
    for colour in ("", "1"):
        printed = on_terminal(page, page, NO_COLOR=colour)
        assert printed.count("陋\ufffd[32m巷.md ==\n\n") == 2
        assert "\x1b[32m" not in printed


def test_a_complaint_is_harmless(tmp_path: Path) -> None:
    """Neither is the name of a file obeyed that is not there."""
    done = run(tmp_path / "老\x1b[31m巷.md")
    assert done.stderr.decode() == (
        f"banmian: cannot read {tmp_path / '老'}\ufffd[31m巷.md: No such file or directory\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_margin_form_of_a_file_with_a_name_of_two_lines(page: Path, tmp_path: Path) -> None:
    """Several pages of the margin form are read back whatever their files are called."""
    odd, target = page.rename(page.parent / "老城\n区.md"), tmp_path / "both.txt"
    assert main(["margin", str(odd), str(odd), "-o", str(target)]) == 0
    texts = target.read_text(encoding="utf-8").split("\n---\n")
    assert [read_margin(text).text.strip() for text in texts] == [TEXT.strip()] * 2


@pytest.mark.parametrize(
    ("text", "said"), [("", "no lines"), ("一行", "1 line"), ("一行\n", "1 line"), (TEXT, "5 lines")]
)
def test_explain_counts_lines_as_people_do(
    text: str, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The end of the last line opens no other."""
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    assert main(["explain", "--line", "6", str(page)]) == 2
    assert capfd.readouterr().err == f"banmian: --line 6: the page has {said}\n"
    page.write_text(text.replace("\n", "\r"), encoding="utf-8", newline="")
    assert main(["explain", "--line", "6", str(page)]) == 2
    assert capfd.readouterr().err == f"banmian: --line 6: the page has {said}\n"


def on_terminal(*arguments: str | Path, **environment: str) -> str:
    """What the command prints on a terminal."""
    pty = pytest.importorskip("pty", reason="no terminals of that kind here")
    main_end, other_end = pty.openpty()
    settings = {**os.environ, "TERM": "xterm", **environment}
    settings = {key: value for key, value in settings.items() if value}
    command = [sys.executable, "-m", "banmian.cli", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=other_end, env=settings)
    os.close(other_end)
    shown = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end has gone
        while data := os.read(main_end, 65536):
            shown += data
    os.close(main_end)
    assert process.wait() == 0
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_colour_is_for_terminals_only(page: Path) -> None:
    """On a terminal headlines stand out; in a pipe, in a file and with NO_COLOR there are no codes."""
    plain = to_outline(banmian.parse(TEXT)) + "\n"
    coloured = on_terminal(page, NO_COLOR="")
    assert "\x1b[1m老城区三条街巷换新灯\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain
    assert on_terminal(page, NO_COLOR="1") == plain
    assert on_terminal(page, TERM="dumb", NO_COLOR="") == plain
    assert "\x1b" not in on_terminal("--format", "json", page, NO_COLOR="")
    assert run(page).stdout.decode() == plain


def test_completion_knows_every_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A shell that reads it offers subcommands, options, their values and files."""
    with pytest.raises(SystemExit, match="0"):
        main(["--print-completion", "bash"])
    script = capsys.readouterr().out
    for name in NAMES:
        assert f"_shtab_banmian_{name}" in script
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash to ask")
    (tmp_path / "viaduct.md").touch()
    (tmp_path / "completion.bash").write_text(script, encoding="utf-8")
    ask = """
        source completion.bash
        ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _shtab_banmian "$1" "${@: -1}" ""; echo "${COMPREPLY[@]}"; }
        ask banmian vi; ask banmian view vi; ask banmian view --enc; ask banmian --format jsonl --to tai
    """
    done = subprocess.run([bash, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["viaduct.md view", "viaduct.md", "--encoding", "taiwan"]


def test_margin_form_of_the_seed_round_trips(
    seed: bytes, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The margin form of a whole page gives the page back, byte for byte."""
    path = tmp_path / "seed.txt"
    path.write_bytes(seed)
    printed = output(capfdbinary, ["--format=margin", path])
    assert read_margin(printed).text.encode() == seed
    assert printed == to_margin(banmian.parse(seed))


def test_what_failed_is_told_where_the_output_would_not_show_it(capsys: pytest.CaptureFixture[str]) -> None:
    """banmian score and explain print figures and votes; a heuristic that failed is a line on standard error."""
    from banmian.commands.inputs import tell_of_failures

    def breaks(block: banmian.Block) -> str | None:
        raise LookupError(block.text)

    parser = banmian.Parser([banmian.Heuristic(breaks, "headline", 1.0)], on_error="problem")
    tell_of_failures("page.md", parser.parse("## 书店添了夜灯"))
    told = capsys.readouterr().err
    assert told.startswith("banmian: page.md: ") and "breaks" in told and told.count("\n") == 1
