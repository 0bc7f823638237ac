"""What Taiwan and Hong Kong print otherwise, and the dictionaries of Traditional text leave as it is.

接著 is 接着 and 衞生 is 卫生 in Simplified, as the dictionaries of the two regions know. But these spoil
other characters (抬 becomes 擡, 原著 becomes 原着), so no more is asked of them than these forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from banmian.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

#: 著 as Taiwan prints the particle 着; 著名, 原著 and the like have it everywhere
_PARTICLE_OF_TAIWAN = pattern(r"(?<![名合巨昭顯鉅原專編論土卓拙遺譯自所])著(?![作名者述稱書錄志於式白有])")
#: what only Hong Kong prints of what Simplified writes otherwise
_FORM_OF_HONGKONG = pattern("[衞敍枱粧糭衹]")


def regional_forms(text: str) -> Iterator[tuple[str, list[int]]]:
    """The regions whose forms a Traditional text prints, and where.

    A paper that prints 著 for the particle hardly prints 着: where 着 is the more frequent, 著 is none.

    >>> list(regional_forms("他抬頭看著海，讀一本名著，走過衞生署"))
    [('taiwan', [4]), ('hongkong', [15])]
    """
    for region, forms in (("taiwan", _PARTICLE_OF_TAIWAN), ("hongkong", _FORM_OF_HONGKONG)):
        places = _places(forms, text)
        if places and not (region == "taiwan" and text.count("着") >= len(places)):
            yield region, places


def _places(forms: re.Pattern[str], text: str) -> list[int]:
    return [found.start() for found in forms.finditer(text)]
