"""The authored sentences themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from string import Formatter
from typing import NamedTuple

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from emptychair.shop import texts
from emptychair.shop.texts import CATEGORIES, THEMES
from emptychair.shop.texts._library import COMPLAINTS, Pool, pools, table
from emptychair.shop.texts._slots import ONE

CAUSES = COMPLAINTS[:9]
REVIEW = ("brief", "chatty", "closing", "deadpan", "detail", "fact", "feeling", "formal", "mixed", "non_native", "plain",
          "reverse", "sarcastic", "shouting")  # fmt: skip
CONTACT = ("ask", "note", "write")
FRAMES = ("contacts", "general", "joins", "openings", "spam", "verdicts")
SLOTS = {
    *ONE,
    "item",
    "an_item",
    "part",
    "seam",
    "piece",
    "using",
    "late",
    "region",
    "stars",
    *table("frames", "words")["words"],
}


class Line(NamedTuple):
    file: str
    pool: str
    categories: str
    text: str


def lines_of(folder: str, names: tuple[str, ...]) -> Iterator[Line]:
    for name in names:
        for part, blocks in table(folder, name).items():
            if isinstance(blocks, dict):
                for key, block in blocks.items():
                    for line in filter(None, map(str.strip, block.splitlines())):
                        categories, bar, text = line.rpartition("| ")
                        yield Line(name, f"{part}.{key}", categories if bar else "", text)


THEMED = [*lines_of("themes", THEMES)]
FRAMED = [*lines_of("frames", FRAMES)]
LINES = THEMED + FRAMED


def test_files_when_a_theme_is_there() -> None:
    """Is there one file a theme, and no other?"""
    found = {file.name for file in files(texts).joinpath("themes").iterdir()}
    assert found == {f"{theme}.toml" for theme in THEMES}


@pytest.mark.parametrize("theme", THEMES)
def test_schema_of_a_theme(theme: str) -> None:
    """Does every theme have the same pools, each with sentences that any category can use?"""
    book = table("themes", theme)
    assert sorted(book) == ["about", "contact", "review"]
    assert tuple(sorted(book["review"])) == REVIEW
    assert tuple(sorted(book["contact"])) == CONTACT
    for pool in pools("themes", theme).values():
        assert len(pool.general) >= 4, pool.name
        assert set(pool.special) <= set(CATEGORIES)


@pytest.mark.parametrize("theme", THEMES)
def test_number_of_sentences(theme: str) -> None:
    """Are there at least 150 sentences for a theme with a cause, 80 for one without?"""
    distinct = {line.text for line in THEMED if line.file == theme}
    assert len(distinct) >= (150 if theme in CAUSES else 80)


def test_words_of_every_category() -> None:
    """Has every category all the nouns that a sentence may ask for?"""
    goods = table("frames", "goods")
    assert tuple(goods) == CATEGORIES
    assert {tuple(words) for words in goods.values()} == {("item", "part", "seam", "piece", "using")}


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.file}-{line.pool}")
def test_slots_of_a_sentence(line: Line) -> None:
    """Does a sentence ask only for what can be filled?"""
    named = {name.lower() for _, name, _, _ in Formatter().parse(line.text) if name is not None}
    assert named <= SLOTS
    assert set(filter(None, line.categories.split(","))) <= set(CATEGORIES)


BRITISH = (
    r"\b\w*(colour|favourite|behaviour|grey\b|metre\b|centre\b|realise|organis|cheque|jewell|apologis|recognis|travell)"
)
BRANDS = r"\b(Amazon|Google|Apple|I[Kk][Ee][Aa]|Nike|Samsung|PayPal|FedEx|UPS|DHL|USPS|Walmart|Etsy|e[Bb]ay|Visa|L[Ee][Gg][Oo]|Uber)\b"


def test_spelling_and_names() -> None:
    """Is the spelling American, and is nobody named who exists?"""
    assert not [line for line in LINES if re.search(BRITISH, line.text, re.IGNORECASE)]
    assert not [line for line in LINES if re.search(BRANDS, line.text)]
    assert not [
        line
        for line in LINES
        if re.search(r"\b(www\.|http|\w+\.(com|net|org)\b)", line.text) and ".example" not in line.text
    ]


def test_form_of_a_sentence() -> None:
    """Does a sentence stand by itself: no articles in front of a slot that brings its own, no double space, an end?"""
    assert not [line for line in LINES if re.search(r"\b[Aa]n? \{(item|an_item)\}|  |\}\w*\{", line.text)]
    reviews = [line for line in THEMED if line.pool.startswith("review.")]
    assert not [line for line in reviews if not re.search(r"[.?!\"]$", line.text)]
    assert not [line for line in reviews if not re.match(r"[A-Z\"{$0-9]", line.text)]
    # A connective may be put in front of these.
    stated = [
        line
        for line in reviews
        if line.pool not in ("review.detail", "review.feeling", "review.closing", "review.chatty")
    ]
    assert not [line for line in stated if re.match(r"(But|And|However|Also)\b", line.text)]


def test_sentences_when_alike() -> None:
    """Is every sentence of five words or more written once, and none of them only reworded?"""
    long = [line for line in LINES if len(line.text.split()) >= 5]
    assert [text for text, count in Counter(line.text for line in long).items() if count > 1] == []
    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(
        [x.text for x in long]
    )
    alike = (grams @ grams.T).tocoo()
    twins = [
        (long[a].text, long[b].text)
        for a, b, value in zip(alike.row, alike.col, alike.data, strict=True)
        if a < b and value > 0.85
    ]
    assert twins == []


def test_pool_when_lines_are_tagged() -> None:
    """Do sentences for two categories go to both, and to no other?"""
    pool = Pool.of("fact", "Late.\n\n toys,lamps| It hums.\n")
    assert pool == Pool("fact", ("Late.",), {"toys": ("It hums.",), "lamps": ("It hums.",)})
