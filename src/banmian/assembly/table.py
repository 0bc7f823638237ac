"""The tables of what parts stories, gives titles to texts, and joins paragraphs: the whole policy.

In every table what the rows say adds up; more than 0 is a yes. Order never matters.
"""

from __future__ import annotations

from banmian.assembly import boundaries, pairings, paragraphs
from banmian.assembly.record import AssemblyRule, Boundary, Join, Pairing
from banmian.assembly.story import TITLE
from banmian.model import Role

TITLES = TITLE
BYLINES = frozenset({Role.BYLINE})
PARAGRAPHS = frozenset({Role.PARAGRAPH})
SUBHEADS = frozenset({Role.SUBHEAD})
FROM_ANOTHER_PAGE = frozenset({Role.PARAGRAPH, Role.JUMP})

DEFAULT_ASSEMBLY: tuple[AssemblyRule, ...] = (
    # does a new story begin here?
    Boundary(boundaries.is_a_title, 4.0, roles=TITLES),
    Boundary(boundaries.goes_on_with_the_title_above, -8.0, roles=TITLES),
    Boundary(boundaries.is_a_byline_below_a_text, 3.0, roles=BYLINES),
    Boundary(boundaries.stands_after_the_first_paragraph, -6.0, roles=BYLINES),
    Boundary(boundaries.signs_what_stands_above, -6.0, roles=BYLINES),
    Boundary(boundaries.signs_the_letter_above, -6.0, roles=BYLINES),
    Boundary(boundaries.follows_an_end, 8.0, roles=PARAGRAPHS | SUBHEADS),
    Boundary(boundaries.is_labelled_as_a_box, -10.0, roles=SUBHEADS),
    Boundary(boundaries.comes_from_another_page, 8.0, roles=FROM_ANOTHER_PAGE),
    Boundary(boundaries.opens_a_report, 3.0, roles=PARAGRAPHS),
    Boundary(boundaries.opens_an_item_of_a_digest, 4.0, roles=PARAGRAPHS),
    Boundary(boundaries.reports_under_its_summary, -6.0, roles=PARAGRAPHS),
    Boundary(boundaries.is_one_of_several_telegrams, -6.0, roles=PARAGRAPHS),
    Boundary(boundaries.answers_the_letter_above, -12.0, roles=PARAGRAPHS),
    Boundary(boundaries.is_a_note_above_a_title, 8.0, roles=PARAGRAPHS),
    Boundary(boundaries.goes_on_in_a_story_further_up, 8.0, roles=PARAGRAPHS),
    Boundary(boundaries.speaks_of_the_title_that_cut_in, 3.0, roles=PARAGRAPHS),
    Boundary(boundaries.stands_where_the_words_part, 3.0, roles=PARAGRAPHS),
    Boundary(boundaries.comments_on_the_text_above, -12.0, roles=PARAGRAPHS),
    # is this the title of that text?
    Pairing(pairings.shares_far_more_than_any_other, 3.0),
    Pairing(pairings.has_nothing_of_the_text_below, 3.0),
    Pairing(pairings.is_the_only_one_left, 2.0),
    Pairing(pairings.stands_right_behind_its_text, 2.0),
    Pairing(pairings.is_no_title_of_a_brief, -3.0),
    # is this one paragraph?
    Join(paragraphs.breaks_off_above, 3.0),
    Join(paragraphs.goes_on_inside_a_sentence, 3.0),
    Join(paragraphs.goes_on_after_a_clause, 3.0),
    Join(paragraphs.parts_a_dash, 3.0),
    Join(paragraphs.opens_something, -9.0),
    Join(paragraphs.stands_in_a_poem, -9.0),
)
