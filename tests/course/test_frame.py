"""The frame that every lesson keeps: opening, objectives that are graded, short cells, plain prose, sources."""

from __future__ import annotations

import re
from calendar import month_name
from functools import cache
from html import escape
from pathlib import Path
from statistics import median

import nbformat
import pytest
from course.prose import blocks, sentences, words

from emptychair._predictions import predictions_of
from emptychair._recall import ASKED, recall_questions
from emptychair.notebooks._allowed import MAX_CELLS, MAX_LINES, MAX_MEDIAN
from emptychair.notebooks._markers import is_answer

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted(path.stem for path in (ROOT / "lessons").glob("*.ipynb"))
LONGEST_BLOCK, LONGEST_SENTENCE, WIDEST = 90, 30, 78

NEEDED: set[str] = set()
"""How sentences begin that are longer and have to be."""

_OBJECTIVE = re.compile(r"^\| \*\*(\w+)\*\* [^|*]+ \| ((?:`[a-z0-9-]+`(?:, )?)+) \|$", re.M)
_CITED = re.compile(r"\b([A-Z]\w+)(?:, [A-Z]\w+)*(?:,? (?:and|&) (?:[A-Z]\w+ ?)+| et al\.)?,? \(?((?:19|20)\d\d)\b")
_CLAIMS = re.compile(
    r"\b(?:researchers?|stud(?:y|ies)|experiments?|meta-analys[ie]s|patents?|lawsuits?|settlements?"
    r"|Amazon (?:\w+ )?(?:asks|bars|publishes|says|ships|uses|pays|paid|settled|owns|began|started))\b",
)


@cache
def _notebook(path: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / path, as_version=4)


def _lesson(name: str) -> nbformat.NotebookNode:
    return _notebook(f"lessons/{name}.ipynb")


def _displayed(name: str) -> list[nbformat.NotebookNode]:
    outputs = [out for cell in _lesson(name).cells for out in cell.get("outputs", [])]
    return [out for out in outputs if out.output_type != "stream"]


def _prose(name: str) -> list[nbformat.NotebookNode]:
    return [cell for cell in _lesson(name).cells if cell.cell_type == "markdown"]


def _assignments(name: str) -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "solutions" / name).glob("*.ipynb"))


