"""The package of docs/examples, built and installed into a clean environment, changes how a page is read there."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = """\
## 夜市搬进了老码头

❖小满

老码头空了六年，上周搬来了四十个摊位，摊主多是附近的居民，收摊以后自己打扫。

灯火◇夜市

◆东街的馄饨摊添了两张桌子，坐着吃的人比从前多，老板说凳子还不够。

◆南门的糖水铺周末开到半夜，路灯也跟着亮到半夜，街坊起初嫌吵，后来自己也来。
"""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that has banmian, and then the example's wheel."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip(programs, "install", str(ROOT))
    pip(
        programs,
        "wheel",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT / "docs/examples/banmian-dengcheng"),
    )
    (wheel,) = folder.glob("banmian_dengcheng-*.whl")
    pip(programs, "install", "--no-deps", str(wheel))
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    return programs


def pip(programs: Path, *words: str) -> None:
    subprocess.run([programs / "pip", "--quiet", "--disable-pip-version-check", *words], check=True)


def banmian(programs: Path, *words: str) -> str:
    done = subprocess.run(
        [programs / "banmian", *words], cwd=programs.parent, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


def roles(margin: str) -> list[tuple[str, str]]:
    """The role and the article of every line in the margin form."""
    return [
        tuple(row.split("|")[0].split())[:2] for row in margin.splitlines() if "|" in row and row[0] != "="
    ]


def test_the_command_reads_with_the_package(clean: Path) -> None:
    """The column, the byline and the briefs of the paper are what the package says."""
    assert roles(banmian(clean, "margin", "page.md")) == [
        ("headline", "1"),
        ("byline", "1"),
        ("paragraph", "1"),
        ("standing_head", "-"),
        ("paragraph", "2"),
        ("paragraph", "3"),
    ]


def test_without_plugins_it_does_without(clean: Path) -> None:
    """The same page, read by the defaults alone, is another."""
    plain = roles(banmian(clean, "--no-plugins", "--format", "margin", "page.md"))
    assert ("byline", "1") not in plain and len({article for _, article in plain}) < 4


def test_the_library_reads_with_it_when_asked(clean: Path) -> None:
    """What ``banmian.parse`` gives back does not depend on what is installed beside it."""
    code = (
        "import banmian; page = open('page.md', encoding='utf-8').read(); "
        "parser = banmian.Parser().with_heuristics(*banmian.installed_heuristics()); "
        "print(len(banmian.parse(page).articles), len(parser.parse(page).articles))"
    )
    done = subprocess.run(
        [clean / "python", "-c", code], cwd=clean.parent, capture_output=True, check=True, encoding="utf-8"
    )
    plain, ours = map(int, done.stdout.split())
    assert plain < ours == 3


def test_the_command_lists_its_rules(clean: Path) -> None:
    """With the package as their origin, and what they claim."""
    listed = [line for line in banmian(clean, "heuristics").splitlines() if "banmian-dengcheng" in line]
    assert [line.split()[:3] for line in listed] == [
        ["standing_head", "+15.0", "names_a_column_of_ours"],
        ["byline", "+9.0", "is_signed_our_way"],
        ["boundary", "+4.0", "opens_one_of_our_briefs"],
    ]
    assert all("。" in line or "." in line for line in listed)
    assert "banmian-dengcheng" not in banmian(clean, "heuristics", "--no-plugins")


def test_the_command_explains_with_it(clean: Path) -> None:
    """The vote of the package's rule stands among the others."""
    assert "+9.0  byline         is_signed_our_way: a name behind ❖" in banmian(
        clean, "explain", "page.md", "--line", "3"
    )
