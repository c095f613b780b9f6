"""TrustLedger, PrivacyDial and FiveWhys in JupyterLab, as a learner meets them in lesson 04."""

from __future__ import annotations

import pytest
from lab import Lab
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LESSON = "lessons/04_trust_and_failure.ipynb"


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_ledger_is_scheduled_by_keyboard(lab: Lab) -> None:
    """Do a fix and a word to customers, put in by keyboard, lift the end of the line, and does removing bring it back?"""
    face = lab.face("TrustLedger")
    expect(face.locator(".read-off")).to_contain_text("stands at 41 of 100, against 90")
    face.get_by_label("What", exact=True).select_option("Fix: back to the old carrier")
    face.get_by_label("At order", exact=True).focus()
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.type("15")
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")
    expect(face.locator(".read-off")).to_contain_text("stands at 80 of 100")
    face.get_by_label("What", exact=True).select_option("Closed loop: told it is mended")
    face.get_by_label("At order", exact=True).fill("16")
    face.get_by_role("button", name="Schedule it").click()
    expect(face.get_by_role("listitem")).to_have_count(4)
    expect(face.locator(".read-off")).to_contain_text("stands at 84 of 100")
    assert lab.violations(".ec") == []
    lab.shoot(face, "trust-ledger")
    face.get_by_label("At order", exact=True).fill("99")
    expect(face.get_by_role("button", name="Schedule it")).to_be_disabled()
    face.get_by_role("button", name="Remove: A letter that says sorry").click()
    expect(face.get_by_role("listitem")).to_have_count(3)
    expect(face.locator(".read-off")).to_contain_text("stands at 84 of 100")


def test_retention_is_decided(lab: Lab) -> None:
    """Does the dial follow the arrow keys, need a reason, and is the leak told after the decision and not before?"""
    face = lab.face("PrivacyDial")
    expect(face.get_by_role("button", name="Decide")).to_be_disabled()
    expect(face).not_to_contain_text("Then a backup leaked")
    face.get_by_role("slider").first.focus()
    for _ in range(13):
        lab.page.keyboard.press("ArrowLeft")
    expect(face.locator(".read-off")).to_contain_text("With 13 weeks kept, 19.9 of 100")
    face.get_by_label("How long would you keep it").fill("13 weeks, because parcels come sooner.")
    expect(face.get_by_role("list", name="What your reason names")).to_contain_text("does not name what a leak takes")
    face.get_by_label("How long would you keep it").fill(
        "13 weeks: parcels come sooner, and a leak takes less than 3 points of trust."
    )
    expect(face.get_by_role("list", name="What your reason names")).not_to_contain_text("does not name")
    face.get_by_role("button", name="Decide").click()
    expect(face.locator(".outcome")).to_have_text("You decided on 13 weeks.")
    expect(face).to_contain_text("Trust fell by 2.7 points; had nothing been kept, by 1.1.")
    assert lab.violations(".ec") == []
    lab.shoot(face, "privacy-dial")


def test_correction_is_reviewed_as_it_is_typed(lab: Lab) -> None:
    """Is a why that blames remarked on at once, does its card lead to its field, and does a better one take the card away?"""
    face = lab.face("FiveWhys")
    lab.shoot(face, "five-whys-empty")
    face.get_by_text("What people say", exact=True).click()
    expect(face).to_contain_text("Nobody fills a kettle with water here")
    face.get_by_label("Why 1", exact=True).fill("The seal of the batch is too thin.")
    face.get_by_label("Why 2", exact=True).fill("The buyer forgot to ask.")
    found = face.locator(".card", has_text="The chain stops at a person's error.")
    expect(found).to_be_visible()
    assert lab.violations(".ec") == []
    lab.shoot(face, "five-whys")
    found.focus()
    lab.page.keyboard.press("Enter")
    assert lab.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Why 2"
    lab.page.keyboard.press("Control+A")
    lab.page.keyboard.type("The receiving sheet has no line for a water test.")
    expect(found).to_have_count(0)
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save as Markdown").click()
    assert saved.value.suggested_filename == "kettle_seal.md"
    assert "2. The receiving sheet has no line" in saved.value.path().read_text(encoding="utf-8")
    face.get_by_label("Incident").select_option("Refunds take too long.")
    expect(face.get_by_label("Why 1", exact=True)).to_have_value("")
    expect(face).to_contain_text("750 of 1,826 orders were hit")


def test_all_of_it_outlives_the_kernel(lab: Lab) -> None:
    """After the lesson is run again, are events, decision and drafts there?"""
    lab.open(LESSON)
    lab.run_all()
    expect(lab.face("TrustLedger").get_by_role("listitem")).to_have_count(3)
    expect(lab.face("PrivacyDial").locator(".outcome")).to_have_text("You decided on 13 weeks.")
    face = lab.face("FiveWhys")
    expect(face.get_by_label("Incident")).to_have_value("refund_batch")
    face.get_by_label("Incident").select_option("Kettles leak at the seal.")
    expect(face.get_by_label("Why 2", exact=True)).to_have_value("The receiving sheet has no line for a water test.")
    assert lab.errors() == []
    assert lab.complaints() == []
