"""A review on paper and in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from emptychair.feedback import Criterion, Edit, Finding, Gate, Review, render_html, render_text, star
from emptychair.feedback._render import around, headline, quote

TEXT = "The courier lost it. At noon we rang her about the late parcel. She stayed."
VOID = {"br"}


def whole(text: str = TEXT, message: str = "Who rang?", insert: str = "I") -> Review:
    """A review with one of everything."""
    start = max(0, text.find("we"))
    finding = Finding(
        "we_acts", "actionable", start, start + 2, message, "It has no owner.", Edit(start, start + 2, insert)
    )
    praise = Finding("result.praise", "praise", 0, len(text), "It can be checked.", "Keep this.")
    criteria = (
        Criterion("result", "Result", 2, 0.5, (), "Say what it was before."),
        Criterion("faq", "FAQ", 7, 0.5, top=12),
    )
    return Review("star", 40, "not inclined", criteria, (finding, praise), (Gate("blanks", "1 blank left.", 50),))


class Outline(HTMLParser):
    """Reads a page as a strict reader would: every tag closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("render", [render_text, render_html])
def test_edit_is_shown_without_the_marks_of_markdown(render: Callable[[Review, str], str]) -> None:
    """Are hashes and stars for the file, and words for the reader?"""
    text = "# Small Bakeries Get Paid\n\n**We** rang 5 * 3 of them"
    at = text.index("of them")
    edit = Edit(at, at, "\n\n## FAQ\n\n**Who is it for?**\n[Whom].\n")
    shown = render(Review("prfaq", 40, "", findings=(Finding("faq", "actionable", 0, 0, "Ask.", "", edit),)), text)
    assert "*Who" not in shown
    assert "##" not in shown
    assert "**" not in shown
    assert "5 * 3" in shown
    assert "Who is it for?" in shown


def test_render_text_of_a_whole_review() -> None:
    """Does the text say everything without color?"""
    assert render_text(whole(), TEXT).splitlines() == [
        "40 of 100: not inclined (our threshold, not Amazon's)",
        "! 1 blank left. The score stays at or below 50.",
        "",
        "Result  2 of 5  ■■□□□",
        "FAQ     7 of 12  ■■■□□",
        "",
        "Then: Who rang?",
        "  “we”",
        "  It has no owner.",
        "  - … At noon we rang her about the …",
        "  + … At noon I rang her about the …",
        "",
        "Keep: It can be checked.",
        "  Keep this.",
    ]


def test_render_html_of_a_whole_review() -> None:
    """Does the page say the same words, with headings for its table and marks for its edit?"""
    page = Outline(render_html(whole(), TEXT))
    for piece in ("40 of 100", "not inclined", "1 blank left.", "2 of 5", "7 of 12", "Then: Who rang?", "Keep this."):
        assert piece in page.words
    assert {"section", "table", "th", "del", "ins"} <= set(page.tags)


def test_render_html_when_text_and_message_hold_markup() -> None:
    """Is a learner's text never markup?"""
    nasty = "<script>alert('we')</script> & <b onclick=x>we</b>"
    page = Outline(render_html(whole(nasty, message="<script>1</script>", insert="<i>I</i>"), nasty))
    assert not {"script", "b", "i"} & set(page.tags)
    assert "<script>1</script>" in page.words


@pytest.mark.parametrize("text", ["", "I rang her.", "<&>\"'", "We were always nice. 🐕 It went well."])
def test_render_when_the_review_is_real(text: str) -> None:
    """Do both renderers take what the reader gives, and give the same for the same?"""
    review = star.review(text)
    assert headline(review) in render_text(review, text)
    assert Outline(render_html(review, text)).words.startswith(f"{review.score} of 100: {review.verdict}")
    assert render_html(review, text) == render_html(Review.from_json(review.to_json()), text)


def test_headline_of_another_kind() -> None:
    """Is the threshold called ours only where there is a verdict of Amazon's to confuse it with?"""
    assert headline(Review("prose", 70, "clear")) == "70 of 100: clear"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(4, 11, "“courier”"), (0, len(TEXT), ""), (5, 5, "")],
)
def test_quote_of_a_piece_and_of_the_whole(start: int, end: int, expected: str) -> None:
    """Is a piece quoted, but neither the whole text nor nothing?"""
    assert quote(TEXT, Finding("x", "informative", start, end, "", "")) == expected


def test_quote_when_it_is_long() -> None:
    """Is a long quote cut in its middle, and do line ends become spaces?"""
    text = "one\ntwo " * 40
    cited = quote(text, Finding("x", "informative", 0, 300, "", ""))
    assert len(cited) < 100
    assert cited.startswith("“one two one")
    assert " … " in cited
    assert "\n" not in cited


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(0, 3, "A"), ("", " courier lost it.")),
        (Edit(29, 31, "I"), ("… At noon ", " rang her about the …")),
        (Edit(len(TEXT), len(TEXT), " Now."), ("", "")),
        (Edit(56, 63, "crate."), ("… her about the late ", " She stayed.")),
    ],
)
def test_around_an_edit(edit: Edit, expected: tuple[str, str]) -> None:
    """Are a few words of the same sentence given on either side?"""
    assert around(TEXT, edit) == expected


def test_prices_are_no_formula() -> None:
    """Is a review kept from being typeset, so that two prices in a quoted sentence stay prices?"""
    page = render_html(whole("The room cost $20 before and $30 after; we paid."), TEXT)
    assert page.startswith('<section aria-label="Review" class="mathjax_ignore tex2jax_ignore">')
