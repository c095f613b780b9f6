"""Each gate closes on what it is for, and on nothing that is told honestly."""

from __future__ import annotations

import random
import time
import tomllib

import pytest
from feedback.star import texts

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.feedback._unfilled import by_kind, unfilled
from emptychair.feedback._unfilled import kinds as templates
from emptychair.feedback.star._doubts import NAMES
from emptychair.feedback.star._gates import GATES, Seen, joined
from emptychair.feedback.star._label import scan
from emptychair.practice import answers

with data_path("corpus/attacks.toml").open("rb") as _file:
    ATTACKS = {row["id"]: row["text"] for row in tomllib.load(_file)["attack"]}
UNFILLED = templates()
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
GENERIC = (
    "In my previous role I was responsible for an important account, and a customer had a serious problem with a product. "
    "My task was to find a solution before the end of the quarter. I spoke with several users and looked at the relevant data, "
    "because I wanted to understand the root cause. I found that the real need was different from what had been requested. "
    "I considered an alternative and decided against it, since it would only have treated the symptom. "
    "I convinced my manager and the other stakeholders, and carried out a test with a group of customers. "
    "As a result the key metric improved within a short time, whereas it did not change in the other group. "
    "I introduced a new step in the process so that the problem cannot come back, and informed all affected customers. "
    "Looking back, I should have asked earlier, and in a similar situation I applied this lesson."
)
BRAIDED = (
    "I was night porter in a hotel in Bath when a guest told me that the elevator had trapped her twice. "
    "As the beekeeper for the estate I had noticed that the hives near the road were losing their workers. "
    "I wrote down each stop for two weeks. I moved four of the hives behind the hedge."
)

MUST_CLOSE = {
    "blanks": texts.STRONG + " In the end we saved [how many] dollars.",
    "generic": GENERIC,
    "joined": BRAIDED,
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
    """Does the gate close, or the doubt cost enough, so that the text cannot pass; and is it said why in a sentence?"""
    review = star.review(MUST_CLOSE[name], ASKED.get(name))
    shut = {gate.name: gate for gate in review.gates}
    assert name in shut
    assert shut[name].message.endswith((".", "”.", "?"))
    assert review.score < 60


def test_every_gate_has_a_text() -> None:
    """Would the removal of any gate be noticed?"""
    assert {name for name, _ in GATES} | set(NAMES.values()) == set(MUST_CLOSE)


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


def test_generic_spares_whoever_names_somebody() -> None:
    """Do a name and a few numbers make it somebody's story?"""
    told = GENERIC + " Mrs. Adu of Duluth paid 40 dollars in May, and 12 of 90 users came back by June 3."
    assert "generic" not in {gate.name for gate in star.review(told).gates}


@pytest.mark.parametrize(
    "text",
    [
        "I was night porter in a hotel in Bath. Later, as the porter for the day, I asked the others.",
        "I was a nurse at a clinic in Bath. As a nurse on the ward I asked them. As the baker said, it was cold.",
        "I am a clerk at a bank in Ghent. Before, I was a baker at a shop in Bath, so I knew flour.",
        "She rang me twice. He came with her. She asked for it. She paid him. He left. She stayed.",
    ],
)
def test_joined_spares_one_story(text: str) -> None:
    """May people be called the same again, tell what they were before, and have two customers?"""
    assert joined(Seen(text, scan(text), None)) is None


def test_joined_closes_on_two_stories_dealt_in_turn() -> None:
    """Is it noticed when each sentence about her is followed by one about him?"""
    text = "She wanted two of them. He wanted red shoes. I looked into her ears. I watched him run. " * 2
    assert joined(Seen(text, scan(text), None)) is not None


def test_a_blank_of_a_form_in_the_story_is_none() -> None:
    """May one quote a line of a form, and not leave one's own open?"""
    told = texts.STRONG + ' The line on the card says "up to $____" now.'
    assert "blanks" not in {gate.name for gate in star.review(told).gates}
    assert "blanks" in {gate.name for gate in star.review(told + " We saved $____ with it.").gates}


@pytest.mark.parametrize("kind", UNFILLED)
def test_each_form_of_a_template_is_seen(kind: str) -> None:
    """Does each kind tell what it is for, alone, and nothing that an honest text has?"""
    entry = UNFILLED[kind]
    for text in entry["fires"]:
        assert kind in {name for name, found in by_kind(text) if found}, text
    for text in entry["spares"]:
        assert unfilled(text) == [], text


@pytest.mark.parametrize(
    "unit", ["ab/cd/", "X ", "(your ", "describe the ", "insert a b ", "N w", "??", "blah ", "<a", "a NAME"]
)
def test_cost_of_looking_for_templates_is_linear(unit: str) -> None:
    """Does a megabyte of what opens a blank take a moment?"""
    began = time.process_time()
    unfilled(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 2


def test_no_honest_text_is_a_template() -> None:
    """Is nothing found in the corpus, and in the honest texts of strangers?"""
    told = [a.text for a in answers()]
    for name in ("held_out/blind3/honest", "strangers/second_honest", "strangers/third_honest"):
        rows = tomllib.loads(data_path(f"corpus/{name}.toml").read_text(encoding="utf-8"))["answer"]
        told += [row[key] for row in rows for key in ("text", "retold") if key in row]
    assert [found for text in told if (found := unfilled(text))] == []


def test_one_act_is_an_act() -> None:
    """In an impersonal answer, is one sentence about what the writer did enough not to be told that there is none?"""
    weak = next(it for it in answers() if (it.scenario, it.level) == ("retail-toy-preorder", "weak"))
    own = weak.text.replace("We apologized to everyone affected", "I called each of the fourteen families")
    shut = [{gate.name for gate in star.review(text, weak.question).gates} for text in (weak.text, own)]
    assert ["no_own_act" in names for names in shut] == [True, False]
