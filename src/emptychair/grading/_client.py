"""Our end of the worker process: questions out, answers in, and no patience without end."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from emptychair._errors import EmptyChairError
from emptychair._process import environment

# -P: what lies in the course folder cannot stand in for a module
_COMMAND = (sys.executable, "-P", "-m", "emptychair.grading._worker")
_STARTUP = 120.0


class Refused(Exception):
    """The worker did not do what it was asked; the message says why."""


class Worker:
    """A process that runs nbgrader, started when it is first asked and again after it died.

    Args:
        root: The course folder.
        patience: Seconds to wait for one answer.
    """

    def __init__(self, root: Path, *, patience: float) -> None:
        self._root = root
        self._patience = patience
        self._process: subprocess.Popen[str] | None = None
        self._replies: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._log: IO[bytes] | None = None

    def ask(self, step: str, **request: Any) -> Any:
        """Ask for one step and wait for the answer.

        Raises:
            Refused: nbgrader could not do it, took too long, or died of it.
            EmptyChairError: It does not even start.
        """
        try:
            if self._process is None:
                self._start()
            assert self._process is not None
            assert self._process.stdin is not None
            with suppress(BrokenPipeError):  # then the end of the replies says it better
                self._process.stdin.write(json.dumps({"step": step, **request}) + "\n")
                self._process.stdin.flush()
            return self._receive(self._patience)
        except Refused:
            raise
        except BaseException:
            self.close()  # interrupted in the middle: its next answer would belong to this question
            raise

    def _start(self) -> None:
        self._replies = queue.SimpleQueue()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the process; a pipe could fill up)
        self._process = subprocess.Popen(
            _COMMAND,
            cwd=self._root,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is ours to handle: what was half done is undone first
        )
        threading.Thread(target=_forward, args=(self._process.stdout, self._replies), daemon=True).start()
        try:
            self._receive(_STARTUP)
        except Refused as error:
            self.close()
            raise EmptyChairError(f"nbgrader does not start in {self._root} ({error}). Nothing was graded.") from None

    def _receive(self, patience: float) -> Any:
        try:
            line = self._replies.get(timeout=patience)
        except queue.Empty:
            self.close()
            raise Refused(f"it took more than {patience:g} seconds") from None
        if line is None:
            last = self._last_words()
            self.close()
            raise Refused(f"nbgrader ended without an answer{last}")
        answer = json.loads(line)
        if not answer["ok"]:
            raise Refused(" ".join(answer["reason"].split()))
        return answer["value"]

    def _last_words(self) -> str:
        assert self._log is not None
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").splitlines()
        said = [line.strip() for line in lines if line.strip()]
        return f": {said[-1]}" if said else ""

    def close(self) -> None:
        """End the process, whatever it is doing; the next question starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        if self._log is not None:
            self._log.close()
        with suppress(BrokenPipeError):
            assert process.stdin is not None
            process.stdin.close()
        process.kill()
        process.wait()


def _forward(stream: IO[str], replies: queue.SimpleQueue[str | None]) -> None:
    with stream:
        for line in stream:
            replies.put(line)
    replies.put(None)
