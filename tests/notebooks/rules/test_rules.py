"""Every rule fires on its fixture, and on nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from emptychair.notebooks import check_tree
from emptychair.notebooks.rules import RULES

FIXTURES = Path(__file__).parents[1] / "fixtures"

# fixture, role of the folder it is put into, the rule that fires, the cell it names
BROKEN = (
    ("another_kernel", "lessons", "wrong_kernel", None),
    ("python_version", "lessons", "wrong_kernel", None),
    ("table_of_contents_settings", "lessons", "stray_notebook_metadata", None),
    ("widget_state", "lessons", "widget_state", None),
    ("collapsed_cell", "lessons", "stray_cell_metadata", "counts"),
    ("scrolled_output", "lessons", "stray_cell_metadata", "share"),
    ("timings", "lessons", "timings", "counts"),
    ("unknown_tag", "lessons", "unknown_tag", "counts"),
    ("old_nbgrader_schema", "solutions", "nbgrader_schema", "share"),
    ("checksum_in_a_source", "solutions", "nbgrader_schema", "share"),
    ("missing_id", "lessons", "missing_id", "number 1"),
    ("id_with_capitals", "lessons", "malformed_id", "Title_Cell"),
    ("random_id", "lessons", "random_id", "9c1f0a7e-52d4-4f6b-8a53-1d2e3f4a5b6c"),
    ("duplicate_id", "lessons", "duplicate_id", "counts"),
    ("id_is_not_grade_id", "solutions", "id_is_not_grade_id", "answer"),
    ("unexecuted_cell", "lessons", "unexecuted_cell", "share"),
    ("execution_counts_out_of_order", "lessons", "execution_counts_out_of_order", "counts"),
    ("executed_solution", "solutions", "stored_results", "share"),
    ("solution_with_output", "solutions", "stored_results", "share"),
    ("cell_of_sixteen_lines", "lessons", "long_code_cell", "counts"),
    ("median_of_five_lines", "lessons", "long_median", None),
    ("sixty_one_cells", "lessons", "too_many_cells", None),
    ("test_without_sentence", "solutions", "test_without_sentence", "share-test"),
    ("test_with_two_sentences", "solutions", "test_without_sentence", "share-test"),
    ("widget_view", "lessons", "widget_view", "share"),
    ("split_stream", "lessons", "split_stream", "share"),
    ("memory_address", "lessons", "memory_address", "share"),
    ("home_folder", "lessons", "machine_path", "share"),
    ("temporary_folder", "lessons", "machine_path", "share"),
    ("stderr_output", "lessons", "stderr_output", "share"),
    ("unexpected_error", "lessons", "unexpected_error", "share"),
    ("misnamed", "lessons", "misnamed", None),
    ("indented_by_four", "lessons", "not_canonical", None),
    ("no_final_line_end", "lessons", "not_canonical", None),
    ("not_json", "lessons", "unreadable", None),
    ("format_4_4", "lessons", "unreadable", None),
)
GOOD = (("good_lesson", "lessons"), ("good_solution", "solutions"))


def place(root: Path, fixture: str, folder: str) -> None:
    """Put the fixture where a notebook of that role stands."""
    name = fixture if fixture == "misnamed" else f"01_{fixture}"
    target = root / f"lessons/{name}.ipynb" if folder == "lessons" else root / f"solutions/01_case/{fixture}.ipynb"
    target.parent.mkdir(parents=True)
    shutil.copy(FIXTURES / f"{fixture}.ipynb", target)


@pytest.mark.parametrize(("fixture", "folder", "rule", "cell"), BROKEN, ids=[row[0] for row in BROKEN])
def test_rule_fires_when_its_defect_is_there(
    tmp_path: Path, fixture: str, folder: str, rule: str, cell: str | None
) -> None:
    """Does the defect give exactly one problem, with one line that says where and what to do?"""
    place(tmp_path, fixture, folder)
    (problem,) = check_tree(tmp_path)
    assert (problem.rule, problem.cell) == (rule, cell)
    line = str(problem)
    assert line.startswith(f"{folder}/")
    assert "\n" not in line
    assert problem.message.endswith(".")
    assert problem.fix.endswith(".")


@pytest.mark.parametrize(("fixture", "folder"), GOOD)
def test_rules_are_silent_when_the_notebook_is_good(tmp_path: Path, fixture: str, folder: str) -> None:
    """Does a notebook as it should be pass?"""
    place(tmp_path, fixture, folder)
    assert check_tree(tmp_path) == ()


def test_table_is_complete_when_compared_with_rules_and_files() -> None:
    """Has every rule a fixture, and every fixture a row?"""
    assert {row[2] for row in BROKEN} == {rule.name for rule in RULES} | {"unreadable"}
    assert {row[0] for row in (*BROKEN, *GOOD)} == {path.stem for path in FIXTURES.glob("*.ipynb")}


def test_names_agree_when_a_rule_is_listed() -> None:
    """Is every rule called what its function is called, once?"""
    assert [rule.name for rule in RULES] == [rule.find.__name__ for rule in RULES]
    assert len({rule.name for rule in RULES}) == len(RULES)
