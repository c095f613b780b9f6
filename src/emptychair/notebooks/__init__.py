"""The course's notebooks: hygiene rules, the canonical form, and the release of solutions as exercises."""

from __future__ import annotations

from emptychair.notebooks._canonical import clean, dumps
from emptychair.notebooks._compare import Difference
from emptychair.notebooks._problem import Problem
from emptychair.notebooks._read import read
from emptychair.notebooks._release import check_release, release
from emptychair.notebooks._roles import Role
from emptychair.notebooks._settings import nbgrader_settings
from emptychair.notebooks._tree import check_tree, clean_tree

__all__ = (
    "Difference",
    "Problem",
    "Role",
    "check_release",
    "check_tree",
    "clean",
    "clean_tree",
    "dumps",
    "nbgrader_settings",
    "read",
    "release",
)