def _graded(name: str) -> set[str]:
    cells = [cell for path in _assignments(name) for cell in _notebook(path).cells]
    return {cell.id for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")}


def _notes(name: str) -> str:
    return str(_lesson(name).cells[-1].source)


@pytest.mark.parametrize("name", LESSONS)
def test_opening(name: str) -> None:
    """Does it open with number, title, minutes, what is needed, and a table of objectives?"""
    title = _lesson(name).cells[0].source
    assert re.match(rf"# {name[:2]} · \S", title)
    minutes = re.search(r"^\*\*(\d+) minutes\.\*\* You need: ", title, re.M)
    assert minutes, "the line **N minutes.** You need: ..."
    assert 20 <= int(minutes[1]) <= 90
    rows = [line for line in title.splitlines() if line.startswith("| **")]
    assert 2 <= len(rows) <= 5
    assert [row for row in rows if not _OBJECTIVE.match(row)] == [], "an objective is | **verb** ... | `cell`, `cell` |"


@pytest.mark.parametrize("name", LESSONS)
def test_objectives_are_graded(name: str) -> None:
    """Does every objective name cells that the assignment grades, and does every graded cell serve an objective?"""
    named = [set(re.findall(r"`([^`]+)`", cells)) for _, cells in _OBJECTIVE.findall(_lesson(name).cells[0].source)]
    assert set().union(*named) == _graded(name)


@pytest.mark.parametrize("name", LESSONS)
def test_cells_are_short(name: str) -> None:
    """Is no code cell over the limit, is the usual one a glance, and does the lesson end?"""
    lines = [
        len(cell.source.splitlines())
        for cell in _lesson(name).cells
        if cell.cell_type == "code" and not is_answer(cell.source)
    ]
    assert max(lines) <= MAX_LINES
    assert median(lines) <= MAX_MEDIAN
    assert len(_lesson(name).cells) <= MAX_CELLS


@pytest.mark.parametrize("name", LESSONS)
def test_code_is_led_up_to(name: str) -> None:
    """Does a sentence that ends in a colon or asks something stand before each code cell?"""
    cells = _lesson(name).cells
    unled = [
        cell.id
        for before, cell in zip(cells, cells[1:], strict=False)
        if cell.cell_type == "code" and (before.cell_type == "code" or before.source.rstrip()[-1] not in ":?")
    ]
    assert unled == []


@pytest.mark.parametrize("name", LESSONS)
def test_end(name: str) -> None:
    """Is there a recap, the way to the assignment, and notes as the last cell?"""
    recaps = [cell.source for cell in _prose(name) if cell.source.startswith("## Recap")]
    assert len(recaps) == 1
    assert all(f"(../exercises/{name}/{Path(path).name})" in recaps[0] for path in _assignments(name))
    assert _notes(name).startswith("**Notes.**")


@pytest.mark.parametrize("name", LESSONS)
def test_links_lead_somewhere(name: str) -> None:
    """Is every file that a lesson or its assignment links to there?"""
    for path in (f"lessons/{name}.ipynb", *_assignments(name)):
        # an assignment is read from exercises/, as deep as solutions/
        for cell in _notebook(path).cells:
            for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", cell.source if cell.cell_type == "markdown" else ""):
                assert ((ROOT / path).parent / target).exists(), f"{path}, cell {cell.id}: {target}"


@pytest.mark.parametrize("name", LESSONS)
def test_prose_can_be_read_aloud(name: str) -> None:
    """Is no paragraph over 90 words and no sentence over 30 without need?"""
    cells = [
        *_prose(name)[:-1],
        *(c for path in _assignments(name) for c in _notebook(path).cells if c.cell_type == "markdown"),
    ]
    found = [(cell.id, block) for cell in cells for block in blocks(cell.source)]
    assert [(id, words(it)) for id, it in found if words(it) > LONGEST_BLOCK] == []
    long = [(id, it) for id, block in found for it in sentences(block) if words(it) > LONGEST_SENTENCE]
    assert [(id, it) for id, it in long if not any(it.startswith(start) for start in NEEDED)] == []


@pytest.mark.parametrize("name", LESSONS)
def test_prices_are_no_formula(name: str) -> None:
    """Is there at most one dollar sign in a block or a cell of a table? JupyterLab takes what stands between two for math."""
    cells = [
        *_prose(name),
        *(c for path in _assignments(name) for c in _notebook(path).cells if c.cell_type == "markdown"),
    ]
    parts = [(cell.id, part) for cell in cells for part in re.split(r"\n\s*\n|\n\s*[-*\d]|\|", cell.source)]
    assert [(id, part) for id, part in parts if part.count(r"\$") > 1] == []


@pytest.mark.parametrize("name", LESSONS)
def test_columns_have_names(name: str) -> None:
    """Does every column of a table have a head? Who hears a table is told it with each cell."""
    heads = [
        (cell.id, line)
        for cell in _prose(name)
        for line, rule in zip(cell.source.splitlines(), cell.source.splitlines()[1:], strict=False)
        if re.fullmatch(r"[|: -]*--[|: -]*", rule)
    ]
    assert [(id, line) for id, line in heads if re.search(r"\|\s*\|", line)] == []


@pytest.mark.parametrize("name", LESSONS[:5])
def test_what_is_printed_fits(name: str) -> None:
    """Is no printed line wider than the page? JupyterLab breaks longer ones anywhere, also within a word."""
    outputs = [(cell.id, out) for cell in _lesson(name).cells for out in cell.get("outputs", [])]
    printed = [(id, line) for id, out in outputs if out.output_type == "stream" for line in out.text.splitlines()]
    assert [(id, line) for id, line in printed if len(line) > WIDEST] == []


@pytest.mark.parametrize("name", LESSONS)
def test_citations_are_in_the_notes(name: str) -> None:
    """Is every author with a year, in the text or behind a prediction, in the notes with that year?"""
    cited = {it for cell in _prose(name)[:-1] for it in _CITED.findall(cell.source)}
    cited |= {it for asked in predictions_of(name) for it in _CITED.findall(asked.source)}
    entries = list(blocks(_notes(name)))
    missing = {
        (who, year) for who, year in cited if who not in month_name and not any(who in e and year in e for e in entries)
    }
    assert missing == set()


@pytest.mark.parametrize("name", LESSONS)
def test_claims_about_the_world_have_a_note(name: str) -> None:
    """Where a cell speaks of research or of what Amazon does, is there a note whose topic the cell shares?"""
    topics = [set(_long_words(block.partition(":")[0])) for block in blocks(_notes(name)) if ":" in block]
    assert topics, "notes are lines of TOPIC: SOURCE"
    claims = [cell for cell in _prose(name)[:-1] if any(_CLAIMS.search(block) for block in blocks(cell.source))]
    assert [cell.id for cell in claims if not any(topic & set(_long_words(cell.source)) for topic in topics)] == []


def _long_words(text: str) -> list[str]:
    return [word.lower().removesuffix("s") for word in re.findall(r"[A-Za-z]{5,}", text)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("in an experiment (Laske and DiGennaro Reed 2024)", [("Laske", "2024")]),
        ("Bangerter, Corvalan and Cavin 2014; their", [("Bangerter", "2014")]),
        ("Latimier et al. 2021", [("Latimier", "2021")]),
        ("Cepeda (2006)", [("Cepeda", "2006")]),
        ("in 2023 we sold 2100 umbrellas", []),
    ],
)
def test_what_is_taken_for_a_citation(text: str, cited: list[tuple[str, str]]) -> None:
    """Are authors with years found, and plain years left alone?"""
    assert _CITED.findall(text) == cited


