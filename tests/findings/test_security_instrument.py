"""The bond or letter of credit: which there is, who issues it, and what has befallen it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_security import Bond, IssuerKind, Replacement
from findings.one_case import events, fact, finding, first
from findings.secured_case import LETTER, by_bond, by_letter, issuer

ISSUERS = ("letter_by_us_bank", "letter_by_us_branch", "letter_by_foreign_bank", "has_confirmation")


@pytest.mark.parametrize(
    ("trust", "expected"),
    [
        ({}, (True, False, True)),
        ({"letter": LETTER}, (True, True, True)),
        ({"bond": Bond()}, (True, False, True)),  # in use, though not described
        ({"security": shape.Security(operative=shape.Operative.BANK_TRUSTEE)}, (True, False, True)),
        (
            {"bond": Bond(), "security": shape.Security(operative=shape.Operative.BANK_TRUSTEE)},
            (False, False, False),
        ),
        ({"bond": Bond(), "security": shape.Security()}, (None, None, None)),
    ],
)
def test_a_bond_is_described_or_in_use(trust: dict[str, Any], expected: tuple[bool | None, ...]) -> None:
    facts = first(by_bond(trust=trust))

    assert (facts["has_bond"], facts["has_letter"], facts["has_bond_or_letter"]) == expected


def test_before_a_death_no_bond_is_in_use_unless_one_is_described() -> None:
    plan = by_bond(trust={"bond": Bond(), "security": shape.Security()}, decedent={"died": None})

    assert fact("has_bond", plan) is False


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (IssuerKind.SECTION_581_BANK, (True, False, False, False)),
        (IssuerKind.US_BRANCH, (False, True, False, False)),
        (IssuerKind.FOREIGN_BANK, (False, False, True, True)),
        (None, (None, None, None, None)),
    ],
)
def test_the_issuer_s_kind_decides_on_the_form(kind: Any, expected: tuple[bool | None, ...]) -> None:
    facts = first(by_letter(issuer(kind)))

    assert tuple(facts[name] for name in ISSUERS) == expected
    assert [fact(name, by_bond()) for name in ISSUERS] == [False] * 4


def test_notices_are_called_for_when_events_say_so() -> None:
    told = events(nonrenewal_mailed=date(2027, 6, 1))
    received = events(notice_received=date(2027, 6, 1))
    closing = events(notice_received=date(2027, 6, 1), branch_closes=date(2027, 8, 1))
    branch = issuer(IssuerKind.US_BRANCH)

    assert fact("notice_of_nonrenewal_bond", by_bond()) is False
    assert fact("notice_of_nonrenewal_bond", by_bond(trust=told)) is True
    assert fact("notice_of_nonrenewal_letter", by_bond(trust=told)) is False
    assert fact("notice_of_nonrenewal_letter", by_letter(trust=received)) is True
    assert fact("notice_of_nonrenewal", by_letter(branch, trust=closing)) is False
    assert fact("notice_of_branch_closing", by_letter(branch, trust=closing)) is True
    assert fact("notice_of_branch_closing", by_letter(trust=closing)) is False


def test_a_replacement_is_secured_on_a_day() -> None:
    new = Replacement(shape.Operative.BANK_TRUSTEE, secured=date(2027, 6, 1))

    assert fact("replacement_secured", by_bond(security={"replacement": new})) is True
    assert fact("replacement_secured", by_bond(security={"replacement": replace(new, secured=None)})) is False


def test_a_reason_names_the_event_and_its_day() -> None:
    found = finding("notice_of_nonrenewal_bond", by_bond(trust=events(nonrenewal_mailed=date(2027, 6, 1))))

    assert found.because.endswith("notice is mailed that the security is not renewed, on June 1, 2027")
    assert found.rests_on == ("trusts[share].bond", "trusts[share].events.nonrenewal_mailed")
