"""Telling the scripts apart, folding for matching, converting for people."""

from __future__ import annotations

import importlib.util
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from types import ModuleType

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import banmian
from banmian.cli import main
from banmian.export.margin import read_margin
from banmian.model import Script
from banmian.script import convert, convert_name, convert_pieces, detect, fold
from banmian.script import phrases as converters
from banmian.script.detection import is_simplified_throughout, weigh
from banmian.script.names import people_in
from tests import clock

ROOT = Path(__file__).resolve().parent.parent
SEED = (ROOT / "seeds" / "000_8692836f81e36c42.txt").read_text(encoding="utf-8")
LENGTH_KEEPING = ("s2t", "t2s", "s2tw", "tw2s", "s2hk", "hk2s", "t2tw", "t2hk")
VOCABULARY = ("s2twp", "tw2sp")

DICTIONARIES = Path(opencc.__file__).parent / "dictionary"
with_dictionaries = pytest.mark.skipif(
    not (DICTIONARIES / "STPhrases.txt").is_file(),
    reason="the C++ wheel is installed as opencc; it has no dictionaries to read",
)

#: text with everything that can stand in a page: Chinese of both scripts, marks, white space, anything
page_text = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.sampled_from("发後后里裡干乾范余於于着著，。、：（）「」 \u3000\t\n-．·Ａ１"),
        st.characters(),
    ),
    max_size=60,
)


@cache
def dependency(configuration: str) -> opencc.OpenCC:
    return opencc.OpenCC(configuration)


def whole_pages() -> dict[str, str]:
    """The seed, and the gold pages where they lie beside the project."""
    pages = {"seed": SEED}
    for path in sorted((ROOT.parent / "shared" / "gold").glob("*/page.*")):
        data = path.read_bytes()
        try:
            pages[path.parent.name] = data.decode("utf-8")
        except UnicodeDecodeError:
            pages[path.parent.name] = data.decode("gb18030")
    return pages


PAGES = whole_pages()


def own_pages() -> dict[str, str]:
    """The pages written for these tests, without their margins."""
    found = {}
    for path in sorted((ROOT / "tests" / "pages").glob("*.txt")):
        with open(path, encoding="utf-8", newline="") as file:
            found[f"own {path.stem}"] = read_margin(file.read()).text
    return found


OWN_PAGES = own_pages()


# --- folding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("本報訊（記者王小明）", "本报讯（记者王小明）"),
        ("卽囘眞强靑淸爲衆羣峯", "即回真强青清为众群峰"),
        ("情況裏裡祕衞啟台臺", "情况里里秘卫启台台"),
        ("２０２６年Ａ１版", "2026年A1版"),
        ("記者\u3000王\u00a0明\t摄", "记者 王 明 摄"),
        ("第一行\n第二行\r\n", "第一行\n第二行\r\n"),
        ("(受访者供图)", "（受访者供图）"),
        ("〔記者〕［記者］[记者]", "【记者】【记者】【记者】"),
        ("a,b;c:d!e?", "a，b；c：d！e？"),
        ("編輯﹕文／圖∕文╱圖", "编辑：文/图/文/图"),
        ("谷辣斯．尤達卡•・‧∙﹒･", "谷辣斯·尤达卡······"),
        ("─━―－—", "—————"),
        ("「報」『報』﹁報﹂〝報〞", "“报”‘报’“报”“报”"),
        ("︵記者︶︻訊︼︽書︾", "（记者）【讯】《书》"),
        ("⾼鐵 民⼒ 局⾧ ⻄⻅", "高铁 民力 局长 西见"),
        ("\uf9dc\uf900", "隆岂"),
        ("……①㎡℃", "……①㎡℃"),
    ],
)
def test_every_form_in_print_folds_to_the_one_that_rules_are_written_in(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@given(page_text)
def test_folding_keeps_the_length_and_folding_twice_is_folding_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_folding_every_character_of_unicode_keeps_the_length() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(everything)) == len(everything)
    assert fold(fold(everything)) == fold(everything)


def test_line_breaks_never_fold() -> None:
    breaks = "\n\r\x0b\x0c\x1c\x85\u2028\u2029"
    assert fold(breaks) == breaks


