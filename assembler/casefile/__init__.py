"""Read what the attorney answered: typed, located (file and line), not judged."""

from assembler.casefile.interview import objection
from assembler.casefile.questions import QUESTIONS, Question
from assembler.casefile.reader import read
from assembler.casefile.reading import Reading
from assembler.casefile.schema import schema
from assembler.casefile.starter import starter

__all__ = ["QUESTIONS", "Question", "Reading", "objection", "read", "schema", "starter"]
