"""A row of credits, word by word: 本报记者 X 通讯员 Y 文/图, 文字/X 摄影/Y, 記者X／台北報導.

The words of ``credit_words`` part a row; what stands between them are names, houses and places (``gaps``).
A word has the meaning that its pattern gives it, unless ``TURNS`` gives it another in its place: 摄影 behind
a name says who took a picture, before one it is a label.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from banmian.grammar.credit_words import BOTH_SUFFIX, OFFICE_WORDS, POSTED, TOKEN
from banmian.grammar.gaps import (
    Gap,
    Part,
    Setting,
    are_plain_names,
    read_gap,
    trimmed,
    without_marks,
)
from banmian.grammar.names import (
    HAN,
    NEVER_IN_A_NAME,
    Name,
    Names,
    Trust,
    is_desk,
    is_of_the_commonest_form,
    is_plainly_a_name,
    read_names,
    split_name_and_place,
)
from banmian.grammar.outlets import SELF, SENTENCE, is_outlet
from banmian.grammar.pictures import (
    SOURCE_IN_BRACKETS,
    SOURCE_OF_A_PICTURE,
    is_where_pictures_come_from,
)
from banmian.grammar.places import are_places, is_place, looks_like_a_place
from banmian.grammar.roles import ARTS, LABELS, OFFICES, PAIRED, RANKS, SUFFIXES, SUFFIXES_WITHOUT_BYLINE
from banmian.grammar.signatures import read_bare
from banmian.grammar.vocabulary import common_surnames, sections, wire_agencies
from banmian.model import BylineRole
from banmian.patterns import pattern
from banmian.script import fold

MOST_WORDS = 24
EMPTY = Names()

A_RANK = pattern(rf"(?:{RANKS})(?=.)")

#: words of daily speech too: glued to a name in open text they are no credit (王小明讲述)
WEAK_SUFFIX = frozenset(
    [
        "文字",
        "整理",
        "采访整理",
        "译",
        "翻译",
        "编译",
        "辑",
        "编",
        "编写",
        "文",
        "撰",
        "图",
        "画",
        "绘",
        "漫画",
    ]
).union(["讲述", "口述", "采访", "传真", "记录"])

TEXT_AND_PICTURE = frozenset("文图画")

#: after one person's name and before another's: 记者 X 摄影 Y
SET_BEFORE_NAMES = frozenset(["摄影", "摄像", "航拍"])

BETWEEN_LABELS = pattern(r"[、./及和&]")

#: a place may stand before these: 記者X台北攝
TAKEN_THERE = frozenset(["摄", "摄影", "传真", "拍摄", "摄影报道"])

#: what a reporter's own report is called, at the end of its credit
OWN_REPORTS = frozenset(["专访", "特写", "专稿", "独家", "独家专稿", "直击"])


def _are_name_and_place(folded: str, start: int, end: int) -> bool:
    """王小明纽约."""
    return split_name_and_place(folded[slice(*without_marks(folded, start, end))]) is not None


WIRED = pattern(r"专?[电讯]|特电")

#: 据新华社, 综合新华社、央视新闻, 《联合早报》 before 报道: whose report is told, nobody's credit
RELAY = pattern(r"[ ]*(?:据|综合(?P<houses>[^ ]{2,})|《[^《》]{2,16}》[ ]?\Z)")

DESK_OF_NEWS = ("中心", "频道", "部", "组")

#: offices that say what somebody did, so that another may follow: 执笔：本报记者
DOES = frozenset([BylineRole.AUTHOR, BylineRole.COMPILER, BylineRole.TRANSLATOR, BylineRole.NARRATOR])


#: what a reporter does, before what he is
ASKS = frozenset(["采访人", "采访者", "採訪人", "採訪者"])


class Seat(NamedTuple):
    """A word of a credit, and where it stands in its row."""

    folded: str
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
    """摄影 X."""
    return seat.first and seat.opens and seat.word[0] in LABELS and seat.before_names


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
    after = without_marks(seat.folded, seat.word.end(), seat.following)
    return are_plain_names(seat.folded, *after, Trust.SOME) or is_where_pictures_come_from(
        seat.folded, *after
    )


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


def read_chain(text: str, folded: str, start: int, end: int, setting: Setting) -> list[Part] | None:
    """Words of office, labels and suffixes with the names between them; ``None`` if more stands there."""
    words = list(TOKEN.finditer(folded, start, end))
    if not words:
        return read_bare(text, folded, start, end, setting)
    if len(words) > MOST_WORDS:
        return None
    if (common := _offices_and_names(text, folded, words, start, end, setting)) is not None:
        return common
    parts: list[Part] = []
    current: Part | None = None
    at = start
    works = [word[0] for word in words if word.lastgroup == "suffix"]
    # 周远文 林立图 may be two names
    vouched = len(works) > 1 and ("/" in folded[start:end] or not TEXT_AND_PICTURE.issuperset(works))
    for index, word in enumerate(words):
        following = words[index + 1].start() if index + 1 < len(words) else end
        seat = Seat(folded, word, start, at, following, end, words[-1].end(), not parts, current)
        kind = word.lastgroup
        if kind == "glued_label":  # 记者X 摄影Y
            plain = seat.before_names
            if not plain or (len(words) == 1 and not is_of_the_commonest_form(folded[word.end() : end])):
                return None
            kind = "label"
        kind = next((turned for given, turned, applies in TURNS if given == kind and applies(seat)), kind)
        several = _reports_from_several_places(text, seat) if kind == "report" else None
        if several:
            parts += several
            current = None
        elif kind in ("report", "suffix", "posted"):
            done = _close_with_suffix(text, seat, setting, glued_too=setting.enclosed or vouched)
            if done is None:
                return None
            if done.reported and done.place and done.label is None:
                parts = _with_place_for_all(parts, done.place)
            parts.append(done)
            current = None
        else:
            opened = _open(text, seat, kind, setting)
            if opened is None:
                return None
            finished, current = opened
            parts += finished
        at = word.end()
    last = _close_at_the_end(text, folded, at, end, current, setting)
    return None if last is None else _written_if_translated(folded, parts + last)


def _offices_and_names(
    text: str, folded: str, words: list[re.Match[str]], start: int, end: int, setting: Setting
) -> list[Part] | None:
    """The commonest row, in one go: 本报记者 龚小满 邓冬生 通讯员 黎安. Any other takes the long way.

    Every word is an office, with a blank behind it and then names of two or three characters, none of which
    could be anything else; before the first stands nothing, or 本报.
    """
    house = text[start : words[0].start()]
    if house and folded[start : words[0].start()] not in SELF:
        return None
    parts: list[Part] = []
    for word, following in zip(words, [*[word.start() for word in words[1:]], end], strict=True):
        if (
            word.lastgroup != "office"
            or word.end("office") != word.end()
            or NAMES_BEHIND_AN_OFFICE.fullmatch(folded, word.end(), following) is None
        ):
            return None
        stop = following - (folded[following - 1] == " ")
        if stop == following < end:  # 本报记者 王小明 潮闻记者 李大华
            return None
        names = read_names(text, folded, word.end() + 1, stop, setting.trust)
        if names is None or not names.people or names.desks or names.unresolved:
            return None
        last = names.people[-1]
        if is_outlet(folded[last.start : last.end]):
            return None
        part = _part_of(text, word, "office", word.start() if parts else start)
        outlet = house if house and not parts else None
        parts.append(part._replace(names=names, outlet=outlet, end=stop))
    return parts


NAMES_BEHIND_AN_OFFICE = pattern(rf"[ ]{HAN}{{2,3}}(?:[ 、]{HAN}{{2,3}}){{0,11}}[ ]?")


def _written_if_translated(folded: str, parts: list[Part]) -> list[Part]:
    """山田次郎 作 王小明 译, （英）哈里 王小明 译: what was translated was written first, not drawn."""
    if not any(part.suffix == (BylineRole.TRANSLATOR,) for part in parts):
        return parts
    written: list[Part] = []
    for part in parts:
        people = part.names.people
        if part.suffix == (BylineRole.ILLUSTRATOR,):
            written.append(part._replace(suffix=(BylineRole.AUTHOR,)))
        elif (
            part.suffix == (BylineRole.TRANSLATOR,)
            and len(people) > 1
            and folded[people[0].start - 1] in "）】"
        ):
            author = part._replace(end=people[0].end, names=Names(people[:1]), suffix=(BylineRole.AUTHOR,))
            written += [author, part._replace(start=people[1].start, names=Names(people[1:]))]
        else:
            written.append(part)
    return written


def _open(text: str, seat: Seat, kind: str | None, setting: Setting) -> tuple[list[Part], Part] | None:
    """The credit that an office or a label opens, and those that end before it; ``None`` if neither fits."""
    folded, word, current = seat.folded, seat.word, seat.current
    gap = read_gap(text, folded, seat.at, word.start(), current, setting, outlet_last=True)
    title: str | None = None
    if (
        seat.before
        and (gap is None or gap.outlet is None)
        and (rank := A_RANK.match(folded, word.start(), word.end()))
    ):
        house = read_gap(text, folded, seat.at, rank.end(), current, setting, outlet_last=True)
        if house is not None and house.outlet is not None:  # 第一财经记者: the rank is the house's
            gap, title = house, text[rank.end() : word.end(word.lastgroup or 0)]
    gap = _with_an_unknown_house(text, seat, gap, setting)
    if gap is None:
        return None
    finished: list[Part] = []
    if current is None:
        if gap.names.people and _are_the_authors(gap, setting) and seat.before_names:
            finished.append(Part(gap.start, gap.end, gap.names, suffix=(BylineRole.AUTHOR,)))
            gap = gap._replace(names=EMPTY)
        begun = _begin(text, word, gap, kind)
        if begun is None:
            return None
        following = begun
    else:
        ended, following = _continue(text, word, gap, kind, current)
        finished += [ended] if ended else []
    return finished, following if title is None else following._replace(title=title, office=title)


def _are_the_authors(gap: Gap, setting: Setting) -> bool:
    """本报讯（X 记者 Y）, X 本报记者 Y: names before an office that has its own."""
    if gap.names.desks:
        return False
    if setting.trust is Trust.FULL:
        return True
    return fold(gap.outlet or "") in SELF and all(
        _signs_above_a_reporter(fold(name.text)) for name in gap.names.people
    )


def _signs_above_a_reporter(folded: str) -> bool:
    """王小明, 王明; but 金融 本报记者 X is a section and its reporter."""
    if is_of_the_commonest_form(folded):
        return True
    everyday = len(folded) == 2 and folded[0] in common_surnames() and is_plainly_a_name(folded)
    return everyday and not is_place(folded) and folded not in sections()


def _with_an_unknown_house(text: str, seat: Seat, gap: Gap | None, setting: Setting) -> Gap | None:
    """潮闻记者 Y, 本报记者 X 潮闻记者 Y: a house that no list knows, before an office with its names."""
    folded, word, at = seat.folded, seat.word, seat.at
    if seat.mark != " ":
        return gap
    if seat.current is None:
        if word.start() > at == seat.start and (gap is None or gap.names.people):
            if _is_an_unknown_house(seat.before) and seat.before_names:
                return Gap(outlet=text[at : word.start()], outlet_start=at, start=at, end=at)
        return gap
    left = folded.rfind(" ", at, word.start()) + 1
    if (gap is not None and gap.outlet is not None) or not at < left < word.start():
        return gap
    house = folded[left : word.start()]
    if is_plainly_a_name(house) or not _is_an_unknown_house(house) or not seat.before_names:
        return gap
    names = read_gap(text, folded, at, left, seat.current, setting)
    return gap if names is None else names._replace(outlet=text[left : word.start()], outlet_start=left)


def _close_at_the_end(
    text: str, folded: str, at: int, end: int, current: Part | None, setting: Setting
) -> list[Part] | None:
    """The credit that the end of the row closes; ``None`` if something stands there that is nobody's."""
    gap = read_gap(text, folded, at, end, current, setting, final=True)
    if gap is None:
        return None
    people = bool(gap.names.people or gap.names.desks)
    if current is None:
        return None if people or gap.place or gap.outlet is not None else []
    if current.names_first:
        return None if people else [current]
    return [_with_gap(current, gap)]


