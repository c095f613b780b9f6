"""A note to customers: its five parts, what fires and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.practice.customer_note import PARTS, Change, review_note

REFUNDS = Change(fault=("refund", "money", "wait"), remedy=("refund", "pay", "paid", "scan"), before=20, after=1)
NOTE = {
    "happened": "Last autumn many of you waited three weeks for your money.",
    "owned": "We had decided to run them in a batch, and that was our mistake.",
    "changed": "Since January 16 we have paid every refund on the day of the scan.",
    "measured": "Of 100 people 20 had to ask where it was; now it is 1.",
    "next": "If yours is not there after three days, reply to this mail and Ines looks the same day.",
}


def _note(**other: str) -> str:
    return " ".join((NOTE | other).values())


def _found(text: str) -> set[str]:
    review = review_note(text, REFUNDS)
    assert review.gate == ""
    return set(review.found)


def test_whole_note() -> None:
    """Has a note with five parts level 5, all points and no hints, each part in its own sentence?"""
    review = review_note(_note(), REFUNDS)
    assert (review.level, review.points(5), review.hints) == (5, 5, ())
    assert review.found == NOTE


def test_order_does_not_matter() -> None:
    """May the apology come first?"""
    assert _found(" ".join(NOTE[part] for part in ("owned", "next", "measured", "changed", "happened"))) == set(PARTS)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("happened", "From July to December your refunds came late, some by three weeks."),
        ("owned", "We are sorry; we saved ourselves work and cost you yours."),
        ("owned", "I should have stopped it in August and did not."),
        ("owned", "The decision was ours."),
        ("changed", "We now pay a refund as soon as the carrier has scanned the parcel."),
        ("changed", "We have stopped batching and pay each refund alone."),
        ("measured", "One in five of you had to ask. Today it is one in a hundred."),
        ("measured", "Questions fell from 20 % to 1 %."),
        ("next", "Write to Ines at the desk if it takes longer than three days."),
        ("next", "Should it take longer, call us on 555 0100."),
    ],
)
def test_must_fire(part: str, sentence: str) -> None:
    """Is a part found in the words in which somebody else would put it?"""
    assert part in _found(_note(**{part: sentence}))


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("happened", "Getting your money quickly matters a great deal to all of you and to us."),
        ("owned", "The bank failed to run the batch, for which we are sorry."),
        ("owned", "We are sorry for circumstances beyond our control."),
        ("owned", "We are sorry, and it will never happen again."),
        ("owned", "Mistakes were made somewhere along the way."),
        ("changed", "We plan to pay every refund on the day of the scan from May on."),
        ("changed", "We are working on paying every refund faster than today."),
        ("changed", "A refund was paid in a batch by us, every second week."),
        ("measured", "The number of questions has fallen a great deal."),
        ("measured", "Of 100 people 20 had to ask where it was; now it is far fewer."),
        ("measured", "Of 100 people 40 had to ask where it was; now it is 10."),
        ("next", "Many of you had to call us about it, some of you twice."),
        ("next", "We look forward to many more orders from all of you."),
    ],
)
def test_must_not_fire(part: str, sentence: str) -> None:
    """Is a part missed where the sentence only sounds like it, and does the hint say what is missing?"""
    review = review_note(_note(**{part: sentence}), REFUNDS)
    assert part not in review.found
    assert any(hint.lower().endswith(PARTS[part][1:].lower()) for hint in review.hints)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "0 words"),
        (" ".join(list(NOTE.values())[:2]), "fewer than 40"),
        (_note() + " We are sorry." * 60, "reads more than 180"),
        ("refund late sorry our fault since now we have paid scan 20 1 reply to us " * 4, "fewer than 3 sentences"),
        (f"{NOTE['happened']} " * 5, "repeats itself"),
    ],
)
def test_gates(text: str, reason: str) -> None:
    """Is there a reason, no points and level 1 for what is no note?"""
    review = review_note(text, REFUNDS)
    assert reason in review.gate
    assert (review.level, review.points(5)) == (1, 0)


@pytest.mark.parametrize("part", list(PARTS))
def test_each_part_is_worth_its_share(part: str) -> None:
    """Does leaving a part out, and saying something else as long, cost a fifth?"""
    review = review_note(_note(**{part: "The parcels that you send back go to a hall by the harbor."}), REFUNDS)
    assert review.points(5) == 4
    assert part not in review.found


def test_one_sentence_carries_two_parts_at_most() -> None:
    """Is a sentence that would carry three counted for two?"""
    packed = "We are sorry that since January 16 we have paid refunds late, 20 of 100 then and 1 of 100 now; reply to this mail."
    rest = (
        "The parcels that you send back go to a hall by the harbor. "
        "There they are opened, and what is in them is looked at. Then it goes back."
    )
    assert len(_found(f"{packed} {rest}")) == 2


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    """Does it take anything, the same each time?"""
    review = review_note(text, REFUNDS)
    assert 1 <= review.level <= 5
    assert 0 <= review.points(5) <= 5
    assert review == review_note(text, REFUNDS)
