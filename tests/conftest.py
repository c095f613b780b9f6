"""What is needed from outside, and what happens where it is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

NEEDS = {
    "browser": ("Chromium", ("chromium", "chromium-browser", "google-chrome")),
    "sandbox": ("bubblewrap", ("bwrap",)),
    "postgres": ("PostgreSQL", ("initdb", *map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")))),
}


@pytest.fixture(scope="session", autouse=True)
def _own_progress(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the progress of whoever runs the tests out of them, in our processes and in those that we start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EMPTYCHAIR_HOME", str(tmp_path_factory.mktemp("home")))
        yield


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip with the reason, or fail where EMPTYCHAIR_REQUIRE says that the tool must be there."""
    required = {name.strip() for name in os.environ.get("EMPTYCHAIR_REQUIRE", "").split(",")}
    for mark, (tool, commands) in NEEDS.items():
        if item.get_closest_marker(mark) and not any(map(shutil.which, commands)):
            reason = f"{tool} is not installed (looked for {', '.join(commands)})"
            if mark in required:
                pytest.fail(f"{reason}, and EMPTYCHAIR_REQUIRE names {mark}", pytrace=False)
            pytest.skip(reason)
