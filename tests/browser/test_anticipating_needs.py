"""NextPurchase, Stockroom, AnticipatoryShipping and ContactCentre in JupyterLab."""

from __future__ import annotations

import pytest
from lab import Lab
from playwright.sync_api import expect

from emptychair.widgets._desk import texts

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LESSON = "lessons/02_anticipating_needs.ipynb"


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def _bet(lab: Lab, asked: str) -> None:
    bet = lab.scroll_to(lab.widget("Predict").filter(has_text=asked))
    bet.get_by_role("button", name="Commit").click()
    expect(bet.locator(".outcome")).to_be_visible()


def test_next_purchase_by_keyboard(lab: Lab) -> None:
    """Do arrow keys and Enter commit a guess, and is what came told then, and what answers the bet after the bet?"""
    face = lab.face("NextPurchase")
    assert "In week 56" not in face.inner_text()
    expect(face).to_contain_text("Opens once you have committed to an answer above: For how many of 100")
    lab.shoot(face, "next-purchase-closed")
    assert lab.violations(".ec") == []
    face.get_by_role("radio").first.focus()
    lab.page.keyboard.press("Space")
    lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")
    expect(face.locator(".outcome").first).to_contain_text("In week 56 it was a Letter notebook")
    assert "outcome" in lab.page.evaluate("document.activeElement.className")
    expect(face.get_by_role("status")).to_contain_text("First guesses right, of 1")
    _bet(lab, "The chain knows one thing")
    face = lab.face("NextPurchase")
    face.get_by_role("button", name="every page looked at").click()
    expect(face.locator(".chart .read-off")).to_contain_text("Where the chain said 22 %, it came 31 %")
    assert lab.violations(".ec") == []
    lab.shoot(face, "next-purchase")


def test_stockroom_by_keyboard(lab: Lab) -> None:
    """Does a style bring its terms, an order its outcome, and does the focus go along?"""
    face = lab.face("Stockroom")
    expect(face.get_by_role("button", name="Place the order")).to_have_count(0)
    face.get_by_role("radio").first.focus()
    lab.page.keyboard.press("ArrowDown")
    expect(face).to_contain_text("A piece too few costs the margin, $30.85.")
    assert lab.page.evaluate("document.activeElement.type") == "radio"
    lab.shoot(face, "stockroom-order")
    face.get_by_role("spinbutton").fill("200")
    face.get_by_role("button", name="Place the order").click()
    expect(face.locator(".outcome").first).to_have_text("Flannel bedding took off, and you saw it.")
    assert "outcome" in lab.page.evaluate("document.activeElement.className")
    expect(face.locator(".facts")).to_contain_text("10wanted and not there")
    assert lab.violations(".ec") == []
    lab.shoot(face, "stockroom-told")


def test_shipping_answers_quickly(lab: Lab) -> None:
    """Do dials move the figures at once, and is the dial for privacy one of them?"""
    face = lab.face("AnticipatoryShipping")
    expect(face.get_by_role("spinbutton")).to_have_count(0)
    lab.shoot(face, "shipping-closed")
    _bet(lab, "A parcel that is ordered while it is on its way")
    face = lab.face("AnticipatoryShipping")
    face.get_by_role("spinbutton").first.fill("20")
    expect(face.locator(".facts")).to_contain_text("778parcels sent")
    expect(face.get_by_role("status")).to_contain_text("C / (B + C) is 20 %; your line is on it.")
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    face.get_by_role("radio", name="13 weeks").focus()
    lab.page.keyboard.press("Space")
    expect(face.locator(".facts")).to_contain_text("521parcels sent")
    assert lab.violations(".ec") == []
    lab.shoot(face, "shipping")


def test_contact_centre_to_the_end(lab: Lab) -> None:
    """Do ten tags open the rest, does mending a cause lower contacts per order, and do more phones not?"""
    face = lab.face("ContactCentre")
    lab.shoot(face, "contact-listen")
    for place in range(len(texts())):
        expect(face.locator(".exhibit .word")).to_contain_text(f"{place + 1} of 10")
        face.get_by_role("radio", name="The parcel is late or lost").focus()
        lab.page.keyboard.press("Space")
        lab.page.keyboard.press("Tab")
        lab.page.keyboard.press("Enter")
    expect(face.locator(".outcome").first).to_contain_text("3 of 10")
    face.get_by_role("button", name="It does not fit").click()
    expect(face.locator(".read-off", has_text="Most uneven")).to_contain_text("raincoats")
    for fix, head in (("Two more people", "15.8 contacts per 100 orders stayed 15.8"), ("old carrier", "became 13.9")):
        for box in face.get_by_role("checkbox").all():
            box.uncheck()
        face.get_by_role("checkbox", name=fix).check()
        face.get_by_role("button", name="Run the shop").click()
        expect(face.locator(".outcome.section")).to_contain_text(head)
    assert lab.violations(".ec") == []
    lab.shoot(face, "contact-result")


def test_choices_outlive_the_kernel(lab: Lab) -> None:
    """After the lesson is run again, is everything where it was left?"""
    lab.open(LESSON)
    lab.run_all()
    expect(lab.face("NextPurchase").get_by_role("status")).to_contain_text("of 1: you")
    face = lab.face("Stockroom")
    expect(face).to_contain_text("Which style takes off?")  # the second Monday
    face.get_by_role("button", name="Monday 1").click()
    expect(face.locator(".outcome").first).to_contain_text("Flannel bedding took off")
    expect(lab.face("AnticipatoryShipping").locator(".facts")).to_contain_text("521parcels sent")
    expect(lab.face("ContactCentre").locator(".outcome.section")).to_contain_text("became 13.9")
    assert lab.errors() == []
    assert lab.complaints() == []
