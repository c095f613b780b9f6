"""The banner that was none: what one sees who looks every week, and how often such looks find what is not there."""

from __future__ import annotations

from typing import Any

import numpy as np

from emptychair.widgets._trial_numbers import Halves

LOOKS = (1, 2, 4, 13, 26)
SO = "There was no banner: the halves are drawn at random and treated alike."


def tempting(halves: Halves) -> int:
    """The split that tempts most: an alarm by the third week and for as many weeks as possible, and none at the end."""
    alarm = halves.alarm
    score = np.where(alarm[:, :3].any(axis=1) & ~alarm[:, -1], alarm.sum(axis=1), -1)
    return int(score.argmax())


def banner_view(halves: Halves, split: int, week: int, stopped: int) -> dict[str, Any]:
    """Show the weeks that were watched; what is so is in it only when the learner has stopped or all weeks are over."""
    # Fewer contacts are good news, so the signs are turned, and with them the ends.
    fewer = {"difference": halves.difference, "low": halves.high, "high": halves.low}
    lines = {name: (-100 * table[split]).round(1).tolist() for name, table in fewer.items()}
    weeks = halves.alarm.shape[1]
    over = bool(stopped) or week == weeks
    told = _week_told(lines, week, bool(halves.alarm[split, week - 1])) if week else ""
    if stopped:
        told += f" {_week_told(lines, weeks, bool(halves.alarm[split, -1]))}"
    return {
        "weeks": weeks,
        "lines": {
            name: [[place, value] for place, value in enumerate(line[: weeks if over else week], 1)]
            for name, line in lines.items()
        },
        "told": told,
        "over": over,
        "so": (f"You stopped in week {stopped}. " if stopped else "You watched to the end. ") + SO if over else "",
        "why": alarms_told(halves) if over else "",
        "bars": _alarm_bars(halves) if over else None,
    }


def _week_told(lines: dict[str, list[float]], week: int, clear: bool) -> str:
    value, low, high = (lines[name][week - 1] for name in ("difference", "low", "high"))
    where = "outside" if clear else "inside"
    told = f"{value:.1f} fewer contacts per 100 orders with the banner, {low:.1f} to {high:.1f}".replace("-", "−")
    return f"Week {week}: {told}; zero is {where}."


def alarms_told(halves: Halves) -> str:
    """Say how often nothing looks like something, by the number of looks."""
    once, often = (100 * halves.false_alarms(looks) for looks in (LOOKS[0], LOOKS[-1]))
    splits, weeks = halves.alarm.shape
    return (
        f"Of {splits} such trials of nothing, one look at the end finds an effect in {once:.1f} of 100. "
        f"Looking each of {weeks} weeks and stopping at the first find does in {often:.1f} of 100."
    )


def _alarm_bars(halves: Halves) -> dict[str, Any]:
    return {
        "label": "Trials of nothing that find something",
        "unit": "%",
        "to": 30,
        "rows": [
            {
                "name": "one look, at the end" if looks == 1 else f"{looks} looks",
                "value": round(100 * halves.false_alarms(looks), 1),
                "tone": "accent" if looks == 1 else "r",
            }
            for looks in LOOKS
        ],
    }
