"""Contradictions: each kind fires on what cannot be, and spares what may be said for a good reason."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from feedback.consistency.spared import MUST_NOT
from feedback.consistency.table import MUST_FIRE
from feedback.prfaq.documents import corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair._data import data_path
from emptychair.feedback._lexicon import words_of
from emptychair.feedback.consistency import contradictions
from emptychair.feedback.consistency._audit import KINDS
from emptychair.feedback.consistency.base import Facts
from emptychair.feedback.consistency.statements import _said
from emptychair.feedback.consistency.statements._said import declared
from emptychair.practice import answers

FORMS = [(form["kind"], text) for form in declared("forms").values() for text in form["fires"]]
SPARED = [text for form in (*declared("forms").values(), *declared("pairs").values()) for text in form["spares"]]
PAIRED = [(name, text) for name, pair in declared("pairs").items() for text in pair["fires"]]
VERBS = {
    "falling": {
        "The queue {} from 12 to 19 people.": "fell dropped sank declined decreased shrank slid falls drops cuts reduces",
        "I saw the queue {} from 12 to 19 people.": "fall drop sink reduce lower",
        "We {} the queue from 12 to 19 people.": "cut reduced lowered trimmed",
        "There was a {} from 12 to 19 people.": "decrease",
        "The queue has {} from 12 to 19 people.": "shrunk",
        "It brought the queue {} from 12 to 19 people.": "down",
    },
    "rising": {
        "The queue {} from 19 to 12 people.": "rose grew climbed increased jumped rises grows increases went_up came_up",
        "I saw the queue {} from 19 to 12 people.": "rise grow increase raise",
        "The queue has {} from 19 to 12 people.": "risen grown gone_up",
        "We {} the share from 19 to 12 people.": "raised",
    },
    "less": {
        "There were 130% {} of them.": "less fewer",
        "It is 130% {}.": "lower down",
        "It was a 130% {}.": "drop reduction decrease cut decline",
    },
    "totals": {
        "Parts cost $27, assembly $9 and shipping $6, which {} $62.": "makes made came_to comes_to adds_up_to added_up_to",
        "Parts cost $27, assembly $9 and shipping $6, {} $62.": "a_total_of in_total",
    },
    "results": {
        "We rent at $50 an hour for 20 hours, {} $2,000.": "which_is that_is that's it_is we_make we_would_make we_earn we_would_earn",
        "We rent at $50 an hour. 20 hours {} $2,000.": "make bring_in",
        "We rent at $50 an hour. A stay of 20 hours {} $2,000.": "brings_in",
    },
    "totals_after": {
        "Ten trucks carry 40 crates each, 900 crates {}.": "in_all in_total altogether all_told all_in_all"
    },
    "highest": {
        "A stay is 9 days on average; the {} is 5 days.": "longest slowest highest largest deepest biggest "
        "worst oldest tallest most_expensive maximum peak",
        "A stay is 9 days on average, with a {} of 5 days.": "high",
    },
    "lowest": {
        "A stay is 9 days on average; the {} is 15 days.": "shortest fastest quickest lowest smallest shallowest youngest cheapest minimum",
        "A stay is 9 days on average, with a {} of 15 days.": "low",
    },
    "beginnings": {
        "The meeting took place a day before it was {}.": "called announced planned begun started scheduled opened",
        "The bridge broke a day before it was {}.": "built made founded invented",
        "The letter arrived a day before it was {}.": "written ordered bought",
        "The accident happened a day before he was {}.": "born",
    },
}
HEARD = [
    (name, word.replace("_", " "), frame)
    for name, frames in VERBS.items()
    for frame, some in frames.items()
    for word in some.split()
]


@pytest.mark.parametrize(("name", "word", "frame"), HEARD)
def test_contradiction_is_found_when_it_is_told_with_this_word(name: str, word: str, frame: str) -> None:
    """Does every word of the lists tell a contradiction, and would its removal be noticed?"""
    assert contradictions(frame.format(word)), name


def test_every_word_of_the_lists_is_tried() -> None:
    """Are the sentences above complete?"""
    for name in VERBS:
        assert {word for listed, word, _ in HEARD if listed == name} == words_of(name)


@pytest.mark.parametrize(("kind", "text"), MUST_FIRE + tuple(FORMS))
def test_contradiction_is_found_when_two_things_cannot_both_be_true(kind: str, text: str) -> None:
    """Is each kind of contradiction seen, with places that are in the text?"""
    found = contradictions(text)
    assert kind in {it.kind for it in found}
    for it in found:
        assert text[it.first.start : it.first.end] == it.first.text != ""
        assert text[it.second.start : it.second.end] == it.second.text != ""
        assert it.message.endswith((".", "?"))


@pytest.mark.parametrize("text", [*MUST_NOT, *SPARED])
def test_contradiction_is_not_found_when_there_is_a_good_reason(text: str) -> None:
    """Is another time, group, target or unit let through?"""
    assert contradictions(text) == ()


@pytest.mark.parametrize(("name", "text"), PAIRED)
def test_pair_is_found_by_itself(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do two statements exclude each other by their own pair, whatever other kinds say?"""
    alone = dict(zip(declared("pairs"), _said._pairs(), strict=True))[name]
    monkeypatch.setattr(_said, "_pairs", lambda: (alone,))
    assert [it.kind for it in _said.pairs(Facts.of(text))] == [declared("pairs")[name]["kind"]]


