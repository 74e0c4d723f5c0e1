"""A finding is one conclusion on a case: its value or *unknown*, why, by which law, and on which answers it rests."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Generic, Never, TypeAlias, TypeVar

from assembler.law.deadline import Deadline
from assembler.law.figure import Figure, OutOfRange
from assembler.problem import Problem
from assembler.terms import every, opposite, some

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Finding(Generic[T_co]):
    """One conclusion: ``None`` is *unknown*, which is neither *no* nor nothing.

    ``because`` is one sentence without a full stop. ``rests_on`` are paths of answers in the case file, such as
    ``decedent.died`` or ``trusts[share].security.permitted``; those of an unknown finding include an answer that is
    missing. ``day`` is the day it speaks of, where it speaks of one. ``fix`` says what to do where it is unknown
    because the law, or a table published under it, does not reach the answers.
    """

    value: T_co | None
    because: str
    law: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    day: date | None = None
    fix: str = ""


Fact: TypeAlias = Finding[bool]
"""Something is so, is not so, or cannot be decided."""

Amount: TypeAlias = Finding[Figure]
"""How much something is, with its arithmetic."""

LastDay: TypeAlias = Finding[Deadline]
"""By when something must be done."""

SAID: Mapping[str, str] = MappingProxyType(
    {
        "lifetime-agreement": "an agreement made in the decedent's life",
        "spouse-created": "an agreement of the spouse",
        "executor-created": "an agreement of the executor",
        "article-in-will": "an article in a will",
        "article-in-revocable-trust": "an article in a revocable trust",
        "foreign-will": "a foreign will",
        "conformed-by-amendment": "an amendment that conforms an instrument",
        "judicial-reformation": "a reformation by a court",
        "qtip": "QTIP",
        "none-required": "none, as none is required",
        "bank-trustee": "the Bank Trustee arrangement",
        "us-branch-trustee": "the Bank Trustee arrangement with a branch",
        "bond": "the Bond arrangement",
        "letter-of-credit": "the Letter of Credit arrangement",
        "foreign-real-property-limit": "the limit on foreign real property",
        "alternate-plan": "an alternate plan",
        "spouse-estate": "the spouse's estate",
    }
)
"""Answers that are not their own words with the hyphens left out."""


def refusal(where: str, outside: OutOfRange) -> Problem:
    """Turn what is outside the law's reach into a problem at an answer."""
    return Problem(where, f"{outside.what}.", f"{outside.fix}.", outside.law)


def problem_of(finding: "Finding[object]", where: str = "") -> Iterator[Problem]:
    """Give the problem that the law does not reach the answers, where it is one."""
    if finding.fix:
        path = next(iter(finding.rests_on), where)
        yield Problem(path, f"{finding.because}.", f"{finding.fix}.", "; ".join(filter(None, finding.law)))


def unreached(outside: OutOfRange, *rests_on: str) -> Finding[Never]:
    """Find nothing, because the law does not reach the answers."""
    return Finding(None, outside.what, (outside.law,), rests_on, fix=outside.fix)


def all_of(*facts: Fact) -> Fact:
    """Find that all hold: because of the first that does not, else of all, or of what is unknown."""
    if len(facts) == 1:
        return facts[0]
    return _combined(every(fact.value for fact in facts), decisive=False, facts=facts)


def any_of(*facts: Fact) -> Fact:
    """Find that at least one holds: because of the first that does, else of all, or of what is unknown."""
    if len(facts) == 1:
        return facts[0]
    return _combined(some(fact.value for fact in facts), decisive=True, facts=facts)


def contrary(fact: Fact) -> Fact:
    """Find the opposite for the same reason."""
    return Finding(opposite(fact.value), fact.because, fact.law, fact.rests_on, fact.day)


def lacking(*findings: Finding[Any]) -> tuple[str, ...]:
    """Return the paths on which those rest that are unknown."""
    return _unique(path for found in findings if found.value is None for path in found.rests_on)


def _combined(value: bool | None, decisive: bool, facts: tuple[Fact, ...]) -> Fact:
    reasons = tuple(fact for fact in facts if fact.value is value)
    if value is decisive:
        reasons = reasons[:1]
    because = ", and ".join(_unique(fact.because for fact in reasons))
    law = _unique(cite for fact in facts for cite in fact.law)
    return Finding(value, because, law, _unique(path for fact in reasons for path in fact.rests_on))


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def day(value: date) -> str:
    """Say a day: February 11, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def dollars(value: Decimal) -> str:
    """Say an amount: $2,000,000.00."""
    return f"${value:,.2f}"


def said(answer: StrEnum) -> str:
    """Say a choice in words."""
    return SAID.get(answer) or answer.replace("-", " ")


def choice(answer: StrEnum | None, wanted: StrEnum, subject: str, path: str, *law: str) -> Fact:
    """Find whether the answer is the one wanted; unknown when there is none."""
    because = f"{subject} is {'not stated' if answer is None else said(answer)}"
    return Finding(None if answer is None else answer == wanted, because, law, (path,))


def answered(answer: bool | None, yes: str, no: str, path: str, *law: str) -> Fact:
    """Find what a yes-or-no answer says; unknown when there is none."""
    if answer is None:
        return Finding(None, f"it is not stated whether {yes}", law, (path,))
    return Finding(answer, yes if answer else no, law, (path,))
