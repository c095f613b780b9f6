"""Two figures, drawn as SVG in the colors of the page they stand in."""

from __future__ import annotations

import io
import re
from typing import Any

from emptychair.grading.page._gather import Facts

# Stand-ins that no figure has by chance; the page's own colors are put in their place, so both themes work.
_COLORS = {"#010203": "var(--ink)", "#010204": "var(--soft)", "#010205": "var(--accent)", "#010206": "var(--line)"}
_INK, _SOFT, _ACCENT, _LINE = _COLORS
_WIDTH = 7.0  # inches, at 100 dots each


def scores_figure(facts: Facts) -> str:
    """How many students earned how much: ten bars of a tenth each."""
    import numpy as np

    shares = [row.points / facts.max_points if facts.max_points else 0.0 for row in facts.rows]
    counts, edges = np.histogram(np.clip(shares, 0, 1), bins=10, range=(0, 1))
    figure, axes = _axes(2.6)
    axes.bar(edges[:-1] + 0.05, counts, width=0.092, color=_ACCENT)
    for left, count in zip(edges, counts, strict=False):
        if count:
            axes.text(left + 0.05, count, str(count), ha="center", va="bottom", color=_INK, fontsize=9)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    axes.set_xlabel("share of all points", color=_SOFT)
    axes.set_yticks([])
    axes.set_ylim(0, max(counts) * 1.15)
    return _svg(figure, "Histogram of scores: " + _spoken_scores(counts))


def items_figure(facts: Facts) -> str:
    """For each exercise the share of its points that was earned, hardest first."""
    items = sorted(facts.items, key=lambda item: item.mean, reverse=True)  # the last is drawn at the top
    figure, axes = _axes(0.5 + 0.27 * max(len(items), 2))
    places = range(len(items))
    axes.barh(places, [1.0] * len(items), height=0.62, color=_LINE)
    axes.barh(places, [item.mean for item in items], height=0.62, color=_ACCENT)
    for place, item in zip(places, items, strict=True):
        tells = "" if item.discrimination is None else f"   r = {item.discrimination:.2f}"
        axes.text(1.02, place, f"{100 * item.mean:.0f} %{tells}", va="center", color=_INK, fontsize=9)
    axes.set_yticks(list(places), [item.grade_id for item in items], fontsize=9)
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.6, max(len(items), 1) - 0.4)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    hardest = items[-1] if items else None
    spoken = f"hardest {hardest.grade_id} with {100 * hardest.mean:.0f} percent" if hardest else "none"
    return _svg(figure, f"Share of points earned in each exercise: {spoken}")


def _axes(height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, height), dpi=100, layout="constrained")
    axes = figure.add_subplot()
    axes.set_facecolor("none")
    figure.patch.set_alpha(0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_LINE)
    axes.tick_params(colors=_SOFT, length=0, labelsize=9)
    return figure, axes


def _svg(figure: Any, spoken: str) -> str:
    from html import escape

    from matplotlib import rc_context

    file = io.StringIO()
    # text stays text; ids do not depend on chance
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "emptychair", "font.family": "sans-serif"}):
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    text = file.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    for stand_in, color in _COLORS.items():
        text = text.replace(stand_in, color)
    # in the page it is as wide as there is room
    text = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", text, count=1)
    text = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", text, count=1)
    return text.replace("<svg", f'<svg role="img" aria-label="{escape(spoken)}"', 1)


def _spoken_scores(counts: Any) -> str:
    return ", ".join(f"{count} between {10 * n} and {10 * (n + 1)} percent" for n, count in enumerate(counts) if count)
