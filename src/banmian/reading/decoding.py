"""Bytes into text: which encoding makes the best sense of them, and what no character stands for.

The order is: the declared encoding, a byte order mark, strict UTF-8 and HZ. What none of these settles
goes to a contest: every encoding in question reads samples of the bytes, and the one under which they
are the likeliest Chinese wins. Decoding without an error proves little, since GB18030 decodes nearly
every Big5 page, and one damaged byte breaks any encoding.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, frozen

from banmian.model import Problem, ProblemKind, Span
from banmian.patterns import pattern
from banmian.script.folding import fold
from banmian.script.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@frozen
class Decoded:
    """A page's text and the encoding that its bytes were read by.

    ``encoding`` is ``None`` for text that never was bytes. Otherwise it is one of utf-8, gb18030 (for
    GB2312, GBK and GB18030, which it reads alike), big5, big5hkscs, cp950, hz, utf-16-le, utf-16-be,
    utf-32-le, utf-32-be, or Python's name of another encoding that was declared or recognised.
    """

    text: str
    encoding: str | None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of some bytes, whatever encoding they are in; no bytes raise.

    A declared ``encoding`` wins if it decodes every byte, strictly; if it does not, a problem says so and
    the bytes decide. It is no problem when they are in a larger encoding of the same family, as pages
    declared as gb2312 are that hold 镕. Bytes that no character stands for become U+FFFD, and one problem counts them.

    >>> decode("本报讯".encode("gbk")).encoding
    'gb18030'
    >>> decode("本报讯 近日，".encode("utf-8") + b"\\xff").problems[0].message
    'one place in the bytes is not utf-8; it reads as U+FFFD'
    """
    if not isinstance(encoding, str | None):
        message = f"encoding is the name of one as a str, or None, not {type(encoding).__name__}"
        raise TypeError(message)
    name = None if encoding is None else _known_name(encoding)
    declared = None if name is None else _read_strictly(data, name)
    if declared is not None:
        return declared
    # HZ is ASCII, a damaged byte aside, which no strict UTF-8 holds either: most pages pass by it.
    strict = (_read_as_hz, _read_as_strict_utf8) if data.isascii() else (_read_as_strict_utf8, _read_as_hz)
    found = _read_by_mark(data) or strict[0](data) or strict[1](data) or _read_by_contest(data)
    if encoding is None or (found.encoding in LARGER.get(name or "", ()) and not found.problems):
        return found
    fault = "does not decode it" if name else "is no encoding known here"
    problem = Problem(ProblemKind.ENCODING, f"the page is declared as {encoding!r}, which {fault}")
    return evolve(found, problems=(problem, *found.problems))


# --- what is declared or marked -------------------------------------------------------------------

#: Pages are declared by older and narrower names than they are written in: what these may turn out to be.
LARGER = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "big5": ("big5hkscs", "cp950"),
    "cp950": ("big5", "big5hkscs"),
    "big5hkscs": ("big5", "cp950"),
    "ascii": ("utf-8",),
}
#: Encodings that a larger one reads alike; for the dash and the middle dot, better.
READ_BY = {"gb2312": "gb18030", "gbk": "gb18030", "utf-8-sig": "utf-8", "ascii": "utf-8"}

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)


def _known_name(declared: str) -> str | None:
    """Python's name of a declared encoding; None for what is none, or no encoding of text."""
    plain = _SEPARATORS_OF_A_NAME.sub("", declared.lower())
    plain = _PREFIXES_OF_A_NAME.sub("", plain)
    try:
        known = codecs.lookup(NAMES_ON_THE_WEB.get(plain, declared.strip())).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return None if known in NO_ENCODINGS_OF_PAGES else known


_SEPARATORS_OF_A_NAME = pattern(r"[^a-z0-9]")
_PREFIXES_OF_A_NAME = pattern(r"^(?:xx|x|cs)(?=gb|big5|mac|euc)")
#: names that pages and servers give, which Python does not know
NAMES_ON_THE_WEB = {
    "gb231280": "gb2312",
    "gb2312": "gb2312",
    "gbk": "gbk",
    "gb18030": "gb18030",
    "gb180302000": "gb18030",
    "windows936": "gbk",
    "cp936": "gbk",
    "big5": "big5",
    "big5eten": "big5",
    "big5hkscs": "big5hkscs",
    "windows950": "cp950",
}
#: Python's own ways to write text down; every byte is something in them
NO_ENCODINGS_OF_PAGES = frozenset(
    {"unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape"}
)


