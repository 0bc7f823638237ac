"""Whose title a title is that was printed away from its text: readings of a head and a body.

Own-body coverage of a headline's pairs is 0.69 in the median, that of other bodies 0.06 on average
(516 headlines of one paper). No overlap proves nothing: metaphors share no word with their story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banmian.assembly.story import Story

ENOUGH = 0.3  #: of the title's pairs, to call a text its own
FITTING = 0.15  #: of the title's pairs, if the text that it is printed above has none
LEAD = 2.0  #: times as much as the next best text


def shares_far_more_than_any_other(head: Story, body: Story) -> str | None:
    """A third of the title's pairs in a text, and twice what any rival has, make it the title's own."""
    share = head.shares[body]
    if share < ENOUGH or share < LEAD * _best_rival(head, body):
        return None
    return f"{share:.0%} of the title's pairs stand in this text"


def is_the_only_one_left(head: Story, body: Story) -> str | None:
    """The one title without a text and the one text without a title, if they share anything."""
    if head.stands_on or head.rivals != 1 or body.rivals != 1 or not head.shares[body]:
        return None
    return "the one title without a text and the one text without a title"


def stands_right_behind_its_text(head: Story, body: Story) -> str | None:
    """A title may stand at the end of its own text, if none is nearer to either."""
    if head.above is not body or head.shares[body] < _best_rival(head, body):
        return None
    return "the title stands right behind its text"


def is_no_title_of_a_brief(head: Story, body: Story) -> str | None:
    """A text that opens with a dateline needs no title, and shares no word with this one."""
    if head.shares[body] or body.prose[0].look.lede is None:
        return None
    return "a brief that shares no word with the title"


def has_nothing_of_the_text_below(head: Story, body: Story) -> str | None:
    """Two titles ran together: no pair of the upper one stands in the text below, but some in another."""
    own = head.stands_on
    share = head.shares[body]
    if own is None or body.head or head.shares[own] or share < FITTING:
        return None
    return f"{share:.0%} of the title's pairs stand in this text, and none in the one below it"


def _best_rival(head: Story, body: Story) -> float:
    """The most that either shares with any other that is still free."""
    texts = [share for other, share in head.shares.items() if other is not body]
    titles = [share for other, share in body.shares.items() if other is not head]
    return max(texts + titles, default=0.0)
