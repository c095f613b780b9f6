"""The mock interview as a value: steps, passes, and coming back after a restart."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.practice import Mock, question, telling

DAY = date(2027, 3, 1)
TWO = ("angry_customer", "failed_customer")
TRAIN = telling("rail-holdrege-standstill", "middling").text


def through(mock: Mock, *, answer: str = TRAIN, reply: str = "") -> Mock:
    """Answer every question and give the same reply to every follow-up."""
    while mock.phase != "over":
        mock = mock.say(answer if mock.phase == "answer" else reply, 90)
    return mock


def test_steps_of_an_interview() -> None:
    """Does each thing said lead to another step, from the first question to the end?"""
    mock, steps = Mock(DAY, TWO), []
    while mock.phase != "over":
        steps.append((mock.step, mock.prompt))
        mock = mock.say(TRAIN if mock.phase == "answer" else "")
    assert len({step for step, _ in steps}) == len(steps)
    assert [prompt for _, prompt in steps].count(question(TWO[0]).text) == 1
    assert len(steps) == 2 + sum(len(it.talk.turns) for it in mock.given) > 2 + 2 * 2
    assert (mock.prompt, mock.current) == ("", None)


def test_question_that_is_passed() -> None:
    """Does the next question come, without follow-ups about nothing?"""
    mock = Mock(DAY, TWO).say("  ")
    assert (mock.phase, mock.current) == ("answer", question(TWO[1]))
    assert mock.say("").phase == "over"


@pytest.mark.parametrize("said", [0, 1, 2])
def test_interview_that_is_ended_early(said: int) -> None:
    """Does what was said stay, and is nothing asked anymore?"""
    mock = Mock(DAY, TWO)
    for _ in range(said):
        mock = mock.say(TRAIN)
    ended = mock.end()
    assert (ended.phase, ended.given) == ("over", mock.given)
    with pytest.raises(EmptyChairError, match="is over"):
        ended.say("More.")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=7), st.booleans(), st.integers(-5, 10_000))
def test_state_when_kept_and_read_at_any_step(said: list[str], spoken: bool, seconds: int) -> None:
    """Does any text, at any step, come back from JSON as it was?"""
    mock = Mock(DAY, TWO)
    for text in said:
        if mock.phase != "over":
            mock = mock.say(text, seconds, spoken=spoken)
        assert Mock.from_data(json.loads(json.dumps(mock.to_data()))) == mock


def _changed(**changes: object) -> dict[str, Any]:
    return {**Mock(DAY, TWO).say(TRAIN).to_data(), **changes}


@pytest.mark.parametrize(
    "data",
    [
        None,
        3,
        [],
        {},
        _changed(began="yesterday"),
        _changed(asked=["no_such_question"]),
        _changed(asked=["failed_customer"]),
        _changed(asked=5),
        _changed(given=[{"question": "angry_customer"}]),
        _changed(given=[{"question": "angry_customer", "talk": "{}", "seconds": 1, "spoken": False}]),
    ],
)
def test_state_when_it_is_something_else(data: object) -> None:
    """Is it refused in one sentence, whatever an edited file says?"""
    with pytest.raises(EmptyChairError, match="not the state of a mock interview"):
        Mock.from_data(data)