def test_importing_and_folding_load_neither_opencc_nor_chardet() -> None:
    program = (
        "import sys; from banmian.script import fold, detect; fold('報'); detect('報');"
        "print([m for m in sys.modules if m.startswith(('opencc', 'chardet'))])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert printed.strip() == "[]"


# --- detecting ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("株洲日报讯 12月25日，首批动力电池下线。", Script.SIMPLIFIED),
        ("【本報訊】教育局昨日公布最新安排。", Script.TRADITIONAL),
        ("【本報訊】教育局昨日公布。本报讯 记者从会上了解到", Script.MIXED),
        ("", Script.MIXED),
        ("2026 A1", Script.MIXED),
        ("中山大学", Script.SIMPLIFIED),
    ],
)
def test_the_script_is_told_by_characters_that_only_one_script_prints(text: str, script: Script) -> None:
    assert detect(text) is script


def test_a_short_headline_takes_the_script_of_its_page() -> None:
    assert detect("中山大学", Script.TRADITIONAL) is Script.TRADITIONAL
    assert detect("三月三日", Script.SIMPLIFIED) is Script.SIMPLIFIED


def test_a_long_text_is_judged_by_itself_whatever_its_page_is() -> None:
    text = "记者昨日从市发展改革委获悉，全市电力供应总体平稳。"
    assert detect(text, Script.TRADITIONAL) is Script.SIMPLIFIED


def test_characters_that_hong_kong_prints_like_the_mainland_do_not_decide() -> None:
    assert weigh("况冲迹峰群床秘恒晒灶羡强启着台里") == (0, 0)


def test_a_line_in_japanese_does_not_decide() -> None:
    text = "これは東京で発行される新聞の記事です。国会は会期を延長した。\n記者昨日獲悉，該計劃將於下月實施。"
    assert detect(text) is Script.TRADITIONAL


def test_a_quoted_line_does_not_make_a_page_mixed() -> None:
    assert detect(SEED + "\n「萬眾一心」") is Script.SIMPLIFIED


@pytest.mark.parametrize("head", ["x\n" * 4_000, "<p>x</p>\n" * 40_000, "a" * 300_000])
def test_a_long_head_in_latin_letters_hides_no_script(head: str) -> None:
    assert detect(f"{head}\n本报讯 记者发现，今天没有人说话。") is Script.SIMPLIFIED
    assert detect(f"{head}\n【本報訊】記者發現，今天沒有人說話。") is Script.TRADITIONAL


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("馮德倫说，头发长了。", Script.SIMPLIFIED),
        ("作家錢鍾書写过《围城》。", Script.SIMPLIFIED),
        ("香港演员張國榮、梅艷芳的歌迷昨日在市体育馆聚会。", Script.SIMPLIFIED),
        ("陈水扁、马英九在臺北會面。", Script.TRADITIONAL),
        ("記者採訪了刘国强、陈云，他們說話很響亮。", Script.TRADITIONAL),
        ("他们念道：「里長宣布，請吃飯，後豐大橋。」", Script.SIMPLIFIED),
        ("本报讯 湖南日報社昨日召开会议。", Script.SIMPLIFIED),
        ("《南洋商報》昨日刊发社论。", Script.SIMPLIFIED),
        ("> 里長宣布請吃飯\n他说这是一封旧信。", Script.SIMPLIFIED),
        ("教育局昨日公布安排，記者獲悉，这个计划将于下月实施，市民可以报名参加。", Script.MIXED),
    ],
)
def test_nameplates_names_and_quotations_do_not_decide(text: str, script: Script) -> None:
    assert detect(text) is script
    assert banmian.parse(text).script is script


@pytest.mark.parametrize("name", PAGES)
def test_every_gold_page_is_in_one_script(name: str) -> None:
    assert detect(PAGES[name]) is not Script.MIXED


@given(page_text)
def test_any_text_has_a_script(text: str) -> None:
    assert detect(text) in Script


# --- converting like the dependency ---------------------------------------------------------------