def _read_strictly(data: bytes, encoding: str) -> Decoded | None:
    if encoding in WITHOUT_AN_ORDER:
        return _read_in_an_order(data, encoding)
    try:
        text = data.decode(encoding)
        if larger := READ_BY.get(encoding):
            encoding, text = larger, data.decode(larger)
    except (ValueError, LookupError):  # LookupError: base64 and its like are no encodings of text
        return None
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _read_in_an_order(data: bytes, encoding: str) -> Decoded | None:
    """What is declared as UTF-16, whose mark says in which order; without one, the likelier of both."""
    orders = [f"{encoding}-le", f"{encoding}-be"]
    marked = [name for mark, name in BYTE_ORDER_MARKS if name in orders and data.startswith(mark)]
    found = [one for name in marked or orders if (one := _read_strictly(data, name))]
    return max(found, key=lambda one: _likelihood(one.text[:SAMPLED_BYTES]), default=None)


WITHOUT_AN_ORDER = frozenset({"utf-16", "utf-32"})


def _read_by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        # A UTF-16 page can begin with a NUL; its length then tells it from UTF-32.
        if data.startswith(mark) and not (encoding == "utf-32-le" and len(data) % 4):
            return _read(data[len(mark) :], encoding)
    return None


def _read_as_strict_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    bare = _without_padding(data)
    if bare.count(0) > len(bare) // 8 and _are_halves(bare):
        return None  # UTF-16 of Latin letters decodes too, with a NUL beside every letter
    if not data.isascii() and not _THREE_BYTES.search(data):
        return None  # characters of two bytes only: a few words in GB2312 can look like that
    return Decoded(text, "utf-8")


_THREE_BYTES = pattern(rb"[\xe0-\xf4][\x80-\xbf]")


# --- HZ: Chinese in seven bits, between ~{ and ~} -------------------------------------------------

_HZ_RUN = pattern(rb"~\{((?:[!-w][!-~]){1,512})")
_HZ_INSIDE = pattern(rb"[!-~]{8,2048}")
RUNS_LOOKED_AT = 32
FEW_BYTES = 8
HIGH_BYTES_OF_DAMAGE = 12  # in a sample; HZ has none unless some bytes are damaged


def _read_as_hz(data: bytes) -> Decoded | None:
    before, _, _ = data.partition(b"~}")
    if b"~{" not in before and _HZ_INSIDE.fullmatch(before):
        # A piece that was cut out begins inside a run, perhaps with the second half of a character.
        for cut in (0, 1):
            if _mean_in_seven_bits(before[cut:]) > LIKELY_CHARACTER:
                return _read(b"~{" + data[cut:], "hz", cut)
    start = data.find(b"~{")
    if start < 0 or sum(map((0x80).__le__, data[start : start + SAMPLED_BYTES])) > HIGH_BYTES_OF_DAMAGE:
        return None
    runs = b"".join(match[1] for match, _ in zip(_HZ_RUN.finditer(data), range(RUNS_LOOKED_AT), strict=False))
    if not runs or _mean_in_seven_bits(runs) < FOREIGN_CHARACTER:
        return None
    found = _read(data, "hz")
    # A program text can hold ~{ too; a few characters count only where nothing else is amiss.
    return None if found.problems and len(runs) < FEW_BYTES else found


def _mean_in_seven_bits(pairs: bytes) -> float:
    """How likely a character is on average when the bytes are GB2312 without its high bits."""
    text = bytes(byte | 0x80 for byte in pairs[:SAMPLED_BYTES]).decode("gb18030", "replace")
    return _likelihood(text) / len(text)


# --- the contest ----------------------------------------------------------------------------------

SAMPLES = 4
SAMPLE_BYTES = 512
SAMPLED_BYTES = SAMPLES * SAMPLE_BYTES
ASKED_BYTES = 8192
CONTROL_BYTES = bytes({*range(0x20)} - {*b"\t\n\r"})

