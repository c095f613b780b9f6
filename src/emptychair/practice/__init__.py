"""The practice room: questions, follow-ups, and answers told weak, middling and strong."""

from emptychair.practice._agreement import Agreement, agreement, halo, leniency, weighted_kappa
from emptychair.practice._bank import KINDS, PRINCIPLES, TYPES, Question, question, questions
from emptychair.practice._calendar import calendar_ics
from emptychair.practice._corpus import Answer, answers, telling
from emptychair.practice._example_stories import example_stories
from emptychair.practice._incidents import (
    Candidate,
    Correction,
    Note,
    Scenario,
    corrections,
    read_choices,
    scenario,
    scenarios,
)
from emptychair.practice._interview import Asked, Interview, Report, Turn, conversation, interview
from emptychair.practice._mentor import Difference, Ratings, differences, read_ratings
from emptychair.practice._mentor_form import Scale, mentor_sheet_html, mentor_sheet_markdown, scales
from emptychair.practice._mock import Given, Mock
from emptychair.practice._mock_choice import mock_questions
from emptychair.practice._mock_report import Judged, MockReport, mock_report
from emptychair.practice._mock_sheet import Past, mock_html, mock_markdown
from emptychair.practice._portfolio import Portfolio, portfolio
from emptychair.practice._probes import Probe, gaps, probes
from emptychair.practice._schedule import Attempt, Session, mastered, rehearsal_gap, rehearsal_plan
from emptychair.practice._sheet import sheet_html, sheet_markdown
from emptychair.practice._sheet_pdf import sheet_pdf
from emptychair.practice._stories import Story, principles_of, story_fit
from emptychair.practice.consistency import Clash, clashes

__all__ = (
    "KINDS",
    "PRINCIPLES",
    "TYPES",
    "Agreement",
    "Answer",
    "Asked",
    "Attempt",
    "Candidate",
    "Clash",
    "Correction",
    "Difference",
    "Given",
    "Interview",
    "Judged",
    "Mock",
    "MockReport",
    "Note",
    "Past",
    "Portfolio",
    "Probe",
    "Question",
    "Ratings",
    "Report",
    "Scale",
    "Scenario",
    "Session",
    "Story",
    "Turn",
    "agreement",
    "answers",
    "calendar_ics",
    "clashes",
    "conversation",
    "corrections",
    "differences",
    "example_stories",
    "gaps",
    "halo",
    "interview",
    "leniency",
    "mastered",
    "mentor_sheet_html",
    "mentor_sheet_markdown",
    "mock_html",
    "mock_markdown",
    "mock_questions",
    "mock_report",
    "portfolio",
    "principles_of",
    "probes",
    "question",
    "questions",
    "read_choices",
    "read_ratings",
    "rehearsal_gap",
    "rehearsal_plan",
    "scales",
    "scenario",
    "scenarios",
    "sheet_html",
    "sheet_markdown",
    "sheet_pdf",
    "story_fit",
    "telling",
    "weighted_kappa",
)
