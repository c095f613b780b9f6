"""A fraction in words between two numbers: 22 euros, a third of the old price of 30."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts, same_unit
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_WORTH = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_NAMES = r"(half|third|quarter|fifth|tenth)"
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


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find fractions that are other fractions."""
    for number in facts.having(("twice", "times", "half")):
        some = facts.numbers[number]
        for one, two in zip(some, some[1:], strict=False):
            told = _AS_LONG.re.fullmatch(facts.low, one.span.end, two.span.start) if same_unit(one, two) else None
            if told and two.value and abs(one.value / two.value / _TIMES[told["times"]] - 1) > _LOOSE:
                message = f"“{one.span.text}” is not {told['times']} “{two.span.text}”."
                yield Contradiction("fraction", one.span, two.span, message)
    for number in facts.having(_WORTH):
        yield from _named(facts, number)
        some = facts.numbers[number]
        for one, two in zip(some, some[1:], strict=False):
            if not same_unit(one, two) or not one.value or not two.value:
                continue
            for form, ratio in ((_OF_THE_OLD, one.value / two.value), (_TO_ONE_OF_THAT, two.value / one.value)):
                told = form.re.fullmatch(facts.low, one.span.end, two.span.start)
                if told and abs(ratio / _WORTH[told[1]] - 1) > _LOOSE:
                    message = f"“{one.span.text}” and “{two.span.text}”: that is not {told[1]}."
                    yield Contradiction("fraction", one.span, two.span, message)


def _named(facts: Facts, number: int) -> Iterator[Contradiction]:
    """Find "half of them, 38 out of 60"."""
    sentence = facts.sentences[number]
    for told in _PART_OF.re.finditer(facts.low, sentence.start, sentence.end):
        name, part, whole = told[1], float(told[2]), float(told[3])
        if whole and abs(part / whole - _WORTH[name]) > _FAR:
            place = facts.span(*told.span())
            yield Contradiction("fraction", place, place, f"“{place.text}”: that is not {name}.")