@pytest.mark.parametrize("name", LESSONS[1:])
def test_opens_with_what_came_before(name: str) -> None:
    """Is the first thing that runs a recall of earlier lessons, and will later ones ask about this one?"""
    first = next(cell for cell in _lesson(name).cells if cell.cell_type == "code")
    assert f'Recall("{name}")' in first.source
    assert sum(it.lesson == name for it in recall_questions()) >= ASKED


@pytest.mark.parametrize("name", LESSONS)
def test_predictions_are_made_and_shown_again(name: str) -> None:
    """Is every prediction of the lesson's file asked once, and does a recap of them stand near the end?"""
    code = [cell.source for cell in _lesson(name).cells if cell.cell_type == "code"]
    asked = re.findall(r'Predict\("(\w+)"', "\n".join(code))
    assert sorted(asked) == sorted(it.name for it in predictions_of(name))
    assert asked
    assert f'Recap("{name}")' in code[-1]


@pytest.mark.parametrize("name", LESSONS)
def test_dial_does_not_begin_at_the_answer(name: str) -> None:
    """Is whoever commits without a thought wrong by more than a twentieth of the scale?"""
    html = "".join(out.data.get("text/html", "") for out in _displayed(name))
    near = []
    for asked in (it for it in predictions_of(name) if not it.choices):
        told = re.search(
            re.escape(escape(asked.question)) + r"</p><details><summary>[^<]*</summary><p>([-\d.,]+)", html
        )
        assert told, f"{asked.name} is not in the outputs of {name}"
        truth = float(told[1].rstrip(".").replace(",", ""))
        near += [asked.name] * (abs(asked.start - truth) <= (asked.high - asked.low) / 20)
    assert near == []


@pytest.mark.parametrize("name", LESSONS)
def test_bets_are_not_given_away(name: str) -> None:
    """Is the right answer to a bet printed openly by no later cell, also in a lesson that nobody has run yet?"""
    given_away, bets = [], dict[str, str]()
    for cell in _lesson(name).cells:
        asked = re.search(r'Predict\("(\w+)"', cell.source)
        for out in cell.get("outputs", []):
            if asked and out.output_type != "stream":
                bets[asked[1]] = re.search(r"</summary><p>(.*?)\.</p>", out.data["text/html"])[1].replace(" %", "%")
            elif out.output_type == "stream":
                text = out.text.replace(" %", "%")
                given_away += [(bet, cell.id) for bet, said in bets.items() if re.search(rf"\b{re.escape(said)}", text)]
    assert bets
    assert given_away == []


WIDGETS = {
    "00_start_here": {"Diagnostic", "Planner"},
    "01_customer_obsession": {"EmptyChair", "WhoIsTheCustomer", "PrincipleMap"},
    "02_anticipating_needs": {"NextPurchase", "Stockroom", "AnticipatoryShipping", "ContactCentre"},
    "03_feedback_loop": {"SurveyBias", "Themes", "Loop", "ABTest"},
    "04_trust_and_failure": {"TrustLedger", "PrivacyDial", "FiveWhys"},
    "05_pr_faq": {"PressRoom", "WeaselHunt", "NorthStar", "SilentReading"},
    "06_star_answers": {"StarStudio", "BarRaiser", "Rewrite", "BreakTheReader"},
    "07_mock_interview": {"MockInterview", "StoryPortfolio", "RehearsalCalendar", "MentorSheet"},
}


@pytest.mark.parametrize("name", LESSONS)
def test_widgets_are_one_line(name: str) -> None:
    """Is each widget of the lesson there, as a cell that imports it and calls it?"""
    calls = {
        found[1]
        for cell in _lesson(name).cells
        if cell.cell_type == "code"
        for found in re.finditer(r"^(?:\w+ = )?(\w+)\([^\n]*\)$", cell.source, re.M)
    }
    assert WIDGETS[name] <= calls
