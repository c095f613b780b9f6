"""kill -9, again and again: coordinator, engine, learner's process or cluster worker, at a random moment of a batch.

Each round grades a fresh copy of a small course, kills one process of it, and runs the same command again. Gradebook
and graded files must then be, byte by byte, those of a run that nobody disturbed. ``make soak``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# the builders of the tests; in place of this folder, which has a grading.py of its own
sys.path[0] = str(Path(__file__).resolve().parents[1] / "tests")

from grading import course, dump  # noqa: E402  (found there)

from emptychair.grading import How, grade  # noqa: E402

STUDENTS = 12
ANSWERS = (course.assignment(), course.assignment(shout="return text"), course.assignment(double="return number"))
LOCAL = How(workers=2)
NOBODY = "nobody"


def prepared(folder: Path) -> Path:
    """A course with hand-ins."""
    root = course.instance(folder)
    for number in range(STUDENTS):
        course.hand_in(root, f"s{number:02}", ANSWERS[number % 3])
    return root


def start(root: Path, how: How) -> int:
    """Grade in a process of its own."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            grade(root, course.ASSIGNMENT, how=how)
            status = 0
        finally:
            os._exit(status)
    return child


def below(pid: int) -> Iterator[tuple[int, str]]:
    """The processes below one, with what they are."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents.setdefault(int((entry / "stat").read_text().rpartition(")")[2].split()[1]), []).append(
                int(entry.name)
            )
        except (OSError, IndexError, ValueError):
            continue
    left = parents.get(pid, [])
    while left:
        one = left.pop()
        left += parents.get(one, [])
        yield one, _what(one)


def _what(pid: int) -> str:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return "gone"
    return "sandbox" if line.startswith(("bwrap", "/usr/bin/bwrap")) else "engine"


def shoot(coordinator: int, workers: list[int], dice: random.Random) -> str:
    """Kill one process, of a kind that the dice say; give the kind."""
    under = [(pid, what) for pid, what in below(coordinator) if what != "gone"]
    kinds: dict[str, list[int]] = {"coordinator": [coordinator]}
    if workers:
        kinds["cluster worker"] = workers
    # the deepest processes are the learners' and the tests' own
    for pid, what in under:
        kinds.setdefault(what if list(below(pid)) else f"{what}, innermost", []).append(pid)
    kind = dice.choice(sorted(kinds))
    try:
        os.kill(dice.choice(kinds[kind]), signal.SIGKILL)
    except ProcessLookupError:
        return NOBODY
    return kind


class Workers:
    """A Dask cluster of two workers, one of which may be shot."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
        address = folder / "scheduler.json"
        line = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
        self.scheduler = subprocess.Popen([*line, "--no-dashboard", "--scheduler-file", str(address)], **self.quiet)
        while not address.exists():
            time.sleep(0.1)
        self.address = json.loads(address.read_text())["address"]
        self.processes: list[subprocess.Popen[bytes]] = []
        self.mend()

    def mend(self) -> None:
        """Start workers anew until there are two."""
        self.processes = [process for process in self.processes if process.poll() is None]
        line = [sys.executable, "-m", "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny"]
        while len(self.processes) < 2:
            self.processes.append(subprocess.Popen([*line, "--no-dashboard"], **self.quiet))

    def close(self) -> None:
        """End them all."""
        for process in (*self.processes, self.scheduler):
            process.kill()
            process.wait()


def soak(rounds: int, seed: int, *, clustered: bool) -> Counter[str]:
    """Do it; what was shot, how often.

    Raises:
        SystemExit: A gradebook was not what it should be.
    """
    dice = random.Random(seed)
    shot: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="emptychair-soak-") as place:
        fresh = prepared(Path(place))
        workers = Workers(Path(place)) if clustered else None
        try:
            how = How(scheduler=workers.address) if workers else LOCAL
            calm = Path(place, "calm")
            shutil.copytree(fresh, calm)
            grade(calm, course.ASSIGNMENT)  # also imports everything, once for all rounds
            expected = dump.state(calm)
            began = time.perf_counter()
            shutil.copytree(fresh, Path(place, "timed"))
            os.waitpid(start(Path(place, "timed"), how), 0)
            whole = time.perf_counter() - began
            for number in range(rounds):
                root = Path(place, "round")
                shutil.copytree(fresh, root)
                child = start(root, how)
                if dice.random() < 0.7:  # else the coordinator alone is there, most of the time
                    _until_it_grades(root)
                    time.sleep(dice.uniform(0.0, 0.4) * whole)
                else:
                    time.sleep(dice.uniform(0.02, 1.0) * whole)
                shot[shoot(child, [process.pid for process in workers.processes] if workers else [], dice)] += 1
                os.waitpid(child, 0)
                if workers:
                    workers.mend()
                os.waitpid(start(root, how), 0)  # not here: what has talked to a cluster cannot be forked any more
                if dump.state(root) != expected:
                    raise SystemExit(f"round {number} of seed {seed}: not the same. {root} is kept: {_keep(root)}")
                shutil.rmtree(root)
                print(f"\r{number + 1} of {rounds}", end="", flush=True, file=sys.stderr)
        finally:
            if workers:
                workers.close()
    print(file=sys.stderr)
    return shot


def _until_it_grades(root: Path) -> None:
    patience = time.monotonic() + 20
    while not any(root.glob("autograded/*/*")) and time.monotonic() < patience:
        time.sleep(0.005)


def _keep(root: Path) -> Path:
    kept = Path(tempfile.mkdtemp(prefix="emptychair-soak-kept-"))
    return Path(shutil.copytree(root, kept / "course"))


PAGE = """# Kills

`kill -9` at random moments of grading, one a round, of a random one of its processes; then the same command again. After every one of
these rounds, database and graded files were byte for byte those of a run that nobody had disturbed; one that differs stops the program.
Where grading had ended, or the process was gone, before the shot, it hit nobody. Seed {seed}. Again with `make soak`.

| on | rounds | hit | what was killed |
|---|---|---|---|
"""


def row(where: str, rounds: int, shot: Counter[str]) -> str:
    """The line of the table."""
    killed = ", ".join(f"{what} {times}" for what, times in shot.most_common() if what != NOBODY)
    return f"| {where} | {rounds} | {rounds - shot[NOBODY]} | {killed} |"


def main() -> None:
    """Print the page; who stops at nothing prints it whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--local", type=int, default=200, help="rounds on this machine")
    parser.add_argument("--cluster", type=int, default=40, help="rounds on a Dask cluster of two workers")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    # the cluster last: what has talked to one cannot be forked any more
    rows = [row("this machine, 2 workers", options.local, soak(options.local, options.seed, clustered=False))]
    rows.append(row("Dask, 2 workers", options.cluster, soak(options.cluster, options.seed, clustered=True)))
    print(PAGE.format(seed=options.seed) + "\n".join(rows))


if __name__ == "__main__":
    main()
