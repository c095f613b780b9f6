"""Themes and its numbers without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from emptychair import shop
from emptychair._data import data_path
from emptychair._progress import HOME
from emptychair.shop.measures import theme_scores
from emptychair.widgets import Themes
from emptychair.widgets._theme_numbers import Counted, count_themes, found_themes, to_read, worth_of_fixes
from emptychair.widgets.themes import theme_rows, worth_told


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_data_file() -> None:
    """Are there 4,000 reviews of the default world, each once, with themes that the shop knows, mostly the right ones?"""
    table = pd.read_csv(data_path("themes.csv"), keep_default_na=False)
    truth = shop.load().truth.reviews.set_index("review_id")["themes"].fillna("")
    assert list(table.columns) == ["review_id", "themes"]
    assert len(table) == 4000
    assert table["review_id"].is_unique
    scores = theme_scores([truth[it].split() for it in table["review_id"]], [it.split() for it in table["themes"]])
    assert scores["macro"] > 0.9
    assert scores.min() > 0.8


def test_counts() -> None:
    """Are mentions, complaints and recent ones counted apart?"""
    rows = pd.DataFrame(
        {"theme": ["leaks", "leaks", "gift", "leaks"], "week": [1, 77, 60, 52], "rating": [1, 3, 5, 4], "text": ""}
    )
    assert count_themes(rows, 78) == (Counted("leaks", 3, 2, 2, 1), Counted("gift", 1, 0, 1, 0))


def test_rows_of_nothing() -> None:
    """Is a list without complaints no division by zero?"""
    assert theme_rows((Counted("gift", 1, 0, 1, 0),), "all")[0]["cumulative"] == 0


@pytest.mark.parametrize("weeks", ["all", "lately"])
def test_rows_of_the_shop(weeks: str) -> None:
    """Are rows in order, and do their shares run up to 100?"""
    rows = theme_rows(count_themes(found_themes(), 78), weeks)
    complaints = [row["complaints"] for row in rows]
    assert complaints == sorted(complaints, reverse=True)
    shares = [row["cumulative"] for row in rows]
    assert shares == sorted(shares)
    assert shares[-1] == 100


def test_reviews_are_real_and_newest_first() -> None:
    """Is each review a complaint that the shop has, about the theme, the newest first?"""
    texts = set(shop.load().reviews["text"].dropna())
    shown = to_read(found_themes(), "leaks")
    assert {it.text for it in shown} <= texts
    assert all(it.stars <= 3 for it in shown)
    assert [it.week for it in shown] == sorted((it.week for it in shown), reverse=True)


def test_worth_of_fixes_is_the_simulators() -> None:
    """Is the worth what two runs differ in, in another world too?"""
    world = shop.simulate(customers=800, weeks=78, seed=11)
    worth = worth_of_fixes(world)
    assert len(worth) == 9
    base = shop.run(world)
    mended = shop.run(world, shop.Policy(fixes=(shop.Fix("kettle_seal", base.start),)))
    assert worth["leaks"].profit_usd == round(mended.profit_usd - base.profit_usd)
    assert worth["leaks"].contacts == base.weeks["contacts"].sum() - mended.weeks["contacts"].sum()


def test_lesson_asks_for_the_fix_that_earns_most() -> None:
    """Is the right choice of the prediction the simulator's, among the five that it names?"""
    from emptychair._predictions import prediction

    worth = worth_of_fixes(shop.load())
    themes = ["late_delivery", "slow_refund", "not_as_pictured", "leaks", "cannot_sign_in"]
    assert len(prediction("fix_first").choices) == len(themes)
    assert prediction("fix_first").truth == max(range(5), key=lambda place: worth[themes[place]].profit_usd)


def test_told_without_a_cause() -> None:
    """Does it say that some complaints have no single cause?"""
    told = worth_told(worth_of_fixes(shop.load()), "too_expensive")
    assert "nothing to mend once and for all" in told["said"]
    assert "Most dollars: not as pictured, 9,374." in told["best"]


def test_decision_is_made_once_and_kept() -> None:
    """Is worth told after the decision only, and does the first decision stay?"""
    face = Themes()
    assert face.view["told"] is None
    assert "9,374" not in json.dumps(face.view)
    face.choice = {**face.choice, "theme": "leaks", "page": 2}
    assert face.choice["page"] == 0  # another theme begins at its first page
    face.choice = {**face.choice, "first": "leaks"}
    face.choice = {**face.choice, "first": "gift"}
    assert Themes().choice["first"] == "leaks"
    assert "leaks" in Themes().view["told"]["said"]
    assert repr(Themes()) == "Themes: what 4,000 reviews say, and what to fix first"
