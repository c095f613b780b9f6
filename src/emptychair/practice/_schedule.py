"""When to rehearse what: uniform spacing up to the interview, and when something is mastered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from emptychair._errors import EmptyChairError

SHARE = 0.15
"""The gap between two rehearsals of an item, as a part of the days left.

10–20 % keeps best (Cepeda et al. 2006); growing gaps gain nothing over equal ones (Latimier et al. 2021).
"""
MASTERED, OUT_OF, DAYS = 4, 5, 2
"""Mastery: four of the last five items right, on at least two days."""
_LONGEST = 730  # days ahead


@dataclass(frozen=True, slots=True)
class Session:
    """One rehearsal: the day, and what to rehearse on it."""

    day: date
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at an item: was it good enough?"""

    item: str
    day: date
    right: bool


def rehearsal_plan(items: Sequence[str], today: date, interview: date) -> tuple[Session, ...]:
    """Rehearse every item at equal gaps up to the interview; different items on different days where there is room.

    Args:
        items: what to rehearse: ids of questions, titles of stories.
        today: the first day.
        interview: the day of the interview; nothing is rehearsed on it.

    Raises:
        EmptyChairError: there is nothing to rehearse, or the interview is not within the next two years.

    Example:
        >>> plan = rehearsal_plan(["repair", "night noise"], date(2027, 3, 1), date(2027, 3, 14))
        >>> [(str(it.day)[5:], it.items) for it in plan][:3]
        [('03-01', ('repair',)), ('03-02', ('night noise',)), ('03-03', ('repair',))]
    """
    unique = tuple(dict.fromkeys(items))
    left = (interview - today).days
    if not unique:
        raise EmptyChairError("There is nothing to rehearse. Choose questions or stories first.")
    if left < 1:
        raise EmptyChairError(f"The interview ({interview}) is not after today ({today}). Give a later date.")
    if left > _LONGEST:
        raise EmptyChairError(
            f"The interview ({interview}) is {left} days away; a plan covers two years at most. Check the year."
        )
    gap = rehearsal_gap(left)
    days = {n: tuple(unique[n % gap :: gap]) for n in range(left)}
    return tuple(Session(today + timedelta(days=n), some) for n, some in days.items() if some)


def rehearsal_gap(left: int) -> int:
    """Say how many days lie between two rehearsals of an item, with so many days left at the start.

    Example:
        >>> rehearsal_gap(28)
        4
    """
    return max(1, round(SHARE * left))


def mastered(attempts: Iterable[Attempt]) -> frozenset[str]:
    """Name the items that are mastered: at least four of the last five tries right, on two separate days.

    Example:
        >>> days = [date(2027, 3, day) for day in (1, 1, 1, 4)]
        >>> mastered(Attempt("repair", day, right=True) for day in days)
        frozenset({'repair'})
    """
    tries: dict[str, list[Attempt]] = {}
    for attempt in sorted(attempts, key=lambda it: it.day):
        tries.setdefault(attempt.item, []).append(attempt)
    return frozenset(item for item, some in tries.items() if _held(some[-OUT_OF:]))


def _held(last: list[Attempt]) -> bool:
    right = [it.day for it in last if it.right]
    return len(right) >= MASTERED and len(set(right)) >= DAYS
