"""Contradictions that were planted into strong documents, one at a time, and strong documents in unlike forms."""

from __future__ import annotations

import tomllib
from typing import Any

from emptychair._data import data_path
from emptychair.feedback import prfaq
from emptychair.feedback.consistency import contradictions

PASS = 60
SECOND = "held_out/second_stranger"
LOCKED = ("partsbench", "clearwell", "drumline")
"""Products that were not looked at while the rules were written."""


def planted(name: str) -> list[dict[str, Any]]:
    """Read what was planted where."""
    with data_path(f"corpus/{name}.toml").open("rb") as file:
        rows: list[dict[str, Any]] = tomllib.load(file)["planted"]
    return rows


def found(texts: dict[str, str], rows: list[dict[str, Any]]) -> int:
    """Count the documents in which the audit tells something that it does not tell without what was planted."""
    out = 0
    for row in rows:
        text = texts[row["document"]]
        known = {it.message for it in contradictions(text)}
        out += any(it.message not in known for it in contradictions(text.replace(row["old"], row["new"])))
    return out


def section(strong: dict[str, str]) -> list[str]:
    """The part of the page about them; ``strong`` are the strong documents of the corpus by product."""
    texts = {it.stem: it.read_text(encoding="utf-8") for it in sorted(data_path(f"corpus/{SECOND}").glob("*.md"))}
    rows, ours = planted(f"{SECOND}/planted"), planted("planted")
    locked = [row for row in rows if row["document"] in LOCKED]
    seen = [row for row in rows if row["document"] not in LOCKED]
    scores = [prfaq.review(text).score for text in texts.values()]
    parts = sum(len(prfaq.parse(text).found()) for text in texts.values())
    every = len(texts) * len(prfaq.SECTIONS)
    first = sum(row["first"] for row in ours)
    accused = sum(bool(contradictions(text)) for text in texts.values())
    return [
        "### Documents in unlike forms, and contradictions planted into strong ones",
        "",
        f"{len(texts)} more strong documents in unlike forms (with headings and without, five ways to ask, three kinds of quotation",
        "marks), written by one who had not read the rules, and four contradictions planted into each. Half of them were locked",
        "away while rules were written for the others; the middle column is of the locked ones when they were opened, and what went",
        "wrong there was mended afterwards, so the right column is **not** of unseen documents. The last row is of strong documents of",
        "the corpus, planted by one who knew the rules; each set was read once before the rules were changed for it.",
        "",
        "| what | at first sight, before the rules | at first sight, after them | now |",
        "|---|---|---|---|",
        f"| strong documents below {PASS} | 0 of 6 | 1 of 3 | {sum(it < PASS for it in scores)} of {len(texts)} |",
        f"| strong documents accused of a contradiction | 0 of 6 | 1 of 3 | {accused} of {len(texts)} |",
        f"| sections found | 66 of 72 | – | {parts} of {every} |",
        f"| planted contradictions found, locked half | 0 of 12 | 9 of 12 | {found(texts, locked)} of {len(locked)} |",
        f"| planted contradictions found, other half | 0 of 12 | – | {found(texts, seen)} of {len(seen)} |",
        f"| planted into the corpus, found | – | {first} of {len(ours)} | {found(strong, ours)} of {len(ours)} |",
        "",
    ]
