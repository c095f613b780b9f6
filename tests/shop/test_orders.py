"""The fate of an order."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop._causes import causes
from emptychair.shop._orders import ask, befall, luck_of, pieces, price
from emptychair.shop._settings import CATEGORIES, CHANNELS, REASONS, REGIONS, setting

CAUSES = causes(1)
NAMES = [cause.name for cause in CAUSES]
MANY = 20_000
PLAIN = {"category": "umbrellas", "region": "south", "channel": "web", "used_code": 0}


def orders(**where: object) -> dict[str, np.ndarray]:
    """Many orders of one kind."""
    kind = PLAIN | where
    codes = {
        "category": CATEGORIES.index(str(kind["category"])),
        "region": REGIONS.index(str(kind["region"])),
        "channel": CHANNELS.index(str(kind["channel"])),
        "used_code": int(str(kind["used_code"])),
    }
    who = np.arange(MANY)
    return {"customer": who, "tries": np.zeros_like(who)} | {name: np.full(MANY, code) for name, code in codes.items()}


def happen(rate: float = 1.0, **where: object) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray], object]:
    """Orders of one kind, their luck and their fate, with every cause at this rate."""
    placed = orders(**where)
    luck = luck_of(1, placed["customer"], placed["tries"])
    chance = np.full((len(CAUSES), 1), rate)
    zeros = np.zeros(MANY, int)
    return placed, luck, befall(1, CAUSES, chance, placed, luck, zeros, zeros == 1)


@pytest.mark.parametrize(
    ("where", "hit"),
    [
        ({}, set()),
        ({"category": "raincoats"}, {"size_chart"}),
        ({"category": "toys"}, {"kit_shortage"}),
        ({"category": "backpacks", "region": "north"}, {"kit_shortage", "north_carrier"}),
        ({"category": "kettles", "channel": "app"}, {"kettle_seal", "login_loop"}),
        ({"category": "lamps", "used_code": 1}, {"thin_box", "code_ignored"}),
        ({"category": "bedding", "channel": "phone"}, {"warm_photo"}),
    ],
)
def test_befall_hits_only_what_can_be_hit(where: dict[str, object], hit: set[str]) -> None:
    """Is an order hit by exactly the causes it is exposed to, and by slow refunds only if it came back?"""
    _, _, fate = happen(**where)
    found = {name for name, row in zip(NAMES, fate.hit, strict=True) if row.any()}
    assert found - {"refund_batch"} == hit
    assert (fate.hit[NAMES.index("refund_batch")] == fate.returned).all()


def test_befall_when_the_carrier_is_late() -> None:
    """Does the new carrier deliver after the promised day, and do the others mostly keep it?"""
    _, _, late = happen(region="north")
    _, _, usual = happen(rate=0.0)
    assert late.late.mean() > 0.9
    assert 0.02 < usual.late.mean() < 0.08


def test_befall_sends_more_back_where_something_is_wrong() -> None:
    """Do returns rise by what the cause says?"""
    _, _, usual = happen(rate=0.0, category="kettles")
    _, _, leaking = happen(category="kettles")
    base = setting("order")["returns"]["kettles"]
    assert usual.returned.mean() == pytest.approx(base, abs=0.006)
    assert leaking.returned.mean() == pytest.approx(
        1 - (1 - base) * (1 - CAUSES[NAMES.index("kettle_seal")].returns), abs=0.015
    )


def test_ask_gives_the_planted_contact_rate() -> None:
    """Do orders that were hit lead to contacts of the cause's reason, as often as planted?"""
    placed, luck, fate = happen(category="kettles")
    asked = ask(1, CAUSES, placed, luck, fate)
    seal = NAMES.index("kettle_seal")
    planted = asked.cause == seal
    assert set(asked.reason[planted]) == {REASONS.index("defective")}
    assert planted.sum() / MANY == pytest.approx(CAUSES[seal].contacts, abs=0.015)


def test_ask_when_all_is_well() -> None:
    """Are everyday contacts few, without a cause, and of every reason?"""
    placed, luck, fate = happen(rate=0.0)
    asked = ask(1, CAUSES, placed, luck, fate)
    base = sum(setting("contact")["base"].values())
    assert (asked.cause == -1).all()
    assert len(asked.place) / MANY == pytest.approx(base + fate.late.mean() * setting("contact")["late"], abs=0.005)
    assert set(asked.reason) == set(range(len(REASONS)))


def test_price_when_a_code_is_dropped() -> None:
    """Is the price lower with a code, and not if the code was dropped?"""
    charged = price(np.full(3, 50.0), np.array([False, True, True]), np.array([False, False, True]))
    assert charged.tolist() == [50.0, 45.0, 50.0]


def test_pieces_are_mostly_one() -> None:
    """Are two pieces rare and three rarer?"""
    counts = np.bincount(pieces(np.linspace(0, 1, 1000, endpoint=False)), minlength=4)
    assert counts.tolist() == [0, 880, 90, 30]
