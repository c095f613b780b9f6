"""Predict: commit to an answer, then read what is so. Recap: all of a lesson's predictions beside the truth."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair._predictions import Prediction, prediction, predictions_of
from emptychair._progress import kept
from emptychair.widgets._base import Face, module, recalled, remember

SHELF = "predictions"
_waiting: dict[str, list[Callable[[], None]]] = {}


def when_committed(name: str, then: Callable[[], None]) -> None:
    """Call ``then`` once, as soon as this notebook's learner commits to the prediction."""
    _waiting.setdefault(name, []).append(then)


def predict_view(asked: Prediction, truth: float, said: float | None) -> dict[str, Any]:
    """Work out what the face shows; nothing of the outcome is in it before the learner has committed.

    Example:
        >>> asked = prediction("stories_told")
        >>> predict_view(asked, 23, None)["outcome"], predict_view(asked, 23, 50)["outcome"]
        ('', 'You said 50 %. It is 23 %.')
    """
    return {
        "question": asked.question,
        "unit": asked.unit,
        "low": asked.low,
        "high": asked.high,
        "start": asked.start,
        "step": asked.step,
        "choices": list(asked.choices),
        "said": said,
        "outcome": "" if said is None else f"You said {asked.said(said)}. It is {asked.said(truth)}.",
        "reveal": [] if said is None else asked.reveal.strip().split("\n\n"),
        "source": "" if said is None else asked.source,
    }


def truth_of(asked: Prediction, handed_over: float | None) -> float:
    """Say what is so: what the lesson works out, else what the data file says.

    Raises:
        EmptyChairError: Neither says.
    """
    known = asked.truth if handed_over is None else handed_over
    if known is None:
        raise EmptyChairError(f"Predict({asked.name!r}) does not know what is so: hand it over as `truth`.")
    return float(known)


class Predict(Face):
    """A question whose answer stays closed until the learner has committed to one. The first commitment is kept.

    Args:
        name: id of a prediction in ``data/predictions/``.
        truth: what is so, where the lesson works it out.

    Raises:
        EmptyChairError: There is no such prediction, or nobody says what is so.

    Example:
        >>> Predict("stories_told")
        Predict: What share of the answers in those 62 interviews do you think were stories: one event, in the past,…
    """

    _esm = module("predict.js")

    view = traitlets.Dict().tag(sync=True)
    committed = traitlets.Float(None, allow_none=True).tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, name: str, truth: float | None = None) -> None:
        self._asked = prediction(name)
        self._truth = truth_of(self._asked, truth)
        said, trouble = said_before(self._asked)
        super().__init__(view=predict_view(self._asked, self._truth, said), committed=said, trouble=trouble)
        self.observe(self._commit, names=["committed"])

    def _commit(self, _change: object) -> None:
        said = self.view["said"]
        if said is None and self._asked.allows(self.committed):
            said = self.committed
            self.trouble = remember(SHELF, self._asked.name, {"said": said, "truth": self._truth})
        self.view = predict_view(self._asked, self._truth, said)
        for then in _waiting.pop(self._asked.name, ()) if said is not None else ():
            then()

    def describe(self) -> str:
        return f"Predict: {self._asked.question}"

    def static_html(self) -> str:
        it = predict_view(self._asked, self._truth, self._truth)
        told = "".join(f"<p>{escape(part)}</p>" for part in (*it["reveal"], it["source"]) if part)
        return (
            f"<p><strong>Predict.</strong> {escape(self._asked.question)}</p><details><summary>Open this when you have "
            f"committed to an answer.</summary><p>{escape(self._asked.said(self._truth))}.</p>{told}</details>"
        )


def said_before(asked: Prediction) -> tuple[float | None, str]:
    """Give what the learner has committed to (else None), and what kept us from reading it."""
    entry, trouble = recalled(SHELF, asked.name)
    said = entry.get("said") if isinstance(entry, dict) else None
    return float(said) if said is not None and asked.allows(said) else None, trouble


class Recap(Face):
    """The predictions of a lesson: what the learner said beside what is so.

    Example:
        >>> Recap("06_star_answers")
        Recap: 3 predictions of 06_star_answers
    """

    _esm = module("recap.js")

    rows = traitlets.List().tag(sync=True)

    def __init__(self, lesson: str) -> None:
        self._lesson = lesson
        self._asked = predictions_of(lesson)
        super().__init__(rows=[_row(it) for it in self._asked])

    def describe(self) -> str:
        return f"Recap: {len(self._asked)} predictions of {self._lesson}"

    def static_html(self) -> str:
        asked = "".join(f"<li>{escape(it.question)}</li>" for it in self._asked)
        return f"<p>What you predicted, beside what is so, appears here when you run the cell:</p><ul>{asked}</ul>"


def _row(asked: Prediction) -> dict[str, str]:
    said, _ = said_before(asked)
    if said is None:
        return {"question": asked.question, "said": "", "truth": ""}
    # what was so when the learner committed: the lesson may have handed it over
    truth = float(kept(SHELF)[asked.name]["truth"])
    return {"question": asked.question, "said": asked.said(said), "truth": asked.said(truth)}
