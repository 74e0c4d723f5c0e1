"""Words as concepts: every form of a word as its stem, and words that mean the same in an instrument as one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import snowballstemmer

from assembler.library.clause import Words

_WORD = re.compile(r"[^\W\d_]+|\d+[a-z]*(?:\.\d+[a-z]*)*|%")
_STOP = frozenset((
    "a", "an", "the", "of", "to", "in", "is", "are", "be", "been", "being", "was", "were", "shall", "must", "may",
    "will", "would", "has", "have", "had", "that", "which", "who", "whom", "whose", "for", "by", "and", "or", "any",
    "such", "said", "it", "its", "his", "her", "their", "he", "she", "they", "this", "these", "those", "on", "at",
    "as", "with", "from", "so", "there", "then", "under", "if", "into", "do", "does", "did", "could", "should", "my",
))  # fmt: skip
"""Words that stand in every sentence and tell none from another."""

_FILLERS = frozenset(("a", "an", "the", "any", "such", "said"))
_DENIALS = frozenset(("=denial", "=nobody"))
"""The entries of the synonyms that turn round what follows them."""

_OPENINGS = _DENIALS | {"other", "except", "unless", "or", "onli"}
"""Words with which a phrase begins that a denial before it does not turn round."""

_LONGEST = 7
_GAP = 2
"""How many other words may stand between two words of a phrase."""

_stem = lru_cache(maxsize=1 << 15)(snowballstemmer.stemmer("english").stemWord)


def _stems(text: str) -> list[str]:
    plain = text.casefold().replace("u.s.", "united states ").replace("§", " section ").replace("%", " percent ")
    return [_stem(word) for word in _WORD.findall(plain)]


class Concepts:
    """What counts as one word; ``synonyms`` are entries whose ``words`` mean the same."""

    def __init__(self, synonyms: Mapping[str, Words]) -> None:
        self._same: dict[tuple[str, ...], str] = {}
        for identity, entry in synonyms.items():
            self._same |= {tuple(_stems(word)): f"={identity}" for word in entry.texts("words")}
        self._begin = {words[0] for words in self._same}

    def words(self, text: str) -> list[str]:
        """Give every word of a text as its concept."""
        return list(self._joined(_stems(text)))

    def content(self, text: str) -> list[str]:
        """Give the words that tell one sentence from another."""
        return [word for word in self.words(text) if word not in _STOP]

    def _joined(self, stems: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(stems):
            longest = _LONGEST if stems[at] in self._begin else 0
            length = next((n for n in range(longest, 0, -1) if tuple(stems[at : at + n]) in self._same), 0)
            yield self._same[tuple(stems[at : at + length])] if length else stems[at]
            at += length or 1


def stand_together(sought: Sequence[str], content: Sequence[str]) -> bool:
    """Tell whether all the words stand close together, in any order."""
    wanted, reach = set(sought), 2 * len(sought) + 4
    if not wanted <= set(content):
        return False
    places = [at for at, word in enumerate(content) if word in wanted]
    return any(wanted <= set(content[at : at + reach]) for at in places)


def phrase(words: Iterable[str]) -> list[str]:
    """Give the words of a phrase that have to follow one another."""
    return [word for word in words if word not in _FILLERS]


def follow_one_another(sought: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the words of a phrase stand in this order, close together, and are not denied."""
    starts = (at for at, word in enumerate(words) if word == sought[0])
    return any(
        _runs_on(sought, words, at) and (sought[0] in _OPENINGS or not _DENIALS & set(words[max(0, at - 4) : at]))
        for at in starts
    )


def _runs_on(sought: Sequence[str], words: Sequence[str], at: int) -> bool:
    for word in sought[1:]:
        near = words[at + 1 : at + 2 + _GAP]
        if word not in near:
            return False
        at += 1 + near.index(word)
    return True
