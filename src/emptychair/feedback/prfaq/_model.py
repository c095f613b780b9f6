"""What the parser finds: sections that are exact pieces of the text, and questions with their answers."""

from __future__ import annotations

from dataclasses import dataclass

from emptychair.feedback._model import Span

Section = Span
"""``text`` stands at ``[start:end]`` of the document."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its answer (``None`` where nothing follows), and what the two are about."""

    question: Span
    answer: Span | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PressReleaseFAQ:
    """A PR/FAQ taken apart. What is missing is ``None``, or empty for the questions.

    The reader gets the document itself: front matter, if a file has it, is cut off by whoever reads the file.
    """

    heading: Section | None = None
    subheading: Section | None = None
    dateline: Section | None = None
    summary: Section | None = None
    problem: Section | None = None
    solution: Section | None = None
    leader_quote: Section | None = None
    getting_started: Section | None = None
    customer_quote: Section | None = None
    call_to_action: Section | None = None
    external_faq: tuple[Question, ...] = ()
    internal_faq: tuple[Question, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Give both FAQs in reading order.

        Example:
            >>> PressReleaseFAQ().questions
            ()
        """
        return tuple(sorted((*self.external_faq, *self.internal_faq), key=lambda q: q.question.start))

    def found(self) -> tuple[str, ...]:
        """Name the sections that are there, in the order of a press release.

        Example:
            >>> PressReleaseFAQ(heading=Span(0, 2, "Hi")).found()
            ('heading',)
        """
        return tuple(name for name in SECTIONS if getattr(self, name))


SECTIONS = (
    "heading",
    "subheading",
    "dateline",
    "summary",
    "problem",
    "solution",
    "leader_quote",
    "getting_started",
    "customer_quote",
    "call_to_action",
    "external_faq",
    "internal_faq",
)
