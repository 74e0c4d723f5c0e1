"""What every case shares, made once: the library, and each document compiled into its template."""

from functools import cached_property
from pathlib import Path

from assembler import check, composition, word
from assembler.library.clause import Library
from assembler.matter.cache import Cache
from assembler.matter.rendering import TAGS, Document
from assembler.matter.resources import folder
from assembler.problem import Problem


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
        shown = f"{self.firm.name}/templates"
        replaced = [f"{shown}/{name} replaces templates/{name}" for name in theirs if name in ours & used]
        unused = [f"{shown}/{name}: no document uses a template of this name" for name in theirs if name not in used]
        return (*self.library.overrides, *replaced, *unused) or (f"{self.firm}: nothing of ours is replaced",)

    @cached_property
    def template_words(self) -> tuple[str, ...]:
        """What the firm's templates say in words of their own, for a person to read before they are relied on."""
        used = sorted({outline.template for outline in self.library.outlines.values()})
        own = [path for name in used if (path := self.template(name)).parent != folder("templates")]
        return tuple(f"{path.name}, {words}" for path in own for words in check.own_words(path.read_bytes()))

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
        if refused := check.examine(path.read_bytes(), str(path)):
            return None, refused
        compiled = composition.compile_document(outline, self.library)
        renderer, problems = word.compile_template(template, compiled.body, str(path), TAGS, compiled.frame)
        markup = check.vocabularies(compiled.body, word.WRITTEN)
        return Document(compiled, renderer, markup) if renderer else None, problems
