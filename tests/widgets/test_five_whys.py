"""FiveWhys without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair._progress import HOME, keep, kept
from emptychair.feedback import coe
from emptychair.practice import scenarios
from emptychair.widgets import FiveWhys
from emptychair.widgets._correction import ACTIONS, FIELDS, readable, written
from emptychair.widgets.five_whys import CHOSEN, MOST, SHELF, five_whys_view

DRAFT = {
    "impact": "315 of 1,823 kettle orders leaked from week 37 to week 78, and 286 customers had one.",
    "timeline": "Week 37: first kettles sent.\nWeek 38: a customer calls.\nWeek 78: the batch is stopped.",
    "whys-0": "The seal of the batch is too thin.",
    "whys-1": "Goods in counts boxes and fills no kettle.",
    "whys-2": "The buyer forgot to ask.",
    "metric": "Kettle sales per week.",
    "actions-0-what": "Be more careful",
    "actions-1-what": "Water test on the receiving sheet",
    "actions-1-owner": "Priya Nair",
    "actions-1-date": "June 3",
}


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_empty_form() -> None:
    """Is nothing scolded before anything is written, and are facts, notes and metrics there?"""
    view = five_whys_view("kettle_seal", {})
    assert (view["findings"], view["gates"], view["verdict"]) == ([], [], "nothing written yet")
    assert {one["level"] for one in view["criteria"]} == {1}
    assert "315 of 1,823" in " ".join(view["facts"])
    assert len(view["metrics"]) == 3


def test_findings_lead_to_their_fields() -> None:
    """Does each remark point to the field that it is about?"""
    found = five_whys_view("kettle_seal", DRAFT)["findings"]
    fields = {it["message"]: it["field"] for it in found}
    assert fields["The chain stops at a person's error."] == "whys-2"
    assert fields["“sales” is a result."] == "metric"
    assert fields["“Be more careful” is a wish."] == "actions-0-what"


def test_what_is_not_written_yet_is_no_fault() -> None:
    """Are empty parts named in a line, and not scolded for one by one?"""
    view = five_whys_view("kettle_seal", {"whys-0": "The buyer forgot to ask."})
    assert view["left"] == "Still to write: Impact, Timeline, Input metric, Actions."
    assert view["gates"] == []
    assert {it["field"] for it in view["findings"]} == {"whys-0"}
    assert five_whys_view("kettle_seal", DRAFT)["left"] == ""


def test_blanks_stop_a_draft() -> None:
    """Is a bracket that was left standing a gate?"""
    view = five_whys_view("kettle_seal", {**DRAFT, "whys-3": "It could happen because [what let it through]."})
    assert "[what let it through]" in view["gates"][0]["message"]


def test_text_of_a_draft_is_read_as_its_parts() -> None:
    """Does the reader find in the text what stands in the fields?"""
    found = coe.parse(written(DRAFT, "Kettles").text)
    assert found.missing == ()
    assert found.whys is not None
    assert [it.text for it in found.whys.items] == [DRAFT[f"whys-{n}"] for n in range(3)]
    assert found.actions is not None
    assert len(found.actions.items) == 2


def test_markdown_is_what_is_reviewed() -> None:
    """Is the score that of the text that is saved?"""
    view = five_whys_view("kettle_seal", DRAFT)
    assert coe.review(view["markdown"]).score == view["score"]
    assert view["markdown"].startswith("# Kettles leak at the seal\n\n## Impact\n")
    assert "- Water test on the receiving sheet — owner: Priya Nair — by June 3" in view["markdown"]


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=40)))
def test_places_of_any_draft(draft: dict[str, str]) -> None:
    """Does each place of the text know its field?"""
    page = written(readable(draft), "Title")
    for name, start, end in page.places:
        assert page.field_at(start) == page.field_at(max(start, end - 1)) == name
    assert all(len(it["message"]) for it in five_whys_view("kettle_seal", readable(draft))["findings"])


def test_at_most_so_many_findings() -> None:
    """Are there never more than can be read, and is it said how many are left?"""
    view = five_whys_view("kettle_seal", {f"actions-{n}-what": "Be more careful" for n in range(ACTIONS)})
    assert len(view["findings"]) == MOST
    assert view["more"].startswith("and ")


def test_drafts_are_kept_for_each_incident() -> None:
    """Is a draft there again, beside those of other incidents, and the one that was open last opened first?"""
    face = FiveWhys()
    face.draft = {**face.draft, "impact": "315 customers"}
    face.cause = "refund_batch"
    assert face.draft["impact"] == ""
    face.draft = {**face.draft, "metric": "Days"}
    assert kept(SHELF) == {
        "kettle_seal": {"impact": "315 customers"},
        "refund_batch": {"metric": "Days"},
        CHOSEN: "refund_batch",
    }
    again = FiveWhys()
    assert (again.cause, again.draft["metric"]) == ("refund_batch", "Days")
    assert FiveWhys("kettle_seal").draft["impact"] == "315 customers"
    again.draft = {**again.draft, "metric": ""}
    assert FiveWhys().draft["metric"] == ""


@pytest.mark.parametrize("entry", [None, 3, "x", [], {"impact": 3}, {"gift": "x"}])
def test_draft_that_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    for it in scenarios():
        keep(SHELF, it.cause, entry)
    keep(SHELF, CHOSEN, entry)
    assert set(FiveWhys().draft.values()) == {""}


def test_incident_that_is_not_there() -> None:
    """Is the mistake named, in the lesson and from the browser?"""
    with pytest.raises(EmptyChairError, match="kettle_seal"):
        FiveWhys("kettles")
    face = FiveWhys()
    face.cause = "kettles"
    assert face.view["cause"] == "kettle_seal"


def test_text_form_does_not_depend_on_what_is_kept() -> None:
    """Does nbval see the same lesson whatever was written?"""
    before = (repr(FiveWhys()), FiveWhys().static_html())
    FiveWhys().cause = "refund_batch"
    assert (repr(FiveWhys()), FiveWhys().static_html()) == before
    assert json.loads(json.dumps(FiveWhys().view)) == FiveWhys().view
