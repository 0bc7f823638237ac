"""Coverage-guided fuzzing of ``banmian.parse`` on bytes.

    python -m tests.fuzz.fuzz                   for ten minutes
    python -m tests.fuzz.fuzz 30                for thirty seconds

The corpus is the seed page, every labelled page and every case, the pages also in the encodings that
newspapers were kept in; what atheris finds on the way is kept in memory only. An input that breaks a
promise is written to a file ``crash-…`` in the working directory, and its traceback is printed: make a
case of it. Needs the extra ``fuzz``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parent.parent.parent
SECONDS = 600
#: bytes; longer inputs are slow to mutate and find nothing more
LONGEST = 1024
ENCODINGS = ("gb18030", "big5hkscs", "utf-16", "hz")

with atheris.instrument_imports(include=["banmian"]):
    import banmian.export.json
    import banmian.export.margin  # noqa: F401 the corpus is read with it
    from tests.promises import SCRIPTS, keep_every_promise


def corpus() -> list[bytes]:
    """The seed, pages and cases, as bytes in several encodings."""
    from banmian.export.margin import read_margin

    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for path in sorted((ROOT / "tests").glob("pages/*.txt")):
        texts.append(read_margin(path.read_text(encoding="utf-8")).text)
    for path in sorted((ROOT / "tests").glob("cases/*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n---\n"):
            texts.append(read_margin(case.strip("\n")).text)
    found = []
    for text in texts:
        start = 0
        while start < len(text):  # a long page in pieces that are as long as an input may be
            piece = text[start : start + LONGEST // 3]
            found.append(piece.encode("utf-8"))
            if len(found) % 3 == 0:
                encoding = ENCODINGS[len(found) % len(ENCODINGS)]
                found.append(piece.encode(encoding, "replace"))
            start += len(piece)
    return found


def read(data: bytes) -> None:
    """One input: parsed, and converted to one script, or it would take four times as long."""
    keep_every_promise(data, [SCRIPTS[len(data) % len(SCRIPTS)]])


def main() -> None:
    """Fuzz for as many seconds as the first argument says."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(corpus()):
            (Path(folder) / f"{number:05}").write_bytes(data)
        arguments = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=4096"]
        atheris.Setup([sys.argv[0], *arguments, *sys.argv[2:], folder], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
