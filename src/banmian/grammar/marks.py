"""Printers' marks: what stands before a signature or a jump and is no letter and no punctuation.

Every paper has its own (■ □ ◆ ✎ ❖ ▶, or a sign of its own fount), so they are told by what they are not.
"""

from __future__ import annotations

#: punctuation, brackets, signs of number and measure: they belong to the text, in folded print
PUNCTUATION = "，。、；：？！…—·“”‘’（）【】《》〈〉「」『』﹏‹›«»/|丨,.;:?!'\"()<>{}$￥¥€£%‰℃°#&@^_~`+=*×÷±－−\\\\\\[\\]-"
#: one mark, in a pattern
PRINTERS_MARK = rf"[^\w\s{PUNCTUATION}]"
