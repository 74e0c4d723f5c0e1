"""Find words in a text as whole words, whatever their case, quotes and spacing."""

from functools import lru_cache

_FOLDED = (
    ("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("‐", "-"), ("\u2011", "-"), ("–", "-"), ("—", "-"), ("\u00ad", "")
)  # fmt: skip


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """Level case, spacing, quotes and dashes."""
    text = text.casefold()
    for sign, plain in _FOLDED:
        text = text.replace(sign, plain)
    return " ".join(text.split())


@lru_cache(maxsize=2048)
def holds(text: str, probe: str) -> bool:
    """Tell whether a folded text holds one of a probe's alternatives, which `` | `` parts."""
    return any(has_words(text, folded(alternative)) for alternative in probe.split(" | ") if alternative.strip())


def has_words(text: str, words: str) -> bool:
    """Tell whether the words stand in the text and are not part of longer words or numbers."""
    at = text.find(words)
    while at >= 0:
        if _is_whole(text, at, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def _is_whole(text: str, begin: int, end: int) -> bool:
    before, after = text[:begin][-2:], text[end : end + 3]
    first, last = text[begin], text[end - 1]
    if first.isalnum() and before[-1:].isalnum():
        return False
    if last.isalnum() and after[:1].isalnum():
        return False
    if first.isdigit() and before[-1:] in (",", ".") and before[:1].isdigit():
        return False
    # $2,000,000 is in $2,000,000.00 and not in $2,000,000.50; 2,000 is not in 2,000,000
    continues = after[:1] in (",", ".") and after[1:2].isdigit() and after != ".00"
    return not (last.isdigit() and continues)
