"""The page view in a real browser: what a person sees of a page, does to it, and takes away."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

import banmian
from banmian.cli import main
from banmian.export.margin import labels_of, read_margin, to_margin
from banmian.model import Role
from banmian.scoring import score

if TYPE_CHECKING:
    from conftest import View

ROOT = Path(__file__).parent.parent.parent
LABELLED = sorted((ROOT / "tests" / "pages").glob("*.txt"))
PHONE = (390, 844)
READABLE = 4.5  # the contrast that WCAG 2 asks of text
TEXT = """\
江城日报 2019年12月27日 星期五 A1版 要闻

## 老城区三条街巷换新灯

江城日报记者 陈明 通讯员 李晓光

江城日报讯 昨天傍晚，老城区的三条街巷亮起了新灯，住在这里的老人说，夜里下楼再也不用带手电筒了。据街

道办负责人说，三条街巷共换灯八十六盏，每盏灯都比旧灯省电一半，明年还要再换五条街巷。

摸黑走路的日子过去了，孩子们放学以后也愿意在巷口多玩一会儿，家长们都很放心。

## 河堤步道年底贯通

江城日报讯 全长六公里的河堤步道将在年底贯通，市民可以从南桥一直走到北桥，沿途设有十二处长椅。
"""


@pytest.fixture
def corrected(view: View) -> View:
    """The view of a small page, as it is when somebody begins to correct it."""
    page = banmian.parse(TEXT)
    assert [article.headline for article in page.articles] == ["老城区三条街巷换新灯", "河堤步道年底贯通"]
    assert len(page.articles[0].paragraphs) == 2
    return view.open(page)


# --- seeing -------------------------------------------------------------------------------------


def test_every_line_stands_in_the_colour_of_its_article(view: View, seed_page: banmian.Page) -> None:
    """The text in printed order; lines of one article have one colour, no two articles share it."""
    view.open(seed_page)
    rows = labels_of(seed_page).rows
    assert [line.get_attribute("data-line") for line in view.all(".line")] == [str(row.line) for row in rows]
    assert view.run("[...document.querySelectorAll('.line .text')].map((text) => text.textContent)") == [
        row.text for row in rows
    ]
    colours = view.run(
        "[...document.querySelectorAll('.line .text')].map((text) => getComputedStyle(text).borderLeftColor)"
    )
    of_articles = {(row.article, colour) for row, colour in zip(rows, colours, strict=True) if row.article}
    assert len(of_articles) == len(seed_page.articles) == len({colour for _, colour in of_articles})


def test_roles_stand_in_the_margin_and_problems_are_marked(view: View, seed_page: banmian.Page) -> None:
    """The role stands beside the first line of each block, a mark beside what a person should look at."""
    view.open(seed_page)
    shown = Counter(element.text.removeprefix("↳ ") for element in view.shown(".line .role"))
    expected = Counter(block.role.replace("_", " ") for block in seed_page.blocks)
    assert shown == expected
    assert len(view.shown(".problems li")) == len(seed_page.problems)
    loop = next(problem for problem in seed_page.problems if problem.kind is banmian.ProblemKind.LOOP)
    number = seed_page.text.count("\n", 0, loop.span.start) + 1
    assert view.line(number).find_element("css selector", ".flag").get_attribute("title") == loop.message


def test_articles_stand_as_they_will_be_handed_on(view: View, seed_page: banmian.Page) -> None:
    """Headline, people and joined paragraphs of every article can be read beside the source."""
    view.open(seed_page)
    stories = view.all(".story")
    assert len(stories) == len(seed_page.articles)
    for story, article in zip(stories, seed_page.articles, strict=True):
        text = story.get_property("textContent")
        assert article.headline in text
        for paragraph in article.paragraphs:
            assert paragraph.text in text
        for byline in article.bylines:
            assert "、".join(byline.names) in text


def test_resting_on_a_line_shows_its_votes(view: View, seed_page: banmian.Page) -> None:
    """Every vote with its reason; leaving the line takes them away again."""
    view.open(seed_page)
    block = next(block for block in seed_page.blocks if block.role is Role.HEADLINE)
    number = seed_page.text.count("\n", 0, block.span.start) + 1
    view.hover(number)
    shown = view.one("#votes").get_property("textContent")
    for vote in block.votes:
        assert vote.reason in shown
        assert vote.by in shown
    assert view.one("#what").text.startswith("headline")
    assert not view.one("#editor").is_displayed()
    view.run("document.querySelector('#source').dispatchEvent(new PointerEvent('pointerleave'))")
    assert view.one("#hint").is_displayed()


def test_a_click_keeps_the_line(view: View, seed_page: banmian.Page) -> None:
    """The reasons stay while the pointer goes on, and the same words are marked in the article."""
    view.open(seed_page)
    view.click(10)
    view.hover(14)
    assert "line 10" in view.one("#what").text
    assert view.one("#editor").is_displayed()
    (lit,) = view.all(".story .lit")
    assert lit.get_property("textContent").startswith("按照最早期新能源车电池")
    view.press(Keys.ESCAPE)
    assert not view.one("#editor").is_displayed()


def test_a_paragraph_of_an_article_leads_to_its_source(view: View, seed_page: banmian.Page) -> None:
    """A click on an article's headline chooses the line where it was printed."""
    view.open(seed_page)
    view.one(".story h3").click()
    (chosen,) = view.all(".line.chosen")
    assert chosen.get_attribute("data-role") == "headline"
    assert "“退役”蓄电池将获梯次利用" in chosen.text


