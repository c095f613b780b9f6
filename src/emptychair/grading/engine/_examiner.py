"""The tests' process: goes through the notebook, has the learner's cells run over there and runs the tests here."""

from __future__ import annotations

import os
import random
import signal
import socket
import sys
import tempfile
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading._outcome import TOO_LONG
from emptychair.grading.engine._channel import Channel, Gone
from emptychair.grading.engine._guard import Guard
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._mirror import Mirror
from emptychair.grading.engine._names import Main, Names
from emptychair.grading.engine._outputs import Outputs
from emptychair.grading.engine._score import Score, score
from emptychair.grading.engine._shell import Ran, Shell
from emptychair.grading.engine._within import test_within

Step = dict[str, Any]


class _Overtime(BaseException):
    """The test itself does not come to an end."""


class Examiner:
    """One notebook, from the first cell to the last.

    Args:
        shell: The shell that tests run in.
        channel: The line to the learner's process.
        witness: What the instructor's solutions do.
        limits: The limits.
        report: Takes what became of each cell.
    """

    def __init__(
        self, shell: Shell, channel: Channel, witness: Any, limits: Limits, report: Callable[[Step], None]
    ) -> None:
        self._shell, self._channel, self._limits, self._report = shell, channel, limits, report
        self._shown = Outputs(limits)
        channel.show = self.show
        self._mirror = Mirror(channel)
        self.within = False
        """Tests run in the learner's process."""
        self._names = Names(shell.user_ns, channel, witness)
        channel.instructors = self._names.own_class
        main = Main(self._names)
        shell.user_module, shell.user_ns = main, self._names
        sys.modules["__main__"] = main  # type: ignore[assignment]  # it does what a module does

    def do(self, step: Step) -> None:
        """Do one step and report what it showed and earned."""
        self._channel.begin()
        getattr(self, f"_{step['do']}")(step)

    def _learner(self, step: Step) -> None:
        """A cell of the learner's."""
        self._channel.sources.add(step["source"])
        try:
            reply = self._channel.ask({"do": "run", "source": step["source"]})
        except Gone:
            return
        finally:
            self._names.refresh()
        self._shown.replay(reply.get("outputs"), step["cell"] + 1)
        self._report({"cell": step["cell"], "outputs": self._shown.take(), "fault": self._channel.fault})

    def _setup(self, step: Step) -> None:
        """A locked cell: both sides need what it does."""
        self._learner(step)
        self._shell.run(step["source"])

    def _define(self, step: Step) -> None:
        """Definitions in an instructor's cell that learners may edit: tests use the instructor's version."""
        self._shell.run(step["source"])

    def _answer(self, step: Step) -> None:
        """Prose: nothing has to run for it."""
        self._names.prose[step["name"]] = step["text"]
        with suppress(Gone):
            self._channel.set(step["name"], step["text"])

    def _test(self, step: Step) -> None:
        """A cell that gives points."""
        if self.within:
            outputs, earned = test_within(self._channel, step["source"], step["points"], self._shown)
            self._report({"cell": step["cell"], "outputs": outputs, "score": asdict(earned)})
            return
        ran = self._run(step)
        earned = self._score(step, ran)
        if earned.points and self._channel.unasked:
            # a function changed its arguments unasked: the test has to pass whether or not one looks
            self._channel.mirror = False
            self._channel.begin()
            again = self._score(step, self._run(step))
            self._channel.mirror = True
            if again.points < earned.points:
                earned = Score(0.0, True, "a function changes what it is given, and the test passes only because of it")
        self._report({"cell": step["cell"], "outputs": ran.outputs, "score": asdict(earned)})

    def _run(self, step: Step) -> Ran:
        self._mirror.install()
        self._names.testing = True
        signal.setitimer(signal.ITIMER_PROF, self._limits.cell_seconds, 1.0)
        try:
            ran = self._shell.run(step["source"])
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            self._names.testing = False
        if self._channel.unfinished and not self._channel.gone:
            with suppress(Gone):
                self._shown.replay(self._channel.ask({"do": "end"}).get("outputs"))
        return Ran([*ran.outputs, *self._shown.take()], ran.error, ran.results)

    def _score(self, step: Step, ran: Ran) -> Score:
        fault = str(ran.error) if isinstance(ran.error, _Overtime) else self._channel.fault
        error = None if ran.error is None else (type(ran.error).__name__, str(ran.error))
        return score(step["points"], fault=fault, error=error, results=ran.results, outputs=ran.outputs)

    def show(self, outputs: Any) -> None:
        """Let what the learner's code printed during a call appear where the test's own output would."""
        for output in outputs if isinstance(outputs, list) else ():
            if isinstance(output, dict) and output.get("output_type") == "stream":
                stream = sys.stderr if output.get("name") == "stderr" else sys.stdout
                stream.write(str(output.get("text")))
            else:
                self._shell.kept.replay([output])


def _overtime(channel: Channel) -> None:
    """The test has used up its time: end it, but not in the middle of a message."""
    late = _Overtime(f"the test itself {TOO_LONG}")
    if not channel.asking:
        raise late
    channel.late = late


def main(results: socket.socket, end: socket.socket, pid: int, limits: Limits) -> None:
    """Grade one notebook: the job comes over ``results``, and so does what became of it go back."""
    report = Line(results, limits.message * 4)
    job = report.receive()
    for name, content in job["files"].items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b64decode(content))
    sys.path.insert(0, "")
    os.environ["TMPDIR"] = tempfile.tempdir = str(Path.cwd())  # where the learner's side may have it too
    random.seed(job["seed"])  # else the learner's process, a twin of this one, could foresee what tests draw
    numpy = sys.modules.get("numpy.random")
    if numpy is not None:
        numpy.seed(int(job["seed"][:8], 16))
    shell = Shell.instance()
    shell.take_over(limits)
    line = Line(end, limits.message)
    line.most = 4 * limits.message
    line.send({"limits": job["limits"]})
    guard = Guard(pid, limits.cell_seconds, limits.total_seconds)
    channel = Channel(line, guard, job["witness"], limits)
    signal.signal(signal.SIGPROF, lambda _number, _frame: _overtime(channel))
    examiner = Examiner(shell, channel, job["witness"], limits, report.send)
    examiner.within = job["within"]
    with suppress(HungUp):
        with suppress(Gone):
            channel.ask({"do": "begin", "files": job["learners_files"], "shared": job["witness"].get("shared", [])})
        start = guard.processor_seconds()
        for step in job["steps"]:
            examiner.do(step)
        used = max(0.0, guard.processor_seconds() - start)
        report.send({"end": True, "cpu": used, "gone": channel.gone, "died": channel.died})
