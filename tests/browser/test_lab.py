"""Would the browser tests notice a broken notebook?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
