"""The same act, done by the speaker in the story and by another in the reply, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from emptychair.practice.consistency._acts import Act, acts
from emptychair.practice.consistency._clash import Clash
from emptychair.practice.consistency._words import content, is_light, sentences_of

_BESIDES = re.compile(
    r"\b(?:other|others|another|as well|too|also|later|since|today|now|together|with me|and I|again|would|could|next)\b",
    re.IGNORECASE,
)


def find(story: str, reply: str) -> Iterator[Clash]:
    """Find acts that change hands."""
    told = [*_told(story)]
    for now in sentences_of(reply):
        said = [*acts(now)]
        for act in said:
            alike = [(it, done) for it, done in told if _same_act(done, act) and not _besides(it, now)]
            mine = [it for it, done in alike if done.who == "me"]
            theirs = [it for it, done in alike if done.who == "other"]
            by_all = any(done.who == "we" for _, done in alike)
            own = any(it.who == "me" and it.verb == act.verb for it in said)
            if act.who in ("other", "not me") and mine and not theirs and not own:
                yield Clash(
                    "role", mine[0], now, f"In the story it was you (“{mine[0]}”); in the reply it was not (“{now}”)."
                )
            elif act.who == "me" and theirs and not mine and not by_all:
                yield Clash(
                    "role",
                    theirs[0],
                    now,
                    f"In the story it was not you (“{theirs[0]}”); in the reply it is (“{now}”).",
                )


def _told(story: str) -> Iterator[tuple[str, Act]]:
    """The acts of the story; “I rang them” is about what the sentence in front is about."""
    before = ""
    for sentence in sentences_of(story):
        for act in acts(sentence):
            yield sentence, act if act.what else replace(act, what=content(before))
        before = sentence


def _besides(told: str, now: str) -> bool:
    """Is it said that this was done once more, later, or by several?"""
    return any(it not in told.lower() for it in _BESIDES.findall(now.lower()))


def _same_act(told: Act, now: Act) -> bool:
    """Is it the same verb on the same thing? A subject that is the thing acted on says nothing about who did it."""
    if told.verb != now.verb or content(now.subject) & told.what or content(told.subject) & now.what:
        return False
    common, least = told.what & now.what, min(len(told.what), len(now.what))
    return len(common) >= (2 if is_light(now.verb) else 1) and len(common) >= 0.5 * least
