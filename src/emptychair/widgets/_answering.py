"""What answers a bet stays closed until the bet is made: also after Run All, and in a lesson that nobody has run yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import traitlets
from IPython.display import display
from IPython.utils.capture import capture_output

from emptychair._predictions import Prediction, prediction
from emptychair.widgets._base import Face, module
from emptychair.widgets.predict import said_before, when_committed


def bet_to_come(name: str, then: Callable[[], None]) -> str:
    """Give the question of a bet that has not been made yet, and call ``then`` when it is; "" when it has been made.

    Args:
        name: id of a prediction in ``data/predictions/``.

    Raises:
        EmptyChairError: There is no such prediction.

    Example:
        >>> bet_to_come("peeking", lambda: None)
        'In how many of 100 such trials do you find an effect?'
    """
    asked = prediction(name)
    if said_before(asked)[0] is not None:
        return ""
    when_committed(name, then)
    return asked.question.rpartition(". ")[2]  # what leads up to it stands beside the bet


class Answering(Face):
    """What a cell shows, closed until the learner has committed to the prediction that it answers.

    Its text form is all of what is shown, so that the comparison of lessons misses nothing.

    Args:
        asked: the prediction.
        shown: what the cell displays, each piece by type, such as ``text/plain`` and ``text/html``.

    Example:
        >>> Answering(prediction("stories_told"), [{"text/plain": "23 of 100 were stories"}])
        23 of 100 were stories
    """

    _esm = module("answering.js")

    question = traitlets.Unicode().tag(sync=True)
    html = traitlets.Unicode().tag(sync=True)

    def __init__(self, asked: Prediction, shown: Iterable[dict[str, Any]]) -> None:
        self._shown = list(shown)
        question = bet_to_come(asked.name, self._open)
        super().__init__(question=question, html="" if question else self._opened())

    def _open(self) -> None:
        self.html = self._opened()

    def _opened(self) -> str:
        return "".join(it.get("text/html") or f"<pre>{escape(it['text/plain'])}</pre>" for it in self._shown)

    def describe(self) -> str:
        return "\n".join(it["text/plain"].rstrip("\n") for it in self._shown)

    def __repr__(self) -> str:
        return self.describe()

    def static_html(self) -> str:
        return f"<details><summary>Open this when you have committed to an answer.</summary>{self._opened()}</details>"


@contextmanager
def answering(name: str) -> Iterator[None]:
    """Hold back what is displayed and printed inside until the learner has committed to a prediction.

    Figures come first, then what was printed.

    Args:
        name: id of a prediction in ``data/predictions/``.

    Raises:
        EmptyChairError: There is no such prediction.

    Example:
        >>> with answering("stories_told"):
        ...     print("23 of 100 were stories")
        23 of 100 were stories
    """
    asked = prediction(name)
    with capture_output(stderr=False) as held:
        yield
    shown = [it.data for it in held.outputs]
    display(Answering(asked, [*shown, {"text/plain": held.stdout}] if held.stdout else shown))
