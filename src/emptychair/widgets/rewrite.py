"""Rewrite: tell a weak answer anew from a sheet of facts; the reader scores the gain, and what is not on the sheet is pointed out."""

from __future__ import annotations

from html import escape
from typing import Any

import traitlets

from emptychair.feedback import star
from emptychair.feedback._text import count_words
from emptychair.practice.rewrite import Rewrite as Task
from emptychair.practice.rewrite import gain, invented, rewrites, told
from emptychair.widgets._base import Face, module, recalled, remember

SHELF = "rewrites"
_TRIED = 100  # words from which an attempt is one, and ours may be looked at


def rewrite_view(task: Task, text: str) -> dict[str, Any]:
    """Work out what the face shows of one task; ours is in it once the learner has tried.

    Example:
        >>> view = rewrite_view(rewrites()["ferry_dogs"], "In July 12 of 90 passengers were turned away.")
        >>> view["invented"], view["ours"]
        (['July 12', '90'], None)
    """
    review = star.review(text, task.question)
    weak = star.review(task.weak, task.question)
    gained = gain(text, task.weak, task.question)
    return {
        "name": task.name,
        "job": task.job,
        "question": task.question,
        "weak": task.weak,
        "weak_score": weak.score,
        "text": text,
        "words": count_words(text),
        "score": review.score,
        "gain": f"{gained:+d}" if gained and text.strip() else "0",
        "gates": [gate.message for gate in review.gates] if text.strip() else [],
        "levels": [
            {"title": now.title, "level": now.level, "top": now.top, "next": f"The weak text has {was.level}."}
            for was, now in zip(weak.criteria, review.criteria, strict=True)
        ],
        "facts": [{"text": fact, "told": told(text, fact)} for fact in task.facts],
        "invented": [it.text for it in invented(text, task.sheet)],
        "next": [it.message for it in review.findings if it.severity != "praise"][:2] if text.strip() else [],
        "ours": _ours(task) if count_words(text) >= _TRIED else None,
    }


def _ours(task: Task) -> dict[str, Any]:
    return {"text": task.ours, "score": star.review(task.ours, task.question).score}


class Rewrite(Face):
    """Three weak answers to tell anew. What was written is kept.

    Example:
        >>> Rewrite()
        Rewrite: three weak answers to tell anew, each with a sheet of facts
    """

    _esm = module("rewrite.js", "growing.js")

    tasks = traitlets.List().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        kept = {name: recalled(SHELF, name) for name in rewrites()}
        self._texts = {name: text if isinstance(text, str) else "" for name, (text, _) in kept.items()}
        first = next((name for name, text in self._texts.items() if not text), next(iter(rewrites())))
        super().__init__(
            tasks=[{"name": it.name, "job": it.job} for it in rewrites().values()],
            view=rewrite_view(rewrites()[first], self._texts[first]),
            trouble=next((unread for _, unread in kept.values() if unread), ""),
        )
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _take(self, wish: object) -> None:
        """Read a text, let it rest, or open another task."""
        match wish:
            case {"task": str(name), "text": str(text)} if name in self._texts:
                self._texts[name] = text
                self.view = rewrite_view(rewrites()[name], text)
            case {"task": str(name), "rest": str(text)} if name in self._texts:
                self._texts[name] = text
                self.trouble = remember(SHELF, name, text)
            case {"open": str(name)} if name in self._texts:
                self.view = rewrite_view(rewrites()[name], self._texts[name])

    def describe(self) -> str:
        return "Rewrite: three weak answers to tell anew, each with a sheet of facts"

    def static_html(self) -> str:
        return "".join(map(_static_task, rewrites().values()))


def _static_task(task: Task) -> str:
    facts = "".join(f"<li>{escape(fact)}</li>" for fact in task.facts)
    return (
        f"<p><strong>Rewrite, {escape(task.job)}.</strong> {escape(task.question)}</p><blockquote>{escape(task.weak)}"
        f"</blockquote><ul>{facts}</ul><details><summary>Open this when you have written yours.</summary>"
        f"<p>{escape(task.ours)}</p></details>"
    )
