"""Render a case into a compiled template: each part that has values once, and then the package."""

import marshal
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import jinja2
from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assembler.problem import Problem
from assembler.word.package import PackedParts, add_parts, pack
from assembler.word.parts import COMMENTS_XML, CORE_XML, PROVENANCE, PROVENANCE_XML, with_added_parts
from assembler.word.places import PLACE, with_text
from assembler.word.template import Template
from assembler.word.template_tags import refused


class TagError(Exception):
    """A tag that can be compiled and not rendered, such as ``{{ legend.width }}`` where the legend is text."""


def environment() -> ImmutableSandboxedEnvironment:
    """Make a Jinja environment that is strict, escaping and sandboxed; no other kind is used.

    The defaults of docxtpl lose text in silence: of "Smith & Sons" the ampersand, after "Smith <Trust>" all the
    rest.
    """
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    jinja.filters["stop"] = stop
    return jinja


def stop(value: str) -> str:
    """Give the full stop that ends a sentence after a value, unless the value brings its own."""
    return "" if value.endswith(".") else "."


@dataclass(frozen=True)
class TemplateRenderer:
    """A template with a document's compiled text in it, ready for any number of cases.

    ``names`` are the values that the template's own tags name, besides the document's text. ``code`` is each
    part that has values, compiled to bytes, so that a renderer can be kept on disk. ``packages`` are the other parts,
    by whether there are comments and whether it is a draft, which alone says where its clauses come from.
    """

    code: Mapping[str, bytes]
    names: frozenset[str]
    packages: Mapping[tuple[bool, bool], PackedParts]

    @cached_property
    def _templates(self) -> dict[str, jinja2.Template]:
        jinja = environment()
        load = jinja.template_class.from_code
        return {name: load(jinja, marshal.loads(code), {}) for name, code in self.code.items()}

    def render(self, values: Mapping[str, object]) -> bytes:
        """Make one document's package; a tag that cannot be filled raises `TagError`."""
        has_comments, is_draft = bool(values["comments"]), bool(values["is_draft"])
        kept = {"word/comments.xml": has_comments, PROVENANCE: is_draft}
        written = ((name, part) for name, part in self._templates.items() if kept.get(name, True))
        parts = [(name, _rendered(name, part, values)) for name, part in written]
        return add_parts(self.packages[has_comments, is_draft], parts)


def _rendered(name: str, template: jinja2.Template, values: Mapping[str, object]) -> bytes:
    try:
        return template.render(values).encode()
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise TagError(f"{name}: {error}") from error


def compile_template(
    template: Template, body: str, where: str, known: Collection[str]
) -> tuple[TemplateRenderer | None, tuple[Problem, ...]]:
    """Compile a template with a document's body.

    ``known`` are the names that a template's tags may have; another, or a tag that cannot be read, is a problem.
    """
    jinja = environment()
    sources = dict(template.rendered)
    main = with_text(sources["word/document.xml"], body)
    sources |= {"word/document.xml": main, "docProps/core.xml": CORE_XML, PROVENANCE: PROVENANCE_XML}
    sources["word/comments.xml"] = COMMENTS_XML
    try:
        if found := [f"{name}, {what}" for name, tree in _trees(jinja, template) for what in refused(tree)]:
            fix = "write only names, loops over a list, and ifs; the template beside ours shows the tags there are."
            return None, tuple(Problem(where, f"a tag of the template is not allowed ({what}).", fix) for what in found)
        names = frozenset(_named(jinja, template))
        code = {name: marshal.dumps(jinja.compile(source, name, name)) for name, source in sources.items()}
    except TemplateError as error:
        fix = "correct the tag in Word; the template beside ours shows the tags there are."
        return None, (Problem(where, f"a tag of the template cannot be read ({error}).", fix),)
    if unknown := sorted(names - set(known)):
        fix = "correct the name in Word; the template beside ours shows those there are."
        asked = (f"the template asks for {name}, which is not known." for name in unknown)
        return None, tuple(Problem(where, what, fix) for what in asked)
    kinds = product((False, True), (False, True))
    packages = {kind: pack(with_added_parts(template.fixed, *kind)) for kind in kinds}
    return TemplateRenderer(code, names, packages), ()


def _named(jinja: jinja2.Environment, template: Template) -> set[str]:
    """List every name in a template's tags, but for the place of the text."""
    return {name for _, tree in _trees(jinja, template) for name in meta.find_undeclared_variables(tree)}


def _trees(jinja: jinja2.Environment, template: Template) -> list[tuple[str, nodes.Template]]:
    """Parse each part that has tags, without the place of the text."""
    return [(name, jinja.parse(PLACE.sub("", source))) for name, source in template.rendered.items()]
