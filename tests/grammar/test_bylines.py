"""Credits: who is found in them, as what, for whom and from where."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from banmian import convert
from banmian.grammar.byline import find_bylines
from banmian.grammar.credit_lines import read_credit_line
from banmian.grammar.paragraph_credits import read_paragraph_credits
from banmian.grammar.picture_credits import read_photo_credit
from banmian.grammar.roles import LABELS, OFFICES, RANKS, SUFFIXES
from banmian.model import Byline, BylineRole
from banmian.script import fold

CASES = Path(__file__).with_name("bylines.tsv")


def rows() -> list[tuple[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [
            (row["text"], row["names"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def credit_line(text: str) -> tuple[Byline, ...] | None:
    return read_credit_line(text, fold(text))


@pytest.mark.parametrize(("text", "names"), rows())
def test_names_of_a_credit(text: str, names: str) -> None:
    """Every row of bylines.tsv: the people that a printed string credits, and nobody else."""
    text = text.replace("\\n", "\n")
    found = {name for byline in find_bylines(text) for name in byline.names}
    assert found == {name for name in names.split(";") if name}


def fields(byline: Byline) -> tuple[str, str, str | None, str | None, str | None]:
    return (str(byline.role), " ".join(byline.names), byline.title, byline.affiliation, byline.place)


FIELDS = [
    # domain 1.2: roles
    ("本报记者 何远", [("reporter", "何远", "记者", "本报", None)]),
    ("株洲日报社首席记者 何远", [("reporter", "何远", "首席记者", "株洲日报社", None)]),
    ("本报资深记者 何远", [("reporter", "何远", "资深记者", "本报", None)]),
    ("特派記者何家遠／東京報導", [("reporter", "何家遠", "特派記者", None, "東京")]),
    ("〔駐美特派員何家遠／華府二十日報導〕", [("reporter", "何家遠", "駐美特派員", None, "華府")]),
    ("本报驻韩国记者 何远", [("reporter", "何远", "驻韩国记者", "本报", "韩国")]),
    ("本报特约记者 何远", [("reporter", "何远", "特约记者", "本报", None)]),
    ("见习记者 何远", [("reporter", "何远", "见习记者", None, None)]),
    ("实习生 何远", [("intern", "何远", "实习生", None, None)]),
    ("通讯员/何远", [("correspondent", "何远", "通讯员", None, None)]),
    ("新华社记者 何远摄", [("photographer", "何远", "记者", "新华社", None)]),
    ("摄影：何远", [("photographer", "何远", None, None, None)]),
    ("文/图 何远", [("author", "何远", None, None, None), ("photographer", "何远", None, None, None)]),
    ("文字/何远", [("author", "何远", None, None, None)]),
    ("（撰文/何远）", [("author", "何远", None, None, None)]),
    ("（本文撰稿/何远）", [("author", "何远", None, None, None)]),
    ("文字整理/何远", [("compiler", "何远", None, None, None)]),
    ("（何远 辑）", [("compiler", "何远", None, None, None)]),
    ("〔編譯何家遠／綜合報導〕", [("compiler", "何家遠", "編譯", None, None)]),
    ("（編譯：何家遠）", [("compiler", "何家遠", "編譯", None, None)]),
    (
        "（譯者：何家遠/核稿：方明）",
        [("translator", "何家遠", "譯者", None, None), ("editor", "方明", "核稿", None, None)],
    ),
    ("（編輯：何家遠）", [("editor", "何家遠", "編輯", None, None)]),
    (
        "讲述人：青川县白河镇柳林村党支部书记 何远",
        [("narrator", "何远", "青川县白河镇柳林村党支部书记", None, None)],
    ),
    ("执笔：何远", [("author", "何远", "执笔", None, None)]),
    ("■ 本报评论员", [("commentator", "", "评论员", "本报", None)]),
    ("本报特约评论员 何远", [("commentator", "何远", "特约评论员", "本报", None)]),
    ("特约撰稿人 何远", [("author", "何远", "特约撰稿人", None, None)]),
    ("制图/何远", [("illustrator", "何远", None, None, None)]),
    ("漫画：何远", [("illustrator", "何远", None, None, None)]),
    ("摄影记者 何远", [("photographer", "何远", "摄影记者", None, None)]),
    ("本报摄影记者 何远", [("photographer", "何远", "摄影记者", "本报", None)]),
    (
        "记者 方明 摄影记者 何远",
        [("reporter", "方明", "记者", None, None), ("photographer", "何远", "摄影记者", None, None)],
    ),
    (
        "本报记者 方明 摄影记者 何远",
        [("reporter", "方明", "记者", "本报", None), ("photographer", "何远", "摄影记者", "本报", None)],
    ),
    (
        "本报摄影记者 何远 文/图",
        [
            ("author", "何远", "摄影记者", "本报", None),
            ("photographer", "何远", "摄影记者", "本报", None),
        ],
    ),
    # what somebody did goes before what he is, wherever it stands
    ("文/本报记者 何远", [("author", "何远", "记者", "本报", None)]),
    (
        "本报记者 何远/文 方明/图",
        [("author", "何远", "记者", "本报", None), ("photographer", "方明", None, None, None)],
    ),
    (
        "本报记者 何远 文/图",
        [("author", "何远", "记者", "本报", None), ("photographer", "何远", "记者", "本报", None)],
    ),
    (
        "大江報記者 何家遠（文、圖）",
        [("author", "何家遠", "記者", "大江報", None), ("photographer", "何家遠", "記者", "大江報", None)],
    ),
    (
        "采写：何远 实习生 方明",
        [("reporter", "何远", None, None, None), ("intern", "方明", "实习生", None, None)],
    ),
    ("（参与采写：何远、方明）", [("reporter", "何远 方明", None, None, None)]),
    ("讲述 何远", [("narrator", "何远", "讲述", None, None)]),
    ("综编 何远", [("compiler", "何远", "综编", None, None)]),
    ("（何远志摄/光明图片）", [("photographer", "何远志", None, None, None)]),
    ("（資料照，記者何家遠攝）", [("photographer", "何家遠", "記者", None, None)]),
    ("（記者何家遠翻攝）", [("photographer", "何家遠", "記者", None, None)]),
    (
        "文：何家遠 圖：李慧珍、受訪者提供",
        [("author", "何家遠", None, None, None), ("photographer", "李慧珍", None, None, None)],
    ),
    ("（作者：何远，系某大学教授）", [("author", "何远", "某大学教授", None, None)]),
    ("（作者何远为某大学教授）", [("author", "何远", "某大学教授", None, None)]),
    ("By Ho Chia-yuan / Staff reporter", [("reporter", "Ho Chia-yuan", "Staff reporter", None, None)]),
    (
        "By Ho Chia-yuan and Fang Ming / Contributing writers",
        [("author", "Ho Chia-yuan Fang Ming", "Contributing writers", None, None)],
    ),
    (
        "记者 方明 摄影 何远",
        [("reporter", "方明", "记者", None, None), ("photographer", "何远", None, None, None)],
    ),
    (
        "见习记者 方明 摄影 何远",
        [("reporter", "方明", "见习记者", None, None), ("photographer", "何远", None, None, None)],
    ),
    (
        "通讯员 方明 摄影 何远",
        [("correspondent", "方明", "通讯员", None, None), ("photographer", "何远", None, None, None)],
    ),
    ("本报记者 方明 摄影", [("photographer", "方明", "记者", "本报", None)]),
    # domain 1.7: scope
    (
        "记者何远 方明 通讯员柳青 李强 实习生王小明",
        [
            ("reporter", "何远 方明", "记者", None, None),
            ("correspondent", "柳青 李强", "通讯员", None, None),
            ("intern", "王小明", "实习生", None, None),
        ],
    ),
    ("（何远、方明 摄）", [("photographer", "何远 方明", None, None, None)]),
    ("（株洲日报记者 何远 整理）", [("compiler", "何远", "记者", "株洲日报", None)]),
    (
        "本报记者 何远 见习记者 方明 通讯员 柳青",
        [
            ("reporter", "何远", "记者", "本报", None),
            ("reporter", "方明", "见习记者", "本报", None),
            ("correspondent", "柳青", "通讯员", None, None),
        ],
    ),
    (
        "（图/何远 文/方明）",
        [("photographer", "何远", None, None, None), ("author", "方明", None, None, None)],
    ),
    ("文/江岸日报记者 何远 图/滨海港务局", [("author", "何远", "记者", "江岸日报", None)]),
    # houses and places
    ("記者何家遠／台北報導", [("reporter", "何家遠", "記者", None, "台北")]),
    ("記者何家遠嘉縣報導", [("reporter", "何家遠", "記者", None, "嘉縣")]),
    ("【民眾日報記者何家遠台中報導】", [("reporter", "何家遠", "記者", "民眾日報", "台中")]),
    ("中國時報【何家遠╱宜蘭報導】", [("reporter", "何家遠", None, "中國時報", "宜蘭")]),
    ("本报记者 何远 北京报道", [("reporter", "何远", "记者", "本报", "北京")]),
    ("本报记者 何远 发自武汉", [("reporter", "何远", "记者", "本报", "武汉")]),
    ("《中国教育报》记者 何远", [("reporter", "何远", "记者", "《中国教育报》", None)]),
    ("社會中心／綜合報導", [("reporter", "", None, "社會中心", None)]),
    ("【台北／綜合報導】", [("reporter", "", None, None, "台北")]),
    # places before pictures, houses before places, what covers all
    ("記者何家遠台北攝", [("photographer", "何家遠", "記者", None, "台北")]),
    ("联合早报北京特派员 何远", [("reporter", "何远", "特派员", "联合早报", "北京")]),
    ("本报驻美国、加拿大记者 何远", [("reporter", "何远", "驻美国、加拿大记者", "本报", "美国、加拿大")]),
    ("本报赴四川特派记者 何远", [("reporter", "何远", "赴四川特派记者", "本报", "四川")]),
    ("本报驻外记者 何远", [("reporter", "何远", "驻外记者", "本报", None)]),
    ("本报讯 记者何远", [("reporter", "何远", "记者", "本报", None)]),
    ("Jane Doe 報道", [("reporter", "Jane Doe", None, None, None)]),
    ("21世纪经济报道记者 何远 北京报道", [("reporter", "何远", "记者", "21世纪经济报道", "北京")]),
    ("本组稿件由本报记者何远采写", [("reporter", "何远", "记者", "本报", None)]),
    ("（本報記者何家遠花蓮訊）", [("reporter", "何家遠", "記者", "本報", "花蓮")]),
    ("（中央社記者何家遠台北、高雄14日電）", [("reporter", "何家遠", "記者", "中央社", "台北、高雄")]),
    ("（中央社記者何家遠紐約/華盛頓14日專電）", [("reporter", "何家遠", "記者", "中央社", "紐約/華盛頓")]),
    (
        "（中央社記者何家遠、方明東京、大阪14日電）",
        [("reporter", "何家遠 方明", "記者", "中央社", "東京、大阪")],
    ),
    (
        "本报北京11月17日讯新华社记者何远、中央人民广播电台记者方明、本报记者柳青报道：",
        [
            ("reporter", "何远", "记者", "新华社", None),
            ("reporter", "方明", "记者", "中央人民广播电台", None),
            ("reporter", "柳青", "记者", "本报", None),
        ],
    ),
    (
        "记者何远、實習記者方明／台北報導",
        [("reporter", "何远", "记者", None, "台北"), ("reporter", "方明", "實習記者", None, "台北")],
    ),
    ("本报记者 何远 摄影报道", [("photographer", "何远", "记者", "本报", None)]),
    ("本报记者 何远 摄", [("photographer", "何远", "记者", "本报", None)]),
    (
        "採訪、撰文：何家遠",
        [("reporter", "何家遠", None, None, None), ("author", "何家遠", None, None, None)],
    ),
    ("□某某证券首席分析师 何家远", [("author", "何家远", "某某证券首席分析师", None, None)]),
    ("（江苏南京 何家远）", [("author", "何家远", None, None, "江苏南京")]),
    ("（作者何家遠／台北市，教師）", [("author", "何家遠", "台北市，教師", None, None)]),
    ("讲述人：何远 67岁 退休教师", [("narrator", "何远", "67岁 退休教师", None, None)]),
    ("讲述者：何远（67岁，退休教师）", [("narrator", "何远", "67岁，退休教师", None, None)]),
    ("本报特派记者 何远 7月9日摄于里约", [("photographer", "何远", "特派记者", "本报", "里约")]),
    ("第一财经记者 何远", [("reporter", "何远", "记者", "第一财经", None)]),
    ("大河报·豫视频记者 何远", [("reporter", "何远", "视频记者", "大河报·豫", None)]),
    # a place that no list knows: names of three characters are the rule (domain 1.10)
    ("（中央社記者何家遠某某14日電）", [("reporter", "何家遠", "記者", "中央社", "某某")]),
    ("（中央社記者何遠某某14日電）", [("reporter", "何遠", "記者", "中央社", "某某")]),
    ("（中央社記者何家遠台北車站14日電）", [("reporter", "何家遠", "記者", "中央社", "台北車站")]),
    ("記者何家遠／淡水特稿", [("reporter", "何家遠", "記者", None, "淡水")]),
    ("何家遠 北京特派員", [("reporter", "何家遠", "特派員", None, "北京")]),
    ("何远（本报特约记者）", [("reporter", "何远", "特约记者", "本报", None)]),
    ("■何家遠（台中市，國小教師）", [("author", "何家遠", "台中市，國小教師", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_fields_of_a_credit(
    text: str, expected: list[tuple[str, str, str | None, str | None, str | None]]
) -> None:
    """Role, names, printed office, house and place of every credit on a line."""
    found = credit_line(text)
    assert found is not None
    assert [fields(byline) for byline in found] == expected


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("新华社北京7月14日电（记者何远）近日，会议召开。", "新华社"),
        ("本报讯（海南日报全媒体记者何远）近日，会议召开。", "海南日报"),
        ("（中央社記者何家遠台北14日電）會議召開。", "中央社"),
    ],
)
def test_the_datelines_agency_is_the_reporters(text: str, affiliation: str) -> None:
    """A reporter in the bracket of a dateline works for its agency, unless another house is printed."""
    (byline,) = read_paragraph_credits(text, fold(text))
    assert byline.affiliation == affiliation
    assert byline.role is BylineRole.REPORTER


@pytest.mark.parametrize(
    "text",
    [
        "记者王明 柳 青 通讯员 李小红",
        "　■ 本报记者　王　明　",
        "〔記者王小明／台北報導〕縣府公布。",
        "圖為橋。　本報記者　李　滿攝",
    ],
)
def test_credits_are_quoted_as_printed(text: str) -> None:
    """The span of a credit holds its text, and the text holds its names, padding aside."""
    for byline in find_bylines("第一行\n" + text):
        start, end = byline.span
        assert ("第一行\n" + text)[start:end] == byline.text
        assert all(name in "".join(byline.text.split()) for name in byline.names)


PICTURES = [
    # domain 6.1
    ("图为工作人员正在电脑前操作。 　　本报记者 何远摄", "本报记者 何远摄", "何远"),
    ("平壤黎明大街高楼林立。　　本报记者 何 满摄", "本报记者 何 满摄", "何满"),
    ("新华社记者 何远摄", "新华社记者 何远摄", "何远"),
    ("海南日报全媒体记者 何远 摄", "海南日报全媒体记者 何远 摄", "何远"),
    ("通讯员 何远 摄", "通讯员 何远 摄", "何远"),
    ("激活乡村振兴内生动力。海南日报全媒体记者 何远 摄", "海南日报全媒体记者 何远 摄", "何远"),
    ("帮扶干部在填写表格。(受访者供图)", "受访者供图", ""),
    ("（主办方供图）", "主办方供图", ""),
    ("（何曉瑩攝）", "何曉瑩攝", "何曉瑩"),
    ("（資料圖片）", "資料圖片", ""),
    ("(資料圖片)", "資料圖片", ""),
    ("（受訪者提供）", "受訪者提供", ""),
    ("（網上圖片）", "網上圖片", ""),
    ("■校長致辭，眼泛淚光。何心義攝", "何心義攝", "何心義"),
    ("何思明攝", "何思明攝", "何思明"),
    ("資料圖片", "資料圖片", ""),
    ("互聯網", "互聯網", ""),
    ("（記者何家遠攝）", "記者何家遠攝", "何家遠"),
    ("（圖／記者何家遠攝）", "圖／記者何家遠攝", "何家遠"),
    ("圖／聯合報系資料照片", "圖／聯合報系資料照片", ""),
    ("（圖由屏東縣政府提供）", "圖由屏東縣政府提供", ""),
    ("中央社記者何家遠傳真 114年4月24日", "中央社記者何家遠傳真 114年4月24日", "何家遠"),
    ("新华社发（何远 摄）", "新华社发（何远 摄）", "何远"),
    ("新华社发（国家航天局 供图）", "新华社发（国家航天局 供图）", ""),
    ("新华社/法新", "新华社/法新", ""),
    ("新华社/路透", "新华社/路透", ""),
    ("美聯社", "美聯社", ""),
    ("路透", "路透", ""),
    ("（本版图片均由何远摄）", "本版图片均由何远摄", "何远"),
    ("（组图）", "组图", ""),
    ("警犬到場協助。何偉亨攝。", "何偉亨攝", "何偉亨"),
]


@pytest.mark.parametrize(("text", "credit", "names"), PICTURES)
def test_whose_picture_it_is(text: str, credit: str, names: str) -> None:
    """A picture's credit at the end of a caption, as printed, and who took the picture."""
    found = read_photo_credit(text, fold(text))
    assert found is not None
    assert found[0] == credit
    assert [name for byline in found[1] for name in byline.names] == names.split()
    assert all(byline.role is BylineRole.PHOTOGRAPHER for byline in found[1])


