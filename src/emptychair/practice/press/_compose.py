"""The draft as one text, the way a reviewer gets it, and where each part stands in it."""

from __future__ import annotations

from functools import lru_cache

from emptychair.feedback import Span
from emptychair.practice.press._draft import REST, Draft

# Titles of sections are for the reader of the document; a printed page does without those of the release (`_html`).
_AROUND = {
    "heading": ("# ", ""),
    "subheading": ("*", "*"),
    "dateline": ("", " —"),
    "problem": ("## Problem\n\n", ""),
    "solution": ("## Solution\n\n", ""),
    "leader_quote": ("## Leader's quote\n\n", ""),
    "customer_quote": ("## Customer's quote\n\n", ""),
    "getting_started": ("## Getting started\n\n", ""),
    "external_faq": ("## Customers' questions (external FAQ)\n\n", ""),
    "internal_faq": ("## Our own questions (internal FAQ)\n\n", ""),
    REST: ("## Not placed yet\n\n", ""),
}


def dressed(name: str, text: str) -> str:
    """Put the marks around a part that Markdown asks for.

    Example:
        >>> dressed("heading", "Hi"), dressed("call_to_action", "They wait.")
        ('# Hi', 'They wait.')
    """
    before, after = _AROUND.get(name, ("", ""))
    return f"{before}{text}{after}"


def undressed(name: str, text: str) -> str:
    """Take them off again, where both are there.

    Example:
        >>> undressed("heading", "# Hi"), undressed("subheading", "*Hi")
        ('Hi', '*Hi')
    """
    before, after = _AROUND.get(name, ("", ""))
    whole = text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after)
    return text[len(before) : len(text) - len(after)] if whole else text


def compose(draft: Draft) -> str:
    """Give the document as a reviewer reads it; what is not placed yet is left out.

    Example:
        >>> print(compose(Draft(heading="Hi", dateline="Dayton, June 7, 2028", summary="Today we opened.")))
        # Hi
        <BLANKLINE>
        Dayton, June 7, 2028 — Today we opened.
    """
    return _composed(draft)[0]


def spans(draft: Draft) -> dict[str, Span]:
    """Say where each written part stands in the composed text, without the marks around it."""
    return dict(_composed(draft)[1])


@lru_cache(maxsize=8)
def _composed(draft: Draft) -> tuple[str, dict[str, Span]]:
    text, found = "", {}
    for name in draft.written():
        if name == REST:
            continue
        joined = name == "summary" and bool(draft.dateline)  # the summary goes on where the dateline ends
        text += " " if joined else "\n\n" if text else ""
        before, _ = _AROUND.get(name, ("", ""))
        start = len(text) + len(before)
        text += dressed(name, draft[name])
        found[name] = Span(start, start + len(draft[name]), draft[name])
    return text, found


def place(draft: Draft, start: int, end: int) -> tuple[str, int, int] | None:
    """Find the part that a place in the composed text lies in, and the place inside it.

    Example:
        >>> place(Draft(heading="Hi", call_to_action="They wait."), 6, 10)
        ('call_to_action', 0, 4)
    """
    for name, span in _composed(draft)[1].items():
        if span.start <= start and end <= span.end:
            return name, start - span.start, end - span.start
    return None
