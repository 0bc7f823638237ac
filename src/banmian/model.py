"""What a page is made of: the values that every stage hands on.

Everything is frozen; collections are tuples; the text as printed stands beside every
interpretation. Offsets count code points of ``Page.text``, ends are exclusive.
"""

from __future__ import annotations

from collections import Counter
from copyreg import __newobj__  # type: ignore[attr-defined]
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import Factory, evolve, field, fields, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from banmian.reading.looks import Look
    from banmian.script.phrases import Converter


class Role(StrEnum):
    """What a block is for on the page."""

    KICKER = "kicker"  #: 引题: the line above the headline
    HEADLINE = "headline"  #: 主题
    DECK = "deck"  #: 副题: the line below it
    BYLINE = "byline"  #: 署名: who wrote it
    SUBHEAD = "subhead"  #: 小标题: a heading inside a story
    PARAGRAPH = "paragraph"  #: 正文
    CAPTION = "caption"  #: 图片说明
    CREDIT = "credit"  #: whose picture it is, on a line of its own
    DATELINE = "dateline"  #: 电头: agency, place and date on a line of their own
    JUMP = "jump"  #: 转版: where the story goes on
    STANDING_HEAD = "standing_head"  #: 栏题: the name of a column over one or more items
    TEASER = "teaser"  #: 导读: points to a story on another page
    FOLIO = "folio"  #: 版头: nameplate, date, page number, editors of the page
    ADVERT = "advert"  #: 广告, 启事
    ARTIFACT = "artifact"  #: image marks, loops and other traces of the reading machine


class BylineRole(StrEnum):
    """What a person did for an article."""

    REPORTER = "reporter"  #: 记者, of any rank
    CORRESPONDENT = "correspondent"  #: 通讯员: an unpaid contributor from outside
    INTERN = "intern"  #: 实习生
    PHOTOGRAPHER = "photographer"  #: 摄
    AUTHOR = "author"  #: 文, 撰文, 作者
    EDITOR = "editor"  #: 编辑 of this article, not of the page
    COMPILER = "compiler"  #: 整理, 编译
    TRANSLATOR = "translator"  #: 译
    NARRATOR = "narrator"  #: 讲述人, 口述
    COMMENTATOR = "commentator"  #: 评论员
    ILLUSTRATOR = "illustrator"  #: 制图, 漫画


