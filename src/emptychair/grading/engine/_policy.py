"""Which of the learner's words are taken, and for what.

A value can be compared with what was expected. An object's own answer to "are you equal to 4?" cannot: it is a claim.
Claims are taken only where answering them is the exercise, that is, where the instructor's own class answers them; and a
method is called only where the instructor's class, or the library's, has it. A test that passes with the instructor's
solution needs no more.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from typing import Any

from emptychair.grading.engine._actions import BINARY, COMPARISONS, CONVERSIONS, INPLACE, UNARY
from emptychair.grading.engine._remote import Remote
from emptychair.grading.engine._stand_ins import RemoteErrorType, RemoteObject, RemoteType
from emptychair.grading.engine._wire import NotData

CLAIMS = frozenset((*BINARY, *INPLACE, *UNARY, *COMPARISONS, *CONVERSIONS, "contains", "bool", "hash", "divmod"))
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)
_OTHERWISE = {
    "bool": ("__len__",),
    "contains": ("__iter__", "__getitem__"),
    "ne": ("__eq__",),
    "gt": ("__lt__",),
    "lt": ("__gt__",),
    "ge": ("__le__",),
    "le": ("__ge__",),
}
"""What Python asks in their place."""


class Policy:
    """What the witness allows.

    Args:
        witness: What `emptychair.grading._witness` found in the instructor's solutions.
    """

    def __init__(self, witness: Mapping[str, Any]) -> None:
        self._mutates = frozenset((*witness.get("mutates", ()), *witness.get("touched", ())))
        self.may_swallow = bool(witness.get("swallows"))
        """An answer may catch what a test asserts in a function that it gave to the learner's."""
        self.may_stop = bool(witness.get("stops"))
        """A function may end a loop over what it gives: else every test in a loop over `map` would be passed."""
        self._stored = frozenset(witness.get("stored", ()))
        self._ends = frozenset(witness.get("ends", ()))
        self._classes = {name: frozenset(those) for name, those in witness.get("classes", {}).items()}

    def may_change(self, called: str) -> bool:
        """Is it this function's business to change its arguments, or this global name's to be changed?"""
        return called in self._mutates

    def may_end(self, target: Any, error: Any) -> bool:
        """May a context manager of the learner's end this exception? Else a test's failure could be made its success."""
        kinds = {one.__name__ for one in type(target).__mro__} if isinstance(target, RemoteObject) else {target._called}
        return bool(self._ends & kinds) and not isinstance(error, AssertionError | NotData)

    def decide(self, action: str, target: Any, arguments: Sequence[Any]) -> tuple[bool, Any]:
        """Answer on this side where the learner's word is not taken.

        Returns:
            Whether it is decided, and the answer; a `NotData` means that there is none.
        """
        if action not in CLAIMS or self._answers(action, target, arguments):
            return False, None
        if action == "hash":
            return True, hash(target._borrowed())
        if action == "bool":
            return True, True
        if action in ("eq", "ne"):
            other = arguments[0]
            if other is None or isinstance(other, Remote):
                return True, (other is target) == (action == "eq")
        return True, refusal(target)

    def _answers(self, action: str, target: Any, arguments: Sequence[Any]) -> bool:
        """Does the instructor's class of that name answer this itself?"""
        mine = next((one for one in (target, *arguments) if isinstance(one, RemoteObject)), None)
        if mine is None or (action in COMPARISONS and not isinstance(arguments[0], RemoteObject)):
            return False
        plain = action.removeprefix("i") if action in INPLACE else action
        wanted = (f"__{plain}__", f"__r{plain}__", f"__i{plain}__", *_OTHERWISE.get(action, ()))
        return any(self._has(type(mine), name) for name in wanted)

    def _has(self, kind: type, name: str) -> bool:
        known = {member for one in kind.__mro__ for member in self._classes.get(one.__name__, ())}
        return name in known or ("*" in known and not name.startswith("__"))

    def may_answer(self, action: str, given: Sequence[Any], value: Any) -> bool:
        """May this be the result?

        Of arithmetic with plain numbers only an object: a difference of 0 would be a claim. Of ``a.b`` only data, or
        what the class is known to have.
        """
        if action in (*BINARY, *INPLACE, "divmod"):
            return isinstance(value, RemoteObject) or all(isinstance(one, RemoteObject) for one in given)
        if action != "getattr" or not isinstance(value, Remote | RemoteType):
            return True
        target, name = given
        kind = target if isinstance(target, type) else type(target)
        if isinstance(kind, RemoteType | RemoteErrorType):
            return self._has(kind, name)
        if name in self._stored:
            return True
        if issubclass(target.__class__, Remote):
            return False
        known = isinstance(value, Remote) and not issubclass(value.__class__, (Remote, *_FUNCTIONS))
        return known or hasattr(target.__class__, name)


def refusal(target: Any) -> NotData:
    """Why an object earns nothing, in words."""
    called = target._called if isinstance(target, Remote) else ""
    if isinstance(target, RemoteObject):
        name = type(target).__name__
    else:
        about = target._about if isinstance(target, Remote) else {}
        name = str((about.get("class") or ["", types.SimpleNamespace.__name__])[1])[:80]
    what = f"`{called}`" if called else "the answer"
    return NotData(f"{what} is an object of the class {name!r}; a test can compare plain data only")