@pytest.mark.parametrize(
    "text",
    [
        "他去拍摄",
        "积极为企业提供",
        "这些服务由政府提供。",
        "路透社报道称",
        "全国摄影展开幕",
        "互联网大会开幕",
        "资料显示，气温将下降",
        "网络",
        "法新社北京7月8日电",
        "本报记者 何远",
    ],
)
def test_no_picture_credit(text: str) -> None:
    """Sentences and bylines are no picture credits."""
    assert read_photo_credit(text, fold(text)) is None


@pytest.mark.parametrize("text", ["受访者供图", "（主办方供图）", "資料圖片", "新华社发（国家航天局 供图）"])
def test_a_credit_that_names_nobody(text: str) -> None:
    """Whose picture it is, on a line of its own, is a credit; there is nobody to name."""
    assert credit_line(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "责编：何远",
        "值班主任：何远 主编：方明 美编：柳青",
        "校对 何远",
        "策划：何远 统筹：方明",
        "转型升级",
        "记者走基层",
        "（本报海口7月8日讯）",
        "（和音）",
        "作者简介",
        "翻译家的坚守",
        "新华社、路透社等媒体都报道",
        "第三届摄影展",
        "今日要闻",
        "",
        " ",
    ],
)
def test_no_credit_line(text: str) -> None:
    """People of the page, headlines and labels are no credits of an article."""
    assert credit_line(text) is None