def test_joined_paragraphs_and_displaced_heads_are_linked(view: View, seed_page: banmian.Page) -> None:
    """A solid line for each place where a paragraph was joined, a dashed one to the head printed far away."""
    view.open(seed_page)
    drawn = view.run(
        """[...document.querySelectorAll(".links g")].map((link) => [
            link.querySelector("path").getAttribute("class"),
            Number(link.dataset.from), Number(link.dataset.to), link.getBoundingClientRect().height])"""
    )
    joins = sum(len(p.spans) - 1 for article in seed_page.articles for p in article.paragraphs)
    assert Counter(kind for kind, *_ in drawn)["joined"] == joins == 5
    head = view.line_with("“退役”蓄电池将获梯次利用")
    first = view.line_with("首批动力电池即将大规模")
    assert ("head", head, first) in {(kind, start, end) for kind, start, end, _ in drawn}
    assert all(height > 5 for *_, height in drawn)
    view.one('#roles [data-only="headline"]').click()
    view.one('#roles [data-only="byline"]').click()
    assert view.all(".links g") == []  # an end of each is hidden now


# --- filters ------------------------------------------------------------------------------------


def test_filters_by_role(view: View, seed_page: banmian.Page) -> None:
    """Only the lines of the chosen roles stay, and the button says how many blocks have it."""
    view.open(seed_page)
    button = view.one('#roles [data-only="headline"]')
    headlines = sum(block.role is Role.HEADLINE for block in seed_page.blocks)
    assert button.text.split() == ["headline", str(headlines)]
    button.click()
    assert {line.get_attribute("data-role") for line in view.shown(".line")} == {"headline"}
    assert view.one("#count").text == f"{headlines} of {len(view.all('.line'))} lines"
    view.one("#clear").click()
    assert len(view.shown(".line")) == len(view.all(".line"))


def test_filters_by_article(view: View, seed_page: banmian.Page) -> None:
    """Only the lines of one article stay, also those printed far away, and only its text beside them."""
    view.open(seed_page)
    view.choose("#only-article", "1")
    assert len(view.shown(".line")) == len(seed_page.articles[0].blocks)
    assert len(view.shown(".story")) == 1


def test_filters_problems(view: View, seed_page: banmian.Page) -> None:
    """Only what a person should look at."""
    view.open(seed_page)
    view.one("#only-problems").click()
    shown = view.shown(".line")
    assert shown
    assert all("flagged" in line.get_attribute("class") for line in shown)


