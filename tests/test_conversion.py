"""A page in another script: every string of it, names included, and every span as valid as before."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import banmian
from banmian.export.json import from_json, to_json
from banmian.export.margin import read_margin
from banmian.model import Page, Script
from banmian.reading.spacing import stands_apart
from banmian.script import fold
from banmian.script.names import people_in
from tests import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from banmian.model import Article

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))
NOISE = 1.3  #: what two measurements of a few hundredths of a second differ by on a machine with other work
TARGETS = ("simplified", "traditional", "taiwan", "hongkong")
CONFIGURATIONS = {
    ("simplified", "traditional"): "s2t",
    ("simplified", "taiwan"): "s2tw",
    ("simplified", "hongkong"): "s2hk",
    ("traditional", "simplified"): "t2s",
}
FROM_PYTHON = (Path(opencc.__file__).parent / "dictionary" / "STPhrases.txt").is_file()


@cache
def dependency(configuration: str) -> opencc.OpenCC:
    return opencc.OpenCC(configuration)


def pages() -> dict[str, bytes]:
    """The pages written for these tests, and the gold pages where they lie beside the project."""
    found = {}
    for path in sorted((ROOT / "tests" / "pages").glob("*.txt")):
        with open(path, encoding="utf-8", newline="") as file:
            found[path.stem] = read_margin(file.read()).text.encode("utf-8", "surrogatepass")
    for path in sorted((ROOT.parent / "shared" / "gold").glob("*/page.*")):
        found[path.parent.name] = path.read_bytes()
    return found


PAGES = pages()
EVERY_PAGE = pytest.mark.parametrize("name", PAGES)
EVERY_TARGET = pytest.mark.parametrize("target", TARGETS)


@cache
def parsed(name: str) -> Page:
    return banmian.parse(PAGES[name])


def strings_of(article: Article) -> Iterator[str]:
    """Everything of an article that is read off the page, a line at a time."""
    yield from (one for one in (article.kicker, article.headline, article.deck, article.column) if one)
    for byline in article.bylines:
        yield from byline.names
        yield from (one for one in (byline.title, byline.affiliation, byline.place, byline.text) if one)
    if line := article.dateline:
        yield from (*line.places, line.text)
        yield from (one for one in (line.agency, line.kind, line.desk) if one)
    yield from (section.title for section in article.sections if section.title)
    yield from (paragraph.text for paragraph in article.paragraphs)
    yield from (one for caption in article.captions for one in (caption.text, caption.credit) if one)
    yield from (one for jump in article.jumps for one in (jump.text, jump.printed))


def check(page: Page, new: Page, target: str) -> None:
    """What holds of any page and the page that it becomes."""
    script = Script.SIMPLIFIED if target == "simplified" else Script.TRADITIONAL
    assert new.script is script
    assert all(article.script is script for article in new.articles)
    assert len(new.text) == len(page.text)
    assert (new.encoding, new.problems) == (page.encoding, page.problems)
    for before, after in zip(page.blocks, new.blocks, strict=True):
        assert (after.span, after.pieces, after.role) == (before.span, before.pieces, before.role)
        assert (after.article, after.votes, after.margin) == (before.article, before.votes, before.margin)
        assert (after.level, after.bold, after.gap) == (before.level, before.bold, before.gap)
        printed = "".join(new.text[start:end] for start, end in after.pieces)
        assert after.text == printed.replace("\n", " ").replace("\r", " ")
        assert after.folded == fold(after.text)
    inside = {at for block in page.blocks for piece in block.pieces for at in range(*piece)}
    assert all(new.text[at] == page.text[at] for at in range(len(page.text)) if at not in inside)
    for old_article, article in zip(page.articles, new.articles, strict=True):
        assert article.blocks == old_article.blocks
        assert list(map(len, strings_of(article))) == list(map(len, strings_of(old_article)))
        for old_paragraph, paragraph in zip(old_article.paragraphs, article.paragraphs, strict=True):
            assert paragraph.spans == old_paragraph.spans
            printed = "".join(new.text[start:end] for start, end in paragraph.spans)
            assert "".join(paragraph.text.split()) == "".join(printed.split())
        for old_byline, byline in zip(old_article.bylines, article.bylines, strict=True):
            assert (byline.role, byline.span) == (old_byline.role, old_byline.span)
    assert new.to(target) == new
    assert from_json(to_json(new)) == new


# --- whole pages ----------------------------------------------------------------------------------


@EVERY_TARGET
@EVERY_PAGE
def test_every_page_converts_and_every_span_holds(name: str, target: str) -> None:
    check(parsed(name), parsed(name).to(target), target)


@EVERY_TARGET
@EVERY_PAGE
def test_every_string_is_read_off_the_converted_text(name: str, target: str) -> None:
    """Titles of several lines stand line by line, names without padding and with one dot; the rest as it is."""
    page = parsed(name).to(target)
    text = "".join("".join(block.text.split()) for block in page.blocks).replace("‧", "·")
    paragraphs = "".join(
        "".join(one.text.split()) for article in page.articles for one in article.paragraphs
    ).replace("‧", "·")
    for article in page.articles:
        for string in strings_of(article):
            parts = ["".join(part.split()).replace("‧", "·") for part in string.split(" ")]
            whole = "".join(parts)
            assert whole in text or whole in paragraphs or all(part in text for part in parts)


@EVERY_TARGET
@EVERY_PAGE
def test_a_page_reads_as_the_dependency_converts_it_but_for_names_and_broken_phrases(
    name: str, target: str
) -> None:
    page = parsed(name)
    configuration = CONFIGURATIONS.get((str(page.script), target))
    if page.script is Script.MIXED:
        pytest.skip("the dependency knows no page of both scripts")
    if stands_apart(page.text):
        pytest.skip("the dependency finds no phrase over the blanks between characters")
    expected = [dependency(configuration).convert(page.text) if configuration else page.text]
    if (page.script, target) in {(Script.TRADITIONAL, "taiwan"), (Script.TRADITIONAL, "hongkong")}:
        expected = [dependency("t2tw" if target == "taiwan" else "t2hk").convert(page.text)]
    if configuration == "t2s":  # clauses with the forms of a region are converted by its dictionaries
        expected += [dependency("tw2s").convert(page.text), dependency("hk2s").convert(page.text)]
    new = page.to(target).text
    people = {person for article in page.articles for byline in article.bylines for person in byline.names}
    people.update(person for staff in page.folio.editors for person in staff.names)
    people.update(page.text[start : end + 1] for start, end in people_in(page.text))
    breaks = {span.start for article in page.articles for one in article.paragraphs for span in one.spans[1:]}
    printed = {at for block in page.blocks for piece in block.pieces for at in range(*piece)}
    for at, (ours, *theirs) in enumerate(zip(new, *expected, strict=True)):
        if at not in printed:  # marks stay as they are, the labels of a model too
            continue
        around = "".join(page.text[max(0, at - 6) : at + 7].split())
        assert (
            ours in theirs
            or any(person in around for person in people)
            or any(at - 3 <= place <= at + 4 for place in breaks)
        ), f"{around}: {ours}, not {theirs}"


def test_the_seed_page_in_traditional_and_back_is_the_seed_page() -> None:
    page = banmian.parse(SEED.read_bytes())
    traditional = page.to("traditional")
    assert traditional.articles[0].headline == "“退役”蓄電池將獲梯次利用"
    assert traditional.to("simplified") == page


@pytest.mark.parametrize("target", ["simplified", "traditional"])
def test_a_page_in_the_script_asked_for_stays_as_it_is(target: str) -> None:
    name = {"simplified": "county-paper", "traditional": "hongkong-daily"}[target]
    assert parsed(name).to(target) == parsed(name)


def test_a_page_in_both_scripts_is_converted_piece_by_piece() -> None:
    page = banmian.parse("## 里长宣布发展\n\n本报讯 头发店开张。\n\n「里長宣布，余先生請吃飯。」\n\n里程")
    assert page.to("traditional").text == (
        "## 里長宣佈發展\n\n本報訊 頭髮店開張。\n\n「里長宣布，余先生請吃飯。」\n\n里程"
    )
    assert page.to("simplified").text.endswith("「里长宣布，余先生请吃饭。」\n\n里程")


@pytest.mark.parametrize(
    "quote", ["「里長宣布，台北的后豐橋，余先生請吃飯」", "“里長宣布，請吃飯”", "里長宣布"]
)
def test_what_a_simplified_line_quotes_in_traditional_stays(quote: str) -> None:
    page = banmian.parse(
        f"## 老信的故事\n\n本报讯 老人翻出旧信，指着一行字念道：{quote}。他的头发白了，里屋没有人说话。"
    )
    assert page.script is Script.SIMPLIFIED
    new = page.to("traditional").text
    assert f"念道：{quote}。他的頭髮白了，裏屋沒有人說話。" in new
    assert banmian.convert(page.text, "traditional") == new


def test_what_a_traditional_line_quotes_in_simplified_is_converted() -> None:
    text = "【本報訊】里長接過通知，上面寫著「里程发生变化，头发不限」，他說后豐橋不在內。"
    assert "「里程發生變化，頭髮不限」，他說后豐橋不在內。" in banmian.convert(text, "traditional")


def test_japanese_stays_as_printed() -> None:
    text = "日媒写道：「国会は会期を延長した。」里面的人很多，头发白了。\nこれは東京で発行される新聞の記事です、国会。\n日本の法律"
    expected = (
        "日媒寫道：「国会は会期を延長した。」裏面的人很多，頭髮白了。\n"
        "これは東京で発行される新聞の記事です、国会。\n日本の法律"
    )
    assert banmian.convert(text, "traditional") == expected
    assert banmian.parse(text).to("traditional").text == expected
    assert (
        banmian.convert("他說：「国会は会期を延長した」，頭髮白了。", "simplified")
        == "他说：「国会は会期を延長した」，头发白了。"
    )


def test_japanese_by_the_megabyte_converts_in_time_with_its_length() -> None:
    began = time.process_time()
    banmian.convert("里長說国会は会期を延長した，头发白了。" * 20_000, "traditional")
    assert time.process_time() - began < 10


def test_a_page_that_opens_with_a_name_in_the_other_script_is_converted_all_the_same() -> None:
    page = banmian.parse("馮先生说头发长了，市场监管局发布了规则。")
    assert page.to("traditional").text == "馮先生說頭髮長了，市場監管局發佈了規則。"


@pytest.mark.parametrize("text", ["叄书", "書叄书", "叄书书", "书叄\n\n叄书书"])
@EVERY_TARGET
def test_a_line_that_balances_between_the_scripts_settles(text: str, target: str) -> None:
    check(banmian.parse(text), banmian.parse(text).to(target), target)


def test_targets_have_their_own_forms() -> None:
    page = banmian.parse("## 群众在卫生院里\n\n本报讯 群众为了健康，在卫生院里排着队。")
    assert page.to("traditional").articles[0].headline == "羣衆在衛生院裏"
    assert page.to("taiwan").articles[0].headline == "群眾在衛生院裡"
    assert page.to("hongkong").articles[0].headline == "羣眾在衞生院裏"


def test_an_empty_page_converts() -> None:
    page = banmian.parse("").to("taiwan")
    assert (page.text, page.blocks, page.script) == ("", (), Script.TRADITIONAL)


def test_an_unknown_target_is_an_error_that_names_the_targets() -> None:
    with pytest.raises(ValueError, match="simplified, traditional, taiwan, hongkong"):
        banmian.parse("记者").to("klingon")


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        (
            "〔記者曾某／台北報導〕他抬頭看著海說，這本名著不錯，接著走了。",
            "〔记者曾某／台北报导〕他抬头看着海说，这本名著不错，接着走了。",
        ),
        (
            "【本報訊】衞生署說，他接着工作，著名學者也來了。",
            "【本报讯】卫生署说，他接着工作，著名学者也来了。",
        ),
        ("【中央社】原著與編著都在，當地土著望著他說話。", "【中央社】原著与编著都在，当地土著望着他说话。"),
        ("他看着海說，原著與顯著成績、枱面上的糭子。", "他看着海说，原著与显著成绩、台面上的粽子。"),
    ],
)
def test_the_forms_of_taiwan_and_hong_kong_become_simplified(text: str, simplified: str) -> None:
    """接著 and 衞生 are known to the dictionaries of their regions only, which spoil 抬頭 and 原著 elsewhere."""
    assert banmian.convert(text, "simplified") == simplified
    assert banmian.parse(f"## 新聞\n\n{text}").to("simplified").text.endswith(simplified)


# --- names ----------------------------------------------------------------------------------------

SIGNED = """## 余华回乡办起图书馆 于洋记下十年账

