"""Tell by evidence what a change of words touches: a figure, a duty, a negation, who is meant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from assembler.library.clause import Words

WEAKENING = ("figure", "modal", "negation", "quantifier", "condition", "exception", "person")


class Weights:
    """The words that weigh, kind by kind, as the library lists them."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self._words = words

    def called(self, kind: str) -> str:
        """Say what a kind is."""
        return self._words[kind].text("called")

    def of(self, gone: Sequence[str], come: Sequence[str]) -> tuple[str, ...]:
        """Name the kinds of words that came or went."""
        changed = [*gone, *come]
        return tuple(
            kind
            for kind in WEAKENING
            if any(_pattern(self._words[kind].texts("words")).fullmatch(word) for word in changed)
            or (kind == "figure" and any(any(letter.isdigit() for letter in word) for word in changed))
        )

    def overriding(self, come: Iterable[str], around: Sequence[str] = ()) -> bool:
        """Tell whether new words override others, or touch the withholding or the security of the tax."""
        text = " ".join(come)
        if not text:
            return False
        if re.search(rf"\b{_pattern(self._words['overriding'].texts('words')).pattern}\b", text):
            return True
        pairs = (pair.split() for pair in self._words["powers"].texts("words"))
        whole = {*text.split(), *around}
        return any(all(any(_pattern((word,)).fullmatch(one) for one in whole) for word in pair)
                   and any(_pattern((word,)).fullmatch(one) for word in pair for one in text.split())
                   for pair in pairs)  # fmt: skip


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(re.escape(word).replace(chr(92) + '*', '[a-z]*') for word in words)})")


def changes(
    before: Sequence[str], after: Sequence[str], found: Iterable[tuple[str, int, int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    """Gather neighbouring deletions and insertions as one change each, by their indexes."""
    a = c = 0
    is_open = False
    for kind, i, j, k, n in found:
        if kind == "equal":
            if is_open:
                yield a, i, c, k
            a, c, is_open = j, n, False
        else:
            is_open = True
    if is_open:
        yield a, len(before), c, len(after)
