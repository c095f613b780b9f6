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
DENSE = "held_out/dense"
BLIND = ("hotbox", "huttenblick", "beatline")
"""Products that were written when nearly all rules were."""


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


def documents(folder: str) -> dict[str, str]:
    """Read strong documents that have no front matter, by product."""
    return {it.stem: it.read_text(encoding="utf-8") for it in sorted(data_path(f"corpus/{folder}").glob("*.md"))}


def _first(rows: list[dict[str, Any]]) -> int:
    return sum(row["first"] for row in rows)


def section(strong: dict[str, str]) -> list[str]:
    """The part of the page about them; ``strong`` are the strong documents of the corpus by product."""
    unlike, dense = documents(SECOND), documents(DENSE)
    rows, ours, more = planted(f"{SECOND}/planted"), planted("planted"), planted(f"{DENSE}/planted")
    locked = [row for row in rows if row["document"] in LOCKED]
    seen = [row for row in rows if row["document"] not in LOCKED]
    blind = [row for row in more if row["document"] in BLIND]
    once = [row for row in more if row["document"] not in BLIND]
    texts = [*unlike.values(), *dense.values()]
    refused = sum(prfaq.review(text).score < PASS for text in texts)
    accused = sum(bool(contradictions(text)) for text in texts)
    parts = sum(len(prfaq.parse(text).found()) for text in unlike.values())
    every = len(unlike) * len(prfaq.SECTIONS)
    return [
        "### Documents in unlike forms, and contradictions planted into strong ones",
        "",
        f"{len(unlike)} more strong documents in unlike forms (with headings and without, five ways to ask, three kinds of quotation",
        "marks), written by one who had not read the rules, and four contradictions planted into each. Half of them were locked",
        f"away while rules were written for the others. {len(dense)} more are dense with figures that differ for good reasons; they and",
        "what is planted into them were written by one who knew the rules, three before the last changes and three after all but",
        "these. The corpus' own were planted by the same. Each set was read once before the rules were changed for it (first sight),",
        "and then the rules were changed for it, so the right column is **not** of unseen documents. The last blind set is what to",
        "expect of a stranger's text: of contradictions that are told once, quietly, far apart, most still pass.",
        "",
        "| what | before these rules | at first sight | now |",
        "|---|---|---|---|",
        f"| strong documents accused of a contradiction, unlike forms, locked half | 0 of 3 | 1 of 3 | {accused} of {len(texts)}, all |",
        f"| the same, the last blind set | – | 0 of {len(BLIND)} | |",
        f"| strong documents below {PASS} | 0 of 6 | 1 of 9 | {refused} of {len(texts)} |",
        f"| sections found, unlike forms | 66 of 72 | – | {parts} of {every} |",
        f"| planted contradictions found, unlike forms | 0 of 12 | – | {found(unlike, seen)} of {len(seen)} |",
        f"| unlike forms, locked half | 0 of 12 | 9 of 12 | {found(unlike, locked)} of {len(locked)} |",
        f"| planted into the corpus | 7 of 69 | {_first(ours)} of {len(ours)} | {found(strong, ours)} of {len(ours)} |",
        f"| dense | 2 of 27 | {_first(once)} of {len(once)} | {found(dense, once)} of {len(once)} |",
        f"| dense, the last blind set | 3 of 27 | {_first(blind)} of {len(blind)} | {found(dense, blind)} of {len(blind)} |",
        "",
    ]
