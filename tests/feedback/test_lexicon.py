"""The word lists."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from emptychair.feedback._lexicon import pairs_of, words_of
from emptychair.feedback._reading import phrases

BOOKS = sorted(
    (f for f in files("emptychair.feedback").joinpath("lexicon").iterdir() if f.name.endswith(".toml")),
    key=lambda f: f.name,
)
LISTS = [
    (book.name, name, entry)
    for book in BOOKS
    for name, entry in tomllib.loads(book.read_text(encoding="utf-8")).items()
]


@pytest.mark.parametrize(("book", "name", "entry"), LISTS, ids=[name for _, name, _ in LISTS])
def test_list_when_read_as_data(book: str, name: str, entry: dict[str, object]) -> None:
    """Does each list name its source, hold words or pairs but not both, in lower case, each once, none blank?"""
    assert set(entry) in ({"source", "words"}, {"source", "pairs"}), f"{book} [{name}] has other keys"
    assert len(str(entry["source"])) > 10
    listed = list(entry.get("words") or entry["pairs"])  # type: ignore[call-overload]  # TOML has no types
    assert len(set(listed)) == len(listed)
    assert [word for word in listed if word != word.lower() or not word.strip()] == []


def test_lists_when_two_books_use_a_name() -> None:
    """Is no list hidden behind another with its name?"""
    names = [name for _, name, _ in LISTS]
    assert sorted(set(names)) == sorted(names)


def test_words_of_a_list_with_pairs() -> None:
    """Are the words of a list with twins its left side?"""
    assert words_of("wordy") == pairs_of("wordy").keys()


@pytest.mark.parametrize("phrase", sorted(pairs_of("wordy")))
def test_pairs_when_a_twin_is_longer(phrase: str) -> None:
    """Is every twin shorter, and does it not hold a phrase of the list itself?"""
    assert len(pairs_of("wordy")[phrase]) < len(phrase)
    assert not phrases("wordy").search(pairs_of("wordy")[phrase])


def test_words_of_an_unknown_list() -> None:
    """Is a misspelled list an error and not an empty one?"""
    with pytest.raises(KeyError, match="filers"):
        words_of("filers")
