"""STAR texts of a stranger who saw neither the corpus nor the reader (``data/corpus/held_out/stranger``)."""

from __future__ import annotations

import tomllib
from collections import defaultdict

from emptychair._data import data_path
from emptychair.feedback import star

PASS = 60
NEAR = 5  # points


def _rows(name: str) -> list[dict[str, str]]:
    with data_path(f"corpus/held_out/stranger/{name}.toml").open("rb") as file:
        (found,) = (it for it in tomllib.load(file).values() if isinstance(it, list))
    return list(found)


def _score(row: dict[str, str], key: str = "text") -> int:
    return star.review(row[key], row.get("question")).score


def section() -> list[str]:
    """What passes, what is refused, and which pairs differ."""
    passing = defaultdict(list)
    for row in _rows("attacks_new"):
        passing[row["class"]].append(_score(row) >= PASS)
    honest = [_score(row) for row in _rows("strong_plain")]
    near = defaultdict(list)
    for row in _rows("same_facts"):
        near[row["class"]].append(abs(_score(row, "a") - _score(row, "b")) <= NEAR)
    fooled = ", ".join(f"{name.replace('_', ' ')} {sum(it)} of {len(it)}" for name, it in passing.items() if any(it))
    texts = sum(map(len, passing.values()))
    return [
        "### A stranger's texts",
        "",
        f"{texts} attacks in {len(passing)} classes, {len(honest)} strong answers that are unusual on purpose (telegram style, second",
        "language, present tense, no task, numbers in words), and pairs, by a writer who had seen nothing of ours but the codebook.",
        "Never trained on, but no longer unseen. The reader before this one refused 2 of the 31 and let 17 attacks pass; the retrained one",
        "refused 25 and let 16 pass; told so by class, its margins were moved (18 and 13), and then those of two gates",
        "again, with these texts in view.",
        "",
        "| what | figure |",
        "|---|---|",
        f"| attacks that pass | {sum(map(sum, passing.values()))} of {texts}: {fooled} |",
        f"| honest answers refused | {sum(score < PASS for score in honest)} of {len(honest)} |",
        *(f"| {name}, within {NEAR} points | {sum(it)} of {len(it)} |" for name, it in near.items()),
        "",
    ]


if __name__ == "__main__":
    print("\n".join(section()))
