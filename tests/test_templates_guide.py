"""The guide to the templates names every style and every tag there is, and none that is not."""

import re
from pathlib import Path

import pytest

from assembler import check, composition, word
from assembler.matter.engine import Engine
from assembler.matter.rendering import FRONT, TAGS
from assembler.matter.templates import lacking, styles_named
from assembler.word.tags import PLACES

TEMPLATES = Path(__file__).parents[1] / "templates"
GUIDE = (TEMPLATES / "README.md").read_text(encoding="utf-8")
OF_POINTS = {"point.number", "point.what", "point.where", "point.who"}


@pytest.mark.parametrize("name", ["house", "rider", "paper", "form"])
def test_our_own_templates_lack_nothing(engine: Engine, name: str) -> None:
    template, problems = word.open_template(TEMPLATES / f"{name}.docx")
    outlines = [outline for outline in engine.library.outlines.values() if outline.template == name]
    bodies = [composition.compile_document(outline, engine.library).body for outline in outlines]

    assert problems == ()
    assert template is not None
    assert lacking(template, name, styles_named(*bodies)) == ()
    assert check.examine(template.cleaned, name) == ()


def test_every_style_that_a_paper_needs_is_in_the_guide(engine: Engine) -> None:
    library = engine.library
    bodies = [composition.compile_document(outline, library).body for outline in library.outlines.values()]
    needed = {word.name_of(style) for style in styles_named(*bodies)} | {"toc 1", "toc 2"}

    assert [style for style in sorted(needed) if style not in GUIDE] == []


def test_every_tag_of_the_front_is_in_the_guide() -> None:
    shown = set(re.findall(r"\{\{p? ([a-z_.]+) \}\}", GUIDE)) | set(re.findall(r"(?:if|in) ([a-z_]+) %\}", GUIDE))

    assert sorted(FRONT - shown) == []
    assert sorted(shown - TAGS - OF_POINTS - set(PLACES)) == []
