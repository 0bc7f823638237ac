"""Page furniture: what a page prints about itself, and what only looks like it."""

from __future__ import annotations

import pytest

from banmian.grammar.folio import find_folio, merge_folios, read_folio_line
from banmian.model import Folio
from banmian.script import fold

LINES: list[tuple[str, dict[str, str]]] = [
    ("海南日报", {"newspaper": "海南日报"}),
    ("農民日报", {"newspaper": "農民日报"}),
    ("2026年7月9日 星期四", {"date": "2026-07-09", "weekday": "星期四"}),
    ("A01 头版", {"page": "A1", "section": "头版"}),
    ("A07 本省新闻", {"page": "A7", "section": "本省新闻"}),
    ("A13 獨眼", {"page": "A13", "section": "獨眼"}),
    ("A04 本省新闻 关注上半年好人发布", {"page": "A4", "section": "本省新闻"}),
    ("信報 www.hkej.com", {"newspaper": "信報"}),
    (
        "中華民國二十八年四月廿五日　晶報　星期二　第三版",
        {"date": "1939-04-25", "newspaper": "晶報", "weekday": "星期二", "page": "3"},
    ),
    ("第01版：要闻", {"page": "1", "section": "要闻"}),
    ("（2026年01月01日第 01 版）", {"date": "2026-01-01", "page": "1"}),
    ("第2版", {"page": "2"}),
    ("要闻·综合", {"section": "要闻·综合"}),
    ("001:头版", {"page": "1", "section": "头版"}),
    ("A1版頭條", {"page": "A1", "section": "頭條"}),
    ("A2版要聞", {"page": "A2", "section": "要聞"}),
    ("p02", {"page": "2"}),
    ("P4版", {"page": "P4"}),
    ("（第三版）", {"page": "3"}),
    ("第二版:时政", {"page": "2", "section": "时政"}),
    ("港聞", {"section": "港聞"}),
    ("要聞港聞", {"section": "要聞港聞"}),
    ("副刊", {"section": "副刊"}),
    ("B3 財經", {"page": "B3", "section": "財經"}),
    ("03 综合新闻", {"page": "3", "section": "综合新闻"}),
    ("2010年12月25日   星期六", {"date": "2010-12-25", "weekday": "星期六"}),
    ("2011年7月13日 ● 星期三 www.metrohk.com.hk", {"date": "2011-07-13", "weekday": "星期三"}),
    ("2 0 1 5 年 5 月 2 2 日 ●星 期 五", {"date": "2015-05-22", "weekday": "星期五"}),
    ("2015年5月22日•星期五", {"date": "2015-05-22", "weekday": "星期五"}),
    ("農曆丙申年二月初八日", {}),
    ("中華民國91年3月19日星期二", {"date": "2002-03-19", "weekday": "星期二"}),
    ("中華民國66年6月22日 第七五五五期第一版", {"date": "1977-06-22", "page": "1"}),
    ("2005年10月11日,星期二(GSM+8 北京时间)", {"date": "2005-10-11", "weekday": "星期二"}),
    ("Wednesday, December 14 1949 Vol. 11 No 190", {"date": "1949-12-14", "weekday": "Wednesday"}),
    ("2019年12月27日 星期五 农历己亥年十二月初二", {"date": "2019-12-27", "weekday": "星期五"}),
    ("今日8版", {}),
    ("总第12345期", {}),
    ("国内统一刊号：CN31-0070", {"number": "CN31-0070"}),
    ("国内统一刊号CN32-0039", {"number": "CN32-0039"}),
    ("CN 43-0009", {"number": "CN43-0009"}),
    ("CN43—0009", {"number": "CN43-0009"}),
    ("邮发代号1-1", {}),
    ("零售价：1.50元", {"price": "1.50元"}),
    ("投稿信箱：hnrbpl@163.com", {}),
    ("電話:3196 1600 傳真:2107 4033 電郵:info@metrohk.com.hk", {}),
    ("天氣 多雲,間中有雨及有幾陣雷暴。30℃ 27℃ p10", {}),
    ("報日民人", {"newspaper": "人民日報"}),
    ("2015年8月10日 星期一 12", {"date": "2015-08-10", "weekday": "星期一", "page": "12"}),
    (
        "体育新闻 | 2015年8月10日 星期一 | 责编 何远 | 12",
        {"date": "2015-08-10", "weekday": "星期一", "page": "12", "section": "体育新闻"},
    ),
    (
        "晚潮报 2009年11月3日 星期二 编辑/何远 组版/方明 A08",
        {"newspaper": "晚潮报", "date": "2009-11-03", "weekday": "星期二", "page": "A8"},
    ),
    ("2024年5月5日 星期日 农历甲辰年三月廿七 立夏", {"date": "2024-05-05", "weekday": "星期日"}),
    (
        "2021年3月25日 星期四 第08版 乡土 责编 何远 美编 方明",
        {"date": "2021-03-25", "weekday": "星期四", "page": "8", "section": "乡土"},
    ),
    ("A03要闻", {"page": "A3", "section": "要闻"}),
    ("頭版", {"page": "1", "section": "頭版"}),
    ("头版 2024年5月6日", {"page": "1", "section": "头版", "date": "2024-05-06"}),
    ("叁版", {"page": "3"}),
    ("第五至八版", {"page": "5/8"}),
    ("第一張第三版", {"page": "3"}),
    ("第二十一年第三百四十期", {}),
    ("今日A叠8版 B叠8版", {}),
    ("今日四开16版", {}),
    ("每份零售价 1.50元", {"price": "1.50元"}),
    ("每份港幣$10", {"price": "港幣$10"}),
    ("本報零售每份二角", {"price": "二角"}),
    ("二○二四年十月十五日 星期二", {"date": "2024-10-15", "weekday": "星期二"}),
    ("15 Oct 2024 Tuesday", {"date": "2024-10-15", "weekday": "Tuesday"}),
    ("（1版）", {"page": "1"}),
    (
        "中華民國三十六年五月四日　星期日　第一張　第三版",
        {"date": "1947-05-04", "weekday": "星期日", "page": "3"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_line_of_furniture(text: str, expected: dict[str, str]) -> None:
    """The fields that the line prints, and no others."""
    folio = read_folio_line(text, fold(text))
    assert folio is not None
    fields = ("newspaper", "date", "weekday", "page", "section", "number", "price")
    assert {name: str(value) for name in fields if (value := getattr(folio, name)) is not None} == expected


@pytest.mark.parametrize(
    ("text", "editors"),
    [
        ("值班主任：何远 主编：李强 美编：张三", {"值班主任": "何远", "主编": "李强", "美编": "张三"}),
        ("责任编辑/何远 版式/李强 校对/张三", {"责任编辑": "何远", "版式": "李强", "校对": "张三"}),
        ("本版编辑：何远校对：李强电话：（010）84395043", {"本版编辑": "何远", "校对": "李强"}),
        ("E-mail:zbs2250@263.net  版式制作：何远", {"版式制作": "何远"}),
        ("本版责编：何 远", {"本版责编": "何远"}),
        ("一审 何远 二审 李强 三审 张三", {"一审": "何远", "二审": "李强", "三审": "张三"}),
        ("責任編輯：何家遠 美術編輯：李大華", {"責任編輯": "何家遠", "美術編輯": "李大華"}),
        ("網絡編輯:何遠 校對:李強", {"網絡編輯": "何遠", "校對": "李強"}),
        ("责编：何远 美编：李强 检校：张三", {"责编": "何远", "美编": "李强", "检校": "张三"}),
        (
            "值班总编 何远 主编 李强 版面责编 张三 版面设计 柳青",
            {"值班总编": "何远", "主编": "李强", "版面责编": "张三", "版面设计": "柳青"},
        ),
        ("编辑：何远 责校：李强 组版：张三", {"编辑": "何远", "责校": "李强", "组版": "张三"}),
        ("本期责编：何远", {"本期责编": "何远"}),
        ("□编辑 何远 □美编 李强", {"编辑": "何远", "美编": "李强"}),
        ("報社發行人:何家遠;社長:方明", {"報社發行人": "何家遠", "社長": "方明"}),
    ],
)
def test_people_of_the_page(text: str, editors: dict[str, str]) -> None:
    """Who edited, laid out and proofread the page."""
    folio = read_folio_line(text, fold(text))
    assert folio is not None
    assert {staff.duty: " ".join(staff.names) for staff in folio.editors} == editors
    for staff in folio.editors:
        assert text[staff.span.start : staff.span.end] == staff.text


@pytest.mark.parametrize(
    "text",
    [
        "A股大涨",
        "G20峰会在杭州举行",
        "立夏",
        "晚潮报",
        "王朝 12",
        "海报 2024年5月6日",
        "今日要闻",
        "2020年7月9日，省政府召开会议",
        "第三版《新华字典》出版",
        "5G时代来了",
        "星期六义诊",
        "周一见",
        "编辑部的故事",
        "记者何远",
        "本报讯",
        "（编辑：何远）",
        "主编的话",
        "天气转凉",
        "12月25日",
        "社会保障",
        "校对工作很重要",
        "人民日报评论员文章",
        "新版日报上市",
        "经济",
        "农历新年将至",
        "大寒",
        "第三期工程完工",
        "十月革命",
        "每份爱心",
        "版权声明",
        "海报",
        "喜报",
        "1",
        "2026年是马年",
        "下转A3版",
        "（讲话全文见A02版）",
        "C919首飞成功",
        "9月3日阅兵",
        "第一批6号线列车下线",
        "",
    ],
)
def test_no_furniture(text: str) -> None:
    """Headlines, bylines and sentences are not taken for furniture."""
    assert read_folio_line(text, fold(text)) is None


def test_lines_make_one_folio() -> None:
    """The first line that prints a field decides; editors add up."""
    folio = find_folio("海南日报\n2026年7月9日 星期四\nA01 头版\n正文一段。\n值班主任：何远 主编：李强")
    assert (folio.newspaper, str(folio.date), folio.weekday) == ("海南日报", "2026-07-09", "星期四")
    assert (folio.page, folio.section) == ("A1", "头版")
    assert [staff.duty for staff in folio.editors] == ["值班主任", "主编"]
    assert merge_folios(()) == Folio()
