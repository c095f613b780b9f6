"""The reason that nbgrader gives, found in what it logs."""

from __future__ import annotations

import logging

import pytest

from emptychair import EmptyChairError
from emptychair.grading._worker import _Refused, _run


class Converter:
    """Fails as nbgrader's converters do: the cause goes to the log, and the error says only to look there."""

    log = logging.getLogger("a converter")

    def __init__(self, cause: Exception | None) -> None:
        self.cause = cause

    def start(self) -> None:
        """Fail, if there is a cause."""
        from nbgrader.converters.base import NbGraderException

        if self.cause is None:
            return
        try:
            raise self.cause
        except Exception:
            import traceback

            self.log.error(traceback.format_exc())
        self.log.error("There was an error processing assignment")
        raise NbGraderException("Please see the the above traceback")


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (ValueError("partial credit cannot be greater"), "ValueError: partial credit cannot be greater"),
        (EmptyChairError("small.ipynb, cell `a`: no END."), "small.ipynb, cell `a`: no END."),
        (StopIteration(), "There was an error processing assignment"),
    ],
    ids=["other", "ours", "unnamed"],
)
def test_run_gives_the_cause(cause: Exception, reason: str) -> None:
    """Is the true cause told rather than the advice to read a log?"""
    with pytest.raises(_Refused) as refused:
        _run(Converter(cause))
    assert str(refused.value) == reason


def test_run_when_it_succeeds() -> None:
    """Is success silent?"""
    assert _run(Converter(None)) is None
