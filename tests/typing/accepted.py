"""Typical use: what stands here must pass ``mypy --strict`` and ``pyright``."""

from __future__ import annotations

from pathlib import Path

import banmian
from banmian import (
    DEFAULT_ASSEMBLY,
    DEFAULT_HEURISTICS,
    Block,
    Boundary,
    BylineRole,
    Heuristic,
    Issue,
    Join,
    Page,
    Pairing,
    Parser,
    Role,
)
from banmian.assembly.story import Story
from banmian.export.json import from_json, to_json
from banmian.export.margin import read_margin, to_margin
from banmian.export.outline import to_outline
from banmian.model import with_roles
from banmian.scoring import score


def headlines(path: Path) -> list[str]:
    """The headlines of a page in a file."""
    return [article.headline or "" for article in banmian.parse_file(path).articles]


def reporters(data: bytes) -> set[str]:
    """Who wrote the page."""
    return {
        name
        for article in banmian.parse(data, encoding="gb18030").articles
        for byline in article.bylines
        if byline.role is BylineRole.REPORTER
        for name in byline.names
    }


def names_the_desk(block: Block) -> str | None:
    """A line that names a desk of the paper is a byline."""
    return "names a desk" if block.folded.startswith("本报编辑部") else None


def with_a_reading_of_ones_own(text: str) -> Page:
    """A page read with one more heuristic."""
    mine = Heuristic(names_the_desk, Role.BYLINE, 2.0)
    return Parser([*DEFAULT_HEURISTICS, mine]).parse(text)


def opens_with_our_mark(story: Story, block: Block) -> str | None:
    """◆ opens a brief."""
    return "◆" if block.folded.startswith("◆") and story.has_text else None


def goes_on_with_our_mark(first: Block, second: Block) -> str | None:
    """＋ goes on."""
    return f"＋ above {second.text[:4]}" if first.text.endswith("＋") else None


def bears_the_same_mark(head: Story, body: Story) -> str | None:
    """Both bear ①."""
    return "①" if "①" in head.head[0].text and "①" in body.prose[-1].text else None


def with_rules_of_ones_own(path: Path) -> str:
    """Rules of every kind, tuned, kept and read back."""
    rules = (
        Boundary(opens_with_our_mark, 3.0, roles=["paragraph"]),
        Join(goes_on_with_our_mark, 4.0),
        Pairing(bears_the_same_mark, 4.0, name="bears_it"),
    )
    parser = Parser(assembly=[*DEFAULT_ASSEMBLY, *rules]).without("bears_it")
    parser = parser.with_heuristics(*banmian.installed_heuristics(), rules[2])
    banmian.tune([read_margin(path.read_text(encoding="utf-8"))] * 2, parser, seed=1).save(path)
    page = Parser.load(path, rules).parse("## 头版")
    return page.articles[0].explain() + page.blocks[0].explain()


def corrected(text: str) -> Page:
    """A page put together again after a role was set by hand."""
    blocks = banmian.label(banmian.read_blocks(text))
    return banmian.assemble(with_roles(blocks, {0: Role.KICKER}))


def everything_printed(page: Page) -> str:
    """Sections, captions, jumps and dates keep their types."""
    lines: list[str] = []
    for article in page.articles:
        for section in article.sections:
            lines += [section.title or "", *(paragraph.text for paragraph in section.paragraphs)]
        lines += [caption.credit or caption.text for caption in article.captions]
        lines += [f"{jump.direction} {jump.page}" for jump in article.jumps]
        if article.dateline is not None and article.dateline.date is not None:
            lines.append(str(article.dateline.date.year))
    for block in page.blocks:
        start, end = block.span
        lines.append(page.text[start:end])
    return "\n".join(lines)


def over_pages(paths: list[Path]) -> list[str]:
    """Stories of an issue with the pages that they stand on, and its facts."""
    issue: Issue = banmian.stitch(banmian.parse_file(path) for path in paths)
    lines = [f"{issue.newspaper} {issue.date} {issue.number} {issue.page_numbers}"]
    for article in issue.articles:
        for part in article.parts:
            page = issue.pages[part.index]
            printed = "".join(page.text[start:end] for start, end in part.spans)
            lines.append(f"{part.page} {page.articles[part.article].headline} {printed}")
    return [*lines, *(problem.message for problem in issue.problems)]


def kept(page: Page) -> tuple[Page, str, float]:
    """Written down, read back and scored."""
    return from_json(to_json(page)), to_outline(page), score(page, read_margin(to_margin(page))).score


def credited(line: str) -> tuple[str, ...]:
    """The names in any string."""
    return tuple(name for byline in banmian.find_bylines(line) for name in byline.names)
