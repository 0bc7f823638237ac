"""The words that make a credit: offices (记者), labels (文/), suffixes (摄, 整理, ／台北報導).

One pattern finds them all, in folded print; what stands between them is names, houses and places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from banmian.grammar.dates import DATE, NUMERAL
from banmian.grammar.names import HAN
from banmian.grammar.roles import (
    ARTS,
    LABELS,
    NO_BYLINES,
    OFFICES,
    PRINTS,
    RANKS,
    SUFFIXES,
    SUFFIXES_WITHOUT_BYLINE,
)
from banmian.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


COLON = r"[ ]*[：/|丨\\]"
END_OF_PART = r"(?=[ ]*(?:\Z|[、，；。/）】]|[ ]))"
#: 文/图, 图／文, 文并图: one person did both
WORDS = r"(?:文|文字|撰文|采写|报道|报导)"
PICTURES = r"(?:图|图片|摄|摄影|拍摄)"
AND = r"[ ]?[/、&并+·和与及\\][ ]?"
#: in 記者曾郁文／攝影 文 belongs to the name
OF_THE_NAME = rf"(?:(?<=[者员生师 、/：（【]{HAN}{HAN})|(?<=[者员生师 、/：（【]{HAN})|(?<=\A{HAN}{HAN}))文[ ]?/[ ]?(?:翻?摄|摄影)(?!{HAN})"
BOTH = rf"(?:(?!{OF_THE_NAME}){WORDS}{AND}{PICTURES}|{PICTURES}{AND}{WORDS}|文图|图文|(?<!{HAN})(?:文[ ]图|图[ ]文)(?!{HAN}))"
FIRST_OF_BOTH = "文图撰采报摄拍"
#: 采访、撰文：X
FIRST_OF_LABELS = rf"(?:[ ]?[、./及和&][ ]?(?:{any_of(LABELS)})){{1,2}}(?:{COLON}|[ ](?:{HAN}{{2,4}}|{HAN}[ ]{{1,2}}{HAN})\Z)"
VERB_ADVERBS = r"(?:综合|即时|连线|独家|专题|采访|外电|现场|联合|特别|深度|编译|专案|整理|图文|调查|越洋|电话|一线|跟踪|追踪)"
#: what closes a report's credit, with the day it was wired on, if printed: ／台北報導, 台北6日電, 綜合外電
REPORT = rf"""
    (?:(?P<date>{DATE})(?P<there>{HAN}{{2,5}}?)??)?[ ]?           # 3月5日洛杉矶报道
    (?P<verb> 综合{DATE}外电(?:报道|报导)?
            | {VERB_ADVERBS}{{0,3}}(?:报道|报导)
            | (?:综合|编译)?外电(?:整理)? | (?<=日)(?:专电|特电|专讯|电|讯) | 专电
            | (?<={HAN})(?:独家专稿|独家|专稿|专访|特写|特稿|直击)(?=[ ]*\Z|）) | (?<={HAN})(?:专讯|通讯|航讯|电话|急电|讯|电|寄)(?=[】）]|\Z)
            | (?<=/)[ ]?(?:综合|连线|专题)?(?:特稿|特译|综译|专访|分析|特写|专题|企划|侧记|观察|评论|手记|专栏) )
    (?=[ ]*(?:\Z|[：，；、。）】]|[ ]))(?!{FIRST_OF_LABELS})
