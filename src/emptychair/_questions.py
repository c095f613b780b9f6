"""The interview questions of ``data/questions.toml``, by id. ``emptychair.practice`` knows more about them."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from functools import cache
from typing import Any

from emptychair._data import data_path
from emptychair._errors import EmptyChairError


@cache
def question_entries() -> dict[str, dict[str, Any]]:
    """Read the file: what stands under each id, in the order of the file."""
    with data_path("questions.toml").open("rb") as file:
        return tomllib.load(file)


def question_entry(name: str) -> dict[str, Any]:
    """Give what the file says about a question.

    Raises:
        EmptyChairError: no question has this id; the message names the nearest ones.
    """
    bank = question_entries()
    if name not in bank:
        near = get_close_matches(name, bank, n=3, cutoff=0.3) or sorted(bank)[:3]
        raise EmptyChairError(f"There is no question {name!r} in data/questions.toml. Did you mean {', '.join(near)}?")
    return bank[name]


def question_text(name: str) -> str:
    """Give the wording of a question.

    Raises:
        EmptyChairError: no question has this id; the message names the nearest ones.

    Example:
        >>> question_text("angry_customer")
        'Tell me about a time you dealt with an angry customer.'
    """
    text: str = question_entry(name)["text"]
    return text
