"""Texts that are no answers, made from answers; and answers told in another voice.

Written negatives stand in ``data/corpus/negatives.toml``. These are mechanical: what happens to an answer whose acts are somebody
else's, that only might have happened, whose words are shuffled, that drowns in something else.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from emptychair._data import data_path
from emptychair.feedback._text import sentences
from emptychair.practice import Answer

_CLITICS = (("I", "d", "had"), ("I", "ve", "have"), ("I", "m", "am"), ("I", "ll", "will"))
_OTHERS = (
    {"i": "she", "me": "her", "my": "her", "mine": "hers", "myself": "herself"},
    {"i": "he", "me": "him", "my": "his", "mine": "his", "myself": "himself"},
    {"i": "we", "me": "us", "my": "our", "mine": "ours", "myself": "ourselves"},
)
_SELF = re.compile(r"(?:(?<=[.!?] )|^)?\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
_PAST = re.compile(r"\bI (?=[a-z]+(?:ed|t|d|w|e|nt|ght)\b)")
_SUBJECT = re.compile(r"^(?:So |Then |And )?I (?!am\b|was\b|had\b)(?=[a-z])")
_AWAY = ("off_topic", "padded")
KIND_OF = {
    "off_topic": "off topic",
    "padded": "padded",
    "no_own_act": "no own act",
    "third_person": "no own act",
    "we_only": "no own act",
    "team_did_it_all": "no own act",
    "self_praise": "self-description",
    "opinion_essay": "opinion",
    "essay": "opinion",
    "hypothetical": "pseudo-story",
    "habitual": "pseudo-story",
    "future_plans": "pseudo-story",
}
"""What the classes of written negatives are; those left out are no accounts."""
TOLD_WELL = (
    "contradictory", "contradictory_numbers", "contradictory_time_role", "copied_twice_different_numbers", "repeated",
    "repeated_paragraph", "shuffled", "shuffled_sentences", "spliced", "template", "unfilled_template", "wrong_question",
)  # fmt: skip
"""Classes of attacks that are stories, but for what other gates look for."""
NEGATIVES = (
    "negatives",
    "held_out/stranger/attacks_new",
    "held_out/blind/attacks",
    "strangers/second_attacks",
    "strangers/third_attacks",
    "strangers/fourth_attacks",
    "strangers/fifth_attacks",
    "held_out/blind3/attacks",
)
OFF_BY_QUESTION = ("held_out/blind3/attacks",)
"""Files in which what is off topic is a good story about a customer, told to another question: a matter of another gate."""
EVERY = 4  # one of so many answers is told in another voice
VOICES = (
    "voices",
    "held_out/stranger/strong_plain",
    "held_out/blind/honest",
    "strangers/second_honest",
    "strangers/third_honest",
    "strangers/fourth_honest",
    "held_out/blind3/honest",
    "strangers/fifth_honest",
    "strangers/sixth_honest",
)
"""Files of honest answers; those of strangers were held out until they had been read too often to tell anything."""
TOLD_TWICE = VOICES[-6:]
"""Files of honest answers of which some are told again in another order and in other words."""
VOICE, CHOIRS = 4.0, 8
"""How much an honest answer in another voice counts, because there are few; into how many groups they are put for cross-fitting."""


class Text(NamedTuple):
    """A text, what kind it is, the job it belongs to for cross-fitting, how much it counts, whether it should pass."""

    text: str
    kind: str
    job: str
    weight: float
    well: bool = False


def negatives() -> list[dict[str, str]]:
    """Written texts that only look like answers."""
    return [
        it
        for name in NEGATIVES
        for it in _written(name)
        if it["class"] not in TOLD_WELL and not (it["class"] == "off_topic" and name in OFF_BY_QUESTION)
    ]


def voices() -> list[Text]:
    """Honest answers that are unlike those of the corpus."""
    return [
        Text(it[key], "story", f"{name} {i % CHOIRS}", VOICE, well=True)
        for name in VOICES
        for i, it in enumerate(_written(name))
        for key in ("text", "retold")
        if key in it and it.get("level") != "weak"
    ]


def _written(name: str) -> list[dict[str, str]]:
    with data_path(f"corpus/{name}.toml").open("rb") as file:
        (found,) = (it for it in tomllib.load(file).values() if isinstance(it, list))
    return list(found)


def elliptic(answer: Answer) -> Answer:
    """Leave out the "I" at the start of sentences, as notes and modest people do; the acts stay the speaker's own."""
    cut = (_SUBJECT.sub("", sentence) for sentence in answer.sentences)
    return replace(answer, sentences=tuple(sentence[:1].upper() + sentence[1:] for sentence in cut))


