"""What opens a story, and what does not although it looks so: readings of a story and the next block."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from banmian.assembly.paragraphs import NOTE
from banmian.assembly.story import OUTSIDE, TITLE
from banmian.grammar import jump
from banmian.heuristics import labels
from banmian.heuristics.credits import signs_a_letter
from banmian.model import Role
from banmian.patterns import pattern
from banmian.reading.looks import GREETING
from banmian.words import coverage, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.assembly.story import Story
    from banmian.model import Block

#: how much a paragraph must share with a story, at least, to count as kin to it
KINDRED = 0.7
BRACKETS = "（(【[〔［"
NAMES = pattern(r"记者|記者|编译|編譯|通讯员|通訊員")
#: no sentence begins with one of these
INSIDE_A_SENTENCE = frozenset("，。、；：！？”’）》")
#: of a title's pairs, that its own first paragraph has
SAME_SUBJECT = 0.34
MOST_BYLINES = 12  #: lines that credit one text
MOST_PARAGRAPHS = 40  #: of one text, which are compared with another
MOST_NOTES = 6  #: lines between those of a title
MOST_STORIES = 60  #: of a page, of which one can have broken off


def is_a_title(story: Story, block: Block) -> str | None:
    """A line of a title opens a story."""
    return "a title opens a story"


def goes_on_with_the_title_above(story: Story, block: Block) -> str | None:
    """The second line of a title goes on with the first."""
    if len(story.body) > MOST_NOTES or not all(_is_a_note(one) for one in story.body):
        return None
    if story.head and (
        story.signatures or (block.role is Role.KICKER and story.head[-1].role is not block.role)
    ):
        return None
    if story.head and block.before is not None and block.before.role is Role.TEASER:
        return None  # 市图书馆延长开放, →A3版, and then the next
    if not story.head:
        return "a title below its byline" if story.signatures else "a title below an editor's note"
    return f"goes on with the {story.head[-1].role} above"


def _is_a_note(block: Block) -> bool:
    """An editor's note, or 上接A01版, between the lines of a title."""
    moved = block.look.jump
    return NOTE.match(block.folded) is not None or (moved is not None and moved.direction == "from")


def is_a_byline_below_a_text(story: Story, block: Block) -> str | None:
    """A byline stands above its text, so one below a text opens the next story."""
    return "a byline above a text opens a story" if story.has_text or story.ended else None


def stands_after_the_first_paragraph(story: Story, block: Block) -> str | None:
    """【本報訊】, the first paragraph, and only then who wrote it: the Hong Kong way."""
    if story.signatures or story.ended or not 1 <= len(prose := story.prose) <= 2:
        return None
    lede = prose[0].look.lede
    after = next(_following(block), None)
    if lede and not NAMES.search(lede) and after is not None and after.role is Role.PARAGRAPH:
        return f"the story above opens with {lede} and names nobody yet"
    return None


def signs_what_stands_above(story: Story, block: Block) -> str | None:
    """A byline after a text closes it (署名) where no text follows, or one that speaks of the same."""
    following = (one for one in islice(_following(block), MOST_BYLINES) if one.role is not Role.BYLINE)
    after = next(following, None)
    if after is None or after.role is not Role.PARAGRAPH:
        return "signs the text above: none follows"
    if story.ended or story.signatures:
        return None
    words = words_of(block.sheet)
    shared = words.of(story.prose[-3:]) & words.pairs[after.index]
    return "signs the text above, which goes on" if words.weight(shared) >= KINDRED else None


def follows_an_end(story: Story, block: Block) -> str | None:
    """Whatever stands behind a tail dateline, a signature or 下转 opens a story."""
    return "the story before ended" if story.ended else None


def comes_from_another_page(story: Story, block: Block) -> str | None:
    """上接第一版 below a text opens a story."""
    whole = block.role is Role.JUMP
    moved = block.look.jumps if whole else jump.opens_with_jump(block.text, block.folded)
    if not moved or moved[0].direction != "from" or not story.has_text:
        return None
    if moved[-1].direction == "to" and not (block.after and block.after.look.prose):
        return None  # （上接A1版，下转A3版） below a story's middle part
    return "a story goes on from another page"


def opens_a_report(story: Story, block: Block) -> str | None:
    """A paragraph that opens with 本报讯 below a text opens a story, as untitled briefs do."""
    return f"opens with {block.look.lede}" if block.look.lede is not None else None


def opens_an_item_of_a_digest(story: Story, block: Block) -> str | None:
    """Under 简讯 every paragraph after △ opens a story."""
    return labels.is_a_marked_item_of_a_digest(block)


def reports_under_its_summary(story: Story, block: Block) -> str | None:
    """The dateline may stand below a summary that speaks of the same."""
    prose = story.prose
    if block.look.lede is None or not prose or prose[0].look.lede is not None:
        return None
    if len(prose) > 1 and any(one.look.closed for one in prose):
        return None
    words = words_of(block.sheet)
    if words.weight(words.shared(prose, [block])) < KINDRED:
        return None
    return "the text above is its summary"


