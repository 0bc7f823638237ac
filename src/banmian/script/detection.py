"""Which script a text is printed in, by the characters that only one of the two writes."""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from typing import NamedTuple

from banmian.model import Script
from banmian.patterns import pattern
from banmian.script.folding import fold
from banmian.script.tables import lines_of

DECIDED = 0.8  # the lead of one script over the other from which a text counts as printed in it
AGAINST_ONE = 4  # so many characters of one script outweigh a single one of the other, the odd 体 or 後
SHORT = 16  # Chinese characters; 99.7 % of windows this long hold one that decides
SAMPLE = 1024  # code points that are looked at; of longer texts, that many at even distances
ENOUGH = 16  # characters of a sample that decide; Chinese has 300, and in Latin letters some Chinese can hide


#: Both counts are added up in one number: more than any sample has characters.
TRADITIONAL_WEIGHT = 1 << 20

BEYOND = chr(0x10000)

#: A line with three kana, a fifth of it, is Japanese, whose kanji look now like the one script, now like the
#: other.
_JAPANESE = pattern(r"[ぁ-ゖァ-ヺ]")
_COMMON_KANA = "のはにをるたいンス"
KANA_OF_A_JAPANESE_LINE = 3

#: Somebody else's words, or the title of a work; in Markdown a quoted line as well.
QUOTATION = pattern(
    r"“[^“”\n]*”|‘[^‘’\n]*’|「[^「」\n]*」|『[^『』\n]*』|﹁[^﹁﹂\n]*﹂|《[^《》\n]*》|〈[^〈〉\n]*〉|^[ \t]*>.*$",
    re.MULTILINE,
)


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


def is_simplified_throughout(text: str) -> bool:
    """Whether no character that only Traditional prints stands in a text, be it in a name; and no Japanese.

    No where it holds one of the rarest characters, beyond the first 65,536: with these in it the search, which
    goes through the whole page, would take a hundred times as long.
    """
    return _any_traditional_form().search(text) is None and not may_hold_japanese(text)


def detect(text: str, default: Script = Script.MIXED) -> Script:
    """The script of a text: simplified, traditional, or mixed when neither leads clearly.

    Names, quotations and titles of works do not decide as long as anything else does. ``default`` is the
    script of what the text stands in, the page for an article, the article for
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
    if not any(evidence):
        return default
    for longest, less in LESS_THAN_THE_WHOLE:
        if evidence.script is Script.MIXED and len(text) <= longest:
            text = less(text)
            rest = _counted(text)
            evidence = rest if any(rest) else evidence
    odd, others = sorted(evidence)
    return evidence.leaning if odd == 1 and others >= AGAINST_ONE else evidence.script


def weigh(text: str) -> Evidence:
    """The characters of a text that only one script prints, counted; of a long text, of a sample.

    Lines in Japanese do not count.
    """
    text = _without_japanese(text)
    if len(text) > SAMPLE:
        sample = _counted(text[:: len(text) // SAMPLE + 1])
        if sum(sample) >= ENOUGH:
            return sample
    return _counted(text)


def _counted(text: str) -> Evidence:
    traditional, simplified = divmod(sum(map(_weights().get, text, repeat(0))), TRADITIONAL_WEIGHT)
    return Evidence(simplified, traditional)


def _without_japanese(text: str) -> str:
    if may_hold_japanese(text):
        return "\n".join(line for line in text.split("\n") if not is_japanese(line))
    return text


def _without_quotations(text: str) -> str:
    return QUOTATION.sub("", _without_japanese(text))


def _without_names(text: str) -> str:
    """The text less what can be a name: every surname and the two characters behind it."""
    text = _NAMEPLATE.sub("", text)
    surnames = _surnames()
    return "".join([one for at, one in enumerate(text) if surnames.isdisjoint(text[max(at - 2, 0) : at + 1])])


#: 湖南日報: nameplates keep the hand of who wrote them, whatever the paper prints
_NAMEPLATE = pattern(r"[\u4e00-\u9fff]{2,4}[日晚早時时商週周快]報社?")

#: What a text that seems mixed is judged without, and up to how many code points: in a longer text no
#: quotation, and no name, balances the rest.
LESS_THAN_THE_WHOLE = ((20_000, _without_quotations), (400, _without_names))


@cache
def _surnames() -> frozenset[str]:
    """The common surnames in both scripts."""
    simplified = lines_of("names_surnames_common.txt")
    return frozenset(simplified).union([form for form in _traditional_forms() if fold(form) in simplified])


def _is_short(text: str) -> bool:
    # Latin letters and digits say nothing; a text this long has enough Chinese in any newspaper.
    return len(text) < 8 * SHORT and sum(map("㐀".__le__, text)) < SHORT


def may_hold_japanese(text: str) -> bool:
    """Whether a text holds one of the kana that no Japanese sentence does without."""
    return any(kana in text for kana in _COMMON_KANA)


def is_japanese(line: str) -> bool:
    """Whether a line has as much kana as no quoted word brings into a Chinese one."""
    kana = len(_JAPANESE.findall(line))
    return kana >= KANA_OF_A_JAPANESE_LINE and kana * 5 >= len(line)


@cache
def _weights() -> dict[str, int]:
    weights = dict.fromkeys("".join(lines_of("script_simplified.txt")), 1)
    weights.update(dict.fromkeys(_traditional_forms(), TRADITIONAL_WEIGHT))
    return weights


@cache
def _any_traditional_form() -> re.Pattern[str]:
    return re.compile(
        f"[{''.join([form for form in _traditional_forms() if form < BEYOND])}{BEYOND}-{chr(0x10FFFF)}]"
    )


def _traditional_forms() -> str:
    return "".join(lines_of("script_traditional.txt"))
