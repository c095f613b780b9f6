"""A face whose view follows from choices, without a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest

from emptychair._progress import HOME, kept, progress_path
from emptychair.widgets._chooser import SHELF, Choice, Chooser, one_of


class Doors(Chooser):
    """Two doors; one that was opened stays open."""

    _esm = "export default { render() {} };"
    name: ClassVar[str] = "doors"
    start: ClassVar[Choice] = {"door": 1, "open": False}

    def fits(self, field: str, value: Any) -> bool:
        return one_of(value, {"door": (1, 2), "open": (True, False)}[field])

    def settled(self, before: Choice, now: Choice) -> Choice:
        return now | {"open": before["open"] or now["open"]}

    def seen(self, choice: Choice) -> dict[str, Any]:
        return {"behind": f"room {choice['door']}" if choice["open"] else ""}

    def describe(self) -> str:
        return "Doors"

    def static_html(self) -> str:
        return "<p>Doors</p>"


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_choice_makes_the_view_and_is_kept() -> None:
    """Does the view follow, and does a face made anew begin there?"""
    face = Doors()
    assert face.view == {"behind": ""}
    face.choice = {"door": 2, "open": True}
    assert face.view == {"behind": "room 2"}
    assert Doors().view == {"behind": "room 2"}
    assert kept(SHELF)["doors"] == {"door": 2, "open": True}


@pytest.mark.parametrize("wanted", [{"door": 3}, {"door": True}, {"open": 1}, {"window": 1}, {}])
def test_what_cannot_be_chosen(wanted: Choice) -> None:
    """Is it put back to what was chosen, and is nothing written?"""
    face = Doors()
    face.choice = wanted
    assert face.choice == Doors.start
    assert not progress_path().exists()


def test_what_may_not_be_taken_back() -> None:
    """Does the browser get to see that an opened door stays open?"""
    face = Doors()
    face.choice = {"door": 1, "open": True}
    face.choice = {"door": 2, "open": False}
    assert face.choice == {"door": 2, "open": True}


def test_trouble_with_the_file() -> None:
    """Is a file that cannot be written told, while the face goes on?"""
    progress_path().mkdir(parents=True)
    face = Doors()
    assert "cannot be read" in face.trouble
    face.choice = {"door": 2, "open": True}
    assert face.view == {"behind": "room 2"}
    assert face.trouble.startswith("Not kept for later: ")
