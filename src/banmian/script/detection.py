"""Which script a text is printed in, by the characters that only one of the two writes."""

from __future__ import annotations

from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from banmian.model import Script
from banmian.patterns import pattern
from banmian.script.tables import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DECIDED = 0.8  # the lead of one script over the other from which a text counts as printed in it
SHORT = 16  # Chinese characters; 99.7 % of windows this long hold one that decides
SAMPLE = 1024  # code points that are looked at; of longer texts, that many at even distances

#: Both counts are added up in one number: more than any sample has characters.
TRADITIONAL_WEIGHT = 1 << 20

#: A line with three kana is Japanese, whose kanji look now like the one script, now like the other.
_JAPANESE = pattern(r"[ぁ-ゖァ-ヺ]")
_COMMON_KANA = "のはにをるたいンス"
KANA_OF_A_JAPANESE_LINE = 3


class Evidence(NamedTuple):
    """How many characters of a text only Simplified, and only Traditional, would print."""

    simplified: int
    traditional: int

    @property
    def script(self) -> Script:
        """The script that leads clearly; mixed when neither does."""
        total = self.simplified + self.traditional
        if not total:
            return Script.MIXED
        lead = (self.simplified - self.traditional) / total
        if lead > DECIDED:
            return Script.SIMPLIFIED
        return Script.TRADITIONAL if lead < -DECIDED else Script.MIXED

    @property
    def leaning(self) -> Script:
        """The script that more characters speak for; mixed when they balance."""
        if self.simplified == self.traditional:
            return Script.MIXED
        return Script.SIMPLIFIED if self.simplified > self.traditional else Script.TRADITIONAL


def detect(text: str, default: Script = Script.MIXED) -> Script:
    """The script of a text: simplified, traditional, or mixed when neither leads clearly.

    ``default`` is the script of what the text stands in, the page for an article, the article for
    a headline. A text of fewer than 16 Chinese characters takes it, and so does one in which no
    character decides. Without it a short text is judged by what there is.

    >>> detect("株洲日报讯 首批动力电池下线"), detect("本報記者報道")
    (<Script.SIMPLIFIED: 'simplified'>, <Script.TRADITIONAL: 'traditional'>)
    >>> detect("中山大学", Script.TRADITIONAL)
    <Script.TRADITIONAL: 'traditional'>
    """
    if default is not Script.MIXED and _is_short(text):
        return default
    evidence = weigh(text)
    return evidence.script if any(evidence) else default


def weigh(text: str) -> Evidence:
    """The characters of a text that only one script prints, counted; of a long text, of a sample.

    Lines in Japanese do not count.
    """
    if any(kana in text for kana in _COMMON_KANA):
        text = "\n".join(line for line in text.split("\n") if not _is_japanese(line))
    if len(text) > SAMPLE:
        text = text[:: len(text) // SAMPLE + 1]
    traditional, simplified = divmod(sum(map(_weights().get, text, repeat(0))), TRADITIONAL_WEIGHT)
    return Evidence(simplified, traditional)


def _is_short(text: str) -> bool:
    # Latin letters and digits say nothing; a text this long has enough Chinese in any newspaper.
    return len(text) < 8 * SHORT and sum(map("㐀".__le__, text)) < SHORT


def _is_japanese(line: str) -> bool:
    return len(_JAPANESE.findall(line)) >= KANA_OF_A_JAPANESE_LINE


def common_script(lines: Sequence[str], undecided: Script) -> Script | None:
    """The script that all of the lines are in; ``undecided`` where nothing decides, None for both.

    >>> common_script(["记者", "市长"], Script.MIXED), common_script(["记者", "市長"], Script.MIXED)
    (<Script.SIMPLIFIED: 'simplified'>, None)
    """
    scripts = scripts_of_lines(lines)
    if not scripts:
        return undecided
    leaning = weigh("\n".join(lines)).leaning  # a line can open with a name in the other script
    return leaning if scripts == {leaning} else None


def scripts_of_lines(lines: Iterable[str]) -> set[Script]:
    """The scripts that lines are in, each by its first character that decides."""
    weight_of = _weights().get
    # A line is left at that character, so this costs little even where every line is asked.
    weights = {next(filter(None, map(weight_of, line)), 0) for line in lines}
    return {script for weight, script in _SCRIPTS if weight in weights}


_SCRIPTS = ((1, Script.SIMPLIFIED), (TRADITIONAL_WEIGHT, Script.TRADITIONAL))


@cache
def _weights() -> dict[str, int]:
    weights = dict.fromkeys("".join(lines_of("script_simplified.txt")), 1)
    weights.update(dict.fromkeys("".join(lines_of("script_traditional.txt")), TRADITIONAL_WEIGHT))
    return weights
