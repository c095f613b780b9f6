"""The columns of every table, read from ``tables.toml``; World, files and ``datapackage.json`` all follow it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import pandas as pd

_DTYPES = {"integer": "int64", "number": "float64", "boolean": "bool", "string": "str"}


class Column(NamedTuple):
    """One column: ``type`` is Frictionless's, ``null`` says whether a cell may be empty."""

    name: str
    type: str
    about: str
    unit: str | None = None
    null: bool = False

    @property
    def dtype(self) -> str:
        """The pandas type; whole numbers with gaps stay whole numbers."""
        return "Int64" if self.null and self.type == "integer" else _DTYPES[self.type]


class Table(NamedTuple):
    """A table and its columns, in order."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    @property
    def dtypes(self) -> dict[str, str]:
        """The pandas types of the columns."""
        return {column.name: column.dtype for column in self.columns}

    def frame(self, values: Mapping[str, Any] | pd.DataFrame) -> pd.DataFrame:
        """Make the table of these values: the columns in their order, each with its type."""
        return pd.DataFrame({name: pd.Series(values[name], dtype=dtype) for name, dtype in self.dtypes.items()})


@cache
def tables(group: str) -> dict[str, Table]:
    """The tables of a group: ``shop`` or ``truth``.

    Example:
        >>> tables("shop")["baskets"].names
        ['basket_id', 'customer_id', 'day', 'product_id', 'bought']
    """
    raw = tomllib.loads(files(__package__).joinpath("tables.toml").read_text(encoding="utf-8"))[group]
    return {
        name: Table(name, table["title"], tuple(Column(**column) for column in table["columns"]), table.get("key"))
        for name, table in raw.items()
    }
