"""How Sphinx builds the site; `assemble.py` copies this file beside the pages that it writes."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from bynl_relations import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "bynl-relations"
author = "The bynl-relations contributors"
project_copyright = author
release = version = __version__
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_extra_path = ["_extra"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
#: A site that makes no request: the theme's own icons and fonts of the system.
html_theme_options = {"navigation_with_keys": True}
pygments_style = "default"

#: Names in a single pair of backticks are code, as in the pages.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_class_signature = "separated"
autodoc_default_options = {"exclude-members": "__init__, __new__, __weakref__"}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = [("Source", "notes_style")]
python_use_unqualified_type_names = True

myst_heading_anchors = 4
myst_enable_extensions = ["attrs_inline"]
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_show_tb = True

#: What other projects define is not on this site; a name of ours has to resolve.
nitpick_ignore_regex = [
    ("py:.*", r"(?!bynl_relations\.).*"),
    ("py:class", r"bynl_relations\._fields\..*"),  # the parent of all that checks its fields
    ("py:class", r"bynl_relations\..*\.([HRS]|\w+Changes)"),  # type variables, and keywords
]
suppress_warnings = ["config.cache"]
warnings.filterwarnings("ignore", category=DeprecationWarning)

#: Napoleon reads "an actor: with its role" in the docstring of a property as a type and its text.
COLON = "\ue000"


def hide(*documented: object) -> None:
    """Hide the colons in the first line of a docstring of what has no arguments."""
    _, what, *_, lines = documented
    if what in {"attribute", "property"} and lines:
        lines[0] = lines[0].replace(":", COLON)


def restore(*documented: object) -> None:
    """Put the hidden colons back."""
    lines = documented[-1]
    lines[:] = [line.replace(COLON, ":") for line in lines]


def setup(app: Sphinx) -> None:
    """Run before and after Napoleon, which has the priority 500."""
    app.connect("autodoc-process-docstring", hide, priority=400)
    app.connect("autodoc-process-docstring", restore, priority=600)
