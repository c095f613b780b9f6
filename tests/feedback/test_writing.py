"""Any prose: what lifts it, what pulls it down."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback import writing

GOOD = (
    "Late parcels cost us 41 customers in March. We read 212 complaints and called 30 of the people who wrote them. Two in "
    "three had waited at home for a parcel that the tracking page called delivered. The cause is the scan at the depot, which "
    "is done before loading. From June 1 drivers scan at the door. I ask the board to approve $18,000 for 60 scanners by May 15. "
    "If complaints stay above 20 a week in July, we go back to the old routine and I report why."
)


BUZZ = (
    "Our innovative solution significantly improves the experience. It is a very powerful, flexible and scalable platform that "
    "integrates seamlessly with various systems. Many customers are extremely satisfied, and the feedback has been great. We will "
    "continuously leverage our strong team to create more value, and we hope to see considerable growth soon."
)
PLAIN = (
    "The cutover to the new payroll ran on Saturday from 6 to 11 a.m., two hours less than planned. Of 3,412 records, 3,409 arrived. "
    "The other three had no bank number, and we called the people on Saturday afternoon. The first payment goes out on Friday. Until "
    "then two of us check 100 slips a day. Decision needed by Wednesday: do we switch off the old system on the 30th, or keep it for "
    "one more month at $2,100?",
    "Hi Dana, thanks for yesterday. You send me the list of the 14 open orders by Tuesday. I call the supplier in Graz about the two "
    "that are overdue. We meet again on Thursday at nine, and if the supplier has not answered by then, we cancel both and order in "
    "Linz, which costs us 210 euros more. Is that how you remember it? Please tell me today if not. Best, Ivo",
    "In May the service-level agreement (SLA) was met on 29 of 31 days. On the two others the mean time to repair (MTTR) was 41 "
    "minutes; at most 20 are allowed. How many calls could not be answered? We counted 112. I ask the board for a second line by "
    "May 30; it costs $300 a month. If MTTR stays above 20 minutes in July, we change the provider.",
)


def _without(name: str) -> str:
    changed = {
        "sentences": GOOD.replace(". ", ", and because of that, as everybody in the depot has known for years, "),
        "weasels": GOOD.replace("41 customers", "numerous customers")
        .replace("read 212", "quite often read various")
        .replace("Two in three", "Almost all"),
        "data": GOOD.replace(
            "Late parcels cost us 41 customers in March.",
            "It is a very significant problem. It is highly frustrating. The impact could be massive.",
        ),
        "numbers": "".join(c for c in GOOD if not c.isdigit()).replace("Two in three", "They"),
        "acronyms": GOOD.replace("the depot", "the RDC").replace("routine", "SOPR"),
        "so_what": GOOD.split(" From June 1")[0],
    }
    return changed[name]


def test_review_is_clear_when_the_prose_is_good() -> None:
    """Does a plain, measured text with an ask pass?"""
    review = writing.review(GOOD)
    assert (review.kind, review.verdict, review.gates) == ("prose", "clear", ())
    assert {criterion.top for criterion in review.criteria} == {5}


@pytest.mark.parametrize("text", PLAIN)
def test_review_finds_nothing_when_a_text_is_plain(text: str) -> None:
    """Are a status, an email and a report read without a false alarm?"""
    review = writing.review(text)
    assert {criterion.name: criterion.level for criterion in review.criteria if criterion.level < 4} == {}
    assert review.findings == review.gates == ()


@pytest.mark.parametrize("name", [criterion.name for criterion in writing.review(GOOD).criteria])
def test_level_falls_when_one_virtue_is_taken_away(name: str) -> None:
    """Does each criterion see its own fault, and name a next step?"""
    before, after = writing.review(GOOD), writing.review(_without(name))
    assert after.criterion(name).level < before.criterion(name).level
    assert after.criterion(name).next_step


def test_finding_points_at_the_number_when_two_disagree() -> None:
    """Is a contradiction the first thing that is said?"""
    text = GOOD + " We looked at 20 teams × 12 weeks = 340 reports."
    finding = writing.review(text).findings[0]
    assert (finding.check, finding.severity, text[finding.start : finding.end]) == ("contradiction", "essential", "340")


@pytest.mark.parametrize(
    ("text", "gate", "most"),
    [
        ("", "empty", 0),
        ("Fine.", "too_short", 40),
        ("We did 4 things well here. " * 12, "repeated", 40),
        (
            " ".join(sorted(GOOD.split(), key=lambda word: word[::-1])) + " of the the a is in the and my of",
            "jumble",
            40,
        ),
        (BUZZ, "buzzwords", 40),
    ],
)
def test_gate_shuts_when_there_is_nothing_to_judge(text: str, gate: str, most: int) -> None:
    """Do empty, tiny and repeated texts stay low?"""
    review = writing.review(text)
    assert [it.name for it in review.gates] == [gate]
    assert review.score <= most


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_review_never_raises_when_given_any_text(text: str) -> None:
    """Does any string get a review whose evidence is in it?"""
    review = writing.review(text)
    assert 0 <= review.score <= 100
    assert all(text[s.start : s.end] == s.text for criterion in review.criteria for s in criterion.evidence)


def test_review_is_linear_when_a_text_is_huge() -> None:
    """Does a megabyte take seconds?"""
    began = time.process_time()
    writing.review(GOOD * 2200)
    assert time.process_time() - began < 3
