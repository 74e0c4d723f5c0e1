"""The answers and findings of one subject as a merge field asks for them; what is needed and missing leaves it open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn, Protocol, TypeAlias, TypeVar

from assembler.casefile import OpenPoint, open_point, paths, unanswered
from assembler.casefile.open_points import first_unanswered
from assembler.casefile.shape import Trust
from assembler.findings import Finding, Kind, Subject, find
from assembler.findings.subject import conclusion, item

T = TypeVar("T")

OWN = ("trust", "assignment", "annuity")
"""What begins the path of an answer of the subject's own record, and not of the case."""


class Phrase(Protocol):
    """The words that a library has for each choice of one group."""

    def text(self, choice: str, /, **values: str) -> str:
        """Give the words for a choice, with these values in their places."""


Phrases: TypeAlias = Mapping[str, Phrase]
"""The words for choices and conclusions, by group."""


@dataclass(frozen=True)
class Pending:
    """A field that is worked out from answers of which one is missing: the open point that it waits for."""

    point: OpenPoint


class Open(Exception):  # noqa: N818 (it is no fault of the program: a value is missing)
    """Raised where a field needs what is not known; ``gap`` is what stands in its place."""

    def __init__(self, gap: OpenPoint | Pending) -> None:
        super().__init__()
        self.gap = gap


@dataclass(frozen=True)
class Answers:
    """The answers of one record, by their paths in it, with what is found of its subject.

    Of a subject the paths begin at the case, or with ``trust``, ``assignment`` or ``annuity`` for its own record; of
    one row of a list they begin at the row. ``where`` is the path of the record, and ``place`` that of the row in its
    list, from 0. ``on`` is the day that they speak of; None is no day in particular.
    """

    subject: Subject
    phrases: Phrases
    record: Any
    where: str = ""
    place: int = 0
    on: date | None = None

    @classmethod
    def of(cls, subject: Subject, phrases: Phrases, on: date | None = None) -> "Answers":
        """Take the answers of a subject, as of a day or of the day of the papers."""
        return cls(subject, phrases, subject.case, on=on or subject.case.as_of)

    @property
    def trust(self) -> Subject:
        """The trust meant: the subject itself, the one that takes, or of the case its first."""
        subject = self.subject if self.subject.owner is None else self.subject.owner
        if subject.kind is Kind.TRUST:
            return subject
        if self.subject.owner is not None:  # an assignment or annuity that does not say which trust takes
            self.leave_open(self.subject.path("trust"))
        return _first_trust(subject)

    @property
    def is_blank(self) -> bool:
        """Tell whether the record holds no answer at all."""
        return bool(self.record == type(self.record)())

    @property
    def of_case(self) -> "Answers":
        """The answers of the subject as a whole, from those of one of its rows."""
        return Answers.of(self.subject, self.phrases, self.on)

    def record_at(self, name: str) -> "Answers":
        """Give the answers of a record."""
        return Answers(self.subject, self.phrases, self.get(name), self.path(name), on=self.on)

    def need(self, name: str) -> Any:
        """Give an answer; one that is missing, or a list of nothing, leaves the field open."""
        found = self.get(name)
        if found in (None, ()):
            self.leave_open(self.path(name))
        return found

    def get(self, name: str) -> Any:
        """Give an answer that may be missing: the question says what its absence means, or the words do."""
        record, _, steps = self._at(name)
        return paths.at(record, list(steps))

    def each(self, name: str) -> "tuple[Answers, ...]":
        """Give the answers of each item of a list; of one that is not answered, an item without any answer."""
        items = self.get(name)
        if items is None:
            kind = paths.question(self.path(name))
            assert kind is not None, name
            items = (kind.type(),)
        return self.rows(self.path(name), items)

    def some(self, name: str) -> "tuple[Answers, ...]":
        """Give the answers of each item of a list that cannot be empty; one that is leaves the field open."""
        return self.each(name) or self.leave_open(self.path(name))

    def rows(self, where: str, items: Iterable[Any]) -> "tuple[Answers, ...]":
        """Give the answers of each of some records; ``where`` is what their list is called."""
        return tuple(
            Answers(self.subject, self.phrases, one, item(where, getattr(one, "id", None), place), place, self.on)
            for place, one in enumerate(items)
        )

    def is_so(self, fact: str) -> bool:
        """Tell whether a fact holds; one that cannot be decided leaves the field open."""
        return self.value(self.subject.fact(fact))

    def value(self, finding: Finding[T]) -> T:
        """Give what a finding comes to; one that is unknown leaves the field open for an answer it rests on."""
        if finding.value is not None:
            return finding.value
        case = self.subject.case
        for path in finding.rests_on:
            if unanswered(case, first_unanswered(case, path)):
                self.wait_for(path)
        for path in finding.rests_on:  # left out, which may be an answer elsewhere, and is none here
            if paths.answer(case, path) is None:
                self.wait_for(path)
        path = next(iter(finding.rests_on), "")
        question = paths.question(path) if path else None
        raise Open(Pending(OpenPoint(finding.because, question.who if question else "attorney", path)))

    def phrase(self, group: str, name: str, **values: str) -> str:
        """Give the words that the library has for a choice, with these values in their places."""
        return self.phrases[group].text(name, **values)

    def leave_open(self, path: str) -> NoReturn:
        """Leave the field open for the answer at a path, or the first that is missing in it."""
        raise Open(open_point(self.subject.case, path))

    def wait_for(self, path: str) -> NoReturn:
        """Leave the field open because what it is worked out from is missing at a path, or the first that is in it."""
        raise Open(Pending(open_point(self.subject.case, path)))

    def ask(self, name: str, what: str, key: str) -> NoReturn:
        """Leave the field open for what no item of a list is, in words of its own.

        The question is the one called ``key``, of the first item that does not answer it, or else of one more item.
        """
        path, items = self.path(name), self.get(name) or ()
        question = paths.question(path)
        assert question is not None, path
        place = next((place for place, one in enumerate(items) if getattr(one, key) is None), len(items))
        which = item(path, getattr(items[place], "id", None) if place < len(items) else None, place)
        raise Open(OpenPoint(what, question.who, f"{which}.{key}"))

    def path(self, name: str) -> str:
        """Return the path of one of these answers in the case file."""
        if self.where:
            return f"{self.where}.{name}"
        first, dot, rest = name.partition(".")
        if first not in OWN:
            return name
        return f"{self._at(name)[1]}{dot}{rest}"

    def _at(self, name: str) -> tuple[Any, str, tuple[str, ...]]:
        steps = _steps(name)
        if self.where:
            return self.record, self.where, steps
        if steps[0] == "trust":
            trust = self.trust
            return trust.record, trust.where, steps[1:]
        if steps[0] in OWN:
            return self.subject.record, self.subject.where, steps[1:]
        return self.record, "", steps


@conclusion
def _first_trust(whole: Subject) -> Subject:
    """Give the first trust of a case; of a case that has none, one without any answer."""
    return (whole.trusts or find(replace(whole.case, trusts=(Trust(),))).trusts)[0]


@lru_cache(maxsize=4096)
def _steps(name: str) -> tuple[str, ...]:
    return tuple(paths.steps(name))
