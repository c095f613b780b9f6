"""An assignment read the way nbgrader reads it, ready to be sent away."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import builders
import pytest
from grading import course

from emptychair import EmptyChairError
from emptychair.grading._bundle import Bundle
from emptychair.grading._limits import Limits


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The small course's assignment, with a data file."""
    root = course.kit(tmp_path_factory.mktemp("kit"))
    (root / "solutions" / course.ASSIGNMENT / "data").mkdir()
    (root / "solutions" / course.ASSIGNMENT / "data" / "orders.csv").write_bytes(b"id\n\xff\n")
    return Bundle.read(root, course.ASSIGNMENT)


def test_read_cuts_solutions_and_keeps_hidden_tests(bundle: Bundle) -> None:
    """Is the skeleton what nbgrader keeps in its gradebook?"""
    (notebook,) = bundle.notebooks
    assert "return 2 * number" not in notebook.document
    assert "not answered yet" in notebook.document
    assert "five twice is ten" in notebook.document
    marks = json.loads(notebook.document)["cells"][2]["metadata"]["nbgrader"]
    assert (marks["grade_id"], marks["points"], len(marks["checksum"])) == ("double-tests", 2, 32)


def test_read_takes_the_files_along(bundle: Bundle) -> None:
    """Are data files there, byte for byte, and survive JSON?"""
    assert bundle.files == {"data/orders.csv": b"id\n\xff\n"}
    assert Bundle.from_json(bundle.to_json()) == bundle


def test_digest_when_anything_changes(bundle: Bundle) -> None:
    """Does every part of it change the address?"""
    others = [
        replace(bundle, files={}),
        replace(bundle, limits=Limits(cell_seconds=1)),
        replace(bundle, environment="another"),
        replace(bundle, notebooks=()),
        replace(bundle, kept=("a.py",)),
    ]
    assert len({bundle.digest, *(other.digest for other in others)}) == 6
    assert Bundle.from_json(bundle.to_json()).digest == bundle.digest


def test_read_when_nbgrader_refuses(tmp_path: Path) -> None:
    """Is nbgrader's own reason told, and an unknown assignment called so?"""
    root = course.kit(tmp_path)
    with pytest.raises(
        EmptyChairError, match=r"assignment 07_none in .* cannot be graded: .*07_none holds no notebook"
    ):
        Bundle.read(root, "07_none")
    broken = course.assignment()
    broken.cells[1].source = "### BEGIN SOLUTION\nx = 1"
    builders.save(broken, root / "solutions" / course.ASSIGNMENT / "small.ipynb")
    with pytest.raises(EmptyChairError, match=r"small\.ipynb, cell `double`: line 1 says BEGIN SOLUTION"):
        Bundle.read(root, course.ASSIGNMENT)


@pytest.mark.parametrize("text", ["", "null", "{}", '{"notebooks": [{}]}'])
def test_from_json_when_it_is_something_else(text: str) -> None:
    """Is it one kind of error, whatever arrives?"""
    with pytest.raises(ValueError, match=r"."):
        Bundle.from_json(text)
