"""BreakTheReader: challenges, rules, the board, and the row that becomes a test."""

from __future__ import annotations

import tomllib
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.practice.break_the_reader import (
    _RULES,
    PASS,
    Attempt,
    Challenge,
    Score,
    as_row,
    attempt,
    challenges,
    ours_caught,
    scoreboard,
)
from emptychair.practice.rewrite import rewrites

ALL = challenges()
CAUGHT, THROUGH, BESIDE = Attempt(20, ("No act.",), ""), Attempt(75, (), ""), Attempt(75, (), "70 words.")


@pytest.mark.parametrize("challenge", ALL.values(), ids=lambda it: it.name)
def test_a_challenge(challenge: Challenge) -> None:
    """Is each checked by a rule or by a pledge, told in whole sentences, and of a class that we have tried ourselves?"""
    assert challenge.rule or challenge.pledge
    assert challenge.rule in ("", *_RULES)
    assert challenge.title.startswith("Pass ")
    assert challenge.told.endswith((".", "”"))
    with data_path("corpus/attacks.toml").open("rb") as file:
        classes = {row["class"] for row in tomllib.load(file)["attack"]}
    assert challenge.kind in ("", *classes)
    assert challenge.kind or challenge.name == "fiction"


def test_every_rule_is_used() -> None:
    """Is there no rule that nobody needs?"""
    assert {it.rule for it in ALL.values()} - {""} == set(_RULES)


@pytest.mark.parametrize(
    ("name", "text", "against"),
    [
        ("no_own_act", "The team rang her. It is ill.", ""),
        ("no_own_act", "The team rang me.", "“me” is in it"),
        ("no_own_act", "i rang her.", "“i” is in it"),
        ("short", "word " * 60, ""),
        ("short", "word " * 61, "61 words; 60 are allowed"),
        ("nobody", "I ran a marathon.", ""),
        ("nobody", " \n", "no text yet"),
        ("shuffled", "Something else.", "not the same ones"),
    ],
)
def test_rules(name: str, text: str, against: str) -> None:
    """Does code see what it can see?"""
    found = attempt(ALL[name], text).against
    assert against in found
    assert bool(against) == bool(found)


def test_another_order() -> None:
    """Is the given order no attempt, nor one with a swap, and every second sentence first one?"""
    challenge = ALL["shuffled"]
    told = [it.text.strip() for it in star.label(challenge.start)]
    swapped = [told[1], told[0], *told[2:]]
    woven = [*told[1::2], *told[::2]]
    assert "still follow" in attempt(challenge, " ".join(told)).against
    assert "still follow" in attempt(challenge, " ".join(swapped)).against
    assert attempt(challenge, " ".join(woven)).against == ""
    assert "not the same" in attempt(challenge, " ".join([*woven, woven[0]])).against
    assert "not the same" in attempt(challenge, " ".join(woven[1:])).against


def test_the_given_answer_would_pass() -> None:
    """Is the answer that is to be shuffled one that passes in its own order?"""
    assert ALL["shuffled"].start == rewrites()["ferry_dogs"].ours
    assert attempt(ALL["shuffled"], ALL["shuffled"].start).score >= PASS


def test_fiction_passes() -> None:
    """Is what we say cannot be caught indeed not caught?"""
    found = attempt(ALL["fiction"], rewrites()["ferry_dogs"].ours)
    assert found.passed
    assert found.gates == ()


@pytest.mark.parametrize(
    ("made", "vouched", "score"),
    [
        (CAUGHT, None, Score(caught=1)),
        (THROUGH, None, Score(open=1)),
        (THROUGH, True, Score(fooled=1)),
        (THROUGH, False, Score()),
        (BESIDE, True, Score()),
        (BESIDE, None, Score()),
    ],
)
def test_board_of_one_attempt(made: Attempt, vouched: bool | None, score: Score) -> None:
    """Does a pass count only when vouched for, and a text that breaks the rule never?"""
    assert scoreboard([(made, vouched)]) == score


@given(st.lists(st.tuples(st.sampled_from([CAUGHT, THROUGH, BESIDE]), st.sampled_from([None, True, False]))))
def test_board_counts_each_once(attempts: list[tuple[Attempt, bool | None]]) -> None:
    """Is the board of all the sum of the boards of each?"""
    each = [scoreboard([it]) for it in attempts]
    total = Score(sum(it.caught for it in each), sum(it.fooled for it in each), sum(it.open for it in each))
    assert scoreboard(attempts) == total


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_row_is_toml(text: str) -> None:
    """Does a row give the text back, whatever is in it?"""
    (row,) = tomllib.loads(as_row(ALL["orders"], text))["attack"]
    assert row == {"id": "injection-new", "class": "injection", "question": ALL["orders"].question, "text": text}


def test_row_of_half_a_pair() -> None:
    """Is half a pair of surrogates no reason to lose the rest?"""
    (row,) = tomllib.loads(as_row(ALL["orders"], "a \ud83d b"))["attack"]
    assert row["class"] == "injection"
    assert all(a == b or b == "�" for a, b in zip_longest("a \ud83d b", row["text"]))


def test_ours_are_counted_by_the_reader() -> None:
    """Is what the lesson prints what the reader says of the texts of that class?"""
    with data_path("corpus/attacks.toml").open("rb") as file:
        rows = [row for row in tomllib.load(file)["attack"] if row["class"] == "shuffled_sentences"]
    through = sum(star.review(row["text"], row["question"]).score >= PASS for row in rows)
    assert ours_caught("shuffled_sentences") == (len(rows) - through, len(rows))
