"""A stranger's words on their way to people, terminals and files."""

from __future__ import annotations

import re

# control characters, what turns the direction of reading around, halves of characters, what XML cannot hold
_UNREADABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: str) -> str:
    """Replace what would move a cursor, turn a line around, or not go into a file at all.

    Example:
        >>> readable("caf\\u00e9 \\x1b[2J\\ud800")
        'café �[2J�'
    """
    return _UNREADABLE.sub("\ufffd", text)
