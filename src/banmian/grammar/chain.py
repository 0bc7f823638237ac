"""A row of credits, word by word: 本报记者 X 通讯员 Y 文/图, 文字/X 摄影/Y, 記者X／台北報導.

The words of ``credit_words`` part a row; what stands between them are names, houses and places (``gaps``).
A word has the meaning that its pattern gives it, unless ``turns`` gives it another in its place.
"""

from __future__ import annotations

import re

from banmian.grammar.closings import close_with_report, close_with_work, roles_of_both, with_gap
from banmian.grammar.credit_words import OFFICE_WORDS, POSTED, TOKEN
from banmian.grammar.fields import are_plain_names, trimmed, without_marks
from banmian.grammar.gaps import read_gap
from banmian.grammar.names import (
    HAN,
    NEVER_IN_A_NAME,
    Name,
    Names,
    Trust,
    is_of_the_commonest_form,
    is_plainly_a_name,
    read_names,
)
from banmian.grammar.outlets import SELF, SENTENCE, is_outlet
from banmian.grammar.parts import Before, Gap, Part, Setting, Stretch
from banmian.grammar.places import are_places, is_place
from banmian.grammar.roles import LABELS, OFFICES, RANKS
from banmian.grammar.signatures import read_bare
from banmian.grammar.turns import DOES, TURNS, Seat
from banmian.grammar.vocabulary import common_surnames, sections
from banmian.model import BylineRole
from banmian.patterns import pattern
from banmian.script import fold

MOST_WORDS = 24
EMPTY = Names()
A_RANK = pattern(rf"(?:{RANKS})(?=.)")
TEXT_AND_PICTURE = frozenset("文图画")
BETWEEN_LABELS = pattern(r"[、./及和&]")
#: what a reporter does, before what he is
ASKS = frozenset(["采访人", "采访者", "採訪人", "採訪者"])


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
        seat = Seat(
            text, folded, setting, word, start, at, following, end, words[-1].end(), not parts, current
        )
        kind = word.lastgroup
        if kind == "glued_label":  # 记者X 摄影Y
            plain = seat.before_names
            if not plain or (len(words) == 1 and not is_of_the_commonest_form(folded[word.end() : end])):
                return None
            kind = "label"
        kind = next((turned for given, turned, applies in TURNS if given == kind and applies(seat)), kind)
        several = _reports_from_several_places(seat) if kind == "report" else None
        if several:
            parts += several
            current = None
        elif kind in ("report", "suffix", "posted"):
            glued_too = setting.enclosed or vouched
            done = close_with_work(seat, glued_too=glued_too) if kind == "suffix" else close_with_report(seat)
            if done is None:
                return None
            if done.reported and done.place and done.label is None:
                parts = _with_place_for_all(parts, done.place)
            parts.append(done)
            current = None
        else:
            opened = _open(seat, kind)
            if opened is None:
                return None
            finished, current = opened
            parts += finished
        at = word.end()
    last = _close_at_the_end(Stretch(text, folded, at, end, setting, current))
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
    """山田次郎 作 王小明 译, （英）哈里 王小明 译, X作 Y插图: what others translate or draw was written first."""
    if not any(
        part.suffix == (BylineRole.TRANSLATOR,) or folded.endswith(PICTURES_OF_A_TEXT, part.start, part.end)
        for part in parts
    ):
        return parts
    written: list[Part] = []
    for part in parts:
        people = part.names.people
        if part.suffix == (BylineRole.ILLUSTRATOR,) and folded[part.end - 1] == "作":
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


#: drawn for what somebody wrote
PICTURES_OF_A_TEXT = ("插图", "插画")


def _open(seat: Seat, kind: str | None) -> tuple[list[Part], Part] | None:
    """The credit that an office or a label opens, and those that end before it; ``None`` if neither fits."""
    text, folded, word, current = seat.text, seat.folded, seat.word, seat.current
    gap = read_gap(seat.stretch(), Before.OFFICE)
    title: str | None = None
    if (
        seat.before
        and (gap is None or gap.outlet is None)
        and (rank := A_RANK.match(folded, word.start(), word.end()))
    ):
        house = read_gap(seat.stretch(rank.end()), Before.OFFICE)
        if house is not None and house.outlet is not None:  # 第一财经记者: the rank is the house's
            gap, title = house, text[rank.end() : word.end(word.lastgroup or 0)]
    gap = _with_an_unknown_house(seat, gap)
    if gap is None:
        return None
    finished: list[Part] = []
    if current is None:
        if gap.names.people and _are_the_authors(gap, seat.setting) and seat.before_names:
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
    return (setting.bare_names or fold(gap.outlet or "") in SELF) and all(
        _signs_above_a_reporter(fold(name.text)) for name in gap.names.people
    )


def _signs_above_a_reporter(folded: str) -> bool:
    """王小明, 王明; but 金融 本报记者 X is a section and its reporter."""
    if is_of_the_commonest_form(folded):
        return True
    everyday = len(folded) == 2 and folded[0] in common_surnames() and is_plainly_a_name(folded)
    return everyday and not is_place(folded) and folded not in sections()


def _with_an_unknown_house(seat: Seat, gap: Gap | None) -> Gap | None:
    """潮闻记者 Y, 本报记者 X 潮闻记者 Y: a house that no list knows, before an office with its names."""
    text, folded, word, at = seat.text, seat.folded, seat.word, seat.at
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
    names = read_gap(seat.stretch(left), Before.WORK)
    return gap if names is None else names._replace(outlet=text[left : word.start()], outlet_start=left)


def _close_at_the_end(stretch: Stretch) -> list[Part] | None:
    """The credit that the end of the row closes; ``None`` if something stands there that is nobody's."""
    gap, current = read_gap(stretch, Before.END), stretch.current
    if gap is None:
        return None
    people = bool(gap.names.people or gap.names.desks)
    if current is None:
        return None if people or gap.place or gap.outlet is not None else []
    if current.names_first:
        return None if people else [current]
    return [with_gap(current, gap)]


def _reports_from_several_places(seat: Seat) -> list[Part] | None:
    """記者X／台北、Y／高雄報導: each with the place behind the slash; ``None`` if it is no such row."""
    text, folded, at, stop = seat.text, seat.folded, seat.at, seat.word.start()
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
    finished = current if current.names_first else with_gap(current, gap)
    outlet = gap.outlet
    label = following.label
    over_offices = current.label is not None and current.office is not None and token[0][-1] not in "：/|"
    if following.office is not None and label is None and over_offices:
        label = current.label  # 图/记者A 通讯员B, but not 策划：A 记者：B
    return finished, following._replace(outlet=outlet, label=label)


def _part_of(text: str, token: re.Match[str], kind: str | None, start: int) -> Part:
    if kind == "both":
        return Part(start, token.end(), label=roles_of_both(token[0]))
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
