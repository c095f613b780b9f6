"""Many machines: submissions travel to the workers of a Dask cluster and outcomes come back, both as JSON text.

A worker keeps the engine warm between submissions of the same assignment. What comes back is looked at before it is
believed, and what a lost worker had in hand is sent out again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from emptychair._errors import EmptyChairError
from emptychair.grading._bundle import Bundle
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission
from emptychair.grading._verify import Unbelievable, digest, opened, sealed
from emptychair.grading.engine import Pool

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 2  # submissions on their way to each thread of a worker, beside the one that it grades
_TRIES = 3
_PATIENCE = 30  # seconds, for the scheduler to answer and for the first worker to be there


class Cluster:
    """The workers behind a Dask scheduler, used as `emptychair.grading.engine.Pool` is.

    Args:
        bundle: The assignment.
        address: The scheduler, such as ``tcp://host:8786``.
        sandbox: Keep learners' code in a sandbox, on every worker.

    Raises:
        EmptyChairError: There is no such scheduler, it has no workers, or Dask is not installed.
    """

    def __init__(self, bundle: Bundle, address: str, *, sandbox: bool = True) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise EmptyChairError(
                "--scheduler needs Dask; install it with `pip install emptychair[cluster]`."
            ) from None
        self._bundle, self._sandbox = bundle, sandbox
        self._text = bundle.to_json()
        try:
            self._client: Client = Client(address, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            said = " ".join(str(error).split())
            raise EmptyChairError(
                f"the Dask scheduler {address} cannot be used ({said}). Nothing was graded. "
                "Is it running, and does it have a worker?"
            ) from None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close(timeout=5)

    def run(self, submissions: Iterable[Submission]) -> Iterator[Outcome]:
        """Grade submissions as they come; outcomes come in the order in which they are done.

        The iterable is read only a little ahead of the grading.
        """
        from distributed import as_completed

        waiting = iter(submissions)
        flying: dict[Future, tuple[Submission, int]] = {}
        done = as_completed(loop=self._client.loop)

        def send(submission: Submission, tries: int) -> None:
            future = self._submit(submission)
            flying[future] = submission, tries
            done.add(future)

        def fill() -> None:
            while len(flying) < self._room():
                submission = next(waiting, None)
                if submission is None:
                    return
                send(submission, 1)

        fill()
        while flying:
            future = next(done)
            submission, tries = flying.pop(future)
            outcome = self._judge(future, submission, tries)
            future.release()
            if outcome is None:
                send(submission, tries + 1)
            else:
                yield outcome
            fill()

    def _judge(self, future: Future, submission: Submission, tries: int) -> Outcome | None:
        """Take what came back, or nothing if it should be tried again."""
        try:
            return opened(future.result(), self._bundle, submission, digest(self._text + submission.to_json()))
        except Exception as error:  # a lost worker, one without a sandbox, an answer that is none
            return None if tries < _TRIES else _lost(submission, error)

    def _submit(self, submission: Submission) -> Future:
        # the bundle goes along: a worker that is started later, or again, has everything it needs
        return self._client.submit(grade_text, self._text, submission.to_json(), self._sandbox, pure=False)

    def _room(self) -> int:
        threads: int = sum(
            worker["nthreads"] for worker in self._client.scheduler_info(n_workers=-1)["workers"].values()
        )
        return (1 + _AHEAD) * max(1, threads)


def _lost(submission: Submission, error: Exception) -> Outcome:
    said = str(error) if isinstance(error, Unbelievable) else f"{type(error).__name__}: {error}"
    reason = (
        f"{submission.student}: no worker of the cluster graded it in {_TRIES} tries ({' '.join(said.split())[:300]}). "
        "Nothing else was affected. Run again, or without --scheduler."
    )
    return Outcome(submission.student, submission.assignment, "failed", (), reason, "sandboxed", 0.0, 0.0)


class _Warm(threading.local):
    """On a worker: the engine of the assignment at hand, one for each thread, kept from one submission to the next."""

    pool: Pool | None = None
    made_for: tuple[str, bool] | None = None

    def grade(self, bundle: str, submission: Submission, sandbox: bool) -> Outcome:
        if self.made_for != (bundle, sandbox):
            if self.pool is not None:
                self.pool.close()
            self.made_for = None
            self.pool = Pool(Bundle.from_json(bundle), workers=1, sandbox=sandbox)
            self.made_for = (bundle, sandbox)
        assert self.pool is not None
        return next(iter(self.pool.run([submission])))


_WARM = _Warm()


def grade_text(bundle: str, submission: str, sandbox: bool) -> dict[str, str]:
    """Grade on a worker: JSON text in, JSON text out."""
    return sealed(_WARM.grade(bundle, Submission.from_json(submission), sandbox), bundle, submission)
