"""Does the shop hold what it promises?

python benchmarks/shop.py     # writes benchmarks/shop.md; about five minutes on two cores
"""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import shop_loops
import shop_planted
import shop_said
import shop_speed

HERE = Path(__file__).resolve()
HEAD = """# The shop

What the simulated shop promises, and what it holds. Again with `make bench-shop`. The data are simulated, so all of this is about
the simulator and the measures, and nothing about any real company.

{machine}.

"""


def size(customers: int) -> tuple[float, float, float, int, int]:
    """Seconds of computing, seconds on the clock, peak memory in GiB, orders and contacts of a big world, in a fresh process."""
    command = [sys.executable, str(HERE.parent / "shop_speed.py"), str(customers)]
    cpu, wall, memory, orders, contacts = subprocess.run(
        command, capture_output=True, text=True, check=True
    ).stdout.split()
    return float(cpu), float(wall), float(memory), int(orders), int(contacts)


def sizes() -> list[str]:
    """Time and memory by size."""
    lines = [
        "## Size",
        "",
        "78 weeks of orders and contacts, with the texts of the contacts, in one process. Bar: a million customers in 60 s and 8 GiB.",
        "",
        "| customers | orders | contacts | seconds on the clock | CPU seconds | CPU µs a customer | peak GiB |",
        "|---|---|---|---|---|---|---|",
    ]
    for customers in (10_000, 100_000, 1_000_000):
        cpu, wall, memory, orders, contacts = size(customers)
        each = 1e6 * cpu / customers
        lines.append(
            f"| {customers:,} | {orders:,} | {contacts:,} | {wall:.1f} | {cpu:.1f} | {each:.0f} | {memory:.1f} |"
        )
    return [*lines, ""]


def main() -> None:
    """Measure everything and write the page."""
    python = ".".join(platform.python_version_tuple())
    text = HEAD.format(machine=f"Python {python}, {platform.system()} {platform.machine()}, two cores")
    for section in (
        shop_planted.causes,
        shop_planted.experiments,
        shop_planted.buying,
        shop_said.surveys,
        shop_loops.policies,
        shop_said.themes,
        sizes,
        shop_speed.times,
    ):
        lines = section()
        print("\n".join(lines), flush=True)
        text += "\n".join(lines) + "\n"
    HERE.with_suffix(".md").write_text(text.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
