"""What a region may look like besides a plain row of credits, and what may stand before and behind one.

``FORMS`` is the table. A form of a newspaper of its own goes into it.
"""

from __future__ import annotations

from attrs import evolve

from banmian.grammar.author_notes import (
    author_and_what_he_is,
    author_with_his_calling,
    credit_behind_a_note,
    note_on_the_author,
    office_behind_the_names,
    writer_behind_his_calling,
)
from banmian.grammar.dates import DATE, NUMERAL
from banmian.grammar.marks import PRINTERS_MARK
from banmian.grammar.names import HAN
from banmian.grammar.outlets import is_outlet
from banmian.grammar.pictures import SOURCE_AFTER_A_CREDIT, SOURCE_REACH, start_of_source
from banmian.grammar.places import are_places
from banmian.grammar.regions import CLOSERS, LONGEST_CREDIT, Form, Read, Region, Several, without_brackets
from banmian.model import Byline, BylineRole
from banmian.patterns import pattern

#: any mark before a signature; 口 is what OCR makes of □, and 〇 of ○
LEADING_MARK = pattern(
    rf"[ ]*(?:(?:{PRINTERS_MARK}|〇){{1,8}}|口(?=[ ]?(?:本报|本刊|新华社|记者|通讯员|特约|{HAN}{{2,4}}\Z)))[ ]*"
)
#: only these mark a signature by itself
SIGNING_MARK = pattern(r"[ ]*[■□◎⊙☉口][ ]*")


# ---------------------------------------------------------------- behind a credit


def date_behind_a_picture(region: Region) -> Region | None:
    """記者X傳真 114年4月24日."""
    return region.without(DATE_AFTER_PICTURE, LONGEST_CREDIT) if region.ends_with("日", "号") else None


DATE_AFTER_PICTURE = pattern(rf"(?<=[摄真供])[ ]+{DATE}\Z")


def translated_from(region: Region) -> Region | None:
    """X 译自《卫报》, （X 编译自英国《卫报》）, （X摘自《读者》）."""
    near = max(region.start, region.end - SOURCE_REACH)
    if not any(region.folded.find(hint, near, region.end) >= 0 for hint in SAID_OF_A_SOURCE):
        return None
    left = (inside_brackets(region) or region).without(TRANSLATED_FROM, SOURCE_REACH)
    return left and left._replace(setting=evolve(left.setting, enclosed=True))


SAID_OF_A_SOURCE = ("译自", "摘自", "编自", "原载", "出版", "书局")
#: X 译自《卫报》, X编译自英国《卫报》; X译 原载纽约时报, X著 某某书局出版
TRANSLATED_FROM = pattern(
    r"(?:(?<=[译摘编])自|(?<=[译著编])[ ，]+(?:原载|原刊)(?:于)?)[^，。 ]{2,20}\Z"
    r"|(?<=[译著编])[ ，]+[^，。 ]{2,12}(?:出版社|书局|书店|书馆|出版)(?:出版)?\Z"
)


def compiled_from(region: Region) -> Region | None:
    """（X综合新华社电）, （本报记者X据新华社电综合）: after whom it is told."""
    left = region.without(COMPILED_FROM, LONGEST_RELAY, "综合", "据")
    if left is None or not region.begins_with("（"):
        return left
    return left._replace(start=left.start + 1)


LONGEST_RELAY = 30
HOUSES = rf"(?:{HAN}{{1,6}}(?:社|报|网|新闻)、?){{1,3}}(?:电|消息|报道|报导)?"
COMPILED_FROM = pattern(
    rf"(?<={HAN}{HAN})[ ]?(?:综合{HOUSES}(?:整理|编译)?|据{HOUSES}(?:综合|整理|编译))）?\Z"
)


def wire_in_a_bracket(region: Region) -> Region | None:
    """（X）（新华社特稿）: whose service the text is of."""
    return region.without(WIRE_IN_A_BRACKET, 24, "稿）")


WIRE_IN_A_BRACKET = pattern(
    r"(?<=[^ ])[ ]?（(?:据|综合)?(?:新华社|中新社|本报|本刊|参考消息)[^（）]{0,8}稿）\Z"
)


def paper_and_page(region: Region) -> Region | None:
    """记者 X 《 人民日报 》（ 2019年12月27日 03 版）: where the web found it."""
    return region.without(PRINTED_IN, 60) if region.ends_with("》", "版）", "版 ）") else None


