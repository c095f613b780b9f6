"""Who reads hears; who hears seldom, hears late."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop._causes import causes
from emptychair.shop._listening import Listener, reached
from emptychair.shop._policies import ALWAYS, CLOSED_LOOP, MARKETING, TUESDAYS, Fix, Policy
from emptychair.shop._settings import REASONS, setting

WEEKS, START = 40, 10
CAUSES = causes(1)
LEAKS = next(place for place, cause in enumerate(CAUSES) if cause.reason == "defective")


def listener(policy: Policy, a_day: int = 0, rate: float = 0.2) -> Listener:
    """A shop of 1,000 orders a week that hears one "defective" a week, and from START on so many more every day."""
    rates = np.zeros((WEEKS, len(CAUSES)))
    rates[START:, LEAKS] = rate
    heard = Listener(1, CAUSES, rates)
    reason = REASONS.index("defective")
    for week in range(WEEKS):
        if week == START:
            heard = heard.fork(policy, START)
        days = np.concatenate([[7 * week + 2], np.repeat(7 * week + np.arange(7), a_day if week >= START else 0)])
        heard.hear(days, np.full(len(days), reason))
        heard.close_week(week, orders=1000, customers=3000)
    return heard


@pytest.mark.parametrize("policy", [ALWAYS, CLOSED_LOOP, TUESDAYS])
def test_listener_finds_what_is_loud(policy: Policy) -> None:
    """Does whoever listens find the cause of many contacts, and mend it after the weeks that the fix takes?"""
    (found,) = listener(policy, a_day=3).found
    assert (found.cause, found.mended_week - found.week) == (CAUSES[LEAKS].name, CAUSES[LEAKS].fix_weeks)


def test_listener_on_tuesdays_finds_later() -> None:
    """Does listening one day in seven find the same cause later?"""
    weeks = [listener(policy, a_day=1).found[0].week for policy in (ALWAYS, TUESDAYS)]
    assert weeks[0] < weeks[1]


@pytest.mark.parametrize("policy", [Policy(), MARKETING])
def test_listener_who_does_not_mend(policy: Policy) -> None:
    """Does who never listens, or listens for praise, find nothing, however loud it is?"""
    assert listener(policy, a_day=20).found == ()


def test_listener_when_it_is_quiet() -> None:
    """Does no alarm ring while contacts stay as they were?"""
    heard = listener(ALWAYS)
    assert heard.found == ()
    assert heard.listening_usd.sum() == pytest.approx((WEEKS - START) * setting("listening")["read_usd"])


def test_listener_when_there_is_nothing_to_find() -> None:
    """Does digging cost money where contacts rise without a cause, and find nothing?"""
    heard = listener(ALWAYS, a_day=3, rate=0.0)
    assert heard.found == ()
    assert heard.listening_usd.sum() > 20 * setting("listening")["dig_usd"]


def test_chances_when_a_fix_reaches_some() -> None:
    """Do hits become rarer by what the fix removes, from its week on, for those whom it reaches?"""
    fixed = Listener(1, CAUSES, np.full((WEEKS, 9), 0.2)).fork(
        Policy(fixes=(Fix("kettle_seal", 20, share=0.5),)), START
    )
    who = np.arange(50)
    arm = reached(1, "kettle_seal", 0.5, who)
    place = [cause.name for cause in CAUSES].index("kettle_seal")
    before, after = (np.broadcast_to(fixed.chances(week, np.full(9, 0.2), who), (9, 50)) for week in (19, 20))
    assert (before == 0.2).all()
    assert (after[place, ~arm] == 0.2).all()
    assert after[place, arm] == pytest.approx(0.2 * (1 - CAUSES[place].removes))
    assert (np.delete(after, place, axis=0) == 0.2).all()
