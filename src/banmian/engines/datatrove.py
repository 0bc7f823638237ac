"""datatrove: a step that makes of each document, a page, a document for each of its articles."""

# pyright: reportMissingImports=false
from __future__ import annotations

from typing import TYPE_CHECKING

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep

from banmian.archive.rows import Reader

if TYPE_CHECKING:
    from datatrove.data import DocumentsPipeline

    from banmian.archive.rows import Shape


class ParsePages(PipelineStep):
    """Pages into articles: the text of each is the body, its metadata the row of ``ARTICLE_SCHEMA``.

    With ``rows="pages"`` a page stays one document with its text, and its metadata is the row of
    ``PAGE_SCHEMA``. What the page's document has as metadata stays, under the names that the row does not
    use. A page that cannot be read is a document with an ``error``, as everywhere.
    """

    type = "✂️ - SPLITTER"
    name = "📰 banmian"

    def __init__(self, rows: Shape = "articles") -> None:
        super().__init__()
        self.reader: Reader = Reader(rows)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """One document after the other."""
        for page in data or ():
            with self.track_time():
                rows = self.reader.rows(page.text, page.id)
            self.stat_update("pages", "failed" if rows and rows[0]["error"] else "parsed")
            for place, row in enumerate(rows):
                whole = self.reader.shape == "pages" or row["error"] is not None
                text = page.text if whole else row["body"]
                name = page.id if whole else f"{page.id}/{place}"
                yield Document(text=text, id=name, metadata={**page.metadata, **row})
