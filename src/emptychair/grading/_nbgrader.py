"""Running a converter of nbgrader, with its true reason when it refuses.

Takes a converter; imports nbgrader only inside, and belongs into a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# The last line of a traceback, unless it is the one that only says to look at the others.
_RAISED = re.compile(r"^(?!nbgrader\.converters\.base\.NbGraderException)(?:\w+\.)*(\w+(?:Error|Exception|Entry): .+)")


def reason(result: Mapping[str, Any]) -> str:
    """Find the reason in what `nbgrader.utils.capture_log` returned.

    Example:
        >>> reason({"log": "Traceback ...\\nsqlite3.OperationalError: database is locked\\n[ERROR] See above"})
        'OperationalError: database is locked'
    """
    text = f"{result.get('error', '')}\n{result.get('log', '')}"
    raised = [found[1] for line in text.splitlines() if (found := _RAISED.match(line.strip()))]
    logged = [line.removeprefix("[ERROR]").strip() for line in text.splitlines() if line.startswith("[ERROR]")]
    # ours are whole sentences already
    return (raised or logged or ["no reason given"])[-1].removeprefix("EmptyChairError: ")
