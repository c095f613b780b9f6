"""Many machines: submissions travel to the workers of a Dask cluster and outcomes come back, both as JSON text.

A worker keeps the engine warm between submissions of the same assignment. What comes back is looked at before it is
believed, and what a lost worker had in hand is sent out again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
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

_AHEAD = 2  # parcels on their way to each thread of a worker, beside the one that it grades
_WORTH = 0.5  # seconds of grading in a parcel of submissions
_MOST = 16  # submissions in a parcel
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
        self._seconds = _WORTH  # a submission takes, as far as is known
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
        flying: dict[Future, tuple[list[Submission], int]] = {}
        done = as_completed(loop=self._client.loop)

        def send(parcel: list[Submission], tries: int) -> None:
            # the bundle goes along: a worker that is started later, or again, has everything it needs
            texts = [submission.to_json() for submission in parcel]
            future = self._client.submit(grade_texts, self._text, texts, self._sandbox, pure=False)
            flying[future] = parcel, tries
            done.add(future)

        def fill() -> None:
            room = self._room()
            while len(flying) < room and (parcel := list(islice(waiting, self._together()))):
                send(parcel, 1)

        fill()
        while flying:
            future = next(done)
            parcel, tries = flying.pop(future)
            for submission, outcome in self._judged(future, parcel, last=tries == _TRIES):
                if outcome is None:
                    send([submission], tries + 1)  # alone, so that what is the matter with it is its own
                else:
                    yield outcome
            future.release()
            fill()

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
        (outcome,) = self.pool.run([submission])  # to its end: a run that is broken off ends the engine
        return outcome


_WARM = _Warm()


def grade_texts(bundle: str, submissions: list[str], sandbox: bool) -> list[dict[str, str]]:
    """Grade on a worker: JSON texts in, JSON texts out."""
    return [sealed(_WARM.grade(bundle, Submission.from_json(text), sandbox), bundle, text) for text in submissions]
