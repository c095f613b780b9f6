"""A learner's desk: a copy of the course, ``emptychair learn``, and a headless Chromium in front of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from lab import ARTEFACTS, CHOSEN, CHROMIUM, QUIET, ROOT, Lab, serve
from playwright.sync_api import Browser, sync_playwright

from emptychair._progress import erase


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
def address(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Give a function from a theme to the address of its server."""
    servers: dict[str, tuple[subprocess.Popen[str], str]] = {}

    def of(theme: str) -> str:
        if theme not in servers:
            servers[theme] = serve(desk, theme, tmp_path_factory.mktemp(theme))
        return servers[theme][1]

    yield of
    for process, _ in servers.values():
        process.terminate()
        process.wait(timeout=30)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def open_lab(chromium: Browser, address: Callable[[str], str]) -> Iterator[Callable[..., Lab]]:
    """Give a function that opens the lab in a theme and a width; windows and kernels end with the module."""
    labs: list[Lab] = []

    def open_it(theme: str = "light", width: int = 1280) -> Lab:
        labs.append(Lab(chromium, address(theme), theme=theme, width=width))
        return labs[-1]

    yield open_it
    for lab in labs:
        lab.close()


Look = tuple[str, int]
"""A theme and a width."""
LOOKS: list[Look] = [("light", 1280), ("dark", 800)]


@pytest.fixture(scope="module")
def visit(chromium: Browser, address: Callable[[str], str]) -> Callable[[Look, str], AbstractContextManager[Lab]]:
    """Give what opens a lesson for a learner who has not done anything, runs every cell, and ends window and kernel."""

    @contextmanager
    def visited(look: Look, lesson: str) -> Iterator[Lab]:
        erase()  # the server has the same home as the tests
        theme, width = look
        with closing(Lab(chromium, address(theme), theme=theme, width=width)) as lab:
            lab.open(lesson)
            lab.run_all()
            yield lab

    return visited


@pytest.fixture(scope="module", params=[it for it in LOOKS if CHOSEN in it[0]], ids=lambda p: f"{p[0]}-{p[1]}")
def lab(request: pytest.FixtureRequest, visit: Callable[[Look, str], AbstractContextManager[Lab]]) -> Iterator[Lab]:
    """The module's ``LESSON`` in the looks of all."""
    with visit(request.param, request.module.LESSON) as lab:
        yield lab