def _reports_from_several_places(text: str, seat: Seat) -> list[Part] | None:
    """記者X／台北、Y／高雄報導: each with the place behind the slash; ``None`` if it is no such row."""
    folded, at, stop = seat.folded, seat.at, seat.word.start()
    if folded.count("/", at, stop) < 2:
        return None
    rows: list[tuple[int, int, int, int]] = []  # names and place, where they begin and end
    left = at
    slash = folded.find("/", at, stop)
    while slash >= 0:
        following = folded.find("/", slash + 1, stop)
        place, place_end = trimmed(folded, slash + 1, stop if following < 0 else following)
        names_at = place_end
        if following >= 0:  # 台北、Y
            ends = [mark.end() for mark in BETWEEN_REPORTS.finditer(folded, place, place_end)]
            ends = [end for end in ends if are_plain_names(folded, end, following)]
            if not ends:
                return None
            names_at = ends[0]
        place, place_end = without_marks(folded, place, names_at)
        if not are_places(folded[place:place_end]) or not are_plain_names(folded, left, slash):
            return None
        rows.append((left, slash, place, place_end))
        left, slash = names_at, following
    first = seat.current or Part(at, seat.word.end())
    reports: list[Part] = []
    for left, right, place, place_end in rows:
        names = read_names(text, folded, *without_marks(folded, left, right), Trust.SOME)
        if names is None:
            return None
        start = first.start if not reports else left
        reports.append(
            first._replace(
                start=start, end=place_end, names=names, place=text[place:place_end], reported=True
            )
        )
    return reports


