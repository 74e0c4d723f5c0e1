"""A figure of a case with its subject, and the lines in which one topic gives its figures, problems and notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assembler.casefile.shape import Case
from assembler.findings.finding import Amount, problem_of, refusal
from assembler.findings.subject import Subject
from assembler.law.figure import Figure, OutOfRange
from assembler.problem import Problem


@dataclass(frozen=True)
class SubjectFigure:
    """A figure and what it is of: a trust, an annuity, a distribution."""

    subject: str
    figure: Figure

    @property
    def parts(self) -> tuple[str, str]:
        """Give the trust, the annuity or the property, and what befell it, as *distribution of 2026-09-15*, or ''.

        What befell it follows the last colon and begins small, or with a year; a name does not.
        """
        whose, colon, occasion = self.subject.rpartition(": ")
        return (whose, occasion) if colon and not occasion[:1].isupper() else (self.subject, "")


@dataclass(frozen=True)
class Note:
    """What a reader of the figures must know: a value of a table that is unconfirmed, a figure that waits."""

    text: str


Line: TypeAlias = SubjectFigure | Problem | Note


@dataclass(frozen=True)
class Figures:
    """Every figure that the answers of a case allow, in the order of a worksheet.

    ``problems`` are what the law does not reach, each with the path of its answer; ``notes`` are
    what is unconfirmed about the tables used, and what waits for an answer.
    """

    figures: tuple[SubjectFigure, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


ALL_QDOTS = "all QDOTs"


def gather(lines: Iterable[Line]) -> Figures:
    """Sort lines into figures, problems and notes, each problem and note once."""
    found = tuple(lines)
    return Figures(
        tuple(line for line in found if isinstance(line, SubjectFigure)),
        tuple(dict.fromkeys(line for line in found if isinstance(line, Problem))),
        tuple(dict.fromkeys(line.text for line in found if isinstance(line, Note))),
    )


def worked(path: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Give the lines of one subject; what the law does not reach ends them, as a problem at a path."""
    try:
        yield from lines
    except OutOfRange as outside:
        yield refusal(path, outside)


def of_finding(subject: str, finding: Amount) -> Iterator[Line]:
    """Give the figure of a finding with its subject, or the problem that the law does not reach its answers."""
    if finding.value is not None:
        yield SubjectFigure(subject, finding.value)
    yield from problem_of(finding)


def of(subject: str, *figures: Figure) -> Iterator[Line]:
    """Give figures with their subject."""
    for figure in figures:
        yield SubjectFigure(subject, figure)


def notes(texts: Iterable[str]) -> Iterator[Line]:
    """Give notes."""
    for text in texts:
        yield Note(text)


def trust_name(subject: Subject) -> str:
    """Name a trust: as it is named, by its id, or by its number."""
    return described(subject.trust.name, subject.trust.id, subject.number, "trust")


def qdots_name(trusts: Sequence[Subject]) -> str:
    """Name the only QDOT, or all of them together."""
    return ALL_QDOTS if len(trusts) > 1 else trust_name(trusts[0])


def annuity_name(subject: Subject) -> str:
    """Name an annuity: by its plan, by its id, or by its number."""
    return described(subject.annuity.plan, subject.annuity.id, subject.number, "annuity")


def described(what: str | None, id_: str | None, number: int, otherwise: str) -> str:
    """Name a thing by its description, by its id, or by its number."""
    return what or id_ or f"{otherwise} {number + 1}"


def decedents_estate(case: Case) -> str:
    """Name the decedent's estate."""
    return f"estate of {case.decedent.name or 'the decedent'}"


def spouses_estate(case: Case) -> str:
    """Name the spouse's estate."""
    return f"estate of {case.spouse.name or 'the spouse'}"
