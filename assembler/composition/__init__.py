"""Compile a clause once into WordprocessingML with holes; number, cross-refer, bookmark."""

from assembler.composition.blocks import Hole
from assembler.composition.document import Compiled, compile_document
from assembler.composition.numbering import Entry, entries
from assembler.composition.paragraphs import bookmark

__all__ = ["Compiled", "Entry", "Hole", "bookmark", "compile_document", "entries"]
