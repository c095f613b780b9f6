"""Is a gradebook that we make the one that nbgrader makes?"""

from __future__ import annotations

from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.utils import setenv
from sqlalchemy import create_engine, inspect, text

from emptychair._process import environment
from emptychair.grading._rows import DIGESTS
from emptychair.grading._schema import make_tables


def described(url: str) -> dict[str, object]:
    """Tables, columns, and the version that nbgrader's upgrades go by."""
    engine = create_engine(url)
    found = inspect(engine)
    tables = {
        name: [(one["name"], str(one["type"])) for one in found.get_columns(name)] for name in found.get_table_names()
    }
    with engine.connect() as db:
        version = db.scalar(text("select version_num from alembic_version"))
        courses = set(db.scalars(text("select id from course")))
    engine.dispose()
    tables.pop(DIGESTS.name, None)
    return {"tables": tables, "version": version, "courses": courses}


def test_tables_are_nbgraders(tmp_path: Path) -> None:
    """Do tables, columns, version and course agree?"""
    ours, theirs = f"sqlite:///{tmp_path / 'ours.db'}", f"sqlite:///{tmp_path / 'theirs.db'}"
    engine = create_engine(ours)
    make_tables(engine, "spring")
    engine.dispose()
    with setenv(PATH=environment()["PATH"]):
        Gradebook(theirs, "spring").close()
    assert described(ours) == described(theirs)


@pytest.mark.parametrize("times", [1, 2])
def test_tables_when_they_are_there(tmp_path: Path, times: int) -> None:
    """Is a gradebook that is there left as it is, and one that was half made completed?"""
    engine = create_engine(f"sqlite:///{tmp_path / 'book.db'}")
    for _ in range(times):
        make_tables(engine, "spring")
    with engine.begin() as db:
        db.execute(text("drop table comment"))
        db.execute(text("delete from alembic_version"))
    make_tables(engine, "spring")
    assert "comment" in inspect(engine).get_table_names()
    with engine.connect() as db:
        assert len(db.execute(text("select * from alembic_version")).all()) == 1
        assert len(db.execute(text("select * from course")).all()) == 1
    engine.dispose()


def test_an_old_gradebook_is_not_called_new(tmp_path: Path) -> None:
    """Does one from before nbgrader noted versions stay without one, so that its upgrade still finds out?"""
    engine = create_engine(f"sqlite:///{tmp_path / 'book.db'}")
    with engine.begin() as db:
        db.execute(text("create table student (id varchar(128) primary key)"))
    make_tables(engine, "spring")
    assert "alembic_version" not in inspect(engine).get_table_names()
    engine.dispose()