"""
#: 王小明 文: of one character, and so part of a name unless they stand apart
SHORT_SUFFIXES = [suffix for suffix in SUFFIXES if len(suffix) == 1]
LONG_SUFFIXES = [suffix for suffix in SUFFIXES if len(suffix) > 1]
#: a word of office begins with one of these; other characters are passed over quickly
FIRST_OF_A_TOKEN = "".join(
    sorted(
        {
            word[0]
            for words in (
                OFFICES,
                LABELS,
                [suffix for suffix in SUFFIXES if suffix not in PRINTS],
                RANKS.split("|"),
                NO_BYLINES.split("|"),
                SUFFIXES_WITHOUT_BYLINE.split("|"),
            )
            for word in words
        }
        | set("驻赴文图撰采记通本版全A发寄自演笔速讲直急（综即连独专外现联特深编摄整调越电讯报分元一跟追著")
    )
)
#: the other half of a padded name stands before: in 葛 文 the word is no office, in 王 明 文 it is
ALONE = rf"[ 、/：者员生（【](?![文图摄]){HAN}[ ]"
AND_ONE = rf"{HAN}[ ]"
HALF_OF_A_NAME = (
    rf"(?:(?<={ALONE})(?<!{ALONE}{AND_ONE})(?<!{ALONE}[ ]{AND_ONE})(?<!\A{AND_ONE}{AND_ONE})"
    rf"|(?<={ALONE}[ ])(?<!{ALONE}{AND_ONE}[ ])|(?<={ALONE}{AND_ONE}{AND_ONE})(?<!{ALONE}{AND_ONE}{AND_ONE}{AND_ONE}))"
)
#: 文 宽 is a name: one character follows, and no other that it could belong to
OTHER_HALF = rf"[ ]{HAN}(?:\Z|[、）]|[ ]{HAN}{HAN})"
#: 林志明/文 陈大文/摄: where one person's work stands after a slash, 文 before the next belongs to a name
END_OF_A_NAME = rf"(?:(?<=/[文图摄][ ]{HAN}{HAN})|(?<=/[文图摄][ ]{HAN}))"
#: X（文、图）, X（摄影）
IN_BRACKETS = rf"（(?:{BOTH}|文|图|摄|摄影|撰文|口述|讲述|整理|记录|译|著)）"
#: 周远文 林立图, X著 Y译, X讲 Y记, （X词 Y曲）: the second work says what the first is
FIRST_WORK, SECOND_WORK = "文著作讲词说述", "图摄译记曲"
LONGER_SECOND_WORK = "记录|笔记|笔录|速记|整理|翻译|编译|摄影"
#: 罗国梁文/白一鸣图, 罗国梁著  白一鸣译
APART = r"(?:[ ]{1,2}|[，、/][ ]?)"
BEHIND_THE_FIRST = "|".join(
    rf"(?<=[{FIRST_WORK}]{'[ ，、/]' * marks}{HAN * size})" for marks in (1, 2) for size in (2, 3, 4)
)
GLUED = (
    rf"(?<={HAN}{HAN})(?:[文著作讲词]|口述|讲述|演说|演讲|讲演)(?={APART}{HAN}{{2,4}}(?:[{SECOND_WORK}]|{LONGER_SECOND_WORK})(?:\Z|）))"
    rf"|(?:{BEHIND_THE_FIRST})(?:[{SECOND_WORK}]|笔记|笔录|速记)(?=\Z|）)"
)
#: （王小明唱）: what ends a name of three characters; a name of three may itself end so (陈玉书)
OF_AN_ART = rf"(?<={HAN})[唱刻](?=\Z|[ ）])|(?<=（{HAN}{HAN}{HAN})[书词曲画作](?=\Z|）)|(?<=[（ ]{HAN}{HAN}{HAN})[词曲](?=[ ）])"
#: X摄, X 整理, X 文/图, X供图; of one character only set apart, or at the very end (X译)
SUFFIX = (
    rf"(?:(?<=[^ ，、/（]){IN_BRACKETS}|(?<=[^ ，、/（][ ]){IN_BRACKETS}|(?:(?=[{FIRST_OF_BOTH}])(?!{END_OF_A_NAME}|{HALF_OF_A_NAME}){BOTH}|{any_of(LONG_SUFFIXES)}|摄|{SUFFIXES_WITHOUT_BYLINE}|(?=[唱刻书词曲画作])(?:{OF_AN_ART})"
    rf"|(?<=[ /])(?<![。！？”][ ])(?!{HALF_OF_A_NAME})(?:{any_of(SHORT_SUFFIXES)})(?!{OTHER_HALF})|(?<={HAN})(?:[译辑绘著]|(?<![文书诗语报])摘)(?=\Z|）))"
    rf"{END_OF_PART})(?:(?<=著)|(?!{COLON}[ ]*\S))(?!{FIRST_OF_LABELS})"  # 图/X is a label, X 著/Y is none
)
#: 驻韩国记者, 首席记者, 通 讯 员
OFFICE = (
    rf"(?:(?:[驻赴](?!外[记特]|站记)|特派(?={HAN}{{2,4}}记者)){HAN}{{1,6}}?(?:、{HAN}{{2,6}}?)?)?(?:本文(?!撰稿)|本[期版组栏])?(?:{RANKS}){{0,3}}"
    rf"(?:记[ ]?者|通[ ]{{1,2}}讯[ ]{{1,2}}员|{any_of(OFFICES)})(?![组部]|中心|俱乐部|协会|联合会|联谊会|学校|(?<=[翻编]译)[成为])"
)
#: 文/X, 摄影：X, 文·X, 文 X; in 余 文 the word is half of a padded name
LABEL = (
    rf"(?!文[ ]{HAN}[ ]{HAN}[ ]?摄)"  # 文 敬 尧 摄: a name set wide
    rf"(?<!{HAN})(?:本文|(?:本版|本组)(?:稿件|报道)?|全文)?(?:AI)?(?:{any_of(LABELS)})(?:[ ]?[、./及和&][ ]?(?:{any_of(LABELS)})){{0,2}}"
    rf"(?={COLON}|·|(?<![ 、/：者员生]{HAN}[ ]{HAN})(?<![ 、/：者员生]{HAN}[ ][ ]{HAN})[ ](?:{HAN}{{2}}|{HAN}[ ]{{1,2}}{HAN}(?!{HAN})|[A-Z]))"
)
#: a credit of its own where it is glued to a name behind the credits of a story: 记者X 剪辑Y, 记者X 视频/剪辑Y
WORK_OF_A_STUDIO = any_of(
    ["校对", "审核", "设计", "视频", "剪辑", "后期", "统筹", "策划", "监制", "出镜", "配音", "海报", "供图"]
)
#: 记者X 摄影Y, 文字X 摄影Y: set apart before, glued to the name
GLUED_LABEL = (
    rf"(?:\A|(?<=[ ，、；（【]))(?:摄影|摄像|拍摄|撰文|文字|图片|绘图|整理|采访|翻译|制图|(?:{WORK_OF_A_STUDIO})(?:[/、](?:{WORK_OF_A_STUDIO})){{0,5}})"
    rf"(?!记者|师|员|报道|报导|整理|撰文|摄影|编写)(?={HAN}{{2,3}}(?:[ 、，；）]|\Z))"
)
PAGE = f"(?:{any_of(NO_BYLINES.split('|'))})"
TOKEN = pattern(
    rf"""
    (?=[{FIRST_OF_A_TOKEN}]|{NUMERAL}|(?<=/)[ ]|{any_of(PRINTS)}|(?:{ARTS})(?=\Z|[ 、）]))(?:
    (?P<report>{REPORT})                                        # ／台北報導, 6日電
  | (?P<suffix>{SUFFIX}|{GLUED})                                # 摄, 整理
  | (?P<posted>(?P<bracket>（)?(?=[发寄自])(?:[发寄]自[ ]?(?P<posting>[\w、]{{2,10}}?)(?:报道|报导)?|自(?P<sent_from>\w{{2,8}})寄)(?(bracket)）))(?=[ ]*(?:\Z|[；。）】]))
  | (?P<both>(?=[{FIRST_OF_BOTH}])(?!{END_OF_A_NAME}|{HALF_OF_A_NAME}){BOTH})(?:{COLON}|[ ]|(?<=/[文图])(?={HAN}))        # 文/图 X
  | (?P<glued_label>{GLUED_LABEL})
  | (?P<page>{PAGE}(?={COLON})|(?<!{HAN}){PAGE}(?=[ ]))(?:{COLON}|[ ])      # 责编：X, 策划 X
  | (?P<office>{OFFICE})(?:{COLON})?
  | (?P<label>{LABEL})(?:{COLON}|·|[ ])
  | (?P<glued>(?<={HAN})(?:制图|绘图|摄影|图片)){COLON}           # 文字整理/X制图/Y
    )""",
    re.VERBOSE,
)
BOTH_SUFFIX = pattern(BOTH)
OFFICE_WORDS = sorted(OFFICES, key=len, reverse=True)
POSTED = pattern(
    rf"(?:[驻赴]|特派)(?!外[记特]|站记)({HAN}{{1,6}}?(?:、{HAN}{{2,6}}?)?)(?:(?:{RANKS}){{0,3}})(?:{any_of(OFFICES)})\Z"
)
