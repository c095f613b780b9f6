"""The conversation: five follow-ups at most, never for what is there, restored as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.practice import Interview, answers, conversation, gaps, interview, probes, question, telling
from emptychair.practice._interview import MOST

ASKED = "Tell me about a time you dealt with an angry customer."
WEAK = telling("nursing-night-noise", "weak").text
FILLED = {
    "need": "I asked eleven customers about it, and found that most of them only wanted to know the day of delivery.",
    "ownership": "I drove to the warehouse, opened the boxes, and counted every part myself.",
    "reason": "I rang the carrier first, because only they knew where the parcels were.",
    "alternative": "I could have sent a refund instead, but I decided against it because she needed the table.",
    "number": "Complaints about the wait fell from 40 a week to 9 a week within three months.",
    "check": "At the other store, where nothing was changed, complaints stayed at 38 a week over the same three months.",
    "mechanism": "I added a count of the parts to the packing checklist, and the team still uses it today.",
    "reflection": "I should have asked her sooner; I had assumed that a refund was what she wanted, and that was my mistake.",
}


def passed(talk: Interview) -> Interview:
    """Pass on everything."""
    while talk.pending:
        talk = talk.reply("")
    return talk


@pytest.mark.parametrize("answer", answers("held_out"), ids=lambda it: f"{it.scenario}/{it.level}")
def test_interview_when_everything_is_passed(answer: object) -> None:
    """Are the five surest gaps asked for, each once, and is nothing survived?"""
    text = answer.text  # type: ignore[attr-defined]
    talk = passed(interview(ASKED, text))
    assert {turn.probe for turn in talk.turns} == set(gaps(text)[:MOST])
    assert len({turn.probe for turn in talk.turns}) == len(talk.turns)
    assert talk.report().survived == 0


def test_interview_when_every_reply_is_good() -> None:
    """Is each probe survived, and does it end when five were asked or nothing is missing?"""
    talk = interview(ASKED, WEAK)
    while talk.pending:
        talk = talk.reply(FILLED[talk.pending])
    report = talk.report()
    assert 1 <= len(report.asked) <= MOST
    assert report.survived == len(report.asked)
    assert not {it.probe for it in report.asked} & set(report.open)


def test_interview_when_a_reply_says_more_than_was_asked() -> None:
    """Is what a reply has already given not asked for again?"""
    talk = interview(ASKED, WEAK).reply(" ".join(FILLED.values()))
    assert talk.pending is None
    assert talk.report().open == ()


@pytest.mark.parametrize("reply", ["I don't know.", "It went well.", "", "No.", "asdf " * 50])
def test_report_when_a_reply_gives_nothing(reply: str) -> None:
    """Is a probe lost when the reply does not have what was asked for?"""
    report = interview(ASKED, WEAK).reply(reply).report()
    assert (report.survived, report.asked[0].supplied) == (0, False)


def test_report_when_a_reply_contradicts() -> None:
    """Is a probe lost when the evidence is there and the numbers have changed?"""
    story = "Forty customers had lost their deposits. I rang every customer on the list, because nobody had told them."
    talk = interview(ASKED, story)
    reply = "Sixty customers had lost their deposits. " + FILLED[talk.pending or ""]
    asked = talk.reply(reply).report().asked[0]
    assert asked.supplied
    assert [it.kind for it in asked.clashes] == ["number"]
    assert not asked.survived


def test_interview_when_an_opinion_was_asked() -> None:
    """Are only probes asked that an opinion can answer, in words for an opinion?"""
    why = question("why_customers_matter")
    talk = passed(interview(why, "Customers matter. They pay for everything."))
    asked = {turn.probe: turn.asked for turn in talk.turns}
    assert asked
    assert all(asked[name] in probes()[name].view for name in asked)
    assert "ownership" not in asked


@pytest.mark.parametrize(
    ("said", "asked"), [("because they pay for everything", False), ("and that is the cause of it", True)]
)
def test_interview_when_an_opinion_has_its_reason(said: str, asked: bool) -> None:
    """Is an opinion not asked for a reason that it gives?"""
    talk = interview(question("why_customers_matter"), f"Customers matter, {said}.")
    assert ("reason" in talk.missing) is asked


def test_reply_when_nothing_was_asked() -> None:
    """Is a reply too many an error that says so?"""
    with pytest.raises(EmptyChairError, match="The interview is over"):
        passed(interview(ASKED, WEAK)).reply("One more thing.")


@settings(max_examples=40, deadline=None)
@given(answer=st.text(max_size=200), replies=st.lists(st.text(max_size=80), max_size=5))
def test_state_when_restored(answer: str, replies: list[str]) -> None:
    """Does JSON bring back the same conversation, with the same question pending, whatever was typed?"""
    talk = interview(ASKED, answer)
    for reply in replies:
        if talk.pending:
            talk = talk.reply(reply)
    again = Interview.from_json(json.dumps(json.loads(talk.to_json())))
    assert again == talk
    assert (again.pending, again.follow_up, again.report()) == (talk.pending, talk.follow_up, talk.report())


@pytest.mark.parametrize(
    "state",
    ["", "[]", "null", "{", '{"schema": 1}', '{"schema": 2, "question": "", "answer": "", "turns": []}',
     '{"schema": 1, "question": "", "answer": 3, "turns": []}',
     '{"schema": 1, "question": "", "answer": "", "turns": [{"probe": "mood", "asked": "", "reply": ""}]}',
     '{"schema": 1, "question": "", "answer": "", "turns": 7}'],
)  # fmt: skip
def test_state_when_it_is_something_else(state: str) -> None:
    """Is it refused in one sentence with the remedy?"""
    with pytest.raises(EmptyChairError, match="not the state of an interview"):
        Interview.from_json(state)


@pytest.mark.parametrize(
    ("replies", "said"),
    [
        ("", []),
        ("pass", [""]),
        ("I rang her.\n\npass\n \nI wrote it down.", ["I rang her.", "", "I wrote it down."]),
        ("\n\n".join(["pass"] * 9), [""] * MOST),
    ],
)
def test_conversation_from_written_replies(replies: str, said: list[str]) -> None:
    """Is each paragraph the reply to the next follow-up, a pass a pass, and what nobody asked for left out?"""
    talk = conversation(ASKED, "We rang the customers. Everyone was happy.", replies)
    assert [turn.reply for turn in talk.turns] == said
