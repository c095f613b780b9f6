"""Is anybody there? A cluster without workers grades nothing and says nothing; this says it, and ends the waiting."""

from __future__ import annotations

import time
from collections.abc import Callable

from emptychair._errors import EmptyChairError


class Presence:
    """Looks after the workers behind a scheduler.

    Args:
        address: The scheduler.
        patience: Seconds to wait for a worker when there is none.
        say: Takes a sentence for whoever is waiting too.

    Example:
        >>> Presence("tcp://host:8786", 60, print).see(0)
        no worker is connected to tcp://host:8786, waiting (for 60 s at most)
    """

    def __init__(self, address: str, patience: float, say: Callable[[str], object]) -> None:
        self._address, self._patience, self._say = address, patience, say
        self._alone_since: float | None = None

    def see(self, workers: int) -> None:
        """So many workers are there now. Whether there are any is said whenever it changes.

        Raises:
            EmptyChairError: There have been none for too long.
        """
        if workers:
            if self._alone_since is not None:
                self._say(f"a worker is connected to {self._address}, grading goes on")
            self._alone_since = None
            return
        now = time.monotonic()
        if self._alone_since is None:
            self._alone_since = now
            self._say(f"no worker is connected to {self._address}, waiting (for {self._patience:g} s at most)")
        if now - self._alone_since >= self._patience:
            raise EmptyChairError(
                f"no worker was connected to {self._address} for {self._patience:g} s. What is graded is kept. "
                f"Start workers, for example `dask worker {self._address} --nthreads 1`; "
                "the same command goes on from there."
            )
