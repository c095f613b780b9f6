"""Many machines: submissions travel to the workers of a Dask cluster and outcomes come back, both as JSON text.

What comes back is looked at before it is believed, and what a lost worker had in hand is sent out again.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, zip_longest
from types import TracebackType
from typing import TYPE_CHECKING, Any

from emptychair._errors import EmptyChairError
from emptychair.grading._bundle import Bundle
from emptychair.grading._grade import WORKER_PATIENCE
from emptychair.grading._outcome import Outcome
from emptychair.grading._presence import Presence
from emptychair.grading._submission import Submission
from emptychair.grading._verify import Unbelievable, digest, opened
from emptychair.grading._worker import grade_texts

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 2  # parcels on their way to each thread of a worker, beside the one that it grades
_WORTH = 0.5  # seconds of grading in a parcel of submissions
_MOST = 16  # submissions in a parcel
_TRIES = 3
_PATIENCE = 30  # seconds, for the scheduler to answer
_TICK = 0.5  # seconds between two looks at who is there


class Cluster:
    """The workers behind a Dask scheduler, used as `emptychair.grading.engine.Pool` is.

    Args:
        bundle: The assignment.
        address: The scheduler, such as ``tcp://host:8786``.
        sandbox: Keep learners' code in a sandbox, on every worker.
        patience: Seconds to wait for a worker, at the beginning and whenever all of them are gone.
        say: Takes a sentence about who is there and who is not.

    Raises:
        EmptyChairError: There is no such scheduler, or Dask is not installed.
    """

    def __init__(
        self,
        bundle: Bundle,
        address: str,
        *,
        sandbox: bool = True,
        patience: float = WORKER_PATIENCE,
        say: Callable[[str], object] = bool,
    ) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise EmptyChairError(
                "--scheduler needs Dask; install it with `pip install emptychair[cluster]`."
            ) from None
        self._bundle, self._address, self._sandbox = bundle, address, sandbox
        self._text = bundle.to_json()
        self._seconds = _WORTH  # a submission takes, as far as is known
        try:
            self._client: Client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            said = " ".join(str(error).split())
            raise EmptyChairError(
                f"the Dask scheduler {address} cannot be used ({said}). Nothing was graded. Is it running?"
            ) from None
        self._presence = Presence(address, patience, say)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close(timeout=5)

    def run(self, submissions: Iterable[Submission]) -> Iterator[Outcome]:
        """Grade submissions as they come; outcomes come in the order in which they are done.

        The iterable is read only a little ahead of the grading.

        Raises:
            EmptyChairError: There was no worker for too long.
        """
        waiting = iter(submissions)
        flying: dict[Future, tuple[list[Submission], int]] = {}
        done: queue.SimpleQueue[Future] = queue.SimpleQueue()

        def send(parcel: list[Submission], tries: int) -> None:
            # the bundle goes along: a worker that is started later, or again, has everything it needs
            texts = [submission.to_json() for submission in parcel]
            future = self._client.submit(grade_texts, self._text, texts, self._sandbox, pure=False)
            flying[future] = parcel, tries
            future.add_done_callback(done.put)

        def fill() -> None:
            room = self._room()
            while len(flying) < room and (parcel := list(islice(waiting, self._together()))):
                send(parcel, 1)

        fill()
        while flying:
            future = self._next(done)
            parcel, tries = flying.pop(future)
            for submission, outcome in self._judged(future, parcel, last=tries == _TRIES):
                if outcome is None:
                    send([submission], tries + 1)  # alone, so that what is the matter with it is its own
                else:
                    yield outcome
            future.release()
            fill()

    def _next(self, done: queue.SimpleQueue[Future]) -> Future:
        """The next that is done; while nothing comes, look whether anybody is there to do it."""
        while True:
            try:
                future = done.get(timeout=_TICK)
            except queue.Empty:
                self._workers()
                continue
            if future.cancelled():  # not by us: the scheduler is gone
                self._workers()
            return future

    def _judged(
        self, future: Future, parcel: list[Submission], *, last: bool
    ) -> Iterator[tuple[Submission, Outcome | None]]:
        """Take what came back for each, or nothing where it should be tried again."""
        try:
            answers = list(future.result())
        except Exception as error:  # a lost worker, one without a sandbox
            answers = [error] * len(parcel)
        for submission, answer in zip_longest(parcel, answers[: len(parcel)]):
            try:
                if isinstance(answer, Exception):
                    raise answer
                outcome = opened(answer, self._bundle, submission, digest(self._text + submission.to_json()))
                self._seconds += (outcome.wall_seconds - self._seconds) / 10
                yield submission, outcome
            except Exception as error:
                yield submission, _lost(submission, error) if last else None

    def _together(self) -> int:
        """How many submissions go into one parcel: as many as make the journey worth it, by their pace so far."""
        return max(1, min(_MOST, round(_WORTH / max(self._seconds, 1e-3))))

    def _room(self) -> int:
        threads: int = sum(worker["nthreads"] for worker in self._workers())
        return (1 + _AHEAD) * max(1, threads)

    def _workers(self) -> list[dict[str, Any]]:
        """Those that are there now; nobody, while the scheduler itself cannot be reached.

        Raises:
            EmptyChairError: There was nobody for too long.
        """
        known = self._client.scheduler_info(n_workers=-1).get("workers", {})
        if self._client.status == "closed":
            raise EmptyChairError(
                f"the Dask scheduler {self._address} is gone. What is graded is kept; start it and its workers again, "
                "and the same command goes on from there."
            )
        there = list(known.values()) if self._client.status == "running" else []
        self._presence.see(len(there))
        return there


def _lost(submission: Submission, error: Exception) -> Outcome:
    said = str(error) if isinstance(error, Unbelievable) else f"{type(error).__name__}: {error}"
    reason = (
        f"{submission.student}: no worker of the cluster graded it in {_TRIES} tries ({' '.join(said.split())[:300]}). "
        "Nothing else was affected. Run again, or without --scheduler."
    )
    return Outcome(submission.student, submission.assignment, "failed", (), reason, "sandboxed", 0.0, 0.0)
