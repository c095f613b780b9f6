"""What the browser, or an edited file, says to the mock interview: only what can be meant is taken."""

from __future__ import annotations

from typing import Any

from emptychair.practice._bank import DIFFICULTIES, PRINCIPLES
from emptychair.practice._mock_choice import LENGTHS

WISHES: dict[str, Any] = {"count": 2, "principles": [], "difficulty": None, "views": False}


def allowed_wishes(wishes: object) -> dict[str, Any]:
    """Keep what can be wished for: the browser and an edited file may say anything."""
    found = wishes if isinstance(wishes, dict) else {}
    named = found.get("principles")
    return {
        "count": found["count"] if found.get("count") in LENGTHS else WISHES["count"],
        "principles": [it for it in PRINCIPLES if it in named] if isinstance(named, list) else [],
        "difficulty": found["difficulty"] if found.get("difficulty") in DIFFICULTIES else None,
        "views": found.get("views") is True,
    }


def text_of(said: dict[str, Any]) -> str:
    """Give the text, or the empty string where there is none."""
    text = said.get("text")
    return text if isinstance(text, str) else ""


def seconds_of(said: dict[str, Any]) -> int:
    """Give whole seconds between none and ten hours."""
    seconds = said.get("seconds")
    number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    return min(max(0, round(seconds)), 36_000) if number and seconds == seconds else 0  # type: ignore[arg-type]
