"""Weights: kept in a file that people read, learned from pages that they corrected, and scored."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import banmian
from banmian import Block, Boundary, Heuristic, Parser, Role, tune
from banmian.assembly.story import Story
from banmian.cli import main
from banmian.export.margin import Labelled, read_margin, to_margin, write_margin
from banmian.heuristics import FOLLOWS
from banmian.heuristics.house import (
    BOUNDARY,
    HouseBoundary,
    HouseFact,
    boundary_facts_with,
    facts_with,
    house_facts,
)
from banmian.learning.tune import fit
from banmian.scoring import score

SUBJECTS = (
    ("东街图书角", "三百册旧书由街坊捐来，孩子们放学以后可以坐下来读到天黑，管理的人是退休的邮差。"),
    ("南门遮雨棚", "摊主说下雨天再也不用拿盆接水了，买菜的人也比入冬以前多了起来，生意好做得多。"),
    ("西桥新栏杆", "夜里过桥的人可以放心走，桥头还添了两盏灯，修桥的钱是一家一家凑起来的。"),
    ("北塘晒谷场", "秋天以前石板要铺完，村里三十户人家轮流出工，账目每月贴在墙上给大家看。"),
    ("柳巷老茶馆", "茶馆的门板重新漆过，说书的先生每逢初五来一回，茶钱还是十年前的价钱。"),
    ("江口的渡船", "渡船换了新的机器，过江只要六分钟，船工说冬天的雾比夏天的水更让人担心。"),
)


def page(subject: int) -> Labelled:
    """A page of a paper that signs its texts with ❖某某 above them, which nobody here has seen."""
    rows = []
    for article, (title, text) in enumerate(SUBJECTS[subject:] + SUBJECTS[:subject], 1):
        rows += [
            f"headline {article} | ## {title}",
            f"byline {article} | ❖小{'陈王沈林郝乔'[(subject + article) % 6]}",
            f"paragraph {article} | {text}",
        ]
    return read_margin("\n\n".join(rows[: 9 + 3 * (subject % 3)]) + "\n")


@pytest.fixture(scope="module")
def tuned() -> Parser:
    return tune(page(subject) for subject in range(3))


def opens_with_a_lamp(block: Block) -> str | None:
    """Our columns open with the lamp."""
    return "the lamp" if block.text.startswith("灯下") else None


def opens_with_a_diamond(story: Story, block: Block) -> str | None:
    """Our briefs open with ◆."""
    return "◆" if block.text.startswith("◆") else None


def test_tuning_learns_a_mark_and_can_say_so(tuned: Parser) -> None:
    """A line behind ❖ is a byline of this paper, on a page that was not corrected too."""
    assert banmian.parse(page(4).text).blocks[1].role is not Role.BYLINE
    block = tuned.parse(page(4).text).blocks[1]
    assert block.role is Role.BYLINE
    assert "house: opens with ❖: opens with ❖" in block.explain()
    assert tuned.without("house: opens with ❖") != tuned


def test_tuning_is_deterministic_for_a_seed(tuned: Parser) -> None:
    """The same pages and the same seed give the same weights."""
    assert tune([page(subject) for subject in range(3)]) == tuned
    assert tune([page(subject) for subject in range(3)], tuned.without(), seed=7).on_error == "raise"


def test_what_is_right_already_stays_as_it_is() -> None:
    """Pages that the defaults read without a fault give the defaults back."""
    pages = [
        banmian.parse(evolve(page(n), text=page(n).text.replace("❖", "本报记者 ")).text) for n in (0, 1, 2)
    ]
    from banmian.export.margin import labels_of

    right = fit([labels_of(one) for one in pages], Parser())
    assert right.parser == Parser() and not right.moved and right.gain == 0
    assert "stay as they were" in right.report()


@pytest.mark.parametrize("text", ["", "\n", "批发零售　电话二三四五\n"])
def test_a_page_without_articles_can_be_right(text: str) -> None:
    """Where there is no article and none was found, nothing is wrong."""
    page = banmian.parse(text)
    assert not page.articles
    assert score(page, read_margin(to_margin(page))).score == 1.0


def test_one_page_is_not_enough() -> None:
    """Nothing could be held back to see whether tuning helps."""
    with pytest.raises(ValueError, match="two labelled pages at least, and has 1"):
        tune([page(0)])


def test_a_page_given_again_counts_once(tuned: Parser) -> None:
    """Or it would be held back beside its copy, and seem to be read by weights that never saw it."""
    pages = [page(subject) for subject in range(3)]
    again = evolve(pages[1], text=pages[1].text.replace("\n\n", "\n \n"), rows=pages[1].rows[:3])
    fitted = fit([*pages, again, pages[0]], Parser())
    assert fitted.parser == tuned
    first, second, *_ = fitted.report().splitlines()
    assert first.startswith("3 pages, ")
    assert second == "left out: 2 copies of pages given more than once; the first of each counts"
    with pytest.raises(ValueError, match=r"and has 1; copies of a page do not count"):
        tune([pages[0]] * 3)


def test_the_report_has_figures_roles_and_weights() -> None:
    """Before and after on pages held back, per role, and what moved."""
    fitted = fit([page(subject) for subject in range(3)], Parser())
    report = fitted.report()
    assert report.startswith("3 pages, each read by weights that were tuned on others\n")
    assert all(f"\n  {name} " in report for name in ("role", "bcubed", "pq", "headline", "score", "byline"))
    assert fitted.roles[Role.BYLINE][0] == 0 and fitted.roles[Role.BYLINE][1] == 1
    assert fitted.moved[0].after == pytest.approx(
        next(
            one.weight
            for one in fitted.parser.heuristics
            if one.name == fitted.moved[0].rule and one.role == fitted.moved[0].speaks_for
        )
    )
    sizes = [abs(one.after - one.before) for one in fitted.moved]
    assert sizes == sorted(sizes, reverse=True)


def test_a_tuned_parser_is_read_back_from_its_file(tuned: Parser, tmp_path: Path) -> None:
    """House facts, follows and tables of assembly among the rest; the file is TOML that people can read."""
    rule = Boundary(HouseBoundary("opens with ◆"), 1.25, roles=["paragraph"], origin="house")
    parser = evolve(tuned.with_heuristics(rule), follows={**tuned.follows, (None, Role.DECK): -4.25})
    path = tmp_path / "weights.toml"
    parser.save(path)
    assert Parser.load(path) == parser
    _, _, learned = path.read_text(encoding="utf-8").partition('[heuristics."house: opens with ❖"]')
    assert "\nbyline = " in learned.partition("\n\n")[0]


def test_rules_of_ones_own_get_their_weights_from_the_file(tmp_path: Path) -> None:
    """The file has weights, not readings: those are given."""
    rules = [
        Heuristic(opens_with_a_lamp, Role.STANDING_HEAD, 9.0),
        Boundary(opens_with_a_diamond, 3.0, roles=["paragraph"]),
    ]
    path = tmp_path / "weights.toml"
    Parser().with_heuristics(*[evolve(rule, weight=2.5) for rule in rules]).save(path)
    again = Parser.load(path, rules)
    assert [rule.weight for rule in (again.heuristics[-1], again.assembly[-1])] == [2.5, 2.5]
    with pytest.raises(ValueError, match=r"unknown heuristics: opens_with_a_lamp\b.*, opens_with_a_diamond"):
        Parser.load(path)


def test_rules_left_out_stay_out(tmp_path: Path) -> None:
    """A parser without a rule is saved with the weight 0 for it."""
    path = tmp_path / "weights.toml"
    parser = Parser().without("ends_with_a_dash", "opens_a_report")
    parser.save(path)
    text = "某市抓实党建工作——\n\n## 老窑厂变身\n\n本报讯 停产九年的窑厂开放。\n\n本报讯 西桥修好了。"
    assert Parser.load(path).parse(text) == parser.parse(text) != banmian.parse(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "expected format = 'banmian.weights/1', found None"),
        ('format = "banmian.weights/1"\n[heuristic.x]\na = 1', "no table of weights is called 'heuristic'"),
        (
            'format = "banmian.weights/1"\n[heuristics.ends_with_dash]\nkicker = 1',
            "unknown heuristics: ends_with_dash; did you mean ends_with_a_dash",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics.ends_with_a_dash]\nfolio = 1',
            "unknown heuristics: ends_with_a_dash for folio",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics.ends_with_a_dash]\nkickerr = 1',
            "unknown heuristics: ends_with_a_dash for kickerr; did you mean kicker",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics."house: opens wth ◆"]\nheadline = 1',
            "unknown heuristics: house: opens wth ◆; did you mean house: opens with ◆ or",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics."house: level 7"]\nheadline = 1',
            "unknown heuristics: house: level 7; did you mean house: level",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics."house: label 圖◇"]\nheadline = 1',
            "unknown heuristics: house: label 圖◇; did you mean house: label 图◇",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics."hose: bold"]\nheadline = 1',
            "unknown heuristics: hose: bold; did you mean house: bold",
        ),
        (
            'format = "banmian.weights/1"\n[heuristics."house: bold"]\nheadlin = 1',
            "no role is called 'headlin'; did you mean headline",
        ),
        (
            'format = "banmian.weights/1"\n[boundary]\n"house: opens with ◆" = 1',
            "unknown heuristics: house: opens with ◆; did you mean house: boundary, opens with ◆",
        ),
        (
            'format = "banmian.weights/1"\n[boundary]\n"house: boundary, level 3" = 1',
            "unknown heuristics: house: boundary, level 3",
        ),
        (
            'format = "banmian.weights/1"\n[join]\n"house: boundary, opens with ◆" = 1',
            "unknown heuristics: house: boundary, opens with ◆",
        ),
        ('format = "banmian.weights/1"\n[join]\nbreaks_of = 1.0', "unknown heuristics: breaks_of"),
        (
            'format = "banmian.weights/1"\n[follows.kiker]\nheadline = 1',
            "no role is called 'kiker'; did you mean",
        ),
        ('format = "banmian.weights/1"\n[join]\nbreaks_off_above = "much"', "to be a number, not 'much'"),
        ('format = "banmian.weights/1"\n[join]\nbreaks_off_above = nan', "to be a number, not nan"),
        ('format = "banmian.weights/1"\njoin = 3', r"\[join\] is to be a table, not 3"),
        ("format = ", "Invalid value"),
    ],
)
def test_a_file_that_is_wrong_says_where(text: str, complaint: str, tmp_path: Path) -> None:
    """The file, the table and the name are in the message."""
    path = tmp_path / "weights.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint) as caught:
        Parser.load(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Somebody gave the wrong file."""
    path = tmp_path / "weights.toml"
    path.write_bytes(b"\x89PNG\r\n\xd3\x0c")
    with pytest.raises(ValueError, match=r"weights in .*weights\.toml: .*utf-8"):
        Parser.load(path)


