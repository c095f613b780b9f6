"""What the reader of PR/FAQs loads when it is first used, loaded now: for a process whose forks will need it."""

from __future__ import annotations

from emptychair.feedback import prfaq
from emptychair.practice.press._examples import points_alone, sample
from emptychair.practice.press._markdown import to_markdown


def rehearse() -> None:
    """Review a whole document, and a part that leaves something to say."""
    prfaq.review(to_markdown(sample("tern_lane")))
    points_alone("heading", "Transit Unveils a Solution")
