"""Give each block of the press release its part: by its heading, by what stands in it, and by its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._text import sentences
from emptychair.feedback.prfaq._blocks import Block
from emptychair.feedback.prfaq._cues import hits, pattern

MOST = 80
"""Blocks of a press release that are looked at; the advice is one page."""
_TITLES = ("getting_started", "call_to_action", "problem", "solution", "summary", "leader_quote", "customer_quote")
_CONTACT = re.compile(
    r"\w\.(?:com|org|net|example|io|gov|edu|co|app|test)\b|https?://|www\.|\S@\S|`[^`]{2,40}`"
    r"|\b\d{2,3}-\d{3,4}\b|\b0\d{2,4}(?: ?\d{3,4}){1,3}\b|\+\d{1,3} ?\d{2,}",
    re.IGNORECASE,
)
_BEGINS = ("starts by", "begins by")
_FIRST_WORD = re.compile(r"(?:^|[.!:]\s+|\n\s*(?:\d{1,2}[.)]|[-*•])\s+|^\d{1,2}[.)]\s+|^[-*•]\s+)[*_\s]*([A-Za-z]+)")


class Part(NamedTuple):
    """A block and the part it plays; "" for none."""

    block: Block
    role: str


def contact(text: str) -> bool:
    """Is there an address, a number or a page where one can go?

    Example:
        >>> contact("Try it at farol.example/understudy."), contact("Reach out soon.")
        (True, False)
    """
    return bool(_CONTACT.search(text))


def orders(text: str) -> int:
    """Count the sentences and items that open with an instruction."""
    return sum(1 for match in _FIRST_WORD.finditer(text) if pattern("imperatives").fullmatch(match[1]))


def roles(some: tuple[Block, ...], names: frozenset[str], last_start: int) -> list[Part]:
    """Give roles to the blocks between summary and FAQ, quotations left out.

    Args:
        some: the blocks.
        names: words of the product's name.
        last_start: where the last block of the release begins, quotations included.
    """
    parts = [Part(block, _titled(block, names) or _plain(block)) for block in some[:MOST]]
    parts = _first_steps(_last_call(parts), last_start)
    free = [i for i, part in enumerate(parts) if part.role == ""]
    taken = {part.role for part in parts}
    if "problem" in taken and "solution" in taken:
        return parts
    scores = [_lean(parts[i].block, names) for i in free]
    if "problem" in taken:
        cut = 0
    elif "solution" in taken:
        cut = len(free)
    else:
        cut = _cut(scores)
    for rank, i in enumerate(free):
        parts[i] = parts[i]._replace(role="problem" if rank < cut else "solution")
    return parts


def _titled(block: Block, names: frozenset[str]) -> str:
    if not block.title:
        return ""
    found = {role: hits(f"head_{role}", block.title) for role in _TITLES}
    if found["problem"] and found["solution"]:
        found["problem" if any(word in block.title for word in names) else "solution"] = 0
    if any(word in block.title for word in names) and found["solution"]:
        return "solution"
    role = max(_TITLES, key=lambda name: found[name])
    if not found[role] or role.endswith("quote") or role == "summary":
        return ""
    if role in ("solution", "problem") and block.words <= 30 and not block.listed and contact(block.text):
        return "call_to_action"
    return role


def _plain(block: Block) -> str:
    """Read a block without a telling heading."""
    opening = block.text[:160]
    sentences_that_order = orders(block.text[:1500])
    if block.listed and sentences_that_order >= 2:
        return "getting_started"
    start = pattern("start_cues").search(opening)
    if (
        start
        and (start.start() <= 2 or start[0].lower() in _BEGINS or sentences_that_order >= 2)
        and block.words <= 120
    ):
        return "getting_started"
    if sentences_that_order >= 3 and block.words <= 110:
        return "getting_started"
    if block.words <= 45 and contact(block.text) and (hits("action_cues", block.text) or block.words <= 28):
        return "call_to_action"
    if block.words <= 45 and hits("action_cues", block.text) and sentences_that_order:
        return "call_to_action"
    return ""


def _last_call(parts: list[Part]) -> list[Part]:
    """Of several calls to action the last counts; a short one above the solution is a sentence of its section."""
    calls = [i for i, part in enumerate(parts) if part.role == "call_to_action"]
    for i in calls[:-1]:
        titled = bool(hits("head_call_to_action", parts[i].block.title))
        if not titled:
            parts[i] = parts[i]._replace(role="")
    return parts


def _first_steps(parts: list[Part], last_start: int) -> list[Part]:
    """Behind problem and solution, a short block of instructions tells how to start; the very last may be the call."""
    taken = {part.role for part in parts}
    free = 0
    for i, part in enumerate(parts):
        if _closes_the_steps(parts, i, last_start):
            parts[i] = part = part._replace(role="call_to_action")
        block = part.block
        verbs = max(
            (
                len({m[0].lower() for m in pattern("imperatives").finditer(s.text)})
                for s in sentences(block.text[:1200])
            ),
            default=0,
        )
        free += part.role == ""
        behind = free > 2 or "solution" in taken
        if part.role == "call_to_action" and "getting_started" not in taken and verbs >= 3 and block.words > 15:
            parts[i] = part._replace(role="getting_started")
        elif part.role or not behind or block.words > 85 or (block.title and hits("head_solution", block.title)):
            continue
        elif verbs >= 2 and "getting_started" not in taken and (block.words > 14 or block.start != last_start):
            parts[i] = part._replace(role="getting_started")
        elif block.start == last_start and block.words <= 30:
            parts[i] = part._replace(role="call_to_action")
        taken.add(parts[i].role)
    return parts


def _closes_the_steps(parts: list[Part], i: int, last_start: int) -> bool:
    """Below the first steps, under the same heading, a last line says where to go."""
    part, above = parts[i], parts[i - 1]
    if i == 0 or not part.role == above.role == "getting_started" or not part.block.title or part.block.listed:
        return False
    where = contact(part.block.text) or (above.block.listed and part.block.start == last_start)
    return part.block.words <= 30 and where


def _lean(block: Block, names: frozenset[str]) -> float:
    """Above 0: problem. Below 0: solution."""
    text = block.text[:2500]
    named = sum(1 for word in names if word in text)
    return (
        0.7 * min(5, hits("problem_cues", text)) - 0.7 * min(5, hits("solution_cues", text)) - 2.5 * min(1, named) + 0.3
    )


def _cut(scores: list[float]) -> int:
    """Choose where the problem ends and the solution begins: both need a paragraph when there are two."""
    if len(scores) <= 1:
        return 1 if scores and scores[0] > 0 else 0
    best = max(range(len(scores) + 1), key=lambda cut: (sum(scores[:cut]) - sum(scores[cut:]), -cut))
    if best == 0 and scores[0] > -1.5:
        return 1
    return best
