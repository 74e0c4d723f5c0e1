"""The whole road: a case file becomes checked documents."""

from assembler.assemble.calendar import CaseCalendar, calendar_case
from assembler.assemble.delivery import deliver
from assembler.assemble.figures import CaseFigures, figures_case
from assembler.assemble.inquiry import CaseCheck, check_case, explain_case
from assembler.assemble.pagination import paginate
from assembler.assemble.pouring import Manner
from assembler.assemble.proofs import library_coverage, lint_library
from assembler.assemble.report import problems as problem_values
from assembler.assemble.report import report
from assembler.assemble.road import Drafted, Outcome, assemble
from assembler.assemble.workshop import Workshop

__all__ = [
    "CaseCalendar",
    "CaseCheck",
    "CaseFigures",
    "Drafted",
    "Manner",
    "Outcome",
    "Workshop",
    "assemble",
    "calendar_case",
    "check_case",
    "deliver",
    "explain_case",
    "figures_case",
    "library_coverage",
    "lint_library",
    "paginate",
    "problem_values",
    "report",
]
