"""BarRaiser: the answers that are rated, and what the figures say."""

from __future__ import annotations

from statistics import pstdev

import pytest

from emptychair import EmptyChairError
from emptychair.practice import Agreement, answers
from emptychair.practice.bar_raiser import LEVELS, PARTS, ROUNDS, bars, in_words, parts, standing
from emptychair.practice.diagnostic import diagnostic

OURS = {bar.name: bar.ours for bar in bars()}


def test_answers_to_rate() -> None:
    """Are there twelve, from twelve jobs, six a round, each told once, and none that the first lesson has told about?"""
    assert len(bars()) == len({bar.job for bar in bars()}) == len({bar.answer.scenario for bar in bars()}) == 12
    assert [sum(bar.round == number for bar in bars()) for number in ROUNDS] == [6, 6]
    assert not {bar.answer.scenario for bar in bars()} & {it.answer.scenario for it in diagnostic().answers}


@pytest.mark.parametrize("number", ROUNDS)
def test_a_round_takes_in_all_levels(number: int) -> None:
    """Does each round hold weak, middling and strong answers, so that agreement can be told?"""
    among = [bar for bar in bars() if bar.round == number]
    assert {bar.answer.level for bar in among} == {"weak", "middling", "strong"}
    assert {level for bar in among for level in bar.ours.values()} == set(LEVELS)
    assert all(pstdev(bar.ours[name] for bar in among) > 0 for name in PARTS)


def test_reasons() -> None:
    """Has each answer reasons for at least two of its parts, in whole sentences?"""
    for bar in bars():
        assert len(bar.why) >= 2, bar.name
        assert set(bar.why) <= set(PARTS)
        assert all(it.endswith(".") for it in bar.why.values())


def test_quotes_in_reasons_are_in_the_answers() -> None:
    """Is what a reason puts in quotation marks said in the answer?"""
    for bar in bars():
        for why in bar.why.values():
            for quote in why.split("“")[1:]:
                assert quote.split("”")[0].lower() in bar.answer.text.lower(), (bar.name, quote)


def test_parts_have_five_anchors() -> None:
    """Is each level of each part put into words?"""
    assert [len(it.anchors) for it in parts()] == [5] * 6


def test_standing_of_somebody_like_us() -> None:
    """Is full agreement 1, without leniency and without halo, and is the reader held against us as well?"""
    found = standing(OURS)
    assert (found.rater.kappa, found.rater.exact, found.rater.leniency, found.rater.halo) == (1.0, 1.0, 0.0, 0.0)
    assert found.machine.rated == 72
    assert found.machine.kappa is not None
    assert found.machine.kappa > 0.5


@pytest.mark.parametrize(("step", "sign"), [(1, 1), (-1, -1)])
def test_standing_of_a_mild_and_of_a_strict_rater(step: int, sign: int) -> None:
    """Does leniency have the sign of the difference?"""
    moved = {name: {part: min(5, max(1, n + step)) for part, n in ours.items()} for name, ours in OURS.items()}
    found = standing(moved).rater
    assert found.leniency * sign > 0.4
    assert ("higher" if sign > 0 else "lower") in in_words(found)[1]


def test_standing_of_a_rater_with_halo() -> None:
    """Is one impression for all parts of an answer told as halo, and only then?"""
    spread = {name: dict.fromkeys(PARTS, round(sum(ours.values()) / 6)) for name, ours in OURS.items()}
    found = standing(spread).rater
    assert found.halo is not None
    assert found.halo > 0.1
    assert "one impression" in in_words(found)[2]
    assert "one impression" not in in_words(standing(OURS).rater)[2]


def test_standing_of_constants() -> None:
    """Do seventy-two threes agree with us no better than chance, without an error?"""
    found = standing({name: dict.fromkeys(PARTS, 3) for name in OURS}).rater
    assert found.kappa == pytest.approx(0)
    assert found.halo is None
    assert "cannot be told" in in_words(found)[2]


def test_standing_of_what_is_no_level() -> None:
    """Is a 6 refused?"""
    with pytest.raises(EmptyChairError, match="6 is not a level"):
        standing({name: dict.fromkeys(PARTS, 6) for name in OURS})


@pytest.mark.parametrize(
    ("kappa", "said"),
    [(0.9, "swap sheets"), (0.7, "the order is ours"), (0.2, "two levels first"), (None, "says nothing")],
)
def test_kappa_in_words(kappa: float | None, said: str) -> None:
    """Does each range have its sentence?"""
    assert said in in_words(Agreement(72, 0.5, kappa, 0.0, 0.0))[0]


def test_names_are_one_of_a_kind() -> None:
    """Does a name mean one telling of the corpus?"""
    known = [f"{it.scenario}.{it.level}" for it in answers()]
    assert all(known.count(bar.name) == 1 for bar in bars())
