"""The dates of a case as an iCalendar file, for any calendar program."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from assembler.casefile.shape import Case
from assembler.matter.calendar import CalendarEntry, Deadlines
from assembler.matter.icalendar_former import PRODUCT, Former, former

if TYPE_CHECKING:
    from icalendar import Alarm, Event

NAMESPACE = UUID("5d0f6f0e-2056-5a00-9a00-200a00000002")
"""Under this a deadline's key becomes its UID: in one case it keeps it, wherever it moves and whatever it is called."""

NONE: Mapping[str, Former] = MappingProxyType({})

DAYS_BEFORE = (30, 7)
"""How long before the day an alarm sounds."""


def as_ics(found: Deadlines, case: Case, known: Mapping[str, Former] = NONE) -> bytes:
    """Write the dates as all-day events with alarms, stamped with the day the papers are dated.

    Of the events ``known`` from the file before, by their keys, one that is still there keeps its UID, one that
    changed has a higher sequence number, and one that fell away is cancelled. The same case gives the same bytes.
    Raises ValueError for a case without that day, which no case that was read is.
    """
    from icalendar import Calendar  # here, because other commands need none

    if case.as_of is None:
        raise ValueError("a case that was read has a date")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _title(case))
    if mark := _mark(case):
        calendar.add("x-qdot-case", mark)
    gone = dict(known)
    for one in found.dates:
        calendar.add_component(_event(one, case, case.as_of, gone.pop(_key(one), None)))
    for event in gone.values():
        calendar.add_component(_cancelled(event, case.as_of))
    return bytes(calendar.to_ical())


def before(content: bytes, case: Case, *, is_forced: bool) -> Mapping[str, Former] | None:
    """Give the events of the file that stands where this case's is to be written; None if it is not the case's.

    A case is known by the number of its matter. One without a number is known by its title, which may have been
    corrected: then it is taken for the same only where that is forced.
    """
    found = former(content)
    if found is None or found.case != _mark(case):
        return None
    return found.events if found.case or is_forced or found.title == _title(case) else None


def _mark(case: Case) -> str:
    return str(uuid5(NAMESPACE, case.matter.number)) if case.matter.number else ""


def _title(case: Case) -> str:
    return f"QDOT dates: {_name(case)}"


def _name(case: Case) -> str:
    return case.decedent.name or case.matter.number or "case"


def _key(one: CalendarEntry) -> str:
    """Give what tells a deadline from the others of its case, and holds no name."""
    identity = (one.subject, one.deadline.key, one.event)
    return str(uuid5(NAMESPACE, "\n".join(identity)))


def _cancelled(known: Former, as_of: date) -> "Event":
    """Cancel an event that has fallen away; the next file says so again, no higher."""
    event = known.event
    event.subcomponents.clear()  # a cancelled event sounds no alarm
    if str(event.get("STATUS", "")) != "CANCELLED":
        event["STATUS"] = "CANCELLED"
        _set(event, known.sequence + 1, as_of)
    return event


def _set(event: "Event", sequence: int, as_of: date) -> None:
    for name in ("SEQUENCE", "DTSTAMP"):
        event.pop(name, None)
    event.add("sequence", sequence)
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))


def _event(one: CalendarEntry, case: Case, as_of: date, known: Former | None) -> "Event":
    from icalendar import Event

    event, deadline = Event(), one.deadline
    event.add("uid", known.uid if known else str(_uid(one, case)))
    event.add("x-qdot-key", _key(one))
    event.add("dtstart", deadline.date)
    event.add("dtend", deadline.date + timedelta(days=1))
    event.add("summary", f"{one.name} ({one.subject})")
    event.add("description", _description(one))
    event.add("transp", "TRANSPARENT")
    _set(event, known.sequence + (not known.is_same(event)) if known else 0, as_of)
    for days in DAYS_BEFORE:
        event.add_component(_alarm(one, days))
    return event


def _uid(one: CalendarEntry, case: Case) -> UUID:
    identity = (case.matter.number or case.decedent.name, one.subject, one.deadline.key, one.event)
    return uuid5(NAMESPACE, "\n".join(part or "" for part in identity))


def _description(one: CalendarEntry) -> str:
    deadline = one.deadline
    steps = (f"{step.text}: {step.value}" for step in deadline.steps)
    lines = (
        f"Who: {one.who}",
        f"What: {one.what}",
        f"Why: {'; '.join(steps)}",
        f"Work to: {deadline.work_by}",
        *(f"Note: {note}" for note in one.notes),
        f"Law: {'; '.join(deadline.law)}",
    )
    return "\n".join(lines)


def _alarm(one: CalendarEntry, days: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"In {days} days: {one.name} ({one.subject})")
    alarm.add("trigger", timedelta(days=-days))
    return alarm