LIKELY_CHARACTER = -8.8  # mean of running Chinese text: -7; of random characters of GB2312: -11
FOREIGN_CHARACTER = -11.0  # a mean below this is hardly Chinese
COMMON_IN_CHINESE = 0.15  # below this share the text is hardly Chinese: chardet is asked
CLOSE = 2.5  # leads smaller than this are a toss-up: chardet is asked
CUT_CHARACTER = -14.0  # for the half of a character that a piece begins with
STRICT_PAIR = 2.0  # for each character of two bytes in strict UTF-8: one in seven pairs of GB2312 is

_HIGH = pattern(rb"[\x80-\xff]")
_LOW = pattern(rb"[\x00-\x2f]")  # never part of a longer character in UTF-8, GBK and Big5


class Reading(NamedTuple):
    """How likely the samples are in one encoding, less the first bytes if they are half a character."""

    likelihood: float
    encoding: str
    cut: int


def _read_by_contest(data: bytes) -> Decoded:
    bare = _without_padding(data)
    samples = tuple(_samples(bare))
    readings = sorted(
        (_reading(bare, samples, encoding) for encoding in _contestants(bare)),
        key=lambda reading: -reading.likelihood,
    )
    best, *others = readings
    close = [other for other in others if best.likelihood - other.likelihood < CLOSE]
    if close or not _is_settled(bare, samples, best):
        voice = _ask_chardet(bare)
        named = [reading for reading in (best, *close) if _family(reading.encoding) == voice]
        if named:
            best = named[0]
        elif voice is not None and not close and _decodes(bare, voice):
            return _read(data, voice)
    if data.startswith(FILLED_UP):
        best = best._replace(cut=0)  # the first character stands behind the padding
    if best.encoding == "big5hkscs":
        return _read_big5(data, best.cut)
    return _read(data[best.cut :], best.encoding, best.cut)


