"""One function for each figure of the course.

Each takes what the measures give and returns a :class:`Figure`: shown in a notebook it follows JupyterLab's theme, and it says the
same in words (``.alt``), from the same numbers. Importing this does not load matplotlib; drawing does.
"""

from __future__ import annotations

from emptychair.shop.plot._bars import next_purchase, pareto, ratings, themes
from emptychair.shop.plot._chances import calibration, early_shipping, expected_purchases, privacy_dial
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._intervals import ab_interval, competitor_moves, nps, survey_bias
from emptychair.shop.plot._kano import kano
from emptychair.shop.plot._ledger import trust_ledger
from emptychair.shop.plot._stock import style_takeoff
from emptychair.shop.plot._weeks import contacts_per_order, policies, repeat_and_trust

__all__ = (
    "Figure",
    "ab_interval",
    "calibration",
    "competitor_moves",
    "contacts_per_order",
    "early_shipping",
    "expected_purchases",
    "kano",
    "next_purchase",
    "nps",
    "pareto",
    "policies",
    "privacy_dial",
    "ratings",
    "repeat_and_trust",
    "style_takeoff",
    "survey_bias",
    "themes",
    "trust_ledger",
)
