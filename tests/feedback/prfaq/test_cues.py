"""Cues that the corpus hardly has: each is heard here, and every cue of the lists stands in some text of ours."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from feedback.prfaq.documents import CORPUS, PROBLEM, SOLUTION, markdown

from emptychair.feedback import prfaq
from emptychair.feedback.prfaq._asked import _line
from emptychair.feedback.prfaq._cues import _phrase, hits
from emptychair.feedback.prfaq._substance import people_in, vague

TOP = f"# Heading for bakers\n\nDAYTON, May 3, 2027 — Acme today launched Zip.\n\n{PROBLEM}\n\n{SOLUTION}\n\n"
LEADERS = (
    "CTO; COO; CFO; CPO; co-founder; cofounder; SVP of Sales; EVP; executive director; GM of the mill; product manager; program manager; "
    "program lead; product owner; who heads the mill; who built the scale; chairman; chairperson; dean; superintendent; "
    "minister; spokeswoman; senior manager; principal engineer"
)
CUSTOMERS = (
    "who used it for a month; a beta user; father of two; a subscriber; a shopper; a visitor; who keeps bees; a caregiver; a tenant; "
    "a night nurse; who farms near Lodi"
)
FIRST_LINES = (
    "Embargoed until May 3; EMBARGO; News release; PR FAQ; Media contact: Ana Ruiz; Internal use only; FOR IMMEDIATE RELEASE; "
    "Press release; Draft; Confidential"
)
STARTS = (
    "To set up, open the page and enter the bill",
    "To use the scale, place a box on it and wait",
    "Begin by opening the page",
    "Start by opening the page",
    "Setup takes ten minutes",
    "Sign-up takes ten minutes",
    "Signing up takes ten minutes",
    "Step 1: open the page",
    "Step one: open the page",
    "Starting takes ten minutes",
    "Joining takes ten minutes",
    "To enroll, open the page",
    "A baker starts by opening the page",
)
CALLS = (
    "Apply at larkfield.example",
    "Register at larkfield.example",
    "Available from larkfield.example",
    "Join at larkfield.example",
)
THINGS = (
    "computers layers powers printers chargers towers stickers folders markers monitors mirrors banners trailers routers trackers rollers "
    "boilers dishwashers transistors remainders rumors favors vapors boosters timers shoulders helpers quavers cancers fibers"
)
PEOPLE = (
    "men chefs mechanics librarians musicians startups athletes widows migrants refugees mothers fathers museums hospitals libraries "
    "churches charities nonprofits businesses firms hotels theaters studios laboratories labs universities colleges offices agencies "
    "clubs towns villages"
)
ENDINGS = (
    "we switch off the line; we shut down the line; it is a no go; we revert the change; we refund all of them; "
    "we do not launch; we wind down the trial; we walk away"
)
CONDITIONS = "exceeds 3 in 1,000; falls under 40 a week"
VAGUE = "typically; large numbers; ongoing; long term; to be decided; TBD; no doubt; awesome; game-changer; unmatched"
DECISIONS = (
    "we ask the board for a yes; we request $4,000; we need a yes by May; we will report in June; the next step is a call; "
    "let us stop it; this means we stop; which means a stop; by Monday we know"
)


@pytest.mark.parametrize("title", LEADERS.split("; "))
def test_quote_is_the_leader_s_when_this_is_the_title(title: str) -> None:
    """Does this title speak for a company?"""
    assert (
        "leader_quote" in prfaq.parse(f'{TOP}"The scale was off by two pounds a day," said Ada Moe, {title}.\n').found()
    )


@pytest.mark.parametrize("role", CUSTOMERS.split("; "))
def test_quote_is_the_customer_s_when_this_is_the_role(role: str) -> None:
    """Does this role speak for a customer, beside a leader who has none of these?"""
    leader = '"We wanted a scale that is right," said Ike Noor, founder of Acme.'
    found = prfaq.parse(f'{TOP}{leader}\n\n"The scale was off by two pounds a day," said Ada Moe, {role}.\n')
    assert found.customer_quote is not None
    assert role in found.customer_quote.text


@pytest.mark.parametrize("line", FIRST_LINES.split("; "))
def test_heading_is_found_when_another_line_stands_above(line: str) -> None:
    """Is a first line that every press release has not taken for its heading?"""
    found = prfaq.parse(f"{line}\n\n{markdown()}")
    assert found.heading is not None
    assert found.heading.text == "Small Bakeries Get Paid in Four Days"


@pytest.mark.parametrize("start", STARTS)
def test_first_steps_are_found_when_they_begin_so(start: str) -> None:
    """Are first steps known by their opening words, without a heading?"""
    found = prfaq.parse(
        f"{TOP}{start}. Send the photo, and read the page.\n\nFAQ\n\nQ: Why?\nA: Because.\n"
    ).getting_started
    assert found is not None
    assert found.text.startswith(start)


@pytest.mark.parametrize("call", CALLS)
def test_call_to_action_is_found_when_it_is_worded_so(call: str) -> None:
    """Is a last line with an address the call to action?"""
    assert prfaq.parse(f"{TOP}{call}.\n\nFAQ\n\nQ: Why?\nA: Because.\n").call_to_action is not None


def test_people_are_told_from_things() -> None:
    """Is a noun for people heard, and a thing that ends like one not?"""
    assert [it for it in PEOPLE.split() if not people_in(f"for {it} in Ohio")] == []
    assert [it for it in THINGS.split() if people_in(f"the {it}")] == []


@pytest.mark.parametrize("ending", ENDINGS.split("; "))
def test_line_at_which_we_stop_is_found_when_it_ends_so(ending: str) -> None:
    """Is a condition with a number followed by an end?"""
    assert _line(f"If more than 3 in 1,000 fail in a month, {ending}.")
    assert not _line("If more than 3 in 1,000 fail in a month, we are sad.")


@pytest.mark.parametrize("condition", CONDITIONS.split("; "))
def test_line_at_which_we_stop_is_found_when_the_condition_is_worded_so(condition: str) -> None:
    """Is the condition heard without an "if"?"""
    assert _line(f"The day the rate {condition}, we stop.")


@pytest.mark.parametrize("word", VAGUE.split("; "))
def test_word_dodges_or_praises(word: str) -> None:
    """Does it count against the text?"""
    assert vague(f"It is {word} here.") == 1


@pytest.mark.parametrize("said", DECISIONS.split("; "))
def test_decision_is_heard(said: str) -> None:
    """Does the sentence ask or decide?"""
    assert hits("decisions", f"{said}.")


def test_every_cue_stands_in_a_text_of_ours() -> None:
    """Is there no cue that neither the corpus nor a table of these tests has?"""
    here = Path(__file__).resolve().parents[1]
    sources = [*CORPUS.glob("*prfaq/*.md"), *here.rglob("*.py")]
    ours = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    book = tomllib.loads(files("emptychair.feedback").joinpath("lexicon/prfaq.toml").read_text(encoding="utf-8"))
    listed = [(name, phrase) for name, entry in book.items() for phrase in entry.get("words", ())]
    unheard = [it for it in listed if not re.search(rf"(?<![\w-]){_phrase(it[1])}(?!\w)", ours, re.IGNORECASE)]
    assert unheard == []
