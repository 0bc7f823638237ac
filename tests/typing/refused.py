"""Misuse: every statement here must be refused by ``mypy --strict`` and by ``pyright``, in strict mode.

Each line says so in a comment; a comment that silences nothing is itself an error for both, so a misuse
that is no longer noticed fails the check.
"""

from __future__ import annotations

import banmian
from banmian import Block, Boundary, Heuristic, Join, Page, Parser, Role


def says_yes(block: Block) -> bool:
    """A reading answers with its reason, not with yes or no."""
    return block.text.startswith("本报")


def has_no_answer(text: str) -> str | None:
    """A reading is asked about a block, not about a string."""
    return text or None


def calls(page: Page) -> None:
    banmian.parse(page)  # type: ignore[arg-type]
    banmian.parse(None)  # type: ignore[arg-type]
    banmian.parse(["头版", "要闻"])  # type: ignore[arg-type]
    banmian.parse(b"", encoding=8)  # type: ignore[arg-type]
    banmian.parse("头版", "utf-8", True)  # type: ignore[call-arg]
    banmian.find_bylines(b"\xe8")  # type: ignore[arg-type]
    banmian.convert("头版")  # type: ignore[call-arg]
    banmian.stitch(["头版"])  # type: ignore[list-item]
    banmian.stitch(page)  # type: ignore[arg-type]
    banmian.read_page("头版")  # type: ignore[attr-defined]


def heuristics(parser: Parser) -> None:
    Heuristic(says_yes, "byline", 2.0)  # type: ignore[arg-type]
    Heuristic(has_no_answer, "byline", 2.0)  # type: ignore[arg-type]
    Heuristic(lambda block: block.headline, Role.BYLINE, 2.0)  # type: ignore[attr-defined]
    Heuristic(lambda block: None, Role.BYLINE)  # type: ignore[call-arg]
    Heuristic(lambda block: None, Role.BYLINE, 2.0, "mine")  # type: ignore[call-arg]
    Parser([says_yes])  # type: ignore[list-item]
    Parser(assembly=[Heuristic(lambda block: None, Role.BYLINE, 2.0)])  # type: ignore[list-item]
    Boundary(has_no_answer, 2.0)  # type: ignore[arg-type]
    Join(lambda block: None, 2.0)  # type: ignore[misc,arg-type]
    banmian.tune(["头版"])  # type: ignore[list-item]
    parser.save()  # type: ignore[call-arg]
    Parser(on_error="ignore")  # type: ignore[arg-type]
    parser.without(says_yes)  # type: ignore[arg-type]


def frozen(page: Page, block: Block) -> None:
    page.articles = ()  # type: ignore[misc]
    block.role = Role.HEADLINE  # type: ignore[misc]
    block.text = "头版"  # type: ignore[misc]


def what_may_be_missing(page: Page) -> None:
    page.articles[0].headline.strip()  # type: ignore[union-attr]
    page.articles[0].dateline.agency  # type: ignore[union-attr]
    page.folio.date.year  # type: ignore[union-attr]
    total: int = page.encoding  # type: ignore[assignment]


def what_is_not_there(page: Page) -> None:
    page.articles.append(page.articles[0])  # type: ignore[attr-defined]
    page.headlines  # type: ignore[attr-defined]
    Role.LEDE  # type: ignore[attr-defined]
    Block(text="头版")  # type: ignore[call-arg]
