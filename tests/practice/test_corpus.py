"""The labeled answers: does every file keep to the codebook?"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair._data import data_path
from emptychair.feedback._text import count_words, sentences
from emptychair.feedback.checks.fillers import per_minute
from emptychair.feedback.star._rubric import delivery
from emptychair.practice import Answer, answers, telling
from emptychair.practice._corpus import COMPONENT, DIMENSIONS

FILES: list[Path] = sorted(data_path("corpus/star").glob("*.txt"))
LEVELS = ("weak", "middling", "strong")
CLOSED = {
    "level": {*LEVELS, "single"},
    "type": {"story", "pseudo-story", "exemplification", "opinion", "self-description"},
    "voice": {"spoken", "written", "plain", "fluent", "modest", "non-native"},
    "shape": {"plain", "result-first", "no-task", "reflective", "mixed"},
}
"""The closed lists of the codebook."""
HAS = {
    "customer",
    "need",
    "reason",
    "alternative",
    "number",
    "before",
    "check",
    "cause",
    "mechanism",
    "loop",
    "lesson",
    "later",
    "blame",
    "hypothetical",
    "we",
}
AT = {
    "who",
    "when",
    "stake",
    "goal",
    "own",
    "we",
    "reason",
    "alternative",
    "customer",
    "said",
    "method",
    "finding",
    "beyond",
    "outcome",
    "number",
    "before",
    "period",
    "check",
    "vague",
    "cause",
    "mechanism",
    "loop",
    "lesson",
    "mistake",
    "later",
    "platitude",
    "blame",
    "hypothetical",
}
LINE = re.compile(
    r"=== [a-z_]+(?:-[a-z0-9]+)+|question: \S.*[.?]|--- \w+; type=[\w-]+; voice=[\w-]+; shape=[\w-]+|ratings:(?: [1-5]){7}|has: [a-z ]+"
    r"|at: (?:none|[a-z]+=\d+(?:,\d+)*(?: [a-z]+=\d+(?:,\d+)*)*)|[STARFO]\| \S.*|"
)
GRAM = 5
SHARED = 0.2  # of the word 5-grams of the shorter answer


def name(answer: Answer) -> str:
    """Where to look for it."""
    return f"{answer.scenario}/{answer.level}"


def of_file(job: str) -> list[Answer]:
    """The answers of one file."""
    return [answer for answer in answers() if answer.job == job]


def grams(text: str) -> set[tuple[str, ...]]:
    """Every run of five words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


