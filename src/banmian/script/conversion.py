"""Converting a text for people, from the script that it is in.

Every conversion but the one of vocabulary keeps the length, so that spans stay valid.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from banmian.model import Script, Span
from banmian.script.detection import common_script, weigh
from banmian.script.folding import fold
from banmian.script.names import occurrences_of, render_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from banmian.script.phrases import Converter

TARGETS = ("simplified", "traditional", "taiwan", "hongkong")

#: The OpenCC configuration by what a text is in and what it is to be in; what is missing stays as it is.
CONFIGURATION = {
    ("simplified", "traditional"): "s2t",
    ("simplified", "taiwan"): "s2tw",
    ("simplified", "hongkong"): "s2hk",
    ("traditional", "simplified"): "t2s",
    ("traditional", "taiwan"): "t2tw",
    ("traditional", "hongkong"): "t2hk",
    ("taiwan", "simplified"): "tw2s",
    ("taiwan", "hongkong"): "t2hk",
    ("hongkong", "simplified"): "hk2s",
    ("hongkong", "taiwan"): "t2tw",
}
#: Those that change words as well: 信息 to 資訊.
VOCABULARY = {
    ("simplified", "taiwan"): "s2twp",
    ("taiwan", "simplified"): "tw2sp",
    ("traditional", "simplified"): "tw2sp",
}


def convert(
    text: str,
    target: str,
    *,
    names: Iterable[str] = (),
    source: str | None = None,
    converter: Converter | None = None,
    vocabulary: bool = False,
) -> str:
    """The text in another script: ``simplified``, ``traditional``, ``taiwan`` or ``hongkong``.

    It is converted from the script that it is in, found line by line where a text has both; what is
    in the target's script already stays. ``source`` says what it is in: one of the targets.
    ``names`` are people in the text, who keep their surnames: 余华 is 余華 and not 餘華.
    ``converter`` takes the place of the installed OpenCC. The length stays, unless ``vocabulary``
    asks for the words of Taiwan and the mainland to be exchanged, too.

    Raises ValueError for another target, or a converter that changes the length unasked;
    ImportError when the installed ``opencc`` does not work.

    >>> convert("本报记者余国栋", "traditional", names=["余国栋"])
    '本報記者余國棟'
    >>> convert("里長宣布", "traditional")
    '里長宣布'
    """
    if not isinstance(text, str):
        message = f"convert takes a str, not {type(text).__name__}"
        raise TypeError(message)
    names = (names,) if isinstance(names, str) else tuple(names)
    spans = [*occurrences_of(names, fold(text))] if names else []
    return _converted(text, target, spans, source, converter, vocabulary)


def convert_pieces(
    texts: Sequence[str],
    target: str,
    *,
    names: Iterable[str] = (),
    protected: Sequence[Sequence[Span]] = (),
    folded: Sequence[str] = (),
    source: str | None = None,
    converter: Converter | None = None,
) -> tuple[str, ...]:
    """Several texts of one page in another script at one go, each as long as before.

    ``protected`` says for each text where people's names stand in it; ``names`` are looked for in all
    of them. ``folded`` are the texts folded, if that was done before. The rest is as in ``convert``.
    """
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    whole = "\n".join(texts)  # nothing is converted across a line break
    spans = {
        Span(at + start, at + end)
        for at, text_spans in zip(starts, protected, strict=False)
        for start, end in text_spans
    }
    if names := tuple(names):
        spans.update(occurrences_of(names, "\n".join(folded) if folded else fold(whole)))
    converted = _converted(whole, target, sorted(spans), source, converter, vocabulary=False)
    return tuple(converted[at : at + len(text)] for at, text in zip(starts, texts, strict=False))


def convert_name(name: str, target: str, *, converter: Converter | None = None) -> str:
    """A person's name in another script, as ``convert`` renders it wherever it stands.

    >>> convert_name("于 洋", "traditional"), convert_name("徐乾學", "simplified")
    ('于 洋', '徐乾学')
    """
    return _converted(name, target, [Span(0, len(name))], None, converter, vocabulary=False)


def _converted(
    text: str,
    target: str,
    names: Sequence[Span],
    source: str | None,
    converter: Converter | None,
    vocabulary: bool,
) -> str:
    _check("target", target)
    if source is not None:
        _check("source", source)
    if vocabulary and target not in ("simplified", "taiwan"):
        message = f"there is no vocabulary of {target!r}, only of 'taiwan' and 'simplified'"
        raise ValueError(message)
    script = Script.SIMPLIFIED if target == "simplified" else Script.TRADITIONAL
    for _ in range(MOST_ROUNDS):
        runs = [*_runs(text, target, source)]
        before, text = text, _converted_once(text, runs, target, names, converter, vocabulary)
        if source is not None or vocabulary or text == before:
            break
        if len(runs) == 1 and not names:
            break  # every line was in one script, and now is in the other
        if common_script(text.splitlines(), script) is script:
            break
    return text


#: A line that balances between the scripts can lean to the other one when its first signs are gone.
MOST_ROUNDS = 4


def _converted_once(
    text: str,
    runs: Iterable[tuple[int, int, str]],
    target: str,
    names: Sequence[Span],
    converter: Converter | None,
    vocabulary: bool,
) -> str:
    pieces: list[str] = []
    for start, end, printed_in in runs:
        piece = text[start:end]
        configuration = CONFIGURATION.get((printed_in, target))
        if configuration is None:
            pieces.append(piece)
            continue
        by_characters = converter or _installed_converter(configuration)
        script = Script.SIMPLIFIED if target == "simplified" else Script.TRADITIONAL
        spans = [Span(low - start, high - start) for low, high in names if start <= low and high <= end]
        if printed_in != "simplified" and script is Script.TRADITIONAL:
            rendered = [piece[low:high] for low, high in spans]  # both are Traditional: as printed
        else:
            rendered = [render_name(piece[low:high], script, by_characters) for low, high in spans]
        if vocabulary:
            by_words = converter or _installed_converter(VOCABULARY.get((printed_in, target), configuration))
            pieces.append(_around(piece, spans, rendered, by_words))
        else:
            pieces.append(_over(piece, spans, rendered, by_characters))
    return "".join(pieces)


def _installed_converter(configuration: str) -> Converter:
    # Imported here: reading a page takes the rest of this package, but converts nothing.
    from banmian.script.phrases import converter_for

    return converter_for(configuration)


def _over(text: str, spans: list[Span], rendered: list[str], converter: Converter) -> str:
    """The text converted as a whole, and the names written over it."""
    converted = converter.convert(text)
    if len(converted) != len(text):
        message = (
            f"the converter made {len(converted)} characters of {len(text)}, and spans would no longer hold; "
            "use one that keeps the length, or convert strings with vocabulary=True"
        )
        raise ValueError(message)
    pieces: list[str] = []
    at = 0
    for (start, end), name in zip(spans, rendered, strict=True):
        if start >= at:
            pieces += converted[at:start], name
            at = end
    return f"{''.join(pieces)}{converted[at:]}"


def _around(text: str, spans: list[Span], rendered: list[str], converter: Converter) -> str:
    """What stands between the names converted, piece by piece."""
    pieces: list[str] = []
    at = 0
    for (start, end), name in zip(spans, rendered, strict=True):
        if start >= at:
            pieces += converter.convert(text[at:start]), name
            at = end
    return f"{''.join(pieces)}{converter.convert(text[at:])}"


def _runs(text: str, target: str, source: str | None) -> Iterator[tuple[int, int, str]]:
    """The pieces of a text in one script each, and which."""
    if source is not None:
        yield 0, len(text), source
        return
    # Where nothing decides, the users are taken at their word that there is work to do.
    undecided = Script.TRADITIONAL if target == "simplified" else Script.SIMPLIFIED
    lines = text.splitlines(keepends=True)
    script = common_script(lines, undecided)
    if script is not None:
        yield 0, len(text), script
        return
    leaning = weigh(text).leaning
    if leaning is Script.MIXED:
        leaning = undecided
    start = at = 0
    current = leaning
    for line in lines:
        own = weigh(line).leaning
        script = leaning if own is Script.MIXED else own
        if script is not current:
            if at > start:
                yield start, at, current
            start, current = at, script
        at += len(line)
    yield start, len(text), current


def _check(what: str, name: str) -> None:
    if name not in TARGETS:
        message = f"{what} is {name!r}; it has to be one of {', '.join(TARGETS)}"
        raise ValueError(message)
