"""Parts, counts, the composed text and the page."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback.prfaq import SECTIONS
from emptychair.practice.press import PARTS, Draft, compose, counts, pages, part, place, spans, to_html

NAMES = tuple(Draft.__dataclass_fields__)
DRAFTS = st.dictionaries(st.sampled_from(NAMES), st.text(max_size=60)).map(Draft.of)


def test_parts_are_those_of_the_reader() -> None:
    """Do writer and reader speak of the same parts in the same order, each with a duty, bounds and a skeleton?"""
    assert tuple(it.name for it in PARTS) == SECTIONS
    assert (*SECTIONS, "rest") == NAMES
    for it in PARTS:
        assert it.title
        assert it.duty.endswith(".")
        assert 0 < it.low < it.high
        assert "[" in it.skeleton


@settings(max_examples=100, deadline=None)
@given(DRAFTS)
def test_spans_are_places(draft: Draft) -> None:
    """Does every part stand in the composed text where its span says, and is it found from there?"""
    text = compose(draft)
    for name, span in spans(draft).items():
        assert text[span.start : span.end] == draft[name] == span.text
        assert place(draft, span.start, span.end) == (name, 0, len(draft[name]))


def test_place_outside_of_the_parts() -> None:
    """Is a place in the marks between two parts in none?"""
    draft = Draft(heading="Hi", external_faq="**Why?**\nBecause.")
    assert place(draft, 0, 1) is None
    assert place(draft, 0, len(compose(draft))) is None


@pytest.mark.parametrize(("words", "state"), [(0, "empty"), (3, "short"), (4, "within"), (12, "within"), (13, "long")])
def test_counts_at_the_bounds(words: int, state: str) -> None:
    """Are the bounds of a part inside it?"""
    assert counts(Draft(heading="word " * words))[0].state == state


def test_pages_when_questions_are_shorter() -> None:
    """Are questions short as long as the release is longer, and long from page six on?"""
    release = "word " * 300
    said = [pages(Draft(problem=release, internal_faq="word " * n))[1].state for n in (0, 299, 300, 2500, 2501)]
    assert said == ["empty", "short", "within", "within", "long"]


def test_part_of_no_such_name() -> None:
    """Is a name that is no part refused?"""
    with pytest.raises(KeyError):
        part("rest")


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parser hands them over
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_page_takes_nothing_for_markup() -> None:
    """Is a text with tags shown as it is, and does the page hold heading, text and question?"""
    page = _Texts()
    page.feed(
        to_html(
            Draft(
                heading="<script>x</script>", dateline="Dayton", summary="We opened.", external_faq="**A & B?**\nYes."
            )
        )
    )
    assert "script" not in page.tags
    assert {"h1", "h2", "h3", "p"} <= set(page.tags)
    assert {"<script>x</script>", "Dayton — We opened.", "A & B?", "Yes."} <= set(page.said)
