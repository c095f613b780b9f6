"""Cell ids."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

from emptychair.notebooks import dumps
from emptychair.notebooks.rules import RULES, Subject


def fired(name: str) -> set[str]:
    """The id rules that fire on a notebook with one cell of this id."""
    nb = builders.notebook(builders.markdown("text", id="text"))
    nb.cells[0]["id"] = name
    subject = Subject(Path("lessons/01_ids.ipynb"), "lesson", dumps(nb), nb)
    return {problem.rule for rule in RULES for problem in rule.problems(subject)}


@pytest.mark.parametrize("name", ["a", "share-test", "part-2", "2024", "ship-early-tests", "a" * 64])
def test_id_passes_when_it_is_a_slug(name: str) -> None:
    """Is a name of lower-case words accepted?"""
    assert fired(name) == set()


@pytest.mark.parametrize("name", ["Share", "share_test", "share--test", "-share", "share-", "a" * 65, "ärger"])
def test_id_is_malformed_when_it_is_no_slug(name: str) -> None:
    """Is everything else named by the one rule?"""
    assert fired(name) == {"malformed_id"}


@pytest.mark.parametrize("name", ["0f3a9c1b", "9c1f0a7e-52d4-4f6b-8a53-1d2e3f4a5b6c"])
def test_id_is_random_when_a_machine_drew_it(name: str) -> None:
    """Are the ids of nbformat and JupyterLab recognized?"""
    assert fired(name) == {"random_id"}


@pytest.mark.parametrize("name", ["effaced-", "facade", "deadbeef", "20240131-x"])
def test_id_is_not_random_when_it_only_looks_a_little_so(name: str) -> None:
    """Do words of hexadecimal letters and dates stay names?"""
    assert "random_id" not in fired(name)