本报记者 余华 范长江 通讯员 于 洋

本报讯 3月5日，记者余华从市里获悉，由于范围扩大，图书馆的余款已经用完。余华的哥哥说，头发都愁白了。

于洋、范长江还记得，那年种下的松树只剩三棵。于是他们发起了募捐，涂光晋也来了。

责编：郁钧剑　美编：游 松　校对：范军
"""


def test_the_people_who_sign_keep_their_names_in_title_byline_and_body() -> None:
    page = banmian.parse(SIGNED).to("traditional")
    (article,) = page.articles
    assert article.headline == "余華回鄉辦起圖書館 于洋記下十年賬"
    assert [byline.names for byline in article.bylines] == [("余華", "范長江"), ("于洋",)]
    assert "本報記者 余華 范長江 通訊員 于 洋" in page.text
    first, second = article.paragraphs
    assert first.text == (
        "本報訊 3月5日，記者余華從市裏獲悉，由於範圍擴大，圖書館的餘款已經用完。余華的哥哥說，頭髮都愁白了。"
    )
    assert second.text.startswith("于洋、范長江還記得，那年種下的松樹只剩三棵。於是他們發起了募捐，")


def test_the_people_who_made_the_page_keep_their_names() -> None:
    page = banmian.parse(SIGNED).to("traditional")
    assert [(one.duty, one.names) for one in page.folio.editors] == [
        ("責編", ("郁鈞劍",)),
        ("美編", ("游松",)),
        ("校對", ("范軍",)),
    ]
    assert "責編：郁鈞劍　美編：游 松　校對：范軍" in page.text


def test_callers_add_names() -> None:
    page = banmian.parse(SIGNED)
    assert "塗光晉" in page.to("traditional").text
    assert "涂光晉" in page.to("traditional", names=["涂光晋"]).text
    assert "涂光晉" in page.to("traditional", names=iter(["涂光晉"])).text
    assert "涂光晉" in page.to("traditional", names="涂光晋").text


def test_names_in_traditional_print_become_simplified_like_their_bylines() -> None:
    page = banmian.parse("## 徐乾學說話\n\n本報記者 徐乾學\n\n【本報訊】徐乾學表示，乾旱令農民於田間束手。")
    (article,) = page.to("simplified").articles
    assert (article.headline, article.bylines[0].names) == ("徐乾学说话", ("徐乾学",))
    assert article.text == "【本报讯】徐乾学表示，干旱令农民于田间束手。"


# --- phrases that the print broke -----------------------------------------------------------------


def test_a_phrase_broken_at_the_end_of_a_column_is_converted_as_joined() -> None:
    page = banmian.parse(
        "## 老店新开\n\n本报讯 老街的理发店昨日重新开张，八十岁的师傅在镜子前坐下，摸了摸自己花白的头\n\n"
        "发说，手艺没有丢。"
    )
    new = page.to("traditional")
    assert "自己花白的頭\n\n髮說，" in new.text
    assert "花白的頭髮說，手藝沒有丟。" in new.articles[0].text
    assert [block.text for block in new.blocks][-1] == "髮說，手藝沒有丟。"


def test_a_phrase_broken_over_two_hard_wrapped_lines_is_converted_as_joined() -> None:
    lines = [
        "本报讯老街的理发店昨日重新开张八十岁",
        "的师傅在镜子前坐下，摸了摸自己花白的头",
        "发说，手艺没有丢，来的客人都是几十年的",
        "老街坊，大家说起当年排队的情形，笑声不",
        "断，店里一直坐到天黑。",
    ]
    page = banmian.parse("## 老店新开\n\n" + "\n".join(lines))
    assert any("花白的头发说" in block.text for block in page.blocks)
    assert "自己花白的頭\n髮說，" in page.to("traditional").text


def test_phrases_are_not_joined_over_the_edge_of_a_block() -> None:
    page = banmian.parse("## 摇头\n\n## 发展\n")
    assert page.to("traditional").text == "## 搖頭\n\n## 發展\n"


# --- whose dictionaries, when and where -----------------------------------------------------------


class Counting:
    """A converter of somebody's own."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def convert(self, text: str) -> str:
        self.texts.append(text)
        return text.replace("记", "記").replace("报", "報")


