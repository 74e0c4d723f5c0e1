"""Compile a clause once into WordprocessingML with holes; number, cross-refer, bookmark."""

from assembler.composition.blocks import Hole
from assembler.composition.contents import contents
from assembler.composition.document import Compiled, compile_document
from assembler.composition.numbering import Entry, entries

__all__ = ["Compiled", "Entry", "Hole", "compile_document", "contents", "entries"]
