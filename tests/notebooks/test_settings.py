"""nbgrader's settings."""

from __future__ import annotations

from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions
from traitlets.utils.importstring import import_item

from emptychair.notebooks import nbgrader_settings
from emptychair.notebooks._settings import PREPROCESSORS
from emptychair.notebooks._stubs import ProseClearSolutions


def test_preprocessors_are_nbgraders_when_ours_is_put_back() -> None:
    """Are list and order nbgrader's own, one member exchanged?"""
    ours = [import_item(name) for name in PREPROCESSORS]
    theirs = GenerateAssignment.class_traits()["preprocessors"].default()
    assert [ClearSolutions if member is ProseClearSolutions else member for member in ours] == theirs
    assert ours.count(ProseClearSolutions) == 1


def test_settings_stay_inside_the_course_when_made_for_a_folder(tmp_path: Path) -> None:
    """Do gradebook and exchange lie in the course folder, with absolute paths?"""
    config = nbgrader_settings(tmp_path)
    assert config.CourseDirectory.root == str(tmp_path)
    assert config.CourseDirectory.course_id == "emptychair"
    assert config.CourseDirectory.db_url == f"sqlite:///{tmp_path}/gradebook.db"
    assert Path(config.Exchange.root).is_relative_to(tmp_path)


def test_folders_are_the_courses_when_nbgrader_reads_the_settings(tmp_path: Path) -> None:
    """Does nbgrader itself find sources in solutions/ and releases in exercises/?"""
    from nbgrader.coursedir import CourseDirectory

    course = CourseDirectory(config=nbgrader_settings(tmp_path))
    assert (course.source_directory, course.release_directory) == ("solutions", "exercises")
    assert (course.submitted_directory, course.autograded_directory) == ("submitted", "autograded")
