"""What the face of the mock interview shows: choosing, talking, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from emptychair.practice import Mock, Past, mock_report, questions
from emptychair.practice._bank import PRINCIPLES
from emptychair.practice._mock import LONGEST
from emptychair.practice._mock_choice import LENGTHS, MINUTES_EACH
from emptychair.practice._mock_report import BAND, Judged
from emptychair.practice._mock_sheet import OURS, became, how_said, scored

_DIFFICULTY = {None: "any", 1: "1, to begin with", 2: "2, usual", 3: "3, hard"}


def choose_view(wishes: dict[str, Any], past: Sequence[Past]) -> dict[str, Any]:
    """Show what can be chosen, and what was chosen last.

    Example:
        >>> choose_view({"count": 2, "principles": [], "difficulty": None, "views": False}, [])["lengths"][1]
        {'value': 2, 'label': '2 questions, about 16 minutes'}
    """
    return {
        "phase": "choose",
        "wishes": wishes,
        "lengths": [
            {"value": it, "label": f"{it} question{'s' if it > 1 else ''}, about {it * MINUTES_EACH} minutes"}
            for it in LENGTHS
        ],
        "difficulties": [{"value": value, "label": label} for value, label in _DIFFICULTY.items()],
        "principles": [
            {"name": name, "label": title, "count": len(questions(principle=name))}
            for name, title in PRINCIPLES.items()
        ],
        "trend": trend(past),
    }


def talk_view(mock: Mock, draft: dict[str, Any]) -> dict[str, Any]:
    """Show what is asked now; nothing is judged before the end."""
    current = mock.current
    assert current is not None
    follow_up = mock.phase == "follow_up"
    talk = mock.given[-1].talk if follow_up else None
    number = len(mock.given) + (not follow_up)
    head = f"Question {number} of {len(mock.asked)}"
    return {
        "phase": mock.phase,
        "head": f"{head}, follow-up {len(talk.turns) + 1}" if talk else head,
        "prompt": mock.prompt,
        "limits": {
            "spoken": LONGEST[mock.phase][True],
            "typed": LONGEST[mock.phase][False],
        },
        "band": None if follow_up else list(BAND),
        "before": [
            {"asked": current.text, "said": talk.answer},
            *({"asked": turn.asked, "said": turn.reply or "(passed)"} for turn in talk.turns),
        ]
        if talk
        else [],
        "draft": {
            **draft,
            "spoken": mock.given[-1].spoken if draft["spoken"] is None and mock.given else draft["spoken"],
        },
    }


def over_view(mock: Mock, earlier: Sequence[Past], past: Sequence[Past]) -> dict[str, Any]:
    """Show the report."""
    report = mock_report(mock)
    stories = [] if report.score is None else [[f"{report.score}", "mean score of 100"]]
    probes = f"{report.survived} of {report.probes}"
    answered = "question" if len(report.answers) == 1 else "questions"
    return {
        "phase": "over",
        "head": f"Report of {report.began}",
        "facts": [*stories, [probes, "follow-ups survived"], [f"{len(report.answers)}", answered]],
        "ours": OURS,
        "next": list(report.next),
        "answers": [_answer_view(it) for it in report.answers],
        "compared": _compared(report.score, earlier),
        "trend": trend(past),
    }


def _answer_view(it: Judged) -> dict[str, Any]:
    return {
        "question": it.question.text,
        "answer": it.answer,
        "how": how_said(it),
        "score": scored(it) if it.answer else "",
        "gates": [gate.message for gate in it.review.gates] if it.review and it.answer else [],
        "criteria": [
            {"title": part.title, "level": part.level, "top": part.top, "next": part.next_step or ""}
            for part in (it.review.criteria if it.review and it.answer else ())
        ],
        "follow_ups": [
            {"asked": turn.asked, "reply": turn.reply, "became": became(turn), "survived": turn.survived}
            for turn in it.follow_ups.asked
        ],
    }


def _compared(score: int | None, earlier: Sequence[Past]) -> str:
    before = [it.score for it in earlier if it.score is not None]
    if score is None or not before:
        return ""
    gap = score - before[-1]
    return (
        f"{abs(gap)} {'above' if gap > 0 else 'below'} the interview before." if gap else "The same as the one before."
    )


def trend(past: Sequence[Past]) -> list[dict[str, Any]]:
    """Give a row for each interview, the earliest first."""
    return [{"line": it.line, "score": it.score} for it in past]
