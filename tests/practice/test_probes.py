"""What the interviewer asks for, and in which words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback.star._weights import EVIDENCE
from emptychair.practice import answers, gaps, probes, telling
from emptychair.practice._probes import _LONGEST, quote, wording

BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")
sys.path.insert(0, BENCHMARKS)
from interviewer import precision, probes_asked, recall, shipped  # noqa: E402  # found on the line above

sys.path.remove(BENCHMARKS)  # its shop.py and grading.py would stand before the tests' folders of that name

STRONG = telling("nursing-night-noise", "strong").text
WEAK = telling("nursing-night-noise", "weak").text


def test_probes_when_counted() -> None:
    """Are the eight things that interviewers dig for there, each from kinds that the codebook knows?"""
    assert set(probes()) == {"need", "ownership", "reason", "alternative", "number", "check", "mechanism", "reflection"}
    for probe in probes().values():
        assert set(probe.shown) | set(probe.near) <= set(EVIDENCE)
        assert 0 < probe.least < 1
        assert all("{said}" in text for text in probe.ask)
        assert not any("{said}" in text for text in (*probe.bare, *probe.view))


def test_gaps_on_the_corpus() -> None:
    """Is what is asked missing, and what is missing asked, with few probes for strong answers and many for weak ones?"""
    dug = shipped(answers())
    assert precision(dug) >= 0.95
    assert recall(dug) >= 0.95
    assert probes_asked(dug, "strong") <= 2
    assert probes_asked(dug, "weak") >= 3


def test_gaps_of_an_unseen_writer() -> None:
    """Does most of it hold for answers that the reader was not trained on (42 only, so the bar is what was measured less a margin)?"""
    dug = shipped(answers("held_out"))
    assert precision(dug) >= 0.8
    assert recall(dug) >= 0.8
    assert probes_asked(dug, "strong") <= 2
    assert probes_asked(dug, "weak") >= 3


@pytest.mark.parametrize(
    ("name", "filling"),
    [
        ("number", "Complaints about the wait fell from 40 a week to 9 a week within three months."),
        ("reason", "I rang the carrier first, because only they knew where the parcels were."),
        ("alternative", "I could have sent a refund instead, but I decided against it because she needed the table."),
        (
            "check",
            "At the other store, where nothing was changed, complaints stayed at 38 a week over the same three months.",
        ),
        ("mechanism", "I added a count of the parts to the packing checklist, and the team still uses it today."),
        (
            "reflection",
            "I should have asked her sooner; I had assumed that a refund was what she wanted, and that was my mistake.",
        ),
        (
            "need",
            "I asked eleven customers about it, and found that most of them only wanted to know the day of delivery.",
        ),
        ("ownership", "I drove to the warehouse, opened the boxes, and counted every part myself."),
    ],
)
def test_gaps_when_one_is_filled(name: str, filling: str) -> None:
    """Does a sentence with the evidence close its gap, and is it open without?"""
    bare = "People were upset about the orders. Everyone was happy in the end."
    assert name in gaps(bare)
    assert name not in gaps(f"{bare} {filling}")


@pytest.mark.parametrize("answer", answers("held_out"), ids=lambda it: f"{it.scenario}/{it.level}")
def test_quote_of_an_answer(answer: object) -> None:
    """Is what is put into the speaker's mouth exactly what stands there, and short?"""
    text = answer.text  # type: ignore[attr-defined]
    for probe in probes().values():
        said = quote(probe, text)
        if said is not None:
            assert said in text
            assert 3 <= len(said.split()) <= _LONGEST
            assert f"“{said}”" in wording(probe, text)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("The head librarian took it down, and I asked her what she was afraid of.", None),
        ("I proposed a bag with breakfast at the desk from 4 a.m. The kitchen said no.", "4 a.m."),
        ("I put four of the oldest of the broken lamps together on the table of the owner.", "lamps together"),
    ],
)
def test_quote_of_an_act(told: str, said: str | None) -> None:
    """Is only one's own act quoted as one's own, and no quote left hanging?"""
    found = quote(probes()["alternative"], told)
    assert found is None if said is None else found is not None and found.endswith(said)


def test_wording_when_there_is_nothing_to_quote() -> None:
    """Is there a question without a quote, and for views another?"""
    assert [wording(probe, "") for probe in probes().values()] == [probe.bare[0] for probe in probes().values()]
    reason = probes()["reason"]
    assert wording(reason, STRONG, view=True) in reason.view


def test_gaps_of_weak_and_strong() -> None:
    """Is more missing from the weak telling?"""
    assert len(gaps(STRONG)) < len(gaps(WEAK))
    assert set(gaps("")) == set(probes())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_wording_of_any_text(text: str) -> None:
    """Does any text at all get whole questions, the same twice?"""
    for probe in probes().values():
        asked = wording(probe, text)
        assert asked.endswith(("?", "."))
        assert "{said}" not in asked or "{said}" in text
        assert asked == wording(probe, text)