BETWEEN_REPORTS = pattern(r"[ 、，；—]+")


def _with_place_for_all(parts: list[Part], place: str) -> list[Part]:
    """記者A、實習記者B／台北報導: both reported from there."""
    return [
        part
        if part.place or part.suffix is not None or part.reported or part.label is not None
        else part._replace(place=place)
        for part in parts
    ]


def _is_an_unknown_house(folded: str) -> bool:
    """明镜 in 明镜记者 王小明, where names follow; no clause, and no person of the commonest form."""
    if not 2 <= len(folded) <= LONGEST_UNKNOWN_HOUSE or not folded.isalnum() or PRAISE.search(folded):
        return False
    if SENTENCE.search(folded) or NEVER_IN_A_NAME.search(folded):
        return False
    return not (len(folded) == 3 and folded[0] in common_surnames() and is_plainly_a_name(folded))


LONGEST_UNKNOWN_HOUSE = 6


#: said of a reporter in a headline: 著名记者, 对话记者
PRAISE = pattern(r"[著知有]名|优秀|对话|专访|访|寻找|记[住得]|[老女男原前名]\Z")


def _is_rather_a_house(name: Name, gap: Gap) -> bool:
    """明鏡記者: two characters after no everyday surname, and no place, are a paper's short name."""
    return len(name.text) == 2 and gap.place is None and fold(name.text[0]) not in common_surnames()


