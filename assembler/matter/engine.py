"""What every case shares, made once: the library, and each document compiled into its template."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assembler import composition, word
from assembler.composition import Compiled
from assembler.library.clause import Library
from assembler.matter.cache import Cache
from assembler.matter.rendering import TAGS
from assembler.matter.resources import folder
from assembler.problem import Problem


@dataclass(frozen=True)
class Document:
    """One kind of document, ready to be rendered for any case."""

    compiled: Compiled
    renderer: word.TemplateRenderer


class Engine:
    """A library with a firm's laid over it, and the documents compiled from it as they are asked for."""

    def __init__(self, firm: Path | None = None) -> None:
        self.firm = firm
        self._made: dict[str, tuple[Document | None, tuple[Problem, ...]]] = {}

    @cached_property
    def _cache(self) -> Cache:
        firms = (self.firm / "clauses", self.firm / "templates") if self.firm else ()
        return Cache(folder("clauses"), folder("templates"), *firms)

    @cached_property
    def library(self) -> Library:
        """The clauses, outlines and requirements."""
        return self._cache.kept("library", self._read)

    def _read(self) -> Library:
        from assembler.library.reading import read  # not needed for a library that is kept

        return read(folder("clauses"), self.firm)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the library from being used; ours is proved by its tests, a firm's here."""
        if self.firm is None:
            return self.library.problems
        from assembler.matter.library_checks import unfillable  # heavy, and not needed for ours

        return unfillable(self.library)

    @cached_property
    def overrides(self) -> tuple[str, ...]:
        """What of ours the firm replaces, and which of its templates nothing uses."""
        if self.firm is None:
            return ()
        ours = {path.name for path in folder("templates").glob("*.docx")}
        used = {f"{outline.template}.docx" for outline in self.library.outlines.values()}
        theirs = sorted(path.name for path in (self.firm / "templates").glob("*.docx"))
        shown = "/".join(filter(None, (self.firm.name, "templates")))
        replaced = [f"{shown}/{name} replaces templates/{name}" for name in theirs if name in ours & used]
        unused = [f"{shown}/{name}: no document uses a template of this name" for name in theirs if name not in used]
        return (*self.library.overrides, *replaced, *unused) or (f"{self.firm}: nothing of ours is replaced",)

    def template(self, name: str) -> Path:
        """Find a template by its name: the firm's own, or ours."""
        own = self.firm / "templates" / f"{name}.docx" if self.firm else None
        return own if own and own.exists() else folder("templates") / f"{name}.docx"

    def document(self, identity: str) -> tuple[Document | None, tuple[Problem, ...]]:
        """Compile one kind of document, once."""
        if identity not in self._made:
            self._made[identity] = self._cache.kept(identity, lambda: self._compiled(identity))
        return self._made[identity]

    def _compiled(self, identity: str) -> tuple[Document | None, tuple[Problem, ...]]:
        outline = self.library.outlines[identity]
        path = self.template(outline.template)
        template, problems = word.open_template(path)
        if template is None:
            return None, problems
        compiled = composition.compile_document(outline, self.library)
        renderer, problems = word.compile_template(template, compiled.body, str(path), TAGS)
        return Document(compiled, renderer) if renderer else None, problems