#: the paper and page that the web prints behind a credit: 《 人民日报 》（ 2019年12月27日 03 版）
PRINTED_IN = pattern(r"[ ]*《[ ]?[^《》 ]{2,14}[ ]?》[ ]*(?:（[^（）]{4,28}版[ ]?）)?\Z")


def mail(region: Region) -> Region | None:
    """记者 X x@paper.example: where to write to."""
    return region.without(MAIL_AFTER_CREDIT, LONGEST_MAIL, "@")


LONGEST_MAIL = 90
#: 记者 X x@paper.example: where to write to
MAIL_AFTER_CREDIT = pattern(
    r"[ ，/]+(?:（)?(?:(?:电子)?(?:邮箱|邮件|信箱)：?[ ]?)?[A-Za-z0-9][\w.+-]{0,40}@[A-Za-z0-9.-]{3,40}(?:）)?\Z"
)


def written_at(region: Region) -> Several | None:
    """本報記者X　九日於南京: when and where it was written."""
    if HINT_OF_A_REPORTER.search(region.folded, region.start, region.end) is None:
        return None
    written = WRITTEN_AT.search(region.folded, region.start, region.end)
    if written is None or not are_places(written["place"]):
        return None
    place = region.quoted(written, "place")

    def placed(found: list[tuple[Byline, ...] | None]) -> Read:
        (credits,) = found
        return Read(credits and tuple([evolve(credit, place=credit.place or place) for credit in credits]))

    return Several((region._replace(end=written.start()),), placed)


HINT_OF_A_REPORTER = pattern(r"记者|特派员|通讯员")
WRITTEN_AT = pattern(rf"[ ，]+{DATE}[ ]?(?:写|寄|发)?[于自](?P<place>{HAN}{{2,6}})\Z")


def sent_before(region: Region) -> Region | None:
    """【漢口九日下午三時本報特派員X急電】: where and when it was sent stands before the house."""
    if not region.begins_with("【", "（") or region.folded.find("日", region.start, region.start + 16) < 0:
        return None
    sent = SENT_BEFORE.match(region.folded, region.start, region.end)
    if sent is None or not are_places(sent["place"]):
        return None
    setting = evolve(region.setting, enclosed=True)
    return region._replace(start=sent.end(), end=region.end - region.ends_with("】", "）"), setting=setting)


SENT_BEFORE = pattern(
    rf"[【（](?P<place>{HAN}{{2,4}}?){DATE}(?:[上下]午|[晨晚])?(?:{NUMERAL}{{1,3}}时)?(?=(?:本报|本社|中央社)[^】）]{{0,8}}(?:记者|特派员))"
)


def place_in_brackets(region: Region) -> Several | None:
    """报道：X（吉隆坡）."""
    text, folded, start, end, _, _ = region
    if not region.ends_with("）") or (opener := folded.rfind("（", start, end)) <= start:
        return None
    if not are_places(folded[opener + 1 : end - 1]) or folded[opener - 1] in "（ ":
        return None
    place = text[opener + 1 : end - 1]

    def placed(found: list[tuple[Byline, ...] | None]) -> Read:
        (credits,) = found
        return Read(credits and tuple([evolve(credit, place=credit.place or place) for credit in credits]))

    return Several((region._replace(end=opener),), placed)


def source_of_the_pictures(region: Region) -> Region | None:
    """记者X 图片由受访者提供, 文/X 图/视觉中国, 摄影 X/视觉中国: whose pictures they are besides."""
    return region.without(SOURCE_AFTER_A_CREDIT, SOURCE_REACH, "图", "照片", "提供", "供图", "除署名外", "/")


def taken_at(region: Region) -> Several | None:
    """X 7月9日摄于巴黎, X 7月9日摄."""
    _, folded, start, end, _, _ = region
    if folded.find("摄", max(start, end - 24), end) < 0:
        return None
    start, end = without_brackets(folded, start, end)
    taken = TAKEN_AT.search(folded, max(start, end - 32), end)
    if taken is None:
        return None
    dated = taken["place"] is None or taken["place"][0].isdecimal()  # 摄于1978年
    place = None if dated else region.quoted(taken, "place")

    def photographed(found: list[tuple[Byline, ...] | None]) -> Read:
        (credits,) = found
        role = BylineRole.PHOTOGRAPHER
        return Read(credits and tuple([evolve(credit, role=role, place=place) for credit in credits]))

    return Several((region._replace(start=start, end=taken.start()),), photographed)