def test_pictures_of_a_story_with_a_byline_are_captions_matter() -> None:
    """In a whole article the photographer of a caption is not credited beside its writer."""
    text = "▲市長出席典禮。（記者方明攝）\n\n記者何家遠／台北報導\n\n市長今天出席典禮。"
    assert [byline.names for byline in find_bylines(text)] == [("何家遠",)]
    assert [byline.names for byline in find_bylines(text.split("\n")[0])] == [("方明",)]


def test_a_repeated_credit_counts_once() -> None:
    """A credit that a reading machine repeats is one credit."""
    assert len(find_bylines("（株洲日报记者 何远 整理）\n" * 13)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "据新华社报道，双方已签署协议。",
        "据路透社6月5日报道",
        "综合新华社、央视新闻报道",
        "《某某早报》报道",
        "路透社报道",
        "本报综合报道",
    ],
)
def test_where_the_news_comes_from_is_no_credit(text: str) -> None:
    """据…报道 relays; it names nobody who wrote."""
    assert find_bylines(text) == ()


@pytest.mark.parametrize("text", ["摄影记者 何远", "本报摄影记者 何远", "记者 方明 摄影记者 何远"])
def test_a_reporter_with_a_camera_is_a_photographer(text: str) -> None:
    """摄影记者 is an office of its own."""
    last = find_bylines(text)[-1]
    assert (str(last.role), last.names, last.title) == ("photographer", ("何远",), "摄影记者")


