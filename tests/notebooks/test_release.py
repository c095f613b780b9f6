"""The release: a golden tree, and every way to fail.

To renew the golden tree after a change that is meant, release ``golden/course`` into ``golden/exercises``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import builders
import pytest

from emptychair import EmptyChairError
from emptychair.notebooks import check_release, check_tree, clean, dumps, read, release

GOLDEN = Path(__file__).parent / "golden"
CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"


def content(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the golden course in a folder whose name is a glob pattern."""
    return Path(shutil.copytree(GOLDEN / "course", tmp_path / "course [2]"))


def small(root: Path, name: str, source: str = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION") -> None:
    """One more assignment with one cell."""
    nb = builders.notebook(builders.solution(source, grade_id="answer"))
    builders.save(nb, root / "solutions" / name / "only.ipynb")


def test_release_is_golden_when_made_from_the_golden_course(course: Path) -> None:
    """Are the released files, byte by byte, the expected ones, and the sources untouched?"""
    made = release(course)
    assert content(course / "exercises") == content(GOLDEN / "exercises")
    assert {path.relative_to(course / "exercises").as_posix() for path in made} == set(content(GOLDEN / "exercises"))
    assert content(course / "solutions") == content(GOLDEN / "course/solutions")
    assert {path.name for path in course.iterdir()} == {"solutions", "exercises"}
    assert check_release(course) == ()
    assert check_tree(course) == ()


def test_nothing_secret_is_left_when_released() -> None:
    """Are solutions and hidden tests gone from the golden release, and nothing else?"""
    before = read(GOLDEN / "course/solutions/06_late_parcels/parcels.ipynb")
    after = read(GOLDEN / "exercises/06_late_parcels/parcels.ipynb")
    text = dumps(after)
    for secret in (
        "return late / sent",
        "packed it late",
        "one van",
        "40 - parcels",
        "call the customer",
        "share(0, 0)",
    ):
        assert secret in dumps(before)
        assert secret not in text
    assert "SOLUTION" not in text
    assert "HIDDEN" not in text
    assert [cell.id for cell in after.cells] == [cell.id for cell in before.cells]


def test_stock_nbgrader_gives_the_same_bytes_when_run_with_our_settings(course: Path, tmp_path: Path) -> None:
    """Does `nbgrader generate_assignment`, started in the course folder, release the very same files?"""
    stock = tmp_path / "stock"  # stock nbgrader reads the folder's name as a pattern
    shutil.copytree(course, stock)
    shutil.copy(CONFIG, stock)
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", "06_late_parcels", "--no-db", "--force"]
    done = subprocess.run(command, cwd=stock, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    release(course)
    assert content(stock / "exercises") == content(course / "exercises")
    assert not (stock / "gradebook.db").exists()


def test_release_is_canonical_when_the_source_is_not(course: Path) -> None:
    """Does metadata left in a source by an editor stay out of the release?"""
    path = course / "solutions/06_late_parcels/parcels.ipynb"
    nb = read(path)
    nb.metadata["toc"] = {}
    nb.cells[3].execution_count = 7
    nb.cells[3].outputs = [builders.printed("0.075\n")]
    builders.save(nb, path)
    release(course)
    released = course / "exercises/06_late_parcels/parcels.ipynb"
    assert released.read_text(encoding="utf-8") == dumps(clean(read(released), "exercise"))
    assert content(course / "exercises") == content(GOLDEN / "exercises")


def test_stale_folder_goes_when_everything_is_released(course: Path) -> None:
    """Is what has no source any more found by the check and removed by the release?"""
    release(course)
    (course / "exercises/99_stale").mkdir()
    (course / "exercises/99_stale/old.csv").write_text("")
    (difference,) = check_release(course)
    assert str(difference).startswith("exercises/99_stale/old.csv is stale")
    release(course)
    assert not (course / "exercises/99_stale").exists()


def test_others_stay_when_one_assignment_is_named(course: Path) -> None:
    """Is only the named assignment released?"""
    small(course, "07_more")
    release(course)
    (course / "exercises/06_late_parcels/parcels.ipynb").write_text("kept")
    (course / "exercises/07_more/only.ipynb").write_text("replaced")
    made = release(course, assignments=["07_more"])
    assert [path.name for path in made] == ["only.ipynb"]
    assert (course / "exercises/06_late_parcels/parcels.ipynb").read_text() == "kept"
    assert read(course / "exercises/07_more/only.ipynb").cells[0].source.startswith("raise NotImplementedError")


def test_release_goes_elsewhere_when_told_so(course: Path, tmp_path: Path) -> None:
    """Can the exercises be made in another folder, the course left as it is?"""
    release(course, into=tmp_path / "handout")
    assert content(tmp_path / "handout") == content(GOLDEN / "exercises")
    assert not (course / "exercises").exists()


def test_changed_cell_is_named_when_an_exercise_was_edited(course: Path) -> None:
    """Does the check say which file and which cell?"""
    release(course)
    path = course / "exercises/06_late_parcels/parcels.ipynb"
    nb = read(path)
    nb.cells[5]["source"] = "%%answer apology\nMy own words."
    builders.save(nb, path)
    (difference,) = check_release(course)
    assert (difference.kind, difference.cell) == ("different", "apology")


FAULTY = {
    "alone": ("### BEGIN SOLUTION\nx = 1", r"solutions/07_bad/only\.ipynb, cell `answer`: line 1 says BEGIN SOLUTION"),
    "end": ("x = 1\n### END SOLUTION", r"cell `answer`: line 2 says END SOLUTION"),
    "tests": ("### BEGIN HIDDEN TESTS\nx", r"cell `answer`: line 1 says BEGIN HIDDEN TESTS"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_old_release_stands_when_a_source_is_faulty(course: Path, fault: str) -> None:
    """Does one bad assignment stop all, with a line that names it, and nothing half-released?"""
    release(course)
    before = content(course)
    source, said = FAULTY[fault]
    small(course, "05_fine")
    small(course, "07_bad", source)
    for step in (release, check_release):
        with pytest.raises(EmptyChairError, match=said) as caught:
            step(course)
        assert "\n" not in str(caught.value)
        assert "Nothing was released" in str(caught.value)
    shutil.rmtree(course / "solutions/05_fine")
    shutil.rmtree(course / "solutions/07_bad")
    assert content(course) == before


def test_release_says_nbgraders_reason_when_only_nbgrader_refuses(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is what nbgrader logs brought into the one line, where our own look found nothing?"""
    small(course, "07_bad", "### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS\n### BEGIN SOLUTION\n### END SOLUTION")
    monkeypatch.setattr("emptychair.notebooks._build.check_sources", lambda *_: None)
    with pytest.raises(EmptyChairError, match=r"^solutions/07_bad: nbgrader refused it \(.*Hidden test region"):
        release(course)
    assert not (course / "exercises").exists()


def test_release_is_refused_when_a_source_is_corrupt(course: Path) -> None:
    """Is a file that is no notebook named by its place in the course?"""
    (course / "solutions/06_late_parcels/parcels.ipynb").write_text("{")
    with pytest.raises(EmptyChairError, match=r"^solutions/06_late_parcels/parcels\.ipynb is not a notebook \(line 1"):
        release(course)


@pytest.mark.parametrize("name", ["08_unknown", "06_late", "", "*", "../solutions"])
def test_release_is_refused_when_the_assignment_is_unknown(course: Path, name: str) -> None:
    """Are the ones that exist told?"""
    with pytest.raises(EmptyChairError, match="there: 06_late_parcels"):
        release(course, assignments=[name])
    assert not (course / "exercises").exists()


def test_release_is_refused_when_a_folder_is_misnamed(course: Path) -> None:
    """Is a folder nbgrader would stumble over named before it does?"""
    small(course, "more+parcels")
    with pytest.raises(EmptyChairError, match=r"solutions/more\+parcels is not named NN_slug"):
        release(course)


def test_old_release_stands_when_the_folder_cannot_be_replaced(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a read-only folder end in one line and the old exercises?"""
    release(course)
    before = content(course)
    small(course, "07_more")
    real = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == course / "exercises" or Path(source) == course / "exercises":
            raise OSError(30, "Read-only file system")
        real(source, target)

    monkeypatch.setattr(Path, "replace", lambda self, target: refuse(self, target))
    with pytest.raises(EmptyChairError, match=r"exercises cannot be written \(read-only file system\)"):
        release(course)
    shutil.rmtree(course / "solutions/07_more")
    assert content(course) == before


def test_release_says_so_when_there_is_nothing_to_release(tmp_path: Path) -> None:
    """Is an empty course not released as an empty folder?"""
    with pytest.raises(EmptyChairError, match="holds no assignment"):
        release(tmp_path)
    assert list(tmp_path.iterdir()) == []
