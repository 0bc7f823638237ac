"""Patterns that are compiled when they are first asked, and the words that tell where they may be found."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]  # how the standard library takes a pattern apart

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banmian.grammar import credit_lines, dateline, furniture, jump
from banmian.heuristics import adverts, notices
from banmian.patterns import telling_words
from banmian.reading.labels import BEGINS_A_NAME, NAMES

PATTERNS = [adverts.SELLS, notices.NOTICE_HINT, notices.NOTICE_FORMULA, notices.NOTICE_WORDS]


@pytest.mark.parametrize("pattern", PATTERNS, ids=["SELLS", "NOTICE_HINT", "NOTICE_FORMULA", "NOTICE_WORDS"])
@given(data=st.data())
def test_whatever_is_found_has_a_telling_word(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """A text without any of the words need not be searched."""
    found = data.draw(st.from_regex(re.compile(pattern.pattern), fullmatch=True))
    assert any(word in found for word in telling_words(pattern.pattern))


@pytest.mark.parametrize(
    "hint",
    [credit_lines.HINT, dateline.HINT, jump.HINT, furniture.HINT, adverts.SELLS, adverts.PHONE],
    ids=["credit_lines", "dateline", "jump", "furniture", "SELLS", "PHONE"],
)
def test_every_branch_of_a_hint_begins_with_a_character(hint: re.Pattern[str]) -> None:
    """All lines of a page are searched: the machine skips to a first character only if every branch has one."""
    ((kind, (_, branches)),) = _parser.parse(hint.pattern)
    assert str(kind) == "BRANCH"
    assert [branch for branch in branches if str(branch[0][0]) != "LITERAL"] == []


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
@given(data=st.data())
def test_the_name_of_a_label_begins_with_one_of_their_characters(names: str, data: st.DataObject) -> None:
    """Lines that begin otherwise are not looked at."""
    found = data.draw(st.from_regex(re.compile(names, re.IGNORECASE | re.ASCII), fullmatch=True))
    assert found[0].lower() in BEGINS_A_NAME


def test_a_pattern_that_finds_anything_is_an_error() -> None:
    """A branch without a character of its own would be missed."""
    with pytest.raises(ValueError, match="tells"):
        telling_words(r"广告|\d+")
