"""What the shop loads when it is first used, loaded now: for a process whose forks will need it."""

from __future__ import annotations

from emptychair import shop


def rehearse() -> None:
    """Load every part, the world of the lessons and what an incident is counted with."""
    for part in shop.__all__:
        getattr(shop, part)
    world = shop.load()
    shop.incident(world, world.truth.causes["cause"][0])
