"""Rank passages by how much they speak of what is asked: BM25 (Robertson and Zaragoza 2009).

Twenty lines of our own: the libraries for it bring in numpy, which weighs more than all this project needs.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

_SATURATION, _LENGTH = 1.2, 0.25
"""How soon a word that stands often counts no more, and how much a long passage loses."""


class Ranking:
    """The passages of a text, each as the words that tell it from another."""

    def __init__(self, passages: Sequence[Sequence[str]]) -> None:
        self._counts = [Counter(words) for words in passages]
        self._lengths = [len(words) for words in passages]
        self._mean = sum(self._lengths) / len(passages) if any(self._lengths) else 1
        found = Counter(word for counts in self._counts for word in counts)
        self._weights = {word: log(1 + (len(passages) - n + 0.5) / (n + 0.5)) for word, n in found.items()}
        self._most = log(2 * len(passages) + 2)

    def weight(self, word: str) -> float:
        """Tell how much a word tells one passage from another; one that stands in none, the most."""
        return self._weights.get(word, self._most)

    def scores(self, asked: Iterable[str]) -> list[float]:
        """Score each passage for some words; a word that is asked twice counts once."""
        weights = {word: self._weights[word] for word in sorted(set(asked)) if word in self._weights}
        return [self._score(at, weights) for at in range(len(self._counts))]

    def _score(self, at: int, weights: dict[str, float]) -> float:
        counts = self._counts[at]
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * self._lengths[at] / self._mean)
        return sum(
            weight * counts[word] * (_SATURATION + 1) / (counts[word] + norm)
            for word, weight in weights.items()
            if word in counts
        )
