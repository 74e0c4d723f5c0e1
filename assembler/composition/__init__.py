"""Compile a clause once into WordprocessingML with placeholders; number, cross-refer, bookmark."""

from assembler.composition.blocks import Placeholder
from assembler.composition.contents import LAST_PAGE, UNKNOWN, Entry, contents, entries
from assembler.composition.document import Compiled, compile_document
from assembler.composition.paragraphs import bookmark, clause_bookmark
from assembler.composition.unbroken import unbroken

__all__ = [
    "LAST_PAGE",
    "UNKNOWN",
    "Compiled",
    "Entry",
    "Placeholder",
    "bookmark",
    "clause_bookmark",
    "compile_document",
    "contents",
    "entries",
    "unbroken",
]
