"""Take a PR/FAQ apart."""

from __future__ import annotations

from functools import lru_cache

from emptychair.feedback._model import Span
from emptychair.feedback.prfaq._blocks import Block, blocks
from emptychair.feedback.prfaq._body import MOST, roles
from emptychair.feedback.prfaq._cues import hits
from emptychair.feedback.prfaq._faq import region
from emptychair.feedback.prfaq._head import Head, head
from emptychair.feedback.prfaq._lines import lines, shown
from emptychair.feedback.prfaq._model import PressReleaseFAQ, Section
from emptychair.feedback.prfaq._names import product_names
from emptychair.feedback.prfaq._quotes import Quote, join_signatures, pick, quote_in
from emptychair.feedback.prfaq._sides import questions

LONGEST = 120_000
"""Characters that are read. The advice is six pages; this is forty."""


@lru_cache(maxsize=32)
def parse(text: str) -> PressReleaseFAQ:
    """Find the sections of a PR/FAQ, in Markdown or plain text, with or without section headings.

    Args:
        text: the document. Front matter, if the file has it, has been cut off.

    Example:
        >>> found = parse("# Riders Go Home When Ready\\n\\nTOPEKA, May 3, 2027. Kaw Bend today opened Ready Ride for riders.")
        >>> found.heading.text, found.dateline.text, found.problem
        ('Riders Go Home When Ready', 'TOPEKA, May 3, 2027', None)
    """
    text = shown(text[:LONGEST])
    every = lines(text)
    faq = region(text, every)
    top = head(text, every[: faq.first])
    body = join_signatures(blocks(text, every[top.body : faq.first])[:MOST])
    company, product = product_names(text, top, body)
    quotes = _quotes(body, company | product)
    whole = [quote for quote in quotes if quote.whole]
    leader, customer = pick(whole if len(whole) > 1 else quotes)
    quoted = {quote.block.start for quote in quotes if quote in (leader, customer) or quote.whole}
    rest = [block for block in body if block.start not in quoted]
    summary, rest = _summary(text, top, rest)
    parts = roles(tuple(rest), product, body[-1].start if body else -1)
    external, internal = questions(faq.asked)
    found = {
        name: _longest_run(text, [p.block for p in parts if p.role == name], body)
        for name in ("problem", "solution", "getting_started", "call_to_action")
    }
    return PressReleaseFAQ(
        heading=top.heading,
        subheading=top.subheading,
        dateline=top.dateline,
        summary=summary,
        leader_quote=_whole(text, leader),
        customer_quote=_whole(text, customer),
        external_faq=external,
        internal_faq=internal,
        **found,
    )


def _summary(text: str, top: Head, rest: list[Block]) -> tuple[Section | None, list[Block]]:
    """The first paragraph is the summary unless its heading says that it is something else."""
    kept = [block for block in rest if top.dateline is None or block.end > top.prose]
    if not kept:
        return None, []
    first = kept[0]
    other = hits("head_problem", first.title) or hits("head_solution", first.title)
    announces = hits("launch_verbs", first.text[:300]) > 0
    if first.listed or (
        other and not hits("head_summary", first.title) and not (top.dateline and first.start <= top.prose)
    ):
        return None, kept
    if first.title and not announces and not hits("head_summary", first.title):
        return None, kept
    start = max(first.start, top.prose if top.dateline else first.start)
    start += len(text[start : first.end]) - len(text[start : first.end].lstrip(" \t\r\n*_"))
    return Span.of(text, start, first.end), kept[1:]


def _quotes(body: tuple[Block, ...], names: frozenset[str]) -> list[Quote]:
    """Read the quotations; a heading speaks for the first one below it only."""
    out: list[Quote] = []
    used = ""
    for block in body:
        quote = quote_in(block._replace(title="") if block.title == used else block, names)
        if quote:
            out.append(quote)
            used = block.title or used
    return out


def _longest_run(text: str, some: list[Block], body: tuple[Block, ...]) -> Section | None:
    """Join neighbors; of several runs the one with the most words is the section."""
    place = {block.start: i for i, block in enumerate(body)}
    runs: list[list[Block]] = []
    for block in some:
        if runs and place[block.start] == place[runs[-1][-1].start] + 1:
            runs[-1].append(block)
        else:
            runs.append([block])
    if not runs:
        return None
    best = max(runs, key=lambda run: sum(block.words for block in run))
    return Span.of(text, best[0].start, best[-1].end)


def _whole(text: str, quote: Quote | None) -> Section | None:
    return Span.of(text, quote.block.start, quote.block.end) if quote else None
