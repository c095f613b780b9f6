"""Tests that look at the learner's code."""

from __future__ import annotations

import inspect

from emptychair.grading.engine._sources import Sources


def test_the_last_definition_counts() -> None:
    """Is it the code that a notebook would have in the end?"""
    sources = Sources()
    sources.add("def f(): return 1\ndef f(a): return 2")
    sources.add("%time x = 1\ndef g(): return 3")
    found = sources.code("f")
    assert found is not None
    assert found.co_varnames == ("a",)
    assert inspect.getsource(found) == "def f(a): return 2\n"


def test_code_when_there_is_none() -> None:
    """Is an unknown name, or a cell that is no Python, no error?"""
    sources = Sources()
    sources.add("def broken(:")
    assert sources.code("f") is None
