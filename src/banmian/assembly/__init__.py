"""Roles into articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.assembly.articles import article_of
from banmian.assembly.captions import give_back_captions
from banmian.assembly.folios import dated, folio_of
from banmian.assembly.heads import give_back_titles
from banmian.assembly.paragraphs import join_paragraphs
from banmian.assembly.problems import problems_of
from banmian.assembly.stories import tell_stories
from banmian.labelling import stamped
from banmian.model import ASSEMBLY, Page, Role, Script
from banmian.script import detect
from banmian.script.detection import is_simplified_throughout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from banmian.assembly.hearing import Hearing
    from banmian.assembly.story import Story
    from banmian.labelling import Stamp
    from banmian.model import Block, Sheet


def put_together(
    sheet: Sheet, hearing: Hearing, stamp: Callable[[Sheet, Sequence[Stamp]], Sheet] = stamped
) -> Page:
    """The page that the blocks of a sheet make, by their roles.

    ``hearing`` decides where stories begin, which title is whose, and what is one paragraph; ``stamp``
    sets on the blocks which article each belongs to.
    """
    blocks = sheet.blocks
    stories = give_back_titles(tell_stories(blocks, hearing), hearing)
    give_back_captions(stories)
    stories.sort(key=lambda story: story.blocks[0].index)
    for story in stories:
        join_paragraphs(story, hearing)
    script = detect(sheet.text)
    if script is Script.MIXED:  # a nameplate keeps its old characters
        script = detect("\n".join([block.text for block in blocks if block.role is not Role.FOLIO]))
    problems = (*sheet.problems, *problems_of(blocks, stories))
    final = stamp(sheet, _stamps(blocks, stories))
    throughout = script is Script.SIMPLIFIED and is_simplified_throughout(sheet.text)
    told = [article_of(story, script, final, throughout=throughout) for story in stories]
    folio, articles = dated(folio_of(blocks), told)
    return Page(
        text=sheet.text,
        blocks=final.blocks,
        articles=tuple(articles),
        folio=folio,
        script=script,
        encoding=sheet.encoding,
        problems=problems,
    )


def _stamps(blocks: Sequence[Block], stories: Sequence[Story]) -> list[Stamp]:
    """What is set on the blocks: the role and the number of the story that each has in the end, and why."""
    stamps: list[Stamp] = [(block.role, None, block.ballot, block.margin) for block in blocks]
    for number, story in enumerate(stories):
        for block in story.blocks:
            role = story.role(block)
            ballot = block.ballot
            if ballot and ballot[-1][0][0][0] == ASSEMBLY:  # from when the page was put together before
                ballot = ballot[:-1]
            if reason := story.reasons.get(block.index):
                ballot = (*ballot, (((ASSEMBLY, role, 0.0),), reason))
            stamps[block.index] = (role, number, ballot, block.margin)
    return stamps
