"""Trying again what somebody else has killed."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

_FIRST, _LONGEST = 0.05, 2.0


def was_killed(status: int | None) -> bool:
    """Did a process end because it was killed, with no chance to say anything?

    Args:
        status: Its exit status; bubblewrap's is 128 and the signal, when it was the process inside.

    >>> was_killed(-9), was_killed(137), was_killed(1), was_killed(None)
    (True, True, False, False)
    """
    return status in (-signal.SIGKILL, 128 + signal.SIGKILL)


def again_and_again(seconds: float) -> Iterator[float]:
    """Give the pause after each attempt, longer each time, until so many seconds have passed; one attempt at least.

    >>> list(again_and_again(0))
    [0.05]
    """
    end, pause = time.monotonic() + seconds, _FIRST
    yield pause
    while time.monotonic() < end:
        pause = min(2 * pause, _LONGEST)
        yield pause
