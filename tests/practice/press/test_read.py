"""Taking in documents that were written elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.feedback import prfaq
from emptychair.practice.press import Draft, compose, read, read_file, to_docx, to_markdown
from emptychair.practice.press._draft import plain
from emptychair.practice.press._read import _STRUCTURE, LARGEST

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted((ROOT / "data" / "corpus" / "prfaq").glob("*.md"))
WORD = re.compile(r"[^\W\d_]{2,}")
LABELS = {"step", "answer", "question", "faq"}

RELEASE = """# Riders Go Home When They Are Ready

*People on paratransit book the ride back from the waiting room.*

TOPEKA, May 3, 2027. Kaw Bend today opened Ready Ride for 900 riders of its vans. With it a rider calls the van when the visit ends.

Today riders lose hours, because nobody knows when a visit ends. In June 2026 we asked 212 riders, and 61 of them had missed dinner.

"My mother sat there until six," said Ana Ruiz, director.

## External FAQ

**Q1. What does it cost?**
Nothing. The county pays $4 a ride.
"""


def words(text: str) -> Counter[str]:
    """The words of a text, except those that only name parts."""
    return Counter(word for word in WORD.findall(text.lower()) if word not in _STRUCTURE | LABELS)


def everything(draft: Draft) -> str:
    """All texts of a draft."""
    return "\n".join(draft.as_dict().values())


def test_read_finds_the_parts() -> None:
    """Does every sentence land in its part, and does no title of ours remain?"""
    found = read(RELEASE)
    assert found.heading == "Riders Go Home When They Are Ready"
    assert found.dateline == "TOPEKA, May 3, 2027"
    assert found.summary.startswith("Kaw Bend today opened")
    assert "212 riders" in found.problem
    assert found.leader_quote.endswith("director.")
    assert found.external_faq == "**What does it cost?**\nNothing. The county pays $4 a ride."
    assert found.rest == ""


@pytest.mark.parametrize("path", DOCUMENTS[::4], ids=lambda path: path.stem)
def test_read_loses_no_word(path: Path) -> None:
    """Is every word of a document in some part, as often as it was there?"""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert words(text) - words(everything(read(text))) == Counter()


@pytest.mark.parametrize("path", DOCUMENTS[::9], ids=lambda path: path.stem)
def test_read_changes_no_verdict(path: Path) -> None:
    """Does a document get the same review after it was taken in, and again as the file that it is saved to?"""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    draft = read(text).having(rest="")
    assert prfaq.review(compose(draft)).score == pytest.approx(prfaq.review(text).score, abs=3)
    assert prfaq.review(to_markdown(draft)).score == pytest.approx(prfaq.review(compose(draft)).score, abs=1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=60), st.sampled_from(RELEASE.split("\n\n"))), max_size=8).map("\n\n".join))
def test_read_of_anything(text: str) -> None:
    """Does no text break the reading, and is none of its words lost?"""
    assert words(plain(text)) - words(everything(read(text))) == Counter()


def test_word_file_of_somebody_else() -> None:
    """Are titles, lists and bold questions of a Word file read as what they are?"""
    document = docx.Document()
    document.add_paragraph("Riders Go Home When They Are Ready", style="Title")
    for block in RELEASE.split("\n\n")[1:5]:
        document.add_paragraph(block.strip("*"))
    document.add_heading("External FAQ", level=1)
    document.add_paragraph().add_run("What does it cost?").bold = True
    document.add_paragraph("Nothing. The county pays $4 a ride.")
    out = BytesIO()
    document.save(out)
    found = read_file("draft.DOCX", out.getvalue())
    assert found.heading == "Riders Go Home When They Are Ready"
    assert found.external_faq == "**What does it cost?**\nNothing. The county pays $4 a ride."


def test_word_file_with_everything_that_word_has() -> None:
    """Are links, tables, insertions and sentences in pieces read, and what was deleted not?"""
    document = docx.Document()
    document.add_paragraph("Riders Go Home When They Are Ready", style="Title")
    start = document.add_paragraph("Start at ")
    for kind, text in (
        ("hyperlink", "example.org/ride"),
        ("del", " or by fax"),
        ("ins", " or in the app"),
        ("sdt", " today."),
    ):
        around = OxmlElement(f"w:{kind}")
        inside = around if kind != "sdt" else OxmlElement("w:sdtContent")
        inside.append(deepcopy(start.add_run(text)._r))
        start._p.remove(start.runs[-1]._r)
        if inside is not around:
            around.append(inside)
        start._p.append(around)
    document.add_heading("External FAQ", level=1)
    question = document.add_paragraph()
    for piece in ("What does ", "it ", "cost?"):
        question.add_run(piece).bold = True
    document.add_table(1, 2).cell(0, 1).text = "Nothing. The county pays $4 a ride."
    out = BytesIO()
    document.save(out)
    found = read_file("draft.docx", out.getvalue())
    assert "Start at example.org/ride or in the app today." in everything(found)
    assert "fax" not in everything(found)
    assert found.external_faq == "**What does it cost?**\nNothing. The county pays $4 a ride."


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK no zip", "not a Word file"),
        ("a.docx", b"", "not a Word file"),
        ("a.md", b"\xff\xfe\x00", "not text in UTF-8"),
        ("a.txt", b"x" * (LARGEST + 1), "larger than 2 MB"),
    ],
)
def test_read_file_when_it_cannot(name: str, data: bytes, said: str) -> None:
    """Does the message say what is wrong and what to do?"""
    with pytest.raises(EmptyChairError, match=said):
        read_file(name, data)


def test_damaged_word_files() -> None:
    """Is a file that lost bytes on the way read or refused in words, never with an error of a library?"""
    chance = Random(1)
    whole = to_docx(Draft(heading="Hi", problem="They wait. " * 20))
    for _ in range(80):
        data = bytearray(whole[: chance.randrange(len(whole))] if chance.random() < 0.2 else whole)
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(EmptyChairError):
            read_file("a.docx", bytes(data))


@pytest.mark.parametrize("kept", [b"hello", b"<a"])
def test_word_file_with_broken_insides(kept: bytes) -> None:
    """Is a zip whose document is no XML refused in words?"""
    out = BytesIO()
    with ZipFile(BytesIO(to_docx(Draft(heading="Hi")))) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, kept if name == "word/document.xml" else before.read(name))
    with pytest.raises(EmptyChairError, match="damaged"):
        read_file("a.docx", out.getvalue())
