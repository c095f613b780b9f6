"""What is missing from an answer, and how to ask for it in the speaker's own words (``probes.toml``)."""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback import star
from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import quantities
from emptychair.practice._shown import Looks, looks, shown

_SHOWN = 0.55  # chance from which a sentence shows what a probe asks for
_ACT = 0.25  # chance from which a sentence is heard as an act: a “because” beside it is its reason
_MISSING = 0.4  # chance above which an answer is asked for it; both keep the bar on the corpus, precision first
_SURE = 0.97  # gaps beyond it are as sure as each other
_SUPPLIED = 0.25  # chance from which a reply has it: seven in ten of strangers' sentences that do, one in fifteen of those that do not
_HINT = 0.2  # chance from which a sentence may have it after all, and is quoted rather than passed over
_NEAR = 0.4  # chance from which a sentence is worth quoting
_LONGEST = 12  # words of a quote
_PAUSE = re.compile(r"[,;:—](?=\s)|(?<! a)\s(?=(?:and|but|because|so that|which|while|until|after|before)\s)")
_DANGLING = re.compile(r",?\s(?:and|but|or|so)$")
_FILLERS = re.compile(r"^(?:(?:and|but|so|well|um|uh|yeah|also|then),?\s+)+", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|my|me)\b")
_LEAST_QUOTED = 3  # words; less says nothing


@dataclass(frozen=True, slots=True)
class Probe:
    """A kind of evidence that interviewers dig for."""

    name: str
    title: str
    shown: tuple[str, ...]
    near: tuple[str, ...]
    ask: tuple[str, ...]
    deeper: tuple[str, ...]
    bare: tuple[str, ...]
    partly: tuple[str, ...] = ()
    view: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    outright: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()

    def says(self, text: str) -> bool:
        """Does a text name the evidence in so many words?"""
        return self.tells(text) or (bool(self.outright) and _any_of(self.outright).search(text) is not None)

    def tells(self, text: str) -> bool:
        """Does it do so whether it is of an act or not?"""
        return bool(self.heard) and _any_of(self.heard).search(text) is not None


@cache
def probes() -> dict[str, Probe]:
    """Read the probes, in the order in which a conversation takes them."""
    raw = tomllib.loads(files(__package__).joinpath("probes.toml").read_text(encoding="utf-8"))
    return {name: _probe(name, entry) for name, entry in raw.items()}


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _probe(name: str, entry: dict[str, Any]) -> Probe:
    fields: dict[str, Any] = {key: tuple(it) if isinstance(it, list) else it for key, it in entry.items()}
    return Probe(name, **fields)


def gaps(answer: str) -> tuple[str, ...]:
    """Name the evidence that is missing from an answer, the surest gap first.

    Example:
        >>> "reason" in gaps("The parcel was late. I rang her because she needed it for a party.")
        False
    """
    return gaps_in([it.text for it in star.label(answer)], shown(answer), looks())


def gaps_in(told: Sequence[str], shown: NDArray[np.float64], looks: Looks) -> tuple[str, ...]:
    """Do the same for sentences that were read before: missing is what no sentence shows, nor the answer as a whole.

    Gaps that are as good as sure come in the order of a conversation: where everything is missing, first things are asked first.
    """
    best, missing = shown.max(axis=0, initial=0.0), looks.missing(shown)
    acts = [
        sentence for sentence, own in zip(told, shown[:, list(probes()).index("ownership")], strict=True) if own >= _ACT
    ]
    chances = {
        it.name: min(float(chance), _SURE)
        for it, there, chance in zip(probes().values(), best, missing, strict=True)
        if there < _SHOWN and chance > _MISSING and not any(map(it.says, acts)) and not any(map(it.tells, told))
    }
    return tuple(sorted(chances, key=lambda name: -chances[name]))


def supplies(reply: str, name: str) -> bool:
    """Does a reply have what was asked for? It need not be told as plainly as where nobody asked.

    Example:
        >>> supplies("Because only they knew where the parcels were.", "reason"), supplies("It went well.", "reason")
        (True, False)
    """
    found = shown(reply)[:, list(probes()).index(name)]
    return probes()[name].says(reply) or bool(found.max(initial=0.0) >= _SUPPLIED)


def wording(probe: Probe, told: str, *, view: bool = False) -> str:
    """Ask for what a probe is after, beside the words of ``told`` where it is missing, or deeper where they may have said it.

    Example:
        >>> wording(probes()["reason"], "")
        'Why did you do it that way?'
    """
    if view:
        return _one_of(probe.view, told)
    if said := _hint(probe, told):
        return _one_of(probe.deeper, told, said)
    if said := quote(probe, told):
        return _one_of(probe.counted if probe.counted and quantities(said) else probe.ask, told, said)
    return _one_of(probe.bare, told)


def _one_of(choices: tuple[str, ...], told: str, said: str = "") -> str:
    # the same answer is always asked the same; two answers are not always asked alike
    return choices[zlib.crc32(told.encode("utf-8", "replace")) % len(choices)].replace("{said}", said)


def _hint(probe: Probe, told: str) -> str | None:
    """Cut the piece that may have said what a probe asks for, if the reader was in doubt about a sentence."""
    chances = shown(told)[:, list(probes()).index(probe.name)]
    if chances.max(initial=0.0) < _HINT:
        return None
    return _clause(star.label(told)[int(chances.argmax())].text)


def quote(probe: Probe, told: str) -> str | None:
    """Cut the piece of ``told`` beside which the evidence is missing: an exact part of it, short enough to be said."""
    chances, sentences = star.evidence(told), star.label(told)
    for kind in probe.near:
        likely = sorted(zip(chances[kind], sentences, strict=True), key=lambda it: -it[0])
        for piece in (_clause(it.text) for chance, it in likely if chance >= _NEAR):
            # an act of somebody else is not quoted as the speaker's own, however sure the reader is
            if piece and (kind != "own" or _SELF.search(piece)):
                return piece
    return None


def _clause(sentence: str) -> str | None:
    """Keep whole clauses of a sentence up to what can be said in a breath."""
    whole, sentence = sentence, _FILLERS.sub("", sentence).rstrip(" .!?…\"'”’")
    ends = [*(it.start() for it in _PAUSE.finditer(sentence)), len(sentence)]
    fitting = [end for end in ends if _LEAST_QUOTED <= len(sentence[:end].split()) <= _LONGEST]
    piece = sentence[: max(fitting)] if fitting else _cut(sentence)
    piece = _DANGLING.sub("", piece.strip(' ,;:—“”"'))
    piece += "." if piece.endswith((" a.m", " p.m")) and f"{piece}." in whole else ""
    return piece if len(piece.split()) >= _LEAST_QUOTED and "\n" not in piece and "“" not in piece else None


def _cut(sentence: str) -> str:
    """Keep what can be said in a breath, and nothing that hangs: “a ward with”."""
    some = sentence.split(" ")[:_LONGEST]
    while some and some[-1].lower() in words_of("function_words"):
        some.pop()
    return " ".join(some)
