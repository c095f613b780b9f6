"""The parser: parts of made-up documents, and what the front matter of the corpus says."""

import pytest
from feedback.prfaq.documents import (
    CALL,
    CUSTOMER,
    EXTERNAL,
    HEADING,
    INTERNAL,
    LEADER,
    PROBLEM,
    SOLUTION,
    corpus,
    markdown,
    plain,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from emptychair.feedback import prfaq


@pytest.mark.parametrize("text", [markdown(), plain()], ids=["headings", "plain"])
def test_parse_finds_every_part_when_all_are_there(text: str) -> None:
    """Does the same document give the same parts with headings and without?"""
    found = prfaq.parse(text)
    assert found.heading is not None
    assert found.heading.text == HEADING
    assert found.problem is not None
    assert found.problem.text == PROBLEM
    assert found.solution is not None
    assert found.solution.text == SOLUTION
    assert found.leader_quote is not None
    assert found.leader_quote.text == LEADER
    assert found.customer_quote is not None
    assert found.customer_quote.text == CUSTOMER
    assert found.call_to_action is not None
    assert found.call_to_action.text == CALL
    assert found.getting_started is not None
    assert found.subheading is None
    assert [q.question.text for q in found.external_faq] == [q for q, _ in EXTERNAL]
    assert [q.answer and q.answer.text for q in found.internal_faq] == [a for _, a in INTERNAL]


@pytest.mark.parametrize(
    "part", ["problem", "solution", "leader_quote", "getting_started", "customer_quote", "external_faq", "internal_faq"]
)
def test_parse_gives_nothing_when_a_part_is_left_out(part: str) -> None:
    """Is a missing part None, or empty for the questions, and the rest untouched?"""
    whole, less = set(prfaq.parse(markdown()).found()), set(prfaq.parse(markdown(leave=part)).found())
    assert whole - less == {part}


@pytest.mark.parametrize(
    "line",
    [
        "SEATTLE, Wash. — March 3, 2027 — ",
        "London, 3 March 2027: ",
        "**Porto, June 2027 —** ",
        "AUSTIN, Texas--(BUSINESS WIRE)--March 3, 2027-- ",
        "*Duluth, Minnesota / March 3, 2027.* ",
        "DULUTH, Minn. (March 3, 2027) ",
        "March 3, 2027, Laredo, Texas. ",
        "Lagos · 03/04/2027 · ",
    ],
)
def test_dateline_is_found_when_it_is_written_so(line: str) -> None:
    """Is the dateline cut from the summary in all its usual forms?"""
    found = prfaq.parse(
        f"# A Heading for Riders\n\n{line}Acme today launched Zip for riders with a card. They get home in ten minutes.\n"
    )
    assert found.dateline is not None
    assert "2027" in found.dateline.text
    assert found.summary is not None
    assert found.summary.text.startswith("Acme today")


PIECES = (
    "# Riders Get Home\n",
    "TOPEKA, May 3, 2027 — Acme today launched Zip for riders.\n",
    "## Problem\r\n",
    f"{PROBLEM}\n",
    f"{LEADER}\n",
    "| Who? | Riders. |\n",
    "**Q1:** Why?\n",
    "A: Because. ",
    "> [Q] What?",
    "***",
    "\n\n",
    "\r",
    "\u2028",
    "1. ",
    "- ",
    "---\n",
    "“",
    "🚲",
)


@pytest.mark.parametrize(
    ("speaker", "part"),
    [
        ("said Ada Moe, chief executive", "leader_quote"),
        ("said Ada Moe, VP of Product", "leader_quote"),
        ("said Ada Moe, who designed the scale", "leader_quote"),
        ("said Ada Moe, 68, who sorts peaches in Selma", "customer_quote"),
        ("said Ada Moe, a night nurse in Madison", "customer_quote"),
        ("— Ada Moe, teacher, Lawton, Oklahoma", "customer_quote"),
    ],
)
def test_quote_goes_to_leader_or_customer_when_the_role_says_so(speaker: str, part: str) -> None:
    """Does the attribution decide whose quotation it is, curly quotes and straight ones alike?"""
    for left, right in ('""', "“”"):
        said = f"{left}The scale was off by two pounds a day,{right} {speaker}."
        text = f"# Heading\n\nDAYTON, May 3, 2027 — Acme today launched Zip.\n\n{PROBLEM}\n\n{said}\n"
        assert part in prfaq.parse(text).found()


def test_spans_are_exact_pieces_when_the_corpus_is_parsed() -> None:
    """Does every section and question stand in the text where it says?"""
    for case in corpus():
        found = prfaq.parse(case.text)
        spans = [getattr(found, name) for name in prfaq.SECTIONS if not name.endswith("faq") and getattr(found, name)]
        spans += [q.question for q in found.questions] + [q.answer for q in found.questions if q.answer]
        assert spans, case.name
        for span in spans:
            assert case.text[span.start : span.end] == span.text != "", case.name


def _f1(wanted: list[set[str]], found: list[set[str]]) -> float:
    both = sum(len(w & f) for w, f in zip(wanted, found, strict=True))
    return 2 * both / (sum(map(len, wanted)) + sum(map(len, found)))


def test_sections_agree_when_compared_with_the_front_matter() -> None:
    """Do the sections found agree with what the writers of the corpus say? Floor a little below the measured figure."""
    wanted = [set(case.meta["sections"].split()) for case in corpus()]
    assert _f1(wanted, [set(prfaq.parse(case.text).found()) for case in corpus()]) >= SECTIONS_FLOOR


def test_topics_agree_when_compared_with_the_front_matter() -> None:
    """Do the topics of the questions agree with what the writers say?"""
    wanted, found = [], []
    for case in corpus():
        parsed = prfaq.parse(case.text)
        for side, asked in (("external", parsed.external_faq), ("internal", parsed.internal_faq)):
            wanted.append(set(case.meta[f"{side}_topics"].split()))
            found.append({topic for one in asked for topic in one.topics})
    assert _f1(wanted, found) >= TOPICS_FLOOR


SECTIONS_FLOOR, TOPICS_FLOOR = 0.96, 0.92  # measured: 0.977 and 0.936


@settings(max_examples=80, deadline=None)
@example(">")
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_spans_are_exact_pieces_when_given_any_text(text: str) -> None:
    """Does every section, question and answer stand in any text where it says, and no answer before its question?"""
    found = prfaq.parse(text)
    for span in [getattr(found, name) for name in prfaq.SECTIONS if not name.endswith("faq") and getattr(found, name)]:
        assert text[span.start : span.end] == span.text != ""
    for one in found.questions:
        assert text[one.question.start : one.question.end] == one.question.text
        if one.answer:
            assert text[one.answer.start : one.answer.end] == one.answer.text != ""
            assert one.question.end <= one.answer.start


def test_comments_are_not_read() -> None:
    """Is what a rendered page does not show neither read nor counted, and does every place stay where it is?"""
    text = "# Riders Go Home\n\n<!-- part: summary -->\nTOPEKA, May 3, 2027. <!-- Q: Why? --> Kaw Bend today opened Ready Ride."
    found = prfaq.parse(text)
    assert found.questions == ()
    assert found.summary is not None
    assert text[found.summary.start : found.summary.end].endswith("Ready Ride.")
    assert "Why" not in found.summary.text