def test_any_object_that_converts_can_be_passed_in() -> None:
    converter = Counting()
    page = banmian.parse("## 本报记者\n\n本报讯 记者在现场看到，工人正在检修线路。")
    (article,) = page.to("traditional", converter=converter).articles
    assert article.text == "本報讯 記者在现场看到，工人正在检修线路。"
    assert converter.texts


def test_a_converter_that_changes_the_length_is_an_error() -> None:
    class Stretching:
        def convert(self, text: str) -> str:
            return text + "!"

    with pytest.raises(ValueError, match="spans would no longer hold"):
        banmian.parse(SIGNED).to("traditional", converter=Stretching())


@pytest.mark.parametrize("answer", [None, b"\xb1\xa8"], ids=repr)
def test_a_converter_that_gives_no_text_is_an_error(answer: object) -> None:
    class Silent:
        def convert(self, text: str) -> str:
            assert text
            return cast("str", answer)

    with pytest.raises(TypeError, match="it has to give a str"):
        banmian.parse(SIGNED).to("traditional", converter=Silent())
    with pytest.raises(TypeError, match="it has to give a str"):
        banmian.convert("报", "traditional", converter=Silent())


def test_the_installed_dependency_can_be_passed_in() -> None:
    page = banmian.parse(SIGNED)
    assert page.to("taiwan", converter=dependency("s2tw")) == page.to("taiwan")


