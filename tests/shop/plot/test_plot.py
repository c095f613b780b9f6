"""Every figure of the course."""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import sys
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.text import Text
from PIL import Image

from emptychair.shop import measures, plot
from emptychair.shop.plot._theme import THEMES

INK = {theme.name: {theme.ink, theme.soft, *(theme.text(hue) for hue in theme.marks)} for theme in THEMES.values()}
MARKS = {theme.name: {theme.ink, theme.soft, theme.line, *theme.marks.values()} for theme in THEMES.values()}


def written(canvas: mpl.figure.Figure) -> list[Text]:
    """The words that can be seen."""
    canvas.draw_without_rendering()
    hidden = {label for ax in canvas.axes for axis in (ax.xaxis, ax.yaxis) for label in _out_of_view(axis)}
    return [
        text for text in canvas.findobj(Text) if text.get_text().strip() and text.get_visible() and text not in hidden
    ]


def _out_of_view(axis: mpl.axis.Axis) -> list[Text]:
    low, high = sorted(axis.get_view_interval())
    ticks = [*axis.get_major_ticks(), *axis.get_minor_ticks()]
    shown = {id(tick) for tick in axis._update_ticks() if low - 1e-9 <= tick.get_loc() <= high + 1e-9}
    return [label for tick in ticks if id(tick) not in shown for label in (tick.label1, tick.label2)]


@pytest.mark.parametrize("width", [700, 800])
def test_figure_when_it_is_laid_out(figure: plot.Figure, width: int) -> None:
    """Are all words at least ten points, on the paper, and clear of each other?"""
    canvas = figure.canvas("light", width=width)
    words = written(canvas)
    assert min(text.get_fontsize() for text in words) >= 10
    boxes = [(text.get_text(), text.get_window_extent()) for text in words]
    paper = canvas.bbox
    cut = [name for name, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > paper.x1 or box.y1 > paper.y1]
    assert cut == []
    near = [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 3
    ]
    assert near == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_figure_when_colors_are_listed(figure: plot.Figure, theme: str) -> None:
    """Do words and marks use the colors whose contrast is tested, and no others?"""
    canvas = figure.canvas(theme)
    assert {to_hex(text.get_color()) for text in written(canvas)} <= INK[theme]
    for ax in canvas.axes:
        assert {to_hex(line.get_color()) for line in ax.lines} <= MARKS[theme]
        filled = [bar.get_facecolor() if bar.get_facecolor()[3] else bar.get_edgecolor() for bar in ax.patches]
        assert set(map(to_hex, filled)) <= MARKS[theme]


def test_figure_when_axes_are_named(figure: plot.Figure) -> None:
    """Has the lowest axis a name, and is there no legend to look things up in?"""
    canvas = figure.canvas()
    assert canvas.axes[-1].get_xlabel()
    assert all(ax.get_legend() is None for ax in canvas.axes)


def test_figure_when_it_is_read_aloud(figure: plot.Figure) -> None:
    """Is the text alternative a sentence with numbers, shown as the plain text too?"""
    assert re.search(r"\d", figure.alt)
    assert figure.alt.endswith(".")
    assert "nan" not in figure.alt
    stop = "" if figure.title.endswith("?") else "."
    assert repr(figure) == f"{figure.title}{stop} {figure.alt}"
    assert "0x" not in repr(figure)


def test_bundle_when_a_notebook_shows_it(samples: dict[str, plot.Figure]) -> None:
    """Does the picture carry its text alternative, follow the theme, and come out the same twice?"""
    figure = samples["pareto"]
    bundle = figure._repr_mimebundle_()
    assert bundle["text/plain"] == repr(figure)
    page = bundle["text/html"]
    assert html.unescape(re.search(r'alt="([^"]*)"', page)[1]) == figure.alt
    assert '[data-jp-theme-light="false"]' in page
    assert "<script" not in page
    assert figure.to_html() == page
    assert len(page) < 120_000


