"""Press a case into compiled templates: one render a part, then the package."""

import marshal
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import jinja2
from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from assembler.problem import Problem
from assembler.word.package import Base, base, extended
from assembler.word.parts import COMMENTS, CORE, KNOWLEDGE, KNOWS, with_our_parts
from assembler.word.template import BODY, Template

LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# what joins two words or two parts of one: without these their order on the page would turn round
BETWEEN = "[ \\-'’\".\u200c\u200d\u200f]"
RIGHT_TO_LEFT = re.compile(f"([{LETTERS}]+(?:{BETWEEN}+[{LETTERS}]+)*)")
RUN_ENDS, RUN_BEGINS = "</w:t></w:r>", '<w:r><w:t xml:space="preserve">'


class TagError(Exception):
    """A tag of a template that reads well and cannot be filled, such as ``{{ legend.width }}``."""


def environment() -> ImmutableSandboxedEnvironment:
    """Make the one kind of Jinja environment we use: strict, escaping, sandboxed.

    Without these docxtpl's defaults lose text in silence: "Smith & Sons" its ampersand, "Smith <Trust>" all
    that follows it.
    """
    jinja = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    jinja.filters["stop"] = stop
    return jinja


def stop(value: str) -> str:
    """Give the full stop that ends a sentence after a value, unless the value brings its own."""
    return "" if value.endswith(".") else "."


@dataclass(frozen=True)
class Press:
    """A template with a document's compiled text in it, ready for any number of cases.

    ``asks`` names what the template itself asks for, besides the document's text. ``code`` is each poured
    part compiled, as bytes, so that a press can be kept on disk.
    """

    code: Mapping[str, bytes]
    asks: frozenset[str]
    plain_package: Base
    commented_package: Base

    @cached_property
    def _poured(self) -> dict[str, jinja2.Template]:
        jinja = environment()
        load = jinja.template_class.from_code
        return {name: load(jinja, marshal.loads(code), {}) for name, code in self.code.items()}

    def press(self, values: Mapping[str, object]) -> bytes:
        """Make one document's package; a tag that cannot be filled raises `TagError`."""
        has_comments = bool(values["comments"])
        skipped = set() if has_comments else {"word/comments.xml"}
        parts = [(name, _poured(name, part, values)) for name, part in self._poured.items() if name not in skipped]
        return extended(self.commented_package if has_comments else self.plain_package, parts)


def _poured(name: str, template: jinja2.Template, values: Mapping[str, object]) -> bytes:
    try:
        return template.render(values).encode()
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise TagError(f"{name}: {error}") from error


def compile_press(
    template: Template, body: str, where: str, known: Collection[str]
) -> tuple[Press | None, tuple[Problem, ...]]:
    """Compile a template with a document's body.

    ``known`` are the names that a template may ask for; another, or a tag that cannot be read, is a problem.
    """
    jinja = environment()
    sources = dict(template.poured)
    main = sources["word/document.xml"].replace(BODY, body)
    sources |= {"word/document.xml": main, "docProps/core.xml": CORE, KNOWS: KNOWLEDGE}
    sources["word/comments.xml"] = COMMENTS
    try:
        asks = frozenset(_asked(jinja, template))
        code = {name: marshal.dumps(jinja.compile(source, name, name)) for name, source in sources.items()}
    except TemplateError as error:
        fix = "correct the tag in Word; the template beside ours shows the tags there are."
        return None, (Problem(where, f"a tag of the template cannot be read ({error}).", fix),)
    if strangers := sorted(asks - set(known)):
        fix = "correct the name in Word; the template beside ours shows those there are."
        asked = (f"the template asks for {name}, which is not known." for name in strangers)
        return None, tuple(Problem(where, what, fix) for what in asked)
    plain, commented = (base(with_our_parts(template.fixed, flag)) for flag in (False, True))
    return Press(code, asks, plain, commented), ()


def _asked(jinja: jinja2.Environment, template: Template) -> set[str]:
    """Name everything that a template asks for, but for the place of the text."""
    sources = (source.replace(BODY, "") for source in template.poured.values())
    return {name for source in sources for name in meta.find_undeclared_variables(jinja.parse(source))}


def text(value: str) -> str:
    """Make a value safe to stand in a run of text, with runs of its own for writing from right to left."""
    if not RIGHT_TO_LEFT.search(value):
        return value
    parts = RIGHT_TO_LEFT.split(value)
    return Markup("").join(_right_to_left(part) if n % 2 else escape(part) for n, part in enumerate(parts))


def _right_to_left(words: str) -> Markup:
    return Markup(f'{RUN_ENDS}{run(words, "<w:rtl/>")}{RUN_BEGINS}')


def highlighted(words: str) -> Markup:
    """Make an open point that stands where a value would, within a run of text."""
    return Markup(f"{RUN_ENDS}{bracket(words)}{RUN_BEGINS}")


def bracket(words: str) -> Markup:
    """Make a highlighted run that stands by itself."""
    return run(words, '<w:highlight w:val="yellow"/>')


def run(words: str, look: str) -> Markup:
    """Make a run of its own look."""
    return Markup(f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>')
