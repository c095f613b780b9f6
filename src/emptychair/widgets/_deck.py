"""The face of a deck: a case at a time is judged, told with reasons, and kept. Three widgets are made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

import traitlets

from emptychair.practice.deck import Case, Deck, judged
from emptychair.widgets._base import Face, module, recalled, remember

NAME = "said"
Said = Mapping[str, list[int]]
"""Places of the options that were chosen, by case."""


def deck_view(deck: Deck, said: Said) -> dict[str, Any]:
    """Work out what the face shows; what is right about a case is in it only when that case has been judged."""
    return {
        "title": deck.title,
        "lede": deck.lede,
        "question": deck.question,
        "many": deck.many,
        "done": len(said),
        "cases": [_case(case, said.get(case.name)) for case in deck.cases],
        "summary": _summary(deck, said) if len(said) == len(deck.cases) else None,
    }


def _case(case: Case, chosen: list[int] | None) -> dict[str, Any]:
    return {
        "name": case.name,
        "head": case.head[:1].upper() + case.head[1:],
        "text": case.text.split("\n"),
        "options": [option.text for option in case.options],
        "chosen": chosen,
        "told": None if chosen is None else _told(case, chosen),
    }


def _told(case: Case, chosen: list[int]) -> dict[str, Any]:
    found = judged(case, chosen)
    rows = [
        {
            "tone": "good" if place in found.caught else "warn" if place in found.missed | found.extra else "",
            "word": _word(place, found.caught, found.missed, found.extra, option.word),
            "title": option.text,
            "why": option.because,
        }
        for place, option in enumerate(case.options)
        if option.because or place in chosen
    ]
    verdict = "As we see it." if found.exact else f"We see it differently: {_listed(case)}."
    return {"verdict": verdict, "good": found.exact, "rows": rows, "after": case.after}


def _word(place: int, caught: frozenset[int], missed: frozenset[int], extra: frozenset[int], word: str) -> str:
    how = "you and we" if place in caught else "we" if place in missed else "you" if place in extra else ""
    return " · ".join(filter(None, (word, how)))


def _listed(case: Case) -> str:
    return "; ".join(case.options[place].text for place in sorted(case.right))


def _summary(deck: Deck, said: Said) -> dict[str, Any]:
    found = {case.name: judged(case, said[case.name]) for case in deck.cases}
    exact = sum(it.exact for it in found.values())
    facts = [[f"{exact} of {len(deck.cases)}", "judged as we do"]]
    if deck.many:
        facts += [
            [f"{sum(len(it.missed) for it in found.values())}", "shown and missed"],
            [f"{sum(len(it.extra) for it in found.values())}", "chosen and not shown"],
        ]
    missed = Counter(_label(deck, case, place) for case in deck.cases for place in found[case.name].missed)
    often = ", ".join(f"{word} ({n})" for word, n in missed.most_common(4))
    return {"facts": facts, "words": f"What was missed: {often}." if often else "Nothing was missed."}


def _label(deck: Deck, case: Case, place: int) -> str:
    """What a miss is counted under."""
    return case.options[place].word if deck.by_word else case.options[place].text


class DeckFace(Face):
    """Cases to judge one at a time. A judgment is kept, and told at once with the reason for each option."""

    _esm = module("deck.js")
    shelf: str

    view = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        before, trouble = recalled(self.shelf, NAME)
        self._known = self._allowed(before)
        super().__init__(view=deck_view(self.deck, self._known), said=self._known, trouble=trouble)
        self.observe(self._judge, names=["said"])

    @property
    def deck(self) -> Deck:
        """What is judged."""
        raise NotImplementedError

    def _judge(self, _change: object) -> None:
        # what has been told stays as it was said; nothing at all means that the learner begins anew
        self._known = {**self._allowed(self.said), **self._known} if self.said else {}
        self.trouble = remember(self.shelf, NAME, self._known)
        self.said = self._known
        self.view = deck_view(self.deck, self._known)

    def _allowed(self, said: object) -> dict[str, list[int]]:
        """Keep what can be a judgment: the browser and an edited file may say anything."""
        entries = said if isinstance(said, dict) else {}
        return {case.name: entries[case.name] for case in self.deck.cases if self._fits(case, entries.get(case.name))}

    def _fits(self, case: Case, chosen: object) -> bool:
        if not isinstance(chosen, list) or not chosen or not all(type(it) is int for it in chosen):
            return False
        return set(chosen) <= set(range(len(case.options))) and (self.deck.many or len(chosen) == 1)

    def describe(self) -> str:
        return f"{self.deck.title}: {len(self.deck.cases)} cases to judge"

    def static_html(self) -> str:
        cases = "".join(_static_case(case) for case in self.deck.cases)
        return f"<p><strong>{self.deck.title}.</strong> {escape(self.deck.question)}</p>{cases}"


def _static_case(case: Case) -> str:
    text = "".join(f"<p>{escape(line)}</p>" for line in case.text.split("\n"))
    options = "".join(f"<li>{escape(option.text)}</li>" for option in case.options)
    why = "".join(
        f"<li><strong>{escape(option.text)}</strong>: {'yes' if option.right else 'no'}. {escape(option.because)}</li>"
        for option in case.options
        if option.because
    )
    return (
        f"<p><strong>{escape(case.head)}</strong></p><blockquote>{text}</blockquote><ul>{options}</ul>"
        f"<details><summary>Open this when you have judged.</summary><ul>{why}</ul><p>{escape(case.after)}</p></details>"
    )
