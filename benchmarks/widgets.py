"""How long does a learner wait for a widget? In JupyterLab in headless Chromium, every lesson, every widget.

python benchmarks/widgets.py     # writes benchmarks/widgets.md
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Locator, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "browser"))

from lab import CHROMIUM, QUIET, Lab, serve  # noqa: E402  # the tests' own hands and eyes

QUIET_FOR = 300
"""Milliseconds without a change, and with a kernel at rest, after which an answer counts as complete."""
LONGEST = 4_000
"""Milliseconds after which nobody waits for that any more."""
TRIES, MOST, PATIENCE = 3, 100, 30
"""Touches of each kind of control; touches of one widget at most; touches that bring nothing new before a widget is left."""
ENOUGH = 90_000
"""Milliseconds after which the next widget has its turn, whatever this one still has."""
BAR = 100
TOUCH = Path(__file__).with_name("widgets_touch.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Answers:
    """How one widget answered: the kind of control that was touched, and milliseconds until the last change."""

    lesson: str
    widget: str
    notes: tuple[tuple[str, float], ...]

    @property
    def median(self) -> float:
        """Of all touches."""
        return statistics.median(ms for _, ms in self.notes)

    @property
    def worst(self) -> tuple[str, float]:
        """The kind whose usual answer takes longest, and how long that is."""
        kinds = {kind for kind, _ in self.notes}
        usual = {kind: statistics.median(ms for it, ms in self.notes if it == kind) for kind in kinds}
        return max(usual.items(), key=lambda it: it[1])

    def row(self) -> str:
        """The line of the table."""
        kind, usual = self.worst
        kinds, longest = len({it for it, _ in self.notes}), max(ms for _, ms in self.notes)
        counts = f"{kinds} | {len(self.notes)}"
        return f"| {self.lesson[:2]} | {self.widget} | {counts} | {self.median:.0f} | {kind}: {usual:.0f} | {longest:.0f} |"


def first_widget(browser: Browser, address: str, lesson: str) -> float:
    """Seconds from running the cells in a fresh kernel until the first widget can be used."""
    lab = Lab(browser, address, theme="light", width=1280)
    lab.open(f"lessons/{lesson}.ipynb")
    began = lab.begin()
    lab.page.locator(".jp-OutputArea-output .ec h3").first.wait_for(timeout=60_000)
    seconds = (lab.page.evaluate("performance.now()") - began) / 1000
    lab.settle()
    lab.close()
    return float(seconds)


def answers(browser: Browser, address: str, lesson: str) -> Iterator[Answers]:
    """Touch every kind of control of every widget of a lesson."""
    lab = Lab(browser, address, theme="light", width=1280)
    lab.open(f"lessons/{lesson}.ipynb")
    lab.run_all()
    limits = {
        "quiet": QUIET_FOR,
        "longest": LONGEST,
        "tries": TRIES,
        "most": MOST,
        "patience": PATIENCE,
        "enough": ENOUGH,
    }
    for face in _faces(lab):
        title = face.locator("h3").first.text_content() or ""
        try:
            touched = face.evaluate(TOUCH, limits)
        except Error as error:  # it is gone from the page: the others are measured all the same
            print(f"{lesson}, {title}: {error}", file=sys.stderr)
            yield Answers(lesson, title, ())
            continue
        if notes := tuple((it["kind"], it["ms"]) for it in touched if it["ms"] is not None):
            print(f"{lesson}, {title}: {len(notes)} touches", flush=True)
            yield Answers(lesson, title, notes)
    lab.close()


def _faces(lab: Lab) -> Iterator[Locator]:
    """Every widget, scrolled to; JupyterLab keeps only what is near on the page."""
    scroller = lab.page.locator(".jp-WindowedPanel-outer").first
    seen: set[str] = set()
    ended = 0
    scroller.evaluate("e => e.scrollTo(0, 0)")
    for _ in range(200):
        lab.page.wait_for_timeout(150)
        near = lab.page.locator(".jp-Cell:has(.ec h3)").evaluate_all(
            "all => all.map((it) => it.dataset.windowedListIndex)"
        )
        for number in [it for it in near if it not in seen]:
            seen.add(number)
            face = lab.page.locator(f".jp-Cell[data-windowed-list-index='{number}'] .ec").first
            face.scroll_into_view_if_needed()
            yield face
        end = "e => { e.scrollBy(0, e.clientHeight / 3); return e.scrollTop + e.clientHeight >= e.scrollHeight - 2; }"
        if scroller.evaluate(end):
            ended += 1
            if ended > 2:  # the last cells have been drawn
                return


def page(firsts: dict[str, float], found: list[Answers]) -> str:
    """Write the page."""
    first_rows = "\n".join(f"| {lesson} | {seconds:.1f} |" for lesson, seconds in firsts.items())
    missed = ", ".join(f"{it.widget} of lesson {it.lesson[:2]}" for it in found if not it.notes)
    found = [it for it in found if it.notes]
    rows = "\n".join(it.row() for it in found)
    touches = [ms for it in found for _, ms in it.notes]
    slow = sum(1 for it in found if it.worst[1] > BAR)
    return f"""# Widgets

JupyterLab in headless Chromium, both on the same machine. Python {platform.python_version()}, {platform.system()} {platform.machine()}, \
{os.cpu_count()} cores. Again with `make bench-widgets`.

## The first widget of a lesson

Seconds from Run All in a fresh kernel until the first widget is there, imports included. Bar: 3.

| lesson | s |
|---|---|
{first_rows}

## An answer to a touch

Every kind of control of every widget (each slider, field, list, button by its word, tab) is touched {TRIES} times, with the stages that
come of it. Milliseconds from the touch to the last change of the page; an answer is over after {QUIET_FOR} ms without a change, when the
kernel has come to rest. Where text is typed, the pause that the widget waits for is in it. Bar: {BAR}; typical 50.

*Slowest kind* is the control whose median is highest; *longest* is a single touch.

| lesson | widget | kinds | touches | median | slowest kind | longest |
|---|---|---|---|---|---|---|
{rows}

{len(touches):,} touches, median {statistics.median(touches):.0f} ms, 95 in 100 within {statistics.quantiles(touches, n=20)[-1]:.0f} ms; \
{slow} of {len(found)} widgets have a kind of control whose median is above {BAR} ms.

**What this does not show.** There is no network between kernel and browser, and nobody else on the machine. What only shows on
the screen, without a change of the page, is not timed.{f" Not measured at all: {missed}." if missed else ""}
"""


def main() -> None:
    """Measure every lesson."""
    lessons = sorted(path.stem for path in (ROOT / "lessons").glob("*.ipynb"))
    with tempfile.TemporaryDirectory(prefix="emptychair-") as folder, sync_playwright() as playwright:
        desk = Path(folder) / "desk"
        for name in ("lessons", "exercises", "solutions"):
            shutil.copytree(ROOT / name, desk / name)
        shutil.copy(
            ROOT / "nbgrader_config.py", desk
        )  # without it the desk is no course, and the kit's own would be opened
        os.environ["EMPTYCHAIR_HOME"] = str(Path(folder) / "home")
        process, address = serve(desk, "light", Path(folder) / "jupyter")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            firsts = {lesson: first_widget(browser, address, lesson) for lesson in lessons}
            found = [answer for lesson in lessons for answer in answers(browser, address, lesson)]
        finally:
            browser.close()
            process.terminate()
            process.wait(timeout=30)
    text = page(firsts, found)
    Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
