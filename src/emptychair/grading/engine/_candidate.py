"""The learner's process: it runs the learner's cells and does what tests ask of the names they define.

Nothing in here is trusted by anybody: the learner's code runs beside it and may change it as it likes. What counts is
what it is *not* given: tests, expected values, other files, the gradebook, the network.
"""

from __future__ import annotations

import builtins
import os
import signal
import sys
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading.engine._actions import ACTIONS
from emptychair.grading.engine._changes import Pairs
from emptychair.grading.engine._errors import trace
from emptychair.grading.engine._folder import Folder
from emptychair.grading.engine._learners_vocabulary import LearnersVocabulary
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._peer import Message
from emptychair.grading.engine._shell import Shell
from emptychair.grading.engine._wire import Malformed, NotData

_ASIDE = ("In", "Out", "exit", "quit", "get_ipython", "open")


class Candidate(LearnersVocabulary):
    """The learner's side of the line."""

    def __init__(self, line: Line, shell: Shell) -> None:
        super().__init__(line, shell.user_ns)
        self.shell = shell
        self._folder = Folder()
        self._changed: list[Any] | None = None
        self._pairs = Pairs(self.inside, self.write, self._tagged)
        self._builtins = dict(vars(builtins))
        self._cleanup = tuple(shell.input_transformers_cleanup)
        self._usual = len(shell.events.callbacks["post_execute"])

    def serve(self) -> None:
        """Do what is asked until the line is cut."""
        signal.signal(signal.SIGINT, self._interrupt)
        while True:
            try:
                reply = self.answer(self.receive())
            except KeyboardInterrupt:
                reply = {"error": self._described(KeyboardInterrupt())}
            self.line.send(reply)

    def _interrupt(self, _number: int, _frame: Any) -> None:
        if self._busy:
            raise KeyboardInterrupt

    def answer(self, request: Message) -> Message:
        """Do one thing, and say what came of it, with everything that it printed."""
        self._busy = True
        outer, self._changed = self._changed, None
        try:
            self._folder.apply(request.get("files"))
            self._pairs.apply(request.get("touched"))
            self._pairs.keep(request.get("live"), request.get("next"))
            reply: Message = getattr(self, f"_do_{request['do']}")(request)
        except NotData as error:
            reply = {"refused": str(error)}
        except (HungUp, Malformed):
            raise
        except BaseException as error:
            reply = {"error": {**self._described(error), "trace": trace(error)}}
        finally:
            self._busy = False
        if self._changed is None:
            self._changed = self._pairs.changes()
        if self._changed:
            reply["changed"] = self._changed
        self._changed = outer
        files = self._folder.changes()
        if files:
            reply["files"] = files
        if self._unfinished():
            reply["unfinished"] = True
        shown = self.shell.kept.take()
        return {**reply, "outputs": shown} if shown and "outputs" not in reply else reply

    def _unfinished(self) -> bool:
        """Is there something that the end of a cell would show or do?"""
        figures = sys.modules.get("matplotlib._pylab_helpers")
        return bool(figures and figures.Gcf.figs) or len(self.shell.events.callbacks["post_execute"]) > self._usual

    def _do_begin(self, request: Message) -> Message:
        self._instructors = frozenset(request["shared"])
        for name, content in request["files"].items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b64decode(content))
        self._folder.settle()
        return {}

    def _do_run(self, request: Message) -> Message:
        ran = self.shell.run(request["source"])
        error = None if ran.error is None else self._described(ran.error)
        return {"outputs": ran.outputs, "error": error}

    def _do_restore(self, request: Message) -> Message:
        """Put back what decides how a cell is run, for tests that run here."""
        del request
        shell = self.shell
        shell.ast_transformers, shell.input_transformers_post = [], []
        shell.input_transformers_cleanup = list(self._cleanup)
        sys.displayhook = shell.displayhook
        builtins.__dict__.update(self._builtins)
        return {}

    def _do_end(self, request: Message) -> Message:
        del request
        self.shell.events.trigger("post_execute")  # figures that a test made the learner draw
        return {}

    def _do_get(self, request: Message) -> Message:
        name = request["name"]
        if name in _ASIDE or name not in self.shell.user_ns:
            return {"unbound": True}
        return {"value": self._give(self.shell.user_ns[name])}

    def _do_has(self, request: Message) -> Message:
        return {"has": request["name"] in self.shell.user_ns and request["name"] not in _ASIDE}

    def _do_set(self, request: Message) -> Message:
        self.shell.user_ns[request["name"]] = self._take(request["value"])
        return {}

    def _do_delete(self, request: Message) -> Message:
        return {"unbound": self.shell.user_ns.pop(request["name"], self) is self}

    def _do_names(self, request: Message) -> Message:
        del request
        return {"value": self.write([name for name in self.shell.user_ns if name[:1] != "_" and name not in _ASIDE])}

    def _do_apply(self, request: Message) -> Message:
        given = [self._take(one) for one in request["args"]]
        named = {name: self._take(one) for name, one in request["named"].items()}
        self._pairs.look()
        with _replaced((module, name, self.read(value)) for module, name, value in request.get("mocks", ())):
            value = ACTIONS[request["action"]](*given, **named)
        return {"value": self._give(value)}

    def _take(self, data: Any) -> Any:
        value = self.read(data, self._pairs.hook)
        self._pairs.add(value)
        return value

    def _give(self, value: Any) -> Any:
        self._changed = self._pairs.changes()  # first, as the other side reads it
        data = self.write(value, self._pairs.numbers, 1)
        self._pairs.add(value)
        return data


@contextmanager
def _replaced(mocks: Iterator[tuple[str, str, Any]]) -> Iterator[None]:
    """Put what a test has mocked in its own process in place here, for as long as one call."""
    before = []
    try:
        for module, name, value in mocks:
            owner = import_module(module)
            before.append((owner, name, getattr(owner, name)))
            setattr(owner, name, value)
        yield
    finally:
        for owner, name, value in reversed(before):
            setattr(owner, name, value)


def main(end: Any) -> None:
    """Serve the tests' side until it hangs up."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nowhere, handle)
    os.environ |= {name: str(Path.cwd()) for name in ("HOME", "PWD", "TMPDIR", "MPLCONFIGDIR")}
    sys.path.insert(0, "")
    line = Line(end, Limits().message)
    shell = Shell.instance()
    try:
        limits = Limits(**line.receive()["limits"])
        line.limit, line.most = 4 * limits.message, limits.message  # files come along with the first
        shell.take_over(limits)
        Candidate(line, shell).serve()
    except (HungUp, Malformed):
        return
