"""Tests inside the learner's process, for the assignments that ask for it. Hardened, and no boundary all the same.

The learner's code has been there first and may have changed everything. So hooks are put back, and before and after each
test two questions are asked whose answers only this side knows: one that has to fail and one that has to give a number.
"""

from __future__ import annotations

import random
import secrets
from typing import Any

from emptychair.grading.engine._channel import Channel, Gone
from emptychair.grading.engine._outputs import Output, Outputs
from emptychair.grading.engine._score import Score, number_of, score

_TAMPERED = "the learner's code has changed how cells are run; the tests say nothing"


def test_within(channel: Channel, source: str, most: float, shown: Outputs) -> tuple[list[Output], Score]:
    """Run a test over there.

    Args:
        channel: The line to the learner's process.
        source: The test.
        most: What it can earn.
        shown: Takes the outputs.
    """
    try:
        sound = _sound(channel)
        reply = _run(channel, source)
        sound = _sound(channel) and sound
    except Gone:
        return [], Score(0.0, True, channel.fault)
    shown.replay(reply.get("outputs"))
    outputs = shown.take()
    results = [
        number_of(one["data"].get("text/plain", "")) for one in outputs if one["output_type"] == "execute_result"
    ]
    errors = [(one["ename"], one["evalue"]) for one in outputs if one["output_type"] == "error"]
    if reply.get("error") and not errors:
        errors = [("Error", "the test failed")]
    fault = channel.fault or ("" if sound else _TAMPERED)
    return outputs, score(most, fault=fault, error=errors[0] if errors else None, results=results, outputs=outputs)


def _run(channel: Channel, source: str) -> Any:
    channel.ask({"do": "restore"})
    return channel.ask({"do": "run", "source": source})


def _sound(channel: Channel) -> bool:
    """Does a cell that has to fail fail, with the right words, and does one that has to give a number give it?"""
    words, number = secrets.token_hex(8), random.SystemRandom().randrange(10**9)
    failed = _run(channel, f"assert False, {words!r}")
    error = failed.get("error")
    fails = isinstance(error, dict) and error.get("text") == words
    gave = Outputs(channel.limits)
    gave.replay(_run(channel, str(number)).get("outputs"))
    return fails and [one.get("data", {}).get("text/plain") for one in gave.take()] == [str(number)]


test_within.__test__ = False  # type: ignore[attr-defined]  # it is no test of ours
