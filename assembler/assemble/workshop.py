"""What every case shares, made once: the library, each document compiled, each template pressed into."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assembler import composition, library, word
from assembler.assemble.home import folder
from assembler.assemble.pouring import TAGS
from assembler.assemble.proofs import unpourable
from assembler.composition import Compiled
from assembler.library.clause import Library
from assembler.problem import Problem

TEMPLATE = "house.docx"


@dataclass(frozen=True)
class Document:
    """One kind of document, ready to be poured for any case."""

    compiled: Compiled
    press: word.Press


class Workshop:
    """A library with a firm's laid over it, and the documents compiled from it as they are asked for."""

    def __init__(self, firm: Path | None = None) -> None:
        self.firm = firm
        self._made: dict[str, Document] = {}

    @cached_property
    def library(self) -> Library:
        """The clauses, outlines and requirements."""
        return library.read(folder("clauses"), self.firm)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the library from being used."""
        return unpourable(self.library)

    @property
    def template(self) -> Path:
        """The firm's template of the house's name, or ours."""
        own = self.firm / "templates" / TEMPLATE if self.firm else None
        return own if own and own.exists() else folder("templates") / TEMPLATE

    def document(self, identity: str) -> tuple[Document | None, tuple[Problem, ...]]:
        """Compile one kind of document, once."""
        if identity in self._made:
            return self._made[identity], ()
        template, problems = word.open_template(self.template)
        if template is None:
            return None, problems
        compiled = composition.compile_document(self.library.outlines[identity], self.library)
        press, problems = word.compile_press(template, compiled.body, compiled.contents, str(self.template), TAGS)
        if press is not None:
            self._made[identity] = Document(compiled, press)
        return self._made.get(identity), problems
