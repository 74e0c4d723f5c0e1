"""Pour facts into compiled templates and write the package."""

from assembler.word.notes import comment_anchors, comments, known_clauses
from assembler.word.package import DEFLATE
from assembler.word.press import Press, TagError, bracket, compile_press, highlighted, text
from assembler.word.saving import save, save_all
from assembler.word.template import Template, open_template

__all__ = [
    "DEFLATE",
    "Press",
    "TagError",
    "Template",
    "bracket",
    "comment_anchors",
    "comments",
    "compile_press",
    "highlighted",
    "known_clauses",
    "open_template",
    "save",
    "save_all",
    "text",
]
