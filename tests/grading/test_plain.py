"""Does plain nbgrader use the engine?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from grading import course, dump

from emptychair._process import environment
from emptychair.grading import grade

pytestmark = [pytest.mark.sandbox, pytest.mark.timeout(180)]
# Stock nbgrader would give full points for this.
CHEAT = "    import os\n    os._exit(0)"


def test_nbgrader_autograde_uses_the_engine(small_kit: Path, tmp_path: Path) -> None:
    """Are the results those of `emptychair grade`, journal and all, and is one that fails no harm to the next?"""
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    course.hand_in(root, "ana", course.assignment())
    course.hand_in(root, "bo").write_text("{")
    cheat = course.assignment()
    cheat.cells[1].source = f"def double(number):\n{CHEAT}"
    course.hand_in(root, "cy", cheat)
    for line in (["generate_assignment", course.ASSIGNMENT, "--force"], ["autograde", course.ASSIGNMENT]):
        done = subprocess.run([sys.executable, "-m", "nbgrader", *line], cwd=root, env=environment(), check=False)
    assert done.returncode == 1  # bo's was not graded
    plain = dump.dump(f"sqlite:///{root / 'gradebook.db'}")
    graded = {
        (row["notebook_id"], row["cell_id"]): (row["auto_score"], row["needs_manual_grade"]) for row in plain["grade"]
    }
    assert sorted(score for score, _ in graded.values() if score is not None) == [0, 0, 2, 3]
    document = json.loads((root / "autograded" / "cy" / course.ASSIGNMENT / "small.ipynb").read_text())
    assert document["cells"]
    report = grade(root, course.ASSIGNMENT, students=["ana", "cy"])
    assert {one.student: one.points for one in report.submissions} == {"ana": 5.0, "cy": 0.0}
    assert dump.dump(f"sqlite:///{root / 'gradebook.db'}") == plain
