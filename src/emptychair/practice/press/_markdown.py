"""A draft as a Markdown file, and back. Each part stands under a mark that a rendered page does not show."""

from __future__ import annotations

import re

from emptychair.practice.press._compose import dressed, undressed
from emptychair.practice.press._draft import Draft, plain

_MARK = re.compile(r"<!-- part: ([a-z_]+) -->")
# A text may hold what looks like a mark; one backslash more makes it none, and one less brings it back.
_LIKE_A_MARK = re.compile(r"<!--(\\*) part:")
_ESCAPED = re.compile(r"<!--\\(\\*) part:")


def to_markdown(draft: Draft) -> str:
    """Give the draft as Markdown that :func:`from_markdown` reads without loss.

    Example:
        >>> print(to_markdown(Draft(heading="Hi", call_to_action="They wait.")), end="")
        <!-- part: heading -->
        # Hi
        <BLANKLINE>
        <!-- part: call_to_action -->
        They wait.
    """
    text = ""
    for name in draft.written():
        joined = name == "summary" and bool(draft.dateline)  # one paragraph; elsewhere a mark has a line of its own
        before, after = (" ", " ") if joined else ("\n\n" if text else "", "\n")
        text += f"{before}<!-- part: {name} -->{after}{dressed(name, _escape(draft[name]))}"
    return text + "\n" if text else ""


def is_marked(text: str) -> bool:
    """Say whether a file has marks of parts."""
    return bool(_MARK.search(text))


def from_markdown(text: str) -> Draft:
    """Read what :func:`to_markdown` wrote, also after somebody has edited it; what stands before the first mark is kept.

    Example:
        >>> from_markdown("Dear all,\\n<!-- part: heading -->\\n# Hi\\n")
        Draft(heading='Hi', rest='Dear all,')
    """
    before, *pieces = _MARK.split(text)
    found: dict[str, list[str]] = {"rest": [plain(before)]}
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        known = name if name in Draft.__dataclass_fields__ else "rest"
        found.setdefault(known, []).append(_unescape(undressed(known, plain(body))))
    return Draft(**{name: "\n\n".join(filter(None, texts)) for name, texts in found.items()})


def _escape(text: str) -> str:
    return _LIKE_A_MARK.sub(r"<!--\\\1 part:", text)


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"<!--\1 part:", text)
