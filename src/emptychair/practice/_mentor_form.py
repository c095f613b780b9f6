"""The rating sheet for a mentor: a text, and a blank form under it (Markdown, HTML)."""

from __future__ import annotations

import hashlib
from html import escape
from typing import NamedTuple

from emptychair._errors import EmptyChairError
from emptychair.feedback import Review, prfaq, star

KINDS_OF_SHEET = ("star", "prfaq")
_TITLES = {"star": "An interview answer", "prfaq": "A press release with questions and answers"}
_ASK = "Please write a whole number behind each colon and send the sheet back. Leave empty what you cannot judge."


class Scale(NamedTuple):
    """A criterion as it is rated: its name, its title, and the lowest and highest number."""

    name: str
    title: str
    low: int
    high: int


def machine_review(text: str, kind: str) -> Review:
    """Let the reader rate a text of this kind.

    Raises:
        EmptyChairError: there is no sheet for this kind.
    """
    if kind not in KINDS_OF_SHEET:
        raise EmptyChairError(f"There is no rating sheet for {kind!r}; use {' or '.join(KINDS_OF_SHEET)}.")
    return star.review(text) if kind == "star" else prfaq.review(text)


def scales(kind: str) -> tuple[Scale, ...]:
    """Name what is rated: levels from 1 for an answer, points from 0 for a PR/FAQ.

    Example:
        >>> scales("star")[0]
        Scale(name='situation_task', title='Situation and task', low=1, high=5)
    """
    low = 1 if kind == "star" else 0
    return tuple(Scale(it.name, it.title, low, it.top) for it in machine_review("", kind).criteria)


def sheet_code(text: str, kind: str) -> str:
    """Give the code that ties a returned sheet to its text.

    Example:
        >>> len(sheet_code("I rang her.", "star"))
        12
    """
    plain = " ".join(text.split())
    return hashlib.sha256(f"{kind}\n{plain}".encode("utf-8", "replace")).hexdigest()[:12]


def mentor_sheet_markdown(text: str, kind: str = "star", question: str | None = None) -> str:
    """Give a sheet to send: the text, quoted, and a line for every rating.

    Raises:
        EmptyChairError: there is no sheet for this kind.

    Example:
        >>> print(mentor_sheet_markdown("I rang her.").splitlines()[-1])
        - delivery (Delivery, 1–5):
    """
    asked = [f"> {' '.join(question.split())}", ""] if question else []
    form = [f"- {it.name} ({it.title}, {it.low}–{it.high}):" for it in scales(kind)]
    lines = [f"# {_TITLES[kind]}", "", *(["## Question", "", *asked] if asked else []), "## Text", ""]
    lines += [f"> {line}".rstrip() for line in text.splitlines()] or [">"]
    head = [_ASK, "", f"Sheet: {kind} {sheet_code(text, kind)}", "Rater:", "Comment:"]
    return "\n".join([*lines, "", "## Ratings", "", *head, "", *form, ""])


def mentor_sheet_html(text: str, kind: str = "star", question: str | None = None) -> str:
    """Give the sheet as a page: it works offline, and its button saves the ratings as a file that :func:`read_ratings` reads.

    Raises:
        EmptyChairError: there is no sheet for this kind.
    """
    rows = "\n".join(
        f'<p><label for="{it.name}">{escape(it.title)} ({it.low}–{it.high})</label> '
        f'<input type="number" id="{it.name}" name="{it.name}" min="{it.low}" max="{it.high}" step="1" inputmode="numeric"></p>'
        for it in scales(kind)
    )
    asked = f"<h2>Question</h2><blockquote>{escape(question)}</blockquote>" if question else ""
    return _PAGE.format(
        title=_TITLES[kind],
        asked=asked,
        text=escape(text),
        kind=kind,
        code=sheet_code(text, kind),
        rows=rows,
        style=_STYLE,
        script=_SCRIPT,
    )


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>{style}</style></head>
<body><main><h1>{title}</h1>{asked}<h2>Text</h2><blockquote>{text}</blockquote>
<h2>Ratings</h2><p>Leave empty what you cannot judge. The button saves a small text file; please send it back.</p>
<form id="form" data-sheet="{kind} {code}">
<p><label for="rater">Your name</label> <input id="rater"></p>
{rows}
<p><label for="comment">Comment</label> <textarea id="comment" rows="4"></textarea></p>
<p><button type="submit">Save the ratings</button></p></form></main>
<script>{script}</script></body>
</html>
"""
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}main{max-width:42rem;margin:auto;padding:1rem}"
    "blockquote{white-space:pre-wrap;margin:0;padding-left:1rem;border-left:4px solid #555}label{display:inline-block;min-width:18rem}"
    "textarea{width:100%}@media print{button{display:none}}"
)
_SCRIPT = """
document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const flat = (id) => document.getElementById(id).value.split(/\\s+/).join(" ").trim();
  const lines = ["Sheet: " + form.dataset.sheet, "Rater: " + flat("rater"), "Comment: " + flat("comment"), ""];
  for (const it of form.querySelectorAll("input[type=number]")) lines.push("- " + it.name + ": " + it.value);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.join("\\n") + "\\n"], {type: "text/markdown"}));
  link.download = "ratings.md";
  link.click();
});
"""
