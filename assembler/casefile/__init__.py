"""Read what the attorney answered: typed, located (file and line), not judged."""

from assembler.casefile.base import Base
from assembler.casefile.diagnostics import Default
from assembler.casefile.interview import QUESTIONS, Question, objection
from assembler.casefile.open_points import OpenPoint, open_point, unanswered
from assembler.casefile.parsers import Refusal
from assembler.casefile.paths import texts
from assembler.casefile.reader import Reading, faults, read, read_row
from assembler.casefile.rows import column, columns, listed
from assembler.casefile.schema import schema
from assembler.casefile.source import bytes_of, unreadable
from assembler.casefile.starter import starter

__all__ = [
    "QUESTIONS",
    "Base",
    "Default",
    "OpenPoint",
    "Question",
    "Reading",
    "Refusal",
    "bytes_of",
    "column",
    "columns",
    "faults",
    "listed",
    "objection",
    "open_point",
    "read",
    "read_row",
    "schema",
    "starter",
    "texts",
    "unanswered",
    "unreadable",
]
