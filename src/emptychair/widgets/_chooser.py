"""A face whose view follows from what the learner has chosen; the choices are kept."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from emptychair.widgets._base import Face, recalled, remember

SHELF = "choices"

Choice = dict[str, Any]


class Chooser(Face):
    """Choices in, view out. A subclass says what can be chosen (``fits``) and what is shown then (``seen``)."""

    name: ClassVar[str]
    start: ClassVar[Choice]

    choice = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        before, trouble = recalled(SHELF, self.name)
        choice = self._allowed(before, self.start)
        super().__init__(choice=choice, view=self.seen(choice), trouble=trouble)
        self._known = choice
        self.observe(self._choose, names=["choice"])

    def fits(self, field: str, value: Any) -> bool:
        """Say whether a value can be chosen: the browser and an edited file may say anything."""
        raise NotImplementedError

    def settled(self, before: Choice, now: Choice) -> Choice:
        """Hold what may not be taken back, such as a prediction; by default everything may."""
        del before
        return now

    def seen(self, choice: Choice) -> dict[str, Any]:
        """Work out what is shown; nothing that is still to be predicted may be in it."""
        raise NotImplementedError

    def _allowed(self, wanted: Any, before: Choice) -> Choice:
        entries = wanted if isinstance(wanted, dict) else {}
        return {
            field: entries[field] if field in entries and self.fits(field, entries[field]) else value
            for field, value in before.items()
        }

    def _choose(self, _change: object) -> None:
        now = self.settled(self._known, self._allowed(self.choice, self._known))
        if now != self._known:
            self._known = now
            self.trouble = remember(SHELF, self.name, now)
            self.view = self.seen(now)
        self.choice = now


def one_of(value: Any, known: Any) -> bool:
    """Say whether a value is one of the known ones, and of their kind: True is not 1.

    Example:
        >>> one_of(1, (1, 2)), one_of(True, (1, 2)), one_of([], (1, 2))
        (True, False, False)
    """
    return any(type(value) is type(it) and value == it for it in known)
