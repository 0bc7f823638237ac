"""What a word of a credit is in its place: 摄影 behind a name says who took a picture, before one it is a label."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from banmian.grammar.credit_words import BOTH_SUFFIX
from banmian.grammar.fields import are_plain_names, without_marks
from banmian.grammar.names import HAN, Trust
from banmian.grammar.outlets import is_outlet
from banmian.grammar.parts import Part, Setting, Stretch
from banmian.grammar.pictures import is_where_pictures_come_from
from banmian.grammar.roles import LABELS, OFFICES, SUFFIXES, SUFFIXES_WITHOUT_BYLINE
from banmian.model import BylineRole
from banmian.patterns import pattern

#: after one person's name and before another's: 记者 X 摄影 Y
SET_BEFORE_NAMES = frozenset(["摄影", "摄像", "航拍"])
#: offices that say what somebody did, so that another may follow: 执笔：本报记者
DOES = frozenset([BylineRole.AUTHOR, BylineRole.COMPILER, BylineRole.TRANSLATOR, BylineRole.NARRATOR])


class Seat(NamedTuple):
    """A word of a credit, and where it stands in its row."""

    text: str
    folded: str
    setting: Setting
    word: re.Match[str]
    start: int  #: where the row begins
    at: int  #: where the print begins that no word has claimed yet
    following: int  #: where the next word begins, or the row ends
    end: int  #: where the row ends
    last: int  #: where its last word ends
    first: bool  #: no credit is finished yet
    current: Part | None  #: the credit that is open

    @property
    def before(self) -> str:
        """What stands between the word before and this one."""
        return self.folded[self.at : self.word.start()]

    def stretch(self, end: int | None = None) -> Stretch:
        """The print before this word, or before another place."""
        right = self.word.start() if end is None else end
        return Stretch(self.text, self.folded, self.at, right, self.setting, self.current)

    @property
    def opens(self) -> bool:
        """No credit is open, and nothing but a house stands before: 本报编译 X."""
        return self.current is None and (self.word.start() == self.at or is_outlet(self.before))

    @property
    def behind_names(self) -> bool:
        """Nothing but names stands before, and a blank."""
        apart = self.folded[self.word.start() - 1] == " "
        return apart and are_plain_names(self.folded, self.at, self.word.start())

    @property
    def before_names(self) -> bool:
        """Nothing but names stands between this word and the next."""
        return are_plain_names(self.folded, self.word.end(), self.following)

    @property
    def in_a_row_of_words_before_names(self) -> bool:
        """记者 X 翻译 Y: the row ends with names, which have their word before them, as all others do."""
        current = self.current
        if current is None or current.names_first or self.last == self.end or not self.behind_names:
            return False
        return self.before_names and are_plain_names(self.folded, self.last, self.end, Trust.SOME)

    @property
    def mark(self) -> str:
        """The character behind the word."""
        return self.folded[self.word.end() : self.word.end() + 1]


def _names_both_before_the_people(seat: Seat) -> bool:
    """文/图 X."""
    no_names = seat.current is None or not seat.current.names.people
    nothing_before = seat.word.start() == seat.at or (seat.current is None and is_outlet(seat.before))
    return nothing_before and no_names and BOTH_SUFFIX.fullmatch(seat.word[0]) is not None


def _names_a_reporter_behind_a_colon(seat: Seat) -> bool:
    """报道：X."""
    opens = seat.current is None and (seat.word.start() == seat.at or is_outlet(seat.before.strip("·/")))
    apart = seat.folded[seat.word.start() - 1] == " "
    return (apart or opens) and seat.mark == "：" and seat.word.end() + 1 < seat.end


def _names_a_reporter_behind_a_blank(seat: Seat) -> bool:
    """报道 X."""
    begins = seat.current is None and seat.word.start() == seat.at == seat.start
    return begins and seat.word[0] in LABELS and seat.mark == " " and seat.before_names


def _opens_the_row_before_names(seat: Seat) -> bool:
    """摄影 X, 摄影 某报记者 X."""
    if not (seat.first and seat.opens and seat.word[0] in LABELS):
        return False
    return seat.before_names or (seat.word[0] in SET_BEFORE_NAMES and _is_before_an_office(seat))


def _is_an_office_before_names(seat: Seat) -> bool:
    """讲述 X, 翻译 X."""
    return seat.first and seat.opens and seat.word[0] in OFFICES and seat.before_names


def _stands_between_two_people(seat: Seat) -> bool:
    """记者 X 摄影 Y, 文 X 图 Y."""
    current = seat.current
    if current is None or seat.word[0] not in LABELS:
        return False
    if seat.in_a_row_of_words_before_names:
        return True
    led = current.label or current.role in DOES
    of_pictures = seat.word[0] in SET_BEFORE_NAMES and current.office is not None and current.label is None
    if not (led or of_pictures) or not seat.behind_names:
        return False
    if of_pictures and _is_before_an_office(seat):
        return True
    start, end = without_marks(seat.folded, seat.word.end(), seat.following)
    return are_plain_names(seat.folded, start, end, Trust.SOME) or is_where_pictures_come_from(
        seat.folded, start, end
    )


def _is_before_an_office(seat: Seat) -> bool:
    """摄影 某报记者 Y: what follows says who took the picture, and what he is."""
    start, end = without_marks(seat.folded, seat.word.end(), seat.following)
    office = OFFICE_OF_WHOM.match(seat.folded, seat.following)
    return office is not None and (start == end or is_outlet(seat.folded[start:end]))


#: somebody's office, and a blank before the name
OFFICE_OF_WHOM = pattern(r"(?:记者|通讯员|实习生) ")


def _is_an_office_between_two_people(seat: Seat) -> bool:
    """记者 X 翻译 Y."""
    return seat.word[0] in OFFICES and seat.in_a_row_of_words_before_names


def _tells_who_gave_between_two_people(seat: Seat) -> bool:
    """记者 X 供图 Y."""
    return seat.word[0] in WITHOUT_BYLINE and seat.in_a_row_of_words_before_names


WITHOUT_BYLINE = frozenset(SUFFIXES_WITHOUT_BYLINE.split("|"))


def _ends_a_row_of_words_behind_names(seat: Seat) -> bool:
    """X 译/Y 著: the row begins with names and ends with a word, so that every word is behind its names."""
    work = (seat.word["label"] or "").strip()
    if seat.current is not None or not seat.before or seat.last != seat.end or work not in SUFFIXES:
        return False
    known = seat.behind_names or (
        work in OF_BOOKS and FOREIGN_AUTHOR.fullmatch(seat.folded, seat.at, seat.word.start()) is not None
    )
    return known and seat.following < seat.end


#: what a word is by its pattern, what it is in its place, and what tells: the first that applies
TURNS: tuple[tuple[str, str, Callable[[Seat], bool]], ...] = (
    ("suffix", "both", _names_both_before_the_people),
    ("report", "label", _names_a_reporter_behind_a_colon),
    ("report", "label", _names_a_reporter_behind_a_blank),
    ("suffix", "label", _opens_the_row_before_names),
    ("suffix", "office", _is_an_office_before_names),
    ("suffix", "office", _is_an_office_between_two_people),
    ("suffix", "page", _tells_who_gave_between_two_people),
    ("suffix", "label", _stands_between_two_people),
    ("label", "suffix", _ends_a_row_of_words_behind_names),
)
FOREIGN_AUTHOR = pattern(rf"[ 、，；/]{{0,3}}(?P<name>{HAN}{{2,6}})[ ]{{1,4}}")
#: what is done to books
OF_BOOKS = frozenset(["著", "译"])
