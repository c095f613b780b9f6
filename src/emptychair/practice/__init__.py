"""The practice room: questions, follow-ups, and answers told weak, middling and strong."""

from emptychair.practice._bank import KINDS, PRINCIPLES, TYPES, Question, question, questions
from emptychair.practice._consistency import Clash, clashes
from emptychair.practice._corpus import Answer, answers, telling
from emptychair.practice._interview import Asked, Interview, Report, Turn, interview
from emptychair.practice._probes import Probe, gaps, probes

__all__ = (
    "KINDS",
    "PRINCIPLES",
    "TYPES",
    "Answer",
    "Asked",
    "Clash",
    "Interview",
    "Probe",
    "Question",
    "Report",
    "Turn",
    "answers",
    "clashes",
    "gaps",
    "interview",
    "probes",
    "question",
    "questions",
    "telling",
)
