"""Whose word is taken for what."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest

from emptychair.grading.engine._classes import Classes, data_type, posed
from emptychair.grading.engine._errors import LearnersExit, describe, rebuild
from emptychair.grading.engine._lending import by_name, lend, may_use
from emptychair.grading.engine._policy import Policy
from emptychair.grading.engine._remote import Remote
from emptychair.grading.engine._wire import NotData

WITNESS = {"mutates": ["sort"], "classes": {"V": ["__add__", "__eq__", "__len__", "size"], "W": ["*"]}}


class Nobody:
    """A peer that is never asked."""

    def apply(self, action: str, *_arguments: Any, **_named: Any) -> Any:
        """Answer what pytest wants to know of an object that it shows; anything else should not have come here."""
        if action in ("repr", "str"):
            return "an object of the learner's"
        raise AttributeError(action)

    def known(self, module: str, name: str) -> type | None:
        """No class is known."""
        del module, name
        return None

    def shared(self, name: str) -> type | None:
        """No class is shared."""
        del name
        return None

    def __init__(self) -> None:
        self.classes = Classes(self)

    def made(self, name: str, number: int = 1) -> Any:
        """An object of a class of the learner's."""
        about = {"kind": "object", "of": [["own", hash(name) % 1000, name], ["known", "builtins", "object"]]}
        return self.classes.stand_in(number, about)


PEER = Nobody()
V, LIAR = PEER.made("V", 1), PEER.made("Liar", 2)
THING = Remote(PEER, 3, {"class": ["somewhere", "Thing"]})


@pytest.mark.parametrize(
    ("action", "target", "arguments", "asked"),
    [
        ("call", LIAR, [], True),
        ("getitem", LIAR, [0], True),
        ("len", LIAR, [], True),
        ("str", LIAR, [], True),
        ("add", V, [V], True),
        ("eq", V, [V], True),
        ("ne", V, [V], True),
        ("bool", V, [], True),
        ("eq", V, [4], False),
        ("lt", V, [V], False),
        ("sub", V, [1], False),
        ("sub", 1, [V], False),
        ("eq", LIAR, [4], False),
        ("eq", LIAR, [LIAR], False),
        ("contains", LIAR, [1], False),
        ("bool", LIAR, [], False),
        ("float", LIAR, [], False),
        ("abs", THING, [], False),
        ("eq", THING, ["x"], False),
    ],
)
def test_decide_asks_only_where_it_is_the_exercise(
    action: str, target: Any, arguments: Sequence[Any], asked: bool
) -> None:
    """Is a claim taken only from a class whose model in the solution answers it?"""
    decided, _answer = Policy(WITNESS).decide(action, target, arguments)
    assert decided is not asked


def test_decide_without_asking() -> None:
    """Are objects themselves, true, nothing like None, and never equal to data?"""
    policy = Policy({})
    other = PEER.made("Liar", 5)
    assert policy.decide("eq", LIAR, [LIAR]) == (True, True)
    assert policy.decide("eq", LIAR, [other]) == (True, False)
    assert policy.decide("ne", LIAR, [None]) == (True, True)
    assert policy.decide("bool", LIAR, []) == (True, True)
    _, answer = policy.decide("eq", LIAR, [4])
    assert isinstance(answer, NotData)
    assert str(answer) == "the answer is an object of the class 'Liar'; a test can compare plain data only"


FUNCTION = Remote(PEER, 4, {"kind": "function", "class": ["builtins", "function"]})


@pytest.mark.parametrize(
    ("action", "given", "value", "allowed"),
    [
        ("getattr", [V, "size"], FUNCTION, True),
        ("getattr", [V, "equals"], FUNCTION, False),
        ("getattr", [V, "x"], 3, True),
        ("getattr", [LIAR, "startswith"], FUNCTION, False),
        ("getattr", [LIAR, "x"], [1], True),
        ("getattr", [PEER.made("W", 7), "anything"], FUNCTION, True),
        ("getattr", [THING, "get_title"], FUNCTION, False),
        ("getattr", [FUNCTION, "__code__"], THING, True),
        ("getattr", [FUNCTION, "startswith"], FUNCTION, False),
        ("call", [FUNCTION], THING, True),
        ("sub", [V, 1], 0.0, False),
        ("sub", [V, 1], V, True),
        ("mul", [V, V], 11, True),
    ],
)
def test_may_answer(action: str, given: Sequence[Any], value: Any, allowed: bool) -> None:
    """Is a method taken only where the class has it, and a number only where no number was given?"""
    assert Policy(WITNESS).may_answer(action, given, value) is allowed


@pytest.mark.parametrize(("name", "allowed"), [("sort", True), ("total", False), ("", False)])
def test_may_change(name: str, allowed: bool) -> None:
    """May a function change its arguments when the instructor's does?"""
    assert Policy(WITNESS).may_change(name) is allowed


class MadeUp:
    """An object that a test made up."""

    secret_method = staticmethod(lambda: "secret")

    def __init__(self) -> None:
        self.sent = 0


MadeUp.__module__ = "__main__"


