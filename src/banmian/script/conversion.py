"""Converting a text for people, from the script that it is in.

Every conversion but the one of vocabulary keeps the length, so that spans stay valid.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from banmian.accepted import all_of
from banmian.model import Script, Span
from banmian.script.clauses import OTHER, holds, runs_of
from banmian.script.detection import weigh
from banmian.script.folding import fold
from banmian.script.names import names_alone, occurrences_of, people_in, render_name
from banmian.script.regions import regional_forms

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

    It is converted from the script that it is in, found clause by clause where a line has both; what is
    in the target's script already stays. Traditional clauses become Simplified by the dictionaries of
    Taiwan or Hong Kong where they show the forms of those (接著, 衞生). ``source`` says what the whole
    text is in, one of the targets, and with that whose dictionaries convert it.
    ``names`` are people in the text, who keep their surnames: 余华 is 余華 and not 餘華. So do those whom
    the text itself shows to be people: 余先生, 作家余华, or a text that is nothing but names.
    ``converter`` takes the place of the installed OpenCC. The length stays, unless ``vocabulary``
    asks for the words of Taiwan and the mainland to be exchanged, too.

    Raises ValueError for another target, or a converter that changes the length unasked; TypeError for a
    text or names that are no strings; ImportError when the installed ``opencc`` does not work.

    >>> convert("本报记者余国栋", "traditional", names=["余国栋"])
    '本報記者余國棟'
    >>> convert("里長宣布", "traditional")
    '里長宣布'
    """
    if not isinstance(text, str):
        message = f"convert takes a str, not {type(text).__name__}"
        raise TypeError(message)
    names = all_of(str, (names,) if isinstance(names, str) else names, "names are the strings of people")
    spans = [*occurrences_of(names, fold(text))] if names else []
    return _converted(text, target, spans, source, Script.MIXED, converter, vocabulary)


def convert_pieces(
    texts: Sequence[str],
    target: str,
    *,
    names: Iterable[str] = (),
    folded: Sequence[str] = (),
    around: Script = Script.MIXED,
    converter: Converter | None = None,
) -> tuple[str, ...]:
    """Several texts of one page in another script at one go, each as long as before.

    ``names`` are looked for in all of them. ``folded`` are the texts folded, if that was done before.
    ``around`` is the script of what they stand in. The rest is as in ``convert``.
    """
    whole = "\n".join(texts)  # nothing is converted across a line break
    names = tuple(names)
    spans = [*occurrences_of(names, "\n".join(folded) if folded else fold(whole))] if names else []
    converted = _converted(whole, target, spans, None, around, converter, vocabulary=False)
    starts = accumulate([len(text) + 1 for text in texts], initial=0)
    return tuple([converted[at : end - 1] for at, end in pairwise(starts)])


def convert_name(name: str, target: str, *, converter: Converter | None = None) -> str:
    """A person's name in another script, as ``convert`` renders it wherever it stands.

    >>> convert_name("于 洋", "traditional"), convert_name("徐乾學", "simplified")
    ('于 洋', '徐乾学')
    """
    return _converted(name, target, [Span(0, len(name))], None, Script.MIXED, converter, vocabulary=False)


def script_of_target(target: str) -> Script:
    """The script that a target is written in; ValueError for what is none."""
    _check("target", target)
    return Script.SIMPLIFIED if target == "simplified" else Script.TRADITIONAL


def _converted(
    text: str,
    target: str,
    names: Sequence[Span],
    source: str | None,
    around: Script,
    converter: Converter | None,
    vocabulary: bool,
) -> str:
    script = script_of_target(target)
    converter = converter and GivenConverter(converter)
    if source is not None:
        _check("source", source)
    if vocabulary and target not in ("simplified", "taiwan"):
        message = f"there is no vocabulary of {target!r}, only of 'taiwan' and 'simplified'"
        raise ValueError(message)
    shown = {*names_alone(text, script), *(people_in(text) if script is Script.TRADITIONAL else ())}
    if shown:
        names = sorted({*names, *shown}, key=lambda name: (name.start, -name.end))
    for _ in range(MOST_ROUNDS):
        runs = _runs(text, target, around) if source is None else [(0, len(text), source)]
        before, text = (
            text,
            _converted_once(
                text, _around_names(runs, names), target, names, converter, vocabulary, source is None
            ),
        )
        if source is not None or vocabulary or text == before or not holds(OTHER[script], text):
            break
        around = script
    return text