# --- correcting ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LABELLED, ids=[path.stem for path in LABELLED])
def test_labels_that_nobody_corrected_are_those_of_the_parse(view: View, path: Path) -> None:
    """The file that is saved says what the parse says, of every page and in both scripts."""
    page = banmian.parse(read_margin(path.read_bytes().decode("utf-8")).text)
    view.open(page, name=path.name)
    labelled = read_margin(view.saved())
    assert labelled.text == page.text
    assert labelled.rows == labels_of(page).rows
    assert view.name_of_download == f"{path.stem}.margin.txt"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_saved_labels_keep_the_line_ends(view: View, end: str) -> None:
    """The margin form of a page from Windows, and from an old Macintosh, is the command's to the byte."""
    page = banmian.parse(TEXT.replace("\n", end))
    view.open(page)
    assert view.saved() == to_margin(page)
    assert end in to_margin(page) and read_margin(to_margin(page)).text == page.text


def test_a_corrected_role_is_saved(
    corrected: View, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Choose another role, save, and read the file back: this line differs and no other."""
    view = corrected
    number = view.line_with("摸黑走路")
    view.click(number)
    view.choose("#role", "deck")
    labelled = read_margin(view.saved())
    assert labelled.text == TEXT
    for row, before in zip(labelled.rows, labels_of(view.page).rows, strict=True):
        assert row.roles == ((Role.DECK,) if row.line == number else before.roles)
    assert view.one("#save").text == "Save labels (1 corrected)"
    assert "was read as paragraph" in view.one("#notice").text
    figures = score(view.page, labelled)
    assert figures.role is not None and 0.5 < figures.role < 1
    kept = tmp_path / view.name_of_download
    kept.write_text(view.saved(), encoding="utf-8", newline="")
    assert main(["score", str(kept)]) == 0
    assert f"{figures.role:.3f}" in capfd.readouterr().out


def test_a_role_nobody_can_tell(corrected: View) -> None:
    """A line can be left unjudged."""
    number = corrected.line_with("摸黑走路")
    corrected.click(number)
    corrected.choose("#role", "")
    (row,) = [row for row in read_margin(corrected.saved()).rows if row.line == number]
    assert row.roles == ()


def test_a_line_moves_to_another_article(corrected: View) -> None:
    """Both articles are put together anew, and a number that is not there yet makes a new one."""
    view = corrected
    number = view.line_with("摸黑走路")
    view.click(number)
    view.choose("#article", "2")
    first, second = view.all(".story")
    assert "摸黑走路" not in first.text
    assert "摸黑走路" in second.text
    view.choose("#article", "3")
    assert len(view.all(".story")) == 3
    (row,) = [row for row in read_margin(view.saved()).rows if row.line == number]
    assert row.article == "3"


def test_paragraphs_are_joined_and_split(corrected: View) -> None:
    """Split what was joined and join what was not; the file says so with its + signs."""
    view = corrected
    joined, apart = view.line_with("道办负责人说"), view.line_with("摸黑走路")
    view.click(joined)
    view.one("#split").click()
    assert len(view.all(".story")[0].find_elements("css selector", "p")) == 3
    view.click(apart)
    view.one("#join").click()
    assert len(view.all(".story")[0].find_elements("css selector", "p")) == 2
    rows = {row.line: row for row in read_margin(view.saved()).rows}
    assert rows[joined].continues is None
    assert rows[apart].continues == joined


def test_hard_wrapped_lines_are_split_where_they_were_clicked(view: View) -> None:
    """A block of several lines can begin anew at any of them."""
    lines = [
        "昨日下午三時許，城內大街忽有一老",
        "者倒臥道旁，行人圍觀，不敢近前，",
        "旋有巡警趕到，將其扶起，送往醫院",
        "救治，據醫生言，老者因飢餓過度，",
        "以致昏暈，並無大礙，休養數日，當",
        "可痊癒云。",
        "又訊城外運河近日水漲，沿岸居民紛",
        "紛遷避，縣府已派員前往查勘，並撥",
        "給糧食若干，以資救濟，聞日內可望",
        "退水云。",
    ]
    page = banmian.parse("\n".join(lines) + "\n")
    assert any(block.text.count("云") == 1 and len(block.pieces) == 6 for block in page.blocks)
    view.open(page)
    view.click(3)
    assert view.one("#split").text == "Split at line 3"
    view.one("#split").click()
    before = {row.line: row for row in labels_of(page).rows}
    rows = {row.line: row for row in read_margin(view.saved()).rows}
    assert (before[3].continues, rows[3].continues) == (2, None)
    assert rows[4].continues == 3
    view.choose("#role", "artifact")
    rows = {row.line: row for row in read_margin(view.saved()).rows}
    assert [rows[number].roles for number in (2, 3, 6)] == [
        (Role.PARAGRAPH,),
        (Role.ARTIFACT,),
        (Role.ARTIFACT,),
    ]


def test_corrections_are_undone_and_done_again(corrected: View) -> None:
    """Back step by step to the parse, and forth again."""
    view = corrected
    untouched = view.saved()
    number = view.line_with("摸黑走路")
    view.click(number)
    view.choose("#role", "deck")
    view.choose("#article", "2")
    twice = view.saved()
    view.one("#undo").click()
    assert view.line(number).get_attribute("data-article") == "1"
    assert view.line(number).get_attribute("data-role") == "deck"
    view.one("#undo").click()
    assert not view.one("#undo").is_enabled()
    assert view.saved() == untouched
    assert view.all(".corrected") == []
    view.one("#redo").click()
    view.one("#redo").click()
    assert view.saved() == twice


@pytest.mark.parametrize("name", ["county-paper", "republican-1940s", "taiwan-daily"])
def test_any_corrections_can_be_read_back_and_undone(view: View, name: str) -> None:
    """Two hundred corrections without sense: the file is still a labelled page of the same text."""
    labelled = read_margin((ROOT / "tests" / "pages" / f"{name}.txt").read_bytes().decode("utf-8"))
    page = banmian.parse(labelled.text)
    view.open(page)
    untouched = view.saved()
    steps = view.run(
        """((seed) => {
            const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
            const lines = [...document.querySelectorAll(".line")];
            const choose = (id) => {
                const list = document.getElementById(id);
                list.selectedIndex = random(list.options.length);
                list.dispatchEvent(new Event("change"));
            };
            for (let step = 0; step < 200; step += 1) {
                lines[random(lines.length)].click();
                [() => choose("role"), () => choose("article"), () => document.getElementById("join").click(),
                 () => document.getElementById("split").click(), () => document.getElementById("split").click()][random(5)]();
            }
            return lines.filter((line) => line.classList.contains("corrected")).length;
        })(20191227)"""
    )
    assert steps > 30
    corrected = read_margin(view.saved())
    assert corrected.text == page.text
    assert corrected.rows != labels_of(page).rows
    for story in view.all(".story"):
        assert story.find_elements("css selector", "h3")
    view.run(
        "(() => { const undo = document.getElementById('undo'); while (!undo.disabled) undo.click(); })()"
    )
    assert view.saved() == untouched
    assert view.all(".corrected") == []


def test_corrections_outlive_the_window(corrected: View) -> None:
    """Close the page and open it again: what was corrected is still there, and can still be undone."""
    view = corrected
    untouched = view.saved()
    view.click(view.line_with("摸黑走路"))
    view.choose("#role", "deck")
    view.click(view.line_with("道办负责人说"))
    view.one("#split").click()
    as_corrected = view.saved()
    assert as_corrected != untouched
    view.driver.refresh()
    assert view.saved() == as_corrected
    view.one("#undo").click()
    assert view.saved() == untouched
    view.driver.refresh()
    assert not view.one("#undo").is_enabled()
    view.open(banmian.parse(TEXT.replace("八十六", "八十七")))
    assert view.all(".line.corrected") == []


def test_people_are_corrected(corrected: View) -> None:
    """Whom a line credits; a slip is named and not taken over."""
    view = corrected
    number = view.line_with("江城日报记者")
    view.click(number)
    field = view.one("#people")
    assert field.get_property("value") == "reporter:陈明@江城日报;correspondent:李晓光"
    field.clear()
    field.send_keys("boss:陈明", Keys.TAB)
    assert "role:Name@Affiliation" in view.one("#error").text
    field.clear()
    field.send_keys("reporter:陈明; photographer:李晓光", Keys.TAB)
    assert view.one("#error").text == ""
    (row,) = [row for row in read_margin(view.saved()).rows if row.line == number]
    assert [*map(str, row.people)] == ["reporter:陈明", "photographer:李晓光"]


def test_all_of_it_by_keys(corrected: View) -> None:
    """Walk down, keep a block, correct it, undo, save: no pointer is needed."""
    view = corrected
    view.one(".line").send_keys(Keys.ARROW_DOWN)
    view.press(Keys.ENTER)
    assert view.one(".line.chosen").get_attribute("data-line") == "3"
    view.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert view.one(".line.chosen").get_attribute("data-line") == "9"
    view.press("x")
    assert "joined" not in view.line(9).get_attribute("class")
    view.press("u")
    assert "joined" in view.line(9).get_attribute("class")
    view.press("r")
    assert view.run("document.activeElement.id") == "role"
    view.press(Keys.ESCAPE)
    assert view.run("document.activeElement.dataset.line") == "9"
    view.press("?")
    assert view.one("#help").is_displayed()
    view.press(Keys.ESCAPE)
    for old in view.downloads.iterdir():
        old.unlink()
    view.press("s")
    assert read_margin(view.downloaded()).text == TEXT


# --- whatever stands on the page ----------------------------------------------------------------

HOSTILE = """\
## </script><script>window.caught = 1</script>

记者 <img src=x onerror="window.caught = 2">

<a href="javascript:window.caught = 3">昨天傍晚</a>，老城区的三条街巷亮起了新灯，]]> <!-- 老人们说 --> {{program}} ${1} 夜里下楼再也不用带手电筒了。