def near_duplicates(found: tuple[Answer, ...]) -> list[tuple[str, str]]:
    """Answers of different scenarios that share more than a fifth of their word 5-grams."""
    sets = [grams(answer.text) for answer in found]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, own in enumerate(sets):
        for gram in own:
            where[gram].append(i)
    shared = Counter(pair for places in where.values() for pair in combinations(places, 2))
    return [
        (name(found[i]), name(found[j]))
        for (i, j), count in shared.items()
        if found[i].scenario != found[j].scenario and count > SHARED * min(len(sets[i]), len(sets[j]))
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_when_read_line_by_line(file: Path) -> None:
    """Is every line one that the format knows, so that the reader skips nothing, and is none lost?"""
    lines = file.read_text(encoding="utf-8").split("\n")
    assert [(number, line) for number, line in enumerate(lines, 1) if not LINE.fullmatch(line)] == []
    said = [line.split("| ", 1)[1] for line in lines if re.match(r"[STARFO]\| ", line)]
    assert said == [sentence for answer in of_file(file.stem) for sentence in answer.sentences]
    assert lines[-1] == ""


@pytest.mark.parametrize("job", [file.stem for file in FILES])
def test_answers_of_a_file(job: str) -> None:
    """Are header, ratings and anchors from the closed lists, and does every anchor point at a sentence?"""
    for answer in of_file(job):
        for field, allowed in CLOSED.items():
            assert getattr(answer, field) in allowed, f"{name(answer)}: {field}"
        assert tuple(answer.ratings) == DIMENSIONS
        assert set(answer.ratings.values()) <= {1, 2, 3, 4, 5}, name(answer)
        assert answer.has <= HAS, name(answer)
        assert answer.at.keys() <= AT, name(answer)
        for key, places in answer.at.items():
            assert places == tuple(sorted(set(places))), f"{name(answer)}: at {key}"
            assert 0 <= places[0] <= places[-1] < len(answer.sentences), f"{name(answer)}: at {key}"
        assert set(answer.components) <= set(COMPONENT.values())


@pytest.mark.parametrize("job", [file.stem for file in FILES])
def test_sentences_of_a_file(job: str) -> None:
    """Does the reader cut an answer into the sentences that were labeled?"""
    wrong = [
        (name(answer), there, cut)
        for answer in of_file(job)
        for there, cut in [(answer.sentences, tuple(s.text for s in sentences(answer.text)))]
        if there != cut
    ]
    assert wrong == []


@pytest.mark.parametrize("job", [file.stem for file in FILES])
def test_delivery_of_a_file(job: str) -> None:
    """Is the delivery rating the level that counting gives, give or take one?"""
    wrong = []
    for answer in of_file(job):
        words = count_words(answer.text)
        counted = delivery(words, per_minute(answer.text, words))
        if abs(counted - answer.ratings["delivery"]) > 1:
            wrong.append(f"{name(answer)}: {words} words give {counted}, rated {answer.ratings['delivery']}")
    assert wrong == []


@pytest.mark.parametrize("job", [file.stem for file in FILES])
def test_ratings_of_a_file_when_nothing_happened(job: str) -> None:
    """Do opinions, habits and self-descriptions get at most 2 for own acts and results, as the codebook says?"""
    unreal = [a for a in of_file(job) if a.type in ("pseudo-story", "opinion", "self-description")]
    assert [name(a) for a in unreal if max(a.ratings["own_action"], a.ratings["result"]) > 2] == []


def test_scenarios_when_told_three_times() -> None:
    """Is each scenario told weak, middling and strong, each better than the one before, or once, alone?"""
    told: dict[str, dict[str, Answer]] = defaultdict(dict)
    for answer in answers():
        assert answer.level not in told[answer.scenario], f"{name(answer)} is there twice"
        told[answer.scenario][answer.level] = answer
    triads = {scenario: them for scenario, them in told.items() if "single" not in them}
    assert [scenario for scenario, them in triads.items() if tuple(them) != LEVELS] == []
    for scenario, them in triads.items():
        weak, middling, strong = (sum(them[level].ratings.values()) for level in LEVELS)
        assert weak < middling < strong, f"{scenario}: {weak}, {middling}, {strong}"
        assert len({answer.question for answer in them.values()}) == 1
    assert [scenario for scenario, them in told.items() if "single" in them and len(them) > 1] == []
    assert len(triads) >= 120


def test_corpus_when_counted() -> None:
    """Is it large and wide enough to train and to judge by?"""
    assert len(answers()) >= 420
    assert len({answer.job for answer in answers()}) >= 14
    assert {answer.type for answer in answers()} == CLOSED["type"]
    assert {answer.voice for answer in answers()} == CLOSED["voice"]
    assert {answer.shape for answer in answers()} == CLOSED["shape"]
    assert {part for answer in answers() for part in answer.components} == set(COMPONENT.values())


def test_answers_when_two_are_alike() -> None:
    """Is no answer a reworded copy of another scenario's?"""
    assert near_duplicates(answers()) == []


def test_near_duplicates_when_one_is_copied() -> None:
    """Would a copy with a new beginning be noticed?"""
    one, other = telling("nursing-night-noise", "strong"), telling("nursing-night-noise", "weak")
    copy = dataclasses.replace(one, scenario="retail-copy", sentences=(*other.sentences[:2], *one.sentences[2:]))
    assert near_duplicates((one, copy)) == [(name(one), name(copy))]


@pytest.mark.parametrize(("scenario", "level"), [("no-such", "weak"), ("nursing-night-noise", "best")])
def test_telling_when_unknown(scenario: str, level: str) -> None:
    """Is a missing telling told by its name, with the folder?"""
    with pytest.raises(EmptyChairError, match=rf"data/corpus/star has no scenario '{scenario}' told as '{level}'"):
        telling(scenario, level)