@pytest.mark.parametrize(("theme", "alpha", "paper"), [("light", 255, 255), ("dark", 0, 0)])
def test_png_when_it_is_opened(samples: dict[str, plot.Figure], theme: str, alpha: int, paper: int) -> None:
    """Is it twice as wide as on the page, white on light paper and transparent on dark?"""
    picture = Image.open(io.BytesIO(samples["policies"].png(theme, width=700))).convert("RGBA")
    assert picture.width == 1400
    corner = picture.getpixel((2, picture.height - 3))
    assert corner[3] == alpha
    assert corner[0] >= paper


def test_save_when_a_file_is_wanted(samples: dict[str, plot.Figure], tmp_path) -> None:
    """Is the file written, and another theme refused?"""
    assert samples["ratings"].save(tmp_path / "stars.png").stat().st_size > 1000
    with pytest.raises(ValueError, match="light"):
        samples["ratings"].png("sepia")


def test_settings_when_a_figure_was_drawn(samples: dict[str, plot.Figure]) -> None:
    """Are matplotlib's own settings left as they were?"""
    before = dict(mpl.rcParams)
    samples["ratings"].png("dark")
    assert dict(mpl.rcParams) == before


def test_import_when_nothing_is_drawn() -> None:
    """Is the import light, and is pyplot's global state never touched?"""
    code = (
        "import sys, json; from emptychair.shop import plot; early = sorted(sys.modules);"
        "plot.ratings([1, 5]).png(); print(json.dumps([early, sorted(sys.modules)]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    early, late = json.loads(run.stdout)
    assert {"matplotlib", "pandas", "scipy"} & set(early) == set()
    assert "matplotlib.pyplot" not in late


def test_names_when_they_are_awkward() -> None:
    """Are dollars, long names, markup and a single row drawn as they stand?"""
    reasons = ["$5 off $10", "a reason that goes on and on and on until nobody reads it any more", "<b>bold</b>"]
    figure = plot.pareto(measures.pareto(reasons))
    words = [text.get_text() for text in written(figure.canvas())]
    assert "$5 off $10" in words
    assert max(map(len, words)) <= 60
    assert "<b>" not in figure.to_html()
    plot.pareto(measures.pareto(["late"])).canvas()
    plot.contacts_per_order(pd.Series([0.1], index=[4]), fixed_week=4).canvas()
    plot.repeat_and_trust(["Q1"], [0.0], [0.0]).canvas()


def test_alt_when_the_data_change() -> None:
    """Do the words follow the numbers?"""
    assert "60 %" in plot.ratings([5, 5, 5, 1, 2]).alt
    assert "60 %" not in plot.ratings([5, 5, 1, 1, 2]).alt
    assert "outside" in plot.ab_interval(measures.ab_test(300, 1000, 200, 1000)).alt
    assert "inside" in plot.ab_interval(measures.ab_test(300, 1000, 299, 1000)).alt


@pytest.mark.parametrize(
    ("draw", "says"),
    [
        (lambda: plot.pareto(pd.DataFrame({"why": ["late"]})), "no column 'reason'. It has why"),
        (lambda: plot.themes(pd.DataFrame(columns=["theme", "negative", "mixed", "positive"])), "no rows"),
        (lambda: plot.repeat_and_trust([1, 2], [0.3], [50, 60]), "repeat_rate has 1"),
        (lambda: plot.policies(pd.DataFrame(index=[0, 1])), "no columns"),
        (lambda: plot.ratings([6]), "1 to 5"),
        (lambda: plot.ratings([]), "empty"),
        (lambda: plot.survey_bias({}), "nothing to draw"),
        (lambda: plot.ab_interval({}), "nothing to draw"),
        (lambda: plot.kano({}), "nothing to draw"),
        (lambda: plot.kano({"noise": measures.kano(["dislike"], ["like"])}), "'noise' has no coefficients"),
        (lambda: plot.trust_ledger([], []), "empty"),
    ],
)
def test_figure_when_there_is_nothing_to_draw(draw, says: str) -> None:
    """Does the error say which figure and what is missing?"""
    with pytest.raises(ValueError, match=re.escape(says)):
        draw()


def test_lines_when_a_value_is_unknown() -> None:
    """Is a week without a number left open rather than guessed?"""
    figure = plot.contacts_per_order(pd.Series([0.2, np.nan, 0.1]))
    assert "nan" not in figure.alt
    figure.canvas()