@pytest.mark.parametrize(
    "text",
    [
        "据新华社报道，双方已签署协议。",
        "据新华社报道",
        "据路透社6月5日报道",
        "路透社6月5日报道",
        "据法新社报道",
        "综合新华社、央视新闻报道",
        "综合新华社报道",
        "（综合新华社、央视新闻报道）",
        "《联合早报》报道",
        "新华社报道，双方已签署协议。",
        "據中央社報導，雙方已簽署協議。",
    ],
)
def test_a_relay_credits_nobody(text: str) -> None:
    """Whose report is told again is prose, and no byline."""
    assert find_bylines(text) == ()


@pytest.mark.parametrize(
    ("text", "credit", "name", "affiliation"),
    [
        ("何远志摄（人民视觉）", "何远志摄（人民视觉）", "何远志", None),
        ("图为大桥通车。何远志摄（人民视觉）", "何远志摄（人民视觉）", "何远志", None),
        ("本报记者 何远志摄（影像中国）", "本报记者 何远志摄（影像中国）", "何远志", "本报"),
        ("新华社记者 何远志摄（资料照片）", "新华社记者 何远志摄（资料照片）", "何远志", "新华社"),
        ("本报记者 何 远摄 （资料图片）", "本报记者 何 远摄 （资料图片）", "何远", "本报"),
        ("何远志摄（人民图片）", "何远志摄（人民图片）", "何远志", None),
        ("何远志摄（新华社发）", "何远志摄（新华社发）", "何远志", None),
        ("何远志摄/光明图片", "何远志摄/光明图片", "何远志", None),
        ("志愿者在植树。 何远志 摄 （新华社发）", "何远志 摄 （新华社发）", "何远志", None),
    ],
)
def test_whose_picture_it_is_after_who_took_it(
    text: str, credit: str, name: str, affiliation: str | None
) -> None:
    """The picture's source after its photographer belongs to the credit, and hides nobody."""
    found = read_photo_credit(text, fold(text))
    assert found is not None
    assert found[0] == credit
    for credits in (found[1], find_bylines(text)):
        (byline,) = credits
        assert byline.role is BylineRole.PHOTOGRAPHER
        assert byline.names == (name,)
        assert byline.affiliation == affiliation


