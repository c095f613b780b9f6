"""Control groups, on a folder that looks like the system's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from emptychair.grading._limits import Limits
from emptychair.grading.engine._groups import Group, sweep

LIMITS = Limits(memory=100, disk=20, processes=7)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Two hierarchies, as before the unified one."""
    for kind in ("memory", "pids"):
        (tmp_path / kind).mkdir()
    return tmp_path


def files_in(folder: Path, *names: str) -> None:
    """Files such as the kernel makes in a new group."""
    for name in names:
        (folder / name).touch()


def test_handles_begin_with_the_one_that_tells_the_end(old: Path) -> None:
    """Is there always one handle, which closes when the last process is gone?"""
    group = Group("g", LIMITS, old)
    with group.handles() as handles:
        (alive,) = handles
        kept = os.dup(alive)
    os.close(kept)
    with group.handles() as again:
        assert len(again) == 1
    group.close()


def test_group_without_a_place_is_none(tmp_path: Path) -> None:
    """Is a system without groups no error?"""
    for root in (None, tmp_path / "nothing"):
        group = Group("g", LIMITS, root)
        with group.handles() as handles:
            assert len(handles) == 1
        group.close()


def test_group_is_not_kept_when_it_limits_nothing(old: Path) -> None:
    """Is a group of a kernel that has no limits in it removed at once?"""
    Group("g", LIMITS, old).close()
    assert list(old.rglob("g")) == []


def test_sweep_removes_groups_of_the_dead(old: Path) -> None:
    """Are the groups of a killed grader removed, and those of a living one not?"""
    for name in (f"emptychair-{os.getpid()}-1-0", "emptychair-999999999-1-0", "emptychair-x-1-0", "another"):
        (old / "pids" / name).mkdir()
    sweep(old)
    assert {path.name for path in (old / "pids").iterdir()} == {
        f"emptychair-{os.getpid()}-1-0",
        "emptychair-x-1-0",
        "another",
    }


def test_unified_hierarchy_needs_limits_handed_on(tmp_path: Path) -> None:
    """Is a hierarchy that hands on no limits left alone?"""
    (tmp_path / "cgroup.controllers").write_text("memory pids")
    (tmp_path / "cgroup.subtree_control").write_text("")
    Group("g", LIMITS, tmp_path).close()
    assert not (tmp_path / "g").exists()
