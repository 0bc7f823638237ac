"""How much the texts above and below a short line have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.words import words_of

if TYPE_CHECKING:
    from banmian.model import Block
    from banmian.words import Pair

#: characters of text on both sides that are compared
WINDOW = 400
#: measured over 340 titles and 190 subheads of 60 pages: less than 0.8 is shared across 31 % of the
#: titles and 5 % of the subheads, 3.5 or more across 38 % and 81 %
KINDRED = 3.5
STRANGE = 0.8
#: what any two texts of a page share: a word or two that stand everywhere on it
CHANCE = 0.3


def shared_around(block: Block) -> tuple[float, set[Pair]] | None:
    """How much the text above and the text below a short line share; None without text on both sides."""
    known = block.sheet.shared  # several readings ask
    index = block.index
    if index not in known:
        known[index] = _shared_around(block)
    shared: tuple[float, set[Pair]] | None = known[index]
    return shared


def _shared_around(block: Block) -> tuple[float, set[Pair]] | None:
    if not block.look.titular:
        return None
    above = text_window(block, -1)
    below = text_window(block, +1)
    if not above or not below:
        return None
    # the lines of one title stand between the same two texts
    memo, place = block.sheet.kinships, (above[0].index, below[0].index)
    known: tuple[float, set[Pair]] | None = memo.get(place)
    if known is None:
        words = words_of(block.sheet)
        shared = words.shared(above, below)
        memo[place] = known = words.weight(shared), shared
    return known


def text_window(block: Block, step: int) -> list[Block]:
    """The running text nearest to a block, above it (-1) or below (+1), as much as is compared."""
    place = step * (block.index + 1)
    windows = block.sheet.windows
    found = windows.get(place)
    if found is None:
        found = windows[place] = _window(block, step)
    return found


def _window(block: Block, step: int) -> list[Block]:
    blocks = block.sheet.blocks
    found: list[Block] = []
    size = passed = 0
    i = block.index + step
    while 0 <= i < len(blocks) and size < WINDOW and passed < 6:
        if blocks[i].look.prose:
            found.append(blocks[i])
            size += blocks[i].look.length
        else:
            passed += 1
            if found:
                break
        i += step
    return found
