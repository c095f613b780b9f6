"""A real kernel, for languages that are not Python and for those who ask for one. The tests run in it: no boundary.

``python -m emptychair.grading.engine._kernel HANDLES``, one process for each notebook, in a sandbox of its own.
"""

from __future__ import annotations

import os
import sys
from base64 import b64decode
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from queue import Empty
from socket import socket
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading.engine._confine import Confinement, confine, loosely
from emptychair.grading.engine._guard import Guard
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._outputs import Output, Outputs
from emptychair.grading.engine._score import Score, number_of, score

_STARTUP = 60.0
_TICK = 0.2


class _Kernel:
    """A kernel and the patience with it."""

    def __init__(self, name: str, limits: Limits) -> None:
        from jupyter_client.manager import KernelManager

        # no network, not even with oneself: the kernel is reached by files
        self._manager = KernelManager(kernel_name=name, transport="ipc", ip=str(Path.cwd() / ".kernel"))
        self._manager.start_kernel(cwd=str(Path.cwd()))
        self._client = self._manager.client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=_STARTUP)
        pid = getattr(self._manager.provisioner, "pid", None)
        if not isinstance(pid, int):
            raise HungUp  # a kernel elsewhere: nobody could end it
        self._guard = Guard(pid, limits.cell_seconds, limits.total_seconds)
        self._shown = Outputs(limits)
        self.gone = ""

    def run(self, source: str) -> tuple[list[Output], str]:
        """Run a cell: what it showed, and why that is no evidence, if it is none."""
        if self.gone:
            return [], self.gone
        self._guard.begin()
        self._guard.resume()
        asked = self._client.execute(source, store_history=True, allow_stdin=False)
        idle = False
        while not idle:
            try:
                message = self._client.get_iopub_msg(timeout=_TICK)
            except Empty:
                if not self._guard.look() or not self._manager.is_alive():
                    self.gone = f"the kernel is not running any more: {self._guard.overdue or 'it ended'}"
                    break
                continue
            if message["parent_header"].get("msg_id") == asked:
                idle = self._take(message["msg_type"], message["content"])
        return self._shown.take(), self.gone or self._guard.overdue

    def _take(self, kind: str, content: dict[str, Any]) -> bool:
        if kind in ("stream", "error", "display_data", "execute_result"):
            self._shown.replay([{**content, "output_type": kind}], content.get("execution_count"))
        elif kind == "clear_output":
            self._shown.clear()
        return kind == "status" and content.get("execution_state") == "idle"

    def close(self) -> float:
        """End the kernel; the processor time that it used."""
        seconds = self._guard.processor_seconds()
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)
        return seconds


def judge(most: float, outputs: list[Output], fault: str) -> Score:
    """Give the points of a test cell by what the kernel says that it showed.

    >>> shown = [{"output_type": "execute_result", "data": {"text/plain": "0.5"}}]
    >>> judge(2, shown, "").points, judge(2, [*shown, *shown], "").points
    (0.5, 0.0)
    """
    results = [
        number_of(one["data"].get("text/plain", "")) for one in outputs if one["output_type"] == "execute_result"
    ]
    errors = [one for one in outputs if one["output_type"] == "error"]
    return score(
        most,
        fault=fault,
        error=(errors[0]["ename"], errors[0]["evalue"]) if errors else None,
        results=results,
        outputs=outputs,
    )


def _grade(line: Line, job: dict[str, Any], limits: Limits) -> None:
    for name, content in job["learners_files"].items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b64decode(content))
    os.environ |= {
        "HOME": str(Path.cwd()),
        "JUPYTER_RUNTIME_DIR": str(Path.cwd() / ".runtime"),
        "TMPDIR": str(Path.cwd()),
    }
    kernel = _Kernel(job["kernel"], limits)
    for step in job["steps"]:
        if step["do"] == "define":
            continue
        outputs, fault = kernel.run(step["source"])
        report = {"cell": step["cell"], "outputs": outputs}
        if step["do"] == "test":
            report["score"] = asdict(judge(step["points"], outputs, fault))
        line.send(report)
    line.send({"end": True, "cpu": kernel.close(), "gone": kernel.gone})


def main(handles: list[int], sandboxed: bool) -> None:
    """Grade one notebook: the job comes over the first handle, and what became of it goes back."""
    end, _alive, *groups = handles
    for group in groups:
        with suppress(OSError):
            os.write(group, b"0")
        os.close(group)
    line = Line(socket(fileno=end), Limits().message * 4)
    job = line.receive()
    limits = Limits(**job["limits"])

    def whole() -> None:
        with suppress(HungUp):
            _grade(line, job, limits)

    (confine if sandboxed else loosely)(Confinement(limits, processes=False), whole)


if __name__ == "__main__":
    main([int(handle) for handle in sys.argv[2].split(",")], sys.argv[1] == "sandboxed")
