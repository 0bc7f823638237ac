"""``banmian batch``: archives into rows, whatever stands in the way."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import banmian
from banmian.archive import output as outputs
from banmian.archive.lock import Taken, lock
from banmian.archive.output import Output, OutputError
from banmian.archive.rows import Reader
from banmian.archive.sources import Columns, Source, count_pages, files_of, pages_of
from banmian.archive.workers import read_all
from banmian.cli import main
from banmian.export.jsonl import article_rows

pa = pytest.importorskip("pyarrow", reason="pip install 'banmian[batch]'")
import pyarrow.parquet as parquet  # noqa: E402

TITLES = ["古桥修好了", "春茶开采", "夜市添座", "渡口停航", "稻田养鱼", "书院重开"]


def page(place: int) -> str:
    title = TITLES[place % len(TITLES)]
    return (
        f"青山日报\n\n2026年5月{place % 28 + 1}日\n\n第{place % 4 + 1}版 要闻\n\n## {title}第{place}次\n\n"
        f"本报讯 （记者王小明）记者昨日从镇里了解到，{title}一事已是第{place}次提上日程，镇上的老人都说好。\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty-three pages in folders."""
    for place in range(23):
        path = tmp_path / "pages" / f"{place // 5:03d}" / f"{place:03d}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(place), encoding="utf-8")
    (tmp_path / "pages" / "000" / "scan.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "pages" / ".hidden.md").write_text("不读", encoding="utf-8")
    return tmp_path


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run(*words: object) -> int:
    return main(["batch", *map(str, words)])


def test_a_folder_into_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rows of the plain loop, in the order of the names, and a summary."""
    assert run(folder / "pages", "-o", folder / "out.jsonl") == 0
    files = sorted((folder / "pages").rglob("0*.md"))
    expected = [
        {"source": str(file), "error": None, "article": place, **row}
        for file in files
        for place, row in enumerate(article_rows(banmian.parse_file(file)))
    ]
    assert rows(folder / "out.jsonl") == expected
    assert len(expected) == 23
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "pages       23\narticles    23\n" in printed.err
    assert "pages a second" in printed.err
    assert sorted(path.name for path in folder.iterdir()) == ["out.jsonl", "pages"]


@pytest.mark.parametrize("shape", ["articles", "pages"])
def test_any_number_of_processes_writes_the_same(folder: Path, shape: str) -> None:
    """Byte for byte, in the order of the input."""
    found = []
    for jobs in (1, 3):
        assert run(folder / "pages", "-o", folder / "out.jsonl", "--jobs", jobs, "--rows", shape) == 0
        found.append((folder / "out.jsonl").read_bytes())
    assert found[0] == found[1]
    assert found[0].count(b"\n") == 23


def test_every_kind_of_input_gives_the_same_pages(folder: Path) -> None:
    """A pattern, JSON Lines, the same compressed, Parquet with text and with bytes."""
    texts = [page(place) for place in range(23)]
    lines = "".join(json.dumps({"key": n, "page": text}) + "\n" for n, text in enumerate(texts))
    (folder / "in.jsonl").write_text(lines + "\n", encoding="utf-8")
    (folder / "in.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    keys = list(range(23))
    parquet.write_table(pa.table({"key": keys, "page": texts}), folder / "text.parquet", row_group_size=5)
    encoded = [text.encode("gb18030") for text in texts]
    parquet.write_table(pa.table({"key": keys, "page": encoded}), folder / "bytes.parquet")
    found = {}
    for name in ("in.jsonl", "in.jsonl.gz", "text.parquet", "bytes.parquet"):
        columns = ("--text-column", "page", "--id-column", "key", "--jobs", 1)
        assert run(folder / name, "-o", folder / "out.jsonl", *columns) == 0
        found[name] = (folder / "out.jsonl").read_text(encoding="utf-8")
    assert len(set(found.values())) == 1
    assert [row["source"] for row in rows(folder / "out.jsonl")] == [str(key) for key in keys]
    assert run(folder / "pages" / "**" / "*.md", "-o", folder / "out.jsonl") == 0
    assert [row["headline"] for row in rows(folder / "out.jsonl")] == [
        json.loads(line)["headline"] for line in found["in.jsonl"].splitlines()
    ]


@pytest.mark.parametrize("shape", ["articles", "pages"])
def test_parquet_has_the_rows_of_json_lines(folder: Path, shape: str) -> None:
    """Under the published schema."""
    from banmian.arrow import schema_of

    for name in ("out.jsonl", "out.parquet"):
        assert run(folder / "pages", "-o", folder / name, "--rows", shape, "--jobs", 1) == 0
    table = parquet.read_table(folder / "out.parquet")
    assert table.schema == schema_of(shape)  # type: ignore[arg-type]
    assert table.to_pylist() == rows(folder / "out.jsonl")


def test_a_bad_page_is_a_row_and_the_run_goes_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no JSON, has no text, or cannot be opened; each is named, and the status is 1."""
    lines = ["{", "[]", '{"body": "x"}', '{"text": null}', json.dumps({"text": page(1)})]
    (folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    missing = folder / "missing.md"
    assert run(folder / "in.jsonl", missing, "-o", folder / "out.jsonl") == 1
    found = rows(folder / "out.jsonl")
    errors = [row["error"] for row in found]
    assert errors[0].startswith("no JSON: ")
    assert errors[1:] == [
        "no JSON object but list",
        "there is no 'text'; there are body",
        "a page is text or bytes, and here is nothing",
        None,
        "cannot be read: No such file or directory",
    ]
    assert found[0]["source"] == f"{folder / 'in.jsonl'}:1"
    printed = capsys.readouterr().err
    assert f"banmian: {missing}: cannot be read: No such file or directory\n" in printed
    assert "pages       6 (5 failed)" in printed


SLOW = '''
import os, signal, time

def stalls(block):
    """Never answers on one page, ends the process on another."""
    if "停住" in block.text:
        time.sleep(600)
    if "断气" in block.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return None
'''


def test_a_page_that_hangs_or_kills_its_process_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is replaced, and the pages behind it are read."""
    (tmp_path / "readings_that_stall.py").write_text(SLOW, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    from readings_that_stall import stalls  # type: ignore[import-not-found]

    reader = Reader(own_parser=banmian.Parser([banmian.Heuristic(stalls, "paragraph", 1.0)]))
    texts = [page(place) for place in range(20)]
    texts[3] += "\n停住"
    texts[11] += "\n断气"
    texts[12] += "\n停住"
    sources = [Source(str(place), data=text) for place, text in enumerate(texts)]
    found = list(read_all(iter(sources), reader, 2, 1.0))
    assert [one.source for one in found] == [str(place) for place in range(20)]
    assert {place: one.error for place, one in enumerate(found) if one.error} == {
        3: "no answer in 1 seconds",
        11: "the process that read it ended with SIGKILL",
        12: "no answer in 1 seconds",
    }
    assert all(one.articles for one in found if not one.error)


def started(folder: Path, *words: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "banmian.cli", "batch", *map(str, words)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, cwd=folder)


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_is_gone_on_with(tmp_path: Path, sent: signal.Signals) -> None:
    """Nothing is lost or doubled; until the end the output is what it was before."""
    lines = [json.dumps({"text": "\n\n".join([page(place)] * 6)}) for place in range(120)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("as before", encoding="utf-8")
    command = ("in.jsonl", "-o", "out.jsonl", "--jobs", 2)
    process = started(tmp_path, *command)
    part = tmp_path / "out.jsonl.part"
    for _ in range(3000):
        if part.exists() and part.stat().st_size > 0:
            break
        time.sleep(0.01)
    process.send_signal(sent)
    _, printed = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"--resume goes on from there" in printed
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "as before"
    done = json.loads((tmp_path / "out.jsonl.resume").read_text(encoding="utf-8"))["pages"]
    assert 0 < done < 120

    if sent == signal.SIGTERM:
        return  # the rest is the same
    again = started(tmp_path, *command)
    _, printed = again.communicate(timeout=60)
    assert again.returncode == 2
    assert b"left of a run that was interrupted: --resume goes on with it" in printed

    resumed = started(tmp_path, *command, "--resume")
    _, printed = resumed.communicate(timeout=120)
    assert resumed.returncode == 0, printed
    assert f"({120 - done:,} pages in this run)".encode() in printed
    assert b"pages       120\n" in printed
    whole = started(tmp_path, "in.jsonl", "-o", "whole.jsonl", "--jobs", 1)
    whole.communicate(timeout=120)
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "out.jsonl", "whole.jsonl"}


def test_two_runs_do_not_write_one_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second is refused in a line, gone on with or not, and leaves the first alone; a third is not."""
    out = folder / "out.jsonl"
    first = Output(str(out), "articles", {})
    for more in ([], ["--resume"]):
        with first.alone():
            first.begin()
            before = {path: path.read_bytes() for path in folder.glob("out*")}
            assert run(folder / "pages", "-o", out, *more) == 2
            assert capsys.readouterr().err == (
                f"banmian: another run is writing {out}; wait for its end, or name another file with -o\n"
            )
            assert {path: path.read_bytes() for path in folder.glob("out*")} == before
            assert run(folder / "pages", "-o", folder / "other.jsonl") == 0
            capsys.readouterr()
        first.discard()
    Path(f"{out}.lock").touch()  # left of a run that was killed
    assert run(folder / "pages", "-o", out, "--resume") == 0
    assert sorted(path.name for path in folder.iterdir()) == ["other.jsonl", "out.jsonl", "pages"]


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_a_run_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    """The lock ends with the process, so nobody has to clean up behind it."""
    code = "import sys; from banmian.archive.lock import lock\nwith lock(sys.argv[1]): print('held', flush=True); input()"
    path = str(tmp_path / "out.lock")
    process = subprocess.Popen(
        [sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None and process.stdout.readline() == b"held\n"
    with pytest.raises(Taken), lock(path):
        pass
    process.kill()
    process.communicate()
    assert os.path.exists(path)
    with lock(path):
        assert os.path.exists(path)
    assert not os.path.exists(path)


def test_many_runs_at_once_take_turns(tmp_path: Path) -> None:
    """Whenever a lock is taken, put away and made anew, no two have it."""
    path = str(tmp_path / "out.lock")
    holders: list[int] = []
    seen: list[int] = []

    def take_it_often() -> None:
        taken = 0
        while taken < 50:
            with contextlib.suppress(Taken), lock(path):
                holders.append(1)
                time.sleep(0)  # let the others try
                seen.append(len(holders))
                holders.pop()
                taken += 1

    threads = [threading.Thread(target=take_it_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1] * 200
    assert not os.path.exists(path)


def test_rows_behind_the_last_record_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a power cut: what the record does not count is cut off."""
    from banmian.archive.workers import read_one

    sources = [Source(str(place), data=page(place)) for place in range(6)]
    readings = [read_one(source, Reader()) for source in sources]
    path = str(tmp_path / "out.jsonl")
    monkeypatch.setattr(outputs, "EVERY", -1.0)
    cut = Output(path, "articles", {})
    cut.begin()
    for reading in readings[:2]:
        cut.write(reading)
    monkeypatch.setattr(outputs, "EVERY", 1e9)
    for reading in readings[2:4]:
        cut.write(reading)
    cut._file.flush()  # type: ignore[union-attr]

    again = Output(path, "articles", {})
    assert again.interrupted
    rest = iter(sources)
    again.resume(rest)
    assert [source.name for source in rest] == ["2", "3", "4", "5"]
    for reading in readings[2:]:
        again.write(reading)
    again.finish()
    assert Path(path).read_bytes() == b"".join(reading.lines for reading in readings)
    assert again.progress.articles == sum(reading.articles for reading in readings)


def test_a_run_is_gone_on_with_only_as_it_began(tmp_path: Path) -> None:
    """Other options or other pages would make a file of two minds."""
    path = str(tmp_path / "out.jsonl")
    from banmian.archive.workers import read_one

    begun = Output(path, "articles", {"encoding": None})
    begun.begin()
    begun.write(read_one(Source("a", data=page(1)), Reader()))
    begun.keep()
    with pytest.raises(OutputError, match=r"had other options \(encoding None\)"):
        Output(path, "articles", {"encoding": "big5"}).resume(iter([]))
    with pytest.raises(OutputError, match="read other pages"):
        Output(path, "articles", {"encoding": None}).resume(iter([Source("b")]))
    Path(f"{path}.resume").write_text("{", encoding="utf-8")
    with pytest.raises(OutputError, match="is damaged; delete it to start anew"):
        Output(path, "articles", {"encoding": None}).resume(iter([Source("a")]))


def test_wrong_use_is_told_in_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    before = sorted(folder.rglob("*"))
    (folder / "empty").mkdir()
    for words, message in [
        ((folder / "pages", "-o", folder / "out.csv"), "call it .jsonl or .ndjson or .parquet"),
        ((folder / "empty", "-o", folder / "out.jsonl"), "no pages in"),
        ((folder / "*.md", "-o", folder / "out.jsonl"), "no file matches"),
        ((folder / "pages", "-o", folder / "no" / "out.jsonl"), "No such file or directory"),
    ]:
        assert run(*words) == 2
        printed = capsys.readouterr().err
        assert message in printed
        assert printed.count("\n") == 1
    (folder / "empty").rmdir()
    assert sorted(folder.rglob("*")) == before
    (folder / "own.jsonl").write_text("{}", encoding="utf-8")
    assert run(folder / "own.jsonl", "-o", folder / "own.jsonl") == 2
    assert "is read and cannot be written" in capsys.readouterr().err
    parquet.write_table(pa.table({"body": ["x"]}), folder / "in.parquet")
    assert run(folder / "in.parquet", "-o", folder / "out.jsonl") == 2
    assert "there is no column 'text' in" in capsys.readouterr().err
    assert not (folder / "out.jsonl.part").exists()


def test_parquet_without_pyarrow_is_refused_before_anything_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever waits for an archive must not learn at its end that it cannot be written."""
    monkeypatch.setattr("banmian.archive.output.find_spec", lambda name: None)
    assert run(folder / "pages", "-o", folder / "out.parquet") == 2
    assert capsys.readouterr().err == "banmian: Parquet needs pyarrow: pip install 'banmian[batch]'\n"
    assert not [*folder.glob("out.parquet*")]


def test_pages_may_be_converted_on_the_way(folder: Path) -> None:
    """As ``--to`` of the other commands does."""
    assert run(folder / "pages" / "000", "-o", folder / "out.jsonl", "--to", "traditional", "--jobs", 1) == 0
    assert "記者王小明" in rows(folder / "out.jsonl")[0]["body"]


def test_weights_of_ones_own_are_read_with(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those that ``banmian tune`` writes go to every process."""
    weights = folder / "weights"
    silent = banmian.Parser([evolve(one, weight=0.0) for one in banmian.DEFAULT_HEURISTICS])
    silent.save(weights)
    file = folder / "pages" / "000" / "000.md"
    assert run(file, "-o", folder / "out.jsonl", "--rows", "pages", "--weights", weights) == 0
    (row,) = rows(folder / "out.jsonl")
    assert row["articles"] == article_rows(silent.parse_file(file))
    assert row["articles"] != article_rows(banmian.parse_file(file))
    capsys.readouterr()
    assert run(file, "-o", folder / "out.jsonl", "--weights", folder / "none") == 2
    assert "cannot read" in capsys.readouterr().err


def test_pages_of_a_table_are_taken_one_after_the_other(tmp_path: Path) -> None:
    """A file of many pages is never held as a whole."""
    parquet.write_table(pa.table({"text": [page(place) for place in range(300)]}), tmp_path / "in.parquet")
    sources = pages_of([str(tmp_path / "in.parquet")], Columns())
    assert next(sources).name == f"{tmp_path / 'in.parquet'}:1"
    assert sum(1 for _ in sources) == 299


def test_pages_are_counted_for_the_bar(folder: Path) -> None:
    """Where that is quick: nobody waits for a count of what is compressed."""
    (folder / "in.jsonl").write_text('{"text": "一"}\n{"text": "二"}', encoding="utf-8")
    parquet.write_table(pa.table({"text": ["一"] * 7}), folder / "in.parquet")
    files = [str(folder / "a.md"), str(folder / "in.jsonl"), str(folder / "in.parquet")]
    assert count_pages(files) == 1 + 2 + 7
    assert count_pages([*files, str(folder / "in.jsonl.gz")]) is None
    assert count_pages([str(folder / "missing.jsonl")]) is None


def test_a_folder_tells_of_itself_in_a_readme(folder: Path) -> None:
    """Which is no page of the archive; named, it is read like any file."""
    files = list(files_of([str(folder / "pages")]))
    for name in ("README.md", "readme.txt", "README.zh.md"):
        (folder / "pages" / "001" / name).write_text("扫描说明", encoding="utf-8")
    assert list(files_of([str(folder / "pages")])) == files
    named = str(folder / "pages" / "001" / "README.md")
    assert list(files_of([named])) == [named]


def test_a_pattern_names_a_page_once(folder: Path) -> None:
    """``pages/**`` matches the folders and what is in them; each page is one, and a picture is none."""
    expected = [os.path.relpath(path, folder) for path in files_of([str(folder / "pages")])]
    assert len(expected) == 23
    for pattern in ("pages/**", "pages/*", "pages/*/**"):
        found = [os.path.relpath(path, folder) for path in files_of([str(folder / pattern)])]
        assert found == expected
    (folder / "pages" / "000.md").write_text(page(3), encoding="utf-8")  # sorts between 000 and 000/000.md
    assert len(list(files_of([str(folder / "pages/**")]))) == 24


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of Unix")
def test_what_is_no_file_is_passed_over_in_a_folder(folder: Path) -> None:
    """A pipe would be waited for without end. A link that leads nowhere is a page that is missing."""
    os.mkfifo(folder / "pages" / "pipe.md")
    (folder / "pages" / "gone.md").symlink_to(folder / "nowhere.md")
    assert run(folder / "pages", "-o", folder / "out.jsonl", "--rows", "pages", "--jobs", 1) == 1
    found = rows(folder / "out.jsonl")
    assert len(found) == 24
    (missing,) = [row for row in found if row["error"]]
    assert missing["source"] == str(folder / "pages" / "gone.md")


def test_a_folder_that_cannot_be_listed_is_a_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages are missing; that must not go by in silence."""
    closed = str(folder / "pages" / "002")
    scan = os.scandir

    def refuse(path: str) -> Any:
        if path == closed:
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert run(folder / "pages", "-o", folder / "out.jsonl", "--rows", "pages", "--jobs", 1) == 1
    found = rows(folder / "out.jsonl")
    assert [row["source"] for row in found if row["error"]] == [closed]
    assert len(found) == 23 - 5 + 1


@pytest.mark.parametrize("damage", ["cut off", "overwritten"])
def test_a_compressed_file_that_is_damaged_is_a_row(folder: Path, damage: str) -> None:
    """And what follows it is read."""
    lines = "".join(json.dumps({"text": page(place)}) + "\n" for place in range(50))
    packed = gzip.compress(lines.encode(), mtime=0)
    half = len(packed) // 2
    broken = packed[:half] if damage == "cut off" else packed[:half] + b"\xff" * (len(packed) - half)
    (folder / "in.jsonl.gz").write_bytes(broken)
    last = folder / "pages" / "000" / "000.md"
    assert run(folder / "in.jsonl.gz", last, "-o", folder / "out.jsonl", "--rows", "pages", "--jobs", 1) == 1
    found = rows(folder / "out.jsonl")
    assert found[-1]["source"] == str(last)
    assert found[-1]["error"] is None
    (failed,) = [row for row in found if row["error"]]
    assert failed["error"].startswith(f"cannot read {folder / 'in.jsonl.gz'} to its end: ")
