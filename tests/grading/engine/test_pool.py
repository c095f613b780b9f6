"""Many submissions, one after the other and beside each other."""

from __future__ import annotations

import itertools
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import builders
import nbformat
import pytest
from grading.engine.small import LIMITS, exercise, graded, handed_in, mark, outputs, pool, skeleton

from emptychair import EmptyChairError
from emptychair.grading._bundle import Bundle
from emptychair.grading._submission import HandedIn, Submission
from emptychair.grading.engine import Pool, _sandbox, grade_one

pytestmark = pytest.mark.sandbox
DOUBLE = exercise("assert f(2) == 4\nassert f(5) == 10", solution="def f(x):\n    return 2 * x")
RIGHT, WRONG = "def f(x):\n    return x + x", "def f(x):\n    return x"


def descendants(pid: int) -> list[int]:
    """All processes that came from one."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found, news = [], [pid]
    while news:
        news = [child for child, parent in parents.items() if parent in news]
        found += news
    return found


def test_run_gives_everybody_an_outcome() -> None:
    """Does each get what the own answer is worth, whoever worked beside?"""
    submissions = [handed_in(DOUBLE, RIGHT if n % 3 else WRONG, student=f"s{n}") for n in range(12)]
    found = graded(DOUBLE, *submissions, workers=3)
    assert [mark(one).points for one in found] == [2.0 if n % 3 else 0.0 for n in range(12)]
    assert {one.label for one in found} == {"sandboxed"}
    assert all(0 < one.cpu_seconds < one.wall_seconds for one in found)


def test_run_reads_no_further_than_it_has_to() -> None:
    """Can the submissions be endless?"""
    taken = []

    def endless() -> Iterator[Submission]:
        for number in itertools.count():
            taken.append(number)
            yield handed_in(DOUBLE, RIGHT, student=f"s{number}")

    with pool(DOUBLE, workers=2) as made:
        first = list(itertools.islice(made.run(endless()), 3))
    assert len(first) == 3
    assert len(taken) < 12


def test_run_when_the_source_fails() -> None:
    """Does an error while reading reach whoever asked?"""

    def broken() -> Iterator[Submission]:
        yield handed_in(DOUBLE, RIGHT)
        raise OSError("no more")

    with pool(DOUBLE) as made, pytest.raises(OSError, match="no more"):
        list(made.run(broken()))


def test_run_when_processes_are_killed() -> None:
    """Is the mark the same when zygote, learner's and tests' processes are killed at random moments?"""
    slow = "import time\ntime.sleep(0.2)\ndef f(x):\n    return x + x"
    submissions = [handed_in(DOUBLE, slow, student=f"s{n}") for n in range(8)]
    stop = threading.Event()
    with pool(DOUBLE, workers=2) as made:

        def killer() -> None:
            for turn in range(3):
                if stop.wait(0.8):
                    return
                process = made._home._process  # type: ignore[union-attr]  # on purpose
                family = descendants(process.pid) if process else []
                if family:
                    victim = family[0] if turn % 3 == 0 else family[turn % len(family)]
                    with suppress(ProcessLookupError):
                        os.kill(victim, signal.SIGKILL)

        thread = threading.Thread(target=killer)
        thread.start()
        found = list(made.run(submissions))
        stop.set()
        thread.join()
    assert {(one.student, mark(one).points) for one in found} == {(f"s{n}", 2.0) for n in range(8)}


def until_ended(made: Pool, submissions: list[Submission]) -> None:
    """Grade until somebody closes the pool."""
    with suppress(EmptyChairError):
        list(made.run(submissions))


def test_close_leaves_no_process_and_no_group() -> None:
    """Is everything gone that a pool has made, in the middle of work too?"""
    with pool(DOUBLE, workers=2) as made:
        forever = [handed_in(DOUBLE, "import time\ntime.sleep(100)", student=f"s{n}") for n in range(2)]
        thread = threading.Thread(target=until_ended, args=(made, forever))
        thread.start()
        family: list[int] = []
        patience = time.monotonic() + 20
        while len(family) < 5 and time.monotonic() < patience:
            time.sleep(0.1)
            process = made._home._process  # type: ignore[union-attr]  # on purpose
            family = [process.pid, *descendants(process.pid)] if process else []
        assert len(family) > 4
    thread.join()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in family) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in family if Path(f"/proc/{pid}").exists()] == []
    assert list(Path("/sys/fs/cgroup").glob(f"*/emptychair-{os.getpid()}-*")) == []


def test_one_submission_does_not_reach_the_next() -> None:
    """Is what one does to libraries, to the environment and to files unknown to the next?"""
    vandal = (
        "import math, os, random, sys\nmath.pi = 3\nos.environ['LEFT'] = '1'\nsys.modules['secrets'] = None\nrandom.seed(1)\n"
        "open('left.txt', 'w').write('x')\nprint = None\ndef f(x):\n    return 2 * x"
    )
    curious = (
        "import math, os, secrets\nassert round(math.pi, 2) == 3.14\nassert 'LEFT' not in os.environ\n"
        "assert not os.path.exists('left.txt')\nprint('all is well')\ndef f(x):\n    return 2 * x"
    )
    submissions = [handed_in(DOUBLE, vandal, student="a"), handed_in(DOUBLE, curious, student="b")]
    first, second = graded(DOUBLE, *submissions)
    assert (mark(first).points, mark(second).points) == (2.0, 2.0)
    assert "all is well" in str(outputs(second.notebooks[0]))


def test_cells_before_a_crash_keep_their_points() -> None:
    """Does the end of the learner's process cost only what comes after it?"""
    cells = []
    for name in ("one", "two", "three"):
        cells.append(builders.solution("pass", grade_id=name))
        cells.append(builders.tests(f"assert {name}() == 1", grade_id=f"{name}-test", points=1))
    answers = {
        "one": "def one(): return 1",
        "two": "def two(): return 1\nimport os\nos._exit(3)",
        "three": "def three(): return 1",
    }
    bundle = Bundle("ps1", (skeleton(builders.notebook(*cells), solutions=answers),), limits=LIMITS)
    written = builders.notebook(*(builders.solution(answers[name], grade_id=name) for name in answers))
    from emptychair.grading._notebook import cells_of

    handed = HandedIn("small", tuple(cells_of(nbformat.writes(written).encode())), "")
    (outcome,) = graded(bundle, Submission("ana", "ps1", (handed,), {}, ()))
    found = {
        cell.grade_id: (cell.points, cell.needs_manual) for cell in outcome.notebooks[0].cells if cell.kind == "auto"
    }
    assert found == {"one-test": (1.0, False), "two-test": (0.0, True), "three-test": (0.0, True)}
    reasons = {cell.reason for cell in outcome.notebooks[0].cells if cell.needs_manual}
    assert reasons == {"the learner's code is not running any more: it ended"}


