"""What a cell shows: kinds from an allow-list, never more than the limits allow, whoever produced it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from emptychair.grading._limits import Limits

TEXTS = ("text/plain", "text/html", "text/markdown", "text/latex")
PICTURES = ("image/png", "image/jpeg")
_MOST_OUTPUTS = 200
_MOST_LINES = 100
CUT = "\n... the rest of the output was cut ...\n"

Output = dict[str, Any]


class Outputs:
    """The outputs of one cell, as they come.

    >>> outputs = Outputs(Limits(output=10))
    >>> outputs.stream("stdout", "too long for us")
    >>> outputs.take()[0]["text"].splitlines()
    ['too long f', '... the rest of the output was cut ...']
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.output
        self._pictures = 8 * limits.picture
        self._kept: list[Output] = []

    def take(self) -> list[Output]:
        """The outputs so far; the next ones are for the next cell."""
        kept, self._kept, self._left, self._pictures = self._kept, [], self._limits.output, 8 * self._limits.picture
        return kept

    def clear(self) -> None:
        """Forget the outputs of this cell, as ``clear_output`` asks; what they used of the limit stays used."""
        self._kept.clear()

    def stream(self, name: str, text: str) -> None:
        """Add what was printed."""
        text = self._text(text)
        last = self._kept[-1] if self._kept else {}
        if text and last.get("name") == name:
            last["text"] += text
        elif text:
            self._add({"output_type": "stream", "name": name, "text": text})

    def display(self, data: Mapping[str, Any]) -> None:
        """Add what was displayed."""
        shown = self._shown(data)
        if shown:
            self._add({"output_type": "display_data", "data": shown, "metadata": {}})

    def result(self, data: Mapping[str, Any], count: int | None) -> None:
        """Add the value of the last line."""
        self._add(
            {"output_type": "execute_result", "data": self._shown(data), "metadata": {}, "execution_count": count}
        )

    def error(self, name: str, value: str, lines: Iterable[str]) -> None:
        """Add an exception."""
        trace = [self._text(line) for line in lines]
        if len(trace) > _MOST_LINES:
            trace[_MOST_LINES // 2 : -_MOST_LINES // 2] = ["... the middle of the traceback was cut ..."]
        self._add({"output_type": "error", "ename": name[:200], "evalue": value[:2000], "traceback": trace})

    def replay(self, outputs: Any, count: int | None = None) -> None:
        """Add outputs that a stranger says to be outputs; what is none is left out."""
        for output in outputs if isinstance(outputs, list) else ():
            if not isinstance(output, dict):
                continue
            kind, data = output.get("output_type"), output.get("data")
            if kind == "stream":
                self.stream("stderr" if output.get("name") == "stderr" else "stdout", _string(output.get("text")))
            elif kind == "display_data" and isinstance(data, dict):
                self.display(data)
            elif kind == "execute_result" and isinstance(data, dict):
                self.result(data, count)
            elif kind == "error":
                lines = output.get("traceback")
                said = [_string(line) for line in lines] if isinstance(lines, list) else []
                self.error(_string(output.get("ename")), _string(output.get("evalue")), said)

    def _add(self, output: Output) -> None:
        if len(self._kept) < _MOST_OUTPUTS:
            self._kept.append(output)

    def _text(self, text: str) -> str:
        if len(text) <= self._left:
            self._left -= len(text)
            return text
        kept = text[: self._left] + CUT if self._left else ""
        self._left = 0
        return kept

    def _shown(self, data: Mapping[str, Any]) -> dict[str, str]:
        shown = {kind: self._text(_string(data.get(kind))) for kind in TEXTS if kind in data}
        for kind in PICTURES:
            picture = _string(data.get(kind))
            if picture and len(picture) <= min(self._limits.picture, self._pictures):
                self._pictures -= len(picture)
                shown[kind] = picture
        return {kind: content for kind, content in shown.items() if content}


class Stream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of a cell."""

    encoding = "utf-8"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name, self._outputs = name, outputs

    def write(self, text: str) -> int:
        """Keep what is printed."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs.stream(self.name, text)
        return len(text)

    def writable(self) -> bool:
        """It can be written to."""
        return True


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""
