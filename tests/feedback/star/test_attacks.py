"""Texts that must not pass, and pairs that must score alike."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.practice import answers

PASS = 60


def _rows(name: str, key: str) -> list[dict[str, str]]:
    with data_path(f"corpus/{name}.toml").open("rb") as file:
        found: list[dict[str, str]] = tomllib.load(file)[key]
    return found


ATTACKS = _rows("attacks", "attack")
PAIRS = _rows("metamorphic", "pair")
STRANGERS = (
    "strangers/second_attacks",
    "strangers/third_attacks",
    "strangers/fourth_attacks",
    "strangers/fifth_attacks",
    "held_out/blind3/attacks",
)
HARD = ("x_port", "x_print", "x_brief", "x_curt", "x_lean", "x_terse")
FOLDED = ("labels", "spelling", "contractions", "digits", "quotes")
# They still pass; benchmarks/reader.md says so. Whoever mends one takes it off this list (xfail is strict).
KNOWN = frozenset({"gibberish-07", "off-topic-11", "padded-05", "padded-06", "padded-08", "shuffled-sentences-03"})


def test_attacks_are_many_and_of_many_kinds() -> None:
    """Are there enough, and none of them trained on?"""
    assert len(ATTACKS) >= 200
    assert len({row["class"] for row in ATTACKS}) >= 12
    assert len({row["id"] for row in ATTACKS}) == len(ATTACKS)
    learned = {row["text"] for row in (*_rows("negatives", "negative"), *_rows("voices", "voice"))}
    learned |= {row["text"] for name in STRANGERS for row in _rows(name, "attack")}
    assert not (learned | {a.text for a in answers()}) & {row["text"] for row in ATTACKS}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            r,
            id=r["id"],
            marks=pytest.mark.xfail(reason="known to fool the reader", strict=True) if r["id"] in KNOWN else (),
        )
        for r in ATTACKS
    ],
)
def test_attack_does_not_pass(row: dict[str, str]) -> None:
    """Does a text that deserves to fail stay below the pass mark?"""
    assert star.review(row["text"], row["question"]).score < PASS


@pytest.mark.parametrize("kind", FOLDED)
def test_same_answer_in_other_spelling(kind: str) -> None:
    """Do labels, spelling, contractions, digits and quotes leave the score within 5 points, in 19 of 20 pairs?"""
    pairs = [row for row in PAIRS if row["class"] == kind]
    near = sum(
        abs(star.review(row["a"], row["question"]).score - star.review(row["b"], row["question"]).score) <= 5
        for row in pairs
    )
    assert len(pairs) >= 15
    assert near >= len(pairs) - 1


def test_same_facts_in_another_order() -> None:
    """Do 19 of 20 pairs score within 5 points, those counted in that were told anew in another order?"""
    pairs = [row for row in PAIRS if row["class"] in (*FOLDED, "reordered")]
    apart = [
        abs(star.review(row["a"], row["question"]).score - star.review(row["b"], row["question"]).score)
        for row in pairs
    ]
    assert sum(points <= 5 for points in apart) >= 0.95 * len(pairs)


def test_triads_are_in_order() -> None:
    """Is weak < middling < strong for every scenario, but for those made hard: the weak one long, the strong one short?

    (Unseen scenarios: see the benchmark.)
    """
    scores: dict[str, dict[str, int]] = {}
    for answer in answers():
        scores.setdefault(answer.scenario, {})[answer.level] = star.review(answer.text, answer.question).score
    triads = {name: it for name, it in scores.items() if len(it) == 3}
    wrong = [name for name, it in triads.items() if not it["weak"] < it["middling"] < it["strong"]]
    hard = [name for name in triads if name.startswith(HARD)]
    hard_wrong = [name for name in wrong if name in hard]
    assert len(triads) >= 120
    assert len(hard) >= 40
    assert len(wrong) - len(hard_wrong) <= len(triads) // 100, wrong
    assert len(hard_wrong) <= len(hard) // 3, hard_wrong


def test_strong_answers_are_not_refused() -> None:
    """Do at most 3 in 100 strong answers stay below the pass mark?"""
    strong = [star.review(a.text, a.question) for a in answers() if a.level == "strong"]
    refused = Counter(gate.name for review in strong if review.score < PASS for gate in review.gates)
    assert sum(review.score < PASS for review in strong) <= 0.03 * len(strong), refused