def is_one_of_several_telegrams(story: Story, block: Block) -> str | None:
    """Several telegrams with dates in brackets may stand under one title."""
    facts = block.look
    if facts.lede is None or not story.head or not (prose := story.prose):
        return None
    first = prose[0].look.lede
    if AGAIN.match(block.folded):
        return "the same agency again"
    dated = facts.opening is not None and facts.opening.date is not None
    if first is not None and dated and facts.lede[:1] in BRACKETS and first[:1] in BRACKETS:
        return "one of several telegrams under one title"
    return None


def signs_the_letter_above(story: Story, block: Block) -> str | None:
    """What signs a letter belongs to the letter, even where the answer follows at once."""
    return signs_a_letter(block) if story.has_text else None


def answers_the_letter_above(story: Story, block: Block) -> str | None:
    """于小凤读者： right under a letter and its signature opens the answer."""
    last = story.blocks[-1] if story.blocks else None
    if last is None or last.index != block.index - 1 or last.role not in {Role.BYLINE, Role.CREDIT}:
        return None
    if block.folded.startswith("答："):
        return "answers the question above"
    signer = last.folded.split()[-1:]
    if signer and len(signer[0]) > 1 and block.folded.startswith(signer[0]):
        address, colon, _ = block.folded[: len(signer[0]) + LONGEST_ADDRESS].partition("：")
        return f"answers {signer[0]}, who signed above" if colon and address else None
    letter = any(GREETING.match(one.folded) for one in story.prose)
    return "answers the letter above" if letter and GREETING.match(block.folded) else None


LONGEST_ADDRESS = 5  #: characters, of 读者： behind a name


#: 【又电】 under 【本报南京三日专电】
AGAIN = pattern(r"[【（〔]?(?:又|同日|同上)[电讯訊](?=[】）〕：，、 ])")


def is_a_note_above_a_title(story: Story, block: Block) -> str | None:
    """An editor's note (编者按) between a text and a title belongs to the one that it speaks of."""
    if not NOTE.match(block.folded) or not story.has_text:
        return None
    following = list(islice(_following(block), 4))
    if not following or following[0].role not in TITLE:
        return None
    words = words_of(block.sheet)
    pairs = words.pairs[block.index]
    below, above = pairs & words.of(following), pairs & words.of(story.prose[-4:])
    return "an editor's note above a title" if words.weight(below) >= words.weight(above) else None


def comments_on_the_text_above(story: Story, block: Block) -> str | None:
    """Any other editor's note belongs to the text above, even if a signature has closed it."""
    if not NOTE.match(block.folded) or is_a_note_above_a_title(story, block):
        return None
    return "an editor's note on the text above"


def goes_on_in_a_story_further_up(story: Story, block: Block) -> str | None:
    """Below a text that is whole, ，or 。goes on with the one story further up that broke off."""
    return "goes on inside a sentence that broke off further up" if half_above(story, block) else None


def half_above(story: Story, block: Block) -> Story | None:
    """The one other story that broke off, if the block starts inside a sentence and this story is whole."""
    if not block.folded or block.folded[0] not in INSIDE_A_SENTENCE:
        return None
    last = story.last_text
    if last is None or not last.look.closed:
        return None
    halves = [one for one in story.page[-MOST_STORIES:] if one is not story and one.broke_off]
    return halves[0] if len(halves) == 1 else None


def speaks_of_the_title_that_cut_in(story: Story, block: Block) -> str | None:
    """Right below a title that cut a story in two, a text on the title's subject is the title's own."""
    if story.cut_by is None or (last := story.last_text) is None:
        return None
    title = story.cut_by.head
    if not title or last.index > title[0].index:
        return None
    words = words_of(block.sheet)
    pairs = words.pairs[block.index]
    share = coverage(words.of(title), pairs)
    if share < SAME_SUBJECT or words.weight(pairs & words.of(story.prose[-MOST_PARAGRAPHS:])) >= KINDRED:
        return None
    return f"{share:.0%} of the title's pairs stand here, and hardly a word of the story cut off above"


def stands_where_the_words_part(story: Story, block: Block) -> str | None:
    """Behind a title that cut in, its own text begins where paragraphs before and after share least."""
    return "the text parts most easily here" if block.index == story.parts_at else None


def is_labelled_as_a_box(story: Story, block: Block) -> str | None:
    """【启示录】 opens a box inside a story, even where the story seemed to have ended."""
    return labels.is_a_box_label(block)


def _following(block: Block) -> Iterator[Block]:
    """The blocks of stories, and the standing heads, that come after a block."""
    after = block.after
    while after is not None:
        if after.role not in OUTSIDE or after.role is Role.STANDING_HEAD:
            yield after
        after = after.after
