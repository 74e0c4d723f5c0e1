"""Pour facts into compiled templates and write the package."""

from assembler.word.package import save
from assembler.word.press import Press, TagFault, bracket, compile_press, highlighted, text
from assembler.word.template import Template, open_template

__all__ = ["Press", "TagFault", "Template", "bracket", "compile_press", "highlighted", "open_template", "save", "text"]