@pytest.mark.parametrize("configuration", [*LENGTH_KEEPING, *VOCABULARY])
@pytest.mark.parametrize("name", PAGES)
def test_whole_pages_convert_as_the_dependency_converts_them(name: str, configuration: str) -> None:
    page = PAGES[name]
    converted = converters.converter_for(configuration).convert(page)
    assert converted == dependency(configuration).convert(page)
    if configuration in LENGTH_KEEPING:
        assert len(converted) == len(page)


def phrases_of(configuration: str) -> list[str]:
    if not DICTIONARIES.is_dir():
        return ["头发", "乾坤"]
    chain = dependency(configuration)._dict_chain_data
    return sorted({key for group in chain for _, _, words in group for key in words})


@st.composite
def overlapping_phrases(draw: st.DrawFn) -> tuple[str, str]:
    """Beginnings of dictionary phrases, each starting where the last one was broken off."""
    configuration = draw(st.sampled_from((*LENGTH_KEEPING, *VOCABULARY)))
    phrases = PHRASES[configuration]
    pieces = st.tuples(
        st.integers(0, len(phrases) - 1),
        st.integers(1, 4),
        st.sampled_from(["", "", "，", "发", "乾", "里", "．"]),
    )
    drawn = draw(st.lists(pieces, min_size=1, max_size=6))
    return configuration, "".join(phrases[number][:length] + between for number, length, between in drawn)


PHRASES = {configuration: phrases_of(configuration) for configuration in (*LENGTH_KEEPING, *VOCABULARY)}


@given(overlapping_phrases())
@settings(max_examples=300, deadline=None)
def test_overlapping_phrases_convert_as_the_dependency_converts_them(case: tuple[str, str]) -> None:
    configuration, text = case
    assert converters.converter_for(configuration).convert(text) == dependency(configuration).convert(text)


@pytest.mark.parametrize("text", ["", "发", "头发", "发，头", "干", "\n", "乔治．布希", "里" * 3000])
def test_edges_convert_as_the_dependency_converts_them(text: str) -> None:
    for configuration in LENGTH_KEEPING:
        assert converters.converter_for(configuration).convert(text) == dependency(configuration).convert(
            text
        )


@with_dictionaries
def test_an_index_worked_out_anew_is_the_one_that_was_prepared() -> None:
    paths = (DICTIONARIES / "STPhrases.txt", DICTIONARIES / "STCharacters.txt")
    assert converters._prepared_index(paths) == converters.index_of(paths)


@with_dictionaries
def test_the_tables_are_those_that_the_dictionaries_give() -> None:
    spec = importlib.util.spec_from_file_location(
        "make_script_tables", ROOT / "tools" / "make_script_tables.py"
    )
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert all(fold(source) == target for source, target in maker.folding_table().items())


@with_dictionaries
def test_conversion_is_many_times_as_fast_as_the_dependency() -> None:
    """Ten times and more on a machine that does nothing else; it fails only when most of the lead is gone."""
    assert clock.within(
        0.25,
        lambda: clock.seconds(lambda: convert(SEED, "traditional")),
        lambda: clock.seconds(lambda: dependency("s2t").convert(SEED)),
    )


@with_dictionaries
def test_the_first_conversion_is_no_slower_than_the_first_of_the_dependency() -> None:
    before = "import sys, time; text = open(sys.argv[1], encoding='utf-8').read(); "
    ours = "import banmian.script as s; t = time.process_time(); s.convert(text, 'traditional'); "
    theirs = "t = time.process_time(); import opencc; opencc.OpenCC('s2t').convert(text); "
    path = str(ROOT / "seeds" / "000_8692836f81e36c42.txt")

    def takes(program: str) -> float:
        command = [sys.executable, "-c", f"{before}{program}print(time.process_time() - t)", path]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    assert clock.within(1, lambda: takes(ours), lambda: takes(theirs))


# --- the script that a text is in -----------------------------------------------------------------


def test_traditional_text_is_never_converted_as_if_it_were_simplified() -> None:
    for text in ("里長宣布", "他不干擾選舉", "台北的宣布與飯局", "后豐大橋", "他宣布請吃飯，余先生說好。"):
        assert convert(text, "traditional") == text


def test_simplified_text_stays_when_simplified_is_asked_for() -> None:
    assert convert(SEED, "simplified") == SEED