#: X 7月9日摄于巴黎, X 7月9日摄
TAKEN_AT = pattern(
    rf"(?:(?:[ ，]+|(?<={HAN})(?=[0-9])){DATE})?[ ，]*摄于(?P<place>[^ ，。的]{{2,12}})\Z"
    rf"|(?:[ ，]+|(?<={HAN})(?=[0-9])){DATE}[ ]?摄(?:影)?\Z"
)


# ---------------------------------------------------------------- before a credit


def title_of_the_work(region: Region) -> Region | None:
    """油画《江边》 X 作, 《江边》 X 著 Y 译: what it is that they made."""
    if region.folded.find("》", region.start, region.end) < 0 or not region.ends_with(*MADE):
        return None
    titled = WORK_WITH_ITS_TITLE.match(region.folded, region.start, region.end)
    return region._replace(start=titled.end()) if titled else None


MADE = tuple("作绘画书刻摄著译编")
WORK_WITH_ITS_TITLE = pattern(
    rf"(?:{HAN}{{2,3}})?《[^《》]{{1,24}}》(?:[ ]?（[^（）]{{2,8}}）)?[ ]+"
    rf"(?=(?:（{HAN}{{1,3}}）)?{HAN}{{1,6}}(?:[ 、]{HAN}{{1,4}}){{0,4}}[ ]{{1,2}}[作绘画书刻摄著译编])"
)


def mark_before(region: Region) -> Region | None:
    """■ 本报记者 X."""
    marked = LEADING_MARK.match(region.folded, region.start, region.end)
    return region._replace(start=marked.end()) if marked else None


def relay_before(region: Region) -> Region | None:
    """（据新华社 记者X）: after whom it is told, and then its reporter."""
    if not region.folded.startswith(("（据", "据"), region.start):
        return None
    told = TOLD_AFTER.match(region.folded, region.start, region.end)
    if told is None or not is_outlet(told["house"]):
        return None
    inner = region._replace(setting=evolve(region.setting, enclosed=True), house=region.quoted(told, "house"))
    return inner._replace(start=told.end(), end=region.end - region.begins_with("（"))


TOLD_AFTER = pattern(r"（?据(?P<house>[^ ，。（）]{2,12}?)(?:电|消息|报道|报导)?[ ，]+(?=[^ ，。]{0,8}记者)")


def house_before_a_bracket(region: Region) -> Region | None:
    """新华社发（N 摄）, 中國時報【N╱宜蘭報導】."""
    if not region.ends_with("）", "】"):
        return None
    plated = DISTRIBUTED.fullmatch(region.folded, region.start, region.end)
    if plated is None:
        plated = OUTLET_THEN_BRACKET.fullmatch(region.folded, region.start, region.end)
        if plated is None or not is_outlet(plated["outlet"]):
            return None
    start, end = plated.span("inside")
    setting = evolve(region.setting, enclosed=True)
    return region._replace(start=start, end=end, setting=setting, house=region.quoted(plated, "outlet"))


#: 新华社发（N 摄）
DISTRIBUTED = pattern(r"(?P<outlet>新华社|中新社|中央社|本报)(?:记者)?发?[ ]?（(?P<inside>[^（）]+)）\Z")
OUTLET_THEN_BRACKET = pattern(r"(?P<outlet>[^【】（）]{2,14}?)[ ]?[【（](?!发自)(?P<inside>[^【】]+)[】）]\Z")


def house_in_brackets(region: Region) -> Region | None:
    """【環球時報】記者X, （联合早报）X."""
    if region.house is not None or not region.begins_with(*CLOSERS):
        return None
    outlet = BRACKETED_OUTLET.match(region.folded, region.start, region.end)
    if outlet is None or outlet.end() >= region.end or not is_outlet(outlet["outlet"]):
        return None
    return region._replace(start=outlet.end(), house=region.quoted(outlet, "outlet"))


BRACKETED_OUTLET = pattern(r"[【（](?P<outlet>[^【】（）]{2,14})[】）][ ]?")


def inside_brackets(region: Region) -> Region | None:
    """（本报记者 X）."""
    start, end = without_brackets(region.folded, region.start, region.end)
    if start == region.start:
        return None
    return region._replace(start=start, end=end, setting=evolve(region.setting, enclosed=True))


