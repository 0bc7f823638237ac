"""A credit in the making, and the stretches of print that it is made from."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from attrs import frozen

from banmian.grammar.names import Names, Trust
from banmian.model import BylineRole


@frozen
class Setting:
    """Where a region stands, and so how far its words are trusted."""

    trust: Trust
    #: in brackets or after a signing mark: nothing else but a credit is expected
    enclosed: bool = False
    #: names without any word of office will do: （惠晓霜）
    bare_names: bool = False
    #: after a mark that signs: ■ 王小明
    signed: bool = False


LINE = Setting(Trust.SOME)
BRACKET = Setting(Trust.SOME, enclosed=True)
AFTER_DATELINE = Setting(Trust.FULL, enclosed=True, bare_names=True)
FINAL_BRACKET = Setting(Trust.SOME, enclosed=True, bare_names=True)


class Part(NamedTuple):
    """A credit in the making: an office or a label, and what stands with it."""

    start: int
    end: int
    names: Names = Names()
    office: str | None = None  # as printed
    role: BylineRole | None = None  # of the office
    label: tuple[BylineRole, ...] | None = None  # of 文/ or 摄影：; empty for work that is no byline
    suffix: tuple[BylineRole, ...] | None = None
    title: str | None = None
    outlet: str | None = None
    place: str | None = None
    reported: bool = False
    names_first: bool = False


class Gap(NamedTuple):
    """What stands between two words of office."""

    names: Names = Names()
    outlet: str | None = None
    outlet_start: int = -1
    place: str | None = None
    start: int = 0
    end: int = 0
    title: str | None = None


class Before(Enum):
    """What follows a stretch, and so what may stand in it besides names."""

    OFFICE = auto()  #: its house: 记者张靖本报 before 通讯员
    REPORT = auto()  #: a place: 記者X／台北 before 報導
    WIRE = auto()  #: a place, be it unknown: 記者X古晉 before 6日電
    PICTURE = auto()  #: a place: 記者X台北 before 攝
    WORK = auto()  #: nothing
    END = auto()  #: nothing, but the place of 范麗玉記者 台南


class Stretch(NamedTuple):
    """Print that no word of a credit has claimed: what stands between two of them."""

    text: str
    folded: str
    start: int
    end: int
    setting: Setting
    current: Part | None = None  #: the credit that is open on the left