def test_document_is_a_notebook_with_outputs() -> None:
    """Is what goes to autograded/ a valid notebook with pictures, prints and our metadata?"""
    extra = "import matplotlib.pyplot as plt\nprint('drawing')\nplt.plot([1, 2])"
    (outcome,) = graded(DOUBLE, handed_in(DOUBLE, RIGHT, extra=extra))
    document = outcome.notebooks[0].document
    nbformat.validate(nbformat.reads(document, as_version=4))
    first = nbformat.reads(document, as_version=4).cells[0]
    kinds = [output.output_type for output in first.outputs]
    assert kinds == ["stream", "execute_result", "display_data"]
    assert first.outputs[2].data["image/png"].startswith("iVBOR")
    assert first.metadata == {}


def test_files_are_where_cells_look_for_them() -> None:
    """Do the assignment's files and the learner's reach the learner's code, and the instructor's win?"""
    bundle = replace(DOUBLE, files={"data.csv": b"ours", "sub/x.txt": b"x"})
    answer = "assert open('data.csv').read() == 'ours'\nassert open('sub/x.txt').read() == 'x'\nimport mine\n" + RIGHT
    (outcome,) = graded(bundle, handed_in(bundle, answer, data__csv=b"theirs", mine__py=b"y = 1"))
    assert mark(outcome).points == 2.0
    kept = replace(bundle, kept=("data.csv",))
    (outcome,) = graded(kept, handed_in(kept, answer, data__csv=b"theirs", mine__py=b"y = 1"))
    assert mark(outcome).points == 0.0