def pictures_one_after_the_other(region: Region) -> Several | None:
    """（图①X摄，图②Y摄）."""
    _, folded, start, end, _, _ = region
    marks = [mark.start() for mark in A_PICTURE.finditer(folded, start, end)]
    if len(marks) < 2 or marks[0] != start:
        return None
    ends = [len(folded[:right].rstrip(" ，；、。")) for right in [*marks[1:], end]]
    return Several(
        tuple([region._replace(start=a, end=b) for a, b in zip(marks, ends, strict=True)]), _all_of_them
    )


def _all_of_them(found: list[tuple[Byline, ...] | None]) -> Read | None:
    """The credits of all regions, if each is a credit."""
    if any(credits is None for credits in found):
        return None
    return Read(tuple([one for credits in found for one in credits or ()]))


#: 图①, and no further mark of the same pictures (图①②)
A_PICTURE = pattern(r"(?:(?<=[摄影真图供（，；、。 ])|\A)图[①-⑳一二三四五六七八九十0-9]")


def text_and_pictures(region: Region) -> Several | None:
    """文/X 图片除署名外由Y拍摄: the text's credit and that of the pictures."""
    _, folded, start, end, _, _ = region
    if folded.find("由", start, end) < 0:
        return None
    pictures = PICTURES_BY_ANOTHER.search(folded, start, end)
    if pictures is None or pictures.start() == start:
        return None
    behind = region._replace(start=pictures.end())
    return Several((region._replace(end=pictures.start()), behind), _all_of_them)


PICTURES_BY_ANOTHER = pattern(
    rf"[ ，；]+(?:(?:部分|其余|本版|本文|以上)?(?:图片|照片|摄影|图))(?:除署名外)?(?:均|皆|都)?由(?={HAN}{{2,24}}摄影?[）]?\Z)"
)


def source_behind_the_photographer(region: Region) -> Region | None:
    """（X摄/光明图片）."""
    source = start_of_source(region.folded, region.start, region.end)
    return None if source is None else region._replace(end=source)


def pictures_by(region: Region) -> Region | None:
    """本版图片均由X摄, 图②为X摄."""
    if region.folded[region.start : region.start + 1] not in PICTURES_BEGIN:
        return None
    by = PICTURES_BY.match(region.folded, region.start, region.end)
    if by is None or (by[0].endswith("为") and region.folded.find("，", by.end(), region.end) >= 0):
        return None  # 图②为白鹭，X摄: what it shows comes first
    return region._replace(start=by.end())


PICTURES_BEGIN = frozenset("本以文配前后上下左右资档（中图照相摄由均皆都除")
PICTURES_BY = pattern(
    r"(?:除署名外，?)?(?:本版|本文|本组|以上|文中|上图|下图|左图|右图|资料|[（]?[上下左右中][）]?)?"
    r"(?:图片|照片|相片|配图|文图|图文|图|摄影|稿件|文字|报道)?[ ]?"
    r"(?:除署名外)?[ ]?(?:(?:均|皆|都)?由|(?:均|皆|都)为)(?=[^ ])"
    r"|(?:本版|本组)(?:图片|照片|摄影)(?![ ]?[：/])[ ]?"
    r"|(?:资料|档案)(?:照片?|图片?)[，、： ]+(?=[^ ])"
    r"|(?:本文|本组|以上|文中)?(?:图片|照片|配图)为(?=[^，。]{2,20}摄\Z)|[上下左右中前后]图：[ ]?(?=[^ ])"
    r"|图[①-⑳]{1,6}(?:[、和]图?[①-⑳]{1,6}){0,3}(?:均|皆)?[为由：]?[ ]?(?=[^ ])"
    rf"|(?:除署名外)?(?:均|皆|都)(?={HAN}{{2,3}}[ ]?摄\Z)"
    r"|图[0-9]{1,6}(?:均|皆)?[为由：](?=[^ ])|(?:均|皆|都)[为由](?=[^ ])"
)
#: asked one after the other, each of what the one before it left
FORMS: tuple[Form, ...] = (
    date_behind_a_picture,
    note_on_the_author,
    translated_from,
    compiled_from,
    wire_in_a_bracket,
    paper_and_page,
    mail,
    written_at,
    sent_before,
    place_in_brackets,
    text_and_pictures,
    source_of_the_pictures,
    taken_at,
    office_behind_the_names,
    credit_behind_a_note,
    author_and_what_he_is,
    author_with_his_calling,
    writer_behind_his_calling,
    title_of_the_work,
    mark_before,
    relay_before,
    house_before_a_bracket,
    house_in_brackets,
    inside_brackets,
    source_behind_the_photographer,
    pictures_one_after_the_other,
    pictures_by,
)
