"""Diagnostic: rate six answers and sort six snippets before anything is explained, then see how that compares with us."""

from __future__ import annotations

from html import escape

import traitlets

from emptychair.practice.diagnostic import diagnostic
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._diagnostic_view import KINDS, RATINGS, Said, allowed, complete, diagnostic_view

SHELF = "diagnostic"


class Diagnostic(Face):
    """Twelve short judgments, made before anything has been explained; kept, and shown beside ours.

    Example:
        >>> Diagnostic()
        Diagnostic: six answers to rate, six snippets to sort
    """

    _esm = module("diagnostic.js")

    view = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        said, trouble = _kept()
        self._known = said
        super().__init__(view=diagnostic_view(said), said=said, trouble=trouble)
        self.observe(self._choose, names=["said"])

    def _choose(self, _change: object) -> None:
        for part, before in self._known.items():
            now = allowed(part, self.said.get(part))
            if complete(part, before) or now == before:
                continue  # a part that has been told stays as it was chosen
            self._known = {**self._known, part: now}
            self.trouble = remember(SHELF, part, now)
        self.said = self._known
        self.view = diagnostic_view(self._known)

    def describe(self) -> str:
        return "Diagnostic: six answers to rate, six snippets to sort"

    def static_html(self) -> str:
        asked = diagnostic()
        levels = "".join(f"<li>{escape(words)}</li>" for words in asked.levels)
        answers = "".join(
            _static_item(it.answer.question, it.answer.text, f"{it.ours:.1f}. {it.trap} {it.why}")
            for it in asked.answers
        )
        kinds = "".join(f"<li><strong>{kind}</strong>: {escape(words)}</li>" for kind, words in asked.kinds.items())
        snippets = "".join(_static_item("", it.text, f"{it.kind}. {it.why}") for it in asked.snippets)
        return (
            f"<p><strong>Rate six answers</strong> from 1 to 5:</p><ol>{levels}</ol>{answers}"
            f"<p><strong>Sort six snippets.</strong> {escape(asked.question)}</p><ul>{kinds}</ul>{snippets}"
        )


def _static_item(question: str, text: str, ours: str) -> str:
    asked = f"<p>{escape(question)}</p>" if question else ""
    return (
        f"{asked}<blockquote>{escape(text)}</blockquote><details><summary>Open this when you have chosen.</summary>"
        f"<p>{escape(ours)}</p></details>"
    )


def _kept() -> tuple[Said, str]:
    found = {part: recalled(SHELF, part) for part in (RATINGS, KINDS)}
    trouble = next((said for _, said in found.values() if said), "")
    return {part: allowed(part, before) for part, (before, _) in found.items()}, trouble
