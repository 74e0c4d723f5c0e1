"""The words that our library has for choices."""

from assembler.matter import Engine

PHRASES = Engine().library.words["phrases"]