def test_eight_threads_convert_at_once() -> None:
    page = banmian.parse(SEED.read_bytes())
    expected = page.to("traditional")
    with ThreadPoolExecutor(8) as pool:
        assert all(one == expected for one in pool.map(lambda _: page.to("traditional"), range(16)))


def test_eight_threads_load_the_dictionaries_at_once() -> None:
    program = (
        "import sys, threading, banmian\n"
        "page = banmian.parse(open(sys.argv[1], 'rb').read())\n"
        "barrier, found = threading.Barrier(8), []\n"
        "def work():\n"
        "    barrier.wait()\n"
        "    found.append(page.to('traditional'))\n"
        "threads = [threading.Thread(target=work) for _ in range(8)]\n"
        "[one.start() for one in threads], [one.join() for one in threads]\n"
        "print(len(found), all(one == found[0] for one in found), '獲' in found[0].text)\n"
    )
    assert run(program) == "8 True True"


def test_pickles_of_pages_carry_no_dictionaries() -> None:
    page = banmian.parse(SEED.read_bytes())
    before = len(pickle.dumps(page))
    new = page.to("traditional")
    assert pickle.loads(pickle.dumps(new)) == new
    assert len(pickle.dumps(page)) == before
    # its paragraphs are strings of their own: the text once more, where a dictionary is many times as much
    assert len(pickle.dumps(new)) < before + len(page.text.encode())


