"""Small PR/FAQs for the tests, and the corpus with its front matter cut off."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from emptychair.feedback import Review, prfaq

CORPUS = Path(__file__).resolve().parents[3] / "data" / "corpus"

HEADING = "Small Bakeries Get Paid in Four Days"
DATELINE = "DAYTON, Ohio, June 7, 2028"
SUMMARY = (
    "Larkfield today launched Crumb Ledger for owners of small bakeries. They send one photo of the bill and get the money "
    "in four days, so that nobody waits a month to buy flour."
)
PROBLEM = (
    "A bakery delivers bread to a hotel and waits 60 days for the money. In March 2027 we asked 240 owners; 38% of them had "
    "lost an order worth $410 because they could not pay for flour. Nobody answers when they call the hotel."
)
SOLUTION = (
    "Crumb Ledger reads the photo of the bill and pays the bakery within four days, so no order for flour is lost. The hotel "
    "gets one call on day 30. The owner sees on one page who has paid and who has not."
)
LEADER = '"My mother waited 60 days for one bill and closed the shop because of it," said Ada Lindqvist, founder of Larkfield.'
STARTED = "To start, open the page, enter the bill, and send the photo. It takes 10 minutes."
CUSTOMER = (
    '"I used to borrow from my sister every June," said Rosa Keller, a baker in Dayton. "In May I had $900 in my account '
    'on the fourth day."'
)
CALL = "Try it at larkfield.example."
EXTERNAL = (
    ("Who is it for?", "Bakeries with 2 to 20 people that sell to hotels and schools in Ohio."),
    ("What does it cost?", "1.5% of each bill, $6 on $400. There is no monthly fee."),
    ("How does it work?", "We read the bill, ask the hotel to confirm it within 24 hours, and pay you on day four."),
    ("Why not ask my bank?", "A bank lends at 11% and asks for your house. If your bank pays in four days, keep it."),
    ("Whom do I call for help?", "A person in Dayton, from 5 a.m. to 3 p.m., at 937-555-0199."),
    ("Who sees my data?", "The hotel sees the bill and nothing else. We delete photos after 90 days."),
)
INTERNAL = (
    (
        "How large is the market?",
        "Ohio has 2,400 such bakeries. In our survey 38% would use it: 912. 912 × $480 = $437,760 a year.",
    ),
    (
        "What evidence do we have?",
        "A pilot with 31 bakeries from June to August 2027. The median wait fell from 52 days to 4.",
    ),
    (
        "Who are the competitors?",
        "Two banks offer it above $50,000. They could lower that within 90 days, to about $10,000.",
    ),
    (
        "What is the highest risk?",
        "We rate it high that a bill is false. "
        "We check each hotel by phone. If more than 3 in 1,000 are false in a month, we stop new sign-ups.",
    ),
    ("What do we depend on?", "On one bank, with a contract until 2030, and on the 140 hotels that confirm bills."),
    (
        "What are the phases?",
        "Dayton in June 2028, Columbus in October, and schools in 2029 if 300 bakeries have joined.",
    ),
    ("What do we earn on a bill?", "$6 less $2.10 for money and $1.40 for calls. That leaves $2.50."),
    ("What are we not building?", "No loans and no accounting, since 27 of 31 pilot bakeries have an accountant."),
    ("What did we reject?", "Buying bills at once. It tested faster by two days and lost $9 on each bill."),
    (
        "How do we measure success?",
        "Days to payment (52 now, 4 by December 2028) and bakeries after six months (target 300). "
        "On June 1, 2029 Ada Lindqvist decides: below 150 we stop.",
    ),
)


def markdown(
    *,
    leave: str = "",
    external: tuple[tuple[str, str], ...] = EXTERNAL,
    internal: tuple[tuple[str, str], ...] = INTERNAL,
) -> str:
    """Build a PR/FAQ with headings; ``leave`` names a part to leave out."""
    parts = {
        "heading": f"# {HEADING}",
        "dateline": f"**{DATELINE}** — {SUMMARY}",
        "problem": f"## Problem\n\n{PROBLEM}",
        "solution": f"## Solution\n\n{SOLUTION}",
        "leader_quote": LEADER,
        "getting_started": f"## Getting started\n\n{STARTED}",
        "customer_quote": CUSTOMER,
        "call_to_action": CALL,
        "external_faq": "## External FAQ\n\n" + "\n\n".join(f"**{q}**\n{a}" for q, a in external),
        "internal_faq": "## Internal FAQ\n\n" + "\n\n".join(f"**{q}**\n{a}" for q, a in internal),
    }
    return "\n\n".join(text for name, text in parts.items() if name != leave) + "\n"


def plain() -> str:
    """Build the same document without a heading or a mark."""
    asked = [f"Q: {q}\nA: {a}" for q, a in (*EXTERNAL, *INTERNAL)]
    release = [HEADING, f"{DATELINE} — {SUMMARY}", PROBLEM, SOLUTION, LEADER, STARTED, CUSTOMER, CALL]
    return "\n\n".join((*release, *asked)) + "\n"


class Case(NamedTuple):
    """A document of the corpus and what its front matter says."""

    name: str
    meta: dict[str, str]
    text: str


@cache
def corpus(folder: str = "prfaq") -> tuple[Case, ...]:
    """Read a folder of the corpus."""
    out = []
    for path in sorted((CORPUS / folder).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        meta: dict[str, str] = {}
        if text.startswith("---\n"):
            _, front, text = text.split("---\n", 2)
            meta = {
                key.strip(): value.strip()
                for key, value in (line.split(":", 1) for line in front.splitlines() if ":" in line)
            }
        out.append(Case(path.name, meta, text))
    return tuple(out)


@cache
def reviewed(folder: str = "prfaq") -> tuple[tuple[Case, Review], ...]:
    """Review a folder of the corpus, once for all tests."""
    return tuple((case, prfaq.review(case.text)) for case in corpus(folder))
