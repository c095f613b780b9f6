"""Names of notebooks."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

from emptychair.notebooks import Role, dumps
from emptychair.notebooks.rules import Subject
from emptychair.notebooks.rules._form import misnamed


def is_misnamed(path: str, role: Role) -> bool:
    """What the rule says of this path."""
    nb = builders.notebook()
    return bool(list(misnamed(Subject(Path(path), role, dumps(nb), nb))))


@pytest.mark.parametrize(
    ("path", "role", "bad"),
    [
        ("lessons/06_star_answers.ipynb", "lesson", False),
        ("lessons/6_star.ipynb", "lesson", True),
        ("lessons/06-star.ipynb", "lesson", True),
        ("lessons/06_Star.ipynb", "lesson", True),
        ("lessons/06_star answers.ipynb", "lesson", True),
        ("lessons/more/06_star.ipynb", "lesson", True),
        ("solutions/06_star_answers/repair.ipynb", "solution", False),
        ("solutions/06_star_answers/Repair.ipynb", "solution", True),
        ("solutions/star_answers/repair.ipynb", "solution", True),
        ("solutions/repair.ipynb", "solution", True),
    ],
)
def test_name_is_reported_when_it_is_not_a_slug_in_its_place(path: str, role: Role, bad: bool) -> None:
    """Is NN_slug wanted where it belongs, and nothing more?"""
    assert is_misnamed(path, role) is bad
