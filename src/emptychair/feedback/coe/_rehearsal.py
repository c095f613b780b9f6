"""What the reader of corrections loads when it is first used, loaded now: for a process whose forks will need it."""

from __future__ import annotations

from emptychair.feedback.coe._review import review

_TEXT = """Impact: 31 of 212 parcels were late for two days from March 3, and 26 customers called.

Timeline:
- March 3: the first customer calls. The desk sends another parcel.
- March 5: the calls are set beside the scans.

Five whys:
1. Why were they late? The label printer had the old list.
2. Why did nobody notice? Nobody compares the lists.

Input metric: Share of labels that match the list, each night; below 100 % nothing is sent.

Actions:
- Nightly comparison with an alarm. Owner: Sam Adeyemi, week 12
"""


def rehearse() -> None:
    """Review a text that has a bit of each part."""
    review(_TEXT)
