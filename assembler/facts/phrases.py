"""How answers of a case are said in the one sentence of a reason."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from assembler.facts.finding import Finding

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


def day(value: date) -> str:
    """Say a day: February 11, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def dollars(value: Decimal) -> str:
    """Say an amount: $2,000,000.00."""
    return f"${value:,.2f}"


def said(answer: StrEnum) -> str:
    """Say a choice in words."""
    return SAID.get(answer) or answer.replace("-", " ")


def choice(answer: StrEnum | None, wanted: StrEnum, subject: str, path: str, *law: str) -> Finding:
    """Find whether the answer is the one wanted; unknown when there is none."""
    because = f"{subject} is {'not stated' if answer is None else said(answer)}"
    return Finding(None if answer is None else answer == wanted, because, law, (path,))


def answered(answer: bool | None, yes: str, no: str, path: str, *law: str) -> Finding:
    """Find what a yes-or-no answer says; unknown when there is none."""
    if answer is None:
        return Finding(None, f"it is not stated whether {yes}", law, (path,))
    return Finding(answer, yes if answer else no, law, (path,))
