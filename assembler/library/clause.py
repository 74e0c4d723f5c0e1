"""What a library is made of: clauses, outlines and requirements, as values that cannot change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from assembler.library.names import spoken
from assembler.problem import Problem

ENACTED = date(1988, 11, 11)
"""The first day a clause can be in force: enactment of section 2056A. Pub. L. 100-647, section 5033."""

VALUE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
"""The place of a value in a text outside the clauses."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The days on which a clause's words are the right ones, first and last day included."""

    from_: date = ENACTED
    to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the words are in force on a day."""
        return self.from_ <= day and (self.to is None or day <= self.to)

    def overlaps(self, other: "InForce") -> bool:
        """Tell whether two ranges have a day in common."""
        return self.holds_on(max(self.from_, other.from_)) and other.holds_on(max(self.from_, other.from_))


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of prose, and what its front matter says of it.

    ``when`` names facts, each as ``name`` or ``not name``, all of which must hold; ``origin`` is the
    file's path below the folder of clauses, and ``line`` the line of the file on which the body begins.
    ``prescribed`` words are the regulation's own, and nobody's to mend.
    """

    id: str
    kind: str
    title: str
    when: tuple[str, ...]
    authority: tuple[str, ...]
    discharges: tuple[str, ...]
    optional: bool
    in_force: InForce
    reviewed: date
    note: str
    term: str | None
    each: str | None
    rows: str | None
    body: str
    origin: str
    is_firms: bool = False
    line: int = 1
    prescribed: bool = False

    @property
    def file(self) -> str:
        """Its file, as a problem names it."""
        return f"{'firm/' if self.is_firms else ''}clauses/{self.origin}"

    @property
    def where(self) -> str:
        """The line of its file on which its words begin."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document: the parties, the recitals, an article, the signatures or the schedules.

    The part with ``definitions`` takes every definition of the library; those it lists have to be there. One
    that is ``shared`` stands for the part of that id, to which it may add definitions.
    """

    part: str
    id: str | None
    title: str | None
    definitions: tuple[str, ...] | None
    clauses: tuple[str, ...]
    shared: str | None = None


@dataclass(frozen=True, slots=True)
class Companion:
    """What a clause says lies beside its paper: the words that say so, and the papers of which one has to be there."""

    clause: str
    says: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A field that a paper prints, and the papers beside it that have to print the same."""

    field: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undrafted:
    """A paper that the law or another paper speaks of, and that is made elsewhere; ``remedy`` says by whom, and how.

    It is called for ``per`` trust, assignment, annuity or case where all the facts in ``when`` hold; without any it
    is told only where another paper speaks of it.
    """

    id: str
    title: str
    remedy: str
    per: str = "case"
    when: tuple[str, ...] = ()
    signed_by: str = ""
    due: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The order of one document: its parts and, in each, the clauses it may have.

    It is drafted ``per`` trust, assignment, annuity or case, when all the facts in ``when`` hold, on a
    ``template``. The facts are those of the day it is ``dated``: the day of the trust's instrument, of its bond or
    letter of credit, of the item itself, of what it is sent or mailed for, or of the case's papers. It ``follows``
    dated answers that it tells as done, and ``precedes`` those it tells as still to come. When it is asked for by
    its id, the documents of its ``package`` come with it. ``signed_by`` and ``due`` stand in the index of a case's
    papers, where ``due_1996`` takes the place of ``due`` for a paper of the first edition. Beside them stand the names
    that the fields ``signers`` give, and the next day of those of the calendar's ``deadlines`` that concern it.

    ``names`` are what it calls itself, its parts and its maker; its clauses have them as fields. It has to carry what
    the law requires of the document it ``stands_for``, if it is another form of one.
    ``companions`` are what its clauses say lies beside it, and ``alike`` what others have to print as it does. A
    refusal of an answer under ``answers``, such as ``trusts.bond``, keeps back only the documents that name it so.
    """

    id: str
    title: str
    parts: tuple[Part, ...]
    origin: str = ""
    per: str = "trust"
    template: str = "house"
    dated: str = "papers"
    follows: tuple[str, ...] = ()
    precedes: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    package: tuple[str, ...] = ()
    signed_by: str = ""
    signers: tuple[str, ...] = ()
    due: str = ""
    deadlines: tuple[str, ...] = ()
    due_1996: str = ""
    companions: tuple[Companion, ...] = ()
    alike: tuple[Alike, ...] = ()
    answers: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    stands_for: str = ""

    @property
    def kind(self) -> str:
        """Give the id under which the catalogue says what the law requires of it."""
        return self.stands_for or self.id

    @property
    def is_working_paper(self) -> bool:
        """Tell whether it is the firm's own: advice, and nothing that the law asks to be said."""
        return self.template == "paper"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the law requires, of which documents, when, and by what words it is known again.

    ``called_for`` is None where the condition is not yet put into facts; ``applies`` tells it in words.
    Each probe has to be found in the text that discharges the requirement; `` | `` parts alternatives.
    """

    id: str
    cite: str
    kind: str
    documents: tuple[str, ...]
    applies: str
    called_for: tuple[str, ...] | None
    says: str
    probes: tuple[str, ...]
    edge_cases: tuple[str, ...]
    depends_on: tuple[str, ...] = ()
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one entry by field, each one text or a list of texts; ``where`` is its file and line.

    ``{{ name }}`` in a text stands for a value, which is given in words when the text is asked for.
    """

    fields: Mapping[str, str | tuple[str, ...]]
    where: str = ""

    def text(self, field: str, /, **values: str) -> str:
        """Give a field's one text with its values filled in; a value that is not given raises KeyError."""
        (text,) = self.texts(field, **values)
        return text

    def texts(self, field: str, /, **values: str) -> tuple[str, ...]:
        """Give a field's texts with their values filled in; a field that is left out has none."""
        return tuple(VALUE.sub(lambda match: values[match[1]], text) for text in texts_of(self.fields.get(field)))

    @property
    def unfilled(self) -> tuple[str, ...]:
        """All its texts, as they are written."""
        return tuple(text for found in self.fields.values() for text in texts_of(found))

    @property
    def values(self) -> frozenset[str]:
        """The names of the values that its texts have a place for."""
        return frozenset(name for text in self.unfilled for name in VALUE.findall(text))


def texts_of(value: object) -> tuple[str, ...]:
    """List the texts of a field, whether it is one text or a list."""
    listed = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in listed if isinstance(text, str))


@dataclass(frozen=True)
class Library:
    """Our clauses with a firm's laid over them; mappings go from an id to its value.

    ``words`` goes from the name of a file, such as ``legends``, to its entries by id.
    ``overrides`` has a line for each thing of ours that a firm replaced, naming both files;
    ``digest`` is of the contents of every file that was read, and of nothing else.
    """

    clauses: Mapping[str, Clause]
    outlines: Mapping[str, Outline]
    requirements: Mapping[str, Requirement]
    words: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    undrafted: Mapping[str, Undrafted] = field(default_factory=dict)
    overrides: tuple[str, ...] = ()
    digest: str = ""
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def spoken(self) -> Mapping[str, Mapping[str, Clause]]:
        """Give, for each outline with names or definitions, the clauses as that outline says them."""
        return spoken(self.clauses, self.outlines)

    def of(self, outline: Outline) -> Mapping[str, Clause]:
        """Give the clauses by id as an outline says them."""
        return self.spoken.get(outline.id, self.clauses)
