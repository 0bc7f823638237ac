"""How the documentation is built: ``python -m sphinx -W docs build/docs``."""

from __future__ import annotations

import sys
from pathlib import Path

import banmian

project = "banmian 版面"
author = "The banmian authors"
copyright = "the banmian authors"  # Sphinx asks for it under this name
version = release = banmian.__version__

sys.path.insert(0, str(Path(__file__).parent / "_extensions"))
extensions = ["myst_parser", "sphinx.ext.autodoc", "from_code"]
exclude_patterns = ["examples"]
suppress_warnings = ["myst.xref_ambiguous"]

# Pages can be read where they lie as well as on the site, so they link to each other by their files.
myst_heading_anchors = 4
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True

smartquotes = False  # --resume is an option, not a dash

html_theme = "furo"
html_title = f"banmian {release}"
html_static_path = ["_static"]
html_css_files = ["banmian.css"]
# nothing is loaded from elsewhere: the site reads the same without a network
html_show_sourcelink = False
html_show_sphinx = False