def test_a_desk_of_all_news_is_no_relay() -> None:
    """綜合中心 is where a reporter works, 綜合新華社 is whose report is told."""
    (byline,) = find_bylines("綜合中心／何家遠報導")
    assert byline.names == ("何家遠",)


WRITER, OTHER = "李志红", "王小明"
FORMS = {
    # every word of office, of work before names and behind them
    **{word: ("{0}：{1}", "{0} {1}", "{0}/{1}", "（{0} {1}）", "本报{0} {1}") for word in OFFICES},
    **{
        f"{word} before": ("{0}：{1}", "{0}/{1}", "（{0}：{1}）", "{0}｜{1}", "{0}：本报记者 {1}")
        for word in LABELS
    },
    **{f"{word} behind": ("{1} {0}", "（{1} {0}）", "本报记者 {1} {0}") for word in SUFFIXES},
    **{f"{word} as rank": ("本报{0}记者 {1}", "{0}记者{1}") for word in RANKS.split("|")},
}
#: after a story these are the story's, on a line of their own the page's
OF_THE_PAGE = ("编辑", "主编", "核稿")


@pytest.mark.parametrize(("word", "forms"), [form for form in FORMS.items() if form[0] not in OF_THE_PAGE])
def test_every_word_credits_in_both_scripts(word: str, forms: tuple[str, ...]) -> None:
    """记者, 文/, 摄 and all the others name the person beside them, Simplified and Traditional."""
    for form in forms:
        text = form.format(word.split()[0], WRITER)
        for printed, name in ((text, WRITER), (convert(text, "traditional"), convert(WRITER, "traditional"))):
            names = {name for byline in find_bylines(printed) for name in byline.names}
            assert names == {name}, printed


@pytest.mark.parametrize("word", [*LABELS, *SUFFIXES])
def test_every_word_reaches_all_names_on_its_side(word: str) -> None:
    """A word before names holds for those that follow, a word behind them for those before."""
    text = f"（{word}/{WRITER}、{OTHER}）" if word in LABELS else f"（{WRITER}、{OTHER} {word}）"
    names = {name for byline in find_bylines(text) for name in byline.names}
    assert names == {WRITER, OTHER}


@pytest.mark.parametrize(
    "text", ["柯嵐／整理", "柯嵐／綜合整理", "記者柯嵐／採訪整理", "柯嵐 整理", "整理／柯嵐"]
)
def test_who_arranged_a_text_compiled_it(text: str) -> None:
    (byline,) = find_bylines(text)
    assert (byline.role, byline.names) == (BylineRole.COMPILER, ("柯嵐",))


def test_a_dateline_in_brackets_lends_its_agency_to_the_next_bracket() -> None:
    (byline,) = find_bylines("【本報訊】（記者柯嵐）立法會昨日三讀通過。")
    assert (byline.affiliation, byline.text) == ("本報", "記者柯嵐")
