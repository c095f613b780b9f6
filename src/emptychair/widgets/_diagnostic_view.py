"""What the face of Diagnostic shows: two parts to choose in, and once a part is chosen, our side of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from emptychair.practice.diagnostic import LEVELS, Anchored, as_line, compared, diagnostic

RATINGS, KINDS = "ratings", "kinds"

Said = dict[str, dict[str, Any]]
"""What was chosen: by part, then by item."""
Told = dict[str, Any]
_ASKED = {
    RATINGS: {"title": "Rate six answers", "legend": "How strong is this answer?"},
    KINDS: {"title": "Sort six snippets", "legend": "What kind of answer is this?"},
}


def diagnostic_view(said: Said) -> dict[str, Any]:
    """Work out what the face shows; our side of a part is in it only when the learner has chosen all of that part.

    Example:
        >>> view = diagnostic_view({"ratings": {"delivery-bee-truck": 4}})
        >>> [(part["title"], part["done"], part["told"]) for part in view["parts"]]
        [('Rate six answers', 1, None), ('Sort six snippets', 0, None)]
    """
    ratings, kinds = (allowed(part, said.get(part)) for part in (RATINGS, KINDS))
    asked = diagnostic()
    whole = complete(RATINGS, ratings) and complete(KINDS, kinds)
    return {
        "parts": [
            _part(RATINGS, ratings, dict(zip(LEVELS, asked.levels, strict=True)), _ratings_told),
            _part(KINDS, kinds, dict(asked.kinds), _kinds_told),
        ],
        "line": as_line([ratings[it] for it in _names(RATINGS)], [kinds[it] for it in _names(KINDS)]) if whole else "",
    }


def _names(part: str) -> list[str]:
    asked = diagnostic()
    return [it.answer.scenario for it in asked.answers] if part == RATINGS else [it.name for it in asked.snippets]


def allowed(part: str, chosen: object) -> dict[str, Any]:
    """Keep what can be a choice: the browser and an edited file may say anything."""
    known: tuple[Any, ...] = LEVELS if part == RATINGS else tuple(diagnostic().kinds)
    entries = chosen if isinstance(chosen, dict) else {}
    return {
        name: entries[name] for name in _names(part) if type(entries.get(name)) in (int, str) and entries[name] in known
    }


def complete(part: str, chosen: dict[str, Any]) -> bool:
    """Say whether everything of a part has been chosen."""
    return len(chosen) == len(_names(part))


def _part(
    key: str, chosen: dict[str, Any], words: Mapping[Any, str], told: Callable[[dict[str, Any]], Told]
) -> dict[str, Any]:
    """Give a part as the face draws it; our side is in it when all of it has been chosen."""
    return {
        "key": key,
        **_ASKED[key],
        "values": list(words),
        "choices": [f"{value}: {meaning}" for value, meaning in words.items()],
        "items": _items(key),
        "done": len(chosen),
        "told": told(chosen) if complete(key, chosen) else None,
    }


def _items(key: str) -> list[dict[str, str]]:
    asked = diagnostic()
    if key == KINDS:
        return [{"name": it.name, "head": "", "question": asked.question, "text": it.text} for it in asked.snippets]
    return [
        {"name": it.answer.scenario, "head": it.job, "question": it.answer.question, "text": it.answer.text}
        for it in asked.answers
    ]


def _ratings_told(chosen: dict[str, int]) -> Told:
    answers = diagnostic().answers
    found = compared([chosen[it.answer.scenario] for it in answers], [it.ours for it in answers])
    return {
        "facts": [
            [f"{found.near} of {len(answers)}", "at most one level from ours"],
            [f"{found.in_order} of {found.pairs}", "pairs in our order"],
            [f"{found.leniency:+.1f}".replace("-", "−"), "yours minus ours, on average"],
        ],
        "summary": f"On average you rated {found.words}. Six answers are too few to call that a habit. "
        "Ours is the mean of seven parts, so it can fall between two levels.",
        "rows": [_rating_row(it, chosen[it.answer.scenario]) for it in answers],
    }


def _rating_row(asked: Anchored, said: int) -> dict[str, Any]:
    gap = said - round(asked.ours, 1)
    words = (
        "as near as whole levels allow" if abs(gap) <= 0.5 else f"{abs(gap):.1f} {'above' if gap > 0 else 'below'} ours"
    )
    return {
        "near": abs(gap) <= 1,
        "word": f"You {said}, we {asked.ours:.1f}",
        "title": f"{asked.job.capitalize()}: {words}.",
        "why": [asked.trap, asked.why],
        "said": said,
        "ours": round(asked.ours, 1),
    }


def _kinds_told(chosen: dict[str, str]) -> Told:
    snippets = diagnostic().snippets
    alike = sum(chosen[it.name] == it.kind for it in snippets)
    stories = sum(it.kind == "story" for it in snippets)
    heard = sum(kind == "story" for kind in chosen.values())
    return {
        "facts": [[f"{alike} of {len(snippets)}", "sorted as we did"], [f"{heard}", "heard as stories"]],
        "summary": f"We count {stories} stories among the six. Only a story can be asked about.",
        "rows": [
            {
                "near": chosen[it.name] == it.kind,
                "word": f"Both: {it.kind}" if chosen[it.name] == it.kind else f"You: {chosen[it.name]}; we: {it.kind}",
                "title": f"“{' '.join(it.text.split()[:7])}\u00a0…”",
                "why": [it.why],
            }
            for it in snippets
        ],
    }
