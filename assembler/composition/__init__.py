"""Compile a clause once into WordprocessingML with placeholders; number, cross-refer, bookmark."""

from assembler.composition.blocks import Placeholder
from assembler.composition.contents import Entry, contents, entries
from assembler.composition.document import Compiled, compile_document
from assembler.composition.numbering import FORMS, Levels, StyleLevel, brings_word

__all__ = [
    "FORMS",
    "Compiled",
    "Entry",
    "Levels",
    "Placeholder",
    "StyleLevel",
    "brings_word",
    "compile_document",
    "contents",
    "entries",
]
