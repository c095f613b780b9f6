"""STAR texts that were written apart from the corpus (``data/corpus/held_out``, ``data/corpus/strangers``)."""

from __future__ import annotations

import tomllib
from collections import defaultdict

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.practice import answers

PASS = 60
NEAR = 5  # points
BLIND, EXAMINER = "held_out/blind5", "held_out/blind4"


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


def _told(name: str) -> list[tuple[int, int]]:
    return [(_score(row), _score(row, "retold")) for row in _rows(f"{name}/honest") if "retold" in row]


def _ordered(triads: list[tuple[int, int, int]]) -> str:
    return f"{sum(weak < middling < strong for weak, middling, strong in triads)} of {len(triads)}"


def _short() -> list[tuple[int, int, int]]:
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for it in answers("held_out/short"):
        told[it.scenario][it.level] = star.review(it.text, it.question).score
    return [(it["weak"], it["middling"], it["strong"]) for it in told.values()]


def blind() -> list[str]:
    """The one set that nothing was trained on, read once when everything was done."""
    triads = [(_score(row, "weak"), _score(row, "middling"), _score(row, "strong")) for row in _rows(f"{BLIND}/triads")]
    return [
        "### A blind set",
        "",
        "Honest answers in unlike voices, scenarios told three times and attacks, by a writer who had seen neither the reader nor the",
        "corpus. Read once, when training was over; then three false alarms were mended with it in view (two contradictions, one theme",
        "of a question), so the last column is **not** of unseen texts. The column before it is what to expect of a stranger's text.",
        "",
        "| what | the reader before this one | at first sight | now |",
        "|---|---|---|---|",
        f"| strong answers refused | 3 of 40 | 3 of 40 | {_refused(f'{BLIND}/honest')} |",
        f"| the same told in another order and other words, within {NEAR} points | 16 of 20 | 18 of 20 | {_near(_told(BLIND))} |",
        "| weak < middling < strong; of the 14 scenarios, the strong answer is the shortest in 6 | 12 of 14 | 12 of 14 "
        f"| {_ordered(triads)} |",
        "| attacks that pass | 26 of 84: spliced 7 of 7, contradictory 6 of 7, off topic 3 of 7, gibberish and padded 3 of 6 each, "
        "hypothetical 2 of 7, no own act and stuffing 1 | 21 of 84: spliced 6 of 7, contradictory 6 of 7, off topic 3 of 7, padded 2 of 6, "
        f"hypothetical 2 of 7, gibberish and no own act 1 | {_fooled(f'{BLIND}/attacks')} |",
        "",
        "Six more scenarios, whose strong answers are short and plain and whose middling ones are long and full of figures, were written",
        "by the one who had changed the score for such, after it had been changed, and not trained on. In order:",
        f"{_ordered(_short())}.",
        "",
    ]


def rules_at_first_sight() -> list[str]:
    """What new rules made of attacks of their kind that had not been looked at; noted once, it cannot be measured again."""
    return [
        "### New rules on attacks nobody had looked at",
        "",
        "Attacks of the third blind set and of earlier strangers whose sentences are each sound. Rules were written with one half in",
        "view; this is the other half, of which none had been read, all of them counted.",
        "",
        "| class | pass without the new rules | with them, at first sight |",
        "|---|---|---|",
        "| template | 2 of 7 | 1 of 7 |",
        "| other question, or nobody served | 5 of 21 | 2 of 21 |",
        "| contradictory | 15 of 24 | 15 of 24 |",
        "| spliced | 14 of 14 | 14 of 14 |",
        "",
        "Two more rounds of rules, each with some of the contradictory ones in view, caught 0 of the 9, then 0 of the 4 that were left.",
        "A contradiction told in words is caught when its kind is known, and hardly ever the first time. Of two stories joined, those are",
        "caught in which the writer is two people, or he and she take turns. Words that come back, trades (a list of 430 words) and a map",
        "of words made from the corpus were tried: at one honest answer refused in 300 they caught 0 to 2 of these 14, and were left out.",
        "305 honest texts that came later, 131 of them strong, met the new rules: one strong and one middling were refused by them, and",
        "both rules were mended.",
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
        "Each was read by a reader that had not been trained on it, and then used to train the doubts of the next, all but the",
        "attacks whose story is sound (contradictory, shuffled, spliced, repeated, unfilled, to another question). So these figures are",
        "of first sight; what the shipped reader makes of texts that it learned from says nothing.",
        "",
        "| set | strong or honest refused | told in another order, within 5 points | attacks passing |",
        "|---|---|---|---|",
        "| a stranger's, at the third look | 2 of 31 | 9 of 16 | 5 of 131 |",
        "| the first blind set | 5 of 29 | – | 9 of 41 |",
        "| the second | 2 of 26 | 4 of 12 | 20 of 72: spliced 6 of 6, gibberish 5 of 6, contradictory 5 of 6, shuffled 2 of 6 |",
        "| the third | 10 of 46 | 23 of 36 | not measured |",
        "| the third blind set | 3 of 30 | 11 of 20 | 23 of 72: off topic 6 of 6, spliced 5 of 6, contradictory 4 of 6, template 3 of 6 |",
        "| the fourth, the score added up from levels | 0 of 28 | 22 of 40 | 10 of 60 |",
        "| the fourth, the score an estimate and doubts that cost points | 0 of 28 | 27 of 40 | 12 of 60 |",
        "| an examiner's | 3 of 30 | 15 of 20 | 20 of 72: spliced 6 of 6, contradictory 6 of 6, three classes 2 of 6 |",
        f"| the same, never trained on but its counts in view | {_refused(EXAMINER + '/honest')} | {_near(_told(EXAMINER))} "
        f"| {_fooled(EXAMINER + '/attacks')} |",
        "",
        "Pairs of the stranger that were never trained on, today:",
        "",
        "| class | within 5 points |",
        "|---|---|",
        *(f"| {name} | {_near(told)} |" for name, told in pairs.items()),
        "",
        *rules_at_first_sight(),
    ]


if __name__ == "__main__":
    print("\n".join([*blind(), *section()]))
