"""Stories into articles: titles, sections, paragraphs, captions, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from banmian.assembly.story import TITLE
from banmian.grammar import byline, jump
from banmian.grammar.names import is_plainly_a_name
from banmian.grammar.paragraph_credits import read_paragraph_credits
from banmian.heuristics.credits import EDITORS, ends_with_who_drew_it, house_and_name, office_above
from banmian.heuristics.titles import author_in_a_title
from banmian.model import Article, Byline, BylineRole, Caption, Paragraph, Role, Section, Span
from banmian.patterns import pattern
from banmian.script import detect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from banmian.assembly.story import Story
    from banmian.model import Block, Dateline, Jump, Script, Sheet


SIGNATURES = frozenset({Role.BYLINE, Role.CREDIT})


def article_of(story: Story, script: Script, sheet: Sheet, *, throughout: bool) -> Article:
    """The article that a story makes on a sheet.

    ``script`` is the page's, for texts too short to tell, or for all of them if it is the script ``throughout``.
    """
    blocks = story.blocks
    marks = _jumps_inside(story)
    return Article(
        kicker=_line(story, Role.KICKER, marks),
        headline=_line(story, Role.HEADLINE, marks),
        deck=_line(story, Role.DECK, marks),
        bylines=_bylines(story),
        dateline=_dateline(story),
        sections=_sections(story, marks),
        captions=_captions(story),
        jumps=_jumps(story, marks),
        column=story.column,
        script=script if throughout else detect("\n".join([block.text for block in blocks]), script),
        blocks=tuple([block.index for block in blocks]),
        sheet=sheet,
    )


def _jumps_inside(story: Story) -> dict[int, tuple[Jump, ...]]:
    """The jump marks set into a title line or a paragraph, by the blocks' indexes.

    They stand where the text of a page begins or ends: （上接第一版）工程旨在…, …全文如下（下转第二版）.
    """
    prose = story.prose
    found: dict[int, tuple[Jump, ...]] = {}
    for block in (*story.head, *prose[:1]):
        if marks := jump.opens_with_jump(block.text, block.folded):
            found[block.index] = marks
    for block in (*story.head, *prose[-1:]):
        if marks := jump.closes_with_jump(block.text, block.folded):
            found.setdefault(block.index, marks)
    return found


def _without(marks: tuple[Jump, ...], block: Block) -> tuple[int, int]:
    """Where the text of a block begins and ends, less the jump marks that were set into it."""
    start, end = 0, len(block.text)
    if not marks:
        return start, end
    first, last = marks[0].span.start, marks[-1].span.end
    if first <= end - last:
        return len(block.text) - len(block.text[last:].lstrip()), end
    return start, len(block.text[:first].rstrip())


def _line(story: Story, role: Role, marks: Mapping[int, tuple[Jump, ...]]) -> str | None:
    lines = [
        block.text[slice(*_without(marks.get(block.index, ()), block))].strip()
        for block in story.head
        if story.role(block) is role
    ]
    return " ".join(filter(None, lines)) or None


def _sections(story: Story, marks: Mapping[int, tuple[Jump, ...]]) -> tuple[Section, ...]:
    sections: list[tuple[list[str], list[list[Block]]]] = [([], [])]
    for block in story.body:
        role = story.role(block)
        if role is Role.SUBHEAD:
            if sections[-1][1] or not sections[-1][0]:
                sections.append(([], []))
            sections[-1][0].append(block.text.strip())
        elif role is Role.PARAGRAPH:
            if block.index in story.joined:
                sections[-1][1][-1].append(block)
            else:
                sections[-1][1].append([block])
    made = [
        (" ".join(title) if title else None, [_paragraph(pieces, marks) for pieces in paragraphs])
        for title, paragraphs in sections
    ]
    # a tag of HTML that stands on a line of its own is no text
    printed = [(title, tuple([one for one in paragraphs if one.spans])) for title, paragraphs in made]
    return tuple([Section(title, paragraphs) for title, paragraphs in printed if title or paragraphs])


def _paragraph(pieces: Sequence[Block], marks: Mapping[int, tuple[Jump, ...]]) -> Paragraph:
    spans: list[Span] = []
    texts: list[str] = []
    for block in pieces:
        inside = marks.get(block.index)
        if not inside:
            texts.append(block.text)
            spans += block.pieces
        else:
            start, end = _without(inside, block)
            texts.append(block.text[start:end])
            spans += block.source_spans(start, end)
    return Paragraph(run_on(*texts), tuple(spans))


def run_on(*texts: str) -> str:
    """The pieces of a text put together: Latin words and figures stand apart, Chinese does not.

    >>> run_on("全省共有3", "200人"), run_on("the people", "of Zhuzhou"), run_on("明年", "有望", "完成")
    ('全省共有3 200人', 'the people of Zhuzhou', '明年有望完成')
    """
    run: list[str] = []
    for text in filter(None, texts):
        if run and (run[-1][-1] + text[0]).isascii() and run[-1][-1].isalnum() and text[0].isalnum():
            run.append(" ")
        run.append(text)
    return "".join(run)


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


def _jumps(story: Story, marks: Mapping[int, tuple[Jump, ...]]) -> tuple[Jump, ...]:
    jumps = []
    for block in story.blocks:
        found = block.look.jumps if story.role(block) is Role.JUMP else marks.get(block.index, ())
        jumps += [evolve(mark, span=_at(block, mark.span)) for mark in found]
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
        people: Iterable[Byline] = ()
        if role in SIGNATURES:
            people = facts.credit or (facts.photo[1] if facts.photo else ())
            if not people and (below := _below_an_office(block)):
                people = (below,)  # the office is not credited once more
                if found and byline.is_an_office_alone(found[-1:]):
                    found.pop()
            elif not people and not facts.photo:
                people = _author(block)
        elif role is Role.CAPTION:
            people = facts.photo[1] if facts.photo else _drawn_by(block)
        elif role in TITLE and (at := author_in_a_title(block.folded)):
            people = (
                Byline(BylineRole.AUTHOR, (block.text[at[0] : at[1]],), text=block.text, span=Span(*at)),
            )
        elif role is Role.DATELINE:
            people = (
                read_paragraph_credits(block.text, block.folded, facts.head)
                if facts.credit is None
                else facts.credit
            )
        elif role is Role.PARAGRAPH and (
            block.index in edges or facts.opening or facts.closing or facts.photo
        ):
            people = read_paragraph_credits(block.text, block.folded, facts.head)
        if people:
            found += [_placed(one, block) for one in _once(people)]
    return tuple(found)


def _below_an_office(block: Block) -> Byline | None:
    """The people of a line of names below 本报记者 alone."""
    office = office_above(block)
    return byline.read_names_below(office, block.text, block.folded) if office else None


def _drawn_by(block: Block) -> Iterable[Byline]:
    """Who drew what a legend explains."""
    if ends_with_who_drew_it(block) is None:
        return ()
    found = read_paragraph_credits(block.text, block.folded)
    return [one for one in found if one.role is BylineRole.ILLUSTRATOR]


#: marks before a name, and the brackets around who he is
BESIDE_A_NAME = " \u3000（）()■□◆◇●○◎▪"


def _author(block: Block) -> tuple[Byline, ...]:
    """A name alone that was read as a signature is the author's; the editors are nobody in particular."""
    if EDITORS.fullmatch(block.folded.strip()):
        return ()
    if at := _house_and_name(block.folded):
        name, house = (
            block.text[slice(*at)],
            (block.text[: at[0]].strip(BESIDE_A_NAME) or block.text[at[1] :]).strip(BESIDE_A_NAME),
        )
        bare = "".join(name.split())
        return (
            Byline(
                BylineRole.AUTHOR,
                (bare,),
                title=house or None,
                text=block.text,
                span=Span(0, len(block.text)),
            ),
        )
    name = _behind_the_place(block)
    name = (name[1:-1] if IN_BRACKETS.fullmatch(name) else name.rpartition("）")[2]).strip()
    if len(names := _names_behind_the_place(block.text)) > 1:
        return (Byline(BylineRole.AUTHOR, names, text=block.text, span=Span(0, len(block.text))),)
    if (two := TWO_PEOPLE.fullmatch(name)) is not None:
        names = tuple(["".join(one.split()) for one in two.groups() if one])
        return (Byline(BylineRole.AUTHOR, names, text=name, span=Span(0, len(block.text))),)
    bare = "".join(WROTE.sub("", name).split())
    if not 2 <= len(bare) <= 4:
        return ()
    span = Span(0, len(block.text))
    if bare.endswith("中心"):  # 體育中心 under a title: the desk, and nobody by name
        return (Byline(BylineRole.REPORTER, (), affiliation=bare, text=name, span=span),)
    return (Byline(BylineRole.AUTHOR, (bare,), text=name, span=span),)


