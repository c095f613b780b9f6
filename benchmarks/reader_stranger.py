"""STAR texts that were written apart from the corpus: a stranger's, and a blind set (``data/corpus/held_out``)."""

from __future__ import annotations

import tomllib
from collections import defaultdict

from emptychair._data import data_path
from emptychair.feedback import star

PASS = 60
NEAR = 5  # points


def _rows(name: str) -> list[dict[str, str]]:
    with data_path(f"corpus/held_out/{name}.toml").open("rb") as file:
        (found,) = (it for it in tomllib.load(file).values() if isinstance(it, list))
    return list(found)


def _score(row: dict[str, str], key: str = "text") -> int:
    return star.review(row[key], row.get("question")).score


def _passing(name: str) -> dict[str, list[bool]]:
    found = defaultdict(list)
    for row in _rows(name):
        found[row["class"]].append(_score(row) >= PASS)
    return found


def _fooled(passing: dict[str, list[bool]]) -> str:
    some = ", ".join(f"{name.replace('_', ' ')} {sum(it)} of {len(it)}" for name, it in passing.items() if any(it))
    return f"{sum(map(sum, passing.values()))} of {sum(map(len, passing.values()))}{': ' if some else ''}{some}"


def section() -> list[str]:
    """What passes, what is refused, and which pairs differ."""
    passing = _passing("stranger/attacks_new")
    honest = [_score(row) for row in _rows("stranger/strong_plain")]
    near = defaultdict(list)
    for row in _rows("stranger/same_facts"):
        near[row["class"]].append(abs(_score(row, "a") - _score(row, "b")) <= NEAR)
    texts = sum(map(len, passing.values()))
    return [
        "### A stranger's texts",
        "",
        f"{texts} attacks in {len(passing)} classes, {len(honest)} strong answers that are unusual on purpose (telegram style, second",
        "language, present tense, no task, numbers in words), and pairs, by a writer who had seen nothing of ours but the codebook.",
        "Never trained on, but looked at while the reader was changed, three times in all. What is said of contradictions of time and",
        "role, of shares, and of questions that a story does not answer was written with these texts in view, so those classes say",
        "nothing about new ones; the weight of honest answers in other voices was chosen between 3, 6 and 10 with the 31 in view.",
        "",
        "| what | figure |",
        "|---|---|",
        f"| attacks that pass | {_fooled(passing)} |",
        f"| honest answers refused | {sum(score < PASS for score in honest)} of {len(honest)} |",
        *(f"| {name}, within {NEAR} points | {sum(it)} of {len(it)} |" for name, it in near.items()),
        "",
    ]


def blind() -> list[str]:
    """What becomes of the texts that were written before the gates were changed and read once afterward."""
    honest, attacks = [_score(row) for row in _rows("blind/honest")], len(_rows("blind/attacks"))
    return [
        "### A blind set",
        "",
        f"{len(honest)} honest answers in unlike voices and {attacks} attacks, written before the gates were trained anew and read",
        "once, when they were done. One writer wrote them and the voices and negatives that the gates learn from, and knew the",
        "classes of attack, so they are nearer to the training than a stranger's. At first sight 9 of 41 attacks passed and 5 of 29",
        "honest answers were refused; the reader before this one let 16 pass and refused 13. One false alarm of a contradiction was",
        "mended afterward.",
        "",
        "| what | figure |",
        "|---|---|",
        f"| attacks that pass | {_fooled(_passing('blind/attacks'))} |",
        f"| honest answers refused | {sum(score < PASS for score in honest)} of {len(honest)} |",
        "",
    ]


if __name__ == "__main__":
    print("\n".join(section()))
