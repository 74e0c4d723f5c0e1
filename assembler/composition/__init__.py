"""Compile a clause once into WordprocessingML with placeholders; number, cross-refer, bookmark."""

from assembler.composition.blocks import Placeholder
from assembler.composition.contents import LAST_PAGE, UNKNOWN, Entry, contents, entries
from assembler.composition.document import Compiled, compile_document
from assembler.composition.numbering import FORMS, Levels, StyleLevel, brings_word
from assembler.composition.paragraphs import bookmark, clause_bookmark
from assembler.composition.unbroken import unbroken

__all__ = [
    "FORMS",
    "LAST_PAGE",
    "UNKNOWN",
    "Compiled",
    "Entry",
    "Levels",
    "Placeholder",
    "StyleLevel",
    "bookmark",
    "brings_word",
    "clause_bookmark",
    "compile_document",
    "contents",
    "entries",
    "unbroken",
]
