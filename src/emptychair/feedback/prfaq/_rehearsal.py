"""What the reader of PR/FAQs loads when it is first used, loaded now: for a process whose forks will need it."""

from __future__ import annotations

from emptychair.feedback.prfaq._review import review

_TEXT = """# Harbor Library Readers Get a Held Book the Same Day

*Whoever asks for a book that is out hears the same day when it comes.*

Bristol, May 4, 2027 — Today Harbor Library opened Same-Day Holds to all 3,100 readers of its two branches.

## Problem

Readers who ask for a book wait 19 days and call twice, because nobody tells them that it is back. In 2026 we counted 412 such calls.

## Solution

With Same-Day Holds, a reader gets a message within two hours of the scan. It names the shelf and the last day, so nobody has to call.

## Leader's quote

"Every fourth call was about a book that lay behind my desk," said Ann Reyes, head librarian. "We made people ask."

## Getting started

Open the catalog, choose the book and tap Hold. It takes one minute.

## Customer's quote

"I waited three weeks for one novel," said Tom Okoye, a bus driver. "In April it was there on my way home."

Place a hold at harbor.example/holds or at either desk.

## Customers' questions (external FAQ)

**What does it cost me?**
Nothing.

**What if I cannot come?**
It waits until Friday night, then the next reader gets it.

## Questions of the house (internal FAQ)

**How many readers need it, and what is the market worth?**
3,100 readers place 9,600 holds a year; at $2 a call we spend $824 on them.

**What could go wrong?**
If the scan fails, readers hear nothing. We test it with 60 readers first and stop if more than 5% call.

**How will we know that it works?**
Calls about holds fall from 412 to 100 a year, counted each week.
"""


def rehearse() -> None:
    """Review a document that has a bit of each part."""
    review(_TEXT)