def _begin(text: str, token: re.Match[str], gap: Gap, kind: str | None) -> Part | None:
    """A new credit; names before the word of office belong to it: 范麗玉記者."""
    names = gap.names
    if (names.people or names.unresolved) and kind != "office":
        return None
    if any(name.text[-1] in "讯訊" for name in names.people):
        return None  # 南都讯 记者X
    if len(names.people) == 1 and _is_rather_a_house(names.people[0], gap):
        (house,) = names.people
        gap = gap._replace(names=EMPTY, outlet=house.text, outlet_start=house.start)
        names = EMPTY
    start = gap.outlet_start if gap.outlet is not None else gap.start if names.people else token.start()
    part = _part_of(text, token, kind, start)
    return part._replace(
        outlet=gap.outlet, place=gap.place or part.place, names=names, names_first=bool(names.people)
    )


def _continue(
    text: str, token: re.Match[str], gap: Gap, kind: str | None, current: Part
) -> tuple[Part | None, Part]:
    """The next word of office ends the credit before, unless they are said of one person: 文/记者X."""
    if current.label is not None and current.names == EMPTY and len(gap.names.people) == 1:
        (house,) = gap.names.people
        if house.end == token.start() and _is_rather_a_house(house, gap):  # 采写：南城记者 X
            gap = gap._replace(names=EMPTY, outlet=house.text, outlet_start=house.start)
    nobody = not (gap.names.people or gap.names.desks or gap.names.unresolved)
    start = gap.outlet_start if gap.outlet is not None else token.start()
    following = _part_of(text, token, kind, start)
    if nobody and not current.names_first:
        if current.role in DOES and current.label is None and following.office is not None:
            does = (current.role,)  # 执笔：本报记者 X
            return None, following._replace(label=does, start=current.start, outlet=gap.outlet)
        if current.office in ASKS and following.office is not None:  # 采访人：本报记者 X
            return None, following._replace(start=current.start, outlet=gap.outlet)
        if current.label is not None and following.office is not None:  # 文/本报记者 X
            return None, following._replace(label=current.label, start=current.start, outlet=gap.outlet)
        if current.office is not None and following.label is not None:  # 本报记者 文/图 X
            return None, current._replace(label=following.label, end=following.end)
        if current.label is not None and following.label is not None and current.names == EMPTY:
            return None, following._replace(label=current.label + following.label, start=current.start)
    finished = current if current.names_first else _with_gap(current, gap)
    outlet = gap.outlet
    label = following.label
    over_offices = current.label is not None and current.office is not None and token[0][-1] not in "：/|"
    if following.office is not None and label is None and over_offices:
        label = current.label  # 图/记者A 通讯员B, but not 策划：A 记者：B
    return finished, following._replace(outlet=outlet, label=label)


