"""A learner's desk: a copy of the course, ``emptychair learn``, and a headless Chromium in front of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lab import ARTEFACTS, CHROMIUM, QUIET, ROOT, Lab, serve
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    ARTEFACTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course that the tests may run and save in."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("lessons", "exercises", "solutions"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    return folder


@pytest.fixture(scope="session")
def open_lab(chromium: Browser, desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Lab]]:
    """Give a function that opens the lab in a theme and a width; servers are shared by theme."""
    servers: dict[str, tuple[subprocess.Popen[str], str]] = {}
    labs: list[Lab] = []

    def open_it(theme: str = "light", width: int = 1280) -> Lab:
        if theme not in servers:
            servers[theme] = serve(desk, theme, tmp_path_factory.mktemp(theme))
        lab = Lab(chromium, servers[theme][1], theme=theme, width=width)
        labs.append(lab)
        return lab

    yield open_it
    for lab in labs:
        lab.close()
    for process, _ in servers.values():
        process.terminate()
        process.wait(timeout=30)
        assert process.stdout is not None
        process.stdout.close()