def test_files_that_are_large() -> None:
    """Does a learner's file of more than a message may have cost no points?"""
    bundle = replace(DOUBLE, limits=replace(LIMITS, message=2 << 20))
    (outcome,) = graded(
        bundle, handed_in(bundle, f"assert len(open('big.csv').read()) == 3 << 20\n{RIGHT}", big__csv=b"x" * (3 << 20))
    )
    assert mark(outcome).points == 2.0


def test_grade_when_notebooks_are_missing_or_broken() -> None:
    """Is a missing notebook zero, a broken one zero and looked at, and nothing at all said to be so?"""
    two = replace(DOUBLE, notebooks=(*DOUBLE.notebooks, replace(DOUBLE.notebooks[0], name="other")))
    half = handed_in(two, RIGHT, student="half")
    broken = replace(
        half, student="broken", notebooks=(*half.notebooks, HandedIn("other", (), "other.ipynb is a link"))
    )
    nothing = Submission("nothing", "ps1", (), {}, ())
    useless = Submission("useless", "ps1", (HandedIn("small", (), "it is a pipe"),), {}, ())
    found = graded(two, half, broken, nothing, useless)
    assert [one.status for one in found] == ["graded", "graded", "missing", "failed"]
    assert [(cell.points, cell.needs_manual, cell.reason) for cell in found[0].notebooks[1].cells][1] == (
        0.0,
        False,
        "other.ipynb was not handed in",
    )
    assert [(cell.points, cell.needs_manual, cell.reason) for cell in found[1].notebooks[1].cells][1] == (
        0.0,
        True,
        "other.ipynb is a link",
    )
    assert found[2].reason.startswith("submitted/nothing/ps1 holds none of other.ipynb, small.ipynb. It was not graded")
    assert found[3].reason == "it is a pipe"


def test_pool_when_there_is_no_bubblewrap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is grading refused in one line that says what to do?"""
    _sandbox.require.cache_clear()
    monkeypatch.setenv("PATH", "/nowhere")
    try:
        with pytest.raises(
            EmptyChairError, match=r"bwrap is not installed.*Nothing was graded. Install bubblewrap"
        ) as error:
            Pool(DOUBLE)
        assert "\n" not in str(error.value)
        (outcome,) = graded(DOUBLE, handed_in(DOUBLE, RIGHT), sandbox=False)
    finally:
        _sandbox.require.cache_clear()
    assert (mark(outcome).points, outcome.label) == (2.0, "unsandboxed")


def test_grade_one_stays_warm() -> None:
    """Is a second submission graded by the processes of the first?"""
    assert mark(grade_one(DOUBLE, handed_in(DOUBLE, RIGHT))).points == 2.0
    began = time.process_time()
    assert mark(grade_one(DOUBLE, handed_in(DOUBLE, WRONG))).points == 0.0
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("import matplotlib.pyplot as plt\ndef f(x):\n    plt.plot([x])\n    return x", "image/png"),
        ("get_ipython().events.register('post_execute', lambda: print('after'))\ndef f(x):\n    return x", "after"),
        ("def f(x):\n    return x", ""),
    ],
    ids=["a figure", "a callback", "nothing"],
)
def test_what_a_call_leaves_for_the_end_of_the_cell(answer: str, shown: str) -> None:
    """Is it shown under the test that called?"""
    bundle = exercise("f(1)\nassert f(2) == 2")
    (outcome,) = graded(bundle, handed_in(bundle, answer))
    assert mark(outcome).points == 2
    test = json.loads(outcome.notebooks[0].document)["cells"][-1]["outputs"]
    assert (shown in str(test)) if shown else test == []


def test_nobody_opens_the_terminals_of_others() -> None:
    """Can two submissions that are graded beside each other not meet at a terminal, although each may have its own?"""
    bundle = exercise("assert f()", solution="def f():\n    return True")
    opens = (
        "import os, time\nours, theirs = os.openpty()\nos.write(theirs, b'left for you')\ntime.sleep(1.5)\n"
        "seen = [name for name in os.listdir('/dev/pts') if name != 'ptmx']\nprint('terminals', seen)\n"
        "def f():\n    return len(seen) == 1"
    )
    found = graded(bundle, *(handed_in(bundle, opens, student=name) for name in "ab"), workers=2)
    assert [mark(one).points for one in found] == [2.0, 2.0]
