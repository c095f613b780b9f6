"""One piece of advice a module. A new one: write the module, add it to ``CHECKS``, add a row to the table of the tests."""

from __future__ import annotations

from emptychair.feedback._model import Finding
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks import (
    fillers,
    happy_ending,
    hypothetical,
    long_sentence,
    ownerless_act,
    percent_of_what,
    platitude,
    too_long,
    too_short,
    undefined_acronym,
    we_acts,
    weasel_words,
    wordy_phrase,
)
from emptychair.feedback.checks._check import Check

__all__ = ("CHECKS", "Check", "run_checks")

CHECKS: tuple[Check, ...] = (
    hypothetical.CHECK,
    we_acts.CHECK,
    ownerless_act.CHECK,
    happy_ending.CHECK,
    percent_of_what.CHECK,
    platitude.CHECK,
    too_short.CHECK,
    too_long.CHECK,
    fillers.CHECK,
    weasel_words.CHECK,
    wordy_phrase.CHECK,
    long_sentence.CHECK,
    undefined_acronym.CHECK,
)


def run_checks(reading: Reading) -> tuple[Finding, ...]:
    """Run every check that is meant for this kind of text, in the order of the table.

    Example:
        >>> [f.check for f in run_checks(Reading.of("prose", "It was significantly faster."))]
        ['weasel_words']
    """
    return tuple(finding for check in CHECKS if reading.kind in check.kinds for finding in check(reading))
