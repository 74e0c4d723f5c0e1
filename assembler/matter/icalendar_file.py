"""The dates of a case as an iCalendar file, for any calendar program."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from assembler.casefile.shape import Case
from assembler.matter.calendar import CalendarEntry, Deadlines

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//qdot-assembler//Deadline calendar//EN"
NAMESPACE = UUID("5d0f6f0e-2056-5a00-9a00-200a00000002")
"""Under this a deadline's key becomes its UID: in one case it keeps it, wherever it moves and whatever it is called."""

DAYS_BEFORE = (30, 7)
"""How long before the day an alarm sounds."""


def as_ics(found: Deadlines, case: Case) -> bytes:
    """Write the dates as all-day events with alarms, stamped with the day the papers are dated.

    The same case gives the same bytes. Raises ValueError for a case without that day, which no case that was read is.
    """
    from icalendar import Calendar  # here, because other commands need none

    if case.as_of is None:
        raise ValueError("a case that was read has a date")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"QDOT dates: {_title(case)}")
    for one in found.dates:
        calendar.add_component(_event(one, case, case.as_of))
    return bytes(calendar.to_ical())


def _title(case: Case) -> str:
    return case.decedent.name or case.matter.number or "case"


def _event(one: CalendarEntry, case: Case, as_of: date) -> "Event":
    from icalendar import Event

    event, deadline = Event(), one.deadline
    event.add("uid", str(_uid(one, case)))
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", deadline.date)
    event.add("dtend", deadline.date + timedelta(days=1))
    event.add("summary", f"{one.name} ({one.subject})")
    event.add("description", _description(one))
    event.add("transp", "TRANSPARENT")
    for days in DAYS_BEFORE:
        event.add_component(_alarm(one, days))
    return event


def _uid(one: CalendarEntry, case: Case) -> UUID:
    identity = (case.matter.number, case.decedent.name, one.subject, one.deadline.key, one.event)
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
