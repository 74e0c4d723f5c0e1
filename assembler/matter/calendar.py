"""The calendar of a case in words: what each deadline is called, who acts by it, what is done, and what to know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from assembler.findings.deadline import Dates, Missing, Note, SubjectDate
from assembler.library.clause import Words
from assembler.problem import Problem
from assembler.wording import capitalised, day, days_in_words, listed, sentence, weekday

if TYPE_CHECKING:
    from assembler.merge import Row

LibraryWords: TypeAlias = Mapping[str, Mapping[str, Words]]
Values: TypeAlias = Mapping[str, str]

DEADLINES = frozenset({"date", "weekday", "name", "who", "what", "why", "rolls", "law"})
"""The fields of a row, where a paper repeats over the deadlines."""


@dataclass(frozen=True, kw_only=True)
class CalendarEntry(SubjectDate):
    """One deadline of a case in words; its day, its reasons and its authority are those of its ``deadline``."""

    name: str
    who: str
    what: str
    notes: tuple[str, ...]
    rolling: str


@dataclass(frozen=True)
class Deadlines:
    """Every deadline of a case, the earliest first, with what is wrong, what is left out and what is to be known."""

    dates: tuple[CalendarEntry, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def in_words(found: Dates, words: LibraryWords) -> Deadlines:
    """Put the words of a library to the dates of a case; those of one day and subject stand in order of their names."""
    entries = sorted((_entry(one, words) for one in found.dates), key=_order)
    notes = dict.fromkeys(_note(one, words) for one in found.notes)
    return Deadlines(tuple(entries), found.problems, tuple(notes))


def _order(one: CalendarEntry) -> tuple[date, str, str, str]:
    return one.deadline.date, one.subject, one.name, one.event


def _entry(one: SubjectDate, words: LibraryWords) -> CalendarEntry:
    deadline = one.deadline
    its_words, calendar, values = words["deadlines"][deadline.key], words["calendar"], _texts(deadline.values)
    offices = [_office(words["offices"][office], values) for office in deadline.offices]
    return CalendarEntry(
        **vars(one),
        name=capitalised(its_words.text("name", **values)),
        who=capitalised(listed(offices)),
        what=its_words.text("what", **values),
        notes=(
            *its_words.texts("notes", **values),
            *(calendar[note].text("text", **values) for note in deadline.notes),
        ),
        rolling=calendar["rolls" if deadline.rolls else "stays"].text("text"),
    )


def _office(office: Words, values: Values) -> str:
    """Name an office, with the person who holds it where its words have a place for that and it is known."""
    return office.text("named" if office.values & values.keys() else "name", **values)


def _note(one: Missing | Note, words: LibraryWords) -> str:
    values = _texts(one.values)
    if isinstance(one, Note):
        text = words["calendar"][one.key].text("text", **values)
    else:
        deadline = capitalised(words["deadlines"][one.key].text("name", **values))
        text = words["calendar"]["left_out"].text("text", deadline=deadline, answer=one.where)
    return f"{one.subject}: {text}" if one.subject else text


def _texts(values: Mapping[str, object]) -> Values:
    return {name: str(value) for name, value in values.items()}


def rows(found: Deadlines, names: Mapping[str, str]) -> "Sequence[Row]":
    """List the deadlines for the papers that repeat over them; ``names`` has what each is of, by its id."""
    return [_row(one, names.get(one.subject, one.subject)) for one in found.dates]


def _row(one: CalendarEntry, subject: str) -> "Row":
    reasons = "; ".join(step.text for step in one.deadline.steps)
    return {
        "date": day(one.deadline.date),
        "weekday": weekday(one.deadline.date),
        "name": f"{days_in_words(one.name)} ({days_in_words(subject)})",
        "who": one.who,
        "what": days_in_words(sentence(one.what)),
        "why": " ".join(sentence(days_in_words(words)) for words in (reasons, *one.notes)),
        "rolls": one.rolling,
        "law": "; ".join(one.deadline.law),
    }