class Script(StrEnum):
    """Which Chinese script a text is printed in."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"
    MIXED = "mixed"


class Direction(StrEnum):
    """Where a jump line sends the reader."""

    TO = "to"  #: 下转
    FROM = "from"  #: 上接


class ProblemKind(StrEnum):
    """Why a person should look at a page."""

    UNDECODED = "undecoded"  #: bytes that no character stands for became U+FFFD
    ENCODING = "encoding"  #: the declared encoding does not decode the bytes
    LOOP = "loop"  #: the reading machine repeated itself; what the loop displaced is lost
    HEADLINE_WITHOUT_BODY = "headline_without_body"
    BODY_WITHOUT_HEADLINE = "body_without_headline"
    BROKEN_PARAGRAPH = "broken_paragraph"  #: breaks off, and its other half was not found
    ZIPPED_COLUMNS = "zipped_columns"  #: two columns read line by line across
    WRONG_WEEKDAY = "wrong_weekday"  #: the folio's date is no such day of the week: one of them is misread
    HEURISTIC = "heuristic"  #: a reading failed; its vote is missing
    LOW_MARGIN = "low_margin"  #: another role was nearly as likely
    JUMP_WITHOUT_END = "jump_without_end"  #: 下转 or 上接 whose other end is not in the issue
    ANOTHER_ISSUE = "another_issue"  #: a page of an issue prints another date or paper than the rest


class Span(NamedTuple):
    """Where a text stands: ``text[start:end]``, in code points."""

    start: int
    end: int


#: who says on a block's votes what became of it when the page was put together
ASSEMBLY = "assembly"


class Vote(NamedTuple):
    """One reason for or against one role of one block."""

    by: str  #: name of the heuristic, or "neighbourhood", "assembly"
    role: Role
    weight: float  #: negative when it speaks against the role
    reason: str


#: what one reading says: its rows of the table, as (name, role, weight), and its reason
Said = tuple[tuple[tuple[str, Role, float], ...], str]
#: All that was said about a block. A page has a thousand votes, and they are made of this when somebody
#: reads them: to make them all would take a good part of the time that reading the page takes.
Ballot = tuple[Said, ...]


def votes_of(ballot: Ballot) -> tuple[Vote, ...]:
    """The votes of a ballot, one by one."""
    return tuple([Vote(*row, reason) for rows, reason in ballot for row in rows])


def ballot_of(votes: Iterable[Vote]) -> Ballot:
    """The ballot that holds these votes."""
    return tuple([(((vote.by, vote.role, vote.weight),), vote.reason) for vote in votes])


@frozen(weakref_slot=False)  # so that a draft can become one, see reading.blocks
class Block:
    """One reading unit of a page: a paragraph, a heading line, a caption, …

    ``text`` leaves out heading marks and emphasis; ``span`` takes them in.
    """

    span: Span
    text: str
    role: Role = Role.PARAGRAPH
    article: int | None = None
    #: what was said about it, as ``votes`` are made of it
    ballot: Ballot = field(default=(), repr=False, eq=votes_of)
    #: by how much the chosen role leads over the next best on the page as a whole
    margin: float = 0.0

    # How it stands on the page, as reading found it. Later stages change nothing of this, and it is no
    # part of a comparison.
    index: int = field(kw_only=True, repr=False, eq=False)  #: its place in ``page.blocks``
    #: the source spans that ``text`` is made of
    pieces: tuple[Span, ...] = field(kw_only=True, repr=False, eq=False)
    #: the number of ``#`` before it; 0 for none
    level: int = field(default=0, kw_only=True, repr=False, eq=False)
    bold: bool = field(default=False, kw_only=True, repr=False, eq=False)  #: all of it stands in ``**``
    indent: int = field(default=0, kw_only=True, repr=False, eq=False)  #: ideographic cells before it
    kind: str = field(default="text", kw_only=True, repr=False, eq=False)  #: text, image, table, rule, loop
    listed: bool = field(default=False, kw_only=True, repr=False, eq=False)  #: a list mark stands before it
    gap: bool = field(default=False, kw_only=True, repr=False, eq=False)  #: a blank line stands before it
    #: the page that it stands on
    sheet: Sheet = field(kw_only=True, repr=False, eq=False)

    # These two are found out when a page is read. In a page that was converted or read from JSON, in which
    # nobody asks, they are when somebody asks: see UnreadBlock.
    #: the text for matching: widths unified, Traditional folded to Simplified, offset for offset
    folded: str = field(init=False, repr=False, eq=False)
    #: facts that readings ask for: its length, how it ends, what of the grammar it is
    look: Look = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        become(self, UnreadBlock)

    # What is found out when somebody asks stays out of pickles and copies.
    def __getstate__(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in _names_of_what_is_given(Block)])

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(_names_of_what_is_given(Block), state, strict=True):
            object.__setattr__(self, name, value)
        become(self, UnreadBlock)

    @property
    def votes(self) -> tuple[Vote, ...]:
        """Who said what about it, and why: every reading that spoke, the neighbourhood, the assembly."""
        return votes_of(self.ballot)

    @property
    def before(self) -> Block | None:
        """The block printed before it."""
        index = self.index
        return self.sheet.blocks[index - 1] if index else None

    @property
    def after(self) -> Block | None:
        """The block printed after it."""
        index = self.index + 1
        blocks = self.sheet.blocks
        return blocks[index] if index < len(blocks) else None

    def source_spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans of ``text[start:end]``, one for each piece that it touches."""
        spans = []
        at = 0
        for piece in self.pieces:
            length = piece.end - piece.start
            low, high = max(start, at), min(end, at + length)
            if low < high:
                spans.append(Span(piece.start + low - at, piece.start + high - at))
            at += length
        return tuple(spans)

    def source_span(self, start: int, end: int) -> Span:
        """The one source span that ``text[start:end]`` stands in."""
        spans = self.source_spans(start, end)
        return Span(spans[0].start, spans[-1].end) if spans else Span(self.span.start, self.span.start)

    @property
    def width(self) -> int:
        """The characters of its longest printed line, white space at the ends left out."""
        return max([len(self.sheet.text[start:end].strip()) for start, end in self.pieces], default=0)

    @property
    def times(self) -> int:
        """How often its text stands on the page as a block, white space left out; 1 for once."""
        sheet = self.sheet
        if sheet.times is None:
            sheet.times = Counter(["".join(block.folded.split()) for block in sheet.blocks])
        return sheet.times["".join(self.folded.split())]

    def explain(self) -> str:
        """Why it has its role, in lines for a person to read.

        The role that won, the runner-up, the margin, every vote with its reason, how much of the margin
        the neighbourhood gave, and what the assembly made of the block.
        """
        from banmian.explaining import explain_block

        return explain_block(self)


