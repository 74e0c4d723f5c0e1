"""The day that a paper has, and whether it stands in order with what the paper tells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assembler.casefile import paths
from assembler.casefile.open_points import label
from assembler.findings.finding import Finding, day
from assembler.findings.reformation import last_day_to_amend, last_day_to_petition
from assembler.findings.security_deadlines import (
    filing_limit,
    last_day_to_give_notice,
    last_day_to_reply,
    last_day_to_tell_of_closing,
)
from assembler.findings.security_instrument import in_use, paper_day
from assembler.findings.subject import Kind, Subject, item
from assembler.law.security_deadlines import Instrument
from assembler.problem import Problem

OWN: Mapping[str, str] = {
    "filing": "security.filed",
    "nonrenewal": "events.nonrenewal_mailed",
    "closing": "events.closing_mailed",
    "replacement": "security.replacement.notified",
    "amendment": "reformation.completed",
    "petition": "reformation.commenced",
    "notice": "reformation.notified",
}
"""The answer of a trust that gives the day of a paper of its own; one that is left out is that of the case's papers."""


@dataclass(frozen=True)
class Order:
    """Dated answers between which a paper stands, such as ``trusts.events.notice_received``.

    It ``follows`` what it tells as done, and ``precedes`` what it tells as still to come.
    """

    follows: tuple[str, ...] = ()
    precedes: tuple[str, ...] = ()


def day_of(subject: Subject, dated: str, order: Order) -> Finding[date]:
    """Find the day of a paper.

    One with an answer of its own that is left out has the day of the case's papers; where that day is out of order
    with what the paper tells, or would make it late, nobody has said which day it is.
    """
    if dated not in OWN:
        return Finding(_day(subject, dated), "the day is stated", (), ("as_of",))
    where, stated = subject.path(OWN[dated]), stated_day(subject, dated)
    if stated is not None:
        return Finding(stated, "the day of the paper is stated", (), (where,), stated)
    on, last = subject.case.as_of, LAST[dated](subject)
    if on is None or (last is not None and on > last) or any(_out_of_order(subject, on, order)):
        return Finding(None, "the day of the paper is not stated", (), (where,))
    return Finding(on, "it is the day the papers are dated", (), ("as_of",), on)


def stated_day(subject: Subject, dated: str) -> date | None:
    """Give the day that is stated for a paper of its own; None where it is left out, or the paper has none."""
    found: date | None = paths.answer(subject.trust, OWN[dated]) if dated in OWN else None
    return found


def _day(subject: Subject, dated: str) -> date | None:
    case, trust = subject.case, subject.trust
    days = {
        "instrument": trust.instrument_date,
        "bond": paper_day(subject, Instrument.BOND),
        "letter": paper_day(subject, Instrument.LETTER_OF_CREDIT),
        "item": getattr(subject.record, "signed", None),
    }
    return days.get(dated) or case.as_of


def refusals(subject: Subject, title: str, dated: str, order: Order) -> Iterator[Problem]:
    """Refuse a paper that tells as done what is stated for a later day, or as still to come what is past by then."""
    on = day_of(subject, dated, order).value
    if on is None:
        return
    is_own = stated_day(subject, dated) is not None
    for where, event, comes_late in _out_of_order(subject, on, order):
        done = "as done what is stated for a later day" if comes_late else "as still to come what is past by then"
        what = f"the {title} is dated {day(on)}, and tells {done}: {label(subject.case, where)}, {day(event)}."
        fix = f"date it {day(event)} or {'later' if comes_late else 'earlier'}, or correct the other day."
        yield Problem(subject.path(OWN[dated]) if is_own else where, what, fix)


def _out_of_order(subject: Subject, on: date, order: Order) -> Iterator[tuple[str, date, bool]]:
    """Give each event that the paper's day is out of order with: where it is answered, its day, whether it is later."""
    yield from ((where, event, True) for where, event in _events(subject, order.follows) if event > on)
    yield from ((where, event, False) for where, event in _events(subject, order.precedes) if event < on)


def _events(subject: Subject, answers: Sequence[str]) -> Iterator[tuple[str, date]]:
    """Give the days that are answered, with their paths: those of the case, and of the subject's own trust."""
    for first, *keys in (answer.split(".") for answer in answers):
        if first != "trusts":
            yield from _dates(subject.case, [first, *keys], "")
        for trust in _trusts(subject) if first == "trusts" else ():
            yield from _dates(trust.trust, keys, trust.where)


def _trusts(subject: Subject) -> Sequence[Subject]:
    if subject.kind is Kind.TRUST:
        return (subject,)
    return subject.trusts if subject.owner is None else _trusts(subject.owner)


def _dates(record: Any, keys: Sequence[str], where: str) -> Iterator[tuple[str, date]]:
    if isinstance(record, tuple):
        for number, one in enumerate(record):
            yield from _dates(one, keys, item(where, getattr(one, "id", None), number))
    elif isinstance(record, date):
        yield where, record
    elif record is not None:
        yield from _dates(paths.at(record, [keys[0]]), keys[1:], f"{where}.{keys[0]}".lstrip("."))


def _last_to_file(trust: Subject) -> date | None:
    instrument = in_use(trust)
    return None if instrument is None else filing_limit(trust, instrument)


def _last(found: Callable[[Subject], Any]) -> Callable[[Subject], date | None]:
    def last(trust: Subject) -> date | None:
        deadline = found(trust).value
        return None if deadline is None else deadline.date

    return last


LAST: Mapping[str, Callable[[Subject], date | None]] = {
    "filing": _last_to_file,
    "nonrenewal": _last(last_day_to_give_notice),
    "closing": _last(last_day_to_tell_of_closing),
    "replacement": _last(last_day_to_reply),
    "amendment": last_day_to_amend,
    "petition": last_day_to_petition,
    "notice": lambda _: None,
}
"""The last day on which each is made in time, as far as it is known."""
