"""The best assignment of ends to ends, and how sure each part of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

Left = TypeVar("Left", bound="Hashable")
Right = TypeVar("Right", bound="Hashable")

#: ends that all compete with each other, on either side; a front page has four, a folder of copies of one
#: page any number
MOST_RIVALS = (10, 40)


def surest_matches(weights: Mapping[tuple[Left, Right], float], lead: float) -> list[tuple[Left, Right]]:
    """The pairs of the best assignment without which every assignment is worse by ``lead`` or more.

    Each left and each right is assigned once at most; what is not mentioned cannot be assigned, and
    where too many compete with each other none of them is.

    >>> surest_matches({("a", 1): 5.0, ("a", 2): 4.0, ("b", 2): 4.0}, 2.0)
    [('a', 1), ('b', 2)]
    >>> surest_matches({("a", 1): 5.0, ("a", 2): 4.0}, 2.0)
    []
    """
    found = []
    for pairs in _rivals(weights):
        few, many = sorted((len({left for left, _ in pairs}), len({right for _, right in pairs})))
        if few > MOST_RIVALS[0] or many > MOST_RIVALS[1]:
            continue
        best, chosen = _best_assignment(pairs)
        for pair in chosen:
            without = {other: weight for other, weight in pairs.items() if other != pair}
            if best - _best_assignment(without)[0] >= lead:
                found.append(pair)
    return found


def _rivals(weights: Mapping[tuple[Left, Right], float]) -> Iterator[dict[tuple[Left, Right], float]]:
    """The pairs in groups that have no end in common with each other."""
    of_left: dict[Left, list[tuple[Left, Right]]] = {}
    of_right: dict[Right, list[tuple[Left, Right]]] = {}
    for pair in weights:
        of_left.setdefault(pair[0], []).append(pair)
        of_right.setdefault(pair[1], []).append(pair)
    seen: set[tuple[Left, Right]] = set()
    for start in weights:
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for left, right in group:  # grows as it is walked
            for pair in (*of_left.pop(left, ()), *of_right.pop(right, ())):
                if pair not in seen:
                    seen.add(pair)
                    group.append(pair)
        yield {pair: weights[pair] for pair in group}


def _best_assignment(
    weights: Mapping[tuple[Left, Right], float],
) -> tuple[float, list[tuple[Left, Right]]]:
    """The assignment of the highest sum: left by left, the best for every set of rights already taken."""
    rights = list(dict.fromkeys(right for _, right in weights))
    lefts = list(dict.fromkeys(left for left, _ in weights))
    if len(rights) > len(lefts):
        total, turned = _best_assignment({(right, left): weights[left, right] for left, right in weights})
        return total, [(left, right) for right, left in turned]
    bits = {right: 1 << place for place, right in enumerate(rights)}
    options: dict[Left, list[tuple[Left, Right]]] = {}
    for pair in weights:
        options.setdefault(pair[0], []).append(pair)
    best: dict[int, tuple[float, list[tuple[Left, Right]]]] = {0: (0.0, [])}
    for left in lefts:
        for taken, (total, chosen) in list(best.items()):
            for pair in options[left]:
                bit = bits[pair[1]]
                if not taken & bit and total + weights[pair] > best.get(taken | bit, (0.0,))[0]:
                    best[taken | bit] = (total + weights[pair], [*chosen, pair])
    return max(best.values(), key=lambda one: one[0])