def _contestants(data: bytes) -> Iterator[str]:
    some = data[:SAMPLED_BYTES] if len(data) < 2 * SAMPLED_BYTES else data[:: len(data) // SAMPLED_BYTES | 1]
    nuls = some.count(0) if _are_halves(data) else 0
    if nuls <= len(some) // 8:  # more, and they belong to longer characters
        yield "utf-8"
        yield "gb18030"
        yield "big5hkscs"
        yield "cp1252"
    # UTF-16 writes digits, blanks and punctuation with control bytes, of which others have none.
    controls = len(some) - len(some.translate(None, CONTROL_BYTES)) - (some.count(0) - nuls)
    if nuls > len(some) // 8 or len(data) <= SAMPLE_BYTES or controls > len(some) // 100:
        yield "utf-16-le"
        yield "utf-16-be"
    if nuls > len(some) // 3:
        yield "utf-32-le"
        yield "utf-32-be"


def _without_padding(data: bytes) -> bytes:
    """The bytes less the rows of NULs in them: a record that was filled up, a download that broke off."""
    return _PADDING.sub(b"", data) if FILLED_UP in data else data


def _are_halves(data: bytes) -> bool:
    """Whether NULs stand on every second place, as the upper halves of letters do in UTF-16, or three in four."""
    some = data[: SAMPLED_BYTES * 8]
    nuls = some.count(0)
    return 10 * max(some[0::2].count(0), some[1::2].count(0)) >= 9 * nuls or nuls * 3 > len(some)


FILLED_UP = bytes(16)
_PADDING = pattern(rb"\x00{16,}")


def _samples(data: bytes) -> Iterator[bytes]:
    """Pieces of the bytes from places that hold more than ASCII, each from the start of a character."""
    end = 0
    for number in range(SAMPLES):
        at = max(end, number * len(data) // SAMPLES)
        high = _HIGH.search(data, at)
        if high is None:
            break
        start = high.start()
        if start == at and at:  # perhaps in the midst of a character: go on from the next ASCII
            low = _LOW.search(data, start, start + SAMPLE_BYTES // 2)
            start = low.end() if low else start
        end = start + SAMPLE_BYTES
        yield data[start:end]
    if not end:
        yield data[:SAMPLED_BYTES]


def _reading(data: bytes, samples: tuple[bytes, ...], encoding: str) -> Reading:
    unit = 4 if encoding.startswith("utf-32") else 2 if encoding.startswith("utf-16") else 0
    if unit:
        step = len(data) // SAMPLES // 4 * 4
        places = [number * step for number in range(SAMPLES if step > SAMPLE_BYTES else 1)]
        if (chinese := _first_chinese(data)) > SAMPLE_BYTES:
            places.append(chinese)  # a head of ASCII says which byte is the high one, and no more
        pieces = [data[at : at + SAMPLE_BYTES + unit] for at in places]
        likelihood, cut = max(
            (sum(_likelihood_in(piece[cut:], encoding) for piece in pieces) + CUT_CHARACTER * bool(cut), -cut)
            for cut in range(unit)
        )
        return Reading(likelihood, encoding, -cut)
    rest = sum(_likelihood_in(piece, encoding) for piece in samples[1:])
    first = samples[0]
    likelihood = _likelihood_in(first, encoding)
    if encoding == "utf-8" and len(samples) == 1:
        likelihood += STRICT_PAIR * _strict_pairs(first)
    if encoding in ("gb18030", "big5hkscs") and data.startswith(first):
        after = _likelihood_in(first[1:], encoding) + CUT_CHARACTER
        if after > likelihood:
            return Reading(after + rest, encoding, 1)
    return Reading(likelihood + rest, encoding, 0)


def _first_chinese(data: bytes) -> int:
    """Where a page in UTF-16 or UTF-32 first holds four characters beyond ASCII, on a multiple of four; or 0."""
    found = _FOUR_CHINESE.search(data)
    return found.start() // 4 * 4 if found else 0


_FOUR_CHINESE = pattern(rb"[^\x00]{8}|(?:[^\x00]{2}\x00\x00){4}")


def _strict_pairs(data: bytes) -> int:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return 0
    return sum(map("\x7f".__lt__, text))


def _likelihood_in(data: bytes, encoding: str) -> float:
    # An incremental decoder keeps a last, incomplete character to itself.
    return _likelihood(codecs.getincrementaldecoder(encoding)("replace").decode(data))


def _is_settled(data: bytes, samples: tuple[bytes, ...], reading: Reading) -> bool:
    """Whether a reading is Chinese or Latin; anything else may be an encoding outside the contest."""
    if reading.encoding == "cp1252":
        return True
    if reading.encoding.startswith("utf-"):
        pieces: tuple[bytes, ...] = (data[reading.cut : reading.cut + SAMPLED_BYTES],)
    else:
        pieces = (samples[0][reading.cut :], *samples[1:])
    text = "".join(piece.decode(reading.encoding, "replace") for piece in pieces)
    beyond_ascii = [character for character in text if character > "\x7f"]
    common = sum(map(COMMON.__le__, map(_likelihoods().__getitem__, beyond_ascii)))
    return common >= COMMON_IN_CHINESE * len(beyond_ascii)


def _family(encoding: str) -> str:
    if encoding.startswith(("big5", "cp950")):
        return "big5hkscs"
    return "gb18030" if encoding.startswith("gb") else encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (ValueError, LookupError):
        return False
    return True


def _ask_chardet(data: bytes) -> str | None:
    # Imported here: most pages are settled without it, and it costs more than reading a page.
    from chardet import detect

    high = _HIGH.search(data)
    start = high.start() if high else 0
    piece = data[start : start + ASKED_BYTES]
    if len(data) > start + ASKED_BYTES:  # half a character at the end would confuse it
        piece = piece[: piece.rfind(b"\n") + 1 or None]
    name = detect(piece)["encoding"]
    try:
        return _family(codecs.lookup(name).name) if name else None
    except LookupError:
        return None


# --- how likely a character is in a Chinese newspaper ---------------------------------------------


class _Likelihoods(dict[str, float]):
    """The logarithm of each character's share of running text; the rare ones join as they are met."""

    def __missing__(self, character: str) -> float:
        code = ord(character)
        value = -14.0  # what a newspaper does not print
        for first, last, rank in _RANGES:
            if first <= code <= last:
                value = rank
                break
        self[character] = value
        return value


_RANGES = (
    (0x30, 0x39, -4.5),
    (0x20, 0x7E, -5.5),
    (0x4E00, 0x9FFF, -14.0),
    (0x3400, 0x4DBF, -15.0),
    (0x3041, 0x3096, -9.5),
    (0x30A1, 0x30FA, -10.0),
    (0x3000, 0x303F, -8.0),
    (0xFF01, 0xFF5E, -8.0),
    (0x2010, 0x2027, -8.0),
    (0x2460, 0x24FF, -10.0),
    (0x25A0, 0x25FF, -9.0),
    (0xC0, 0xFF, -9.0),
    (0xA0, 0xBF, -9.0),
    (0xE000, 0xF8FF, -16.0),
    (0x0, 0x1F, -15.0),
)
_PUNCTUATION = {
    "，": -3.3, "。": -4.1, "、": -4.6, "：": -5.5, "“": -5.2, "”": -5.2, "（": -5.8, "）": -5.8,
    "「": -5.5, "」": -5.5, "《": -6.2, "》": -6.2, "；": -6.3, "·": -7.0, "—": -6.5, "？": -6.5,
    "！": -6.8, "…": -7.0, "\u3000": -5.5, "【": -7.0, "】": -7.0, "■": -7.5, "〇": -9.0, "％": -7.0,
    " ": -3.0, "\n": -3.5, "\r": -4.0, "\t": -6.0,
}  # fmt: skip
COMMONEST = -5.4  # a hundred characters make up 45 % of running text
COMMON = -7.3  # the next six hundred, 40 %
ORDINARY = -9.8  # the rest of the first level of GB2312, 3,755 characters, nearly all that is left
UNUSUAL = -12.5  # its second level


@cache
def _likelihoods() -> _Likelihoods:
    ranks = _Likelihoods()
    for first, last, rank in ((0xD8, 0xF7, UNUSUAL), (0xB0, 0xD7, ORDINARY)):
        trails = bytes(range(0xA1, 0xFF))
        level = b"".join(bytes((lead, trail)) for lead in range(first, last + 1) for trail in trails)
        ranks.update(dict.fromkeys(level.decode("gb18030"), rank))
    commonest, *common = lines_of("script_common.txt")
    ranks.update(dict.fromkeys("".join(common), COMMON))
    ranks.update(dict.fromkeys(commonest, COMMONEST))
    # A Traditional character is as common as the Simplified one it folds to.
    traditional = "".join(lines_of("script_traditional.txt"))
    ranks.update(zip(traditional, map(ranks.__getitem__, fold(traditional)), strict=True))
    ranks.update(_PUNCTUATION)
    return ranks


def _likelihood(text: Iterable[str]) -> float:
    return sum(map(_likelihoods().__getitem__, text))


# --- reading by a known encoding ------------------------------------------------------------------


def _read(data: bytes, encoding: str, cut: int = 0) -> Decoded:
    """The bytes by one encoding, with U+FFFD for what it does not decode, and for a cut character."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if encoding == "utf-8":
            lost -= data.count("\ufffd".encode())  # those that the page itself holds
    else:
        lost = 0
    if cut:
        text, lost = f"\ufffd{text}", lost + 1
    return Decoded(text, encoding, (_undecoded(text, lost, encoding),) if lost else ())


def _undecoded(text: str, lost: int, encoding: str) -> Problem:
    first = text.find("\ufffd")
    message = (
        f"one place in the bytes is not {encoding}; it reads as U+FFFD"
        if lost == 1
        else f"{lost} places in the bytes are not {encoding}; each reads as U+FFFD"
    )
    return Problem(ProblemKind.UNDECODED, message, Span(first, first + 1))


#: Where Big5 and Big5-HKSCS hold different characters: kana, Cyrillic, ① and the like.
_DISPUTED = pattern(rb"\xc6[\xa1-\xfe]|\xc7[\x40-\x7e\xa1-\xfc]")


def _read_big5(data: bytes, cut: int) -> Decoded:
    """The bytes by the member of the Big5 family that fits them best; plain Big5 when several do."""
    readings = [_read(data[cut:], encoding, cut) for encoding in ("big5", "big5hkscs", "cp950")]
    best = min(readings, key=lambda decoded: decoded.text.count("\ufffd"))
    other = readings[1]
    if best.text == other.text:
        return best
    if best.encoding == "big5" and not other.problems and _DISPUTED.search(data):
        disputed = [pair for pair in zip(best.text, other.text, strict=False) if pair[0] != pair[1]]
        if _likelihood(pair[1] for pair in disputed) > _likelihood(pair[0] for pair in disputed):
            return other
    return best