def test_every_kind_has_a_text_of_its_own() -> None:
    """Would the removal of any kind be noticed?"""
    texts = [Facts.of(text) for _, text in (*MUST_FIRE, *FORMS, *PAIRED)]
    told = [[find for find in KINDS if list(find(facts))] for facts in texts]
    assert {some[0] for some in told if len(some) == 1} == set(KINDS)


def test_no_strong_text_is_accused() -> None:
    """Is no strong document and no answer of the corpus accused? Weak answers tell no contradictions either."""
    strong = [(case.name, case.text) for case in corpus() if case.meta["level"] == "strong"]
    told = [(f"{answer.scenario} {answer.level}", answer.text) for answer in answers()]
    assert {name: found for name, text in strong + told if (found := contradictions(text))} == {}


def test_no_honest_text_of_a_stranger_is_accused() -> None:
    """Is no strong document and no honest answer accused that was written by one who had not seen the reader?"""
    folder = data_path("corpus/held_out/stranger")
    told = {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "prfaq").glob("*.strong.md"))}
    told |= {row["id"]: row["text"] for row in _rows(folder / "strong_plain.toml")["text"]}
    told |= {f"{row['id']} {side}": row[side] for row in _rows(folder / "same_facts.toml")["pair"] for side in "ab"}
    told |= {f"{it.scenario} {it.level}": it.text for it in answers("held_out/stranger")}
    for name in (
        "held_out/blind/honest",
        "held_out/blind3/honest",
        "strangers/second_honest",
        "strangers/third_honest",
    ):
        rows = _rows(data_path("corpus") / f"{name}.toml")["answer"]
        told |= {
            f"{name} {i} {key}": row[key] for i, row in enumerate(rows) for key in ("text", "retold") if key in row
        }
    assert len(told) > 300
    assert {name: found for name, text in told.items() if (found := contradictions(text))} == {}


def _rows(path: Path) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_labeled_contradictions_are_found_more_often_than_not() -> None:
    """Of the documents whose writers say that they contradict themselves, how many are caught? The rest do so without numbers."""
    labeled = [case.text for case in corpus() if "contradiction" in case.meta["caps"].split()]
    assert sum(bool(contradictions(text)) for text in labeled) > len(labeled) / 2


def test_answers_that_contradict_themselves_are_caught_more_often_than_not() -> None:
    """How many of the answers written for this are caught, and is no honest one accused? Measured: 28 of 36."""
    with data_path("corpus/contradictory.toml").open("rb") as file:
        rows = tomllib.load(file)["answer"]
    caught = {row["id"] for row in rows if contradictions(row["text"])}
    assert {row["id"] for row in rows if not row["contradicts"]} & caught == set()
    assert len(caught) >= 0.7 * sum(row["contradicts"] for row in rows)


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=200)
    | st.text(alphabet="0123456789.,%$ ×=in of from to a drop", max_size=120)
    | st.lists(st.sampled_from([text for _, text in MUST_FIRE]), max_size=4).map(" ".join)
)
def test_no_text_raises(text: str) -> None:
    """Does any string get contradictions in reading order, the same ones twice?"""
    found = contradictions(text)
    assert [it.first.start for it in found] == sorted(it.first.start for it in found)
    contradictions.cache_clear()
    assert contradictions(text) == found


@pytest.mark.parametrize(
    "unit",
    [
        "1,234 × ",
        "from 4 to 5, a 3% drop. ",
        "all nine of them, ",
        "two of the 14 riders who ",
        "before it ",
        "I never met her. She came in person, ",
        "we fell to 4, from 5 in May 2023 ",
        "those six weeks, nearly all of them, 8, ",
    ],
)
def test_cost_is_linear(unit: str) -> None:
    """Does a megabyte of the worst words take seconds?"""
    began = time.process_time()
    contradictions(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 6
