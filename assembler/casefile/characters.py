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

BLANK = re.compile(r"[][_\s]+")
"""A blank to fill in, and no answer."""

STAND_IN = "\ufffd"
"""Takes the place of a forbidden character, so that the rest of the file can still be read."""

_LONGEST_SHOWN = 60


def shown(text: str) -> str:
    """Return `text` in backquotes, on one line, shortened, with nothing that could upset a terminal."""
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    plain = FORBIDDEN.sub(lambda found: code(found.group()), short)
    return f"`{plain}`".replace("\n", " ").replace("\t", " ")


def code(character: str) -> str:
    """Return the code of a character, as U+202E."""
    return f"U+{ord(character):04X}"


def described(character: str) -> str:
    """Return the code of a character with its Unicode name, where it has one."""
    import unicodedata  # wanted only when something is wrong

    name = unicodedata.name(character, "")
    return f"{code(character)} ({name.lower()})" if name else code(character)
