"""Render values into compiled templates and write the package."""

from assembler.word.package import DEFLATE
from assembler.word.parts import clause_digests
from assembler.word.runs import bracket, comment_anchors, comments, highlighted, text
from assembler.word.saving import NotReplacedError, finish, save, save_set
from assembler.word.template import open_template
from assembler.word.template_renderer import TagError, TemplateRenderer, compile_template

__all__ = [
    "DEFLATE",
    "NotReplacedError",
    "TagError",
    "TemplateRenderer",
    "bracket",
    "clause_digests",
    "comment_anchors",
    "comments",
    "compile_template",
    "finish",
    "highlighted",
    "open_template",
    "save",
    "save_set",
    "text",
]