def test_a_file_from_a_windows_editor_is_read(tuned: Parser, tmp_path: Path) -> None:
    """It puts a byte order mark before the text, and ends lines with CR LF."""
    path = tmp_path / "weights.toml"
    tuned.save(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert Parser.load(path) == tuned


def test_who_waits_hears_how_far_tuning_is() -> None:
    """From none of the ways to learn to all of them, one after the other."""
    heard: list[tuple[int, int]] = []
    fit([page(number) for number in range(2)], Parser(), told=lambda done, of: heard.append((done, of)))
    (ways,) = {of for _, of in heard}
    assert heard == [(done, ways) for done in range(ways + 1)]


def test_on_a_terminal_the_command_says_how_far_it_is(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a line of standard error that is gone at the end; in a file of messages there is nothing."""
    command = ["tune", *files, "-o", str(tmp_path / "weights.toml")]
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(command) == 0
    first, *_, last = capsys.readouterr().err.strip("\r").split("\r")
    assert first.startswith("tuning: 0 of ") and not last.strip()


def test_a_house_fact_speaks_where_it_is_true() -> None:
    """The facts that tuning may give a weight."""
    first, second = banmian.read_blocks("文◇陈小满\n\n### 【老窑厂】")
    assert HouseFact("label 文◇")(first) == "label 文◇"
    assert HouseFact("label 文◇")(second) is None
    assert all(
        HouseFact(fact)(second)
        for fact in ("level 3", "opens with 【", "closes with 】", "below a short line")
    )
    assert (None, Role.FOLIO) in FOLLOWS


@given(st.text(st.characters() | st.sampled_from("\n #*◆❖：/摄")))
def test_every_fact_of_a_page_may_stand_in_a_file_of_weights(text: str) -> None:
    """What tuning can learn can be read back, and no fact is refused that a block may have."""
    for block in banmian.read_blocks(text):
        for fact in house_facts(block):
            assert fact in facts_with(fact)
            for mark in (fact, f"above {fact}"):
                assert not mark.startswith(BOUNDARY) or mark in boundary_facts_with(mark)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"page-{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(write_margin(page(number)), encoding="utf-8", newline="")
    return [*map(str, paths)]


def test_the_command_tunes_scores_and_reads_with_weights(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """banmian tune, banmian score and --weights, one after the other."""
    weights = str(tmp_path / "weights.toml")
    assert main(["tune", *files, "-o", weights]) == 0
    assert "house: opens with ❖" in capsys.readouterr().out
    assert main(["score", *files, "--roles"]) == 0
    before = capsys.readouterr().out
    assert len({len(line) for line in before.split("\n\n")[1].splitlines()}) == 1, "figures in a column"
    assert main(["score", *files, "--weights", weights]) == 0
    after = capsys.readouterr().out
    assert after.splitlines()[-1].split() == ["mean", *["1.000"] * 4, "-", "-", "1.000"]
    assert float(before.splitlines()[4].split()[1]) < 1
    source = tmp_path / "page.md"
    source.write_text(page(5).text, encoding="utf-8")
    assert main(["--weights", weights, "--format", "margin", str(source)]) == 0
    assert "byline" in capsys.readouterr().out


def test_the_command_does_not_write_over_labels(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a person corrected by hand is not lost to a slip after -o."""
    folder = tmp_path / "labelled"
    folder.mkdir()
    inside = [folder / "page.md", folder / "gold.tsv"]
    for path in inside:
        path.write_text("corrected by hand", encoding="utf-8")
    for target in (Path(files[0]), *inside):
        before = target.read_bytes()
        assert main(["tune", *files, str(folder), "-o", str(target)]) == 2
        assert capsys.readouterr().err == (
            f"banmian: {target} is read and cannot be written at the same time\n"
        )
        assert target.read_bytes() == before


def test_the_command_looks_where_it_will_write_before_it_works(
    files: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder that is missing is said at once, and nothing is left of the look."""

    def work(*arguments: object, **options: object) -> None:
        raise AssertionError("this took minutes")

    monkeypatch.setattr("banmian.learning.tune.fit", work)
    for target, reason in (
        (tmp_path / "missing" / "w.toml", "No such file or directory"),
        (tmp_path, "Is a directory"),
    ):
        assert main(["tune", *files, "-o", str(target)]) == 2
        assert capsys.readouterr().err == f"banmian: cannot write {target}: {reason}\n"
    monkeypatch.undo()
    kept, new = tmp_path / "kept.toml", tmp_path / "new.toml"
    kept.write_text("older", encoding="utf-8")
    for target in (kept, new):
        assert main(["tune", files[0], "-o", str(target)]) == 2
    assert kept.read_text(encoding="utf-8") == "older" and not new.exists()


def test_the_report_is_told_whatever_becomes_of_the_file(
    files: list[str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A disk that is full by then costs the weights and no more; - is standard output."""
    if Path("/dev/full").exists():
        assert main(["tune", *files, "-o", "/dev/full"]) == 2
        told = capsysbinary.readouterr()
        assert told.out.startswith(b"3 pages, each read by weights")
        assert told.err == b"banmian: cannot write /dev/full: No space left on device\n"
    target = tmp_path / "weights.toml"
    assert main(["tune", *files, "-o", str(target)]) == 0
    report = capsysbinary.readouterr().out
    assert main(["tune", *files, "-o", "-"]) == 0
    told = capsysbinary.readouterr()
    assert (told.out, told.err) == (target.read_bytes(), report)


def test_weights_may_be_tuned_further_and_are_not_lost_to_a_page(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """banmian tune may write over the weights that it began with; no other command may."""
    weights = tmp_path / "weights.toml"
    assert main(["tune", *files, "-o", str(weights)]) == 0
    assert main(["tune", *files, "--weights", str(weights), "-o", str(weights)]) == 0
    before = weights.read_bytes()
    source = tmp_path / "page.md"
    source.write_text(page(5).text, encoding="utf-8")
    for command in ("parse", "explain", "view", "margin"):
        assert main([command, "--weights", str(weights), str(source), "-o", str(weights)]) == 2
        assert "is read and cannot be written" in capsys.readouterr().err
    assert weights.read_bytes() == before


def test_the_command_names_what_it_cannot_read(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each file; 1 where some failed, 2 where nothing is left or the weights are wrong."""
    missing, empty = str(tmp_path / "missing.txt"), tmp_path / "empty"
    empty.mkdir()
    assert main(["score", files[0], missing, str(empty), __file__]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told] == ["banmian"] * 3
    assert missing in told[0] and "page.* and a gold.tsv" in told[1] and "margin form" in told[2]
    assert main(["score", missing]) == 2
    assert main(["tune", files[0], "-o", str(tmp_path / "weights.toml")]) == 2
    assert "two labelled pages" in capsys.readouterr().err
    assert main(["score", files[0], "--weights", files[0]]) == 2
    assert main(["score", files[0], "--weights", missing]) == 2


def test_the_command_reads_labels_from_standard_input(
    files: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A dash is the margin form that another program hands over, one page or several."""

    def piped(text: str | bytes, *arguments: str) -> int:
        data = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        return main([*arguments])

    assert main(["score", files[0]]) == 0
    of_a_file = capsys.readouterr().out.splitlines()[1].split()[1:]
    assert piped(write_margin(page(0)), "score", "-") == 0
    assert capsys.readouterr().out.splitlines()[1].split() == ["-", *of_a_file]
    several = "\n---\n".join(write_margin(page(number)) for number in range(3))
    assert piped(several, "score", "-", files[0]) == 0
    named = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert named == ["-:1", "-:2", "-:3", "page-0.txt", "mean"]
    from_files, from_a_pipe = tmp_path / "files.toml", tmp_path / "pipe.toml"
    assert main(["tune", *files, "-o", str(from_files)]) == 0
    assert piped(several, "tune", "-", "-o", str(from_a_pipe)) == 0
    assert from_a_pipe.read_bytes() == from_files.read_bytes()
    capsys.readouterr()
    for text, complaint in (
        ("", "-: no line in it is labelled"),
        ("hello", "-: line 1 of the margin form: expected 'role article | text'"),
        (b"\xff", "-: the margin form is UTF-8, and this is not"),
    ):
        assert piped(text, "score", "-") == 2
        assert capsys.readouterr().err.startswith(f"banmian: {complaint}")
    assert piped("", "score", "-", "-") == 2
    assert "standard input can be read only once" in capsys.readouterr().err


def test_the_command_explains_a_page_and_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every article and every block, or the blocks of one line."""
    source = tmp_path / "page.md"
    source.write_text(page(0).text, encoding="utf-8")
    assert main(["explain", str(source)]) == 0
    told = capsys.readouterr().out
    parsed = banmian.parse(page(0).text)
    assert f"article 1: {parsed.articles[0].explain()}\n\n" in told
    assert f"line 5: {parsed.blocks[2].explain()}\n" in told
    assert main(["explain", str(source), "--line", "5"]) == 0
    assert capsys.readouterr().out == f"line 5, article 1: {parsed.blocks[2].explain()}\n"
    for line in ("2", "0", "9999"):
        assert main(["explain", str(source), "--line", line]) == 2
        assert f"banmian: --line {line}: " in capsys.readouterr().err


def test_the_command_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """With role or table, weight, name, origin, and the first line of the docstring."""
    assert main(["heuristics", "--no-plugins"]) == 0
    first, *rows = capsys.readouterr().out.splitlines()
    assert first.split() == ["speaks", "for", "weight", "name", "origin", "claim"]
    parser = Parser()
    assert len(rows) == len(parser.heuristics) + len(parser.assembly)
    listed = [row.split(maxsplit=4) for row in rows]
    assert ["kicker", "+8.0", "ends_with_a_dash", "banmian"] in [row[:4] for row in listed]
    assert all(len(row) == 5 and row[4].strip().endswith((".", ")")) for row in listed)


def test_a_reading_that_fails_is_said_and_not_weighed() -> None:
    """Weights fitted to the silence of a broken reading would be wrong."""

    def breaks(block: banmian.Block) -> str | None:
        raise LookupError(block.text)

    parser = Parser().with_heuristics(banmian.Heuristic(breaks, "headline", 1.0))
    with pytest.raises(banmian.ReadingError, match="breaks"):
        tune([page(subject) for subject in range(3)], parser)
