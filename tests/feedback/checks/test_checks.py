"""The checks, against the table of what must and what must not make them speak."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import get_args

import pytest
from feedback.checks.table import TABLE, Row

from emptychair.feedback import Finding, checks
from emptychair.feedback._lexicon import pairs_of, words_of
from emptychair.feedback._model import Severity
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import sentences
from emptychair.feedback.checks import CHECKS, Check, run_checks
from emptychair.feedback.checks._check import ALL_KINDS
from emptychair.practice._corpus import COMPONENT

MODULES = sorted(found.name for found in pkgutil.iter_modules(checks.__path__) if not found.name.startswith("_"))
BY_NAME = {check.name: check for check in CHECKS}
FIRES = [(name, row, text) for name, row in TABLE.items() for text in row.fires]
QUIET = [(name, row, text) for name, row in TABLE.items() for text in row.quiet]


def read(kind: str, case: str) -> Reading:
    """A case of the table as the checks get it; a sentence without a letter plays the part of the one before."""
    pieces = re.split(r"(?:^|\s+)([STARFO])\| ", case)
    text, parts = pieces[0], []
    for letter, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        text += (" " if text else "") + piece
        parts += [COMPONENT[letter]] * len(sentences(piece))
    return Reading.of(kind, text, tuple(parts))


def speaks(name: str, reading: Reading) -> list[Finding]:
    """What one check says, through the same door as everyone uses."""
    return [finding for finding in run_checks(reading) if finding.check == name]


def test_registry_when_a_module_is_there() -> None:
    """Is every module registered once, under its own name, with a row in the table?"""
    assert sorted(check.name for check in CHECKS) == MODULES
    assert sorted(TABLE) == MODULES
    for name in MODULES:
        assert import_module(f"emptychair.feedback.checks.{name}").CHECK is BY_NAME[name]


@pytest.mark.parametrize(("name", "row"), TABLE.items())
def test_row_when_counted(name: str, row: Row) -> None:
    """Has each check three texts of either sort, in a kind that it is meant for, and no text twice?"""
    assert row.kind in BY_NAME[name].kinds
    assert len(row.fires) >= 3
    assert len(row.quiet) >= 3
    assert len({*row.fires, *row.quiet}) == len(row.fires) + len(row.quiet)


@pytest.mark.parametrize(("name", "row", "text"), FIRES, ids=[name for name, *_ in FIRES])
def test_check_when_it_must_fire(name: str, row: Row, text: str) -> None:
    """Does it speak up, say what and why, and point into the text?"""
    reading = read(row.kind, text)
    found = speaks(name, reading)
    assert 1 <= len(found) <= BY_NAME[name].most
    for finding in found:
        assert finding.severity == BY_NAME[name].severity
        assert finding.message
        assert finding.hint
        assert 0 <= finding.start <= finding.end <= len(reading.text)
        assert finding.start == 0 or not reading.text[finding.start : finding.end].isspace()


@pytest.mark.parametrize(("name", "row", "text"), QUIET, ids=[name for name, *_ in QUIET])
def test_check_when_it_must_not_fire(name: str, row: Row, text: str) -> None:
    """Does it keep quiet?"""
    assert speaks(name, read(row.kind, text)) == []


@pytest.mark.parametrize("gone", MODULES)
def test_table_when_a_check_is_removed(gone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Would the table notice that a check is no longer run?"""
    monkeypatch.setattr(checks, "CHECKS", tuple(check for check in CHECKS if check.name != gone))
    assert [text for name, row, text in FIRES if name == gone and not speaks(name, read(row.kind, text))] == list(
        TABLE[gone].fires
    )


