"""STAR texts that were written apart from the corpus (``data/corpus/held_out``, ``data/corpus/strangers``)."""

from __future__ import annotations

import tomllib
from collections import defaultdict

from emptychair._data import data_path
from emptychair.feedback import star

PASS = 60
NEAR = 5  # points


def _rows(name: str) -> list[dict[str, str]]:
    with data_path(f"corpus/{name}.toml").open("rb") as file:
        (found,) = (it for it in tomllib.load(file).values() if isinstance(it, list))
    return list(found)


def _score(row: dict[str, str], key: str = "text") -> int:
    return star.review(row[key], row.get("question")).score


def _fooled(name: str) -> str:
    passing = defaultdict(list)
    for row in _rows(name):
        passing[row["class"]].append(_score(row) >= PASS)
    some = ", ".join(f"{name.replace('_', ' ')} {sum(it)} of {len(it)}" for name, it in passing.items() if any(it))
    return f"{sum(map(sum, passing.values()))} of {sum(map(len, passing.values()))}{': ' if some else ''}{some}"


def _refused(name: str) -> str:
    strong = [_score(row) for row in _rows(name) if row.get("level", "strong") == "strong"]
    return f"{sum(score < PASS for score in strong)} of {len(strong)}"


def _near(pairs: list[tuple[int, int]]) -> str:
    return f"{sum(abs(a - b) <= NEAR for a, b in pairs)} of {len(pairs)}"


def blind() -> list[str]:
    """The one set that nothing was trained on, read once when everything was done."""
    told = [(_score(row), _score(row, "retold")) for row in _rows("held_out/blind3/honest") if "retold" in row]
    return [
        "### A blind set",
        "",
        "Honest answers in unlike voices and attacks by a writer who had not seen the reader. Read once, when training was over;",
        "nothing was changed afterward. This is what to expect of a stranger's text. The reader before this one refused 9 of 30 strong",
        "answers, had 7 of 20 pairs within 5 points, and let 23 of 72 attacks pass.",
        "",
        "| what | figure |",
        "|---|---|",
        f"| strong answers refused | {_refused('held_out/blind3/honest')} |",
        f"| the same told in another order and other words, within {NEAR} points | {_near(told)} |",
        f"| attacks that pass | {_fooled('held_out/blind3/attacks')} |",
        "",
    ]


def section() -> list[str]:
    """Earlier sets, that were blind once."""
    pairs = defaultdict(list)
    for row in _rows("held_out/stranger/same_facts"):
        pairs[row["class"]].append((_score(row, "a"), _score(row, "b")))
    return [
        "### Sets that were blind once",
        "",
        "Each was read by a reader that had not been trained on it, and then used to train the gates of the next, all but the",
        "attacks whose story is sound (contradictory, shuffled, spliced, repeated, unfilled, to another question). So these figures are",
        "of first sight; what the shipped reader makes of texts that it learned from says nothing.",
        "",
        "| set | strong or honest refused | told in another order, within 5 points | attacks passing |",
        "|---|---|---|---|",
        "| a stranger's, at the third look | 2 of 31 | 9 of 16 | 5 of 131 |",
        "| the first blind set | 5 of 29 | – | 9 of 41 |",
        "| the second | 2 of 26 | 4 of 12 | 20 of 72: spliced 6 of 6, gibberish 5 of 6, contradictory 5 of 6, shuffled 2 of 6 |",
        "| the third | 10 of 46 | 23 of 36 | not measured |",
        "",
        "Pairs of the stranger that were never trained on, today:",
        "",
        "| class | within 5 points |",
        "|---|---|",
        *(f"| {name} | {_near(told)} |" for name, told in pairs.items()),
        "",
    ]


if __name__ == "__main__":
    print("\n".join([*blind(), *section()]))
