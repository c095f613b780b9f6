"""What every widget shares: the style sheet, the components, the text form and the static form."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import anywidget

from emptychair._errors import EmptyChairError
from emptychair._progress import keep, kept

_STATIC = Path(__file__).parent / "static"
_REPR_LIMIT = 110  # ipywidgets cuts the text form there, and GitHub shows it


@cache
def asset(name: str) -> str:
    """Read a file of ``static/``."""
    return (_STATIC / name).read_text(encoding="utf-8")


def module(name: str, *shared: str) -> str:
    """Give one ES module: the components, further shared files such as ``chart.js``, then the widget's own code."""
    return "".join(map(asset, ("components.js", *shared, name)))


def recalled(shelf: str, name: str) -> tuple[Any, str]:
    """Give what was kept under a name (else None), and what kept us from reading it, in words for the learner."""
    try:
        return kept(shelf).get(name), ""
    except EmptyChairError as error:
        return None, str(error)


def remember(shelf: str, name: str, value: Any) -> str:
    """Keep a value; say in words for the learner what went wrong, or nothing."""
    try:
        keep(shelf, name, value)
    except EmptyChairError as error:
        return f"Not kept for later: {error}"
    return ""


class Face(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed for subclassing
    """A widget with a stable text form and a static HTML form for places without a kernel."""

    _css = asset("emptychair.css")

    def describe(self) -> str:
        """Say in one line what is shown; at most 110 characters."""
        raise NotImplementedError

    def static_html(self) -> str:
        """Show the same without a kernel, a script or a style sheet."""
        raise NotImplementedError

    def __repr__(self) -> str:
        line = self.describe()
        return line if len(line) <= _REPR_LIMIT else line[: _REPR_LIMIT - 1].rstrip() + "…"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | dict[str, Any] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        # two prices in a sentence are no formula between dollar signs: for JupyterLab, then for nbconvert
        html = f'<div class="mathjax_ignore tex2jax_ignore">{self.static_html()}</div>'
        return {**data, "text/plain": repr(self), "text/html": html}, metadata
