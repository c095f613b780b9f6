"""Which libraries a notebook uses: they are imported once, ahead of all who need them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_NAME = r"[\w.]+(?:[ \t]+as[ \t]+\w+)?"
_IMPORT = re.compile(rf"^\s*(?:import|from)\s+({_NAME}(?:[ \t]*,[ \t]*{_NAME})*)", re.MULTILINE)
_LOADED = re.compile(r"^\s*%(?:load_ext|reload_ext)\s+(\w+)", re.MULTILINE)


def libraries(steps: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Name the top-level packages that the cells of a notebook import.

    >>> libraries([{"source": "import numpy as np, os.path\\nfrom pandas.api import types\\n%load_ext emptychair"}])
    ('emptychair', 'numpy', 'os', 'pandas')
    """
    names: set[str] = set()
    for step in steps:
        source = str(step.get("source", ""))
        for found in _IMPORT.findall(source):
            names |= {name.split()[0].partition(".")[0] for name in found.split(",")}
        names |= set(_LOADED.findall(source))
        if "%matplotlib" in source:
            names.add("matplotlib")
    return tuple(sorted(names))
