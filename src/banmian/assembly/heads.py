"""Titles printed away from their text, given back by what the two share.

Own-body coverage of a headline's pairs is 0.69 in the median, that of other bodies 0.06 on average
(516 headlines of one paper). No overlap proves nothing: metaphors share no word with their story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.assembly.story import Story
from banmian.model import Role
from banmian.words import coverage, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from banmian.words import Pair, Words

ENOUGH = 0.3  #: of the title's pairs, to call a text its own
LEAD = 2.0  #: times as much as the next best text
FITTING = 0.15  #: of a deck's pairs
HARDLY = 0.12  #: a title that covers less has nothing to do with the text
FEW = 40  #: stories of one kind that are compared with each other; a page has no more


def give_back_titles(stories: Sequence[Story]) -> list[Story]:
    """The stories, with titles that stand alone given to texts that lack one."""
    kept = list(stories)
    if not any(story.has_text and not story.head for story in kept):
        return _exchange(kept)
    words = words_of(kept[0].blocks[0].sheet)
    kept = _split_titles(kept, words)
    orphans = [story for story in kept if story.head and not story.has_text][:FEW]
    bodies = [story for story in kept if story.has_text and not story.head][:FEW]
    table = sorted(
        (
            (coverage(_title(orphan, words), _text(body, words)), -abs(_place(orphan) - _place(body)), o, b)
            for o, orphan in enumerate(orphans)
            for b, body in enumerate(bodies)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    served: set[int] = set()
    for share, _, o, b in table:
        if o in taken or b in served:
            continue
        rivals = [
            other for other, _, p, q in table if (p == o) != (q == b) and p not in taken and q not in served
        ]
        best_rival = max(rivals, default=0.0)
        if share >= ENOUGH and share >= LEAD * best_rival:
            reason = f"{share:.0%} of the title's pairs stand in this text"
        elif share > 0 and len(orphans) == len(bodies) == 1:
            reason = "the one title without a text and the one text without a title"
        elif (
            _neighbours(orphans[o], bodies[b], kept)
            and share >= best_rival
            and (share or not _is_a_brief(bodies[b]))
        ):
            reason = "the title stands right behind its text"
        else:
            continue
        taken.add(o)
        served.add(b)
        _give(orphans[o], bodies[b], reason)
        _take_along_the_deck(bodies[b], kept, words)
    return _exchange([story for story in kept if story.head or story.signatures or story.body])


def _split_titles(stories: Sequence[Story], words: Words) -> list[Story]:
    """Two titles that ran together are parted where the upper one belongs to another text."""
    lacking = [_text(story, words) for story in stories if story.has_text and not story.head][:FEW]
    kept: list[Story] = []
    for story in stories:
        if 2 <= len(story.head) <= 6 and story.has_text:
            own = _text(story, words)
            for cut in range(len(story.head) - 1, 0, -1):
                pairs = words.of(story.head[:cut])
                last = words.pairs[story.head[cut - 1].index]
                other = max((coverage(pairs, text) for text in lacking if last & text), default=0.0)
                mine = coverage(pairs, own)
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
    texts = [_text(story, words) for story in whole]
    estranged = [
        i for i in range(len(whole)) if len(titles[i]) > 3 and coverage(titles[i], texts[i]) <= HARDLY
    ]
    for a in estranged:
        for b in estranged:
            if a < b and min(coverage(titles[a], texts[b]), coverage(titles[b], texts[a])) >= 0.4:
                first, second = whole[a], whole[b]
                first.head, second.head = second.head, first.head
                first.roles, second.roles = second.roles | first.roles, first.roles | second.roles
                for story, share in ((first, texts[a]), (second, texts[b])):
                    story.reasons[story.head[0].index] = (
                        f"{coverage(_title(story, words), share):.0%} of the title's pairs stand in this text"
                    )
                estranged = [i for i in estranged if i not in (a, b)]
                break
    return stories


def _title(story: Story, words: Words) -> set[Pair]:
    return words.of(story.head)


def _text(story: Story, words: Words) -> set[Pair]:
    return words.of(story.prose)


def _is_a_brief(story: Story) -> bool:
    """Whether it opens with a dateline: such items need no title."""
    return story.prose[0].look.lede is not None


def _place(story: Story) -> int:
    return story.blocks[0].index


def _neighbours(orphan: Story, body: Story, stories: Sequence[Story]) -> bool:
    """Whether the title is printed next after the text."""
    at = next(i for i, story in enumerate(stories) if story is body)
    return at + 1 < len(stories) and stories[at + 1] is orphan
