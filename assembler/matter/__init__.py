"""A case opened once: what the law makes of it, its documents, and their delivery."""

from assembler.matter.drafting import Drafted, Outcome
from assembler.matter.engine import Engine
from assembler.matter.matter import Matter
from assembler.matter.output import contents, deliver
from assembler.matter.rendering import Manner
from assembler.matter.report import deadline_values, figure_values, gap_values, report
from assembler.matter.report import problems as problem_values

__all__ = [
    "Drafted",
    "Engine",
    "Manner",
    "Matter",
    "Outcome",
    "contents",
    "deadline_values",
    "deliver",
    "figure_values",
    "gap_values",
    "problem_values",
    "report",
]
