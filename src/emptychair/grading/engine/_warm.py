"""What every submission loads, loaded once, ahead of the forks: libraries, and what they read when they are first used."""

from __future__ import annotations

import gc
import inspect
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any

LIBRARIES = ("numpy", "pandas", "matplotlib", "scipy", "sklearn", "ipywidgets", "statsmodels", "emptychair")
"""Whose modules may be imported ahead of the learner's code. Each is imported when the first submission needs it."""


def warm(names: Iterable[str], warmed: set[str]) -> None:
    """Import what is not in ``warmed`` yet, and note it there.

    Args:
        names: Modules, or names in modules, by their full names; packages come before what is in them.
        warmed: What was seen before.
    """
    new = [name for name in names if name not in warmed and name.partition(".")[0] in LIBRARIES]
    if not new:
        return
    warmed.update(new)
    for name in new:
        with suppress(Exception):  # then the learner's own import says what is wrong
            _load(name)
            PREPARE.get(name, _nothing)()
        if name.startswith("emptychair."):
            with suppress(Exception):
                import_module(f"{name}._rehearsal").rehearse()
    for read in _readers(list(sys.modules.values())):
        with suppress(Exception):
            read()
    gc.collect()
    gc.freeze()  # so that a collection in a fork does not touch, and thereby copy, the parent's memory


def _load(name: str) -> None:
    try:
        import_module(name)
    except ModuleNotFoundError:  # a name in a module; packages may load theirs only when they are asked
        package, _, last = name.rpartition(".")
        getattr(import_module(package), last)


def _readers(modules: list[ModuleType]) -> Iterator[Callable[[], Any]]:
    """The kit's functions that keep what they read and ask for nothing: data files, word lists, patterns."""
    for module in modules:
        name = getattr(module, "__name__", "")
        if name.startswith("emptychair.") and not name.startswith("emptychair.grading."):
            for one in list(vars(module).values()):
                kept = hasattr(one, "cache_info") and one.__module__ == name
                if kept and not inspect.signature(one).parameters:
                    yield one


def _nothing() -> None:
    """Most libraries load all there is when they are imported."""


def _numpy() -> None:
    for part in ("linalg", "random", "testing"):
        import_module(f"numpy.{part}")


def _matplotlib() -> None:
    pyplot = import_module("matplotlib.pyplot")
    pyplot.figure().subplots().set_title("$x$")
    pyplot.gcf().savefig(io.BytesIO(), bbox_inches="tight")
    pyplot.close("all")


def _kit() -> None:
    from emptychair._questions import question_text
    from emptychair.feedback import star, writing
    from emptychair.feedback.consistency import compile_all

    star.review(_STORY, question_text("angry_customer"))
    writing.review(_STORY)
    compile_all()


PREPARE: dict[str, Callable[[], None]] = {
    "numpy": _numpy,
    "matplotlib": _matplotlib,
    "emptychair": _kit,
}
"""Libraries that load more when they are first used, and how to make them. Packages of the kit say it themselves, in a
module ``_rehearsal`` with a function ``rehearse``."""

_STORY = """In March 2024 I ran the front desk of a clinic in Tulsa, and 19 of 64 patients waited over 40 minutes.
My manager asked me to halve that by June. First I thought about more staff, but I asked the patients and they told me why.
I rang Mrs. Ortega the next morning, wrote a checklist and trained two colleagues, which cost $1,200.
As a result waits fell from 40 to 15 minutes, by 62 %, within three weeks. Next time I would ask sooner."""
"""A text with something of everything, so that what the reader compiles and loads on demand is there."""
