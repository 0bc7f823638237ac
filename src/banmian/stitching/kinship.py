"""How much the texts of two articles have in common, compared with what any two of the issue have.

Measured on 122 stories of three issues, each cut in two at a paragraph: the halves of one story share
5 to 10 times what halves of two stories share in the median, and less than 1.2 times in 2 of 100 cases;
halves of different stories share more than 4 times in 1 of 100.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from math import log2, sqrt
from typing import TYPE_CHECKING

from banmian.script import fold
from banmian.words import pairs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from banmian.stitching.articles import Placed
    from banmian.words import Pair

NEAR = 1200  #: characters before and behind the break; a story shows its subject there
USUAL = 0.006  #: what two articles share where there are too few others to compare with
FEW = 3  #: so many articles count as much as ``USUAL``
KIN = 1.8  #: times what is usual: as likely of one story as of two
SLOPE = 3.0
LEAST, MOST = -5.0, 4.0
COMPARED = 80  #: other articles, evenly chosen, that tell what is usual
ENOUGH_TEXT = 160  #: characters; shorter texts of one story often share nothing


class Kinship:
    """The texts of an issue, asked for two of them at a time."""

    def __init__(self, articles: Sequence[Placed]) -> None:
        texts = [fold(one.article.text) for one in articles]
        titles = [fold(one.article.headline or "") for one in articles]
        self._lengths = [len(text) for text in texts]
        self._ends = pairs_of([f"{title}\n{text[-NEAR:]}" for title, text in zip(titles, texts, strict=True)])
        self._starts = pairs_of([text[:NEAR] for text in texts])
        self._spread = Counter(
            chain.from_iterable(one | other for one, other in zip(self._ends, self._starts, strict=True))
        )
        self._usual_behind: Callable[[int], float] = cache(self._mean_behind)
        self._usual_before: Callable[[int], float] = cache(self._mean_before)

    def evidence(self, first: int, second: int) -> float:
        """How much the texts speak for the second article going on with the first; below 0 against it."""
        lift = self.lift(first, second)
        found = SLOPE * log2(max(lift, 0.01) / KIN)
        if found < 0:
            shorter = min(self._lengths[first], self._lengths[second])
            return max(found, LEAST) * min(1.0, shorter / ENOUGH_TEXT) ** 2
        return min(found, MOST)

    def lift(self, first: int, second: int) -> float:
        """How many times as much these two share as each shares with the other articles."""
        usual = (self._usual_behind(first) + self._usual_before(second)) / 2
        return self._shared(self._ends[first], self._starts[second]) / max(usual, USUAL / 4)

    def _mean_behind(self, first: int) -> float:
        return self._mean([self._shared(self._ends[first], self._starts[one]) for one in self._others(first)])

    def _mean_before(self, second: int) -> float:
        return self._mean(
            [self._shared(self._ends[one], self._starts[second]) for one in self._others(second)]
        )

    def _others(self, own: int) -> list[int]:
        step = len(self._ends) // COMPARED + 1
        return [index for index in range(own % step, len(self._ends), step) if index != own]

    def _mean(self, shares: list[float]) -> float:
        # without the one that it shares most with, which may be its other half
        others = sorted(shares)[:-1]
        return (sum(others) + FEW * USUAL) / (len(others) + FEW)

    def _shared(self, one: set[Pair], other: set[Pair]) -> float:
        if not one or not other:
            return 0.0
        weights = sorted([1 / self._spread[pair] for pair in one & other])  # a set has no order
        return sum(weights) / sqrt(len(one) * len(other))
