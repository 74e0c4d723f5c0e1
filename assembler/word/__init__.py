"""Read templates, render values into them, and write the package."""

from assembler.word.one_at_a_time import alone
from assembler.word.package import DEFLATE
from assembler.word.parts import clause_digests
from assembler.word.runs import WRITTEN, bracket, comment_anchors, comments, fillable, highlighted, text
from assembler.word.saving import NotReplacedError, finish, save, save_set
from assembler.word.style_names import name_of
from assembler.word.template import Template, open_template
from assembler.word.template_renderer import TagError, TemplateRenderer, compile_template

__all__ = [
    "DEFLATE",
    "WRITTEN",
    "NotReplacedError",
    "TagError",
    "Template",
    "TemplateRenderer",
    "alone",
    "bracket",
    "clause_digests",
    "comment_anchors",
    "comments",
    "compile_template",
    "fillable",
    "finish",
    "highlighted",
    "name_of",
    "open_template",
    "save",
    "save_set",
    "text",
]
