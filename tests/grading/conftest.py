"""A small course with a stand-in for the engine, where only what happens around it is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from grading import course, outcomes


@pytest.fixture(scope="session")
def small_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course, made once; copy it before you write."""
    return course.instance(tmp_path_factory.mktemp("small_kit"))


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> type[outcomes.Pool]:
    """The engine replaced by one that reads; its ``graded`` names those who were not taken from the journal."""
    monkeypatch.setattr("emptychair.grading.engine.Pool", outcomes.Pool)
    monkeypatch.setattr(outcomes.Pool, "graded", [], raising=False)
    return outcomes.Pool
