"""Names for the rows of nbgrader's gradebook that are the same in every run.

nbgrader gives each row a random id. Ours follow from what the row is about, so two gradebooks that were made from the
same submissions are the same, row by row, however often the grader was killed on the way.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from nbgrader.api import Base
from sqlalchemy import Column, MetaData, String, Table, UniqueConstraint, event

_NAMESPACE = UUID("5b0b2c1e-6d5f-4d0e-9a57-0d2f6b8f2f5a")

DIGESTS = Table(
    "emptychair_digest",
    MetaData(),
    Column("row_id", String(32), primary_key=True),
    Column("digest", String(64), nullable=False),
)
"""Beside nbgrader's tables: from what a submission or an assignment was made, written in the same transaction."""


def row_id(table: str, *parts: str) -> str:
    """Give the id of a row of ``table``: its parts are what nbgrader declares unique.

    Example:
        >>> row_id("grade", "cell", "notebook") == row_id("grade", "cell", "notebook")
        True
        >>> row_id("grade", "cell", "notebook") == row_id("comment", "cell", "notebook")
        False
    """
    return uuid5(_NAMESPACE, "\0".join((table, *parts))).hex


def name_new_rows() -> None:
    """Let the rows that nbgrader itself adds in this process have such ids too."""
    if not event.contains(Base, "before_insert", _name):
        event.listen(Base, "before_insert", _name, propagate=True)


def _name(_mapper: Any, _connection: Any, row: Any) -> None:
    # a joined table has the id of its base, whose unique columns name it
    table = next(table for table in row.__mapper__.tables if not table.c.id.foreign_keys)
    unique = [rule for rule in table.constraints if isinstance(rule, UniqueConstraint)]
    if row.id is None and unique:
        columns = sorted(column.name for column in unique[0].columns)
        row.id = row_id(table.name, *(str(getattr(row, name)) for name in columns))
