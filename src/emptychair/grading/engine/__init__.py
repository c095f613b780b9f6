"""The engine: a bundle and a submission in, an outcome out.

Tests run in a process of their own and reach what the learner's cells define through a line that carries data. So a
test may call functions with any data, functions or made-up objects of its own; compare what comes back, or see it in
place; make objects of the learner's classes, call their methods and read their attributes; iterate, await and enter;
catch exceptions, the learner's own classes too; capture what is printed; mock ``input``, ``print``, ``open``, ``random``
and ``time``, replace or delete the learner's names; set seeds; look at figures. What cannot be sent scores 0 and says so.
"""

from __future__ import annotations

from emptychair.grading.engine._pool import Pool, grade_one

__all__ = ("Pool", "grade_one")
