"""Many submissions at a time, each on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from emptychair.grading._bundle import Bundle
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission


class Pool:
    """Workers that grade submissions of one assignment.

    Args:
        bundle: The assignment.
        workers: How many submissions are in flight at a time.
        sandbox: Keep learners' code in a sandbox; without one, every outcome is marked.
        hide: Folders that no learner's code may see, such as the course folder.

    Raises:
        EmptyChairError: A sandbox was asked for and cannot be had here.
    """

    def __init__(self, bundle: Bundle, *, workers: int = 2, sandbox: bool = True, hide: tuple[Path, ...] = ()) -> None:
        self._bundle, self._workers, self._sandbox, self._hide = bundle, workers, sandbox, hide

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every process of the pool."""

    def run(self, submissions: Iterable[Submission]) -> Iterator[Outcome]:
        """Grade submissions as they come; outcomes come in the order in which they are done.

        The iterable is read only a little ahead of the grading, so it may be endless.
        """
        raise NotImplementedError


def grade_one(bundle: Bundle, submission: Submission, *, sandbox: bool = True) -> Outcome:
    """Grade one submission; the processes stay warm for the next one of the same assignment."""
    with Pool(bundle, workers=1, sandbox=sandbox) as pool:
        return next(iter(pool.run([submission])))
