"""What a caption looks like that neither begins with 图为 nor ends with a credit (图片说明)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.grammar.names import is_plainly_a_name
from banmian.heuristics.kinship import CHANCE, text_window
from banmian.heuristics.sizes import size_of
from banmian.patterns import pattern
from banmian.reading.looks import FRAGMENT, breaks_off
from banmian.words import words_of

if TYPE_CHECKING:
    from banmian.model import Block

SHORTEST, LONGEST = 6, 48  #: characters


def shows_somebody_of_the_text_above(block: Block) -> str | None:
    """陈某在车间里调试机床 under a text with 陈某 tells what its picture shows: a caption (图片说明).

    >>> page = read_blocks("陈某林守着这台机床三十年，徒弟换了九个。\\n\\n陈某林在车间里调试机床\\n\\n## 邻县开会")
    >>> shows_somebody_of_the_text_above(page[1])
    '陈某林 of the text above, 在车间里调'
    >>> shows_somebody_of_the_text_above(page[2])
    """
    return _shows_somebody(block, MOST_PICTURES)


def _shows_somebody(block: Block, pictures: int) -> str | None:
    folded = block.folded.strip()
    if size_of(block) or not SHORTEST <= block.look.length <= LONGEST:
        return None
    facts = block.look
    if not (facts.titular or facts.closed):
        return None
    if facts.credit or facts.lede or facts.photo or facts.jump or facts.folio or not PLAIN.fullmatch(folded):
        return None
    above = _text_above(block, pictures)
    if above is None or NO_PICTURE.search(folded):
        return None
    done = DONE.search(folded, 2)
    seen = done or SHOWN.search(folded, 2)
    if seen is None:
        return None
    after = block.after
    inside = after is not None and after.look.prose
    if facts.closed and (inside or facts.length > LONGEST_SENTENCE or not done):
        return None  # the last words of a story may be one short sentence
    story = _story_above(above)
    name = _somebody(folded, story)
    if name and (done or not inside) and seen.start() <= len(name) + FEW:
        return f"{name} of the text above, {seen[0][:5]}"
    if facts.closed or inside:
        return None
    words = words_of(block.sheet)
    own = words.pairs[block.index]
    if words.weight(own & words.of(story)) < CHANCE:
        return None
    if words.weight(own & words.of(text_window(block, +1))) >= CHANCE:
        return None
    return f"speaks of the text above alone, {seen[0][:5]}"


def heads_a_chart(block: Block) -> str | None:
    """某某近一个月股价走势 under a text, above 数据来源：… or 制图：…, is the legend of a chart.

    >>> page = read_blocks("瑞丰昨日连续第三天涨停，交易所要求公司说明原因。\\n\\n瑞丰近一个月股价走势\\n\\n数据来源：某某软件 制图：尤里")
    >>> heads_a_chart(page[1])
    'a chart'
    >>> heads_a_chart(page[2])
    """
    if size_of(block) or not block.look.titular or block.look.length > LONGEST_SENTENCE:
        return None
    after = block.after
    folded = block.folded.rstrip()
    drawn = after is not None and SOURCE_OF_A_CHART.match(after.folded) is not None
    if not A_DRAWING.search(folded) and not (drawn and A_CURVE.search(folded)):
        return None
    return "a chart" if drawn or _text_above(block, MOST_PICTURES) is not None else None


LAST_OF_A_CHART = frozenset("图势化比布成况览")
A_DRAWING = pattern(r"(?:示意|分布|效果|曲线|走势|位置|线路|结构|流程|对比|规划|平面)图\Z")
A_CURVE = pattern(r"(?:走势|变化|对比|分布|构成|占比|趋势|情况|一览)\Z")
SOURCE_OF_A_CHART = pattern(r"[（(]?(?:数据|资料|图表)?来源[：/]|制[图表][：/ ]")


def is_a_sentence_under_a_picture(block: Block) -> str | None:
    """One whole sentence or two, right below an image mark and no longer than a caption, is its caption.

    All 24 of up to sixty characters are, on two hundred pages; a paragraph that a picture cut in two goes on longer.

    >>> page = read_blocks("雨下了一夜。\\n\\n![](1.jpg)\\n\\n清早，修伞匠挑着担子走过河坊桥。")
    >>> is_a_sentence_under_a_picture(page[2])
    'a sentence under a picture'
    >>> is_a_sentence_under_a_picture(page[0])
    """
    before, facts = block.before, block.look
    if before is None or before.kind != "image" or size_of(block) or not facts.closed:
        return None
    if not SHORTEST <= facts.length <= LONGEST_UNDER_A_PICTURE or facts.lede or facts.credit or facts.photo:
        return None
    above = before.before
    if FRAGMENT.match(block.folded) or (above is not None and above.look.prose and breaks_off(above)):
        return None
    return "a sentence under a picture"


LONGEST_UNDER_A_PICTURE = 60  #: characters


def _text_above(block: Block, pictures: int) -> Block | None:
    """The paragraph that ends right above, or above the captions of so many other pictures at the most."""
    before = block.before
    for others in reversed(range(pictures)):
        if before is None or before.look.prose:
            break
        if before.kind != "image" and not before.look.photo and not _shows_somebody(before, others):
            break
        before = before.before
    return before if before is not None and before.look.prose and before.look.closed else None


def _story_above(block: Block) -> list[Block]:
    """The blocks above, up to where a report opens."""
    story: list[Block] = []
    above: Block | None = block
    while above is not None and len(story) < MOST_OF_A_STORY:
        story.append(above)
        if above.look.lede or (above.look.credit and not above.look.photo):
            break
        above = above.before
    return story


MOST_OF_A_STORY = 16  #: blocks


def _somebody(folded: str, story: list[Block]) -> str | None:
    """The name with which a line begins, if the text above has it."""
    for length in (3, 2, 4):
        name = folded[:length]
        if is_plainly_a_name(name) and any(name in one.folded for one in story):
            return name
    return None


MOST_PICTURES = 3
FEW = 6  #: characters between a name and what he does: （左二）, 和儿子
LONGEST_SENTENCE = 40  #: characters
#: one of these stands in whatever tells what is seen
ACTION = pattern(
    r"[在正着向为给与和跟]|展示|试[用穿]|庆祝|查看|检查|察看|合影|观察|演示|操作|记录|讲解|翻看|抚摸|手持|手捧|怀抱"
)
#: one clause or two, and no speech
PLAIN = pattern(r"[^：；？！。“《]{2}[^：；？！。]*。?")
#: what is not yet done, or asks, is no picture
NO_PICTURE = pattern(r"为何|为什么|怎么|如何|不|没|[将要应须让使令]|[了过][，。]|问题|工作")
#: where somebody is, and that he is doing something
DONE = pattern(
    r"在[^，。在]{1,12}?(?:里|上|内|前|中|旁|边|下|间|外|口|现场|田头|车间|地头)(?:(?!的)[^，。]{2,}|\Z)"
    r"|在[^，。在]{2,8}(?:给|为|向|与|和|对)[^，。]{3,}"
    r"|正?在(?:给|向|为|和|与|对|帮|教|听|看|查|检|指|展|采|收|割|种|喂|修|做|画|写|读|练|捕|晒|赶|剥|包|量|打|排|参|调|观|操|记|讲|翻)"
    r"|正(?:在|给|向|为|和|与|对)"
    r"|(?:向|为|给|与|和|跟)[^，。]{2,12}(?:讲解|介绍|展示|演示|示范|交谈|合影|颁奖|敬礼|交流|送上|体检|义诊|赠送)"
    r"|[\u4e00-\u9fff]着(?![落手重眼力想急陆火])"
)
SHOWN = pattern(r"展示|试用|试穿|庆祝|查看|检查|察看|合影|观察|演示|操作|记录|讲解|翻看|抚摸|手持|手捧|怀抱")
