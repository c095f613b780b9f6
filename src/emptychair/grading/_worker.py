"""On a worker of a cluster: the engine, kept warm between submissions of the same assignment."""

from __future__ import annotations

import threading

from emptychair.grading._bundle import Bundle
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission
from emptychair.grading._verify import sealed
from emptychair.grading.engine import Pool


class _Warm(threading.local):
    """The engine of the assignment at hand, one for each thread."""

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
    """Grade: JSON texts in, JSON texts out."""
    return [sealed(_WARM.grade(bundle, Submission.from_json(text), sandbox), bundle, text) for text in submissions]
