"""The questions that `qdot new` asks, and what is wrong with an answer given to one."""

from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

from assembler.casefile.reader import read
from assembler.casefile.shape import REQUIRED, MaritalForm, Mode, RemainderTo, Source, Status, TrusteeKind
from assembler.casefile.starter import starter

_ANY_DAY = "2026-01-01"

Kind: TypeAlias = Literal["text", "date", "yes-no", "choice", "choices", "money"]


class Question(NamedTuple):
    """One question to ask in a terminal: where its answer goes, its words, and what answers it takes.

    ``kind`` is the form of the answer: ``yes-no`` is answered true or false, and ``choices`` with
    some of the choices, between commas. An empty answer leaves the question open.
    """

    path: str
    prompt: str
    kind: Kind
    choices: tuple[str, ...] = ()


def _choice(path: str, prompt: str, answers: type[StrEnum], kind: Kind = "choice") -> Question:
    return Question(path, prompt, kind, tuple(one.value for one in answers))


QUESTIONS: tuple[Question, ...] = (
    Question("as_of", "Day the papers are dated, as 2026-11-21 (required)", "date"),
    Question("decedent.name", "Full name of the client, or of the decedent", "text"),
    Question("decedent.died", "Date of death; leave empty while the client lives", "date"),
    _choice("decedent.status", "Citizenship and domicile of the client or decedent", Status),
    Question("decedent.domicile", "State or country of domicile", "text"),
    Question("spouse.name", "Full name of the spouse", "text"),
    Question("spouse.is_us_citizen", "Is the spouse a United States citizen?", "yes-no"),
    Question("trusts[0].name", "Name of the trust", "text"),
    _choice("trusts[0].source", "How the trust comes into being", Source),
    _choice("trusts[0].marital_form", "Form in which the property qualifies for the marital deduction", MaritalForm),
    Question("trusts[0].governing_law", "State, or District of Columbia, whose law governs", "text"),
    Question("trusts[0].trustees[0].name", "Full name of the first trustee", "text"),
    _choice("trusts[0].trustees[0].kind", "What that trustee is", TrusteeKind),
    _choice("trusts[0].security.permitted", "Security arrangements the trustee may use", Mode, "choices"),
    Question(
        "trusts[0].security.by_reference",
        "Concise form, by reference to the regulations, up to four pages shorter but without the terms?",
        "yes-no",
    ),
    Question("trusts[0].assets[0].description", "The chief asset of the trust", "text"),
    Question("trusts[0].assets[0].value", "Its fair market value in dollars, before any debt", "money"),
    _choice("trusts[0].remainder.to", "Who takes after the spouse", RemainderTo),
)
"""What `qdot new` asks; everything else stands in the starter as a comment."""


def objection(question: Question, answer: str) -> str:
    """Say what is wrong with an answer and what to write instead; an answer that will do gives ''.

    An empty answer leaves its question open, which all but the required ones may be.
    """
    if not answer:
        return "this one is needed." if question.path in REQUIRED else ""
    problems = read(starter({"as_of": _ANY_DAY, question.path: answer}).encode()).problems
    return f"{problems[0].what} {problems[0].fix}" if problems else ""
