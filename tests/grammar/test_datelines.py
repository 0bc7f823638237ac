"""Datelines: whose report it is, from where and when."""

from __future__ import annotations

import pytest

from banmian.grammar.dateline import (
    closes_with_dateline,
    find_dateline,
    is_dateline_line,
    opens_with_dateline,
)
from banmian.script import fold

FORMS = [
    # text, agency, places, date, kind, relay
    ("本报海口7月8日讯（海南日报全媒体记者何远）近日", "本报", "海口", "????-07-08", "讯", False),
    ("本报讯（海南日报全媒体记者何远 通讯员方明）近日，", "本报", "", None, "讯", False),
    ("本报讯 （记者何远）近日，", "本报", "", None, "讯", False),
    ("株洲日报讯 12月25日，", "株洲日报", "", None, "讯", False),
    ("株洲日报讯 “确实不错", "株洲日报", "", None, "讯", False),
    ("株洲日报讯 首批动力电池", "株洲日报", "", None, "讯", False),
    ("本报三亚7月22日电（记者何远）", "本报", "三亚", "????-07-22", "电", False),
    ("新华社北京7月14日电 （记者何远）", "新华社", "北京", "????-07-14", "电", False),
    ("据新华社首尔7月16日电 （记者何远）", "新华社", "首尔", "????-07-16", "电", True),
    ("据新华社电", "新华社", "", None, "电", True),
    ("新华社开罗/利雅得7月16日电", "新华社", "开罗 利雅得", "????-07-16", "电", False),
    ("本报平壤10月24日电　　（记者何远、方明）", "本报", "平壤", "????-10-24", "电", False),
    ("本报平壤电", "本报", "平壤", None, "电", False),
    ("本报首尔、平壤1月3日电", "本报", "首尔 平壤", "????-01-03", "电", False),
    ("（新华社北京12月31日电）", "新华社", "北京", "????-12-31", "电", False),
    (
        "（本报首尔、平壤、华盛顿、东京8月20日电 记者何远、方明）",
        "本报",
        "首尔 平壤 华盛顿 东京",
        "????-08-20",
        "电",
        False,
    ),
    ("（本报海口7月8日讯）", "本报", "海口", "????-07-08", "讯", False),
    ("（据新华社上海7月18日电）", "新华社", "上海", "????-07-18", "电", True),
    ("（据《中国教育报》）", "中国教育报", "", None, None, True),
    ("【新华社重庆十四日电】拉萨讯：", "新华社", "重庆", "????-??-14", "电", False),
    ("【新华社十四日讯】", "新华社", "", "????-??-14", "讯", False),
    ("新华社一日讯 一个", "新华社", "", "????-??-01", "讯", False),
    ("据新华社二十九日讯", "新华社", "", "????-??-29", "讯", True),
    ("新华社六日讯　华盛顿消息：", "新华社", "", "????-??-06", "讯", False),
    ("据江西日报消息", "江西日报", "", None, "消息", True),
    ("据新华社天津22日电", "新华社", "天津", "????-??-22", "电", True),
    ("本报济南22日电", "本报", "济南", "????-??-22", "电", False),
    ("新华社杭州4月22日电(记者何远、通讯员方明)", "新华社", "杭州", "????-04-22", "电", False),
    ("【路透社北京12日电】", "路透社", "北京", "????-??-12", "电", False),
    ("【合众国际社东京12日电】", "合众国际社", "东京", "????-??-12", "电", False),
    ("【本刊讯】", "本刊", "", None, "讯", False),
    ("中新网浙江新闻1月31日电(见习记者 何远)", "中新网", "浙江新闻", "????-01-31", "电", False),
    ("【本報訊】", "本報", "", None, "訊", False),
    ("【明報專訊】", "明報", "", None, "專訊", False),
    ("(星島日報報道)", "星島日報", "", None, "報道", False),
    ("【大公报讯】记者何远报道：", "大公报", "", None, "讯", False),
    ("香港文匯報訊（記者 何遠 北京報道）", "香港文匯報", "", None, "訊", False),
    ("【本報綜合報道】", "本報", "", None, "綜合報道", False),
    ("【特訊】", None, "", None, "特訊", False),
    ("（中央社記者何家遠台北9日電）", "中央社", "台北", "????-??-09", "電", False),
    ("（中央社何家遠台北專電）", "中央社", "台北", None, "專電", False),
    ("（中央社記者王心怡、葉冠宇台北6日電）", "中央社", "台北", "????-??-06", "電", False),
    ("（中央社台北6日電）", "中央社", "台北", "????-??-06", "電", False),
    (
        "（中央社伊斯坦堡/日內瓦5日綜合外電報導）",
        "中央社",
        "伊斯坦堡 日內瓦",
        "????-??-05",
        "綜合外電報導",
        False,
    ),
    ("本報2011年1月26日台北訊，特約記者何家遠報導", "本報", "台北", "2011-01-26", "訊", False),
    ("西德。巴登巴登拾五日合衆社電。", "合衆社", "西德 巴登巴登", "????-??-15", "電", False),
    ("東京拾四日電•路透社訊", "路透社", "東京", "????-??-14", "訊", False),
    ("據西貢二十日美聯社電稱", "美聯社", "西貢", "????-??-20", "電", True),
    ("（八打灵再也综合讯）", None, "八打灵再也", None, "综合讯", False),
    ("（居銮24日讯）", None, "居銮", "????-??-24", "讯", False),
    ("（星洲日报·吉隆坡24日讯）某", "星洲日报", "吉隆坡", "????-??-24", "讯", False),
    ("（纽约／伦敦综合电）某", None, "纽约 伦敦", None, "综合电", False),
    ("【電通東京五日電】某", "電通", "東京", "????-??-05", "電", False),
    ("【英國新聞處倫敦十日電】某", "英國新聞處", "倫敦", "????-??-10", "電", False),
    ("【香港中通社7月8日电】某", "香港中通社", "", "????-07-08", "电", False),
    ("本报特派记者北京8日电 某", "本报", "北京", "????-??-08", "电", False),
    ("【本報記者何家遠北京八日電】某", "本報", "北京", "????-??-08", "電", False),
    ("本报今日讯 某", "本报", "", None, "讯", False),
    ("新华社供本报专电 某", "新华社", "", None, "专电", False),
    ("晨报讯（记者 何远）某", "晨报", "", None, "讯", False),
    ("晚报讯 某", "晚报", "", None, "讯", False),
    ("▲中央社南京廿三日電 某", "中央社", "南京", "????-??-23", "電", False),
    ("上海廿三日電 某", None, "上海", "????-??-23", "電", False),
    ("新加坡讯　某", None, "新加坡", None, "讯", False),
    ("槟城24日讯 某", None, "槟城", "????-??-24", "讯", False),
    ("新华社“雪龙2”号1月8日电 某", "新华社", "“雪龙2”号", "????-01-08", "电", False),
    ("红星新闻讯 某", "红星新闻", "", None, "讯", False),
    ("中国网7月8日讯 某", "中国网", "", "????-07-08", "讯", False),
    ("（香港综合讯）", None, "香港", None, "综合讯", False),
    ("（北京讯）", None, "北京", None, "讯", False),
    ("（倫敦廿四日哈瓦斯電）", "哈瓦斯", "倫敦", "????-??-24", "電", False),
    ("（東京廿七日同盟社電）", "同盟社", "東京", "????-??-27", "電", False),
    ("（柏林廿七日電）", None, "柏林", "????-??-27", "電", False),
    ("（維納斯廿四日美聯社電）", "美聯社", "維納斯", "????-??-24", "電", False),
    ("（华盛顿路透电）", "路透", "华盛顿", None, "电", False),
    ("（华盛顿路透电）某", "路透", "华盛顿", None, "电", False),
    ("（吉隆坡法新电）", "法新", "吉隆坡", None, "电", False),
    ("（新加坡彭博电）", "彭博", "新加坡", None, "电", False),
    ("（北京法新社电）", "法新社", "北京", None, "电", False),
    ("（东京共同社电）", "共同社", "东京", None, "电", False),
    ("（台北中央社电）", "中央社", "台北", None, "电", False),
    ("（首尔/东京路透电）", "路透", "首尔 东京", None, "电", False),
    ("（某镇中央社电）", "中央社", "某镇", None, "电", False),
    ("东京共同社电 某", "共同社", "东京", None, "电", False),
    ("（本报巴黎、东京、华盛顿电 记者何远、方明）", "本报", "巴黎 东京 华盛顿", None, "电", False),
    ("（中央社記者何家遠台北、高雄14日電）", "中央社", "台北 高雄", "????-??-14", "電", False),
    ("（中央社記者何家遠紐約/華盛頓14日專電）", "中央社", "紐約 華盛頓", "????-??-14", "專電", False),
    ("本報記者何家遠花蓮訊 某", "本報", "花蓮", None, "訊", False),
    ("新京报讯（记者 何远）某", "新京报", "", None, "讯", False),
    ("新快报讯 某", "新快报", "", None, "讯", False),
    ("解放军报北京7月8日电 某", "解放军报", "北京", "????-07-08", "电", False),
    ("央广网北京10月1日消息（记者 何远）某", "央广网", "北京", "????-10-01", "消息", False),
    ("红网时刻新闻12月1日讯（记者 何远）某", "红网时刻新闻", "", "????-12-01", "讯", False),
    ("中国青年报客户端北京10月1日电 某", "中国青年报客户端", "北京", "????-10-01", "电", False),
    ("本报综合报道", "本报", "", None, "综合报道", False),
    ("【正視聽】", None, "", None, "正視聽", False),
    # letterpress as a machine reads it: B for 日, 竈 for 電, 飘 for 訊
    ("東京拾四B竈•路透社飘", "路透社", "東京", "????-??-14", "飘", False),
]


