"""The shares of several takers, as they are written, added up."""

from collections.abc import Iterable
from fractions import Fraction

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12,
}  # fmt: skip
HUNDRED = 100


def whole(shares: Iterable[str | None]) -> Fraction | None:
    """Add up shares such as one-half, 1/3 or 25 percent; None when one is missing or not so written."""
    total = Fraction(0)
    for share in shares:
        part = None if share is None else _part(" ".join(share.casefold().replace("-", " ").split()))
        if part is None:
            return None
        total += part
    return total


def _part(share: str) -> Fraction | None:
    try:
        for sign in (" percent", "%", " per cent"):
            if share.endswith(sign):
                return Fraction(share.removesuffix(sign).strip()) / HUNDRED
        return _in_words(share) or (Fraction(share) if "/" in share else None)
    except (ValueError, ZeroDivisionError):
        return None


def _in_words(share: str) -> Fraction | None:
    words = [WORDS.get(word, WORDS.get(word.removesuffix("s"))) for word in share.removeprefix("a ").split()]
    match words:
        case [int() as over, int() as under]:
            return Fraction(over, under)
        case [2]:
            return Fraction(1, 2)
        case _:
            return None
