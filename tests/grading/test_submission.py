"""A submission is read, whatever lies in the folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import builders
import pytest

from emptychair.grading._layout import Layout
from emptychair.grading._submission import Submission


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """An empty course."""
    (tmp_path / "submitted" / "ana" / "ps1").mkdir(parents=True)
    return Layout(tmp_path)


def folder(layout: Layout) -> Path:
    """Where ana hands in."""
    return layout.root / "submitted" / "ana" / "ps1"


def read(layout: Layout) -> Submission:
    """What is read of ana's hand-in; it survives JSON, always."""
    found = Submission.read(layout, "ps1", "ana")
    assert Submission.from_json(found.to_json()) == found
    return found


def fault(layout: Layout) -> str:
    """The one fault of the one notebook, a single line."""
    (notebook,) = read(layout).notebooks
    assert notebook.cells == ()
    assert "\n" not in notebook.fault
    return notebook.fault


def test_read_takes_sources_and_names_and_nothing_else(layout: Layout) -> None:
    """Do forged points, tags and outputs stay behind?"""
    cell = builders.tests("assert True", grade_id="a", points=100)
    cell.metadata["tags"] = ["skip-execution"]
    cell["outputs"] = [builders.printed("10")]
    builders.save(builders.notebook(cell), folder(layout) / "p1.ipynb")
    (folder(layout) / "timestamp.txt").write_text("1970-01-01")
    (folder(layout) / "data").mkdir()
    (folder(layout) / "data" / "orders.csv").write_text("id\n1\n")
    found = read(layout)
    assert found.notebooks[0].cells == ({"type": "code", "source": "assert True", "id": "a", "grade_id": "a"},)
    assert found.files == {"data/orders.csv": b"id\n1\n"}


def test_digest_when_one_character_changes(layout: Layout) -> None:
    """Does the address follow the content and only the content?"""
    path = builders.save(builders.notebook(builders.code("a = 1")), folder(layout) / "p1.ipynb")
    first = read(layout).digest
    path.touch()
    assert read(layout).digest == first
    path.write_text(path.read_text().replace("a = 1", "a = 2"))
    assert read(layout).digest != first


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"", "is not a notebook (line 1 is not JSON)"),
        (b'{\n"cells": [},', "is not a notebook (line 2 is not JSON)"),
        (b"\xff\xfe", "is not a notebook (it is not JSON text)"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\\ud800"}]}', "(it is not JSON text)"),
        (b"[" * 200_000, "is not a notebook (its JSON is nested too deep)"),
        (b"[]", "is not a notebook of format 4"),
        (b'{"nbformat": 3, "worksheets": []}', "is not a notebook of format 4"),
        (b'{"nbformat": 4, "cells": "none"}', "its cells are not a list of cells"),
        (b'{"nbformat": 4, "cells": [3]}', "its cells are not a list of cells"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": 3}]}', "its cell number 1 is not a cell"),
        (b'{"nbformat": 4, "cells": [{"cell_type": [], "source": ""}]}', "its cell number 1 is not a cell"),
        (json.dumps({"nbformat": 4, "cells": [{}] * 2001}).encode(), "has 2001 cells"),
        (b'{"nbformat": 4, "cells": [], "x": [' + b"[]," * 1_000_000 + b"0]}", "its JSON has millions of parts"),
        (b'{"nbformat": 4, "cells": [], "x": [' + b"1," * 5_000_001 + b"0]}", "its JSON has millions of parts"),
    ],
)
def test_fault_of_a_broken_notebook(layout: Layout, text: bytes, what: str) -> None:
    """Is the fault named, with the file and what to do?"""
    (folder(layout) / "p1.ipynb").write_bytes(text)
    said = fault(layout)
    assert what in said
    assert said.startswith("submitted/ana/ps1/p1.ipynb ")
    assert said.endswith("Ask for it again: in JupyterLab, File > Download.")


@pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices are POSIX's")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "device", "loop"])
def test_fault_when_it_is_no_file(layout: Layout, kind: str, tmp_path: Path) -> None:
    """Is nothing opened that is not a regular file?"""
    path = folder(layout) / "p1.ipynb"
    (tmp_path / "secret.ipynb").write_text("{}")
    if kind == "link":
        path.symlink_to(tmp_path / "secret.ipynb")
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    assert {"pipe": "is a pipe", "folder": "is a folder"}.get(kind, "is a link") in fault(layout)


def test_files_when_one_is_a_link_to_elsewhere(layout: Layout, tmp_path: Path) -> None:
    """Does nothing from outside come in with the files?"""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_text("secret")
    (folder(layout) / "key").symlink_to(tmp_path / "secret" / "key")
    (folder(layout) / "all").symlink_to(tmp_path / "secret")
    assert read(layout).files == {}


def test_read_when_the_folder_is_a_link(layout: Layout, tmp_path: Path) -> None:
    """Is another student's folder out of reach?"""
    builders.save(builders.notebook(), tmp_path / "submitted" / "bo" / "ps1" / "p1.ipynb")
    (tmp_path / "submitted" / "eve").symlink_to(tmp_path / "submitted" / "bo")
    (one,) = Submission.read(layout, "ps1", "eve").notebooks
    assert "is a link" in one.fault


def test_read_when_there_is_nothing(layout: Layout) -> None:
    """Is an absent student an empty submission?"""
    assert Submission.read(layout, "ps1", "nobody").notebooks == ()


def test_pictures_of_a_written_answer_are_kept(layout: Layout) -> None:
    """Does a photo of handwriting reach the person who grades it, and nothing else that was attached?"""
    cell = builders.written("![](a.png)", grade_id="w", points=1)
    cell["attachments"] = {"a.png": {"image/png": "iVBOR"}, "b": {"text/html": "<script>"}}
    builders.save(builders.notebook(cell), folder(layout) / "p1.ipynb")
    assert read(layout).notebooks[0].cells[0]["attachments"] == {"a.png": {"image/png": "iVBOR"}}


def test_read_opens_what_is_wanted_and_nothing_else(layout: Layout) -> None:
    """Do a hundred notebooks more, and folders without end, cost nothing and change nothing?"""
    builders.save(builders.notebook(builders.code("a = 1")), folder(layout) / "p1.ipynb")
    first = Submission.read(layout, "ps1", "ana", {"p1"})
    for number in range(1, 1200):
        (folder(layout) / f"p1 ({number}).ipynb").mkdir()
    (folder(layout) / "z.csv").write_text("behind more folders than are looked through")
    (folder(layout) / "p1 (999).ipynb" / "x.csv").write_text("as well")
    found = Submission.read(layout, "ps1", "ana", {"p1"})
    assert [one.name for one in found.notebooks] == ["p1"]
    assert found.notebooks == first.notebooks
    assert list(found.files) == ["z.csv"]
    assert len(Submission.read(layout, "ps1", "ana").notebooks) == 1200
