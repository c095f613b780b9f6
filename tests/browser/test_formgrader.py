"""An instructor in nbgrader's own formgrader: the button that autogrades uses the engine."""

from __future__ import annotations

import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from grading import course, dump
from playwright.sync_api import Browser, Error, expect

from emptychair._port import choose_port
from emptychair._process import environment

pytestmark = [pytest.mark.browser, pytest.mark.sandbox, pytest.mark.timeout(240)]


@pytest.fixture
def formgrader(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A course with an honest submission and a cheat's, and the addresses of its server."""
    root = course.instance(tmp_path)
    cheat = course.assignment()
    cheat.cells[1].source = "def double(number):\n    import os\n    os._exit(0)"  # full marks in stock nbgrader
    course.hand_in(root, "cy", cheat)
    course.hand_in(root, "ana", course.assignment())
    line = [sys.executable, "-m", "nbgrader", "generate_assignment", course.ASSIGNMENT, "--force"]
    subprocess.run(line, cwd=root, env=environment(), check=True, capture_output=True)
    port, token = choose_port(None, ip="127.0.0.1"), secrets.token_hex(16)
    options = ["--no-browser", "--allow-root", f"--port={port}", f"--IdentityProvider.token={token}"]
    with (tmp_path / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], cwd=root, env=environment(), stdout=log, stderr=log
        )
        yield root, f"http://127.0.0.1:{port}/{{page}}?token={token}"
        server.terminate()
        server.wait(timeout=30)


def test_autograde_button(formgrader: tuple[Path, str], chromium: Browser) -> None:
    """Does a click grade in the sandbox: all for the honest, nothing for the cheat, with a reason to read?"""
    root, address = formgrader
    page = chromium.new_page()
    for _ in range(200):  # until the server listens
        with suppress(Error):
            page.goto(address.format(page="login"))
            break
        time.sleep(0.3)
    page.goto(address.format(page=f"formgrader/manage_submissions/{course.ASSIGNMENT}"))
    for student in ("ana", "cy"):
        page.locator("tr", has_text=student).locator(".autograde a").click()
        expect(page.locator(".modal-body", has_text=f"for student '{student}'")).to_be_visible(timeout=60_000)
        page.reload()
    page.close()
    graded = dump.dump(f"sqlite:///{root / 'gradebook.db'}")
    assert sorted((row["auto_score"], row["needs_manual_grade"]) for row in graded["grade"]) == [
        *[(0, True)] * 2,
        *[(2, False), (3, False)],
    ]
    assert any("ended" in str(row["auto_comment"]) for row in graded["comment"]), graded["comment"]
