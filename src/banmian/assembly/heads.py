"""Titles printed away from their text, given back by what the two share."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from banmian.assembly.story import Story
from banmian.model import Role
from banmian.words import coverage, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from banmian.assembly.hearing import Hearing
    from banmian.model import Block
    from banmian.words import Pair, Words

HARDLY = 0.12  #: a title that covers less has nothing to do with the text
TELLING = 4  #: pairs of a title; of a shorter one nobody can tell
FEW = 40  #: stories of one kind that are compared with each other; a page has no more


def give_back_titles(stories: Sequence[Story], hearing: Hearing) -> list[Story]:
    """The stories, with titles that stand alone given to texts that lack one."""
    kept = list(stories)
    if not any(story.has_text and not story.head for story in kept):
        return _exchange(kept, hearing)
    words = words_of(kept[0].blocks[0].sheet)
    kept = _split_titles(kept, words, hearing)
    orphans = [story for story in kept if story.head and not story.has_text][:FEW]
    bodies = [story for story in kept if story.has_text and not story.head][:FEW]
    for head, body in _nearest_first(kept, orphans, bodies, words):
        if body not in head.shares:
            continue  # one of them is taken
        score, reason = hearing.pairing(head, body)
        if score <= 0:
            continue
        for other in bodies:
            other.shares.pop(head, None)
        for other in orphans:
            other.shares.pop(body, None)
        head.shares.clear()
        body.shares.clear()
        _give(head, body, reason)
    return _exchange([story for story in kept if story.head or story.signatures or story.body], hearing)


def _nearest_first(
    stories: Sequence[Story], orphans: Sequence[Story], bodies: Sequence[Story], words: Words
) -> list[tuple[Story, Story]]:
    """The titles without a text and the texts without a title, those first that share most and stand nearest.

    Every one of them learns what it shares with each other, and which story stands above it.
    """
    _compare(orphans, {body: words.of(body.prose) for body in bodies}, words)
    table = [
        (head.shares[body], -abs(_place(head) - _place(body)), o, b)
        for o, head in enumerate(orphans)
        for b, body in enumerate(bodies)
    ]
    for above, story in pairwise(stories):
        story.above = above
    return [(orphans[o], bodies[b]) for _, _, o, b in sorted(table, reverse=True)]


def _split_titles(stories: Sequence[Story], words: Words, hearing: Hearing) -> list[Story]:
    """Two titles that ran together are parted where the upper one belongs to another text."""
    bodies = [story for story in stories if story.has_text and not story.head][:FEW]
    texts = {body: words.of(body.prose) for body in bodies}
    kept: list[Story] = []
    for story in stories:
        if 2 <= len(story.head) <= 6 and story.has_text:
            for cut in range(len(story.head) - 1, 0, -1):
                upper = _alone(story.head[:cut], story, words)
                # what stands right above the cut has something of the other text, or the cut is higher up
                last = words.pairs[story.head[cut - 1].index]
                others = {body: text for body, text in texts.items() if last & text}
                _compare([upper], others, words)
                if any(hearing.pairing(upper, body).score > 0 for body in others):
                    upper.stands_on = None
                    story.head = story.head[cut:]
                    _name_the_lines(upper)
                    _name_the_lines(story)
                    kept.append(upper)
                    break
        kept.append(story)
    return kept


def _alone(lines: Sequence[Block], story: Story, words: Words) -> Story:
    """Lines of a story's title by themselves, to be asked whether they are another's."""
    title = Story()
    title.head = list(lines)
    title.roles = {block.index: story.role(block) for block in lines}
    title.stands_on = story
    title.shares = {story: _share(words.of(lines), story, words)}
    return title


def _compare(titles: Sequence[Story], texts: Mapping[Story, set[Pair]], words: Words) -> None:
    """Titles and texts learn what they share with each other."""
    for body in texts:
        body.shares = {}
        body.rivals = len(texts)
    for title in titles:
        title.rivals = len(titles)
        pairs = words.of(title.head)
        for body, text in texts.items():
            title.shares[body] = body.shares[title] = coverage(pairs, text)


def _name_the_lines(story: Story) -> None:
    """One line of a title at least is its headline."""
    seen = False
    for block in story.head:
        seen = seen or story.role(block) is Role.HEADLINE
        if seen and story.role(block) is Role.KICKER:
            story.roles[block.index] = Role.DECK
    if not any(story.role(block) is Role.HEADLINE for block in story.head):
        longest = max(story.head, key=lambda block: (block.level > 0, block.bold, -block.index))
        story.roles[longest.index] = Role.HEADLINE


def _give(orphan: Story, body: Story, reason: str) -> None:
    body.head, orphan.head = orphan.head, []
    body.take_over(orphan)
    body.reasons[body.head[0].index] = reason
    body.column = body.column or orphan.column
    _name_the_lines(body)


def _exchange(stories: list[Story], hearing: Hearing) -> list[Story]:
    """Two titles that stand above each other's text change places."""
    whole = [story for story in stories if story.head and story.has_text][:FEW]
    if len(whole) < 2:
        return stories
    words = words_of(whole[0].blocks[0].sheet)
    estranged: dict[Story, Story] = {}
    for story in whole:
        title = _alone(story.head, story, words)
        if len(words.of(title.head)) >= TELLING and title.shares[story] <= HARDLY:
            estranged[story] = title
    _compare([*estranged.values()], {story: words.of(story.prose) for story in estranged}, words)
    for first, second in combinations(estranged, 2):
        if first not in estranged or second not in estranged:
            continue  # it has its title by now
        upper, lower = estranged[first], estranged[second]
        verdicts = hearing.pairing(lower, first), hearing.pairing(upper, second)
        if all(score > 0 for score, _ in verdicts):
            first.head, second.head = second.head, first.head
            first.roles, second.roles = second.roles | first.roles, first.roles | second.roles
            for story, (_, reason) in zip((first, second), verdicts, strict=True):
                story.reasons[story.head[0].index] = reason
            del estranged[first], estranged[second]
    return stories


def _share(title: set[Pair], story: Story, words: Words) -> float:
    """Which share of a title's pairs stands in a story's text; without putting the text's pairs together."""
    found: set[Pair] = set().union(*[title & words.pairs[block.index] for block in story.prose])
    return len(found) / len(title) if title else 0.0


def _place(story: Story) -> int:
    return story.blocks[0].index
