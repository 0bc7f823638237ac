"""Patterns that are compiled when they are first asked, and the words that tell where they may be found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.heuristics import furniture
from banmian.patterns import telling_words

PATTERNS = [furniture.SELLS, furniture.NOTICE_HINT, furniture.NOTICE_FORMULA, furniture.NOTICE_WORDS]


@pytest.mark.parametrize("pattern", PATTERNS, ids=["SELLS", "NOTICE_HINT", "NOTICE_FORMULA", "NOTICE_WORDS"])
@given(data=st.data())
def test_whatever_is_found_has_a_telling_word(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """A text without any of the words need not be searched."""
    found = data.draw(st.from_regex(re.compile(pattern.pattern), fullmatch=True))
    assert any(word in found for word in telling_words(pattern.pattern))


def test_a_pattern_that_finds_anything_is_an_error() -> None:
    """A branch without a character of its own would be missed."""
    with pytest.raises(ValueError, match="tells"):
        telling_words(r"广告|\d+")
