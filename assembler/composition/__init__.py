"""Compile a clause once into WordprocessingML with placeholders; number, cross-refer, bookmark."""

from assembler.composition.blocks import Placeholder
from assembler.composition.contents import Entry, contents, entries
from assembler.composition.document import Compiled, compile_document

__all__ = ["Compiled", "Entry", "Placeholder", "compile_document", "contents", "entries"]
