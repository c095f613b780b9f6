"""What is kept of what a cell shows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.grading._limits import Limits
from emptychair.grading.engine._outputs import CUT, Outputs, Stream

SMALL = Limits(output=100, picture=50)


def kept(*outputs: Any) -> list[dict[str, Any]]:
    """What is left of outputs that a stranger gives."""
    place = Outputs(SMALL)
    place.replay(list(outputs))
    return place.take()


def test_streams_are_joined_until_the_other_one_speaks() -> None:
    """Is what was printed in pieces one output?"""
    place = Outputs(SMALL)
    for name in ("stdout", "stderr"):
        print("a", "b", file=Stream(name, place))  # type: ignore[arg-type]
    assert [(one["name"], one["text"]) for one in place.take()] == [("stdout", "a b\n"), ("stderr", "a b\n")]


def test_text_beyond_the_limit_is_cut_once() -> None:
    """Does a cell that never stops printing cost a fixed amount?"""
    place = Outputs(SMALL)
    for _ in range(1000):
        place.stream("stdout", "x" * 30)
    assert place.take() == [{"output_type": "stream", "name": "stdout", "text": "x" * 100 + CUT}]
    place.stream("stdout", "the next cell")
    assert place.take()[0]["text"] == "the next cell"


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ({"text/plain": "a", "text/html": "<b>a</b>"}, {"text/plain": "a", "text/html": "<b>a</b>"}),
        ({"text/plain": ["a", "b"]}, {"text/plain": "ab"}),
        ({"image/png": "iVBO"}, {"image/png": "iVBO"}),
        ({"image/png": "x" * 51, "text/plain": "<Figure>"}, {"text/plain": "<Figure>"}),
        ({"application/javascript": "alert(1)", "text/plain": "a"}, {"text/plain": "a"}),
        ({"application/vnd.jupyter.widget-view+json": {}, "image/svg+xml": "<svg/>"}, None),
        ({"text/plain": 3}, None),
    ],
)
def test_display_keeps_what_is_on_the_list(data: dict[str, Any], left: dict[str, str] | None) -> None:
    """Do scripts, widgets and what is no text stay behind?"""
    found = kept({"output_type": "display_data", "data": data})
    assert [one["data"] for one in found] == ([] if left is None else [left])


def test_error_keeps_both_ends_of_a_long_traceback() -> None:
    """Is the middle cut, and the name short?"""
    place = Outputs(Limits())
    place.error("E" * 1000, "v" * 10_000, (f"line {number}" for number in range(500)))
    (error,) = place.take()
    assert (len(error["ename"]), len(error["evalue"]), len(error["traceback"])) == (200, 2000, 101)
    assert (error["traceback"][0], error["traceback"][-1]) == ("line 0", "line 499")


def test_number_of_outputs_is_limited() -> None:
    """Does a cell that displays for ever cost a fixed amount?"""
    assert len(kept(*[{"output_type": "display_data", "data": {"text/plain": ""}}] * 10_000)) == 0
    place = Outputs(Limits())
    for _ in range(1000):
        place.display({"text/plain": "a"})
    assert len(place.take()) == 200


def test_clear_forgets_and_still_counts() -> None:
    """Is ``clear_output`` no way around the limit?"""
    place = Outputs(SMALL)
    for _ in range(10):
        place.stream("stdout", "x" * 30)
        place.clear()
    assert place.take() == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["output_type", "data", "text", "name", "ename", "traceback", "text/plain"]), inner
        )
    ),
    max_leaves=15,
)


@given(
    JSON
    | st.lists(
        st.fixed_dictionaries(
            {
                "output_type": st.sampled_from(["stream", "error", "display_data", "execute_result"]),
                "data": JSON,
                "text": JSON,
                "name": JSON,
                "ename": JSON,
                "traceback": JSON,
            }
        )
    )
)
def test_replay_takes_anything(outputs: Any) -> None:
    """Is whatever a stranger calls outputs made into outputs or left out?"""
    place = Outputs(SMALL)
    place.replay(outputs)
    for output in place.take():
        assert output["output_type"] in ("stream", "error", "display_data", "execute_result")
        json.dumps(output)
