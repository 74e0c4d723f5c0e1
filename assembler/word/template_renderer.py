"""Render a case into a compiled template: each part that has values once, and then the package."""

import marshal
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import combinations, product
from typing import Any, TypeAlias

import jinja2
from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from assembler.problem import Problem
from assembler.word.package import PackedParts, add_parts, pack
from assembler.word.parts import (
    COMMENTS_XML,
    CORE_XML,
    DATA,
    POINTS,
    POINTS_XML,
    PROVENANCE,
    PROVENANCE_XML,
    picture_part,
    with_added_parts,
)
from assembler.word.places import PLACE, with_text
from assembler.word.template import Template
from assembler.word.template_tags import refused

MAIN, COMMENTS = "word/document.xml", "word/comments.xml"
_TAG = re.compile("<[^<>]*>")
FRAME = "the main part without its clauses"
PICTURE = re.compile(r'r:embed="rIdPicture_([a-z]+)"')

Kind: TypeAlias = tuple[bool, bool, frozenset[str]]
"""Whether a document has comments, whether it is a draft, and its pictures."""


class TagError(Exception):
    """A tag that can be compiled and not rendered, such as ``{{ legend.width }}`` where the legend is text."""


def environment() -> ImmutableSandboxedEnvironment:
    """Make a Jinja environment that is strict, escaping and sandboxed; no other kind is used.

    The defaults of docxtpl lose text in silence: of "Smith & Sons" the ampersand, after "Smith <Trust>" all the
    rest.
    """
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    jinja.filters["stop"] = stop
    jinja.filters["untagged"] = untagged
    return jinja


def untagged(written: Markup) -> Markup:
    """Give what is written without the tags in it, such as those about a name in another script, for an attribute."""
    return Markup(_TAG.sub("", written))


def stop(value: str) -> str:
    """Give the full stop that ends a sentence after a value, unless the value brings its own."""
    return "" if value.endswith(".") else "."


@dataclass(frozen=True)
class TemplateRenderer:
    """A template with a document's compiled text in it, ready for any number of cases.

    ``names`` are the values that the template's own tags name, besides the document's text. ``code`` is each
    part that has values, compiled to bytes, so that a renderer can be kept on disk; ``frame`` is the main part with its
    clauses empty. ``packages`` are the other parts, by whether there are comments, whether it is a draft, which alone
    says where its clauses come from, and the pictures there are; ``fixed`` are the digests of these parts.
    """

    code: Mapping[str, bytes]
    names: frozenset[str]
    frame: bytes
    packages: Mapping[Kind, PackedParts]
    fixed: Mapping[Kind, Mapping[str, str]]

    @cached_property
    def _templates(self) -> dict[str, jinja2.Template]:
        jinja = environment()
        load = jinja.template_class.from_code
        codes = {**self.code, FRAME: self.frame}
        return {name: load(jinja, marshal.loads(code), {}) for name, code in codes.items()}

    def render(self, values: Mapping[str, object]) -> bytes:
        """Make one document's package; a tag that cannot be filled raises `TagError`."""
        parts = [(name, _rendered(name, self._templates[name], values)) for name in self._filled(values)]
        return add_parts(self.packages[_kind(values)], (*parts, *_media(values).items()))

    def beside_clauses(self, values: Mapping[str, object]) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
        """Give what a document must be besides its clauses: the digests of its fixed parts, and the others filled."""
        of = {name: FRAME if name == MAIN else name for name in self._filled(values)}
        filled = {name: _rendered(name, self._templates[source], values) for name, source in of.items()}
        return self.fixed[_kind(values)], filled | _media(values)

    def _filled(self, values: Mapping[str, object]) -> list[str]:
        """Name the parts that have values; there are comments only where there is one, and data only in a draft."""
        has_comments, is_draft, _ = _kind(values)
        kept = {COMMENTS: has_comments, **dict.fromkeys(DATA, is_draft)}
        return [name for name in self.code if kept.get(name, True)]


def _kind(values: Mapping[str, Any]) -> Kind:
    return bool(values["comments"]), bool(values["is_draft"]), frozenset(values["media"])


def _media(values: Mapping[str, Any]) -> dict[str, bytes]:
    return {picture_part(name): png for name, png in values["media"].items()}


def _rendered(name: str, template: jinja2.Template, values: Mapping[str, object]) -> bytes:
    try:
        return template.render(values).encode()
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise TagError(f"{name}: {error}") from error


def compile_template(
    template: Template, body: str, where: str, known: Collection[str], frame: str = ""
) -> tuple[TemplateRenderer | None, tuple[Problem, ...]]:
    """Compile a template with a document's body, and with the frame of it, in which each clause is empty.

    ``known`` are the names that a template's tags may have; another, or a tag that cannot be read, is a problem.
    """
    jinja = environment()
    sources = dict(template.rendered)
    main = sources[MAIN]
    sources |= {MAIN: with_text(main, body), "docProps/core.xml": CORE_XML, PROVENANCE: PROVENANCE_XML}
    sources |= {COMMENTS: COMMENTS_XML, POINTS: POINTS_XML}
    try:
        if found := [f"{name}, {what}" for name, tree in _trees(jinja, template) for what in refused(tree)]:
            fix = "write only names, loops over a list, and ifs; the template beside ours shows the tags there are."
            return None, tuple(Problem(where, f"a tag of the template is not allowed ({what}).", fix) for what in found)
        names = frozenset(_named(jinja, template))
        code = {name: marshal.dumps(jinja.compile(source, name, name)) for name, source in sources.items()}
        frame_code = marshal.dumps(jinja.compile(with_text(main, frame), FRAME, FRAME))
    except TemplateError as error:
        fix = "correct the tag in Word; the template beside ours shows the tags there are."
        return None, (Problem(where, f"a tag of the template cannot be read ({error}).", fix),)
    if unknown := sorted(names - set(known)):
        fix = "correct the name in Word; the template beside ours shows those there are."
        asked = (f"the template asks for {name}, which is not known." for name in unknown)
        return None, tuple(Problem(where, what, fix) for what in asked)
    pictures = tuple(dict.fromkeys(PICTURE.findall(body)))
    shown = (frozenset(those) for count in range(len(pictures) + 1) for those in combinations(pictures, count))
    kinds = tuple(product((False, True), (False, True), shown))
    packages = {kind: with_added_parts(template.fixed, *kind) for kind in kinds}
    packed = {kind: pack(parts) for kind, parts in packages.items()}
    fixed = {kind: _digests(parts) for kind, parts in packages.items()}
    return TemplateRenderer(code, names, frame_code, packed, fixed), ()


def _digests(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(part).hexdigest() for name, part in parts.items()}


def _named(jinja: jinja2.Environment, template: Template) -> set[str]:
    """List every name in a template's tags, but for the place of the text."""
    return {name for _, tree in _trees(jinja, template) for name in meta.find_undeclared_variables(tree)}


def _trees(jinja: jinja2.Environment, template: Template) -> list[tuple[str, nodes.Template]]:
    """Parse each part that has tags, without the place of the text."""
    return [(name, jinja.parse(PLACE.sub("", source))) for name, source in template.rendered.items()]