def _part_of(text: str, token: re.Match[str], kind: str | None, start: int) -> Part:
    if kind == "both":
        return Part(start, token.end(), label=_roles_of_both(token[0]))
    word = token[token.lastgroup or 0].replace(" ", "")
    if kind == "office":
        left, right = token.span(token.lastgroup or 0)
        printed = text[left:right].replace(" ", "").replace("\u3000", "")
        key = (
            word
            if word in OFFICES
            else next((office for office in OFFICE_WORDS if word.endswith(office)), "记者")
        )
        place = None
        if word[0] in "驻赴特" and (posted := POSTED.match(word)):
            place = printed[slice(*posted.span(1))]
        return Part(start, token.end(), office=printed, role=OFFICES[key], title=printed, place=place)
    if kind == "page":
        return Part(start, token.end(), label=())
    word = (
        re.sub(r"\A(?:本文|(?:本版|本组)(?:稿件|报道)?|全文)?(?:AI)?", "", word)
        if word not in LABELS
        else word
    )
    if word[-2:] in ("报道", "报导"):  # 独家报道：X
        word = "报道"
    words = [word] if word in LABELS else BETWEEN_LABELS.split(word)  # 采访、撰文：X
    roles = dict.fromkeys(role for one in words for role in LABELS.get(one, ()) if role)
    return Part(start, token.end(), label=tuple(roles))


def _roles_of_both(folded: str) -> tuple[BylineRole, ...]:
    """文/图 is an author and a photographer, 报道/摄影 a reporter who took the pictures."""
    reported = "报道" in folded or "报导" in folded
    return BylineRole.REPORTER if reported else BylineRole.AUTHOR, BylineRole.PHOTOGRAPHER


