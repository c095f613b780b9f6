"""Tern Lane, an online shop that exists only as a simulation, and the truth about it."""

from emptychair.shop import measures, plot
from emptychair.shop._analyst import find_causes
from emptychair.shop._files import load, save
from emptychair.shop._policies import ALWAYS, AS_IT_WAS, CLOSED_LOOP, LOOPS, MARKETING, TUESDAYS, Fix, Policy
from emptychair.shop._reviews_file import load_reviews
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
    "Policy",
    "Reorder",
    "Run",
    "Truth",
    "World",
    "find_causes",
    "load",
    "load_reviews",
    "measures",
    "plot",
    "run",
    "save",
    "simulate",
    "treated",
)
