"""The reader of corrections of errors: what it must remark on, what it must let pass, and what may not fool it."""

from __future__ import annotations

import json
import random
import time

import pytest
from feedback.coe.documents import PARTS, TABLE, document
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback import Review, coe, render_html, render_text

FIRES = [(check, row.part, text) for check, row in TABLE.items() for text in row.fires]
QUIET = [(check, row.part, text) for check, row in TABLE.items() for text in row.quiet]


def checks(text: str) -> list[str]:
    """The names of the remarks about a document."""
    return [finding.check for finding in coe.review(text).findings]


def test_sound_document() -> None:
    """Does a sound one reach the top, with nothing to remark on?"""
    seen = coe.review(document())
    assert [(it.name, it.level) for it in seen.criteria if it.level < 5] == []
    assert (seen.score, seen.verdict, seen.findings, seen.gates) == (100, "ready to be read out", (), ())


@pytest.mark.parametrize(("check", "part", "text"), FIRES)
def test_remark_when_it_must_fire(check: str, part: str, text: str) -> None:
    """Is the fault found, pointed at inside the document, with a reason?"""
    whole = document(**{part: text})
    (first, *_) = [it for it in coe.review(whole).findings if it.check == check] or [None]
    assert first, f"{check} keeps quiet, the others are {checks(whole)}"
    assert 0 <= first.start < first.end <= len(whole)
    assert first.message
    assert first.hint


@pytest.mark.parametrize(("check", "part", "text"), QUIET)
def test_remark_when_it_must_not_fire(check: str, part: str, text: str) -> None:
    """Is a text without this fault left alone?"""
    said = [it for it in coe.review(document(**{part: text})).findings if it.check == check]
    assert [it.message for it in said] == []


@pytest.mark.parametrize("part", PARTS)
def test_part_that_is_missing(part: str) -> None:
    """Is a part that is missing named, does its level fall to 1, and the score with it?"""
    seen = coe.review(document(**{part.replace(" ", "_"): ""}))
    name = next(key for key, title in coe.PARTS.items() if title == part)
    assert [it.message for it in seen.findings if it.check == "missing_part"] == [f"There is no part “{part}”."]
    assert seen.criterion(name).level == 1
    assert seen.score < 91


HEADINGS = ("## {}\n\n", "{}\n", "{}:\n", "**{}**\n", "**{}:** ", "{}: ", "# {} #\n", "2. {}\n", "> ## {}\n")


@pytest.mark.parametrize("form", HEADINGS)
def test_headings_in_any_dress(form: str) -> None:
    """Are the parts found whatever marks stand around their headings?"""
    text = "\n\n".join(form.format(name.upper() if "#" not in form else name) + body for name, body in PARTS.items())
    found = coe.parse(text)
    assert found.missing == ()
    assert found.actions is not None
    assert len(found.actions.items) == 3
    assert coe.review(text).score >= 95


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "(1) ", ""])
def test_lists_in_any_dress(mark: str) -> None:
    """Are entries found whatever stands before them?"""
    whys = "\n".join(f"{mark}{line[3:]}" for line in PARTS["Five whys"].splitlines())
    found = coe.parse(document(Five_whys=whys)).whys
    assert found is not None
    assert len(found.items) == 5


def test_whys_in_one_paragraph_and_wrapped() -> None:
    """Are the sentences of a paragraph the answers, and does a wrapped line stay with its entry?"""
    found = coe.parse("Five whys: The van left at six. The contract says six. Nobody owns the contract.").whys
    assert found is not None
    assert len(found.items) == 3
    found = coe.parse("Five whys:\n- The van left at six, which\n  is early.\n- The contract says six.").whys
    assert found is not None
    assert [it.text for it in found.items] == ["The van left at six, which\n  is early.", "The contract says six."]


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("Impact: it was bad.\nTimeline: May 3.\nFive whys: no.\n", "too_short"),
        ("We had a bad month. " * 40, "not_a_coe"),
        ("\n".join(f"## {name}" for name in PARTS) * 9, "not_a_coe"),
        ("\n\n".join(f"## {name}\n\n{PARTS['Impact']}" for name in PARTS), "repeated"),
        (document(Actions="- Reject it — owner: [one name] — by [a date]\n- Test it — Ada Mensah — May 3"), "blanks"),
        (document() + "\n\n## Appendix\n\n" + "Seamless, innovative, robust, holistic synergies. " * 9, "buzzwords"),
    ],
)
def test_gates(text: str, gate: str) -> None:
    """Is there a reason for which such a text cannot pass?"""
    seen = coe.review(text)
    assert gate in [it.name for it in seen.gates]
    assert seen.score <= 59


