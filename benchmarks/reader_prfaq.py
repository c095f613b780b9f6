"""How good is the reader of PR/FAQs? Compared with what the writers of the documents noted in their front matter."""

from __future__ import annotations

import re
import statistics
import time
import tomllib
from dataclasses import dataclass

import reader_planted

from emptychair._data import data_path
from emptychair.feedback import Review, prfaq
from emptychair.feedback.consistency import contradictions
from emptychair.practice import answers

PASS = 60
SIDES = ("external_faq", "internal_faq")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the corpus: its name, what its writer noted, and the text that is read."""

    name: str
    notes: dict[str, str]
    text: str


def documents(folder: str) -> list[Document]:
    """Read a folder; the front matter is cut off."""
    out = []
    for path in sorted(data_path(f"corpus/{folder}").glob("*.md")):
        raw = path.read_text(encoding="utf-8")
        head, text = re.match(r"(?:---\n(.*?)\n---\n)?(.*)", raw, re.DOTALL).groups()  # type: ignore[union-attr]
        notes = dict(line.split(": ", 1) for line in (head or "").splitlines() if ": " in line)
        out.append(Document(path.name, notes, text.strip()))
    return out


def _f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    hit = sum(len(noted & found) for noted, found in pairs)
    return 2 * hit / max(1, sum(len(noted) + len(found) for noted, found in pairs))


def _points(notes: dict[str, str]) -> dict[str, int]:
    return {name: int(got) for name, got in re.findall(r"(\w+)=(\d+)/", notes["points"])}


def _accused() -> str:
    told = answers()
    return f"{sum(bool(contradictions(it.text)) for it in told)} of {len(told)}"


def _contradictory() -> list[str]:
    """What the search for contradictions finds in answers that were written for it."""
    with data_path("corpus/contradictory.toml").open("rb") as file:
        rows = tomllib.load(file)["answer"]
    out = [
        "### Contradictions",
        "",
        "Answers written for this by one who knew the rules, each set before the rules were changed for it. The first set contradicts",
        "itself several times an answer, the others once and quietly. A new quiet contradiction is likely to pass.",
        "",
        "| set | caught at first sight | caught now | honest answers accused at first sight | now |",
        "|---|---|---|---|---|",
    ]
    for name in ("a", "b", "c"):
        some = [(row, bool(contradictions(row["text"]))) for row in rows if row["id"].startswith(name)]
        false = [(row["first"], now) for row, now in some if not row["contradicts"]]
        true = [(row["first"], now) for row, now in some if row["contradicts"]]
        cells = [f"{sum(it[i] for it in told)} of {len(told)}" for told in (true, false) for i in (0, 1)]
        out.append(f"| {name} | {' | '.join(cells)} |")
    return [*out, ""]


def _stranger() -> list[str]:
    """Documents of one who had not seen the reader. Their first line may be a comment that names what was planted."""
    texts, bad = (
        [(it.name, re.sub(r"^<!--.*?-->\s*", "", it.text)) for it in documents(f"held_out/stranger/{folder}")]
        for folder in ("prfaq", "prfaq_bad")
    )
    scores: dict[str, dict[str, int]] = {}
    for name, text in texts:
        product, level, _ = name.split(".")
        scores.setdefault(product, {})[level] = prfaq.review(text).score
    ordered = sum(t["weak"] < t["middling"] < t["strong"] for t in scores.values())
    refused = sum(t["strong"] < PASS for t in scores.values())
    accused = sum(bool(contradictions(text)) for name, text in texts if ".strong." in name)
    planted = [bool(contradictions(text)) for name, text in bad if name.startswith("contra-")]
    others = [prfaq.review(text).score >= PASS for name, text in bad if not name.startswith("contra-")]
    return [
        "### Documents of a stranger",
        "",
        f"{len(texts)} documents in {len(scores)} triads, {len(planted)} strong ones with a contradiction planted, and",
        f"{len(others)} that game the form or are no PR/FAQ, by a writer who had the codebook and had not seen the reader. Seen once:",
        "two false alarms were mended afterwards, and rules were added for four of the kinds of contradiction that were planted, so",
        "the right column is **not** of unseen documents.",
        "",
        "| what | at first sight | now |",
        "|---|---|---|",
        f"| weak < middling < strong | 6 of 6 | {ordered} of {len(scores)} |",
        f"| strong documents below {PASS} | 2 of 6 | {refused} of {len(scores)} |",
        f"| strong documents accused of a contradiction | 2 of 6 | {accused} of {len(scores)} |",
        f"| planted contradictions found | 1 of 6 | {sum(planted)} of {len(planted)} |",
        f"| others that pass | 0 of 6 | {sum(others)} of {len(others)} |",
        "",
    ]


def _seen(name: str) -> list[str]:
    """Triads in order, strong ones refused, strong ones accused, planted contradictions found, of a set of documents."""
    home = data_path(f"corpus/held_out/{name}/prfaq")
    texts = {(it.parent.name, it.stem): it.read_text(encoding="utf-8") for it in sorted(home.glob("*/*.md"))}
    scores = {key: prfaq.review(text).score for key, text in texts.items()}
    products = sorted({product for product, _ in texts})
    ordered = sum(scores[p, "weak"] < scores[p, "middling"] < scores[p, "strong"] for p in products)
    refused = sum(scores[p, "strong"] < PASS for p in products)
    accused = {p for p in products if contradictions(texts[p, "strong"])}
    # where the strong one is accused, what its copy is accused of says nothing about what was planted
    found = sum(bool(contradictions(texts[p, "strong-contradiction"])) for p in products if p not in accused)
    return [f"{count} of {len(products)}" for count in (ordered, refused, len(accused), found)]


def _blind() -> list[str]:
    """Documents of two writers who had seen neither the reader nor the corpus."""
    what = (
        "weak < middling < strong",
        f"strong documents below {PASS}",
        "strong documents accused of a contradiction",
        "planted contradictions found",
    )
    first = (("4 of 4", "2 of 4", "1 of 4", "1 of 4"), ("5 of 5", "3 of 5", "3 of 5", "0 of 5"))
    rows = zip(what, first[0], _seen("blind4"), first[1], _seen("blind5"), strict=True)
    return [
        "### Documents of two examiners",
        "",
        "Triads and a contradiction planted in each strong one, by writers who had seen neither the reader nor the corpus. Each set was",
        "read once when all rules stood, and then what had accused strong documents wrongly was mended, so only the figures of first",
        "sight are of unseen documents: of a stranger's strong documents, dense with figures, four in nine are accused of something",
        "that they do not do, and one quiet contradiction in nine is found.",
        "",
        "| what | first set, at first sight | now | second set, at first sight | now |",
        "|---|---|---|---|---|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]


def section() -> list[str]:
    """The part of the page that is about PR/FAQs."""
    texts = documents("prfaq")
    others = documents("not_prfaq")
    start = time.process_time()
    reviews: dict[str, Review] = {it.name: prfaq.review(it.text) for it in texts}
    took = 1000 * (time.process_time() - start) / len(texts)
    parsed = {it.name: prfaq.parse(it.text) for it in texts}
    sections = _f1([(set(it.notes["sections"].split()), set(parsed[it.name].found())) for it in texts])
    noted = [
        set(it.notes.get("external_topics", "").split()) | set(it.notes.get("internal_topics", "").split())
        for it in texts
    ]
    found = [{topic for q in parsed[it.name].questions for topic in q.topics} for it in texts]
    topics = _f1(list(zip(noted, found, strict=True)))
    triads: dict[str, dict[str, int]] = {}
    for it in texts:
        triads.setdefault(it.name.split(".")[0], {})[it.notes["level"]] = reviews[it.name].score
    ordered = sum(t["weak"] < t["middling"] < t["strong"] for t in triads.values())
    accused = sum(
        any(g.name == "contradiction" for g in reviews[it.name].gates) for it in texts if it.notes["level"] == "strong"
    )
    refused = sum(t["strong"] < PASS for t in triads.values())
    error = statistics.mean(
        abs(reviews[it.name].criterion(name).level - points)
        for it in texts
        for name, points in _points(it.notes).items()
    )
    passing = sum(prfaq.review(it.text).score >= PASS for it in others)
    labeled = [it for it in texts if "contradiction" in it.notes["caps"].split()]
    caught = sum(bool(contradictions(it.text)) for it in labeled)
    return [
        "## PR/FAQ documents",
        "",
        f"{len(texts)} documents in {len(triads)} triads, and {len(others)} that are something else. The reader has rules, not trained",
        "weights; they were written with two thirds of the first 36 triads in view (`p1`, `p2`), and the last third (`p3`) was looked at",
        "once before the end, so these figures are **not** of unseen documents. At first sight `p3` gave: sections F1 0.962, topics F1",
        "0.899, 11 of 12 triads in order, 2 of 12 strong documents wrongly accused of a contradiction. Six triads were written later",
        "(`p4`), by one who knew the rules but before they were run on them; at first sight: sections F1 0.971, topics F1 0.885, 6 of 6",
        "in order, 1 of 6 strong ones wrongly accused.",
        "",
        "| what | figure |",
        "|---|---|",
        f"| sections found, F1 | {sections:.3f} |",
        f"| topics of questions, F1 | {topics:.3f} |",
        f"| mean error a criterion, in points | {error:.2f} |",
        f"| weak < middling < strong | {ordered} of {len(triads)} |",
        f"| strong documents below {PASS} | {refused} of {len(triads)} |",
        f"| strong documents accused of a contradiction | {accused} of {len(triads)} |",
        f"| documents labeled as contradicting themselves that are caught | {caught} of {len(labeled)} |",
        f"| answers of the STAR corpus accused of a contradiction | {_accused()} |",
        f"| other documents that pass | {passing} of {len(others)} |",
        f"| CPU time a document | {took:.0f} ms |",
        "",
        *_contradictory(),
        *_stranger(),
        *_blind(),
        *reader_planted.section({it.name.split(".")[0]: it.text for it in texts if it.notes["level"] == "strong"}),
    ]
