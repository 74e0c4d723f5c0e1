"""What every engine is given: the values of each case, as our own renderer gets them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from assembler import casefile, selection, word
from assembler.findings import find
from assembler.matter import Engine, Manner
from assembler.matter.rendering import Rendered, render
from assembler.merge import Merge, merge
from assembler.word import package

DOCUMENT = "trust-agreement"
OURS = ("before", "after", "comments", "clauses", "open_points")
"""What no other engine is asked for: comments, and a document's provenance."""


SAME = Manner(notes="none")
"""How our documents are drafted to have the content of the others: without comments."""


class Recorder:
    """Stands where the renderer stands and keeps the values it is given."""

    def __init__(self, renderer: word.TemplateRenderer) -> None:
        self._renderer = renderer
        self.names = renderer.names
        self.values: Mapping[str, object] = {}

    def render(self, values: Mapping[str, object]) -> bytes:
        """Render, remembering the values."""
        self.values = values
        return self._renderer.render(values)

    def beside_clauses(self, values: Mapping[str, object]) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
        """Say what the document must be besides its clauses."""
        return self._renderer.beside_clauses(values)


@dataclass(frozen=True)
class Ready:
    """One case with all that comes before the rendering, and what came out of it."""

    file: bytes
    plan: selection.Plan
    merged: Merge
    values: Mapping[str, Any]
    rendered: Rendered

    @property
    def portable(self) -> dict[str, Any]:
        """The values another engine is given."""
        kept = {name: value for name, value in self.values.items() if name not in OURS}
        return kept | {"open_points": [], "before": {}, "after": {}}


def ready(engine: Engine, file: bytes) -> Ready:
    """Take a case as far as the rendering, and render it once."""
    document, _ = engine.document(DOCUMENT)
    case = casefile.read(file).case
    if case is None or document is None:
        raise LookupError("the case or the library cannot be read")
    (plan,) = selection.plans(engine.library, find(case), [DOCUMENT])
    merged = merge(plan.subject, engine.library.words["phrases"])
    recorder: Any = Recorder(document.renderer)
    rendered = render(plan, replace(document, renderer=recorder), merged, SAME, engine.library)
    return Ready(file, plan, merged, recorder.values, rendered)


def flat(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each text its own name, those of lists too: ``trustees_0_name``."""
    for name, value in values.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list):
            for number, item in enumerate(value):
                yield from ((f"{name}_{number}_{field}", text) for field, text in item.items())


def condition(identity: str) -> str:
    """Name the condition of a clause as engines can spell it."""
    return f"has_{identity.replace('-', '_')}"


def deflates() -> Mapping[str, package.Deflate]:
    """Name each deflate that is installed."""
    return {"zlib": package.zlib_deflate} | ({"isal": package.isal_deflate} if package.isal_zlib else {})


@contextmanager
def deflating(deflate: package.Deflate) -> Iterator[None]:
    """Let the package be deflated so for a while; nothing else here knows where it keeps its deflate."""
    kept = package.add_parts.__defaults__
    package.add_parts.__defaults__ = (deflate,)
    try:
        yield
    finally:
        package.add_parts.__defaults__ = kept
