"""JupyterLab as a person uses it: menus, cells, keys."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import APIResponse, Browser, Locator, Page, TimeoutError, expect

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "artefacts"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Without these, Chromium calls home at every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# JupyterLab's own; ours is what remains.
_THEIRS = ("ydoc", "Unsatisfied version", "favicon", "WebSocket", "jupyter-resource-usage", "net::ERR_ABORTED")

_ENOUGH = 30.0  # seconds in which a kernel has started
_STEADY = 4  # looks, a third of a second apart, at which it is the same

CHOSEN = os.environ.get("EMPTYCHAIR_LOOK", "")
"""A theme; both when it is empty. `make test` looks at the light one, `make dark` at the other."""

_ERRORS = ", ".join(
    f".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.{kind}']" for kind in ("error", "stderr")
)


class Lab:
    """One browser window on one notebook at a time."""

    def __init__(self, browser: Browser, address: str, *, theme: str, width: int) -> None:
        self.address, self.theme, self.width = address, theme, width
        self.context = browser.new_context(viewport={"width": width, "height": 1400}, reduced_motion="reduce")
        self.page: Page = self.context.new_page()
        self.console: list[str] = []
        self._chosen = -_ENOUGH
        self.page.on("console", lambda m: self.console.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.add_locator_handler(self.page.locator(".jp-Dialog"), self._answer, no_wait_after=True)

    def _answer(self, dialog: Locator) -> None:
        """Answer JupyterLab's own questions as a learner would: take the kernel that it offers, cancel anything else.

        Where there is no kernel yet, every cell that is to be run asks. One answer is enough: each further one would end
        the kernel that has just been started.
        """
        offered = dialog.get_by_role("button", name="Select Kernel")
        if offered.count() and time.monotonic() - self._chosen > _ENOUGH:
            self._chosen = time.monotonic()
            offered.click()
        else:
            dialog.locator(".jp-Dialog-footer button").first.click()

    def close(self) -> None:
        """Close the window and end the kernels, so that the next lesson has the machine for itself."""
        for kernel in self._ask("get", "kernels").json():
            self._ask("delete", f"kernels/{kernel['id']}")
        self.context.close()

    def _ask(self, method: str, what: str) -> APIResponse:
        """Ask the server itself."""
        server, _, query = self.address.partition("/doc/tree/")
        headers = {"Authorization": f"token {query.partition('token=')[2]}"}
        return self.context.request.fetch(f"{server}/api/{what}", method=method, headers=headers)

    def open(self, path: str) -> None:
        """Open a notebook and wait for its cells and its kernel."""
        self.page.goto(self.address.format(path=path), wait_until="domcontentloaded")
        expect(self.page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=90_000)
        self._await_kernel(path)

    def _await_kernel(self, path: str) -> None:
        """Wait until the page has one kernel and keeps it: one that is replaced takes the cells that it was given with it."""
        indicator = self.page.locator(".jp-Notebook-ExecutionIndicator").first
        steady, end = 0, time.monotonic() + 90
        while steady < _STEADY:
            if time.monotonic() > end:
                raise AssertionError(f"There is no kernel that stays. The browser says: {self.complaints()}")
            expect(indicator).to_have_attribute("data-status", "idle", timeout=90_000)  # answers dialogs, too
            kernels = [it["kernel"] for it in self._ask("get", "sessions").json() if it["path"] == path]
            ready = len(kernels) == 1 and kernels[0]["execution_state"] == "idle" and kernels[0]["connections"] > 0
            steady = steady + 1 if ready else 0
            self.page.wait_for_timeout(300)

    def run_all(self) -> None:
        """Run every cell from the menu and wait until the last one has its number.

        A kernel that dies is started again by JupyterLab, and the cells that were waiting are forgotten: a learner would
        run them again.
        """
        for _ in range(3):
            self.begin()
            self.settle()
            if self._is_done():
                return
            if errors := self._look_through():
                raise AssertionError(f"A cell failed, and those after it were not run: {errors}")
        raise AssertionError(
            f"The kernel died three times while it ran the cells. The browser says: {self.complaints()}"
        )

    def _is_done(self) -> bool:
        last = self.page.locator(".jp-CodeCell").last.locator(".jp-InputPrompt")
        for _ in range(20):
            self._scroll("e.scrollHeight")
            with suppress(AssertionError):
                expect(last).to_have_text(re.compile(r"\[\d"), timeout=500)
                self._scroll("0")
                return True
        return False

    def _look_through(self) -> list[str]:
        found = []
        for step in range(30):
            self._scroll(f"{step} * e.clientHeight / 2")
            self.page.wait_for_timeout(200)
            found += self.errors()
        return found

    def begin(self) -> float:
        """Run every cell from the menu; give the moment at which that was asked and heard, on the page's clock."""
        self.menu("Edit", "Clear Outputs of All Cells")
        first = self.page.locator(".jp-CodeCell .jp-InputPrompt").first
        for _ in range(9):  # a kernel that is still connecting drops what it is asked, without a word
            asked = float(self.page.evaluate("performance.now()"))
            self.menu("Run", "Run All Cells")
            with suppress(AssertionError):
                expect(first).to_have_text(re.compile(r"\[[\d*]"), timeout=10_000)
                return asked
        raise AssertionError("The kernel was asked nine times to run the cells and heard nothing.")

    def menu(self, menu: str, item: str) -> None:
        """Choose from the menu bar."""
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def settle(self) -> None:
        """Wait until no cell is waiting or running."""
        busy = self.page.locator(".jp-InputPrompt", has_text="[*]")
        expect(busy).to_have_count(0, timeout=120_000)
        indicator = self.page.locator(".jp-Notebook-ExecutionIndicator").first
        expect(indicator).to_have_attribute("data-status", "idle", timeout=120_000)

    def errors(self) -> list[str]:
        """Texts of the cells that ended in an error."""
        return self.page.locator(_ERRORS).all_inner_texts()

    def complaints(self) -> list[str]:
        """What the browser's console says against us."""
        return [text for text in self.console if not any(known in text for known in _THEIRS)]

    def widget(self, title: str) -> Locator:
        """The widget with this heading."""
        return self.page.locator(".ec").filter(has=self.page.get_by_role("heading", name=title, exact=True))

    def face(self, title: str, which: int = 0) -> Locator:
        """Scroll to a widget: the first with this heading, or a later one."""
        found = self.widget(title).nth(which)
        with suppress(TimeoutError):  # rows that are still coming may push a tall widget out of the page again
            return self.scroll_to(found)
        return self.scroll_to(found)

    def scroll_to(self, target: Locator) -> Locator:
        """Scroll from the top until it is there: JupyterLab takes cells that are far away out of the page."""
        for step in range(120):
            # far away the cells are not drawn, and drawing takes a while: look, move on, begin again at the top
            self._scroll(f"{step % 30} * e.clientHeight / 2")
            with suppress(AssertionError):
                expect(target).to_be_visible(timeout=500)
                break
        target.scroll_into_view_if_needed()
        return target

    def _scroll(self, to: str) -> None:
        self.page.locator(".jp-WindowedPanel-outer").first.evaluate(f"e => e.scrollTo(0, {to})")

    def shoot(self, target: Locator, name: str) -> Path:
        """Keep a picture of it for people to look at."""
        path = ARTEFACTS / f"{name}-{self.theme}-{self.width}.png"
        target.screenshot(path=path)
        return path

    def violations(self, selector: str) -> list[dict[str, Any]]:
        """Accessibility faults of level serious or critical inside ``selector``."""
        found = Axe().run(self.page, context=selector).response["violations"]
        return [
            {"rule": v["id"], "nodes": [node["html"][:160] for node in v["nodes"][:3]]}
            for v in found
            if v["impact"] in ("serious", "critical")
        ]


def serve(desk: Path, theme: str, home: Path) -> tuple[subprocess.Popen[str], str]:
    """Start `emptychair learn` in a folder; give the process and an address with a place for the path."""
    own = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    with socket.socket() as free:  # not "the first free one": another process of the tests may be looking for it, too
        free.bind(("127.0.0.1", 0))
        port = f"{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "emptychair.cli", "learn", "--no-browser", "--port", port, "--theme", theme],
        cwd=desk,
        env={**os.environ, **own, "IPYTHONDIR": str(home / "ipython")},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = re.search(r"(http://\S+?)/lab/tree/\S+\?token=(\S+)", process.stdout.readline())
    assert said, "emptychair learn printed no address"
    return process, f"{said[1]}/doc/tree/{{path}}?token={said[2]}"