def test_a_text_in_both_scripts_is_converted_line_by_line() -> None:
    mixed = "里長宣布選舉結果\n理发店老板说头发长了\n2026"
    assert convert(mixed, "traditional") == "里長宣布選舉結果\n理髮店老闆說頭髮長了\n2026"
    assert convert(mixed, "simplified") == "里长宣布选举结果\n理发店老板说头发长了\n2026"


@pytest.mark.parametrize(
    ("text", "target", "converted"),
    [
        ("群众发展为了里程", "traditional", "羣衆發展爲了里程"),
        ("群众发展为了里程", "taiwan", "群眾發展為了里程"),
        ("群众发展为了里程", "hongkong", "羣眾發展為了里程"),
        ("衞生署說他接着工作", "taiwan", "衞生署說他接著工作"),
        ("衛生署的溫度", "hongkong", "衞生署的温度"),
    ],
)
def test_targets_have_their_own_forms(text: str, target: str, converted: str) -> None:
    assert convert(text, target) == converted


def test_a_known_source_chooses_its_dictionaries() -> None:
    assert convert("衞生署", "simplified", source="hongkong") == dependency("hk2s").convert("衞生署")
    assert (
        convert("接著說", "simplified", source="taiwan") == dependency("tw2s").convert("接著說") == "接着说"
    )


@pytest.mark.parametrize("name", [*PAGES, *OWN_PAGES])
def test_a_declared_source_converts_as_the_dependency_does_but_for_people(name: str) -> None:
    page = PAGES[name] if name in PAGES else OWN_PAGES[name]
    people = {at for start, end in people_in(page) for at in range(start, end)}
    for source, target, configuration in (
        ("simplified", "traditional", "s2t"),
        ("simplified", "taiwan", "s2tw"),
        ("simplified", "hongkong", "s2hk"),
        ("traditional", "simplified", "t2s"),
        ("taiwan", "simplified", "tw2s"),
        ("hongkong", "simplified", "hk2s"),
    ):
        converted = convert(page, target, source=source)
        expected = dependency(configuration).convert(page)
        others = [
            at for at, (ours, theirs) in enumerate(zip(converted, expected, strict=True)) if ours != theirs
        ]
        assert people.issuperset(others), [page[max(at - 4, 0) : at + 5] for at in others]
        assert len(others) <= 3  # whoever is shown to be a person stands on a page a few times


def test_script_members_are_targets() -> None:
    assert convert("记者", Script.TRADITIONAL) == "記者"


def test_words_change_only_on_request() -> None:
    assert convert("信息技术", "taiwan") == "信息技術"
    assert convert("信息技术", "taiwan", vocabulary=True) == "資訊科技"
    assert convert("于洋谈信息", "taiwan", vocabulary=True, names=["于洋"]) == "于洋談資訊"
    with pytest.raises(ValueError, match="no vocabulary"):
        convert("信息", "hongkong", vocabulary=True)


def test_an_unknown_target_is_an_error_that_names_the_targets() -> None:
    with pytest.raises(ValueError, match="simplified, traditional, taiwan, hongkong"):
        convert("记者", "klingon")


@given(page_text, st.sampled_from(("simplified", "traditional", "taiwan", "hongkong")))
@settings(max_examples=300, deadline=None)
def test_converting_keeps_the_length_and_converting_twice_is_converting_once(text: str, target: str) -> None:
    once = convert(text, target)
    assert len(once) == len(text)
    # 干臺 becomes 干台 in Hong Kong, and nothing tells any more which script that is
    assert convert(once, target) == once or not any(weigh(once))


