"""Hidden tests stay hidden in what goes back to learners."""

from __future__ import annotations

import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from traitlets import Bool

_BEGIN, _END = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
# where a traceback says that it failed: IPython's arrow, or the line under Python's "line 4"
_FAILED = re.compile(r"^[ \t]*-+>[ \t]*\d+[ \t]*(.*)$|^[ \t]*(?:File|Cell) .*\bline \d+.*\n[ \t]*(.*)$", re.MULTILINE)
_SENTENCE = "A hidden test did not pass."


class HideTests(Preprocessor):  # type: ignore[misc]  # nbconvert has no types
    """Cuts hidden tests out of cells, and everything that quotes them out of the outputs."""

    enabled = Bool(True)

    def preprocess_cell(self, cell: Any, resources: Any, _index: int) -> tuple[Any, Any]:
        """Cut one cell."""
        shown, hidden = split(cell.source)
        if hidden:
            cell.source = shown
            if cell.cell_type == "code":
                cell.outputs = [_without(output, shown, hidden) for output in cell.outputs]
        return cell, resources


def split(source: str) -> tuple[str, str]:
    """Part a test cell into what learners may see and what not.

    Example:
        >>> split("assert f(1)\\n### BEGIN HIDDEN TESTS\\nassert f(2)\\n### END HIDDEN TESTS")
        ('assert f(1)', 'assert f(2)')
    """
    shown: list[str] = []
    hidden: list[str] = []
    inside = False
    for line in source.split("\n"):
        if _BEGIN in line:
            inside = True
        elif _END in line:
            inside = False
        else:
            (hidden if inside else shown).append(line)
    return "\n".join(shown), "\n".join(hidden)


def _without(output: Any, shown: str, hidden: str) -> Any:
    if output.output_type != "error":
        return output if not _quotes(_text(output), hidden) else _sentence(output)
    trace = "\n".join(_ANSI.sub("", str(piece)).rstrip("\n") for piece in output.traceback)
    failed = {(found[1] or found[2] or "").strip() for found in _FAILED.finditer(trace)}
    visible = {line.strip() for line in shown.splitlines() if line.strip()}
    if failed & visible and not _quotes(f"{output.ename} {output.evalue} {' '.join(failed)}", hidden):
        # where it failed may be seen, but the lines around it may not
        output.traceback = [f"{output.ename}: {output.evalue}"]
        return output
    return _sentence(output)


def _sentence(output: Any) -> Any:
    if output.output_type == "stream":
        output.text = _SENTENCE
    elif output.output_type == "error":
        output.ename, output.evalue, output.traceback = "HiddenTest", _SENTENCE, [_SENTENCE]
    else:
        output.data = type(output.data)({"text/plain": _SENTENCE})
    return output


def _text(output: Any) -> str:
    return str(output.get("text", "")) + " ".join(map(str, output.get("data", {}).values()))


def _quotes(text: str, hidden: str) -> bool:
    """Does a text hold a line of the hidden tests, or one of the strings or longer numbers in them?"""
    pieces = [line.strip() for line in hidden.splitlines()]
    pieces += [found[2] for found in re.finditer(r"""(["'])(.+?)\1""", hidden)]
    pieces += re.findall(r"\d[\d_.]{3,}", hidden)
    return any(piece in text for piece in pieces if len(piece) > 3)
