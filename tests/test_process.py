"""What the processes we start are given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from emptychair._process import environment


def test_environment_when_the_scripts_are_not_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Does nbgrader find `alembic` when the virtual environment is not activated?"""
    monkeypatch.setenv("PATH", "/usr/bin")
    assert environment()["PATH"] == os.pathsep.join([str(Path(sys.executable).parent), "/usr/bin"])


def test_environment_when_the_scripts_are_there_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a path that is right left alone?"""
    path = os.pathsep.join(["/usr/bin", str(Path(sys.executable).parent)])
    monkeypatch.setenv("PATH", path)
    assert environment()["PATH"] == path


def test_without_address_grammars() -> None:
    """Does nbformat load without building parsers, and still say what is wrong with a notebook?"""
    program = (
        "from emptychair._process import without_address_grammars\nwithout_address_grammars()\n"
        "import sys\nimport nbformat\nassert 'lark' not in sys.modules\n"
        "nbformat.validate({'cells': {}, 'metadata': {}, 'nbformat': 4, 'nbformat_minor': 5})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "{} is not of type 'array'" in done.stderr