<svg onload="window.caught = 4"><style>* { display: none }</style></svg> &lt;b&gt; &amp; \u2028 \u2029 "onmouseover='window.caught = 5'

𠮷野家在城南新开了一家店，昨天傍晚开门迎客，店主说要开到夜里十二点，附近的居民都很高兴。
"""


def test_markup_on_the_page_is_text(view: View) -> None:
    """Tags, handlers, addresses of programs and the template's own marks are shown as they were printed."""
    page = banmian.parse(HOSTILE)
    view.open(page, name='"><script>window.caught = 6</script>.md')
    for number in range(1, 10, 2):
        view.click(number)
    view.choose("#role", "headline")
    shown = view.run("[...document.querySelectorAll('.line .text')].map((text) => text.textContent)")
    assert shown == [line for line in HOSTILE.split("\n") if line]
    assert view.run("window.caught") is None
    assert view.all("body a, body img, body style, .source svg, .articles svg") == []
    assert read_margin(view.saved()).text == HOSTILE


def test_nothing_is_fetched(view: View, seed_page: banmian.Page) -> None:
    """One file from the file system, and no other address."""
    view.open(seed_page)
    view.requests()
    view.driver.refresh()
    view.click(10)
    assert [url for url in view.requests() if not url.startswith(("data:", "blob:"))] == [
        (view.folder / "view.html").as_uri()
    ]