class UnreadBlock(Block):
    """A block of which nobody has asked ``folded`` and ``look`` yet; becomes a plain ``Block`` when somebody does.

    It passes for one. It is a class of its own because Python takes ten times as long for every field of a
    class with ``__getattr__``, and reading a page asks some hundred thousand.
    """

    __slots__ = ()

    if not TYPE_CHECKING:  # a type checker would take __getattr__ for leave to ask for any attribute
        __class__ = property(lambda self: Block)

        def __getattr__(self, name: str) -> object:
            if name == "folded":
                from banmian.reading.blocks import joined

                object.__setattr__(self, name, joined(self.sheet.folded, self.pieces))
            elif name == "look":
                from banmian.reading.looks import take_looks

                object.__setattr__(self, name, take_looks(self.sheet)[self.index])
                self.folded  # noqa: B018 (found out as well)
                become(self, Block)
            else:
                message = f"{self.__class__.__name__!r} object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self)
            return getattr(self, name)

        def __reduce_ex__(self, protocol: int) -> tuple[object, ...]:
            return __newobj__, (Block,), self.__getstate__()


#: sets what an object is, over the frozen ``__setattr__`` and over what it passes for
become: Final[Callable[[object, type], None]] = vars(object)["__class__"].__set__


@cache
def _names_of_what_is_given(model: type[Block]) -> tuple[str, ...]:
    return tuple([one.name for one in fields(model) if one.init])


