"""Import, edit, export, import: whatever people write is still there, in Markdown and in Word."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from posixpath import normpath
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from emptychair.practice.press import Draft, from_docx, read, read_file, to_docx, to_markdown
from emptychair.practice.press._draft import plain

NAMES = tuple(Draft.__dataclass_fields__)
HARD = (
    "<!-- part: problem -->",
    "<!--\\ part: x",
    "**Why?**",
    "** **",
    "****",
    "# ",
    "*",
    " —",
    "## Not placed yet\n\n",
    "\n",
    "\t",
    "\u2028",
    "\x00",
)
TEXTS = st.lists(st.one_of(st.text(max_size=40), st.sampled_from(HARD)), max_size=4).map("".join)
DRAFTS = st.dictionaries(st.sampled_from(NAMES), TEXTS).map(Draft.of)


def through_markdown(draft: Draft) -> Draft:
    """Write the draft to a Markdown file and read the file."""
    return read_file("draft.md", to_markdown(draft).encode())


def through_word(draft: Draft) -> Draft:
    """Write the draft to a Word file and read the file."""
    found, _ = from_docx(to_docx(draft))
    return found or Draft()


@settings(max_examples=150, deadline=None)
@given(draft=DRAFTS, name=st.sampled_from(NAMES), text=TEXTS)
@example(Draft(heading="<!-- part: problem -->\nHi", subheading="*Hi"), "problem", "a\n\n\n\nb")
def test_markdown_loses_nothing(draft: Draft, name: str, text: str) -> None:
    """Is every part the same after export and import, before and after an edit?"""
    once = through_markdown(draft)
    assert once == draft
    edited = once.having(**{name: text})
    assert through_markdown(edited) == edited
    assert edited[name] == plain(text)


@settings(max_examples=25, deadline=None)
@given(draft=DRAFTS, name=st.sampled_from(NAMES), text=TEXTS)
@example(Draft(external_faq="**Why?**\nBecause.\n\n\n**How\tso?** no", rest="** **"), "rest", "a\n\n\n\nb")
def test_word_loses_nothing(draft: Draft, name: str, text: str) -> None:
    """Is every part the same in a Word file, line breaks, tabs and stars included?"""
    once = through_word(draft)
    assert once == draft
    edited = once.having(**{name: text})
    assert through_word(edited) == edited


def test_word_file_holds_together() -> None:
    """Is every part of the package XML of a declared kind, every target of a relation there, and every style that is used defined?"""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    draft = Draft.of({name: f" \x0b\x1bOne\ttwo\u2028 & <{name}> \ud83d\ude00\n**Why?**\n\n  Three." for name in NAMES})
    with ZipFile(BytesIO(to_docx(draft))) as package:
        assert package.testzip() is None
        trees = {
            it: ElementTree.fromstring(package.read(it)) for it in package.namelist() if it.endswith((".xml", ".rels"))
        }
        declared = [it.attrib for it in trees["[Content_Types].xml"]]
        parts, endings = ({it[key] for it in declared if key in it} for key in ("PartName", "Extension"))
        for name in package.namelist():
            assert f"/{name}" in parts or name.rpartition(".")[2] in endings
        for name in (it for it in trees if it.endswith(".rels")):
            folder = name.partition("_rels/")[0]
            assert all(normpath(folder + it.attrib["Target"].lstrip("/")) in package.namelist() for it in trees[name])
        used = {it.get(f"{w}val") for it in trees["word/document.xml"].iter(f"{w}pStyle")}
        assert len(used) > len(NAMES) / 2
        assert used <= {it.get(f"{w}styleId") for it in trees["word/styles.xml"].iter(f"{w}style")}


@pytest.mark.parametrize("through", [through_markdown, through_word], ids=["markdown", "word"])
@pytest.mark.parametrize("name", NAMES)
def test_a_part_keeps_its_place(through: Callable[[Draft], Draft], name: str) -> None:
    """Does a text come back in the part that it was written in, also when it is the only one?"""
    assert through(Draft.of({name: "One line.\nAnother one."})).written() == (name,)


def test_marks_when_a_person_has_edited_the_file() -> None:
    """Is a file read that lost its number signs, got a foreword, and has one part twice and one that we do not know?"""
    text = (
        "Dear Ana,\n\n<!-- part: heading -->\nRiders Go Home\n\n<!-- part: problem -->\nThey wait.\n"
        "<!-- part: unknown -->\nA note.\n<!-- part: problem -->\nIt is cold.\n"
    )
    assert read(text) == Draft(
        heading="Riders Go Home", problem="They wait.\n\nIt is cold.", rest="Dear Ana,\n\nA note."
    )


def test_word_file_is_the_writers_own() -> None:
    """Does the file name the release as its title, and no library as its author?"""
    about = docx.Document(BytesIO(to_docx(Draft(heading="Riders Go Home " * 40)))).core_properties
    assert about.title.startswith("Riders Go Home")
    assert (about.author, about.comments) == ("", "")
