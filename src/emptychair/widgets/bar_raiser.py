"""BarRaiser: rate twelve anchored answers part by part, in two rounds, then see how that compares with us and with the reader."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from html import escape
from typing import Any

import traitlets

from emptychair.practice.bar_raiser import LEVELS, PARTS, ROUNDS, Bar, Standing, bars, in_words, parts, standing
from emptychair.widgets._base import Face, module, recalled, remember

SHELF = "bar_raiser"
_WORDS = {1: "Round one", 2: "Round two"}
_APART = 2  # levels; a difference of one is what two good raters have

Ratings = Mapping[str, Mapping[str, int]]
"""What was chosen: by answer, then by part."""


def bar_raiser_view(ratings: Ratings, closed: Collection[int] = ()) -> dict[str, Any]:
    """Work out what the face shows; our side of a round is in it only when the learner has rated all of it and closed it.

    Example:
        >>> view = bar_raiser_view({})
        >>> [(it["title"], it["done"], len(it["items"]), it["told"]) for it in view["rounds"]]
        [('Round one', 0, 6, None), ('Round two', 0, 6, None)]
    """
    told = [number in closed and _complete(ratings, number) for number in ROUNDS]
    return {
        "parts": [
            {"name": it.name, "title": it.title, "choices": [f"{n}: {it.anchors[n - 1]}" for n in LEVELS]}
            for it in parts()
        ],
        "rounds": [_round(number, ratings, whole) for number, whole in zip(ROUNDS, told, strict=True)],
        "all": _all(ratings) if all(told) else None,
    }


def _among(number: int) -> tuple[Bar, ...]:
    return tuple(bar for bar in bars() if bar.round == number)


def _complete(ratings: Ratings, number: int) -> bool:
    return all(_rated(ratings, bar) for bar in _among(number))


def _rated(ratings: Ratings, bar: Bar) -> bool:
    return len(ratings.get(bar.name, {})) == len(PARTS)


def _round(number: int, ratings: Ratings, told: bool) -> dict[str, Any]:
    among = _among(number)
    return {
        "title": _WORDS[number],
        "items": [
            {"name": it.name, "head": it.job, "question": it.answer.question, "text": it.answer.text} for it in among
        ],
        "done": sum(_rated(ratings, it) for it in among),
        "told": {
            **_figures(standing(ratings, among)),
            "rows": [_row(it, ratings[it.name]) for it in among],
        }
        if told
        else None,
    }


def _figures(found: Standing) -> dict[str, Any]:
    return {
        "facts": [
            [_number(found.rater.kappa, "z.2f"), "weighted kappa with us"],
            [_number(found.rater.leniency, "+z.1f"), "leniency, in levels"],
            [_number(found.rater.halo, "+z.2f"), "halo beyond ours"],
            [f"{found.rater.exact:.0%}".replace("%", " %"), f"of {found.rater.rated} ratings the same"],
        ],
        "words": list(in_words(found.rater)),
        "machine": f"The reader on the same answers: kappa {_number(found.machine.kappa, 'z.2f')}, "
        f"leniency {_number(found.machine.leniency, '+z.1f')}, halo {_number(found.machine.halo, '+z.2f')}. "
        "It was taught on our ratings, these among them, so it has an easier job than you.",
    }


def _number(value: float | None, form: str) -> str:
    return "none" if value is None else format(value, form).replace("-", "−")  # z: no minus before a zero


def _row(bar: Bar, said: Mapping[str, int]) -> dict[str, Any]:
    ours, machine = bar.ours, bar.machine
    apart = [it.title for it in parts() if abs(said[it.name] - ours[it.name]) >= _APART]
    return {
        "near": not apart,
        "word": bar.job,
        "title": f"Two levels or more apart: {'; '.join(apart).lower()}." if apart else "Nowhere two levels apart.",
        "levels": [
            {"title": it.title, "you": said[it.name], "we": ours[it.name], "reader": machine[it.name]} for it in parts()
        ],
        "why": [{"title": it.title, "text": bar.why[it.name]} for it in parts() if it.name in bar.why],
    }


def _all(ratings: Ratings) -> dict[str, Any]:
    kappas = [_number(standing(ratings, _among(number)).rater.kappa, ".2f") for number in ROUNDS]
    return {
        **_figures(standing(ratings)),
        "trend": f"Kappa in round one {kappas[0]}, in round two {kappas[1]}, after you had seen our reasons.",
    }


class BarRaiser(Face):
    """Twelve answers, six parts each; kept, and told a round at a time.

    Example:
        >>> BarRaiser()
        BarRaiser: twelve answers to rate on six parts, in two rounds
    """

    _esm = module("bar_raiser.js")

    view = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        kept = {name: recalled(SHELF, name) for name in (*(it.name for it in bars()), *_WORDS.values())}
        said = {it.name: _allowed(kept[it.name][0]) for it in bars()}
        self._closed = {number for number, words in _WORDS.items() if kept[words][0] is True}
        trouble = next((unread for _, unread in kept.values() if unread), "")
        standing({bar.name: bar.ours for bar in bars()})  # the reader reads now, so that nobody waits at the comparison
        super().__init__(view=bar_raiser_view(said, self._closed), said=said, trouble=trouble)
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _take(self, wish: object) -> None:
        """Take one rating, or close a round; the ratings of a round that is closed stay as they are."""
        match wish:
            case {"answer": str(name), "part": str(part), "level": level}:
                self._rate(name, _allowed({part: level}))
            case {"compare": int(number)} if number in ROUNDS and _complete(self.said, number):
                self._closed |= {number}
                self.trouble = remember(SHELF, _WORDS[number], True)
        self.view = bar_raiser_view(self.said, self._closed)

    def _rate(self, name: str, rated: dict[str, int]) -> None:
        bar = next((it for it in bars() if it.name == name and it.round not in self._closed), None)
        if bar and rated:
            now = {**self.said[name], **rated}
            self.said = {**self.said, name: now}
            self.trouble = remember(SHELF, name, now)

    def describe(self) -> str:
        return "BarRaiser: twelve answers to rate on six parts, in two rounds"

    def static_html(self) -> str:
        scale = "".join(
            f"<li><strong>{escape(it.title)}</strong>: {escape('; '.join(it.anchors))}</li>" for it in parts()
        )
        items = "".join(_static_item(bar) for bar in bars())
        return f"<p><strong>Rate twelve answers</strong>, each part from 1 to 5:</p><ul>{scale}</ul>{items}"


def _static_item(bar: Bar) -> str:
    ours = ", ".join(f"{it.title.lower()} {bar.ours[it.name]}" for it in parts())
    why = "".join(f"<p>{escape(text)}</p>" for text in bar.why.values())
    return (
        f"<p>{escape(bar.answer.question)}</p><blockquote>{escape(bar.answer.text)}</blockquote><details><summary>"
        f"Open this when you have rated it.</summary><p>{escape(ours)}</p>{why}</details>"
    )


def _allowed(entry: object) -> dict[str, int]:
    """Keep what can be a rating: the browser and an edited file may say anything."""
    chosen = entry if isinstance(entry, dict) else {}
    return {name: chosen[name] for name in PARTS if type(chosen.get(name)) is int and chosen[name] in LEVELS}
