"""Reading notebooks, good and bad."""

from __future__ import annotations

import re
from pathlib import Path

import builders
import pytest

from emptychair import EmptyChairError
from emptychair.notebooks import dumps, read

GOOD = dumps(builders.notebook(builders.markdown("text")))


def test_read_gives_the_notebook_when_it_is_one(tmp_path: Path) -> None:
    """Does a notebook come back as it was written, ids untouched?"""
    nb = builders.notebook(builders.markdown("one", id="same"), builders.markdown("two", id="same"))
    assert read(builders.save(nb, tmp_path / "a.ipynb")) == nb


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1 is not JSON"),
        (GOOD[: GOOD.index('"nbformat"')].encode(), r"line \d+ is not JSON"),
        (b"\x89PNG\xff", "not UTF-8"),
        (b"[1, 2]", "not a notebook"),
        (b'{"a": 1}', "not a notebook"),
        (GOOD.replace('"nbformat_minor": 5', '"nbformat_minor": 4').encode(), r"format 4\.4"),
        (GOOD.replace('"nbformat": 4', '"nbformat": 3').encode(), r"format 3\.5"),
        (GOOD.replace('"markdown"', '"poem"').encode(), "cell number 1"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "cells"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [7]}', "cell number 1"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "none"}', "breaks the notebook format"),
        (GOOD.replace('"text"', r'"\ud800"').encode(), "not a notebook"),
        (b"[" * 100_000, "not a notebook"),
    ],
)
def test_read_says_one_line_when_the_file_is_bad(tmp_path: Path, content: bytes, said: str) -> None:
    """Which file, what is wrong, what to do: is it one sentence each, on one line?"""
    path = tmp_path / "bad.ipynb"
    path.write_bytes(content)
    with pytest.raises(EmptyChairError, match=said) as caught:
        read(path)
    line = str(caught.value)
    assert line.startswith(path.as_posix())
    assert "\n" not in line
    assert re.search(r"(Restore|Open) .*\.$", line)


def test_read_says_so_when_the_file_is_missing(tmp_path: Path) -> None:
    """Is a missing notebook named?"""
    with pytest.raises(EmptyChairError, match=r"06_star\.ipynb does not exist"):
        read(tmp_path / "06_star.ipynb")


def test_read_says_so_when_the_file_is_a_folder(tmp_path: Path) -> None:
    """Is a folder called like a notebook named?"""
    (tmp_path / "06_star.ipynb").mkdir()
    with pytest.raises(EmptyChairError, match=r"06_star\.ipynb cannot be read"):
        read(tmp_path / "06_star.ipynb")
