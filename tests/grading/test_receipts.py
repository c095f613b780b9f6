"""When was it handed in? The learner's own word is never enough where it matters."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from emptychair._errors import EmptyChairError
from emptychair.grading._receipts import Receipts, read_receipts, timestamp_of

MARCH = datetime(2026, 3, 1, 12, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A submission whose notebook was written in March and that claims to be from January."""
    notebook = tmp_path / "small.ipynb"
    notebook.write_text("{}")
    written = MARCH.replace(tzinfo=UTC).timestamp()
    os.utime(notebook, (written, written))
    (tmp_path / "timestamp.txt").write_text("2026-01-01 08:00:00 UTC\n")
    return tmp_path


@pytest.mark.parametrize(
    ("receipts", "due", "expected"),
    [
        (Receipts(), True, MARCH),
        (Receipts(), False, datetime(2026, 1, 1, 8, 0)),
        (Receipts(trust_claims=True), True, datetime(2026, 1, 1, 8, 0)),
        (Receipts({("ana", "ps"): datetime(2026, 2, 2)}), True, datetime(2026, 2, 2)),
        (Receipts({("ana", "ps"): datetime(2026, 2, 2)}, trust_claims=True), False, datetime(2026, 2, 2)),
        (Receipts({("bo", "ps"): datetime(2026, 2, 2)}), True, MARCH),
    ],
    ids=["forged", "no-due-date", "trusted", "receipt", "receipt-wins", "somebody-else's-receipt"],
)
def test_received(folder: Path, receipts: Receipts, due: bool, expected: datetime) -> None:
    """Which word counts?"""
    assert receipts.received(folder, "ana", "ps", due=due) == expected


def test_a_later_claim_counts_against_an_old_file(folder: Path) -> None:
    """Is the later of the two taken, so that old file times help nobody?"""
    (folder / "timestamp.txt").write_text("2026-04-01 08:00:00 UTC")
    assert Receipts().received(folder, "ana", "ps", due=True) == datetime(2026, 4, 1, 8, 0)


@pytest.mark.parametrize("seconds", [1e18, -1e12])
def test_impossible_file_times(folder: Path, seconds: float) -> None:
    """Does a time that no calendar has stop nothing?"""
    path = folder / "small.ipynb"
    try:
        os.utime(path, (seconds, seconds))
    except OSError:
        pytest.skip("this file system refuses such a time")
    assert Receipts().received(folder, "ana", "ps", due=True) is not None


@pytest.mark.parametrize("text", ["", "yesterday", "\0", "9" * 90, "x" * 1000, "2026-13-45"])
def test_claims_that_are_none(folder: Path, text: str) -> None:
    """Is a claim that cannot be read no claim?"""
    (folder / "timestamp.txt").write_text(text)
    assert Receipts().received(folder, "ana", "ps", due=True) == MARCH


def test_a_claim_that_is_a_link_or_a_pipe(folder: Path) -> None:
    """Is only a plain file read?"""
    (folder / "timestamp.txt").unlink()
    (folder / "timestamp.txt").symlink_to("/etc/hostname")
    assert timestamp_of(folder) == ""
    (folder / "timestamp.txt").unlink()
    os.mkfifo(folder / "timestamp.txt")
    assert timestamp_of(folder) == ""


def test_receipts_are_read_in_utc(tmp_path: Path) -> None:
    """Are zones understood, other columns ignored, and none at all no receipts?"""
    assert read_receipts(tmp_path) == Receipts()
    (tmp_path / "receipts.csv").write_text(
        "\ufeffstudent,assignment,received,note\nana,ps,2026-03-01T12:00:00+02:00,x\nbo,ps,2026-03-01 12:00,\n"
    )
    assert read_receipts(tmp_path).times == {
        ("ana", "ps"): datetime(2026, 3, 1, 10, 0),
        ("bo", "ps"): datetime(2026, 3, 1, 12, 0),
    }


@pytest.mark.parametrize("text", ["student,received\nana,now\n", "student,assignment,received\nana,ps,soon\n", "\xff"])
def test_receipts_that_cannot_be_read(tmp_path: Path, text: str) -> None:
    """Is nothing graded on half a list?"""
    (tmp_path / "receipts.csv").write_text(text, encoding="latin-1")
    with pytest.raises(EmptyChairError, match=r"receipts\.csv cannot be read"):
        read_receipts(tmp_path)
