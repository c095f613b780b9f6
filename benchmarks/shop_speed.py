"""Figures of benchmarks/shop.py about time; ``python shop_speed.py N`` times a world of N customers."""

from __future__ import annotations

import resource
import sys
import time

from emptychair import shop


def times() -> list[str]:
    """How long the default world takes."""
    world = shop.simulate()
    shop.run(world, shop.ALWAYS)
    lines = ["## Default world", "", "| what | CPU seconds, best of five | bar |", "|---|---|---|"]
    for what, call, bar in (
        ("`shop.simulate()`", lambda: shop.simulate(), "2"),
        ("`shop.load()`", lambda: shop.load(), "0.3"),
        ("`shop.run(world, CLOSED_LOOP)`", lambda: shop.run(world, shop.CLOSED_LOOP), "0.1"),
        ("`shop.run(world, Policy(ship_early=0.2))`", lambda: shop.run(world, shop.Policy(ship_early=0.2)), ""),
        ("`shop.find_causes(world)`", lambda: shop.find_causes(world), ""),
    ):
        best = []
        for _ in range(5):
            begun = time.process_time()
            call()
            best.append(time.process_time() - begun)
        lines.append(f"| {what} | {min(best):.3f} | {bar} |")
    return [*lines, ""]


def one_size(customers: int) -> None:
    """Print CPU and clock seconds, peak memory, orders and contacts of one world."""
    cpu, wall = time.process_time(), time.perf_counter()
    world = shop.simulate(customers=customers, only=("contacts",))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(time.process_time() - cpu, time.perf_counter() - wall, peak, len(world.orders), len(world.contacts))


if __name__ == "__main__":
    one_size(int(sys.argv[1]))
