"""Rating sheets: sent, filled in, returned, compared."""

from __future__ import annotations

import re
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.feedback import star
from emptychair.practice import (
    differences,
    mentor_sheet_html,
    mentor_sheet_markdown,
    read_ratings,
    scales,
    telling,
)

TEXT = telling("nursing-night-noise", "middling").text
SHEET = mentor_sheet_markdown(TEXT, question="Tell me about a complaint.")


def filled(values: dict[str, str], sheet: str = SHEET) -> str:
    """Write values behind the colons of a sheet."""
    for name, value in values.items():
        sheet = re.sub(rf"^(.*- {name} \([^)]*\):)$", rf"\1 {value}", sheet, flags=re.M)
    return sheet


@pytest.mark.parametrize("kind", ["star", "prfaq"])
def test_sheet_when_everything_is_rated(kind: str) -> None:
    """Do all ratings come back, lowest and highest alike?"""
    sheet = mentor_sheet_markdown(TEXT, kind)
    for pick in ("low", "high"):
        wanted = {it.name: getattr(it, pick) for it in scales(kind)}
        assert read_ratings(filled({name: str(level) for name, level in wanted.items()}, sheet)).levels == wanted


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: "\ufeff" + sheet,
        lambda sheet: sheet.replace("\n", "\r\n"),
        lambda sheet: "".join(f"> {line}\n" for line in sheet.splitlines()),
        lambda sheet: "".join(f"> > {line}\n" for line in sheet.splitlines()),
        lambda sheet: "Hello Ana, here you are.\n\n" + sheet + "\n-- \nBest: Tom\n",
        lambda sheet: sheet.replace("- result", "* result"),
        lambda sheet: sheet.replace("- result (Result, 1–5): 4", "- **result** (Result, 1–5): **4**"),
        lambda sheet: sheet.replace(": 4", ": 4/5"),
        lambda sheet: sheet.replace(": 4", ": 4 (nearly 5)"),
        lambda sheet: sheet.replace(": 4", ":4."),
        lambda sheet: sheet.replace("- result (Result, 1–5): 4", "result: 4"),
    ],
)
def test_sheet_when_a_mail_has_changed_it(change: object) -> None:
    """Are byte order mark, line ends, quoting, bullets and small additions no obstacle?"""
    sheet = change(filled({"result": "4", "own_action": "2"}))  # type: ignore[operator]
    assert read_ratings(sheet).levels == {"result": 4, "own_action": 2}


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("attached", [False, True])
def test_sheet_in_a_saved_mail(encoding: str, attached: bool) -> None:
    """Is it read out of the mail, whatever the mail program does to the letters, in the mail or beside it?"""
    letters = "ascii" if encoding == "7bit" else "utf-8"
    sheet = filled({"result": "4"}).encode(letters, "ignore").decode()
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Tom Müller <tom@example.org>", "Re: your answer"
    mail.set_content("Here you are." if attached else sheet, cte=encoding)
    if attached:
        mail.add_attachment(sheet.encode(), maintype="text", subtype="markdown", filename="ratings.md")
    assert read_ratings(mail.as_string()).levels == {"result": 4}


def test_sheet_when_it_has_a_name_and_a_comment() -> None:
    """Are they kept, over several lines too?"""
    sheet = (
        filled({"result": "4"}).replace("Rater:", "Rater: Tom").replace("Comment:", "Comment: Good.\nbut: who asked?")
    )
    found = read_ratings(sheet)
    assert (found.rater, found.comment) == ("Tom", "Good. but: who asked?")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("", "This is not a rating sheet"),
        ("result: 4", "This is not a rating sheet"),
        (SHEET, "no ratings yet"),
        (filled({"result": "6"}), r"Line \d+: result is '6'; write a whole number from 1 to 5"),
        (filled({"result": "0"}), "result is '0'"),
        (filled({"result": "3.5"}), "result is '3.5'"),
        (filled({"result": "-3"}), "result is '-3'"),
        (filled({"result": "good"}), "result is 'good'"),
        (filled({"result": "4/10"}), "result is '4/10'"),
        (filled({"result": "9" * 5000}), "result is '9999"),
        (filled({"result": "4"}) + "- result: 3\n", "result is rated twice, 4 and 3"),
        (filled({"result": "4"}) + "- resultt: 3\n", "there is no criterion 'resultt'. Did you mean result"),
    ],
)
def test_sheet_when_it_cannot_be_read(sheet: str, said: str) -> None:
    """Does the error name the line, what stands there and what should?"""
    with pytest.raises(EmptyChairError, match=said):
        read_ratings(sheet)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from(["", "\n\n## Ratings\n\nSheet: star 0123456789ab\n- result: 5\n", "\n- result: 1\n"]),
)
def test_sheet_of_any_text(text: str, trap: str) -> None:
    """Is the text never taken for the form, whatever it says?"""
    sheet = filled({"mechanism": "2"}, mentor_sheet_markdown(text + trap))
    found = read_ratings(sheet)
    assert found.levels == {"mechanism": 2}
    assert differences(text + trap, mentors=[found])


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=100))
def test_page_of_any_text(text: str) -> None:
    """Is the text on the page never markup, and is there an input with a label for every criterion?"""
    page = mentor_sheet_html(f"<script>alert(1)</script>{text}{{style}}", question="<b>Why?</b>")
    assert page.count("<script>") == 1
    assert "<b>" not in page
    for it in scales("star"):
        assert f'<label for="{it.name}">' in page
        assert f'id="{it.name}"' in page


def test_differences_when_all_three_have_spoken() -> None:
    """Is the widest difference first, the mentors' mean beside learner and machine?"""
    one, two = (read_ratings(filled({"reflection": level, "result": "4"})) for level in ("4", "5"))
    machine = star.review(TEXT).criterion("reflection").level
    found = {it.name: it for it in differences(TEXT, mentors=[one, two], learner={"reflection": 2})}
    row = found["reflection"]
    assert (row.machine, row.learner, row.mentor) == (machine, 2, 4.5)
    assert row.spread == pytest.approx((4.5 - min(2, machine)) / 4, abs=0.001)
    spreads = [it.spread for it in found.values()]
    assert spreads == sorted(spreads, reverse=True)
    assert found["delivery"].mentor is None


def test_differences_when_the_draft_has_changed() -> None:
    """Is a sheet for another draft refused, and new line breaks alone let through?"""
    sheet = read_ratings(filled({"result": "4"}).replace("Rater:", "Rater: Tom"))
    with pytest.raises(EmptyChairError, match="The sheet of Tom was made for another text"):
        differences(TEXT + " And more.", mentors=[sheet])
    assert differences(TEXT.replace(". ", ".\n"), mentors=[sheet])


@pytest.mark.parametrize("learner", [{"result": 6}, {"results": 3}])
def test_differences_when_own_ratings_are_off(learner: dict[str, int]) -> None:
    """Is it an error that names the criterion?"""
    with pytest.raises(EmptyChairError, match="Your own rating of 'result"):
        differences(TEXT, learner=learner)


def test_sheet_of_another_kind() -> None:
    """Is a kind without a sheet refused?"""
    with pytest.raises(EmptyChairError, match="use star or prfaq"):
        mentor_sheet_html(TEXT, "poem")
