"""Documents that must not pass: spoiled, stuffed, exchanged, or made of nothing."""

import random

import pytest
from feedback.prfaq.attacks import FROM_NOTHING, SPOILED, with_answers_moved, with_problem_of, with_questions_of
from feedback.prfaq.documents import corpus, markdown, plain

from emptychair.feedback import prfaq

PASS = 60
STRONG = [case for case in corpus() if case.meta["level"] == "strong"]


@pytest.mark.parametrize("name", SPOILED)
def test_document_fails_when_it_is_spoiled(name: str) -> None:
    """Does no strong document pass when this is done to it?"""
    texts = {"markdown": markdown(), "plain": plain()} | {case.name: case.text for case in STRONG[::3]}
    scores = {each: prfaq.review(SPOILED[name](text, random.Random(each))).score for each, text in texts.items()}
    assert {each: score for each, score in scores.items() if score >= PASS} == {}


@pytest.mark.parametrize("name", FROM_NOTHING)
def test_document_fails_when_it_is_made_of_nothing(name: str) -> None:
    """Do headings, an unfilled template, lists of cues and orders to the reader stay low?"""
    assert prfaq.review(FROM_NOTHING[name]).score < PASS / 2
    assert prfaq.review(FROM_NOTHING[name] + "\n\n" + FROM_NOTHING["instruction"]).score < PASS / 2


@pytest.mark.parametrize(
    "exchange", [with_questions_of, with_problem_of, with_answers_moved], ids=lambda it: it.__name__
)
def test_document_hardly_ever_passes_when_parts_are_exchanged(exchange) -> None:  # type: ignore[no-untyped-def]
    """Are problems, questions and answers noticed that belong elsewhere? Measured: 38 of 42 each; the rest share their words."""
    spoiled = [(case.text, exchange(case.text, STRONG[i - 5].text)) for i, case in enumerate(STRONG)]
    tried = [new for old, new in spoiled if new != old]
    assert sum(prfaq.review(text).score >= PASS for text in tried) <= 0.15 * len(tried)
    assert len(tried) > 30


def test_orders_to_the_reader_change_nothing() -> None:
    """Can a text talk the reader into points?"""
    text = markdown()
    assert prfaq.review(text + FROM_NOTHING["instruction"]).score <= prfaq.review(text).score