@pytest.mark.parametrize("name", MODULES)
def test_docstring_of_a_check(name: str) -> None:
    """Does the module say its advice in one line, and below it why or from where?"""
    advice, _, source = (import_module(f"emptychair.feedback.checks.{name}").__doc__ or "").partition("\n\n")
    assert advice.endswith((".", "”."))
    assert len(advice.splitlines()) == 1
    named = r"\b(?:19|20)\d\d\b|Amazon|practitioners|guides|rubric|codebook|punt-labs|plain-language"
    assert re.search(named, source, re.IGNORECASE), "the docstring names no source"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_check_is_a_sane_value(check: Check) -> None:
    """Are severity, kinds and limit from the closed lists?"""
    assert check.severity in get_args(Severity)
    assert check.kinds
    assert set(check.kinds) <= set(ALL_KINDS)
    assert check.most >= 1


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_check_when_the_kind_is_another(check: Check) -> None:
    """Does a check stay away from kinds that it is not meant for?"""
    for kind in set(ALL_KINDS) - set(check.kinds):
        for text in TABLE[check.name].fires:
            plain = read(TABLE[check.name].kind, text)
            parts = plain.parts or ("action",) * len(plain.sentences)
            assert speaks(check.name, Reading(kind, plain.text, plain.sentences, parts)) == []


@pytest.mark.parametrize("phrase", sorted(words_of("weasel_words")))
def test_weasel_words_for_each_entry(phrase: str) -> None:
    """Does every entry fire, in lower case and in capitals?"""
    for text in (f"We saw {phrase} of it.", f"We saw {phrase.upper()} of it."):
        assert [text[f.start : f.end].lower() for f in speaks("weasel_words", read("prose", text))] == [phrase]


@pytest.mark.parametrize(("phrase", "short"), pairs_of("wordy").items())
def test_wordy_phrase_for_each_entry(phrase: str, short: str) -> None:
    """Does every entry fire, and does its edit put the short twin in its place?"""
    for text, mended in (
        (f"We rang {phrase} it.", f"We rang {short} it."),
        (f"{phrase.capitalize()} it.", f"{short.capitalize()} it."),
    ):
        (finding,) = speaks("wordy_phrase", read("prose", text))
        assert finding.edit
        assert finding.edit.apply(text) == mended


@pytest.mark.parametrize("phrase", sorted(words_of("platitudes")))
def test_platitude_for_each_entry(phrase: str) -> None:
    """Does every entry fire?"""
    assert [f.message for f in speaks("platitude", read("star", f"F| I learned that {phrase} now."))] == [
        f"“{phrase}” fits any story."
    ]


@pytest.mark.parametrize("phrase", sorted(words_of("happy_endings")))
def test_happy_ending_for_each_entry(phrase: str) -> None:
    """Does every entry fire on its own, not through a shorter one inside it, and does the edit keep the stop at the end?"""
    reading = read("star", f"R| And {phrase}.")
    (finding,) = speaks("happy_ending", reading)
    assert finding.message == f"“{phrase}” is not a result yet."
    assert finding.edit
    assert finding.edit.apply(reading.text) == f"And {phrase}, and [what the customer did next]."


@pytest.mark.parametrize("phrase", sorted(words_of("fillers")))
def test_fillers_for_each_entry(phrase: str) -> None:
    """Does every entry count?"""
    (finding,) = speaks("fillers", read("star", f"A| {phrase}, I {phrase} rang, {phrase}, her."))
    assert finding.message.startswith("3 fillers, ")


@pytest.mark.parametrize("letters", sorted(words_of("known_acronyms")))
def test_known_acronym_for_each_entry(letters: str) -> None:
    """Is every known one let through?"""
    assert (
        speaks("undefined_acronym", read("prose", f"In that year the {letters.upper()} was there for all of them."))
        == []
    )


def test_finding_when_there_are_too_many() -> None:
    """Does a check stop at its limit, with the first places of the text?"""
    found = speaks("weasel_words", read("prose", "Seamless. " * 9))
    assert [f.start for f in found] == [0, 10, 20]


def test_order_of_findings() -> None:
    """Is the order that of the registry, whatever the order in the text?"""
    found = [f.check for f in run_checks(read("prose", "The SLA was seamless in order to win."))]
    assert found == ["weasel_words", "wordy_phrase", "undefined_acronym"]
