"""Ratings that come back from a mentor, and where mentor, learner and machine differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from emptychair._errors import EmptyChairError
from emptychair.practice._mentor_form import KINDS_OF_SHEET, Scale, machine_review, scales, sheet_code
from emptychair.practice._mentor_mail import words_of_mail

_HEAD = re.compile(
    rf"^(?P<before>[>\s|]*)\**Sheet:?\**:?\s*(?P<kind>{'|'.join(KINDS_OF_SHEET)})\s+(?P<code>[0-9a-f]{{12}})\s*$"
)
_LINE = re.compile(
    r"^\s*(?P<bullet>[-*+•]\s*)?[*_]*(?P<name>[a-z][a-z_\\]*)[*_]*\s*(?:\([^)]*\))?\s*[*_]*\s*:\s*(?P<value>.*)$"
)
_FIELD = re.compile(r"^\s*[*_]*(?P<name>Rater|Comment)[*_]*\s*:[*_]*\s*(?P<value>.*)$")
_VALUE = re.compile(r"(?P<level>\d+)(?:\s*(?:/|of|out of)\s*(?P<top>\d+))?(?:\s*[(–—,;-].*)?\.?")


@dataclass(frozen=True, slots=True)
class Ratings:
    """A sheet that came back. ``levels`` holds what was filled in."""

    kind: str
    code: str
    rater: str
    levels: dict[str, int]
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One criterion, as everybody sees it.

    ``mentor`` is the mean of the mentors, ``spread`` the widest gap as a part of the scale (0–1).
    """

    name: str
    title: str
    machine: int
    learner: int | None
    mentor: float | None
    spread: float


def read_ratings(sheet: str) -> Ratings:
    """Read a returned sheet: as sent, quoted in a mail, a mail saved as a file, or saved by the button of the page.

    Raises:
        EmptyChairError: the line and what is wrong with it.

    Example:
        >>> from emptychair.practice import mentor_sheet_markdown
        >>> filled = mentor_sheet_markdown("I rang her.").replace("(Result, 1–5):", "(Result, 1–5): 3")
        >>> read_ratings(filled).levels
        {'result': 3}
    """
    lines = words_of_mail(sheet).removeprefix("\ufeff").splitlines()
    heads = [(n, found) for n, line in enumerate(lines) if (found := _HEAD.match(line))]
    if not heads:
        raise EmptyChairError(
            'This is not a rating sheet: no line reads "Sheet: star ..." or "Sheet: prfaq ...". Send back the whole sheet.'
        )
    start, head = heads[-1]  # whatever stands in the text above is quoted there
    known = {it.name: it for it in scales(head["kind"])}
    levels: dict[str, int] = {}
    fields = {"Rater": "", "Comment": ""}
    for number, raw in enumerate(lines[start + 1 :], start + 2):
        line = raw.removeprefix(head["before"])
        field, found = _FIELD.match(line), _LINE.match(line)
        if field:
            fields[field["name"]] = field["value"].strip()
        elif not found or not (found["bullet"] or found["name"] in known):
            fields["Comment"] = f"{fields['Comment']} {line.strip()}".strip()  # comments run over several lines
        elif value := found["value"].strip(" *_"):
            scale = _scale(found["name"].replace("\\", ""), known, number)
            level = _level(value, scale, number)
            if levels.setdefault(scale.name, level) != level:
                raise EmptyChairError(
                    f"Line {number}: {scale.name} is rated twice, {levels[scale.name]} and {level}. Keep one."
                )
    if not levels:
        raise EmptyChairError("The sheet has no ratings yet: write a number behind at least one colon.")
    return Ratings(head["kind"], head["code"], fields["Rater"], levels, fields["Comment"])


def _scale(name: str, known: Mapping[str, Scale], number: int) -> Scale:
    if name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.4)
        raise EmptyChairError(
            f"Line {number}: there is no criterion {name!r}." + (f" Did you mean {near[0]}?" if near else "")
        )
    return known[name]


def _level(value: str, scale: Scale, number: int) -> int:
    found = _VALUE.fullmatch(value)
    level = int(found["level"][:9]) if found else -1
    if not found or not scale.low <= level <= scale.high or found["top"] not in (None, str(scale.high)):
        raise EmptyChairError(
            f"Line {number}: {scale.name} is {value[:40]!r}; write a whole number from {scale.low} to {scale.high}."
        )
    return level


def differences(
    text: str, kind: str = "star", *, mentors: Sequence[Ratings] = (), learner: Mapping[str, int] | None = None
) -> tuple[Difference, ...]:
    """Set mentor, learner and machine side by side, the widest difference first.

    Raises:
        EmptyChairError: a sheet belongs to another text, or the learner's ratings are off the scale.

    Example:
        >>> mine = differences("I rang her.", learner={"result": 5})
        >>> (mine[0].name, mine[0].learner, mine[0].machine)
        ('result', 5, 1)
    """
    code, own = sheet_code(text, kind), learner or {}
    for sheet in mentors:
        if (sheet.kind, sheet.code) != (kind, code):
            raise EmptyChairError(
                f"The sheet of {sheet.rater or 'a rater without a name'} was made for another text or another draft. "
                "Compare it with the draft that was sent."
            )
    known = {it.name: it for it in scales(kind)}
    for name, level in own.items():
        scale = known.get(name)
        if scale is None or not scale.low <= level <= scale.high:
            raise EmptyChairError(
                f"Your own rating of {name!r} is {level!r}; rate {', '.join(known)} on the scales of the sheet."
            )
    seen = machine_review(text, kind)
    rows = [
        _difference(
            it,
            seen.criterion(it.name).level,
            own.get(it.name),
            [s.levels[it.name] for s in mentors if it.name in s.levels],
        )
        for it in known.values()
    ]
    return tuple(sorted(rows, key=lambda row: -row.spread))


def _difference(scale: Scale, machine: int, learner: int | None, mentors: Sequence[int]) -> Difference:
    mentor = sum(mentors) / len(mentors) if mentors else None
    views = [float(it) for it in (machine, learner, mentor) if it is not None]
    spread = (max(views) - min(views)) / (scale.high - scale.low)
    return Difference(scale.name, scale.title, machine, learner, mentor, round(spread, 3))
