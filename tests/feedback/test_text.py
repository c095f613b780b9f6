"""Cutting prose into sentences and words."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from timeit import timeit
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from emptychair.feedback import star, writing
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import MOST, count_words, sentences, words
from emptychair.feedback._tokens import tokens
from emptychair.feedback.checks import CHECKS, run_checks
from emptychair.practice import answers

# Prose-like noise finds more than pure noise: stops, quotes and abbreviations have to meet.
PIECES = [
    "I rang her",
    "Dr",
    "p.m",
    "e.g",
    "n't",
    "3.5",
    "...",
    ".",
    "!",
    "?",
    "…",
    "”",
    '"',
    ")",
    "(",
    "[x",
    "- ",
    "1. ",
]
PIECES += [
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2028",
    "é",
    "🐕",
    "İ",
    "ſ",
    "ı",
    "I would",
    "we",
    "42 %",
    "um",
    "it was a success",
]
ANY = st.text(st.characters(exclude_categories=())) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def cut(text: str) -> list[str]:
    """The sentences without their places."""
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("No stop at the end", ["No stop at the end"]),
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("Mrs. Tran rang Dr. Okoye. He came.", ["Mrs. Tran rang Dr. Okoye.", "He came."]),
        ("We closed at 5 p.m. I stayed.", ["We closed at 5 p.m.", "I stayed."]),
        ("We closed at 5 p.m. on Friday.", ["We closed at 5 p.m. on Friday."]),
        ("It took 3.5 hours at $1.20 each.", ["It took 3.5 hours at $1.20 each."]),
        ("I met J. Park. So did I. We left.", ["I met J. Park.", "So did I.", "We left."]),
        ("“Where is it?” she asked. I looked.", ["“Where is it?” she asked.", "I looked."]),
        ("She said “No.” I left.", ["She said “No.”", "I left."]),
        ("I waited... and waited. Then he came.", ["I waited... and waited.", "Then he came."]),
        ("A line\nthat is wrapped. Two.", ["A line\nthat is wrapped.", "Two."]),
        ("A heading\n\nA paragraph", ["A heading", "A paragraph"]),
        ("I did:\n- this\n- that\n2) more", ["I did:", "- this", "- that", "2) more"]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
    ],
)
def test_sentences_of_prose(text: str, expected: list[str]) -> None:
    """Is prose cut where a reader would?"""
    assert cut(text) == expected


@given(ANY)
@example("a.\u2028b")
@settings(max_examples=300, deadline=None)
def test_sentences_of_any_text(text: str) -> None:
    """Are sentences exact pieces, in order, apart from each other, and is nothing lost between them?"""
    at = 0
    for sentence in sentences(text):
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert sentence.start >= at
        assert sentence.text
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()


def test_sentences_of_an_endless_text() -> None:
    """Is what follows the last sentence that is told apart one more, so that nothing is lost?"""
    text = "I rang. " * (MOST + 5)
    found = sentences(text)
    assert len(found) == MOST + 1
    assert (found[-1].text, found[-1].end) == (("I rang. " * 5).strip(), len(text) - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She'd paid; he’d not.", ["She'd", "paid", "he’d", "not"]),
        ("$1,200.50 at 9:30, twenty-one", ["1,200.50", "at", "9:30", "twenty-one"]),
        ("naïve café — Überraschung", ["naïve", "café", "Überraschung"]),
        ("snake_case_name", ["snake", "case", "name"]),
        ("!!! … 🐕", []),
    ],
)
def test_words_of_prose(text: str, expected: list[str]) -> None:
    """Are words those that a speaker would say?"""
    assert words(text) == expected


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_count_words_of_any_text(text: str) -> None:
    """Does counting agree with listing, and is every word a piece of the text?"""
    found = words(text)
    assert count_words(text) == len(found)
    assert all(word in text for word in found)


@given(ANY)
@example("n't")
@example("ın order to, with reſpect to")
@settings(max_examples=150, deadline=None)
def test_reader_on_any_text(text: str) -> None:
    """Does no text make the reader raise, and does every finding stay within it?"""
    assert isinstance(tokens(text), tuple)
    labels = star.label(text)
    parts = tuple(it.component for it in labels)
    seen = [*star.review(text).findings, *run_checks(Reading.of("star", text, parts))]
    for kind in ("prose", "prfaq"):
        seen += run_checks(Reading.of(kind, text))
    for finding in seen:
        assert 0 <= finding.start <= finding.end <= len(text)
        if finding.edit:
            assert 0 <= finding.edit.start <= finding.edit.end <= len(text)


def _every_check(text: str) -> None:
    parts = tuple(("action", "result", "other")[i % 3] for i in range(len(sentences(text))))
    reading = Reading.of("star", text, parts)
    for check in CHECKS:
        list(check(reading))


READERS: dict[str, Callable[[str], object]] = {
    "sentences": sentences.__wrapped__,
    "words": words,
    "tokens": tokens.__wrapped__,
    "checks": _every_check,
}
NASTY = ["!", "a.", "a. ", "\n", "'", "x'", "[x", "“", "7", "7,", "w", "I would ", "- \n"]
ENOUGH = 0.02  # seconds; below it a ratio measures the machine


def seconds(read: Callable[[str], object], text: str) -> float:
    """How long one reading keeps the processor busy, whatever else the machine and the garbage collector do."""
    return timeit(lambda: read(text), timer=time.process_time, number=1)


def growth(read: Callable[[str], object], text: str) -> float:
    """How many times longer a text takes than its half: the best of three, the fewer where one is good enough."""
    ratio = float("inf")
    for turn in "abc":  # never the same text again, which may be remembered
        whole, half = text + turn, text[: len(text) // 2] + turn
        ratio = min(ratio, max(seconds(read, whole), ENOUGH) / max(seconds(read, half), ENOUGH))
        if ratio < 3:
            break
    return ratio


def calls(read: Callable[[str], object], text: str) -> int:
    """How many functions one reading calls: work that no other process can slow down."""
    count = 0

    def note(_frame: object, event: str, _of: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", NASTY)
def test_cost_when_the_text_doubles(piece: str) -> None:
    """Does twice the text take about twice the time, whatever it is made of?"""
    text = (piece * 200_000)[:200_000]
    for name, read in READERS.items():
        # What needs a second for a short text would hang the run at 200 kB.
        for size in (4_000, 40_000):
            assert min(seconds(read, text[:size]) for _ in range(2)) < 1, f"{name} of {piece!r} is not linear"
        ratio = growth(read, text)
        assert ratio < 4, f"{name} of {piece!r}: 200 kB take {ratio:.1f} times as long as 100 kB"


@pytest.mark.parametrize(
    "piece", ["!", "a. ", "7", "w", "I would ", "[", "Ab ", "$1 ", "1% ", "Ann Lee said so. ", "one hundred and "]
)
def test_cost_of_a_review_when_the_text_doubles(piece: str) -> None:
    """Is the whole review linear as well?"""
    read = star.review.__wrapped__
    text = (piece * 40_000)[:40_000]
    ratio = growth(read, text)
    assert ratio < 4, f"40 kB of {piece!r} take {ratio:.1f} times as long as 20 kB"


@pytest.mark.parametrize("reader", [star, writing], ids=lambda reader: reader.__name__.rpartition(".")[2])
def test_work_when_the_text_is_longer(reader: ModuleType) -> None:
    """Does a review of four times the text call about four times the functions?"""
    said = "\n\n".join(answer.text for answer in answers())
    read = reader.review.__wrapped__
    read(said[-60_000:])  # patterns and word lists are read once
    short, long = said[:20_000], said[20_000:100_000]  # apart, because sentences are remembered
    assert calls(read, long) < 8 * calls(read, short)  # sixteen would be quadratic
