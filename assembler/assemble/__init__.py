"""The whole road: a case file becomes checked documents."""

from assembler.assemble.delivery import contents, deliver, other_name
from assembler.assemble.pouring import Manner
from assembler.assemble.report import problems as problem_values
from assembler.assemble.report import report
from assembler.assemble.road import Drafted, Outcome, assemble
from assembler.assemble.working import Working, work
from assembler.assemble.workshop import Workshop

__all__ = [
    "Drafted",
    "Manner",
    "Outcome",
    "Working",
    "Workshop",
    "assemble",
    "contents",
    "deliver",
    "other_name",
    "problem_values",
    "report",
    "work",
]
