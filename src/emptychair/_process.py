"""What the processes we start are given."""

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
