"""A draft that comes back: compare, verify, redline, regenerate, audit."""

from assembler.revision.audit import Answer, Place, audit
from assembler.revision.audit_report import WORDS, lacks_of, law_in_force, name_of, place_of, report, state_of
from assembler.revision.instrument import Instrument
from assembler.revision.instrument_files import read as read_instrument
from assembler.revision.redline import Redline, Source, redline
from assembler.revision.returned import Report
from assembler.revision.verify import Finding

__all__ = [
    "WORDS",
    "Answer",
    "Finding",
    "Instrument",
    "Place",
    "Redline",
    "Report",
    "Source",
    "audit",
    "lacks_of",
    "law_in_force",
    "name_of",
    "place_of",
    "read_instrument",
    "redline",
    "report",
    "state_of",
]
