"""What web extractors return for a newspaper page, and for one story as a web page would have it.

The figures in ``docs/explanation/comparison.md``; run it with the extra ``bench``:
``python tests/benchmarks/others.py``. Each tool gets the lines of the seed page as HTML headings and paragraphs,
with the newspaper's name as the title of the document, since a real page would have one.
"""

from __future__ import annotations

import html
import time
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import banmian

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
STORY = 3  #: the article of the seed page that is shown to them alone, in its best form
ROUNDS = 20


def document(title: str, lines: list[str]) -> str:
    """Lines of Markdown as the headings and paragraphs of a web page."""
    body = []
    for line in filter(None, map(str.strip, lines)):
        level = min(len(line) - len(line.lstrip("#")), 6)
        tag = f"h{level}" if level else "p"
        body.append(f"<{tag}>{html.escape(line.lstrip('# '))}</{tag}>")
    head = f'<head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
    return f"<html>{head}<body>\n{chr(10).join(body)}\n</body></html>"


def by_trafilatura(page: str) -> tuple[object, object, object, str]:
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True).as_dict()
    return found["title"], found["author"], found["date"], found["text"] or ""


def by_newspaper4k(page: str) -> tuple[object, object, object, str]:
    import newspaper

    article = newspaper.Article("https://example.org/", language="zh")
    article.download(input_html=page)
    article.parse()
    return article.title, article.authors, article.publish_date, article.text


def by_gne(page: str) -> tuple[object, object, object, str]:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(page)
    return found["title"], found["author"], found["publish_time"], found["content"]


def milliseconds(job: Callable[[], object]) -> float:
    """The quickest of several runs."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        job()
        times.append(time.perf_counter() - began)
    return min(times) * 1e3


def main() -> None:
    text = SEED.read_text(encoding="utf-8")
    page = banmian.parse(text)
    story = page.articles[STORY]
    lines = [page.blocks[index].text for index in story.blocks]
    names = {name for article in page.articles for byline in article.bylines for name in byline.names}
    print(f"banmian {banmian.__version__}: {len(page.articles)} articles, {len(names)} people,", end=" ")
    print(f"{milliseconds(lambda: banmian.parse(text)):.1f} ms")
    whole = document("株洲日报", text.split("\n"))
    alone = document(f"{story.headline}_株洲日报", [f"# {story.headline}", *lines[1:]])
    for name, extract in {
        "trafilatura": by_trafilatura,
        "newspaper4k": by_newspaper4k,
        "gne": by_gne,
    }.items():
        print(f"\n{name} {version(name)}: {milliseconds(lambda extract=extract: extract(whole)):.1f} ms")
        for what, source in (("page ", whole), ("story", alone)):
            title, author, date, body = extract(source)
            print(f"  {what}  title {title!r}, author {author!r}, date {date!r}, {len(body)} characters")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
