"""One row a check: texts in which it must speak up, and texts in which it must not.

A case for an answer (``star``) names the component of each sentence in front of it: ``"A| I rang her. R| She stayed."``.
Other texts are plain prose. The shortest text that shows the point is the best one.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """``kind`` is the kind of text that the cases are."""

    kind: str
    fires: tuple[str, ...]
    quiet: tuple[str, ...]


def _words(count: int) -> str:
    return "O| " + " ".join(["word"] * count) + "."


TABLE: dict[str, Row] = {
    "fillers": Row(
        "star",
        fires=(
            "A| Um, I, uh, rang her, you know.",
            "S| Er, it was, like, Monday. A| I basically, um, sort of rang the depot.",
            "A| I MEAN, I kind\nof rang her, you know, and stuff.",
        ),
        quiet=(
            "A| I rang her. R| She stayed.",
            "A| Um, I rang her, uh, twice.",
            "A| I carried her umbrella over the ermine rug to the erg machine and kindly sorted the numbers.",
        ),
    ),
    "happy_ending": Row(
        "star",
        fires=("R| In the end it went well.", "R| Everyone was happy!", "R| I got great feedback from the customer"),
        quiet=(
            "R| It went well: 38 of 40 came back.",
            "R| She came back in May and brought her sister.",
            "S| The customer was unhappy.",
        ),
    ),
    "hypothetical": Row(
        "star",
        fires=(
            "A| I would call the customer back.",
            "O| In such a case I'd apologize first.",
            "A| I will always listen to the customer.",
            "T| I’ll probably ask my manager.",
        ),
        quiet=(
            "A| I called the customer back.",
            "O| I would say it was the worst week of the year.",
            "F| I would ask her earlier.",
            "A| I told her, “I would call the bank.”",
            "O| I would like to tell you about Mrs. Tran.",
            "A| I'd finished by noon.",
        ),
    ),
    "long_sentence": Row(
        "prose",
        fires=(
            "word " * 31,
            "Short. " + "word " * 31 + ". Short.",
            "The parcels that had been left in the yard behind the depot on Friday were still there on Monday, when the driver, "
            "who had been off sick, came back and asked why nobody had moved them.",
        ),
        quiet=("word " * 30, "Twenty words are fine. " * 20, ("word " * 16 + ". ") * 3),
    ),
    "ownerless_act": Row(
        "star",
        fires=(
            "A| It was decided to refund her.",
            "A| A meeting was set up.",
            "A| Then the process was changed and a survey was launched.",
        ),
        quiet=(
            "A| I decided to refund her.",
            "A| The decision was made by my manager.",
            "S| It was decided in March to close the depot.",
        ),
    ),
    "percent_of_what": Row(
        "star",
        fires=("R| Complaints fell 40 %.", "R| It got 12.5 percent faster!", "R| We had 30% fewer calls."),
        quiet=(
            "R| Complaints fell 40 %, from 50 a week to 30.",
            "R| Late parcels went from 12 % to 3 %.",
            "S| Complaints rose 40 %.",
            "R| That is 40 % of the parcels.",
            "R| Nine complaints came in.",
        ),
    ),
    "platitude": Row(
        "star",
        fires=(
            "F| I learned that communication is key.",
            "F| The customer is always right.",
            "F| At the end\nof the day it’s all about trust.",
        ),
        quiet=(
            "F| I learned to ask for the delivery date before the price.",
            "F| I still ring on the day before.",
            "A| I found the key to the communication room.",
        ),
    ),
    "too_long": Row(
        "star",
        fires=(_words(421), _words(600), "A| " + "I rang her twice. " * 120),
        quiet=(_words(420), _words(10), "O| " + "… " * 900),
    ),
    "too_short": Row(
        "star",
        fires=(_words(139), _words(1), "A| I rang her."),
        quiet=(_words(140), _words(500), "O| …"),
    ),
    "undefined_acronym": Row(
        "prose",
        fires=("We missed the SLA twice.", "The RMA and the DSO said no.", "All our PLCs stopped."),
        quiet=(
            "We missed the service level agreement (SLA) twice.",
            "The SLA (what we had promised) was missed.",
            "The SLA was missed; the service level agreement (SLA) says nine days.",
            "The CEO of a UK firm sent a PDF.",
            "I RANG HER ON MONDAY AND SHE STAYED.",
            "IN THE WORDS OF ONE RIDER\n\nWe waited for an hour at the stop, and then another hour at the next one.",
            "Gate A-12, an X-RAY, plan B.",
        ),
    ),
    "we_acts": Row(
        "star",
        fires=(
            "A| We rang the customer.",
            "A| We looked at it. A| Then we called her. A| We then sent a new one.",
            "S| It was lost. A| So we searched the yard. R| We found it.",
        ),
        quiet=(
            "A| I rang the customer.",
            "A| We agreed that I would take the call and the blame.",
            "S| We ran a small depot. R| We kept her.",
            "A| I rang her. A| We loaded the van. A| I drove it over.",
        ),
    ),
    "weasel_words": Row(
        "prose",
        fires=(
            "It was significantly faster.",
            "A seamless experience.",
            "Lots of people came, and various ones stayed.",
        ),
        quiet=("It took 3 days instead of 9.", "We had a number to call.", "They will lever age against youth."),
    ),
    "wordy_phrase": Row(
        "prose",
        fires=(
            "In order to ship, we ring.",
            "It failed due to the fact that it rained.",
            "Prior\nto May we had nothing.",
        ),
        quiet=("To ship, we ring.", "We keep the files in order.", "The prior owner left with respect."),
    ),
}
