"""Exercises about values of less common kinds."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "time-zone",
        code("""
            import datetime
            from zoneinfo import ZoneInfo
            def meeting(h):
                return datetime.datetime(2024, 5, 1, h, tzinfo=ZoneInfo('Europe/Berlin'))
        """),
        code("""
            import datetime
            m = meeting(9)
            assert m.hour == 9
            assert m.utcoffset() == datetime.timedelta(hours=2)
            assert m.tzinfo is not None
            assert m == datetime.datetime(2024,5,1,7,tzinfo=datetime.timezone.utc)
            assert m.isoformat() == '2024-05-01T09:00:00+02:00'
            assert isinstance(m, datetime.datetime)
        """),
        {
            "naive": code("""
            import datetime
            def meeting(h):
                return datetime.datetime(2024,5,1,h)
        """),
            "fixed": code("""
            import datetime
            def meeting(h):
                return datetime.datetime(2024,5,1,h,tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
        """),
        },
    ),
    Exercise(
        "records",
        code("""
            def people_table():
                return np.array([('ana', 30), ('bo', 25)], dtype=[('name','U10'),('age','i4')])
        """),
        code("""
            p = people_table()
            assert p.dtype.names == ('name', 'age')
            assert p['age'].mean() == 27.5
            assert p[0]['name'] == 'ana'
            assert sorted(p['name']) == ['ana', 'bo']
        """),
        {
            "rec": code("""
            def people_table():
                return np.rec.array([('ana', 30), ('bo', 25)], dtype=[('name','U10'),('age','i4')])
        """),
        },
    ),
    Exercise(
        "enumerations",
        code("""
            from enum import Enum, IntEnum, Flag, auto
            class Hue(Enum):
                RED = 'r'
                BLUE = 'b'
                @property
                def pretty(self): return self.name.title()
                @classmethod
                def parse(cls, s): return cls(s[0].lower())
            class Prio(IntEnum):
                LOW = 1
                HIGH = 2
            class Perm(Flag):
                R = auto(); W = auto()
        """),
        code("""
            assert Hue.parse('Red') is Hue.RED
            assert Hue.RED.pretty == 'Red'
            assert Hue('b') is Hue.BLUE and Hue['RED'].value == 'r'
            assert len(Hue) == 2 and list(Hue) == [Hue.RED, Hue.BLUE]
            assert Prio.HIGH > Prio.LOW and Prio.HIGH == 2 and int(Prio.LOW) == 1
            assert sorted([Prio.HIGH, Prio.LOW])[0] is Prio.LOW
            assert (Perm.R | Perm.W) & Perm.R
            assert Perm.R in (Perm.R | Perm.W)
            assert isinstance(Hue.RED, Hue)
            d = {Hue.RED: 1}
            assert d[Hue.RED] == 1
            assert Hue.__members__.keys() == {'RED', 'BLUE'}
            try:
                Hue('z')
                assert False
            except ValueError: pass
            assert str(Hue.RED) == 'Hue.RED'
            assert repr(Hue.RED) == "<Hue.RED: 'r'>"
        """),
        {},
    ),
    Exercise(
        "named-tuple-methods",
        code("""
            from collections import namedtuple
            from typing import NamedTuple
            Playing = namedtuple('Playing', ['rank', 'suit'])
            class Pt(NamedTuple):
                x: int
                y: int = 0
                def norm(self): return abs(self.x) + abs(self.y)
            def highest(cards): return max(cards, key=lambda c: c.rank)
        """),
        code("""
            c = highest([Playing(3, 'h'), Playing(9, 's')])
            assert c.rank == 9 and c == Playing(9, 's') and c == (9, 's')
            assert isinstance(c, Playing) and isinstance(c, tuple)
            assert c._asdict() == {'rank': 9, 'suit': 's'} and Playing._fields == ('rank', 'suit')
            assert c._replace(rank=1).rank == 1
            p = Pt(3, -4)
            assert p.norm() == 7 and p.x == 3 and Pt(1).y == 0
            x, y = p
            assert (x, y) == (3, -4)
            assert repr(c) == "Playing(rank=9, suit='s')"
        """),
        {},
    ),
)
