"""A draft: a text for each part of a PR/FAQ, and one for what belongs to none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

REST: Final = "rest"
"""What an imported document holds beside the parts; it is kept and exported, and it is not reviewed."""

# What XML 1.0, and so a Word file, cannot hold: control characters, halves of surrogate pairs, two that are no characters.
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Give the text as every file format can hold it: one kind of line end, no control characters, no blanks around it.

    Example:
        >>> plain(" One\\r\\ntwo\\x00. ")
        'One\\ntwo.'
    """
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a PR/FAQ, each a text in Markdown; one that is not written yet is empty.

    Example:
        >>> Draft(heading=" Riders Go Home When Ready ").heading
        'Riders Go Home When Ready'
    """

    heading: str = ""
    subheading: str = ""
    dateline: str = ""
    summary: str = ""
    problem: str = ""
    solution: str = ""
    leader_quote: str = ""
    getting_started: str = ""
    customer_quote: str = ""
    call_to_action: str = ""
    external_faq: str = ""
    internal_faq: str = ""
    rest: str = ""

    def __post_init__(self) -> None:
        for it in fields(self):
            object.__setattr__(self, it.name, plain(getattr(self, it.name)))

    def __getitem__(self, name: str) -> str:
        text: str = getattr(self, name)
        return text

    def written(self) -> tuple[str, ...]:
        """Name the parts that hold anything, in order.

        Example:
            >>> Draft(problem="They wait.", heading="Hi").written()
            ('heading', 'problem')
        """
        return tuple(it.name for it in fields(self) if self[it.name])

    def having(self, **texts: str) -> Draft:
        """Give the draft with other texts in some parts.

        Example:
            >>> Draft(heading="Hi").having(problem="They wait.").written()
            ('heading', 'problem')
        """
        return replace(self, **texts)

    def as_dict(self) -> dict[str, str]:
        """Give the parts that hold anything, for a file or a face."""
        return {name: self[name] for name in self.written()}

    @classmethod
    def of(cls, texts: Mapping[str, Any]) -> Draft:
        """Make a draft of what was kept; anything that is no text of a part is left out.

        Example:
            >>> Draft.of({"heading": "Hi", "unknown": "x", "problem": None})
            Draft(heading='Hi')
        """
        known = {it.name for it in fields(cls)}
        return cls(**{name: text for name, text in texts.items() if name in known and isinstance(text, str)})

    def __repr__(self) -> str:
        return f"Draft({', '.join(f'{name}={text!r}' for name, text in self.as_dict().items())})"
