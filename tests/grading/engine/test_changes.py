"""Arguments that a function changed on the other side."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from emptychair.grading.engine._changes import Pairs
from emptychair.grading.engine._wire import Malformed, decode, encode


def nothing(value: Any) -> None:
    """No object goes by value here."""
    del value


def unknown(tagged: Any, hook: Any = None) -> Any:
    """A hook that reads nothing."""
    raise Malformed(str((tagged, hook)))


def half() -> Pairs:
    """One side's half."""
    return Pairs(nothing, lambda value, known: encode(value, unknown, 0, known), unknown)


def give(value: Any, giver: Pairs, taker: Pairs) -> Any:
    """Send a value from one side to the other."""
    data = encode(value, unknown, 1, giver.numbers)
    giver.add(value)
    read = decode(data, taker.hook)
    taker.add(read)
    giver.look()
    taker.look()
    return read


def call(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function with copies of the arguments, then do to the arguments what it did to the copies."""
    ours, theirs = half(), half()
    result = function(*(give(one, ours, theirs) for one in arguments))
    ours.apply(theirs.changes())
    return give(result, theirs, ours)


def test_rows_that_move_are_the_same_rows() -> None:
    """Is a row of a sorted table the row that it was?"""
    grid = [[2, 1], [4, 3]]
    first, second = grid
    call(lambda rows: rows.sort(reverse=True), grid)
    assert grid == [[4, 3], [2, 1]]
    assert grid[0] is second
    assert grid[1] is first


def test_result_is_the_argument_itself() -> None:
    """Does a function that gives back its argument give back ours, and a copy is a copy?"""
    numbers = [1]
    assert call(lambda xs: xs, numbers) is numbers
    assert call(list, numbers) is not numbers
    inner = [[1], [2]]
    assert call(lambda xs: [xs[1]], inner)[0] is inner[1]


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ([1, 2], lambda x: x.append(3)),
        ({"a": [1]}, lambda x: x["a"].append(2)),
        ({1, 2}, lambda x: x.discard(1)),
        (bytearray(b"ab"), lambda x: x.reverse()),
        (deque([1, 2]), lambda x: x.rotate()),
        ([[1], ([2], {"b": {3}})], lambda x: x[1][1]["b"].add(4)),
        ({"a": 1}, lambda x: x.clear()),
    ],
    ids=lambda it: "" if callable(it) else type(it).__name__,
)
def test_changes_are_made_here_too(value: Any, change: Callable[[Any], object]) -> None:
    """Is the argument as it would be, had the function run here?"""
    expected = decode(encode(value, unknown), unknown)
    change(expected)
    call(change, value)
    assert value == expected


def test_tables_change_in_place() -> None:
    """Does an array or a frame stay the object that it was, with the new content?"""
    array, frame = np.arange(3), pd.DataFrame({"a": [1, 2]})
    view = array[:2]

    def change(a: Any, f: Any) -> None:
        a *= 2
        f["b"] = f["a"] + 1

    call(change, array, frame)
    assert view.tolist() == [0, 2]
    pd.testing.assert_frame_equal(frame, pd.DataFrame({"a": [1, 2], "b": [2, 3]}))


def test_nothing_is_told_when_nothing_changed() -> None:
    """Is reading no change?"""
    ours, theirs = half(), half()
    give([[1, [2]], {"a": np.arange(3)}], ours, theirs)
    assert (ours.changes(), theirs.changes()) == ([], [])


def test_what_a_test_holds_stays_the_learners() -> None:
    """Is a list that came over the same one when it comes again, and does what is done to it get there?"""
    ours, theirs = half(), half()
    original = {"log": [1]}
    held = give(original, theirs, ours)
    held["log"].append(2)
    ours.prune()
    theirs.apply(ours.changes())
    assert original == {"log": [1, 2]}
    assert give(original, theirs, ours) is held
    assert give(held["log"], ours, theirs) is original["log"]


def test_what_nobody_holds_is_forgotten() -> None:
    """Do both sides forget a value that was used once, and go on counting alike?"""
    ours, theirs = half(), half()
    give([[1], [2]], ours, theirs)
    ours.prune()
    ours.prune()
    theirs.keep(list(ours.values), ours.next)
    assert (ours.values, theirs.values) == ({}, {})
    kept = give([3], theirs, ours)
    kept.append(4)
    assert ours.changes() == [[3, ["list", [3, 4]]]]


def test_one_list_twice_is_two_numbers() -> None:
    """Do both sides count alike when the same row occurs twice in a table?"""
    row = [0]
    call(lambda rows, last: last.append(rows[1]), [row, row], last := [])
    assert last == [[0]]


@pytest.mark.parametrize(
    "changes",
    [
        [3],
        [[0]],
        [["0", 1]],
        [[7, ["list", []]]],
        [[-1, ["list", []]]],
        [[True, ["list", []]]],
        [[0, ["dict", []]]],
        [[0, 5]],
        [[0, ["list", [["kept", 9]]]]],
    ],
    ids=str,
)
def test_apply_when_a_stranger_makes_it_up(changes: Any) -> None:
    """Is it refused, and is the argument as it was?"""
    value = [1]
    pairs = half()
    pairs.add(value)
    with pytest.raises(Malformed):
        pairs.apply(changes)
    assert value == [1]
