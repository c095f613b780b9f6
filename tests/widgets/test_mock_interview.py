"""MockInterview without a browser: nothing that was said or typed is lost, whatever goes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice import Mock, telling
from emptychair.widgets import MockInterview
from emptychair.widgets._mock_room import SHELF

TRAIN = telling("rail-holdrege-standstill", "middling").text


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _today() -> date:
    return date(2027, 3, 1)


def face() -> MockInterview:
    """A face as after the kernel was restarted: it knows what was kept and nothing else."""
    return MockInterview(_today)


def do(it: MockInterview, act: str, **more: Any) -> dict[str, Any]:
    """Press a button, and give what is shown then."""
    it._act({"act": act, **more})
    view: dict[str, Any] = it.view
    assert json.loads(json.dumps(view)) == view
    return view


def begun(count: int = 2, **wishes: Any) -> MockInterview:
    """A face with a running interview."""
    it = face()
    do(it, "begin", wishes={"count": count, **wishes})
    return it


def say(it: MockInterview, text: str, **more: Any) -> dict[str, Any]:
    """Send what stands in the field."""
    return do(it, "say", step=it.view["step"], text=text, **more)


def to_the_end(it: MockInterview, answer: str = TRAIN) -> dict[str, Any]:
    """Answer everything, and pass on the follow-ups."""
    while it.view["phase"] in ("answer", "follow_up"):
        say(it, answer if it.view["phase"] == "answer" else "")
    view: dict[str, Any] = it.view
    return view


def test_whole_interview() -> None:
    """Do two questions with their follow-ups lead to a report, and is it kept in the line of interviews?"""
    it = begun()
    assert it.view["head"] == "Question 1 of 2"
    assert say(it, TRAIN)["head"] == "Question 1 of 2, follow-up 1"
    view = to_the_end(it)
    assert (view["phase"], len(view["answers"]), len(view["next"]), len(view["trend"])) == ("over", 2, 3, 1)
    assert do(it, "show", index=None)["phase"] == "choose"


def test_transcript_that_is_pasted() -> None:
    """Are times and the host's words no part of a spoken answer, is its pace known without a clock, and is a typed text left alone?"""
    pasted = (
        "Host  0:00\nTell me.\nAna  0:05\nI rang her myself, and she told me what was wrong.\nHost  0:10\nAnd then?"
    )
    it = begun(1)
    say(it, pasted, spoken=True)
    view = do(it, "end")
    assert view["answers"][0]["answer"] == "I rang her myself, and she told me what was wrong."
    assert "11 words, 0:05 (spoken)" in view["answers"][0]["how"]
    assert "132 words a minute" in view["answers"][0]["how"]
    typed = begun(1)
    say(typed, pasted)
    assert do(typed, "end")["answers"][0]["answer"] == pasted


def test_report_is_compared_with_the_one_before() -> None:
    """On one day, and when an old report is opened: is each compared with what came before it, and the first with nothing?"""
    views = [to_the_end(begun(1, views=False), answer) for answer in (TRAIN, "We handled it.", TRAIN)]
    assert views[0]["compared"] == ""
    assert "below the interview before" in views[1]["compared"]
    assert "above the interview before" in views[2]["compared"]
    again = face()
    assert [do(again, "show", index=n)["compared"] for n in range(3)] == [it["compared"] for it in views]
    assert len(again.view["trend"]) == 3


def test_kernel_that_restarts_at_the_report() -> None:
    """Is the report of a kernel that has gone in the line of interviews, the only one or not, and the same when it is opened?"""
    for count in (1, 2):
        view = to_the_end(begun(1))
        again = face()
        assert (again.view["phase"], len(again.view["trend"])) == ("choose", count)
        shown = do(again, "show", index=count - 1)
        assert {key: shown[key] for key in ("head", "answers", "next")} == {
            key: view[key] for key in ("head", "answers", "next")
        }


def test_nothing_is_judged_before_the_end() -> None:
    """Does the face know no score, no level and no missing evidence while one talks?"""
    view = say(begun(), TRAIN)
    assert not {"answers", "facts", "criteria", "next"} & view.keys()


@pytest.mark.parametrize("steps", range(6))
def test_kernel_that_restarts_after_any_step(steps: int) -> None:
    """Does a new kernel go on where the old one was, with everything said and what is being typed?"""
    it = begun()
    for n in range(steps):
        say(it, TRAIN if it.view["phase"] == "answer" else f"Reply {n}.", seconds=30 + n, spoken=True)
    it.draft = {"step": it.view["step"], "text": "half a sen", "seconds": 41.6, "spoken": False}
    again = face()
    same = {"phase", "step", "head", "prompt", "before"}
    assert {key: again.view.get(key) for key in same} == {key: it.view.get(key) for key in same}
    assert again.view["draft"] == {"text": "half a sen", "seconds": 42, "spoken": False}


