"""The texts hold no mojibake, no stray blanks and no signs that do not show."""

from __future__ import annotations

import re
import unicodedata

MOJIBAKE = re.compile(
    "Ã[\u0080-\u00bf]|Â[\u0080-\u00bf]|â€|Ð[\u0080-\u00bf]|Ñ[\u0080-\u009f]|\ufffd|&(amp|quot|lt|gt|#\\d+);|\\\\u[0-9a-f]{4}"
)
#: Words of the workshop, which mean nothing to a reader.
WORKSHOP = re.compile(r"\b(look(ed)?[- ]ups?|(seen|checked) again|TODO|FIXME)\b", re.IGNORECASE)


def faults(strings):
    for path, value in strings:
        if MOJIBAKE.search(value):
            yield f"{path}: mojibake in {value!r}"
        if WORKSHOP.search(value):
            yield f"{path}: a word of the workshop in {value!r}"
        if value != value.strip() or "  " in value or "\n" in value:
            yield f"{path}: stray blanks in {value!r}"
        if any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn"} for sign in value):
            yield f"{path}: a sign that does not show in {value!r}"
        if value != unicodedata.normalize("NFC", value):
            yield f"{path}: not in the composed form (NFC): {value!r}"


def test_broken_texts_are_found():
    wrong = {
        "a": "Belarusâ€“EU",
        "b": "cafÃ©",
        "c": " two  blanks",
        "d": "soft\u00adhyphen",
        "e": "e\u0301",
        "f": "Not seen again.",
    }

    assert [text.split(":")[0] for text in faults(wrong.items())] == list("abcdef")


def test_the_bundled_texts_are_clean(strings):
    assert list(faults(strings)) == []
