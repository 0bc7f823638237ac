"""What a page tells a person who asks why."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

import banmian
from banmian import Parser, Role
from banmian.explaining import ballot, runner_up, standings, tally
from banmian.heuristics import FOLLOWS
from banmian.labelling import HOPELESS
from banmian.model import with_roles

SEED = next((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
PAGE = """\
## 老窑厂变身陶艺村

——某某镇的一次尝试

某市日报记者 陈某明

本报讯 停产九年的老窑厂将改造为陶艺村，明年春天开放，村里三十户人家已经报名学艺。

### 一座窑的来历

老窑厂建于上世纪六十年代，最红火的时候有两百多名工人，烧出的缸和瓮卖到三个省。
"""


def test_a_block_tells_winner_runner_up_margin_and_shares() -> None:
    """The first line says what won and by how much over what; then every vote; then who gave the lead."""
    page = banmian.parse(PAGE)
    title = page.blocks[0]
    first, *rows = title.explain().splitlines()
    assert first == f"headline  (margin {title.margin:+.1f} over {runner_up(title)})  老窑厂变身陶艺村"
    for vote in ballot(title):
        assert any(row.split()[1:3] == [str(vote.role), f"{vote.by}:"] for row in rows)
    shares = next(row for row in rows if row.startswith("  of the margin: votes"))
    votes = float(shares.split("votes ")[1].split()[0])
    neighbourhood = float(shares.split("neighbourhood ")[1])
    assert votes + neighbourhood == pytest.approx(title.margin, abs=0.11)


def test_the_lead_over_the_runner_up_is_the_margin(seed: bytes) -> None:
    """What an explanation works out afterwards is what the labelling found, for every block of a page."""
    page = banmian.parse(seed)
    sums = standings(page.blocks[0].sheet)
    compared = 0
    for block in page.blocks:
        rival = runner_up(block)
        totals = sums[block.index]
        if block.role in totals and rival is not None and block.margin < HOPELESS:
            assert totals[block.role] - totals[rival] == pytest.approx(block.margin)
            compared += 1
    assert compared > 30


def test_explanations_know_the_table_that_was_used() -> None:
    """With another table of what follows what, the neighbourhood's share is that table's."""
    follows = {**FOLLOWS, (None, Role.HEADLINE): 4.0}
    title = Parser(follows=follows).parse(PAGE).blocks[0]
    assert title.margin == pytest.approx(banmian.parse(PAGE).blocks[0].margin + 3.5)
    assert "+4.0  headline       neighbourhood: after the edge of the page" in title.explain()
    sums = standings(title.sheet)[0]
    rival = runner_up(title)
    assert rival is not None
    assert sums[Role.HEADLINE] - sums[rival] == pytest.approx(title.margin)
    assert pickle.loads(pickle.dumps(title)).explain() == title.explain()


def test_an_article_tells_what_it_is_made_of() -> None:
    """Every block with its line and role, and why it opened the story."""
    told = banmian.parse(PAGE).articles[0].explain().splitlines()
    assert told[0] == "老窑厂变身陶艺村"
    assert [row.split()[:3] for row in told if row.startswith("  line")] == [
        ["line", "1", "headline"],
        ["line", "3", "deck"],
        ["line", "5", "byline"],
        ["line", "7", "paragraph"],
        ["line", "9", "subhead"],
        ["line", "11", "paragraph"],
    ]
    assert any("opens a story" in row for row in told)


def test_a_role_set_by_hand_explains_itself() -> None:
    """The votes stay what they were; nothing fails because they did not win."""
    blocks = with_roles(banmian.label(banmian.read_blocks(PAGE)), {0: Role.TEASER})
    page = banmian.assemble(blocks)
    assert page.blocks[0].explain().startswith("teaser")
    assert Role.HEADLINE in tally(ballot(page.blocks[0]))


def test_what_is_counted_is_shown_to_the_last_half_point() -> None:
    """On the seed page the votes of winner and rival that are printed add up to what the margin line says."""
    looked_at = 0
    for block in banmian.parse(SEED.read_bytes()).blocks:
        rows = block.explain().splitlines()
        shares = next((row for row in rows if row.startswith("  of the margin: votes")), None)
        if shares is None:
            assert "in question" in rows[0] or "or more, the next by votes is" in rows[0]
            continue
        for role, total in re.findall(r"(\w+) (-?[\d.]+)[,)]", shares):
            said = [
                float(row.split()[0])
                for row in rows[1:]
                if row.split()[1:2] == [role] and "neighbourhood:" not in row
            ]
            assert round(sum(said), 1) == float(total), rows
            looked_at += 1
    assert looked_at > 50
