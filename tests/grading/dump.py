"""A gradebook as text: every row of nbgrader's tables, under names instead of ids, in one order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.api import Base, Gradebook
from sqlalchemy import Connection, create_engine, select

NAMES = {
    "assignment": ("name",),
    "notebook": ("assignment_id", "name"),
    "base_cell": ("notebook_id", "type", "name"),
    "source_cell": ("notebook_id", "name"),
    "submitted_assignment": ("assignment_id", "student_id"),
    "submitted_notebook": ("assignment_id", "notebook_id"),
    "grade": ("notebook_id", "cell_id"),
    "comment": ("notebook_id", "cell_id"),
}
"""What is unique in a table beside its id; ids among them stand for rows that have names of their own."""


def dump(url: str) -> dict[str, list[dict[str, Any]]]:
    """Every table, without the ids that nbgrader draws at random."""
    Gradebook(url).engine.dispose()
    engine = create_engine(url)
    with engine.connect() as db:
        tables = {table.name: table for table in Base.metadata.sorted_tables}
        rows = {name: [dict(row) for row in db.execute(select(table)).mappings()] for name, table in tables.items()}
    engine.dispose()
    names = _names(rows)
    found = {}
    for table, all_rows in rows.items():
        plain = [{key: names.get(value, value) for key, value in row.items()} for row in all_rows]
        found[table] = sorted(plain, key=repr)
    # nbgrader's preprocessors open the gradebook without a course id and leave this row behind
    found["course"] = [row for row in found["course"] if row["id"] != "default_course"]
    return found


def _names(rows: dict[str, list[dict[str, Any]]]) -> dict[Any, str]:
    names: dict[Any, str] = {}
    for table, unique in NAMES.items():
        for row in rows[table]:
            parts = [str(names.get(row[column], row[column])) for column in unique]
            names[row["id"]] = f"{table}({', '.join(parts)})"
    return names


def exact(db: Connection) -> list[str]:
    """Every row of every table, ids and all."""
    return sorted(
        f"{table.name} {tuple(row)}" for table in Base.metadata.sorted_tables for row in db.execute(select(table))
    )


def state(root: Path) -> tuple[list[str], dict[str, bytes]]:
    """Every row of the gradebook, ids and all, and every graded file."""
    engine = create_engine(f"sqlite:///{root / 'gradebook.db'}")
    with engine.connect() as db:
        rows = exact(db)
    engine.dispose()
    graded = root / "autograded"
    files = {path.relative_to(graded).as_posix(): path.read_bytes() for path in graded.rglob("*") if path.is_file()}
    return rows, files
