"""Render values into compiled templates and write the package."""

from assembler.word.package import DEFLATE
from assembler.word.parts import clause_digests
from assembler.word.runs import WRITTEN, bracket, comment_anchors, comments, highlighted, text
from assembler.word.saving import save, save_all
from assembler.word.template import open_template
from assembler.word.template_renderer import TagError, TemplateRenderer, compile_template

__all__ = [
    "DEFLATE",
    "WRITTEN",
    "TagError",
    "TemplateRenderer",
    "bracket",
    "clause_digests",
    "comment_anchors",
    "comments",
    "compile_template",
    "highlighted",
    "open_template",
    "save",
    "save_all",
    "text",
]