def _with_gap(part: Part, gap: Gap) -> Part:
    names = gap.names
    return part._replace(
        names=Names(
            part.names.people + names.people,
            part.names.desks + names.desks,
            part.names.unresolved or names.unresolved,
        ),
        place=gap.place or part.place,
        title=gap.title or part.title,
        end=max(part.end, gap.end) if names.people or names.desks or gap.place else part.end,
    )


def _close_with_suffix(text: str, seat: Seat, setting: Setting, *, glued_too: bool) -> Part | None:
    """The credit that a suffix ends: ／台北報導, 摄, 整理.

    A word of daily speech that is glued to its name is trusted only if the row vouches for it: X口述 Y整理.
    """
    folded, token, at, current = seat.folded, seat.word, seat.at, seat.current
    reported = token.lastgroup in ("report", "posted")
    if reported and current is None and setting.trust is not Trust.FULL and WIRED.match(token["verb"] or ""):
        if "/" not in seat.before:
            return None  # 路透社台北14日電: a dateline, read elsewhere
    if reported and current is None and _is_relayed(folded, at, token):
        return None
    if (
        reported
        and token["verb"] in OWN_REPORTS
        and not setting.enclosed
        and "/" not in folded[at : token.start()]
        and not (
            current
            and current.office
            and token.end() == len(folded.rstrip())
            and (
                (token["verb"] != "直击" and are_plain_names(folded, at, token.start()))
                or _are_name_and_place(folded, at, token.start())
            )
        )
    ):
        return None  # 记者王小明专访 begins a headline; in brackets it closes a credit
    word = re.sub(r"[ （）]|[/：|丨]\Z", "", token[0])
    if word == "翻摄" and current is not None and current.office is not None:
        word = "摄"  # 記者X翻攝: a picture of a picture
    if not reported and word in ARTS.split("|") and word not in SUFFIXES:  # （王小明唱）
        return Part(at, token.end(), suffix=()) if are_plain_names(folded, at, token.start()) else None
    if not reported and word in SUFFIXES_WITHOUT_BYLINE.split("|"):
        return _whose_picture(text, folded, at, token, current, setting)
    gap = read_gap(
        text,
        folded,
        at,
        token.start(),
        current,
        setting,
        before_report=token.lastgroup == "report",
        wired=token.lastgroup == "report" and token["date"] is not None,
        before_picture=current is not None and word in TAKEN_THERE,
        outlet_first=current is None,
    )
    if gap is None and not reported and current is None and (word in TAKEN_THERE or word in OF_BOOKS):
        gap = _unknown_maker(text, folded, at, token, whole=word in TAKEN_THERE)
    if gap is None and reported and current is None and setting.enclosed:
        gap = _house_and_name(text, folded, at, token.start())
    if gap is None:
        return None
    names = gap.names
    if current is None:
        if not (names.people or names.desks or names.unresolved or gap.outlet or gap.place):
            return None
        if not reported:
            if not (names.people or names.unresolved):
                return None
            glued = token.start() == 0 or folded[token.start() - 1] not in " /"
            whole = (
                at == 0 and len(names.people) == 1 and is_of_the_commonest_form(fold(names.people[0].text))
            )
            if word in WEAK_SUFFIX and glued and not glued_too and not (whole and word in ("译", "绘")):
                return None  # 王小明译 is a credit only as the whole of a line
        elif not (names.people or names.desks):
            # 經濟日報／綜合報導 and 【本報綜合報導】 credit the house; 路透社报道 tells whose report is told
            set_apart = setting.enclosed or "/" in folded[at : token.start()]
            if not set_apart or (gap.outlet in wire_agencies() and "/" not in folded[at : token.start()]):
                return None
        start = gap.outlet_start if gap.outlet is not None else gap.start
        current = Part(start, token.end(), outlet=gap.outlet)
    elif current.names_first and (names.people or names.desks):
        return None
    done = _with_gap(current, gap)
    if token.lastgroup == "report" and token["there"]:
        left, right = token.span("there")
        if not looks_like_a_place(folded[left:right]):
            return None
        done = done._replace(place=text[left:right])
    if token.lastgroup == "posted":
        where = token.span("posting" if token["posting"] else "sent_from")
        return done._replace(end=token.end(), reported=True, place=text[slice(*where)])
    if reported:
        return done._replace(end=token.end(), reported=True)
    if BOTH_SUFFIX.fullmatch(word):
        return done._replace(end=token.end(), suffix=_roles_of_both(word))
    return done._replace(end=token.end(), suffix=SUFFIXES.get(word) or PAIRED[word])