@pytest.mark.parametrize("target", ["simplified", "traditional", "taiwan", "hongkong"])
@pytest.mark.parametrize("name", PAGES)
def test_converting_a_page_twice_is_converting_it_once(name: str, target: str) -> None:
    once = convert(PAGES[name], target)
    assert convert(once, target) == once


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "traditional"),
    [
        ("余承东", "余承東"),
        ("余国栋", "余國棟"),
        ("余秋雨", "余秋雨"),
        ("余华", "余華"),
        ("余英时", "余英時"),
        ("余光中", "余光中"),
        ("涂光晋", "涂光晉"),
        ("于洋", "于洋"),
        ("于淼", "于淼"),
        ("于右任", "于右任"),
        ("范军", "范軍"),
        ("范长江", "范長江"),
        ("李岩", "李岩"),
        ("刘岩", "劉岩"),
        ("岳秀", "岳秀"),
        ("朴志", "朴志"),
        ("种丹妮", "种丹妮"),
        ("王干", "王干"),
        ("游本昌", "游本昌"),
        ("郁钧剑", "郁鈞劍"),
        ("干宝", "干寶"),
        ("王丑", "王丑"),
        ("张征", "張征"),
        ("吴征", "吳征"),
        ("陈采", "陳采"),
        ("陈升", "陳升"),
        ("党文婷", "党文婷"),
        ("李松仁", "李松仁"),
        ("刘松", "劉松"),
        ("沈从文", "沈從文"),
        ("钟南山", "鍾南山"),
        ("叶圣陶", "葉聖陶"),
        ("姜文", "姜文"),
        ("谷爱凌", "谷愛凌"),
        ("马云", "馬雲"),
        ("万里", "萬里"),
        ("区志明", "區志明"),
        ("肖战", "肖戰"),
        ("付聪", "付聰"),
        ("闫妮", "閆妮"),
        ("兰妮", "蘭妮"),
        ("代斌", "代斌"),
        ("宁浩", "寧浩"),
        ("冬冬", "冬冬"),
        ("仇和", "仇和"),
        ("万俟雄", "万俟雄"),
        ("于  洋", "于  洋"),
        ("范　军", "范　軍"),
    ],
)
def test_names_keep_their_surnames_in_traditional(name: str, traditional: str) -> None:
    assert convert_name(name, "traditional") == traditional
    assert convert(f"记者{name}报道", "traditional", names=[name]) == f"記者{traditional}報道"


@pytest.mark.parametrize(
    ("name", "simplified"),
    [
        ("徐乾學", "徐乾学"),
        ("王汎森", "王汎森"),
        ("錢鍾書", "钱锺书"),
        ("陳昇", "陈昇"),
        ("葉聖陶", "叶圣陶"),
    ],
)
def test_names_keep_the_forms_that_simplified_print_gives_them(name: str, simplified: str) -> None:
    assert convert_name(name, "simplified") == simplified
    assert convert(f"記者{name}報導", "simplified", names=[name]) == f"记者{simplified}报导"


def test_a_name_is_found_padded_and_in_the_other_script() -> None:
    assert convert("记者于　洋、于 洋说，多余", "traditional", names=["于洋"]) == "記者于　洋、于 洋說，多餘"
    assert convert("记者余国栋说", "traditional", names=["余國棟"]) == "記者余國棟說"


@pytest.mark.parametrize("gap", ["\n", "\r\n"])
def test_a_name_broken_at_the_end_of_a_line_is_found(gap: str) -> None:
    text = f"作家余{gap}华与范长{gap}江，剩{gap}余华丽"
    assert (
        convert(text, "traditional", names=["余华", "范长江"]) == f"作家余{gap}華與范長{gap}江，剩{gap}餘華麗"
    )


def test_outside_the_names_nothing_changes() -> None:
    names = ["廖喜康", "胡乐", "罗嵘"]
    expected = dependency("s2t").convert(SEED)
    converted = convert(SEED, "traditional", names=names)
    assert len(converted) == len(expected)
    kept = [at for at, (ours, theirs) in enumerate(zip(converted, expected, strict=True)) if ours != theirs]
    assert all(any(SEED[max(0, at - 3) : at + 4].count(name) for name in names) for at in kept)


def test_names_in_traditional_print_stay_as_printed_in_hong_kong_and_taiwan() -> None:
    assert convert("記者陳衛的溫度", "hongkong", names=["陳衛"]) == "記者陳衛的温度"


def test_pieces_of_a_page_convert_together_with_the_names_that_are_known_in_them() -> None:
    pieces = ("记者于洋", "于是多余", "", "范军\n说")
    converted = convert_pieces(pieces, "traditional", names=["于洋", "范军"])
    assert converted == ("記者于洋", "於是多餘", "", "范軍\n說")
    assert convert_pieces((), "traditional") == ()


