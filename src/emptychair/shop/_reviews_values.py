"""From columns of text to ratings, days and ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from emptychair.shop._reviews_rows import ReviewsFileError

if TYPE_CHECKING:
    import pandas as pd

FORMATS = (
    *("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d"),
    *("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y"),
)
"""Ways to write a date besides ISO 8601; one of them has to fit every row."""
SCALES = ((0, 5), (1, 10), (0, 10), (0, 100))


def ratings(values: Sequence[str], lines: Sequence[int], scale: tuple[float, float]) -> pd.Series[int]:
    """Ratings of any scale as whole stars from 1 to 5.

    Raises:
        ReviewsFileError: a rating that is no number or outside the scale.
    """
    import numpy as np
    import pandas as pd

    low, high = scale
    # "4,5" is four and a half where people write it so.
    found = pd.to_numeric(
        pd.Series([value.strip().replace(",", ".") for value in values], dtype="str"), errors="coerce"
    )
    numbers = found.to_numpy(dtype=np.float64)
    for place in np.flatnonzero(~np.isfinite(numbers))[:1]:
        empty = not values[place].strip()
        what = "has no rating" if empty else f"has the rating {_quote(values[place])}, which is no number"
        remedy = (
            "Pass skip_unrated=True to leave such rows out." if empty else "Mend it, or leave the row out of the file."
        )
        raise ReviewsFileError(f"Line {lines[place]} {what}. {remedy}")
    for place in np.flatnonzero((numbers < low) | (numbers > high))[:1]:
        fits = next((pair for pair in SCALES if pair[0] <= numbers.min() and numbers.max() <= pair[1]), None)
        hint = f" If the file rates from {fits[0]} to {fits[1]}, pass scale={fits}." if fits else " Check the column."
        raise ReviewsFileError(
            f"Line {lines[place]} has the rating {values[place].strip()}, outside {low:g} to {high:g}.{hint}"
        )
    stars = np.floor(1 + 4 * (numbers - low) / (high - low) + 0.5)
    return pd.Series(stars.tolist(), dtype="int64")


def days(values: Sequence[str], lines: Sequence[int], date_format: str | None) -> pd.Series[int]:
    """Dates as days since the first one, and numbers of days as they are; empty cells stay empty.

    Raises:
        ReviewsFileError: a date that is none, or dates that can be read in two ways.
    """
    import pandas as pd

    given = pd.Series([value.strip() for value in values], dtype="str")
    there = given[given != ""]
    result = pd.Series(pd.NA, index=given.index, dtype="Int64")
    if there.empty:
        return result
    if date_format is None and there.str.fullmatch(r"\d{1,6}").all():
        result[there.index] = there.astype("int64")
        return result
    dates = _dates(there, [lines[place] for place in there.index], date_format)
    result[there.index] = (dates - dates.min()).dt.days
    return result


def ids(values: Sequence[str]) -> pd.Series[int] | pd.Series[str]:
    """Ids as whole numbers where they all are, as text otherwise; empty cells stay empty."""
    import pandas as pd

    given = pd.Series([value.strip() or None for value in values], dtype="str")
    whole = given.dropna().str.fullmatch(r"\d{1,18}").all()
    return given.astype("Int64") if whole else given


def _dates(there: pd.Series[str], lines: list[int], date_format: str | None) -> pd.Series[pd.Timestamp]:
    if date_format is not None:
        return _whole(_parsed(there, date_format), there, lines, f"does not fit date_format={date_format!r}. Mend it")
    iso = _parsed(there, "ISO8601")
    if iso.notna().all():
        return iso
    fitting = [(way, dates) for way in FORMATS if (dates := _parsed(there, way)).notna().all()]
    if not fitting:
        best = max([iso, *(_parsed(there, way) for way in FORMATS)], key=lambda dates: dates.notna().sum())
        fault = "is no date such as 2026-03-31, or not written as the others are. Mend it, or pass date_format="
        return _whole(best, there, lines, fault)
    (way, dates), *others = fitting
    for other, meant in others:
        if not meant.equals(dates):
            place = int((meant != dates).to_numpy().argmax())
            raise ReviewsFileError(
                f"Line {lines[place]}: {there.iloc[place]!r} can be read in two ways. Pass date_format={way!r} or {other!r}."
            )
    return dates


def _parsed(there: pd.Series[str], way: str) -> pd.Series[pd.Timestamp]:
    import pandas as pd

    try:
        dates = pd.to_datetime(there, format=way, errors="coerce", utc=True)
    except (ValueError, re.error) as error:  # a format that is none
        raise ReviewsFileError(f"date_format={way!r} is not a format ({error}). One such as '%d/%m/%Y' is.") from None
    return dates.dt.tz_localize(None).dt.normalize()


def _whole(
    dates: pd.Series[pd.Timestamp], there: pd.Series[str], lines: list[int], fault: str
) -> pd.Series[pd.Timestamp]:
    for place in dates.isna().to_numpy().nonzero()[0][:1]:
        raise ReviewsFileError(f"Line {lines[place]}: the date {_quote(there.iloc[place])} {fault}.")
    return dates


def _quote(value: str) -> str:
    return repr(value if len(value) <= 40 else f"{value[:40]}…")
