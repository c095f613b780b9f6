"""The labeled answers of ``data/corpus/star`` (format and labels: ``data/corpus/codebook.md``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from emptychair._data import data_path
from emptychair._errors import EmptyChairError
from emptychair.practice._wrapped import wrapped

COMPONENT = {"S": "situation", "T": "task", "A": "action", "R": "result", "F": "reflection", "O": "other"}
DIMENSIONS = ("situation_task", "own_action", "customer_insight", "result", "mechanism", "reflection", "delivery")


@dataclass(frozen=True, slots=True)
class Answer:
    """One telling: sentences with their components, ratings, and where each kind of evidence stands."""

    job: str
    scenario: str
    question: str
    level: str
    type: str
    voice: str
    shape: str
    ratings: dict[str, int]
    has: frozenset[str]
    at: dict[str, tuple[int, ...]]
    sentences: tuple[str, ...]
    components: tuple[str, ...]

    @property
    def text(self) -> str:
        """The answer as one paragraph."""
        return " ".join(self.sentences)

    def __str__(self) -> str:
        return wrapped(self.text)


@cache
def answers(folder: str = "star") -> tuple[Answer, ...]:
    """Every answer of ``data/corpus/FOLDER``, by job, scenario and level; nothing where the folder is not there.

    Example:
        >>> sorted({answer.level for answer in answers()})
        ['middling', 'single', 'strong', 'weak']
    """
    files = sorted((data_path("corpus") / folder).glob("*.txt"))
    return tuple(answer for path in files for answer in _file(path))


def telling(scenario: str, level: str) -> Answer:
    """Give one telling of a scenario: ``weak``, ``middling`` or ``strong``.

    Raises:
        EmptyChairError: the corpus has no such scenario or level.

    Example:
        >>> telling("nursing-night-noise", "weak").ratings["result"]
        2
    """
    for answer in answers():
        if (answer.scenario, answer.level) == (scenario, level):
            return answer
    raise EmptyChairError(f"data/corpus/star has no scenario {scenario!r} told as {level!r}.")


def _file(path: Path) -> list[Answer]:
    out = []
    for scenario in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, *tellings = re.split(r"^--- ", scenario, flags=re.M)
        name = head.split("\n")[0].strip()
        asked = re.search(r"^question: (.+)", head, re.M)
        assert asked, f"{path.name}: {name} has no question"
        out += [_telling(path.stem, name, asked[1].strip(), telling) for telling in tellings]
    return out


def _telling(job: str, scenario: str, question: str, telling: str) -> Answer:
    lines = [line for line in telling.split("\n") if line.strip()]
    level, *pairs = (part.strip() for part in lines[0].split(";"))
    attributes = dict(pair.split("=") for pair in pairs)
    fields = dict(line.split(":", 1) for line in lines[1:] if re.match(r"(ratings|has|at):", line))
    body = [line.split("| ", 1) for line in lines[1:] if re.match(r"[STARFO]\| ", line)]
    places = (item.split("=") for item in fields.get("at", "").split() if item != "none")
    return Answer(
        job=job,
        scenario=scenario,
        question=question,
        level=level,
        ratings=dict(zip(DIMENSIONS, map(int, fields["ratings"].split()), strict=True)),
        has=frozenset(fields["has"].split()) - {"none"},
        at={name: tuple(int(n) - 1 for n in numbers.split(",")) for name, numbers in places},
        sentences=tuple(text for _, text in body),
        components=tuple(COMPONENT[letter] for letter, _ in body),
        **attributes,
    )
