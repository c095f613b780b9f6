"""Does grading keep its pace and its memory? A thousand submissions here, and the same work on a Dask cluster.

Part of ``make bench-grading``; ``python benchmarks/grading_scale.py`` prints the tables alone.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# the builders of the tests; in place of this folder, which has a grading.py of its own
sys.path[0] = str(Path(__file__).resolve().parents[1] / "tests")

from grading import course  # noqa: E402  (found there)

from emptychair.grading import How, grade  # noqa: E402

SUBMISSIONS = 1000
ON_CLUSTER = 120
ANSWERS = (course.assignment(), course.assignment(shout="return text"), course.assignment(double="return number"))


def hand_in(root: Path, number: int) -> None:
    """Hand in that many submissions, every third alike but for a remark of its own."""
    for student in range(number):
        path = course.hand_in(root, f"s{student:04}", ANSWERS[student % 3])
        notebook = json.loads(path.read_text())
        notebook["cells"].append(
            {"cell_type": "markdown", "id": "own", "metadata": {}, "source": f"My remark {student}."}
        )
        path.write_text(json.dumps(notebook))


def resident() -> float:
    """The memory of this process in MB, now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def thousand() -> list[tuple[str, str]]:
    """Throughput of the first and the last hundred, memory of the coordinator along the way."""
    with tempfile.TemporaryDirectory() as folder:
        root = course.instance(Path(folder))
        hand_in(root, SUBMISSIONS)
        marks: list[tuple[int, float, float]] = []

        def tell(done: int, _total: int, _latest: object) -> None:
            if done % 100 == 0:
                marks.append((done, time.perf_counter(), resident()))

        started = time.perf_counter()
        report = grade(root, course.ASSIGNMENT, how=How(workers=os.cpu_count()), on_progress=tell)
        took = time.perf_counter() - started
        assert report.complete
        again = time.perf_counter()
        grade(root, course.ASSIGNMENT)
        again = time.perf_counter() - again
    paces = [100 / (later[1] - earlier[1]) for earlier, later in zip(marks[1:], marks[2:], strict=False)]
    most = max(memory for _, _, memory in marks)
    return [
        (
            f"{SUBMISSIONS} submissions, {os.cpu_count()} workers",
            f"{took:.1f} s, {SUBMISSIONS / took * 60:,.0f} a minute",
        ),
        ("pace of the second and of the last hundred", f"{paces[0]:.1f} and {paces[-1]:.1f} a second"),
        ("memory of the coordinator after 100, at most", f"{marks[1][2]:.0f} MB, {most:.0f} MB"),
        ("the same again, nothing changed", f"{again:.1f} s"),
    ]


def cluster() -> list[tuple[str, str]]:
    """Two workers of a Dask cluster against two local ones, on the same submissions."""
    with tempfile.TemporaryDirectory() as folder:
        root = course.instance(Path(folder))
        hand_in(root, ON_CLUSTER)
        address = Path(folder, "scheduler.json")
        dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
        started = [subprocess.Popen([*dask, "--no-dashboard", "--scheduler-file", str(address)], **quiet)]
        while not address.exists():
            time.sleep(0.1)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(address)]
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        started += [subprocess.Popen([*worker, *options], **quiet) for _ in range(2)]
        try:
            where = json.loads(address.read_text())["address"]
            hows = {"local": How(workers=2), "cluster": How(scheduler=where)}
            grade(
                root, course.ASSIGNMENT, how=hows["cluster"], students=["s0000", "s0001", "s0002", "s0003"], force=True
            )
            paces: dict[str, list[float]] = {"local": [], "cluster": []}
            for _ in range(3):
                for name, how in hows.items():
                    paces[name].append(_pace(root, how))
        finally:
            for process in reversed(started):
                process.kill()
                process.wait()
    best = {name: max(found) for name, found in paces.items()}
    return [
        ("two local workers", f"{best['local']:.1f} a second"),
        ("two workers of a Dask cluster", f"{best['cluster']:.1f} a second, {best['cluster'] / best['local']:.0%}"),
    ]


def _pace(root: Path, how: How) -> float:
    """Submissions a second between the tenth and the last outcome: starting up is not throughput."""
    times: list[float] = []
    grade(root, course.ASSIGNMENT, how=how, force=True, on_progress=lambda *_: times.append(time.perf_counter()))
    return (ON_CLUSTER - 10) / (times[-1] - times[10])


def table() -> str:
    """Both tables as Markdown."""
    lines = ["", "## Scale", "", "| what | figure |", "|---|---|"]
    lines += [f"| {what} | {found} |" for what, found in (*thousand(), *cluster())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table())