@pytest.mark.parametrize("text", ["", "\n \n", "一\r\n二\r\n", "　\n## 標題\n\n𠀀𠀁𠀂正文", "a\x00b\x0bc\n"])
def test_odd_pages(view: View, text: str) -> None:
    """A blank page, other line ends, characters beyond the first plane, control characters."""
    page = banmian.parse(text)
    view.open(page, name=None)
    assert read_margin(view.saved()).text == page.text
    assert view.name_of_download == "page.margin.txt"


def test_a_page_in_traditional_characters(view: View, seed_page: banmian.Page) -> None:
    """The converted page is shown in the characters and the fonts of its script."""
    page = seed_page.to("traditional")
    view.open(page)
    assert "醴陵獲評" in view.one("#articles").text
    fonts = view.run("getComputedStyle(document.querySelector('.line .text')).fontFamily")
    assert "PingFang TC" in fonts and "PingFang SC" not in fonts


# --- how it looks -------------------------------------------------------------------------------


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The contrast of two colours as WCAG 2 defines it, from 1 to 21."""

    def luminance(color: tuple[float, float, float]) -> float:
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_either_scheme(view: View, seed_page: banmian.Page, scheme: str) -> None:
    """Every piece of text that shows stands out from what is behind it."""
    view.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    view.open(seed_page)
    view.click(10)
    pairs = view.run(
        """(() => {
            const found = {};
            for (const element of document.querySelectorAll("body *")) {
                const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
                if (!words || !element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
                let behind = element;
                while (["rgba(0, 0, 0, 0)", "transparent"].includes(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
                const key = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
                found[key.join("|")] ??= [...key, `${element.tagName}.${element.className}: ${element.textContent.slice(0, 20)}`];
            }
            return Object.values(found);
        })()"""
    )
    assert len(pairs) > 20
    poor = [
        (round(ratio, 2), what)
        for text, behind, what in pairs
        if (ratio := contrast(view.pixels(text), view.pixels(behind))) < READABLE
    ]
    assert poor == []
    (paper,) = {view.pixels(view.run("getComputedStyle(document.body).backgroundColor"))}
    assert (paper[0] > 0.9) == (scheme == "light")


def test_the_scheme_can_be_changed(view: View, seed_page: banmian.Page) -> None:
    """A click turns light to dark, and back."""
    view.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    view.open(seed_page)
    light = view.run("getComputedStyle(document.body).backgroundColor")
    view.one("#theme").click()
    assert view.run("getComputedStyle(document.body).backgroundColor") != light
    view.one("#theme").click()
    assert view.run("getComputedStyle(document.body).backgroundColor") == light


def test_a_phone_shows_one_pane_at_a_time(view: View, seed_page: banmian.Page) -> None:
    """Nothing is wider than the phone, the margin stands above the text, and the reasons come up from below."""
    view.open(seed_page, size=PHONE)
    assert view.run("document.documentElement.scrollWidth") <= PHONE[0]
    assert view.shown(".line") and not view.shown(".story")
    for line in view.shown(".line")[:40]:
        assert line.rect["x"] >= 0 and line.rect["x"] + line.rect["width"] <= PHONE[0]
    view.click(12)
    sheet, line = view.one("#inspector").rect, view.one(".line.chosen").rect
    assert sheet["y"] + sheet["height"] == pytest.approx(PHONE[1], abs=2)
    assert 0 <= line["y"] < sheet["y"]
    view.one("#close").click()
    assert not view.one("#inspector").is_displayed()
    view.one('.tabs [data-pane="articles"]').click()
    assert view.shown(".story") and not view.shown(".line")
    view.one(".story h3").click()
    assert view.one(".line.chosen").is_displayed()


def test_a_notebook_keeps_its_own_looks(view: View, seed_page: banmian.Page) -> None:
    """What Jupyter shows has no program, and changes nothing beside itself."""
    around = "<h3 id='own'>Results</h3><ol><li id='item'>one</li></ol>"
    looks = """["#own", "#item", "body"].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector));
        return [style.font, style.color, style.backgroundColor, style.margin, style.display];
    })"""
    head = "<!doctype html><meta charset=utf-8>"
    view.open_html(f"{head}{around}")
    before = view.run(looks)
    view.open_html(f"{head}{around}{seed_page._repr_html_()}")
    assert view.run(looks) == before
    assert len(view.shown(".banmian .story")) == len(seed_page.articles)
    assert view.all("script") == []
    assert "株洲日报记者 廖喜康" in view.one(".line").get_attribute("title")


def test_screenshot(
    view: View, seed_page: banmian.Page, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """The picture in the README is taken here."""
    view.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    view.open(seed_page, name="000_8692836f81e36c42.txt", size=(1280, 800))
    head = view.line_with("“退役”蓄电池将获梯次利用")
    view.click(head)
    target = tmp_path / "page-view.png"
    if request.config.getoption("--update-screenshot"):
        target = ROOT / "docs" / "images" / "page-view.png"
        target.parent.mkdir(exist_ok=True)
    assert view.driver.save_screenshot(str(target))
    assert target.stat().st_size > 50_000
