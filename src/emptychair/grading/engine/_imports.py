"""Which libraries a notebook uses: they are imported once, ahead of all who need them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# Blanks only: what takes line ends for space as well, takes a thousand times the time for a page of empty lines.
_NAME = r"[\w.]+(?:[ \t]+as[ \t]+\w+)?"
_IMPORT = re.compile(rf"^[ \t]*(?:import|from)[ \t]+({_NAME}(?:[ \t]*,[ \t]*{_NAME})*)", re.MULTILINE)
_FROM = re.compile(rf"^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]*\(?\s*({_NAME}(?:[ \t]*,\s*{_NAME})*)", re.MULTILINE)
_LOADED = re.compile(r"^[ \t]*%(?:load_ext|reload_ext)[ \t]+(\w+)", re.MULTILINE)


def libraries(steps: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Name the top-level packages that the cells of a notebook import.

    >>> libraries([{"source": "import numpy as np, os.path\\nfrom pandas.api import types\\n%load_ext emptychair"}])
    ('emptychair', 'numpy', 'os', 'pandas')
    """
    names: set[str] = set()
    for step in steps:
        source = "".join(step.get("source", ""))
        for found in _IMPORT.findall(source):
            names |= {name.split()[0].partition(".")[0] for name in found.split(",")}
        names |= set(_LOADED.findall(source))
        if "%matplotlib" in source:
            names.add("matplotlib")
    return tuple(sorted(names))


def modules(steps: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Name what the cells import down to the last dot, a module or a name in one; packages come before what is in them.

    For an instructor's cells: they may have their modules imported ahead, a learner only whole libraries.

    >>> modules([{"source": "from scipy import stats\\nfrom emptychair.shop.measures import nps, csat as c"}])
    ('emptychair', 'emptychair.shop.measures', 'emptychair.shop.measures.csat', 'emptychair.shop.measures.nps', 'scipy', 'scipy.stats')
    """
    steps = tuple(steps)
    names = set(libraries(steps))
    for step in steps:
        for package, some in _FROM.findall("".join(step.get("source", ""))):
            names |= {package, *(f"{package}.{one.split()[0]}" for one in some.split(","))}
    return tuple(sorted(names))
