"""What the face of ContactCentre shows: a contact to tag, then where contacts come from, fixes, and what came of them."""

from __future__ import annotations

from typing import Any

from emptychair.widgets._desk import Result, counts, form, outcome, sides, texts

SHOWN = 4  # results beside each other

Said = dict[str, Any]
"""``tags``: a tag by contact; ``tried``: what was tried, the last one first, each a list of fixes and at most one way to mend."""


def centre_view(said: Said, at: int, tag: str) -> dict[str, Any]:
    """Work out what the face shows; what the texts are about is in it only when all have been tagged.

    Example:
        >>> view = centre_view({"tags": {}, "tried": []}, 0, "late")
        >>> view["told"] is None, view["done"]
        (True, 0)
    """
    tags, tried = said["tags"], said["tried"]
    whole = len(tags) == len(texts())
    one = texts()[at]
    return {
        "at": at,
        "of": len(texts()),
        "done": len(tags),
        "channel": one.channel,
        "text": one.text,
        "chosen": tags.get(str(one.contact_id)),
        "tags": [{"name": name, "choice": it["choice"]} for name, it in form()["tags"].items()],
        "told": _heard(tags) if whole else None,
        "tag": tag,
        "where": _where(tag) if whole else None,
        "fixes": [{"name": name, "choice": it["choice"]} for name, it in form()["fixes"].items()],
        "ways": [{"name": name, "choice": it["choice"]} for name, it in form()["ways"].items()],
        "chosen_fixes": tried[0] if tried else [],
        "result": _result(tried) if whole and tried else None,
    }


def choice(tag: str) -> str:
    """Give the words of a tag."""
    return str(form()["tags"][tag]["choice"])


def _heard(tags: dict[str, str]) -> dict[str, Any]:
    alike = sum(tags[str(it.contact_id)] == it.tag for it in texts())
    total = sum(counts().values())
    return {
        "head": f"{alike} of {len(texts())} tagged as the shop knows them to be.",
        "apart": [
            {"text": f"“{it.text}”", "said": choice(tags[str(it.contact_id)]), "was": choice(it.tag)}
            for it in texts()
            if tags[str(it.contact_id)] != it.tag
        ],
        "bars": {
            "label": f"All {total} first contacts of these {form()['listen']} weeks",
            "unit": "%",
            "rows": [
                {"name": choice(tag), "value": round(100 * n / total, 1), "note": f"{n} contacts", "tone": "accent"}
                for tag, n in counts().items()
            ],
        },
    }


def _where(tag: str) -> dict[str, Any]:
    found = sorted(sides(tag), key=lambda it: it.elsewhere / it.rate if it.rate else 1)
    first = found[0]
    return {
        "tabs": [{"name": name, "choice": it["choice"]} for name, it in form()["tags"].items() if "reason" in it],
        "rows": [[it.name, it.most, f"{it.rate:.1f}", f"{it.elsewhere:.1f}", f"{it.orders:,}"] for it in sides(tag)],
        "read": f"Most uneven by {first.name}: {first.rate:.1f} contacts per 100 orders for “{first.most}”, "
        f"{first.elsewhere:.1f} for the rest.",
    }


def _result(tried: list[list[str]]) -> dict[str, Any]:
    as_it_was, last = outcome([]), outcome(tried[0])
    monday = form()["week"]
    lines = [("as it was", as_it_was, "f"), ("with your fix", last, "accent")]
    fewer = as_it_was.contacts - last.contacts
    return {
        "head": f"{as_it_was.rate:.1f} contacts per 100 orders became {last.rate:.1f}."
        if fewer
        else f"{as_it_was.rate:.1f} contacts per 100 orders stayed {last.rate:.1f}: the cause is where it was.",
        "facts": [
            [f"{fewer}", f"contacts fewer in {form()['after']} weeks"],
            [f"${last.cost:,.0f}", "to mend the causes"],
            [f"{_signed(last.profit - as_it_was.profit)}", "profit against as it was"],
        ],
        "chart": {
            "label": "Contacts per 100 orders, week by week",
            "xLabel": "week",
            "yLabel": "contacts per 100 orders",
            "yFrom": 0,
            "lines": [
                {"name": name, "points": [list(it) for it in zip(one.weeks, one.rates, strict=True)], "tone": tone}
                for name, one, tone in lines
            ],
            "marks": [{"x": monday, "text": "Monday"}],
            "summary": f"From week {monday} on: {as_it_was.rate:.1f} as it was, {last.rate:.1f} with your fix.",
        },
        "rows": [_tried(it, as_it_was) for it in tried[:SHOWN]],
    }


def _tried(fixes: list[str], as_it_was: Result) -> list[str]:
    found = outcome(fixes)
    names = "; ".join(it["choice"] for name, it in form()["fixes"].items() if name in fixes) or "nothing"
    way = "".join(it["told"] for name, it in form()["ways"].items() if name in fixes)
    return [f"{names}{way}", f"{found.rate:.1f}", _signed(found.profit - as_it_was.profit)]


def _signed(dollars: float) -> str:
    return f"{'−' if dollars < -0.5 else '+' if dollars > 0.5 else ''}${abs(dollars):,.0f}"
