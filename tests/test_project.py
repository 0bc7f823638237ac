"""What the project promises about itself: files that strangers look for, and releases that can be trusted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import banmian

ROOT = Path(__file__).parent.parent
MOST_LINES = 100  # of CONTRIBUTING: what nobody reads helps nobody
WORKFLOWS = sorted((ROOT / ".github").glob("workflows/*.yml"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_contributing_is_short() -> None:
    """Set-up, the house, a case, how to measure: on a hundred lines."""
    assert len((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_the_first_issue_form_is_for_pages() -> None:
    """Whoever opens an issue is first asked for a page that came out wrong."""
    first = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))[0]
    form = first.read_text(encoding="utf-8")
    assert "A page we got wrong" in form
    for asked in ("id: text", "id: paper", "id: wrong"):
        assert asked in form


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(workflow: Path) -> None:
    """An action is named by a commit that nobody can change, with its version beside it."""
    uses = re.findall(r"uses: (.+)", workflow.read_text(encoding="utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_the_changelog_knows_this_version() -> None:
    """The version stands in one place, and the change log leads up to it."""
    assert re.search(rf"^## \[(?:Unreleased\]: )?{re.escape(banmian.__version__)}\b", CHANGELOG, re.M)


def test_every_release_says_what_can_relabel_a_line() -> None:
    """People who keep results must know when the same text can come out otherwise."""
    releases = re.split(r"^## ", CHANGELOG, flags=re.M)[1:]
    assert releases
    for release in releases:
        assert "### Can relabel a line" in release, release.partition("\n")[0]