def test_pickles_leave_out_what_is_found_out_when_asked() -> None:
    new = banmian.parse(SEED.read_bytes()).to("traditional")
    copied = pickle.loads(pickle.dumps(new))
    assert new.blocks[0].sheet.looks is None
    small = len(pickle.dumps(new))
    for block, other in zip(new.blocks, copied.blocks, strict=True):
        assert (repr(block.look), block.folded) == (repr(other.look), other.folded)
        assert (block.pieces, block.level, block.before) == (other.pieces, other.level, other.before)
    assert len(pickle.dumps(new)) == small


def test_parsing_and_importing_load_no_opencc() -> None:
    program = (
        "import sys, banmian; banmian.parse(open(sys.argv[1], 'rb').read()); banmian.convert\n"
        "late = ('opencc', 'chardet', 'banmian.script.phrases')\n"
        "print([one for one in sys.modules if one.startswith(late)])"
    )
    assert run(program) == "[]"


@pytest.mark.skipif(not FROM_PYTHON, reason="the C++ wheel is installed as opencc")
def test_the_first_page_costs_no_more_than_the_first_text_of_the_dependency() -> None:
    ours = "import banmian; page = banmian.parse(data); began = now(); page.to('traditional'); "
    theirs = "began = now(); import opencc; opencc.OpenCC('s2t').convert(data.decode()); "
    before = "import sys; from time import process_time as now; data = open(sys.argv[1], 'rb').read(); "

    def takes(program: str) -> float:
        return float(run(f"{before}{program}print(now() - began)"))

    assert clock.within(NOISE, lambda: takes(ours), lambda: takes(theirs))


