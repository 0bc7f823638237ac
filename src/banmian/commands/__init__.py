"""The subcommands of ``banmian``, a module each.

To add one, write ``commands/<name>.py`` and put its name into ``NAMES``. The module has

- a docstring; its first line is what ``banmian --help`` shows, all of it with examples the help of the command,
- ``add_arguments(parser: argparse.ArgumentParser) -> None``,
- ``run(options: argparse.Namespace) -> int``, which answers with the exit status: 0 where all went well,
  1 where some inputs failed (each named on standard error), 2 where nothing could be read.

A module is imported when its subcommand is asked for, or for ``banmian --help``: import what is slow inside
``run``. What the command line looks like is shared: ``inputs`` has the pages to read and how to read them,
``output`` where to write. Print with ``print`` or through ``Output``; either way it comes out in UTF-8. Raise
``output.Complaint`` for whatever makes the rest pointless: it becomes one line on standard error, and status 2.
Broken pipes and Ctrl-C are seen to in ``cli``.
"""

from __future__ import annotations

#: in the order of the help; the first is what ``banmian PAGE`` means
NAMES = ("parse", "view", "stitch", "batch", "explain", "margin", "score", "tune", "heuristics")
DEFAULT = NAMES[0]
