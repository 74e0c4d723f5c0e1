"""How much room text takes where every sign has the same width."""

import unicodedata


def width(text: str) -> int:
    """Count the columns of one line: two for a wide East Asian sign, none for a mark over another."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)


def lines(text: str, room: int) -> int:
    """Count the lines that text takes in a column of ``room`` signs, at least one."""
    if len(text) * 2 <= room and "\n" not in text:
        return 1
    return sum(max(1, -(-width(line) // room)) for line in text.split("\n"))