@pytest.mark.parametrize(("text", "agency", "places", "date", "kind", "relay"), FORMS)
def test_a_dateline(
    text: str, agency: str | None, places: str, date: str | None, kind: str | None, relay: bool
) -> None:
    """Agency, places, date and kind as printed; 据 is a relay."""
    found = find_dateline("标题\n" + text)
    assert found is not None
    assert found.agency == agency
    assert found.places == tuple(places.split())
    assert (found.date and str(found.date)) == date
    assert found.kind == kind
    assert found.relay is relay
    assert ("标题\n" + text)[found.span.start : found.span.end] == found.text


def test_the_desk_of_a_hongkong_dateline() -> None:
    """【本報港聞部報道】 names its desk."""
    found = find_dateline("【本報港聞部報道】")
    assert found is not None
    assert (found.agency, found.desk, found.kind) == ("本報", "港聞部", "報道")


@pytest.mark.parametrize(
    "text",
    [
        "新华社、路透社等媒体都报道",
        "本报记者从市发改委获悉，电力供应",
        "本报电话：84395043",
        "本报讯息中心成立",
        "日报电子版上线",
        "（完）",
        "（壮族）",
        "【启示录】",
        "电影今日上映",
        "据了解，这一项目已开工。",
        "引述新华社莫斯科10月7日电（记者何远）的消息。",
        "发电量增长",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    """Sentences about agencies and wires are no datelines."""
    assert find_dateline(text) is None


def test_a_tail_dateline_closes_a_paragraph() -> None:
    """The bracket at the end of a story is its dateline, the credits in it included."""
    text = "大桥今天通车。（新华社北京7月12日电 记者何远）"
    found = closes_with_dateline(text, fold(text))
    assert found is not None
    assert found.text == "（新华社北京7月12日电 记者何远）"
    assert opens_with_dateline(text, fold(text)) is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("（本报海口7月8日讯）", True),
        ("新华社北京7月8日电", True),
        ("本报海口7月8日讯（记者何远）", True),
        ("（新华社北京7月12日电 记者何远 方明）", True),
        ("【本報訊】", True),
        ("新华社北京7月8日电 近日，会议召开。", False),
        ("株洲日报讯 首批动力电池", False),
        ("记者何远", False),
    ],
)
def test_a_line_that_is_a_dateline(text: str, alone: bool) -> None:
    """Nothing but a dateline, with or without its reporters."""
    assert is_dateline_line(text, fold(text)) is alone
