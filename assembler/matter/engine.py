"""What every case shares, made once: the library, and each document compiled into its template."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from assembler import casefile, check, composition, word
from assembler.library.clause import Library, Outline
from assembler.library.yaml_files import TEMPLATES
from assembler.matter import firm_folder
from assembler.matter.cache import Cache
from assembler.matter.rendering import TAGS, Document
from assembler.matter.resources import folder
from assembler.matter.templates import ENDINGS, found, lacking, styles_named
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
        path, *others = found(name, self.firm)
        if others:
            files = ", ".join(one.name for one in (path, *others))
            what = f"there is more than one template {name}: {files}."
            return (Problem(str(path.parent), what, "keep one of them."),)
        if path.parent == folder("templates") or not outlines:
            return ()
        template, problems = word.open_template(path)
        if template is None:
            return problems
        bodies = [composition.compile_document(one, self.library).body for one in outlines]
        _, problems = word.compile_template(template, "", str(path), TAGS)
        refused = check.examine(template.cleaned, str(path))
        return refused + problems + lacking(template, str(path), styles_named(*bodies))

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
        own = [path for name in used if (path := self.template(name)).parent != folder("templates")]
        opened = [(path.name, template) for path in own if (template := word.open_template(path)[0])]
        return tuple(f"{name}, {words}" for name, template in opened for words in check.own_words(template.cleaned))

    def template(self, name: str) -> Path:
        """Find a template by its name: the firm's own, or ours."""
        return found(name, self.firm)[0]

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
        compiled = composition.compile_document(outline, self.library, template.levels, template.width)
        renderer, problems = word.compile_template(template, compiled.body, str(path), TAGS, compiled.frame)
        markup = check.vocabularies(compiled.body, word.WRITTEN)
        return Document(compiled, renderer, markup) if renderer else None, problems
