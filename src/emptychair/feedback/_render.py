"""A review as plain text and as HTML. Both can be read without color and without style sheets."""

from __future__ import annotations

import re
from html import escape

from emptychair.feedback._model import Criterion, Edit, Finding, Review

WORDS = {
    "praise": "Keep",
    "essential": "First",
    "actionable": "Then",
    "informative": "Note",
}
"""What a severity is called on the screen."""

_QUOTE = 90
_CONTEXT = 60  # characters looked at on either side of an edit
_LAST_WORDS = re.compile(r"(?:[^\s.!?]+[ \t]+){0,4}\Z")
_MARKS = re.compile(r"^[ \t]*(?:#{1,6}|>)[ \t]+|\*{1,3}(?=\S)|(?<=\S)\*{1,3}", re.MULTILINE)  # of Markdown
_FIRST_WORDS = re.compile(r"(?:[ \t]*[^\s.!?]+){0,4}[.!?]?")


def headline(review: Review) -> str:
    """Give score and verdict in one line.

    Example:
        >>> headline(Review("star", 64, "mixed"))
        "64 of 100: mixed (our threshold, not Amazon's)"
    """
    ours = " (our threshold, not Amazon's)" if review.kind in ("star", "prfaq", "coe") else ""
    return f"{review.score} of 100: {review.verdict}{ours}"


def quote(text: str, finding: Finding) -> str:
    """Quote what a finding points at, shortened in the middle; empty where it points at the whole text."""
    piece = " ".join(text[finding.start : finding.end].split())
    if finding.start == finding.end or len(text.strip()) <= finding.end - finding.start:
        return ""
    if len(piece) > _QUOTE:
        head, tail = piece[: _QUOTE * 2 // 3], piece[-_QUOTE // 3 :]
        piece = f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
    return f"“{piece}”"


def around(text: str, edit: Edit) -> tuple[str, str]:
    """Give a few words before and after an edit, so that one sees where it goes.

    Example:
        >>> around("At noon we rang her about the late parcel.", Edit(8, 10, "I"))
        ('At noon ', ' rang her about the …')
    """
    before = _LAST_WORDS.search(text, max(0, edit.start - _CONTEXT), edit.start)
    after = _FIRST_WORDS.match(text, edit.end, edit.end + _CONTEXT)
    left, right = before[0] if before else "", after[0] if after else ""
    return (
        ("" if edit.start == len(left) or not left else "… ") + left,
        right + (" …" if right and edit.end + len(right) < len(text.rstrip()) and right[-1] not in ".!?" else ""),
    )


def in_place(text: str, edit: Edit) -> dict[str, str]:
    """Give what an edit cuts and inserts, with a few words around it, as a page shows them: without the marks of Markdown.

    Example:
        >>> in_place("We rang her.", Edit(12, 12, "\\n\\n**Why?**\\n[The reason].\\n"))["insert"]
        'Why?\\n[The reason].'
    """
    before, after = around(text, edit)
    shown = {"before": before, "cut": text[edit.start : edit.end], "insert": edit.insert, "after": after}
    shown = {name: _MARKS.sub("", piece) for name, piece in shown.items()}
    return shown | {"insert": shown["insert"].strip()} if "\n" in shown["insert"] else shown


def render_text(review: Review, text: str) -> str:
    """Render for a terminal or for ears.

    Example:
        >>> print(render_text(Review("star", 64, "mixed"), "I rang her."))
        64 of 100: mixed (our threshold, not Amazon's)
    """
    lines = [headline(review)]
    lines += [f"! {gate.message} The score stays at or below {gate.cap}." for gate in review.gates]
    if review.criteria:
        width = max(len(c.title) for c in review.criteria)
        lines += ["", *(f"{c.title:<{width}}  {c.level} of {c.top}  {_pips(c)}" for c in review.criteria)]
    for finding in review.findings:
        lines += ["", f"{WORDS[finding.severity]}: {finding.message}"]
        cited = quote(text, finding)
        lines += [f"  {line}" for line in (cited, finding.hint) if line]
        if finding.edit:
            it = in_place(text, finding.edit)
            old = _flat(it["before"] + it["cut"] + it["after"])
            new = f"{it['before']}{it['insert']}{it['after']}"
            lines += [f"  - {old}"] * bool(old) + [f"  + {_flat(new)}"]
    return "\n".join(lines)


def render_html(review: Review, text: str) -> str:
    """Render for a notebook: headings, a table and lists, no style sheet needed.

    Example:
        >>> render_html(Review("star", 64, "mixed"), "I rang her.").partition(">")[2][:20]
        '<p><strong>64 of 100'
    """
    score, rest = headline(review).split(":", 1)
    parts = [f"<p><strong>{escape(score)}</strong>:{escape(rest)}</p>"]
    parts += [
        f"<p><strong>{escape(gate.message)}</strong> The score stays at or below {gate.cap}.</p>"
        for gate in review.gates
    ]
    if review.criteria:
        rows = "".join(
            f'<tr><th scope="row" style="text-align:left">{escape(c.title)}</th>'
            f'<td style="white-space:nowrap"><span aria-hidden="true">{_pips(c)}</span> {c.level} of {c.top}</td>'
            f'<td style="text-align:left">{escape(c.next_step or "")}</td></tr>'
            for c in review.criteria
        )
        head = "".join(f'<th scope="col" style="text-align:left">{name}</th>' for name in ("Part", "Level", "Next"))
        parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    if review.findings:
        parts.append("<ul>" + "".join(_item(f, text) for f in review.findings) + "</ul>")
    # a quoted sentence with two prices is no formula between dollar signs: for JupyterLab, then for nbconvert
    return f'<section aria-label="Review" class="mathjax_ignore tex2jax_ignore">{"".join(parts)}</section>'


def _item(finding: Finding, text: str) -> str:
    out = f"<strong>{WORDS[finding.severity]}: {escape(finding.message)}</strong>"
    cited = quote(text, finding)
    out += "<br>" + " ".join(escape(part) for part in (cited, finding.hint) if part)
    if finding.edit:
        it = {name: escape(piece) for name, piece in in_place(text, finding.edit).items()}
        struck = f"<del>{it['cut']}</del> " if it["cut"] else ""
        added = it["insert"].replace("\n", "<br>")
        out += f"<br>{it['before']}{struck}<ins>{added}</ins>{it['after']}"
    return f"<li>{out}</li>"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _pips(criterion: Criterion) -> str:
    # A rubric of 1-5 is drawn in full; one of points (PR/FAQ) in five steps.
    filled = criterion.level if criterion.top == 5 else round(5 * criterion.level / max(1, criterion.top))
    return "■" * filled + "□" * (5 - filled)
