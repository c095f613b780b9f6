"""IPython without a kernel: magics, top-level await and displays, outputs kept instead of sent.

One shell is built in the zygote; each fork takes it over with the limits and the names that are its own.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from IPython.core import async_helpers
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from emptychair.grading._limits import Limits
from emptychair.grading.engine._outputs import Output, Outputs, Stream

_TOKENS = len(TransformerManager().token_transformers)
_AS_IPYTHON = CachingCompiler().flags | ast.PyCF_ONLY_AST
INLINE = "module://matplotlib_inline.backend_inline"


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a cell.

    Attributes:
        outputs: What it showed.
        error: The exception that ended it.
        results: The values of its last line: one or none, unless somebody meddles.
    """

    outputs: list[Output]
    error: BaseException | None
    results: list[Any]


class _Hook(DisplayHook):  # type: ignore[misc]  # IPython has no types
    def __call__(self, result: Any = None) -> None:
        self.check_for_underscore()
        if result is None or self.quiet():
            return
        data, _metadata = self.compute_format_data(result)
        self.update_user_ns(result)
        self.fill_exec_result(result)
        self.shell.results.append(result)
        self.shell.kept.result(data or {}, self.prompt_count)

    def quiet(self) -> bool:
        """Does the cell end with a semicolon? IPython reads all its tokens to find out; here, only if its end has one."""
        said = self.shell.history_manager.input_hist_parsed
        return bool(said) and _semicolon_below(said[-1]) and bool(super().quiet())


class _Publisher(DisplayPublisher):  # type: ignore[misc]  # IPython has no types
    def publish(self, data: Any, metadata: Any = None, source: Any = None, **_more: Any) -> None:
        del metadata, source
        self.shell.kept.display(data)

    def clear_output(self, wait: bool = False) -> None:
        del wait
        self.shell.kept.clear()


class _Compiler(CachingCompiler):  # type: ignore[misc]  # IPython has no types
    """Parses a cell once: what was parsed to see whether it is Python is what will be compiled."""

    parsed: ClassVar[tuple[str, ast.AST] | None] = None

    @classmethod
    def parse(cls, source: str) -> bool:
        """Is it Python? If so, it is kept until it is asked for."""
        try:
            cls.parsed = source, compile(source, "<cell>", "exec", _AS_IPYTHON)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
        return True

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Give the tree of a cell; a future statement of an earlier one may have changed how it is read."""
        kept, _Compiler.parsed = _Compiler.parsed, None
        if kept and (kept[0], self.flags | ast.PyCF_ONLY_AST, symbol) == (source, _AS_IPYTHON, "exec"):
            return kept[1]
        tree: ast.AST = super().ast_parse(source, filename, symbol)
        return tree


class _Transforms(TransformerManager):  # type: ignore[misc]  # IPython has no types
    """What makes Python of magics and the like. What is Python already is left alone, without a look at each token."""

    def do_token_transforms(self, lines: list[str]) -> list[str]:
        """Transform what is left when cell magics and prompts are gone."""
        usual = len(self.token_transformers) == _TOKENS  # a cell may add one of its own
        if usual and _Compiler.parse("".join(lines)):
            return lines
        transformed: list[str] = super().do_token_transforms(lines)
        return transformed


class Shell(InteractiveShell):  # type: ignore[misc]  # IPython has no types
    """The shell; `take_over` it before use."""

    kept = Outputs(Limits())
    results: tuple[Any, ...] | list[Any] = ()

    def _showtraceback(self, etype: Any, evalue: Any, stb: Iterable[str]) -> None:
        self.kept.error(etype.__name__, str(evalue), stb)

    def enable_gui(self, gui: str | None = None) -> None:
        """There is no window to open."""

    def ask_exit(self) -> None:
        """``exit()`` ends the cell's last line and nothing else: there is more to grade."""

    def should_run_async(self, raw_cell: str, **more: Any) -> bool:
        """IPython compiles the cell to find out; without one of these words that is not needed."""
        return ("await" in raw_cell or "async" in raw_cell) and bool(super().should_run_async(raw_cell, **more))

    def take_over(self, limits: Limits) -> None:
        """Send what is printed and shown to a place of our own."""
        self.kept = Outputs(limits)
        sys.stdout, sys.stderr = Stream("stdout", self.kept), Stream("stderr", self.kept)
        sys.displayhook = self.displayhook

    def run(self, source: str) -> Ran:
        """Run a cell."""
        self.results = []
        done = self.run_cell(source, store_history=True)
        return Ran(self.kept.take(), done.error_before_exec or done.error_in_exec, list(self.results))


def build() -> Shell:
    """Make the one shell of this process and let it run something, so that forks find everything loaded."""
    os.environ["MPLBACKEND"] = INLINE
    settings = Config()
    settings.HistoryManager.enabled = False
    settings.InteractiveShell.xmode = "Plain"
    settings.InteractiveShell.colors = "nocolor"
    settings.InteractiveShell.display_page = True
    shell: Shell = Shell.instance(
        config=settings,
        display_pub_class=_Publisher,
        displayhook_class=_Hook,
        compiler_class=_Compiler,
        input_transformer_manager=_Transforms(),
    )
    before = sys.stdout, sys.stderr, sys.displayhook
    shell.take_over(Limits())
    for source in (
        "1 / 0",
        "%load_ext storemagic",
        "import asyncio\nawait asyncio.sleep(0)",
        "%precision\nif",
        "print(1)\n1.5",
    ):
        shell.run(source)
    sys.stdout, sys.stderr, sys.displayhook = before
    async_helpers.get_asyncio_loop().close()  # its handles would be closed in a fork; each makes its own
    shell.reset(new_session=True)
    shell.execution_count = 1
    return shell


def _semicolon_below(cell: str) -> bool:
    """Is there a semicolon in the last line, or in the comments below it?"""
    for line in reversed(cell.split("\n")):
        if ";" in line:
            return True
        if line.strip() and not line.lstrip().startswith("#"):
            return False
    return False
