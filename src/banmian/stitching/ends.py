"""Which jump belongs to which: the evidence for each two ends, and the best reading of the whole issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from banmian.model import Direction
from banmian.script import fold
from banmian.stitching.facts import agreeing, same_page, split_name
from banmian.stitching.kinship import KIN, MOST, Kinship
from banmian.stitching.matching import surest_matches
from banmian.stitching.seams import fits
from banmian.words import coverage, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from banmian.model import Article, Date, Jump
    from banmian.stitching.articles import Placed
    from banmian.stitching.facts import Number

# What speaks for two articles being one story. Marks of both that name each other's printed page are 6,
# enough by themselves unless the texts have nothing in common.
SAYS_THE_PAGE = 3.0
SAYS_THE_PAGE_WHERE_IT_SHOULD_BE = 1.5  #: its number is not printed
SAYS_ANOTHER_PAGE = -3.0
BOTH_SAY_ANOTHER = -3.0  #: two marks are not both misprinted; what stands between them may be missing
SAME_TITLE = 6.0  #: all nine continuations of one daily repeat the title
LIKE_TITLE = 3.0
OTHER_TITLE = -4.0  #: a continuation may have a title of its own; then the text must tell
UNMARKED = -5.0  #: one of the two has no jump
BETTER_ELSEWHERE = -3.0  #: another article of the same page has more in common with the text
#: what evidence is worth nothing: a join must be this much better, and beat every rival by ``LEAD``
NOTHING = 2.0
LEAD = 2.0
#: of the shorter title's pairs, in the other title
MOST_OF_THE_TITLE = 0.5
SHORTEST_TITLE = 5  #: characters; 简讯 stands over many things
#: times what is shared, for another article to be the better one
TWICE = 2.0


class End(NamedTuple):
    """A jump, and the article that it stands in."""

    article: int
    jump: Jump
    page: str  #: that it names


class Joins(NamedTuple):
    """Which article goes on with which, and the jumps whose other end was not found."""

    followers: dict[int, dict[int, str]]  #: with the reason
    open: list[tuple[End, str]]  #: with the reason


def joins_of(placed: Sequence[Placed], numbers: Sequence[Number], dates: Sequence[Date | None]) -> Joins:
    """The joins that the whole issue speaks for, each surer than any reading without it."""
    leaving, arriving = _ends(placed, numbers)
    if not leaving and not arriving:
        return Joins({}, [])
    evidence = _Evidence(placed, numbers, dates)
    weights = evidence.weigh(leaving, arriving)
    return _joins(placed, numbers, leaving, arriving, weights, evidence)


def _ends(placed: Sequence[Placed], numbers: Sequence[Number]) -> tuple[list[End], list[End]]:
    """The jumps out of articles and into articles, one for each page that they name."""
    leaving: dict[tuple[int, str], End] = {}
    arriving: dict[int, End] = {}
    for index, one in enumerate(placed):
        own = numbers[one.page].name
        for jump in one.article.jumps:
            directed = _directed(jump, own)
            for page in directed.page.split("/"):
                if directed.direction is Direction.TO:
                    leaving.setdefault((index, page), End(index, directed, page))
                else:
                    arriving.setdefault(index, End(index, directed, page))
    return [*leaving.values()], [*arriving.values()]


def _directed(jump: Jump, own: str | None) -> Jump:
    """紧接第3版 comes from page 3 on page 4, and goes there on page 2."""
    if not fold(jump.text).lstrip(" （【[(").startswith(("紧接", "承接")) or own is None:
        return jump
    here, there = split_name(own), split_name(jump.page)
    if here is None or there is None:
        return jump
    return evolve(jump, direction=Direction.FROM if there[1] < here[1] else Direction.TO)


class _Evidence:
    """What speaks for an article going on in another."""

    def __init__(
        self, placed: Sequence[Placed], numbers: Sequence[Number], dates: Sequence[Date | None]
    ) -> None:
        self.placed = placed
        self.numbers = numbers
        self.dates = dates
        self.kinship = Kinship(placed)
        self.on_page: dict[int, list[int]] = {page: [] for page in range(len(numbers))}
        for index, one in enumerate(placed):
            self.on_page[one.page].append(index)
        self.titles = [_plain(one.article.headline) for one in placed]
        heads = pairs_of([fold(one.article.headline or "") for one in placed])
        whole = pairs_of([fold(_whole_title(one.article)) for one in placed])
        self.heads, self.whole = heads, whole

    def weigh(
        self, leaving: Sequence[End], arriving: Sequence[End]
    ) -> dict[tuple[End | int, End | int], float]:
        """For every two ends that could belong together, how much more than nothing speaks for it.

        An article without a jump stands for itself, where the page named has one of the same title.
        """
        marked_to = {end.article for end in leaving}
        marked_from = {end.article for end in arriving}
        found: dict[tuple[End | int, End | int], float] = {}
        for out in leaving:
            for back in arriving:
                found[out, back] = self._two(out.article, back.article, out, back)
            for index in self._where(out.page):
                if index not in marked_from and self._title(out.article, index) > 0:
                    found[out, index] = self._two(out.article, index, out, None)
        for back in arriving:
            for index in {one for page in back.jump.page.split("/") for one in self._where(page)}:
                if index not in marked_to and self._title(index, back.article) > 0:
                    found[index, back] = self._two(index, back.article, None, back)
        return {ends: weight - NOTHING for ends, weight in found.items() if weight > NOTHING}

    def _two(self, first: int, second: int, out: End | None, back: End | None) -> float:
        one, other = self.placed[first], self.placed[second]
        if one.page == other.page or not agreeing(self.dates[one.page], self.dates[other.page]):
            return float("-inf")
        pages = 0.0
        if out is not None:
            pages += self._page(out.page, self.numbers[other.page])
        if back is not None:
            pages += max([self._page(page, self.numbers[one.page]) for page in back.jump.page.split("/")])
        if pages == 2 * SAYS_ANOTHER_PAGE:
            pages += BOTH_SAY_ANOTHER
        unmarked = UNMARKED if out is None or back is None else 0.0
        known = pages + unmarked + self._title(first, second) + fits(one.article, other.article)
        if known + MOST <= NOTHING:
            return known  # no text could speak loud enough
        return known + self._text(first, second)

    def _where(self, said: str) -> list[int]:
        """The articles of all pages that this can mean."""
        return [
            index
            for page, number in enumerate(self.numbers)
            if number.name is None or same_page(said, number.name)
            for index in self.on_page[page]
        ]

    def why(self, first: int, second: int, ends: Sequence[End]) -> str:
        """What speaks for the second going on with the first, in words."""
        reasons = []
        for end in ends:
            there = self.numbers[self.placed[second if end.article == first else first].page]
            if self._page(end.page, there) > 0:
                reasons.append(f"{end.jump.text.strip()} names the page")
            else:
                reasons.append(f"{end.jump.text.strip()} names another page, which has nothing that fits")
        title = self._title(first, second)
        if title > 0:
            reasons.append("the same title" if title == SAME_TITLE else "a similar title")
        lift = self.kinship.lift(first, second)
        if lift >= KIN:
            reasons.append(f"the texts share {lift:.1f} times as much as others do")
        return "; ".join(reasons)

    def _page(self, said: str, number: Number) -> float:
        if number.name is not None:
            if same_page(said, number.name):
                return SAYS_THE_PAGE if number.printed else SAYS_THE_PAGE_WHERE_IT_SHOULD_BE
            return SAYS_ANOTHER_PAGE if number.printed else 0.0
        split = split_name(said)
        unknown = all(one.name is None for one in self.numbers)
        if unknown and split is not None and split[1] == number.place:
            return SAYS_THE_PAGE_WHERE_IT_SHOULD_BE
        return 0.0

    def _title(self, first: int, second: int) -> float:
        mine, theirs = self.titles[first], self.titles[second]
        if not mine or not theirs:
            return 0.0
        if mine == theirs and len(mine) >= SHORTEST_TITLE:
            return SAME_TITLE
        shared = max(
            coverage(self.heads[second], self.whole[first]), coverage(self.heads[first], self.whole[second])
        )
        if shared >= MOST_OF_THE_TITLE and min(len(mine), len(theirs)) >= SHORTEST_TITLE:
            return LIKE_TITLE
        return 0.0 if shared else OTHER_TITLE

    def _text(self, first: int, second: int) -> float:
        found = self.kinship.evidence(first, second)
        own = max(self.kinship.lift(first, second), 1.0)
        if self.titles[first] and self.titles[first] == self.titles[second]:
            return found
        better = any(
            self.kinship.lift(index, second) > TWICE * own
            for index in self.on_page[self.placed[first].page]
            if index != first
        )
        return found + BETTER_ELSEWHERE if better else found


def _whole_title(article: Article) -> str:
    return "\n".join(filter(None, (article.kicker, article.headline, article.deck)))


def _plain(title: str | None) -> str:
    return "".join([character for character in fold(title or "") if character.isalnum()])


def _joins(
    placed: Sequence[Placed],
    numbers: Sequence[Number],
    leaving: Sequence[End],
    arriving: Sequence[End],
    weights: dict[tuple[End | int, End | int], float],
    evidence: _Evidence,
) -> Joins:
    followers: dict[int, dict[int, str]] = {}
    origin = {index: index for index in range(len(placed))}
    served: set[End] = set()
    for out, back in surest_matches(weights, LEAD):
        first = out.article if isinstance(out, End) else out
        second = back.article if isinstance(back, End) else back
        if _root(origin, first) == second:
            continue  # a circle
        origin[second] = first
        reason = evidence.why(first, second, [end for end in (out, back) if isinstance(end, End)])
        followers.setdefault(first, {})[second] = reason
        served.update(end for end in (out, back) if isinstance(end, End))
    rivals = {end for ends in weights for end in ends}
    gone_on = {end.article for end in served if end in leaving}
    unserved = []
    for end in (*leaving, *arriving):
        if end in served:
            continue
        if end.jump.direction is Direction.TO and end.article in gone_on and "、" not in end.jump.printed:
            continue  # 下转2-3版: the rest stands across both pages
        unserved.append((end, _why_open(end, end in rivals, numbers)))
    return Joins(followers, unserved)


def _root(origin: dict[int, int], index: int) -> int:
    while origin[index] != index:
        index = origin[index]
    return index


def _why_open(end: End, doubtful: bool, numbers: Iterable[Number]) -> str:
    known = [number.name for number in numbers if number.name is not None]
    if doubtful:
        return "what could be its other end could as well belong elsewhere"
    if known and not any(same_page(end.page, name) for name in known):
        return f"no page {end.page} is among the pages given"
    goes = end.jump.direction is Direction.TO
    return "no story there goes on with it" if goes else "no story there breaks off before it"
