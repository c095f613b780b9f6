"""Drafts: kept, never lost, compared."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair._process import environment
from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice.drafts import SHELF, drafts, keep_draft, revision, wording

ASKED = "Tell me about a time you dealt with an angry customer."
MORNING = datetime(2027, 3, 1, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_drafts_of_a_question_in_order() -> None:
    """Are drafts given in the order in which they were kept, question by question?"""
    for hour, text in enumerate(("one", "two", "three")):
        keep_draft(ASKED, text, MORNING + timedelta(hours=hour))
    keep_draft("Another question?", "one", MORNING)
    assert [it.text for it in drafts(ASKED)] == ["one", "two", "three"]
    assert [it.text for it in drafts("Another question?")] == ["one"]


def test_a_draft_that_is_kept_again() -> None:
    """Is it there once, as the latest?"""
    for hour, text in enumerate(("one", "two", "one")):
        keep_draft(ASKED, text, MORNING + timedelta(hours=hour))
    assert [it.text for it in drafts(ASKED)] == ["two", "one"]


def test_drafts_from_several_processes() -> None:
    """Is none lost when lessons in several kernels keep drafts at the same time?"""
    code = (
        "import sys; from emptychair.practice.drafts import keep_draft\n"
        f"for n in range(6): keep_draft({ASKED!r}, f'{{sys.argv[1]}} {{n}}')"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name], env=environment()) for name in "abc"]
    assert [it.wait(timeout=60) for it in running] == [0, 0, 0]
    assert sorted(it.text for it in drafts(ASKED)) == sorted(f"{name} {n}" for name in "abc" for n in range(6))


@pytest.mark.parametrize("entry", [None, 3, [], "x", {}, {"question": ASKED}, {"question": ASKED, "text": 3}])
def test_what_is_no_draft(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, "edited", entry)
    keep_draft(ASKED, "one", MORNING)
    assert [it.text for it in drafts(ASKED)] == ["one"]


def test_drafts_of_another_version() -> None:
    """Is a store that another version wrote told and not touched?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    with pytest.raises(EmptyChairError, match="another version"):
        keep_draft(ASKED, "one", MORNING)
    assert json.loads(progress_path().read_text()) == {"schema": 2, "kept": {}}


@given(st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    """Does a draft come back as it was written, whatever the signs?"""
    if text.encode("utf-8", "replace").decode() == text:  # half a pair of surrogates is no text that a browser sends
        keep_draft("Any text?", text)
        assert text in [it.text for it in drafts("Any text?")]


def test_words_in_common_by_chance() -> None:
    """Is an answer told anew shown as the old one and the new one, and a word changed in a sentence as that word?"""
    old = "Mistakes in the stockroom would not occur if head office had sent us more of them."
    new = "Every label is scanned to a name in the cage, and I wrote to all fourteen families to say so."
    assert [it.kind for it in wording(old, new)] == ["cut", "new"]
    assert [it.kind for it in wording("We called her in the evening.", "I called her in the morning.")] == [
        "cut", "new", "same", "cut", "new",
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from(["I ", "we ", "rang ", "her.", "\n\n", "  ", "café ", "🐕"]), max_size=30).map("".join)


@given(WORDS, WORDS)
def test_wording_makes_both_texts(before: str, after: str) -> None:
    """Do the pieces make the older text and the newer one, letter by letter?"""
    pieces = wording(before, after)
    assert "".join(it.text for it in pieces if it.kind != "new") == before
    assert "".join(it.text for it in pieces if it.kind != "cut") == after
    assert all(it.text for it in pieces)
    assert (before == after) == all(it.kind == "same" for it in pieces)


def test_wording_of_a_book() -> None:
    """Is a pasted book no reason to wait?"""
    book = "I rang her again. " * 10_000
    assert [it.kind for it in wording(book, book + "Twice.")] == ["cut", "new"]


def test_revision_of_a_weak_answer() -> None:
    """Are the gate that opened, the levels that moved and the gain those of the two reviews?"""
    weak = "At our shop customers complained a lot about late repairs. We apologized. Everyone was happy. It went well."
    better = (
        "In May last year I ran the desk of a bike shop in Leeds. Customers complained about late repairs. "
        "I asked twelve of them what a late bike had cost them, because we had never asked. "
        "I added a line to the intake form. Late repairs fell from 19 in May to 3 in June."
    )
    found = revision(weak, better, ASKED)
    assert found.gain > 20
    assert {it.title for it in found.moved} >= {"Own action", "Result"}
    assert all(it.before != it.after for it in found.moved)
    assert found.opened
    assert found.shut == ()
    back = revision(better, weak, ASKED)
    assert (back.gain, back.shut) == (-found.gain, found.opened)


def test_place_of_a_draft() -> None:
    """Has each draft a place of its own, so that two writers do not replace one list?"""
    keep_draft(ASKED, "one", MORNING)
    keep_draft(ASKED, "two", MORNING)
    assert len(kept(SHELF)) == 2
