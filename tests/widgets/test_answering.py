"""What answers a bet, without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import HTML, display

from emptychair import EmptyChairError
from emptychair._predictions import prediction
from emptychair._progress import HOME, keep
from emptychair.widgets import Predict, answering
from emptychair.widgets._answering import Answering
from emptychair.widgets.predict import SHELF

BET = "stories_told"
TOLD = "23 of 100 <told>"


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _face(text: str = TOLD) -> Answering:
    return Answering(prediction(BET), [{"text/plain": text}])


def test_closed_before_a_commitment() -> None:
    """Is the answer nowhere in what the browser gets, while the comparison of lessons has all of it?"""
    face = _face()
    assert "23" not in json.dumps(face.get_state(["html", "question"]))
    assert repr(face) == TOLD
    assert face.static_html().startswith("<details><summary>")
    assert "&lt;told&gt;" in face.static_html()


def test_commitment_opens_it() -> None:
    """Does it open at once when the bet is made, whatever is bet, and only for that bet?"""
    face, other = _face(), Answering(prediction("follow_ups"), [{"text/plain": TOLD}])
    bet = Predict(BET)
    bet.committed = 101.0
    assert face.html == ""
    bet.committed = 50.0
    assert face.html == "<pre>23 of 100 &lt;told&gt;</pre>"
    assert other.html == ""


def test_open_when_the_bet_was_made_earlier() -> None:
    """Is it open from the start, and are its text and its static form what they were?"""
    before = _face()
    keep(SHELF, BET, {"said": 50.0, "truth": 23.0})
    after = _face()
    assert after.html
    assert (repr(after), after.static_html()) == (repr(before), before.static_html())


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """A real shell without a history file."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    yield shell
    InteractiveShell.clear_instance()


@pytest.mark.usefixtures("shell")
def test_block_is_held_back(capsys: pytest.CaptureFixture[str]) -> None:
    """Do a figure and what is printed become one face, the figure first?"""
    with answering(BET):
        print("2 to read off it")
        display(HTML("<b>figure</b>"))
    shown = capsys.readouterr().out
    assert shown.index("HTML object") < shown.index("2 to read off it")


def _told_and_failed() -> None:
    print(TOLD)
    raise ZeroDivisionError


def test_error_comes_through(capsys: pytest.CaptureFixture[str]) -> None:
    """Is an error inside an error of the cell, with nothing told by the way?"""
    with pytest.raises(ZeroDivisionError), answering(BET):
        _told_and_failed()
    assert TOLD not in capsys.readouterr().out


def test_bet_that_nobody_asks() -> None:
    """Is a wrong name told before the work is done?"""
    done = []
    with pytest.raises(EmptyChairError, match="stories_told"), answering("stories_tol"):
        done.append(1)
    assert done == []
