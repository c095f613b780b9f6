"""The one-page story sheet: the chosen stories as notes for the table (Markdown, HTML; PDF in ``_sheet_pdf``)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape

from emptychair.feedback import star
from emptychair.practice._bank import PRINCIPLES
from emptychair.practice._portfolio import Portfolio
from emptychair.practice._stories import Story, principles_of

TITLE = "Story sheet"
BEATS = ("Situation", "Action", "Result", "Lesson")
_KINDS = {
    "Situation": ("stake", "who", "said"),
    "Action": ("own", "alternative"),
    "Result": ("number", "outcome"),
    "Lesson": ("lesson", "mistake", "later"),
}
_LEAST = 0.4  # chance from which a sentence stands for a beat
_WORDS = 18  # of a beat; notes are to be glanced at


@dataclass(frozen=True, slots=True)
class Note:
    """One story on the sheet. A beat that the story does not have is empty."""

    title: str
    when: str
    beats: dict[str, str]
    principles: tuple[str, ...]
    questions: int


def notes(portfolio: Portfolio) -> tuple[Note, ...]:
    """Boil the chosen stories down to what one glances at, in the order of the portfolio."""
    counts = Counter(portfolio.answered_by.values())
    return tuple(_note(portfolio.story(title), counts[title]) for title in portfolio.chosen)


def _note(story: Story, count: int) -> Note:
    when = f"{story.happened:%B %Y}" if story.happened else ""
    names = tuple(PRINCIPLES[name] for name in principles_of(story)[:4])
    return Note(" ".join(story.title.split()), when, beats(story.text), names, count)


def beats(text: str) -> dict[str, str]:
    """Take the sentence that carries each beat, cut short; a sentence is used once.

    Example:
        >>> beats("Forty orders were late. I rang everyone myself. Complaints fell from 40 a week to 9 a week.")["Result"]
        'Complaints fell from 40 a week to 9 a week.'
    """
    chances, cut = star.evidence(text), star.label(text)
    out = dict.fromkeys(BEATS, "")
    free = set(range(len(cut)))
    for beat in ("Result", "Action", "Lesson", "Situation"):  # the hardest to do without first
        for kind in _KINDS[beat]:
            best = max(sorted(free), key=chances[kind].__getitem__, default=None)
            if best is not None and chances[kind][best] >= _LEAST:
                out[beat] = short(cut[best].text)
                free.discard(best)
                break
    return out


def short(sentence: str) -> str:
    """Cut a sentence to eighteen words.

    Example:
        >>> short("I rang her.")
        'I rang her.'
    """
    parts = sentence.split()
    return " ".join(parts) if len(parts) <= _WORDS else " ".join(parts[:_WORDS]).rstrip(",;:") + " …"


def sheet_markdown(portfolio: Portfolio) -> str:
    """Give the sheet as Markdown.

    Example:
        >>> from emptychair.practice import Story, portfolio, question
        >>> story = Story("Repair", "I rang her.", fits=frozenset({"angry_customer"}))
        >>> sheet_markdown(portfolio([story], [question("angry_customer")])).splitlines()[2]
        '## Repair'
    """
    lines = [f"# {TITLE}", ""]
    for note in notes(portfolio):
        lines += [f"## {_plain(note.title)}", ""]
        lines += [f"*{facts(note)}*", ""] if facts(note) else []
        lines += [f"- **{beat}:** {_plain(said)}" for beat, said in note.beats.items() if said]
        lines.append("")
    if portfolio.gaps:
        lines += [f"Without a story: {len(portfolio.gaps)} of {len(portfolio.questions)} questions.", ""]
    return "\n".join(lines)


def sheet_html(portfolio: Portfolio) -> str:
    """Give the sheet as a page of HTML that prints on one page."""
    cards = "\n".join(
        f"<section><h2>{escape(note.title)}</h2><p>{escape(facts(note))}</p><dl>"
        + "".join(f"<dt>{beat}</dt><dd>{escape(said)}</dd>" for beat, said in note.beats.items() if said)
        + "</dl></section>"
        for note in notes(portfolio)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{TITLE}</title>\n<style>{_STYLE}</style></head>\n'
        f"<body><main><h1>{TITLE}</h1>\n{cards}\n</main></body>\n</html>\n"
    )


_STYLE = (
    "@page{size:A4;margin:12mm}body{font:10pt/1.3 system-ui,sans-serif;color:#1a1a1a;background:#fff}h1{font-size:14pt;margin:0 0 4pt}"
    "main{max-width:50rem;margin:auto}section{break-inside:avoid;margin:0 0 6pt}h2{font-size:11pt;margin:0}p{margin:0;color:#444}"
    "dl{display:grid;grid-template-columns:5.5rem 1fr;gap:0 6pt;margin:2pt 0}dt{font-weight:600}dd{margin:0}"
)


def facts(note: Note) -> str:
    """What stands under the title: when, which principles, for how many questions."""
    count = f"{note.questions} question{'' if note.questions == 1 else 's'}" if note.questions else ""
    return " · ".join(part for part in (note.when, ", ".join(note.principles), count) if part)


def _plain(text: str) -> str:
    """Take from Markdown what it would read into a person's words."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)
