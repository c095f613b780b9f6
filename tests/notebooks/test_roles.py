"""Roles by folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair.notebooks._roles import role_of


@pytest.mark.parametrize(
    ("path", "role"),
    [("lessons/a.ipynb", "lesson"), ("solutions/a/b.ipynb", "solution"), ("exercises/a/b.ipynb", "exercise")],
)
def test_role_follows_the_top_folder_when_it_is_known(path: str, role: str) -> None:
    """Does each of the three folders have its role?"""
    assert role_of(Path(path)) == role


@pytest.mark.parametrize("path", ["submitted/ana/a.ipynb", "a.ipynb", "."])
def test_role_is_refused_when_the_folder_is_another(path: str) -> None:
    """Is any other place one clear line?"""
    with pytest.raises(EmptyChairError, match=r"Move it into one of lessons/, solutions/, exercises/"):
        role_of(Path(path))
