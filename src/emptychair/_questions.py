"""The interview questions of ``data/questions.toml``, by id."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from functools import cache

from emptychair._data import data_path
from emptychair._errors import EmptyChairError


@cache
def _bank() -> dict[str, str]:
    with data_path("questions.toml").open("rb") as file:
        return {name: entry["text"] for name, entry in tomllib.load(file).items()}


def question_text(name: str) -> str:
    """Give the wording of a question.

    Raises:
        EmptyChairError: no question has this id; the message names the nearest ones.

    Example:
        >>> question_text("angry_customer")
        'Tell me about a time you dealt with an angry customer.'
    """
    bank = _bank()
    if name not in bank:
        near = get_close_matches(name, bank, n=3, cutoff=0.3) or sorted(bank)[:3]
        raise EmptyChairError(f"There is no question {name!r} in data/questions.toml. Did you mean {', '.join(near)}?")
    return bank[name]
