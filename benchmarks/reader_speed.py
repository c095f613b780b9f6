"""How fast is the reader? Processor time beside time on the clock, because a machine is seldom idle.

python benchmarks/reader_speed.py     # prints its part of the page; a minute
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence

from emptychair._data import data_path
from emptychair.feedback import prfaq, star
from emptychair.practice import answers

WORDS, DOCUMENT, MEGABYTE, STARTS = 400, 1200, 1_000_000, 9
SHAPES = {"one word": "a", "line breaks": "\n", "stops": ".", "sentences of two words": "I rang. ", "dollars": "$1 "}

Timed = tuple[float, float]
"""Milliseconds of the processor and on the clock."""

_IMPORT = """
import time
processor, clock = time.process_time(), time.perf_counter()
{statement}
print(1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock))
"""


def timed(read: Callable[[str], object], text: str) -> Timed:
    """Time one reading."""
    processor, clock = time.process_time(), time.perf_counter()
    read(text)
    return 1000 * (time.process_time() - processor), 1000 * (time.perf_counter() - clock)


def fresh(texts: Sequence[str], words: int) -> list[str]:
    """Put texts together to the wanted length, each used once: the reader remembers sentences that it has read."""
    made: list[str] = []
    said: list[str] = []
    for text in texts:
        said += text.split(" ")
        if len(said) >= words:
            made.append(" ".join(said[:words]))
            said = []
    return made


def imported(statement: str) -> Timed:
    """Time an import, the median of some fresh interpreters."""
    command = [sys.executable, "-c", _IMPORT.format(statement=statement)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(STARTS)]
    return statistics.median(float(run[0]) for run in runs), statistics.median(float(run[1]) for run in runs)


def peak(read: Callable[[str], object], text: str) -> float:
    """Megabytes that one reading holds at most."""
    tracemalloc.start()
    read(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def _row(what: str, found: Sequence[Timed]) -> str:
    cells = []
    for times in zip(*found, strict=True):
        ordered = sorted(times)
        cells += [f"{statistics.median(ordered):.1f}", f"{ordered[int(0.95 * len(ordered))]:.1f}"]
    return f"| {what} | {len(found)} | " + " | ".join(cells) + " |"


def section() -> list[str]:
    """The part of the page that is about time and memory."""
    told = fresh([answer.text for answer in answers()], WORDS)
    documents = [path.read_text(encoding="utf-8") for path in sorted(data_path("corpus/prfaq").glob("*.md"))]
    written = fresh(documents, DOCUMENT)
    for read in (star.review, prfaq.review):
        read("I rang her.")  # word lists and weights are read once
    # a text and at once its edited version, as somebody types
    typed = [(timed(star.review, text), timed(star.review, text + " Then I rang her.")) for text in told]
    big = (" ".join(answer.text for answer in answers()) * 9)[:MEGABYTE]
    lines = [
        "| milliseconds | texts | processor, median | 95th percentile | clock, median | 95th percentile |",
        "|---|---|---|---|---|---|",
        _row(f"answer of {WORDS} words never seen", [first for first, _ in typed]),
        _row("the same with one more sentence", [second for _, second in typed]),
        _row(f"PR/FAQ of {DOCUMENT} words never seen", [timed(prfaq.review, text) for text in written]),
        "",
        "| once | processor, ms | clock, ms |",
        "|---|---|---|",
    ]
    once = {
        "`import emptychair.feedback`": imported("import emptychair.feedback"),
        "`from emptychair.feedback import star` (NumPy is most of it)": imported(
            "from emptychair.feedback import star"
        ),
        "1 MB of answers": timed(star.review, big),
    }
    for name, piece in SHAPES.items():
        once[f"1 MB of {name}"] = timed(star.review, (piece * MEGABYTE)[:MEGABYTE])
    lines += [f"| {what} | {processor:.0f} | {clock:.0f} |" for what, (processor, clock) in once.items()]
    return [*lines, "", f"A review of 1 MB of answers holds {peak(star.review, big[1:]):.0f} MB at its peak.", ""]


if __name__ == "__main__":
    print("\n".join(section()))
