"""A gradebook on PostgreSQL: a real server, started for the test and thrown away."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading import course, dump, outcomes

from emptychair._errors import EmptyChairError
from emptychair.grading import grade

pytestmark = pytest.mark.postgres


def program(name: str) -> str:
    """A program of the server; Debian keeps them off the path."""
    debians = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name) or str(debians[-1])
    return str(Path(found).resolve())


def as_nobody() -> dict[str, object]:
    """The server refuses to run as root."""
    if os.getuid() != 0:
        return {}
    names = [one.pw_name for one in pwd.getpwall()]
    return {"user": "postgres" if "postgres" in names else "nobody", "extra_groups": []}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server on a socket in a temporary folder; the address of its database, without the name."""
    who = as_nobody()
    with tempfile.TemporaryDirectory(prefix="emptychair-pg-") as folder:
        if who:
            shutil.chown(folder, who["user"])
        run = {"check": True, "capture_output": True, "cwd": folder, **who}
        subprocess.run([program("initdb"), "-D", f"{folder}/data", "-U", "grader", "-A", "trust", "--no-sync"], **run)
        options = f"-k {folder} -c listen_addresses='' -F"
        control = [program("pg_ctl"), "-D", f"{folder}/data", "-w", "-l", f"{folder}/log"]
        subprocess.run([*control, "-o", options, "start"], **run)
        try:
            yield f"postgresql+psycopg://grader@/%s?host={folder}"
        finally:
            with contextlib.suppress(subprocess.CalledProcessError):
                subprocess.run([*control, "-m", "immediate", "stop"], **run)


@pytest.fixture
def spring(small_kit: Path, tmp_path: Path, reading: type[outcomes.Pool], server: str) -> Path:  # noqa: ARG001  (it must be in place)
    """A course folder with its gradebook on the server."""
    import psycopg

    where = server.partition("?host=")[2]
    with psycopg.connect(host=where, user="grader", dbname="postgres", autocommit=True) as db:
        db.execute("drop database if exists spring")
        db.execute("create database spring")
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(f"c.CourseDirectory.db_url = {server % 'spring'!r}\n")
    course.hand_in(root, "ana", course.assignment())
    course.hand_in(root, "bo", course.assignment(shout="return text"))
    return root


def test_postgres_says_what_sqlite_says(spring: Path, server: str, tmp_path: Path, small_kit: Path) -> None:
    """Are the rows the same, and is no SQLite file made?"""
    assert grade(spring, course.ASSIGNMENT).complete
    plain = tmp_path / "plain"
    shutil.copytree(small_kit, plain)
    shutil.copytree(spring / "submitted", plain / "submitted", dirs_exist_ok=True)
    grade(plain, course.ASSIGNMENT)
    assert dump.dump(server % "spring") == dump.dump(f"sqlite:///{plain / 'gradebook.db'}")
    assert not (spring / "gradebook.db").exists()


def test_postgres_second_run_and_regrade(spring: Path, server: str, reading: type[outcomes.Pool]) -> None:
    """Is nothing done twice, and does a regrade replace?"""
    grade(spring, course.ASSIGNMENT)
    before = dump.dump(server % "spring")
    reading.graded.clear()
    grade(spring, course.ASSIGNMENT)
    assert reading.graded == []
    grade(spring, course.ASSIGNMENT, force=True)
    assert dump.dump(server % "spring") == before


def test_postgres_a_name_that_it_refuses(spring: Path) -> None:
    """Is a student's name that does not fit into the column a fault of that submission alone?"""
    course.hand_in(spring, "x" * 140, course.assignment())
    report = grade(spring, course.ASSIGNMENT)
    assert [one.status for one in report.submissions] == ["graded", "graded", "failed"]


def test_postgres_when_it_is_not_there(spring: Path) -> None:
    """Is a server that does not answer one clear line, without the password?"""
    with (spring / "nbgrader_config.py").open("a") as file:
        file.write("c.CourseDirectory.db_url = 'postgresql+psycopg://me:secret@127.0.0.1:1/spring'\n")
    with pytest.raises(EmptyChairError, match=r"the gradebook \(127\.0\.0\.1:1/spring\) cannot be used") as refused:
        grade(spring, course.ASSIGNMENT)
    assert "secret" not in str(refused.value)
