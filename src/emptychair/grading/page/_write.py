"""The page, its figures and its tables, written beside their place and then put there."""

from __future__ import annotations

from pathlib import Path
from statistics import mean, median

from emptychair._files import said_plainly, write_text
from emptychair.grading._nbcourse import open_course
from emptychair.grading._report import points_text
from emptychair.grading.page._figures import items_figure, scores_figure
from emptychair.grading.page._gather import Facts, gather
from emptychair.grading.page._tables import tables

_HERE = Path(__file__).parent


def write_report(root: Path, assignment: str, folder: Path | None = None) -> Path:
    """Do what `emptychair.grading.report` says."""
    course = open_course(root)
    facts = gather(course, assignment)
    place = folder or course.root / "reports" / assignment
    figures = {"scores.svg": scores_figure(facts), "exercises.svg": items_figure(facts)}
    files = {**tables(facts), "index.html": page(facts, figures)}
    # beside the page they have no style sheet to take colors from
    files |= {name: _alone(figure) for name, figure in figures.items()}
    with said_plainly(place):
        place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_text(place / name, text)
    return place / "index.html"


def page(facts: Facts, figures: dict[str, str]) -> str:
    """Put the page together."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["points"] = points_text
    points = [row.points for row in facts.rows]
    return environment.get_template("page.html.j2").render(
        facts=facts,
        style=Markup((_HERE / "page.css").read_text(encoding="utf-8")),
        figures={name: Markup(figure) for name, figure in figures.items()},
        mean=mean(points),
        median=median(points),
        full=sum(point >= facts.max_points for point in points),
        looks=sum(row.looks > 0 for row in facts.rows),
        labels=sorted({row.label for row in facts.rows} - {"sandboxed"}),
    )


def _alone(figure: str) -> str:
    colors = "--ink:#1c1c1c;--soft:#555d68;--accent:#0b6e75;--line:#d5d5d5"
    return figure.replace("<svg", f'<svg style="{colors};background:#fff" ', 1)
