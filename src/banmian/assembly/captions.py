"""Captions printed under another story, given back by what they share with their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.assembly.story import Story
from banmian.heuristics.kinship import CHANCE
from banmian.model import Role
from banmian.patterns import pattern
from banmian.words import words_of

if TYPE_CHECKING:
    from banmian.model import Block
    from banmian.words import Pair, Words

TELLING = 1.5  #: what a caption shares with its story, at least, and a word of the title among it
PLAIN = 2.0  #: or so much with its text: four pairs that stand nowhere else
LEAD = 4  #: so many times as much as with any other story, the one that it is printed under among them
FEW = 40  #: stories of a page


def give_back_captions(stories: list[Story]) -> None:
    """Captions at the end of a story that speak of another story with a title alone go there.

    One that has no word of its own story, speaks of no other and says when it was, is news in a picture (图片新闻): a story of its own.

    A picture stands where there is room, so its caption may be read behind a story that it has nothing to
    do with. One that stands between the paragraphs of a story is left there.
    """
    if not 2 <= len(stories) <= FEW:
        return
    texts: dict[Story, set[Pair]] | None = None
    for story in list(stories):
        moved: list[tuple[list[Block], Story]] = []
        for run in _at_the_end(story):
            words = words_of(run[0].sheet)
            if texts is None:
                texts = {one: words.of([*one.head, *one.prose]) for one in stories if one.has_text}
            pairs = words.of(run)
            owner = _owner(pairs, story, texts, words)
            if owner is None and _is_news(run[0], pairs & texts.get(story, set()), words):
                owner = Story(stories)
                stories.insert(stories.index(story) + 1, owner)
                owner.add(*run)
                owner.reasons[run[0].index] = "news in a picture, with no word of the story above"
                story.part_with(*run)
            elif owner is not None:
                moved.append((run, owner))
        story.part_with(*[block for run, _ in moved for block in run])
        for run, owner in moved:
            owner.add(*run)
            owner.reasons[run[0].index] = "a caption that speaks of this story alone"


def _at_the_end(story: Story) -> list[list[Block]]:
    """The captions behind the last paragraph, the last first, each with the lines that credit its picture."""
    runs: list[list[Block]] = []
    if not story.has_text:
        return runs
    credits: list[Block] = []
    for block in reversed(story.body):
        role = story.role(block)
        if role is Role.CREDIT and block.look.photo:
            credits.insert(0, block)
        elif role is Role.CAPTION:
            runs.append([block, *credits])
            credits = []
        else:
            break
    return runs


def _is_news(caption: Block, shared: set[Pair], words: Words) -> bool:
    """Whether a caption tells what happened and when, and hardly a word of it is the story's."""
    if not TELLS_WHEN.match(caption.folded) or caption.look.length < SHORTEST_NEWS:
        return False
    return words.weight(shared) < CHANCE


SHORTEST_NEWS = 16  #: characters
TELLS_WHEN = pattern(
    r"[▲■●◆]?(?:图为|(?:\d{1,2}月)?\d{1,2}日|昨[日天晚晨]|前[日天晚]|近日|日前|今[日天晨]|连日来|上周)"
)


def _owner(pairs: set[Pair], story: Story, texts: dict[Story, set[Pair]], words: Words) -> Story | None:
    """The one other story that a caption speaks of, if it has nothing of the one that it stands in."""
    shares = sorted(
        ((words.weight(pairs & text), -i, one) for i, (one, text) in enumerate(texts.items())),
        reverse=True,
        key=lambda share: share[:2],
    )
    most, _, owner = shares[0]
    if owner is story or not owner.head:  # items of a digest have no pictures
        return None
    if most < (TELLING if pairs & words.of(owner.head) else PLAIN):
        return None
    return owner if len(shares) < 2 or most >= LEAD * shares[1][0] else None
