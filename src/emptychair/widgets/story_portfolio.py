"""StoryPortfolio: one's stories set against the questions; the fewest that answer them, the gaps, what is overused and what is old."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from functools import cache
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair.practice import Portfolio, Story, example_stories, portfolio, sheet_html, sheet_markdown, sheet_pdf
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._portfolio_view import portfolio_view

SHELF, NAME = "portfolio", "stories"
MOST, TITLE, TEXT = 60, 80, 6_000  # stories, and signs of a title and of a text
_TYPES = {"md": "text/markdown", "html": "text/html", "pdf": "application/pdf"}


def rows_from(said: object) -> list[dict[str, Any]]:
    """Take what the face, or an edited file, says: also a text that has no title yet, so that it is not lost.

    Example:
        >>> rows_from([{"text": "I sold it twice."}, {"title": " "}, 7])
        [{'title': '', 'text': 'I sold it twice.', 'when': '', 'fits': []}]
    """
    rows = [_row(it) for it in said if isinstance(it, dict)] if isinstance(said, list) else []
    return [it for it in rows if it["title"].strip() or it["text"].strip()][:MOST]


def _row(said: dict[Any, Any]) -> dict[str, Any]:
    texts = {name: it for name in ("title", "text", "when") if isinstance(it := said.get(name), str)}
    fits = said.get("fits")
    return {
        "title": texts.get("title", "")[:TITLE],
        "text": texts.get("text", "")[:TEXT],
        "when": texts.get("when", "")[:10],
        "fits": sorted({it for it in fits if isinstance(it, str)}) if isinstance(fits, list) else [],
    }


def stories_from(rows: object) -> tuple[Story, ...]:
    """Read what the face, or an edited file, says; rows without a title or with one that is taken are left out.

    Example:
        >>> [it.title for it in stories_from([{"title": "Row F", "text": "I sold it twice."}, {"title": " "}, 7])]
        ['Row F']
    """
    found: dict[str, Story] = {}
    for row in rows_from(rows):
        title = " ".join(row["title"].split())
        if title:
            found.setdefault(title, Story(title, row["text"], _month(row["when"]), frozenset(row["fits"])))
    return tuple(found.values())


def _month(text: str) -> date | None:
    """Read ``2026-10`` (a month field gives that) or a whole date."""
    try:
        return date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        return None


def rows_of(stories: tuple[Story, ...]) -> list[dict[str, Any]]:
    """Give stories as rows that JSON can hold."""
    return [
        {
            "title": it.title,
            "text": it.text,
            "when": f"{it.happened:%Y-%m}" if it.happened else "",
            "fits": sorted(it.fits),
        }
        for it in stories
    ]


class StoryPortfolio(Face):
    """The learner's stories; they are kept, and stay on this machine.

    Args:
        today: the day from which age is counted; the computer's own when not given.

    Example:
        >>> StoryPortfolio()
        StoryPortfolio: stories against questions, the fewest that answer them, the gaps
    """

    _esm = module("story_portfolio.js", "save_file.js")

    stories = traitlets.List().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, today: date | None = None) -> None:
        self._today = today
        said, trouble = recalled(SHELF, NAME)
        rows = rows_from(said)
        self._portfolio = self._set(rows)
        _warmed_up()
        super().__init__(stories=rows, view=portfolio_view(self._portfolio), trouble=trouble)
        self.observe(self._change, names=["stories"])
        self.on_msg(lambda _face, wish, _buffers: self._act(wish))

    def _set(self, rows: list[dict[str, Any]]) -> Portfolio:
        return portfolio(stories_from(rows), today=self._today or date.today())

    def _change(self, _change: object) -> None:
        rows = rows_from(self.stories)
        self._portfolio = self._set(rows)
        self.trouble = remember(SHELF, NAME, rows)
        self.view = portfolio_view(self._portfolio)

    def _act(self, wish: dict[str, Any]) -> None:
        if wish.get("act") == "example":
            self.stories = rows_of(example_stories())
        elif wish.get("act") == "save":
            self._save(str(wish.get("form")))

    def _save(self, form: str) -> None:
        try:
            content = self.sheet(form)
        except EmptyChairError as error:
            self.trouble = str(error)
            return
        name = {"name": f"story-sheet.{form}", "type": _TYPES[form]}
        self.send({"file": {**name, "base64": b64encode(content).decode("ascii")}})

    def sheet(self, form: str = "md") -> bytes:
        """Give the one-page story sheet as ``md``, ``html`` or ``pdf``.

        Raises:
            EmptyChairError: there is no such form, or the stories do not fit on a page.
        """
        if form not in _TYPES:
            raise EmptyChairError(f"There is no story sheet as {form!r}; use {', '.join(_TYPES)}.")
        if form == "pdf":
            return sheet_pdf(self._portfolio)
        return (sheet_markdown if form == "md" else sheet_html)(self._portfolio).encode()

    def describe(self) -> str:
        return "StoryPortfolio: stories against questions, the fewest that answer them, the gaps"

    def static_html(self) -> str:
        return (
            "<p><strong>StoryPortfolio.</strong> Run the cell and write down your stories. It sets them against the questions "
            "of the bank: the fewest that answer them, the gaps, what is used too often, and what is too old.</p>"
        )


@cache
def _warmed_up() -> None:
    """Load the solver and the writer of pages when the cell is run; at the first story somebody would wait for them."""
    import scipy.optimize  # noqa: F401  # reduction alone solves the example

    sheet_pdf(portfolio(example_stories()))
