"""Tern Lane, an online shop that exists only as a simulation, and the truth about it.

Names are imported when they are first used: who only wants a measure does not pay for the simulator.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emptychair.shop import measures, plot
    from emptychair.shop._analyst import find_causes
    from emptychair.shop._files import load, named_themes, save
    from emptychair.shop._incident import Incident, incident
    from emptychair.shop._ledger import ledger
    from emptychair.shop._order_chances import order_chances
    from emptychair.shop._policies import ALWAYS, AS_IT_WAS, CLOSED_LOOP, LOOPS, MARKETING, TUESDAYS, Fix, Policy
    from emptychair.shop._retention import retention
    from emptychair.shop._reviews_file import load_reviews
    from emptychair.shop._reviews_rows import ReviewsFileError
    from emptychair.shop._run import Run, run, treated
    from emptychair.shop._simulate import simulate
    from emptychair.shop._stock import Reorder
    from emptychair.shop._world import Truth, World

__all__ = (
    "ALWAYS",
    "AS_IT_WAS",
    "CLOSED_LOOP",
    "LOOPS",
    "MARKETING",
    "TUESDAYS",
    "Fix",
    "Incident",
    "Policy",
    "Reorder",
    "ReviewsFileError",
    "Run",
    "Truth",
    "World",
    "find_causes",
    "incident",
    "ledger",
    "load",
    "load_reviews",
    "measures",
    "named_themes",
    "order_chances",
    "plot",
    "retention",
    "run",
    "save",
    "simulate",
    "treated",
)

_HOMES = {
    "_analyst": ("find_causes",),
    "_files": ("load", "named_themes", "save"),
    "_incident": ("Incident", "incident"),
    "_ledger": ("ledger",),
    "_order_chances": ("order_chances",),
    "_policies": ("ALWAYS", "AS_IT_WAS", "CLOSED_LOOP", "LOOPS", "MARKETING", "TUESDAYS", "Fix", "Policy"),
    "_retention": ("retention",),
    "_reviews_file": ("load_reviews",),
    "_reviews_rows": ("ReviewsFileError",),
    "_run": ("Run", "run", "treated"),
    "_simulate": ("simulate",),
    "_stock": ("Reorder",),
    "_world": ("Truth", "World"),
}
"""Which module holds which name; ``measures`` and ``plot`` are modules themselves."""


def __getattr__(name: str) -> object:
    if name in ("measures", "plot"):
        return import_module(f"{__name__}.{name}")
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