def test_shuffled_words() -> None:
    """Do the words of a sound document, in any order under each heading, fail?"""
    luck = random.Random(4)
    for _ in range(10):
        words = {name: text.split() for name, text in PARTS.items()}
        for some in words.values():
            luck.shuffle(some)
        text = "\n\n".join(f"## {name}\n\n{' '.join(some)}" for name, some in words.items())
        assert coe.review(text).score < 60


def test_headings_alone_and_one_word_each() -> None:
    """Does the skeleton earn next to nothing?"""
    assert coe.review(document(**{name.replace(" ", "_"): "Customers." for name in PARTS})).score <= 25


def test_edits_lift_a_level_once_filled_in() -> None:
    """Does what an edit adds, with facts in place of its blanks, make the remark go away and no level fall?"""
    filled = {"[one name]": "Ada Mensah", "[a date]": "May 28", "[the limit]": "2 %", "[day or week]": "day"}
    filled["[what let it through]"] = "the form lets the field stay empty"
    tried = 0
    for check, part, text in FIRES:
        whole = document(**{part: text})
        seen = coe.review(whole)
        for finding in seen.findings:
            if finding.check == check and finding.edit:
                mended = finding.edit.apply(whole)
                for blank, fact in filled.items():
                    mended = mended.replace(blank, fact)
                again = coe.review(mended)
                assert checks(mended).count(check) == checks(whole).count(check) - 1, mended
                assert again.score >= seen.score
                tried += 1
    assert tried >= 15


def test_steps_below_the_top() -> None:
    """Has each criterion below its top a next step, and only those?"""
    for check, part, text in FIRES:
        for criterion in coe.review(document(**{part: text})).criteria:
            assert bool(criterion.next_step) == (criterion.level < 5), (check, criterion)


def test_review_is_data() -> None:
    """Does it survive JSON, and do both renderings say the score?"""
    text = document(Actions="- Be more careful <b>.")
    seen = coe.review(text)
    assert Review.from_json(seen.to_json()) == seen
    assert json.loads(seen.to_json())["kind"] == "coe"
    assert str(seen.score) in render_text(seen, text)
    assert "<b>" not in render_html(seen, text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"\n\n#:-*|?. 1", "Impact", "Five whys", "Actions", "Why", "May 3", "Zoë 🐕", "the clerk forgot"]
        )
    )
)
def test_any_text(pieces: list[str]) -> None:
    """Is any text read without an error, with places inside it and entries that are what stands there?"""
    text = "".join(pieces)
    seen = coe.review(text)
    assert 0 <= seen.score <= 100
    assert all(0 <= it.start <= it.end <= len(text) for it in seen.findings)
    for part in (coe.parse(text).impact, coe.parse(text).whys, coe.parse(text).actions):
        if part:
            assert text[part.start : part.end] == part.text
            assert all(text[it.start : it.end] == it.text for it in part.items)


LONG = {
    "letters": "A" * 60_000,
    "blanks": "Impact:" + " " * 60_000 + "x",
    "names": "Anna Maria Lopez Garcia " * 2_500,
    "adverbs": "Grace and " * 6_000,
    "articles": "the " * 15_000,
    "entries": "Five whys:\n" + "- the clerk went\n" * 3_500,
    "dashes": "Actions:\n" + "- add a — b — c, d (e) " * 2_500,
    "digits": "1 " * 30_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_text_of_one_thing(text: str) -> None:
    """Is a text that long, of nothing but one thing, read in a moment?"""
    start = time.process_time()
    coe.review(text)
    assert time.process_time() - start < 3
