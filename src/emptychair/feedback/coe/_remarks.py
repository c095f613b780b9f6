"""What there is to say about each part: place, message, why, and the smallest edit."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Edit, Finding
from emptychair.feedback.coe._account import impact, timeline
from emptychair.feedback.coe._actions import action
from emptychair.feedback.coe._metric import metric
from emptychair.feedback.coe._parse import PARTS, CorrectionOfErrors, Item, Section
from emptychair.feedback.coe._whys import blamed, ends_in_system, says_again, stops_at_error

FULL = 5  # whys

ADVICE = {
    "impact": "Who was hit, how many, for how long, and what it cost them.",
    "timeline": "An entry a line, each with its time: when it began, when a customer first said so, when we saw it, when it ended.",
    "whys": "Five answers, each to why the one above could happen.",
    "metric": "What could have been counted at the step that went wrong, how often, and the number at which somebody acts.",
    "actions": "What changes, who owns it, by when.",
}


def remarks(text: str, doc: CorrectionOfErrors) -> Iterator[Finding]:
    """Everything that can be pointed at, in the order in which to work."""
    for name, title in PARTS.items():
        if getattr(doc, name) is None:
            yield _finding(
                "missing_part", "essential", (len(text), len(text)), f"There is no part “{title}”.", ADVICE[name]
            )
    if doc.whys:
        yield from _whys(doc.whys)
    yield from _blame(text, doc.whys)
    if doc.metric:
        yield from _metric(doc.metric)
    if doc.actions:
        yield from _actions(doc.actions)
    if doc.impact:
        yield from _impact(doc.impact)
    if doc.timeline:
        yield from _timeline(doc.timeline)


def _finding(
    check: str, severity: str, place: tuple[int, int], message: str, hint: str, edit: Edit | None = None
) -> Finding:
    return Finding(check, severity, *place, message, hint, edit)  # type: ignore[arg-type]  # severity is one of the four


def _place(item: Item | Section) -> tuple[int, int]:
    return item.start, item.end


def _whys(part: Section) -> Iterator[Finding]:
    for n, item in enumerate(part.items):
        if says_again(item, part.items[:n]):
            yield _finding(
                "repeated_why", "essential", _place(item), f"Why {n + 1} says again what stands above it.",
                "Ask what let that happen. The answer is about something else: a form, a contract, a number nobody looked at.",
            )  # fmt: skip
    last = part.items[-1]
    if stops_at_error(last):
        yield _finding(
            "human_error", "essential", _place(last), "The chain stops at a person's error.",
            "People err on every shift. Why could this error reach a customer? What would have stopped it?",
            Edit(last.end, last.end, f"\n{len(part.items) + 1}. It could reach a customer because [what let it through]."),
        )  # fmt: skip
    elif not ends_in_system(last):
        yield _finding(
            "no_system", "actionable", _place(last), "The last answer is not yet something one can change.",
            "End at a form, a test, a contract, a rule, or at a task that nobody had.",
        )  # fmt: skip
    if len(part.items) < FULL:
        count = len(part.items)
        yield _finding(
            "few_whys", "actionable", _place(part), f"There {'is one why' if count == 1 else f'are {count} whys'}.",
            "Five is a habit and not a law. Stop when the answer is something that can be changed for good, not before.",
        )  # fmt: skip


def _blame(text: str, whys: Section | None) -> Iterator[Finding]:
    last = whys.items[-1] if whys else None
    for start, end in blamed(text):
        if last and last.start <= start < last.end and stops_at_error(last):
            continue  # has been said
        yield _finding(
            "blame", "essential", (start, end), f"“{' '.join(text[start:end].split())}” hangs it on a person.",
            "Put in the person's place the next one who will do that job. What will let it happen to them?",
        )  # fmt: skip


def _metric(part: Section) -> Iterator[Finding]:
    seen = metric(part.text)
    if seen.kind == "output":
        yield _finding(
            "output_metric", "essential", _place(part), f"“{seen.said}” is a result.",
            "It moves weeks later, and nobody can set it. Which step went wrong, and what could have been counted there?",
        )  # fmt: skip
    elif seen.kind == "symptom":
        yield _finding(
            "symptom_metric", "actionable", _place(part), f"“{seen.said}” counts customers who have been hit.",
            "Better than a result. Is there a count at the step itself, before anything is sent?",
        )  # fmt: skip
    elif seen.kind == "none":
        yield _finding("no_metric", "essential", _place(part), "Nothing is counted here.", ADVICE["metric"])
    if not seen.limit:
        yield _finding(
            "no_limit", "actionable", _place(part), "No number says when somebody acts.",
            "A metric without a limit is a decoration.", Edit(part.end, part.end, " Alarm above [the limit]."),
        )  # fmt: skip
    if not seen.cadence:
        yield _finding(
            "no_cadence", "actionable", _place(part), "It does not say how often somebody looks.",
            "Each batch, each day, each week?", Edit(part.end, part.end, " Looked at every [day or week]."),
        )  # fmt: skip


def _actions(part: Section) -> Iterator[Finding]:
    if len(part.items) == 1:
        yield _finding(
            "one_action", "actionable", _place(part), "There is one action.",
            "What mends it for good is seldom what tells you next time and what makes it good for those who were hit.",
        )  # fmt: skip
    for item in part.items:
        seen = action(item)
        if seen.wish:
            yield _finding(
                "wish", "essential", _place(item), f"“{seen.wish}” is a wish.",
                "It works until the first bad day. What would make the error impossible, or seen at once, by whoever is on shift?",
            )  # fmt: skip
        if not seen.owner:
            yield _finding(
                "no_owner", "actionable", _place(item), "Nobody owns this action.", "One name or one post. A team is nobody.",
                Edit(item.end, item.end, " — owner: [one name]"),
            )  # fmt: skip
        if not seen.when:
            yield _finding(
                "no_date", "actionable", _place(item), "This action has no date.", "A day on which somebody asks whether it is done.",
                Edit(item.end, item.end, " — by [a date]"),
            )  # fmt: skip


def _impact(part: Section) -> Iterator[Finding]:
    said = {
        "who": ("It does not say whom it hit.", "Customers, patients, guests: name them before the company."),
        "number": ("It does not say how many.", "A count, and out of how many."),
        "time": ("It does not say for how long.", "From when to when, or for how many days."),
        "cost": ("One number is not a cost yet.", "What did it cost them: calls, returns, days of waiting, money?"),
    }
    for name, there in impact(part.text)._asdict().items():
        if not there:
            yield _finding(f"impact_{name}", "actionable", _place(part), *said[name])


def _timeline(part: Section) -> Iterator[Finding]:
    seen = timeline(part.items)
    if seen.timed < len(part.items) or seen.timed < 3:
        untimed = next((it for it in part.items if seen.timed < len(part.items) and not timeline([it]).timed), part)
        yield _finding(
            "untimed",
            "actionable",
            _place(untimed),
            "Not every step has its time, or there are fewer than three.",
            ADVICE["timeline"],
        )
    if seen.astray:
        yield _finding(
            "out_of_order",
            "actionable",
            _place(seen.astray),
            "This entry is earlier than the one above it.",
            "A timeline is read for its gaps; they show only in order.",
        )
    if not seen.noticed:
        yield _finding(
            "never_noticed", "actionable", _place(part), "It does not say when somebody noticed.",
            "The longest gap is usually between the first customer who knew and the first of us who did.",
        )  # fmt: skip
    if not seen.ended:
        yield _finding(
            "never_ended",
            "actionable",
            _place(part),
            "It does not say how it ended.",
            "When was it mended, and when were customers told?",
        )