def elliptics(corpus: Sequence[Answer]) -> list[Answer]:
    """Tell some of the better answers so."""
    return [elliptic(answer) for answer in _told_well(corpus)[::EVERY]]


def _told_well(corpus: Sequence[Answer]) -> list[Answer]:
    return [answer for answer in corpus if answer.level in ("middling", "strong")]


def no_answers(corpus: Sequence[Answer]) -> list[Text]:
    """Every text that should not pass, written and made."""
    jobs = sorted({answer.job for answer in corpus})
    written = [
        Text(it["text"], KIND_OF.get(it["class"], "no account"), jobs[i % len(jobs)], 1.0)
        for i, it in enumerate(negatives())
    ]
    return [*written, *_changed(corpus), *_drowned(corpus, jobs), *_gathered(corpus)]


def _changed(corpus: Sequence[Answer]) -> Iterator[Text]:
    """Strong answers with somebody else's acts, with acts that might have happened, with shuffled words."""
    chance = random.Random(0)
    for i, answer in enumerate(answer for answer in corpus if answer.level == "strong"):
        if i % 4 < 2:
            yield Text(_acts_of(answer.text, _OTHERS[i % 3]), "no own act", answer.job, 1.0)
        elif i % 4 == 2:
            yield Text(_PAST.sub("I would have ", answer.text), "pseudo-story", answer.job, 1.0)
        else:
            words = answer.text.split()
            chance.shuffle(words)
            yield Text(" ".join(words), "no account", answer.job, 1.0)


def _acts_of(text: str, who: dict[str, str]) -> str:
    for subject, short, full in _CLITICS:
        text = re.sub(rf"\b{subject}['’]{short}\b", f"{subject} {full}", text)

    def swap(match: re.Match[str]) -> str:
        word = who[match[0].lower()]
        opens = match.start() == 0 or text[match.start() - 2 : match.start()] in (". ", "? ", "! ")
        return word.capitalize() if opens else word

    return _SELF.sub(swap, text)


def _drowned(corpus: Sequence[Answer], jobs: Sequence[str]) -> Iterator[Text]:
    """A little of an answer in a lot of something else; or half and half."""
    chance = random.Random(0)
    away = [[s.text for s in sentences(it["text"])] for it in negatives() if it["class"] in _AWAY]
    plain = [a for a in corpus if a.level in ("weak", "middling") and a.type == "story"]
    strong = [a for a in corpus if a.level == "strong"]
    for i, told in enumerate(away):
        answer = chance.choice(plain if i % 2 else strong)
        n = len(answer.sentences)
        size = chance.randint(1, min(3, n)) if i % 2 else max(3, round(n * chance.uniform(0.3, 0.6)))
        start = chance.randint(0, n - size)
        kept = list(answer.sentences[start : start + size])
        around = told if i % 2 else told[: max(3, round(size * chance.uniform(1.0, 1.6)))]
        places = (
            [chance.randint(0, len(around))] * size if i % 3 else sorted(chance.choices(range(len(around) + 1), k=size))
        )
        mixed = list(around)
        for shift, (place, sentence) in enumerate(zip(places, kept, strict=True)):
            mixed.insert(place + shift, sentence)
        yield Text(" ".join(mixed), "padded", jobs[i % len(jobs)], 1.0)


def _gathered(corpus: Sequence[Answer]) -> Iterator[Text]:
    """Several short texts of one type in a row, so that a type is not told by its length."""
    chance = random.Random(0)
    for kind in ("pseudo-story", "exemplification", "opinion", "self-description"):
        short = [answer for answer in corpus if answer.type == kind]
        for _ in range(40 if short else 0):
            some = chance.sample(short, min(len(short), chance.randint(2, 4)))
            yield Text(" ".join(answer.text for answer in some), kind, some[0].job, 0.5)
