"""StarStudio without a browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from emptychair import EmptyChairError
from emptychair._questions import question_text
from emptychair.feedback import star
from emptychair.practice import telling
from emptychair.widgets import StarStudio
from emptychair.widgets._base import Face, asset
from emptychair.widgets.star_studio import clock, studio_view

QUESTION = question_text("angry_customer")
STRONG = telling("nursing-night-noise", "strong").text
DOG = "🐕 barked. I rang Zoë 🐕🐕. She came back 😀."


def test_marks_have_their_style_for_themselves() -> None:
    """Does no other widget style a class of the name of a component, which would move the marks away from their words?"""
    styled = set(re.findall(r"(?:^|[,{}])\s*\.ec \.([a-z-]+)(?=\s*[,{])", asset("emptychair.css"), re.M))
    assert "part" in styled
    assert styled.isdisjoint(star.LETTERS)


class Tags(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's own names
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", ["", "I rang her.", STRONG, DOG, "!!!", "<script>I rang</script> her."])
def test_view_of_a_text(text: str) -> None:
    """Does the view say what the reader says, in plain JSON, the same each time?"""
    view = studio_view(text, QUESTION)
    review = star.review(text, QUESTION)
    assert json.loads(json.dumps(view)) == view == studio_view(text, QUESTION)
    assert (view["text"], view["score"], view["verdict"]) == (text, review.score, review.verdict)
    assert [it["level"] for it in view["criteria"]] == [it.level for it in review.criteria]
    assert [it["message"] for it in view["findings"]] == [it.message for it in review.findings]
    assert [(it["start"], it["end"], it["component"]) for it in view["labels"]] == [it[1:] for it in star.label(text)]
    assert [it["letter"] for it in view["labels"]] == [star.LETTERS[it.component] for it in star.label(text)]


def test_view_of_a_strong_answer() -> None:
    """Are shares whole percents that make 100, set beside their bands, and is the time that of the words?"""
    view = studio_view(STRONG, QUESTION)
    assert sum(it["percent"] for it in view["shares"]) == 100
    assert [(it["name"], it["low"], it["high"]) for it in view["bands"]] == [
        ("S+T", 20, 30),
        ("A", 50, 60),
        ("R", 15, 25),
    ]
    assert view["words"] == len(STRONG.split())
    assert view["clock"] == clock(view["words"])


def test_view_when_the_text_has_emoji() -> None:
    """Are places code points, which the face turns into its own units?"""
    for it in studio_view(DOG, QUESTION)["labels"]:
        assert DOG[it["start"] : it["end"]][-1] == "."
    assert "codeUnits" in asset("components.js")


def test_view_of_nothing() -> None:
    """Is an empty page zero of everything, without a finding or a gate against what nobody has written?"""
    view = studio_view("", QUESTION)
    assert (view["words"], view["clock"], view["score"], view["labels"], view["findings"]) == (0, "0:00", 0, [], [])
    assert view["gates"] == []


@pytest.mark.parametrize(
    "text", [STRONG, "We rang her. It was decided to wait.", "I would call. Everyone was happy. We shipped it."]
)
def test_view_of_an_edit(text: str) -> None:
    """Does each edit show a cut and a stand-in with the words around them, as they are in the text?"""
    for it in studio_view(text, QUESTION)["findings"]:
        if it["edit"]:
            before, after = it["edit"]["before"].removeprefix("… "), it["edit"]["after"].removesuffix(" …")
            assert before + it["edit"]["cut"] + after in text
            assert it["edit"]["insert"] != it["edit"]["cut"]


@pytest.mark.parametrize(
    ("words", "shown"), [(0, "0:00"), (1, "0:00"), (2, "0:01"), (140, "1:00"), (279, "2:00"), (400, "2:51")]
)
def test_clock_of_words(words: int, shown: str) -> None:
    """Are words told as minutes and seconds at 140 a minute?"""
    assert clock(words) == shown


@pytest.mark.parametrize("text", ["", STRONG, DOG, "word " * 50_000])
def test_repr_of_a_text(text: str) -> None:
    """Is the text form one short line that is the same each time and holds no address?"""
    line = repr(StarStudio(text))
    assert line == repr(StarStudio(text))
    assert line.startswith("StarStudio: ")
    assert len(line) <= 110
    assert "\n" not in line
    assert " at 0x" not in line


def test_repr_of_a_face_that_says_too_much() -> None:
    """Is a long description cut where ipywidgets would cut it?"""

    class Talker(Face):
        _esm = "export default {}"

        def describe(self) -> str:
            return "word " * 50

    assert len(repr(Talker())) <= 110
    assert repr(Talker()).endswith("word…")


def test_mimebundle_of_a_studio() -> None:
    """Is there a text form and a static page beside the widget, for places without a kernel?"""
    bundle = StarStudio(STRONG)._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert data is not None
    assert data["text/plain"].startswith("StarStudio: ")
    assert StarStudio(STRONG).static_html() in data["text/html"]
    assert "mathjax_ignore" in data["text/html"]  # two prices are no formula
    assert "application/vnd.jupyter.widget-view+json" in data


def test_static_html_when_text_and_question_hold_markup() -> None:
    """Is what the learner writes never markup?"""
    page = Tags(
        StarStudio(
            "<script>alert(1)</script> I rang <img src=x> her.", "Is <b onclick=x>this</b> a question?"
        ).static_html()
    )
    assert not page.seen & {"script", "img", "b", "style"}
    assert "<script>alert(1)</script>" in page.words
    assert "<b onclick=x>this</b>" in page.words


def test_static_html_of_a_strong_answer() -> None:
    """Does it hold the question, every sentence with its letter, the shares, the score and the levels?"""
    studio = StarStudio(STRONG)
    words = Tags(studio.static_html()).words
    assert QUESTION in words
    for it in star.label(STRONG):
        assert star.LETTERS[it.component] + it.text in words
    assert f"{studio.view['score']} of 100" in words
    assert all(f"{it['level']} of {it['top']}" in words for it in studio.view["criteria"])


def test_traits_when_the_text_changes() -> None:
    """Does a new draft give a new view, from Python as from the browser?"""
    studio = StarStudio("We rang her.")
    seen = []
    studio.observe(seen.append, names=["view"])
    studio.text = STRONG
    assert studio.view == studio_view(STRONG, QUESTION)
    assert len(seen) == 1
    studio.text = STRONG
    assert len(seen) == 1


def test_traits_when_the_question_changes() -> None:
    """Is the view worked out anew for another question?"""
    studio = StarStudio(STRONG)
    studio.question = "Why Amazon?"
    assert studio.view == studio_view(STRONG, "Why Amazon?")


def test_traits_that_the_browser_gets() -> None:
    """Do text, question and view travel, with the code and the style sheet?"""
    synced = set(StarStudio("I rang her.").get_state())
    assert {"text", "question", "view", "_esm", "_css"} <= synced


@pytest.mark.parametrize(
    ("given", "asked"),
    [("said_no", question_text("said_no")), ("Why are you here?", "Why are you here?")],
)
def test_question_by_id_or_in_words(given: str, asked: str) -> None:
    """Is an id looked up, and a sentence taken as it is?"""
    assert StarStudio("", given).question == asked


def test_question_when_unknown() -> None:
    """Is a misspelled id told with the nearest ones, before anything is shown?"""
    with pytest.raises(EmptyChairError, match="Did you mean angry_customer"):
        StarStudio("", "angry_custommer")


def test_view_of_a_megabyte() -> None:
    """Does a pasted book not break the page?"""
    text = "I rang her again on Monday. " * 36_000
    studio = StarStudio(text)
    assert studio.view["words"] == 6 * 36_000
    assert len(repr(studio)) <= 110
