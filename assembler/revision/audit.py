"""Show where an instrument that others wrote speaks of each thing the law requires; never that it meets it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assembler.library.clause import Library, Requirement, Words
from assembler.library.lint_asks import ASKS, BESIDE
from assembler.revision.concepts import Concepts, Word, follow_one_another, phrase, stand_together
from assembler.revision.instrument import Instrument, Passage
from assembler.revision.ranking import Ranking

FOUND, CONTRADICTED, NOT_FOUND = "found, please confirm", "contradicted", "not found"

SYNONYMS = "synonyms"
NAME, LACKS, AGAINST = "name", "lacks", "against"
"""What an entry of the asks has beside its elements, as `BESIDE` names them together."""

SHOWN = 5
"""How many passages are looked at for each requirement."""

ENOUGH = 0.45
"""How much of what is asked a passage must say for a requirement to be found in it. Of passages that speak of it in
other words than ours nearly all say more, and of passages that speak of something else nearly all say less.
"""

LEAST = 0.3
"""How much a passage must say for what it says against a requirement to count."""


@dataclass(frozen=True)
class Place:
    """A passage that speaks of a requirement: the elements seen in it, and the words against it, as they stand there.

    share: how much of what is asked it says, from 0 to 1; an element of which it has some words counts in part.
    """

    passage: Passage
    share: float
    seen: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What was seen of one requirement: the passages that speak most of it, the first most."""

    requirement: Requirement
    elements: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def state(self) -> str:
        """Say whether it was found, contradicted, or not found."""
        if self.shown is None:
            return NOT_FOUND
        return CONTRADICTED if self.shown.against else FOUND

    @cached_property
    def shown(self) -> Place | None:
        """Give the place to quote: the first that contradicts, or else the first, of those that speak of it enough."""
        enough = [place for place in self.places if place.seen and place.share >= (LEAST if place.against else ENOUGH)]
        return next((place for place in enough if place.against), enough[0] if enough else None)

    @property
    def unseen(self) -> tuple[str, ...]:
        """Give the elements that are not seen in the place that is quoted."""
        seen = self.shown.seen if self.shown else ()
        return tuple(element for element in self.elements if element not in seen)

    def elsewhere(self, element: str) -> Place | None:
        """Give the first of the other places in which an element is seen."""
        return next((place for place in self.places if place is not self.shown and element in place.seen), None)


@dataclass(frozen=True)
class _Text:
    """A passage as words, once with and once without those that stand everywhere."""

    passage: Passage
    words: Sequence[Word]
    content: Sequence[str]

    @cached_property
    def has(self) -> frozenset[str]:
        """The words that tell it from another, each once."""
        return frozenset(self.content)


Weighed = tuple[tuple[str, float], ...]
"""The words of a line, each with what it weighs of them all."""


@dataclass(frozen=True)
class _Ask:
    """What is asked of one requirement, as concepts."""

    elements: Mapping[str, tuple[Weighed, ...]]
    against: tuple[list[str], ...]
    sought: frozenset[str]

    def share(self, text: _Text) -> float:
        """Tell how much of it a passage says, from 0 to 1."""
        parts = (max(_part(way, text.has) for way in ways) for ways in self.elements.values())
        return sum(parts) / len(self.elements)

    def place(self, text: _Text, share: float) -> Place:
        """Say what is seen of it in a passage."""
        seen = tuple(
            name
            for name, ways in self.elements.items()
            if any(stand_together([word for word, _ in way], text.content) for way in ways)
        )
        spans = {span for way in self.against if seen and (span := follow_one_another(way, text.words))}
        against = tuple(text.passage.text[begin:end] for begin, end in sorted(spans))
        return Place(text.passage, share, seen, against)


def _part(way: Weighed, has: Collection[str]) -> float:
    return sum(weight for word, weight in way if word in has)


def audit(instrument: Instrument, library: Library) -> tuple[Answer, ...]:
    """Seek each requirement of an instrument; the library says what is sought, and in which words."""
    concepts = Concepts(library.words[SYNONYMS])
    texts = [
        _Text(one, phrase(concepts.words(one.text)), concepts.content(f"{one.section} {one.text}"))
        for one in instrument.passages
    ]
    ranking = Ranking([text.content for text in texts])
    asked = ((library.requirements[identity], entry) for identity, entry in library.words[ASKS].items())
    return tuple(_answer(one, _ask(one, entry, concepts, ranking), texts, ranking) for one, entry in asked)


def _answer(requirement: Requirement, ask: _Ask, texts: Sequence[_Text], ranking: Ranking) -> Answer:
    """Look closely at the passages that say most of it, by their elements first and by all their words."""
    scores, shares = ranking.scores(ask.sought), [ask.share(text) for text in texts]
    highest = max(scores, default=0) or 1
    order = sorted(range(len(texts)), key=lambda at: -(scores[at] / highest + 2 * shares[at]))
    places = tuple(ask.place(texts[at], shares[at]) for at in order[:SHOWN])
    return Answer(requirement, tuple(ask.elements), places)


def _ask(requirement: Requirement, entry: Words, concepts: Concepts, ranking: Ranking) -> _Ask:
    elements = {
        name: tuple(_weighed(concepts.content(way), ranking) for way in entry.texts(name))
        for name in entry.fields
        if name not in BESIDE
    }
    against = tuple([word.key for word in phrase(concepts.words(way))] for way in entry.texts(AGAINST))
    sought = {word for ways in elements.values() for way in ways for word, _ in way}
    sought.update(word for probe in requirement.probes for word in concepts.content(probe))
    return _Ask(elements, against, frozenset(sought))


def _weighed(words: Sequence[str], ranking: Ranking) -> Weighed:
    weights = {word: ranking.weight(word) for word in words}
    return tuple((word, weight / sum(weights.values())) for word, weight in weights.items())
