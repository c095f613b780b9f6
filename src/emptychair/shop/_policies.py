"""Decisions as frozen values: what the shop does with what its customers tell it, and with what it knows about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from emptychair.shop._settings import read
from emptychair.shop._stock import Reorder

REORDER_AS_IT_WAS = Reorder()
Listen = Literal["never", "always", "tuesdays", "marketing"]
_LISTEN: tuple[Listen, ...] = ("never", "always", "tuesdays", "marketing")


@dataclass(frozen=True, slots=True)
class Fix:
    """Mend a cause from a week on, for everyone or, to find out what it is worth, for a random ``share`` of customers.

    Example:
        >>> Fix("kettle_seal", 55, share=0.5).share
        0.5
    """

    cause: str
    week: int
    share: float = 1.0

    def __post_init__(self) -> None:
        if self.cause not in read("causes"):
            raise ValueError(f'There is no cause "{self.cause}"; there are {", ".join(read("causes"))}.')
        if not 0 <= self.share <= 1:
            raise ValueError(f"A fix reaches a share of customers between 0 and 1, not {self.share}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How the shop is run.

    ``listen`` says who reads what customers say: nobody, everybody every day, everybody but only on Tuesdays, or marketing,
    which looks for praise to print. Who listens finds causes after a while and mends them; ``close_loop`` also tells the
    customers who were hit. ``fixes`` are decided beforehand. ``ship_early`` sends a parcel towards a customer who has not
    ordered yet when the chance of an order is above it. ``keep_weeks`` is how long personal data are kept (all, if None).
    ``answers`` names the competitors' moves, by the week in which they begin, that the shop answers with lower prices.

    Example:
        >>> Policy(name="bolder", ship_early=0.15, keep_weeks=26).listen
        'never'
    """

    name: str = "as it was"
    listen: Listen = "never"
    close_loop: bool = False
    fixes: tuple[Fix, ...] = ()
    ship_early: float | None = None
    reorder: Reorder = REORDER_AS_IT_WAS
    keep_weeks: int | None = None
    answers: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.listen not in _LISTEN:
            raise ValueError(f'listen is one of {", ".join(_LISTEN)}, not "{self.listen}".')
        if self.close_loop and self.listen not in ("always", "tuesdays"):
            raise ValueError("Only who listens and mends can close the loop; listen always or on tuesdays.")
        if self.ship_early is not None and not 0 <= self.ship_early <= 1:
            raise ValueError(f"ship_early is a probability between 0 and 1, not {self.ship_early}.")
        if self.keep_weeks is not None and self.keep_weeks < 0:
            raise ValueError("keep_weeks is a number of weeks, 0 or more.")


AS_IT_WAS = Policy()
CLOSED_LOOP = Policy(name="closed loop", listen="always", close_loop=True)
ALWAYS = Policy(name="listen always", listen="always")
TUESDAYS = Policy(name="only on Tuesdays", listen="tuesdays")
MARKETING = Policy(name="for marketing only", listen="marketing")
LOOPS = (CLOSED_LOOP, ALWAYS, TUESDAYS, MARKETING)
"""The four policies of the feedback loop, best first."""
