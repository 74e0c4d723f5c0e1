"""The ends of a trust's taxable years, and when a trust came to its own end."""

from collections.abc import Iterator
from datetime import date

from assembler.dates.setting import Held, Setting
from assembler.law.calendar import year_end, year_end_from


def present_year_ends(setting: Setting, held: Held, month_day: str) -> Iterator[date]:
    """Give the end of the last taxable year before the papers' date, and of the one that day is in.

    None before the decedent's death or after the trust's end.
    """
    present = year_end_from(setting.as_of, month_day)
    over = ended(setting, held)
    for end in (year_end(present.year - 1, month_day), present):
        if end >= setting.died and (over is None or end <= year_end_from(over, month_day)):
            yield end


def ended(setting: Setting, held: Held) -> date | None:
    """Return the day on which the trust ceased to be taxed as a QDOT: the spouse's death, or its ceasing before."""
    days = (setting.case.spouse.died, held.trust.disqualification.ceased)
    return min((day for day in days if day is not None), default=None)
