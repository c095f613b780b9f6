"""The report as a document: everything said is in it, as text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.practice import Mock, MockReport, Past, mock_html, mock_markdown, mock_report, question, telling

DAY = date(2027, 3, 1)
PAST = [Past("February 1, 2027", 2, 41, 1, 6), Past("February 9, 2027", 1, None, 0, 3)]


def report(answer: str, reply: str = "I decided against it, because it was late.") -> MockReport:
    """An interview of two questions, the second one passed."""
    mock = Mock(DAY, ("angry_customer", "failed_customer")).say(answer, 95, spoken=True)
    while mock.phase == "follow_up":
        mock = mock.say(reply)
    return mock_report(mock.say("").end())


@pytest.mark.parametrize("write", [mock_markdown, mock_html])
def test_document_has_everything(write: type[str]) -> None:
    """Are question, answer, every follow-up with its reply, every level, the next steps and the trend in it?"""
    found = report(telling("rail-holdrege-standstill", "middling").text)
    text = re.sub(r"\\(.)", r"\1", write(found, PAST)).replace("&#x27;", "'").replace("&quot;", '"')
    assert question("angry_customer").text in text
    assert "Garrity was shouting" in text
    assert all(it.asked in text for it in found.answers[0].follow_ups.asked)
    assert text.count("I decided against it, because it was late.") == found.probes
    assert found.answers[0].review is not None
    assert all(f"{it.title}: {it.level} of {it.top}." in text for it in found.answers[0].review.criteria)
    assert all(thing in text for thing in found.next)
    assert "(passed)" in text
    assert all(it.line in text for it in PAST)
    assert "ours, not Amazon's" in text


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=120), st.text(max_size=60))
def test_words_of_a_person_are_never_markup(answer: str, reply: str) -> None:
    """Does nothing that one says become a heading, a tag or a link, whatever it is?"""
    found = report(f"I said: {answer}", reply)
    html, markdown = mock_html(found), mock_markdown(found)
    assert html.count("<h2>") == 3
    assert "<script" not in html
    assert len(re.findall(r"^## ", markdown, re.M)) == 3
    assert mock_html(found) == html


@pytest.mark.parametrize(
    ("past", "line"),
    [
        (PAST[0], "February 1, 2027: 2 questions, score 41, 1 of 6 follow-ups survived"),
        (PAST[1], "February 9, 2027: 1 question, no story, 0 of 3 follow-ups survived"),
    ],
)
def test_line_of_an_earlier_interview(past: Past, line: str) -> None:
    """Is it told in one line?"""
    assert past.line == line


def test_past_of_a_report() -> None:
    """Does boiling down keep the counts?"""
    found = report("I rang her.")
    assert Past.of(found) == Past("March 1, 2027", 2, found.score, found.survived, found.probes)
