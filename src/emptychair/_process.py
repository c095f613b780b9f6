"""What the processes we start are given, and what they do without."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def environment(**extra: str) -> dict[str, str]:
    """Copy the environment and put the scripts of this interpreter first on ``PATH``.

    nbgrader calls ``alembic`` by name, and a virtual environment need not be activated to run us.

    Example:
        >>> environment(ANSWER="42")["ANSWER"]
        '42'
    """
    scripts = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", os.defpath)
    if scripts not in path.split(os.pathsep):
        path = scripts + os.pathsep + path
    return {**os.environ, "PATH": path, **extra}


def without_address_grammars() -> None:
    """Keep a process of ours from building the grammars of internationalized addresses.

    jsonschema, and so nbformat and nbgrader, does that whenever it is imported and can: 38 parsers, more than half of
    what nbgrader takes to load. Without them it checks everything but addresses of that kind; a notebook has none.

    Example:
        >>> without_address_grammars()
        >>> "rfc3987_syntax" in sys.modules
        True
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # import says that there is no such module
