"""Draft comments for the formgrader, and which cells a person should look at.

The formgrader shows ``Comment.auto_comment`` in gray where the grader would write, and feedback takes it unless
something else was written. Only answer cells have a comment, so what is to be said about a test is said there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from textwrap import indent
from typing import TYPE_CHECKING, Any

from emptychair._errors import EmptyChairError
from emptychair.grading._outcome import NO_RESPONSE, CellOutcome, NotebookOutcome, Outcome

if TYPE_CHECKING:
    from emptychair.feedback import Review

_LONGEST = 20_000  # characters; the longest PR/FAQ in the course has a quarter of that
_MAGIC = "%%answer"


@dataclass(frozen=True, slots=True)
class Answer:
    """A prose answer in a graded notebook.

    Attributes:
        grade_id: The cell it was written in.
        name: The variable that tests read it from.
        line: The magic's line.
        text: What was written.
    """

    grade_id: str
    name: str
    line: str
    text: str


def draft(outcome: Outcome) -> tuple[Outcome, dict[str, dict[str, str]]]:
    """Mark what waits for a person, and write the comments: notebook, grade id, text.

    The points of a prose answer stay, and its tests wait for a look; its comment is the reader's review.
    """
    comments, notebooks = {}, []
    for notebook in outcome.notebooks:
        sources = _sources(notebook)
        answers = list(_answers(sources))
        cells = tuple(
            replace(cell, needs_manual=cell.needs_manual or _reads(cell, sources, answers)) for cell in notebook.cells
        )
        notebooks.append(replace(notebook, cells=cells))
        comments[notebook.name] = _comments(notebook.cells, {answer.grade_id: _review(answer) for answer in answers})
    return replace(outcome, notebooks=tuple(notebooks)), comments


def answers_of(notebook: NotebookOutcome) -> tuple[Answer, ...]:
    """Give the prose answers of a graded notebook."""
    return tuple(_answers(_sources(notebook)))


def _sources(notebook: NotebookOutcome) -> dict[str, str]:
    cells: list[dict[str, Any]] = json.loads(notebook.document)["cells"] if notebook.document else []
    named = ((cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"]) for cell in cells)
    return {name: source if isinstance(source, str) else "".join(source) for name, source in named if name}


def _answers(sources: Mapping[str, str]) -> Iterator[Answer]:
    from emptychair.answers import answer_text

    for grade_id, source in sources.items():
        line, _, body = source.partition("\n")
        words = line.split()
        if words[:1] == [_MAGIC] and len(words) > 1 and answer_text(body):
            yield Answer(grade_id, words[1], line, answer_text(body))


def _reads(cell: CellOutcome, sources: Mapping[str, str], answers: list[Answer]) -> bool:
    source = sources.get(cell.grade_id, "")
    return cell.kind == "auto" and any(re.search(rf"\b{re.escape(answer.name)}\b", source) for answer in answers)


def _comments(cells: tuple[CellOutcome, ...], reviews: Mapping[str, str]) -> dict[str, str]:
    said: dict[str, dict[str, list[str]]] = {}
    place = next((cell.grade_id for cell in cells if cell.kind != "auto"), "")
    for cell in cells:
        if cell.kind != "auto":
            place = cell.grade_id
        here = said.setdefault(place, {})
        if cell.grade_id in reviews:
            here[reviews[cell.grade_id]] = []
        if cell.reason == NO_RESPONSE:
            here[NO_RESPONSE] = []
        elif cell.reason and cell.needs_manual:
            here.setdefault(cell.reason, []).append(f"`{cell.grade_id}`")
    return {name: _plain("\n\n".join(map(_told, parts, parts.values()))) for name, parts in said.items() if parts}


def _told(text: str, cells: list[str]) -> str:
    """A reason names the cells that it is about."""
    return f"{', '.join(cells)}: {text}. Please look." if cells else text


def review_of(answer: Answer) -> Review | str:
    """The reader's review, or why there is none."""
    from emptychair._questions import question_text
    from emptychair.answers import parse, review

    if len(answer.text) > _LONGEST:
        return f"Not reviewed: {len(answer.text):,} characters are more than the reader takes ({_LONGEST:,})."
    try:
        asked = parse(answer.line.removeprefix(_MAGIC))
        return review(answer.text, asked.kind, question_text(asked.question) if asked.question else None)
    except EmptyChairError as error:
        return f"Not reviewed: {error}"
    except Exception as error:  # whatever prose does to the reader, the batch goes on
        return f"Not reviewed: the reader failed on it ({type(error).__name__})."


def _review(answer: Answer) -> str:
    from emptychair.feedback import render_text

    seen = review_of(answer)
    # to Markdown an indented text is literal, and prose is data
    return seen if isinstance(seen, str) else indent(render_text(seen, answer.text), "    ")


def _plain(text: str) -> str:
    """Take out what a database refuses: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
