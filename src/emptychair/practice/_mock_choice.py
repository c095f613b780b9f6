"""Which questions a mock interview asks: of the principles and the difficulty one wants, new ones first, unlike ones in a row."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Sequence

from emptychair._errors import EmptyChairError
from emptychair.practice._bank import PRINCIPLES, TOLD, Question, questions

LENGTHS = (1, 2, 3, 5)
"""How many questions; with its follow-ups each takes some eight minutes."""
MINUTES_EACH = 8


def mock_questions(
    count: int,
    *,
    principles: Collection[str] = (),
    difficulty: int | None = None,
    views: bool = True,
    before: Sequence[str] = (),
) -> tuple[Question, ...]:
    """Choose the questions of an interview. The same wishes and the same past give the same questions.

    Args:
        count: how many; fewer come where the bank has no more.
        principles: slugs of principles of which each question has to look at one; none means any.
        difficulty: 1 to 3, or any.
        views: whether questions that want a view and not a story may come, too.
        before: ids that were asked in earlier interviews, the latest last; they come again when everything else was asked.

    Raises:
        EmptyChairError: nothing fits, or a principle or a difficulty does not exist.

    Example:
        >>> chosen = mock_questions(2, principles=["frugality"], difficulty=2)
        >>> [("frugality" in it.principles, it.difficulty) for it in chosen]
        [(True, 2), (True, 2)]
    """
    wanted: list[str | None] = list(principles) or [None]
    pool = {it.id: it for name in wanted for it in questions(principle=name, difficulty=difficulty)}
    fitting = [it for it in pool.values() if views or it.type in TOLD]
    if not fitting:
        named = ", ".join(PRINCIPLES[name] for name in principles)
        raise EmptyChairError(
            f"The bank has no question of difficulty {difficulty}{f' for {named}' if named else ''}. "
            "Choose another difficulty or more principles."
        )
    times, latest = Counter(before), {name: at for at, name in enumerate(before)}
    chosen: list[Question] = []
    while fitting and len(chosen) < count:
        seen = Counter(it.kind or it.principles[0] for it in chosen)
        # the one asked least and longest ago; then another kind than before; then as a die would fall that remembers the past
        best = min(
            fitting,
            key=lambda it: (
                times[it.id],
                seen[it.kind or it.principles[0]],
                latest.get(it.id, -1),
                zlib.crc32(f"{it.id} {len(before)}".encode()),
            ),
        )
        fitting.remove(best)
        chosen.append(best)
    return tuple(chosen)
