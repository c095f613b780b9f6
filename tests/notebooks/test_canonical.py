"""The canonical form."""

from __future__ import annotations

import copy
from pathlib import Path

import builders
import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.notebooks import Role, clean, dumps
from emptychair.notebooks._read import parse
from emptychair.notebooks.rules import RULES, Subject

VIEW = "application/vnd.jupyter.widget-view+json"
ROLES: tuple[Role, ...] = ("lesson", "solution", "exercise")
PATHS = {
    "lesson": Path("lessons/01_a.ipynb"),
    "solution": Path("solutions/01_a/a.ipynb"),
    "exercise": Path("exercises/01_a/a.ipynb"),
}

texts = st.text(max_size=20)
outputs = st.one_of(
    st.builds(builders.printed, texts, name=st.sampled_from(["stdout", "stderr"])),
    st.dictionaries(st.sampled_from(["text/plain", "text/html", VIEW, "image/png"]), texts, max_size=2).map(
        builders.shown
    ),
    st.builds(builders.raised, st.just("ValueError"), texts),
)
metadata = st.fixed_dictionaries(
    {},
    optional={
        "tags": st.lists(st.sampled_from(["raises-exception", "remove", "code-track"]), unique=True, max_size=2),
        "nbgrader": st.sampled_from([None, {}, {"grade_id": "task-one", "schema_version": 3, "extra": 1}]),
        "collapsed": st.booleans(),
        "deletable": st.just(False),
        "execution": st.just({"iopub": "now"}),
    },
)


@st.composite
def notebooks(draw: st.DrawFn) -> nbformat.NotebookNode:
    """Notebooks near a good one: each part is right most of the time."""
    cells = []
    for place in range(draw(st.integers(0, 4))):
        name = draw(st.sampled_from([f"cell-{place}", "cell-0", "Cell", "0f3a9c1b"]))
        if draw(st.booleans()):
            cell = builders.markdown(draw(texts), id=name)
        else:
            count = draw(st.sampled_from([None, place + 1]))
            cell = builders.code(draw(texts), id=name, count=count, outputs=draw(st.lists(outputs, max_size=3)))
        cell.metadata = nbformat.from_dict(draw(st.one_of(st.just({}), metadata)))
        cells.append(cell)
    nb = builders.notebook(*cells)
    if draw(st.booleans()):
        nb.metadata.update(draw(st.sampled_from([{"widgets": {}}, {"toc": 1}, {"language_info": {"name": "R"}}])))
    return nb


@given(notebooks(), st.sampled_from(ROLES))
def test_clean_changes_nothing_when_done_twice(nb: nbformat.NotebookNode, role: Role) -> None:
    """Is the canonical form of a canonical notebook itself?"""
    once = clean(nb, role)
    assert dumps(clean(once, role)) == dumps(once)


@given(notebooks(), st.sampled_from(ROLES))
def test_clean_leaves_its_argument_alone_when_it_cleans(nb: nbformat.NotebookNode, role: Role) -> None:
    """Is the notebook passed in the same afterwards, and are its sources in the result?"""
    before = copy.deepcopy(nb)
    cleaned = clean(nb, role)
    assert nb == before
    assert [cell.source for cell in cleaned.cells] == [cell.source for cell in before.cells]


@given(notebooks())
def test_dumps_gives_the_same_bytes_when_read_back(nb: nbformat.NotebookNode) -> None:
    """Does reading what was written, and writing it, change nothing?"""
    text = dumps(nb)
    assert dumps(parse(text, Path("a.ipynb"))) == text
    assert text.endswith("}\n")
    assert text.encode("utf-8").decode("utf-8") == text


@given(notebooks(), st.sampled_from(ROLES))
def test_some_rule_fires_when_cleaning_would_change_the_file(nb: nbformat.NotebookNode, role: Role) -> None:
    """Do the rules and the cleaner agree: silence means canonical, and nothing the cleaner mends stays reported?"""
    text = dumps(nb)
    fired = [problem for rule in RULES for problem in rule.problems(Subject(PATHS[role], role, text, nb))]
    cleaned = clean(nb, role)
    assert fired or dumps(cleaned) == text
    after = Subject(PATHS[role], role, dumps(cleaned), cleaned)
    assert not [p for rule in RULES for p in rule.problems(after) if p.fix == "Run `emptychair clean`."]


def test_clean_keeps_the_text_when_it_removes_a_widget_view() -> None:
    """Does the static form of a widget stay, and an output without one go?"""
    both, alone = builders.shown({VIEW: {}, "text/plain": "StarStudio()"}), builders.shown({VIEW: {}})
    nb = builders.notebook(builders.code("studio", count=1, outputs=[both, alone]))
    assert clean(nb, "lesson").cells[0].outputs == [builders.shown({"text/plain": "StarStudio()"})]


def test_clean_joins_streams_when_they_follow_each_other() -> None:
    """Are pieces of stdout one text, and stdout after stderr another?"""
    pieces = [builders.printed(text) for text in ("a\n", "b\n")]
    nb = builders.notebook(
        builders.code("f()", count=1, outputs=[*pieces, builders.printed("c", name="stderr"), *pieces])
    )
    assert [output.text for output in clean(nb, "lesson").cells[0].outputs] == ["a\nb\n", "c", "a\nb\n"]


@pytest.mark.parametrize(("role", "kept"), [("lesson", True), ("solution", False), ("exercise", False)])
def test_outputs_stay_only_when_the_notebook_is_a_lesson(role: Role, kept: bool) -> None:
    """Do assignments lose what running them left?"""
    nb = builders.notebook(builders.code("1 + 1", count=1, outputs=[builders.printed("2")]))
    (cell,) = clean(nb, role).cells
    assert (bool(cell.outputs), cell.execution_count is not None) == (kept, kept)


def test_clean_names_the_cell_when_nbgrader_does() -> None:
    """Does a graded cell get its grade id, and any other keep its own?"""
    graded = builders.solution("x = 1", grade_id="share")
    graded["id"] = "0f3a9c1b"
    nb = builders.notebook(graded, builders.markdown("text", id="9b1f0c2d"))
    assert [cell.id for cell in clean(nb, "solution").cells] == ["share", "9b1f0c2d"]


def test_dumps_keeps_letters_when_they_are_not_ascii() -> None:
    """Is text written so that a person can read the diff?"""
    assert "Größe" in dumps(builders.notebook(builders.markdown("Größe")))
