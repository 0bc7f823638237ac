"""Pages into an issue: stories that begin on one page and go on on another.

A story that breaks off says where it goes on (下转A3版), and there the rest says where it comes from
(上接A1版). Which belong together is read from the two marks, the numbers of the pages, the titles and
the texts, over the whole issue at once; what these do not decide stays open and is a problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.accepted import all_of
from banmian.model import Issue, Page
from banmian.stitching.articles import Placed, articles_of
from banmian.stitching.ends import joins_of
from banmian.stitching.facts import agree, number_pages

if TYPE_CHECKING:
    from collections.abc import Iterable


def stitch(pages: Iterable[Page]) -> Issue:
    """The issue that these pages make, in any order, with its stories joined over them.

    An article of the issue has its ``parts``, one for each page that it stands on; a jump that found
    its other end is no longer among its ``jumps``. One that did not stays there and is a problem, and
    so is a page of another date or paper. Anything but pages is a ``TypeError``.
    """
    pages = all_of(Page, pages, "an issue is made of pages that banmian.parse has read")
    facts = agree(pages)
    numbers = number_pages(pages)
    placed = [
        Placed(index, at, article)
        for index, page in enumerate(pages)
        for at, article in enumerate(page.articles)
    ]
    joins = joins_of(placed, numbers, facts.dates)
    articles, problems = articles_of(placed, joins, pages, numbers)
    return Issue(
        pages=pages,
        page_numbers=tuple([number.name for number in numbers]),
        articles=articles,
        newspaper=facts.newspaper,
        date=facts.date,
        number=facts.number,
        problems=(*facts.problems, *problems),
    )
