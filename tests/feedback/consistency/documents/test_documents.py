"""Documents that say it twice: each kind fires on what cannot be, and spares what may be."""

from __future__ import annotations

import pytest
from feedback.consistency.documents.table import MUST_FIRE, MUST_NOT, Row

from emptychair.feedback.consistency import contradictions
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency.documents import KINDS


@pytest.mark.parametrize("row", MUST_FIRE, ids=lambda row: row.release[:40])
def test_release_and_answer_are_told_apart_when_both_cannot_be_true(row: Row) -> None:
    """Is the contradiction found, and are both places quoted as they stand?"""
    found = contradictions(row.text)
    assert row.kind in {it.kind for it in found}
    for it in found:
        assert row.text[it.first.start : it.first.end] == it.first.text != ""
        assert row.text[it.second.start : it.second.end] == it.second.text != ""


@pytest.mark.parametrize("row", MUST_NOT, ids=lambda row: row.release[:40])
def test_release_and_answer_are_spared_when_there_is_a_reason(row: Row) -> None:
    """Is another time, thing, person or place let through?"""
    assert contradictions(row.text) == ()


def test_every_kind_has_a_document_of_its_own() -> None:
    """Would the removal of any kind be noticed?"""
    alone = {
        told[0].__module__ for row in MUST_FIRE if len(told := [f for f in KINDS if list(f(Facts.of(row.text)))]) == 1
    }
    assert alone == {find.__module__ for find in KINDS}


@pytest.mark.parametrize("row", MUST_FIRE[:3], ids=lambda row: row.release[:40])
def test_text_without_questions_is_no_document(row: Row) -> None:
    """Is a story left to the other kinds?"""
    told = row.text.replace("?", ".")
    assert not [find for find in KINDS if list(find(Facts.of(told)))]
