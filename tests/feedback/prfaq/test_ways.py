"""The parser: the same document, marked up in other ways."""

import re

import pytest
from feedback.prfaq.documents import EXTERNAL, INTERNAL, PROBLEM, markdown, plain

from emptychair.feedback import prfaq

FORMS = (
    "Q: {q}\nA: {a}",
    "**{q}**\n{a}",
    "### {q}\n{a}",
    "**{q}** {a}",
    "{i}. {q}\n{a}",
    "Q{i}. {q}\n{a}",
    "{q}\n{a}",
    "{q}\n\n{a}",
    "- **{q}**\n  {a}",
    "*{q}*\n{a}",
    "Q: {q} A: {a}",
    "Q{i}: {q}\nA{i}: {a}",
    "Question: {q}\nAnswer: {a}",
    "**Q:** {q}\n**A:** {a}",
    "{i}. **{q}** {a}",
    "{i}) {q}\n{a}",
    "Q{i} {q}\n{a}",
    "**Q{i}. {q}**\n\n{a}",
    "#### Q: {q}\n\n{a}",
    "> {q}\n\n{a}",
    "- Q: {q}\n- A: {a}",
    "* {q}\n  * {a}",
    "| {q} | {a} |",
    "Q. {q}\nA. {a}",
    "[Q] {q}\n[A] {a}",
    "(Q) {q}\n(A) {a}",
    "Q{i} - {q}\nA{i} - {a}",
    "**{q}**: {a}",
    "FAQ {i}: {q}\n{a}",
)


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["apart", "close"])
@pytest.mark.parametrize("form", FORMS)
def test_questions_are_found_when_they_are_written_so(form: str, between: str) -> None:
    """Are questions and answers told apart in all their usual forms, with empty lines between them and without?"""
    release = markdown(external=(), internal=()).split("## External FAQ")[0]
    asked = between.join(form.format(q=q, a=a, i=i) for i, (q, a) in enumerate(EXTERNAL, 1))
    for heading in ("## FAQ\n\n", ""):
        found = prfaq.parse(f"{release}{heading}{asked}\n")
        assert [q.question.text for q in found.questions] == [q for q, _ in EXTERNAL]
        assert [q.answer and q.answer.text.lstrip("* ") for q in found.questions] == [a for _, a in EXTERNAL]


@pytest.mark.parametrize(
    "how", ["Windows newlines", "trailing blanks", "curly quotes", "no empty lines", "non-breaking spaces"]
)
def test_plain_parts_are_the_same_when_the_document_is_written_in_another_way(how: str) -> None:
    """Does a document without any markup stand the same changes?"""
    found = prfaq.parse(_changed(plain(), how))
    assert set(found.found()) == set(prfaq.parse(plain()).found())
    assert [q.question.text for q in found.questions] == [q for q, _ in (*EXTERNAL, *INTERNAL)]


def _changed(text: str, how: str) -> str:
    return {
        "Windows newlines": text.replace("\n", "\r\n"),
        "old Mac newlines": text.replace("\n", "\r"),
        "trailing blanks": text.replace("\n", "  \n"),
        "curly quotes": text.replace(' "', " “").replace('\n"', "\n“").replace('"', "”"),
        "bold for headings": re.sub(r"^#+ (.*)$", r"**\1**", text, flags=re.MULTILINE),
        "capitals for headings": re.sub(r"^## (.*)$", lambda found: found[1].upper(), text, flags=re.MULTILINE),
        "underlined headings": re.sub(
            r"^## (.*)$", lambda found: f"{found[1]}\n{'-' * len(found[1])}", text, flags=re.MULTILINE
        ),
        "colons behind headings": re.sub(r"^(#+ .*)$", r"\1:", text, flags=re.MULTILINE),
        "numbered headings": re.sub(r"^## (.*)$", r"## 1. \1", text, flags=re.MULTILINE),
        "deeper headings": re.sub(r"^## ", "#### ", text, flags=re.MULTILINE),
        "rules between sections": text.replace("\n\n## ", "\n\n---\n\n## "),
        "no empty lines": re.sub(r"\n\n+", "\n", text),
        "quoted quotes": re.sub(r'^"', '> "', text, flags=re.MULTILINE),
        "non-breaking spaces": text.replace("\n\n", "\n\u00a0\n"),
        "British quotes": re.sub(r'"([^"\n]*)"', r"'\1'", text),
        "run-in headings": re.sub(
            r"^## ((?!External|Internal).*)\n\n(?=[A-Z\"])", r"**\1.** ", text, flags=re.MULTILINE
        ),
        "a label below the heading": text.replace("\n\n", "\n\n## Press release\n\n", 1),
    }[how]


WAYS = (
    "British quotes",
    "run-in headings",
    "a label below the heading",
    "Windows newlines",
    "old Mac newlines",
    "trailing blanks",
    "curly quotes",
    "bold for headings",
    "capitals for headings",
    "underlined headings",
    "colons behind headings",
    "numbered headings",
    "deeper headings",
    "rules between sections",
    "no empty lines",
    "quoted quotes",
    "non-breaking spaces",
)


@pytest.mark.parametrize("how", WAYS)
def test_parts_are_the_same_when_the_document_is_written_in_another_way(how: str) -> None:
    """Are all parts found, and all questions with their answers, however the document is marked up?"""
    text = _changed(markdown(), how)
    found = prfaq.parse(text)
    assert set(found.found()) == set(prfaq.parse(markdown()).found())
    assert [q.question.text.rstrip() for q in found.external_faq] == [q for q, _ in EXTERNAL]
    assert [q.question.text.rstrip() for q in found.internal_faq] == [q for q, _ in INTERNAL]
    assert all(q.answer for q in found.questions)
    assert abs(prfaq.review(text).score - prfaq.review(markdown()).score) <= 2


def test_paragraph_that_holds_a_quotation_keeps_its_part() -> None:
    """Is a problem with a sentence of a customer in it the problem, where leader and customer speak elsewhere?"""
    said = f'{PROBLEM} "We threw it all away and nobody told us why it was so," a baker in Selma told us, she said.'
    for text in (markdown(), plain()):
        found = prfaq.parse(text.replace(PROBLEM, said)).problem
        assert found is not None
        assert found.text == said
