"""Personal names in credits: which strings are names, and where one ends and the next begins.

Names of two to four Han characters; two-character names padded to three cells (刘 歌); names with a
dot (谷辣斯．尤達卡); Latin names; several glued without a mark (曾坤颜世贵). A wrong split is worse than
none: where two ways of cutting are equally good, there is no answer.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from banmian.grammar.places import is_place, starts_of_final_places
from banmian.grammar.roles import WORK
from banmian.grammar.vocabulary import (
    common_surnames,
    double_surnames,
    headline_words,
    japanese_surnames,
    places,
    sounded_parts,
    surnames,
    words_like_names,
)
from banmian.patterns import pattern

#: a Han character (or another letter that is not Latin): one cheap class, compiled in every pattern
HAN = r"[^\W!-~]"


class Trust(IntEnum):
    """How far the place of print vouches that a string is a name."""

    NONE = 0  # nothing but its shape: a known surname is asked for
    SOME = 1  # 本报记者 莽九晨: an unknown surname will do
    FULL = 2  # the bracket after a dateline: any two to four characters


class Name(NamedTuple):
    """A name, padding removed, and where it is printed."""

    text: str
    start: int
    end: int


class Names(NamedTuple):
    """The people of a list, and the desks that stand where people stand."""

    people: tuple[Name, ...] = ()
    desks: tuple[Name, ...] = ()
    #: names are there, but where one ends and the next begins cannot be told
    unresolved: bool = False


#: characters of questions and clauses that no credited name holds, 记者：您好; when and how something was
#: sent, and how a life ends; 某 where a name is withheld
NEVER_IN_A_NAME = pattern(
    r"[昨的了吗呢吧啊么您你我他她它这该哪谁什怎啥很要把被问答说]|今[日天晨早晚]|刚刚|发回|独家|专稿"
    r"|逝世|去世|辞世|病逝|病故|遇难|遇害|遇袭|殉职|身亡|罹难|牺牲|受伤|获救|失踪|当选|辞职|履新|\A某|某某|\A在|[在从自]\Z|之[争战路旅恋谜间]"
)
#: 致电该公司, 走进消防大队: what a reporter does with a house, and no desk of his own
POINTS_AT_SOMETHING = pattern(r"[该的这您你我他她它]|\A(?:致电|联系|询问|走进|来到|走访|探访|进入)")
#: 阿布都热依木: names written by their sound
SOUND = (
    "阿艾买提古丽江木热依努尔吐逊汗麦合克里木热娜孜玛依拉巴图布都卡德斯坦格日勒其那苏和力乌云呼哈森特美泽顿旦群玉琼仓宗培热提热孜边觉晋久坚赞登堆罗益西云强白桂衣汗则吾库尼斯肯扎音兰雅古朗孟"
    "勇嘎奥瓦历撒韵尤谷辣比吼马跃达利诺干"
    "扎西次仁多吉卓玛达娃白央金平措旺堆索朗尼伊力亚沙吾加尔肯别拜叶塔恩娅菲奥罗伯特约翰安娜迪丹维"
    "格桑才让杰旦贡嘎增姆嘉洛珍班曲珠顿益决卜杜日松青赛音朝鲁宝敖孟根图雅娅琪其阔哲慧米西莎甫"
)
SOUNDS = pattern(rf"[{SOUND}]+\Z")
#: 图门乌力吉, 阿苏木呷: other characters that such names are written with; behind 记者 they are trusted as well
MORE_SOUNDS = pattern(
    rf"[{SOUND}门呷乐顺德额满毕钢楞登火果石俄海来伍史牛查黑庆柱晨腾贺希莫道鄂温都旭乙胡浩朋杭盖通敏戴沙哦孜毛诺子]+\Z"
)
#: 林志明获悉: what a reporter does in a sentence; no name ends so, and no row of names holds it
WORK_OF_A_REPORTER = (
    "获悉 获奖 获评 获刑 获赠 获准 得知 了解 了解到 看到 听到 注意到 发现 表示 介绍 指出 认为 透露 坦言 直言 探访 采访 走访 "
    "求证 核实 致电 统计 梳理 翻查 查阅 检索 比对 追踪 推荐 "
    "改编 创作 主演 主持 导演 出演 演奏 指挥 编剧 设计 供稿 供图 "
    "专访 暗访 回访 寻访 直击 揭秘 追问 提问 报道 报导 摄影 整理 一线 现场 文并图 文并摄 图并文 图并摄 饰"
)
ENDS_OF_A_CLAUSE = tuple(WORK_OF_A_REPORTER.split())
IS_A_CLAUSE = pattern(rf".{{2,}}(?:{'|'.join(ENDS_OF_A_CLAUSE)})")
#: 國際中心, 財經頻道, 港聞部: a desk or a house, no person
DESK = pattern(
    r"(?:中心|新闻|频道|编辑部|[组部室台网社报刊馆院局厅委处]|即时|综合|团队|小队|大队|支队|公司|集团|协会|"
    r"大学|学院|学校|中学|小学|政府|办公室|基金会|频道|传媒|媒体|周刊|杂志|电视|广播|电台|卫视|照片|图片|"
    r"联盟|客户端|公众号|志愿者|主办方|受访者|单位|品牌|业者|视频|资料|本报|外电|论坛|机构|出版社|平台|银行|消防|警方|"
    r"公安|交警|特警|工会|妇联|团委|城管|环保|气象|税务|检察|纪检|广电|供电|机关|联社|总队|支行|分行)\Z"
)
LONGEST_DESK = len("办公室")
TWO_OR_THREE = (2, 3)
#: 美, 法国, 清: where or when a writer lived is noted before his name
ORIGIN = (
    r"(?:[美英法德日俄苏加澳奥意西葡荷比瑞挪丹芬波捷匈希土印韩朝越泰马新菲巴智阿墨秘哥古埃以伊南爱冰乌黎晋唐宋元明清]"
    rf"|{HAN}{{2,4}}(?:[国兰亚利本]|时期)|古希腊|古罗马|前苏联|捷克|荷兰|印度|日本|瑞士|瑞典|智利|南非|埃及|希腊|土耳其|以色列|阿根廷|秘鲁|加拿大)"
)
#: 壮族, 女: what lists of people note after a name; [美], （法）: what they note before one
IS_ORIGIN = pattern(rf"[（【][ ]?{ORIGIN}[ ]?[）】]")
LONGEST_FOREIGN_NAME = 8
#: all notes
NOTE = rf"(?:（(?:[男女]|实习|见习|\w{{1,6}}族)）|[（【][ ]?{ORIGIN}[ ]?[）】](?=[ ]?\w))"
#: × stands among the letters and is none
LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
LETTER = f"[{LETTERS}]"
TOKEN = pattern(
    rf"""
    (?P<note>{NOTE})
  | (?P<dotted>{HAN}{{1,10}}(?:[ ]?[·.][ ]?(?:{HAN}{{1,10}}|[A-Z](?=[·.]))){{1,4}}   # 谷辣斯·尤达卡, 约翰·R·怀特
             |(?:[A-Z][·.]){{1,3}}{HAN}{{1,10}}(?:[·.]{HAN}{{1,10}}){{0,2}})          # E·B·怀特
  | (?P<han>{HAN}+)
  | (?P<latin>{LETTER}[{LETTERS}.'’-]*(?:[ ]{LETTER}[{LETTERS}.'’-]*){{0,4}})
  | (?P<mark>[ ]*[、，；/&+][ ]*)
  | (?P<space>[ ]+)
    """,
    re.VERBOSE,
)
HALVES = pattern(r"[ ]?[·.][ ]?")
#: glued to a name these may be what somebody did
FUNCTION_AT_END = frozenset("文图摄绘译辑编作")
ET_AL = pattern(r"(?<=[^ ])等(?:人|\Z)")
#: an abbreviation among Han names is equipment, not a person: SNG
EQUIPMENT = pattern(r"[A-Z]{2,4}\Z")
#: XXX: somebody whose name is withheld
WITHHELD = pattern(r"[Xx]+\Z")
#: Amy Chan, Peter K. Li: what is plainly a name in Latin letters
LATIN_NAME = pattern(rf"[A-ZÀ-Þ][{LETTERS}.'’-]*(?:[ ][A-ZÀ-Þ][{LETTERS}.'’-]*){{1,3}}")


def begins_with_a_surname(folded: str) -> bool:
    """莽九晨 and 司徒志雄 do."""
    return folded[:1] in surnames() or folded[:2] in double_surnames()


def is_plainly_a_name(folded: str) -> bool:
    """Two or three characters after a surname, or four with two surnames; no known word or place.

    >>> [is_plainly_a_name(run) for run in ("王小明", "欧阳小明", "林郑月娥", "连线", "走基层")]
    [True, True, True, False, False]
    """
    length = len(folded)
    if not 2 <= length <= 4 or folded in words_like_names() or NEVER_IN_A_NAME.search(folded):
        return False
    if folded[:2] in double_surnames() and length > 2:
        return True
    if length == 4:  # 林鄭月娥: two surnames of everyday kind
        return (
            folded[0] in common_surnames()
            and folded[1] in common_surnames()
            and folded[:2] not in words_like_names()
        )
    return folded[0] in surnames() and folded not in places()


def is_japanese(folded: str) -> bool:
    """村上春树, 山田次郎, 东野圭吾: a known surname of two characters, and two or three more."""
    return len(folded) in (4, 5) and folded[:2] in japanese_surnames()


def is_of_the_commonest_form(folded: str) -> bool:
    """王小明: three characters after an everyday surname."""
    return len(folded) == 3 and folded[0] in common_surnames() and is_plainly_a_name(folded)


def is_desk(folded: str) -> bool:
    """國際中心 and 港聞部 are desks; 王小明 is none."""
    return len(folded) > 1 and DESK.search(folded, len(folded) - LONGEST_DESK) is not None


def split_glued_names(folded: str) -> tuple[int, ...] | None:
    """The lengths of names that stand without a mark between them, where one way of cutting is best.

    Every piece begins with a surname and has two or three characters (three or four after a surname of
    two). Pieces that need a rare surname count against a cut.

    >>> split_glued_names("曾坤颜世贵")
    (2, 3)
    >>> split_glued_names("王文文明明华") is None
    True
    """
    common, known, double = common_surnames(), surnames(), double_surnames()
    length = len(folded)
    # best[i]: the cost of the best cut of the first i characters, in how many ways, its last piece
    best: list[tuple[int, int, int]] = [(0, 1, 0)]
    for end in range(1, length + 1):
        cost, ways, last = 1_000_000, 0, 0
        for size in (2, 3, 4):
            start = end - size
            if start < 0 or not best[start][1]:
                continue
            if size > 2 and folded[start : start + 2] in double:
                price = 0
            elif size == 4:
                continue
            elif folded[start] in common:
                price = 0
            elif folded[start] in known:
                price = 1
            else:
                continue
            total = best[start][0] + price
            if total < cost:
                cost, ways, last = total, best[start][1], size
            elif total == cost:
                ways += best[start][1]
        best.append((cost, min(ways, 2), last))
    if best[length][1] != 1:
        return None
    sizes: list[int] = []
    while length:
        sizes.append(best[length][2])
        length -= best[length][2]
    return tuple(reversed(sizes))


def split_name_and_place(folded: str) -> int | None:
    """Where the place begins that is glued to a name: 陸希休士頓 at 2, 廖建智嘉縣 at 3.

    The rest must be a name; the longest single place is preferred (陳珊新竹縣 is not 陳珊新 in 竹縣).
    """
    starts = [
        start
        for start in starts_of_final_places(folded)
        if is_plainly_a_name(folded[:start]) and not is_desk(folded[:start])
    ]
    # 方明美國舊金山: four characters are rather a name and a place than a name with two surnames
    short = [start for start in starts if start < 4 or folded[:2] in double_surnames()]
    return next(iter(short or starts), None)


def read_names(  # one branch for each kind of token
    printed: str, folded: str, start: int, end: int, trust: Trust
) -> Names | None:
    """All of ``folded[start:end]`` as names, or ``None`` if anything else stands there."""
    tokens: list[tuple[str, int, int]] = []
    at = start
    while at < end:
        match = TOKEN.match(folded, at, end)
        if match is None or match.lastgroup is None:
            return None
        tokens.append((match.lastgroup, at, match.end()))
        at = match.end()
    people: list[Name] = []
    desks: list[Name] = []
    unresolved = foreign = False
    index = 0
    while index < len(tokens):
        kind, left, right = tokens[index]
        index += 1
        if kind in ("mark", "space", "note"):
            foreign = (foreign and kind == "space") or (
                kind == "note" and IS_ORIGIN.match(folded, left, right) is not None
            )
            continue
        if (
            kind == "latin"
            and index > 1
            and tokens[index - 2][0] == "han"
            and not EQUIPMENT.match(folded, left, right)
        ):
            return None  # 陳Sir
        if kind == "latin" and WITHHELD.match(folded, left, right):
            return None
        if kind == "latin":
            if not (EQUIPMENT.match(folded, left, right) and len(tokens) > 1):
                people.append(Name(" ".join(printed[left:right].split()), left, right))
            continue
        if kind == "dotted" and "." in folded[left:right]:  # 王小明.李大華: two names, a point between
            two = folded[left:right].split(".")
            if len(two) == 2 and all(len(name) == 3 and is_plainly_a_name(name) for name in two):
                people += [
                    Name(printed[left : left + 3], left, left + 3),
                    Name(printed[right - 3 : right], right - 3, right),
                ]
                continue
        if kind == "dotted" and any(is_desk(half) for half in HALVES.split(folded[left:right])):
            desks.append(Name(printed[left:right], left, right))  # 共享联盟·温岭
            continue
        if kind == "dotted":
            people.append(Name(_with_plain_dots(printed[left:right], folded[left:right]), left, right))
            continue
        if et_al := ET_AL.search(folded, left, right):  # 王小明等: an open list
            right = et_al.start()
        run = folded[left:right]
        if (
            foreign and 1 < len(run) <= LONGEST_FOREIGN_NAME and not NEVER_IN_A_NAME.search(run)
        ):  # [日]山田太郎
            people.append(Name(printed[left:right], left, right))
            foreign = False
            continue
        if run == "等" and people:
            continue
        if name := _letter_spaced(printed, folded, tokens, index - 1):
            people.append(name)
            index += 4
            continue
        # padded names: 刘 歌, and 司马 光
        if index + 1 < len(tokens) and tokens[index][0] == "space" and tokens[index + 1][0] == "han":
            _, next_left, next_right = tokens[index + 1]
            if et_al := ET_AL.search(folded, next_left, next_right):  # 顾 磊等
                next_right = et_al.start()
            following = folded[next_left:next_right]
            if _belong_together(run, following):
                people.append(Name(printed[left:right] + printed[next_left:next_right], left, next_right))
                index += 2
                continue
        if len(run) == 1:
            return None
        if is_desk(run) and POINTS_AT_SOMETHING.search(run):  # 致电该公司
            return None
        if is_desk(run) and not (len(run) == 2 and trust and begins_with_a_surname(run)):
            desks.append(Name(printed[left:right], left, right))
            continue
        if (joined := JOINED.fullmatch(run)) and _joins_names(joined):  # 周远与林立
            for group in ("one", "other"):
                first, last = joined.span(group)
                if first < last:
                    people.append(Name(printed[left + first : left + last], left + first, left + last))
            continue
        if (titled := NAME_AND_PROFESSION.fullmatch(run)) and is_plainly_a_name(titled["name"]):
            people.append(Name(printed[left : left + titled.end("name")], left, left + titled.end("name")))
            continue
        pieces = _pieces(run, trust)
        if pieces is None:
            return None
        if not pieces:
            unresolved = True
            continue
        for size in pieces:
            people.append(Name(printed[left : left + size], left, left + size))
            left += size
    return Names(tuple(people), tuple(desks), unresolved)


#: 陈大文医生, 殷启文律师: what somebody is, glued to the name
NAME_AND_PROFESSION = pattern(
    r"(?P<name>.{2,4}?)(?:律师|医师|医生|教授|博士|老师|院士|牧师|会计师|营养师|中医师|心理师|药剂师|工程师|建筑师|法师|先生|女士|小姐)"
)
#: 周远与林立, and 王小明和 before the next office
JOINED = pattern(r"(?P<one>.{2,3})[和与及](?P<other>.{2,3}|)")


def _joins_names(match: re.Match[str]) -> bool:
    """Whether names stand on both sides of 和; 周永和 is a name himself."""
    one, other = match["one"], match["other"]
    if not is_plainly_a_name(one):
        return False
    return is_plainly_a_name(other) if other else len(one) == 3 or match[0][-1] != "和"


def _letter_spaced(printed: str, folded: str, tokens: list[tuple[str, int, int]], index: int) -> Name | None:
    """赵 志 方: a name of three characters set apart, if no fourth follows (刘 歌 王 莉)."""
    five = tokens[index : index + 5]
    if [kind for kind, _, _ in five] != ["han", "space", "han", "space", "han"]:
        return None
    if any(right - left > 1 for kind, left, right in five if kind == "han"):
        return None
    after = tokens[index + 6 : index + 7]
    if tokens[index + 5 : index + 6] and after and after[0][0] == "han" and after[0][2] - after[0][1] == 1:
        return None
    left, right = five[0][1], five[-1][2]
    name = folded[left:right].replace(" ", "")
    if len(name) != 3 or name[2] == "等" or not is_plainly_a_name(name):
        return None
    return Name("".join(printed[left:right].split()), left, right)


def _belong_together(run: str, following: str) -> bool:
    """刘 歌 and 司马 光 are one name each; 王 小明 is one if 小明 can be none."""
    if len(run) == 1 and len(following) == 1:
        return True
    if len(run) == 2 and len(following) == 1:
        return run in double_surnames()
    return len(run) == 1 and len(following) == 2 and run in surnames() and following[0] not in surnames()


def _pieces(run: str, trust: Trust) -> tuple[int, ...] | None:
    """The lengths of the names in a run; empty if there are some but the cut is not clear; None if none."""
    length = len(run)
    if (
        NEVER_IN_A_NAME.search(run)
        or run in headline_words()
        or run in WORK
        or run.endswith(ENDS_OF_A_CLAUSE)
    ):
        return None
    if run[0] == "谈" and not trust:  # 作者谈创作
        return None
    if length > 4 and (IS_A_CLAUSE.match(run) or run[-2:] in headline_words()):  # 王小明专访马云, 王府井蹲点
        return None
    if length == 2 and trust and run[0] in surnames():  # 通讯员 南方: words are names too, where names stand
        return (2,)
    if length == 3 and run[-1] in "行杯" and is_place(run[:2]) and trust < Trust.FULL:  # 米兰行
        return None
    if length == 4 and is_place(run[:2]) and is_place(run[2:]):  # 江苏南京
        return None
    if length == 3 and run[0] == "于" and is_place(run[1:]) and trust < Trust.FULL:  # 于成都
        return None
    if run in words_like_names():
        return (length,) if trust is Trust.FULL and length == 3 else None
    if is_plainly_a_name(run) and not (length == 4 and _is_sounded(run)):
        if length == 4 and run[:2] not in double_surnames():  # 王莉程维 or 林鄭月娥
            cut = split_glued_names(run)
            return (4,) if cut is None or run[2] not in common_surnames() else ()
        return (length,)
    if length in TWO_OR_THREE and run in sounded_parts() and not is_place(run):  # 图雅, 巴特尔
        return (length,)
    if length in TWO_OR_THREE:
        return (length,) if trust and not (is_place(run) and trust < Trust.FULL) else None
    cut = split_glued_names(run)
    if length <= LONGEST_SOUNDED_NAME and _is_sounded(run):
        return (length,)
    everyday = cut is not None and _are_everyday_surnames(run, cut)
    if trust and length <= LONGEST_RUN_OF_SOUNDS and not everyday:
        if is_japanese(run):
            return (length,)
        if MORE_SOUNDS.match(run):
            return None if is_place(run) else (length,)
    if length == 4 and run[-1] in FUNCTION_AT_END:
        return ()  # 王小明文: three characters and what he did, or two and two
    # 格桑卓玛 is one name, though 格 and 卓 are surnames: only everyday surnames cut such a run
    if length <= 8 and SOUNDS.match(run) and not everyday:
        return (length,)
    if cut and length > 6 and any(piece[-1] in ENDS_OF_PLACES for piece in _cut(run, cut)):
        return None  # 青川县白河镇柳林村党总支书记
    if cut and trust < Trust.FULL and (run[: cut[0]] in words_like_names() or GOES_SOMEWHERE.search(run)):
        return None  # 曾经来过, 陈云到苏区
    if cut:
        # where nothing vouches for names, a rare surname is rather a word: 霍雨桐推荐
        usual = trust or everyday or set(cut) == {3}
        return cut if usual else None
    if length == 4:
        return (4,) if trust is Trust.FULL else None
    every_piece_could_start = (
        trust and run[0] in surnames() and length <= 24 and PART_OF_A_CLAUSE.search(run) is None
    )
    return () if every_piece_could_start else None


#: 呼格吉乐图 and the like, by characters of any sound
LONGEST_RUN_OF_SOUNDS = 6
#: 阿依努尔 and the like: more characters are two names
LONGEST_SOUNDED_NAME = 7


def _is_sounded(run: str) -> bool:
    """白音宝力高 and 尕藏才让: made of two or three known parts of such names, and of nothing else."""
    parts = sounded_parts()
    ends = {0}
    for _ in range(3):
        ends = {end + size for end in ends for size in (2, 3, 4) if run[end : end + size] in parts}
        if len(run) in ends:
            return True
    return False


GOES_SOMEWHERE = pattern("(?<=..)[到赴抵]")
#: among glued names none of these stands; 林立对本文亦有贡献 is a clause
PART_OF_A_CLAUSE = pattern(r"[对在将已亦从向是让由使自]")
ENDS_OF_PLACES = frozenset("县镇村乡区市省")


def _cut(run: str, sizes: tuple[int, ...]) -> list[str]:
    """The pieces of these lengths."""
    return [run[sum(sizes[:index]) : sum(sizes[: index + 1])] for index in range(len(sizes))]


def _are_everyday_surnames(run: str, cut: tuple[int, ...]) -> bool:
    """Whether every piece of the cut begins with one."""
    return all(piece[0] in common_surnames() for piece in _cut(run, cut))


def _with_plain_dots(printed: str, folded: str) -> str:
    """谷辣斯．尤達卡 with one kind of dot, padding removed."""
    return "".join(
        "·" if mark in "·." else letter for letter, mark in zip(printed, folded, strict=True) if mark != " "
    )
