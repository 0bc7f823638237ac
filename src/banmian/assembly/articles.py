"""Stories into articles: titles, sections, paragraphs, captions, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.assembly.paragraphs import goes_on
from banmian.assembly.story import TITLE
from banmian.grammar import byline, jump
from banmian.heuristics.titles import author_in_a_title
from banmian.model import Article, Byline, BylineRole, Caption, Paragraph, Role, Section, Span
from banmian.script import detect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from banmian.assembly.story import Story
    from banmian.model import Block, Dateline, Jump, Script


SIGNATURES = frozenset({Role.BYLINE, Role.CREDIT})


def article_of(story: Story, script: Script) -> Article:
    """The article that a story makes. ``script`` is the page's, for texts too short to tell."""
    blocks = story.blocks
    sections = _sections(story)
    return Article(
        kicker=_line(story, Role.KICKER),
        headline=_line(story, Role.HEADLINE),
        deck=_line(story, Role.DECK),
        bylines=_bylines(story),
        dateline=_dateline(story),
        sections=sections,
        captions=_captions(story),
        jumps=_jumps(story),
        column=story.column,
        script=detect("".join([block.text for block in blocks]), script),
        blocks=tuple([block.index for block in blocks]),
    )


def _line(story: Story, role: Role) -> str | None:
    lines = [block.text.strip() for block in story.head if story.role(block) is role]
    return " ".join(lines) if lines else None


def _sections(story: Story) -> tuple[Section, ...]:
    sections: list[tuple[list[str], list[list[Block]]]] = [([], [])]
    last: Block | None = None
    for block in story.body:
        role = story.role(block)
        if role is Role.SUBHEAD:
            if sections[-1][1] or not sections[-1][0]:
                sections.append(([], []))
            sections[-1][0].append(block.text.strip())
            last = None
        elif role is Role.PARAGRAPH:
            if last is not None and goes_on(last, block):
                sections[-1][1][-1].append(block)
            else:
                sections[-1][1].append([block])
            last = block
    return tuple(
        [
            Section(" ".join(title) if title else None, tuple([_paragraph(pieces) for pieces in paragraphs]))
            for title, paragraphs in sections
            if title or paragraphs
        ]
    )


def _paragraph(pieces: Sequence[Block]) -> Paragraph:
    spans: list[Span] = []
    text = ""
    for block in pieces:
        if (
            text
            and text[-1].isascii()
            and text[-1].isalnum()
            and block.text[:1].isascii()
            and block.text[:1].isalnum()
        ):
            text += " "
        text += block.text
        spans += _merged(block)
    return Paragraph(text, tuple(spans))


def _merged(block: Block) -> Iterable[Span]:
    return block.pieces


def _captions(story: Story) -> tuple[Caption, ...]:
    captions: list[Caption] = []
    for block in story.body:
        role = story.role(block)
        if role is Role.CAPTION:
            photo = block.look.photo
            captions.append(Caption(block.text, photo[0] if photo else None, block.span))
        elif role is Role.CREDIT and (photo := block.look.photo):
            if captions and captions[-1].credit is None:
                captions[-1] = evolve(captions[-1], credit=photo[0])
            else:
                captions.append(Caption("", photo[0], block.span))
    return tuple(captions)


def _jumps(story: Story) -> tuple[Jump, ...]:
    jumps = []
    for block in story.body:
        if story.role(block) is Role.JUMP and (moved := block.look.jump):
            jumps.append(evolve(moved, span=_at(block, moved.span)))
    for block in story.prose[:1]:
        if moved := jump.opens_with_jump(block.text, block.folded):
            jumps.append(evolve(moved, span=_at(block, moved.span)))
    for block in story.prose[-1:]:
        if moved := jump.closes_with_jump(block.text, block.folded):
            jumps.append(evolve(moved, span=_at(block, moved.span)))
    return tuple(jumps)


def _dateline(story: Story) -> Dateline | None:
    for block in story.body:
        facts = block.look
        role = story.role(block)
        found = facts.opening if role in {Role.PARAGRAPH, Role.DATELINE} else None
        if found is None and role in {Role.PARAGRAPH, Role.DATELINE}:
            found = facts.closing
        if found is not None:
            return evolve(found, span=_at(block, found.span))
    return None


def _bylines(story: Story) -> tuple[Byline, ...]:
    found: list[Byline] = []
    prose = story.prose
    edges = {block.index for block in (*prose[:2], *prose[-1:])}
    for block in story.blocks:
        role = story.role(block)
        facts = block.look
        credits: Iterable[Byline] = ()
        if role in SIGNATURES:
            credits = facts.credit or (facts.photo[1] if facts.photo else _author(block))
        elif role is Role.CAPTION:
            credits = facts.photo[1] if facts.photo else ()
        elif role in TITLE and (at := author_in_a_title(block.folded)):
            credits = (
                Byline(BylineRole.AUTHOR, (block.text[at[0] : at[1]],), text=block.text, span=Span(*at)),
            )
        elif role is Role.DATELINE:
            credits = byline.find_bylines(block.text)
        elif role is Role.PARAGRAPH and (
            block.index in edges or facts.opening or facts.closing or facts.photo
        ):
            credits = byline.read_paragraph_credits(block.text, block.folded)
        if credits:
            found += [evolve(one, span=_at(block, one.span)) for one in _once(credits)]
    return tuple(found)


def _author(block: Block) -> tuple[Byline, ...]:
    """A name alone that was read as a signature is the author's."""
    name = block.text.strip().rpartition("）")[2].strip()
    bare = "".join(name.split()).removesuffix("著").removesuffix("文")
    if not 2 <= len(bare) <= 4:
        return ()
    return (Byline(BylineRole.AUTHOR, (bare,), text=name, span=Span(0, len(block.text))),)


def _once(credits: Iterable[Byline]) -> tuple[Byline, ...]:
    """A credit that stands twice in one block is one credit; under two pictures it is two."""
    kept: dict[object, Byline] = {}
    for one in credits:
        kept.setdefault((one.role, one.names, one.affiliation, one.title), one)
    return tuple(kept.values())


def _at(block: Block, span: Span) -> Span:
    return block.source_span(span.start, span.end)
