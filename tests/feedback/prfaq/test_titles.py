"""The parser: headings in other words, over sections, quotations and questions."""

import pytest
from feedback.prfaq.documents import EXTERNAL, INTERNAL, PROBLEM, SOLUTION, STARTED, markdown

from emptychair.feedback import prfaq

HEADINGS = {
    "problem": (
        "Problem; The challenge; What goes wrong; Pain points; Why it matters; The need; The opportunity; Background; Status quo; "
        "The situation today; What customers told us; How it is today; What it is like today; The trouble with bills; "
        "Before Crumb Ledger; Frustrations; The gap; How it was; Until now; Where it hurts; How things were"
    ),
    "solution": (
        "Solution; What it does; How it works; What changes; Our answer; How Crumb Ledger helps; The product; Features and benefits; "
        "What is new; What's new; Introducing Crumb Ledger; Our vision; The service; The fix; From now on; What is different; "
        "What we built; How it is now"
    ),
    "getting_started": (
        "Getting started; Get started; How to start; How it begins; How to begin; First steps; Quick start; In three steps; Set-up; "
        "Onboarding; How to use it; How to order; Customer experience; How to join; Joining"
    ),
}
OVER_QUOTES = {
    "leader_quote": (
        "Leader's quote; A quote from our leader; Spokesperson quote; Executive quote; Company quote; From the team; Founder's quote; "
        "Why we built it; From the president; From the founder; From the CEO; A word from leadership"
    ),
    "customer_quote": (
        "Customer's quote; Customer testimonial; Testimonials; What customers say; What Rosa says; Rosa's view; Customer voice; "
        "Voice of the customer; User quote"
    ),
}
OVER_QUESTIONS = {
    "external_faq": (
        "External FAQ; Customer FAQ; Questions from users; Q&A for customers; Questions others ask; Public Q and A; "
        "Questions parents ask; Bakers ask; Questions from households"
    ),
    "internal_faq": (
        "Internal FAQ; Questions from finance; Hard questions; Stakeholder questions; Questions from the board; Q & A for the team; "
        "Leadership questions"
    ),
}


def _each(named: dict[str, str]) -> list[tuple[str, str]]:
    return [(part, title) for part, titles in named.items() for title in titles.split("; ")]


@pytest.mark.parametrize(("part", "title"), _each(HEADINGS))
def test_section_is_found_when_its_heading_has_other_words(part: str, title: str) -> None:
    """Is a section found by what its heading says, and with the whole of its text?"""
    usual = {"problem": "Problem", "solution": "Solution", "getting_started": "Getting started"}[part]
    found = getattr(prfaq.parse(markdown().replace(f"## {usual}\n", f"## {title}\n")), part)
    assert found is not None
    assert found.text == {"problem": PROBLEM, "solution": SOLUTION, "getting_started": STARTED}[part]


@pytest.mark.parametrize(("part", "title"), _each(OVER_QUOTES))
def test_quote_is_told_apart_when_its_heading_says_whose_it_is(part: str, title: str) -> None:
    """Does the heading decide, where the attribution says nothing?"""
    said = '"The bill came late, and the flour was gone," said Ada Moe.'
    top = "# Heading for bakers\n\nDAYTON, May 3, 2027 — Acme today launched Zip."
    release = f"{top}\n\n## Problem\n\n{PROBLEM}\n\n## Solution\n\n{SOLUTION}"
    assert part in prfaq.parse(f"{release}\n\n## {title}\n\n{said}\n").found()


@pytest.mark.parametrize(("part", "title"), _each(OVER_QUESTIONS))
def test_side_of_the_questions_is_known_when_the_heading_has_other_words(part: str, title: str) -> None:
    """Do all questions go to the side that the heading names?"""
    usual, other = {
        "external_faq": ("External FAQ", "internal_faq"),
        "internal_faq": ("Internal FAQ", "external_faq"),
    }[part]
    found = prfaq.parse(markdown(leave=other).replace(f"## {usual}\n", f"## {title}\n"))
    assert len(getattr(found, part)) == len({"external_faq": EXTERNAL, "internal_faq": INTERNAL}[part])
