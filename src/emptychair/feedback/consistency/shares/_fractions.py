"""Shares and multiples in words, and the numbers they are said of: 22 euros, a third of the old price of 30."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, Row, Told, rows, same_unit

_WORTH = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_NAMES = r"(?P<name>half|third|quarter|fifth|tenth)"
_OF_THE_OLD = Lazy(
    rf"(?: [a-z]+){{0,6}}, (?:about |nearly |roughly )?(?:a |one )?{_NAMES} of (?:the|its|our|my|their|his|her|what)\b[^.;,0-9]{{0,30}}? ?"
)
_TO_ONE_OF_THAT = Lazy(rf"(?: [a-z]+){{0,2}} to (?:an? |one )?{_NAMES} of (?:that|it|this), (?:to |or )?")
_TIMES = {"twice": 2.0, "three times": 3.0, "four times": 4.0, "five times": 5.0, "ten times": 10.0, "half": 0.5}
_AS_LONG = Lazy(
    rf"(?: [a-z]+){{0,4}},? (?P<times>{'|'.join(_TIMES)}) as (?:long|many|much|high|large|often|old|far|big|expensive) as\b"
    r"[^.;0-9]{0,40} "
)
_PART_OF = Lazy(
    rf"\b(?:an? )?{_NAMES}(?: of (?:them|these|those|us|(?:my|our|the|her|his|their) [a-z]+))?, (?:or |that is |namely )?"
    r"(\d{1,6}) (?:out )?of (?:the |our |my )?(\d{1,6})\b"
)
_FAR = 0.12  # of the whole; half is what lies near the middle
_LOOSE = 0.2  # people round when they speak of a third


def _another(ratio: float, said: float) -> bool:
    return abs(ratio / said - 1) > _LOOSE


def _comparable(it: Told) -> bool:
    return bool(same_unit(it.one, it.two) and it.one.value and it.two.value)


_ROWS = (
    Row(
        "fraction",
        ("twice", "times", "half"),
        (_AS_LONG,),
        lambda it: _comparable(it) and _another(it.one.value / it.two.value, _TIMES[it.words["times"]]),
        "“{0}” is not {times} “{1}”.",
    ),
    Row(
        "fraction",
        tuple(_WORTH),
        (_OF_THE_OLD,),
        lambda it: _comparable(it) and _another(it.one.value / it.two.value, _WORTH[it.words["name"]]),
        "“{0}” and “{1}”: that is not {name}.",
    ),
    Row(
        "fraction",
        tuple(_WORTH),
        (_TO_ONE_OF_THAT,),
        lambda it: _comparable(it) and _another(it.two.value / it.one.value, _WORTH[it.words["name"]]),
        "“{0}” and “{1}”: that is not {name}.",
    ),
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find fractions that are other fractions."""
    yield from rows(facts, _ROWS)
    for number in facts.having(_WORTH):
        yield from _named(facts, number)


def _named(facts: Facts, number: int) -> Iterator[Contradiction]:
    """Find "half of them, 38 out of 60"."""
    sentence = facts.sentences[number]
    for told in _PART_OF.re.finditer(facts.low, sentence.start, sentence.end):
        name, part, whole = told[1], float(told[2]), float(told[3])
        if whole and abs(part / whole - _WORTH[name]) > _FAR:
            place = facts.span(*told.span())
            yield Contradiction("fraction", place, place, f"“{place.text}”: that is not {name}.")
