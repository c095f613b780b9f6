"""Bring your own: any CSV of reviews in the shape of the shop's."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from emptychair.shop._reviews_rows import ReviewsFileError, decode, split
from emptychair.shop._reviews_values import days, ids, ratings

if TYPE_CHECKING:
    import pandas as pd

NAMES = ("review_id", "order_id", "customer_id", "product_id", "day", "rating", "text")
"""The columns of reviews that a file can bring; ``week`` follows from ``day``."""
NEEDED = ("rating", "text")


def load_reviews(
    path: str | Path,
    columns: Mapping[str, str] | None = None,
    *,
    scale: tuple[float, float] = (1, 5),
    encoding: str | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
    skip_unrated: bool = False,
) -> pd.DataFrame:
    """Read somebody's reviews from a CSV file, in the shape of the shop's own ``reviews``.

    ``columns`` says which of the file's columns is which of ours, such as ``{"rating": "Stars", "text": "Review", "day": "Date"}``;
    columns with our own names need not be said. ``rating`` and ``text`` have to be there; what else is missing stays empty. Upper and
    lower case do not matter. Delimiter (comma, semicolon, tab, bar) and byte order mark are found out.

    Ratings from ``scale`` are mapped to whole stars from 1 to 5 (halves up). ``day`` may hold dates, which become days since the
    earliest one, or numbers of days. Ids that are not whole numbers stay text. An empty text stays empty; a row without a rating is an
    error unless ``skip_unrated``.

    Returns:
        A table with ``review_id``, ``order_id``, ``customer_id``, ``product_id``, ``day``, ``week``, ``rating``, ``text``.

    Raises:
        ReviewsFileError: the file is not there, not text, in another encoding (it says which to try), has no such column (it says
            which there are), or has a line that cannot be read (it says which, and why). It is a ``ValueError``.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder) / "mine.csv"
        ...     _ = path.write_text("Stars;Review;Date\\n8;Came late;2026-01-05\\n10;Lovely;2026-01-13\\n", encoding="utf-8")
        ...     reviews = load_reviews(path, {"rating": "Stars", "text": "Review", "day": "Date"}, scale=(0, 10))
        >>> reviews[["day", "week", "rating", "text"]].values.tolist()
        [[0, 0, 4, 'Came late'], [8, 1, 5, 'Lovely']]
    """
    said = columns or {}
    wanted = _wanted(said)
    _check_scale(scale)
    try:
        rows = split(decode(_bytes(path), encoding), delimiter, wanted.values())
        places = _places(next(rows).fields, wanted, said)
        body = [row for row in rows if not skip_unrated or row.fields[places["rating"]].strip()]
        if not body:
            raise ReviewsFileError("There is a header, but no review below it. Check that the export worked.")
        lines = [row.line for row in body]
        cells = {name: [row.fields[place] for row in body] for name, place in places.items()}
        return _table(cells, lines, scale, date_format)
    except ReviewsFileError as error:
        raise ReviewsFileError(f"{Path(path).name}: {error}") from None


def _bytes(path: str | Path) -> bytes:
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReviewsFileError(f"It cannot be read ({reason}). Check the name and the folder.") from None


def _table(
    cells: dict[str, list[str]], lines: list[int], scale: tuple[float, float], date_format: str | None
) -> pd.DataFrame:
    import pandas as pd

    empty = [""] * len(lines)
    table = {name: ids(cells.get(name, empty)) for name in NAMES if name.endswith("_id")}
    if "review_id" not in cells:
        table["review_id"] = pd.Series(range(1, len(lines) + 1), dtype="Int64")
    table["day"] = days(cells.get("day", empty), lines, date_format)
    table["week"] = table["day"] // 7
    table["rating"] = ratings(cells["rating"], lines, scale)
    table["text"] = pd.Series([text.strip() or None for text in cells["text"]], dtype="str")
    return pd.DataFrame(table)


def _wanted(columns: Mapping[str, str]) -> dict[str, str]:
    if strange := [name for name in columns if name not in NAMES]:
        raise ReviewsFileError(f"columns: {strange[0]!r} is not a column of reviews. Those are {', '.join(NAMES)}.")
    return {name: str(columns.get(name, name)) for name in NAMES}


def _check_scale(scale: tuple[float, float]) -> None:
    low, high = scale
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ReviewsFileError(f"scale={scale!r} is no scale. Pass its lowest and highest rating, such as (0, 10).")


def _places(header: list[str], wanted: dict[str, str], said: Mapping[str, str]) -> dict[str, int]:
    """Where each of our columns stands in the file: as it is written, or else whatever its case."""
    exact = [name.strip() for name in header]
    folded = [" ".join(name.split()).casefold() for name in exact]
    places = {}
    for name, theirs in wanted.items():
        found = [place for place, title in enumerate(exact) if title == theirs.strip()]
        found = found or [place for place, title in enumerate(folded) if title == " ".join(theirs.split()).casefold()]
        if len(found) > 1:
            raise ReviewsFileError(f"The header has {theirs!r} {len(found)} times. Rename all but one of them.")
        if found:
            places[name] = found[0]
        elif name in said or name in NEEDED:
            there = ", ".join(title or "(no name)" for title in exact[:30])
            raise ReviewsFileError(
                f"There is no column {theirs!r}. The file has: {there}. Say which is which, such as columns={{{name!r}: {exact[0]!r}}}."
            )
    return places
