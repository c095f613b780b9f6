"""Would the browser tests notice a broken notebook?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import builders
import pytest
from lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def test_errors_when_a_cell_fails(open_lab: Callable[..., Lab], desk: Path) -> None:
    """Is an exception in a cell seen, and is a clean cell left alone?"""
    broken = builders.notebook(builders.code("print('fine')", id="fine"), builders.code("1 / 0", id="broken"))
    builders.save(broken, desk / "lessons" / "99_broken.ipynb")
    lab = open_lab()
    lab.open("lessons/99_broken.ipynb")
    lab.run_all()
    assert len(lab.errors()) == 1
    assert "ZeroDivisionError" in lab.errors()[0]


def test_run_all_when_the_kernel_dies(open_lab: Callable[..., Lab], desk: Path) -> None:
    """Are the cells run again that were waiting when the kernel died?"""
    once = """
        import os, pathlib
        died = pathlib.Path("died")
        if not died.exists():
            died.touch()
            os.kill(os.getpid(), 9)
    """
    lives = builders.notebook(builders.code(dedent(once), id="once"), builders.code("print('alive')", id="alive"))
    builders.save(lives, desk / "lessons" / "98_dies_once.ipynb")
    lab = open_lab()
    lab.open("lessons/98_dies_once.ipynb")
    lab.run_all()
    assert (desk / "lessons" / "died").exists()
    assert lab.page.get_by_text("alive", exact=True).count() == 1