def _house_and_name(text: str, folded: str, start: int, end: int) -> Gap | None:
    """（联合早报林夕报道）: a house and its reporter, glued."""
    start, end = without_marks(folded, start, end)
    for size in (3, 2):
        cut = end - size
        name = folded[cut:end]
        if cut - start < 2 or name[0] not in common_surnames() or not is_plainly_a_name(name):
            continue
        if is_outlet(folded[start:cut]) and not is_outlet(folded[start:end]):
            person = Name(text[cut:end], cut, end)
            return Gap(Names((person,)), text[start:cut], start, start=start, end=end)
    return None


def _unknown_maker(text: str, folded: str, at: int, token: re.Match[str], *, whole: bool) -> Gap | None:
    """赛罕 摄影 as a whole line, 村上春树 著: a few characters set apart are the name, whatever they mean."""
    name = (UNKNOWN_PHOTOGRAPHER if whole else FOREIGN_AUTHOR).fullmatch(folded, at, token.start())
    if name is None or is_place(name["name"]):
        return None
    if whole and (at or token.end() != len(folded.rstrip())):
        return None
    if NEVER_IN_A_NAME.search(name["name"]) or is_desk(name["name"]) or is_outlet(name["name"]):
        return None
    left, right = name.span("name")
    return Gap(Names((Name(text[left:right], left, right),)), start=left, end=right)


UNKNOWN_PHOTOGRAPHER = pattern(rf"(?P<name>{HAN}{{2,3}})[ ]{{1,4}}")
FOREIGN_AUTHOR = pattern(rf"[ 、，；/]{{0,3}}(?P<name>{HAN}{{2,6}})[ ]{{1,4}}")
#: what is done to books
OF_BOOKS = frozenset(["著", "译"])


def _whose_picture(
    text: str, folded: str, at: int, token: re.Match[str], current: Part | None, setting: Setting
) -> Part | None:
    """X供图, 受访者提供: whose pictures they are, and nobody who made them."""
    source = SOURCE_IN_BRACKETS if setting.enclosed else SOURCE_OF_A_PICTURE
    start = current.start if current else at
    if source.fullmatch(folded, start, token.end()) or (current and token[0] in ("供图", "供稿")):
        return Part(start, token.end(), suffix=())
    if current is None or current.label is None:
        return None
    # 图：X、受访者提供: somebody took pictures, others were given
    mark = max(folded.rfind(mark, at, token.start()) for mark in "、，/ ")
    if mark < 0 or SOURCE_OF_A_PICTURE.fullmatch(folded, mark + 1, token.end()) is None:
        return None
    gap = read_gap(text, folded, at, mark, current, setting)
    return None if gap is None else _with_gap(current, gap)


def _is_relayed(folded: str, at: int, token: re.Match[str]) -> bool:
    """据新华社报道, 综合新华社、央视新闻报道, 《联合早报》报道, 路透社6月5日报道: told after another house."""
    house = folded[at : token.start()].strip()
    if token.lastgroup == "report" and token["date"] and (house.endswith(HOUSES) or house in wire_agencies()):
        return True
    relay = RELAY.match(folded, at, token.start())
    if relay is None or relay["houses"] is None:
        return relay is not None
    first = HOUSES_PART.split(relay["houses"])[0]
    return is_outlet(first) and not first.endswith(DESK_OF_NEWS)


HOUSES = ("》", "网", "报", "社", "网站", "电台", "电视台")


HOUSES_PART = pattern(r"[、，/和及与]")
