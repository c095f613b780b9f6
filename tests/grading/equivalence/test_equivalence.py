"""Honest notebooks get from this engine what stock nbgrader gives them, cell by cell."""

from __future__ import annotations

import json
from pathlib import Path

import builders
import pytest
from grading.equivalence import stock
from grading.equivalence.variants import ASSIGNMENT, NOTEBOOK, Variant, notebook, variants

from emptychair.grading._bundle import Bundle
from emptychair.grading._layout import Layout
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission
from emptychair.grading.engine import Pool

pytestmark = pytest.mark.sandbox
CORPUS = {variant.name: variant for variant in variants()}
LIVE = ("others-1",)
"""Graded by stock nbgrader on the spot: the golden file has to say the truth still."""


@pytest.fixture(scope="module")
def golden() -> stock.Scores:
    """What stock nbgrader gave when the file was made."""
    found: stock.Scores = json.loads(stock.GOLDEN.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """The corpus, graded by us."""
    root = stock.course(tmp_path_factory.mktemp("equivalence"))
    for variant in CORPUS.values():
        builders.save(notebook(variant), root / "submitted" / variant.name / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    bundle, layout = Bundle.read(root, ASSIGNMENT), Layout.read(root)
    with Pool(bundle, workers=2) as pool:
        graded = pool.run(Submission.read(layout, ASSIGNMENT, name) for name in CORPUS)
        return {outcome.student: outcome for outcome in graded}


@pytest.mark.parametrize("name", CORPUS)
def test_scores_are_those_of_stock(golden: stock.Scores, outcomes: dict[str, Outcome], name: str) -> None:
    """Does every cell of every honest notebook earn the same?"""
    (graded,) = outcomes[name].notebooks
    assert {cell.grade_id: cell.points for cell in graded.cells if cell.kind == "auto"} == golden[name]


def test_golden_file_covers_the_corpus(golden: stock.Scores) -> None:
    """Is the file as large as the corpus, and the corpus large enough?"""
    assert set(golden) == set(CORPUS)
    assert len(CORPUS) >= 40


@pytest.mark.timeout(240)
def test_golden_file_when_stock_runs_again(golden: stock.Scores, tmp_path: Path) -> None:
    """Does stock nbgrader still give what the file says?"""
    found = stock.scores(tmp_path, [CORPUS[name] for name in LIVE])
    assert found == {name: golden[name] for name in LIVE}


def test_variants_differ() -> None:
    """Is every answer of the exercises in some notebook?"""
    from grading.equivalence.exercises import EXERCISES

    used = {(name, answer) for variant in CORPUS.values() for name, answer in variant.answers.items()}
    assert used == {(exercise.name, answer) for exercise in EXERCISES for answer in exercise.others}
    assert notebook(CORPUS["instructor"]) == notebook(Variant("another name"))
