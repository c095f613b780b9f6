"""The report of a mock interview as a document (Markdown, HTML), with the trend over earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from emptychair.feedback import Criterion
from emptychair.practice._interview import Asked
from emptychair.practice._mock_report import Judged, MockReport, clock

TITLE = "Mock interview"
OURS = "Scores and levels are ours, not Amazon's."


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier interview in one line. ``score`` is ``None`` where no story was asked for."""

    began: str
    questions: int
    score: int | None
    survived: int
    probes: int

    @classmethod
    def of(cls, report: MockReport) -> Past:
        """Boil a report down."""
        return cls(report.began, len(report.answers), report.score, report.survived, report.probes)

    @property
    def line(self) -> str:
        """Say it in words.

        Example:
            >>> Past("March 1, 2027", 2, 64, 3, 5).line
            'March 1, 2027: 2 questions, score 64, 3 of 5 follow-ups survived'
        """
        score = "no story" if self.score is None else f"score {self.score}"
        plural = "" if self.questions == 1 else "s"
        return f"{self.began}: {self.questions} question{plural}, {score}, {self.survived} of {self.probes} follow-ups survived"


def how_said(it: Judged) -> str:
    """Put length, pace and fillers into one line."""
    if not it.answer:
        return "Passed."
    how = "spoken" if it.spoken else "typed; it would take this long to say"
    facts = [f"{it.words} words", f"{clock(it.seconds)} ({how}), {it.length} the band of 1:30 to 3:00"]
    facts += [f"{it.pace} words a minute"] if it.pace else []
    facts += [f"{it.fillers:.0f} fillers a minute"]
    facts += ["the clock had run out"] if it.over_time else []
    return ", ".join(facts) + "."


def scored(it: Judged) -> str:
    """Put the scores into one sentence."""
    if it.review is None:
        return "A view, not a story: it has no levels. What counts is a reason, how you know, and the other answer weighed."
    told = f"{it.review.score} of 100, {it.review.verdict}."
    gain = (it.with_replies or 0) - it.review.score
    told_late = gain >= 5 and it.follow_ups.survived  # more words alone lift a score, too
    return told + (f" With your replies it reads {it.with_replies}: say those things at once." if told_late else "")


def became(asked: Asked) -> str:
    """Say what became of a follow-up."""
    if asked.clashes:
        return " ".join(it.message for it in asked.clashes)
    return "Survived." if asked.survived else "Passed." if not asked.reply else "The reply does not show it."


def _blocks(report: MockReport, past: Sequence[Past]) -> Iterator[tuple[str, str | Sequence[str]]]:
    """The document as pairs of a kind and a text (or the items of a list); Markdown and HTML differ in their signs only."""
    yield "h1", f"{TITLE}, {report.began}"
    score = "" if report.score is None else f"Mean score {report.score} of 100. "
    yield "p", f"{score}{report.survived} of {report.probes} follow-ups survived. {OURS}"
    yield "h2", "Three things to do next"
    yield "ol", report.next
    for n, it in enumerate(report.answers, 1):
        yield "h2", f"{n}. {it.question.text}"
        yield "quote", it.answer or "(passed)"
        yield "p", how_said(it)
        if not it.answer:
            continue
        yield "p", scored(it)
        if it.review:
            yield "ul", [*(gate.message for gate in it.review.gates), *(_part(part) for part in it.review.criteria)]
        for asked in it.follow_ups.asked:
            yield "h3", asked.asked
            yield "quote", asked.reply or "(passed)"
            yield "p", became(asked)
    if past:
        yield "h2", "Earlier interviews"
        yield "ul", [it.line for it in past]


def _part(part: Criterion) -> str:

    return f"{part.title}: {part.level} of {part.top}." + (f" {part.next_step}" if part.next_step else "")


def mock_markdown(report: MockReport, past: Sequence[Past] = ()) -> str:
    """Give the report as Markdown.

    Example:
        >>> from datetime import date
        >>> from emptychair.practice import Mock, mock_report
        >>> mock = Mock(date(2027, 3, 1), ("angry_customer",)).say("I rang her.")
        >>> print(mock_markdown(mock_report(mock)).splitlines()[0])
        # Mock interview, March 1, 2027
    """
    heads = {"h1": "# ", "h2": "## ", "h3": "### ", "p": ""}
    lines: list[str] = []
    for kind, content in _blocks(report, past):
        if isinstance(content, str) and kind == "quote":
            lines += [f"> {_plain(line)}".rstrip() for line in content.splitlines()]
        elif isinstance(content, str):
            lines.append(heads[kind] + _plain(" ".join(content.split())))
        else:
            lines += [f"{f'{n}.' if kind == 'ol' else '-'} {_plain(it)}" for n, it in enumerate(content, 1)]
        lines.append("")
    return "\n".join(lines)


def mock_html(report: MockReport, past: Sequence[Past] = ()) -> str:
    """Give the report as a page that needs nothing else and prints well."""
    body = "\n".join(_html(kind, content) for kind, content in _blocks(report, past))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{TITLE}</title>\n<style>{_STYLE}</style></head>\n<body><main>\n{body}\n</main></body>\n</html>\n"
    )


def _html(kind: str, content: str | Iterable[str]) -> str:
    if not isinstance(content, str):
        return f"<{kind}>" + "".join(f"<li>{escape(it)}</li>" for it in content) + f"</{kind}>"
    tag = "blockquote" if kind == "quote" else kind
    return f"<{tag}>{escape(content)}</{tag}>"


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}main{max-width:42rem;margin:auto;padding:1rem}"
    "h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem}"
    "blockquote{white-space:pre-wrap;margin:0;padding-left:1rem;border-left:4px solid #555}"
)


def _plain(text: str) -> str:
    """Take from Markdown what it would read into a person's words."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)
