"""How the Dengcheng Evening News (灯城晚报) sets its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian import Block, Boundary, Heuristic, Role

if TYPE_CHECKING:
    from banmian.assembly.story import Story

COLUMN = re.compile(r"灯火◇[\u4e00-\u9fff]{2,6}")
SIGNATURE = re.compile(r"❖[\u4e00-\u9fff]{2,4}")


def names_a_column_of_ours(block: Block) -> str | None:
    """灯火◇夜市 is the name of a column (栏题)."""
    return "灯火◇ names a column" if COLUMN.fullmatch(block.folded.strip()) else None


def is_signed_our_way(block: Block) -> str | None:
    """A name behind ❖ is a byline (署名)."""
    return "a name behind ❖" if SIGNATURE.fullmatch(block.folded.strip()) else None


def opens_one_of_our_briefs(story: Story, block: Block) -> str | None:
    """A paragraph that opens with ◆ begins a brief (简讯)."""
    return "◆ opens a brief" if block.text.startswith("◆") else None


HEURISTICS = (
    Heuristic(names_a_column_of_ours, Role.STANDING_HEAD, 15.0, cues="◇"),
    Heuristic(is_signed_our_way, Role.BYLINE, 9.0, opening="❖"),
    Boundary(opens_one_of_our_briefs, 4.0, roles=[Role.PARAGRAPH]),
)
