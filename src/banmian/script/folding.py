"""Folding: the text as rules match it, offset for offset.

Authors of rules write one form, and every form that newspapers print matches: Traditional and old
characters are folded to Simplified, widths and look-alike marks to one. The text that people get
back stays as printed.
"""

from __future__ import annotations

from functools import cache

from banmian.script.tables import CharacterTable, lines_of


def fold(text: str) -> str:
    """The text for matching: widths unified, Traditional folded to Simplified, as long as before.

    Folding twice is folding once. Line breaks stay, every other white space becomes a blank.

    >>> fold("本報訊（記者　王 明）５月３日")
    '本报讯（记者 王 明）5月3日'
    >>> fold("……① ㎡ ℃")
    '……① ㎡ ℃'
    """
    return text.translate(_folded_forms())


@cache
def _folded_forms() -> CharacterTable:
    spaces, *lines = lines_of("fold.txt")
    forms = CharacterTable({ord(character): line[0] for line in lines for character in line[2:]})
    forms.update(dict.fromkeys((int(word[2:], 16) for word in spaces.split(" ")), " "))
    return forms
