"""Long lines as they are printed."""

from __future__ import annotations

import pytest

from emptychair.practice import corrections, telling
from emptychair.practice._wrapped import WIDTH, wrapped


def test_printed_answers_fit() -> None:
    """Are answers and corrections printed in lines that fit, with every word?"""
    for it in (telling("nursing-night-noise", "strong"), *corrections().values()):
        assert max(map(len, str(it).splitlines())) <= WIDTH
        assert str(it).split() == it.text.split()


@pytest.mark.parametrize(("mark", "indent"), [("- ", "  "), ("3. ", "   "), ("", "")])
def test_lists_keep_their_shape(mark: str, indent: str) -> None:
    """Does what goes on stand under the words, and a blank line stay one?"""
    first, second, blank, last = wrapped(f"{mark}{'word ' * 17}\n\nEnd").splitlines()
    assert first.startswith(f"{mark}word")
    assert second.startswith(f"{indent}word")
    assert (blank, last) == ("", "End")
