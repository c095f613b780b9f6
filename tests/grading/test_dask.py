"""A Dask cluster of real processes: answers come back checked, lost workers cost nothing but time."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from grading import course, dump

from emptychair._errors import EmptyChairError
from emptychair.grading import How, grade
from emptychair.grading._bundle import Bundle
from emptychair.grading._dask import Cluster
from emptychair.grading._submission import Submission

Client = pytest.importorskip("distributed").Client

STUDENTS = 6
# A worker in which the engine reads instead of running, as in this process.
PRELOAD = """
import sys
sys.path.insert(0, {tests!r})
import emptychair.grading._worker as worker
from grading import outcomes
outcomes.Pool.graded = []
outcomes.Pool.close = lambda self: None
worker.Pool = outcomes.Pool
{more}
"""
SLOW = """
import time
class Slow(outcomes.Pool):
    def grade(self, submission):
        time.sleep(0.3)
        return super().grade(submission)
worker.Pool = Slow
"""
LYING = """
import dataclasses
class Lying(outcomes.Pool):
    def grade(self, submission):
        outcome = super().grade(submission)
        (book,) = outcome.notebooks
        cells = tuple(dataclasses.replace(cell, points=100.0) if cell.kind == "auto" else cell for cell in book.cells)
        return dataclasses.replace(outcome, notebooks=(dataclasses.replace(book, cells=cells),))
worker.Pool = Lying
"""


def dask(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a part of the cluster."""
    line = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    with (folder / f"{arguments[0]}-{time.monotonic_ns()}.log").open("wb") as log:
        return subprocess.Popen(line, cwd=folder, stdout=log, stderr=log, start_new_session=True)


class Processes:
    """A scheduler and its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        address = folder / "scheduler.json"
        self.scheduler = dask(
            "scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            str(address),
            folder=folder,
        )
        self.workers: list[subprocess.Popen[bytes]] = []
        while not address.exists():
            time.sleep(0.05)
        self.address = json.loads(address.read_text())["address"]

    def add(self, more: str = "") -> subprocess.Popen[bytes]:
        """Start a worker."""
        preload = self.folder / f"preload{len(self.workers)}.py"
        preload.write_text(PRELOAD.format(tests=str(Path(__file__).parents[1]), more=more))
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--preload", str(preload))
        self.workers.append(dask("worker", self.address, *options, folder=self.folder))
        return self.workers[-1]

    def close(self) -> None:
        """End them all."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Processes]:
    """A scheduler without workers."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    processes = Processes(folder)
    yield processes
    processes.close()


@pytest.fixture
def spring(small_kit: Path, tmp_path: Path) -> Path:
    """A course folder with some hand-ins."""
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    for number in range(STUDENTS):
        course.hand_in(
            root, f"s{number}", course.assignment(shout="return text") if number % 2 else course.assignment()
        )
    return root


@pytest.mark.timeout(120)
def test_cluster_grades_what_this_machine_grades(
    spring: Path, cluster: Processes, tmp_path: Path, reading: object
) -> None:
    """Is the gradebook the same, although a worker is killed in the middle?"""
    calm = tmp_path / "calm"
    shutil.copytree(spring, calm)
    assert reading
    grade(calm, course.ASSIGNMENT)
    first = cluster.add(SLOW)
    cluster.add(SLOW)

    def kill_one(done: int, _total: int, _latest: object) -> None:
        if done == 2:
            os.kill(first.pid, signal.SIGKILL)

    report = grade(spring, course.ASSIGNMENT, how=How(scheduler=cluster.address), on_progress=kill_one)
    assert report.complete
    assert first.poll() is not None
    urls = [f"sqlite:///{root / 'gradebook.db'}" for root in (spring, calm)]
    assert dump.dump(urls[0]) == dump.dump(urls[1])


@pytest.mark.timeout(120)
def test_cluster_when_a_worker_lies(spring: Path, cluster: Processes) -> None:
    """Are points that no grading can give refused?"""
    cluster.add(LYING)
    bundle = Bundle.read(spring, course.ASSIGNMENT)
    with Cluster(bundle, cluster.address) as engine:
        (outcome,) = engine.run([Submission.read(spring, course.ASSIGNMENT, "s0")])
    assert outcome.status == "failed"
    assert "`double-tests` gives 2 points at most, not 100" in outcome.reason


def test_cluster_when_there_is_none(spring: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is that one clear line?"""
    monkeypatch.setattr("emptychair.grading._dask._PATIENCE", 1)
    with pytest.raises(EmptyChairError, match=r"the Dask scheduler tcp://127\.0\.0\.1:9 cannot be used"):
        grade(spring, course.ASSIGNMENT, how=How(scheduler="tcp://127.0.0.1:9"))


@pytest.mark.timeout(60)
def test_cluster_that_loses_all_its_workers(spring: Path, cluster: Processes) -> None:
    """Is it said at once, is what was graded kept, and does the same call go on when there are workers again?"""
    only = cluster.add(SLOW)
    with Client(cluster.address, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=30)
    said: list[str] = []
    how = How(scheduler=cluster.address, worker_patience=0.5)

    def kill_it(done: int, _total: int, _latest: object) -> None:
        if done == 2:
            os.kill(only.pid, signal.SIGKILL)

    with pytest.raises(
        EmptyChairError, match=r"no worker was connected to tcp://\S+ for 0\.5 s\. What is graded is kept\."
    ):
        grade(spring, course.ASSIGNMENT, how=how, on_progress=kill_it, on_notice=said.append)
    assert said == [f"no worker is connected to {cluster.address}, waiting (for 0.5 s at most)"]

    def late(text: str) -> None:
        said.append(text)
        if text.startswith("no worker"):
            cluster.add()

    how = How(scheduler=cluster.address, worker_patience=30)
    report = grade(spring, course.ASSIGNMENT, how=how, on_notice=late)
    assert report.complete
    assert [text.partition(" is connected")[0] for text in said] == ["no worker", "no worker", "a worker"]
