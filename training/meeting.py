"""Run the shop under everything that can be decided in the EmptyChair widget: writes data/meeting_runs.csv.

python training/meeting.py     # about three minutes

A learner who decides waits for the outcome; 972 runs take too long for that and are small to keep. The tests run some of them again.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from emptychair.widgets._quarters import COLUMNS, TABLE, every, run

HOME = Path(__file__).resolve().parents[1] / "data"


def row(decided: dict[str, int]) -> dict[str, float]:
    """A line of the table: the place of each choice, then trust and profit, quarter by quarter."""
    came = run(decided)
    return {**decided, **dict(zip(COLUMNS, (*came.trust, *came.profit_usd), strict=True))}


def main() -> None:
    """Run, write."""
    pd.DataFrame(map(row, every())).to_csv(HOME / TABLE, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
