"""The articles as clean Markdown (CommonMark), one after another.

*kicker*

# headline

**deck**

credits as printed

paragraphs, subheads as ## …

> a picture's text

*下转A3版*
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.export.fields import jump_lines, printed_credits, separate_dateline
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.model import Article, Caption, Page

BETWEEN = "\n\n---\n\n"
#: what Markdown might take for a mark anywhere in a line
INLINE = pattern(r"[\\`*_\[\]<>&~|#]")
#: and what only at its beginning: lists, rules, underlines of headings
OPENING = pattern(r"(?:[-+=]|[0-9]{1,9}(?=[.)]))")


def to_markdown(page: Page) -> str:
    """The page's articles in Markdown, with a rule between; no final newline.

    What belongs to no article (folio, adverts, teasers) is left out.
    """
    return BETWEEN.join("\n\n".join(_article(article)) for article in page.articles)


def escaped(text: str) -> str:
    r"""The text on one line, so that Markdown shows it as it is.

    >>> print(escaped("1. 甲*乙*\n# <b>"))
    1\. 甲\*乙\* \# \<b\>
    """
    line = " ".join(text.split())
    safe = INLINE.sub(lambda mark: f"\\{mark[0]}", line)
    opening = OPENING.match(safe)
    if opening is None:
        return safe
    at = opening.end() if opening[0].isdigit() else 0
    return f"{safe[:at]}\\{safe[at:]}"


def _article(article: Article) -> Iterator[str]:
    for line in (article.column, article.kicker):
        if line:
            yield f"*{escaped(line)}*"
    if article.headline:
        yield f"# {escaped(article.headline)}"
    if article.deck:
        yield f"**{escaped(article.deck)}**"
    for credit in printed_credits(article):
        yield escaped(credit)
    dateline = separate_dateline(article)
    if dateline:
        yield escaped(dateline.text)
    for section in article.sections:
        if section.title:
            yield f"## {escaped(section.title)}"
        for paragraph in section.paragraphs:
            yield escaped(paragraph.text)
    for caption in article.captions:
        yield f"> {escaped(caption_text(caption))}"
    for line in jump_lines(article):
        yield f"*{escaped(line)}*"


def caption_text(caption: Caption) -> str:
    """A picture's text with its credit, where the text does not hold it already."""
    if caption.credit and caption.credit not in caption.text:
        return f"{caption.text} ({caption.credit})" if caption.text else caption.credit
    return caption.text
