"""Pour facts into compiled templates and write the package."""

from assembler.word.package import save, save_all
from assembler.word.press import Press, TagError, bracket, compile_press, highlighted, text
from assembler.word.template import Template, open_template

__all__ = [
    "Press",
    "TagError",
    "Template",
    "bracket",
    "compile_press",
    "highlighted",
    "open_template",
    "save",
    "save_all",
    "text",
]
