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

from playwright.sync_api import Browser, Locator, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "browser"))

from lab import CHROMIUM, QUIET, Lab, serve  # noqa: E402  # the tests' own hands and eyes

QUIET_FOR = 400
"""Milliseconds without a change after which an answer counts as complete."""
LONGEST = 4_000
"""Milliseconds after which nobody waits for that any more: a clock on the page never rests."""

# What a hand would do first, and how long until the page has changed for the last time. A choice is made, then sent.
_ACT = """async (face, { quiet, longest }) => {
  const pick = (selector) => [...face.querySelectorAll(selector)].find((it) => !it.disabled && it.offsetParent);
  const tell = (target, ...kinds) => kinds.forEach((kind) => target.dispatchEvent(new Event(kind, { bubbles: true })));
  const touch = (target) => {
    if (target.type === "range") target.value = target.value === target.max ? target.min : Number(target.value) + Number(target.step || 1);
    else if (target.type === "date") target.value = target.value === "2099-03-01" ? "2099-03-02" : "2099-03-01";
    else if (target.tagName === "TEXTAREA") target.value += " I rang her.";
    else if (target.tagName === "SELECT") target.selectedIndex = (target.selectedIndex + 1) % target.options.length;
    else return target.click();
    tell(target, "input", "change");
  };
  const timed = async (target) => {
    let last = null;
    const observer = new MutationObserver(() => { last = performance.now(); });
    observer.observe(face, { childList: true, subtree: true, characterData: true, attributes: true });
    const began = performance.now();
    touch(target);
    const passed = (since) => performance.now() - since;
    while (passed(last ?? began) < quiet && passed(began) < longest) await new Promise((resolve) => setTimeout(resolve, 20));
    observer.disconnect();
    const kind = target.tagName === "BUTTON" ? target.textContent : target.type;
    return last === null || passed(began) >= longest ? null : { kind, ms: last - began };
  };
  const free = pick("input[type=date]") ?? pick("input[type=range]") ?? pick("textarea") ?? pick("select");
  const found = free ? await timed(free) : null;
  if (found) return found;
  if (!free) pick("input[type=radio]:not(:checked), input[type=checkbox]:not(:checked)")?.click();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const button = pick("button.primary") ?? pick("button");
  return button ? timed(button) : null;
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """How one widget answered: what was touched, and milliseconds until the last change, one a try."""

    lesson: str
    widget: str
    kind: str
    times: tuple[float, ...]

    def row(self) -> str:
        """The line of the table."""
        return f"| {self.lesson} | {self.widget} | {self.kind} | {statistics.median(self.times):.0f} | {max(self.times):.0f} |"


def first_widget(browser: Browser, address: str, lesson: str) -> float:
    """Seconds from running the cells in a fresh kernel until the first widget can be used."""
    lab = Lab(browser, address, theme="light", width=1280)
    lab.open(f"lessons/{lesson}.ipynb")
    lab.menu("Edit", "Clear Outputs of All Cells")
    began = lab.page.evaluate("performance.now()")
    lab.menu("Run", "Run All Cells")
    lab.page.locator(".jp-OutputArea-output .ec h3").first.wait_for(timeout=60_000)
    seconds = (lab.page.evaluate("performance.now()") - began) / 1000
    lab.settle()
    lab.close()
    return float(seconds)


def answers(browser: Browser, address: str, lesson: str, tries: int) -> Iterator[Answer]:
    """Touch every widget of a lesson some times."""
    lab = Lab(browser, address, theme="light", width=1280)
    lab.open(f"lessons/{lesson}.ipynb")
    lab.run_all()
    for face in _faces(lab):
        title = face.locator("h3").first.text_content() or ""
        found = [it for _ in range(tries) if (it := face.evaluate(_ACT, {"quiet": QUIET_FOR, "longest": LONGEST}))]
        if found:
            yield Answer(lesson, title, found[0]["kind"], tuple(it["ms"] for it in found))
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


def page(firsts: dict[str, float], found: list[Answer]) -> str:
    """Write the page."""
    first_rows = "\n".join(f"| {lesson} | {seconds:.1f} |" for lesson, seconds in firsts.items())
    rows = "\n".join(answer.row() for answer in found)
    medians = [statistics.median(answer.times) for answer in found]
    slow = sum(1 for it in medians if it > 100)
    return f"""# Widgets

JupyterLab in headless Chromium, both on the same machine. Python {platform.python_version()}, {platform.system()} {platform.machine()}, \
{os.cpu_count()} cores. Again with `make bench-widgets`.

## The first widget of a lesson

Seconds from Run All in a fresh kernel until the first widget is there, imports included. Bar: 3.

| lesson | s |
|---|---|
{first_rows}

## An answer to a touch

The first thing that a hand would reach for in each widget is moved, typed into or pressed; milliseconds from there to the last change
of the page, {QUIET_FOR} ms of rest being the end of it. Where text is typed, the pause that the widget waits for is in it. Bar: 100;
typical 50.

| lesson | widget | touched | median | longest |
|---|---|---|---|---|
{rows}

Median of the medians {statistics.median(medians):.0f} ms; {slow} of {len(medians)} widgets above 100 ms.

**What this does not show.** One touch a widget, not all of them. There is no network between kernel and browser, and nobody else on the
machine.
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
            found = [answer for lesson in lessons for answer in answers(browser, address, lesson, tries=5)]
        finally:
            browser.close()
            process.terminate()
            process.wait(timeout=30)
    text = page(firsts, found)
    Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