# --- whichever opencc is installed ----------------------------------------------------------------


class Shouting:
    """A converter of somebody's own."""

    def convert(self, text: str) -> str:
        return text.replace("记", "記!"[:1])


class Stretching:
    def convert(self, text: str) -> str:
        return text + "!"


def test_any_object_that_converts_can_be_passed_in() -> None:
    assert convert("记者", "traditional", converter=Shouting()) == "記者"


def test_a_converter_that_changes_the_length_is_an_error_that_says_so() -> None:
    with pytest.raises(ValueError, match="made 3 characters of 2"):
        convert("记者", "traditional", converter=Stretching())


def test_another_package_named_opencc_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = ModuleType("opencc")
    called = []

    class OpenCC:
        def __init__(self, configuration: str) -> None:
            called.append(configuration)

        def convert(self, text: str) -> str:
            return text.replace("记", "記")

    wheel.OpenCC = OpenCC  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opencc", wheel)
    assert convert("记者", "hongkong") == "記者"
    assert called == ["s2hk"]


def test_a_broken_opencc_gives_one_sentence_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", ModuleType("opencc"))
    with pytest.raises(ImportError, match=r"is broken.*pip install --force-reinstall"):
        convert("记者", "traditional")


def _without_data(configuration: str) -> object:
    raise FileNotFoundError(2, "No such file or directory", f"{configuration}.json")


class _ReturnsNumbers:
    def __init__(self, configuration: str) -> None: ...

    def convert(self, text: str) -> int:
        return len(text)


class _ConvertsNothing(_ReturnsNumbers):
    def convert(self, text: str) -> str:  # type: ignore[override]
        return text


@pytest.mark.parametrize("half", [_without_data, object, _ReturnsNumbers, _ConvertsNothing])
def test_half_of_an_opencc_is_a_broken_one(
    half: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Its data are gone, or another package of that name was installed over it: the command says it in one line."""
    module = ModuleType("opencc")
    module.OpenCC = half  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opencc", module)
    with pytest.raises(ImportError, match=r"is broken.*pip install --force-reinstall"):
        convert("记者", "traditional")
    page = tmp_path / "page.txt"
    page.write_text("# 书店搬家\n\n本报讯 街上的书店明天搬到河边。\n", encoding="utf-8")
    assert main(["--to", "traditional", str(page)]) == 2
    output = capsys.readouterr()
    assert not output.out
    assert output.err.startswith("banmian: conversion needs the package opencc, which is broken")
    assert output.err.count("\n") == 1


def test_characters_that_no_text_should_hold_stay_where_they_are() -> None:
    odd = "记者\0报道\ud800记者\udfff"
    assert convert(odd, "traditional") == "記者\0報道\ud800記者\udfff"
    assert convert("\0", "taiwan") == "\0"


def test_threads_share_one_converter() -> None:
    expected = convert(SEED, "traditional")
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: convert(SEED, "traditional"), range(16))) == {expected}
    assert converters.converter_for("s2t") is converters.converter_for("s2t")


def test_nothing_of_the_converter_travels_in_pickles() -> None:
    convert("记者", "traditional")
    assert len(pickle.dumps(convert)) < 200


@given(st.text("医院开门了。報紙門体ABC 12，髙𠮷のは", max_size=60))
def test_a_text_that_is_simplified_throughout_has_no_other_part(text: str) -> None:
    """No part of a page without a Traditional character is anything but Simplified."""
    if is_simplified_throughout(text) and detect(text) is Script.SIMPLIFIED:
        for start in range(0, len(text), 7):
            assert detect(text[start:], Script.SIMPLIFIED) is Script.SIMPLIFIED


def test_one_traditional_character_is_enough() -> None:
    """In a name as well; and the rarest characters are not looked for one by one."""
    assert is_simplified_throughout("市医院昨日开门，记者到场。" * 40)
    assert not is_simplified_throughout("市医院昨日开门，记者到场。" * 40 + "門")
    assert not is_simplified_throughout("𠮷")
