"""Who may import whom (ARCHITECTURE.md), and what ``import emptychair`` costs."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import emptychair

ROOT = Path(emptychair.__file__).parent
MODULES = sorted(path for path in ROOT.rglob("*.py") if "_course" not in path.relative_to(ROOT).parts)

MAY: dict[str, set[str]] = {
    "feedback": set(),
    "shop": set(),
    "practice": {"feedback"},
    "widgets": {"feedback", "practice", "shop"},
    "answers": {"feedback"},
    "notebooks": set(),
    "grading": {"feedback", "answers", "notebooks"},
    "cli": {"feedback", "shop", "practice", "widgets", "answers", "notebooks", "grading"},
    "": {"answers"},  # emptychair/__init__.py hands the notebook its magic
}
"""The rooms of the house, and whom each may use beside itself."""
APART = {"feedback", "shop"}
"""Rooms that use nothing of ours at all, not even the small modules at the root."""
NUMPY_ONLY = "feedback"


def room(name: str) -> str:
    """The room of a dotted name: ``emptychair.feedback._text`` is in ``feedback``; the package itself in none."""
    return ".".join(name.split(".")[1:2])


def dotted(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(source: str, package: str) -> Iterator[str]:
    """The dotted names that a module imports anywhere in it, at the top or inside a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # `from emptychair import feedback` imports the room, `from emptychair.x import f` the module.
            yield from (f"{base}.{alias.name}" if base == "emptychair" else base for alias in node.names)


def of_file(path: Path) -> set[str]:
    """The names that a file imports."""
    name = dotted(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return set(imports(path.read_text(encoding="utf-8"), package))


def ours(names: set[str]) -> set[str]:
    """The rooms among them; names such as ``EmptyChairError`` that the package itself gives count as the root."""
    found = {room(name) for name in names if name.split(".")[0] == "emptychair"}
    return {name if name in MAY or name.startswith("_") else "" for name in found}


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_directions_of_a_module(path: Path) -> None:
    """Does a module import only what the architecture lets its room import?"""
    here = room(dotted(path))
    used = ours(of_file(path)) - {here}
    if here.startswith("_"):
        # The small modules at the root are leaves: they may use each other and nothing of the rooms.
        assert {name for name in used if name and not name.startswith("_")} == set()
        return
    assert here in MAY, f"{dotted(path)} is in a room that ARCHITECTURE.md does not know"
    rooms = {name for name in used if name and not name.startswith("_")}
    assert rooms <= MAY[here], f"{dotted(path)} must not import {sorted(rooms - MAY[here])}"
    if here in APART:
        assert used == set(), f"{dotted(path)} must not import {sorted(used)}"


@pytest.mark.parametrize("path", [path for path in MODULES if room(dotted(path)) == NUMPY_ONLY], ids=dotted)
def test_feedback_imports_numpy_only(path: Path) -> None:
    """Does the reader need nothing but the standard library and NumPy, so that it runs in a browser's kernel?"""
    outside = {name.split(".")[0] for name in of_file(path)} - {"emptychair", "numpy", "__future__"}
    assert outside <= sys.stdlib_module_names


@pytest.mark.parametrize("path", [path for path in MODULES if room(dotted(path)) != "cli"], ids=dotted)
def test_cli_when_others_look(path: Path) -> None:
    """Is the command line used by nobody?"""
    assert not {name for name in of_file(path) if name.startswith("emptychair.cli")}


def test_map_when_a_room_is_added() -> None:
    """Can the rooms of the map be put in an order, so that no two need each other?"""
    left = {name: set(uses) for name, uses in MAY.items()}
    while left:
        free = [name for name, uses in left.items() if not uses & left.keys()]
        assert free, f"these use each other: {sorted(left)}"
        for name in free:
            del left[name]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import emptychair.cli as c", {"emptychair.cli"}),
        ("from emptychair import cli, EmptyChairError", {"emptychair.cli", "emptychair.EmptyChairError"}),
        ("def f():\n    from emptychair.shop import world", {"emptychair.shop"}),
        ("from ..shop import world", {"emptychair.shop"}),
        ("from .. import shop", {"emptychair.shop"}),
        ("from . import star", {"emptychair.feedback"}),
    ],
)
def test_imports_when_hidden(source: str, found: set[str]) -> None:
    """Does the test see imports that are relative, renamed or inside a function?"""
    assert set(imports(source, "emptychair.feedback")) == found


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after a statement."""
    code = f"import sys, json; {statement}; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(json.loads(run.stdout))


HEAVY = {
    "numpy",
    "pandas",
    "IPython",
    "nbgrader",
    "nbformat",
    "nbclient",
    "anywidget",
    "ipywidgets",
    "matplotlib",
    "sklearn",
    "rich",
    "typer",
}


def test_import_of_the_package_is_cheap() -> None:
    """Does ``import emptychair`` load none of the heavy libraries?"""
    assert loaded_by("import emptychair") & HEAVY == set()


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import emptychair.feedback", set()),
        ("from emptychair.feedback import prfaq, writing", set()),
        ("import emptychair.feedback; emptychair.feedback.star", {"numpy"}),
    ],
)
def test_import_of_the_reader_is_light(statement: str, heavy: set[str]) -> None:
    """Does the reader of STAR answers load NumPy, and nothing else anything heavy?"""
    assert loaded_by(statement) & HEAVY == heavy


def test_import_of_answers_is_cheap() -> None:
    """Do graded cells get ``answered`` without paying for a model?"""
    assert loaded_by("import emptychair.answers") & HEAVY == set()
