"""The word lists of the grammar: surnames, places, agencies, outlets. Read when first asked for.

All lists are in Simplified form, because the grammar matches on the folded print.
"""

from __future__ import annotations

from functools import cache

from banmian.script.tables import lines_of

PLACE_LISTS = ("china", "taiwan", "hongkong_malaysia", "world")


@cache
def common_surnames() -> frozenset[str]:
    """Surnames that credits print every day: 王, 李, 张 …"""
    return frozenset(lines_of("names_surnames_common.txt"))


@cache
def surnames() -> frozenset[str]:
    """All surnames of one character, the rare ones too: 莽, 庹, 逄 …"""
    return common_surnames() | frozenset(lines_of("names_surnames_rare.txt"))


@cache
def double_surnames() -> frozenset[str]:
    """Surnames of two characters (复姓): 欧阳, 司徒 …"""
    return frozenset(lines_of("names_surnames_double.txt"))


@cache
def japanese_surnames() -> frozenset[str]:
    """Japanese surnames of two characters: 村上, 山田 …"""
    return frozenset(lines_of("names_surnames_japanese.txt"))


@cache
def sounded_parts() -> frozenset[str]:
    """Parts of Mongolian, Tibetan and Turkic names: 白音, 宝力高, 扎西 …"""
    return frozenset(lines_of("names_sounded.txt"))


@cache
def words_like_names() -> frozenset[str]:
    """Words that begin like a name and are none: 连线, 解读, 全文, 余种 …"""
    return frozenset([*lines_of("names_words.txt"), *lines_of("names_common_words.txt")])


@cache
def headline_words() -> frozenset[str]:
    """What follows 记者 in a headline and is no name: 探访, 直击, 手记 …"""
    return frozenset(lines_of("names_headline_words.txt"))


@cache
def places() -> frozenset[str]:
    """Countries, regions, cities, counties and towns that credits and datelines name."""
    return frozenset(place for part in PLACE_LISTS for place in lines_of(f"places_{part}.txt"))


@cache
def wire_agencies() -> frozenset[str]:
    """News agencies: 新华社, 路透社, 哈瓦斯 …"""
    return frozenset(lines_of("agencies_wire.txt"))


@cache
def sections() -> frozenset[str]:
    """Sections of a paper: 要闻, 金融, 副刊 …"""
    return frozenset(lines_of("folio_sections.txt"))


@cache
def newspapers() -> frozenset[str]:
    """Newspapers whose names do not tell what they are: 信报, 南方周末."""
    return frozenset(lines_of("folio_newspapers.txt"))


@cache
def outlets() -> frozenset[str]:
    """Outlets that do not end like a newspaper's name: 大纪元, 南都, 每经 …"""
    return frozenset(lines_of("agencies_outlets.txt"))
