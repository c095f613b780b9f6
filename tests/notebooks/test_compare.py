"""Comparing two trees."""

from __future__ import annotations

import shutil
from pathlib import Path

import builders
import pytest

from emptychair.notebooks import Difference
from emptychair.notebooks._compare import compare

SHOWN = Path("exercises")


def trees(root: Path) -> tuple[Path, Path]:
    """Two equal trees with one notebook and one table."""
    nb = builders.notebook(builders.markdown("one", id="one"), builders.markdown("two", id="two"))
    builders.save(nb, root / "wanted/01_a/a.ipynb")
    (root / "wanted/01_a/a.csv").write_text("day,late\n")
    shutil.copytree(root / "wanted", root / "found")
    return root / "wanted", root / "found"


def test_trees_are_equal_when_only_leftovers_differ(tmp_path: Path) -> None:
    """Do Jupyter's own copies not count?"""
    wanted, found = trees(tmp_path)
    (found / "01_a/.ipynb_checkpoints").mkdir()
    (found / "01_a/.ipynb_checkpoints/a.ipynb").write_text("{}")
    assert list(compare(wanted, found, SHOWN)) == []


def test_both_directions_are_seen_when_files_are_gone_and_added(tmp_path: Path) -> None:
    """Is a missing file one thing and a stale one another?"""
    wanted, found = trees(tmp_path)
    (found / "01_a/a.csv").rename(found / "01_a/b.csv")
    assert list(compare(wanted, found, SHOWN)) == [
        Difference(SHOWN / "01_a/a.csv", "missing"),
        Difference(SHOWN / "01_a/b.csv", "stale"),
    ]


def test_everything_is_missing_when_there_is_no_folder(tmp_path: Path) -> None:
    """Is a release that was never made reported file by file?"""
    wanted, _ = trees(tmp_path)
    assert {difference.kind for difference in compare(wanted, tmp_path / "nothing", SHOWN)} == {"missing"}


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ('"two"\n', '"too"\n', "two"),
        ('"id": "one"', '"id": "won"', "one"),
        ('"python3"', '"python4"', None),
        ('"cells"', '"sells"', None),
    ],
)
def test_first_cell_is_named_when_notebooks_differ(tmp_path: Path, old: str, new: str, cell: str | None) -> None:
    """Is the cell said where there is one, and nothing made up where there is none?"""
    wanted, found = trees(tmp_path)
    path = found / "01_a/a.ipynb"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    assert list(compare(wanted, found, SHOWN)) == [Difference(SHOWN / "01_a/a.ipynb", "different", cell)]


def test_added_cell_is_named_when_it_is_the_last(tmp_path: Path) -> None:
    """Is a cell that only one side has the differing one?"""
    wanted, found = trees(tmp_path)
    nb = builders.notebook(*(builders.markdown(name, id=name) for name in ("one", "two", "three")))
    builders.save(nb, found / "01_a/a.ipynb")
    (difference,) = compare(wanted, found, SHOWN)
    assert difference.cell == "three"


def test_difference_says_how_to_mend_it_when_printed() -> None:
    """Does each line end with the command?"""
    for kind in ("missing", "stale", "different"):
        line = str(Difference(SHOWN / "a.csv", kind))
        assert line.startswith("exercises/a.csv ")
        assert line.endswith("Run `emptychair release`.")
