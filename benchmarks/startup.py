"""What does it cost to import the kit? Compared with a bare interpreter, in the same run.

python benchmarks/startup.py     # writes benchmarks/startup.md
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15
CASES = {
    "bare interpreter": "pass",
    "import emptychair": "import emptychair",
    "import numpy": "import numpy",
    "import emptychair.feedback": "import emptychair.feedback",
    "from emptychair.feedback import star": "from emptychair.feedback import star",
}


def measure() -> dict[str, float]:
    """Median seconds of each case; cases take turns, so that a busy moment hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(ROUNDS):
        for name, code in CASES.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}


def page(found: dict[str, float]) -> str:
    """Write the page."""
    bare = found["bare interpreter"]
    rows = "\n".join(
        f"| {name} | {1000 * value:.0f} | {1000 * (value - bare):.0f} | {value / bare:.1f} |"
        for name, value in found.items()
    )
    return f"""# Start-up

Median of {ROUNDS} fresh processes each, taking turns. Python {platform.python_version()}, {platform.system()} {platform.machine()}.

| case | ms | ms above bare | times bare |
|---|---|---|---|
{rows}

Bars: `import emptychair` less than 200 ms above bare, `import emptychair.feedback` less than 150 ms.
NumPy is most of what the reader of STAR answers needs; it is loaded with that reader, not with the package.
Not shown: a first start from a cold disk. Again with `make bench-startup`.
"""


if __name__ == "__main__":
    text = page(measure())
    Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")
    print(text)
