"""What every case shares, made once: the library, and each document compiled into its template."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from assembler import casefile
from assembler.library.clause import Library, Outline
from assembler.library.yaml_files import TEMPLATES
from assembler.matter import firm_folder
from assembler.matter.cache import Cache
from assembler.matter.resources import ENDINGS, folder, template_files
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.matter.rendering import Document


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
        """What keeps the library or a template from being used; ours are proved by our tests, a firm's here."""
        if self.firm is None:
            return self.library.problems
        from assembler.matter.library_checks import unfillable  # heavy, and not needed for ours

        of_base = (self.base,) if isinstance(self.base, Problem) else ()
        return unfillable(self.library) or of_base + self._cache.kept("templates", self._template_problems)

    @cached_property
    def base(self) -> casefile.Base | Problem | None:
        """What the firm's cases share: an answer of it stands in each case that leaves its question open."""
        return firm_folder.base(self.firm)

    def _template_problems(self) -> tuple[Problem, ...]:
        """Open each template of the firm that a document uses, and tell what is wrong with it, and all it lacks."""
        outlines = self.library.outlines.values()
        used = {name: [one for one in outlines if one.template == name] for name in TEMPLATES}
        return tuple(problem for name, those in used.items() for problem in self._faults(name, those))

    def _faults(self, name: str, outlines: Sequence[Outline]) -> tuple[Problem, ...]:
        path, *others = template_files(name, self.firm)
        if others:
            files = ", ".join(one.name for one in (path, *others))
            what = f"there is more than one template {name}: {files}."
            return (Problem(str(path.parent), what, "keep one of them."),)
        if path.parent == folder("templates") or not outlines:
            return ()
        from assembler.matter.compiling import faults  # heavy, and not needed for what is kept

        return faults(path, outlines, self.library)

    @cached_property
    def overrides(self) -> tuple[str, ...]:
        """What of ours the firm replaces, and which of its templates nothing uses."""
        if self.firm is None:
            return ()
        used = {outline.template for outline in self.library.outlines.values()}
        endings = {ending for those in ENDINGS for ending in those}
        theirs = sorted(path for path in (self.firm / "templates").glob("*.*") if path.suffix.lower() in endings)
        shown = PurePosixPath(self.firm.name) / "templates"
        replaced = [f"{shown / path.name} replaces templates/{path.stem}.docx" for path in theirs if path.stem in used]
        others = (path.name for path in theirs if path.stem not in used)
        unused = [f"{shown / name}: no document uses a template of this name" for name in others]
        return (*self.library.overrides, *replaced, *unused) or (f"{self.firm}: nothing of ours is replaced",)

    @cached_property
    def template_words(self) -> tuple[str, ...]:
        """What the firm's templates say in words of their own, for a person to read before they are relied on."""
        return () if self.firm is None else self._cache.kept("template words", self._template_words)

    def _template_words(self) -> tuple[str, ...]:
        used = sorted({outline.template for outline in self.library.outlines.values()})
        from assembler.matter.compiling import own_words  # heavy, and not needed for what is kept

        return own_words(path for name in used if (path := self.template(name)).parent != folder("templates"))

    def template(self, name: str) -> Path:
        """Find a template by its name: the firm's own, or ours."""
        return template_files(name, self.firm)[0]

    def document(self, identity: str) -> "tuple[Document | None, tuple[Problem, ...]]":
        """Compile one kind of document, once."""
        if identity not in self._made:
            self._made[identity] = self._cache.kept(identity, lambda: self._compiled(identity))
        return self._made[identity]

    def _compiled(self, identity: str) -> "tuple[Document | None, tuple[Problem, ...]]":
        from assembler.matter.compiling import compiled  # heavy, and not needed for what is kept

        outline = self.library.outlines[identity]
        return compiled(outline, self.library, self.template(outline.template))
