"""The iCalendar file that a new one takes the place of: what each event was, and how often it had changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//qdot-assembler//Deadline calendar//EN"

SAME = ("DTSTART", "SUMMARY", "DESCRIPTION", "STATUS")
"""What makes an event another one when it changes."""

MOST_SEQUENCE = 2**31 - 1


@dataclass(frozen=True)
class Former:
    """An event of the former file, and its key: what it is a deadline for, by whatever name."""

    event: "Event"
    key: str

    @property
    def uid(self) -> str:
        """Its UID."""
        return str(self.event.get("UID", ""))

    @property
    def sequence(self) -> int:
        """How often it had changed."""
        return int(self.event.get("SEQUENCE", 0))

    def is_same(self, event: "Event") -> bool:
        """Tell whether another event says the same."""
        return all(_value(self.event, name) == _value(event, name) for name in SAME)


@dataclass(frozen=True)
class FormerFile:
    """A file of ours: the mark of its case, its title, and its events by their keys."""

    case: str
    title: str
    events: Mapping[str, Former]


def former(content: bytes) -> FormerFile | None:
    """Read a file of ours; of one that is not, None."""
    from icalendar import Calendar, Event  # here, because other commands need none

    try:
        calendar = Calendar.from_ical(content)
        if str(calendar.get("PRODID", "")) != PRODUCT:
            return None
        found = (one for one in calendar.walk("VEVENT") if isinstance(one, Event))
        events = [Former(one, str(one.get("X-QDOT-KEY", ""))) for one in found]
        known = {one.key or one.uid: one for one in events if 0 <= one.sequence < MOST_SEQUENCE}
        return FormerFile(str(calendar.get("X-QDOT-CASE", "")), str(calendar.get("X-WR-CALNAME", "")), known)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None


def _value(event: "Event", name: str) -> Any:
    value = event.get(name)
    return value.to_ical() if hasattr(value, "to_ical") else value
