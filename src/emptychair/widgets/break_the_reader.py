"""BreakTheReader: the learner attacks the reader; the gates answer, and a scoreboard counts both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair._progress import kept
from emptychair.practice.break_the_reader import (
    PASS,
    Attempt,
    Challenge,
    Score,
    as_row,
    attempt,
    challenges,
    ours_caught,
    scoreboard,
)
from emptychair.practice.drafts import name_of
from emptychair.widgets._base import Face, module, remember

SHELF = "break_the_reader"


@dataclass(frozen=True, slots=True)
class Tried:
    """A text, what the reader made of it on the day, and whether the learner vouches for it."""

    text: str
    made: Attempt
    vouched: bool | None = None

    def as_entry(self, challenge: str) -> dict[str, Any]:
        """Give what is kept of it."""
        return {
            "challenge": challenge,
            "text": self.text,
            "score": self.made.score,
            "gates": list(self.made.gates),
            "vouched": self.vouched,
        }


def break_view(name: str, tried: Mapping[str, Mapping[str, Tried]], last: Tried | None = None) -> dict[str, Any]:
    """Work out what the face shows; what is known about a challenge is in it after the first attempt.

    Example:
        >>> view = break_view("orders", {})
        >>> view["challenge"]["title"], view["known"], view["board"]
        ('Pass by giving orders', None, {'caught': 0, 'fooled': 0, 'open': 0})
    """
    challenge = challenges()[name]
    now = last or next(reversed([*tried.get(name, {}).values()]), None)
    return {
        "pass": PASS,
        "tabs": [
            {"name": it.name, "short": it.short, **_board([*tried.get(it.name, {}).values()])}
            for it in challenges().values()
        ],
        "board": _board([one for texts in tried.values() for one in texts.values()]),
        "challenge": {
            "name": name,
            "title": challenge.title,
            "task": challenge.task,
            "question": challenge.question,
            "pledge": challenge.pledge,
            "start": now.text if now else challenge.start,
        },
        "last": _last(challenge, now) if now else None,
        "known": _known(challenge) if tried.get(name) else None,
    }


def _board(tried: Iterable[Tried]) -> dict[str, int]:
    found: Score = scoreboard((it.made, it.vouched) for it in tried)
    return {"caught": found.caught, "fooled": found.fooled, "open": found.open}


def _last(challenge: Challenge, now: Tried) -> dict[str, Any]:
    return {
        "text": now.text,
        "score": now.made.score,
        "against": now.made.against,
        "passed": now.made.passed,
        "gates": list(now.made.gates),
        "vouched": now.vouched,
        "row": as_row(challenge, now.text) if now.made.passed and now.vouched and challenge.kind else "",
    }


def _known(challenge: Challenge) -> dict[str, str]:
    if not challenge.kind:
        return {"told": challenge.told, "ours": "We keep no count: it always works."}
    caught, of = ours_caught(challenge.kind)
    return {"told": challenge.told, "ours": f"Of our own {of} attempts of this kind, {caught} are caught today."}


class BreakTheReader(Face):
    """Eight ways to pass without deserving it. Every attempt is kept, and both sides are counted.

    Example:
        >>> BreakTheReader()
        BreakTheReader: eight ways to pass without deserving it
    """

    _esm = module("break_the_reader.js", "growing.js")

    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        self._tried, trouble = _kept()
        self._open = next((name for name in challenges() if not self._tried[name]), next(iter(challenges())))
        self._last: dict[str, Tried] = {}
        for it in challenges().values():
            _known(it)  # the reader reads our own attempts now, so that nobody waits at the first one of theirs
        super().__init__(view=break_view(self._open, self._tried), trouble=trouble)
        self.on_msg(lambda _face, wish, _buffers: self._take(wish))

    def _take(self, wish: object) -> None:
        """Open a challenge, try a text, or vouch for the one that has passed."""
        match wish:
            case {"open": str(name)} if name in challenges():
                self._open = name
            case {"try": str(text)}:
                self._try(text)
            case {"vouch": bool(honest)} if (last := self._now()) and last.made.passed and last.vouched is None:
                self._keep(Tried(last.text, last.made, honest))
        self.view = break_view(self._open, self._tried, self._last.get(self._open))

    def _now(self) -> Tried | None:
        return self._last.get(self._open) or next(reversed([*self._tried[self._open].values()]), None)

    def _try(self, text: str) -> None:
        challenge = challenges()[self._open]
        made = attempt(challenge, text)
        before = self._tried[self._open].get(text)
        by_code = True if made.passed and not challenge.pledge else None
        self._keep(before if before and before.made == made else Tried(text, made, by_code))

    def _keep(self, tried: Tried) -> None:
        self._last[self._open] = tried
        if tried.made.against:
            return  # it breaks the rule, so it is no attempt
        self._tried[self._open] = {**self._tried[self._open], tried.text: tried}
        self.trouble = remember(SHELF, name_of(self._open, tried.text), tried.as_entry(self._open))

    def describe(self) -> str:
        return "BreakTheReader: eight ways to pass without deserving it"

    def static_html(self) -> str:
        items = "".join(
            f"<li><strong>{escape(it.title)}.</strong> {escape(it.task)}<details><summary>Open this when you have tried."
            f"</summary><p>{escape(it.told)}</p></details></li>"
            for it in challenges().values()
        )
        return f"<p><strong>BreakTheReader</strong>: eight ways to pass without deserving it.</p><ol>{items}</ol>"


def _kept() -> tuple[dict[str, dict[str, Tried]], str]:
    found: dict[str, dict[str, Tried]] = {name: {} for name in challenges()}
    try:
        entries = kept(SHELF).values()
    except EmptyChairError as error:
        return found, str(error)
    for entry in entries:
        match entry:
            case {"challenge": str(name), "text": str(text), "score": int(score), "gates": list(gates)} if (
                name in found
            ):
                vouched = entry.get("vouched")
                made = Attempt(score, tuple(map(str, gates)), "")
                found[name][text] = Tried(text, made, vouched if isinstance(vouched, bool) else None)
    return found, ""
