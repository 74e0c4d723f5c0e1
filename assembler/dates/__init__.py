"""Who must do what by when, in one case."""

from assembler.dates.find import find
from assembler.dates.ics import as_ics
from assembler.dates.subject_date import Dates, SubjectDate

__all__ = ["Dates", "SubjectDate", "as_ics", "find"]
