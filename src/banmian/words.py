"""What two texts of a page share: pairs of characters, the rarer on the page the heavier.

Chinese print does not part words, but two neighbouring characters are nearly one. Measured on 516
headlines of one paper: the body that shares most with a headline is its own in 93 % of cases.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, compress
from struct import unpack
from typing import TYPE_CHECKING

from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from banmian.model import Block, Sheet

#: characters of a block that are looked at; a body shows its subject early
MOST = 1200
#: two neighbouring Han characters as one number, the code of the first above that of the second;
#: a Latin word or a number as it stands
Pair = int | str
NOT_HAN = pattern(r"[^\u3400-\u9fff]")
WORD = pattern(r"[A-Za-z][A-Za-z]+")
NUMBER = pattern(r"\d\d+")


class Words:
    """The pairs of characters of every block of a page, and in how many blocks each stands."""

    __slots__ = ("pairs", "spread")

    def __init__(self, sheet: Sheet) -> None:
        self.pairs: list[set[Pair]] = pairs_of([block.folded[:MOST] for block in sheet.blocks])
        self.spread: Counter[Pair] = Counter(chain.from_iterable(self.pairs))

    def of(self, blocks: Iterable[Block]) -> set[Pair]:
        """All pairs that stand in these blocks."""
        return set().union(*[self.pairs[block.index] for block in blocks])

    def shared(self, some: Iterable[Block], others: Iterable[Block]) -> set[Pair]:
        """The pairs that stand in these blocks and in those; quickest if those are the shorter text."""
        theirs = self.of(others)
        return set().union(*[self.pairs[block.index] & theirs for block in some])

    def weight(self, pairs: Iterable[Pair]) -> float:
        """Pairs weigh the more the fewer blocks of the page they stand in."""
        spread = self.spread
        # the heaviest first, so that the sum does not depend on the order of a set
        return sum(sorted([1 / spread[pair] for pair in pairs if pair in spread], reverse=True))


def words_of(sheet: Sheet) -> Words:
    """The page's pairs, found out once."""
    if sheet.words is None:
        sheet.words = Words(sheet)
    words: Words = sheet.words
    return words


def pairs_of(texts: Sequence[str]) -> list[set[Pair]]:
    """The pairs of neighbouring Han characters, and the Latin words and numbers, of each folded text.

    Every character of a page begins a pair, so they are made without a loop over them: the page as
    UTF-16, read as numbers of 32 bits once from its first character and once from its second.
    """
    page = NOT_HAN.sub("\0", "\0".join(texts)) + "\0"
    half = len(page) // 2 + 1
    units = page.encode("utf-16-be") + b"\0" * 6
    pairs = [0] * (2 * half)
    pairs[0::2] = unpack(f">{half}I", units[: 4 * half])
    pairs[1::2] = unpack(f">{half}I", units[2 : 2 + 4 * half])
    # a pair counts where neither character is 0: two rows of bytes, one shifted, and-ed as two numbers
    han = page.encode("ascii", "replace")
    counts = (int.from_bytes(han, "big") & int.from_bytes(han[1:] + b"\0", "big")).to_bytes(len(han), "big")
    found: list[set[Pair]] = []
    start = 0
    for text in texts:
        end = start + len(text)
        here: set[Pair] = set(compress(pairs[start:end], counts[start:end]))
        here.update(WORD.findall(text), NUMBER.findall(text))
        found.append(here)
        start = end + 1
    return found


def written(pair: Pair) -> str:
    """The two characters of a pair."""
    return pair if isinstance(pair, str) else chr(pair >> 16) + chr(pair & 0xFFFF)


def coverage(head: set[Pair], body: set[Pair]) -> float:
    """Which share of the head's pairs the body has: 0 to 1."""
    return len(head & body) / len(head) if head else 0.0
