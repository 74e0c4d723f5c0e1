"""Compile a kind of document into its template, and examine the templates of a firm."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from assembler import check, composition, word
from assembler.library.clause import Library, Outline
from assembler.matter.rendering import TAGS, Document
from assembler.matter.templates import lacking, styles_named
from assembler.problem import Problem


def compiled(outline: Outline, library: Library, path: Path) -> tuple[Document | None, tuple[Problem, ...]]:
    """Compile one kind of document into the template at a path, or say what keeps it from being used."""
    template, problems = word.open_template(path)
    if template is None:
        return None, problems
    document = composition.compile_document(outline, library, template.levels, template.width)
    renderer, problems = word.compile_template(template, document.body, str(path), TAGS, document.frame)
    markup = check.vocabularies(document.body, word.WRITTEN)
    return Document(document, renderer, markup) if renderer else None, problems


def faults(path: Path, outlines: Sequence[Outline], library: Library) -> tuple[Problem, ...]:
    """Tell what is wrong with a firm's template, and all that it lacks for the documents that use it."""
    template, problems = word.open_template(path)
    if template is None:
        return problems
    bodies = [composition.compile_document(one, library).body for one in outlines]
    _, problems = word.compile_template(template, "", str(path), TAGS)
    refused = check.examine(template.cleaned, str(path))
    return refused + problems + lacking(template, str(path), styles_named(*bodies))


def own_words(templates: Iterable[Path]) -> tuple[str, ...]:
    """Give what templates say in words of their own, each with the name of its file."""
    opened = [(path.name, template) for path in templates if (template := word.open_template(path)[0])]
    return tuple(f"{name}, {words}" for name, template in opened for words in check.own_words(template.cleaned))
