"""How good, how hard to fool and how fast is the reader?

python benchmarks/reader.py     # writes benchmarks/reader.md; about fifteen minutes on two cores
"""

from __future__ import annotations

import platform
import statistics
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import reader_prfaq
import reader_speed
import reader_star as figures
import reader_stranger

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.feedback.star._model import COMPONENTS
from emptychair.feedback.star._rubric import DIMENSIONS, TRAINED, rubric
from emptychair.practice import answers

PASS = 60


def _rows(name: str, key: str) -> list[dict[str, str]]:
    with data_path(f"corpus/{name}.toml").open("rb") as file:
        found: list[dict[str, str]] = tomllib.load(file)[key]
    return found


def agreement(reads: Sequence[figures.Read], title: str) -> list[str]:
    """Table of components and dimensions with intervals."""
    lines = [f"### {title}", "", "| what | figure | 95 % interval |", "|---|---|---|"]

    def add(what: str, figure: tuple[float, float, float]) -> None:
        lines.append(f"| {what} | {figure[0]:.3f} | {figure[1]:.3f}–{figure[2]:.3f} |")

    add("components, macro-F1 over six", figures.interval(reads, figures.macro_f1))
    add("components, macro-F1 over S, T, A, R", figures.interval(reads, figures.four_class_f1))
    for name in COMPONENTS:
        add(f"{name}, F1", figures.interval(reads, figures.one_f1(name)))
    kappas = []
    for name in DIMENSIONS:
        found = figures.interval(reads, figures.kappa(name))
        kappas.append(found[0])
        counted = " (counted, not judged)" if name == "delivery" else ""
        add(f"{rubric()[name]['title']}, quadratic weighted kappa{counted}", found)
    judged = kappas[: len(TRAINED)]
    lines.append(f"| mean kappa of the six that are judged | {statistics.mean(judged):.3f} | |")
    ordered, triads = figures.triads(reads)
    refused, strong = figures.refused(reads)
    shuffled, _ = figures.pass_shuffled(reads)
    closed = ", ".join(f"{name} {count}" for name, count in sorted(figures.gated(reads).items())) or "none"
    lines += [
        f"| weak < middling < strong | {ordered} of {triads} | |",
        f"| strong answers refused (below {PASS}, or a gate) | {refused} of {strong} | |",
        f"| strong answers that pass with their sentences shuffled | {shuffled} of {strong} | |",
        f"| type of the answer right (five types; macro-F1 {figures.types_f1(reads):.2f}) | {figures.types_right(reads):.1%} | |",
        "",
        f"Gates that close on middling and strong answers: {closed}.",
        "",
    ]
    return lines


def attacks() -> list[str]:
    """Table of attack texts that pass."""
    rows = _rows("attacks", "attack")
    passing = Counter(r["class"] for r in rows if star.review(r["text"], r["question"]).score >= PASS)
    total = Counter(r["class"] for r in rows)
    lines = [f"| class | texts | pass ({PASS} or more) |", "|---|---|---|"]
    lines += [f"| {name.replace('_', ' ')} | {total[name]} | {passing[name]} |" for name in sorted(total)]
    return [*lines, f"| **all** | {len(rows)} | {sum(passing.values())} |", ""]


def metamorphic() -> list[str]:
    """Table of pairs that should score alike."""
    apart: dict[str, list[int]] = {}
    for row in _rows("metamorphic", "pair"):
        scores = [star.review(row[side], row["question"]).score for side in "ab"]
        apart.setdefault(row["class"], []).append(abs(scores[0] - scores[1]))
    lines = ["| class | pairs | within 5 points | largest difference |", "|---|---|---|---|"]
    for name, found in sorted(apart.items()):
        lines.append(f"| {name} | {len(found)} | {sum(d <= 5 for d in found)} | {max(found)} |")
    asked = [d for name, found in apart.items() if name not in ("synonyms", "names") for d in found]
    share = 100 * sum(d <= 5 for d in asked) / len(asked)
    return [*lines, "", f"Without synonyms and names: {share:.1f} % within 5 points.", ""]


def page() -> str:
    """Measure everything and write the page."""
    corpus = answers()
    scenarios = len({a.scenario for a in corpus})
    jobs = len({a.job for a in corpus})
    reads = figures.unseen_reads()
    lines = [
        "# The reader",
        "",
        "How well the reader agrees with labels, how hard it is to fool, how fast it is. Again with `make bench-reader`.",
        "",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, two cores.",
        "",
        "**Whose labels these are.** Every text was written and labeled for this project, by language-model writers working to",
        "[the codebook](../data/corpus/codebook.md), and so were the second rater's. Agreement with them is agreement with our own",
        "reading of our own rubric. It does not show that interviewers at Amazon, or anywhere, would rate alike; nobody has",
        "published such a figure, and we have none.",
        "",
        "## STAR answers",
        "",
        f"{len(corpus)} answers, {scenarios} scenarios, {jobs} kinds of job. Figures on unseen scenarios: {figures.OUTER}-fold by",
        "scenario, everything trained anew in each fold (labels, evidence, levels and cuts). Intervals: scenarios resampled.",
        "",
        *agreement(reads, "Unseen scenarios"),
    ]
    held_out = answers("held_out")
    if held_out:
        lines += [
            f"A writer who had seen neither the corpus nor the reader wrote {len(held_out)} more answers to the same codebook; the",
            "shipped reader has not seen them:",
            "",
            *agreement(figures.shipped_reads(held_out), "Unseen writer"),
        ]
    second = figures.second_rater()
    lines += [
        "### How far can agreement go?",
        "",
        f"A second rater, blind, on {second.pop('answers'):.0f} answers of the corpus:",
        "",
    ]
    lines += ["| what | second rater against first |", "|---|---|"]
    lines += [f"| {name.replace('_', ' ')} | {figure:.3f} |" for name, figure in second.items()]
    lines += ["", "### Against simpler readers", "", "| reader | figure |", "|---|---|"]
    lines += [f"| {name}: components, macro-F1 | {figure:.3f} |" for name, figure in figures.baselines(reads).items()]
    lines += [f"| word count: mean kappa of six dimensions | {figures.word_count_kappa(reads):.3f} |", ""]
    lines += [
        "### Attacks",
        "",
        "None of these texts was trained on. They were looked at while gates were built, so these figures flatter.",
        "",
        *attacks(),
    ]
    lines += ["### Same facts, other words", "", *metamorphic()]
    lines += reader_stranger.blind()
    lines += reader_stranger.section()
    lines += ["### Time and memory", "", *reader_speed.section()]
    lines += reader_prfaq.section()
    lines += [
        "## What this does not show",
        "",
        "- Whether a story is true. The reader cannot know, and fluent invention passes.",
        "- Agreement with people who hire. All raters here shared one codebook and one way of writing.",
        "- Speech. Fillers and pace are counted in text; nothing is heard.",
        "- Other languages than English, other questions than those about customers.",
        "- The attack texts are ours. A new kind of attack is likely to pass the first time; send it.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    text = page()
    Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")
    print(text)
