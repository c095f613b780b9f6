"""No attack gains, learns, or harms: the whole corpus graded in one batch between two honest notebooks."""

from __future__ import annotations

import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import builders
import pytest
from grading.attacks.corpus import ATTACKS
from grading.attacks.target import ASSIGNMENT, MOST, NOTEBOOK, SECRET, course, notebook

from emptychair.grading._bundle import Bundle
from emptychair.grading._layout import Layout
from emptychair.grading._limits import Limits
from emptychair.grading._outcome import Outcome
from emptychair.grading._readable import readable
from emptychair.grading._submission import Submission
from emptychair.grading.engine import Pool

pytestmark = pytest.mark.sandbox
LIMITS = Limits(
    cell_seconds=0.6, total_seconds=1.8, wall_seconds=20, memory=1 << 30, disk=32 << 20, processes=40, open_files=64
)


@dataclass(frozen=True, slots=True)
class Battle:
    """What is left when all is over."""

    outcomes: dict[str, Outcome]
    connections: int
    changed: bool


def _digest(root: Path) -> str:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[object]]]:
    """A server on this machine that counts who comes."""
    heard: list[object] = []
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                heard.append(server.accept())
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    yield server.getsockname()[1], heard
    server.close()


@pytest.fixture(scope="module")
def battle(tmp_path_factory: pytest.TempPathFactory, listener: tuple[int, list[object]]) -> Battle:
    """The batch."""
    port, heard = listener
    root = course(tmp_path_factory.mktemp("battle"))
    for honest in ("honest-first", "honest-last"):
        builders.save(notebook(solved=True), root / "submitted" / honest / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    for name, attack in ATTACKS.items():
        folder = root / "submitted" / name / ASSIGNMENT
        folder.mkdir(parents=True)
        attack(folder)
        path = folder / f"{NOTEBOOK}.ipynb"
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes().replace(b"PORT", str(port).encode()).replace(b"COURSE", str(root).encode())
            path.write_bytes(content)
    before = _digest(root)
    bundle, layout = Bundle.read(root, ASSIGNMENT, limits=LIMITS), Layout.read(root)
    order = ["honest-first", *ATTACKS, "honest-last"]
    with Pool(bundle, workers=2, hide=[root]) as pool:
        submissions = (Submission.read(layout, ASSIGNMENT, name) for name in order)
        outcomes = {outcome.student: outcome for outcome in pool.run(submissions)}
    return Battle(outcomes, len(heard), _digest(root) != before)


def points(outcome: Outcome) -> float:
    """All that was earned."""
    return sum(one.points for one in outcome.notebooks)


def learned(outcome: Outcome) -> str:
    """Everything that the learner's own cells showed."""
    documents = [json.loads(one.document) for one in outcome.notebooks if one.document]
    cells = [cell for document in documents for cell in document["cells"]]
    own = [cell for cell in cells if not cell["metadata"].get("nbgrader", {}).get("grade")]
    return "\n".join(json.dumps(cell.get("outputs", [])) for cell in own)


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_gains_nothing(battle: Battle, name: str) -> None:
    """Does a notebook of wrong answers earn nothing, whatever it tries?"""
    outcome = battle.outcomes[name]
    earned = {cell.grade_id: cell.points for one in outcome.notebooks for cell in one.cells if cell.points}
    assert earned == {}, outcome
    assert outcome.label == "sandboxed"


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_reads_nothing(battle: Battle, name: str) -> None:
    """Does nothing that a learner's cell shows come from a test, the solutions or the gradebook?"""
    shown = learned(battle.outcomes[name])
    assert SECRET not in shown
    for word in ("FOUND", "CONNECTED", "RESOLVED", "WROTE", "DID"):
        assert word not in shown, shown[:2000]


def test_what_is_said_can_be_read(battle: Battle) -> None:
    """Does no reason move a cursor, turn a line around, or refuse to be written to a file?"""
    said = [one.reason for one in battle.outcomes.values()]
    cells = [cell for one in battle.outcomes.values() for book in one.notebooks for cell in book.cells]
    said += [text for cell in cells for text in (cell.reason, cell.error)]
    assert [text for text in said if text != readable(text)] == []


@pytest.mark.parametrize("name", ["honest-first", "honest-last"])
def test_honest_neighbors_are_graded(battle: Battle, name: str) -> None:
    """Do those who come before and after get what they earned?"""
    outcome = battle.outcomes[name]
    assert points(outcome) == MOST, outcome


def test_everybody_has_an_outcome(battle: Battle) -> None:
    """Was the batch stopped by none?"""
    assert set(battle.outcomes) == {*ATTACKS, "honest-first", "honest-last"}
    assert len(ATTACKS) >= 80


def test_nobody_reached_the_network(battle: Battle) -> None:
    """Did our server hear nothing?"""
    assert battle.connections == 0


def test_the_course_is_as_it_was(battle: Battle) -> None:
    """Is every file of the course and of the other students unchanged?"""
    assert not battle.changed


def test_nothing_is_left_running(battle: Battle) -> None:
    """Are the processes gone that attacks meant to leave behind?"""
    del battle
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes()
        except OSError:
            continue
        assert b"98765" not in line
        assert b"98764" not in line
