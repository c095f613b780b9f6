"""A world on disk: CSV files for the shop, CSV files for the truth, and a Frictionless data package that describes both."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from emptychair.shop._schema import Column, Table, tables
from emptychair.shop._world import Truth, World

PACKAGE = "datapackage.json"
# The shop imports nothing of ours, so it finds the data itself: inside the installed package, or beside it in a checkout.
_HOME = Path(__file__).resolve().parents[1]
_FOLDERS = (_HOME / "_course" / "data", _HOME.parents[1] / "data")


def load(folder: Path | str | None = None) -> World:
    """Load a world that was saved; without a folder the one that the lessons use.

    A file is read once in a process, unless it changes; the tables are yours to change all the same.

    Raises:
        FileNotFoundError: the folder holds no world, or not all of it.

    Example:
        >>> world = load()
        >>> world.size, world.weeks
        (5000, 78)
    """
    root = Path(folder) if folder is not None else _default()
    truth = Truth(**{name: _read(root, "truth", table) for name, table in tables("truth").items()})
    shop = {name: _read(root, "shop", table) for name, table in tables("shop").items()}
    seed, size, weeks = (int(truth.parameter(name)) for name in ("seed", "size", "weeks"))
    return World(seed=seed, size=size, weeks=weeks, truth=truth, **shop)


def named_themes() -> pd.DataFrame:
    """Load the themes that the pipeline of the course named in the newest 4,000 reviews of the default world.

    Returns:
        A row a review: ``review_id`` and ``themes``, their names with a space between, or nothing.

    Example:
        >>> len(named_themes())
        4000
    """
    return pd.read_csv(_default() / "themes.csv", keep_default_na=False)


def _default() -> Path:
    return next((one for one in _FOLDERS if (one / PACKAGE).is_file()), _FOLDERS[-1])


def save(world: World, folder: Path | str) -> None:
    """Write a world: ``shop/*.csv``, ``truth/*.csv`` and ``datapackage.json``; the same world, the same bytes.

    Example:
        >>> import tempfile
        >>> from emptychair import shop
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     shop.save(shop.simulate(customers=50, weeks=8, seed=1), folder)
        ...     len(shop.load(folder).customers)
        50
    """
    root = Path(folder)
    for group, holder in (("shop", world), ("truth", world.truth)):
        (root / group).mkdir(parents=True, exist_ok=True)
        for name in tables(group):
            frame: pd.DataFrame = getattr(holder, name)
            frame.to_csv(root / group / f"{name}.csv", index=False, lineterminator="\n", encoding="utf-8")
    text = json.dumps(describe(world), ensure_ascii=False, indent=1)
    (root / PACKAGE).write_text(text + "\n", encoding="utf-8", newline="\n")


def describe(world: World) -> dict[str, Any]:
    """The data package: every table, and every column with its type, its unit and what it means."""
    return {
        "profile": "tabular-data-package",
        "name": "tern-lane",
        "title": "Tern Lane, a simulated online shop, and the truth about it",
        "description": f"{world.size} customers, {world.weeks} weeks, seed {world.seed}. Nothing in it ever happened.",
        "licenses": [
            {
                "name": "CC0-1.0",
                "title": "Creative Commons Zero 1.0",
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
            }
        ],
        "resources": [_resource(group, table) for group in ("shop", "truth") for table in tables(group).values()],
    }


def _resource(group: str, table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = table.key
    return {
        "profile": "tabular-data-resource",
        "name": f"{group}-{table.name}".replace("_", "-"),
        "title": table.title,
        "path": f"{group}/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    unit = {"unit": column.unit} if column.unit else {}
    required = {} if column.null else {"constraints": {"required": True}}
    return {"name": column.name, "type": column.type, "description": column.about} | unit | required


def _read(root: Path, group: str, table: Table) -> pd.DataFrame:
    path = root / group / f"{table.name}.csv"
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} is missing; restore it from the repository, or make the data again with `make data`."
        )
    about = path.stat()
    return _parse(path, group, table.name, about.st_mtime_ns, about.st_size).copy(deep=False)  # pandas copies on write


@lru_cache(maxsize=64)
def _parse(path: Path, group: str, name: str, *_version: int) -> pd.DataFrame:
    table = tables(group)[name]
    empty = {column.name: [""] for column in table.columns if column.null or column.type == "number"}
    frame = pd.read_csv(path, dtype=table.dtypes, keep_default_na=False, na_values=empty, encoding="utf-8")
    return frame[table.names]
