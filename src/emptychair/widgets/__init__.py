"""The faces: one module per widget. What they show is worked out in the packages below them.

A face is imported when it is first used: who only plans rehearsals does not wait for pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from emptychair.widgets._answering import answering
    from emptychair.widgets.ab_test import ABTest
    from emptychair.widgets.anticipatory_shipping import AnticipatoryShipping
    from emptychair.widgets.bar_raiser import BarRaiser
    from emptychair.widgets.break_the_reader import BreakTheReader
    from emptychair.widgets.cases import Cases
    from emptychair.widgets.contact_centre import ContactCentre
    from emptychair.widgets.diagnostic import Diagnostic
    from emptychair.widgets.empty_chair import EmptyChair
    from emptychair.widgets.five_whys import FiveWhys
    from emptychair.widgets.loop import Loop
    from emptychair.widgets.mentor_sheet import MentorSheet
    from emptychair.widgets.mock_interview import MockInterview
    from emptychair.widgets.next_purchase import NextPurchase
    from emptychair.widgets.north_star import NorthStar
    from emptychair.widgets.planner import Planner
    from emptychair.widgets.predict import Predict, Recap
    from emptychair.widgets.press_room import PressRoom
    from emptychair.widgets.principle_map import PrincipleMap
    from emptychair.widgets.principles import Principles
    from emptychair.widgets.privacy_dial import PrivacyDial
    from emptychair.widgets.recall import Recall
    from emptychair.widgets.rehearsal_calendar import RehearsalCalendar
    from emptychair.widgets.rewrite import Rewrite
    from emptychair.widgets.side_by_side import SideBySide
    from emptychair.widgets.silent_reading import SilentReading
    from emptychair.widgets.star_studio import StarStudio
    from emptychair.widgets.stockroom import Stockroom
    from emptychair.widgets.story_portfolio import StoryPortfolio
    from emptychair.widgets.survey_bias import SurveyBias
    from emptychair.widgets.themes import Themes
    from emptychair.widgets.trust_ledger import TrustLedger
    from emptychair.widgets.weasel_hunt import WeaselHunt
    from emptychair.widgets.who_is_the_customer import WhoIsTheCustomer

_HOMES = {
    "ABTest": "ab_test",
    "AnticipatoryShipping": "anticipatory_shipping",
    "BarRaiser": "bar_raiser",
    "BreakTheReader": "break_the_reader",
    "Cases": "cases",
    "ContactCentre": "contact_centre",
    "Diagnostic": "diagnostic",
    "EmptyChair": "empty_chair",
    "FiveWhys": "five_whys",
    "Loop": "loop",
    "MentorSheet": "mentor_sheet",
    "MockInterview": "mock_interview",
    "NextPurchase": "next_purchase",
    "NorthStar": "north_star",
    "Planner": "planner",
    "Predict": "predict",
    "PressRoom": "press_room",
    "PrincipleMap": "principle_map",
    "Principles": "principles",
    "PrivacyDial": "privacy_dial",
    "Recall": "recall",
    "Recap": "predict",
    "RehearsalCalendar": "rehearsal_calendar",
    "Rewrite": "rewrite",
    "SideBySide": "side_by_side",
    "SilentReading": "silent_reading",
    "StarStudio": "star_studio",
    "Stockroom": "stockroom",
    "StoryPortfolio": "story_portfolio",
    "SurveyBias": "survey_bias",
    "Themes": "themes",
    "TrustLedger": "trust_ledger",
    "WeaselHunt": "weasel_hunt",
    "WhoIsTheCustomer": "who_is_the_customer",
    "answering": "_answering",
}
"""Which module holds which face."""

__all__ = (
    "ABTest",
    "AnticipatoryShipping",
    "BarRaiser",
    "BreakTheReader",
    "Cases",
    "ContactCentre",
    "Diagnostic",
    "EmptyChair",
    "FiveWhys",
    "Loop",
    "MentorSheet",
    "MockInterview",
    "NextPurchase",
    "NorthStar",
    "Planner",
    "Predict",
    "PressRoom",
    "PrincipleMap",
    "Principles",
    "PrivacyDial",
    "Recall",
    "Recap",
    "RehearsalCalendar",
    "Rewrite",
    "SideBySide",
    "SilentReading",
    "StarStudio",
    "Stockroom",
    "StoryPortfolio",
    "SurveyBias",
    "Themes",
    "TrustLedger",
    "WeaselHunt",
    "WhoIsTheCustomer",
    "answering",
)


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