@pytest.mark.skipif(not FROM_PYTHON, reason="the C++ wheel is installed as opencc")
def test_a_page_with_all_its_strings_converts_faster_than_the_dependency_converts_its_text() -> None:
    """A fifth of it on a machine that does nothing else."""
    page = banmian.parse(SEED.read_bytes())
    assert clock.within(
        0.5,
        lambda: clock.seconds(lambda: page.to("traditional")),
        lambda: clock.seconds(lambda: dependency("s2t").convert(page.text)),
    )


def run(program: str) -> str:
    command = [sys.executable, "-c", program, str(SEED)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


# --- properties -----------------------------------------------------------------------------------

PIECES = [
    "## 余华的头发",
    "**群众发展为了里程**",
    "本报记者 于 洋",
    "通讯员/范军 涂光晋",
    "本报讯（记者余华）近日，市里开会，由于干部带头，与会者畅所欲",
    "言，余下的头",
    "发说。",
    "〔記者王乾／台北報導〕市長今天公布政策，接著說明，於是各界反應不一。",
    "（倫敦廿四日路透電）英國方面、力促蘇聯允諾、",
    "裡裏着著衞衛台臺",
    "下转 A3版",
    "（记者 范军 摄）",
    "| 后 | 里 | 干 |",
    "责编：于洋 校对：郁文",
    "これは東京で発行される新聞です",
    "hello world",
    "a\nb",
    "\x00\ud800",
    "**于** 洋",
]
TEXTS = st.text(max_size=200) | st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=20),
    max_size=25,
).flatmap(lambda pieces: st.sampled_from(["\n\n", "\n", "\r\n"]).map(lambda gap: gap.join(pieces)))


