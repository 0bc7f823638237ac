"""Titles printed away from their text, given back by what the two share."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from banmian.assembly.pairings import ENOUGH, LEAD
from banmian.assembly.story import Story
from banmian.model import Role
from banmian.words import coverage, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.assembly.hearing import Hearing
    from banmian.words import Pair, Words

FITTING = 0.15  #: of a deck's pairs
EXCHANGED = 0.4  #: of the pairs of each of two titles, that stand in the other's text
HARDLY = 0.12  #: a title that covers less has nothing to do with the text
FEW = 40  #: stories of one kind that are compared with each other; a page has no more


def give_back_titles(stories: Sequence[Story], hearing: Hearing) -> list[Story]:
    """The stories, with titles that stand alone given to texts that lack one."""
    kept = list(stories)
    if not any(story.has_text and not story.head for story in kept):
        return _exchange(kept)
    words = words_of(kept[0].blocks[0].sheet)
    kept = _split_titles(kept, words)
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
        _take_along_the_deck(body, kept, words)
    return _exchange([story for story in kept if story.head or story.signatures or story.body])


def _nearest_first(
    stories: Sequence[Story], orphans: Sequence[Story], bodies: Sequence[Story], words: Words
) -> list[tuple[Story, Story]]:
    """The titles without a text and the texts without a title, those first that share most and stand nearest.

    Every one of them learns what it shares with each other, and which story stands above it.
    """
    titles = [(story, words.of(story.head), _place(story)) for story in orphans]
    texts = [(story, words.of(story.prose), _place(story)) for story in bodies]
    table = []
    for o, (head, pairs, place) in enumerate(titles):
        head.rivals = len(orphans)
        for b, (body, text, other) in enumerate(texts):
            body.rivals = len(bodies)
            head.shares[body] = body.shares[head] = coverage(pairs, text)
            table.append((head.shares[body], -abs(place - other), o, b))
    for above, story in pairwise(stories):
        story.above = above
    return [(orphans[o], bodies[b]) for _, _, o, b in sorted(table, reverse=True)]


def _split_titles(stories: Sequence[Story], words: Words) -> list[Story]:
    """Two titles that ran together are parted where the upper one belongs to another text."""
    lacking = [_text(story, words) for story in stories if story.has_text and not story.head][:FEW]
    kept: list[Story] = []
    for story in stories:
        if 2 <= len(story.head) <= 6 and story.has_text:
            for cut in range(len(story.head) - 1, 0, -1):
                pairs = words.of(story.head[:cut])
                last = words.pairs[story.head[cut - 1].index]
                other = max((coverage(pairs, text) for text in lacking if last & text), default=0.0)
                if other < FITTING:
                    continue
                mine = _share(pairs, story, words)
                if other >= LEAD * mine and (other >= ENOUGH or (other >= FITTING and mine == 0)):
                    orphan = Story()
                    orphan.head, story.head = story.head[:cut], story.head[cut:]
                    _name_the_lines(orphan)
                    _name_the_lines(story)
                    kept.append(orphan)
                    break
        kept.append(story)
    return kept


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
    body.head = orphan.head
    body.signatures += orphan.signatures
    body.body += orphan.body
    body.body.sort(key=lambda block: block.index)
    body.roles.update(orphan.roles)
    body.reasons.update(orphan.reasons)
    body.reasons[orphan.head[0].index] = reason
    body.column = body.column or orphan.column
    orphan.head, orphan.signatures, orphan.body = [], [], []
    _name_the_lines(body)


def _take_along_the_deck(body: Story, stories: Sequence[Story], words: Words) -> None:
    """A deck that was printed below the title, and ran into the next title, goes with it."""
    last = max(block.index for block in body.head)
    for story in stories:
        if not story.head or story is body or story.head[0].index != last + 1 or len(story.head) < 2:
            continue
        line = story.head[0]
        pairs = words.pairs[line.index]
        share = coverage(pairs, _text(body, words))
        if share >= FITTING and share > LEAD * coverage(pairs, _text(story, words)):
            story.head = story.head[1:]
            _name_the_lines(story)
            body.head.append(line)
            body.roles[line.index] = Role.DECK
            body.reasons[line.index] = f"{share:.0%} of its pairs stand in this text"


def _exchange(stories: list[Story]) -> list[Story]:
    """Two titles that stand above each other's text change places."""
    whole = [story for story in stories if story.head and story.has_text][:FEW]
    if len(whole) < 2:
        return stories
    words = words_of(whole[0].blocks[0].sheet)
    titles = [_title(story, words) for story in whole]
    estranged = [
        i for i, story in enumerate(whole) if len(titles[i]) > 3 and _share(titles[i], story, words) <= HARDLY
    ]
    for a in estranged:
        for b in estranged:
            if a >= b:
                continue
            first, second = whole[a], whole[b]
            shares = _share(titles[b], first, words), _share(titles[a], second, words)
            if min(shares) >= EXCHANGED:
                first.head, second.head = second.head, first.head
                first.roles, second.roles = second.roles | first.roles, first.roles | second.roles
                for story, share in zip((first, second), shares, strict=True):
                    story.reasons[story.head[0].index] = (
                        f"{share:.0%} of the title's pairs stand in this text"
                    )
                estranged = [i for i in estranged if i not in (a, b)]
                break
    return stories


def _title(story: Story, words: Words) -> set[Pair]:
    return words.of(story.head)


def _share(title: set[Pair], story: Story, words: Words) -> float:
    """Which share of a title's pairs stands in a story's text; without putting the text's pairs together."""
    found: set[Pair] = set().union(*[title & words.pairs[block.index] for block in story.prose])
    return len(found) / len(title) if title else 0.0


def _text(story: Story, words: Words) -> set[Pair]:
    return words.of(story.prose)


def _place(story: Story) -> int:
    return story.blocks[0].index
