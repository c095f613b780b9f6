"""Which of the learner's words are taken, and for what.

A value can be compared with what was expected. An object's own answer to "are you equal to 4?" cannot: it is a claim.
Claims are taken only where answering them is the exercise, that is, where the instructor's own class answers them.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from typing import Any

from emptychair.grading.engine._actions import BINARY, COMPARISONS, CONVERSIONS, UNARY
from emptychair.grading.engine._remote import Remote, RemoteObject
from emptychair.grading.engine._wire import NotData

_CLAIMS = frozenset((*BINARY, *UNARY, *COMPARISONS, *CONVERSIONS, "contains", "bool", "hash"))
_USES = frozenset(
    ("call", "getattr", "getitem", "setitem", "len", "iter", "next", "contains", "bool", "str", "repr", "enter", "exit")
)
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.BuiltinMethodType)


class Policy:
    """What the witness allows.

    Args:
        witness: What `emptychair.grading._witness` found in the instructor's solutions.
    """

    def __init__(self, witness: Mapping[str, Any]) -> None:
        self._mutates = frozenset(witness.get("mutates", ()))
        self._operators = {name: frozenset(those) for name, those in witness.get("operators", {}).items()}

    def may_change(self, called: str) -> bool:
        """Is it this function's business to change its arguments?"""
        return called in self._mutates

    def decide(self, action: str, target: Any, arguments: Sequence[Any]) -> tuple[bool, Any]:
        """Answer on this side where the learner's word is not taken.

        Returns:
            Whether it is decided, and the answer; a `NotData` means that there is none.
        """
        if action not in _CLAIMS or self._claims(action, target, arguments):
            return False, None
        if action == "hash":
            return True, hash(target._borrowed())
        if action == "bool":
            return True, True
        if action in ("eq", "ne"):
            other = arguments[0]
            if other is None or isinstance(other, Remote):
                return True, (other is target) == (action == "eq")
        what = f"`{target._called}`" if isinstance(target, Remote) and target._called else "the answer"
        return True, NotData(
            f"{what} is an object of the class {_class_name(target)!r}; a test can compare plain data only"
        )

    def _claims(self, action: str, target: Any, arguments: Sequence[Any]) -> bool:
        """Does the instructor's class of that name answer this itself?"""
        mine = next((one for one in (target, *arguments) if isinstance(one, RemoteObject)), None)
        if mine is None:
            return False
        answered = {special for kind in type(mine).__mro__ for special in self._operators.get(kind.__name__, ())}
        wanted = {f"__{action}__", f"__r{action}__", f"__i{action}__"}
        if action == "bool":
            wanted.add("__len__")
        if action == "contains":
            wanted |= {"__iter__", "__getitem__"}
        if action == "ne":
            wanted.add("__eq__")
        if action in ("lt", "le", "gt", "ge", "eq", "ne"):
            plain = not isinstance(arguments[0], RemoteObject)
            return not plain and bool(answered & (wanted | _ORDERS.get(action, set())))
        return bool(answered & wanted)

    def may_answer(self, action: str, given: Sequence[Any], value: Any) -> bool:
        """May this be the result? An object less a number is an object: a difference of 0 would be a claim."""
        if action not in BINARY:
            return True
        return isinstance(value, RemoteObject) or all(isinstance(one, RemoteObject) for one in given)


_ORDERS = {"gt": {"__lt__"}, "lt": {"__gt__"}, "ge": {"__le__"}, "le": {"__ge__"}}


def _class_name(target: Any) -> str:
    if isinstance(target, RemoteObject):
        return type(target).__name__
    about = target._about if isinstance(target, Remote) else {}
    return str((about.get("class") or ["", "?"])[1])[:80]


def may_use(action: str, target: Any, given: Sequence[Any]) -> bool:
    """May the learner's code do this with what a test gave it? Call it; of objects, use what has a public name.

    >>> may_use("getattr", print, ["__globals__"]), may_use("call", print, [])
    (False, True)
    """
    if action not in _USES or isinstance(target, Remote):
        return False
    if isinstance(target, _FUNCTIONS):
        return action == "call"
    if action == "getattr":
        return isinstance(given[0], str) and not given[0].startswith("_")
    return True