@given(TEXTS, st.sampled_from(TARGETS))
@settings(max_examples=150, deadline=None)
def test_any_page_converts_and_every_span_holds(text: str, target: str) -> None:
    page = banmian.parse(text)
    check(page, page.to(target), target)


@pytest.mark.parametrize(
    ("text", "name", "converted"),
    [
        ("位于洋浦港的干部", "于洋", "位於洋浦港的幹部"),
        ("剩余华丽的几页", "余华", "剩餘華麗的幾頁"),
        ("规范长江航道", "范长江", "規範長江航道"),
        ("余华说，书还有剩余", "余华", "余華說，書還有剩餘"),
    ],
)
def test_a_name_inside_a_word_is_none(text: str, name: str, converted: str) -> None:
    """位于洋浦 does not name 于洋."""
    assert banmian.convert(text, "traditional", names=[name]) == converted


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("涂先生、余女士和范老师", "涂先生、余女士和范老師"),
        ("嫌疑人于某称，他毕业于某大学", "嫌疑人于某稱，他畢業於某大學"),
        ("由于先生不在，终于女士优先，规范某些行为", "由於先生不在，終於女士優先，規範某些行爲"),
        ("导游小姐、模范教师、剩余先生", "導遊小姐、模範教師、剩餘先生"),
        ("作家余华与教授范曾在座", "作家余華與教授范曾在座"),
        ("记者余下的时间，经理范围之内，主任余款", "記者餘下的時間，經理範圍之內，主任餘款"),
        ("记者于昨日获悉", "記者於昨日獲悉"),
        ("余承东表示，车已上市。\n余华认为不然", "余承東表示，車已上市。\n余華認爲不然"),
        ("学生余票不退，摊主余货清仓，同余方程，余下说明", "學生餘票不退，攤主餘貨清倉，同餘方程，餘下說明"),
        ("余氯、余电，余情未了", "餘氯、餘電，餘情未了"),
        ("有助于老师备课，取决于老师，三十余博士", "有助於老師備課，取決於老師，三十餘博士"),
        ("余下的和范围外的，余姚人与余款，余票和余晖", "餘下的和範圍外的，餘姚人與餘款，餘票和餘暉"),
        ("来了三百\n余人说，示\n范区表示", "來了三百\n餘人說，示\n範區表示"),
        (
            "摊主余国栋（44岁）和于采(30岁，司机)说，其余三人（50岁）",
            "攤主余國棟（44歲）和于采(30歲，司機)說，其餘三人（50歲）",
        ),
    ],
)
def test_those_whom_the_text_addresses_keep_their_surnames(text: str, converted: str) -> None:
    """涂先生 is a person; 由于先生 is none."""
    assert banmian.convert(text, "traditional") == converted


def test_a_whole_name_goes_before_the_surname_that_is_addressed() -> None:
    assert banmian.convert("作家余采先生", "traditional", names=["余采"]) == "作家余采先生"


def test_one_name_may_be_given_as_a_string() -> None:
    """``names="余华"`` is one name, not two characters."""
    assert banmian.convert("余华来了", "traditional", names="余华") == "余華來了"


def test_only_text_is_converted() -> None:
    """Anything but a string is refused by name."""
    with pytest.raises(TypeError, match="not bytes"):
        banmian.convert(b"\xd3\xe0", "traditional")  # type: ignore[arg-type]
    for names, kind in (([None], "None"), ([b"\xd3\xe0"], "bytes"), (7, "int")):
        with pytest.raises(TypeError, match=f"names are the strings of people, not .*{kind}"):
            banmian.convert("余华来了", "traditional", names=names)  # type: ignore[arg-type]