def _names_behind_the_place(text: str) -> tuple[str, ...]:
    """郑国强 and 马树林 in 石家庄 郑国强 马树林."""
    place, *names = text.split()
    if not names or is_plainly_a_name(place) or not all(map(is_plainly_a_name, names)):
        return ()
    return tuple(names)


#: 李　克　华山
TWO_PEOPLE = pattern(
    r"([\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff]{2,3})"
    r"|([\u4e00-\u9fff]{2,3})[ \u3000]{1,3}([\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff])"
)
#: 金某 著
WROTE = pattern(r"(?<=[\u4e00-\u9fff])[ \u3000]+[著文作译]\Z")
#: （阿枝）
IN_BRACKETS = pattern(r"[（(][^（）()]*[）)]")


def _house_and_name(folded: str) -> tuple[int, int] | None:
    """Where the name stands in 某大学 施萌, also in brackets."""
    at = house_and_name(folded)
    if at is None and IN_BRACKETS.fullmatch(folded.strip()):
        first = len(folded) - len(folded.lstrip()) + 1
        inner = house_and_name(folded.strip()[1:-1])
        at = inner and (inner[0] + first, inner[1] + first)
    return at


def _behind_the_place(block: Block) -> str:
    """桑海 in 辽宁 桑海, 赵长根 in 清水县 赵长根 等十七人: who signs, without where from and who else."""
    name = FROM_SOMEWHERE.fullmatch(block.folded)
    if name is None or not is_plainly_a_name(name["name"]):
        return block.text.strip()
    return block.text[slice(*name.span("name"))]


FROM_SOMEWHERE = pattern(
    r"[ ]*[\u4e00-\u9fff]{2,16}[ ]{1,4}(?P<name>[\u4e00-\u9fff]{2,4})[ ]*(?:等[一二三四五六七八九十百\d]{1,4}[人名户位])?[ ]*"
)


def _once(credits: Iterable[Byline]) -> tuple[Byline, ...]:
    """A credit that stands twice in one block is one credit; under two pictures it is two."""
    kept: dict[object, Byline] = {}
    for one in credits:
        kept.setdefault((one.role, one.names, one.affiliation, one.title), one)
    return tuple(kept.values())


def _placed(one: Byline, block: Block) -> Byline:
    """The credit with the place where the page prints it."""
    span = _at(block, one.span)
    return Byline(one.role, one.names, one.title, one.affiliation, one.place, one.text, span)


def _at(block: Block, span: Span) -> Span:
    return block.source_span(span.start, span.end)
