"""The practice room: questions, follow-ups, and answers told weak, middling and strong."""

from emptychair.practice._bank import KINDS, PRINCIPLES, TYPES, Question, question, questions
from emptychair.practice._consistency import Clash, clashes
from emptychair.practice._corpus import Answer, answers, telling
from emptychair.practice._interview import Asked, Interview, Report, Turn, interview
from emptychair.practice._portfolio import Portfolio, portfolio
from emptychair.practice._probes import Probe, gaps, probes
from emptychair.practice._sheet import sheet_html, sheet_markdown
from emptychair.practice._sheet_pdf import sheet_pdf
from emptychair.practice._stories import Story, principles_of, story_fit

__all__ = (
    "KINDS",
    "PRINCIPLES",
    "TYPES",
    "Answer",
    "Asked",
    "Clash",
    "Interview",
    "Portfolio",
    "Probe",
    "Question",
    "Report",
    "Story",
    "Turn",
    "answers",
    "clashes",
    "gaps",
    "interview",
    "portfolio",
    "principles_of",
    "probes",
    "question",
    "questions",
    "sheet_html",
    "sheet_markdown",
    "sheet_pdf",
    "story_fit",
    "telling",
)