def test_a_jump_mark_inside_a_paragraph_is_converted_once() -> None:
    """（上接第一版）is no part of the paragraph, and its line is printed over once."""
    page = banmian.parse(
        "# 抗旱\n\n（上接第一版）必须看到，今年的收成虽然很好，但是还有一部分地区受了旱灾。\n"
    )
    converted = page.to("traditional")
    assert (
        converted.text
        == "# 抗旱\n\n（上接第一版）必須看到，今年的收成雖然很好，但是還有一部分地區受了旱災。\n"
    )
    page = banmian.parse("## 老街\n\n“还是从前的样子。”住户老周说，他在这里住了四十年。（下转第三版）\n")
    assert page.to("traditional").text.endswith("他在這裏住了四十年。（下轉第三版）\n")


@pytest.mark.parametrize(
    "text",
    [
        "（上接第一版）\n会议要求，各地\n要守住河堤，备\n足物资，确保安\n全度汛。",  # a mark on a wrapped line of its own
        "会议发展，各地要守住河堤，确保安全度汛。（下转第二版）",
        "## 市里开会\n\n本报讯 全省会议昨日召开。\n\n" + "会议要求各地发展。\n" * 700,  # a loop is one block
    ],
    ids=["mark on a line", "mark behind a paragraph", "loop"],
)
def test_all_of_a_page_is_converted_once(text: str) -> None:
    page = banmian.parse(text)
    converted = page.to("traditional")
    assert len(converted.text) == len(text)
    assert not set("会议发确") & set(converted.text)
    assert [block.span for block in banmian.parse(converted.text).blocks] == [one.span for one in page.blocks]


@pytest.mark.parametrize(
    ("names", "converted"),
    [
        ("余华", "余華"),
        ("冬冬", "冬冬"),
        ("余承东、范长江、涂光晋", "余承東、范長江、涂光晉"),
        ("于 洋", "于 洋"),
        ("余  杰\n范 军", "余  傑\n范 軍"),
        ("李岩 张征 王干 王丑 陈采", "李岩 張征 王干 王丑 陳采"),
        (
            "岳秀，朴志，种丹妮，游本昌，郁钧剑，干宝，党文婷",
            "岳秀，朴志，种丹妮，游本昌，郁鈞劍，干寶，党文婷",
        ),
    ],
)
def test_a_text_of_nothing_but_names_keeps_them(names: str, converted: str) -> None:
    assert banmian.convert(names, "traditional") == converted


def test_whoever_stands_behind_an_office_is_a_person() -> None:
    people = {
        "导演于洋": "導演于洋", "市委书记于洋说": "市委書記于洋說", "运动员余华夺冠": "運動員余華奪冠",
        "局长游本昌": "局長游本昌", "教练涂丹到场": "教練涂丹到場",
    }  # fmt: skip
    nobody = (
        "记者于凌晨赶到",
        "市长于春节前",
        "学生于国庆节",
        "市民于江边散步",
        "记者于日前",
        "村民游玩",
        "代表范围",
        "选手余下",
    )
    for text, converted in people.items():
        assert banmian.convert(text, "traditional") == converted
    for text in nobody:
        assert banmian.convert(text, "traditional") == dependency("s2t").convert(text), text


def test_a_traditional_text_of_nothing_but_names_keeps_them() -> None:
    assert banmian.convert("徐乾學、王汎森、錢鍾書", "simplified") == "徐乾学、王汎森、钱锺书"
    assert banmian.convert("江乾涸", "simplified") == "江干涸"


def test_everyday_words_that_look_like_names_are_words() -> None:
    words = (
        "余年 余下 余款 余姚 余裕 余兴 于是 于此 于民 范围 范文 范例 涂料 涂鸦 郁闷 郁金香 朴素 岳父 岳家军 种子 种植业 "
        "游客 游民 游乐园 干部 干冰 干劲 党建 党员 后来 面条 周期 里面 万里 沈阳 黄岩 龙岩 胡涂 应征 高干 文采 安岳"
    )
    for word in words.split():
        assert banmian.convert(word, "traditional") == dependency("s2t").convert(word), word
