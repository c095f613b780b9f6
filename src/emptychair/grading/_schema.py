"""The tables of the gradebook: nbgrader's own, made so that being killed halfway does not matter.

nbgrader makes them, too, but starts a program to ask for the version of its schema, and a gradebook that it was killed
over never gets one.
"""

from __future__ import annotations

from alembic.script import ScriptDirectory
from nbgrader.api import Base, Course
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, inspect, select

from emptychair.grading._rows import DIGESTS

_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))


def make_tables(engine: Engine, course_id: str) -> None:
    """See that the gradebook has all tables, and the course in it."""
    with engine.begin() as db:
        _stamp(db)
    with engine.begin() as db:
        Base.metadata.create_all(db)
        DIGESTS.create(db, checkfirst=True)
    course = Course.__table__
    with engine.begin() as db:
        if course_id and db.scalar(select(course.c.id).where(course.c.id == course_id)) is None:
            db.execute(insert(course).values(id=course_id))


def _stamp(db: Connection) -> None:
    """Note the version first: a gradebook with tables and without it would be an old one to nbgrader."""
    tables = inspect(db).get_table_names()
    if not tables:
        _VERSION.create(db)
    elif _VERSION.name not in tables:
        return
    if db.scalar(select(_VERSION.c.version_num)) is None:
        head = ScriptDirectory(ALEMBIC_DIR).get_current_head()
        db.execute(insert(_VERSION).values(version_num=head))