class Sheet:
    """A page while it is read: its text, its blocks, and what is true of it as a whole.

    Blocks look up from here to their neighbours. Not part of any comparison.
    """

    __slots__ = (
        "_folded",
        "alone",
        "around",
        "big",
        "bigger",
        "blocks",
        "edges",
        "encoding",
        "ends",
        "facts",
        "feature",
        "first_of_size",
        "gains",
        "items",
        "kinships",
        "labels",
        "looks",
        "loops",
        "marked",
        "notices",
        "one_mark",
        "openings",
        "over_items",
        "parted",
        "problems",
        "runs",
        "selling",
        "shared",
        "shortest",
        "sizes",
        "smallest",
        "standing_labels",
        "standings",
        "text",
        "times",
        "title_sizes",
        "titles",
        "verse",
        "windows",
        "words",
    )

    def __init__(
        self,
        text: str,
        encoding: str | None = None,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self.text: str = text
        self._folded: str | None = None
        self.encoding: str | None = encoding
        self.problems: tuple[Problem, ...] = problems
        self.blocks: tuple[Block, ...] = ()
        #: what stages found out about the blocks and want to know again
        self.kinships: dict[tuple[int, int], Any] = {}
        self.shared: dict[int, Any] = {}
        self.windows: dict[int, list[Block]] = {}
        self.titles: Any = None
        self.bigger: dict[int, Block] | None = None
        self.title_sizes: dict[int, list[int]] = {}
        self.around: dict[int, list[Block]] = {}
        self.over_items: dict[int, bool] = {}
        self.standing_labels: dict[int, str | None] = {}
        self.looks: Sequence[Look] | None = None
        self.alone: int | None = None
        self.edges: tuple[int, int] | None = None
        #: those that a model wrote before the lines; False if it wrote none, None if nobody has looked
        self.labels: Any = None
        self.feature: bool | None = None
        self.first_of_size: dict[int, int] | None = None
        self.big: int | None = None
        self.marked: int | None = None
        self.notices: dict[int, str] | None = None
        self.one_mark: bool | None = None
        self.openings: int | None = None
        self.runs: Any = None
        self.sizes: Any = None
        self.smallest: int | None = None
        self.shortest: int | None = None
        self.ends: int | None = None
        self.items: tuple[int, int] | None = None
        self.parted: bool | None = None
        self.selling: dict[int, bool] = {}
        self.verse: dict[int, int] | None = None
        self.loops: Any = None
        self.words: Any = None
        #: how its lines are set, by the blocks' indexes
        self.facts: dict[int, frozenset[str]] | None = None
        #: how often each text stands on the page
        self.times: Counter[str] | None = None
        #: which role gained by following which when the page was labelled; None for the defaults
        self.gains: Mapping[tuple[Role | None, Role | None], float] | None = None
        #: how every role of every block would have done; worked out when a block is explained
        self.standings: Any = None

    @property
    def folded(self) -> str:
        """The whole text for matching, offset for offset."""
        if self._folded is None:
            from banmian.script.folding import fold

            self._folded = fold(self.text)
        return self._folded

    def copy(self) -> Sheet:
        """The same page without its blocks; what was found out about them stays known."""
        new = Sheet(self.text, self.encoding, self.problems)
        new._folded = self._folded
        new.kinships, new.runs, new.looks = self.kinships, self.runs, self.looks
        new.selling, new.verse = self.selling, self.verse
        new.loops, new.notices, new.words = self.loops, self.notices, self.words
        new.times, new.gains, new.labels = self.times, self.gains, self.labels
        return new

    def __getstate__(self) -> tuple[object, ...]:
        return (self.text, self.encoding, self.problems, self.blocks, self.gains)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        text, encoding, problems, blocks, gains = state
        Sheet.__init__(self, text, encoding, problems)
        self.blocks, self.gains = blocks, gains


@frozen
class Date:
    """A date as far as it is printed; what is not printed is ``None``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    #: the parts that were not printed but follow from the issue's date or its datelines
    inferred: tuple[str, ...] = ()

    def __str__(self) -> str:
        year = "????" if self.year is None else f"{self.year:04d}"
        month = "??" if self.month is None else f"{self.month:02d}"
        day = "??" if self.day is None else f"{self.day:02d}"
        return f"{year}-{month}-{day}"


@frozen
class Byline:
    """One credit: who did what, for whom, from where."""

    role: BylineRole
    names: tuple[str, ...] = ()  #: padding removed: 刘 歌 is 刘歌
    title: str | None = None  #: the office as printed: 首席记者, 特派记者, 党总支书记
    affiliation: str | None = None  #: 株洲日报, 新华社
    place: str | None = None  #: 台北 in 記者X／台北報導
    text: str = ""  #: as printed
    span: Span = Span(0, 0)


@frozen
class Dateline:
    """Whose report it is, from where and when (电头)."""

    agency: str | None = None  #: 新华社, 本报
    places: tuple[str, ...] = ()
    date: Date | None = None  #: when it was sent: of 7月14-15日电 the 15th
    kind: str | None = None  #: 讯, 电, 专电, 專訊, as printed
    relay: bool = False  #: 据: taken over from the agency
    desk: str | None = None  #: 港聞部 in 【本報港聞部報道】
    text: str = ""
    span: Span = Span(0, 0)


@frozen
class Jump:
    """Where a story goes on (下转) or comes from (上接)."""

    direction: Direction
    page: str  #: in normal form: A3 for A03, 1 for 第一版
    printed: str = ""  #: the page as printed
    text: str = ""
    span: Span = Span(0, 0)


@frozen
class Staff:
    """Somebody who made the page, not the article: 责编, 美编, 校对, 版式."""

    duty: str
    names: tuple[str, ...] = ()
    text: str = ""
    span: Span = Span(0, 0)


@frozen
class Folio:
    """What the page prints about itself, as far as it is there."""

    newspaper: str | None = None
    date: Date | None = None
    weekday: str | None = None
    page: str | None = None  #: in normal form: A1 for A01, 1 for 第一版
    section: str | None = None  #: 要闻
    number: str | None = None  #: the CN serial number, CN43-0009
    price: str | None = None
    editors: tuple[Staff, ...] = ()


@frozen
class Paragraph:
    """A paragraph of an article, put together from the pieces it was printed in."""

    text: str
    spans: tuple[Span, ...]


@frozen
class Section:
    """The paragraphs under one subhead, or those before the first."""

    title: str | None
    paragraphs: tuple[Paragraph, ...]


@frozen
class Caption:
    """The text to a picture, and whose picture it is."""

    text: str
    credit: str | None = None  #: as printed: 受访者供图, 新华社记者 李涛摄
    span: Span = Span(0, 0)


@frozen
class Part:
    """What of an article stands on one page of its issue."""

    page: str | None  #: the page's number, printed or inferred: A3
    index: int  #: that page in ``issue.pages``
    article: int  #: this part in that page's ``articles``
    spans: tuple[Span, ...]  #: its blocks in printed order, in the text of that page
    reason: str | None = None  #: why it goes on with the part before; none for the first


@frozen(kw_only=True)
class Article:
    """One story of the page, or of the issue."""

    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    sections: tuple[Section, ...] = ()
    captions: tuple[Caption, ...] = ()
    jumps: tuple[Jump, ...] = ()
    column: str | None = None  #: the standing head it stands under
    script: Script = Script.MIXED
    blocks: tuple[
        int, ...
    ] = ()  #: its blocks, as indexes into ``page.blocks``; of its first part in an issue
    parts: tuple[Part, ...] = ()  #: in an issue: where it stands; empty on a page
    #: the page that it stands on; no part of a comparison
    sheet: Sheet | None = field(default=None, repr=False, eq=False)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all sections, in order."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)

    @property
    def text(self) -> str:
        """The body: paragraphs joined with newlines, subheads left out."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    def explain(self) -> str:
        """Why these blocks are one article, and why this headline was given to this body."""
        from banmian.explaining import explain_article

        return explain_article(self)


@frozen
class Problem:
    """Something on the page that a person should look at."""

    kind: ProblemKind
    message: str
    span: Span | None = None


@frozen(kw_only=True)
class Page:
    """A newspaper page: its text, unchanged, and what was read in it."""

    text: str
    blocks: tuple[Block, ...] = ()
    articles: tuple[Article, ...] = ()
    folio: Folio = Factory(Folio)
    script: Script = Script.MIXED
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()

    def to(self, target: str, *, names: Iterable[str] = (), converter: Converter | None = None) -> Page:
        """The page in another script: ``simplified``, ``traditional``, ``taiwan`` or ``hongkong``.

        Every text keeps its length, and every span holds. Each clause is converted from the script that it
        is in, paragraphs as joined; what Taiwan or Hong Kong prints otherwise (接著, 衞生) becomes Simplified
        as well. The people who sign the page, and ``names``, are rendered alike wherever they stand: 余华 is
        余華 and not 餘華. ``converter`` is any object with ``convert(text)`` that keeps the length; it takes
        the place of the installed OpenCC, and does all that is converted. Votes and problems still quote the
        page as it was read. Errors are those of ``banmian.convert``.
        """
        from banmian.conversion import convert_page

        return convert_page(self, target, names=names, converter=converter)

    def to_json(self, *, indent: int | None = 2) -> str:
        """The page as JSON under the schema ``banmian.page/1``; ``Page.from_json`` reads it back."""
        from banmian.export.json import to_json

        return to_json(self, indent=indent)

    def to_html(self, *, name: str | None = None) -> str:
        """The page to look at and to correct: a document of HTML that needs nothing else.

        ``name`` is that of the file that the page was read from.
        """
        from banmian.export.html import to_html

        return to_html(self, name=name)

    def _repr_html_(self) -> str:
        """What Jupyter shows."""
        from banmian.export.html import notebook_html

        return notebook_html(self)

    @staticmethod
    def from_json(text: str | bytes) -> Page:
        """The page that ``to_json`` or ``banmian --format json`` wrote, equal to it in everything.

        A text that is not such a page is a ``ValueError`` that says what is wrong with it.
        """
        from banmian.export.json import from_json

        return from_json(text)


@frozen(kw_only=True)
class Issue:
    """The pages of one issue, and the stories put together over them.

    The spans of its articles and problems are offsets in ``text``; those of ``article.parts`` are
    offsets in the text of the part's page.
    """

    pages: tuple[Page, ...] = ()  #: as they were given
    #: the number of each page: printed, or where it must be from the pages around it
    page_numbers: tuple[str | None, ...] = ()
    #: in the order of the page numbers; a story on several pages stands where it begins
    articles: tuple[Article, ...] = ()
    newspaper: str | None = None  #: what most pages print, as printed
    date: Date | None = None
    number: str | None = None  #: the CN serial number
    problems: tuple[Problem, ...] = ()  #: of the issue as a whole; each page has its own besides

    @property
    def text(self) -> str:
        """The texts of the pages with a form feed between one and the next."""
        return "\f".join([page.text for page in self.pages])


def with_roles(blocks: tuple[Block, ...], roles: Mapping[int, Role]) -> tuple[Block, ...]:
    """The blocks with some roles set by hand, by the blocks' indexes."""
    return tuple(evolve(b, role=roles[b.index]) if b.index in roles else b for b in blocks)
