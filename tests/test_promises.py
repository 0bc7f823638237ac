"""The library reads: it opens no connection, writes no file and runs nothing.

``sys.addaudithook`` reports what the interpreter is asked to do. A hook cannot be taken away again, so pages
are read in a process of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = r"""
import json, sys
from pathlib import Path

seen = []
QUIET = ("object.__", "sys._getframe", "code.__new__", "marshal.", "gc.", "builtins.id", "cpython.")


def watch(event, arguments):
    if not event.startswith(QUIET):
        seen.append((event, [repr(one) for one in arguments]))


import banmian
import banmian.export  # and its formats

package = str(Path(banmian.__file__).parent)
sys.addaudithook(watch)
text = Path(sys.argv[1]).read_text(encoding="utf-8")
hostile = "__import__('os').system('touch pwned')\n\n" + "{0.__class__}\n\n%(text)s\n\n<script>x()</script>\n\n"
seen.clear()
for data in (text, text.encode("gb18030"), text.encode("big5", "replace"), hostile + text):
    page = banmian.parse(data)
    page.to("traditional")
    page.to("simplified")
    [block.explain() for block in page.blocks]
    banmian.Page.from_json(page.to_json())
banmian.parse_file(sys.argv[1])
sys.stdout.write(json.dumps([package, seen]))
"""


def test_nothing_is_opened_but_the_page_and_the_library_itself(tmp_path: Path) -> None:
    """No file is written, no connection made, no program run while pages are read."""
    file = tmp_path / "page.md"
    seed = next((Path(__file__).parent.parent / "seeds").glob("*.txt"))
    file.write_bytes(seed.read_bytes())
    done = subprocess.run(
        [sys.executable, "-B", "-c", SCRIPT, str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        encoding="utf-8",
    )
    package, seen = json.loads(done.stdout)
    events = {event for event, _ in seen}
    forbidden = (
        "socket.",
        "subprocess.",
        "os.",
        "shutil.",
        "ctypes.",
        "pickle.",
        "urllib.",
        "http.",
        "tempfile.",
    )
    harmless = {"os.listdir", "os.scandir"}  # the importer looks for modules
    assert not [one for one in events if one.startswith(forbidden) and one not in harmless]
    opened = [arguments for event, arguments in seen if event == "open"]
    assert any("page.md" in path for path, _, _ in opened), "the hook sees what is opened"
    # libraries are read from where Python keeps them: their data and their modules
    for path, mode, _ in opened:
        assert mode in ("'r'", "'rb'", "None"), f"{path} was opened as {mode}"
        assert "page.md" in path or any(root in path for root in (package, "site-packages", "lib")), path
    assert [one.name for one in tmp_path.iterdir()] == ["page.md"]
