"""Seconds per submission: this engine against stock ``nbgrader autograde``, the same submissions in one run.

Reading the submissions, grading and the document for ``autograded/`` count for us; for nbgrader everything that its
command does. The sandbox is on. Run it on an idle machine: ``make bench-grading``.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import v4

from emptychair._course import CHECKOUT
from emptychair._process import environment
from emptychair.grading._bundle import Bundle
from emptychair.grading._layout import Layout
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission
from emptychair.grading.engine import Pool

CONFIG = """c = get_config()
from emptychair.notebooks import nbgrader_settings
from pathlib import Path
c.merge(nbgrader_settings(Path(__file__).resolve().parent))
# our settings hand `nbgrader autograde` to our engine; here nbgrader's own steps are what is timed
from nbgrader.converters import Autograde
c.Autograde.sanitize_preprocessors = Autograde.sanitize_preprocessors.default_args[0]
c.Autograde.autograde_preprocessors = Autograde.autograde_preprocessors.default_args[0]
"""
TRIVIAL = "00_trivial"
PAGE = """# Grading

The engine against stock `nbgrader autograde`: the same submissions, the same machine, one run. Again with `make bench-grading`; kills and
resumes with `make soak`.

Python {python}, {system}, two cores.

**What this does not show.** Everybody hands in the solution, so learners' code that runs long is not in it: its own processor
time is the same in both engines. nbgrader is timed without its start, ours once with and once without.

## Against stock nbgrader
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """What one assignment took, in seconds per submission."""

    assignment: str
    stock: float
    first: float
    warm: float
    learner: float

    def row(self, workers: int) -> str:
        """The line of the table."""
        share = 100 * self.learner / self.warm / workers
        return (
            f"| {self.assignment} | {self.stock:.2f} | {self.first:.3f} | {self.stock / self.first:.0f} | "
            f"{self.warm:.3f} | {self.stock / self.warm:.0f} | {share:.0f} % |"
        )


def together(timings: Sequence[Timing]) -> Timing:
    """One submission of each of the kit's assignments."""
    course = [it for it in timings if it.assignment != TRIVIAL]
    sums = [sum(seconds) for seconds in zip(*((it.stock, it.first, it.warm, it.learner) for it in course), strict=True)]
    return Timing(f"the kit's {len(course)}, one of each", *sums)


def trivial(folder: Path) -> None:
    """A notebook of ten code cells with next to nothing in them."""
    cells = []
    for number in range(5):
        answer, test = v4.new_code_cell(id=f"a{number}"), v4.new_code_cell(id=f"t{number}")
        answer.source = f"def f{number}(x):\n    ### BEGIN SOLUTION\n    return x + {number}\n    ### END SOLUTION"
        test.source = f"assert f{number}(1) == {number + 1}"
        marks = {"schema_version": 3, "task": False}
        answer.metadata = {
            "nbgrader": {**marks, "grade_id": f"a{number}", "solution": True, "grade": False, "locked": False}
        }
        test.metadata = {
            "nbgrader": {
                **marks,
                "grade_id": f"t{number}",
                "solution": False,
                "grade": True,
                "locked": True,
                "points": 1,
            }
        }
        cells += [answer, test]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    folder.mkdir(parents=True)
    (folder / "trivial.ipynb").write_text(v4.writes(notebook), encoding="utf-8")


def course(root: Path) -> tuple[str, ...]:
    """A course folder with the trivial assignment and the kit's own."""
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    shutil.copytree(CHECKOUT / "solutions", root / "solutions")
    trivial(root / "solutions" / TRIVIAL)
    return tuple(sorted(path.name for path in (root / "solutions").iterdir() if path.is_dir()))


def hand_in(root: Path, assignment: str, students: int) -> Layout:
    """Everybody hands in the solution."""
    for number in range(students):
        shutil.copytree(root / "solutions" / assignment, root / "submitted" / f"s{number:04}" / assignment)
    return Layout.read(root)


def stock(root: Path, assignment: str, students: int) -> float:
    """Seconds per submission of nbgrader, whose own start is not counted."""
    run(root, "generate_assignment", assignment)
    run(root, "autograde", assignment, "--student", "s0000")
    began = time.perf_counter()
    run(root, "autograde", assignment, "--student", "s0000")  # graded already: this is what starting takes
    start = time.perf_counter() - began
    began = time.perf_counter()
    run(root, "autograde", assignment)
    return (time.perf_counter() - began - start) / (students - 1)


def run(root: Path, *arguments: str) -> None:
    """Run an nbgrader command."""
    line = [sys.executable, "-m", "nbgrader", *arguments]
    subprocess.run(line, cwd=root, env=environment(), capture_output=True, check=True)


def ours(root: Path, layout: Layout, assignment: str, workers: int, students: int) -> tuple[float, float, float]:
    """Seconds per submission of the first batch, start included, and of a second one; and the learners' share."""
    bundle = Bundle.read(root, assignment)

    def submissions() -> Iterator[Submission]:
        return (Submission.read(layout, assignment, f"s{number:04}") for number in range(students))

    began = time.perf_counter()
    with Pool(bundle, workers=workers, hide=[root]) as pool:
        check(pool.run(submissions()))
        first = (time.perf_counter() - began) / students
        began = time.perf_counter()
        seconds = check(pool.run(submissions()))
        warm = (time.perf_counter() - began) / students
    return first, warm, seconds / students


def check(outcomes: Iterator[Outcome]) -> float:
    """Make sure that everybody got everything; the learners' processor time."""
    seconds = 0.0
    for outcome in outcomes:
        lost = [
            cell
            for one in outcome.notebooks
            for cell in one.cells
            if cell.points < cell.max_points and cell.kind == "auto"
        ]
        if outcome.status != "graded" or lost:
            raise SystemExit(f"{outcome.student}: {outcome.reason or lost[0]}")
        seconds += outcome.cpu_seconds
    return seconds


def measure(students: int, workers: int) -> Iterator[Timing]:
    """Measure every assignment."""
    with tempfile.TemporaryDirectory(prefix="emptychair-") as folder:
        root = Path(folder).resolve()
        for assignment in course(root):
            layout = hand_in(root, assignment, students)
            first, warm, learner = ours(root, layout, assignment, workers, students)
            yield Timing(assignment, stock(root, assignment, students), first, warm, learner)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    print(PAGE.format(python=platform.python_version(), system=f"{platform.system()} {platform.machine()}"))
    print(f"{options.submissions} submissions, {options.workers} workers, sandbox on; seconds per submission.\n")
    print(
        "| assignment | nbgrader | first batch, start included | times | warm | times | of the workers' time, learners' own |"
    )
    print("|---|---|---|---|---|---|---|")
    timings = []
    for timing in measure(options.submissions, options.workers):
        timings.append(timing)
        print(timing.row(options.workers), flush=True)
    print(together(timings).row(options.workers))


if __name__ == "__main__":
    main()
