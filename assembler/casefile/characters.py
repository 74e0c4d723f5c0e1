"""Which characters an answer may hold, and how an answer is shown in a message."""

import re

FORBIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f"  # controls; XML 1.0, hence Word, cannot carry them
    "\\x7f-\\x9f\\u2028\\u2029\\ufeff"  # no reader of YAML is sure to hand these on as they were
    "\\u202a-\\u202e\\u2066-\\u2069"  # make a line show in another order than it is written
    "\\ud800-\\udfff\\ufffe\\uffff"  # halves of characters, and what is no character
    "\\ufffd]"  # stands where a name was spoiled before it came to us
)
"""The characters that no answer may hold; a tab and a line feed are not among them."""

UNSEEN = re.compile(
    "[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u206f\\u2800\\u3164"
    "\\ufe00-\\ufe0f\\uffa0\\ufff9-\\ufffc\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
    "\\ue000-\\uf8ff\\U000f0000-\\U0010fffd]"  # private use: another font shows something else, or nothing
)
"""The characters that nobody can see, or that not everybody sees; some scripts need a few of them."""

BLANK = re.compile(r"[][_\s]+")
"""A blank to fill in, and no answer."""

STAND_IN = "\ufffd"
"""Takes the place of a forbidden character, so that the rest of the file can still be read."""

_LONGEST_SHOWN = 60


def shown(text: str) -> str:
    """Return `text` in backquotes, on one line, shortened, with nothing that could upset a terminal."""
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    plain = UNSEEN.sub(_code, FORBIDDEN.sub(_code, short))
    return f"`{plain}`".replace("\n", " ").replace("\t", " ")


def _code(found: "re.Match[str]") -> str:
    return code(found.group())


def code(character: str) -> str:
    """Return the code of a character, as U+202E."""
    return f"U+{ord(character):04X}"


def described(character: str) -> str:
    """Return the code of a character with its Unicode name, where it has one."""
    import unicodedata  # wanted only when something is wrong

    name = unicodedata.name(character, "")
    return f"{code(character)} ({name.lower()})" if name else code(character)
