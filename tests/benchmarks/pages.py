"""The pages that are measured, each as text, as HTML and as bytes.

    seed         the vision model's page in seeds/
    1939         hard-wrapped columns of lead type, without a blank line between the stories
    broadsheet   a full page of 2010: as many characters as a broadsheet holds

All but the seed are put together from tests/pages, so that nobody's newspaper is in the repository.
"""

from __future__ import annotations

import html
from pathlib import Path
from typing import NamedTuple

from banmian.export.margin import read_margin

ROOT = Path(__file__).parent.parent.parent
#: pages of the years around 2010, with headings and pictures; together as long as a broadsheet
BROADSHEET = (
    "county-paper",
    "finance-notices",
    "single-feature",
    "evening-briefs",
    "photo-story",
    "sports-results",
)
BROADSHEET_LENGTH = 11_000  #: characters


class Measured(NamedTuple):
    """A page to measure."""

    name: str
    text: str

    @property
    def html(self) -> str:
        """The same lines as a web page would have them: headings and paragraphs."""
        body = []
        for line in filter(None, map(str.strip, self.text.split("\n"))):
            level = min(len(line) - len(line.lstrip("#")), 6)
            tag = f"h{level}" if level else "p"
            body.append(f"<{tag}>{html.escape(line.lstrip('# '))}</{tag}>")
        return f"<html><body>\n{chr(10).join(body)}\n</body></html>"

    def times(self, count: int) -> str:
        """The page so many times, one behind the other."""
        return "\n\n".join([self.text] * count)


def measured_pages() -> list[Measured]:
    """The three pages."""
    seed = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    lead = [line for line in labelled("republican-1940s").split("\n") if line.strip()]
    broadsheet = "\n\n".join(map(labelled, BROADSHEET))
    end = broadsheet.find("\n", BROADSHEET_LENGTH)
    return [
        Measured("seed", seed),
        Measured("1939", "\n".join(lead)),
        Measured("broadsheet", broadsheet[: end if end >= 0 else None]),
    ]


def labelled(name: str) -> str:
    """The text of a page in tests/pages."""
    return read_margin((ROOT / "tests" / "pages" / f"{name}.txt").read_text(encoding="utf-8")).text
