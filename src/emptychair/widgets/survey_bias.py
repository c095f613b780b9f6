"""SurveyBias: who answers, in which words they are asked, and how far the result is from what the shop's books say."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any, ClassVar

from emptychair import shop
from emptychair.widgets._base import module
from emptychair.widgets._chooser import Choice, Chooser, one_of
from emptychair.widgets._survey_numbers import REMEDIES, WORDINGS, Said, Surveyed, survey_numbers

REMEDY_WORDS = {
    "as it is": "Count the answers as they come",
    "weighted": "Weigh each answer by how likely such a customer was to answer",
    "with calls": "Also call one in eight of those who kept silent",
}


def survey_view(numbers: Surveyed, choice: Choice) -> dict[str, Any]:
    """Work out what the face shows; what the books say is in it only when they have been opened.

    Example:
        >>> numbers = survey_numbers(shop.load())
        >>> choice = {"wording": "even", "remedy": "as it is", "size": 4680, "opened": False}
        >>> survey_view(numbers, choice)["sentence"]
        '1,296 of 4,680 answered. 62.5 % of them are satisfied; chance alone could move that from 59.8 to 65.1 %.'
        >>> survey_view(numbers, choice | {"opened": True})["verdict"]
        'The books say 54.0 %. The survey is 8.5 points too high, and its interval does not hold the truth.'
    """
    said = numbers.said[choice["wording"], choice["remedy"], choice["size"]]
    rows = [_row("the survey says", said.share.value, "accent") | _ends(said)]
    truth = numbers.truth[choice["wording"]] if choice["opened"] else None
    if truth is not None:
        rows.append(_row("the books say", truth, "f"))
    return {
        "sizes": list(numbers.sizes),
        "wordings": [{"name": it.name, "text": f"{it.question} {_counted(it.options)}"} for it in WORDINGS],
        "remedies": [{"name": name, "text": REMEDY_WORDS[name]} for name in REMEDIES],
        "bars": {"label": "Satisfied customers", "unit": "%", "to": 100, "rows": rows},
        "sentence": _sentence(said),
        "verdict": "" if truth is None else _verdict(said, truth, numbers),
        "who": {
            "label": "Who answered the email",
            "unit": "%",
            "to": 100,
            "rows": [_row(name, answered / asked, "s") for name, asked, answered in numbers.who],
        },
    }


@cache
def _numbers() -> Surveyed:
    return survey_numbers(shop.load())  # about a second; a cell that is run again does not wait for it


def _counted(options: tuple[str, ...]) -> str:
    """The options, with the number that counts as satisfied."""
    pleasant = next(it.least for it in WORDINGS if it.options == options)
    return f"({', '.join(options)}; the first {6 - pleasant} count)"


def _row(name: str, share: float, tone: str) -> dict[str, Any]:
    return {"name": name, "value": round(100 * share, 1), "tone": tone}


def _ends(said: Said) -> dict[str, float]:
    return {"low": round(100 * said.share.low, 1), "high": round(100 * said.share.high, 1)}


def _sentence(said: Said) -> str:
    calls = f", and {said.called:,} more on the phone" if said.called else ""
    return (
        f"{said.answered:,} of {said.sent:,} answered{calls}. {100 * said.share.value:.1f} % of them are satisfied; "
        f"chance alone could move that from {100 * said.share.low:.1f} to {100 * said.share.high:.1f} %."
    )


def _verdict(said: Said, truth: float, numbers: Surveyed) -> str:
    off = round(100 * said.share.value, 1) - round(100 * truth, 1)
    how = f"{abs(off):.1f} points too {'high' if off > 0 else 'low'}" if abs(off) >= 0.05 else "right on it"
    holds = truth in said.share.interval
    join = "and its interval holds" if holds else "and its interval does not hold"
    first = f"The books say {100 * truth:.1f} %. The survey is {how}, {join} the truth."
    wording = 100 * (truth - numbers.truth["even"])
    if wording:
        first += f" The question alone made {wording:.1f} points of satisfaction out of nothing."
    return first


class SurveyBias(Chooser):
    """The shop's own survey: how many are asked, in which words, how the answers are counted; and what is so.

    Example:
        >>> SurveyBias()
        SurveyBias: who answers a survey, and how far that is from the truth
    """

    _esm = module("survey_bias.js", "chart.js", "chooser.js")
    name: ClassVar[str] = "survey_bias"
    start: ClassVar[Choice] = {"wording": "even", "remedy": "as it is", "size": 400, "opened": False}

    def __init__(self) -> None:
        self._numbers = _numbers()
        super().__init__()

    def fits(self, field: str, value: Any) -> bool:
        known = {
            "wording": [it.name for it in WORDINGS],
            "remedy": REMEDIES,
            "size": self._numbers.sizes,
            "opened": (True, False),
        }
        return one_of(value, known[field])

    def settled(self, before: Choice, now: Choice) -> Choice:
        return now | {"opened": before["opened"] or now["opened"]}  # books that were read stay read

    def seen(self, choice: Choice) -> dict[str, Any]:
        return survey_view(self._numbers, choice)

    def describe(self) -> str:
        return "SurveyBias: who answers a survey, and how far that is from the truth"

    def static_html(self) -> str:
        rows = []
        for wording in WORDINGS:
            for remedy in REMEDIES:
                choice = {"wording": wording.name, "remedy": remedy, "size": self._numbers.sizes[-1], "opened": True}
                view = survey_view(self._numbers, choice)
                told = f"{wording.question} {REMEDY_WORDS[remedy]}. {view['sentence']} {view['verdict']}"
                rows.append(f"<li>{escape(told)}</li>")
        return (
            "<p><strong>SurveyBias.</strong> How many are asked, in which words, and how the answers are counted.</p>"
            f"<details><summary>Open this when you have guessed.</summary><ul>{''.join(rows)}</ul></details>"
        )
