"""Finding the data files."""

from __future__ import annotations

from pathlib import Path

import pytest

from emptychair import EmptyChairError, _data
from emptychair._data import data_path


@pytest.mark.parametrize("name", ["questions.toml", "corpus/codebook.md", "corpus/star"])
def test_data_path_of_what_the_kit_needs(name: str) -> None:
    """Is it there, files and folders alike?"""
    assert data_path(name).exists()


def test_data_path_when_it_is_in_both_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does an installed kit use the copy that came with it, and fall back file by file?"""
    inside, beside = tmp_path / "inside", tmp_path / "beside"
    for folder, names in ((inside, ["both"]), (beside, ["both", "one"])):
        folder.mkdir()
        for name in names:
            (folder / name).touch()
    monkeypatch.setattr(_data, "_FOLDERS", (inside, beside))
    assert data_path("both") == inside / "both"
    assert data_path("one") == beside / "one"


def test_data_path_when_missing() -> None:
    """Does the message name the file and the remedy, in one line?"""
    with pytest.raises(
        EmptyChairError, match=r"^data/no/such\.csv is missing; .*restore the file from the repository\.$"
    ):
        data_path("no/such.csv")