@pytest.mark.parametrize(
    ("action", "target", "given", "allowed"),
    [
        ("call", len, [], True),
        ("getattr", len, ["__self__"], False),
        ("getattr", lambda: 0, ["__globals__"], False),
        ("getattr", MadeUp(), ["sent"], True),
        ("getattr", MadeUp(), ["__class__"], False),
        ("getattr", MadeUp(), ["_hidden"], False),
        ("getattr", MadeUp(), [3], False),
        ("setattr", MadeUp(), ["sent", 1], True),
        ("setattr", MadeUp(), ["secret_method", 1], False),
        ("setattr", Mock(), ["assert_called", 1], False),
        ("call", MadeUp().secret_method, [], True),
        ("iter", io.StringIO("x"), [], True),
        ("dir", MadeUp(), [], False),
        ("deepcopy", MadeUp(), [], False),
        ("call", dict, [], False),
        ("getattr", io, ["open"], False),
        ("call", FUNCTION, [], False),
        ("eval", len, [], False),
    ],
)
def test_may_use(action: str, target: Any, given: Sequence[Any], allowed: bool) -> None:
    """Does a learner's function get at what a test meant it to have, and no further?"""
    assert may_use(action, target, given) is allowed


def test_lend_what_tests_make() -> None:
    """Do functions and made-up objects go over, and everything else not?"""
    assert lend(len) == {"kind": "function", "name": "len"}
    assert lend(MadeUp())["kind"] == "object"
    assert lend(io.StringIO())["kind"] == "object"
    for value in (object(), iter([]), PEER):
        with pytest.raises(NotData):
            lend(value)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (len, ["builtins", "len"]),
        (int, ["builtins", "int"]),
        (io, ["io", ""]),
        (lambda: 0, None),
        (MadeUp, None),
        (3, None),
    ],
)
def test_by_name_when_both_sides_have_it(value: Any, name: list[str] | None) -> None:
    """Does only what a library has go by name?"""
    assert by_name(value) == (None if name is None else ["known", name])


@pytest.mark.parametrize(
    ("module", "name"), [("builtins", "str"), ("builtins", "list"), ("os", "PathLike.x"), ("nowhere", "X")]
)
def test_posed_as_data(module: str, name: str) -> None:
    """Can no object pretend to be what it would have come as?"""
    assert posed(module, name) is None


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("builtins", "eval"),
        ("builtins", "super"),
        ("os", "system"),
        ("subprocess", "Popen"),
        ("builtins", "__import__"),
    ],
)
def test_data_type_is_of_data(module: str, name: str) -> None:
    """Does a name from a stranger lead to classes of data only?"""
    assert data_type(module, name) is None


class Odd(ValueError):
    """An error with its own ways."""

    def __init__(self, much: int) -> None:
        self.much = much

    def __str__(self) -> str:
        return f"{self.much} is odd"


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x"),
        KeyError("k"),
        Odd(3),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),
        OSError(2, "no"),
        ZeroDivisionError(),
    ],
)
def test_errors_say_what_they_said(error: Exception) -> None:
    """Is a learner's exception caught by its built-in class and read by its text?"""
    known = [["known", one.__module__, one.__qualname__] for one in type(error).__mro__]
    about = describe(error, lambda value: value, lambda _kind: known)
    made = rebuild(about, lambda value: value, PEER.classes.nearest)
    assert str(made) == str(error)
    assert isinstance(made, next(one for one in type(error).__mro__ if one.__module__ == "builtins"))
    assert getattr(made, "much", 3) == 3


@pytest.mark.parametrize("name", ["SystemExit", "KeyboardInterrupt", "GeneratorExit", "BaseException"])
def test_errors_that_end_python_end_nothing_here(name: str) -> None:
    """Is an exit in the learner's code an ordinary error in the test?"""
    made = rebuild({"classes": [["known", "builtins", name]], "text": "0"}, lambda value: value, PEER.classes.nearest)
    assert type(made) is LearnersExit


def test_a_stand_in_is_no_array_at_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Does NumPy never read this process's memory where the learner's object says that its array lies?"""
    secret = np.array([271828, 314159])
    there = {"shape": (2,), "typestr": "<i8", "data": (secret.ctypes.data, False), "version": 3}

    def apply(_action: str, _target: Any, name: str = "") -> Any:
        if name not in ("where", "__array_interface__"):
            raise AttributeError(name)
        return there

    monkeypatch.setattr(PEER, "apply", apply)
    for stand_in in (PEER.made("Array", 9), Remote(PEER, 10, {"class": ["numpy", "ndarray"]})):
        assert stand_in.where == there
        assert np.asarray(stand_in).dtype == object


@pytest.mark.parametrize(
    "name", ["configure_mock", "return_value", "side_effect", "assert_called_once_with", "call_count"]
)
def test_mocks_are_not_told_what_to_say(name: str) -> None:
    """May the learner's code call what a test has mocked, and not ask the mock itself?"""
    mock = Mock()
    assert not may_use("getattr", mock, [name])
    assert may_use("getattr", mock, ["send"])
    assert may_use("call", mock, [])