def test_draft_of_another_step() -> None:
    """Is a draft shown at its own step only, and one that comes late not kept?"""
    it = begun()
    first = it.view["step"]
    it.draft = {"step": first, "text": "mine", "seconds": 3, "spoken": True}
    say(it, TRAIN)
    assert face().view["draft"]["text"] == ""
    it.draft = {"step": first, "text": "late", "seconds": 4, "spoken": True}
    assert kept(SHELF)["draft"]["text"] == "mine"


def test_answer_that_is_sent_twice() -> None:
    """Is a second click, or a click in another tab, not taken for the next reply?"""
    it, other = begun(), face()
    sent = {"step": it.view["step"], "text": TRAIN}
    do(it, "say", **sent)
    head = it.view["head"]
    assert do(it, "say", **sent)["head"] == head
    assert do(other, "say", **sent)["head"] == head
    assert len(Mock.from_data(kept(SHELF)["room"]["now"]).given) == 1


def test_end_with_words_in_the_field() -> None:
    """Is what was typed and not sent in the report, after ending early?"""
    it = begun()
    say(it, TRAIN)
    view = do(it, "end", step=it.view["step"], text="I had the baggage car opened.")
    assert view["answers"][0]["follow_ups"][0]["reply"] == "I had the baggage car opened."
    assert "I had the baggage car opened." in it.report("md")
    assert "I had the baggage car opened." in it.report("html")


def test_end_before_anything_was_said() -> None:
    """Is an interview without a word none?"""
    it = begun()
    assert do(it, "end", step=it.view["step"], text="  ")["phase"] == "choose"
    assert it.report() == ""


def test_trend_and_earlier_reports() -> None:
    """Is each interview in the line, with other questions than before, and can an earlier report be opened?"""
    it = begun(1)
    to_the_end(it, "We always help. Everyone was happy.")
    do(it, "begin", wishes={"count": 1})
    view = to_the_end(it)
    assert "above the interview before" in view["compared"]
    scores = [row["score"] for row in view["trend"]]
    assert scores[0] < scores[1]
    asked = [entry["mock"]["asked"] for entry in kept(SHELF)["room"]["past"]]
    assert asked[0] != asked[1]
    assert it.report().count("Earlier interviews") == 1
    assert "We always help." in json.dumps(do(it, "show", index=0))
    assert "Earlier interviews" not in it.report()


@pytest.mark.parametrize(
    "wishes",
    [None, 3, {"count": 99, "principles": "all", "difficulty": "hard", "views": 1}, {"principles": ["nonsense", 7]}],
)
def test_wishes_that_are_nonsense(wishes: object) -> None:
    """Does an interview begin all the same, with what can be wished for?"""
    assert do(face(), "begin", wishes=wishes)["head"] == "Question 1 of 2"


def test_wishes_that_nothing_meets() -> None:
    """Is it said in a sentence, and does nothing begin?"""
    it = begun(principles=["frugality"], difficulty=1)
    assert it.view["phase"] == "choose"
    assert "Choose another difficulty" in it.trouble


@pytest.mark.parametrize("wish", [{}, {"act": "erase"}, {"act": "show", "index": "0"}, {"act": "save", "form": "exe"}])
def test_messages_that_are_no_wish(wish: dict[str, Any]) -> None:
    """Is anything else from the browser no error?"""
    it = begun()
    before = it.view["step"]
    it._act(wish)
    assert it.view["step"] == before


@pytest.mark.parametrize("seconds", [None, "12", True, -4, float("nan"), 10**9, [3]])
def test_seconds_that_are_nonsense(seconds: object) -> None:
    """Is a clock that says nonsense no error, and never negative or endless?"""
    it = begun(1)
    say(it, TRAIN, seconds=seconds, spoken=True)
    assert 0 <= Mock.from_data(kept(SHELF)["room"]["now"]).given[0].seconds <= 36_000


def test_progress_that_cannot_be_written() -> None:
    """Does the talk go on, is it said, and does the browser hear that its own copy is still needed?"""
    it = begun()
    progress_path().write_text('{"schema": 2, "kept": {}}', encoding="utf-8")
    view = say(it, TRAIN)
    assert view["phase"] == "follow_up"
    assert view["kept"] is False
    assert it.trouble


@pytest.mark.parametrize("now", [3, "x", {"began": "2027-03-01", "asked": ["gone"], "given": [], "ended": False}])
def test_interview_that_cannot_be_read(now: object) -> None:
    """Is it put aside, word for word, and can a new one begin?"""
    keep(SHELF, "room", {"now": now, "past": [7, {"mock": 1}], "wishes": None})
    it = face()
    assert it.view["phase"] == "choose"
    assert "cannot be read" in it.trouble
    assert kept(SHELF)["room"]["aside"] == [now]
    assert do(it, "begin", wishes={})["phase"] == "answer"


@pytest.mark.parametrize("prepare", [lambda: None, begun, lambda: to_the_end(begun())])
def test_text_form_is_the_same_whatever_was_kept(prepare: Callable[[], object]) -> None:
    """Does nbval see the same lesson for everybody?"""
    before = (repr(face()), face().static_html())
    prepare()
    assert (repr(face()), face().static_html()) == before
