"""Words as concepts: every form of a word as its stem, and words that mean the same in an instrument as one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from assembler.library.clause import Words

_WORD = re.compile(r"[uU]\.[sS]\.(?:[aA]\.)?|§|[^\W\d_]+|\d+[a-z]*(?:\.\d+[a-z]*)*|%")
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
_WRITTEN_OUT = {"u.s.": ("unit", "state"), "u.s.a.": ("unit", "state"), "§": ("section",), "%": ("percent",)}


class Word(NamedTuple):
    """A word as its stem or its concept, and where in the text it stands."""

    key: str
    begin: int
    end: int


def _stems(text: str) -> list[Word]:
    found = ((match, match[0].casefold()) for match in _WORD.finditer(text))
    return [
        Word(stem, *match.span()) for match, word in found for stem in _WRITTEN_OUT.get(word) or (_stem(word),)
    ]


class Concepts:
    """What counts as one word; ``synonyms`` are entries whose ``words`` mean the same."""

    def __init__(self, synonyms: Mapping[str, Words]) -> None:
        self._same: dict[tuple[str, ...], str] = {}
        for identity, entry in synonyms.items():
            self._same |= {tuple(one.key for one in _stems(word)): f"={identity}" for word in entry.texts("words")}
        self._begin = {words[0] for words in self._same}

    def words(self, text: str) -> list[Word]:
        """Give every word of a text as its concept."""
        return list(self._joined(_stems(text)))

    def content(self, text: str) -> list[str]:
        """Give the words that tell one sentence from another."""
        return [word.key for word in self.words(text) if word.key not in _STOP]

    def _joined(self, stems: Sequence[Word]) -> Iterator[Word]:
        at, keys = 0, tuple(stem.key for stem in stems)
        while at < len(stems):
            longest = min(_LONGEST, len(keys) - at) if keys[at] in self._begin else 0
            length = next((n for n in range(longest, 0, -1) if keys[at : at + n] in self._same), 0)
            if length:
                yield Word(self._same[keys[at : at + length]], stems[at].begin, stems[at + length - 1].end)
            else:
                yield stems[at]
            at += length or 1


def stand_together(sought: Sequence[str], content: Sequence[str]) -> bool:
    """Tell whether all the words stand close together, in any order."""
    wanted, reach = set(sought), 2 * len(sought) + 4
    if not wanted <= set(content):
        return False
    places = [at for at, word in enumerate(content) if word in wanted]
    return any(wanted <= set(content[at : at + reach]) for at in places)


def phrase(words: Iterable[Word]) -> list[Word]:
    """Give the words of a phrase that have to follow one another."""
    return [word for word in words if word.key not in _FILLERS]


def follow_one_another(sought: Sequence[str], words: Sequence[Word]) -> tuple[int, int] | None:
    """Say where the words of a phrase stand in this order, close together, and not denied."""
    for at, word in enumerate(words):
        if word.key != sought[0]:
            continue
        last = _last(sought, words, at)
        is_denied = any(one.key in _DENIALS for one in words[max(0, at - 4) : at]) and sought[0] not in _OPENINGS
        if last is not None and not is_denied:
            return word.begin, words[last].end
    return None


def _last(sought: Sequence[str], words: Sequence[Word], at: int) -> int | None:
    """Find the last word of a phrase that begins here."""
    for key in sought[1:]:
        near = (place for place in range(at + 1, min(at + 2 + _GAP, len(words))) if words[place].key == key)
        found = next(near, None)
        if found is None:
            return None
        at = found
    return at
