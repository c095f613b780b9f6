"""Each gate closes on what it is for, and on nothing that is told honestly."""

from __future__ import annotations

import random
import tomllib

import pytest
from feedback.star import texts

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.feedback.star._gates import CAP, GATES
from emptychair.practice import answers

with data_path("corpus/attacks.toml").open("rb") as _file:
    ATTACKS = {row["id"]: row["text"] for row in tomllib.load(_file)["attack"]}
MARATHON = (
    "Two years ago I signed up for a marathon in Duluth, although I could not run further than nine miles. "
    "I wanted to finish in four hours. "
    "I read my old training log and found that I had run every mile at the same speed. "
    "I could have bought a plan, but I wrote my own, because I work nights. "
    "I ran slowly four days a week and fast on the fifth. In June I finished in 3:52, against 4:40 the year before. "
    "I should have slept more in April; when I trained for the next one, I went to bed at nine."
)
GIBBERISH = (
    "I amplified the preponderance of the customer's assertion through an orthogonal abnegation. "
    "The magnitude of the quandary was tantamount to its own exegesis. "
    "I conflated the antecedent with a lugubrious procurement, and the epistemic residue was ratified. "
    "Henceforth the constituency traversed the exponent with equanimity. "
    "The disparity was consecrated by the comptroller."
)

MUST_CLOSE = {
    "blanks": texts.STRONG + " In the end we saved [how many] dollars.",
    "repeated": " ".join([texts.INSIGHT, texts.ACT, texts.RESULT] * 3),
    "no_own_act": "The customer was angry. Our team met twice about it. They fixed the machine. The customer was happy.",
    "not_told": "I would call the customer first. Then I would listen. I would always offer a refund. I would follow up.",
    "off_topic": MARATHON,
    "padded": ATTACKS["padded-03"],
    "no_account": GIBBERISH,
    "wrong_question": texts.STRONG,
    "contradiction": texts.STRONG.replace("found that nine had been", "found that 19 of the 12 had been"),
}
ASKED = {"wrong_question": "Tell me about a time you mentored somebody on your team."}


@pytest.mark.parametrize("name", MUST_CLOSE)
def test_gate_closes(name: str) -> None:
    """Does the gate close, cap the score below the pass mark, and say why in a sentence?"""
    review = star.review(MUST_CLOSE[name], ASKED.get(name))
    shut = {gate.name: gate for gate in review.gates}
    assert name in shut
    assert shut[name].message.endswith((".", "”.", "?"))
    assert review.score <= CAP < 60


def test_every_gate_has_a_text() -> None:
    """Would the removal of any gate be noticed?"""
    assert {name for name, _ in GATES} == {*MUST_CLOSE, "shuffled"}


def test_shuffled_closes_on_shuffled_stories() -> None:
    """Is at least every second long story caught when its sentences are shuffled, and hardly any that is not?"""
    chance = random.Random(1)
    strong = [a for a in answers() if a.level == "strong" and len(a.sentences) >= 10][:60]
    caught = told = 0
    for answer in strong:
        pack = list(answer.sentences)
        chance.shuffle(pack)
        caught += any(gate.name == "shuffled" for gate in star.review(" ".join(pack)).gates)
        told += any(gate.name == "shuffled" for gate in star.review(answer.text).gates)
    assert caught >= len(strong) / 2
    assert told <= 2


def test_no_gate_closes_on_an_honest_answer() -> None:
    """Do weak, plain and strong stories of our own pass every gate that is not about acts?"""
    assert star.review(texts.STRONG).gates == ()
    told_backwards = " ".join(
        [texts.RESULT, texts.SETTING, texts.GOAL, texts.INSIGHT, texts.CHOICE, texts.ACT, texts.LESSON]
    )
    assert star.review(told_backwards).gates == ()


def test_one_act_is_an_act() -> None:
    """In an impersonal answer, is one sentence about what the writer did enough not to be told that there is none?"""
    weak = next(it for it in answers() if (it.scenario, it.level) == ("retail-toy-preorder", "weak"))
    own = weak.text.replace("We apologized to everyone affected", "I called each of the fourteen families")
    shut = [{gate.name for gate in star.review(text, weak.question).gates} for text in (weak.text, own)]
    assert ["no_own_act" in names for names in shut] == [True, False]
