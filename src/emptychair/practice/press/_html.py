"""A draft as a page that prints: the release on one sheet, the questions after it."""

from __future__ import annotations

import re
from html import escape

from emptychair.practice.press._draft import REST, Draft
from emptychair.practice.press._parts import FAQ, title_of

_QUESTION = re.compile(r"\*\*(.+)\*\*")
_STYLE = (
    "@page{size:A4;margin:18mm}body{font:11pt/1.45 Georgia,serif;color:#1a1a1a;background:#fff}main{max-width:42rem;margin:auto}"
    "h1{font-size:19pt;line-height:1.2;margin:0 0 4pt}h2{font-size:13pt;margin:20pt 0 6pt}h3{font-size:11pt;margin:10pt 0 2pt}"
    ".sub{font-style:italic;font-size:13pt;color:#444}p{margin:0 0 8pt;white-space:pre-line}.faq{break-before:page}"
)


def blocks(draft: Draft) -> tuple[tuple[str, str, str], ...]:
    """Cut the draft into what a page shows, in order: kind, part, text.

    Kinds are ``heading``, ``subheading``, ``title``, ``question`` and ``text``.

    Example:
        >>> blocks(Draft(heading="Hi", external_faq="**Why?**\\nBecause."))[2:]
        (('question', 'external_faq', 'Why?'), ('text', 'external_faq', 'Because.'))
    """
    out: list[tuple[str, str, str]] = []
    for name in draft.written():
        text = draft[name]
        if name in ("heading", "subheading"):
            out.append((name, name, text))
            continue
        if name in (*FAQ, REST):
            out.append(("title", name, title_of(name)))
        if name == "dateline" and draft.summary:
            continue
        joined = f"{draft.dateline} — {text}" if name == "summary" and draft.dateline else text
        out += [(kind, name, piece) for kind, piece in _pieces(joined)]
    return tuple(out)


def _pieces(text: str) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for block in re.split(r"\n{2,}", text):
        said: list[str] = []
        for line in block.split("\n"):
            question = _QUESTION.fullmatch(line.strip())
            if question:
                out += [("text", "\n".join(said))] if said else []
                out.append(("question", question[1]))
                said = []
            else:
                said.append(line)
        out += [("text", "\n".join(said))] if said else []
    return out


def to_html(draft: Draft) -> str:
    """Give the draft as a page of HTML without scripts; nothing of the text is taken for markup."""
    tags = {"heading": "h1", "title": "h2", "question": "h3", "text": "p"}
    lines = []
    for kind, name, text in blocks(draft):
        opens = ' class="faq"' if kind == "title" and name == FAQ[0] else ""
        tag = tags.get(kind)
        lines.append(f"<{tag}{opens}>{escape(text)}</{tag}>" if tag else f'<p class="sub">{escape(text)}</p>')
    title = escape(draft.heading or "PR/FAQ")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>\n<style>{_STYLE}</style></head>\n'
        "<body><main>\n" + "\n".join(lines) + "\n</main></body>\n</html>\n"
    )
