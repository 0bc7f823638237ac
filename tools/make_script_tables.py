"""Write the tables of ``banmian.script`` from the dictionaries of opencc-python-reimplemented.

    python tools/make_script_tables.py

Run it again after the dependency changes its dictionaries; the result is the same to the byte
for the same dictionaries. What is decided by hand stands in this file, with its reason.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

from banmian.script.phrases import checksum_of, index_of

DATA = Path(__file__).resolve().parent.parent / "src" / "banmian" / "data"

# --- what the dictionaries do not say -------------------------------------------------------------

#: Widths, punctuation and spaces (domain of print, not of script): the target, then what folds to it.
PUNCTUATION = """
（ ( ︵ ﹙
） ) ︶ ﹚
【 〔 ［ [ 〖 〘 ︹ ︻ ︗ ﹇ ﹝
】 〕 ］ ] 〗 〙 ︺ ︼ ︘ ﹈ ﹞
， , ︐ ﹐
、 ︑ ﹑ ､
。 ︒ ｡
； ; ︔ ﹔
： : ︓ ﹕ ︰ ∶
！ ! ︕ ﹗
？ ? ︖ ﹖
… ︙ ⋯
/ ／ ∕ ╱ ⁄
| ｜ │ ┃
· • ・ ‧ ∙ ﹒ ･ ． ⋅
— ─ ━ ― － – ‒ ﹘ ︱ ︲ ⸺
- ‐ ‑ − ﹣
“ 「 ﹁ 〝 ｢
” 」 ﹂ 〞 ｣ 〟
‘ 『 ﹃
’ 』 ﹄
《 ︽
》 ︾
〈 ︿
〉 ﹀
{ ︷ ﹛ ｛
} ︸ ﹜ ｝
～ 〜 ∼
% ％ ﹪
+ ＋ ﹢
= ＝ ﹦
& ＆ ﹠
@ ＠ ﹫
_ ︳ ︴ ﹍ ﹎ ﹏
" ＂
' ＇
"""

#: Every white space that is no line break folds to one blank.
SPACES = "\t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"

#: Radicals of U+2E80–2EFF for which Unicode gives no compatibility form, and the ideograph they stand for.
RADICALS = """
厂⺁ 乛⺂ 乚⺃ 乙⺄ 亻⺅ 冂⺆ 刂⺉ 卜⺊ 卩⺋ 小⺌⺍ 兀⺎ 尣⺏ 尢⺐ 巳⺒ 幺⺓ 彑⺔⺕
忄⺖⺗ 扌⺘ 攵⺙ 无⺛ 日⺜ 月⺝⺼⺆ 歺⺞ 母⺟ 民⺠ 氵⺡ 水⺢ 灬⺣ 爫⺤⺥ 丬⺦ 牛⺧ 犭⺨
王⺩ 疋⺪ 目⺫ 示⺬ 礻⺭ 竹⺮ 糸⺯ 纟⺰ 罒⺱⺲⺳⺴ 网⺵ 羊⺶⺷⺸ 老⺹ 耂⺺ 聿⺻⺺ 臼⺽
艹⺾⺿⻀ 虎⻁ 衤⻂ 西⻃⻄ 见⻅ 角⻆⻇ 讠⻈ 贝⻉ 足⻊ 车⻋ 辶⻌⻍⻎ 邑⻏ 阝⻖ 长⻑⻒⻓ 门⻔
雨⻗ 青⻘ 韦⻙ 页⻚ 风⻛ 飞⻜ 食⻝⻞ 飠⻟ 饣⻠ 首⻡ 马⻢ 骨⻣ 鬼⻤ 鱼⻥ 鸟⻦ 卤⻧ 麦⻨
黄⻩ 黾⻪ 斉⻫ 齐⻬ 歯⻭ 齿⻮ 竜⻯ 龙⻰ 龜⻱ 亀⻲ 龟⻳
"""

#: Old, regional and Japanese forms seen in print that the dictionaries leave alone: the form of today,
#: then the others. Only forms that no Simplified text uses for another word.
VARIANTS = """
回囘囬廻 青靑 清淸 情凊 户戸 吴呉 绪緖 尚尙 郎郞 叙敍 概槪槩 乡鄕郷 岁歳 历歴厯 步歩 饮飮
斗鬪鬬闘 鸡鶏 略畧 国囯囻圀 圆圎 奖奨 告吿 每毎 两両 满満 妆粧 高髙 面靣麺 朵朶 躲躱 村邨
亩畆畞畮 劫刼 解觧 苏蘓 盖葢 卫衞 德徳 冰氷 写冩 冤寃 宝寳寶 填塡 慎愼 颠顚 值値 并幷倂
妍姸 研硏 屏屛 瓶甁 饼餠 尔尓 潜濳 窗窻窓牕 棋碁 场塲 汇彚 皋皐 鳖鼈 邻隣 铁鉄鐡 污汚
羌羗 绵緜 勋勲 藤籐 总総縂 联聨聮 闹閙 韭韮 赖頼 锁鏁 戏戯 携擕 考攷 涅湼 渴渇 点奌 职聀
体躰軆 船舩 算祘 麻蔴 侄姪 效効 敕勅 胸胷 裙帬 鞍鞌 鹅鵞 匆怱 吞呑 铺舖 卷巻 恒恆 压圧
毁毀 晚晩 横橫 黑黒 默黙 你妳 它牠 了瞭 只祇衹 余馀 钟锺 咨谘 么麽 蕴藴 酝醖 缊緼 恶𫫇
"""

#: Characters that are Simplified by the dictionaries but printed in Hong Kong and Taiwan as well; the second
#: line is what conversion to their standards prints itself (脱 for 脫).
PRINTED_IN_BOTH = "况冲迹峰群床秘恒晒灶羡强揾启兑叁囱媪悦愠户捝敚棁榅氲涚温煴痴税粽脱腽卧蒀葱蜕"


def dictionary_path(name: str) -> Path:
    """Where a dictionary of the dependency lies."""
    spec = find_spec("opencc")
    if spec is None or not spec.submodule_search_locations:
        message = "opencc-python-reimplemented is not installed here: pip install opencc-python-reimplemented"
        raise SystemExit(message)
    return Path(spec.submodule_search_locations[0]) / "dictionary" / f"{name}.txt"


def dictionary(name: str) -> dict[str, list[str]]:
    """A dictionary of the dependency: the key and its values, the usual one first."""
    lines = dictionary_path(name).read_text(encoding="utf-8").splitlines()
    return {key: values.split(" ") for key, values in (line.strip().split("\t") for line in lines)}


def folding_table() -> dict[str, str]:
    """Every character that folds, and what it folds to; a target never folds itself."""
    table: dict[str, str] = {}
    for line in PUNCTUATION.split("\n"):
        target, *sources = line.split(" ")
        table.update(dict.fromkeys(sources, target))
    table.update(dict.fromkeys(SPACES, " "))
    for first, last in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ")):
        for code in range(ord(first), ord(last) + 1):
            table[chr(code)] = chr(code - 0xFEE0)
    # Blocks of compatibility forms only: NFKC on all of Unicode would take … ① ㎡ ℃ apart.
    for low, high in ((0x2E80, 0x2EFF), (0x2F00, 0x2FD5), (0xF900, 0xFAFF)):
        for code in range(low, high + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[chr(code)] = plain
    for word in RADICALS.split():
        for source in word[1:]:
            table.setdefault(source, word[0])
    for word in VARIANTS.split():
        table.update(dict.fromkeys(word[1:], word[0]))
    for key, values in dictionary("TSCharacters").items():
        table.setdefault(key, values[0])

    def settled(character: str) -> str:
        seen = {character}
        while (following := table.get(character, character)) not in seen:
            seen.add(following)
            character = following
        return character

    # The table of the page is indexed by code point up to U+FFFF; beyond it stand only rare
    # characters whose Simplified form is as rare.
    pairs = ((key, settled(key)) for key in table)
    return {key: value for key, value in pairs if key != value and max(key, value) < "\U00010000"}


def write_fold() -> None:
    """Write ``fold.txt``: a target, a blank, and everything that folds to it."""
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in folding_table().items():
        sources[target].append(source)
    lines = [
        "# What folds to what, for matching: the target, then all that folds to it.",
        "# From TSCharacters of opencc-python-reimplemented (Apache-2.0), and by hand: widths, brackets,",
        "# presentation forms, radicals, compatibility ideographs, old forms. Never NFKC as a whole.",
        "# Written by tools/make_script_tables.py; edit there.",
    ]
    for target in sorted(sources):
        origins = sorted(sources[target])
        if target == " ":
            lines.append(" ".join(f"U+{ord(c):04X}" for c in (target, *origins)))
        else:
            lines.append(f"{target} {''.join(origins)}")
    (DATA / "fold.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_only(name: str, title: str, characters: set[str]) -> None:
    """Write the characters that only one script uses, fifty to a line."""
    ordered = sorted(characters)
    lines = [
        f"# {title}",
        "# From the dictionaries of opencc-python-reimplemented (Apache-2.0): characters that the other",
        "# script never writes. Written by tools/make_script_tables.py; edit there.",
    ]
    lines += ["".join(ordered[at : at + 50]) for at in range(0, len(ordered), 50)]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_scripts() -> None:
    """Write what only Simplified and only Traditional texts print."""
    simplified = {key for key, values in dictionary("STCharacters").items() if key not in values}
    traditional = {key for key, values in dictionary("TSCharacters").items() if key not in values}
    both = simplified & traditional
    write_only(
        "script_simplified.txt",
        "Characters of Simplified texts only, less those that Hong Kong and Taiwan print as well.",
        simplified - both - set(PRINTED_IN_BOTH),
    )
    write_only("script_traditional.txt", "Characters of Traditional texts only.", traditional - both)


def write_phrases() -> None:
    """Write the index of the Simplified phrases that single characters alone get wrong."""
    paths = (dictionary_path("STPhrases"), dictionary_path("STCharacters"))
    telling, witnesses = index_of(paths)
    lines = [
        "# The phrases of STPhrases of opencc-python-reimplemented (Apache-2.0) that its single characters",
        "# get wrong. The dictionaries' checksum; the characters that tell such a phrase; then each of them",
        "# with its neighbour, and the phrases that hold both, after the place of the two (hexadecimal).",
        "# Written by tools/make_script_tables.py. With other dictionaries it is worked out anew.",
        checksum_of(paths),
        telling,
    ]
    lines += [f"{pair} {phrases}" for pair, phrases in sorted(witnesses.items())]
    (DATA / "script_phrases.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write every table."""
    DATA.mkdir(exist_ok=True)
    write_fold()
    write_scripts()
    write_phrases()


if __name__ == "__main__":
    main()
