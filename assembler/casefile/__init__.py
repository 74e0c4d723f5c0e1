"""Read what the attorney answered: typed, located (file and line), not judged."""

from assembler.casefile.base import Base
from assembler.casefile.diagnostics import Default
from assembler.casefile.letters import foreign_word
from assembler.casefile.open_points import OpenPoint, open_point, unanswered
from assembler.casefile.parsers import Refusal
from assembler.casefile.paths import located_texts, texts
from assembler.casefile.questions import Question, item_of, law_of, spoken
from assembler.casefile.reader import Reading, faults, read, read_row
from assembler.casefile.rows import column, columns, listed
from assembler.casefile.schema import schema
from assembler.casefile.source import bytes_of, unreadable
from assembler.casefile.starter import answers_in, starter
from assembler.casefile.taking_out import without_item
from assembler.casefile.typed import DateOrder, Meaning, Unclear, Understood, in_words, understood, understood_list
from assembler.casefile.write_back import Written, write_back

__all__ = [
    "Base",
    "DateOrder",
    "Default",
    "Meaning",
    "OpenPoint",
    "Question",
    "Reading",
    "Refusal",
    "Unclear",
    "Understood",
    "Written",
    "answers_in",
    "bytes_of",
    "column",
    "columns",
    "faults",
    "foreign_word",
    "in_words",
    "item_of",
    "law_of",
    "listed",
    "located_texts",
    "open_point",
    "read",
    "read_row",
    "schema",
    "spoken",
    "starter",
    "texts",
    "unanswered",
    "understood",
    "understood_list",
    "unreadable",
    "without_item",
    "write_back",
]
