"""Does the dive-deep interviewer ask for what is missing?

python benchmarks/interviewer.py     # writes benchmarks/interviewer.md; about four minutes on two cores

A probe is *due* when none of its kinds of evidence (``shown`` in ``probes.toml``) stands in the labels of the answer. Five can be asked,
so recall counts what was asked against the due ones or five, whichever is less.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import numpy as np
import star_model

from emptychair.feedback import star
from emptychair.feedback._text import sentences
from emptychair.feedback.star._sentence import _named
from emptychair.feedback.star._weights import EVIDENCE
from emptychair.practice import Answer, answers, clashes, probes
from emptychair.practice._interview import MOST
from emptychair.practice._probes import gaps_in

FOLDS = 5
LEVELS = ("weak", "middling", "strong", "single")


@dataclass(frozen=True, slots=True)
class Dug:
    """One answer: the probes that are due by its labels, and those that are asked."""

    answer: Answer
    due: frozenset[str]
    asked: tuple[str, ...]


def due(answer: Answer) -> frozenset[str]:
    """Name the probes whose evidence the labels do not have."""
    return frozenset(it.name for it in probes().values() if not set(it.shown) & set(answer.at))


def shipped(corpus: Iterable[Answer]) -> list[Dug]:
    """Ask with the shipped reader."""
    return [Dug(it, due(it), gaps_in(star.evidence(it.text))[:MOST]) for it in corpus]


def unseen(corpus: Sequence[Answer]) -> list[Dug]:
    """Ask with readers that were trained on other jobs."""
    out = []
    strangers = star_model.fit_strangers(corpus, FOLDS)
    for answer, first in zip(corpus, star_model.cross_passes(corpus, [], strangers), strict=True):
        named = [_named(sentence.text) for sentence in sentences(answer.text)]
        chances = np.maximum(first.noticed, np.array(named))
        columns = {kind: tuple(map(float, chances[:, i])) for i, kind in enumerate(EVIDENCE)}
        out.append(Dug(answer, due(answer), gaps_in(columns)[:MOST]))
    return out


def precision(dug: Sequence[Dug]) -> float:
    """Share of the asked probes that are due."""
    return sum(len(it.due & set(it.asked)) for it in dug) / max(1, sum(len(it.asked) for it in dug))


def recall(dug: Sequence[Dug]) -> float:
    """Share of the due probes (at most five an answer) that are asked."""
    return sum(len(it.due & set(it.asked)) for it in dug) / max(1, sum(min(MOST, len(it.due)) for it in dug))


def probes_asked(dug: Sequence[Dug], level: str) -> float:
    """Mean number of probes for the answers of a level."""
    counts = [len(it.asked) for it in dug if it.answer.level == level]
    return sum(counts) / len(counts)


def false_alarms(corpus: Iterable[Answer]) -> tuple[int, int]:
    """Cut strong answers in two and hold the second half against the first: both are true, so every clash is a false one."""
    halves = [
        (" ".join(it.sentences[: len(it.sentences) // 2]), " ".join(it.sentences[len(it.sentences) // 2 :]))
        for it in corpus
        if it.level == "strong"
    ]
    return sum(bool(clashes(*pair)) for pair in halves), len(halves)


def _mean(dug: Sequence[Dug], level: str) -> str:
    return f"{probes_asked(dug, level):.2f}" if any(it.answer.level == level for it in dug) else "–"


def _row(title: str, dug: Sequence[Dug]) -> str:
    asked = " | ".join(_mean(dug, level) for level in LEVELS)
    return f"| {title} | {precision(dug):.3f} | {recall(dug):.3f} | {asked} |"


def main() -> None:
    """Measure and write the page."""
    corpus, other = answers(), answers("held_out")
    rows = [
        _row(f"the corpus ({len(corpus)} answers), shipped reader, which was trained on these labels", shipped(corpus)),
        _row("the same, each answer by a reader trained on other jobs", unseen(corpus)),
        _row(f"{len(other)} answers of a writer whom the reader has not seen", shipped(other)),
    ]
    wrong, of = false_alarms(corpus)
    page = f"""# The dive-deep interviewer

Does it ask for what is missing, and only for that? Again with `make bench-interviewer`. The labels are ours
([codebook](../data/corpus/codebook.md)). A probe is due when the labels have none of its kinds of evidence;
five are asked at most, so recall counts against the due ones or five, whichever is less. The last four columns are follow-ups an answer.

| answers | precision | recall | weak | middling | strong | single |
|---|---|---|---|---|---|---|
{chr(10).join(rows)}

The first row is what a learner meets on the examples of the course; the second and third are what to expect on a new answer.
The thresholds of `probes.toml` were set on the second row.

Replies that fit: {wrong} of {of} strong answers cut in two are said to contradict themselves; none does.
"""
    Path(__file__).with_suffix(".md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