class GivenConverter(NamedTuple):
    """A converter of the caller's own, whose answers are looked at."""

    own: Converter

    def convert(self, text: str, /) -> str:
        """What it made of the text; TypeError if that is no text."""
        converted = self.own.convert(text)
        if not isinstance(converted, str):
            message = f"the converter gave {type(converted).__name__} for a str; it has to give a str"
            raise TypeError(message)
        return converted


#: A clause that balances between the scripts can lean to the other one when its first signs are gone.
MOST_ROUNDS = 4


def _runs(text: str, target: str, around: Script) -> Sequence[tuple[int, int, str]]:
    """The parts of a text by what they are in, as ``CONFIGURATION`` calls it."""
    if around is Script.MIXED:
        around = weigh(text).leaning
    if around is Script.MIXED:
        # Where nothing decides, the users are taken at their word that there is work to do.
        around = Script.TRADITIONAL if target == "simplified" else Script.SIMPLIFIED
    return runs_of(text, around)


def _around_names(
    runs: Sequence[tuple[int, int, str]], names: Sequence[Span]
) -> Iterator[tuple[int, int, str]]:
    """The runs, none of which ends inside a name."""
    if len(runs) == 1 or not names:
        yield from runs
        return
    at = 0
    following = iter(names)
    name = next(following)
    for start, end, printed_in in runs:
        start = max(start, at)
        while name.end < end and (further := next(following, None)):
            name = further
        at = max(end, start)
        if name.start < at < name.end:
            at = name.end
        if start < at:
            yield start, at, printed_in


def _converted_once(
    text: str,
    runs: Iterable[tuple[int, int, str]],
    target: str,
    names: Sequence[Span],
    converter: Converter | None,
    vocabulary: bool,
    undeclared: bool,
) -> str:
    script = script_of_target(target)
    pieces: list[str] = []
    known: dict[tuple[str, str], str] = {}
    for start, end, printed_in in runs:
        piece = text[start:end]
        configuration = CONFIGURATION.get((printed_in, target))
        if configuration is None:
            pieces.append(piece)
            continue
        regional = undeclared and converter is None and configuration == "t2s"
        by_characters = converter or _installed_converter(configuration)
        spans = [Span(low - start, high - start) for low, high in names if start <= low and high <= end]
        if printed_in != "simplified" and script is Script.TRADITIONAL:
            rendered = [piece[low:high] for low, high in spans]  # both are Traditional: as printed
        else:
            rendered = []
            for low, high in spans:
                name = piece[low:high]
                if (name, printed_in) not in known:
                    known[name, printed_in] = render_name(name, script, by_characters)
                rendered.append(known[name, printed_in])
        if vocabulary:
            by_words = converter or _installed_converter(VOCABULARY.get((printed_in, target), configuration))
            pieces.append(_around(piece, spans, rendered, by_words))
        else:
            converted = _over(piece, spans, rendered, by_characters)
            pieces.append(_with_regional_forms(piece, converted, spans) if regional else converted)
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


def _with_regional_forms(text: str, converted: str, names: Sequence[Span]) -> str:
    """The text converted, and what only the dictionaries of Taiwan or Hong Kong know as these have it.

    In a name 衞 is 卫 as well, but 著 is no particle.
    """
    characters: list[str] | None = None
    for region, places in regional_forms(text):
        forms = _installed_converter(CONFIGURATION[region, "simplified"]).convert(text)
        characters = characters or list(converted)
        for at in places:
            if region == "hongkong" or not any(start <= at < end for start, end in names):
                characters[at] = forms[at]
    return "".join(characters) if characters else converted


def _around(text: str, spans: list[Span], rendered: list[str], converter: Converter) -> str:
    """What stands between the names converted, piece by piece."""
    pieces: list[str] = []
    at = 0
    for (start, end), name in zip(spans, rendered, strict=True):
        if start >= at:
            pieces += converter.convert(text[at:start]), name
            at = end
    return f"{''.join(pieces)}{converter.convert(text[at:])}"


def _check(what: str, name: str) -> None:
    if name not in TARGETS:
        message = f"{what} is {name!r}; it has to be one of {', '.join(TARGETS)}"
        raise ValueError(message)
